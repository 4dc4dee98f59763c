//! A known date → dates reckoned from it: [`Base`]. It is the day of publication, or the last date of the text.

use jiff::ToSpan;
use jiff::civil::{Date as Day, Weekday};
use model::PartialDate;

use super::tense::Tense;

/// The largest shift that a text can mean, in days.
const FAR: i64 = 4_000_000;

/// How many days ahead a day of a month is looked for first when the sentence has no tense.
const SOON: i32 = 62;

/// A date to reckon from, as precise as it is known.
#[derive(Debug, Clone, Default)]
pub(super) struct Base {
    day: Option<Day>,
    month: Option<(i64, u8)>,
    year: Option<i64>,
}

/// The dates that the text has named shortly before, the last of each precision.
#[derive(Debug, Clone, Default)]
pub(super) struct Told {
    day: Base,
    month: Base,
    year: Base,
    last: Base,
}

impl Told {
    /// The same with one more date.
    pub(super) fn and(&self, date: &PartialDate) -> Self {
        let base = Base::new(Some(date));
        let pick = |known: bool, old: &Base| if known { base.clone() } else { old.clone() };
        Self {
            day: pick(base.day.is_some(), &self.day),
            month: pick(base.month.is_some(), &self.month),
            year: pick(base.year.is_some(), &self.year),
            last: pick(base.year.is_some(), &self.last),
        }
    }

    /// The last date that is at least as precise as a unit.
    pub(super) fn of(&self, unit: Unit) -> Option<&Base> {
        match unit {
            Unit::Day | Unit::Week | Unit::Weekend => self.day.day.map(|_| &self.day),
            Unit::Month | Unit::Quarter => self.month.month.map(|_| &self.month),
            Unit::Year | Unit::Decade | Unit::Century => self.year.year.map(|_| &self.year),
        }
    }

    /// The last date.
    pub(super) fn last(&self) -> &Base {
        &self.last
    }
}

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// The unit of a word, singular or plural.
    pub(super) fn of(word: &str) -> Option<Self> {
        Some(match word {
            "day" | "days" => Self::Day,
            "week" | "weeks" => Self::Week,
            "weekend" | "weekends" => Self::Weekend,
            "month" | "months" => Self::Month,
            "quarter" | "quarters" => Self::Quarter,
            "year" | "years" => Self::Year,
            "decade" | "decades" => Self::Decade,
            "century" | "centuries" => Self::Century,
            _ => return None,
        })
    }
}

/// Where a weekday is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// `last Monday`.
    Last,
    /// `Monday`.
    Near,
    /// `next Monday`.
    Next,
}

impl Base {
    pub(super) fn new(date: Option<&PartialDate>) -> Self {
        let Some(date) = date else { return Self::default() };
        let year = date.year();
        Self { day: date.day(), month: date.month().zip(year).map(|(month, year)| (year, month)), year }
    }

    pub(super) fn year(&self) -> Option<i64> {
        self.year
    }

    pub(super) fn day(&self) -> Option<Day> {
        self.day
    }

    pub(super) fn month(&self) -> Option<(i64, u8)> {
        self.month
    }

    /// The year of a month, or of a day of a month, that stands without one: in the direction of the tense.
    pub(super) fn year_of(&self, month: u8, day: Option<u8>, tense: Tense) -> Option<i64> {
        let (year, now) = self.month?;
        let today = self.day.map_or(31, |day| day.day().unsigned_abs());
        let then = (month, day.unwrap_or(if month == now { today } else { 1 }));
        let ahead = |(month, day): (u8, u8)| {
            let days = (i32::from(month) - i32::from(now)) * 31 + i32::from(day) - i32::from(today);
            days.rem_euclid(12 * 31)
        };
        Some(match then.cmp(&(now, today)) {
            std::cmp::Ordering::Equal => year,
            std::cmp::Ordering::Greater if tense == Tense::Future => year,
            std::cmp::Ordering::Greater if tense == Tense::None && day.is_some() && ahead(then) <= SOON => {
                year
            }
            std::cmp::Ordering::Greater => year - 1,
            // A day two weeks ago in a sentence with `will` is still that day.
            std::cmp::Ordering::Less if tense == Tense::Future && now - then.0 > 4 => year + 1,
            // In December `will … on January 5` is next year's, in January `on December 5` last year's.
            std::cmp::Ordering::Less if tense == Tense::None && day.is_some() && ahead(then) <= SOON => {
                year + 1
            }
            std::cmp::Ordering::Less => year,
        })
    }

    /// The day of a weekday (1 is Monday): the latest up to the base, or the next when the sentence looks ahead.
    pub(super) fn weekday(&self, weekday: u8, direction: Direction, tense: Tense) -> Option<Day> {
        let today = self.day?;
        let wanted = Weekday::from_monday_one_offset(i8::try_from(weekday).ok()?).ok()?;
        let back = i64::from(today.weekday().since(wanted));
        let next = || today.checked_add((7 - back).days()).ok();
        match direction {
            Direction::Last if back == 0 => today.checked_sub(7.days()).ok(),
            Direction::Next => next(),
            Direction::Near if back > 0 && tense == Tense::Future => next(),
            Direction::Last | Direction::Near => today.checked_sub(back.days()).ok(),
        }
    }

    /// The day so many days away.
    pub(super) fn shifted(&self, days: i64) -> Option<Day> {
        self.day?.checked_add(Some(days).filter(|days| days.abs() < FAR)?.days()).ok()
    }

    /// The day, week, month or year so many units away.
    pub(super) fn unit(&self, unit: Unit, shift: i64) -> Option<PartialDate> {
        match unit {
            Unit::Day => self.shifted(shift).map(PartialDate::from_day),
            Unit::Week => self.shifted(shift.checked_mul(7)?).and_then(|day| self::week(day, 0, 6)),
            Unit::Weekend => self.shifted(shift.checked_mul(7)?).and_then(|day| self::week(day, 5, 6)),
            Unit::Month => self.months(shift).and_then(|(year, month)| of_month(Some(year), month)),
            Unit::Quarter => {
                let (year, month) = self.months(shift.checked_mul(3)?)?;
                quarter(year, (month - 1) / 3 + 1)
            }
            Unit::Year => of_year(self.year?.checked_add(shift)?),
            Unit::Decade if shift.abs() <= 1 => {
                format!("{:03}X", self.year?.div_euclid(10) + shift).parse().ok()
            }
            Unit::Century if shift.abs() <= 1 => {
                format!("{:02}XX", self.year?.div_euclid(100) + shift).parse().ok()
            }
            Unit::Decade => of_year(self.year?.checked_add(shift.checked_mul(10)?)?),
            Unit::Century => of_year(self.year?.checked_add(shift.checked_mul(100)?)?),
        }
    }

    /// The year and month so many months away.
    fn months(&self, shift: i64) -> Option<(i64, u8)> {
        let (year, month) = self.month?;
        let months = year * 12 + i64::from(month) - 1 + Some(shift).filter(|shift| shift.abs() < FAR)?;
        Some((months.div_euclid(12), u8::try_from(months.rem_euclid(12) + 1).ok()?))
    }
}

/// From one day to another (0 is Monday) of the week that holds a day.
pub(super) fn week(day: Day, from: i64, to: i64) -> Option<PartialDate> {
    let back = i64::from(day.weekday().to_monday_zero_offset());
    let at = |place: i64| day.checked_add((place - back).days()).ok().map(PartialDate::from_day);
    PartialDate::interval(&at(from)?, &at(to)?)
}

/// A year of any size.
pub(super) fn of_year(year: i64) -> Option<PartialDate> {
    let text = match year {
        -9999..=-1 => format!("{year:05}"),
        0..=9999 => format!("{year:04}"),
        _ => format!("Y{year}"),
    };
    text.parse().ok()
}

/// A month; its year may be left open.
pub(super) fn of_month(year: Option<i64>, month: u8) -> Option<PartialDate> {
    year.map_or(format!("XXXX-{month:02}"), |year| format!("{}-{month:02}", digits(year))).parse().ok()
}

/// A day; its year may be left open.
pub(super) fn of_day(year: Option<i64>, month: u8, day: u8) -> Option<PartialDate> {
    let year = year.map_or("XXXX".to_owned(), digits);
    format!("{year}-{month:02}-{day:02}").parse().ok()
}

/// The first to the last month of a quarter, 1 to 4.
pub(super) fn quarter(year: i64, quarter: u8) -> Option<PartialDate> {
    months(year, quarter * 3 - 2, quarter * 3)
}

/// From one month of a year to another.
pub(super) fn months(year: i64, first: u8, last: u8) -> Option<PartialDate> {
    PartialDate::interval(&of_month(Some(year), first)?, &of_month(Some(year), last)?)
}

/// A year as the head of a month or day; one of more than four digits fits no such date.
fn digits(year: i64) -> String {
    if year < 0 { format!("{year:05}") } else { format!("{year:04}") }
}
