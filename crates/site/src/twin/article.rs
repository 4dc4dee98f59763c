//! The file beside the page of an article.

use model::{ArticleId, DateMention, EntityId, Event, Quantity, Quote, Relation, Role};
use serde::Serialize;

use super::head;
use crate::export::{self, Fact, Row};
use crate::graph::ArticleNode;
use crate::route::Node;
use crate::view::Scene;

/// The keys in their order.
#[derive(Serialize)]
pub(super) struct Article<'a> {
    #[serde(flatten)]
    about: Row,
    shown: &'static str,
    text: Vec<Sentence<'a>>,
    cast: Vec<Member<'a>>,
    /// The numbers of sentences.
    key_points: Vec<usize>,
    quotes: Vec<Row>,
    relations: Vec<Row>,
    roles: Vec<Row>,
    events: Vec<Row>,
    dates: Vec<Row>,
    figures: Vec<Row>,
    related: Vec<Near<'a>>,
}

#[derive(Serialize)]
struct Sentence<'a> {
    paragraph: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<&'a str>,
}

#[derive(Serialize)]
struct Member<'a> {
    id: &'a EntityId,
    name: &'a str,
    mentions: usize,
    titles: Vec<&'a str>,
    page: String,
}

#[derive(Serialize)]
struct Near<'a> {
    id: &'a ArticleId,
    title: &'a str,
    shared: Vec<&'a EntityId>,
    page: String,
}

/// The file of an article.
pub(super) fn of<'a>(scene: &'a Scene<'_>, node: &'a ArticleNode<'_>) -> Article<'a> {
    let (article, body) = (&node.story.article, &node.story.body);
    let sentence = |(at, sentence): (usize, &crate::markdown::Sentence)| Sentence {
        paragraph: sentence.paragraph(),
        words: scene.rights.words(node.story, at),
    };
    let about = head(scene, "article", &Node::Article(article.id.clone()));
    Article {
        about: about.and(export::article(node).without("entities")),
        shown: scene.config.body.as_str(),
        text: body.sentences.iter().enumerate().map(sentence).collect(),
        cast: node.cast.iter().map(member).collect(),
        key_points: node.key_points.iter().map(|told| told.sentence + 1).collect(),
        quotes: facts::<Quote>(node),
        relations: facts::<Relation>(node),
        roles: facts::<Role>(node),
        events: facts::<Event>(node),
        dates: facts::<DateMention>(node),
        figures: facts::<Quantity>(node),
        related: scene.graph.related(node).iter().map(near).collect(),
    }
}

fn facts<F: Fact>(node: &ArticleNode<'_>) -> Vec<Row> {
    F::all(node).iter().map(export::told_here).collect()
}

fn member<'a>(presence: &'a crate::graph::Presence<'_>) -> Member<'a> {
    let entity = &presence.profile.entity;
    Member {
        id: &entity.id,
        name: &entity.name,
        mentions: presence.mentions,
        titles: presence.titles.iter().map(|title| title.words).collect(),
        page: Node::Entity(entity.id.clone()).path(),
    }
}

fn near<'a>(related: &crate::graph::Related<'a>) -> Near<'a> {
    let article = &related.story.article;
    Near {
        id: &article.id,
        title: &article.title,
        shared: related.shared.iter().map(|profile| &profile.entity.id).collect(),
        page: Node::Article(article.id.clone()).path(),
    }
}
