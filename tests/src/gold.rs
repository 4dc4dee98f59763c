//! Articles with their annotation written in place → [`model::Document`]s, and these → the lines that scorers read.
//!
//! The articles are `gold/articles/*.txt`; `gold/README.md` says how they are written. Offsets count Unicode code points.

mod note;
mod source;
mod layer;

use model::Document;

pub use layer::layers;

/// The folder of the articles, from the root of the workspace.
pub const ARTICLES: &str = "tests/gold/articles";

/// The folder of what is generated from them.
pub const FOLDER: &str = "tests/gold";

/// An article with its annotation.
#[derive(Debug, Clone, PartialEq)]
pub struct Gold {
    /// All that is to be found in it.
    pub document: Document,
    /// Whether the headline comes beside the text, and not in it.
    pub titled: bool,
}

/// Reads one article; the error says what is wrong in it.
pub fn read(id: &str, source: &str) -> Result<Gold, String> {
    source::read(id, source).map_err(|error| format!("{id}: {error}"))
}

/// All articles, by name.
pub fn read_all() -> Result<Vec<Gold>, String> {
    let files = crate::files(ARTICLES, "txt");
    let id = |path: &str| path.rsplit('/').next().unwrap_or(path).trim_end_matches(".txt").to_owned();
    files.iter().map(|(path, source)| read(&id(path), source)).collect()
}
