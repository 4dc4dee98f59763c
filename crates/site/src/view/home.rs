//! The briefing: what is new, who said what, who is in the news. For `home.html`.

use std::cmp::Reverse;

use model::EntityKind;
use serde::Serialize;

use super::Scene;
use super::fact::QuoteLine;
use super::piece::{ArticleLine, Kind, Tally};
use super::timeline::MomentLine;
use crate::route::Node;

/// How many articles, quotes, entities of a kind and dates the home page shows.
const ARTICLES: usize = 8;
const QUOTES: usize = 4;
const NAMES: usize = 8;
const MOMENTS: usize = 6;

/// `home` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Home {
    /// The newest articles.
    pub(crate) articles: Vec<ArticleLine>,
    /// The page of all articles.
    pub(crate) all_articles: String,
    /// The newest quotes with a speaker, one of each speaker.
    pub(crate) quotes: Vec<QuoteLine>,
    /// The page of all quotes.
    pub(crate) all_quotes: String,
    /// Who is in the news, by the number of articles.
    pub(crate) kinds: Vec<Kind<Tally>>,
    /// The latest dates, in the order of time.
    pub(crate) moments: Vec<MomentLine>,
    /// The page of all dates.
    pub(crate) timeline: String,
}

/// The view of the home page.
pub(crate) fn view(scene: &Scene<'_>) -> Home {
    Home {
        articles: scene.graph.stories().take(ARTICLES).map(|node| scene.line(node)).collect(),
        all_articles: scene.href(&Node::Articles, ""),
        quotes: quotes(scene),
        all_quotes: scene.href(&Node::Quotes, ""),
        kinds: scene.kinds(|kind| tallies(scene, kind)),
        moments: moments(scene),
        timeline: scene.href(&Node::Timeline, ""),
    }
}

fn quotes(scene: &Scene<'_>) -> Vec<QuoteLine> {
    let mut speakers = Vec::new();
    let mut lines = Vec::new();
    for told in scene.graph.stories().flat_map(|node| &node.quotes) {
        let Some(speaker) = &told.fact.speaker else { continue };
        if lines.len() < QUOTES && !speakers.contains(&speaker) {
            speakers.push(speaker);
            lines.push(scene.quote(told));
        }
    }
    lines
}

fn tallies(scene: &Scene<'_>, kind: EntityKind) -> Vec<Tally> {
    let mut nodes: Vec<_> = scene
        .graph
        .entities
        .values()
        .filter(|node| node.profile.entity.id.kind() == kind && !node.appearances.is_empty())
        .collect();
    let sentences = |node: &crate::graph::EntityNode<'_>| -> usize {
        node.appearances.iter().map(|appearance| appearance.sentences.len()).sum()
    };
    nodes.sort_by_key(|node| (Reverse(node.appearances.len()), Reverse(sentences(node))));
    let tally = |node: &crate::graph::EntityNode<'_>| Tally {
        entity: scene.entity(node.profile),
        articles: node.appearances.len(),
        sentences: sentences(node),
    };
    nodes.into_iter().take(NAMES).map(tally).collect()
}

fn moments(scene: &Scene<'_>) -> Vec<MomentLine> {
    let dated: Vec<_> = scene.graph.moments.iter().filter(|moment| moment.date.day().is_some()).collect();
    let last = &dated[dated.len().saturating_sub(MOMENTS)..];
    last.iter().map(|moment| scene.moment(moment)).collect()
}
