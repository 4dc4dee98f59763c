//! [`Graph`] → what each list of the site holds, as the weight of each of its entries in bytes of HTML; and how much of the
//! lists about an entity its own page shows.

use std::iter::repeat_n;
use std::ops::Range;

use model::EntityKind;

use super::part::{self, LINES, ROWS};
use super::{Facet, Node};
use crate::catalog::{Catalog, Order, Time};
use crate::graph::{Appearance, Disagreement, EntityNode, Graph, Moment, Proposition, Saying};
use crate::library::Story;
use crate::sheet::{Sheet, Sheets};

/// How many of its sentences a fact in one line links to.
pub(crate) const SOURCES: usize = 6;

/// How many sentences of each status stand for a claim that many articles make.
pub(crate) const TELLINGS: usize = 3;

/// The lists of the site that have entries and pages, each with its parts.
pub(super) fn lists(
    graph: &Graph<'_>,
    catalog: &Catalog<'_>,
    sheets: &Sheets,
) -> Vec<(Node, Vec<Range<usize>>)> {
    let mut lists = vec![(Node::Articles, nonempty(part::split(&vec![900; graph.articles.len()], ROWS)))];
    let mut add = |node: Node, weights: &mut dyn Iterator<Item = usize>, most: usize| {
        // What a list weighs is not asked where it has no page.
        let weights: Vec<usize> = weights.take_while(|_| sheets.has(node.sheet())).collect();
        if !weights.is_empty() {
            lists.push((node, part::split(&weights, most)));
        }
    };
    for (node, count) in times(graph, catalog) {
        add(node, &mut repeat_n(900, count), ROWS);
    }
    for &kind in EntityKind::ALL {
        let count = |order| catalog.names.get(&(kind, order)).map_or(0, |names| names.nodes.len());
        let all = count(Order::Frequency);
        for order in Order::ALL {
            // A handful needs no second order.
            if order == Order::Name || all >= LEAST_ORDERED {
                add(Node::Entities(kind, order), &mut repeat_n(430, count(order)), LINES);
            }
        }
    }
    add(Node::Sources, &mut repeat_n(420, graph.publications.len()), LINES);
    for (slug, publication) in &graph.publications {
        add(Node::Source(slug.clone()), &mut repeat_n(900, publication.articles.len()), ROWS);
    }
    if !graph.sayings.is_empty() {
        add(Node::Quotes, &mut repeat_n(120, catalog.speakers.len().max(1)), LINES);
    }
    for node in &catalog.speakers {
        let mut weights = node.quotes.iter().map(|&at| saying(&graph.sayings[at]));
        add(Node::Speaker(node.profile.entity.id.clone()), &mut weights, ROWS);
    }
    add(Node::Unattributed, &mut catalog.unattributed.iter().map(|found| saying(found)), ROWS);
    let claims = catalog.claims.iter().map(|found| proposition(found));
    let mut claims = claims.chain(catalog.reported.iter().map(|found| saying(found)));
    add(Node::Claims, &mut claims, ROWS);
    add(Node::Relations, &mut graph.propositions.iter().take(1).map(|_| 1), LINES);
    for (predicate, propositions) in &catalog.relations {
        add(Node::Relation(*predicate), &mut propositions.iter().map(|found| row(found)), ROWS);
    }
    let moments = || graph.moments.iter().map(moment);
    add(Node::Timeline, &mut moments(), LINES);
    // A timeline on one page needs no others.
    if sheets.has(Sheet::Timeline) && part::split(&moments().collect::<Vec<_>>(), LINES).len() > 1 {
        for (when, moments) in &catalog.whens {
            add(Node::When(*when), &mut moments.iter().map(|found| moment(found)), LINES);
        }
    }
    add(Node::Disagreements, &mut graph.disagreements.iter().map(disagreement), ROWS);
    add(Node::Pairs, &mut repeat_n(320, graph.pairs.len()), LINES);
    for (name, pair) in &graph.pairs {
        let mut weights: Vec<usize> = pair.sentences.iter().map(|(story, at)| sentence(story, *at)).collect();
        // What is said to be so between them stands above the first sentence.
        let relations = pair.propositions.iter().map(|&at| proposition(&graph.propositions[at]));
        weights[0] += relations.sum::<usize>();
        add(Node::Pair(name.clone()), &mut weights.into_iter(), ROWS);
    }
    lists
}

/// Fewer entities than these are listed in one order alone.
const LEAST_ORDERED: usize = 8;

/// The years and months that have a page of their own, with how many articles: the years, if there are several and more
/// articles than one page holds; the months of a year that has as many.
fn times(graph: &Graph<'_>, catalog: &Catalog<'_>) -> Vec<(Node, usize)> {
    let count = |time: &Time| catalog.articles.get(time).map_or(0, |articles| articles.nodes.len());
    let shown = |time: &&Time| match time {
        Time::All => false,
        Time::Year(year) => (0..=9999).contains(year),
        Time::Month(year, _) => (0..=9999).contains(year) && count(&Time::Year(*year)) > ROWS,
    };
    let times = || catalog.articles.keys().filter(shown);
    let several = times().filter(|time| matches!(time, Time::Year(_))).count() > 1;
    if !several || graph.articles.len() <= ROWS {
        return Vec::new();
    }
    let node = |time: &Time| match time {
        Time::All => Node::Articles,
        Time::Year(year) => Node::Year(*year),
        Time::Month(year, month) => Node::Month(*year, *month),
    };
    times().map(|time| (node(time), count(time))).collect()
}

/// The page of articles is there without any too.
fn nonempty(parts: Vec<Range<usize>>) -> Vec<Range<usize>> {
    if parts.is_empty() { part::whole(&[]) } else { parts }
}

/// How long a list about an entity is.
pub(super) fn length(node: &EntityNode<'_>, facet: Facet) -> usize {
    match facet {
        Facet::Articles => node.appearances.len(),
        Facet::Roles => node.roles.len(),
        Facet::About => node.about.len(),
        Facet::Voices => node.voices.len(),
        Facet::Claims => node.claims.len(),
        Facet::Relations => node.relations.len(),
        Facet::Timeline => node.moments.len(),
        Facet::Ties => node.offices.len() + node.belongings.len(),
    }
}

/// The weights of a list about an entity.
pub(super) fn facet(graph: &Graph<'_>, node: &EntityNode<'_>, facet: Facet) -> Vec<usize> {
    let claims = |list: &[usize]| list.iter().map(|&at| proposition(&graph.propositions[at])).collect();
    match facet {
        Facet::Articles => {
            let weight = |found: &Appearance<'_>| {
                found.sentences().map(|at| sentence(found.story, at) - 250).sum::<usize>() + 300
            };
            node.appearances.iter().map(weight).collect()
        }
        Facet::Roles => vec![330; node.roles.len()],
        Facet::About => sayings(graph, &node.about),
        Facet::Voices => sayings(graph, &node.voices),
        Facet::Claims => claims(&node.claims),
        Facet::Relations => node.relations.iter().map(|&at| row(&graph.propositions[at])).collect(),
        Facet::Timeline => node.moments.iter().map(moment).collect(),
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

fn moment(moment: &Moment<'_>) -> usize {
    sentence(moment.story, moment.sentence)
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
