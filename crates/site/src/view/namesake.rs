//! A name that several bear, or of which an article does not say who is meant: who may be. For `namesake.html`.

use model::Slug;
use serde::Serialize;

use super::Scene;
use super::piece::{ArticleLine, EntityLink};

/// `namesake` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Namesake {
    /// The name.
    pub(crate) name: String,
    /// Who bears it.
    pub(crate) bearers: Vec<Bearer>,
    /// The articles that name somebody so and do not say whom.
    pub(crate) undecided: Vec<ArticleLine>,
}

/// Somebody of the name.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Bearer {
    /// Whose page.
    pub(crate) entity: EntityLink,
    /// The offices, as printed.
    pub(crate) roles: Vec<String>,
    /// In how many articles.
    pub(crate) articles: usize,
}

/// The view of a name's page.
pub(crate) fn view(scene: &Scene<'_>, slug: &Slug) -> Namesake {
    let shared = &scene.graph.names()[slug];
    let bearers = shared.bearers.iter().map(|id| {
        let node = &scene.graph.entities[id];
        let mut roles: Vec<String> = node.roles.iter().map(|told| told.fact.title.clone()).collect();
        roles.sort_unstable();
        roles.dedup();
        Bearer { entity: scene.entity_id(id), roles, articles: node.appearances.len() }
    });
    let undecided = shared.undecided.iter().map(|id| scene.line(scene.graph.articles[id].story));
    Namesake { name: shared.name.clone(), bearers: bearers.collect(), undecided: undecided.collect() }
}
