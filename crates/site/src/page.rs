//! One [`Node`] → its [`Page`]: the file, the template, the frame and the view.

use model::EntityId;
use serde::Serialize;

use crate::catalog::Order;
use crate::graph::ArticleNode;
use crate::route::Node;
use crate::view::shell::{Heading, Page as Frame};
use crate::view::{
    Scene, View, about, article, articles, changes, claims, data, disagreements, entity, facet, home, index,
    map, namesake, pairs, quotes, relations, review, search, sources, timeline, web,
};

/// A page ready to be drawn.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Page {
    /// Its file in the site.
    pub(crate) file: String,
    /// The template that draws it, without `.html`; in it the view goes by this name, with `_` for `-`.
    pub(crate) template: &'static str,
    /// What `page` in the template has of this page alone.
    pub(crate) frame: Frame,
    /// What only this page prints.
    pub(crate) view: View,
}

/// The longest description of a page, in characters: what search engines show.
const DESCRIPTION: usize = 155;

/// Makes the page that `scene` is for.
pub(crate) fn make(scene: &Scene<'_>) -> Page {
    let (heading, view) = parts(scene);
    Page { file: scene.here.file(), template: scene.here.template(), frame: scene.page(heading), view }
}

fn parts(scene: &Scene<'_>) -> (Heading, View) {
    match scene.here.list() {
        Node::Home => (home_heading(scene), View::Home(Box::new(home::view(scene)))),
        Node::Article(id) => {
            let node = &scene.graph.articles[id];
            (article_heading(scene, node), View::Article(Box::new(article::view(scene, node))))
        }
        Node::Entity(id) => {
            let view = entity::view(scene, &scene.graph.entities[id]);
            (entity_heading(scene, id, &view), View::Entity(Box::new(view)))
        }
        Node::Facet(id, facet) => {
            let view = facet::view(scene, &scene.graph.entities[id], *facet);
            let heading = below_entity(scene, id, &view.heading);
            (heading, View::Facet(Box::new(view)))
        }
        Node::Name(slug) => {
            let view = namesake::view(scene, slug);
            let heading = heading(scene, &view.name, &scene.say("namesake.description"), &Node::Home);
            (heading, View::Namesake(view))
        }
        Node::Speaker(id) => {
            let heading = heading(
                scene,
                &scene.language.fill("quotes.of", &[("name", scene.graph.name(id))]),
                &scene.say("quotes.of_description"),
                &Node::Quotes,
            );
            (heading, View::Speaker(quotes::one(scene, id)))
        }
        Node::Relation(predicate) => {
            let view = relations::one(scene, *predicate);
            let title = scene.language.fill("relations.one", &[("label", &view.label)]);
            (
                heading(scene, &title, &scene.say("relations.one_description"), &Node::Relations),
                View::Relation(view),
            )
        }
        Node::Source(slug) => {
            let view = sources::one(scene, slug);
            let heading = heading(scene, &view.name, &scene.say("sources.one_description"), &Node::Sources);
            (heading, View::Source(view))
        }
        Node::Pair(name) => {
            let title = pairs::title(scene, &scene.graph.pairs[name]);
            let heading = heading(scene, &title, &scene.say("pairs.one_description"), &Node::Pairs);
            (heading, View::Pair(pairs::two(scene, name)))
        }
        list => lists(scene, list),
    }
}

/// The pages that list all of one sort.
fn lists(scene: &Scene<'_>, list: &Node) -> (Heading, View) {
    let plain = |title: &str, description: &str| {
        heading(scene, &scene.say(title), &scene.say(description), &Node::Home)
    };
    match list {
        Node::Articles => {
            (plain("nav.articles", "articles.description"), View::Articles(articles::view(scene)))
        }
        Node::Year(_) | Node::Month(..) => {
            let title = articles::heading(scene);
            let heading = heading(scene, &title, &scene.say("articles.description"), &Node::Articles);
            (heading, View::Articles(articles::view(scene)))
        }
        Node::Sources => (plain("nav.sources", "sources.description"), View::Sources(sources::view(scene))),
        Node::Entities(kind, order) => {
            let title = scene.kind(*kind);
            let description = scene.language.fill("index.description", &[("kind", &title)]);
            (
                heading(scene, &title, &description, &Node::Home),
                View::Index(index::view(scene, *kind, *order)),
            )
        }
        Node::Quotes => (plain("nav.quotes", "quotes.description"), View::Quotes(quotes::view(scene))),
        Node::Unattributed => {
            let heading = heading(
                scene,
                &scene.say("quotes.open"),
                &scene.say("quotes.open_description"),
                &Node::Quotes,
            );
            (heading, View::Speaker(quotes::unattributed(scene)))
        }
        Node::Claims => {
            let heading = plain("nav.claims", "claims.description");
            (heading, View::Claims(claims::view(scene)))
        }
        Node::Relations => {
            let heading = plain("nav.relations", "relations.description");
            (heading, View::Relations(relations::view(scene)))
        }
        Node::Timeline => {
            let heading = plain("nav.timeline", "timeline.description");
            (heading, View::Timeline(timeline::view(scene)))
        }
        Node::When(_) => {
            let view = timeline::view(scene);
            let description = scene.language.fill("timeline.of", &[("time", &view.title)]);
            (heading(scene, &view.title, &description, &Node::Timeline), View::Timeline(view))
        }
        Node::Disagreements => {
            let heading = plain("nav.disagreements", "disagreements.description");
            (heading, View::Disagreements(disagreements::view(scene)))
        }
        Node::Pairs => {
            let heading = plain("nav.pairs", "pairs.description");
            (heading, View::Pairs(pairs::view(scene)))
        }
        Node::Map => {
            let heading = plain("nav.map", "map.description");
            (heading, View::Map(Box::new(map::view(scene))))
        }
        Node::Graph => {
            let heading = plain("nav.graph", "graph.description");
            (heading, View::Graph(Box::new(web::view(scene))))
        }
        Node::Search => {
            let heading = plain("nav.search", "search.description");
            (heading, View::Search(search::view(scene)))
        }
        Node::Changes => (plain("nav.changes", "changes.description"), View::Changes(changes::view(scene))),
        Node::Data => (plain("nav.data", "data.description"), View::Data(data::view(scene))),
        Node::Review => (plain("nav.review", "review.description"), View::Review(review::view(scene))),
        Node::About => (plain("nav.about", "about.description"), View::About(about::view(scene))),
        _ => (plain("not_found.title", "not_found.description"), View::NotFound {}),
    }
}

fn home_heading(scene: &Scene<'_>) -> Heading {
    let description = scene.config.description.clone();
    let fallback = || scene.say("home.scope");
    Heading { description: description.unwrap_or_else(fallback), ..Heading::default() }
}

/// The heading of a page below `above`, the parts of a long list told apart.
fn heading(scene: &Scene<'_>, title: &str, description: &str, above: &Node) -> Heading {
    let number = scene.here.number();
    let title = if number > 1 {
        scene.language.count("frame.page_number", number, &[("title", title)])
    } else {
        title.to_owned()
    };
    let mut crumbs = vec![scene.crumb(&scene.say("nav.home"), &Node::Home)];
    match above {
        Node::Articles => crumbs.push(scene.crumb(&scene.say("nav.articles"), above)),
        Node::Sources => crumbs.push(scene.crumb(&scene.say("nav.sources"), above)),
        Node::Timeline => crumbs.push(scene.crumb(&scene.say("nav.timeline"), above)),
        Node::Quotes => crumbs.push(scene.crumb(&scene.say("nav.quotes"), above)),
        Node::Relations => crumbs.push(scene.crumb(&scene.say("nav.relations"), above)),
        Node::Pairs => crumbs.push(scene.crumb(&scene.say("nav.pairs"), above)),
        _ => {}
    }
    let places = [("what", description), ("site", &scene.config.title)];
    Heading { description: scene.language.fill("frame.in_site", &places), title, crumbs }
}

/// The heading of a list about an entity.
fn below_entity(scene: &Scene<'_>, id: &EntityId, what: &str) -> Heading {
    let name = scene.graph.name(id);
    let mut heading = heading(scene, what, &scene.say("facet.description"), &Node::Home);
    heading.crumbs.push(scene.crumb(&scene.kind(id.kind()), &Node::Entities(id.kind(), Order::Name)));
    heading.crumbs.push(scene.crumb(name, &Node::Entity(id.clone())));
    heading
}

fn article_heading(scene: &Scene<'_>, node: &ArticleNode<'_>) -> Heading {
    Heading {
        title: node.story.article.title.clone(),
        description: cut(&scene.rights.text(node.story)),
        crumbs: vec![
            scene.crumb(&scene.say("nav.home"), &Node::Home),
            scene.crumb(&scene.say("nav.articles"), &Node::Articles),
        ],
    }
}

fn entity_heading(scene: &Scene<'_>, id: &EntityId, view: &entity::Entity) -> Heading {
    Heading {
        title: view.name.clone(),
        description: scene.language.count(
            "entity.description",
            view.appearances.total,
            &[("name", &view.name), ("site", &scene.config.title)],
        ),
        crumbs: vec![
            scene.crumb(&scene.say("nav.home"), &Node::Home),
            scene.crumb(&scene.kind(id.kind()), &Node::Entities(id.kind(), Order::Name)),
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
