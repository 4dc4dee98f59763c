//! Chains of names → the pronouns that clearly stand for one of their people.
//!
//! A pronoun goes to the person of its gender for whom the [`clue`]s speak most, and clearly more than for any other; when two
//! compete, to none.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use model::{EntityKind, Via};

use super::binding;
use super::clue::{self, Clue};
use super::place::{Place, Spot};
use super::pronoun::{self, Case, Pronoun};
use super::scene::Scene;
use super::slot::{self, Slot};
use super::{ChainIx, Gender, Reference, speaker, spoken, stranger};
use crate::mention::line::among;

/// How far ahead of its rivals an antecedent must be.
const MARGIN: i32 = 14;

/// How far ahead it must be for the pronoun to show the gender of its person.
const CERTAIN: i32 = 30;

/// What the clues for somebody who is not named here weigh.
const NOBODY: i32 = 14;

/// How many sentences back a pronoun reaches.
const REACH: usize = 4;

/// The pronouns that clearly stand for a person, in the order of the text. Genders that only pronouns show are noted in `genders`.
pub(crate) fn resolve(
    scene: &Scene,
    of_mention: &[Option<ChainIx>],
    nominals: &[Reference],
    genders: &mut [Gender],
) -> Vec<Reference> {
    let person = |chain: ChainIx| of_person(scene, of_mention, chain);
    let mut walk = Walk {
        scene,
        of_mention,
        nominals: nominals.iter().filter(|nominal| person(nominal.chain)).collect(),
        genders,
        places: Vec::new(),
        counts: BTreeMap::new(),
        lead: Vec::new(),
        main: main(scene, of_mention),
        found: Vec::new(),
    };
    for sentence in 0..scene.lines.len() {
        walk.sentence(sentence);
    }
    walk.found
}

/// Whether the chain is a person's.
fn of_person(scene: &Scene, of_mention: &[Option<ChainIx>], chain: ChainIx) -> bool {
    let named = of_mention.iter().position(|of| *of == Some(chain));
    named.is_some_and(|at| scene.mentions[at].kind == EntityKind::Person)
}

/// The person who is named most, when no other is named as often.
fn main(scene: &Scene, of_mention: &[Option<ChainIx>]) -> Option<ChainIx> {
    let mut counts: BTreeMap<ChainIx, usize> = BTreeMap::new();
    for chain in scene.of_kind(EntityKind::Person).into_iter().filter_map(|at| of_mention[at]) {
        *counts.entry(chain).or_default() += 1;
    }
    let most = counts.values().max().copied()?;
    let mut named = counts.iter().filter(|(_, count)| **count == most);
    named.next().map(|(chain, _)| *chain).filter(|_| most > 1 && named.next().is_none())
}

struct Walk<'a> {
    scene: &'a Scene<'a>,
    of_mention: &'a [Option<ChainIx>],
    /// The descriptions of people, in the order of the text.
    nominals: Vec<&'a Reference>,
    genders: &'a mut [Gender],
    places: Vec<Place>,
    counts: BTreeMap<ChainIx, usize>,
    /// The people of the first sentence.
    lead: Vec<ChainIx>,
    /// The person whom the text names most.
    main: Option<ChainIx>,
    found: Vec<Reference>,
}

impl Walk<'_> {
    fn sentence(&mut self, sentence: usize) {
        let scene = self.scene;
        let mut mentions = scene.mentions_in(sentence).peekable();
        for token in 0..scene.lines[sentence].len() {
            if let Some(at) = mentions.next_if(|&at| scene.mentions[at].tokens.start == token) {
                if scene.mentions[at].kind == EntityKind::Person {
                    let place = self.place_of(at);
                    self.note(place);
                }
            } else if let Some(nominal) = self.nominal(sentence, token) {
                let slot = slot::of_phrase(scene, sentence, nominal.tokens.clone());
                let place = self.place(sentence, nominal.tokens.clone(), Some(nominal.chain), slot);
                let speaks = !place.quoted && scene.speaks(sentence, &nominal.tokens);
                self.note(Place { speaks, ..place });
            } else if let Some(pronoun) = pronoun::read(&scene.lines[sentence], token) {
                self.pronoun(sentence, token, pronoun);
            } else if let Some(gender) = stranger::at(scene, sentence, token) {
                let slot = if token < 4 { Slot::Subject } else { Slot::Object };
                let place = self.place(sentence, token..token + 1, None, slot);
                self.note(Place { gender, ..place });
            }
        }
    }

    /// The description of a person that begins here.
    fn nominal(&self, sentence: usize, token: usize) -> Option<Reference> {
        let at = self.nominals.partition_point(|n| (n.sentence, n.tokens.start) < (sentence, token));
        self.nominals
            .get(at)
            .filter(|n| n.sentence == sentence && n.tokens.start == token)
            .map(|n| (*n).clone())
    }

    fn note(&mut self, place: Place) {
        if let Some(chain) = place.chain {
            *self.counts.entry(chain).or_default() += 1;
            if self.places.is_empty() || self.places[0].sentence == place.sentence {
                self.lead.push(chain);
            }
        }
        self.places.push(place);
    }

    fn place_of(&self, mention: usize) -> Place {
        let m = &self.scene.mentions[mention];
        let slot = slot::of(self.scene, mention);
        let place = self.place(m.sentence, m.tokens.clone(), self.of_mention[mention], slot);
        let line = &self.scene.lines[m.sentence];
        let joined = among("and or", line.word(m.tokens.end)) && line.is_capital(m.tokens.end + 1)
            || among("and or", line.before(m.tokens.start))
                && m.tokens.start > 1
                && line.is_capital(m.tokens.start - 2);
        let bracketed = line.before(m.tokens.start) == "(";
        let speaks = place.slot == Slot::Subject && !place.quoted && self.scene.speaks(m.sentence, &m.tokens);
        let fresh = place.chain.is_some_and(|chain| !self.counts.contains_key(&chain));
        Place { joined, bracketed, speaks, fresh, bare: m.tokens.len() == 1, ..place }
    }

    fn place(&self, sentence: usize, tokens: Range<usize>, chain: Option<ChainIx>, slot: Slot) -> Place {
        let first = self.places.last().is_none_or(|last| last.sentence < sentence);
        let quoted = self.scene.quoted[sentence][tokens.start];
        Place {
            sentence,
            block: self.scene.blocks[sentence],
            tokens,
            chain,
            gender: Gender::Open,
            slot,
            quoted,
            pronoun: false,
            speaks: false,
            first,
            joined: false,
            bracketed: false,
            told: false,
            count: 0,
            lead: false,
            main: false,
            bare: false,
            fresh: false,
        }
    }

    fn pronoun(&mut self, sentence: usize, token: usize, pronoun: Pronoun) {
        let leading = self.places.last().is_none_or(|last| last.sentence < sentence);
        let spot = Spot::new(self.scene, sentence, token, pronoun, leading);
        if spot.quoted && self.has_speaking_pronoun(sentence, pronoun) {
            return;
        }
        let speaker = || speaker::of(self.scene, self.of_mention, &self.places, self.genders, &spot);
        let Some((chain, lead)) = self.nearest(&spot).or_else(|| Some((speaker()?, MARGIN))) else { return };
        if self.genders[chain.0] == Gender::Open && lead >= CERTAIN {
            self.genders[chain.0] = pronoun.gender;
        }
        let slot = match pronoun.case {
            Case::Subject => Slot::Subject,
            Case::Object => Slot::Object,
            Case::Possessive => Slot::Possessor,
        };
        let place = self.place(sentence, token..token + 1, Some(chain), slot);
        let speaks = !spot.quoted && self.scene.speaks(sentence, &place.tokens);
        self.note(Place { pronoun: true, speaks, ..place });
        let span = self.scene.spans[sentence][token];
        self.found.push(Reference { span, sentence, tokens: token..token + 1, via: Via::Pronoun, chain });
    }

    /// The person who is clearly ahead as the antecedent.
    fn nearest(&self, spot: &Spot) -> Option<(ChainIx, i32)> {
        let mut scores: BTreeMap<Option<ChainIx>, BTreeSet<Clue>> = BTreeMap::new();
        for place in self.candidates(spot) {
            let rank = if spot.is_before(&place) { usize::MAX } else { scores.len() };
            let clues = scores.entry(place.chain).or_insert_with(|| clue::of_nearest(spot, &place, rank));
            clues.extend(clue::of_place(spot, &place));
        }
        if let [only] = &mut scores.values_mut().collect::<Vec<_>>()[..] {
            only.insert(Clue::Only);
        }
        let mut ranked: Vec<(i32, Option<ChainIx>)> =
            scores.iter().map(|(chain, clues)| (clue::weigh(clues), *chain)).collect();
        ranked.push((NOBODY, None));
        ranked.sort_unstable_by(|a, b| b.cmp(a));
        match ranked[..] {
            [(first, chain), (second, _), ..] if first - second >= MARGIN => {
                chain.map(|chain| (chain, first - second))
            }
            _ => None,
        }
    }

    /// The places that the pronoun may stand for, the nearest before it first, then those after it.
    fn candidates(&self, spot: &Spot) -> Vec<Place> {
        let before = self.places.iter().rev().take_while(|p| p.sentence + REACH >= spot.sentence).cloned();
        let places: Vec<Place> = before.chain(self.after(spot)).collect();
        let bound: BTreeSet<ChainIx> = places
            .iter()
            .filter(|place| binding::binds(self.scene, &self.places, place, spot))
            .filter_map(|place| place.chain)
            .chain(spoken::named(self.scene, self.of_mention, &self.places, spot))
            .collect();
        let mut found = Vec::new();
        for mut place in places {
            if place.chain.is_some_and(|chain| bound.contains(&chain)) {
                continue;
            }
            let gender = place.chain.map_or(place.gender, |chain| self.genders[chain.0]);
            if gender != Gender::Open && gender != spot.pronoun.gender {
                continue;
            }
            place.told = gender == spot.pronoun.gender;
            place.count = place.chain.and_then(|chain| self.counts.get(&chain)).copied().unwrap_or_default();
            place.main = place.chain.is_some() && place.chain == self.main;
            place.lead = place.chain.is_some_and(|chain| self.lead.contains(&chain));
            found.push(place);
        }
        found
    }

    /// Whether a pronoun of the same gender says the words of the sentence: `"He lied," he said` leaves open who is who.
    fn has_speaking_pronoun(&self, sentence: usize, pronoun: Pronoun) -> bool {
        let line = &self.scene.lines[sentence];
        (0..line.len()).filter(|&at| !self.scene.quoted[sentence][at]).any(|at| {
            pronoun::read(line, at)
                .is_some_and(|other| other.case == Case::Subject && other.gender == pronoun.gender)
                && self.scene.speaks(sentence, &(at..at + 1))
        })
    }

    /// The people named after the pronoun in its sentence.
    fn after(&self, spot: &Spot) -> Vec<Place> {
        let scene = self.scene;
        let mentions = scene.mentions_in(spot.sentence).filter(|&at| {
            scene.mentions[at].kind == EntityKind::Person && scene.mentions[at].tokens.start > spot.token
        });
        let places =
            mentions.enumerate().map(|(at, mention)| Place { first: at == 0, ..self.place_of(mention) });
        places.filter(|place| !binding::is_led(scene, place, spot)).collect()
    }
}
