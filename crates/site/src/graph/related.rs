//! Articles that name the same people, countries, groups and places → [`Related`].

use std::cmp::Reverse;
use std::collections::BTreeMap;

use model::{ArticleId, EntityId, EntityKind};

use super::{ArticleNode, EntityNode};
use crate::library::{Profile, Story};

/// How many related articles an article has at most.
const MOST: usize = 5;

/// An entity that more articles name than this says nothing about which of them belong together.
const COMMON: usize = 400;

/// Another article with the reason why it is shown.
#[derive(Debug, Clone)]
pub(crate) struct Related<'l> {
    /// The other article.
    pub(crate) story: &'l Story,
    /// What both name, that which fewest other articles name first.
    pub(crate) shared: Vec<&'l Profile>,
}

type Articles<'l> = BTreeMap<&'l ArticleId, ArticleNode<'l>>;
type Nodes<'l> = BTreeMap<&'l EntityId, EntityNode<'l>>;

/// For each article those that share at least two entities with it, the rarest shared ones counting most.
pub(super) fn find<'l>(articles: &Articles<'l>, nodes: &Nodes<'l>) -> Vec<(&'l ArticleId, Vec<Related<'l>>)> {
    articles.iter().map(|(id, node)| (*id, of_article(node, nodes))).collect()
}

fn of_article<'l>(article: &ArticleNode<'l>, nodes: &Nodes<'l>) -> Vec<Related<'l>> {
    let mut shared: BTreeMap<&ArticleId, (&'l Story, usize, Vec<&'l Profile>)> = BTreeMap::new();
    let mut cast: Vec<&EntityNode<'l>> =
        article.cast.iter().filter_map(|presence| nodes.get(&presence.profile.entity.id)).collect();
    cast.sort_by_key(|node| (node.appearances.len(), node.profile.entity.id.kind() == EntityKind::Country));
    for node in cast.into_iter().filter(|node| node.appearances.len() <= COMMON) {
        for appearance in &node.appearances {
            let id = &appearance.story.article.id;
            if *id != article.story.article.id {
                let found = shared.entry(id).or_insert((appearance.story, 0, Vec::new()));
                found.1 += weight(node);
                found.2.push(node.profile);
            }
        }
    }
    let mut related: Vec<_> = shared.into_values().filter(|(_, _, shared)| shared.len() > 1).collect();
    related.sort_by_key(|(story, weight, _)| (Reverse(*weight), &story.article.id));
    related.truncate(MOST);
    related.into_iter().map(|(story, _, shared)| Related { story, shared }).collect()
}

/// What one shared entity counts: a person in two of a thousand articles far more than a country in all; in whole
/// numbers, so that sums do not depend on their order.
fn weight(node: &EntityNode<'_>) -> usize {
    let each = if node.profile.entity.id.kind() == EntityKind::Country { 300_000 } else { 1_000_000 };
    each / node.appearances.len().max(1)
}
