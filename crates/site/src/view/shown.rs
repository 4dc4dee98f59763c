//! The settings → how much of an article's text its page shows.

use std::collections::BTreeSet;

use crate::config::{Config, Shown};
use crate::graph::ArticleNode;

/// The sentences that are not shown, when not the whole text is: those that are evidence of nothing, in an excerpt beyond the
/// first paragraph.
pub(crate) fn hidden(config: &Config, node: &ArticleNode<'_>) -> Option<BTreeSet<usize>> {
    let sentences = &node.story.body.sentences;
    let mut shown: BTreeSet<usize> = match config.body {
        Shown::Full => return None,
        Shown::Facts => BTreeSet::new(),
        Shown::Excerpt => {
            let first = sentences.first().map(|sentence| sentence.paragraph);
            (0..sentences.len()).filter(|at| Some(sentences[*at].paragraph) == first).collect()
        }
    };
    shown.extend(node.quotes.iter().map(|told| told.sentence));
    shown.extend(node.roles.iter().map(|told| told.sentence));
    shown.extend(node.relations.iter().map(|told| told.sentence));
    shown.extend(node.events.iter().map(|told| told.sentence));
    shown.extend(node.key_points.iter().map(|told| told.sentence));
    Some((0..sentences.len()).filter(|at| !shown.contains(at)).collect())
}
