//! Events: the same type in the same sentence, by who takes part and where. Key points: the same sentences.

use std::collections::BTreeSet;

use model::{Document, DocumentEvent, EntityId};

use super::gold::Gold;
use super::identity;
use super::score::{Score, Scores};
use super::span;

/// How much of a sentence two readings of its bounds must share, in percent.
const ALIKE: usize = 60;

pub(super) fn score(gold: &Gold, found: &Document, scores: &mut Scores) {
    let Some(document) = &gold.document else { return };
    events(document, found, scores);
    if !document.key_points.is_empty() {
        let (wanted, given) = (&document.key_points, &found.key_points);
        let same = span::pair(wanted, given, |g, f| span::alike(wanted[g], given[f], ALIKE));
        scores.count("key points", Score::of(same.len(), given.len(), wanted.len()));
    }
}

/// Once by type and somebody who takes part, with the date and status of those that agree so far; once by all who take part.
fn events(gold: &Document, found: &Document, scores: &mut Scores) {
    let known = identity::align(gold, found);
    // A place may be where it happens or what it happens to.
    let scene = |event: &DocumentEvent| -> BTreeSet<EntityId> {
        event.participants.iter().chain(&event.place).cloned().collect()
    };
    let wanted: Vec<(&DocumentEvent, BTreeSet<EntityId>)> =
        gold.events.iter().map(|event| (event, scene(event).iter().map(&known).collect())).collect();
    let given: Vec<(&DocumentEvent, BTreeSet<EntityId>)> =
        found.events.iter().map(|event| (event, scene(event))).collect();
    let alike = |g: usize, f: usize| {
        let ((a, _), (b, _)) = (&wanted[g], &given[f]);
        a.event_type == b.event_type && span::overlap((a.start, a.end), (b.start, b.end)) > 0
    };
    let count = |fits: &dyn Fn(usize, usize) -> bool| {
        let mut free = vec![true; given.len()];
        let pair = |g: usize| {
            let f = (0..given.len()).find(|&f| free[f] && alike(g, f) && fits(g, f))?;
            free[f] = false;
            Some((g, f))
        };
        (0..wanted.len()).filter_map(pair).collect::<Vec<_>>()
    };
    let whole = count(&|g, f| wanted[g].1 == given[f].1);
    let part = count(&|g, f| !wanted[g].1.is_disjoint(&given[f].1));
    scores.count("events", Score::of(whole.len(), given.len(), wanted.len()));
    scores.count("events: type and one who takes part", Score::of(part.len(), given.len(), wanted.len()));
    let right = |same: &dyn Fn(&DocumentEvent, &DocumentEvent) -> bool| {
        part.iter().filter(|(g, f)| same(wanted[*g].0, given[*f].0)).count()
    };
    let (dates, statuses) = (right(&|a, b| a.date == b.date), right(&|a, b| a.status == b.status));
    scores.count("events: date", Score::of(dates, part.len(), part.len()));
    scores.count("events: status", Score::of(statuses, part.len(), part.len()));
}
