//! [`Graph`](crate::graph::Graph) → the files by which the page of the search finds words inside the articles. What is indexed
//! is what the pages show: the sentences of an article that `[publish] body` lets stand, and of an entity its names, offices and
//! profile. The index itself is Pagefind's, compiled in by the feature `search`.

#[cfg(feature = "search")]
mod index;

use std::collections::BTreeMap;
use std::fmt::Write;

use diag::{Diagnostic, Sink};
use model::{EntityId, EntityKind};

use crate::graph::{ArticleNode, EntityNode};
use crate::output::Store;
use crate::route::Node;
use crate::view::{Scene, prose};

/// The folder of the index.
const FOLDER: &str = "pagefind/";

/// What is indexed of one page.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Record {
    /// The folder of the page.
    path: String,
    /// Its words as HTML, with a place and a title for each paragraph and what the reader may filter by.
    html: String,
}

/// Adds the index, when the settings ask for it.
pub(crate) fn add(scene: &Scene<'_>, store: &dyn Store, sink: &mut Sink) {
    if !scene.config.full_text {
        return;
    }
    match make(&records(scene), &scene.config.default_language) {
        Ok(files) => {
            files.into_iter().for_each(|(name, bytes)| store.put(format!("{FOLDER}{name}"), bytes));
        }
        Err(reason) => sink.push(
            Diagnostic::warning("full-text", format!("no full text for the search: {reason}"))
                .help("build the program with `--features search`, or set `full_text = false`"),
        ),
    }
}

#[cfg(feature = "search")]
fn make(records: &[Record], language: &str) -> Result<Vec<(String, Vec<u8>)>, String> {
    index::make(records, language)
}

#[cfg(not(feature = "search"))]
fn make(_: &[Record], _: &str) -> Result<Vec<(String, Vec<u8>)>, String> {
    Err("this program was built without it".to_owned())
}

/// The records of all articles and entities, in the order of their identifiers.
fn records(scene: &Scene<'_>) -> Vec<Record> {
    let graph = scene.graph;
    let named = graph.entities.values().filter(|node| !node.appearances.is_empty());
    let articles = graph.articles.iter().map(|node| story(scene, node));
    articles.chain(named.map(|node| profile(scene, node))).collect()
}

fn story(scene: &Scene<'_>, node: &ArticleNode<'_>) -> Record {
    let (article, body) = (&node.story.article, &node.story.body);
    let mut paragraphs: Vec<(String, String)> = Vec::new();
    for (at, sentence) in body.sentences.iter().enumerate() {
        let Some(words) = scene.rights.words(node.story, at) else { continue };
        let place = format!("p{}", sentence.paragraph());
        match paragraphs.last_mut() {
            Some((last, text)) if *last == place => {
                text.push(' ');
                text.push_str(words);
            }
            _ => paragraphs.push((place, words.to_owned())),
        }
    }
    let countries =
        node.cast.iter().map(|presence| &presence.profile.entity.id).filter(|id| id.country_code().is_some());
    let year = node.story.published().and_then(model::PartialDate::earliest).map(|day| day.year.to_string());
    let mut filters = vec![("type", "articles".to_owned())];
    filters.extend(countries.map(|id| ("country", scene.graph.name(id).to_owned())));
    filters.extend(article.source.as_ref().map(|source| ("source", source.name.clone())));
    filters.extend(year.map(|year| ("year", year)));
    record(Node::Article(article.id.clone()), &article.title, &filters, &paragraphs)
}

fn profile(scene: &Scene<'_>, node: &EntityNode<'_>) -> Record {
    let entity = &node.profile.entity;
    let own = match entity.id.kind() {
        EntityKind::Country => Some(entity.id.clone()),
        _ => entity.country().map(EntityId::country),
    };
    let mut filters = vec![("type", entity.id.kind().folder().to_owned())];
    filters.extend(own.map(|id| ("country", scene.graph.name(&id).to_owned())));
    let offices = node.roles.iter().map(|told| match &told.fact.of {
        Some(of) => format!("{}, {}.", told.fact.title, scene.graph.name(of)),
        None => format!("{}.", told.fact.title),
    });
    // One way of writing an office is enough.
    let offices: BTreeMap<String, String> = offices.map(|words| (words.to_lowercase(), words)).collect();
    let words = [
        entity.aliases.join(", "),
        offices.into_values().collect::<Vec<_>>().join(" "),
        node.profile.body.plain.clone(),
    ];
    let places = ["main", "roles", "profile"].map(str::to_owned);
    let paragraphs: Vec<_> = places.into_iter().zip(words).filter(|(_, words)| !words.is_empty()).collect();
    record(Node::Entity(entity.id.clone()), &entity.name, &filters, &paragraphs)
}

/// A page as Pagefind reads it: the heading is the title and no part of the text.
fn record(node: Node, title: &str, filters: &[(&str, String)], paragraphs: &[(String, String)]) -> Record {
    let mut html = String::from("<html><head>");
    for (name, value) in filters {
        let value = prose::escape(value);
        let _ = write!(html, "<meta data-pagefind-filter=\"{name}[content]\" content=\"{value}\">");
    }
    let _ = write!(html, "</head><body><h1 data-pagefind-ignore>{}</h1>", prose::escape(title));
    for (place, words) in paragraphs {
        let words = prose::escape(words);
        let _ = write!(html, "<p id=\"{place}\" data-pagefind-title=\"{place}\">{words}</p>");
    }
    html.push_str("</body></html>");
    Record { path: node.path(), html }
}

#[cfg(test)]
mod tests;
