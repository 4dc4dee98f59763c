//! `national_teams.tsv` → what national teams are called by, beside the name of their country: `All Blacks`.

use std::collections::HashMap;

use model::CountryCode;

use super::entry::{cell, rows};

/// The names of national teams, by their first word.
#[derive(Debug, Default)]
pub(super) struct Teams {
    names: HashMap<&'static str, Vec<(Vec<&'static str>, CountryCode)>>,
}

impl Teams {
    pub(super) fn read() -> Self {
        let mut teams = Self::default();
        for row in rows(include_str!("../../data/national_teams.tsv")) {
            let mut words = cell(&row, 0).split(' ');
            let first = words.next().unwrap_or_default();
            if let Some(code) = CountryCode::parse(cell(&row, 1)) {
                teams.names.entry(first).or_default().push((words.collect(), code));
            }
        }
        teams
    }

    /// The team whose name begins at `words[at]`: how many words it has, and whose it is.
    pub(super) fn at(&self, words: &[&str], at: usize) -> Option<(usize, CountryCode)> {
        let names = self.names.get(words.get(at)?)?;
        let named = names.iter().find(|(rest, _)| words[at + 1..].starts_with(rest));
        named.map(|(rest, code)| (rest.len() + 1, *code))
    }
}
