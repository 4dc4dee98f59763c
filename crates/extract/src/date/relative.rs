//! Dates that are reckoned from the day of publication: `Thursday`, `yesterday`, `last week`, `two years ago`.

use jiff::ToSpan;
use jiff::civil::Date as Day;
use model::PartialDate;

use super::clock::Direction;
use super::{Found, Line};
use crate::number;

/// The date that begins at a word.
pub(super) fn read(line: Line, at: usize) -> Option<Found> {
    weekday(line, at).or_else(|| today(line, at)).or_else(|| around(line, at)).or_else(|| ago(line, at))
}

/// `Thursday`, `last Thursday`, `Thursday night` without the night.
fn weekday(line: Line, at: usize) -> Option<Found> {
    let (direction, skip) = match line.lower(at).as_str() {
        "last" => (Direction::Last, 1),
        "next" => (Direction::Next, 1),
        "this" | "earlier" => (Direction::Near, 1),
        _ => (Direction::Near, 0),
    };
    let word = line.word(at + skip);
    let weekday = line.lexicon.weekday(word).filter(|_| word.starts_with(char::is_uppercase))?;
    // `Black Friday`, `Super Tuesday`, `Good Friday`, `the Sunday Times` are names.
    let named = skip == 0
        && matches!(
            line.before(at, 1),
            "Black" | "Super" | "Good" | "Ash" | "Bloody" | "Holy" | "Palm" | "Fat"
        )
        || line.word(at + skip + 1).starts_with("Time");
    let value = line.clock.weekday(weekday, direction).map(PartialDate::from_day);
    (!named).then_some(Found { first: at, last: at + skip, value })
}

fn today(line: Line, at: usize) -> Option<Found> {
    let days = match line.lower(at).as_str() {
        "yesterday" => -1,
        "today" | "tonight" => 0,
        "tomorrow" => 1,
        _ => return None,
    };
    let value = line.clock.shifted(days).map(PartialDate::from_day);
    Some(Found { first: at, last: at, value })
}

/// `last week`, `this month`, `next year`.
fn around(line: Line, at: usize) -> Option<Found> {
    let shift = match line.lower(at).as_str() {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    let value = unit(line, &line.lower(at + 1), shift)?;
    Some(Found { first: at, last: at + 1, value })
}

/// `two years ago`, `a month ago`, `10 days earlier` is left alone: it is not reckoned from publication.
fn ago(line: Line, at: usize) -> Option<Found> {
    let (len, count) = match line.lower(at).as_str() {
        "a" | "an" => (1, 1.0),
        _ => number::read(line.words, at).map(|n| (n.len, n.value))?,
    };
    let unit_word = line.lower(at + len);
    if line.lower(at + len + 1) != "ago" || !(1.0..10_000.0).contains(&count) {
        return None;
    }
    let value = unit(line, unit_word.trim_end_matches('s'), -(count as i64))?;
    Some(Found { first: at, last: at + len + 1, value })
}

/// The day, week, month or year so many units from publication; the outer option says whether the word is a unit at all.
fn unit(line: Line, unit: &str, shift: i64) -> Option<Option<PartialDate>> {
    let clock = line.clock;
    Some(match unit {
        "day" => clock.shifted(shift).map(PartialDate::from_day),
        "week" => clock.shifted(shift.checked_mul(7)?).and_then(week),
        "month" => clock.month().and_then(|(year, month)| {
            let months = year * 12 + i64::from(month) - 1 + shift;
            format!("{:04}-{:02}", months.div_euclid(12), months.rem_euclid(12) + 1).parse().ok()
        }),
        "year" => clock.year().and_then(|year| format!("{:04}", year + shift).parse().ok()),
        "decade" => clock
            .year()
            .and_then(|year| format!("{}X", year / 10 + shift).parse().ok())
            .filter(|_| shift.abs() == 1),
        _ => return None,
    })
}

/// Monday to Sunday of the week that holds a day.
fn week(day: Day) -> Option<PartialDate> {
    let back = i64::from(day.weekday().to_monday_zero_offset());
    let monday = day.checked_sub(back.days()).ok()?;
    let sunday = monday.checked_add(6.days()).ok()?;
    PartialDate::interval(&PartialDate::from_day(monday), &PartialDate::from_day(sunday))
}
