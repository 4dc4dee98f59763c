//! `the two` → the two people, bodies or countries that were named last.

use std::ops::Range;

use model::EntityKind;

use super::{Actor, Clauses};

/// How many sentences back they may be named.
const BACK: usize = 2;

/// Nouns for two people.
const PEOPLE: &str =
    "men women leaders ministers presidents politicians rivals candidates writers friends officials";
/// For two countries.
const LANDS: &str = "countries nations governments neighbors neighbours states";
/// For two groups.
const BODIES: &str = "companies firms parties groups banks unions carmakers airlines agencies";

impl Clauses<'_> {
    /// Whether the words of a phrase are `the two`, alone or with a noun.
    pub(super) fn is_pair(&self, run: Range<usize>) -> bool {
        self.pair_kinds(run).is_some()
    }

    fn pair_kinds(&self, run: Range<usize>) -> Option<Option<EntityKind>> {
        let words: Vec<&str> = run.map(|at| self.word(at)).collect();
        match words[..] {
            ["the", "two" | "pair" | "duo"] | ["both"] => Some(None),
            ["the", "two", noun] | ["both", noun] => Some(Some(kind_of(noun)?)),
            _ => None,
        }
    }

    /// The two of one kind that were named last before a phrase that ends at `last`, when no third was named with them.
    pub(super) fn last_pair(&self, last: usize) -> Vec<Actor> {
        let Some(run) = self.run_ending(last) else { return Vec::new() };
        let Some(kind) = self.pair_kinds(run.clone()) else { return Vec::new() };
        let kinds =
            kind.map_or(vec![EntityKind::Person, EntityKind::Country, EntityKind::Group], |kind| vec![kind]);
        let first = self.sentence.saturating_sub(BACK);
        for sentence in (first..=self.sentence).rev() {
            let until = if sentence == self.sentence { run.start } else { usize::MAX };
            let named = self.named_in(sentence, until);
            for kind in &kinds {
                let of_kind: Vec<Actor> = named.iter().filter(|actor| actor.kind == *kind).copied().collect();
                match of_kind.len() {
                    0 => {}
                    2 => return of_kind,
                    // One is named here and the other further back, or there are three: it cannot be told.
                    _ => return Vec::new(),
                }
            }
        }
        Vec::new()
    }

    /// Who is named or meant in a sentence before a token, each once.
    fn named_in(&self, sentence: usize, until: usize) -> Vec<Actor> {
        let reading = self.reading;
        let mentions = reading.mentions_in(sentence).map(|(at, m)| (m.tokens.start, reading.chain_of(at)));
        let meant = reading.references_in(sentence).map(|r| (r.tokens.start, Some(r.chain)));
        let mut all: Vec<(usize, crate::chain::ChainIx)> = mentions
            .chain(meant)
            .filter_map(|(at, chain)| Some((at, chain?)))
            .filter(|(at, _)| *at < until)
            .collect();
        all.sort_unstable();
        let mut actors: Vec<Actor> = Vec::new();
        for (at, chain) in all {
            if actors.iter().all(|actor| actor.chain != chain) {
                let kind = reading.chains.chains[chain.0].kind;
                actors.push(Actor {
                    chain,
                    kind,
                    exact: true,
                    at: at.min(self.parts.len().saturating_sub(1)),
                });
            }
        }
        actors
    }
}

fn kind_of(noun: &str) -> Option<EntityKind> {
    let among = |list: &str| list.split(' ').any(|word| word == noun);
    [(PEOPLE, EntityKind::Person), (LANDS, EntityKind::Country), (BODIES, EntityKind::Group)]
        .into_iter()
        .find_map(|(list, kind)| among(list).then_some(kind))
}
