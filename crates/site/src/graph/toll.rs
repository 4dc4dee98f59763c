//! Figures of who came to harm → [`Toll`]s: `killed at least 20 people in Lima`, a count with what befell those it counts and where.

use model::{CalendarDay, EntityId, EntityKind, PartialDate, Quantity};

use super::harm::{Harm, HarmWords};
use super::{ArticleNode, Told};
use crate::library::Story;

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

/// The tolls of an article, in the order of its text. One of long ago, of a part of those harmed or of no known place is left out.
pub(super) fn find<'l>(node: &ArticleNode<'l>, words: &HarmWords) -> Vec<Toll<'l>> {
    let read = |told: &Told<'l, Quantity>| {
        let (before, figure, behind) = around(told)?;
        let part = PARTS.iter().any(|word| figure.contains(word) || behind.trim_start().starts_with(word));
        let harm = harm(&told.fact.unit, before, behind, words).filter(|_| !part)?;
        if before.ends_with("another ") || is_past(node, told.sentence) {
            return None;
        }
        let place = place(node, told.sentence)?;
        let bounds = bounds(told.fact)?;
        Some(Toll {
            harm,
            place,
            bounds,
            words: bounded(told, before),
            story: told.story,
            sentence: told.sentence,
        })
    };
    node.quantities.iter().filter_map(read).collect()
}

/// The sentence before a figure, the figure, and the sentence behind it.
fn around<'l>(told: &Told<'l, Quantity>) -> Option<(&'l str, &'l str, &'l str)> {
    let body = &told.story.body;
    let range = body.sentences.get(told.sentence)?.range.range();
    let before = body.plain.get(range.start..told.words.start)?;
    let words = body.plain.get(told.words.start..told.words.end)?;
    Some((before, words, body.plain.get(told.words.end..range.end)?))
}

fn harm(unit: &str, before: &str, behind: &str, words: &HarmWords) -> Option<Harm> {
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
    words.behind(next).or_else(|| words.before(unbounded(before).trim_end()))
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

/// The least and the most that a figure allows.
pub(super) fn bounds(figure: &Quantity) -> Option<(f64, f64)> {
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
    (0..=sentence).rev().find_map(|at| body.named_in(at).find(|entity| entity.kind() == EntityKind::Place))
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
