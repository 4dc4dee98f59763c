//! Names that several bear, or of which an article does not say who is meant → [`SharedName`]s.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use model::{ArticleId, Entity, EntityId, EntityKind, Slug};
use rayon::prelude::*;

use crate::library::Library;

/// A name that is not one's alone.
#[derive(Debug, Default)]
pub(crate) struct SharedName {
    /// As it is written.
    pub(crate) name: String,
    /// Who bears it: as a full name, or a person as the last word of the name.
    pub(crate) bearers: BTreeSet<EntityId>,
    /// The articles that do not say who is meant.
    pub(crate) undecided: BTreeSet<ArticleId>,
}

/// The names of a library that two bear or an article leaves open, by slug.
pub(crate) fn shared(library: &Library) -> BTreeMap<Slug, SharedName> {
    let mut names: BTreeMap<Slug, SharedName> = BTreeMap::new();
    for story in library.stories.values() {
        for name in &story.article.undecided {
            let Some(slug) = Slug::from_name(name) else { continue };
            let shared = names.entry(slug).or_default();
            shared.name.clone_from(name);
            shared.undecided.insert(story.article.id.clone());
        }
    }
    let entities: Vec<&Entity> = library.profiles.values().map(|profile| &profile.entity).collect();
    let slugs: Vec<Vec<Option<Slug>>> = entities.par_iter().map(|entity| slugs(entity)).collect();
    let mut bearers: HashMap<&Slug, BTreeSet<&EntityId>> = HashMap::new();
    for (entity, slugs) in entities.iter().zip(&slugs) {
        for slug in slugs.iter().flatten() {
            bearers.entry(slug).or_default().insert(&entity.id);
        }
    }
    for (entity, slugs) in entities.iter().zip(&slugs) {
        if let Some(slug) = slugs[0].as_ref().filter(|slug| same_kind(bearers.get(slug)) > 1) {
            names.entry(slug.clone()).or_default().name.clone_from(&entity.name);
        }
    }
    for (slug, shared) in &mut names {
        shared.bearers.extend(bearers.get(slug).into_iter().flatten().map(|id| (*id).clone()));
        if !shared.name.contains(' ') {
            let last = |entity: &&Entity| {
                entity.id.kind() == EntityKind::Person
                    && entity.name.rsplit_once(' ').and_then(|(_, last)| Slug::from_name(last)).as_ref()
                        == Some(slug)
            };
            shared.bearers.extend(entities.iter().copied().filter(last).map(|entity| entity.id.clone()));
        }
    }
    names
}

/// The slugs of all names of an entity, that of its name first; a name of signs alone has none.
fn slugs(entity: &Entity) -> Vec<Option<Slug>> {
    std::iter::once(&entity.name).chain(&entity.aliases).map(|name| Slug::from_name(name)).collect()
}

/// How many of the commonest kind there are: a town and the party of its name are not taken for each other.
fn same_kind(bearers: Option<&BTreeSet<&EntityId>>) -> usize {
    let count = |kind: &EntityKind| bearers.into_iter().flatten().filter(|id| id.kind() == *kind).count();
    EntityKind::ALL.iter().map(count).max().unwrap_or_default()
}
