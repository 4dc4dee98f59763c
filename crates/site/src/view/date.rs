//! [`PartialDate`] → the words by which a reader knows it, as precise as the text and no more.

use model::PartialDate;
use serde::Serialize;

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

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The date as a page shows it.
pub(crate) fn show(date: &PartialDate) -> Date {
    let edtf = date.to_string();
    let words = match edtf.split_once('/') {
        None => point(&edtf),
        Some(("..", end)) => format!("until {}", point(end)),
        Some(("", end)) => format!("until {} (start not known)", point(end)),
        Some((start, "..")) => format!("since {}", point(start)),
        Some((start, "")) => format!("from {} (end not known)", point(start)),
        Some((start, end)) => format!("{} to {}", point(start), point(end)),
    };
    let plain = |c: char| c.is_ascii_digit() || c == '-';
    let machine = (edtf.chars().all(plain) && !edtf.starts_with('-') && month(&edtf).is_none_or(|m| m <= 12))
        .then(|| edtf.clone());
    Date { words, edtf, machine }
}

/// The words for a month of a year: `May 2024`.
pub(crate) fn month_of(year: i64, month: u8) -> String {
    format!("{} {year}", MONTHS[usize::from(month.clamp(1, 12)) - 1])
}

/// The number in the place of the month, if there is one.
fn month(edtf: &str) -> Option<u8> {
    edtf.get(5..7)?.parse().ok()
}

/// One date without an interval.
fn point(edtf: &str) -> String {
    let (bare, about, doubt) = match edtf.char_indices().next_back() {
        Some((at, '~')) => (&edtf[..at], true, false),
        Some((at, '?')) => (&edtf[..at], false, true),
        Some((at, '%')) => (&edtf[..at], true, true),
        _ => (edtf, false, false),
    };
    let words = parts(bare);
    let about = if about { "about " } else { "" };
    let doubt = if doubt { " (uncertain)" } else { "" };
    format!("{about}{words}{doubt}")
}

fn parts(bare: &str) -> String {
    if let Some(year) = bare.strip_prefix('Y') {
        return format!("year {year}");
    }
    let (sign, digits) = bare.strip_prefix('-').map_or(("", bare), |rest| ("-", rest));
    let mut parts = digits.split('-');
    let year = year(sign, parts.next().unwrap_or_default());
    let (month, day) = (parts.next().and_then(period), parts.next().and_then(|day| day.parse::<u8>().ok()));
    match (year, month, day) {
        (Some(year), Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(year), Some(month), None) => format!("{month} {year}"),
        (Some(year), None, _) => year,
        (None, Some(month), Some(day)) => format!("{day} {month} (year not stated)"),
        (None, Some(month), None) => format!("{month} (year not stated)"),
        (None, None, Some(day)) => format!("day {day} of a month (not stated)"),
        (None, None, None) => "no date stated".to_owned(),
    }
}

/// `2009`, `the 2020s`, `2000 to 2099`, `44 BC`; nothing for a year that is not stated.
fn year(sign: &str, digits: &str) -> Option<String> {
    let known = digits.trim_end_matches('X');
    let open = digits.len() - known.len();
    if known.is_empty() {
        return None;
    }
    let first: i64 = format!("{known}{}", "0".repeat(open)).parse().ok()?;
    Some(match (sign, open) {
        // Astronomical years: 0 is 1 BC.
        ("-", _) => format!("{} BC", first + 1),
        (_, 0) if first == 0 => "1 BC".to_owned(),
        (_, 0) => first.to_string(),
        (_, 1) => format!("the {first}s"),
        (_, open) => format!("{first} to {}", first + 10_i64.pow(u32::try_from(open).unwrap_or(2)) - 1),
    })
}

/// A month, season (21 to 24) or quarter (33 to 36) in words.
fn period(part: &str) -> Option<String> {
    let number: usize = part.parse().ok()?;
    let name = match number {
        1..=12 => MONTHS[number - 1],
        21 => "spring",
        22 => "summer",
        23 => "autumn",
        24 => "winter",
        33 => "first quarter of",
        34 => "second quarter of",
        35 => "third quarter of",
        36 => "fourth quarter of",
        _ => return None,
    };
    Some(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(edtf: &str, words: &str, machine: bool) {
        let shown = show(&edtf.parse().unwrap());
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
}
