//! All entities of a kind: from A to Z, by the number of articles, by the newest article, or those mentioned once. For
//! `index.html`.

use std::cmp::Reverse;

use model::{EntityKind, PartialDate, Slug};
use serde::Serialize;

use super::Scene;
use super::date::Date;
use super::piece::{EntityLink, Link};
use super::shell::NavItem;
use super::spark::{self, Spark};
use crate::graph::EntityNode;
use crate::route::{self, Node, Order};

/// `index` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Index {
    /// `People`, `Countries`, `Groups` or `Places`.
    pub(crate) label: String,
    /// `person`, `country`, `group` or `place`.
    pub(crate) kind: &'static str,
    /// How many there are on all pages of this order.
    pub(crate) total: usize,
    /// The orders in which they are listed.
    pub(crate) orders: Vec<NavItem>,
    /// The way to each letter; none but from A to Z.
    pub(crate) jump: Vec<Link>,
    /// The letters of this page; one without a letter in another order.
    pub(crate) letters: Vec<Letter>,
}

/// The entities that begin with a letter.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Letter {
    /// The letter, or `0–9`; empty in another order than from A to Z.
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
    /// When they were published; none for few.
    pub(crate) spark: Option<Spark>,
}

/// The view of the page of a kind in an order.
pub(crate) fn view(scene: &Scene<'_>, kind: EntityKind, order: Order) -> Index {
    let mut listed: Vec<(String, &EntityNode<'_>)> =
        route::listed(scene.graph, kind, order).map(|node| (key(node), node)).collect();
    listed.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.profile.entity.id.cmp(&b.1.profile.entity.id)));
    match order {
        Order::Name | Order::Once => {}
        Order::Frequency => listed.sort_by_key(|(_, node)| Reverse(node.appearances.len())),
        Order::Latest => listed.sort_by_key(|(_, node)| Reverse(latest(node))),
    }
    let by_letter = matches!(order, Order::Name | Order::Once);
    let place = |key: &str| if by_letter { letter(scene, key) } else { (String::new(), "list".to_owned()) };
    let mut letters: Vec<Letter> = Vec::new();
    for (key, node) in &listed[scene.range()] {
        let (letter, id) = place(key);
        if letters.last().is_none_or(|letter| letter.id != id) {
            letters.push(Letter { letter, id, rows: Vec::new() });
        }
        letters.last_mut().expect("just pushed").rows.push(row(scene, node));
    }
    let jump = match by_letter {
        true => scene.jump(scene.here.list(), listed.iter().map(|(key, _)| place(key))),
        false => Vec::new(),
    };
    let (label, total) = (scene.kind(kind), listed.len());
    Index { label, kind: super::prose::class(kind), total, orders: orders(scene, kind), jump, letters }
}

/// The pages of the orders, the one that is shown among them.
fn orders(scene: &Scene<'_>, kind: EntityKind) -> Vec<NavItem> {
    let orders = Order::ALL.iter().map(|order| (order, Node::Entities(kind, *order)));
    let item = |(order, node): (&Order, Node)| NavItem {
        text: scene.say(order.key()),
        href: scene.href(&node, ""),
        current: *scene.here.list() == node,
    };
    orders.filter(|(_, node)| scene.routes.has(node)).map(item).collect()
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

/// When the newest dated article was published.
fn latest<'n>(node: &'n EntityNode<'_>) -> Option<&'n PartialDate> {
    node.appearances.iter().find_map(|appearance| appearance.story.published())
}

fn row(scene: &Scene<'_>, node: &EntityNode<'_>) -> Row {
    let entity = &node.profile.entity;
    let title = node.roles.first().map(|role| role.fact.title.clone());
    let country = || {
        let country = entity.country().filter(|_| entity.id.kind() != EntityKind::Country)?;
        Some(scene.language.country(country).to_owned())
    };
    let days = node.appearances.iter().filter_map(|found| found.story.published()?.earliest());
    Row {
        entity: scene.entity(node.profile),
        hint: title.or_else(country).unwrap_or_default(),
        articles: node.appearances.len(),
        latest: latest(node).map(|date| scene.date(date)),
        spark: spark::draw(scene, days),
    }
}
