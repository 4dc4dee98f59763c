//! A document → what stands between quotation marks: [`Marked`]. Whether somebody says it is not decided here.

use diag::Span;

use crate::document::{BlockKind, Document};
use crate::reading::Reading;

/// A stretch between quotation marks, perhaps over several paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marked {
    /// With the marks.
    pub(super) outer: Span,
    /// Without them.
    pub(super) inner: Span,
    /// The block in which it begins.
    pub(super) first_block: usize,
    /// The block in which it ends.
    pub(super) last_block: usize,
}

impl Marked {
    /// Whether nothing else stands in its paragraphs.
    pub(super) fn is_whole(&self, reading: &Reading) -> bool {
        let blocks = &reading.document.blocks;
        let ends = blocks[self.last_block].span.end;
        self.outer.start == blocks[self.first_block].span.start && ends.saturating_sub(self.outer.end) <= 1
    }
}

/// The marks that open and close, by style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Straight,
    Curly,
    Guillemets,
    Single,
    CurlySingle,
}

impl Style {
    fn marks(self) -> (char, char) {
        match self {
            Self::Straight => ('"', '"'),
            Self::Curly => ('“', '”'),
            Self::Guillemets => ('«', '»'),
            Self::Single => ('\'', '\''),
            Self::CurlySingle => ('‘', '’'),
        }
    }
}

/// What stands between marks, in the order of the text. Single marks count only in an article that has no double ones.
pub(super) fn find(document: &Document) -> Vec<Marked> {
    let text = &document.text;
    let doubled = document.blocks.iter().any(|block| block.span.of(text).contains(['"', '“', '«']));
    let styles: &[Style] = if doubled {
        &[Style::Straight, Style::Curly, Style::Guillemets]
    } else {
        &[Style::Single, Style::CurlySingle]
    };
    let mut found: Vec<Marked> = Vec::new();
    let mut open: Option<(Marked, Style)> = None;
    for (index, block) in
        document.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Paragraph)
    {
        let mut at = block.span.start;
        if let Some((waiting, style)) = open.take() {
            // A quotation that runs on opens each paragraph again; one that does not was never closed and is none.
            if opening(text, at, &[style]).is_some() {
                at += style.marks().0.len_utf8();
                match close(text, Span::new(at, block.span.end), style) {
                    Some(end) => {
                        found.push(closed(waiting, end, style, index));
                        at = end + style.marks().1.len_utf8();
                    }
                    None => {
                        open = Some((waiting, style));
                        continue;
                    }
                }
            }
        }
        open = scan(text, at, block.span.end, index, styles, &mut found);
    }
    found
}

/// Finds the stretches of one paragraph; gives the one that is still open at its end.
fn scan(
    text: &str,
    from: usize,
    end: usize,
    block: usize,
    styles: &[Style],
    found: &mut Vec<Marked>,
) -> Option<(Marked, Style)> {
    let mut at = from;
    while at < end {
        let Some(style) = opening(text, at, styles) else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let inner = at + style.marks().0.len_utf8();
        let marked = Marked {
            outer: Span::new(at, end),
            inner: Span::new(inner, end),
            first_block: block,
            last_block: block,
        };
        match close(text, Span::new(inner, end), style) {
            Some(close) => {
                found.push(closed(marked, close, style, block));
                at = close + style.marks().1.len_utf8();
            }
            None if matches!(style, Style::Single | Style::CurlySingle) => at = inner,
            None => return Some((marked, style)),
        }
    }
    None
}

fn closed(marked: Marked, close: usize, style: Style, block: usize) -> Marked {
    let after = close + style.marks().1.len_utf8();
    Marked {
        outer: Span::new(marked.outer.start, after),
        inner: Span::new(marked.inner.start, close),
        last_block: block,
        ..marked
    }
}

/// The style of the mark that opens at `at`: nothing or a gap before it, a word after it.
fn opening(text: &str, at: usize, styles: &[Style]) -> Option<Style> {
    let c = text[at..].chars().next()?;
    let style = *styles.iter().find(|style| style.marks().0 == c)?;
    let before = text[..at].chars().next_back();
    let after = text[at + c.len_utf8()..].chars().next()?;
    let free = before.is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | '"' | '\'' | '‘' | '“' | ':' | '…')
    });
    let begins = !after.is_whitespace() || style == Style::Guillemets;
    let sure = matches!(style, Style::Curly | Style::Guillemets);
    // `'90s` and `'em` are no quotations.
    let elided = matches!(style, Style::Single | Style::CurlySingle)
        && (after.is_ascii_digit() || !after.is_alphabetic() && !matches!(after, '“' | '"'));
    ((free || sure) && begins && !elided).then_some(style)
}

/// Where the mark that closes stands.
fn close(text: &str, span: Span, style: Style) -> Option<usize> {
    let mark = style.marks().1;
    let inner = span.of(text);
    let ends = |at: &usize| {
        let before = inner[..*at].chars().next_back();
        let after = inner[at + mark.len_utf8()..].chars().next();
        let word_after = after.is_some_and(char::is_alphanumeric);
        match style {
            Style::Curly | Style::Guillemets => true,
            Style::Straight => !before.is_none_or(char::is_whitespace) || !word_after,
            // An apostrophe between letters, or after a plural when more follows, does not close.
            Style::Single | Style::CurlySingle => before.is_some_and(|c| !c.is_whitespace()) && !word_after,
        }
    };
    let places: Vec<usize> = inner.match_indices(mark).map(|(at, _)| at).filter(ends).collect();
    let strong = |at: &&usize| inner[..**at].ends_with(['.', ',', '!', '?', '…']);
    let single = matches!(style, Style::Single | Style::CurlySingle);
    let place = if single { places.iter().find(strong).or(places.first()) } else { places.first() };
    place.filter(|at| **at > 0).map(|at| span.start + at)
}
