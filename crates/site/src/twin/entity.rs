//! The file beside the page of an entity. Long lists are cut to the newest; the tables in `data/` have all.

use model::{ArticleId, EntityId};
use serde::Serialize;

use super::head;
use crate::export::{self, Row};
use crate::graph::{Appearance, Companion, EntityNode, Told};
use crate::markdown;
use crate::route::Node;
use crate::view::Scene;

/// How many entries a list has at most.
const MOST: usize = 50;

/// The keys in their order.
#[derive(Serialize)]
pub(super) struct Entity<'a> {
    #[serde(flatten)]
    about: Row,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    same_as: Vec<&'a String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    profile: &'a str,
    names: Vec<Name<'a>>,
    roles: Vec<Row>,
    appearances: Vec<Seen<'a>>,
    quotes: Vec<Row>,
    relations: Vec<Row>,
    companions: Vec<Beside<'a>>,
}

#[derive(Serialize)]
struct Name<'a> {
    words: &'a str,
    count: usize,
}

/// An article that names it.
#[derive(Serialize)]
struct Seen<'a> {
    article: &'a ArticleId,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    /// The sentences that do and that may be shown.
    sentences: Vec<Sentence<'a>>,
    page: String,
}

#[derive(Serialize)]
struct Sentence<'a> {
    words: &'a str,
    page: String,
}

#[derive(Serialize)]
struct Beside<'a> {
    id: &'a EntityId,
    name: &'a str,
    articles: usize,
    sentences: usize,
    page: String,
}

/// The file of an entity.
pub(super) fn of<'a>(scene: &'a Scene<'_>, node: &'a EntityNode<'_>) -> Entity<'a> {
    let (graph, entity) = (scene.graph, &node.profile.entity);
    let about = head(scene, entity.id.kind().as_str(), &Node::Entity(entity.id.clone()));
    let sayings = node.quotes.iter().map(|&at| &graph.sayings[at].wordings[0].tellings[0]);
    let relations = node.relations.iter().flat_map(|&at| &graph.propositions[at].tellings);
    Entity {
        about: about.and(export::entity(node)),
        same_as: entity.same_as.iter().filter(|url| markdown::is_web(url)).collect(),
        profile: node.profile.body.plain.trim(),
        names: node.names().iter().take(MOST).map(|(words, count)| Name { words, count: *count }).collect(),
        roles: rows(scene, node.roles.iter().rev()),
        appearances: node.appearances.iter().take(MOST).map(|found| seen(scene, found)).collect(),
        quotes: rows(scene, sayings),
        relations: rows(scene, relations),
        companions: node.companions(scene.graph).take(MOST).map(beside).collect(),
    }
}

/// The first of some facts as their tables have them.
fn rows<'a, F: export::Fact + 'a>(
    scene: &Scene<'_>,
    facts: impl Iterator<Item = &'a Told<'a, F>>,
) -> Vec<Row> {
    facts.take(MOST).map(|told| export::told(told, scene.rights)).collect()
}

fn seen<'a>(scene: &'a Scene<'_>, found: &'a Appearance<'_>) -> Seen<'a> {
    let article = &found.story.article;
    let page = Node::Article(article.id.clone()).path();
    let sentence = |at: usize| {
        let words = scene.rights.words(found.story, at)?;
        Some(Sentence { words, page: format!("{page}#s{}", at + 1) })
    };
    Seen {
        article: &article.id,
        title: &article.title,
        published: article.published.as_ref().map(ToString::to_string),
        sentences: found.sentences().filter_map(sentence).collect(),
        page: page.clone(),
    }
}

fn beside<'a>(companion: Companion<'a>) -> Beside<'a> {
    let entity = &companion.profile.entity;
    Beside {
        id: &entity.id,
        name: &entity.name,
        articles: companion.articles,
        sentences: companion.sentences,
        page: Node::Entity(entity.id.clone()).path(),
    }
}
