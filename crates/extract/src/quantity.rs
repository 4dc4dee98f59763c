//! A reading → [`Quantity`]s: money, percentages, counts of things, durations, measures.
//!
//! Dates, years, ages, times, scores and numbers inside names are no quantities.

mod amount;
mod noun;

use diag::Span;
use model::Basis;

use crate::lexicon::Lexicon;
use crate::reading::Reading;

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

/// What stands before a number and makes it a bound or a guess.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    None,
    About,
    AtLeast,
    AtMost,
}

/// The words that bound a number, the longest first.
const BOUNDS: &[(&[&str], Bound)] = &[
    (&["no", "fewer", "than"], Bound::AtLeast),
    (&["no", "less", "than"], Bound::AtLeast),
    (&["no", "more", "than"], Bound::AtMost),
    (&["as", "many", "as"], Bound::AtMost),
    (&["as", "much", "as"], Bound::AtMost),
    (&["more", "than"], Bound::AtLeast),
    (&["at", "least"], Bound::AtLeast),
    (&["at", "most"], Bound::AtMost),
    (&["up", "to"], Bound::AtMost),
    (&["less", "than"], Bound::AtMost),
    (&["fewer", "than"], Bound::AtMost),
    (&["close", "to"], Bound::About),
    (&["over"], Bound::AtLeast),
    (&["above"], Bound::AtLeast),
    (&["exceeding"], Bound::AtLeast),
    (&["under"], Bound::AtMost),
    (&["below"], Bound::AtMost),
    (&["nearly"], Bound::About),
    (&["almost"], Bound::About),
    (&["about"], Bound::About),
    (&["around"], Bound::About),
    (&["some"], Bound::About),
    (&["roughly"], Bound::About),
    (&["approximately"], Bound::About),
    (&["estimated"], Bound::About),
];

/// The quantities of an article.
pub(crate) fn find(reading: &Reading, lexicon: &Lexicon) -> Vec<Quantity> {
    let mut found = Vec::new();
    for (sentence, words) in reading.body() {
        let mut at = 0;
        while at < words.len() {
            let inside_name = reading.mention_at(sentence, at).is_some();
            let amount =
                if inside_name { None } else { amount::read(reading, sentence, &words, at, lexicon) };
            match amount {
                Some(amount) => {
                    found.push(quantity(reading, sentence, &words, &amount));
                    at = amount.last + 1;
                }
                None => at += 1,
            }
        }
    }
    found
}

fn quantity(reading: &Reading, sentence: usize, words: &[&str], amount: &amount::Amount) -> Quantity {
    let span = reading.span(sentence, amount.first, amount.last);
    let unit = amount.unit.clone();
    if let Some(high) = amount.high {
        return Quantity {
            span,
            value: None,
            low: Some(amount.value),
            high: Some(high),
            unit,
            approx: false,
            basis: Basis::by("quantity", 90),
        };
    }
    let bound = bound(words, amount.first);
    let value = amount.value;
    Quantity {
        span,
        value: Some(value),
        low: (bound == Bound::AtLeast).then_some(value),
        high: (bound == Bound::AtMost).then_some(value),
        unit,
        approx: bound != Bound::None,
        basis: Basis::by("quantity", 90),
    }
}

fn bound(words: &[&str], at: usize) -> Bound {
    let ends = |cue: &[&str]| {
        let from = at.checked_sub(cue.len());
        from.is_some_and(|from| {
            words[from..at].iter().zip(cue).all(|(word, part)| word.eq_ignore_ascii_case(part))
        })
    };
    BOUNDS.iter().find(|(cue, _)| ends(cue)).map_or(Bound::None, |(_, bound)| *bound)
}

#[cfg(test)]
mod tests;
