//! Two builds → [`Changes`]: what is new on the site, what has gone and what has another name since the build before. What a
//! build showed is a [`Snapshot`]; the command keeps the last two of different input as a [`History`], so that building the same
//! input again says the same.

use std::collections::{BTreeMap, BTreeSet};

use base16ct::lower::encode_string;
use model::{Address, ArticleId, EntityId, Moves};
use serde::{Deserialize, Serialize};

use crate::graph::Graph;

/// What a build showed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Snapshot {
    /// The headline of each article with eight hex digits of the digest of its text.
    pub articles: BTreeMap<ArticleId, (String, String)>,
    /// The name of each entity.
    pub entities: BTreeMap<EntityId, String>,
}

/// The last two builds whose input differed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct History {
    /// The one before the last; none after the first build.
    pub before: Option<Snapshot>,
    /// The last one; none before the first build.
    pub now: Option<Snapshot>,
}

/// What changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Changes {
    /// Articles that were not there.
    pub(crate) new_articles: Vec<ArticleId>,
    /// Articles with another headline or text.
    pub(crate) changed_articles: Vec<ArticleId>,
    /// The headlines of articles that are no longer there.
    pub(crate) gone_articles: Vec<String>,
    /// Entities that were not there.
    pub(crate) new_entities: Vec<EntityId>,
    /// Entities with another name: the old one.
    pub(crate) renamed: Vec<(String, EntityId)>,
    /// Entities that are part of another now: the old name.
    pub(crate) merged: Vec<(String, EntityId)>,
    /// The names of entities that no article has any more.
    pub(crate) gone_entities: Vec<String>,
}

impl Snapshot {
    /// What a build of this graph shows.
    pub(crate) fn of(graph: &Graph<'_>) -> Self {
        let article = |node: &crate::graph::ArticleNode<'_>| {
            let story = node.story;
            (story.article.id.clone(), (story.article.title.clone(), encode_string(&story.digest)))
        };
        let named = graph.entities.iter().filter(|(_, node)| !node.appearances.is_empty());
        Self {
            articles: graph.articles.iter().map(article).collect(),
            entities: named.map(|(id, node)| ((*id).clone(), node.profile.entity.name.clone())).collect(),
        }
    }
}

impl History {
    /// The history with a build added; one of the same input as the last changes nothing.
    pub(crate) fn with(&self, snapshot: Snapshot) -> Self {
        if self.now.as_ref() == Some(&snapshot) {
            return self.clone();
        }
        Self { before: self.now.clone(), now: Some(snapshot) }
    }

    /// What the last build has changed; nothing when there was none before it.
    pub(crate) fn changes(&self, moves: &Moves) -> Option<Changes> {
        Some(compare(self.before.as_ref()?, self.now.as_ref()?, moves))
    }
}

fn compare(before: &Snapshot, now: &Snapshot, moves: &Moves) -> Changes {
    let mut changes = Changes::default();
    for (id, shown) in &now.articles {
        match before.articles.get(id) {
            None => changes.new_articles.push(id.clone()),
            Some(old) if old != shown => changes.changed_articles.push(id.clone()),
            Some(_) => {}
        }
    }
    let gone = before.articles.iter().filter(|(id, _)| !now.articles.contains_key(*id));
    changes.gone_articles = gone.map(|(_, (title, _))| title.clone()).collect();
    let mut moved_to = BTreeSet::new();
    for (id, name) in before.entities.iter().filter(|(id, _)| !now.entities.contains_key(*id)) {
        let here =
            |address: &Address| matches!(address, Address::Entity(id) if now.entities.contains_key(id));
        match moves.follow(&Address::Entity(id.clone()), here) {
            Some(Address::Entity(to)) if before.entities.contains_key(to) => {
                changes.merged.push((name.clone(), to.clone()));
            }
            Some(Address::Entity(to)) => {
                moved_to.insert(to.clone());
                changes.renamed.push((name.clone(), to.clone()));
            }
            _ => changes.gone_entities.push(name.clone()),
        }
    }
    for (id, name) in &now.entities {
        match before.entities.get(id) {
            None if !moved_to.contains(id) => changes.new_entities.push(id.clone()),
            Some(old) if old != name => changes.renamed.push((old.clone(), id.clone())),
            _ => {}
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snapshot(articles: &[(&str, &str)], entities: &[(&str, &str)]) -> Snapshot {
        Snapshot {
            articles: articles
                .iter()
                .map(|(id, text)| (id.parse().unwrap(), ("T".to_owned(), (*text).to_owned())))
                .collect(),
            entities: entities.iter().map(|(id, name)| (id.parse().unwrap(), (*name).to_owned())).collect(),
        }
    }

    #[test]
    fn what_is_new_gone_merged_and_renamed_is_told_apart() {
        let before = snapshot(
            &[("a", "1"), ("b", "1"), ("c", "1")],
            &[("person/x", "X"), ("person/y", "Y"), ("person/z", "Z"), ("group/g", "G")],
        );
        let now = snapshot(
            &[("a", "1"), ("b", "2"), ("d", "1")],
            &[("person/x", "X"), ("person/w", "W"), ("person/n", "N"), ("group/g", "Gg")],
        );
        let mut moves = Moves::default();
        let entity = |id: &str| Address::Entity(id.parse().unwrap());
        moves.add(entity("person/y"), entity("person/x"));
        moves.add(entity("person/z"), entity("person/w"));
        let changes = compare(&before, &now, &moves);
        assert_eq!(changes.new_articles, ["d".parse().unwrap()]);
        assert_eq!(changes.changed_articles, ["b".parse().unwrap()]);
        assert_eq!(changes.gone_articles, ["T"]);
        assert_eq!(changes.new_entities, ["person/n".parse().unwrap()]);
        assert_eq!(changes.merged, [("Y".to_owned(), "person/x".parse().unwrap())]);
        assert_eq!(changes.renamed.len(), 2);
        assert!(changes.gone_entities.is_empty());
    }

    #[test]
    fn a_build_of_the_same_input_keeps_what_the_last_change_was() {
        let (a, b) = (snapshot(&[("a", "1")], &[]), snapshot(&[("a", "2")], &[]));
        let first = History::default().with(a.clone());
        assert_eq!(first.changes(&Moves::default()), None);
        let second = first.with(b.clone());
        assert_eq!(second.with(b), second);
        assert_eq!(second.before, Some(a));
    }
}
