//! What happened when, by the dates in the texts. For `timeline.html`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Scene;
use super::date::{self, Date};
use super::fact;
use super::piece::{Excerpt, Link};
use super::prose::Marked;
use crate::graph::Moment;

/// `timeline` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Timeline {
    /// The years, oldest first.
    pub(crate) years: Vec<Year>,
    /// Dates to which the text gives no year.
    pub(crate) yearless: Vec<MomentLine>,
    /// How many entries there are.
    pub(crate) total: usize,
}

/// The entries of a year.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Year {
    /// `1998`, `44 BC`.
    pub(crate) label: String,
    /// Its address on the page: `y1998`.
    pub(crate) id: String,
    /// The entries in the order of time.
    pub(crate) moments: Vec<MomentLine>,
}

/// A dated sentence.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct MomentLine {
    /// When.
    pub(crate) date: Date,
    /// The words of the date as printed; empty when another sentence tells the date.
    pub(crate) words: String,
    /// The sentence.
    pub(crate) sentence: Excerpt,
    /// The article.
    pub(crate) article: Link,
    /// When the article was published.
    pub(crate) published: Option<Date>,
    /// The sort of event, or empty.
    pub(crate) event: &'static str,
    /// How the article vouches for it: `alleged` and so on, or empty.
    pub(crate) status: &'static str,
}

/// The view of the timeline.
pub(crate) fn view(scene: &Scene<'_>) -> Timeline {
    let mut years: BTreeMap<i64, Vec<MomentLine>> = BTreeMap::new();
    let mut yearless = Vec::new();
    for moment in &scene.graph.moments {
        let line = scene.moment(moment);
        let Some(day) = moment.date.earliest().or_else(|| moment.date.latest()) else {
            yearless.push(line);
            continue;
        };
        years.entry(day.year).or_default().push(line);
    }
    let year = |(year, moments)| Year { label: label(year), id: format!("y{year}"), moments };
    let years = years.into_iter().map(year).collect();
    Timeline { years, yearless, total: scene.graph.moments.len() }
}

/// Astronomical years: 0 is 1 BC.
fn label(year: i64) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - year) }
}

impl Scene<'_> {
    /// A dated sentence, the words of the date marked.
    pub(crate) fn moment(&self, moment: &Moment<'_>) -> MomentLine {
        let words = moment.words.map_or("", |span| span.of(&moment.story.body.plain));
        let marked = moment.words.map_or(Marked::Nothing, Marked::Words);
        MomentLine {
            date: date::show(moment.date),
            words: words.to_owned(),
            sentence: self.excerpt(moment.story, moment.sentence, marked),
            article: self.article(moment.story, ""),
            published: moment.story.article.published.as_ref().map(date::show),
            event: moment.event.map_or("", |(event, _)| event.as_str()),
            status: moment.event.map_or("", |(_, status)| fact::status(status)),
        }
    }
}
