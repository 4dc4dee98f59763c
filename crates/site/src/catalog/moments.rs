//! Moments → those of each month and day that enough is told of for a page of its own.

use std::collections::{BTreeMap, BTreeSet};

use model::CalendarDay;

use crate::graph::{Graph, Moment};

/// A month or a day; months come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum When {
    /// A month of a year.
    Month(i64, u8),
    /// A day.
    Day(CalendarDay),
}

/// A month with fewer moments than this is read on the timeline; so is a day with fewer, or with those of fewer articles.
const MONTH: usize = 6;
const DAY: usize = 3;
const ARTICLES: usize = 2;

/// The moments of each in the order of time.
pub(super) fn collect<'g>(graph: &'g Graph<'g>) -> BTreeMap<When, Vec<&'g Moment<'g>>> {
    let mut found: BTreeMap<When, Vec<&Moment<'_>>> = BTreeMap::new();
    for moment in &graph.moments {
        for when in of(moment) {
            found.entry(when).or_default().push(moment);
        }
    }
    found.retain(|when, moments| match when {
        When::Month(..) => moments.len() >= MONTH,
        When::Day(_) => {
            let articles: BTreeSet<_> = moments.iter().map(|moment| &moment.story.article.id).collect();
            moments.len() >= DAY && articles.len() >= ARTICLES
        }
    });
    // The way to a day leads over its month.
    let months: BTreeSet<When> = found.keys().copied().collect();
    found.retain(|when, _| match when {
        When::Month(..) => true,
        When::Day(day) => months.contains(&When::Month(day.year, day.month)),
    });
    found
}

/// The month and the day that a moment lies in, as far as its date is that precise.
fn of(moment: &Moment<'_>) -> impl Iterator<Item = When> {
    let bounds = moment.date.earliest().zip(moment.date.latest());
    let (first, last) = match bounds.filter(|(first, _)| (1..=9999).contains(&first.year)) {
        Some((first, last)) => (Some(first), Some(last)),
        None => (None, None),
    };
    let month = |day: CalendarDay| (day.year, day.month);
    let whole = first.map(month).filter(|known| last.map(month) == Some(*known));
    let day = first.filter(|day| Some(*day) == last);
    whole.map(|(year, month)| When::Month(year, month)).into_iter().chain(day.map(When::Day))
}
