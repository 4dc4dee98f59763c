//! [`Graph`] → what other programs read: Atom, JSON Feed 1.1, the sitemap, robots.txt. They need absolute addresses, so there
//! are none of them without a base URL. Their dates are those of the articles, never the clock's.

use std::fmt::Write;

use atom_syndication::{Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use diag::{Diagnostic, Sink};
use model::{EntityId, PartialDate};
use serde_json::json;

use crate::change::Changes;
use crate::config::{BaseUrl, Config};
use crate::graph::{ArticleNode, Graph};
use crate::output::Output;
use crate::route::{Node, Routes};
use crate::sheet::Sheet;
use crate::view::{Scene, changes, lead, prose};

/// Adds the feeds, the sitemap and robots.txt to the output.
pub(crate) fn add(scene: &Scene<'_>, output: &mut Output, sink: &mut Sink) {
    let Scene { graph, routes, config, .. } = *scene;
    let Some(base) = routes.base() else {
        let message = "no feeds, sitemap and canonical addresses, which need the address of the site";
        sink.push(
            Diagnostic::note("no-base-url", message).help("set `base_url` in site.toml, or give `-u URL`"),
        );
        return;
    };
    let mut put = |path: &str, text: String| drop(output.files.insert(path.to_owned(), text.into_bytes()));
    if routes.draws(Sheet::Sitemap) {
        put("sitemap.xml", sitemap(graph, routes));
        put("robots.txt", format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", base.join("sitemap.xml")));
    }
    if routes.draws(Sheet::Search) {
        put("opensearch.xml", search(base, config));
    }
    let dated = graph.stories().filter_map(|node| Some((node, instant(node.story.published()?)?)));
    let newest: Vec<_> = dated.take(config.feed_limit).collect();
    if !config.generate_feeds || !routes.draws(Sheet::Feed) {
        return;
    }
    match newest.first() {
        None => sink.push(
            Diagnostic::note("no-feed", "no Atom feed, because no article has a date")
                .help("give the articles `published = \"…\"`"),
        ),
        Some((_, updated)) => put("atom.xml", atom(scene, &newest, updated, base)),
    }
    put("feed.json", json_feed(scene, base));
}

/// Adds the feed of what is new since the build before: articles and names, dated by the articles.
pub(crate) fn changes(scene: &Scene<'_>, changes: &Changes, output: &mut Output) {
    let Scene { graph, routes, config, .. } = *scene;
    let Some(base) = routes.base().filter(|_| config.generate_feeds && routes.draws(Sheet::Changes)) else {
        return;
    };
    let article = |node: &ArticleNode<'_>| Some(entry(scene, node, &instant(node.story.published()?)?, base));
    let articles = changes.new_articles.iter().filter_map(|id| article(&graph.articles[id]));
    let name = |id: &EntityId| {
        let dated = graph.entities[id].appearances.iter().find_map(|found| found.story.published())?;
        let url = base.join(&Node::Entity(id.clone()).path());
        Some(Entry {
            title: Text::plain(graph.name(id).to_owned()),
            id: url.clone(),
            updated: moment(&instant(dated)?),
            links: vec![link("alternate", &url)],
            ..Entry::default()
        })
    };
    let mut entries: Vec<Entry> = articles.chain(changes.new_entities.iter().filter_map(name)).collect();
    entries.sort_by(|a, b| b.updated.cmp(&a.updated).then_with(|| a.id.cmp(&b.id)));
    entries.truncate(config.feed_limit);
    let Some(updated) = entries.first().map(|entry| entry.updated) else { return };
    let feed = Feed {
        title: Text::plain(config.title.clone()),
        id: base.join(&Node::Changes.path()),
        updated,
        lang: Some(config.default_language.clone()),
        authors: vec![person(config.author.as_ref().unwrap_or(&config.title))],
        links: vec![
            link("alternate", &base.join(&Node::Changes.path())),
            link("self", &base.join(changes::FEED)),
        ],
        entries,
        ..Feed::default()
    };
    output.files.insert(changes::FEED.to_owned(), (feed.to_string() + "\n").into_bytes());
}

/// What tells a browser that the site can be searched.
fn search(base: &BaseUrl, config: &Config) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>{}</ShortName>\n<Description>{}</Description>\n<InputEncoding>UTF-8</InputEncoding>\n\
         <Url type=\"text/html\" template=\"{}?q={{searchTerms}}\"/>\n</OpenSearchDescription>\n",
        prose::escape(&config.title.chars().take(16).collect::<String>()),
        prose::escape(config.description.as_ref().unwrap_or(&config.title)),
        prose::escape(&base.join(&Node::Search.path())),
    )
}

/// The first second of a date, in UTC, as feeds write it.
fn instant(date: &PartialDate) -> Option<String> {
    let day = date.earliest().filter(|day| (1..=9999).contains(&day.year))?;
    Some(format!("{:04}-{:02}-{:02}T00:00:00Z", day.year, day.month, day.day))
}

fn moment(instant: &str) -> FixedDateTime {
    instant.parse().unwrap_or_default()
}

fn atom(scene: &Scene<'_>, newest: &[(&ArticleNode<'_>, String)], updated: &str, base: &BaseUrl) -> String {
    let config = scene.config;
    let feed = Feed {
        title: Text::plain(config.title.clone()),
        id: base.as_str().to_owned(),
        updated: moment(updated),
        subtitle: config.description.clone().map(Text::plain),
        lang: Some(config.default_language.clone()),
        authors: vec![person(config.author.as_ref().unwrap_or(&config.title))],
        links: vec![link("alternate", base.as_str()), link("self", &base.join("atom.xml"))],
        generator: Some(Generator { value: "backgrounder".to_owned(), ..Generator::default() }),
        entries: newest.iter().map(|(node, at)| entry(scene, node, at, base)).collect(),
        ..Feed::default()
    };
    feed.to_string() + "\n"
}

fn entry(scene: &Scene<'_>, node: &ArticleNode<'_>, published: &str, base: &BaseUrl) -> Entry {
    let article = &node.story.article;
    let url = base.join(&Node::Article(article.id.clone()).path());
    Entry {
        title: Text::plain(article.title.clone()),
        id: url.clone(),
        updated: moment(published),
        published: Some(moment(published)),
        authors: article.author.iter().map(|name| person(name)).collect(),
        links: vec![link("alternate", &url)],
        summary: Some(Text::plain(lead(scene, node).to_owned())),
        ..Entry::default()
    }
}

fn person(name: &str) -> Person {
    Person { name: name.to_owned(), ..Person::default() }
}

fn link(rel: &str, href: &str) -> Link {
    Link { rel: rel.to_owned(), href: href.to_owned(), ..Link::default() }
}

/// The sentence that stands for an article.
fn lead<'s>(scene: &Scene<'s>, node: &ArticleNode<'s>) -> &'s str {
    lead::of(scene.rights, node.story).and_then(|at| scene.rights.words(node.story, at)).unwrap_or_default()
}

fn json_feed(scene: &Scene<'_>, base: &BaseUrl) -> String {
    let Scene { graph, config, .. } = *scene;
    let item = |node: &ArticleNode<'_>| {
        let article = &node.story.article;
        let url = base.join(&Node::Article(article.id.clone()).path());
        let mut item = json!({
            "id": url,
            "url": url,
            "title": article.title,
            "content_text": scene.rights.text(node.story),
            "summary": lead(scene, node),
            "tags": node.cast.iter().map(|presence| presence.profile.entity.name.as_str()).collect::<Vec<_>>(),
        });
        if let Some(at) = node.story.published().and_then(instant) {
            item["date_published"] = at.into();
        }
        if let Some(name) = &article.author {
            item["authors"] = json!([{ "name": name }]);
        }
        if let Some(url) = article.source.as_ref().and_then(|source| source.url.as_ref()) {
            item["external_url"] = url.as_str().into();
        }
        if let Some(language) = &article.language {
            item["language"] = language.as_str().into();
        }
        item
    };
    let mut feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": config.title,
        "home_page_url": base.as_str(),
        "feed_url": base.join("feed.json"),
        "language": config.default_language,
        "items": graph.stories().take(config.feed_limit).map(item).collect::<Vec<_>>(),
    });
    if let Some(description) = &config.description {
        feed["description"] = description.as_str().into();
    }
    if let Some(name) = &config.author {
        feed["authors"] = json!([{ "name": name }]);
    }
    format!("{feed:#}\n")
}

/// Every page but the later parts of lists, with the date of the newest article in it.
fn sitemap(graph: &Graph<'_>, routes: &Routes) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let first = |node: &&Node| **node != Node::NotFound && node.number() == 1;
    for node in routes.nodes().filter(first) {
        let Some(url) = routes.canonical(node) else { continue };
        let _ = write!(xml, "<url><loc>{}</loc>", prose::escape(&url));
        if let Some(at) = changed(graph, node).and_then(instant) {
            let _ = write!(xml, "<lastmod>{}</lastmod>", &at[..10]);
        }
        xml.push_str("</url>\n");
    }
    xml + "</urlset>\n"
}

fn changed<'g>(graph: &'g Graph<'_>, node: &Node) -> Option<&'g PartialDate> {
    match node {
        Node::Article(id) => graph.articles.get(id)?.story.published(),
        Node::Entity(id) | Node::Facet(id, _) | Node::Speaker(id) => {
            graph.entities.get(id)?.appearances.iter().find_map(|found| found.story.published())
        }
        Node::About => None,
        _ => graph.stories().find_map(|node| node.story.published()),
    }
}
