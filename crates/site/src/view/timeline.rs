//! What happened when, by the dates in the texts. For `timeline.html`.

use serde::Serialize;

use super::Scene;
use super::date::{self, Date};
use super::piece::{Excerpt, Link};
use super::prose::Marked;
use super::relation;
use super::strip::{self, Strip};
use crate::graph::Moment;
use crate::route::Node;

/// `timeline` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Timeline {
    /// How many entries each year has; none on later pages and for few entries.
    pub(crate) chart: Option<Strip>,
    /// The way to each year.
    pub(crate) jump: Vec<Link>,
    /// The years of this page, oldest first; dates to which the text gives no year come last.
    pub(crate) years: Vec<Year>,
    /// How many entries there are on all pages.
    pub(crate) total: usize,
}

/// The entries of a year.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Year {
    /// `1998`, `44 BC`, `Year not stated`.
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
    /// What keeps it from being something that simply happened: `future` and the like.
    pub(crate) modes: Vec<&'static str>,
    /// How the article vouches for it: `alleged` and so on, or empty.
    pub(crate) status: &'static str,
}

/// The view of a part of the timeline.
pub(crate) fn view(scene: &Scene<'_>) -> Timeline {
    let moments = &scene.graph.moments;
    let (range, starts) = (scene.range(), &scene.catalog.years);
    let ends = starts.iter().skip(1).map(|(_, start)| *start).chain([moments.len()]);
    let within = starts.iter().zip(ends).filter_map(|((year, start), end)| {
        let here = (*start).max(range.start)..end.min(range.end);
        (!here.is_empty()).then_some((*year, here))
    });
    let years = within.map(|(year, here)| {
        let (label, id) = label(scene, year);
        Year { label, id, moments: moments[here].iter().map(|moment| scene.moment(moment)).collect() }
    });
    let days = moments.iter().filter_map(|moment| moment.date.earliest());
    let chart = if scene.here.number() == 1 { strip::draw(days, scene.language) } else { None };
    Timeline {
        chart,
        years: years.collect(),
        jump: scene.jump(&Node::Timeline, starts.iter().map(|(year, at)| (label(scene, *year), *at))),
        total: moments.len(),
    }
}

/// The heading and the address of a moment's year.
fn label(scene: &Scene<'_>, year: Option<i64>) -> (String, String) {
    match year {
        Some(year) => (date::year_of(year, scene.language), format!("y{year}")),
        None => (scene.say("date.yearless"), "yearless".to_owned()),
    }
}

impl Scene<'_> {
    /// A dated sentence, the words of the date marked.
    pub(crate) fn moment(&self, moment: &Moment<'_>) -> MomentLine {
        let words = moment.words.map_or("", |span| span.of(&moment.story.body.plain));
        let marked = moment.words.map_or(Marked::Nothing, Marked::Words);
        MomentLine {
            date: self.date(moment.date),
            words: words.to_owned(),
            sentence: self.excerpt(moment.story, moment.sentence, marked),
            article: self.article(moment.story, ""),
            published: self.published(&moment.story.article),
            event: moment.event.map_or("", |event| event.event_type.as_str()),
            modes: moment.event.map_or(Vec::new(), |event| relation::modes(&event.modes)),
            status: moment.event.map_or("", |event| relation::status(event.status)),
        }
    }
}
