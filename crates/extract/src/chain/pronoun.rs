//! A word → [`Pronoun`]: whom it may stand for and how it stands in its clause. Whom it does stand for is not asked here.

use super::Gender;
use super::slot::{self, Slot};
use crate::mention::line::{Line, among};

/// A word that stands for one man or one woman.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pronoun {
    pub(crate) gender: Gender,
    pub(crate) case: Case,
}

/// How a pronoun stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// `he`
    Subject,
    /// `him`, and `her` when no noun follows it.
    Object,
    /// `his`, and `himself`, which too looks back to the subject of its own clause.
    Possessive,
}

/// The forms with their gender and case; `her` is told by the word after it.
const FORMS: &[(&str, Gender, Case)] = &[
    ("he", Gender::Male, Case::Subject),
    ("him", Gender::Male, Case::Object),
    ("his", Gender::Male, Case::Possessive),
    ("himself", Gender::Male, Case::Possessive),
    ("she", Gender::Female, Case::Subject),
    ("her", Gender::Female, Case::Possessive),
    ("hers", Gender::Female, Case::Possessive),
    ("herself", Gender::Female, Case::Possessive),
];

/// Words after `her` that are no noun's: `saw her at`, `told her that`.
const CLOSED: &str = "\
    the a an and or but that this these those he she they it i we you who when while if because before after as \
    until since during again away up down out off back home not there then is was were has had will would could \
    should may might what why how where whether";

/// The pronoun that a token is.
pub(crate) fn read(line: &Line, at: usize) -> Option<Pronoun> {
    let lower = line.word(at).to_lowercase();
    let (_, gender, case) = FORMS.iter().find(|(form, ..)| *form == lower)?;
    let object = lower == "her" && !heads_noun(line, at + 1);
    Some(Pronoun { gender: *gender, case: if object { Case::Object } else { *case } })
}

/// Whether a noun phrase may begin with the token.
fn heads_noun(line: &Line, at: usize) -> bool {
    let word = line.word(at);
    let closed = among(CLOSED, word) || slot::governs(word) || word.ends_with("ly");
    word.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '“' | '\'' | '‘')) && !closed
}

impl Pronoun {
    /// Whether a mention in this slot stands as the pronoun does.
    pub(crate) fn parallels(self, slot: Slot) -> bool {
        match self.case {
            Case::Subject => slot == Slot::Subject,
            Case::Object => matches!(slot, Slot::Object | Slot::Governed),
            Case::Possessive => slot == Slot::Possessor,
        }
    }
}
