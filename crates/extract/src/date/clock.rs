//! The day of publication and the tense of a sentence → what an expression without a year means: [`Clock`].

use jiff::ToSpan;
use jiff::civil::{Date as Day, Weekday};
use model::PartialDate;

/// When the article was published, and whether the sentence looks ahead.
#[derive(Debug, Clone)]
pub(super) struct Clock {
    day: Option<Day>,
    /// The year and month of publication, when the day is not known.
    month: Option<(i64, u8)>,
    year: Option<i64>,
    ahead: bool,
}

/// Words that make a sentence look ahead.
const AHEAD: &[&str] = &[
    "will",
    "shall",
    "won't",
    "'ll",
    "would",
    "plans",
    "planned",
    "plan",
    "expected",
    "expects",
    "scheduled",
    "due",
    "upcoming",
    "forthcoming",
    "deadline",
    "tomorrow",
    "next",
    "intends",
    "hopes",
    "expires",
    "until",
    "begins",
    "starts",
];

impl Clock {
    pub(super) fn new(published: Option<&PartialDate>, words: &[&str]) -> Self {
        let to_be = words.windows(2).any(|pair| matches!(pair[0], "is" | "are") && pair[1] == "to");
        let ahead = to_be || words.iter().any(|word| AHEAD.contains(&word.to_lowercase().as_str()));
        let year = published.and_then(PartialDate::year);
        let month = published.and_then(PartialDate::month).zip(year).map(|(month, year)| (year, month));
        Self { day: published.and_then(PartialDate::day), month, year, ahead }
    }

    /// The year of publication.
    pub(super) fn year(&self) -> Option<i64> {
        self.year
    }

    /// The year and month of publication.
    pub(super) fn month(&self) -> Option<(i64, u8)> {
        self.month
    }

    /// The year of a month, or of a day of a month, that stands without one: the latest past one, or the next when the sentence looks ahead.
    pub(super) fn year_of(&self, month: u8, day: Option<u8>) -> Option<i64> {
        let (year, now) = self.month?;
        let today = self.day.map_or(31, |day| day.day().unsigned_abs());
        let then = (month, day.unwrap_or(if month == now { today } else { 1 }));
        Some(match then.cmp(&(now, today)) {
            std::cmp::Ordering::Equal => year,
            std::cmp::Ordering::Greater if self.ahead => year,
            std::cmp::Ordering::Greater => year - 1,
            // A day two weeks ago in a sentence with `will` is still that day.
            std::cmp::Ordering::Less if self.ahead && now - then.0 > 4 => year + 1,
            std::cmp::Ordering::Less => year,
        })
    }

    /// The day of a weekday (1 is Monday): the latest up to publication, or the next when the sentence looks ahead.
    pub(super) fn weekday(&self, weekday: u8, direction: Direction) -> Option<Day> {
        let today = self.day?;
        let wanted = Weekday::from_monday_one_offset(i8::try_from(weekday).ok()?).ok()?;
        let back = i64::from(today.weekday().since(wanted));
        let past = today.checked_sub(back.days()).ok()?;
        let next = || today.checked_add((7 - back).days()).ok();
        match direction {
            Direction::Last if back == 0 => today.checked_sub(7.days()).ok(),
            Direction::Next => next(),
            Direction::Near if back > 0 && self.ahead => next(),
            Direction::Last | Direction::Near => Some(past),
        }
    }

    /// The day so many days from publication.
    pub(super) fn shifted(&self, days: i64) -> Option<Day> {
        self.day?.checked_add(days.checked_abs().filter(|n| *n < 1_000_000).map(|_| days)?.days()).ok()
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
