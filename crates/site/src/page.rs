//! One [`Node`] → its [`Page`]: the file, the template, the frame and the view.

use model::EntityId;

use crate::graph::ArticleNode;
use crate::route::Node;
use crate::theme::Theme;
use crate::view::piece::label;
use crate::view::shell::{Heading, Page as Frame, Site};
use crate::view::{Scene, View, about, article, articles, entity, home, index, quotes, timeline};

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
    match scene.here {
        Node::Home => ("home", home_heading(scene), View::Home(Box::new(home::view(scene)))),
        Node::Articles => (
            "articles",
            plain(scene, "Articles", "All articles by month"),
            View::Articles(articles::view(scene)),
        ),
        Node::Article(id) => {
            let node = &scene.graph.articles[id];
            ("article", article_heading(scene, node), View::Article(Box::new(article::view(scene, node))))
        }
        Node::Entities(kind) => {
            let view = index::view(scene, *kind);
            let description = format!("{} named in the articles, from A to Z", label(*kind));
            ("index", plain(scene, label(*kind), &description), View::Index(view))
        }
        Node::Entity(id) => {
            let view = entity::view(scene, &scene.graph.entities[id]);
            ("entity", entity_heading(scene, id, &view), View::Entity(Box::new(view)))
        }
        Node::Quotes => (
            "quotes",
            plain(scene, "Quotes", "Every quote by its speaker"),
            View::Quotes(quotes::view(scene)),
        ),
        Node::Timeline => {
            let heading = plain(scene, "Timeline", "What happened when, by the dates in the articles");
            ("timeline", heading, View::Timeline(timeline::view(scene)))
        }
        Node::About => {
            ("about", plain(scene, "About", "How this site was made"), View::About(about::view(scene)))
        }
        Node::NotFound => {
            ("not-found", plain(scene, "Page not found", "There is no page here"), View::NotFound {})
        }
    }
}

fn home_heading(scene: &Scene<'_>) -> Heading {
    let description = scene.config.description.clone();
    let fallback = || "Who is who, who said what, what happened when, and where it is written".to_owned();
    Heading { description: description.unwrap_or_else(fallback), ..Heading::default() }
}

fn plain(scene: &Scene<'_>, title: &str, description: &str) -> Heading {
    Heading {
        title: title.to_owned(),
        description: format!("{description}: {}", scene.config.title),
        crumbs: vec![scene.crumb("Home", &Node::Home)],
    }
}

fn article_heading(scene: &Scene<'_>, node: &ArticleNode<'_>) -> Heading {
    Heading {
        title: node.story.article.title.clone(),
        description: cut(&node.story.body.plain),
        crumbs: vec![scene.crumb("Home", &Node::Home), scene.crumb("Articles", &Node::Articles)],
    }
}

fn entity_heading(scene: &Scene<'_>, id: &EntityId, view: &entity::Entity) -> Heading {
    let articles = match view.appearances.len() {
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
