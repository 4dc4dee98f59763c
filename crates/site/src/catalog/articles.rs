//! The articles of a time, newest first, in months.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::graph::{ArticleNode, Graph};

/// All times, a year, or a month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Time {
    /// All times.
    All,
    /// A year.
    Year(i64),
    /// A month of a year.
    Month(i64, u8),
}

/// The articles of a time.
#[derive(Debug, Default)]
pub(crate) struct Articles<'g> {
    /// Newest first, undated ones last.
    pub(crate) nodes: Vec<&'g ArticleNode<'g>>,
    /// The months they are in, in the same order.
    pub(crate) months: Vec<Month>,
}

/// Articles of one month that stand beside each other; those with no more than a year have a month of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Month {
    /// The year, and the month if it is known; nothing for undated articles.
    pub(crate) of: Option<(i64, Option<u8>)>,
    /// Which group of this month it is, from 1: articles of a whole year stand among its months and part them.
    pub(crate) round: usize,
    /// Which of [`Articles::nodes`].
    pub(crate) articles: Range<usize>,
}

/// The articles of all times, of each year and of each month.
pub(super) fn by_time<'g>(graph: &'g Graph<'g>) -> BTreeMap<Time, Articles<'g>> {
    let mut times: BTreeMap<Time, Articles<'g>> = BTreeMap::from([(Time::All, Articles::default())]);
    for node in graph.stories() {
        let of = month(node);
        let year = of.map(|(year, _)| Time::Year(year));
        let month = of.and_then(|(year, month)| Some(Time::Month(year, month?)));
        for time in [Some(Time::All), year, month].into_iter().flatten() {
            times.entry(time).or_default().add(node, of);
        }
    }
    times
}

/// The year and the month of an article, as far as they are known.
fn month(node: &ArticleNode<'_>) -> Option<(i64, Option<u8>)> {
    let date = node.story.published()?;
    Some((date.earliest()?.year, date.month()))
}

impl<'g> Articles<'g> {
    fn add(&mut self, node: &'g ArticleNode<'g>, of: Option<(i64, Option<u8>)>) {
        let at = self.nodes.len();
        self.nodes.push(node);
        match self.months.last_mut().filter(|month| month.of == of) {
            Some(month) => month.articles.end = at + 1,
            None => {
                let round = 1 + self.months.iter().filter(|month| month.of == of).count();
                self.months.push(Month { of, round, articles: at..at + 1 });
            }
        }
    }

    /// The months of a range of the articles, each with those of its articles that are in the range.
    pub(crate) fn within(&self, range: &Range<usize>) -> impl Iterator<Item = (&Month, Range<usize>)> {
        let first = self.months.partition_point(|month| month.articles.end <= range.start);
        let touched = self.months[first..].iter().take_while(|month| month.articles.start < range.end);
        let range = range.clone();
        touched.map(move |month| {
            (month, month.articles.start.max(range.start)..month.articles.end.min(range.end))
        })
    }
}
