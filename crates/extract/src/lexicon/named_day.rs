//! Days that have a name, and when they fall: `named_days.tsv`.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::entry::{cell, rows};

/// When a named day falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayRule {
    /// One day of history.
    Once(i16, i8, i8),
    /// The same month and day each year.
    Fixed(i8, i8),
    /// The nth weekday of a month, and some days after it; the last when n is -1.
    Weekday { nth: i8, weekday: Weekday, month: i8, shift: i64 },
    /// So many days after Easter Sunday.
    Easter(i64),
}

impl DayRule {
    /// The year of a day that was once.
    pub(crate) fn year(self) -> Option<i64> {
        if let Self::Once(year, ..) = self { Some(year.into()) } else { None }
    }

    /// Month and day, when they are the same each year.
    pub(crate) fn fixed(self) -> Option<(u8, u8)> {
        if let Self::Fixed(month, day) = self {
            Some((month.unsigned_abs(), day.unsigned_abs()))
        } else {
            None
        }
    }

    /// Month and day in a year.
    pub(crate) fn day(self, year: i64) -> Option<(u8, u8)> {
        let year = i16::try_from(year).ok().filter(|year| (1..=9999).contains(year))?;
        let date = match self {
            Self::Once(_, month, day) | Self::Fixed(month, day) => Date::new(year, month, day).ok()?,
            Self::Weekday { nth, weekday, month, shift } => {
                let first = Date::new(year, month, 1).ok()?;
                first.nth_weekday_of_month(nth, weekday).ok()?.checked_add(shift.days()).ok()?
            }
            Self::Easter(shift) => easter(year)?.checked_add(shift.days()).ok()?,
        };
        Some((date.month().unsigned_abs(), date.day().unsigned_abs()))
    }

    /// Reads `12-25`, `2001-09-11`, `4 thu 11 +4`, `last mon 5`, `easter-2`.
    fn parse(text: &str) -> Option<Self> {
        if let Some(shift) = text.strip_prefix("easter") {
            return Some(Self::Easter(shift.parse().ok()?));
        }
        let parts: Vec<&str> = text.split(['-', ' ']).collect();
        match parts.as_slice() {
            [month, day] => Some(Self::Fixed(month.parse().ok()?, day.parse().ok()?)),
            [nth, weekday, month, shift @ ..] if weekday.starts_with(char::is_alphabetic) => {
                Some(Self::Weekday {
                    nth: if *nth == "last" { -1 } else { nth.parse().ok()? },
                    weekday: self::weekday(weekday)?,
                    month: month.parse().ok()?,
                    shift: shift.first().map_or(Some(0), |shift| shift.parse().ok())?,
                })
            }
            [year, month, day] => {
                Some(Self::Once(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
            }
            _ => None,
        }
    }
}

/// Named days by their first word, the longest first.
#[derive(Debug)]
pub(super) struct NamedDays(HashMap<String, Vec<(Vec<String>, DayRule)>>);

impl NamedDays {
    pub(super) fn read() -> Self {
        let mut days: HashMap<String, Vec<(Vec<String>, DayRule)>> = HashMap::new();
        for row in rows(include_str!("../../data/named_days.tsv")) {
            // Cut as the tokens of a text are: the possessive and the marks of `9/11` stand alone.
            let name = cell(&row, 0).replace("'s ", " 's ").replace("s' ", "s ' ").replace('/', " / ");
            let mut words = name.split(' ').map(str::to_owned);
            let first = words.next().unwrap_or_default();
            if let Some(rule) = DayRule::parse(cell(&row, 1)) {
                days.entry(first).or_default().push((words.collect(), rule));
            }
        }
        days.values_mut().for_each(|rests| rests.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len())));
        Self(days)
    }

    /// The longest name that begins at a word in lower case: its length and rule.
    pub(super) fn at(&self, lowers: &[String], at: usize) -> Option<(usize, DayRule)> {
        let rests = self.0.get(lowers.get(at)?)?;
        let same = |part: &String, word: &String| part == word || part.replace('\'', "’") == *word;
        let fits = |rest: &&(Vec<String>, DayRule)| {
            lowers.len() > at + rest.0.len()
                && rest.0.iter().zip(&lowers[at + 1..]).all(|(part, word)| same(part, word))
        };
        rests.iter().find(fits).map(|(rest, rule)| (rest.len() + 1, *rule))
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    const DAYS: [(&str, Weekday); 7] = [
        ("mon", Weekday::Monday),
        ("tue", Weekday::Tuesday),
        ("wed", Weekday::Wednesday),
        ("thu", Weekday::Thursday),
        ("fri", Weekday::Friday),
        ("sat", Weekday::Saturday),
        ("sun", Weekday::Sunday),
    ];
    DAYS.iter().find(|(name, _)| *name == word).map(|(_, day)| *day)
}

/// Easter Sunday by the Gregorian rule (Meeus, Jones, Butcher).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let days = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_read_and_falls_where_calendars_have_it() {
        let day = |rule: &str, year: i64| DayRule::parse(rule).and_then(|rule| rule.day(year));
        assert_eq!(day("12-25", 2020), Some((12, 25)));
        assert_eq!(day("4 thu 11", 2024), Some((11, 28)));
        assert_eq!(day("4 thu 11 +4", 2024), Some((12, 2)));
        assert_eq!(day("last mon 05", 2025), Some((5, 26)));
        assert_eq!(day("easter+0", 2025), Some((4, 20)));
        assert_eq!(day("easter-2", 2008), Some((3, 21)));
        for row in rows(include_str!("../../data/named_days.tsv")) {
            assert!(DayRule::parse(cell(&row, 1)).is_some(), "{row:?}");
        }
    }
}
