//! Text to [`PartialDate`]: the grammar of EDTF level 1 as `date.rs` lists it. Printing is there.

use std::fmt;
use std::str::FromStr;

use super::{Bound, Part, PartialDate, Point, Qualifier, Repr, Year, days_in_month};

/// The largest year that is taken: far beyond any that news or science prints, far from overflow.
const MAX_YEAR: i64 = 1_000_000_000_000;

/// Why a string is not a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError(String);

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is not a date: expected EDTF, such as `2009`, `2025-07-25`, `XXXX-08-28` or `2024-07/2024-09`",
            self.0
        )
    }
}

impl std::error::Error for DateError {}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(s: &str) -> Result<Self, DateError> {
        let error = || DateError(s.to_owned());
        let Some((a, b)) = s.split_once('/') else {
            return point(s).map(|p| Self(Repr::Point(p))).ok_or_else(error);
        };
        let (a, b) = bound(a).zip(bound(b)).ok_or_else(error)?;
        match (a, b) {
            (Bound::Point(from), Bound::Point(to)) => {
                let order = from.earliest().zip(to.latest()).is_none_or(|(from, to)| from <= to);
                order.then_some(Self(Repr::Interval(a, b))).ok_or_else(error)
            }
            (Bound::Point(_), _) | (_, Bound::Point(_)) => Ok(Self(Repr::Interval(a, b))),
            _ => Err(error()),
        }
    }
}

impl TryFrom<String> for PartialDate {
    type Error = DateError;

    fn try_from(s: String) -> Result<Self, DateError> {
        s.parse()
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.to_string()
    }
}

fn bound(s: &str) -> Option<Bound> {
    match s {
        "" => Some(Bound::Unknown),
        ".." => Some(Bound::Open),
        _ => point(s).map(Bound::Point),
    }
}

fn point(s: &str) -> Option<Point> {
    let (s, qualifier) = match s.as_bytes().last()? {
        b'?' => (&s[..s.len() - 1], Qualifier::Uncertain),
        b'~' => (&s[..s.len() - 1], Qualifier::Approximate),
        b'%' => (&s[..s.len() - 1], Qualifier::Both),
        _ => (s, Qualifier::None),
    };
    if let Some(letter) = s.strip_prefix('Y') {
        let value = letter.parse::<i64>().ok().filter(|y| (10_000..=MAX_YEAR).contains(&y.abs()))?;
        let canonical = value.to_string() == letter;
        return canonical.then_some(Point {
            year: Year { value, open: 0 },
            month: None,
            day: None,
            qualifier,
        });
    }
    let (negative, digits) = s.strip_prefix('-').map_or((false, s), |rest| (true, rest));
    let mut parts = digits.split('-');
    let year = year(parts.next()?, negative)?;
    let month = parts.next().map(part).map_or(Some(None), |p| p.map(Some))?;
    let day = parts.next().map(part).map_or(Some(None), |p| p.map(Some))?;
    let point = Point { year, month, day, qualifier };
    (parts.next().is_none() && is_date(point)).then_some(point)
}

/// Four digits of a year, the last ones perhaps `X`.
fn year(s: &str, negative: bool) -> Option<Year> {
    let known = s.trim_end_matches('X');
    if s.len() != 4 || !known.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let open = u8::try_from(4 - known.len()).ok()?;
    let value = format!("{known:0<4}").parse::<i64>().ok()?;
    (!negative || value > 0).then_some(Year { value: if negative { -value } else { value }, open })
}

fn part(s: &str) -> Option<Part> {
    match s.as_bytes() {
        b"XX" => Some(Part::Unspecified),
        [a, b] if a.is_ascii_digit() && b.is_ascii_digit() => Some(Part::Known((a - b'0') * 10 + (b - b'0'))),
        _ => None,
    }
}

/// Whether month and day exist and are unspecified only from the right.
fn is_date(point: Point) -> bool {
    let open = point.year.open;
    // A decade has no months; a year left open altogether may have (`XXXX-08-28`).
    if (1..4).contains(&open) && point.month.is_some() {
        return false;
    }
    match (point.month, point.day) {
        (None, None) => open < 4,
        (Some(Part::Unspecified), None | Some(Part::Unspecified)) => open < 4,
        (Some(Part::Known(month)), None) => matches!(month, 1..=12 | 21..=24 | 33..=36),
        (Some(Part::Known(month @ 1..=12)), Some(Part::Unspecified)) => open < 4 && month > 0,
        (Some(Part::Known(month @ 1..=12)), Some(Part::Known(day))) => {
            // A day of no known year may be the 29th of February.
            let year = if open == 4 { 2000 } else { point.year.value };
            (1..=days_in_month(year, month)).contains(&day)
        }
        _ => false,
    }
}
