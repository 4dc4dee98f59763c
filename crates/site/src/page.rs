//! One [`Node`] → its [`Page`]: the file, the template, the frame and the view.

use model::EntityId;

use crate::graph::ArticleNode;
use crate::route::Node;
use crate::theme::Theme;
use crate::view::piece::label;
use crate::view::shell::{Heading, Page as Frame, Site};
use crate::view::{
    Scene, View, about, article, articles, claims, disagreements, entity, facet, home, index, namesake,
    pairs, quotes, relations, search, timeline,
};

/// A page ready to be drawn.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    /// Its file in the site.
    pub(crate) file: String,
    /// The template that draws it, without `.html`; in it the view goes by this name, with `_` for `-`.
    pub(crate) template: &'static str,
    /// `site` in the template.
    pub(crate) site: Site,
    /// `page` in the template.
    pub(crate) frame: Frame,
    /// What only this page prints.
    pub(crate) view: View,
}

/// The longest description of a page, in characters: what search engines show.
const DESCRIPTION: usize = 155;

/// Makes the page that `scene` is for.
pub(crate) fn make(scene: &Scene<'_>, theme: &Theme) -> Page {
    let (template, heading, view) = parts(scene);
    Page { file: scene.here.file(), template, site: scene.site(), frame: scene.page(heading, theme), view }
}

fn parts(scene: &Scene<'_>) -> (&'static str, Heading, View) {
    match scene.here.list() {
        Node::Home => ("home", home_heading(scene), View::Home(Box::new(home::view(scene)))),
        Node::Article(id) => {
            let node = &scene.graph.articles[id];
            ("article", article_heading(scene, node), View::Article(Box::new(article::view(scene, node))))
        }
        Node::Entity(id) => {
            let view = entity::view(scene, &scene.graph.entities[id]);
            ("entity", entity_heading(scene, id, &view), View::Entity(Box::new(view)))
        }
        Node::Facet(id, facet) => {
            let view = facet::view(scene, &scene.graph.entities[id], *facet);
            let heading = below_entity(scene, id, view.heading);
            ("facet", heading, View::Facet(Box::new(view)))
        }
        Node::Name(slug) => {
            let view = namesake::view(scene, slug);
            let heading = heading(scene, &view.name, "Who is meant by this name", &Node::Home);
            ("namesake", heading, View::Namesake(view))
        }
        Node::Speaker(id) => {
            let heading = heading(
                scene,
                &format!("Quotes of {}", scene.graph.name(id)),
                "In the words of the articles",
                &Node::Quotes,
            );
            ("speaker", heading, View::Speaker(quotes::one(scene, id)))
        }
        Node::Relation(predicate) => {
            let view = relations::one(scene, *predicate);
            let title = format!("Who {} whom", view.label);
            ("relation", heading(scene, &title, "As articles say it", &Node::Relations), View::Relation(view))
        }
        Node::Pair(name) => {
            let title = pairs::title(scene, &scene.graph.pairs[name]);
            let heading = heading(scene, &title, "Every sentence that names both", &Node::Pairs);
            ("pair", heading, View::Pair(pairs::two(scene, name)))
        }
        list => lists(scene, list),
    }
}

/// The pages that list all of one sort.
fn lists(scene: &Scene<'_>, list: &Node) -> (&'static str, Heading, View) {
    let plain = |title: &str, description: &str| heading(scene, title, description, &Node::Home);
    match list {
        Node::Articles => {
            ("articles", plain("Articles", "All articles by month"), View::Articles(articles::view(scene)))
        }
        Node::Entities(kind) => {
            let description = format!("{} named in the articles, from A to Z", label(*kind));
            ("index", plain(label(*kind), &description), View::Index(index::view(scene, *kind)))
        }
        Node::Quotes => ("quotes", plain("Quotes", "Who said what"), View::Quotes(quotes::view(scene))),
        Node::Unattributed => {
            let heading =
                heading(scene, "Quotes without a certain speaker", "Words of unnamed sources", &Node::Quotes);
            ("speaker", heading, View::Speaker(quotes::unattributed(scene)))
        }
        Node::Claims => {
            let heading = plain("Claims", "What is somebody's word, is denied, or may come to be");
            ("claims", heading, View::Claims(claims::view(scene)))
        }
        Node::Relations => {
            let heading = plain("Relations", "Who does what to whom, as articles say it");
            ("relations", heading, View::Relations(relations::view(scene)))
        }
        Node::Timeline => {
            let heading = plain("Timeline", "What happened when, by the dates in the articles");
            ("timeline", heading, View::Timeline(timeline::view(scene)))
        }
        Node::Disagreements => {
            let heading = plain("Disagreements", "Where articles, or those they quote, do not agree");
            ("disagreements", heading, View::Disagreements(disagreements::view(scene)))
        }
        Node::Pairs => {
            let heading = plain("Pairs", "Who is named together, sentence by sentence");
            ("pairs", heading, View::Pairs(pairs::view(scene)))
        }
        Node::Search => {
            let heading = plain("Search", "Find a name, a headline or a word");
            ("search", heading, View::Search(search::view(scene)))
        }
        Node::About => ("about", plain("About", "How this site was made"), View::About(about::view(scene))),
        _ => ("not-found", plain("Page not found", "There is no page here"), View::NotFound {}),
    }
}

fn home_heading(scene: &Scene<'_>) -> Heading {
    let description = scene.config.description.clone();
    let fallback = || "Who is who, who said what, what happened when, and where it is written".to_owned();
    Heading { description: description.unwrap_or_else(fallback), ..Heading::default() }
}

/// The heading of a page below `above`, the parts of a long list told apart.
fn heading(scene: &Scene<'_>, title: &str, description: &str, above: &Node) -> Heading {
    let number = scene.here.number();
    let title = if number > 1 { format!("{title}, page {number}") } else { title.to_owned() };
    let mut crumbs = vec![scene.crumb("Home", &Node::Home)];
    match above {
        Node::Quotes => crumbs.push(scene.crumb("Quotes", above)),
        Node::Relations => crumbs.push(scene.crumb("Relations", above)),
        Node::Pairs => crumbs.push(scene.crumb("Pairs", above)),
        _ => {}
    }
    Heading { description: format!("{description}: {}", scene.config.title), title, crumbs }
}

/// The heading of a list about an entity.
fn below_entity(scene: &Scene<'_>, id: &EntityId, what: &str) -> Heading {
    let name = scene.graph.name(id);
    let mut heading = heading(scene, &format!("{what} {name}"), "With the sentence of each", &Node::Home);
    heading.crumbs.push(scene.crumb(label(id.kind()), &Node::Entities(id.kind())));
    heading.crumbs.push(scene.crumb(name, &Node::Entity(id.clone())));
    heading
}

fn article_heading(scene: &Scene<'_>, node: &ArticleNode<'_>) -> Heading {
    Heading {
        title: node.story.article.title.clone(),
        description: cut(&node.story.body.plain),
        crumbs: vec![scene.crumb("Home", &Node::Home), scene.crumb("Articles", &Node::Articles)],
    }
}

fn entity_heading(scene: &Scene<'_>, id: &EntityId, view: &entity::Entity) -> Heading {
    let articles = match view.appearances.total {
        1 => "1 article".to_owned(),
        count => format!("{count} articles"),
    };
    Heading {
        title: view.name.clone(),
        description: format!(
            "{} in {articles}, with the sentences that name it, in {}",
            view.name, scene.config.title
        ),
        crumbs: vec![
            scene.crumb("Home", &Node::Home),
            scene.crumb(label(id.kind()), &Node::Entities(id.kind())),
        ],
    }
}

/// The beginning of a text, cut between words.
fn cut(plain: &str) -> String {
    let text = plain.trim();
    let Some((end, _)) = text.char_indices().nth(DESCRIPTION) else { return text.to_owned() };
    let head = &text[..end];
    format!("{}…", head.rsplit_once(' ').map_or(head, |(head, _)| head))
}
