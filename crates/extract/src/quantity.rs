//! A reading → [`Quantity`]s: money, percentages, counts of things, durations, measures.
//!
//! Dates, years, ages, times, scores and numbers inside names are no quantities.

mod scene;
mod noun;
mod money;
mod counted;
mod amount;
mod bound;
mod toll;

use diag::Span;
use model::Basis;

use crate::lexicon::Lexicon;
use crate::reading::Reading;
use amount::{Amount, Kind};
use bound::Bound;
use scene::Scene;

/// A number with its unit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Quantity {
    /// Number and unit as printed, without the approximator.
    pub(crate) span: Span,
    pub(crate) value: Option<f64>,
    pub(crate) low: Option<f64>,
    pub(crate) high: Option<f64>,
    /// An ISO 4217 code, `percent`, or a noun in the singular.
    pub(crate) unit: String,
    pub(crate) approx: bool,
    pub(crate) basis: Basis,
}

/// The quantities of an article, also those of its title.
pub(crate) fn find(reading: &Reading, lexicon: &Lexicon) -> Vec<Quantity> {
    let countries = scene::countries(reading);
    let mut found = Vec::new();
    for sentence in 0..reading.sentences.len() {
        let words = reading.words(sentence);
        let scene = Scene { reading, sentence, words: &words, lexicon, countries: &countries };
        let (mut at, mut sum) = (0, None);
        while at < words.len() {
            let amount = amount::read(&scene, at)
                .or_else(|| amount::elliptic(&scene, at, sum))
                .or_else(|| toll::read(&scene, at));
            match amount {
                Some(amount) => {
                    sum = if amount.kind == Kind::Money { scene.code(&amount.unit) } else { sum };
                    found.push(quantity(&scene, &amount));
                    at = amount.last + 1;
                }
                None => at += 1,
            }
        }
    }
    found
}

fn quantity(scene: &Scene, amount: &Amount) -> Quantity {
    let bound = if amount.high.is_some() { Bound::None } else { bound::of(scene, amount) };
    let ranged = amount.high.is_some();
    let value = amount.value;
    Quantity {
        span: scene.reading.span(scene.sentence, amount.first, amount.last),
        value: (!ranged).then_some(value),
        low: (ranged || bound == Bound::AtLeast).then_some(value),
        high: amount.high.or((bound == Bound::AtMost).then_some(value)),
        unit: amount.unit.clone(),
        approx: bound != Bound::None,
        basis: basis(amount.kind),
    }
}

/// The rule that found an amount, and how sure it is.
fn basis(kind: Kind) -> Basis {
    match kind {
        Kind::Money => Basis::by("money", 98),
        Kind::Percentage => Basis::by("percentage", 99),
        Kind::Duration => Basis::by("duration", 92),
        Kind::Measure => Basis::by("measure", 95),
        Kind::Count => Basis::by("count", 85),
    }
}

#[cfg(test)]
mod tests;
