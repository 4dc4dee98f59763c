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
    let (range, catalog) = (scene.range(), scene.catalog);
    let claims = catalog.claims.len();
    let shown = &catalog.claims[range.start.min(claims)..range.end.min(claims)];
    // The reported words follow on the relations.
    let reported = &catalog.reported[range.start.saturating_sub(claims)..range.end.saturating_sub(claims)];
    Claims {
        claims: shown.iter().map(|claim| scene.claim(claim)).collect(),
        reported: reported.iter().map(|saying| scene.saying(saying)).collect(),
        total: claims + catalog.reported.len(),
    }
}
