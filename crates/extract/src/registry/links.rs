//! Whom an article's file links to by which words: [`Links`], what earlier runs and people said of its names.

use std::collections::BTreeMap;

use model::{EntityId, EntityKind};

use crate::registry::name;

/// The entities that an article's body links to, by kind and words in comparable form; sorted, each once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Links(pub(crate) Vec<((EntityKind, String), EntityId)>);

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
        let of = |kind, words: &str, id: &str| ((kind, words.to_owned()), id.parse().unwrap());
        let person = of(EntityKind::Person, "ann a lee", "person/ann-lee");
        assert_eq!(found.0, [person, of(EntityKind::Place, "quito", "place/quito")]);
    }
}
