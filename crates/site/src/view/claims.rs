//! What is somebody's word, is denied, or may come to be. For `claims.html`.

use serde::Serialize;

use super::Scene;
use super::relation::Claim;

/// `claims` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Claims {
    /// The claims, newest first.
    pub(crate) claims: Vec<Claim>,
    /// How many there are on all pages.
    pub(crate) total: usize,
}

/// The view of the page of claims.
pub(crate) fn view(scene: &Scene<'_>) -> Claims {
    let range = scene.range();
    let shown = scene.graph.claims().skip(range.start).take(range.len());
    Claims { claims: shown.map(|claim| scene.claim(claim)).collect(), total: scene.graph.claims().count() }
}
