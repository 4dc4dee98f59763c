//! The content folder as the registry asks for it: [`Past`], what people and earlier runs said of entities.

use std::collections::BTreeMap;

use model::{Briefing, Corrections, Entity, EntityId, Moves};

/// What the content folder says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Past {
    /// The entities that have a file.
    pub(crate) entities: BTreeMap<EntityId, Entity>,
    pub(crate) corrections: Corrections,
    pub(crate) moves: Moves,
}

impl Past {
    /// What the files of a briefing say.
    pub(crate) fn of(content: &Briefing) -> Self {
        Self {
            entities: content.entities.clone(),
            corrections: content.corrections.clone(),
            moves: content.moves.clone(),
        }
    }
}
