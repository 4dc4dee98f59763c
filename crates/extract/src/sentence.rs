//! A document's blocks → [`Sentence`]s. Nothing is copied; words are not cut here.

mod edge;
mod abbreviation;
mod stop;

use diag::Span;

use crate::document::{BlockKind, Document};
use crate::lexicon::Lexicon;

/// A sentence, a subhead, or the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// Its bytes in the document's text, without white space around it.
    pub(crate) span: Span,
    /// The index of its block in the document; `None` for the title and the dateline.
    pub(crate) block: Option<usize>,
}

/// Cuts the title, the dateline and every block into sentences, in the order of the text.
pub(crate) fn split(document: &Document, lexicon: &Lexicon) -> Vec<Sentence> {
    let head = [document.title, document.dateline].into_iter().flatten();
    let mut sentences: Vec<Sentence> = head.map(|span| Sentence { span, block: None }).collect();
    for (at, block) in document.blocks.iter().enumerate() {
        let spans = match block.kind {
            BlockKind::Subhead => vec![block.span],
            BlockKind::Paragraph => cut(block.span.of(&document.text), lexicon),
        };
        let shift = if block.kind == BlockKind::Paragraph { block.span.start } else { 0 };
        sentences.extend(spans.into_iter().map(|span| Sentence { span: span.shift(shift), block: Some(at) }));
    }
    sentences.sort_by_key(|sentence| sentence.span);
    sentences
}

/// The sentences of a paragraph, as ranges of it.
fn cut(paragraph: &str, lexicon: &Lexicon) -> Vec<Span> {
    let mut spans = Vec::new();
    let (mut start, mut at) = (0, 0);
    // Dots that stand for words left out belong to what follows: `… and then they left`.
    let mut worded = false;
    while let Some(found) = paragraph[at..].find(stop::is_stop) {
        let place = at + found;
        worded |= paragraph[at..place].contains(char::is_alphanumeric);
        at = place + stop::run(&paragraph[place..]);
        let end = if worded { stop::end(paragraph, start, place, lexicon) } else { None };
        if let Some(end) = end {
            spans.extend(trim(paragraph, start, end));
            (start, at, worded) = (end, at.max(end), false);
        }
    }
    spans.extend(trim(paragraph, start, paragraph.len()));
    spans
}

/// The range without white space around it; none when nothing is left.
fn trim(text: &str, start: usize, end: usize) -> Option<Span> {
    let piece = &text[start..end];
    let from = start + (piece.len() - piece.trim_start().len());
    let trimmed = piece.trim();
    (!trimmed.is_empty()).then(|| Span::new(from, from + trimmed.len()))
}

#[cfg(test)]
mod tests;
