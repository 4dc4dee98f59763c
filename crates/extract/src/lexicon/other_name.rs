//! `other_names.tsv` → words by which events, laws, prizes, storms and ships are known, which are no people, countries, groups or places.

use std::collections::HashSet;

use super::entry::{cell, rows};

/// The words, by where they stand in such a name.
#[derive(Debug, Default)]
pub(crate) struct OtherNames {
    last: HashSet<&'static str>,
    goes_on: HashSet<&'static str>,
    first: HashSet<&'static str>,
    before: HashSet<&'static str>,
}

impl OtherNames {
    pub(super) fn read() -> Self {
        let mut names = Self::default();
        for row in rows(include_str!("../../data/other_names.tsv")) {
            let words = match cell(&row, 1) {
                "last" => &mut names.last,
                "goes on" => &mut names.goes_on,
                "first" => &mut names.first,
                _ => &mut names.before,
            };
            words.insert(cell(&row, 0));
        }
        names
    }

    /// Whether such names end with the word: `Charter`.
    pub(crate) fn ends(&self, word: &str) -> bool {
        self.last.contains(word)
    }

    /// Whether such names go on after the word with `on`, `against`, `of`: `Convention`.
    pub(crate) fn goes_on(&self, word: &str) -> bool {
        self.goes_on.contains(word)
    }

    /// Whether such names begin with the word: `Hurricane`.
    pub(crate) fn begins(&self, word: &str) -> bool {
        self.first.contains(word)
    }

    /// Whether what a noun is called by is such a name when it follows the noun: `tanker`.
    pub(crate) fn heralds(&self, noun: &str) -> bool {
        self.before.contains(noun)
    }
}
