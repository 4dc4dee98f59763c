//! Who is in the news now: those whom the newest articles name more than their share.

use std::cmp::Reverse;

use serde::Serialize;

use super::Scene;
use super::piece::EntityLink;
use super::spark::{self, Spark};
use crate::graph::EntityNode;

/// Somebody in the news.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NewsLine {
    /// Who or what.
    pub(crate) entity: EntityLink,
    /// How many of the newest articles name it.
    pub(crate) recent: usize,
    /// How many articles do in all.
    pub(crate) articles: usize,
    /// When.
    pub(crate) spark: Option<Spark>,
}

/// How many are shown, and how many articles are the newest: a tenth, within these bounds.
const MOST: usize = 6;
const NEWEST: (usize, usize) = (10, 100);

/// How much a rise counts at most: a newcomer has no average to rise against.
const RISE: usize = 4;

/// Fewer of the newest articles than this are no news.
const LEAST: usize = 2;

/// How many articles are the newest.
pub(crate) fn newest(scene: &Scene<'_>) -> usize {
    let all = scene.graph.articles.len();
    (all / 10).clamp(NEWEST.0, NEWEST.1).min(all)
}

/// Those in the news; none when there are no older articles to rise against.
pub(crate) fn lines(scene: &Scene<'_>) -> Vec<NewsLine> {
    let (all, newest) = (scene.graph.articles.len(), newest(scene));
    if newest == all {
        return Vec::new();
    }
    let recent: std::collections::BTreeSet<_> =
        scene.graph.stories().take(newest).map(|node| &node.story.article.id).collect();
    let count = |node: &EntityNode<'_>| {
        node.appearances.iter().filter(|found| recent.contains(&&found.story.article.id)).count()
    };
    // In hundredths of the share that it would have if it were named as often as ever.
    let rise = |node: &EntityNode<'_>, recent: usize| {
        (recent * all * 100 / (node.appearances.len().max(1) * newest)).min(RISE * 100)
    };
    let mut risen: Vec<_> = scene
        .graph
        .entities
        .values()
        .map(|node| (count(node), node))
        .filter(|(recent, node)| *recent >= LEAST && rise(node, *recent) > 100)
        .collect();
    risen.sort_by_key(|(recent, node)| Reverse(recent * rise(node, *recent)));
    let line = |(recent, node): (usize, &EntityNode<'_>)| NewsLine {
        entity: scene.entity(node.profile),
        recent,
        articles: node.appearances.len(),
        spark: spark::draw(
            scene,
            node.appearances.iter().filter_map(|found| found.story.published()?.earliest()),
        ),
    };
    risen.into_iter().take(MOST).map(line).collect()
}
