//! [`Graph`] → what each list of the site holds, as the weight of each of its entries in bytes of HTML; and how much of the
//! lists about an entity its own page shows.

use std::collections::BTreeMap;
use std::ops::Range;

use model::{EntityKind, Predicate};

use super::part::{self, LINES, ROWS};
use super::{Facet, Node, Order};
use crate::graph::{ArticleNode, Disagreement, EntityNode, Graph, Proposition, Saying};
use crate::library::Story;

/// How many of its sentences a fact in one line links to.
pub(crate) const SOURCES: usize = 6;

/// How many sentences of each status stand for a claim that many articles make.
pub(crate) const TELLINGS: usize = 3;

/// The lists of the site that have entries, each with its parts.
pub(super) fn lists(graph: &Graph<'_>) -> Vec<(Node, Vec<Range<usize>>)> {
    let mut lists = vec![(Node::Articles, nonempty(part::split(&vec![900; graph.articles.len()], ROWS)))];
    let mut add = |node: Node, weights: &[usize], most: usize| {
        if !weights.is_empty() {
            lists.push((node, part::split(weights, most)));
        }
    };
    for node in times(graph) {
        let count = stories(graph, &node).count();
        add(node, &vec![900; count], ROWS);
    }
    for &kind in EntityKind::ALL {
        let all = listed(graph, kind, Order::Frequency).count();
        for order in Order::ALL {
            let count = listed(graph, kind, order).count();
            // A handful needs no second order.
            if order == Order::Name || all >= LEAST_ORDERED {
                add(Node::Entities(kind, order), &vec![430; count], LINES);
            }
        }
    }
    add(Node::Sources, &vec![420; graph.publications.len()], LINES);
    for (slug, publication) in &graph.publications {
        add(Node::Source(slug.clone()), &vec![900; publication.articles.len()], ROWS);
    }
    let speakers: Vec<_> = graph.entities.iter().filter(|(_, node)| !node.quotes.is_empty()).collect();
    if !graph.sayings.is_empty() {
        add(Node::Quotes, &vec![120; speakers.len().max(1)], LINES);
    }
    for (id, node) in speakers {
        add(Node::Speaker((*id).clone()), &sayings(graph, &node.quotes), ROWS);
    }
    let unattributed: Vec<usize> = graph.unattributed().map(saying).collect();
    add(Node::Unattributed, &unattributed, ROWS);
    let claims: Vec<usize> = graph.claims().map(proposition).chain(graph.reported().map(saying)).collect();
    add(Node::Claims, &claims, ROWS);
    add(Node::Relations, if graph.propositions.is_empty() { &[] } else { &[1] }, LINES);
    for &predicate in Predicate::ALL {
        let weights: Vec<usize> = graph.of_predicate(predicate).map(row).collect();
        add(Node::Relation(predicate), &weights, ROWS);
    }
    let moments: Vec<usize> = graph.moments.iter().map(|m| sentence(m.story, m.sentence)).collect();
    add(Node::Timeline, &moments, LINES);
    let disagreements: Vec<usize> = graph.disagreements.iter().map(disagreement).collect();
    add(Node::Disagreements, &disagreements, ROWS);
    add(Node::Pairs, &vec![320; graph.pairs.len()], LINES);
    for (name, pair) in &graph.pairs {
        let mut weights: Vec<usize> = pair.sentences.iter().map(|(story, at)| sentence(story, *at)).collect();
        // What is said to be so between them stands above the first sentence.
        let relations = pair.propositions.iter().map(|&at| proposition(&graph.propositions[at]));
        weights[0] += relations.sum::<usize>();
        add(Node::Pair(name.clone()), &weights, ROWS);
    }
    lists
}

/// Fewer entities than these are listed in one order alone.
const LEAST_ORDERED: usize = 8;

/// The years and months that have a page of their own: the years, if there are several and more articles than one page holds;
/// the months of a year that has as many.
fn times(graph: &Graph<'_>) -> Vec<Node> {
    let mut times: BTreeMap<i64, BTreeMap<Option<u8>, usize>> = BTreeMap::new();
    for node in graph.articles.values() {
        let Some(date) = node.story.published() else { continue };
        if let Some(day) = date.earliest().filter(|day| (0..=9999).contains(&day.year)) {
            *times.entry(day.year).or_default().entry(date.month()).or_default() += 1;
        }
    }
    if times.len() < 2 || graph.articles.len() <= ROWS {
        return Vec::new();
    }
    let mut nodes = Vec::new();
    for (year, months) in times {
        nodes.push(Node::Year(year));
        if months.values().sum::<usize>() > ROWS {
            nodes.extend(months.into_keys().flatten().map(|month| Node::Month(year, month)));
        }
    }
    nodes
}

/// The articles of a year or a month, or all of them, newest first.
pub(crate) fn stories<'g, 'l>(
    graph: &'g Graph<'l>,
    list: &Node,
) -> impl Iterator<Item = &'g ArticleNode<'l>> {
    let (year, month) = match list {
        Node::Year(year) => (Some(*year), None),
        Node::Month(year, month) => (Some(*year), Some(*month)),
        _ => (None, None),
    };
    graph.stories().filter(move |node| {
        let date = node.story.published();
        let own = date.and_then(|date| date.earliest()).map(|day| day.year);
        (year.is_none() || own == year) && (month.is_none() || date.and_then(|date| date.month()) == month)
    })
}

/// The entities of a kind that stand in its list of this order, by identifier.
pub(crate) fn listed<'g, 'l>(
    graph: &'g Graph<'l>,
    kind: EntityKind,
    order: Order,
) -> impl Iterator<Item = &'g EntityNode<'l>> {
    let of_kind = move || graph.entities.values().filter(move |node| node.profile.entity.id.kind() == kind);
    let many = of_kind().count() > LINES;
    let once = |node: &EntityNode<'_>| node.appearances.iter().map(|a| a.sentences.len()).sum::<usize>() == 1;
    of_kind().filter(move |node| match order {
        Order::Name => !many || !once(node),
        Order::Once => many && once(node),
        Order::Frequency | Order::Latest => true,
    })
}

/// The page of articles is there without any too.
fn nonempty(parts: Vec<Range<usize>>) -> Vec<Range<usize>> {
    if parts.is_empty() { part::whole(&[]) } else { parts }
}

/// The weights of a list about an entity.
pub(super) fn facet(graph: &Graph<'_>, node: &EntityNode<'_>, facet: Facet) -> Vec<usize> {
    let claims = |list: &[usize]| list.iter().map(|&at| proposition(&graph.propositions[at])).collect();
    match facet {
        Facet::Articles => {
            let weight = |story: &Story, sentences: &[usize]| {
                sentences.iter().map(|at| sentence(story, *at) - 250).sum::<usize>() + 300
            };
            node.appearances.iter().map(|a| weight(a.story, &a.sentences)).collect()
        }
        Facet::Roles => vec![330; node.roles.len()],
        Facet::About => sayings(graph, &node.about),
        Facet::Voices => sayings(graph, &node.voices),
        Facet::Claims => claims(&node.claims),
        Facet::Relations => node.relations.iter().map(|&at| row(&graph.propositions[at])).collect(),
        Facet::Timeline => node.moments.iter().map(|m| sentence(m.story, m.sentence)).collect(),
        Facet::Ties => node.offices.iter().map(|_| 330).chain(node.belongings.iter().map(|_| 130)).collect(),
    }
}

/// How many entries of such a list the entity's own page shows: all that fit, and one at least.
pub(super) fn shown(weights: &[usize], facet: Facet) -> usize {
    let (most, bytes) = match facet {
        Facet::Roles => (16, 5_000),
        Facet::Articles => (10, 14_000),
        Facet::About | Facet::Voices => (5, 4_500),
        Facet::Claims => (5, 5_000),
        Facet::Relations => (24, 6_000),
        Facet::Timeline => (12, 8_000),
        Facet::Ties => (24, 5_000),
    };
    let mut sum = 0;
    let fits = |weight: &&usize| {
        sum += **weight;
        sum <= bytes
    };
    weights.iter().take(most).take_while(fits).count().max(usize::from(!weights.is_empty()))
}

fn sayings(graph: &Graph<'_>, list: &[usize]) -> Vec<usize> {
    list.iter().map(|&at| saying(&graph.sayings[at])).collect()
}

/// A sentence with the links in it, its article and its date.
fn sentence(story: &Story, at: usize) -> usize {
    let length = story.body.sentences.get(at).map_or(0, |sentence| sentence.range.len());
    550 + length + 90 * story.body.mentions_of(at).len() + story.article.title.len()
}

fn saying(saying: &Saying<'_>) -> usize {
    let words: usize = saying.tellings().map(|told| told.fact.evidence.text.len() + 330).sum();
    420 + words
}

fn proposition(proposition: &Proposition<'_>) -> usize {
    let heaviest = proposition.tellings.iter().map(|told| sentence(told.story, told.sentence)).max();
    500 + heaviest.unwrap_or(0) * proposition.tellings.len().min(2 * TELLINGS)
}

/// A proposition in a table: its sentences are links.
fn row(proposition: &Proposition<'_>) -> usize {
    420 + 160 * proposition.tellings.len().min(SOURCES)
}

fn disagreement(disagreement: &Disagreement<'_>) -> usize {
    let places = disagreement.sides.iter().flat_map(|side| side.places.iter().take(TELLINGS));
    700 + places.map(|place| sentence(place.story, place.sentence)).sum::<usize>()
}
