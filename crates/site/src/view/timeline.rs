//! What happened when, by the dates in the texts: at all times, in a month, on a day. For `timeline.html`.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound::{Excluded, Unbounded};

use model::{CalendarDay, EntityKind};
use serde::Serialize;

use super::Scene;
use super::date::{self, Date};
use super::piece::{Excerpt, Link};
use super::prose::Marked;
use super::quote::{PLACES, Printings};
use super::relation;
use super::strip::{self, Strip};
use crate::catalog::When;
use crate::graph::Moment;
use crate::route::Node;

/// `timeline` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Timeline {
    /// `Timeline`, or the month or the day.
    pub(crate) title: String,
    /// How many entries each year or month has; none on later pages and for few entries.
    pub(crate) chart: Option<Strip>,
    /// The way to each year.
    pub(crate) jump: Vec<Link>,
    /// The years of this page, oldest first; dates to which the text gives no year come last. On the page of a month its days.
    pub(crate) years: Vec<Year>,
    /// What the entries of this page can be narrowed to: sorts of events, countries, people.
    pub(crate) choices: Vec<Choices>,
    /// How many entries there are on all pages.
    pub(crate) total: usize,
    /// The month or day before this one of which there is a page.
    pub(crate) earlier: Option<Link>,
    /// The one after it.
    pub(crate) later: Option<Link>,
}

/// What a list can be narrowed to.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Choices {
    /// `Countries`.
    pub(crate) label: String,
    /// Which parts of an entry tell whether it stays: `.n.country`.
    pub(crate) parts: &'static str,
    /// The most frequent.
    pub(crate) list: Vec<Choice>,
}

/// One of the things that a list can be narrowed to.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Choice {
    /// Its name.
    pub(crate) name: String,
    /// Where the part leads in an entry that stays, or what is printed there.
    pub(crate) value: String,
    /// How many entries stay.
    pub(crate) count: usize,
}

/// The entries of a year, or of a day.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Year {
    /// `1998`, `44 BC`, `Year not stated`, `7 June 2024`.
    pub(crate) label: String,
    /// Its address on the page: `y1998`.
    pub(crate) id: String,
    /// Its own page.
    pub(crate) href: Option<String>,
    /// The months of the year that have a page.
    pub(crate) months: Vec<Link>,
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
    /// Other articles that tell the same of that day.
    pub(crate) also: Option<Printings>,
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
    match scene.here.list() {
        Node::When(when) => of(scene, *when),
        _ => whole(scene),
    }
}

fn whole(scene: &Scene<'_>) -> Timeline {
    let moments = &scene.graph.moments;
    let (range, starts) = (scene.range(), &scene.catalog.years);
    let ends = starts.iter().skip(1).map(|(_, start)| *start).chain([moments.len()]);
    let within = starts.iter().zip(ends).filter_map(|((year, start), end)| {
        let here = (*start).max(range.start)..end.min(range.end);
        (!here.is_empty()).then_some((*year, here))
    });
    let years = within.map(|(year, here)| {
        let (label, id) = label(scene, year);
        let months = year.map_or(Vec::new(), |year| months(scene, year));
        let moments = scene.moments(&moments[here]);
        Year { label, id, href: None, months, moments }
    });
    let jump = scene.jump(&Node::Timeline, starts.iter().map(|(year, at)| (label(scene, *year), *at)));
    let listed = |year: i64, month: Option<u8>| {
        let month = month.and_then(|month| page(scene, When::Month(year, month)));
        let at = || starts.iter().position(|(listed, _)| *listed == Some(year));
        month.or_else(|| Some(jump[at()?].href.clone()))
    };
    let days = moments.iter().filter_map(|moment| moment.date.earliest());
    let chart = if scene.here.number() == 1 { strip::linked(days, scene.language, listed) } else { None };
    Timeline {
        title: scene.say("nav.timeline"),
        choices: choices(scene, moments[range.clone()].iter()),
        chart,
        years: years.collect(),
        jump,
        total: moments.len(),
        earlier: None,
        later: None,
    }
}

/// The page of a month or a day.
fn of(scene: &Scene<'_>, when: When) -> Timeline {
    let whens = &scene.catalog.whens;
    let moments = whens.get(&when).map_or(&[][..], Vec::as_slice);
    let moments = moments.get(scene.range()).unwrap_or_default();
    let days = moments.chunk_by(|a, b| day_of(a) == day_of(b));
    let day = |(at, moments): (usize, &[&Moment<'_>])| {
        let day = moments.first().and_then(|first| day_of(first));
        let href = day.map(When::Day).filter(|day| *day != when).and_then(|day| page(scene, day));
        Year {
            label: day.map_or_else(|| title(scene, when), |day| title(scene, When::Day(day))),
            id: format!("t{}", at + 1),
            href,
            months: Vec::new(),
            moments: scene.moments(moments.iter().copied()),
        }
    };
    let days = days.enumerate().map(day).collect();
    let beside = |other: Option<&When>| {
        let other = other.filter(|other| matches!(other, When::Day(_)) == matches!(when, When::Day(_)))?;
        Some(Link::new(title(scene, *other), page(scene, *other)?))
    };
    Timeline {
        title: title(scene, when),
        choices: choices(scene, moments.iter().copied()),
        chart: None,
        jump: Vec::new(),
        years: days,
        total: moments.len(),
        earlier: beside(whens.range(..when).next_back().map(|(other, _)| other)),
        later: beside(whens.range((Excluded(when), Unbounded)).next().map(|(other, _)| other)),
    }
}

/// The day of a moment, when it is known to the day.
fn day_of(moment: &Moment<'_>) -> Option<CalendarDay> {
    moment.date.earliest().filter(|day| Some(*day) == moment.date.latest())
}

/// How many of a sort a list can be narrowed to.
const OFFERED: usize = 8;

/// What more than one of these entries have, as they are shown.
fn choices<'m, 'l: 'm>(scene: &Scene<'_>, moments: impl Iterator<Item = &'m Moment<'l>>) -> Vec<Choices> {
    let (mut sorts, mut named) = (BTreeMap::new(), BTreeMap::new());
    let moments: Vec<&Moment<'_>> = moments.collect();
    for told in moments.chunk_by(|a, b| a.is_again(b)).map(|told| told[0]) {
        if let Some(event) = told.event {
            *sorts.entry(scene.say(&format!("event.{}", event.event_type.as_str()))).or_insert(0) += 1;
        }
        for id in told.story.body.named_in(told.sentence).collect::<BTreeSet<_>>() {
            *named.entry(id).or_insert(0) += 1;
        }
    }
    let sorts = sorts.into_iter().map(|(name, count)| Choice { value: name.clone(), name, count });
    let of = |kind: EntityKind| {
        let of_kind = named.iter().filter(move |(id, _)| id.kind() == kind);
        of_kind.map(|(id, &count)| Choice {
            name: scene.graph.name(id).to_owned(),
            value: scene.entity_href(id),
            count,
        })
    };
    let most = |label: String, parts: &'static str, list: &mut dyn Iterator<Item = Choice>| {
        let mut list: Vec<Choice> = list.filter(|choice| choice.count > 1).collect();
        list.sort_by_key(|choice| Reverse(choice.count));
        list.truncate(OFFERED);
        // A single one would part nothing.
        (list.len() > 1).then_some(Choices { label, parts, list })
    };
    let all = [
        most(scene.say("timeline.sorts"), ".sort", &mut sorts.into_iter()),
        most(scene.kind(EntityKind::Country), ".n.country", &mut of(EntityKind::Country)),
        most(scene.kind(EntityKind::Person), ".n.person", &mut of(EntityKind::Person)),
    ];
    all.into_iter().flatten().collect()
}

fn months(scene: &Scene<'_>, year: i64) -> Vec<Link> {
    let months = (1..=12).map(|month| When::Month(year, month));
    months.filter_map(|month| Some(Link::new(title(scene, month), page(scene, month)?))).collect()
}

/// The way to the page of a month or a day, if it has one.
fn page(scene: &Scene<'_>, when: When) -> Option<String> {
    let node = Node::When(when);
    scene.routes.has(&node).then(|| scene.href(&node, ""))
}

fn title(scene: &Scene<'_>, when: When) -> String {
    match when {
        When::Month(year, month) => date::month_of(year, month, scene.language),
        When::Day(day) => date::day_of(day, scene.language),
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
    /// Dated sentences in the order of the timeline, those that tell the same of a day as one.
    pub(crate) fn moments<'m, 'l: 'm>(
        &self,
        moments: impl IntoIterator<Item = &'m Moment<'l>>,
    ) -> Vec<MomentLine> {
        let moments: Vec<&Moment<'_>> = moments.into_iter().collect();
        moments.chunk_by(|a, b| a.is_again(b)).map(|told| self.folded(told)).collect()
    }

    /// Sentences that tell the same as the first of them; those of one article are one.
    fn folded(&self, told: &[&Moment<'_>]) -> MomentLine {
        let first = told[0];
        let mut known = BTreeSet::from([&first.story.article.id]);
        let others: Vec<_> = told.iter().filter(|other| known.insert(&other.story.article.id)).collect();
        let day = day_of(first).map(|day| Node::When(When::Day(day)));
        let day = day.filter(|day| self.routes.has(day));
        let most = if day.as_ref() == Some(self.here.list()) { usize::MAX } else { PLACES };
        let source = |other: &&&Moment<'_>| {
            self.source_of(other.story, self.article(other.story, &format!("s{}", other.sentence + 1)))
        };
        let also = Printings {
            sources: others.iter().take(most).map(source).collect(),
            more: others.len().saturating_sub(most),
            all: day
                .map_or_else(|| self.article_href(&first.story.article.id, ""), |day| self.href(&day, "")),
        };
        MomentLine { also: (!also.sources.is_empty()).then_some(also), ..self.moment(first) }
    }

    /// A dated sentence, the words of the date marked.
    fn moment(&self, moment: &Moment<'_>) -> MomentLine {
        let words = moment.words.map_or("", |span| span.of(&moment.story.body.plain));
        let marked = moment.words.map_or(Marked::Nothing, Marked::Words);
        MomentLine {
            date: self.date(moment.date),
            words: words.to_owned(),
            sentence: self.excerpt(moment.story, moment.sentence, marked),
            article: self.article(moment.story, ""),
            also: None,
            published: self.published(moment.story),
            event: moment.event.map_or("", |event| event.event_type.as_str()),
            modes: moment.event.map_or(Vec::new(), |event| relation::modes(&event.modes)),
            status: moment.event.map_or("", |event| relation::status(event.status)),
        }
    }
}
