//! Dates: the place of each, and what it means, as EDTF or as a TIMEX3 value.

use model::{Document, PartialDate};

use super::gold::{Date, DateValue, Gold};
use super::score::{Score, Scores};
use super::span::{self, Span};

pub(super) fn score(gold: &Gold, found: &Document, scores: &mut Scores) {
    let Some(dates) = &gold.dates else { return };
    let (wanted, other): (Vec<&Date>, Vec<&Date>) = dates.iter().partition(|date| is_calendar(date));
    let outside = |at: Span| !other.iter().any(|date| span::overlap(date.span, at) > 0);
    let given = found.dates.iter().filter(|date| outside((date.start, date.end)));
    let given: Vec<(Span, Option<&PartialDate>)> =
        given.map(|date| ((date.start, date.end), date.value.as_ref())).collect();
    let spans: Vec<Span> = given.iter().map(|(at, _)| *at).collect();
    let wanted_spans: Vec<Span> = wanted.iter().map(|date| date.span).collect();
    let strict = wanted_spans.iter().filter(|at| spans.contains(at)).count();
    let pairs = span::pair(&wanted_spans, &spans, |_, _| true);
    let right = pairs.iter().filter(|(g, f)| same(wanted[*g].value.as_ref(), given[*f].1)).count();
    scores.count("dates", Score::of(strict, given.len(), wanted.len()));
    scores.count("dates with value", Score::of(right, given.len(), wanted.len()));
}

/// Whether the gold is a calendar date or period; a TIMEX3 reference such as `PRESENT_REF` and a time of day are not.
fn is_calendar(date: &Date) -> bool {
    match &date.value {
        Some(DateValue::Timex(value)) => {
            let digits = value.chars().take_while(char::is_ascii_digit).count();
            digits >= 2 && !value.contains(['T', 'X'])
        }
        Some(DateValue::Edtf(_)) | None => true,
    }
}

fn same(gold: Option<&DateValue>, found: Option<&PartialDate>) -> bool {
    match (gold, found) {
        (None, None) => true,
        (Some(DateValue::Edtf(gold)), Some(found)) => *gold == found.to_string(),
        (Some(DateValue::Timex(gold)), Some(found)) => weeks(gold) == weeks(&timex(&found.to_string())),
        _ => false,
    }
}

/// The TIMEX3 value of an EDTF date: quarters, halves, weeks, seasons, decades and centuries are written otherwise.
fn timex(edtf: &str) -> String {
    let bare = edtf.trim_end_matches(['~', '?', '%']);
    if let Some((from, to)) = bare.split_once('/') {
        return period(from, to).unwrap_or_else(|| bare.to_owned());
    }
    match bare.split_once('-') {
        Some((year, part @ ("33" | "34" | "35" | "36"))) => {
            format!("{year}-Q{}", part.as_bytes()[1] - b'2')
        }
        Some((year, "21")) => format!("{year}-SP"),
        Some((year, "22")) => format!("{year}-SU"),
        Some((year, "23")) => format!("{year}-FA"),
        Some((year, "24")) => format!("{year}-WI"),
        _ if bare.len() == 4 && bare.ends_with('X') => bare.trim_end_matches('X').to_owned(),
        _ => bare.to_owned(),
    }
}

/// A quarter or a half of a year that is written as its first and last month.
fn period(from: &str, to: &str) -> Option<String> {
    let (year, first) = from.split_once('-')?;
    let (same, last) = to.split_once('-')?;
    match (first, last) {
        _ if year != same => None,
        ("01", "03") => Some(format!("{year}-Q1")),
        ("04", "06") => Some(format!("{year}-Q2")),
        ("07", "09") => Some(format!("{year}-Q3")),
        ("10", "12") => Some(format!("{year}-Q4")),
        ("01", "06") => Some(format!("{year}-H1")),
        ("07", "12") => Some(format!("{year}-H2")),
        _ => None,
    }
}

/// The value with a week of ISO 8601 as its Monday and Sunday, which is how EDTF writes it.
fn weeks(value: &str) -> String {
    let monday = || {
        let (year, week) = value.split_once("-W")?;
        let date = jiff::civil::ISOWeekDate::new(
            year.parse().ok()?,
            week.parse().ok()?,
            jiff::civil::Weekday::Monday,
        );
        let monday = date.ok()?.date();
        Some(format!("{monday}/{}", monday.checked_add(jiff::Span::new().days(6)).ok()?))
    };
    monday().unwrap_or_else(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_means_the_same_in_both_notations() {
        for (edtf, value) in [
            ("2024-07/2024-09", "2024-Q3"),
            ("2024-33", "2024-Q1"),
            ("2024-21", "2024-SP"),
            ("199X", "199"),
            ("19XX", "19"),
            ("2015~", "2015"),
            ("2024-05-06/2024-05-12", "2024-W19"),
        ] {
            assert_eq!(weeks(&timex(edtf)), weeks(value), "{edtf}");
        }
        assert_ne!(weeks(&timex("2024-05-06/2024-05-11")), weeks("2024-W19"));
    }
}
