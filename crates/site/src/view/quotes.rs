//! The newest quotes and all who speak for `quotes.html`; the quotes of one, or of nobody who is certain, for `speaker.html`.

use model::EntityId;
use serde::Serialize;

use super::Scene;
use super::date::Date;
use super::piece::{EntityLink, Link};
use super::quote::QuoteLine;
use crate::graph::EntityNode;
use crate::route::Node;

/// How many of the newest quotes stand beside the list of speakers.
const NEWEST: usize = 20;

/// `quotes` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Quotes {
    /// The newest quotes; none on later pages.
    pub(crate) newest: Vec<QuoteLine>,
    /// The speakers of this page, those with most quotes first.
    pub(crate) speakers: Vec<Speaker>,
    /// The page of quotes without a certain speaker.
    pub(crate) unattributed: Option<Link>,
    /// How many speakers there are on all pages.
    pub(crate) voices: usize,
    /// How many quotes there are, the copies of one counted once.
    pub(crate) total: usize,
}

/// A speaker.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Speaker {
    /// The page of the quotes, by the name of the speaker.
    pub(crate) link: Link,
    /// `person`, `country`, `group` or `place`.
    pub(crate) kind: &'static str,
    /// The newest title; empty when no article gives one.
    pub(crate) title: String,
    /// How many quotes.
    pub(crate) quotes: usize,
    /// When the newest dated article with one was published.
    pub(crate) latest: Option<Date>,
}

/// `speaker` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OneSpeaker {
    /// Who; none for quotes without a certain speaker.
    pub(crate) entity: Option<EntityLink>,
    /// What was said, newest first.
    pub(crate) quotes: Vec<QuoteLine>,
    /// How many quotes there are on all pages.
    pub(crate) total: usize,
}

/// The view of the page of all quotes.
pub(crate) fn view(scene: &Scene<'_>) -> Quotes {
    let speakers = &scene.catalog.speakers;
    let first = scene.here.number() == 1;
    let newest = scene.graph.sayings.iter().take(if first { NEWEST } else { 0 });
    let open = scene.catalog.unattributed.len();
    let unattributed = Link::new(scene.language.number(open), scene.href(&Node::Unattributed, ""));
    Quotes {
        newest: newest.map(|saying| scene.saying(saying)).collect(),
        voices: speakers.len(),
        // Where nobody is certain to have said anything, the page is there without speakers.
        speakers: speakers.get(scene.range()).unwrap_or_default().iter().map(|n| speaker(scene, n)).collect(),
        unattributed: (open > 0).then_some(unattributed),
        total: scene.graph.sayings.len(),
    }
}

fn speaker(scene: &Scene<'_>, node: &EntityNode<'_>) -> Speaker {
    let entity = &node.profile.entity;
    let told = || node.quotes.iter().map(|&at| scene.graph.sayings[at].lead());
    Speaker {
        link: Link::new(entity.name.clone(), scene.href(&Node::Speaker(entity.id.clone()), "")),
        kind: super::prose::class(entity.id.kind()),
        title: node
            .office()
            .map_or(String::new(), |role| scene.title(&role.fact.title, role.fact.of.as_ref())),
        quotes: node.quotes.len(),
        latest: told().find_map(|told| told.story.published().map(|date| scene.date(date))),
    }
}

/// The view of the page of one speaker.
pub(crate) fn one(scene: &Scene<'_>, id: &EntityId) -> OneSpeaker {
    let node = &scene.graph.entities[id];
    OneSpeaker {
        entity: Some(scene.entity(node.profile)),
        quotes: scene.sayings(&node.quotes[scene.range()]),
        total: node.quotes.len(),
    }
}

/// The view of the page of quotes without a certain speaker.
pub(crate) fn unattributed(scene: &Scene<'_>) -> OneSpeaker {
    let open = &scene.catalog.unattributed;
    OneSpeaker {
        entity: None,
        quotes: open[scene.range()].iter().map(|saying| scene.saying(saying)).collect(),
        total: open.len(),
    }
}
