//! Days → [`Spark`]: a line of small bars over the whole time of the corpus, the same for every name, so that two of them can be
//! compared. The number beside it says how many; the picture only when.

use model::CalendarDay;
use serde::Serialize;

use super::Scene;

/// A line of bars in a box of 72 by 12.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Spark {
    /// The bars as the path of an SVG.
    pub(crate) path: String,
}

/// How many bars there are room for, how wide each is with the space after it, and how high the highest.
const SLOTS: i64 = 24;
const STEP: i64 = 3;
const HEIGHT: usize = 11;

/// Fewer days than this make no picture.
const LEAST: usize = 2;

/// The bars of the days, none before the first or after the last article of the corpus.
pub(crate) fn draw(scene: &Scene<'_>, days: impl Iterator<Item = CalendarDay>) -> Option<Spark> {
    let (first, last) = scene.catalog.span?;
    let (first, last) = (number(first), number(last));
    let mut counts = vec![0_usize; usize::try_from(SLOTS).ok()?];
    for day in days {
        let at = (number(day) - first) * SLOTS / (last - first + 1);
        *counts.get_mut(usize::try_from(at).ok()?)? += 1;
    }
    let most = counts.iter().copied().max().filter(|most| *most > 0)?;
    let total: usize = counts.iter().sum();
    let bar = |(at, count): (i64, &usize)| {
        let height = (count * HEIGHT).div_ceil(most);
        (height > 0).then(|| format!("M{} 12v-{height}", at * STEP + 1))
    };
    (total >= LEAST && last > first).then(|| Spark { path: (0..).zip(&counts).filter_map(bar).collect() })
}

/// A number that grows with the days; months are taken as of 31 days, which nobody sees in a picture.
fn number(day: CalendarDay) -> i64 {
    (day.year * 12 + i64::from(day.month)) * 31 + i64::from(day.day)
}
