//! Articles that name the same people, countries, groups and places → [`Related`].

use std::cmp::Reverse;
use std::collections::BTreeMap;

use model::{EntityId, EntityKind};

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

/// Those that share at least two entities with an article, the rarest shared ones counting most.
pub(super) fn find<'l>(
    article: &ArticleNode<'l>,
    nodes: &BTreeMap<&'l EntityId, EntityNode<'l>>,
) -> Vec<Related<'l>> {
    let mut cast: Vec<&EntityNode<'l>> =
        article.cast.iter().filter_map(|presence| nodes.get(&presence.profile.entity.id)).collect();
    cast.sort_by_key(|node| (node.appearances.len(), node.profile.entity.id.kind() == EntityKind::Country));
    let rare = cast.into_iter().filter(|node| node.appearances.len() <= COMMON);
    let mut shared: Vec<(&'l Story, &EntityNode<'l>)> = rare
        .flat_map(|node| node.appearances.iter().map(move |appearance| (appearance.story, node)))
        .filter(|(story, _)| !std::ptr::eq(*story, article.story))
        .collect();
    // Any order serves that brings those of one article together; what comes out is in another.
    shared.sort_by_key(|(story, _)| std::ptr::from_ref(*story).addr());
    let mut found: Vec<_> = shared
        .chunk_by(|(a, _), (b, _)| std::ptr::eq(*a, *b))
        .filter(|group| group.len() > 1)
        .map(|group| (group.iter().map(|(_, node)| weight(node)).sum::<usize>(), group))
        .collect();
    found.sort_by_key(|(weight, group)| (Reverse(*weight), &group[0].0.article.id));
    found.truncate(MOST);
    let related = |(_, group): (usize, &[(&'l Story, &EntityNode<'l>)])| Related {
        story: group[0].0,
        shared: group.iter().map(|(_, node)| node.profile).collect(),
    };
    found.into_iter().map(related).collect()
}

/// What one shared entity counts: a person in two of a thousand articles far more than a country in all; in whole
/// numbers, so that sums do not depend on their order.
fn weight(node: &EntityNode<'_>) -> usize {
    let each = if node.profile.entity.id.kind() == EntityKind::Country { 300_000 } else { 1_000_000 };
    each / node.appearances.len().max(1)
}
