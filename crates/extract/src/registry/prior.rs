//! What came before → [`Prior`]: whose names and addresses the files of the content folder hold.
//!
//! It keeps identifiers where they are. Who is one with whom is decided from the articles and from corrections alone.

use std::collections::{BTreeSet, HashMap};

use model::{Address, EntityId, EntityKind};

use crate::registry::name;
use crate::registry::past::Past;

/// What the content folder knows of identifiers.
#[derive(Debug, Default)]
pub(crate) struct Prior<'p> {
    /// The entities that have a file, by kind and name.
    named: HashMap<(EntityKind, String), BTreeSet<&'p EntityId>>,
    /// Old addresses, which are given to nobody else.
    moved: BTreeSet<&'p EntityId>,
}

impl<'p> Prior<'p> {
    /// What a content folder says.
    pub(crate) fn read(past: &'p Past) -> Self {
        let mut prior = Self::default();
        for entity in past.entities.values() {
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                let key = (entity.id.kind(), name::key(name));
                prior.named.entry(key).or_default().insert(&entity.id);
            }
        }
        let exists = |id: &EntityId| past.entities.contains_key(id);
        prior.moved.extend(past.moves.iter().filter_map(|(from, _)| match from {
            Address::Entity(id) if !exists(id) => Some(id),
            _ => None,
        }));
        prior
    }

    /// The entities whose file bears a name.
    pub(crate) fn bearers(&self, kind: EntityKind, key: &str) -> impl Iterator<Item = &'p EntityId> {
        self.named.get(&(kind, key.to_owned())).into_iter().flatten().copied()
    }

    /// Whether this was the address of a page that is somewhere else now.
    pub(crate) fn has_moved(&self, id: &EntityId) -> bool {
        self.moved.contains(id)
    }
}
