//! Every name of the lexicon by its first word: [`Index`], which finds the names that begin at a word of a text.

use std::borrow::Cow;
use std::collections::HashMap;

use model::{Country, Via};

use super::entry::Entries;
use super::fold::{fold, unshout};
use super::{GroupIx, PlaceIx, Sense, Target};

/// Names by their first word in folded form.
#[derive(Debug, Default)]
pub(super) struct Index {
    names: HashMap<Box<str>, Vec<Name>>,
}

/// One name with its senses.
#[derive(Debug)]
struct Name {
    /// The folded words after the first, with one space between them.
    rest: Box<str>,
    /// How many words it has in all.
    len: usize,
    senses: Vec<Sense>,
}

impl Index {
    pub(super) fn build(entries: &Entries) -> Self {
        let mut index = Self::default();
        for country in Country::all() {
            index.add_country(country);
        }
        for (at, group) in (0..).zip(&entries.groups) {
            let sense = |weak| Sense { target: Target::Group(GroupIx(at)), via: Via::Name, weak };
            std::iter::once(&group.name).chain(&group.aliases).for_each(|name| index.add(name, sense(false)));
            group.weak.iter().for_each(|name| index.add(name, sense(true)));
        }
        for (at, place) in (0..).zip(&entries.places) {
            let sense = Sense { target: Target::Place(PlaceIx(at)), via: Via::Name, weak: place.weak };
            std::iter::once(&place.name).chain(&place.aliases).for_each(|name| index.add(name, sense));
        }
        // The longest name is met first; of equals the order of the data files holds.
        index.names.values_mut().for_each(|names| names.sort_by_key(|name| std::cmp::Reverse(name.len)));
        index
    }

    fn add_country(&mut self, country: &'static Country) {
        let sense = |via| Sense { target: Target::Country(country.code), via, weak: false };
        let names = [country.name, country.official]
            .into_iter()
            .chain(country.aliases.iter().chain(&country.former).copied());
        names.for_each(|name| self.add(name, sense(Via::Name)));
        country
            .adjectives
            .iter()
            .chain(&country.demonyms)
            .for_each(|word| self.add(word, sense(Via::Demonym)));
        country.capitals.iter().chain(&country.seats).for_each(|seat| self.add(seat, sense(Via::Metonym)));
    }

    fn add(&mut self, name: &str, sense: Sense) {
        let words = split(name);
        let folded: Vec<Cow<str>> = words.iter().map(|word| fold(word)).collect();
        let Some((first, rest)) = folded.split_first().filter(|(first, _)| !first.is_empty()) else { return };
        let rest = rest.join(" ");
        let names = self.names.entry(first.as_ref().into()).or_default();
        match names.iter_mut().find(|name| *name.rest == rest) {
            Some(known) if known.senses.contains(&sense) => {}
            Some(known) => known.senses.push(sense),
            None => names.push(Name { rest: rest.into(), len: words.len(), senses: vec![sense] }),
        }
    }

    /// The senses of the names that begin at `words[at]`, each with its length, the longest first.
    pub(super) fn names_at<'i>(
        &'i self,
        words: &[&str],
        at: usize,
    ) -> impl Iterator<Item = (usize, Sense)> + use<'i> {
        let mut found = self.matching(words, at, |word| Some(fold(word)));
        if found.is_empty() {
            found = self.matching(words, at, |word| unshout(&fold(word)).map(Cow::Owned));
        }
        found.into_iter().flat_map(|name| name.senses.iter().map(|sense| (name.len, *sense)))
    }

    fn matching<'w>(
        &self,
        words: &[&'w str],
        at: usize,
        form: impl Fn(&'w str) -> Option<Cow<'w, str>>,
    ) -> Vec<&Name> {
        let Some(first) = words.get(at).and_then(|word| form(word)) else { return Vec::new() };
        let Some(names) = self.names.get(first.as_ref()) else { return Vec::new() };
        let rest = |name: &&Name| {
            let mut parts = name.rest.split(' ');
            // Small words inside a shouted name are shouted too: `UNITED STATES OF AMERICA`.
            let same = |word: &&'w str, part: &str| {
                form(word).or_else(|| Some(fold(word))).is_some_and(|word| {
                    word == part || word.eq_ignore_ascii_case(part) && part.chars().all(char::is_lowercase)
                })
            };
            name.len == 1
                || words.len() >= at + name.len
                    && words[at + 1..at + name.len]
                        .iter()
                        .all(|word| parts.next().is_some_and(|part| same(word, part)))
        };
        names.iter().filter(rest).collect()
    }
}

/// A name cut as the tokens of a text are: possessives and marks are words of their own.
fn split(name: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for word in name.split(' ').filter(|word| !word.is_empty()) {
        let owner = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
        match owner.filter(|owner| !owner.is_empty()) {
            Some(owner) => words.extend([owner, &word[owner.len()..]]),
            None => cut_marks(word, &mut words),
        }
    }
    words
}

/// Commas, brackets and slashes are tokens of their own; so is a plural's apostrophe.
fn cut_marks<'n>(word: &'n str, words: &mut Vec<&'n str>) {
    let mark = |c: char| matches!(c, ',' | '(' | ')' | '/' | ':' | ';' | '!');
    let mut from = 0;
    for (at, c) in word.char_indices().filter(|(_, c)| mark(*c)) {
        words.extend(
            [&word[from..at], &word[at..at + c.len_utf8()]].into_iter().filter(|part| !part.is_empty()),
        );
        from = at + c.len_utf8();
    }
    let tail = &word[from..];
    match tail.strip_suffix(['\'', '’']).filter(|owner| owner.ends_with('s')) {
        Some(owner) => words.extend([owner, &tail[owner.len()..]]),
        None if tail.is_empty() => {}
        None => words.push(tail),
    }
}
