//! Relations of all articles → [`Proposition`]s: what is said to be so between two, with every place where it is said and how
//! each article vouches for it.

use std::collections::BTreeMap;

use model::{EntityId, PartialDate, Predicate, Relation, Status};

use super::{Articles, Told};

/// What is said to be so between two.
#[derive(Debug, Clone)]
pub(crate) struct Proposition<'l> {
    /// Who does it.
    pub(crate) subject: &'l EntityId,
    /// What is done.
    pub(crate) predicate: Predicate,
    /// To whom or which.
    pub(crate) object: &'l EntityId,
    /// Where it is said, newest article first.
    pub(crate) tellings: Vec<Told<'l, Relation>>,
}

/// Gathers the relations of `articles`; what the newest articles say comes first.
pub(super) fn gather<'l>(articles: &Articles<'l>) -> Vec<Proposition<'l>> {
    let mut known: BTreeMap<(&EntityId, Predicate, &EntityId), usize> = BTreeMap::new();
    let mut propositions: Vec<Proposition<'l>> = Vec::new();
    for told in articles.newest().flat_map(|node| &node.relations) {
        let (subject, predicate, object) = key(told.fact);
        let at = *known.entry((subject, predicate, object)).or_insert_with(|| {
            propositions.push(Proposition { subject, predicate, object, tellings: Vec::new() });
            propositions.len() - 1
        });
        propositions[at].tellings.push(*told);
    }
    propositions
}

/// One proposition for `A met B` and `B met A`.
fn key(relation: &Relation) -> (&EntityId, Predicate, &EntityId) {
    let (subject, object) = (&relation.subject, &relation.object);
    if relation.predicate.is_symmetric() && object < subject {
        (object, relation.predicate, subject)
    } else {
        (subject, relation.predicate, object)
    }
}

impl<'l> Proposition<'l> {
    /// Whether some article gives it as somebody's word or as a possibility, and not only in its own voice.
    pub(crate) fn is_claim(&self) -> bool {
        self.tellings.iter().any(|told| told.fact.status != Status::Asserted)
    }

    /// Whose word it is, each once, in the order of the tellings.
    pub(crate) fn sources(&self) -> Vec<&'l EntityId> {
        let mut sources = Vec::new();
        for source in self.tellings.iter().filter_map(|told| told.fact.source.as_ref()) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        sources
    }

    /// The dates that articles give to it, in the order of time, each once.
    pub(crate) fn dates(&self) -> Vec<&'l PartialDate> {
        let mut dates: Vec<&PartialDate> =
            self.tellings.iter().filter_map(|told| told.fact.date.as_ref()).collect();
        dates.sort();
        dates.dedup();
        dates
    }
}
