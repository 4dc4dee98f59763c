//! A sentence as the patterns of roles see it: its words, and whom or what they name.

use std::ops::Range;

use model::EntityKind;

use crate::chain::ChainIx;
use crate::lexicon::Lexicon;
use crate::mention::Known;
use crate::reading::Reading;
use crate::token::TokenKind;

/// A sentence as the patterns see it.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) reading: &'a Reading,
    pub(super) lexicon: &'a Lexicon,
    pub(super) sentence: usize,
    pub(super) words: &'a [&'a str],
}

impl<'a> Line<'a> {
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// The country or group that a token names, with its tokens.
    pub(super) fn body(&self, at: usize) -> Option<(Range<usize>, ChainIx)> {
        let body = |kind| matches!(kind, EntityKind::Country | EntityKind::Group);
        self.named(at).filter(|(_, _, kind)| body(*kind)).map(|(tokens, chain, _)| (tokens, chain))
    }

    /// The country, group or place that a token names, with its tokens: `the mayor of Oslo`.
    pub(super) fn seat(&self, at: usize) -> Option<(Range<usize>, ChainIx)> {
        self.named(at)
            .filter(|(_, _, kind)| *kind != EntityKind::Person)
            .map(|(tokens, chain, _)| (tokens, chain))
    }

    /// The person that a token names or stands for: `Lee` of `Lee's lawyer`, `her` of `her lawyer`.
    pub(super) fn person(&self, at: usize) -> Option<ChainIx> {
        let named = self.person_named(at).map(|(_, chain)| chain);
        let references = &self.reading.chains.references;
        let is_person = |chain: &ChainIx| self.reading.chains.chains[chain.0].kind == EntityKind::Person;
        let stands = || {
            let meant = references.iter().find(|r| r.sentence == self.sentence && r.tokens.contains(&at));
            meant.map(|r| r.chain).filter(is_person)
        };
        named.or_else(stands)
    }

    /// The person that a token names, with the tokens of the name.
    pub(super) fn person_named(&self, at: usize) -> Option<(Range<usize>, ChainIx)> {
        let named = self.named(at).filter(|(_, _, kind)| *kind == EntityKind::Person);
        named.map(|(tokens, chain, _)| (tokens, chain))
    }

    pub(super) fn is_group(&self, chain: ChainIx) -> bool {
        self.reading.chains.chains[chain.0].kind == EntityKind::Group
    }

    /// Whether it is a party, by a list or by its name.
    pub(super) fn is_party(&self, chain: ChainIx) -> bool {
        let chain = &self.reading.chains.chains[chain.0];
        match chain.known {
            Some(Known::Group(ix)) => self.lexicon.group(ix).group_type == "party",
            _ => chain.name.ends_with(" Party"),
        }
    }

    /// Whether a list knows it as a city.
    pub(super) fn is_city(&self, chain: ChainIx) -> bool {
        match self.reading.chains.chains[chain.0].known {
            Some(Known::Place(ix)) => self.lexicon.place(ix).place_type == "city",
            _ => false,
        }
    }

    fn named(&self, at: usize) -> Option<(Range<usize>, ChainIx, EntityKind)> {
        let index = self.reading.mention_at(self.sentence, at)?;
        let mention = &self.reading.mentions[index];
        Some((mention.tokens.clone(), self.reading.chain_of(index)?, mention.kind))
    }

    /// Whether a token belongs to a name of any kind.
    pub(super) fn is_named(&self, at: usize) -> bool {
        self.reading.mention_at(self.sentence, at).is_some()
    }

    pub(super) fn is_possessive(&self, at: usize) -> bool {
        self.reading.tokens[self.sentence].get(at).is_some_and(|token| token.kind == TokenKind::Possessive)
    }

    /// The words from one token up to another, with single spaces.
    pub(super) fn printed(&self, tokens: Range<usize>) -> String {
        let span = self.reading.span(self.sentence, tokens.start, tokens.end - 1);
        span.of(&self.reading.document.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
