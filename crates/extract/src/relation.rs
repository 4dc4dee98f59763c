//! Quotes, dates, quantities, roles and the clauses of each sentence → [`Proposition`]s, and of these the [`Relation`]s.
//!
//! A proposition is a predicate with whom it joins and how the article vouches for it. `verb` reads clauses, `noun` reads
//! `talks with` and `the arrest of`, `state` reads `an ally of`, `office` reads the roles. Nothing is guessed from words that
//! merely stand near each other: subject and object are found through the grammar of the clause or left open, and a
//! proposition with an open end is no relation.

mod kind;
mod attribution;
mod status;
mod circumstance;
mod draft;
mod verb;
mod noun;
mod state;
mod office;
mod denial;

use std::collections::BTreeSet;

use diag::Span;
use model::{Basis, EventType, Mode, PartialDate, Predicate, Status};

use crate::chain::ChainIx;
use crate::clause::{self, Actor, Clauses};
use crate::date::Date;
use crate::lexicon::Lexicon;
use crate::quantity::Quantity;
use crate::quote::Quote;
use crate::reading::Reading;
use crate::role::Role;

/// What relations are read from.
#[derive(Clone, Copy)]
pub(crate) struct Sources<'a> {
    pub(crate) reading: &'a Reading,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) quotes: &'a [Quote],
    pub(crate) dates: &'a [Date],
    pub(crate) quantities: &'a [Quantity],
    pub(crate) roles: &'a [Role],
}

/// What a sentence says happens or holds, and how the article vouches for it.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    /// The sentence.
    pub(crate) span: Span,
    pub(crate) predicate: Predicate,
    pub(crate) status: Status,
    pub(crate) source: Option<ChainIx>,
    pub(crate) date: Option<PartialDate>,
    pub(crate) place: Option<ChainIx>,
    /// How much or how many, as printed.
    pub(crate) quantity: Option<Span>,
    pub(crate) modes: BTreeSet<Mode>,
    pub(crate) basis: Basis,
}

/// Something that a sentence says, in which not every end need be known.
#[derive(Debug, Clone)]
pub(crate) struct Proposition {
    pub(crate) claim: Claim,
    /// The event type, where it is not that of the predicate.
    pub(crate) event: Option<EventType>,
    /// Whether it is an event that no predicate is right for, and so no relation.
    pub(crate) bare: bool,
    pub(crate) subjects: Vec<Actor>,
    pub(crate) objects: Vec<Actor>,
}

/// Who does what to whom.
#[derive(Debug, Clone)]
pub(crate) struct Relation {
    pub(crate) claim: Claim,
    pub(crate) subject: ChainIx,
    pub(crate) object: ChainIx,
}

/// All that the sentences of an article say, in the order of the text.
pub(crate) fn propositions(sources: Sources) -> Vec<Proposition> {
    let mut found = Vec::new();
    for sentence in 0..sources.reading.sentences.len() {
        if !is_statement(sources.reading, sentence) {
            continue;
        }
        let clauses = clause::read(sources.reading, sources.lexicon, sentence);
        let line = Line { sources, clauses: &clauses };
        found.extend(verb::read(line));
        found.extend(noun::read(line));
        found.extend(state::read(line));
    }
    found.extend(office::read(sources));
    found.sort_by_key(|proposition| proposition.claim.span);
    denial::answer(sources.reading, found)
}

/// A sentence as the patterns see it.
#[derive(Clone, Copy)]
struct Line<'a> {
    sources: Sources<'a>,
    clauses: &'a Clauses<'a>,
}

/// Whether a sentence of the body states something about an entity: a question does not.
fn is_statement(reading: &Reading, sentence: usize) -> bool {
    let named = reading.mentions_in(sentence).next().is_some()
        || reading.references_in(sentence).next().is_some()
        || reading.words(sentence).iter().any(|word| matches!(*word, "two" | "both" | "Both"));
    if reading.sentences[sentence].block.is_none() || !named {
        return false;
    }
    let span = reading.sentences[sentence].span;
    !span.of(&reading.document.text).trim_end_matches(['"', '”', '’', '\'', ')']).ends_with('?')
}

impl Proposition {
    /// Whether its predicate can join two of its ends, as far as both are known.
    pub(crate) fn fits(&self) -> bool {
        let pairs = || self.subjects.iter().flat_map(|a| self.objects.iter().map(move |b| (a, b)));
        pairs().next().is_none() || pairs().any(|(a, b)| kind::joins(self.claim.predicate, a, b))
    }
}

/// The relations among them: every known subject with every known object, each proposition of the article once.
pub(crate) fn find(propositions: &[Proposition]) -> Vec<Relation> {
    let mut found: Vec<Relation> = Vec::new();
    for said in propositions.iter().filter(|said| !said.bare) {
        for subject in &said.subjects {
            for object in &said.objects {
                let fits = subject.chain != object.chain && kind::fits(said.claim.predicate, subject, object);
                let relation = fits.then(|| relation(said, subject.chain, object.chain));
                found.extend(relation.filter(|new| !found.iter().any(|old| repeats(old, new))));
            }
        }
    }
    found
}

fn relation(said: &Proposition, subject: ChainIx, object: ChainIx) -> Relation {
    let place = said.claim.place.filter(|place| *place != subject && *place != object);
    Relation { claim: Claim { place, ..said.claim.clone() }, subject, object }
}

/// Whether a relation says nothing new: the same in the same sentence, the other way round for a predicate that holds both
/// ways, or a lasting state once more with the same status.
fn repeats(old: &Relation, new: &Relation) -> bool {
    let straight = old.subject == new.subject && old.object == new.object;
    let (before, now) = (&old.claim, &new.claim);
    let reverse = now.predicate.is_symmetric() && old.subject == new.object && old.object == new.subject;
    let lasting = kind::is_state(now.predicate) && before.status == now.status && before.modes == now.modes;
    before.predicate == now.predicate && (straight || reverse) && (before.span == now.span || lasting)
}

#[cfg(test)]
mod tests;
