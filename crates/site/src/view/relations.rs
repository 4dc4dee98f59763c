//! What is said to be so between two: all kinds for `relations.html`, one kind for `relation.html`.

use std::collections::BTreeSet;

use model::{Predicate, Status};
use serde::Serialize;

use super::Scene;
use super::piece::Link;
use super::relation::Row;
use crate::route::Node;

/// `relations` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Relations {
    /// The kinds that have relations, those with most first.
    pub(crate) kinds: Vec<Kind>,
    /// How many relations there are.
    pub(crate) total: usize,
    /// The page of all pairs, when there are any.
    pub(crate) pairs: Option<String>,
}

/// The relations of a kind, counted.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Kind {
    /// Its page, by its label: `accused`.
    pub(crate) link: Link,
    /// The label seen from the other side.
    pub(crate) reverse: String,
    /// How many relations.
    pub(crate) relations: usize,
    /// How many of them no article gives in its own voice.
    pub(crate) hedged: usize,
    /// How many sentences say them.
    pub(crate) sentences: usize,
    /// Some of the names, those of the newest articles.
    pub(crate) examples: Vec<super::piece::EntityLink>,
}

/// `relation` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OneKind {
    /// The label.
    pub(crate) label: String,
    /// The label seen from the other side.
    pub(crate) reverse: String,
    /// The relations, newest first.
    pub(crate) rows: Vec<Row>,
    /// How many there are on all pages.
    pub(crate) total: usize,
}

/// How many names stand beside a kind.
const EXAMPLES: usize = 4;

/// The view of the page of all kinds.
pub(crate) fn view(scene: &Scene<'_>) -> Relations {
    let mut kinds: Vec<Kind> =
        Predicate::ALL.iter().map(|&predicate| kind(scene, predicate)).filter(|k| k.relations > 0).collect();
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.relations));
    let pairs = scene.routes.has(&Node::Pairs).then(|| scene.href(&Node::Pairs, ""));
    Relations { kinds, total: scene.graph.propositions.len(), pairs }
}

/// The view of the page of one kind.
pub(crate) fn one(scene: &Scene<'_>, predicate: Predicate) -> OneKind {
    let all = scene.catalog.of_predicate(predicate);
    let (label, reverse) = (scene.verb(predicate), scene.reverse(predicate));
    let rows = all[scene.range()].iter().map(|found| scene.row(found, None)).collect();
    OneKind { label, reverse, rows, total: all.len() }
}

fn kind(scene: &Scene<'_>, predicate: Predicate) -> Kind {
    let all = scene.catalog.of_predicate(predicate);
    let plain = |p: &crate::graph::Proposition<'_>| {
        p.tellings.iter().any(|told| told.fact.status == Status::Asserted)
    };
    let mut names = BTreeSet::new();
    let subjects = all.iter().map(|proposition| proposition.subject).filter(|id| names.insert(*id));
    Kind {
        link: Link::new(scene.verb(predicate), scene.href(&Node::Relation(predicate), "")),
        reverse: scene.reverse(predicate),
        examples: subjects.take(EXAMPLES).map(|id| scene.entity_id(id)).collect(),
        relations: all.len(),
        hedged: all.iter().filter(|found| !plain(found)).count(),
        sentences: all.iter().map(|found| found.tellings.len()).sum(),
    }
}
