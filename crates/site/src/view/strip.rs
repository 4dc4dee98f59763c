//! Days → [`Strip`]: how many fall in each year or month, as the bars of a small chart.

use std::collections::BTreeMap;

use model::CalendarDay;
use serde::Serialize;

use super::date::{month_of, year_of};
use crate::language::Language;

/// Bars in a row from the first year or month to the last, in a box of 1000 by 100.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Strip {
    /// The bars of those that have any.
    pub(crate) bars: Vec<Bar>,
    /// The first year or month.
    pub(crate) from: String,
    /// The last.
    pub(crate) to: String,
    /// The one with most, the latest of several.
    pub(crate) peak: String,
    /// How many that has.
    pub(crate) most: usize,
}

/// A bar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Bar {
    /// Its left edge.
    pub(crate) x: i64,
    /// Its top.
    pub(crate) y: usize,
    /// How wide it is.
    pub(crate) width: i64,
    /// How high.
    pub(crate) height: usize,
    /// Its year or month and how many fall in it.
    pub(crate) label: String,
    /// Where they are listed.
    pub(crate) href: Option<String>,
}

/// Fewer bars than this say nothing.
const LEAST: usize = 3;

/// From this many years on, a bar is a year, below it a month; and how many years are shown at most, the last ones.
const YEARS: i64 = 4;
const MOST_YEARS: i64 = 150;

/// The chart of days; nothing for a few.
pub(crate) fn draw(days: impl Iterator<Item = CalendarDay> + Clone, language: &Language) -> Option<Strip> {
    linked(days, language, |_, _| None)
}

/// The chart of days with bars that lead to where `href` says the year or the month of a year is listed.
pub(crate) fn linked(
    days: impl Iterator<Item = CalendarDay> + Clone,
    language: &Language,
    href: impl Fn(i64, Option<u8>) -> Option<String>,
) -> Option<Strip> {
    let (first, last) = (days.clone().min()?.year, days.clone().max()?.year);
    let by_year = last - first >= YEARS;
    let slot = |day: CalendarDay| if by_year { day.year } else { day.year * 12 + i64::from(day.month) - 1 };
    let label = |slot: i64| {
        if by_year { year_of(slot, language) } else { month_of(slot.div_euclid(12), month(slot), language) }
    };
    let mut counts: BTreeMap<i64, usize> = BTreeMap::new();
    for day in days.filter(|day| day.year > 0 && last - day.year < MOST_YEARS) {
        *counts.entry(slot(day)).or_default() += 1;
    }
    let (from, to) = (*counts.keys().next()?, *counts.keys().next_back()?);
    let (&peak, &most) = counts.iter().max_by_key(|(_, count)| **count)?;
    let slots = to - from + 1;
    let edge = |at: i64| (at - from) * 1000 / slots;
    let bar = |(&at, &count): (&i64, &usize)| {
        let height = (count * 100 / most).max(4);
        let width = ((edge(at + 1) - edge(at)) * 4 / 5).max(2);
        let href = if by_year { href(at, None) } else { href(at.div_euclid(12), Some(month(at))) };
        let label = format!("{}: {count}", label(at));
        Bar { x: edge(at), y: 100 - height, width, height, label, href }
    };
    (counts.len() >= LEAST).then(|| Strip {
        bars: counts.iter().map(bar).collect(),
        from: label(from),
        to: label(to),
        peak: label(peak),
        most,
    })
}

fn month(slot: i64) -> u8 {
    u8::try_from(slot.rem_euclid(12) + 1).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english() -> Language {
        crate::language::read(&crate::Theme::briefing(), "en", &mut diag::Sink::default())
    }

    fn day(year: i64, month: u8) -> CalendarDay {
        CalendarDay { year, month, day: 1 }
    }

    #[test]
    fn a_bar_is_a_year_of_many_years_and_a_month_of_few() {
        let years = [day(1990, 1), day(1990, 5), day(1995, 1), day(1999, 1)];
        let strip = draw(years.into_iter(), &english()).unwrap();
        assert_eq!((strip.from.as_str(), strip.to.as_str(), strip.peak.as_str()), ("1990", "1999", "1990"));
        assert_eq!((strip.bars.len(), strip.most, strip.bars[0].height, strip.bars[1].y), (3, 2, 100, 50));
        let months = [day(2024, 1), day(2024, 3), day(2024, 3), day(2025, 2)];
        let strip = draw(months.into_iter(), &english()).unwrap();
        assert_eq!((strip.from.as_str(), strip.peak.as_str()), ("January 2024", "March 2024"));
    }

    #[test]
    fn a_few_days_give_no_chart_and_antiquity_does_not_flatten_it() {
        assert_eq!(draw([day(2024, 1), day(2024, 2)].into_iter(), &english()), None);
        assert_eq!(draw(std::iter::empty(), &english()), None);
        let strip =
            draw([day(-43, 3), day(1990, 1), day(2000, 1), day(2001, 1)].into_iter(), &english()).unwrap();
        assert_eq!((strip.from.as_str(), strip.bars.len()), ("1990", 3));
    }
}
