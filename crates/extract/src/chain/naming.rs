//! [`Naming`]: a person's name with what the words around it say; [`Bearer`]: one who bears names. Who bears which is not asked here.

use super::Gender;
use super::kin::Kin;
use super::person::PersonName;
use crate::lexicon::Kinship;

/// A person's name at one place of the article.
#[derive(Debug, Clone, Default)]
pub(crate) struct Naming {
    pub(crate) sentence: usize,
    pub(crate) name: PersonName,
    /// As the title before it says.
    pub(crate) gender: Gender,
    /// The folded title before it and the office after it: `president` in `President Noboa`.
    pub(crate) offices: Vec<String>,
    /// The one whose relative the text brings in with this name.
    pub(crate) kin: Option<Kin>,
    /// The gender that the next pronoun shows.
    pub(crate) hint: Gender,
    /// `elder` or `younger` before it.
    pub(crate) generation: Option<Kinship>,
}

/// Someone who bears names in this article.
#[derive(Debug, Clone)]
pub(crate) struct Bearer {
    pub(crate) names: Vec<PersonName>,
    pub(crate) gender: Gender,
    pub(crate) offices: Vec<String>,
    /// Where it is named so far, sorted.
    pub(crate) at: Vec<usize>,
    /// Set for a relative of somebody of the same surname, whom the article is about: `his wife, Ann Lee`.
    pub(crate) kin: Option<Kin>,
}
