//! Roles and relations: the same people and things by where they are named, the same title or predicate.

use std::collections::BTreeSet;

use model::{Document, DocumentRelation, EntityId};

use super::gold::Gold;
use super::identity;
use super::score::{Score, Scores};
use super::span;

pub(super) fn score(gold: &Gold, found: &Document, scores: &mut Scores) {
    let Some(document) = &gold.document else { return };
    let known = identity::align(document, found);
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
