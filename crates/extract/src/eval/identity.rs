//! Whom an identifier of the gold means in what was found.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use model::{Document, EntityId, EntityKind};

use super::span;

/// For each entity of the gold the one that the program names at most of the same places. Identifiers of people, groups and
/// places need not be the same; those of countries are.
pub(super) fn align(gold: &Document, found: &Document) -> impl Fn(&EntityId) -> EntityId {
    let mut votes: BTreeMap<&EntityId, BTreeMap<&EntityId, usize>> = BTreeMap::new();
    for wanted in &gold.mentions {
        let Some(entity) = wanted.entity.as_ref().filter(|id| id.kind() != EntityKind::Country) else {
            continue;
        };
        let there =
            |m: &&model::DocumentMention| span::overlap((wanted.start, wanted.end), (m.start, m.end)) > 0;
        for other in found.mentions.iter().filter(there).filter_map(|m| m.entity.as_ref()) {
            *votes.entry(entity).or_default().entry(other).or_default() += 1;
        }
    }
    let names = votes.into_iter().filter_map(|(id, votes)| Some((id.clone(), most(votes)?.clone())));
    let names: BTreeMap<EntityId, EntityId> = names.collect();
    move |id| names.get(id).unwrap_or(id).clone()
}

/// The entity with the most votes; of several the first by name.
fn most(votes: BTreeMap<&EntityId, usize>) -> Option<&EntityId> {
    votes.into_iter().max_by_key(|(id, count)| (*count, Reverse(*id))).map(|(id, _)| id)
}
