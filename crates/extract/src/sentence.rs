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

/// The most bytes of a sentence; a longer one is cut where a word ends. Prose has none, and the time that is spent on the words of a
/// sentence may grow with the square of their number.
const LONGEST: usize = 2000;

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
        let spans = spans.into_iter().map(|span| span.shift(shift));
        let pieces = spans.flat_map(|span| pieces(&document.text, span));
        sentences.extend(pieces.map(|span| Sentence { span, block: Some(at) }));
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

/// A sentence, in pieces when it is too long to be one.
fn pieces(text: &str, span: Span) -> Vec<Span> {
    let (mut pieces, mut start) = (Vec::new(), span.start);
    while span.end - start > LONGEST {
        let limit = text.floor_char_boundary(start + LONGEST);
        let space = text[start..limit].rfind(char::is_whitespace).filter(|&at| at > 0);
        let end = space.map_or(limit, |at| start + at);
        pieces.extend(trim(text, start, end));
        start = end;
    }
    pieces.extend(trim(text, start, span.end));
    pieces
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
