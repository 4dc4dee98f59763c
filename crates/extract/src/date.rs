//! A reading → [`Date`]s: expressions of dates, as far as the text and the day of publication settle them.
//!
//! A year is never invented: `July 25` in an undated article is `XXXX-07-25`, and a weekday there has no value. Times of day
//! and durations are no dates.

mod base;
mod line;
mod tense;
mod year;
mod day_number;
mod month_alone;
mod day;
mod part;
mod named;
mod relative;
mod told;
mod range;

use diag::Span;
use model::{Basis, PartialDate};

use crate::lexicon::Lexicon;
use crate::reading::Reading;
use crate::token::{self, Token};
use base::{Base, Told};
use line::{Form, Found, Line};

/// How many sentences further a date of the text still settles one that is reckoned from it.
const NEAR: usize = 3;

/// A date in the text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Date {
    /// The expression without preposition and article.
    pub(crate) span: Span,
    /// EDTF; none when nothing settles it, such as a weekday in an undated article.
    pub(crate) value: Option<PartialDate>,
    pub(crate) basis: Basis,
}

/// The dates of an article, also those of its title, its dateline and the line that dates it.
pub(crate) fn find(reading: &Reading, lexicon: &Lexicon) -> Vec<Date> {
    let published = Base::new(reading.published.as_ref());
    let mut dates = of_head(reading, lexicon, &published);
    let mut told = (Told::default(), 0);
    for sentence in 0..reading.sentences.len() {
        if sentence > told.1 + NEAR {
            told.0 = Told::default();
        }
        let words = reading.words(sentence);
        // `Fan Expo 2016`, `2018 World Cup`: a year at the edge of a name is a date all the same.
        let free = |at: usize, year: bool| {
            let mention = reading.mention_at(sentence, at).map(|mention| &reading.mentions[mention].tokens);
            mention
                .is_none_or(|tokens| year && tokens.len() > 1 && (tokens.start == at || tokens.end == at + 1))
        };
        let found = read(&words, lexicon, &published, &mut told.0, free);
        if found.iter().any(|found| found.value.is_some()) {
            told.1 = sentence;
        }
        dates.extend(found.into_iter().map(|found| Date {
            span: reading.span(sentence, found.first, found.last),
            value: found.value.clone(),
            basis: basis(&found),
        }));
    }
    dates.sort_by_key(|date| date.span);
    dates
}

/// The dates in the lines under the headline that hold nothing else.
fn of_head(reading: &Reading, lexicon: &Lexicon, published: &Base) -> Vec<Date> {
    let mut dates = Vec::new();
    for line in &reading.document.date_lines {
        let tokens: Vec<Token> = token::split(&reading.document.text, *line, lexicon);
        let words: Vec<&str> = tokens.iter().map(|token| reading.word(token)).collect();
        let found = read(&words, lexicon, published, &mut Told::default(), |_, _| true);
        dates.extend(found.into_iter().map(|found| Date {
            span: tokens[found.first].span.cover(tokens[found.last].span),
            value: found.value.clone(),
            basis: basis(&found),
        }));
    }
    dates
}

/// The dates of a sentence; `told` is the last date of the text before it, and afterwards that of this sentence.
fn read(
    words: &[&str],
    lexicon: &Lexicon,
    published: &Base,
    told: &mut Told,
    free: impl Fn(usize, bool) -> bool,
) -> Vec<Found> {
    let lowers: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let mut dates: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let line = Line { words, lowers: &lowers, lexicon, published, told };
        let Some(found) = expression(&line, at).filter(|found| {
            let year = found.form == Form::Year && found.first == found.last;
            free(at, year) && free(found.last, year)
        }) else {
            at += 1;
            continue;
        };
        at = found.last + 1;
        if let Some(last) = dates.last_mut() {
            *last = range::share(&line, last, &found).unwrap_or_else(|| last.clone());
        }
        let found =
            dates.last().map_or_else(|| found.clone(), |last| range::follow(&line, last, found.clone()));
        let found = range::widen(&line, found);
        *told = found.value.as_ref().map_or_else(|| told.clone(), |value| told.and(value));
        dates.push(found);
    }
    dates
}

/// The rule that found an expression, and how sure it is.
fn basis(found: &Found) -> Basis {
    match found.form {
        Form::Day if found.dated => Basis::by("day-with-year", 99),
        Form::Day => Basis::by("day", 95),
        Form::IsoDay => Basis::by("iso-day", 99),
        Form::MonthYear => Basis::by("month-year", 99),
        Form::Month => Basis::by("month", 85),
        Form::Year => Basis::by("year", 92),
        Form::Years => Basis::by("years", 92),
        Form::FiscalYear => Basis::by("fiscal-year", 90),
        Form::Decade => Basis::by("decade", 95),
        Form::Century => Basis::by("century", 95),
        Form::PartOfYear => Basis::by("part-of-year", 88),
        Form::Season => Basis::by("season", 90),
        Form::NamedDay => Basis::by("named-day", 92),
        Form::Today => Basis::by("today", 92),
        Form::Weekday => Basis::by("weekday", 88),
        Form::Weekend => Basis::by("weekend", 80),
        Form::Unit => Basis::by("unit", 88),
        Form::Ago => Basis::by("ago", 92),
        Form::FromNow => Basis::by("from-now", 85),
        Form::SameTime => Basis::by("same-time", 75),
        Form::Beside => Basis::by("beside", 75),
        Form::Later => Basis::by("later", 75),
    }
}

/// The expression that begins at a word.
fn expression(line: &Line, at: usize) -> Option<Found> {
    named::read(line, at)
        .or_else(|| day::read(line, at))
        .or_else(|| part::read(line, at))
        .or_else(|| year::read(line, at))
        .or_else(|| relative::read(line, at))
        .or_else(|| told::read(line, at))
}

#[cfg(test)]
mod tests;
