//! Currencies and units.

use std::collections::{HashMap, HashSet};

use model::CountryCode;

use super::entry::{cell, list, rows};

/// Names of currencies and units by their first word, the longest first: the words after the first, and what they mean.
type Names = HashMap<String, Vec<(Vec<String>, &'static str)>>;

#[derive(Debug)]
pub(super) struct Measures {
    signs: HashMap<&'static str, &'static str>,
    currencies: Names,
    codes: HashSet<&'static str>,
    shared: HashMap<&'static str, Vec<(&'static str, Vec<CountryCode>)>>,
    units: Names,
}

impl Measures {
    pub(super) fn read() -> Self {
        let (mut signs, mut currencies, mut units) = (HashMap::new(), Vec::new(), Vec::new());
        let (mut codes, mut shared) = (HashSet::new(), HashMap::<_, Vec<_>>::new());
        for row in rows(include_str!("../../data/currencies.tsv")) {
            let code = cell(&row, 0);
            signs.extend(list(cell(&row, 1)).into_iter().map(|sign| (sign, code)));
            currencies.extend(list(cell(&row, 2)).into_iter().map(|name| (name, code)));
            // `ALL` in capitals is hardly ever the lek.
            codes.extend(Some(code).filter(|code| *code != "ALL"));
            let countries: Vec<_> = list(cell(&row, 4)).into_iter().filter_map(CountryCode::parse).collect();
            for name in list(cell(&row, 3)) {
                shared.entry(name).or_default().push((code, countries.clone()));
            }
        }
        for row in rows(include_str!("../../data/units.tsv")) {
            units.push((cell(&row, 0), cell(&row, 1)));
        }
        Self { signs, currencies: names(currencies), codes, shared, units: names(units) }
    }

    pub(super) fn sign(&self, sign: &str) -> Option<&'static str> {
        self.signs.get(sign).copied()
    }

    pub(super) fn currency_at(&self, words: &[&str], at: usize) -> Option<(usize, &'static str)> {
        longest(&self.currencies, words, at)
    }

    pub(super) fn code(&self, word: &str) -> Option<&'static str> {
        self.codes.get(word).copied()
    }

    pub(super) fn shared(&self, lower: &str) -> &[(&'static str, Vec<CountryCode>)] {
        self.shared.get(lower).map_or(&[], Vec::as_slice)
    }

    pub(super) fn unit_at(&self, words: &[&str], at: usize) -> Option<(usize, &'static str)> {
        longest(&self.units, words, at)
    }
}

fn names(list: Vec<(&'static str, &'static str)>) -> Names {
    let mut names = Names::new();
    for (name, meaning) in list {
        let lower = name.to_lowercase().replace("u.s.", "us");
        let mut words = lower.split(' ').map(str::to_owned);
        let first = words.next().unwrap_or_default();
        names.entry(first).or_default().push((words.collect(), meaning));
    }
    names.values_mut().for_each(|rests| rests.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len())));
    names
}

fn longest(names: &Names, words: &[&str], at: usize) -> Option<(usize, &'static str)> {
    let lower = |word: &str| word.to_lowercase().replace("u.s.", "us");
    let rests = names.get(&lower(words.get(at)?))?;
    let fits = |rest: &&(Vec<String>, &'static str)| {
        words.len() > at + rest.0.len()
            && rest.0.iter().zip(&words[at + 1..]).all(|(part, word)| lower(word) == *part)
    };
    rests.iter().find(fits).map(|(rest, meaning)| (rest.len() + 1, *meaning))
}
