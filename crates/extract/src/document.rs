//! A seed's text → [`Document`]: where its title, dateline, paragraphs and subheads are. Sentences are not cut here.

use diag::Span;

/// A text and its blocks. All spans are byte ranges of `text`, which is the seed's text unchanged.
#[derive(Debug, Clone, Default)]
pub(crate) struct Document {
    /// The text, after the front matter.
    pub(crate) text: String,
    /// The headline, where it stands in the text.
    pub(crate) title: Option<Span>,
    /// The dateline at the head of the first paragraph, such as `QUITO, Ecuador (Wire) — `.
    pub(crate) dateline: Option<Span>,
    /// Paragraphs and subheads in the order of the text, trimmed, without the title; the first paragraph begins after the dateline.
    pub(crate) blocks: Vec<Block>,
}

/// A paragraph or a subhead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) kind: BlockKind,
    pub(crate) span: Span,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BlockKind {
    Paragraph,
    /// A short line without a final stop between paragraphs.
    Subhead,
}
