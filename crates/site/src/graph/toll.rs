//! Figures of who came to harm → [`Toll`]s: `killed at least 20 people in Lima`, a count with what befell those it counts and where.

use model::{CalendarDay, EntityId, EntityKind, PartialDate, Quantity};

use super::{ArticleNode, Told};
use crate::library::Story;

/// What befell people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Harm {
    /// They died.
    Killed,
    /// They were wounded.
    Injured,
    /// Nobody knows where they are.
    Missing,
    /// They were arrested.
    Arrested,
    /// They had to leave their homes.
    Displaced,
}

/// How many people an article says came to harm in a place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Toll<'l> {
    /// What befell them.
    pub(crate) harm: Harm,
    /// The city or region.
    pub(crate) place: &'l EntityId,
    /// The least and the most that the words allow.
    pub(crate) bounds: (f64, f64),
    /// The figure as printed, with `at least` and the like.
    pub(crate) words: &'l str,
    /// In which article.
    pub(crate) story: &'l Story,
    /// The index of the sentence.
    pub(crate) sentence: usize,
}

/// How long before its article a toll may date for it to be news, in days.
const NEWS: i64 = 30;

/// How far off `about 20` may be.
const VAGUE: f64 = 0.1;

/// Words before a figure that bound it.
const BOUNDS: &[&str] = &[
    "at least ",
    "more than ",
    "about ",
    "around ",
    "nearly ",
    "almost ",
    "some ",
    "up to ",
    "as many as ",
    "over ",
];

/// Words by which a figure is only a part of a toll.
const PARTS: &[&str] = &["other", "more", "another", "of them", "further", "additional"];

/// What stands right behind a figure of people, and what it says of them.
const BEHIND: &[(&str, Harm)] = &[
    ("killed", Harm::Killed),
    ("dead", Harm::Killed),
    ("died", Harm::Killed),
    ("injured", Harm::Injured),
    ("wounded", Harm::Injured),
    ("hurt", Harm::Injured),
    ("missing", Harm::Missing),
    ("arrested", Harm::Arrested),
    ("detained", Harm::Arrested),
    ("displaced", Harm::Displaced),
    ("evacuated", Harm::Displaced),
];

/// What stands right before one.
const BEFORE: &[(&str, Harm)] = &[
    ("killed", Harm::Killed),
    ("killing", Harm::Killed),
    ("kills", Harm::Killed),
    ("the lives of", Harm::Killed),
    ("the deaths of", Harm::Killed),
    ("injured", Harm::Injured),
    ("injuring", Harm::Injured),
    ("injures", Harm::Injured),
    ("wounded", Harm::Injured),
    ("wounding", Harm::Injured),
    ("wounds", Harm::Injured),
    ("arrested", Harm::Arrested),
    ("arresting", Harm::Arrested),
    ("detained", Harm::Arrested),
    ("displaced", Harm::Displaced),
    ("displacing", Harm::Displaced),
    ("evacuated", Harm::Displaced),
];

/// The tolls of an article, in the order of its text. One of long ago, of a part of those harmed or of no known place is left out.
pub(super) fn find<'l>(node: &ArticleNode<'l>) -> Vec<Toll<'l>> {
    let read = |told: &Told<'l, Quantity>| {
        let (before, words, behind) = around(told)?;
        let part = PARTS.iter().any(|word| words.contains(word) || behind.trim_start().starts_with(word));
        let harm = harm(&told.fact.unit, before, behind).filter(|_| !part)?;
        if before.ends_with("another ") || is_past(node, told.sentence) {
            return None;
        }
        let place = place(node, told.sentence)?;
        let bounds = bounds(told.fact)?;
        let words = bounded(told, before);
        Some(Toll { harm, place, bounds, words, story: told.story, sentence: told.sentence })
    };
    node.quantities.iter().filter_map(read).collect()
}

/// The sentence before a figure, the figure, and the sentence behind it.
fn around<'l>(told: &Told<'l, Quantity>) -> Option<(&'l str, &'l str, &'l str)> {
    let body = &told.story.body;
    let range = body.sentences.get(told.sentence)?.range.clone();
    let before = body.plain.get(range.start..told.words.start)?;
    let words = body.plain.get(told.words.start..told.words.end)?;
    Some((before, words, body.plain.get(told.words.end..range.end)?))
}

fn harm(unit: &str, before: &str, behind: &str) -> Option<Harm> {
    match unit {
        "death" | "dead" | "fatality" => return Some(Harm::Killed),
        "injured" | "injury" | "wounded" => return Some(Harm::Injured),
        "missing" => return Some(Harm::Missing),
        "person" => {}
        _ => return None,
    }
    let mut next = behind.trim_start();
    while let Some(rest) = ["were ", "was ", "are ", "have ", "had ", "has ", "been ", "still "]
        .iter()
        .find_map(|aux| next.strip_prefix(aux))
    {
        next = rest;
    }
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let follows = BEHIND.iter().find(|(word, _)| next.strip_prefix(word).is_some_and(ends));
    let stripped = unbounded(before).trim_end();
    let leads = || {
        BEFORE.iter().find(|(word, _)| {
            stripped.strip_suffix(word).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        })
    };
    follows.or_else(leads).map(|(_, harm)| *harm)
}

/// The words before a figure without `at least` and the like.
fn unbounded(before: &str) -> &str {
    let cut = BOUNDS.iter().find_map(|bound| {
        let at = before.len().checked_sub(bound.len())?;
        before.get(at..).filter(|tail| tail.eq_ignore_ascii_case(bound)).map(|_| &before[..at])
    });
    cut.unwrap_or(before)
}

/// The figure with its bound.
fn bounded<'l>(told: &Told<'l, Quantity>, before: &str) -> &'l str {
    let from = told.words.start - (before.len() - unbounded(before).len());
    told.story.body.plain.get(from..told.words.end).unwrap_or_default()
}

fn bounds(figure: &Quantity) -> Option<(f64, f64)> {
    match (figure.low, figure.high, figure.value) {
        (Some(low), Some(high), _) => Some((low, high)),
        (Some(low), None, _) => Some((low, f64::INFINITY)),
        (None, Some(high), _) => Some((0.0, high)),
        (None, None, Some(value)) if figure.approx => Some((value * (1.0 - VAGUE), value * (1.0 + VAGUE))),
        (None, None, value) => value.map(|value| (value, value)),
    }
}

/// The city or region that the sentence names, else the nearest sentence before it that names one.
fn place<'l>(node: &ArticleNode<'l>, sentence: usize) -> Option<&'l EntityId> {
    let body = &node.story.body;
    (0..=sentence).rev().find_map(|at| {
        body.mentions_of(at)
            .iter()
            .map(|mention| &mention.entity)
            .find(|entity| entity.kind() == EntityKind::Place)
    })
}

/// Whether the sentence speaks of days long before the article.
fn is_past(node: &ArticleNode<'_>, sentence: usize) -> bool {
    let number = |day: CalendarDay| (day.year * 12 + i64::from(day.month)) * 31 + i64::from(day.day);
    let Some(published) = node.story.published().and_then(PartialDate::latest) else { return true };
    let mut dates = node.dates.iter().filter(|told| told.sentence == sentence);
    dates.any(|told| {
        let latest = told.fact.value.as_ref().and_then(PartialDate::latest);
        latest.is_some_and(|latest| number(published) - number(latest) > NEWS)
    })
}
