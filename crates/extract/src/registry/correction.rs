//! The decisions of `corrections.toml` as the registry asks for them, and which of them matched nothing.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Sink, Span};
use model::{ArticleId, Corrections, Decision, Detail, Entity, EntityId, EntityKind, Slug};

use crate::registry::name;
use crate::registry::now::Now;
use crate::registry::past::Past;
use crate::registry::rolls::{Name, Rolls};

/// The decisions, and the indices of those that have been of use in this run.
#[derive(Debug, Default)]
pub(crate) struct Rules {
    corrections: Corrections,
    used: BTreeSet<usize>,
    has_aliases: bool,
    /// What each `[[merge]]` takes, by which decision, and what it leaves.
    merges: BTreeMap<EntityId, (usize, EntityId)>,
    /// The decisions that have no effect because of another one.
    overruled: BTreeSet<usize>,
    /// What is never to be one.
    apart: BTreeSet<EntityId>,
    /// The names of those of them that have a file, in comparable form.
    names: BTreeMap<EntityId, String>,
}

impl Rules {
    pub(crate) fn new(content: &Past) -> Self {
        let corrections = &content.corrections;
        let decisions = || corrections.decisions.iter().map(|(decision, _)| decision);
        let apart = decisions().filter_map(|decision| match decision {
            Decision::NeverMerge { entities } => Some(entities),
            _ => None,
        });
        Self {
            corrections: corrections.clone(),
            used: BTreeSet::new(),
            merges: corrections.merges(),
            overruled: corrections.overruled(),
            has_aliases: decisions().any(|decision| matches!(decision, Decision::Alias { .. })),
            names: apart
                .clone()
                .flatten()
                .filter_map(|id| Some((id.clone(), name::key(&content.entities.get(id)?.name))))
                .collect(),
            apart: apart.flatten().cloned().collect(),
        }
    }

    /// Whether a person said that this is no name.
    pub(crate) fn drops(&mut self, named: &Name, rolls: &Rolls<'_>, article: &str) -> bool {
        let found = self.find(|decision| match decision {
            Decision::Drop { name, article: only } => {
                bears(named, rolls, name) && is_in(only.as_ref(), article)
            }
            _ => false,
        });
        found.is_some()
    }

    /// The kind that a person gave the name, or the one that was read.
    pub(crate) fn kind(&mut self, named: &Name, rolls: &Rolls<'_>, article: &str) -> EntityKind {
        let found = self.find(|decision| match decision {
            Decision::Retype { name, article: only, .. } => {
                bears(named, rolls, name) && is_in(only.as_ref(), article)
            }
            _ => false,
        });
        match found.map(|at| &self.corrections.decisions[at].0) {
            Some(Decision::Retype { kind, .. }) => *kind,
            _ => named.kind,
        }
    }

    /// The entity that a decision about a name in an article names.
    pub(crate) fn split(&mut self, at: usize) -> Option<(usize, EntityId)> {
        let entity = self.entity_of_split(at)?;
        self.used.insert(at);
        Some((at, entity))
    }

    /// The entity that a `[[split]]` names.
    pub(crate) fn entity_of_split(&self, at: usize) -> Option<EntityId> {
        match &self.corrections.decisions.get(at)?.0 {
            Decision::Split { entity, .. } => Some(entity.clone()),
            _ => None,
        }
    }

    /// The entity that `[[alias]]` gives to names, each in comparable form.
    pub(crate) fn entity_of_alias<'n>(
        &mut self,
        kind: EntityKind,
        names: impl Iterator<Item = &'n str> + Clone,
    ) -> Option<EntityId> {
        if !self.has_aliases {
            return None;
        }
        let at = self.find(|decision| match decision {
            Decision::Alias { name, entity } => {
                kind == entity.kind() && names.clone().any(|known| known == name::key(name))
            }
            _ => false,
        })?;
        match &self.corrections.decisions[at].0 {
            Decision::Alias { entity, .. } => Some(entity.clone()),
            _ => None,
        }
    }

    /// Whether an `[[alias]]` names this entity.
    pub(crate) fn is_aliased(&self, id: &EntityId) -> bool {
        let aliases = self.corrections.decisions.iter();
        aliases.into_iter().any(|(d, _)| matches!(d, Decision::Alias { entity, .. } if entity == id))
    }

    /// The identifier that remains of this one after every `[[merge]]`.
    pub(crate) fn merged(&mut self, mut id: EntityId) -> EntityId {
        while let Some((at, into)) = self.merges.get(&id) {
            self.used.insert(*at);
            id = into.clone();
        }
        id
    }

    /// Whether a `[[merge]]` leaves this identifier.
    pub(crate) fn is_merged_into(&self, id: &EntityId) -> bool {
        self.merges.values().any(|(_, into)| into == id)
    }

    /// Whether a `[[merge]]` takes this identifier away.
    pub(crate) fn is_merged_from(&self, id: &EntityId) -> bool {
        self.merges.contains_key(id)
    }

    /// What each `[[merge]]` takes, and what is left in the end.
    pub(crate) fn merges(&self) -> impl Iterator<Item = (&EntityId, &EntityId)> {
        self.merges.iter().map(|(from, (_, into))| (from, self.last(into)))
    }

    /// What remains of an identifier.
    fn last<'r>(&'r self, mut id: &'r EntityId) -> &'r EntityId {
        while let Some((_, into)) = self.merges.get(id) {
            id = into;
        }
        id
    }

    /// Whether there is any `[[never_merge]]`.
    pub(crate) fn keeps_apart(&self) -> bool {
        !self.apart.is_empty()
    }

    /// Whether a `[[never_merge]]` names it.
    pub(crate) fn is_apart(&self, id: &EntityId) -> bool {
        self.apart.contains(id)
    }

    /// Which of the identifiers that a `[[never_merge]]` names belongs to a name: the one that it had, `prior`, else its own.
    pub(crate) fn claims(
        &self,
        kind: EntityKind,
        name: &str,
        prior: Option<&EntityId>,
    ) -> BTreeSet<EntityId> {
        let plain = || EntityId::new(kind, Slug::from_name(name)?).ok().filter(|id| self.apart.contains(id));
        let prior = prior.filter(|id| self.apart.contains(*id));
        // The page of `Ann Lee Day`, with which `Ann Lee` was taken for one, is not hers.
        let own = prior.filter(|id| self.names.get(*id).is_none_or(|known| *known == name::key(name)));
        own.cloned().or_else(plain).or_else(|| prior.cloned()).into_iter().collect()
    }

    /// What a person said of the speaker of a quotation that begins so: `Some(None)` is nobody.
    /// With it the index of the decision, for [`Rules::note`].
    pub(crate) fn speaker(&self, quote: &str, article: &str) -> Option<(usize, Option<EntityId>)> {
        self.corrections.decisions.iter().enumerate().find_map(|(at, (decision, _))| match decision {
            Decision::Speaker { quote: begin, article: only, speaker }
                if quote.starts_with(begin.as_str()) && is_in(only.as_ref(), article) =>
            {
                Some((at, speaker.as_ref().map(|id| self.last(id).clone())))
            }
            _ => None,
        })
    }

    /// Notes that a decision has been of use.
    pub(crate) fn note(&mut self, at: usize) {
        self.used.insert(at);
    }

    /// Renames entities and gives them their country.
    pub(crate) fn finish(&mut self, entities: &mut BTreeMap<EntityId, Entity>, content: &Past) {
        for (at, (decision, _)) in self.corrections.decisions.iter().enumerate() {
            if self.overruled.contains(&at) {
                continue;
            }
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
    }

    /// The decisions that matched nothing and that no other one overrules; to be asked when all work is done.
    pub(crate) fn stale(&self) -> impl Iterator<Item = &Decision> {
        self.stale_lines().map(|(decision, _)| decision)
    }

    /// Reports them, each with what it might mean now.
    pub(crate) fn report_stale(&self, now: &Now<'_>, sink: &mut Sink) {
        for (decision, span) in self.stale_lines() {
            self.corrections.report_stale(*span, now.hint(decision), sink);
        }
    }

    fn stale_lines(&self) -> impl Iterator<Item = &(Decision, Span)> {
        let all = self.corrections.decisions.iter().enumerate();
        let is_stale = |at: &usize| !self.used.contains(at) && !self.overruled.contains(at);
        all.filter(move |(at, _)| is_stale(at)).map(|(_, line)| line)
    }

    fn find(&mut self, fits: impl Fn(&Decision) -> bool) -> Option<usize> {
        let at = self.corrections.decisions.iter().position(|(decision, _)| fits(decision))?;
        self.used.insert(at);
        Some(at)
    }
}

fn bears(named: &Name, rolls: &Rolls<'_>, name: &str) -> bool {
    let (key, of) = (name::key(name), |text| name::key(rolls.text(text)));
    of(named.text) == key || rolls.forms(named).iter().all(|form| of(*form) == key)
}

fn is_in(only: Option<&ArticleId>, article: &str) -> bool {
    only.is_none_or(|id| id.slug().as_str() == article)
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
