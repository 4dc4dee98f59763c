//! Dates that are reckoned from another date of the text: `the following day`, `two years later`, `that year`, `the same month`.
//!
//! What they follow is the last date of the text before, when it stands near; else the day of publication, where the words
//! can mean it.

use model::PartialDate;

use super::base::{Base, Unit};
use super::line::{Form, Found, Line};
use super::relative::count;

/// The date that begins at a word.
pub(super) fn read(line: &Line, at: usize) -> Option<Found> {
    same(line, at)
        .or_else(|| end_of(line, at))
        .or_else(|| beside(line, at))
        .or_else(|| later(line, at))
        .or_else(|| the_day(line, at))
}

/// The last date of the text if it is as precise as a unit, else that of publication.
fn base<'a>(line: &Line<'a>, unit: Unit) -> &'a Base {
    line.told.of(unit).unwrap_or(line.published)
}

/// `by the end of the year`, `the middle of the month`: the year or month of publication.
fn end_of(line: &Line, at: usize) -> Option<Found> {
    let unit = match line.lower(at) {
        "year" => Unit::Year,
        "month" => Unit::Month,
        "week" => Unit::Week,
        _ => return None,
    };
    let part = matches!(line.before(at, 3), "end" | "beginning" | "start" | "middle");
    let led = line.before(at, 1) == "the" && line.before(at, 2) == "of" && part;
    let bare = line.before(at, 1) == "of" && matches!(line.before(at, 2), "end" | "start");
    (led || bare).then(|| Found::open(at, at, line.published.unit(unit, 0), Form::Unit)).flatten()
}

/// `that year`, `the same day`, `that same month`, `the same quarter last year`, `the same month a year ago`.
fn same(line: &Line, at: usize) -> Option<Found> {
    let place = match (line.lower(at), line.lower(at + 1), line.before(at, 1)) {
        ("that", "same", _) => at + 2,
        ("that", ..) => at + 1,
        ("same", _, "the") => at + 1,
        _ => return None,
    };
    let unit = Unit::of(line.lower(place)).filter(|_| !line.lower(place).ends_with('s'));
    let period = matches!(line.lower(place), "period" | "time")
        .then_some(Unit::Month)
        .filter(|_| line.lower(at) == "same");
    let unit = unit.or(period)?;
    if let Some((last, years)) = years_back(line, place + 1) {
        let from = base(line, unit);
        let value = if period.is_some() {
            from.unit(Unit::Year, years)
        } else {
            match unit {
                Unit::Month => from.unit(Unit::Month, years * 12),
                Unit::Quarter => from.unit(Unit::Quarter, years * 4),
                Unit::Week => from.unit(Unit::Week, years * 52),
                _ => from.unit(Unit::Year, years),
            }
        };
        return Found::open(at, last, value, Form::SameTime);
    }
    if period.is_some() {
        return None;
    }
    // `that day` needs one that was named.
    let value = line.told.of(unit).and_then(|told| told.unit(unit, 0));
    Found::open(at, place, value, Form::SameTime)
}

/// `last year`, `a year ago`, `a year earlier`, `the previous year` after `the same month`: the last word, and how many years.
fn years_back(line: &Line, at: usize) -> Option<(usize, i64)> {
    let at = if matches!(line.lower(at), "of" | "in") { at + 1 } else { at };
    if line.reads(at, &["last", "year"]) {
        return Some((at + 1, -1));
    }
    if line.reads(at, &["the", "previous", "year"]) || line.reads(at, &["the", "prior", "year"]) {
        return Some((at + 2, -1));
    }
    let (len, unit, years) = count(line, at)?;
    let back = unit == Unit::Year && matches!(line.lower(at + len), "ago" | "earlier" | "before");
    back.then_some((at + len, -years))
}

/// `the following day`, `the previous year`, `the year before`, `the next morning`.
fn beside(line: &Line, at: usize) -> Option<Found> {
    if line.before(at, 1) != "the"
        && !matches!(line.before(at, 1), "'s" | "’s" | "his" | "her" | "their" | "its")
    {
        return None;
    }
    let day = |word: &str| matches!(word, "morning" | "night" | "evening" | "afternoon").then_some(Unit::Day);
    let unit = |word: &str| Unit::of(word).filter(|_| !word.ends_with('s')).or_else(|| day(word));
    let (last, unit, shift) = match (line.lower(at), line.lower(at + 1)) {
        ("following" | "next", word) => (at + 1, unit(word)?, 1),
        ("previous" | "preceding" | "prior", word) => (at + 1, unit(word)?, -1),
        (word, "before" | "earlier") if !goes_on(line, at + 2) => (at + 1, Unit::of(word)?, -1),
        (word, "after") if !goes_on(line, at + 2) => (at + 1, Unit::of(word)?, 1),
        _ => return None,
    };
    // `the next day` of no day that was named is not tomorrow.
    let from = base(line, unit);
    let told = line.told.of(unit).is_some();
    let value =
        if told || matches!(unit, Unit::Year | Unit::Quarter) { from.unit(unit, shift) } else { None };
    Found::open(at, last, value, Form::Beside)
}

/// Whether a clause goes on after `the day before`: `the day before the vote` is reckoned from a thing.
fn goes_on(line: &Line, at: usize) -> bool {
    line.word(at).starts_with(char::is_alphanumeric)
        && !matches!(line.lower(at), "and" | "in" | "at" | "by" | "when" | "but" | "on" | "as" | "to")
}

/// Whether a clause ends before a word.
fn ends(line: &Line, at: usize) -> bool {
    !line.word(at).starts_with(char::is_alphanumeric)
}

/// `two years later`, `a year earlier`, `three days before`, `10 years on`.
fn later(line: &Line, at: usize) -> Option<Found> {
    let (len, unit, count) = count(line, at)?;
    let word = line.lower(at + len);
    let shift = match word {
        "later" => count,
        "after" | "afterwards" | "afterward" if ends(line, at + len + 1) => count,
        "earlier" | "previously" => -count,
        "before" | "prior" if ends(line, at + len + 1) => -count,
        _ => return None,
    };
    // `a year earlier` in a report of figures compares with a year before publication.
    let from = base(line, unit);
    let told = line.told.of(unit).is_some();
    let value: Option<PartialDate> =
        if told || shift < 0 && unit == Unit::Year { from.unit(unit, shift) } else { None };
    Found::open(at, at + len, value, Form::Later)
}

/// `end the day`, `late in the day`, `at the close of the day`: the day that the text is about.
fn the_day(line: &Line, at: usize) -> Option<Found> {
    if line.lower(at) != "day" || line.before(at, 1) != "the" {
        return None;
    }
    let in_day = matches!(line.before(at, 2), "in")
        && matches!(line.before(at, 3), "late" | "later" | "earlier" | "early");
    let ended = matches!(
        line.before(at, 2),
        "end"
            | "ends"
            | "ended"
            | "ending"
            | "finish"
            | "finished"
            | "finishing"
            | "close"
            | "closed"
            | "closing"
            | "start"
            | "started"
            | "began"
            | "on"
    );
    // `At the end of the day, it is about trust` is a way of speaking.
    let part =
        line.before(at, 2) == "of" && matches!(line.before(at, 3), "start" | "end" | "close" | "beginning");
    let saying = line.before(at, 3) == "end" && line.before(at, 5) == "at" && line.word(at + 1) == ",";
    if !(in_day || ended || part)
        || saying
        || line.word(at + 1).starts_with(char::is_alphanumeric) && line.lower(at + 1) == "of"
    {
        return None;
    }
    Found::open(at, at, base(line, Unit::Day).unit(Unit::Day, 0), Form::SameTime)
}
