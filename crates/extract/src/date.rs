//! A reading → [`Date`]s: expressions of dates, as far as the text and the day of publication settle them.
//!
//! A year is never invented: `July 25` in an undated article is `XXXX-07-25`, and a weekday there has no value. Times of day
//! and durations are no dates.

mod absolute;
mod clock;
mod relative;

use diag::Span;
use model::{Basis, PartialDate};

use crate::lexicon::Lexicon;
use crate::reading::Reading;
use clock::Clock;

/// A date in the text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Date {
    /// The expression without preposition and article.
    pub(crate) span: Span,
    /// EDTF; none when nothing settles it, such as a weekday in an undated article.
    pub(crate) value: Option<PartialDate>,
    pub(crate) basis: Basis,
}

/// An expression as token indices of its sentence.
#[derive(Debug, Clone, PartialEq)]
struct Found {
    first: usize,
    last: usize,
    value: Option<PartialDate>,
}

/// What the patterns read from: a sentence, and the day on which the article was published.
#[derive(Debug, Clone, Copy)]
struct Line<'a> {
    words: &'a [&'a str],
    lexicon: &'a Lexicon,
    clock: &'a Clock,
}

impl<'a> Line<'a> {
    fn word(&self, at: usize) -> &'a str {
        self.words.get(at).copied().unwrap_or_default()
    }

    fn before(&self, at: usize, steps: usize) -> &'a str {
        at.checked_sub(steps).map_or("", |at| self.words[at])
    }

    /// The word in lower case, when it is one.
    fn lower(&self, at: usize) -> String {
        self.word(at).to_lowercase()
    }
}

/// The dates of an article.
pub(crate) fn find(reading: &Reading, lexicon: &Lexicon) -> Vec<Date> {
    let mut dates = Vec::new();
    for (sentence, words) in reading.body() {
        let clock = Clock::new(reading.published.as_ref(), &words);
        let line = Line { words: &words, lexicon, clock: &clock };
        let mut at = 0;
        while at < words.len() {
            let free = reading.mention_at(sentence, at).is_none();
            match absolute::read(line, at).or_else(|| relative::read(line, at)).filter(|_| free) {
                Some(found) => {
                    dates.push(Date {
                        span: reading.span(sentence, found.first, found.last),
                        value: found.value,
                        basis: Basis::by("date", 90),
                    });
                    at = found.last + 1;
                }
                None => at += 1,
            }
        }
    }
    dates
}

#[cfg(test)]
mod tests;
