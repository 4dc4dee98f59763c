//! Dates that are reckoned from the day of publication: `Thursday`, `yesterday`, `last week`, `two years ago`, `this weekend`.

use model::PartialDate;

use super::base::{Direction, Unit};
use super::line::{Form, Found, Line};
use super::tense::Tense;
use crate::number;

/// The date that begins at a word.
pub(super) fn read(line: &Line, at: usize) -> Option<Found> {
    weekday(line, at)
        .or_else(|| today(line, at))
        .or_else(|| weekend(line, at))
        .or_else(|| month(line, at))
        .or_else(|| around(line, at))
        .or_else(|| ago(line, at))
        .or_else(|| from_now(line, at))
}

/// `Thursday`, `last Thursday`, `Thursday night` without the night.
fn weekday(line: &Line, at: usize) -> Option<Found> {
    let (direction, skip) = match (line.lower(at), line.lower(at + 1)) {
        ("this", "past") => (Direction::Near, 2),
        ("this", "coming") => (Direction::Next, 2),
        ("last" | "previous", _) => (Direction::Last, 1),
        ("next" | "coming", _) => (Direction::Next, 1),
        ("this" | "past", _) => (Direction::Near, 1),
        _ => (Direction::Near, 0),
    };
    let place = at + skip;
    let weekday = line.weekday(place)?;
    // `Black Friday`, `Super Tuesday`, `the Sunday Times` are names.
    let name = skip == 0
        && matches!(
            line.word(at.wrapping_sub(1)),
            "Black"
                | "Super"
                | "Good"
                | "Ash"
                | "Bloody"
                | "Holy"
                | "Palm"
                | "Fat"
                | "Cyber"
                | "Giving"
                | "Red"
        );
    let paper = line.word(place + 1).starts_with(char::is_uppercase)
        && matches!(line.word(place + 1), "Times" | "Telegraph" | "Mirror" | "Mail" | "Express" | "Post");
    if name || paper {
        return None;
    }
    let past = line.lower(at + 1) == "past" || line.lower(at) == "past";
    let tense = if past { Tense::Past } else { line.tense(at, place) };
    let value = line.published.weekday(weekday, direction, tense).map(PartialDate::from_day);
    Found::open(at, place, value, Form::Weekday)
}

/// `yesterday`, `today`, `tonight`, `last night`, `this morning`, `the day before yesterday`.
fn today(line: &Line, at: usize) -> Option<Found> {
    let (len, days) = match (line.lower(at), line.lower(at + 1)) {
        ("day", "before") if line.lower(at + 2) == "yesterday" => (3, -2),
        ("day", "after") if line.lower(at + 2) == "tomorrow" => (3, 2),
        ("yesterday", _) => (1, -1),
        ("today" | "tonight", _) => (1, 0),
        ("tomorrow", _) => (1, 1),
        ("last", "night" | "evening") => (2, -1),
        ("this", "morning" | "afternoon" | "evening") => (2, 0),
        _ => return None,
    };
    let value = line.published.shifted(days).map(PartialDate::from_day);
    Found::open(at, at + len - 1, value, Form::Today)
}

/// `this weekend`, `last weekend`, `over the weekend`.
fn weekend(line: &Line, at: usize) -> Option<Found> {
    let (word, place) = match line.lower(at) {
        word @ ("this" | "last" | "next") if line.lower(at + 1) == "past" => (word, at + 2),
        word @ ("this" | "last" | "next") => (word, at + 1),
        "weekend" if line.before(at, 1) == "the" => ("the", at),
        _ => return None,
    };
    if line.lower(place) != "weekend" || matches!(line.lower(place + 1), "of" | "before" | "after") {
        return None;
    }
    let today = line.published.day().map(|day| day.weekday().to_monday_zero_offset());
    let shift = today.map(|today| match word {
        "last" if place == at + 1 || today < 5 => -1,
        "next" => 1,
        // On a Tuesday `this weekend` is the one to come, unless the sentence looks back.
        _ if today < 5 && line.tense(at, place) == Tense::Past => -1,
        _ => 0,
    });
    Found::open(at, place, shift.and_then(|shift| line.published.unit(Unit::Weekend, shift)), Form::Weekend)
}

/// `last September`, `this March`, `next January`.
fn month(line: &Line, at: usize) -> Option<Found> {
    let word = line.lower(at);
    let place = at + if word == "this" && matches!(line.lower(at + 1), "past" | "coming") { 2 } else { 1 };
    let (year, now) = match (line.month(place), line.published.month()) {
        (Some(_), Some(published)) if matches!(word, "last" | "this" | "next" | "past") => published,
        _ => return None,
    };
    let month = line.month(place)?;
    // `last March 5`, `this June 2019` are read as days and months.
    if line.word(place + 1).starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let year = match word {
        "last" | "past" => year - i64::from(month >= now),
        "next" => year + i64::from(month <= now),
        _ if line.lower(at + 1) == "past" => year - i64::from(month > now),
        _ => year,
    };
    Found::whole(at, place, super::base::of_month(Some(year), month), Form::Month)
}

/// `last week`, `this month`, `next year`, `this past week`, `the current quarter`.
fn around(line: &Line, at: usize) -> Option<Found> {
    let past = line.lower(at) == "this" && line.lower(at + 1) == "past";
    let place = if past { at + 2 } else { at + 1 };
    // `last fiscal year` is called by the year as well.
    let kind = matches!(line.lower(place), "fiscal" | "calendar" | "financial" | "school" | "academic");
    let place = if kind && line.lower(place + 1) == "year" { place + 1 } else { place };
    let unit = Unit::of(line.lower(place)).filter(|_| !line.lower(place).ends_with('s'))?;
    let shift = match line.lower(at) {
        "this" if past => -1,
        "this" | "current" => 0,
        "last" if line.before(at, 1) != "the" || unit == Unit::Quarter => -1,
        "next" if line.before(at, 1) != "the" || unit == Unit::Quarter => 1,
        "previous" | "past" if unit == Unit::Quarter => -1,
        "coming" if unit != Unit::Day => 1,
        _ => return None,
    };
    // `this day in history`, `this century` says hardly more than now.
    let vague = unit == Unit::Day && !matches!(line.lower(place + 1), "" | "," | ".");
    (!vague).then(|| Found::open(at, place, line.published.unit(unit, shift), Form::Unit)).flatten()
}

/// `two years ago`, `a month ago`, `half a century ago` is left alone.
fn ago(line: &Line, at: usize) -> Option<Found> {
    let (len, unit, count) = count(line, at)?;
    let word = line.lower(at + len);
    let last = at + len;
    if word != "ago" {
        return None;
    }
    // `a week ago Thursday`, `two years ago today`.
    let value = line.published.unit(unit, -count);
    Found::open(at, last, value, Form::Ago)
}

/// `in two weeks' time`, `three months from now`, `two days from today`.
fn from_now(line: &Line, at: usize) -> Option<Found> {
    let (len, unit, count) = count(line, at)?;
    let next = at + len;
    let last = match (line.lower(next), line.lower(next + 1)) {
        ("from", "now" | "today") => next + 1,
        ("'" | "’" | "'s" | "’s", "time") if line.before(at, 1) == "in" => next + 1,
        _ => return None,
    };
    Found::open(at, last, line.published.unit(unit, count), Form::FromNow)
}

/// `two years`, `a month`: how many words, and what they count.
pub(super) fn count(line: &Line, at: usize) -> Option<(usize, Unit, i64)> {
    let (len, count) = match line.lower(at) {
        "a" | "an" => (1, 1.0),
        _ => number::read(line.words, at).map(|n| (n.len, n.value))?,
    };
    let fortnight = if matches!(line.lower(at + len), "fortnight" | "fortnights") { 2.0 } else { 1.0 };
    let unit = if fortnight > 1.0 { Some(Unit::Week) } else { Unit::of(line.lower(at + len)) };
    let (unit, count) = (unit.filter(|unit| *unit != Unit::Weekend)?, count * fortnight);
    let whole = (1.0..100_000.0).contains(&count) && count.fract() == 0.0;
    whole.then_some((len + 1, unit, count as i64))
}
