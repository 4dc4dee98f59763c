//! The page of the search: where everything is listed, for readers without script. For `search.html`.

use serde::Serialize;

use super::Scene;
use super::shell::Count;

/// `search` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Search {
    /// The pages that list all of a sort.
    pub(crate) lists: Vec<Count>,
}

/// The view of the page.
pub(crate) fn view(scene: &Scene<'_>) -> Search {
    Search { lists: scene.counts() }
}
