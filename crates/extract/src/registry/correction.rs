//! The decisions of `corrections.toml` as the registry asks for them, and which of them matched nothing.

use std::collections::{BTreeMap, BTreeSet};

use diag::Sink;
use model::{ArticleId, Briefing, Corrections, Decision, Detail, Entity, EntityId, EntityKind};

use crate::chain::Chain;
use crate::registry::candidate::{Candidate, Key};
use crate::registry::name;

/// The decisions, and the indices of those that have been of use in this run.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    corrections: Corrections,
    used: BTreeSet<usize>,
}

impl Rules {
    pub(crate) fn new(corrections: &Corrections) -> Self {
        Self { corrections: corrections.clone(), used: BTreeSet::new() }
    }

    /// Whether a person said that this is no name.
    pub(crate) fn drops(&mut self, chain: &Chain, article: &str) -> bool {
        let found = self.find(|decision| match decision {
            Decision::Drop { name, article: only } => bears(chain, name) && is_in(only.as_ref(), article),
            _ => false,
        });
        found.is_some()
    }

    /// The kind that a person gave the name, or the one that was read.
    pub(crate) fn kind(&mut self, chain: &Chain, article: &str) -> EntityKind {
        let found = self.find(|decision| match decision {
            Decision::Retype { name, article: only, .. } => {
                bears(chain, name) && is_in(only.as_ref(), article)
            }
            _ => false,
        });
        match found.map(|at| &self.corrections.decisions[at].0) {
            Some(Decision::Retype { kind, .. }) => *kind,
            _ => chain.kind,
        }
    }

    /// A key of its own for a name that means somebody else in this article.
    pub(crate) fn split_key(&self, candidate: &Candidate) -> Option<Key> {
        self.corrections.decisions.iter().find_map(|(decision, _)| match decision {
            Decision::Split { entity, .. } if splits(decision, candidate) => {
                Some(Key::Name(entity.kind(), format!("\u{1}{entity}")))
            }
            _ => None,
        })
    }

    /// The entity that `[[alias]]` or `[[split]]` gives to these candidates.
    pub(crate) fn entity_of(&mut self, members: &[&Candidate]) -> Option<EntityId> {
        let at = self.find(|decision| match decision {
            Decision::Split { .. } => members.iter().all(|m| splits(decision, m)),
            Decision::Alias { name, entity } => members.iter().any(|m| {
                m.kind == entity.kind()
                    && m.forms.iter().chain([&m.name]).any(|f| name::key(f) == name::key(name))
            }),
            _ => false,
        })?;
        match &self.corrections.decisions[at].0 {
            Decision::Alias { entity, .. } | Decision::Split { entity, .. } => Some(entity.clone()),
            _ => None,
        }
    }

    /// The identifier that remains of this one after `[[merge]]`.
    pub(crate) fn merged(&mut self, id: EntityId) -> EntityId {
        let found =
            self.find(|decision| matches!(decision, Decision::Merge { from, .. } if from.contains(&id)));
        match found.map(|at| &self.corrections.decisions[at].0) {
            Some(Decision::Merge { into, .. }) => into.clone(),
            _ => id,
        }
    }

    /// Whether `[[never_merge]]` keeps two names apart.
    pub(crate) fn apart(&self, a: &Key, b: &Key) -> bool {
        let (Key::Name(kind, a), Key::Name(_, b)) = (a, b) else { return false };
        let named = |entities: &[EntityId], name: &str| {
            entities.iter().any(|id| id.kind() == *kind && id.slug().as_str() == name.replace(' ', "-"))
        };
        self.corrections.decisions.iter().any(|(decision, _)| {
            matches!(decision, Decision::NeverMerge { entities } if named(entities, a) && named(entities, b))
        })
    }

    /// What a person said of the speaker of a quotation that begins so: `Some(None)` is nobody.
    pub(crate) fn speaker(&mut self, quote: &str, article: &str) -> Option<Option<EntityId>> {
        let at = self.find(|decision| match decision {
            Decision::Speaker { quote: begin, article: only, .. } => {
                quote.starts_with(begin.as_str()) && is_in(only.as_ref(), article)
            }
            _ => false,
        })?;
        match &self.corrections.decisions[at].0 {
            Decision::Speaker { speaker, .. } => Some(speaker.clone()),
            _ => None,
        }
    }

    /// Renames entities and gives them their country.
    pub(crate) fn finish(
        &mut self,
        entities: &mut BTreeMap<EntityId, Entity>,
        content: &Briefing,
        sink: &mut Sink,
    ) {
        for (at, (decision, _)) in self.corrections.decisions.iter().enumerate() {
            let used = match decision {
                Decision::Rename { entity, name } => rename(entities.get_mut(entity), name),
                Decision::Country { entity, country } => place(entities.get_mut(entity), *country),
                Decision::NeverMerge { entities: apart } => apart.iter().any(|id| entities.contains_key(id)),
                Decision::Merge { into, from } => {
                    self.used.contains(&at)
                        || content.entities.contains_key(into)
                            && from.iter().all(|id| !entities.contains_key(id))
                }
                _ => continue,
            };
            if used {
                self.used.insert(at);
            }
        }
        let _ = sink;
    }

    /// Reports the decisions that matched nothing; to be asked when all work is done.
    pub(crate) fn report_stale(&self, entities: &BTreeMap<EntityId, Entity>, sink: &mut Sink) {
        for (at, (decision, span)) in self.corrections.decisions.iter().enumerate() {
            if !self.used.contains(&at) {
                self.corrections.report_stale(*span, hint(decision, entities), sink);
            }
        }
    }

    fn find(&mut self, fits: impl Fn(&Decision) -> bool) -> Option<usize> {
        let at = self.corrections.decisions.iter().position(|(decision, _)| fits(decision))?;
        self.used.insert(at);
        Some(at)
    }
}

fn bears(chain: &Chain, name: &str) -> bool {
    let key = name::key(name);
    name::key(&chain.name) == key || chain.forms.iter().all(|form| name::key(form) == key)
}

fn is_in(only: Option<&ArticleId>, article: &str) -> bool {
    only.is_none_or(|id| id.slug().as_str() == article)
}

fn splits(decision: &Decision, candidate: &Candidate) -> bool {
    let Decision::Split { name, entity, articles } = decision else { return false };
    candidate.kind == entity.kind()
        && articles.iter().any(|id| id.slug().as_str() == candidate.article_id)
        && candidate.forms.iter().chain([&candidate.name]).any(|form| name::key(form) == name::key(name))
}

fn rename(entity: Option<&mut Entity>, name: &str) -> bool {
    let Some(entity) = entity else { return false };
    if entity.name != name {
        let old = std::mem::replace(&mut entity.name, name.to_owned());
        entity.aliases.push(old);
        entity.aliases.retain(|alias| alias != name);
        entity.aliases.sort();
    }
    true
}

fn place(entity: Option<&mut Entity>, code: model::CountryCode) -> bool {
    match entity.map(|entity| &mut entity.detail) {
        Some(Detail::Person { country } | Detail::Group { country, .. } | Detail::Place { country, .. }) => {
            *country = Some(code);
            true
        }
        _ => false,
    }
}

/// What a decision that matches nothing might mean now.
fn hint(decision: &Decision, entities: &BTreeMap<EntityId, Entity>) -> String {
    let wanted = match decision {
        Decision::Merge { into, .. } => into.to_string(),
        Decision::Rename { entity, .. } | Decision::Country { entity, .. } => entity.to_string(),
        Decision::Drop { name, .. }
        | Decision::Retype { name, .. }
        | Decision::Alias { name, .. }
        | Decision::Split { name, .. } => name.clone(),
        Decision::NeverMerge { .. } | Decision::Speaker { .. } => {
            return "remove it, or mend its words".to_owned();
        }
    };
    let likeness = |entity: &Entity| {
        strsim::jaro_winkler(&wanted, &entity.name).max(strsim::jaro_winkler(&wanted, &entity.id.to_string()))
    };
    let nearest = entities.values().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    match nearest.filter(|entity| likeness(entity) > 0.85) {
        Some(entity) => format!("remove it, or did you mean `{}` (`{}`)?", entity.name, entity.id),
        None => "remove it, or mend its name".to_owned(),
    }
}
