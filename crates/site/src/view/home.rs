//! The briefing: what is new, who said what, who is in the news. For `home.html`.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use model::{EntityKind, QuoteKind};
use serde::Serialize;

use super::Scene;
use super::disagreements::DisagreementLine;
use super::news::{self, NewsLine};
use super::piece::{ArticleLine, Kind, Tally};
use super::quote::QuoteLine;
use super::strip::{self, Strip};
use super::timeline::MomentLine;
use crate::graph::Saying;
use crate::route::Node;

/// How many articles, quotes, entities of a kind and dates the home page shows.
const ARTICLES: usize = 7;
const QUOTES: usize = 4;
/// A quote of fewer words than this is a fragment.
const WHOLE: usize = 7;
const NAMES: usize = 8;
const MOMENTS: usize = 6;
const DISAGREEMENTS: usize = 2;

/// `home` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Home {
    /// The newest articles.
    pub(crate) articles: Vec<ArticleLine>,
    /// The page of all articles.
    pub(crate) all_articles: String,
    /// Who is in the news now; none when all articles are among the newest.
    pub(crate) news: Vec<NewsLine>,
    /// How many articles are the newest.
    pub(crate) newest: usize,
    /// How many dates there are in each month or year; none for few.
    pub(crate) chart: Option<Strip>,
    /// The newest quotes with a speaker, one of each speaker.
    pub(crate) quotes: Vec<QuoteLine>,
    /// The page of all quotes.
    pub(crate) all_quotes: String,
    /// The first of what articles do not agree on.
    pub(crate) disagreements: Vec<DisagreementLine>,
    /// The page of all of it.
    pub(crate) all_disagreements: String,
    /// Who is in the news, by the number of articles.
    pub(crate) kinds: Vec<Kind<Tally>>,
    /// The latest dates, in the order of time.
    pub(crate) moments: Vec<MomentLine>,
    /// The page of all dates.
    pub(crate) timeline: String,
}

/// The view of the home page.
pub(crate) fn view(scene: &Scene<'_>) -> Home {
    let dates = scene.graph.moments.iter().filter_map(|moment| moment.date.earliest());
    Home {
        articles: scene.graph.stories().take(ARTICLES).map(|node| scene.line(node.story)).collect(),
        all_articles: scene.href(&Node::Articles, ""),
        news: scene.wanted("news", || news::lines(scene)),
        newest: scene.wanted("newest", || news::newest(scene)),
        chart: scene.wanted("chart", || strip::draw(dates, scene.language)),
        quotes: scene.wanted("quotes", || quotes(scene)),
        all_quotes: scene.href(&Node::Quotes, ""),
        disagreements: scene.wanted("disagreements", || {
            let first = scene.graph.disagreements.iter().enumerate().take(DISAGREEMENTS);
            first.map(|(at, found)| scene.disagreement(at, found)).collect()
        }),
        all_disagreements: scene.href(&Node::Disagreements, ""),
        kinds: scene.wanted("kinds", || scene.kinds(|kind| tallies(scene, kind))),
        moments: scene.wanted("moments", || moments(scene)),
        timeline: scene.href(&Node::Timeline, ""),
    }
}

/// The newest quotes, one of each speaker: whole ones, and fragments where there are not enough of them.
fn quotes(scene: &Scene<'_>) -> Vec<QuoteLine> {
    let is_direct = |saying: &&Saying<'_>| saying.lead().fact.kind == QuoteKind::Direct;
    let is_whole =
        |saying: &&Saying<'_>| saying.lead().fact.evidence.text.split_whitespace().count() >= WHOLE;
    let (whole, parts): (Vec<_>, Vec<_>) = scene.graph.sayings.iter().filter(is_direct).partition(is_whole);
    let mut speakers = BTreeSet::new();
    let of_others =
        whole.into_iter().chain(parts).filter(|saying| saying.speaker.is_some_and(|id| speakers.insert(id)));
    of_others.take(QUOTES).map(|saying| scene.saying(saying)).collect()
}

fn tallies(scene: &Scene<'_>, kind: EntityKind) -> Vec<Tally> {
    let mut nodes: Vec<_> = scene
        .graph
        .entities
        .values()
        .filter(|node| node.profile.entity.id.kind() == kind && !node.appearances.is_empty())
        .collect();
    let sentences = |node: &crate::graph::EntityNode<'_>| -> usize { node.sentence_count() };
    nodes.sort_by_key(|node| (Reverse(node.appearances.len()), Reverse(sentences(node))));
    let tally = |node: &crate::graph::EntityNode<'_>| Tally {
        entity: scene.entity(node.profile),
        articles: node.appearances.len(),
        sentences: sentences(node),
    };
    nodes.into_iter().take(NAMES).map(tally).collect()
}

fn moments(scene: &Scene<'_>) -> Vec<MomentLine> {
    let dated = scene.graph.moments.iter().rev().filter(|moment| moment.date.day().is_some());
    // Some may be told more than once.
    let mut last: Vec<_> = dated.take(4 * MOMENTS).copied().collect();
    last.reverse();
    let mut lines = scene.moments(&last);
    lines.split_off(lines.len().saturating_sub(MOMENTS))
}
