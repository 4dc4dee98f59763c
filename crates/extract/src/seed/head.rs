//! Lines at the head of an article that say who wrote it and when it appeared: `By Ann Lee`, `March 01, 2008`,
//! `Published Thu 4 Sep 2025 10.30 BST`.
//!
//! Only dates with day, month and year that cannot be read in two ways count; `01/03/2008` is one of two days.

use model::PartialDate;

/// English months, as prefixes of at least three letters (`Sep`, `Sept.`, `September`).
#[rustfmt::skip] // One word a line would hide the code below it.
const MONTHS: [&str; 12] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
];

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Words that lead to the date of publication.
const LABELS: &[&str] = &["published", "posted", "date", "first", "issued", "dated", "on", "at", "created"];

/// Words that lead to a later date than that of publication.
const LATER: &[&str] = &["updated", "modified", "revised", "edited"];

/// Words that may stand after a date on its line.
#[rustfmt::skip] // One word a line would hide the code below it.
const AFTER: &[&str] = &[
    "am", "pm", "a.m", "p.m", "noon", "midnight", "at", "est", "edt", "et", "pst", "pdt", "pt", "cst",
    "cdt", "ct", "gmt", "bst", "utc", "cet", "cest", "ist", "jst", "msk", "eat", "wat", "sast", "aest",
    "hrs", "local", "time", "in",
];

/// The most bytes of a dateline.
const DATELINE: usize = 80;

/// The most words of a byline: `By Ann Lee and Bob Ray in Quito and Carla Paz in Lima`.
const BYLINE: usize = 20;

/// A line that holds a date and nothing else.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DateLine {
    /// The day; none when the line can be read in two ways.
    pub(crate) day: Option<PartialDate>,
    /// Whether the line dates a later version of the article.
    pub(crate) later: bool,
}

/// Reads a line that holds a date and nothing else but labels, weekday and time.
pub(crate) fn date_line(line: &str) -> Option<DateLine> {
    if line.len() > 100 {
        return None;
    }
    let words: Vec<String> =
        line.split(|c: char| c.is_whitespace() || ",|•·–—()".contains(c)).filter_map(bare).collect();
    let lead = words.iter().take_while(|word| is_label(word) || is_weekday(word)).count();
    let later = words[..lead].iter().any(|word| LATER.contains(&word.as_str()));
    let (day, len) = day(&words[lead..])?;
    let rest = &words[lead + len..];
    let timely = |word: &String| AFTER.contains(&word.as_str()) || is_time(word) || is_weekday(word);
    // As in `Published 4 September 2025, updated 5 September 2025`.
    let relabelled = rest.iter().position(|word| is_label(word) && word != "at").unwrap_or(rest.len());
    rest[..relabelled].iter().all(timely).then_some(DateLine { day, later })
}

/// The day in a dateline before its dash, when it is whole: `QUITO, Sept. 4, 2025 (Wire) — They met`.
pub(crate) fn dateline_day(line: &str) -> Option<PartialDate> {
    let dashes = [" — ", " – ", " -- ", " - "];
    let end = dashes.iter().filter_map(|dash| line.find(dash)).min().filter(|end| *end <= DATELINE)?;
    let head = &line[..end];
    let names = head.split_whitespace().all(|word| {
        word.trim_start_matches(['(', '[']).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
    });
    let words: Vec<String> =
        head.split(|c: char| c.is_whitespace() || ",()".contains(c)).filter_map(bare).collect();
    // A place stands first; a line that begins with the date is prose: `March 1, 2008 - the day on which …`.
    let found = (1..words.len()).find_map(|at| day(&words[at..]));
    found.filter(|_| names).and_then(|(day, _)| day)
}

/// The author that a line `By Ann Lee and Bob Ray, Quito` names; none for a line that is more than a byline.
pub(crate) fn author(line: &str) -> Option<String> {
    let by = line.get(..3).is_some_and(|by| by.eq_ignore_ascii_case("by "));
    let small = [
        "and", "at", "da", "de", "del", "der", "for", "in", "of", "the", "van", "von", "with", "|", "&", "–",
        "—", "-", "•", "·",
    ];
    let word = |word: &str| {
        small.contains(&word)
            || word.contains('@')
            || word.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || c == '(')
    };
    let words = || line.split_whitespace().skip(1);
    let dated = words()
        .next()
        .and_then(bare)
        .is_some_and(|first| is_month(&first) || is_weekday(&first) || first.parse::<u32>().is_ok());
    let whole = !line.ends_with(['.', '!', '?', '"', '”']) && words().count() <= BYLINE && words().all(word);
    (by && whole && !dated).then(|| name(line)).flatten()
}

/// A byline without `By` and what follows the names; none when it does not begin with a name.
pub(crate) fn name(byline: &str) -> Option<String> {
    let line = byline.trim();
    let line = line.get(..3).filter(|by| by.eq_ignore_ascii_case("by ")).map_or(line, |_| &line[3..]);
    let line = line.split(['|', '•', '·', '(', '\n']).next()?;
    let line = [" in ", " at ", " for ", " – ", " — ", " - "]
        .iter()
        .fold(line, |line, mark| line.split(mark).next().unwrap_or(line));
    let name = line.split(',').next()?.trim();
    name.starts_with(char::is_uppercase).then(|| name.to_owned())
}

/// Whether all words are parts of a date, and not day numbers alone: `June 3`, `3 June 2008`, `2008`, `Monday`.
pub(crate) fn is_date_words(part: &str) -> bool {
    let words: Vec<String> = part.split_whitespace().filter_map(bare).collect();
    let settles = |word: &String| is_month(word) || is_weekday(word) || year(word).is_some();
    words.len() <= 4
        && words.iter().any(settles)
        && words.iter().all(|word| settles(word) || day_number(word).is_some())
}

/// A word in lower case without the marks around it.
fn bare(word: &str) -> Option<String> {
    let bare = word.trim_matches(|c: char| c != '/' && !c.is_alphanumeric());
    (!bare.is_empty()).then(|| bare.to_lowercase())
}

/// The day that words begin with and how many words it takes; an outer `Some` without a day is a date of two readings.
fn day(words: &[String]) -> Option<(Option<PartialDate>, usize)> {
    let first = words.first()?;
    let iso = first.split('t').next().unwrap_or(first);
    if iso.len() == 10 && iso.as_bytes()[4] == b'-' {
        return Some((Some(iso.parse().ok()?), 1));
    }
    let parts: Vec<&str> = first.split(['/', '.']).collect();
    if parts.len() == 3 && parts.iter().all(|part| part.len() <= 4 && part.parse::<u16>().is_ok()) {
        return Some((None, 1));
    }
    let (second, third) = (words.get(1)?, words.get(2)?);
    let (month, day) = match (month(first), month(second)) {
        (Some(month), _) => (month, day_number(second)?),
        (None, Some(month)) => (month, day_number(first)?),
        _ => return None,
    };
    let date = format!("{:04}-{month:02}-{day:02}", year(third)?).parse().ok()?;
    Some((Some(date), 3))
}

fn month(word: &str) -> Option<usize> {
    let named = |month: &str| word == "sept" || word == month || word.len() == 3;
    let at = MONTHS.iter().position(|month| month.starts_with(word))?;
    Some(at + 1).filter(|_| named(MONTHS[at]))
}

fn is_month(word: &str) -> bool {
    month(word).is_some()
}

fn is_weekday(word: &str) -> bool {
    word.len() >= 3 && WEEKDAYS.iter().any(|day| day.starts_with(word))
}

fn is_label(word: &str) -> bool {
    LABELS.contains(&word) || LATER.contains(&word) || word == "last"
}

/// A day of a month: `3`, `03`, `3rd`.
fn day_number(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = &word[digits.len()..];
    let number = digits.parse().ok().filter(|day| (1..=31).contains(day))?;
    (digits.len() <= 2 && matches!(ending, "" | "st" | "nd" | "rd" | "th")).then_some(number)
}

/// A year of four digits that newspapers can bear.
fn year(word: &str) -> Option<u16> {
    word.parse().ok().filter(|year| word.len() == 4 && (1600..=2999).contains(year))
}

/// A time of day: `10:30`, `10.30am`, `1030`.
fn is_time(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    digits.len() <= 8
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || ":.".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<&str>) {
        let read =
            date_line(line).map(|line| line.day.map_or("two readings".to_owned(), |day| day.to_string()));
        assert_eq!(read.as_deref(), expected, "{line}");
    }

    #[test]
    fn a_line_with_a_day_dates_the_article() {
        check("March 01, 2008", Some("2008-03-01"));
        check("Friday, March 28, 2008", Some("2008-03-28"));
        check("Published: Thu 4 Sep 2025 10.30 BST", Some("2025-09-04"));
        check("Sept. 4, 2025, 10:30 a.m. ET", Some("2025-09-04"));
        check("4th September 2025", Some("2025-09-04"));
        check("2025-09-04T10:30:00Z", Some("2025-09-04"));
        check("Published 4 September 2025 | Updated 5 September 2025", Some("2025-09-04"));
    }

    #[test]
    fn other_lines_do_not() {
        check("01/03/2008", Some("two readings"));
        check("March 31, 2008 was a Monday", None);
        check("February 30, 2008", None);
        check("March 2008", None);
        check("Four days in March", None);
        check("", None);
    }

    #[test]
    fn a_dateline_with_its_year_dates_the_article() {
        let day = |line: &str| dateline_day(line).map(|day| day.to_string());
        assert_eq!(day("QUITO, Sept. 4, 2025 (Wire) — They met.").as_deref(), Some("2025-09-04"));
        assert_eq!(day("CEDAR RAPIDS, Iowa, 4 September 2025 -- They met.").as_deref(), Some("2025-09-04"));
        assert_eq!(day("QUITO, Sept. 4 (Wire) — They met."), None);
        assert_eq!(day("The bridge that fell on March 1, 2008 - a wet day - was new."), None);
    }

    #[test]
    fn later_versions_are_told_apart() {
        assert!(date_line("Last updated 5 September 2025").is_some_and(|line| line.later));
        assert!(date_line("Published 5 September 2025").is_some_and(|line| !line.later));
    }
}
