//! What the patterns read from: [`Line`], a sentence with the dates to reckon from; and what they give: [`Found`].

use model::PartialDate;

use super::base::{Base, Told};
use super::tense::{self, Tense};
use crate::lexicon::Lexicon;

/// An expression as token indices of its sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) value: Option<PartialDate>,
    /// Whether the expression names its year itself.
    pub(super) dated: bool,
    /// How it is written.
    pub(super) form: Form,
}

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Day,
    IsoDay,
    MonthYear,
    Month,
    Year,
    Years,
    FiscalYear,
    Decade,
    Century,
    PartOfYear,
    Season,
    NamedDay,
    Today,
    Weekday,
    Weekend,
    Unit,
    Ago,
    FromNow,
    SameTime,
    Beside,
    Later,
}

impl Found {
    /// An expression that names all of its date.
    pub(super) fn whole(first: usize, last: usize, value: Option<PartialDate>, form: Form) -> Option<Self> {
        Some(Self { first, last, value, dated: true, form })
    }

    /// An expression whose year comes from elsewhere.
    pub(super) fn open(first: usize, last: usize, value: Option<PartialDate>, form: Form) -> Option<Self> {
        Some(Self { first, last, value, dated: false, form })
    }
}

/// A sentence, the day on which the article was published, and the last date of the text before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) words: &'a [&'a str],
    /// The words in lower case.
    pub(super) lowers: &'a [String],
    pub(super) lexicon: &'a Lexicon,
    pub(super) published: &'a Base,
    /// The dates that the text has named shortly before.
    pub(super) told: &'a Told,
}

impl<'a> Line<'a> {
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn word(&self, at: usize) -> &'a str {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// The word in lower case; empty past the end.
    pub(super) fn lower(&self, at: usize) -> &'a str {
        self.lowers.get(at).map_or("", String::as_str)
    }

    /// The word some steps before, in lower case.
    pub(super) fn before(&self, at: usize, steps: usize) -> &'a str {
        at.checked_sub(steps).map_or("", |at| self.lower(at))
    }

    /// Whether a word is the ending of a possessive.
    pub(super) fn is_owner(&self, at: usize) -> bool {
        matches!(self.word(at), "'s" | "’s")
    }

    /// Whether the words from `at` on are these.
    pub(super) fn reads(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(step, word)| self.lower(at + step) == *word)
    }

    /// Whether a word is written as a name or a number is.
    pub(super) fn is_named(&self, at: usize) -> bool {
        self.word(at).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    }

    /// The month that a capitalized word names.
    pub(super) fn month(&self, at: usize) -> Option<u8> {
        let word = self.word(at);
        word.starts_with(char::is_uppercase).then(|| self.lexicon.month(word)).flatten()
    }

    /// The weekday (1 is Monday) that a capitalized word names.
    pub(super) fn weekday(&self, at: usize) -> Option<u8> {
        let word = self.word(at);
        word.starts_with(char::is_uppercase).then(|| self.lexicon.weekday(word)).flatten()
    }

    /// The tense around an expression.
    pub(super) fn tense(&self, first: usize, last: usize) -> Tense {
        tense::around(self, first, last)
    }

    /// The year of a month, or of a day of it, that stands without one from word `first` to `last`. A text that tells of
    /// another time (`on 4 July 1831 … on July 14`) settles it before the day of publication does.
    pub(super) fn year_of(&self, first: usize, last: usize, month: u8, day: Option<u8>) -> Option<i64> {
        let tense = self.tense(first, last);
        let told = self
            .told
            .last()
            .month()
            .filter(|(year, _)| self.published.year().is_none_or(|now| *year + 1 < now));
        if let Some((year, before)) = told.filter(|_| tense != Tense::Future) {
            // A story goes on from October to January of the next year.
            return Some(if before >= 10 && month <= 3 { year + 1 } else { year });
        }
        self.published.year_of(month, day, tense)
    }
}
