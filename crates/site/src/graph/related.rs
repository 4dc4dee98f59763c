//! Articles that name the same people, countries, groups and places → [`Related`].

use std::cmp::Reverse;
use std::collections::BTreeMap;

use model::{EntityId, EntityKind};

use super::{ArticleNode, Articles, EntityNode};
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
    articles: &Articles<'l>,
    nodes: &BTreeMap<&'l EntityId, EntityNode<'l>>,
) -> Vec<Related<'l>> {
    let mut cast: Vec<&EntityNode<'l>> =
        article.cast.iter().filter_map(|presence| nodes.get(&presence.profile.entity.id)).collect();
    cast.sort_by_key(|node| (node.appearances.len(), node.profile.entity.id.kind() == EntityKind::Country));
    cast.retain(|node| node.appearances.len() <= COMMON);
    // Each article with what it shares; numbers, since there are thousands.
    let mut shared: Vec<(usize, usize)> = Vec::new();
    for (at, node) in cast.iter().enumerate() {
        shared.extend(node.appearances.iter().map(|appearance| (appearance.story.number, at)));
    }
    shared.retain(|(number, _)| *number != article.story.number);
    shared.sort_unstable();
    let mut found: Vec<_> = shared
        .chunk_by(|(a, _), (b, _)| a == b)
        .filter(|group| group.len() > 1)
        .map(|group| (group.iter().map(|(_, at)| weight(cast[*at])).sum::<usize>(), group))
        .collect();
    // Articles are numbered by their identifiers.
    found.sort_unstable_by_key(|(weight, group)| (Reverse(*weight), group[0].0));
    found.truncate(MOST);
    let related = |(_, group): (usize, &[(usize, usize)])| Related {
        story: articles.numbered(group[0].0).story,
        shared: group.iter().map(|(_, at)| cast[*at].profile).collect(),
    };
    found.into_iter().map(related).collect()
}

/// What one shared entity counts: a person in two of a thousand articles far more than a country in all; in whole
/// numbers, so that sums do not depend on their order.
fn weight(node: &EntityNode<'_>) -> usize {
    let each = if node.profile.entity.id.kind() == EntityKind::Country { 300_000 } else { 1_000_000 };
    each / node.appearances.len().max(1)
}
