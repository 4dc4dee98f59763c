//! Roles and relations: the same people and things by where they are named, the same title or predicate.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use model::{Document, DocumentRelation, EntityId, EntityKind};

use super::gold::Gold;
use super::score::{Score, Scores};
use super::span;

pub(super) fn score(gold: &Gold, found: &Document, scores: &mut Scores) {
    let Some(document) = &gold.document else { return };
    let names = align(document, found);
    let known = |id: &EntityId| names.get(id).unwrap_or(id).clone();
    roles(document, found, &known, scores);
    relations(document, found, &known, scores);
}

/// A person and a title, once for each pair however often the article says so.
fn roles(gold: &Document, found: &Document, known: &impl Fn(&EntityId) -> EntityId, scores: &mut Scores) {
    let title = |role: &model::DocumentRole| role.title.to_lowercase();
    let wanted: BTreeSet<_> = gold.roles.iter().map(|role| (known(&role.person), title(role))).collect();
    let given: BTreeSet<_> = found.roles.iter().map(|role| (role.person.clone(), title(role))).collect();
    scores.count("roles", Score::of(wanted.intersection(&given).count(), given.len(), wanted.len()));
    let status = |role: &&model::DocumentRole| role.status;
    for role in &gold.roles {
        let same = found.roles.iter().find(|r| r.person == known(&role.person) && title(r) == title(role));
        if let Some(same) = same {
            scores.count("roles: status", Score::of(usize::from(status(&same) == status(&role)), 1, 1));
        }
    }
}

/// Who does what to whom, in the same sentence; and the status of those that are found.
fn relations(gold: &Document, found: &Document, known: &impl Fn(&EntityId) -> EntityId, scores: &mut Scores) {
    let same = |g: &DocumentRelation, f: &DocumentRelation| {
        let (subject, object) = (known(&g.subject), known(&g.object));
        let turned = g.predicate.is_symmetric() && (f.subject == object && f.object == subject);
        g.predicate == f.predicate
            && span::overlap((g.start, g.end), (f.start, f.end)) > 0
            && (f.subject == subject && f.object == object || turned)
    };
    let mut used = vec![false; found.relations.len()];
    let mut right = 0;
    for wanted in &gold.relations {
        let at = (0..used.len()).find(|&at| !used[at] && same(wanted, &found.relations[at]));
        if let Some(at) = at {
            used[at] = true;
            right += 1;
            let alike = found.relations[at].status == wanted.status;
            scores.count("relations: status", Score::of(usize::from(alike), 1, 1));
        }
    }
    scores.count("relations", Score::of(right, found.relations.len(), gold.relations.len()));
}

/// For each entity of the gold the one that the program names at most of the same places. Identifiers of people, groups and
/// places need not be the same; those of countries are.
fn align(gold: &Document, found: &Document) -> BTreeMap<EntityId, EntityId> {
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
    votes.into_iter().filter_map(|(id, votes)| Some((id.clone(), most(votes)?.clone()))).collect()
}

/// The entity with the most votes; of several the first by name.
fn most(votes: BTreeMap<&EntityId, usize>) -> Option<&EntityId> {
    votes.into_iter().max_by_key(|(id, count)| (*count, Reverse(*id))).map(|(id, _)| id)
}
