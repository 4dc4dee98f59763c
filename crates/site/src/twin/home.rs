//! The file beside the home page: what the site is, how much it holds, and where its tables are.

use model::{ArticleId, EntityKind};
use serde::Serialize;

use super::head;
use crate::export::Row;
use crate::graph::ArticleNode;
use crate::route::Node;
use crate::view::Scene;

/// The keys in their order.
#[derive(Serialize)]
pub(super) struct Home<'a> {
    #[serde(flatten)]
    about: Row,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    language: &'a str,
    shown: &'static str,
    articles: usize,
    people: usize,
    countries: usize,
    groups: usize,
    places: usize,
    newest: Vec<Newest<'a>>,
    tables: Vec<File<'a>>,
}

#[derive(Serialize)]
struct Newest<'a> {
    id: &'a ArticleId,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    page: String,
}

#[derive(Serialize)]
struct File<'a> {
    table: &'a str,
    format: &'a str,
    rows: usize,
    bytes: usize,
    sha256: String,
    path: &'a str,
}

/// The file of the site.
pub(super) fn of<'a>(scene: &'a Scene<'_>) -> Home<'a> {
    let (graph, config) = (scene.graph, scene.config);
    let of = |kind| graph.population.get(&kind).copied().unwrap_or_default();
    let file = |export: &'a crate::export::Export| File {
        table: export.table,
        format: export.format,
        rows: export.rows,
        bytes: export.bytes.len(),
        sha256: export.digest(),
        path: &export.path,
    };
    Home {
        about: head(scene, "site", &Node::Home),
        title: &config.title,
        description: config.description.as_deref(),
        language: &config.default_language,
        shown: config.body.as_str(),
        articles: graph.articles.len(),
        people: of(EntityKind::Person),
        countries: of(EntityKind::Country),
        groups: of(EntityKind::Group),
        places: of(EntityKind::Place),
        newest: graph.stories().take(config.feed_limit).map(newest).collect(),
        tables: scene.exports.files().iter().map(file).collect(),
    }
}

fn newest<'a>(node: &'a ArticleNode<'_>) -> Newest<'a> {
    let article = &node.story.article;
    Newest {
        id: &article.id,
        title: &article.title,
        published: article.published.as_ref().map(ToString::to_string),
        page: Node::Article(article.id.clone()).path(),
    }
}
