//! What the patterns of quantities read from: [`Scene`], a sentence with its names and the countries of its article.

use std::collections::BTreeMap;

use model::{CountryCode, EntityKind, Via};

use crate::lexicon::Lexicon;
use crate::mention::Known;
use crate::reading::Reading;

/// A sentence of an article.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) reading: &'a Reading,
    pub(super) sentence: usize,
    pub(super) words: &'a [&'a str],
    pub(super) lexicon: &'a Lexicon,
    /// The countries that the article names, each with how often.
    pub(super) countries: &'a BTreeMap<CountryCode, usize>,
}

impl<'a> Scene<'a> {
    /// A word; empty past the end.
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// The word before, empty at the head.
    pub(super) fn before(&self, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |at| self.words[at])
    }

    /// Whether no space stands between a word and the next.
    pub(super) fn touches(&self, at: usize) -> bool {
        let tokens = &self.reading.tokens[self.sentence];
        tokens.get(at + 1).is_some_and(|next| next.span.start == tokens[at].span.end)
    }

    /// Whether a word stands in a name.
    pub(super) fn in_name(&self, at: usize) -> bool {
        self.reading.mention_at(self.sentence, at).is_some()
    }

    /// Whether a word is a country, a people or a group, which may stand before the noun that is counted.
    pub(super) fn is_owner(&self, at: usize) -> bool {
        self.reading.mention_at(self.sentence, at).is_some_and(|mention| {
            let mention = &self.reading.mentions[mention];
            mention.via == Via::Demonym || matches!(mention.kind, EntityKind::Country | EntityKind::Group)
        })
    }

    /// An ISO 4217 code for longer than the sentence.
    pub(super) fn code(&self, unit: &str) -> Option<&'static str> {
        self.lexicon.currency_code(unit)
    }

    /// Whether a word is a group.
    pub(super) fn is_group(&self, at: usize) -> bool {
        let mention = self.reading.mention_at(self.sentence, at);
        mention.is_some_and(|mention| self.reading.mentions[mention].kind == EntityKind::Group)
    }

    /// The currency that is named at a word. A name of several (`pesos`) is that of the country that the article names most.
    pub(super) fn currency_at(&self, at: usize) -> Option<(usize, &'static str)> {
        let whole = self.lexicon.currency_at(self.words, at);
        let shared = self.lexicon.shared_currency(&self.word(at).to_lowercase());
        let count = |country: &CountryCode| self.countries.get(country).copied().unwrap_or(0);
        let local = shared
            .iter()
            .map(|(code, countries)| (countries.iter().map(count).sum::<usize>(), *code))
            .filter(|(count, _)| *count > 0)
            .max_by_key(|(count, code)| {
                (*count, whole.is_some_and(|(_, own)| own == *code), std::cmp::Reverse(*code))
            });
        match (whole, local) {
            (Some((1, _)), Some((_, code))) => Some((1, code)),
            (None, Some((_, code))) => Some((1, code)),
            (whole, _) => whole,
        }
    }
}

/// The countries that an article names, each with how often.
pub(super) fn countries(reading: &Reading) -> BTreeMap<CountryCode, usize> {
    let mut countries = BTreeMap::new();
    for mention in 0..reading.mentions.len() {
        let known = reading.chain_of(mention).and_then(|chain| reading.chains.chains[chain.0].known);
        if let Some(Known::Country(code)) = known {
            *countries.entry(code).or_default() += 1;
        }
    }
    countries
}
