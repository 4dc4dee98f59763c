//! A sentence → [`Token`]s. Tokens and the gaps between them join to the sentence; nothing is lost.
//!
//! Hyphens and stops decide how names can be found. `US-led`, `Moscow-based`, `anti-American`, `then-president` are three
//! tokens each, so that `US` can be a mention; `Coca-Cola`, `Jong-un`, `co-operation` are one. What kind of word it is,
//! is not decided here.

mod number;
mod word;

use diag::Span;

use crate::lexicon::Lexicon;

/// A word, a number or a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// Its bytes in the document's text.
    pub(crate) span: Span,
    pub(crate) kind: TokenKind,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// Letters, perhaps with digits, and inner `.` `'` `-` `&`: `U.S.`, `O'Neill`, `don't`, `co-operation`, `G7`, `AT&T`. Abbreviations
    /// and initials keep their final stop. An address (`https://…`, `ann@example.org`) is one word.
    Word,
    /// Begins with a digit: `20`, `1.2bn`, `6,000`, `1990s`, `25th`, `10:30`, `2½`.
    Number,
    /// `'s`, also where it is short for `is`, or a bare `'` after a plural.
    Possessive,
    /// Anything else, one character at a time; three stops in a row are one token.
    Mark,
}

/// Cuts the sentence that stands at `span` of `text`.
pub(crate) fn split(text: &str, span: Span, lexicon: &Lexicon) -> Vec<Token> {
    let sentence = span.of(text);
    let mut tokens: Vec<Token> = Vec::new();
    let mut open = false;
    let mut at = 0;
    while let Some(first) = sentence[at..].chars().next() {
        if is_gap(first) {
            at += first.len_utf8();
            continue;
        }
        let before = tokens.last().filter(|token| token.span.end == span.start + at).copied();
        let (kind, len) = read(&sentence[at..], before.map(|b| b.span.of(text)), open, lexicon);
        if kind == TokenKind::Mark && is_apostrophe(first) {
            open = opens(before, &sentence[at + first.len_utf8()..]);
        }
        tokens.push(Token { span: Span::new(at, at + len).shift(span.start), kind });
        at += len;
    }
    tokens
}

/// Kind and length in bytes of the token at the head of `rest`. `before` is the token that it touches; `open` says that
/// a single quotation mark waits for its partner.
fn read(rest: &str, before: Option<&str>, open: bool, lexicon: &Lexicon) -> (TokenKind, usize) {
    let first = rest.chars().next().unwrap_or_default();
    if first.is_numeric() {
        return (TokenKind::Number, number::len(rest));
    }
    if word::holds(first) {
        return (TokenKind::Word, word::len(rest, lexicon));
    }
    if is_apostrophe(first) {
        let len = match before {
            Some(before) => {
                word::possessive(rest).or_else(|| word::plural_possessive(before, rest).filter(|_| !open))
            }
            None => None,
        };
        if let Some(len) = len {
            return (TokenKind::Possessive, len);
        }
        // As in `rock 'n' roll`.
        if let Some(len) =
            ["'n'", "’n’", "‘n’"].iter().find(|and| rest.starts_with(**and)).map(|and| and.len())
        {
            return (TokenKind::Word, len);
        }
    }
    let stops = if rest.starts_with("...") { 3 } else { first.len_utf8() };
    (TokenKind::Mark, stops)
}

/// Whether a single mark opens a quotation: nothing but a mark touches it before, and a word follows.
fn opens(before: Option<Token>, after: &str) -> bool {
    let free = before.is_none_or(|token| token.kind == TokenKind::Mark);
    free && after.chars().next().is_some_and(char::is_alphanumeric)
}

/// Typewriter and curly apostrophes, and the opening single quotation mark.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '‛')
}

/// White space and what has no width or shape.
pub(crate) fn is_gap(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{feff}' | '\u{200b}' | '\u{2060}' | '\u{200e}' | '\u{200f}')
}

#[cfg(test)]
mod tests;
