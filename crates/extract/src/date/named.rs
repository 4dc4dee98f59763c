//! Days that have a name: `New Year's Day`, `Good Friday`, `Labor Day 2019`. The names and rules are `data/named_days.tsv`.

use super::base::{Base, of_day};
use super::line::{Form, Found, Line};
use super::year::plain_year;
use crate::lexicon::DayRule;

/// The named day that begins at a word.
pub(super) fn read(line: &Line, at: usize) -> Option<Found> {
    let (len, rule) = line.lexicon.named_day_at(line.lowers, at).filter(|_| line.is_named(at))?;
    let mut last = at + len - 1;
    // `Christmas cards`, `Easter Island`: a single word needs a time before it and no noun after it.
    if len == 1 && rule.year().is_none() && !is_time(line, at) {
        return None;
    }
    let next = if matches!(line.word(last + 1), "," | "of" | "in") { last + 2 } else { last + 1 };
    let named = plain_year(line.word(next)).map(|year| (next, year));
    let shift = match (line.lower(last + 1), line.lower(last + 2)) {
        ("last", "year") => Some(-1),
        ("this", "year") => Some(0),
        ("next", "year") => Some(1),
        _ => None,
    };
    let said = line.published.year().zip(shift).map(|(year, shift)| (last + 2, year + shift));
    let year = named.or(said);
    last = year.map_or(last, |(end, _)| end);
    let dated = year.is_some() || rule.year().is_some();
    let year = rule.year().or(year.map(|(_, year)| year)).or_else(|| year_of(line, at, last, rule));
    let value = match year {
        Some(year) => rule.day(year).and_then(|(month, day)| of_day(Some(year), month, day)),
        None => rule.fixed().and_then(|(month, day)| of_day(None, month, day)),
    };
    Some(Found { first: at, last, value, dated, form: Form::NamedDay })
}

/// The year of a day without one: `last` and `next` before it, else the tense.
fn year_of(line: &Line, first: usize, last: usize, rule: DayRule) -> Option<i64> {
    let now = line.published.year()?;
    let (month, day) = rule.day(now)?;
    let base: &Base = line.published;
    let (today_month, today) = (base.month()?.1, base.day().map_or(31, |day| day.day().unsigned_abs()));
    match line.before(first, 1) {
        "last" => Some(if (month, day) < (today_month, today) { now } else { now - 1 }),
        "next" => Some(if (month, day) > (today_month, today) { now } else { now + 1 }),
        "this" => Some(now),
        _ => line.year_of(first, last, month, Some(day)),
    }
}

/// Whether the words around a single word make it a time.
fn is_time(line: &Line, at: usize) -> bool {
    #[rustfmt::skip] // One word a line would hide the code below it.
    const BEFORE: &[&str] = &[
        "at", "on", "by", "before", "after", "since", "until", "till", "for", "last", "this", "next", "over", "during",
        "of", "every", "past", "near", "around",
    ];
    let after = line.word(at + 1);
    let free = !after.starts_with(char::is_alphanumeric)
        || plain_year(after).is_some()
        || matches!(
            after,
            "last"
                | "this"
                | "next"
                | "in"
                | "and"
                | "when"
                | "with"
                | "at"
                | "to"
                | "or"
                | "but"
                | "for"
                | "after"
                | "before"
        );
    BEFORE.contains(&line.before(at, 1)) && free
}
