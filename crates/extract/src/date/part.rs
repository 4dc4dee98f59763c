//! Parts of years: `third quarter of 2024`, `first half of the year`, `summer of 2025`, `Q3`, `first nine months of 2024`.

use super::base::{months, of_month, quarter};
use super::line::{Form, Found, Line};
use super::tense::Tense;
use super::year::plain_year;

/// The date that begins at a word.
pub(super) fn read(line: &Line, at: usize) -> Option<Found> {
    short_quarter(line, at)
        .or_else(|| years_part(line, at))
        .or_else(|| numbered(line, at))
        .or_else(|| first_months(line, at))
        .or_else(|| season(line, at))
}

/// `Q3 2024`, `Q3`.
fn short_quarter(line: &Line, at: usize) -> Option<Found> {
    if let Some(year) = plain_year(line.word(at)) {
        // `2017 Q1`, `2019-H2`.
        let place = if matches!(line.word(at + 1), "-" | "/") { at + 2 } else { at + 1 };
        let (which, length) = short(line.word(place))?;
        return finish(line, at, place, Some(year), Some(which), length);
    }
    let (which, length) = short(line.word(at))?;
    let (last, year) = year_after(line, at + 1).unwrap_or((at, None));
    finish(line, at, last, year, Some(which), length)
}

/// The number in `Q3` or `H2`, and how many months it has.
fn short(word: &str) -> Option<(u8, u8)> {
    let length = match word.chars().next()? {
        'Q' | 'q' => 3,
        'H' => 6,
        _ => return None,
    };
    let which = word[1..].parse::<u8>().ok().filter(|which| (1..=12 / length).contains(which))?;
    Some((which, length))
}

/// `next year's first quarter`.
fn years_part(line: &Line, at: usize) -> Option<Found> {
    let owned = line.lower(at + 1) == "year" && matches!(line.word(at + 2), "'s" | "’s");
    let shift = match line.lower(at) {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    let part = numbered_in(line, at + 3, line.published.year().map(|year| year + shift)).filter(|_| owned)?;
    Some(Found { first: at, ..part })
}

/// `third quarter of 2024`, `third-quarter`, `first half of the year`.
fn numbered(line: &Line, at: usize) -> Option<Found> {
    numbered_in(line, at, None)
}

/// The same, in a year that was named before it.
fn numbered_in(line: &Line, at: usize, owner: Option<i64>) -> Option<Found> {
    const ORDINALS: [&[&str]; 4] =
        [&["first", "1st"], &["second", "2nd"], &["third", "3rd"], &["fourth", "4th", "final"]];
    let place = |word: &str| ORDINALS.iter().position(|names| names.contains(&word));
    let lower = line.lower(at);
    let hyphened = lower.strip_suffix("-quarter").or_else(|| lower.strip_suffix("-half"));
    let (which, kind, last) = match hyphened {
        Some(word) => (place(word)?, &lower[word.len() + 1..], at),
        None if line.lower(at + 1) == "-" => (place(lower)?, line.lower(at + 2), at + 2),
        None => (place(lower)?, line.lower(at + 1), at + 1),
    };
    let which = u8::try_from(which).ok()? + 1;
    let months = match kind {
        "quarter" => 3,
        "half" if which < 3 => 6,
        _ => return None,
    };
    // `the fourth quarter of the match` and a half without a year are no times of the year.
    let named = owner.map(|year| (last, Some(year))).or_else(|| year_after(line, last + 1));
    if named.is_none() && (months == 6 || line.lower(last + 1) == "of" || line.lower(last + 1) == "mile") {
        return None;
    }
    if named.is_none() && !is_business(line) {
        return None;
    }
    let (last, year) = named.unwrap_or((last, None));
    finish(line, at, last, year, Some(which), months)
}

/// Whether a sentence is about figures of a firm or an economy, and not about a match.
fn is_business(line: &Line) -> bool {
    #[rustfmt::skip] // One word a line would hide the code below it.
    const WORDS: &[&str] = &[
        "profit", "profits", "sales", "revenue", "revenues", "earnings", "growth", "grew", "economy", "results", "income",
        "gdp", "loss", "losses", "percent", "%", "output", "exports", "imports", "shares", "shareholders", "deliveries",
        "production", "inflation", "investors", "fiscal", "quarterly", "bank", "company", "costs", "prices", "spending",
        "orders", "demand", "unemployment", "deficit", "surplus", "dividend", "forecast", "plants", "market", "markets",
    ];
    let sign = |word: &str| line.lexicon.currency_sign(word).is_some();
    (0..line.len()).any(|at| WORDS.contains(&line.lower(at)) || sign(line.word(at)))
}

/// The quarter or half that was found, in the year that the tense asks for when none is named.
fn finish(
    line: &Line,
    first: usize,
    last: usize,
    year: Option<i64>,
    which: Option<u8>,
    length: u8,
) -> Option<Found> {
    let which = which?;
    let dated = year.is_some();
    let begin = (which - 1) * length + 1;
    let year = year.or_else(|| {
        let (now, month) = line.published.month()?;
        let told = line.told.last().year().filter(|year| *year < now && line.told.last().month().is_some());
        // `our third-quarter results`: what has results is over.
        let over = matches!(
            line.lower(last + 1),
            "results" | "earnings" | "profit" | "profits" | "loss" | "losses" | "sales"
        );
        Some(match if over { Tense::Past } else { line.tense(first, last) } {
            Tense::Future if begin + length - 1 < month => now + 1,
            Tense::Past if begin > month => told.unwrap_or(now - 1),
            // A company in February that speaks of its fourth quarter means the one that is over.
            Tense::None if begin > month + length => now - 1,
            _ => now,
        })
    });
    let value = year.and_then(|year| match length {
        3 => quarter(year, which),
        _ => months(year, begin, begin + length - 1),
    });
    Some(Found { first, last, value, dated, form: Form::PartOfYear })
}

/// `first nine months of 2024`.
fn first_months(line: &Line, at: usize) -> Option<Found> {
    let (number, unit) = (line.lower(at + 1), line.lower(at + 2));
    let read =
        crate::number::read(&[number], 0).map(|number| number.value).filter(|n| (2.0..12.0).contains(n));
    let length = u8::try_from(read? as i64).ok()?;
    let which = matches!(unit, "months" | "month");
    let (begin, end) = match line.lower(at) {
        "first" if which => (1, length),
        "last" | "final" if which => (13 - length, 12),
        _ => return None,
    };
    let (last, year) = year_after(line, at + 3)?;
    Found::whole(at, last, year.and_then(|year| months(year, begin, end)), Form::PartOfYear)
}

/// `summer of 2025`, `summer 2025`, `this summer`, `last winter`.
fn season(line: &Line, at: usize) -> Option<Found> {
    let (shift, name) = match line.lower(at) {
        "this" => (Some(0), at + 1),
        "last" => (Some(-1), at + 1),
        "next" => (Some(1), at + 1),
        _ => (None, at),
    };
    let name = if shift.is_some() && line.lower(name) == "past" { name + 1 } else { name };
    let season = match line.lower(name) {
        "spring" | "springtime" => 21,
        "summer" | "summertime" => 22,
        "autumn" | "fall" => 23,
        "winter" | "wintertime" => 24,
        _ => return None,
    };
    let value = |year: i64| of_month(Some(year), season);
    match shift {
        Some(shift) => {
            let value = line.published.month().map(|now| season_year(now, season, shift)).and_then(value);
            Found::open(at, name, value, Form::Season)
        }
        None => {
            let (last, year) = year_after(line, name + 1)?;
            Found::whole(at, last, year.and_then(value), Form::Season)
        }
    }
}

/// The year of this, the last or the next season.
fn season_year((year, month): (i64, u8), season: u8, shift: i64) -> i64 {
    let (begin, end) = ((season - 20) * 3, (season - 20) * 3 + 2);
    match shift {
        // The winter that began in December is that of the year before.
        0 if season == 24 && month <= 2 => year - 1,
        0 => year,
        -1 if month > end => year,
        -1 if season == 24 && month <= 2 => year - 2,
        -1 => year - 1,
        _ if month < begin => year,
        _ => year + 1,
    }
}

/// The year that parts of it name: `of 2024`, `2024`, `of the year`, `of this year`, `last year`.
fn year_after(line: &Line, at: usize) -> Option<(usize, Option<i64>)> {
    let of = matches!(line.lower(at), "of" | "in");
    let next = if of { at + 1 } else { at };
    if let Some(year) = plain_year(line.word(next)) {
        return Some((next, Some(year)));
    }
    let fiscal =
        usize::from(matches!(line.lower(next), "fiscal") && plain_year(line.word(next + 1)).is_some());
    if fiscal == 1 {
        return Some((next + 1, plain_year(line.word(next + 1))));
    }
    let now = line.published.year();
    let shift = match (line.lower(next), line.lower(next + 1)) {
        ("the" | "this", "year") if of => 0,
        ("this", "year") => 0,
        ("last", "year") => -1,
        ("next", "year") => 1,
        _ => return None,
    };
    Some((next + 1, now.map(|year| year + shift)))
}
