//! [`Graph`] → [`Catalog`]: what each list of the site holds, in its order. A list that is shown on many pages is sorted once
//! and not once a page. On how many pages a list is shown is for `route`.

mod articles;
mod moments;
mod names;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use model::{CalendarDay, EntityKind, Predicate, QuoteKind, Slug};

pub(crate) use articles::{Articles, Month, Time};
pub(crate) use moments::When;
pub(crate) use names::{Names, Order, latest};

use crate::graph::{EntityNode, Graph, Moment, Pair, Proposition, Publication, Saying};
use crate::sheet::{Sheet, Sheets};

/// Every list of the site.
#[derive(Debug)]
pub(crate) struct Catalog<'g> {
    /// The articles of each year and month that has any, and all of them.
    pub(crate) articles: BTreeMap<Time, Articles<'g>>,
    /// People, countries, groups and places in each order.
    pub(crate) names: BTreeMap<(EntityKind, Order), Names<'g>>,
    /// Who is quoted, those with the most quotes first.
    pub(crate) speakers: Vec<&'g EntityNode<'g>>,
    /// Where articles appeared, where most did first.
    pub(crate) publications: Vec<(&'g Slug, &'g Publication<'g>)>,
    /// Who stands together, those who do most often first, with the name of their page.
    pub(crate) pairs: Vec<(&'g str, &'g Pair<'g>)>,
    /// The propositions that are somebody's word or a possibility, newest first.
    pub(crate) claims: Vec<&'g Proposition<'g>>,
    /// What somebody is reported to have said, not in quotation marks, newest first.
    pub(crate) reported: Vec<&'g Saying<'g>>,
    /// What was said by nobody who is certain, newest first.
    pub(crate) unattributed: Vec<&'g Saying<'g>>,
    /// The propositions of each kind, newest first.
    pub(crate) relations: BTreeMap<Predicate, Vec<&'g Proposition<'g>>>,
    /// The first of the moments of each year; those of no year come last.
    pub(crate) years: Vec<(Option<i64>, usize)>,
    /// What is told of each month and day of which much is told.
    pub(crate) whens: BTreeMap<When, Vec<&'g Moment<'g>>>,
    /// When the first and the last article appeared.
    pub(crate) span: Option<(CalendarDay, CalendarDay)>,
}

/// Sorts all lists that these sorts of pages show.
pub(crate) fn make<'g>(graph: &'g Graph<'g>, sheets: &Sheets) -> Catalog<'g> {
    let mut speakers: Vec<&EntityNode<'_>> =
        graph.entities.values().filter(|node| !node.quotes.is_empty()).collect();
    speakers.sort_by_key(|node| (Reverse(node.quotes.len()), node.profile.entity.name.as_str()));
    let mut publications: Vec<_> = graph.publications.iter().collect();
    publications.sort_by_key(|(_, publication)| Reverse(publication.articles.len()));
    let mut pairs: Vec<_> = graph.pairs.iter().map(|(name, pair)| (name.as_str(), pair)).collect();
    pairs.sort_by_key(|(_, pair)| Reverse(pair.sentences.len()));
    let mut relations: BTreeMap<Predicate, Vec<&Proposition<'_>>> = BTreeMap::new();
    for proposition in &graph.propositions {
        relations.entry(proposition.predicate).or_default().push(proposition);
    }
    let reported =
        |saying: &&Saying<'_>| saying.speaker.is_some() && saying.lead().fact.kind == QuoteKind::Indirect;
    let days = || graph.stories().filter_map(|node| node.story.published()?.earliest());
    Catalog {
        articles: articles::by_time(graph),
        names: names::listed(graph, sheets.has(Sheet::Orders)),
        speakers,
        publications,
        pairs,
        claims: graph.propositions.iter().filter(|proposition| proposition.is_claim()).collect(),
        reported: graph.sayings.iter().filter(reported).collect(),
        unattributed: graph.sayings.iter().filter(|saying| saying.speaker.is_none()).collect(),
        relations,
        years: years(&graph.moments),
        whens: moments::collect(graph),
        span: days().next_back().zip(days().next()),
    }
}

impl<'g> Catalog<'g> {
    /// The propositions of a kind, newest first.
    pub(crate) fn of_predicate(&self, predicate: Predicate) -> &[&'g Proposition<'g>] {
        self.relations.get(&predicate).map_or(&[], Vec::as_slice)
    }
}

/// The year of a moment, as far as it has one.
fn year(moment: &Moment<'_>) -> Option<i64> {
    moment.date.earliest().or_else(|| moment.date.latest()).map(|day| day.year)
}

/// Where the moments of each year begin.
fn years(moments: &[Moment<'_>]) -> Vec<(Option<i64>, usize)> {
    let mut years: Vec<(Option<i64>, usize)> = Vec::new();
    for (at, moment) in moments.iter().enumerate() {
        let year = year(moment);
        if years.last().is_none_or(|(last, _)| *last != year) {
            years.push((year, at));
        }
    }
    years
}
