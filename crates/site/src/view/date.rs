//! [`PartialDate`] → the words by which a reader knows it, as precise as the text and no more.

use model::{CalendarDay, PartialDate};
use serde::Serialize;

use crate::language::Language;

/// A date as a page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Date {
    /// In words: `4 September 2025`, `about 2015`, `28 August (year not stated)`.
    pub(crate) words: String,
    /// As EDTF.
    pub(crate) edtf: String,
    /// The value of a `<time>` element, when HTML can say it: a year, a month or a day.
    pub(crate) machine: Option<String>,
}

/// The date as a page shows it.
pub(crate) fn show(date: &PartialDate, language: &Language) -> Date {
    let edtf = date.to_string();
    let point = |edtf: &str| point(edtf, language);
    let bound = |key: &str, edtf: &str| language.fill(key, &[("date", &point(edtf))]);
    let words = match edtf.split_once('/') {
        None => point(&edtf),
        Some(("..", end)) => bound("date.until", end),
        Some(("", end)) => bound("date.until_unknown", end),
        Some((start, "..")) => bound("date.since", start),
        Some((start, "")) => bound("date.from_unknown", start),
        Some((start, end)) => language.fill("date.range", &[("from", &point(start)), ("to", &point(end))]),
    };
    let plain = |c: char| c.is_ascii_digit() || c == '-';
    let machine = (edtf.chars().all(plain) && !edtf.starts_with('-') && month(&edtf).is_none_or(|m| m <= 12))
        .then(|| edtf.clone());
    Date { words, edtf, machine }
}

/// The words for a month of a year: `May 2024`.
pub(crate) fn month_of(year: i64, month: u8, language: &Language) -> String {
    let name = language.nth("date.months", usize::from(month)).unwrap_or_default();
    language.fill("date.month", &[("month", name), ("year", &year_of(year, language))])
}

/// The words for a day: `7 May 2024`.
pub(crate) fn day_of(day: CalendarDay, language: &Language) -> String {
    point(&format!("{:04}-{:02}-{:02}", day.year, day.month, day.day), language)
}

/// The words for a year, counted astronomically: 0 is 1 BC.
pub(crate) fn year_of(year: i64, language: &Language) -> String {
    match year {
        ..=0 => language.fill("date.before_christ", &[("year", &(1 - year).to_string())]),
        year => year.to_string(),
    }
}

/// The number in the place of the month, if there is one.
fn month(edtf: &str) -> Option<u8> {
    edtf.get(5..7)?.parse().ok()
}

/// One date without an interval.
fn point(edtf: &str, language: &Language) -> String {
    let (bare, about, doubt) = match edtf.char_indices().next_back() {
        Some((at, '~')) => (&edtf[..at], true, false),
        Some((at, '?')) => (&edtf[..at], false, true),
        Some((at, '%')) => (&edtf[..at], true, true),
        _ => (edtf, false, false),
    };
    let mut words = parts(bare, language);
    for (is, key) in [(about, "date.about"), (doubt, "date.uncertain")] {
        words = if is { language.fill(key, &[("date", &words)]) } else { words };
    }
    words
}

fn parts(bare: &str, language: &Language) -> String {
    let fill = |key: &str, places: &[(&str, &str)]| language.fill(key, places);
    if let Some(year) = bare.strip_prefix('Y') {
        return fill("date.year", &[("year", year)]);
    }
    let (sign, digits) = bare.strip_prefix('-').map_or(("", bare), |rest| ("-", rest));
    let mut parts = digits.split('-');
    let year = year(sign, parts.next().unwrap_or_default(), language);
    let (month, day) =
        (parts.next().and_then(|part| part.parse().ok()), parts.next().and_then(|day| day.parse().ok()));
    let name = month.and_then(|month: usize| language.nth("date.months", month));
    let day =
        day.map(|day: u8| if day == 1 { language.say("number.ordinal_first") } else { day.to_string() });
    match (year, name, day) {
        (Some(year), Some(month), Some(day)) => {
            fill("date.day", &[("day", &day), ("month", month), ("year", &year)])
        }
        (Some(year), Some(month), None) => fill("date.month", &[("month", month), ("year", &year)]),
        (Some(year), None, _) => month.and_then(|month| period(month, &year, language)).unwrap_or(year),
        (None, Some(month), Some(day)) => fill("date.day_yearless", &[("day", &day), ("month", month)]),
        (None, Some(month), None) => fill("date.month_yearless", &[("month", month)]),
        (None, None, Some(day)) => fill("date.day_only", &[("day", &day)]),
        (None, None, None) => language.say("date.none"),
    }
}

/// `2009`, `the 2020s`, `2000 to 2099`, `44 BC`; nothing for a year that is not stated.
fn year(sign: &str, digits: &str, language: &Language) -> Option<String> {
    let known = digits.trim_end_matches('X');
    let open = digits.len() - known.len();
    if known.is_empty() {
        return None;
    }
    let first: i64 = format!("{known}{}", "0".repeat(open)).parse().ok()?;
    Some(match (sign, open) {
        ("-", _) => year_of(-first, language),
        (_, 0) => year_of(first, language),
        (_, 1) => language.fill("date.decade", &[("year", &first.to_string())]),
        (_, open) => {
            let last = first + 10_i64.pow(u32::try_from(open).unwrap_or(2)) - 1;
            language.fill("date.years", &[("from", &first.to_string()), ("to", &last.to_string())])
        }
    })
}

/// A season (21 to 24) or quarter (33 to 36) of a year.
fn period(number: usize, year: &str, language: &Language) -> Option<String> {
    let (list, key, place, first) = match number {
        21..=24 => ("date.seasons", "date.season", "season", 20),
        33..=36 => ("date.quarters", "date.quarter", "quarter", 32),
        _ => return None,
    };
    let name = language.nth(list, number - first)?;
    Some(language.fill(key, &[(place, name), ("year", year)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> Language {
        crate::language::read(&crate::Theme::briefing(), tag, &mut diag::Sink::default())
    }

    #[track_caller]
    fn check(edtf: &str, words: &str, machine: bool) {
        let shown = show(&edtf.parse().unwrap(), &language("en"));
        assert_eq!((shown.words.as_str(), shown.machine.is_some()), (words, machine), "{edtf}");
    }

    #[test]
    fn words_are_as_precise_as_the_date() {
        check("2025-09-04", "4 September 2025", true);
        check("2025-09", "September 2025", true);
        check("2009", "2009", true);
        check("2004-XX", "2004", false);
        check("202X", "the 2020s", false);
        check("20XX", "2000 to 2099", false);
        check("2001-21", "spring 2001", false);
        check("2024-33", "first quarter of 2024", false);
        check("-0043", "44 BC", false);
    }

    #[test]
    fn what_the_text_leaves_open_is_said() {
        check("XXXX-08-28", "28 August (year not stated)", false);
        check("2015~", "about 2015", false);
        check("1984?", "1984 (uncertain)", false);
        check("2004-06%", "about June 2004 (uncertain)", false);
        check("2004-02-01/2005-02", "1 February 2004 to February 2005", false);
        check("1985/..", "since 1985", false);
        check("../1985", "until 1985", false);
        check("1985/", "from 1985 (end not known)", false);
    }

    #[test]
    fn each_language_has_its_own_order() {
        let say = |edtf: &str, tag: &str| show(&edtf.parse().unwrap(), &language(tag)).words;
        assert_eq!(say("2025-03-01", "es-MX"), "1 de marzo de 2025");
        assert_eq!(say("2025-03-01", "fr"), "1er mars 2025");
        assert_eq!(say("2025-03-02/2025-04", "fr"), "2 mars 2025 à avril 2025");
        assert_eq!(say("1984~", "es"), "hacia 1984");
    }
}
