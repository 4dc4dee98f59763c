//! Quantities: the same span, by what they measure.

use std::collections::BTreeSet;

use model::Document;

use super::gold::{Gold, Measure};
use super::score::{Score, Scores};
use super::span::Span;

const LAYERS: &[(Measure, &str)] =
    &[(Measure::Money, "money"), (Measure::Percent, "percentages"), (Measure::Quantity, "other quantities")];

pub(super) fn score(gold: &Gold, found: &Document, scores: &mut Scores) {
    let Some(values) = &gold.values else { return };
    for &(measure, layer) in LAYERS {
        let wanted: BTreeSet<Span> =
            values.iter().filter(|(_, m)| *m == measure).map(|(at, _)| *at).collect();
        let given = found.quantities.iter().filter(|q| Measure::of(&q.unit) == measure);
        let given: BTreeSet<Span> = given.map(|q| (q.start, q.end)).collect();
        scores.count(layer, Score::of(wanted.intersection(&given).count(), given.len(), wanted.len()));
    }
    if let Some(document) = &gold.document {
        let known = document.quantities.iter().map(|q| ((q.start, q.end), key(q)));
        let known: BTreeSet<_> = known.collect();
        let given: BTreeSet<_> = found.quantities.iter().map(|q| ((q.start, q.end), key(q))).collect();
        let right = known.intersection(&given).count();
        scores.count("quantities with value", Score::of(right, given.len(), known.len()));
    }
}

/// What a quantity says: number, bounds and unit.
fn key(q: &model::DocumentQuantity) -> (String, String) {
    (format!("{:?} {:?} {:?}", q.value, q.low, q.high), q.unit.clone())
}
