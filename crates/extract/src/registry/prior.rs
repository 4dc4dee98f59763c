//! The content folder → [`Prior`]: who earlier runs and people said that the names of an article are.
//!
//! It keeps identifiers where they are. Who is one with whom is decided from the articles and from corrections alone.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use model::{Address, Briefing, EntityId, EntityKind};

use crate::registry::name;
use crate::roll::Named;

/// What the content folder knows of identifiers.
#[derive(Debug, Default)]
pub(crate) struct Prior {
    /// For each article, the entities that its body links to, by kind and words.
    links: HashMap<String, HashMap<(EntityKind, String), EntityId>>,
    /// The entities that have a file, by kind and name.
    named: BTreeMap<(EntityKind, String), BTreeSet<EntityId>>,
    /// Old addresses, which are given to nobody else.
    moved: BTreeSet<EntityId>,
}

impl Prior {
    /// What a content folder says.
    pub(crate) fn read(content: &Briefing) -> Self {
        let mut prior = Self::default();
        for article in content.articles.values() {
            prior.links.insert(article.id.to_string(), links(&article.body));
        }
        for entity in content.entities.values() {
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                let key = (entity.id.kind(), name::key(name));
                prior.named.entry(key).or_default().insert(entity.id.clone());
            }
        }
        let exists = |id: &EntityId| content.entities.contains_key(id);
        prior.moved.extend(content.moves.iter().filter_map(|(from, _)| match from {
            Address::Entity(id) if !exists(id) => Some(id.clone()),
            _ => None,
        }));
        prior
    }

    /// The entity that the article's file named so: by its fullest form that the file links.
    pub(crate) fn of(&self, article: &str, kind: EntityKind, named: &Named) -> Option<&EntityId> {
        if kind == EntityKind::Country || self.links.is_empty() {
            return None;
        }
        let links = self.links.get(article).filter(|links| !links.is_empty())?;
        let found = named.forms.iter().filter_map(|form| Some((form, links.get(&(kind, name::key(form)))?)));
        found.max_by_key(|(form, id)| (form.len(), std::cmp::Reverse(*id))).map(|(_, id)| id)
    }

    /// The entities whose file bears a name.
    pub(crate) fn bearers(&self, kind: EntityKind, key: &str) -> impl Iterator<Item = &EntityId> {
        self.named.get(&(kind, key.to_owned())).into_iter().flatten()
    }

    /// Whether this was the address of a page that is somewhere else now.
    pub(crate) fn has_moved(&self, id: &EntityId) -> bool {
        self.moved.contains(id)
    }
}

/// The entities that a body links to: `[Ann Lee](../people/ann-lee.md)`.
fn links(body: &str) -> HashMap<(EntityKind, String), EntityId> {
    let mut links = HashMap::new();
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
    links
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
        let found =
            links("See [Ann \\[A.\\] Lee](../people/ann-lee.md), [Quito](../places/quito.md) and [x](y.md).");
        let of = |kind, words: &str| found.get(&(kind, name::key(words))).map(ToString::to_string);
        assert_eq!(of(EntityKind::Person, "Ann A. Lee").as_deref(), Some("person/ann-lee"));
        assert_eq!(of(EntityKind::Place, "Quito").as_deref(), Some("place/quito"));
        assert_eq!(found.len(), 2);
    }
}
