//! Days and months of the calendar: `26 October 1998`, `Sept. 4`, `Friday, March 1, 2001`, `2025-09-04`, `June of next year`.

use model::PartialDate;

use super::base::{of_day, of_month};
use super::day_number::{self, day, number, starts_count};
use super::line::{Form, Found, Line};
use super::month_alone;
use super::year::plain_year;

/// The date that begins at a word.
pub(super) fn read(line: &Line, at: usize) -> Option<Found> {
    with_weekday(line, at)
        .or_else(|| numeric(line, at))
        .or_else(|| day_first(line, at))
        .or_else(|| month_first(line, at))
        .or_else(|| ordinal_alone(line, at))
}

/// `Friday, March 1, 2001`, `Tuesday 5 May`.
fn with_weekday(line: &Line, at: usize) -> Option<Found> {
    let weekday = line.weekday(at)?;
    let mut next = at + 1;
    if line.word(next) == "," {
        next += 1;
    }
    if line.lower(next) == "the" {
        next += 1;
    }
    let found = numeric(line, next).or_else(|| day_first(line, next)).or_else(|| month_first(line, next))?;
    let value = found.value.as_ref().map(|value| agree(line, value, weekday, found.dated));
    // A month has no weekday: `on Sunday, March`.
    (found.form != Form::Month).then_some(Found { first: at, value, ..found })
}

/// The day of a date without a year that falls on its weekday, in a year next to publication.
fn agree(line: &Line, value: &PartialDate, weekday: u8, dated: bool) -> PartialDate {
    let (Some(now), Some(day), false) = (line.published.year(), value.day(), dated) else {
        return value.clone();
    };
    let years = [i64::from(day.year()), now, now - 1, now + 1];
    let fits = years.iter().find_map(|year| {
        let then = of_day(Some(*year), day.month().unsigned_abs(), day.day().unsigned_abs())?;
        let falls = then.day()?.weekday().to_monday_one_offset().unsigned_abs();
        (falls == weekday).then_some(then)
    });
    fits.unwrap_or_else(|| value.clone())
}

/// `2025-09-04`, and `25/12/2024` where only one order is possible.
fn numeric(line: &Line, at: usize) -> Option<Found> {
    let word = line.word(at);
    if word.len() == 10 && word.is_ascii() && word.as_bytes()[4] == b'-' {
        return Found::whole(at, at, Some(word.parse().ok()?), Form::IsoDay);
    }
    // Marks are tokens of their own: `2025` `-` `09` `-` `04`.
    let (joint, again) = (line.word(at + 1), line.word(at + 3));
    if joint != again || !matches!(joint, "-" | "/") {
        return None;
    }
    let (a, b, c) = (number(word)?, number(line.word(at + 2))?, number(line.word(at + 4))?);
    let (year, month, day) = match joint {
        "-" if word.len() == 4 => (a, b, c),
        "/" if line.word(at + 4).len() == 4 && (a > 12 || a == b) => (c, b, a),
        "/" if line.word(at + 4).len() == 4 && b > 12 => (c, a, b),
        _ => return None,
    };
    let value = of_day(Some(year), u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    Found::whole(at, at + 4, Some(value), Form::IsoDay)
}

/// `26 October 1998`, `26th of October`, `4-5 May`, `the third of June`.
fn day_first(line: &Line, at: usize) -> Option<Found> {
    let (len, day) = day(line, at)?;
    // `for $12 December 27`.
    if at > 0 && line.lexicon.currency_sign(line.word(at - 1)).is_some() {
        return None;
    }
    let mut next = at + len;
    let mut until = None;
    // `18 and 25 June` are two days and no interval.
    let pair = line.lower(next) != "and"
        || line.before(at, 1) == "between"
        || day_number::day(line, next + 1).is_some_and(|(_, until)| until == day + 1);
    if pair && matches!(line.lower(next), "-" | "–" | "to" | "and") {
        until = day_number::day(line, next + 1).filter(|(_, until)| *until > day);
        next += until.map_or(0, |(len, _)| len + 1);
    }
    let of = line.lower(next) == "of";
    next += usize::from(of);
    let month = line.month(next)?;
    // `second May` is no date, `second of May` is.
    if day_number::day_number(line.word(at)).is_none() && !of {
        return None;
    }
    days(line, at, next, month, (day, until.map(|(_, until)| until)))
}

/// `October 26, 1998`, `Oct. 26-28`, `October 1998`, `October`.
fn month_first(line: &Line, at: usize) -> Option<Found> {
    let month = line.month(at)?;
    let next = if line.lower(at + 1) == "the" { at + 2 } else { at + 1 };
    if let Some((len, day)) = day(line, next).filter(|_| !starts_count(line, next)) {
        let mut last = next + len - 1;
        let mut until = None;
        if matches!(line.lower(last + 1), "-" | "–" | "to" | "and" | "through") {
            let end = day_number::day(line, last + 2).filter(|(len, until)| {
                *until > day && line.month(last + 2 + len).is_none() && !starts_count(line, last + 2)
            });
            // `on May 4 and 12 people`: after `and` the next word must not be counted.
            let free = end.filter(|(len, until)| {
                line.lower(last + 1) != "and" || *until == day + 1 && ends(line, last + 2 + len)
            });
            last += free.map_or(0, |(len, _)| len + 1);
            until = free.map(|(_, until)| until);
        }
        return days(line, at, last, month, (day, until));
    }
    if let Some((last, year)) = year_after(line, at, at + 1) {
        return Found::whole(at, last, of_month(year, month), Form::MonthYear);
    }
    if !month_alone::stands_alone(line, at) {
        return None;
    }
    // `May-June 2024`, `from May to July`: a range is put together elsewhere.
    Found::open(at, at, of_month(line.year_of(at, at, month, None), month), Form::Month)
}

/// Whether a number before `at` counts nothing: the clause ends, or a small word goes on.
fn ends(line: &Line, at: usize) -> bool {
    let word = line.lower(at);
    word.is_empty()
        || !word.starts_with(char::is_alphanumeric)
        || matches!(word, "at" | "in" | "and" | "with" | "to")
        || plain_year(word).is_some()
}

/// One or more days of a month from word `first` to `last`, with the year that follows.
fn days(line: &Line, first: usize, last: usize, month: u8, (day, until): (u8, Option<u8>)) -> Option<Found> {
    let named = year_after(line, first, last + 1);
    let end = named.map_or(last, |(end, _)| end);
    let attack = month == 9 && day == 11 && named.is_none() && is_attack(line, last + 1);
    let year = match named {
        Some((_, year)) => year,
        None if attack => Some(2001),
        None => line.year_of(first, end, month, Some(day)),
    };
    let from = of_day(year, month, day);
    let value = match until {
        Some(until) => PartialDate::interval(&from?, &of_day(year, month, until)?),
        None => from,
    };
    // The 31st of April is no day; without a value it is no date at all.
    value.as_ref()?;
    Some(Found { first, last: end, value, dated: named.is_some() || attack, form: Form::Day })
}

/// Whether the words after `Sept. 11` speak of the attacks of 2001.
fn is_attack(line: &Line, at: usize) -> bool {
    let at = if matches!(line.word(at), "'s" | "’s" | ",") { at + 1 } else { at };
    matches!(
        line.lower(at),
        "attack" | "attacks" | "terrorist" | "terror" | "hijackers" | "hijackings" | "commission"
    )
}

/// The year after a month or a day: named (`, 1998`), or said (`of next year`, `last year`, `the same year`).
fn year_after(line: &Line, first: usize, at: usize) -> Option<(usize, Option<i64>)> {
    let comma = line.word(at) == ",";
    let next = if comma || line.lower(at) == "of" { at + 1 } else { at };
    if let Some(year) = plain_year(line.word(next)) {
        // `on May 5, 1200 people`.
        let counts = comma && line.lower(next + 1) == "people"
            || crate::number::factor(line.lower(next + 1)).is_some();
        return (!counts).then_some((next, Some(year)));
    }
    if let Some(year) = old_year(line, next).filter(|_| !comma) {
        return Some(year);
    }
    let said = |len: usize, base: Option<i64>, shift: i64| Some((next + len - 1, Some(base? + shift)));
    let told = line.told.last().year().or(line.published.year());
    match (comma, first) {
        (false, _) if line.reads(next, &["this", "year"]) => said(2, line.published.year(), 0),
        (false, _) if line.reads(next, &["last", "year"]) => said(2, line.published.year(), -1),
        (false, _) if line.reads(next, &["next", "year"]) => said(2, line.published.year(), 1),
        (false, _) if line.reads(next, &["that", "year"]) => said(2, told, 0),
        (false, _) if line.reads(next, &["the", "same", "year"]) => said(3, told, 0),
        (false, _) if line.reads(next, &["the", "following", "year"]) => said(3, told, 1),
        (false, _) if line.reads(next, &["the", "previous", "year"]) => said(3, told, -1),
        _ => None,
    }
}

/// `384` in `December of 384.`, `79 AD`, `44 BC` after a day or month.
fn old_year(line: &Line, at: usize) -> Option<(usize, Option<i64>)> {
    let word = line.word(at);
    let year = number(word).filter(|year| *year > 31 && word.len() <= 3)?;
    match line.word(at + 1) {
        "BC" | "BCE" | "B.C." => Some((at + 1, Some(1 - year))),
        "AD" | "CE" | "A.D." => Some((at + 1, Some(year))),
        _ if word.len() == 2 => None,
        next if line.word(at - 1) == "of" || word.len() == 3 => {
            (!next.starts_with(char::is_alphanumeric)).then_some((at, Some(year)))
        }
        _ => None,
    }
}

/// `on the 12th`: the day of the month of publication, when nothing follows that it could number.
fn ordinal_alone(line: &Line, at: usize) -> Option<Found> {
    let word = line.word(at);
    let day = day_number::day_number(word).filter(|_| word.ends_with(char::is_alphabetic))?;
    let led = line.before(at, 1) == "the" && matches!(line.before(at, 2), "on" | "until" | "by" | "since");
    if !led || line.word(at + 1).starts_with(char::is_alphanumeric) {
        return None;
    }
    let (year, month) = line.published.month()?;
    Found::open(at, at, of_day(Some(year), month, day), Form::Day)
}
