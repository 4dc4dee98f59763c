//! All entities of a kind from A to Z. For `index.html`.

use model::{EntityKind, Slug};
use serde::Serialize;

use super::Scene;
use super::date::Date;
use super::piece::{EntityLink, Link};
use crate::graph::EntityNode;
use crate::route::Node;

/// `index` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Index {
    /// `People`, `Countries`, `Groups` or `Places`.
    pub(crate) label: String,
    /// `person`, `country`, `group` or `place`.
    pub(crate) kind: &'static str,
    /// How many there are on all pages.
    pub(crate) total: usize,
    /// The way to each letter.
    pub(crate) jump: Vec<Link>,
    /// The letters of this page.
    pub(crate) letters: Vec<Letter>,
}

/// The entities that begin with a letter.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Letter {
    /// The letter, or `0–9`.
    pub(crate) letter: String,
    /// Its address on the page.
    pub(crate) id: String,
    /// The entities.
    pub(crate) rows: Vec<Row>,
}

/// An entity in the list.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row {
    /// Who or what.
    pub(crate) entity: EntityLink,
    /// Its latest title, acronym or country; empty when none is known.
    pub(crate) hint: String,
    /// How many articles name it.
    pub(crate) articles: usize,
    /// When the newest dated one was published.
    pub(crate) latest: Option<Date>,
}

/// The view of the page of a kind.
pub(crate) fn view(scene: &Scene<'_>, kind: EntityKind) -> Index {
    let of_kind = scene.graph.entities.values().filter(|node| node.profile.entity.id.kind() == kind);
    let mut sorted: Vec<(String, &EntityNode<'_>)> = of_kind.map(|node| (key(node), node)).collect();
    sorted.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.profile.entity.id.cmp(&b.1.profile.entity.id)));
    let mut letters: Vec<Letter> = Vec::new();
    for (key, node) in &sorted[scene.range()] {
        let (letter, id) = letter(scene, key);
        if letters.last().is_none_or(|letter| letter.id != id) {
            letters.push(Letter { letter, id, rows: Vec::new() });
        }
        letters.last_mut().expect("just pushed").rows.push(row(scene, node));
    }
    let jump = scene.jump(&Node::Entities(kind), sorted.iter().map(|(key, _)| letter(scene, key)));
    Index { label: scene.kind(kind), kind: super::prose::class(kind), total: sorted.len(), jump, letters }
}

/// The letter that a name stands under, and its address.
fn letter(scene: &Scene<'_>, key: &str) -> (String, String) {
    match key.chars().next().filter(char::is_ascii_alphabetic) {
        Some(first) => (first.to_ascii_uppercase().to_string(), first.to_string()),
        None => (scene.say("index.digits"), "0-9".to_owned()),
    }
}

/// The name in ASCII without `the`, by which it is sorted: `Óscar Arias` stands under O.
fn key(node: &EntityNode<'_>) -> String {
    let name = &node.profile.entity.name;
    let bare = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    Slug::from_name(bare).map_or_else(|| node.profile.entity.id.slug().to_string(), String::from)
}

fn row(scene: &Scene<'_>, node: &EntityNode<'_>) -> Row {
    let entity = &node.profile.entity;
    let title = node.roles.first().map(|role| role.fact.title.clone());
    let country = || {
        let country = entity.country().filter(|_| entity.id.kind() != EntityKind::Country)?;
        Some(country.country().name.to_owned())
    };
    Row {
        entity: scene.entity(node.profile),
        hint: title.or_else(country).unwrap_or_default(),
        articles: node.appearances.len(),
        latest: node
            .appearances
            .iter()
            .find_map(|appearance| appearance.story.published())
            .map(|date| scene.date(date)),
    }
}
