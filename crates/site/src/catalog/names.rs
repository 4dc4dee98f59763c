//! People, countries, groups and places in the orders in which they are listed.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use model::{EntityKind, PartialDate, Slug};
use rayon::prelude::*;

use crate::graph::{EntityNode, Graph};

/// How the entities of a kind are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Order {
    /// From A to Z; of many without those that are mentioned once.
    Name,
    /// Those that most articles name first.
    Frequency,
    /// Those that the newest articles name first.
    Latest,
    /// Those that a single sentence names, when there are many.
    Once,
}

/// Entities in an order.
#[derive(Debug, Default)]
pub(crate) struct Names<'g> {
    /// The entities.
    pub(crate) nodes: Vec<&'g EntityNode<'g>>,
    /// Where those under each letter begin, nothing being the letter of those that begin with another sign; no letters in
    /// an order that is not that of names.
    pub(crate) letters: Vec<(Option<char>, usize)>,
}

/// Of more entities than this, those that are mentioned once are listed apart.
const MANY: usize = 200;

impl Order {
    /// All of them.
    pub(crate) const ALL: [Self; 4] = [Self::Name, Self::Frequency, Self::Latest, Self::Once];

    /// Its folder below that of the kind.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::Name => "",
            Self::Frequency => "by-frequency/",
            Self::Latest => "by-latest/",
            Self::Once => "mentioned-once/",
        }
    }

    /// What it is called, as a key of the language files.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Name => "index.by_name",
            Self::Frequency => "index.by_frequency",
            Self::Latest => "index.by_latest",
            Self::Once => "index.once",
        }
    }
}

/// The entities of each kind in each order; in that of their names alone, and all of them, unless `orders` have pages.
pub(super) fn listed<'g>(graph: &'g Graph<'g>, orders: bool) -> BTreeMap<(EntityKind, Order), Names<'g>> {
    let mut listed = BTreeMap::new();
    let nodes: Vec<&EntityNode<'_>> = graph.entities.values().collect();
    let keyed: Vec<(String, &EntityNode<'_>)> = nodes.into_par_iter().map(|node| (key(node), node)).collect();
    for &kind in EntityKind::ALL {
        let of_kind = keyed.iter().filter(|(_, node)| node.profile.entity.id.kind() == kind);
        let mut all: Vec<(&str, &EntityNode<'_>)> =
            of_kind.map(|(key, node)| (key.as_str(), *node)).collect();
        all.sort_by(|a, b| a.0.cmp(b.0).then_with(|| a.1.profile.entity.id.cmp(&b.1.profile.entity.id)));
        if !orders {
            listed.insert((kind, Order::Name), lettered(&all));
            continue;
        }
        let (once, often): (Vec<_>, Vec<_>) =
            all.iter().cloned().partition(|(_, node)| all.len() > MANY && is_once(node));
        listed.insert((kind, Order::Name), lettered(&often));
        listed.insert((kind, Order::Once), lettered(&once));
        let by_name: Vec<&EntityNode<'_>> = all.into_iter().map(|(_, node)| node).collect();
        let mut nodes = by_name.clone();
        nodes.sort_by_key(|node| Reverse(node.appearances.len()));
        listed.insert((kind, Order::Frequency), Names { nodes, letters: Vec::new() });
        let mut dated: Vec<_> = by_name.into_iter().map(|node| (latest(node), node)).collect();
        dated.sort_by_key(|(latest, _)| Reverse(*latest));
        let nodes = dated.into_iter().map(|(_, node)| node).collect();
        listed.insert((kind, Order::Latest), Names { nodes, letters: Vec::new() });
    }
    listed
}

/// Entities in the order of their keys, under letters.
fn lettered<'g>(sorted: &[(&str, &'g EntityNode<'g>)]) -> Names<'g> {
    let mut names = Names::default();
    for (at, (key, node)) in sorted.iter().enumerate() {
        let letter = key.chars().next().filter(char::is_ascii_alphabetic);
        if names.letters.last().is_none_or(|(last, _)| *last != letter) {
            names.letters.push((letter, at));
        }
        names.nodes.push(node);
    }
    names
}

/// The name in ASCII without `the`, by which it is sorted: `Óscar Arias` stands under O.
fn key(node: &EntityNode<'_>) -> String {
    let name = &node.profile.entity.name;
    let bare = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    Slug::from_name(bare).map_or_else(|| node.profile.entity.id.slug().to_string(), String::from)
}

fn is_once(node: &EntityNode<'_>) -> bool {
    node.sentence_count() == 1
}

/// When the newest dated article that names it was published.
pub(crate) fn latest<'n>(node: &'n EntityNode<'_>) -> Option<&'n PartialDate> {
    node.appearances.iter().find_map(|appearance| appearance.story.published())
}
