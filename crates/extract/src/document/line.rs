//! A text → [`Line`]s without the marks that only lay it out: bullets, Markdown heading marks, rules.

use diag::Span;

/// A line of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// Its bytes without white space and marks around it; empty for a blank line or a rule.
    pub(super) span: Span,
    pub(super) kind: LineKind,
    /// How far it is set in, in characters.
    pub(super) indent: usize,
}

/// What the marks at the head of a line say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineKind {
    Plain,
    /// `# ` to `###### `.
    Heading,
    /// `- `, `* `, `• `, `1. `.
    Item,
}

impl Line {
    /// Whether nothing stands on it.
    pub(super) fn is_blank(&self) -> bool {
        self.span.is_empty()
    }

    /// Whether it ends as sentences do: a stop or colon, perhaps with closing marks after it.
    pub(super) fn is_ended(&self, text: &str) -> bool {
        let line = self.span.of(text);
        let bare = line.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']']);
        bare.ends_with(['.', '!', '?', '…', ':', ';', '。', '！', '？', '؟', '।', '۔'])
    }

    /// Its length in characters.
    pub(super) fn width(&self, text: &str) -> usize {
        self.span.of(text).chars().count()
    }

    /// Whether its first letter is a small one.
    pub(super) fn begins_lower(&self, text: &str) -> bool {
        self.span.of(text).starts_with(char::is_lowercase)
    }
}

/// Cuts a text into lines at every line end that Unicode knows.
pub(super) fn split(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut at = 0;
    // `\r\n` leaves a `\r` that is trimmed; a lone `\r` cannot be told from it and ends a line as well.
    let ends = |c: char| matches!(c, '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let alone = !text.contains('\n');
    for piece in text.split_inclusive(|c| ends(c) || alone && c == '\r') {
        lines.push(read(piece, at));
        at += piece.len();
    }
    lines
}

fn read(piece: &str, at: usize) -> Line {
    let indent = piece.chars().take_while(|c| c.is_whitespace()).count();
    let trimmed = piece.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'));
    let (kind, body) = strip(trimmed);
    let body = if body.chars().any(char::is_alphanumeric) { body } else { "" };
    let start = at + offset(piece, body);
    Line { span: Span::new(start, start + body.len()), kind, indent }
}

/// The kind of a line and what is left of it without its marks.
fn strip(line: &str) -> (LineKind, &str) {
    let hashes = line.len() - line.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) && line[hashes..].starts_with(' ') {
        return (LineKind::Heading, line[hashes..].trim_start().trim_end_matches([' ', '#']));
    }
    let quoted = line.strip_prefix("> ").unwrap_or(line);
    let bullets = ["- ", "* ", "+ ", "• ", "•", "· ", "‣ ", "▪ ", "■ ", "● ", "– ", "— "];
    match bullets.iter().find_map(|bullet| quoted.strip_prefix(bullet)) {
        Some(item) => (LineKind::Item, item.trim_start()),
        None if is_numbered(quoted) => (LineKind::Item, quoted),
        None => (LineKind::Plain, quoted),
    }
}

/// Whether a line begins as `1. ` or `2) ` do.
fn is_numbered(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    (1..=2).contains(&digits) && [". ", ") "].iter().any(|mark| line[digits..].starts_with(mark))
}

/// The offset of a part in the text that it was cut from; an empty part is at its start.
fn offset(whole: &str, part: &str) -> usize {
    if part.is_empty() { 0 } else { part.as_ptr() as usize - whole.as_ptr() as usize }
}
