//! Lines → [`Block`]s. Some texts put a paragraph on each line, some wrap lines at a column; the whole text decides.

use diag::Span;

use super::line::{Line, LineKind};
use super::{Block, BlockKind};

/// The most characters and words of a subhead. Subheads of news are three to eight words; a longer line is a paragraph
/// whose stop was forgotten.
const SUBHEAD: (usize, usize) = (80, 12);

/// How lines make paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// Each line is a paragraph.
    Lines,
    /// Lines are wrapped at about this many characters; blank lines, indents and short last lines end paragraphs.
    Wrapped(usize),
}

impl Layout {
    /// Decides by the lines that another line follows: in wrapped text few of them end with a stop.
    pub(super) fn of(text: &str, lines: &[Line]) -> Self {
        let inner = lines
            .windows(2)
            .filter(|pair| pair.iter().all(|line| !line.is_blank() && line.kind == LineKind::Plain));
        let (mut ended, mut open, mut carried, mut width) = (0, 0, 0, 0);
        for pair in inner {
            width = width.max(pair[0].width(text));
            if pair[0].is_ended(text) {
                ended += 1;
            } else {
                open += 1;
                carried += usize::from(pair[1].begins_lower(text));
            }
        }
        // English puts a small letter at the head of most wrapped lines; headlines and subheads do not carry over so.
        let wrapped = open > ended && carried * 3 > open && width <= 160;
        if wrapped { Self::Wrapped(width) } else { Self::Lines }
    }

    /// The paragraphs and subheads that the lines make.
    pub(super) fn blocks(self, text: &str, lines: &[Line]) -> Vec<Block> {
        let mut groups: Vec<(Span, LineKind)> = Vec::new();
        let mut last: Option<&Line> = None;
        for line in lines {
            if line.is_blank() {
                last = None;
                continue;
            }
            match (last, groups.last_mut()) {
                (Some(before), Some((span, _))) if self.joins(text, before, line) => {
                    *span = span.cover(line.span)
                }
                _ => groups.push((line.span, line.kind)),
            }
            last = Some(line);
        }
        classify(text, &groups)
    }

    /// Whether a line goes on with the paragraph of the line before it.
    fn joins(self, text: &str, before: &Line, line: &Line) -> bool {
        let Self::Wrapped(width) = self else { return false };
        let next = line.span.of(text).split_whitespace().next().map_or(0, |word| word.chars().count());
        let room = before.width(text) + before.indent + 1 + next < width * 4 / 5;
        let closed = room && before.is_ended(text);
        line.kind == LineKind::Plain
            && before.kind != LineKind::Heading
            && !closed
            && line.indent <= before.indent + 1
    }
}

/// Tells subheads from paragraphs.
fn classify(text: &str, groups: &[(Span, LineKind)]) -> Vec<Block> {
    let short: Vec<bool> = groups.iter().map(|&(span, kind)| is_subhead(text, span, kind)).collect();
    let leads = |at: usize| short.get(at + 1).is_some_and(|short| !short);
    // Three short lines in a row are a list, not three subheads.
    let kind = |at: usize| {
        let run = (at > 0 && short[at - 1], short[at], leads(at));
        let listed = run.0 && (at < 2 || short[at - 2]) && at > 1;
        match groups[at].1 {
            LineKind::Heading => BlockKind::Subhead,
            _ if run.1 && !listed && (run.2 || leads(at + 1) && !run.0) => BlockKind::Subhead,
            _ => BlockKind::Paragraph,
        }
    };
    (0..groups.len()).map(|at| Block { kind: kind(at), span: groups[at].0 }).collect()
}

/// Whether a line has the shape of a subhead: short, with a capital or digit first and no stop last.
fn is_subhead(text: &str, span: Span, kind: LineKind) -> bool {
    let line = span.of(text);
    let first = line.trim_start_matches(['"', '“', '‘', '\'', '«']).chars().next();
    let ended = line
        .trim_end_matches(['"', '”', '’', '\'', '»', ')'])
        .ends_with(|c: char| c.is_ascii_punctuation() || c == '…');
    kind == LineKind::Heading
        || kind == LineKind::Plain
            && first.is_some_and(|c| c.is_uppercase() || c.is_numeric())
            && !ended
            && !line.contains('\n')
            && line.chars().count() <= SUBHEAD.0
            && line.split_whitespace().count() <= SUBHEAD.1
}
