//! Dates and dated events of all articles → [`Moment`]s in the order of time.

use std::collections::{BTreeSet, HashMap};

use diag::Span;
use model::{EntityId, Event, EventType, Mode, PartialDate, Status};

use super::{ArticleNode, Articles};
use crate::library::Story;

/// A sentence that says when something was or will be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moment<'l> {
    /// When, as precisely as the text says.
    pub(crate) date: &'l PartialDate,
    /// In which article.
    pub(crate) story: &'l Story,
    /// The index of the sentence.
    pub(crate) sentence: usize,
    /// Where the words of the date stand; none for an event whose date is told elsewhere.
    pub(crate) words: Option<Span>,
    /// The event, when the article says what happened.
    pub(crate) event: Option<&'l Event>,
}

/// What tells one event from another of the same day: what happened between whom, told in the same way.
type Tale<'l> = (EventType, BTreeSet<&'l EntityId>, Status, &'l BTreeSet<Mode>);

impl<'l> Moment<'l> {
    /// What it tells; nothing unless at least two took part, since one may do the same twice on a day.
    fn tale(&self) -> Option<Tale<'l>> {
        let event = self.event?;
        let between: BTreeSet<&EntityId> = event.participants.iter().collect();
        (between.len() > 1).then_some((event.event_type, between, event.status, &event.modes))
    }

    /// Whether both tell the same of the same day.
    pub(crate) fn is_again(&self, other: &Self) -> bool {
        self.date == other.date && self.tale().is_some_and(|tale| other.tale() == Some(tale))
    }
}

/// Every date with a value, one moment for each date of a sentence; an event of the sentence on that date is joined to it. What
/// several sentences tell of one day stands together.
pub(super) fn collect<'l>(articles: &Articles<'l>) -> Vec<Moment<'l>> {
    let mut moments: Vec<Moment<'l>> = articles.iter().flat_map(of_article).collect();
    // Same day, same order of articles as their identifiers, then the order of the text.
    moments.sort_by(|a, b| {
        let place = |m: &Moment<'l>| (&m.story.article.id, m.sentence, m.words);
        a.date.cmp(b.date).then_with(|| place(a).cmp(&place(b)))
    });
    moments.chunk_by_mut(|a, b| a.date == b.date).for_each(gather);
    moments
}

/// Brings moments of one day that tell the same together, where the first of them stands.
fn gather(day: &mut [Moment<'_>]) {
    let mut first: HashMap<Tale<'_>, usize> = HashMap::new();
    let places: Vec<usize> = day
        .iter()
        .enumerate()
        .map(|(at, moment)| moment.tale().map_or(at, |tale| *first.entry(tale).or_insert(at)))
        .collect();
    let mut order: Vec<usize> = (0..day.len()).collect();
    order.sort_by_key(|&at| places[at]);
    let gathered: Vec<Moment<'_>> = order.into_iter().map(|at| day[at]).collect();
    day.copy_from_slice(&gathered);
}

fn of_article<'l>(node: &ArticleNode<'l>) -> Vec<Moment<'l>> {
    let mut moments: Vec<Moment<'l>> = Vec::new();
    for told in &node.dates {
        let Some(date) = &told.fact.value else { continue };
        let known = |m: &Moment<'_>| m.sentence == told.sentence && m.date == date;
        if !moments.iter().any(known) {
            let words = Some(told.words);
            moments.push(Moment { date, story: node.story, sentence: told.sentence, words, event: None });
        }
    }
    for told in &node.events {
        let Some(date) = &told.fact.date else { continue };
        let event = Some(told.fact);
        match moments.iter_mut().find(|m| m.sentence == told.sentence && m.date == date) {
            Some(moment) => moment.event = moment.event.or(event),
            None => {
                moments.push(Moment { date, story: node.story, sentence: told.sentence, words: None, event })
            }
        }
    }
    moments
}
