//! Tokens, labels and lexicon → [`Mention`]s: a name in a place, with a kind and a reason. Whom it names is not decided here.

use std::ops::Range;

use diag::Span;
use model::{CountryCode, EntityKind, Via};

use crate::lexicon::{GroupIx, PlaceIx};

/// A name in the text, or a word that stands for one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mention {
    /// Its bytes in the document's text, without article, title and possessive.
    pub(crate) span: Span,
    /// The index of its sentence.
    pub(crate) sentence: usize,
    /// Its tokens in that sentence.
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: EntityKind,
    pub(crate) via: Via,
    /// The lexicon entry that it names, when it is one.
    pub(crate) known: Option<Known>,
    /// How sure it is that this is a name of this kind, 0 to 1.
    pub(crate) score: f32,
}

/// An entry of the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Known {
    Country(CountryCode),
    Group(GroupIx),
    Place(PlaceIx),
}
