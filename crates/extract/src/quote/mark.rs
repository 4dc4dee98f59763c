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
    /// The speaker's name at its head, as transcripts print it: `LEE: Good evening.`; not part of the inner span.
    pub(super) label: Option<Span>,
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
    /// Two grave accents and two apostrophes, as typesetting systems write them.
    Grave,
    /// Two apostrophes before and after, as old news databases write them.
    Doubled,
    Single,
    CurlySingle,
}

/// The styles that quote first.
const DOUBLE: &[Style] = &[Style::Straight, Style::Curly, Style::Guillemets, Style::Grave, Style::Doubled];

/// The styles that quote within a quotation, or first where an article uses them more.
const SINGLE: &[Style] = &[Style::Single, Style::CurlySingle];

/// How far the mark that closes a single one is looked for, in bytes: an apostrophe must not make every search long.
const REACH: usize = 3_000;

impl Style {
    fn marks(self) -> (&'static str, &'static str) {
        match self {
            Self::Straight => ("\"", "\""),
            Self::Curly => ("“", "”"),
            Self::Guillemets => ("«", "»"),
            Self::Grave => ("``", "''"),
            Self::Doubled => ("''", "''"),
            Self::Single => ("'", "'"),
            Self::CurlySingle => ("‘", "’"),
        }
    }

    fn is_single(self) -> bool {
        matches!(self, Self::Single | Self::CurlySingle)
    }
}

/// What stands between marks, in the order of the text. Single marks count where an article quotes with them more than with
/// double ones; those inside a quotation are part of it.
pub(super) fn find(document: &Document) -> Vec<Marked> {
    let doubles = stretches(document, DOUBLE);
    let singles = stretches(document, SINGLE);
    let (outside, within) = (apart(&singles, &doubles), apart(&doubles, &singles));
    if outside.len() > within.len() {
        let mut found = [singles, within].concat();
        found.sort_by_key(|marked| marked.outer);
        found
    } else {
        let mut found =
            [doubles, outside.into_iter().filter(|single| is_speech(document, single)).collect()].concat();
        found.sort_by_key(|marked| marked.outer);
        found
    }
}

/// Whether what stands between single marks is speech even where an article quotes with double ones: a clause that closes with a mark
/// of its own and follows a verb's comma, or opens its paragraph.
fn is_speech(document: &Document, marked: &Marked) -> bool {
    let text = &document.text;
    let inner = marked.inner.of(text);
    let opens = text[..marked.outer.start].ends_with([',', ':', '\n'])
        || text[..marked.outer.start].ends_with([' '])
            && text[..marked.outer.start].trim_end().ends_with([',', ':'])
        || marked.outer.start == document.blocks[marked.first_block].span.start;
    let whole = marked.first_block == marked.last_block && inner.split_whitespace().count() > 3;
    opens && whole && inner.starts_with(char::is_uppercase) && inner.ends_with([',', '.', '!', '?'])
}

/// Those of the first that overlap none of the second; both are in the order of the text.
fn apart(these: &[Marked], others: &[Marked]) -> Vec<Marked> {
    let free = |marked: &&Marked| {
        let next = others.partition_point(|other| other.outer.end <= marked.outer.start);
        others.get(next).is_none_or(|other| !other.outer.overlaps(marked.outer))
    };
    these.iter().filter(free).copied().collect()
}

/// What stands between marks of these styles.
fn stretches(document: &Document, styles: &[Style]) -> Vec<Marked> {
    let text = &document.text;
    let mut found: Vec<Marked> = Vec::new();
    let mut open: Option<(Marked, Style)> = None;
    let mut end_before = 0;
    for (index, block) in
        document.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Paragraph)
    {
        let mut at = block.span.start;
        if let Some((waiting, style)) = open.take() {
            // A quotation that runs on opens each paragraph again; where the next one only closes it, the writer forgot to. One that
            // nothing closes is none.
            if let Some(end) = closed_late(text, block.span, style) {
                let after = past(text, end, style);
                found.push(Marked { last_block: index, ..closed(waiting, end, after) });
                at = after;
            } else if opening(text, at, &[style]).is_some() {
                at += style.marks().0.len();
                let closing = close(text, Span::new(at, block.span.end), style);
                if label(text, Span::new(at, block.span.end)).is_some() {
                    // In a transcript each turn opens, and none but the last closes.
                    found.push(Marked {
                        last_block: index.saturating_sub(1),
                        ..closed(waiting, end_before, end_before)
                    });
                    at = block.span.start;
                } else if let Some(end) = closing {
                    let after = past(text, end, style);
                    found.push(Marked { last_block: index, ..closed(waiting, end, after) });
                    at = after;
                } else {
                    open = Some((waiting, style));
                    end_before = block.span.end;
                    continue;
                }
            }
        }
        open = scan(text, Span::new(at, block.span.end), index, styles, &mut found);
        end_before = block.span.end;
    }
    found
}

/// The first double mark of a paragraph, when it can only close what an earlier paragraph opened: `… we have time." The rain`.
fn closed_late(text: &str, span: Span, style: Style) -> Option<usize> {
    let inner = span.of(text);
    if !matches!(style, Style::Straight | Style::Curly) {
        return None;
    }
    let (at, mark) = inner.char_indices().find(|(_, c)| matches!(c, '"' | '“' | '”'))?;
    let closes = inner[..at].ends_with(['.', ',', '!', '?', '…'])
        && inner[at + mark.len_utf8()..].chars().next().is_none_or(char::is_whitespace);
    (mark != '“' && closes).then_some(span.start + at)
}

/// Finds the stretches of one paragraph; gives the one that is still open at its end.
fn scan(
    text: &str,
    span: Span,
    block: usize,
    styles: &[Style],
    found: &mut Vec<Marked>,
) -> Option<(Marked, Style)> {
    let mut at = span.start;
    while at < span.end {
        let Some(style) = opening(text, at, styles) else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        };
        let inner = at + style.marks().0.len();
        let label = label(text, Span::new(inner, span.end));
        let words = label.map_or(inner, |label| label.end + 1);
        let words = words + (text[words..span.end].len() - text[words..span.end].trim_start().len());
        let marked = Marked {
            outer: Span::new(at, span.end),
            inner: Span::new(words, span.end),
            label,
            first_block: block,
            last_block: block,
        };
        match close(text, Span::new(inner, span.end), style).filter(|close| *close > words) {
            Some(close) => {
                let after = past(text, close, style);
                found.push(closed(marked, close, after));
                at = after;
            }
            None if style.is_single() => at = inner,
            None => return Some((marked, style)),
        }
    }
    None
}

/// The stretch that ends at `close`, its mark at `after`.
fn closed(marked: Marked, close: usize, after: usize) -> Marked {
    Marked {
        outer: Span::new(marked.outer.start, after),
        inner: Span::new(marked.inner.start, close),
        ..marked
    }
}

/// The name in capitals and before a colon with which a turn of a transcript begins.
fn label(text: &str, span: Span) -> Option<Span> {
    let words = span.of(text);
    let colon = words.char_indices().take(40).find(|(_, c)| *c == ':')?.0;
    let name = &words[..colon];
    let capital = |c: char| c.is_uppercase() || matches!(c, ' ' | '.' | '\'' | '’' | '-');
    let fits = name.chars().filter(|c| c.is_uppercase()).count() >= 3 && name.chars().all(capital);
    (fits && words[colon + 1..].starts_with(' ')).then(|| Span::new(span.start, span.start + colon))
}

/// The style of the mark that opens at `at`: nothing or a gap before it, a word after it.
fn opening(text: &str, at: usize, styles: &[Style]) -> Option<Style> {
    let style = *styles.iter().find(|style| text[at..].starts_with(style.marks().0))?;
    let before = text[..at].chars().next_back();
    let after = text[at + style.marks().0.len()..].chars().next()?;
    let free = before.is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, '(' | '[' | '—' | '–' | '-' | '/' | '"' | '‘' | '“' | ':' | '…')
            || c == '\'' && style != Style::Single
    });
    let begins = !after.is_whitespace() || style == Style::Guillemets;
    let sure = matches!(style, Style::Curly | Style::Guillemets | Style::Grave);
    // `'90s` and `'em` are no quotations.
    let elided = style.is_single()
        && (after.is_ascii_digit()
            || !after.is_alphabetic() && !matches!(after, '“' | '"' | '[' | '…' | '$'));
    ((free || sure) && begins && !elided).then_some(style)
}

/// The byte after the mark that closes at `close`, whichever it is.
fn past(text: &str, close: usize, style: Style) -> usize {
    let mark = style.marks().1;
    let stray = text[close..].chars().next().map_or(0, char::len_utf8);
    close + if text[close..].starts_with(mark) { mark.len() } else { stray }
}

/// Where the mark that closes stands.
fn close(text: &str, span: Span, style: Style) -> Option<usize> {
    let mark = style.marks().1;
    let inner = span.of(text);
    let ends = |at: &usize| {
        let before = inner[..*at].chars().next_back();
        let after = inner[at + mark.len()..].chars().next();
        let word_after = after.is_some_and(char::is_alphanumeric);
        match style {
            Style::Curly | Style::Guillemets | Style::Grave => true,
            Style::Straight | Style::Doubled => !before.is_none_or(char::is_whitespace) || !word_after,
            // An apostrophe between letters, or after a plural when more follows, does not close.
            Style::Single | Style::CurlySingle => before.is_some_and(|c| !c.is_whitespace()) && !word_after,
        }
    };
    let place = if style.is_single() {
        let near = inner.match_indices(mark).map(|(at, _)| at).take_while(|at| *at < REACH);
        let places: Vec<usize> = near.filter(ends).collect();
        let strong = |at: &&usize| inner[..**at].ends_with(['.', ',', '!', '?', '…']);
        // After a plural with more to follow it may be an apostrophe; a mark that closes what a mark opened comes first.
        let plural = |at: &&usize| inner[..**at].ends_with('s') && inner[*at + mark.len()..].starts_with(' ');
        let first = places.first().filter(|at| !plural(at));
        first.or_else(|| places.iter().find(strong)).or(places.first()).copied()
    } else if style == Style::Curly {
        // A typewriter mark, or one turned the wrong way, closes too where it can do nothing else: `“We wait,"`.
        let strays = |at: &usize| {
            let len = inner[*at..].chars().next().map_or(1, char::len_utf8);
            let after = inner[at + len..].trim_start_matches(['“', '"']).chars().next();
            let turned =
                inner[..*at].ends_with(['.', ',', '!', '?']) && after.is_none_or(char::is_whitespace);
            inner[*at..].starts_with(mark) || turned && !after.is_some_and(char::is_alphanumeric)
        };
        inner.match_indices(['”', '"', '“']).map(|(at, _)| at).find(strays)
    } else {
        let own = inner.match_indices(mark).map(|(at, _)| at).find(ends);
        // A curly mark that nothing opens closes too: `"We wait,” she said`.
        let curly = inner.find('”').filter(|at| style == Style::Straight && !inner[..*at].contains('“'));
        curly.filter(|curly| own.is_none_or(|own| *curly < own)).or(own)
    };
    place.filter(|at| *at > 0).map(|at| span.start + at)
}
