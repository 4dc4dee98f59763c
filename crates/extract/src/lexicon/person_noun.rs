//! `person_nouns.tsv`: nouns for people without a name, with the sex they show and how kin stand to each other.

use std::collections::HashMap;

use super::entry::{cell, rows};
use super::word::Sex;

/// A noun for a person: `woman`, `daughter`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PersonNoun {
    pub(crate) sex: Sex,
    /// How its bearer stands to the one whose kin it is; none for a noun that is not of kin.
    pub(crate) kin: Option<Kinship>,
}

/// How someone stands to the one whose kin he is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kinship {
    /// `father`, `aunt`
    Elder,
    /// `daughter`, `nephew`
    Younger,
    /// `sister`, `cousin`
    Equal,
    /// `wife`
    Spouse,
}

#[derive(Debug)]
pub(super) struct PersonNouns(HashMap<&'static str, PersonNoun>);

impl PersonNouns {
    pub(super) fn read() -> Self {
        Self(
            rows(include_str!("../../data/person_nouns.tsv"))
                .map(|row| {
                    let sex = match cell(&row, 1) {
                        "m" => Sex::Male,
                        "f" => Sex::Female,
                        _ => Sex::Open,
                    };
                    (cell(&row, 0), PersonNoun { sex, kin: kinship(cell(&row, 2)) })
                })
                .collect(),
        )
    }

    pub(super) fn of(&self, word: &str) -> Option<PersonNoun> {
        self.0.get(word).copied()
    }
}

fn kinship(cell: &str) -> Option<Kinship> {
    match cell {
        "elder" => Some(Kinship::Elder),
        "younger" => Some(Kinship::Younger),
        "equal" => Some(Kinship::Equal),
        "spouse" => Some(Kinship::Spouse),
        _ => None,
    }
}
