//! What changed since the build before. For `changes.html`.

use serde::Serialize;

use super::Scene;
use super::piece::{ArticleLine, EntityLink, Kind};

/// `changes` in its template.
#[derive(Debug, Clone, Serialize, Default)]
pub(crate) struct ChangesView {
    /// Articles that were not there, newest first.
    pub(crate) new_articles: Vec<ArticleLine>,
    /// Articles with another headline or text.
    pub(crate) changed_articles: Vec<ArticleLine>,
    /// The headlines of articles that are no longer there.
    pub(crate) gone_articles: Vec<String>,
    /// Entities that were not there.
    pub(crate) new_entities: Vec<Kind<EntityLink>>,
    /// Entities with another name.
    pub(crate) renamed: Vec<Renamed>,
    /// Entities that are part of another now.
    pub(crate) merged: Vec<Renamed>,
    /// The names of entities that no article has any more.
    pub(crate) gone_entities: Vec<String>,
    /// The feed of the changes; none without an address of the site.
    pub(crate) feed: Option<String>,
}

/// An entity with the name it had.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Renamed {
    /// The old name.
    pub(crate) name: String,
    /// What it is now.
    pub(crate) entity: EntityLink,
}

/// The path of the feed of the changes.
pub(crate) const FEED: &str = "changes/atom.xml";

/// How many articles and entities of a kind are shown; the others are in their lists.
const MOST: usize = 100;

/// The view of the page.
pub(crate) fn view(scene: &Scene<'_>) -> ChangesView {
    let Some(changes) = scene.changes else { return ChangesView::default() };
    let lines = |ids: &[model::ArticleId]| -> Vec<ArticleLine> {
        let new = scene.graph.stories().filter(|node| ids.binary_search(&node.story.article.id).is_ok());
        new.take(MOST).map(|node| scene.line(node.story)).collect()
    };
    let renamed = |list: &[(String, model::EntityId)]| -> Vec<Renamed> {
        let one = |(name, id): &(String, model::EntityId)| Renamed {
            name: name.clone(),
            entity: scene.entity_id(id),
        };
        list.iter().take(MOST).map(one).collect()
    };
    // Only what has a date can stand in a feed.
    let dated_article = |id: &model::ArticleId| scene.graph.articles[id].story.day().is_some();
    let dated_entity = |id: &model::EntityId| {
        scene.graph.entities[id].appearances.iter().any(|found| found.story.day().is_some())
    };
    let is_dated =
        changes.new_articles.iter().any(dated_article) || changes.new_entities.iter().any(dated_entity);
    let has_feed = is_dated && scene.routes.base().is_some() && scene.config.generate_feeds;
    ChangesView {
        new_articles: lines(&changes.new_articles),
        changed_articles: lines(&changes.changed_articles),
        gone_articles: changes.gone_articles.iter().take(MOST).cloned().collect(),
        new_entities: scene.kinds(|kind| {
            let of_kind = changes.new_entities.iter().filter(|id| id.kind() == kind);
            of_kind.take(MOST).map(|id| scene.entity_id(id)).collect()
        }),
        renamed: renamed(&changes.renamed),
        merged: renamed(&changes.merged),
        gone_entities: changes.gone_entities.iter().take(MOST).cloned().collect(),
        feed: has_feed.then(|| scene.routes.to_file(scene.here, FEED)),
    }
}
