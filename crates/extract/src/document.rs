//! A seed's text → [`Document`]: where its title, dateline, paragraphs and subheads are. Sentences are not cut here.
//!
//! Lines first ([`line`]), then what stands at the head and foot of the article and is no part of it ([`byline`]), the
//! headline ([`headline`]), paragraphs by blank lines, by lines or by hard-wrapped lines ([`layout`]), the dateline of the
//! first paragraph ([`dateline`]).

mod line;
mod byline;
mod layout;
mod dateline;
mod headline;

use diag::Span;

use line::Line;

pub(crate) use headline::derived_title;

/// How many paragraphs are looked at in search of a dateline.
const LEADS: usize = 3;

/// A text and its blocks. All spans are byte ranges of `text`, which is the seed's text unchanged.
#[derive(Debug, Clone, Default)]
pub(crate) struct Document {
    /// The text, after the front matter.
    pub(crate) text: String,
    /// The headline, where it stands in the text.
    pub(crate) title: Option<Span>,
    /// The dateline at the head of the first paragraph, such as `QUITO, Ecuador (Wire) —`.
    pub(crate) dateline: Option<Span>,
    /// The lines under the headline that hold the day of publication and nothing else.
    pub(crate) date_lines: Vec<Span>,
    /// The lines around the article that say who wrote or pictured it; they are in no block.
    pub(crate) credits: Vec<Span>,
    /// Paragraphs and subheads in the order of the text, trimmed, without the title; the first paragraph begins after the dateline.
    pub(crate) blocks: Vec<Block>,
}

impl Document {
    /// Whether a block is the caption of a picture, whose credit ends its line.
    pub(crate) fn is_caption(&self, block: usize) -> bool {
        let end = self.blocks[block].span.end;
        let ends_line = |credit: &Span| {
            let between = self.text.get(end..credit.start);
            between.is_some_and(|between| !between.contains('\n') && between.trim().is_empty())
        };
        self.credits.iter().any(ends_line)
    }
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

/// Finds the parts of a text; `title` is the headline, when the seed's head names it.
pub(crate) fn find(text: &str, title: Option<&str>) -> Document {
    let mut lines = line::split(text);
    let layout = layout::Layout::of(text, &lines);
    let title = headline::find(text, &lines, title, layout);
    lines.retain(|line| title.is_none_or(|title| !title.contains(line.span) || line.is_blank()));
    let (date_lines, credits) = byline::drop(text, &mut lines, title.is_some());
    let mut blocks = layout.blocks(text, &lines);
    let dateline = take_dateline(text, &mut blocks);
    blocks.retain(|block| !block.span.is_empty());
    Document { text: text.to_owned(), title, dateline, date_lines, credits, blocks }
}

/// Cuts the dateline off the first paragraph that has one; a summary may stand before it.
fn take_dateline(text: &str, blocks: &mut [Block]) -> Option<Span> {
    let mut paragraphs =
        blocks.iter_mut().filter(|block| block.kind == BlockKind::Paragraph).take(LEADS).enumerate();
    paragraphs.find_map(|(at, block)| {
        let dateline = dateline::find(text, block.span, at > 0)?;
        let rest = text[dateline.end..block.span.end].trim_start();
        block.span.start = block.span.end - rest.len();
        Some(dateline)
    })
}

/// The words of a line as one would speak of it: white space as single spaces.
fn words<'t>(text: &'t str, line: &Line) -> impl Iterator<Item = &'t str> {
    line.span.of(text).split_whitespace()
}

#[cfg(test)]
mod tests;
