//! The content folder as the registry asks for it: [`Past`], what people and earlier runs said of entities.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use model::{Briefing, Corrections, Entity, EntityId, EntityKind, Moves};

use crate::pack::Pack;
use crate::registry::name;

/// What the content folder says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Past {
    /// The entities that have a file.
    pub(crate) entities: BTreeMap<EntityId, Entity>,
    /// For each article that has a file, whom it links to.
    pub(crate) links: HashMap<String, Arc<Links>>,
    pub(crate) corrections: Corrections,
    pub(crate) moves: Moves,
}

/// The entities that an article's body links to, by kind and words in comparable form; sorted, each once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Links(pub(crate) Vec<((EntityKind, String), EntityId)>);

impl Pack for Links {
    fn pack(&self, out: &mut Vec<u8>) {
        self.0.pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        Vec::unpack(from).map(Self)
    }
}

impl Past {
    /// What the files of a briefing say.
    pub(crate) fn of(content: &Briefing) -> Self {
        let links = content.articles.values();
        Self {
            entities: content.entities.clone(),
            links: links
                .map(|article| (article.id.to_string(), Arc::new(Links::of(&article.body))))
                .collect(),
            corrections: content.corrections.clone(),
            moves: content.moves.clone(),
        }
    }
}

impl Links {
    /// The links of a body: `[Ann Lee](../people/ann-lee.md)`. Of several of the same words the first counts.
    pub(crate) fn of(body: &str) -> Self {
        let mut links = BTreeMap::new();
        let mut pieces = body.split("](../");
        let mut before = pieces.next().unwrap_or_default();
        for piece in pieces {
            let target = piece.split_once(".md)").and_then(|(target, _)| target.split_once('/'));
            let id = target.and_then(|(folder, slug)| {
                EntityId::new(EntityKind::from_folder(folder)?, slug.parse().ok()?).ok()
            });
            if let (Some(id), Some(open)) = (id, opening(before)) {
                links.entry((id.kind(), name::key(&before[open..]))).or_insert(id);
            }
            before = piece;
        }
        Self(links.into_iter().collect())
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entity that these words, in comparable form, link to.
    pub(crate) fn get(&self, kind: EntityKind, words: &str) -> Option<&EntityId> {
        let at = self.0.binary_search_by(|((k, w), _)| (*k, w.as_str()).cmp(&(kind, words))).ok()?;
        Some(&self.0[at].1)
    }
}

/// Where the words of a link begin: after the last bracket that is not marked as text.
fn opening(before: &str) -> Option<usize> {
    let mut found = before.rmatch_indices('[').map(|(at, _)| at);
    found.find(|at| !before[..*at].ends_with('\\')).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_read_with_their_words() {
        let found = Links::of(
            "See [Ann \\[A.\\] Lee](../people/ann-lee.md), [Quito](../places/quito.md) and [x](y.md).",
        );
        let of = |kind, words: &str| found.get(kind, &name::key(words)).map(ToString::to_string);
        assert_eq!(of(EntityKind::Person, "Ann A. Lee").as_deref(), Some("person/ann-lee"));
        assert_eq!(of(EntityKind::Place, "Quito").as_deref(), Some("place/quito"));
        assert_eq!(found.0.len(), 2);
    }
}
