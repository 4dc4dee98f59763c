//! The content folder as the registry asks for it: [`Past`], what people and earlier runs said of entities.

use std::collections::BTreeMap;
use std::sync::Arc;

use model::{Briefing, Corrections, Entity, EntityId, Moves};

/// What the content folder says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Past {
    /// The entities that have a file.
    pub(crate) entities: BTreeMap<EntityId, Arc<Entity>>,
    pub(crate) corrections: Corrections,
    pub(crate) moves: Moves,
}

impl Past {
    /// What the files of a briefing say, and those that others are known from.
    pub(crate) fn of(content: &Briefing, known: impl Iterator<Item = Arc<Entity>>) -> Self {
        let read = content.entities.values().cloned().map(Arc::new);
        Self {
            entities: known.chain(read).map(|entity| (entity.id.clone(), entity)).collect(),
            corrections: content.corrections.clone(),
            moves: content.moves.clone(),
        }
    }
}
