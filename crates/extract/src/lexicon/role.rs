//! `role_nouns.txt`, `kin_nouns.txt` and `role_adjectives.txt`: words in and around the titles of people.

use std::collections::HashSet;

#[derive(Debug)]
pub(super) struct Roles {
    nouns: HashSet<&'static str>,
    kin: HashSet<&'static str>,
    adjectives: HashSet<&'static str>,
}

impl Roles {
    pub(super) fn read() -> Self {
        Self {
            nouns: include_str!("../../data/role_nouns.txt").lines().collect(),
            kin: include_str!("../../data/kin_nouns.txt").lines().collect(),
            adjectives: include_str!("../../data/role_adjectives.txt").lines().collect(),
        }
    }

    pub(super) fn is_noun(&self, word: &str) -> bool {
        self.nouns.contains(word.to_lowercase().as_str())
    }

    pub(super) fn is_kin(&self, word: &str) -> bool {
        self.kin.contains(word.to_lowercase().as_str())
    }

    pub(super) fn is_adjective(&self, word: &str) -> bool {
        self.adjectives.contains(word.to_lowercase().as_str())
    }
}
