//! Dates as precise as the text: [`PartialDate`], EDTF level 1 (ISO 8601-2:2019), with three of level 2 that news needs.
//!
//! Level 1: years to days (`2009`, `2025-07-25`), letter years (`Y17000`), negative years (`-0043` is 44 BC), unspecified
//! digits from the right (`202X`, `20XX`, `2004-XX`, `1985-XX-XX`), seasons 21 to 24, qualifiers `?` `~` `%`, intervals
//! with open (`..`) and unknown (empty) ends. Of level 2: the year left open (`XXXX-08-28`, a date whose year the text
//! does not settle) and quarters (33 to 36). Times of day are not dates.

mod parse;

use std::cmp::Ordering;
use std::fmt;

use jiff::civil;
use serde::{Deserialize, Serialize};

pub use parse::DateError;

/// A date or an interval of dates.
///
/// ```
/// use model::PartialDate;
///
/// let hint: PartialDate = "XXXX-08-28".parse().unwrap();
/// assert_eq!(hint.year(), None);
/// let (decade, day): (PartialDate, PartialDate) = ("199X".parse().unwrap(), "1998-10-26".parse().unwrap());
/// assert!(decade < day && day < hint);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate(Repr);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Repr {
    Point(Point),
    Interval(Bound, Bound),
}

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Bound {
    Point(Point),
    /// `..`: it goes on.
    Open,
    /// Empty: there is an end, and nobody says when.
    Unknown,
}

/// A year, month or day, some digits of it perhaps unspecified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Point {
    year: Year,
    /// 1 to 12, a season 21 to 24, a quarter 33 to 36.
    month: Option<Part>,
    day: Option<Part>,
    qualifier: Qualifier,
}

/// A year whose last `open` digits are unspecified and stand as zeros in `value`; four open digits are no year at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Year {
    value: i64,
    open: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Part {
    Known(u8),
    Unspecified,
}

/// How sure the text is of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Qualifier {
    /// Stated plainly.
    #[default]
    None,
    /// `?`: the text is not sure.
    Uncertain,
    /// `~`: about then.
    Approximate,
    /// `%`: both.
    Both,
}

/// A day on the proleptic Gregorian calendar with a year of any size; orders dates, and is not for reckoning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CalendarDay {
    /// The astronomical year; 0 is 1 BC.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl PartialDate {
    /// A day.
    pub fn from_day(day: civil::Date) -> Self {
        let part = |n: i8| Some(Part::Known(n.unsigned_abs()));
        Self(Repr::Point(Point {
            year: Year { value: day.year().into(), open: 0 },
            month: part(day.month()),
            day: part(day.day()),
            qualifier: Qualifier::None,
        }))
    }

    /// The interval from one date to another; `None` if either is an interval itself or the end lies before the start.
    pub fn interval(start: &Self, end: &Self) -> Option<Self> {
        let (Repr::Point(a), Repr::Point(b)) = (start.0, end.0) else { return None };
        let order = a.earliest().zip(b.latest()).is_none_or(|(from, to)| from <= to);
        order.then_some(Self(Repr::Interval(Bound::Point(a), Bound::Point(b))))
    }

    /// The interval that begins with this date and goes on (`2009/..`); an interval is given back as it is.
    pub fn onwards(&self) -> Self {
        match self.0 {
            Repr::Point(point) => Self(Repr::Interval(Bound::Point(point), Bound::Open)),
            Repr::Interval(..) => self.clone(),
        }
    }

    /// The date with this qualifier on it, or on both ends of an interval.
    pub fn with_qualifier(&self, qualifier: Qualifier) -> Self {
        let bound = |b| if let Bound::Point(p) = b { Bound::Point(Point { qualifier, ..p }) } else { b };
        match self.0 {
            Repr::Point(point) => Self(Repr::Point(Point { qualifier, ..point })),
            Repr::Interval(a, b) => Self(Repr::Interval(bound(a), bound(b))),
        }
    }

    /// The day, when the date is exactly one day with a year that a calendar can reckon with (-9999 to 9999).
    pub fn day(&self) -> Option<civil::Date> {
        let Repr::Point(Point { year: Year { value, open: 0 }, month, day, .. }) = self.0 else {
            return None;
        };
        let (Some(Part::Known(month)), Some(Part::Known(day))) = (month, day) else { return None };
        civil::Date::new(value.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
    }

    /// The year, when the whole date lies in one known year.
    pub fn year(&self) -> Option<i64> {
        let year = |p: Point| (p.year.open == 0).then_some(p.year.value);
        match self.0 {
            Repr::Point(point) => year(point),
            Repr::Interval(Bound::Point(a), Bound::Point(b)) => year(a).filter(|&y| Some(y) == year(b)),
            Repr::Interval(..) => None,
        }
    }

    /// The month of the known year in which the whole date lies; `None` for a date as wide as a season or wider.
    pub fn month(&self) -> Option<u8> {
        let (from, to) = (self.earliest()?, self.latest()?);
        ((from.year, from.month) == (to.year, to.month)).then_some(from.month)
    }

    /// The first day on which it can begin; `None` when the text does not settle a year.
    pub fn earliest(&self) -> Option<CalendarDay> {
        match self.0 {
            Repr::Point(point) | Repr::Interval(Bound::Point(point), _) => point.earliest(),
            Repr::Interval(..) => None,
        }
    }

    /// The last day on which it can end; `None` when it is open or the text does not settle a year.
    pub fn latest(&self) -> Option<CalendarDay> {
        match self.0 {
            Repr::Point(point) | Repr::Interval(_, Bound::Point(point)) => point.latest(),
            Repr::Interval(..) => None,
        }
    }

    /// Whether it has two ends, one of which may be open or unknown.
    pub fn is_interval(&self) -> bool {
        matches!(self.0, Repr::Interval(..))
    }

    /// By first day, then by last day; what begins at no known time comes before (`../1985`) or, without any year, last.
    fn key(&self) -> (u8, Option<CalendarDay>, Option<CalendarDay>) {
        let (from, to) = (self.earliest(), self.latest());
        (u8::from(from.is_none() && to.is_none()), from, to)
    }
}

impl Point {
    fn earliest(self) -> Option<CalendarDay> {
        if self.year.open >= 4 {
            return None;
        }
        let month = self.months().map_or(1, |(first, _)| first);
        let day = if let Some(Part::Known(day)) = self.day { day } else { 1 };
        Some(CalendarDay { year: self.year.value, month, day })
    }

    fn latest(self) -> Option<CalendarDay> {
        if self.year.open >= 4 {
            return None;
        }
        let span = 10_i64.pow(self.year.open.into()) - 1;
        // The zeros of a negative year stand for digits that lead away from zero: -004X is -49 to -40.
        let year = if self.year.value < 0 { self.year.value } else { self.year.value + span };
        let month = self.months().map_or(12, |(_, last)| last);
        let day = match self.day {
            Some(Part::Known(day)) => day,
            _ => days_in_month(year, month),
        };
        Some(CalendarDay { year, month, day })
    }

    /// The first and last month that a month, season or quarter covers; winter is counted at the end of its year.
    fn months(self) -> Option<(u8, u8)> {
        match self.month? {
            Part::Known(month @ 1..=12) => Some((month, month)),
            Part::Known(24) => Some((12, 12)),
            Part::Known(season @ 21..=23) => Some(((season - 20) * 3, (season - 20) * 3 + 2)),
            Part::Known(quarter @ 33..=36) => Some(((quarter - 33) * 3 + 1, (quarter - 33) * 3 + 3)),
            Part::Known(_) | Part::Unspecified => None,
        }
    }
}

/// Days of a month of the proleptic Gregorian calendar, which repeats every 400 years.
fn days_in_month(year: i64, month: u8) -> u8 {
    let year = i16::try_from(year.rem_euclid(400) + 2000).unwrap_or(2000);
    let first = civil::Date::new(year, i8::try_from(month).unwrap_or(1), 1);
    first.map_or(31, |date| date.days_in_month().unsigned_abs())
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        if self == other {
            return Ordering::Equal;
        }
        self.key().cmp(&other.key()).then_with(|| self.to_string().cmp(&other.to_string()))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Repr::Point(point) => point.fmt(f),
            Repr::Interval(a, b) => write!(f, "{a}/{b}"),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Point(point) => point.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.year.fmt(f)?;
        for part in [self.month, self.day].into_iter().flatten() {
            match part {
                Part::Known(n) => write!(f, "-{n:02}")?,
                Part::Unspecified => f.write_str("-XX")?,
            }
        }
        f.write_str(match self.qualifier {
            Qualifier::None => "",
            Qualifier::Uncertain => "?",
            Qualifier::Approximate => "~",
            Qualifier::Both => "%",
        })
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.value.abs() > 9999 {
            return write!(f, "Y{}", self.value);
        }
        let digits = format!("{:04}", self.value.abs());
        let kept = digits.len() - usize::from(self.open.min(4));
        let sign = if self.value < 0 { "-" } else { "" };
        write!(f, "{sign}{}{}", &digits[..kept], "X".repeat(self.open.into()))
    }
}

#[cfg(test)]
mod tests;
