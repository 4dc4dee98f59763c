//! A file's bytes → [`Seed`]: its text and what its head, its name or a sidecar say of it.

use model::{PartialDate, Source};

/// An article as it came.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seed {
    /// The file's name without extension, or the identifier that came in.
    pub(crate) id: String,
    /// The path of the file in the seeds folder.
    pub(crate) path: String,
    pub(crate) title: Option<String>,
    pub(crate) published: Option<PartialDate>,
    pub(crate) author: Option<String>,
    pub(crate) source: Option<Source>,
    pub(crate) language: Option<String>,
    /// The text after the front matter, unchanged; for HTML the text of the article.
    pub(crate) text: String,
}
