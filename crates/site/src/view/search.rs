//! The page of the search: where everything is listed, for readers without script. For `search.html`.

use serde::Serialize;

use super::Scene;
use super::shell::Count;

/// `search` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Search {
    /// The pages that list all of a sort.
    pub(crate) lists: Vec<Count>,
    /// The script that finds words inside the articles; none when the site has no full text.
    pub(crate) engine: Option<String>,
}

/// That script's file.
const ENGINE: &str = "pagefind/pagefind.js";

/// The view of the page.
pub(crate) fn view(scene: &Scene<'_>) -> Search {
    let engine = scene.config.has_full_text().then(|| scene.routes.to_file(scene.here, ENGINE));
    let lists = scene.counts().into_iter().filter(|count| !count.href.is_empty());
    Search { lists: lists.collect(), engine }
}
