//! All entities of a kind: from A to Z, by the number of articles, by the newest article, or those mentioned once. For
//! `index.html`.

use std::ops::Range;

use model::EntityKind;
use serde::Serialize;

use super::Scene;
use super::date::Date;
use super::piece::{EntityLink, Link};
use super::shell::NavItem;
use super::spark::{self, Spark};
use crate::catalog::{Names, Order, latest};
use crate::graph::EntityNode;
use crate::route::Node;

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
    let none = Names::default();
    let names = scene.catalog.names.get(&(kind, order)).unwrap_or(&none);
    let range = scene.range();
    let rows = |range: Range<usize>| names.nodes[range].iter().map(|node| row(scene, node)).collect();
    let ends = names.letters.iter().skip(1).map(|(_, start)| *start).chain([names.nodes.len()]);
    let within = names.letters.iter().zip(ends).filter_map(|((letter, start), end)| {
        let here = (*start).max(range.start)..end.min(range.end);
        (!here.is_empty()).then_some((*letter, here))
    });
    let mut letters: Vec<Letter> = within
        .map(|(first, here)| {
            let (letter, id) = label(scene, first);
            Letter { letter, id, rows: rows(here) }
        })
        .collect();
    if names.letters.is_empty() {
        letters.push(Letter { letter: String::new(), id: "list".to_owned(), rows: rows(range) });
    }
    let sections = names.letters.iter().map(|(letter, at)| (label(scene, *letter), *at));
    Index {
        label: scene.kind(kind),
        kind: super::prose::class(kind),
        total: names.nodes.len(),
        orders: scene.wanted("orders", || orders(scene, kind)),
        jump: scene.wanted("jump", || scene.jump(scene.here.list(), sections)),
        letters,
    }
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

/// The heading of a letter, and its address.
fn label(scene: &Scene<'_>, letter: Option<char>) -> (String, String) {
    match letter {
        Some(letter) => (letter.to_ascii_uppercase().to_string(), letter.to_string()),
        None => (scene.say("index.digits"), "0-9".to_owned()),
    }
}

fn row(scene: &Scene<'_>, node: &EntityNode<'_>) -> Row {
    let entity = &node.profile.entity;
    let title = || node.office().map(|role| scene.title(&role.fact.title, role.fact.of.as_ref()));
    let country = || {
        let country = entity.country().filter(|_| entity.id.kind() != EntityKind::Country)?;
        Some(scene.language.country(country).to_owned())
    };
    let days = node.appearances.iter().filter_map(|found| found.story.published()?.earliest());
    Row {
        entity: scene.entity(node.profile),
        hint: scene.wanted("hint", || title().or_else(country).unwrap_or_default()),
        articles: node.appearances.len(),
        latest: scene.wanted("latest", || latest(node).map(|date| scene.date(date))),
        spark: scene.wanted("spark", || spark::draw(scene, days)),
    }
}
