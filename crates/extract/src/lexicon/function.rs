//! `function_words.tsv` → the words of the closed classes, by which a sentence is cut into phrases.

use std::collections::HashMap;

use super::entry::{cell, rows};

/// A closed class of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FunctionWord {
    Determiner,
    Pronoun,
    /// `will`, `could`.
    Modal,
    /// `not`, `never`.
    Negation,
    Preposition,
    /// `after`, `because`, `but`.
    Subordinator,
    Adverb,
    To,
    /// `and`, `or`.
    And,
    /// `who`, `whom`, `which`.
    Relative,
    That,
    /// `if`, `unless`, `whether`.
    If,
    /// An adjective or noun that looks like an adverb: `early`, `family`.
    Noun,
}

#[derive(Debug)]
pub(super) struct FunctionWords(HashMap<&'static str, FunctionWord>);

impl FunctionWords {
    pub(super) fn read() -> Self {
        let table = rows(include_str!("../../data/function_words.tsv"));
        Self(table.filter_map(|row| Some((cell(&row, 0), class(cell(&row, 1))?))).collect())
    }

    pub(super) fn class(&self, lower: &str) -> Option<FunctionWord> {
        self.0.get(lower).copied()
    }
}

fn class(word: &str) -> Option<FunctionWord> {
    Some(match word {
        "determiner" => FunctionWord::Determiner,
        "pronoun" => FunctionWord::Pronoun,
        "modal" => FunctionWord::Modal,
        "negation" => FunctionWord::Negation,
        "preposition" => FunctionWord::Preposition,
        "subordinator" => FunctionWord::Subordinator,
        "adverb" => FunctionWord::Adverb,
        "to" => FunctionWord::To,
        "and" => FunctionWord::And,
        "relative" => FunctionWord::Relative,
        "that" => FunctionWord::That,
        "if" => FunctionWord::If,
        "noun" => FunctionWord::Noun,
        _ => return None,
    })
}
