//! An article's text → [`Body`]: Markdown with a link at every mention, the plain text it is drawn as, and the way from
//! one to the other.

use std::ops::Range;

use diag::Span;

use crate::analysis::Analysis;
use crate::content::markdown;
use crate::document::BlockKind;
use crate::registry::Resolution;

/// The body of a content file.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// Paragraphs between blank lines, a line for each sentence.
    pub(super) markdown: String,
    /// What a reader sees, every run of white space as one space.
    pub(super) plain: String,
    /// Pieces of the document's text, without white space, and where they stand in `plain`; ascending.
    pieces: Vec<(Span, usize)>,
}

impl Body {
    /// The range of `plain` that shows a span of the document; none for a span outside the body.
    pub(super) fn plain_range(&self, span: Span) -> Option<Range<usize>> {
        let at = |offset: usize| {
            let piece = self.pieces.partition_point(|(piece, _)| piece.start <= offset).checked_sub(1)?;
            let (piece, plain) = self.pieces[piece];
            (offset <= piece.end).then(|| plain + (offset - piece.start))
        };
        let (start, end) = (at(span.start)?, at(span.end)?);
        let range = start..end;
        (start < end && self.plain.is_char_boundary(start) && self.plain.is_char_boundary(end))
            .then_some(range)
    }

    /// Adds a line of the document to `plain`.
    fn show(&mut self, text: &str, span: Span) {
        let mut at = span.start;
        for piece in span.of(text).split_inclusive(char::is_whitespace) {
            let word = piece.trim_end();
            if !word.is_empty() {
                if !self.plain.is_empty() && !self.plain.ends_with(' ') {
                    self.plain.push(' ');
                }
                self.pieces.push((Span::new(at, at + word.len()), self.plain.len()));
                self.plain.push_str(word);
            }
            at += piece.len();
        }
    }
}

/// White space as the body shows it.
pub(super) fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The body of the article at index `at`.
pub(super) fn write(at: usize, analysis: &Analysis, resolution: &Resolution) -> Body {
    let reading = &analysis.reading;
    let mut body = Body::default();
    let mut last = None;
    for (index, sentence) in reading.sentences.iter().enumerate() {
        let Some(block) = sentence.block else { continue };
        let kind = reading.document.blocks[block].kind;
        body.markdown.push_str(match last {
            None => "",
            Some(before) if before == block => "\n",
            Some(_) => "\n\n",
        });
        let first = last.is_none();
        last = Some(block);
        if kind == BlockKind::Subhead {
            body.markdown.push_str("## ");
        }
        if first {
            dateline(at, analysis, resolution, &mut body);
        }
        line(at, index, sentence.span, analysis, resolution, &mut body);
    }
    body
}

/// The dateline stands before the first sentence, on its line.
fn dateline(at: usize, analysis: &Analysis, resolution: &Resolution, body: &mut Body) {
    let reading = &analysis.reading;
    let Some(span) = reading.document.dateline else { return };
    let before = body.markdown.len();
    let index = reading.sentences.iter().position(|s| s.block.is_none() && span.contains(s.span));
    line(at, index.unwrap_or(usize::MAX), span, analysis, resolution, body);
    if body.markdown.len() > before {
        body.markdown.push(' ');
    }
}

/// One sentence with a link at each of its mentions.
fn line(
    at: usize,
    sentence: usize,
    span: Span,
    analysis: &Analysis,
    resolution: &Resolution,
    body: &mut Body,
) {
    let (reading, text) = (&analysis.reading, analysis.reading.document.text.as_str());
    body.show(text, span);
    let mut from = span.start;
    let mut line = String::new();
    for (index, mention) in reading.mentions_in(sentence) {
        let Some(id) = reading.chain_of(index).and_then(|chain| resolution.entity(at, chain)) else {
            continue;
        };
        if mention.span.start < from || mention.span.end > span.end {
            continue;
        }
        markdown::text(Span::new(from, mention.span.start).of(text), &mut line);
        let target = format!("../{}", id.path());
        markdown::link(&collapse(mention.span.of(text)), &target, &mut line);
        from = mention.span.end;
    }
    markdown::text(Span::new(from, span.end).of(text), &mut line);
    body.markdown.push_str(&markdown::line_start(line.trim()));
}
