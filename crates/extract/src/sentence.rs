//! A document's blocks → [`Sentence`]s. Nothing is copied; words are not cut here.

use diag::Span;

/// A sentence, a subhead, or the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// Its bytes in the document's text, without white space around it.
    pub(crate) span: Span,
    /// The index of its block in the document; `None` for the title and the dateline.
    pub(crate) block: Option<usize>,
}
