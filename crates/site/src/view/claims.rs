//! What is somebody's word, is denied, or may come to be: relations first, then what is reported in other words than the
//! speaker's. For `claims.html`.

use serde::Serialize;

use super::Scene;
use super::quote::QuoteLine;
use super::relation::Claim;

/// `claims` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Claims {
    /// The claims of this page about what is between two, newest first.
    pub(crate) claims: Vec<Claim>,
    /// What speakers are reported to have said, on this page, newest first.
    pub(crate) reported: Vec<QuoteLine>,
    /// How many claims of either sort there are on all pages.
    pub(crate) total: usize,
}

/// The view of the page of claims.
pub(crate) fn view(scene: &Scene<'_>) -> Claims {
    let range = scene.range();
    let claims = scene.graph.claims().count();
    let shown = scene.graph.claims().skip(range.start).take(range.len());
    // The reported words follow on the relations.
    let (from, to) = (range.start.saturating_sub(claims), range.end.saturating_sub(claims));
    let reported = scene.graph.reported().skip(from).take(to - from);
    Claims {
        claims: shown.map(|claim| scene.claim(claim)).collect(),
        reported: reported.map(|saying| scene.saying(saying)).collect(),
        total: claims + scene.graph.reported().count(),
    }
}
