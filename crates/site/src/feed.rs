//! [`Graph`](crate::graph::Graph) → feeds, as Atom and as JSON Feed 1.1: of the newest articles, of those that name an entity,
//! and of what is new since the build before. They need absolute addresses, so there are none without a base URL. Their dates are
//! those of the articles, never the clock's.

mod atom;
mod json;

use diag::{Diagnostic, Sink};
use model::EntityId;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::change::Changes;
use crate::config::{BaseUrl, Config};
use crate::graph::{ArticleNode, EntityNode};
use crate::markdown;
use crate::output::Store;
use crate::route::Node;
use crate::sheet::Sheet;
use crate::view::{Scene, changes, lead};

/// A feed.
struct Channel<'c> {
    title: String,
    about: Option<String>,
    /// The page that it goes with.
    page: Node,
    items: Vec<Item<'c>>,
}

/// What a feed announces.
#[derive(Default)]
struct Item<'c> {
    /// The absolute address of its page, by which readers also know it again.
    url: String,
    title: &'c str,
    /// The day; what has none stands in no Atom feed.
    published: Option<String>,
    author: Option<&'c str>,
    /// A sentence.
    summary: &'c str,
    /// All of it that may be shown, when the feed carries that.
    text: Option<String>,
    /// Whom it names.
    names: Vec<&'c str>,
    /// The address of the original.
    original: Option<&'c str>,
    language: Option<&'c str>,
}

/// Adds the feeds of the site and of its entities.
pub(crate) fn add(scene: &Scene<'_>, store: &dyn Store, sink: &mut Sink) {
    let Scene { graph, routes, config, .. } = *scene;
    let Some(base) = routes.base().filter(|_| config.generate_feeds && routes.draws(Sheet::Feed)) else {
        return;
    };
    let newest = graph.stories().take(config.feed_limit);
    let site = Channel {
        title: config.title.clone(),
        about: config.description.clone(),
        page: Node::Home,
        items: newest.map(|node| whole(scene, node, base)).collect(),
    };
    if !site.items.iter().any(|item| item.published.is_some()) {
        sink.push(
            Diagnostic::note("no-feed", "no Atom feed, because no article has a date")
                .help("give the articles `published = \"…\"`"),
        );
    }
    let followed: Vec<&EntityNode<'_>> =
        graph.entities.values().filter(|node| scene.has_feeds(&node.profile.entity.id)).collect();
    followed.into_par_iter().for_each(|node| entity(scene, node, base).put(base, config, store));
    site.put(base, config, store);
}

/// Adds the feed of what is new since the build before: articles and names, dated by the articles.
pub(crate) fn changes(scene: &Scene<'_>, changes: &Changes, store: &dyn Store) {
    let Scene { graph, routes, config, .. } = *scene;
    let Some(base) = routes.base().filter(|_| config.generate_feeds && routes.draws(Sheet::Changes)) else {
        return;
    };
    let articles = changes.new_articles.iter().map(|id| brief(scene, &graph.articles[id], base));
    let name = |id: &EntityId| Item {
        url: base.join(&Node::Entity(id.clone()).path()),
        title: graph.name(id),
        published: graph.entities[id].appearances.iter().find_map(|found| found.story.day()),
        ..Item::default()
    };
    let mut items: Vec<Item<'_>> = articles.chain(changes.new_entities.iter().map(name)).collect();
    items.retain(|item| item.published.is_some());
    items.sort_by(|a, b| b.published.cmp(&a.published).then_with(|| a.url.cmp(&b.url)));
    items.truncate(config.feed_limit);
    let title = format!("{} – {}", scene.say("nav.changes"), config.title);
    let channel = Channel { title, about: None, page: Node::Changes, items };
    if let Some(text) = atom::print(&channel, base, config) {
        store.put(changes::FEED.to_owned(), text);
    }
}

impl Channel<'_> {
    /// Puts its files into a store; no Atom without a date.
    fn put(&self, base: &BaseUrl, config: &Config, store: &dyn Store) {
        let folder = self.page.path();
        if let Some(text) = atom::print(self, base, config) {
            store.put(format!("{folder}{}", atom::FILE), text);
        }
        store.put(format!("{folder}{}", json::FILE), json::print(self, base, config));
    }
}

/// The feed of an entity: the newest articles that name it, each with the first sentence that does.
fn entity<'c>(scene: &Scene<'c>, node: &'c EntityNode<'c>, base: &BaseUrl) -> Channel<'c> {
    let item = |found: &'c crate::graph::Appearance<'c>| {
        let named = found.sentences().find_map(|at| scene.rights.words(found.story, at));
        let item = brief(scene, scene.graph.articles.of(found.story), base);
        Item { summary: named.unwrap_or(item.summary), ..item }
    };
    let name = &node.profile.entity.name;
    Channel {
        title: format!("{name} – {}", scene.config.title),
        about: None,
        page: Node::Entity(node.profile.entity.id.clone()),
        items: node.appearances.iter().take(scene.config.feed_limit).map(item).collect(),
    }
}

/// An article with all of it that may be shown.
fn whole<'c>(scene: &Scene<'c>, node: &'c ArticleNode<'c>, base: &BaseUrl) -> Item<'c> {
    Item {
        text: Some(scene.rights.text(node.story)),
        names: node.cast.iter().map(|presence| presence.profile.entity.name.as_str()).collect(),
        ..brief(scene, node, base)
    }
}

/// An article with the sentence that stands for it.
fn brief<'c>(scene: &Scene<'c>, node: &'c ArticleNode<'c>, base: &BaseUrl) -> Item<'c> {
    let article = &node.story.article;
    let summary = lead::of(scene.rights, node.story).and_then(|at| scene.rights.words(node.story, at));
    Item {
        url: base.join(&Node::Article(article.id.clone()).path()),
        title: &article.title,
        published: node.story.day(),
        author: article.author.as_deref(),
        summary: summary.unwrap_or_default(),
        original: article
            .source
            .as_ref()
            .and_then(|source| source.url.as_deref())
            .filter(|url| markdown::is_web(url)),
        language: article.language.as_deref(),
        ..Item::default()
    }
}

/// The first second of a day, in UTC: feeds know no days.
fn first_second(day: &str) -> String {
    format!("{day}T00:00:00Z")
}
