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
    let mut years: Vec<Year> = Vec::new();
    for moment in &moments[scene.range()] {
        let (label, id) = year(scene, moment);
        if years.last().is_none_or(|year| year.id != id) {
            years.push(Year { label, id, moments: Vec::new() });
        }
        years.last_mut().expect("just pushed").moments.push(scene.moment(moment));
    }
    let days = moments.iter().filter_map(|moment| moment.date.earliest());
    let chart = strip::draw(days, scene.language).filter(|_| scene.here.number() == 1);
    Timeline {
        chart,
        jump: scene.jump(&Node::Timeline, moments.iter().map(|moment| year(scene, moment))),
        years,
        total: moments.len(),
    }
}

/// The heading and the address of a moment's year.
fn year(scene: &Scene<'_>, moment: &Moment<'_>) -> (String, String) {
    match moment.date.earliest().or_else(|| moment.date.latest()) {
        Some(day) => (date::year_of(day.year, scene.language), format!("y{}", day.year)),
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
