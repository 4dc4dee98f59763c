//! Mentions → [`Chains`]: which mentions of one article name the same thing. Other articles are not looked at.

use model::EntityKind;

use crate::mention::Known;

/// The index of a chain in its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ChainIx(pub(crate) usize);

/// The things that an article names, and which mention names which.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chains {
    /// In the order of their first mention.
    pub(crate) chains: Vec<Chain>,
    /// For each mention its chain; `None` when that cannot be decided.
    pub(crate) of_mention: Vec<Option<ChainIx>>,
}

/// One thing that an article names.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chain {
    pub(crate) kind: EntityKind,
    /// Its fullest name in this article, or the lexicon's.
    pub(crate) name: String,
    /// The forms that stand in the text, sorted, each once.
    pub(crate) forms: Vec<String>,
    /// The lexicon entry, when it is one.
    pub(crate) known: Option<Known>,
    /// The mentions, in the order of the text.
    pub(crate) mentions: Vec<usize>,
    /// For a person, as far as first name, titles and pronouns settle it.
    pub(crate) gender: Gender,
}

/// A person's grammatical gender as the text shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Gender {
    Male,
    Female,
    #[default]
    Open,
}
