//! A sentence → [`Token`]s. Tokens and the gaps between them join to the sentence; nothing is lost.

use diag::Span;

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
    /// Letters, perhaps with digits, and inner `.` `'` `-`: `U.S.`, `O'Neill`, `co-operation`, `G7`.
    Word,
    /// Begins with a digit: `20`, `1.2bn`, `6,000`, `1990s`, `25th`.
    Number,
    /// A possessive `'s` or a bare `'` after a plural.
    Possessive,
    /// Anything else, one character at a time; three stops in a row are one token.
    Mark,
}
