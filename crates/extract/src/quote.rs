//! A reading → [`Quote`]s: words between quotation marks, and who says them.

use diag::Span;
use model::QuoteKind;

use crate::chain::ChainIx;

/// Words that somebody says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Quote {
    /// The words between the marks, marks left out.
    pub(crate) span: Span,
    pub(crate) kind: QuoteKind,
    /// Who says it; none for an unnamed source or one that is not certain.
    pub(crate) speaker: Option<ChainIx>,
    /// The speaker as printed.
    pub(crate) speaker_span: Option<Span>,
    /// The words that say that it is said.
    pub(crate) cue: Option<Span>,
}
