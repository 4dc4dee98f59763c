//! `it`, `they` and their forms → the group or country that they clearly stand for: who says or does what the clause depends
//! on, the subject of their own sentence, or of the one before.
//!
//! `it` that stands for nothing (`it is clear that`), `they` with many people before it, and whatever has another thing between
//! it and the name stay open.

use std::collections::BTreeSet;

use diag::Span;
use model::{EntityKind, Via};

use super::between::{another, coordinated, leads_to, plural, reporting};
use super::scene::Scene;
use super::slot::{self, Slot};
use super::thing_place::ThingPlace;
use super::{ChainIx, Reference, expletive};
use crate::lexicon::Finite;
use crate::mention::line::among;

/// The longest sentence that is read, in words: longer ones are lists or tables.
const LONGEST: usize = 250;

/// A word that stands for one thing, or for the many of one body.
#[derive(Debug, Clone, Copy)]
struct Spot {
    sentence: usize,
    at: usize,
    many: bool,
    /// `it`, `they`.
    subject: bool,
    /// Whether nothing is named before it in its sentence.
    opens: bool,
}

/// The pronouns that clearly stand for a group or country, in the order of the text. `others` are pronouns for people and
/// descriptions, in the order of the text.
pub(crate) fn resolve(scene: &Scene, of_mention: &[Option<ChainIx>], others: &[Reference]) -> Vec<Reference> {
    let groups: BTreeSet<ChainIx> = of_kind(scene, of_mention, EntityKind::Group);
    let countries = of_kind(scene, of_mention, EntityKind::Country);
    let mut walk = Walk { scene, places: Vec::new(), found: Vec::new() };
    for (sentence, line) in scene.lines.iter().enumerate() {
        if scene.blocks[sentence].is_none() || line.len() > LONGEST {
            continue;
        }
        let from = others.partition_point(|other| other.sentence < sentence);
        let others = others[from..].iter().take_while(|other| other.sentence == sentence);
        let mut named: Vec<ThingPlace> = scene
            .mentions_in(sentence)
            .filter_map(|mention| ThingPlace::named(scene, mention, of_mention[mention]))
            .chain(others.filter_map(|other| {
                let group = groups.contains(&other.chain);
                (group || countries.contains(&other.chain)).then(|| ThingPlace::meant(scene, other, group))
            }))
            .collect();
        named.sort_by_key(|place| place.tokens.start);
        let mut named = named.into_iter().peekable();
        for at in 0..line.len() {
            while let Some(place) = named.next_if(|place| place.tokens.start <= at) {
                walk.places.push(place);
            }
            let Some(spot) = walk.read(sentence, at) else { continue };
            if let Some(chain) = walk.antecedent(&spot) {
                let span: Span = scene.spans[sentence][at];
                let reference = Reference { span, sentence, tokens: at..at + 1, via: Via::Pronoun, chain };
                walk.places.push(ThingPlace::meant(scene, &reference, groups.contains(&chain)));
                walk.found.push(reference);
            }
        }
    }
    walk.found
}

fn of_kind(scene: &Scene, of_mention: &[Option<ChainIx>], kind: EntityKind) -> BTreeSet<ChainIx> {
    scene.of_kind(kind).into_iter().filter_map(|mention| of_mention[mention]).collect()
}

struct Walk<'a> {
    scene: &'a Scene<'a>,
    /// What is named or meant so far.
    places: Vec<ThingPlace>,
    found: Vec<Reference>,
}

impl Walk<'_> {
    /// The pronoun at a token, when it may stand for a thing.
    fn read(&self, sentence: usize, at: usize) -> Option<Spot> {
        let line = &self.scene.lines[sentence];
        let (many, subject) = match line.word(at) {
            "it" | "It" => (false, true),
            "its" | "Its" | "itself" => (false, false),
            "they" | "They" => (true, true),
            "their" | "Their" | "themselves" => (true, false),
            _ => return None,
        };
        if subject && !many && !expletive::refers(self.scene, line, at) {
            return None;
        }
        let first = self.places.last().is_none_or(|last| last.sentence < sentence);
        Some(Spot { sentence, at, many, subject, opens: first && line.is_initial(at) })
    }

    fn antecedent(&self, spot: &Spot) -> Option<ChainIx> {
        let chosen = self
            .reporter(spot)
            .or_else(|| self.again(spot))
            .or_else(|| self.controlled(spot))
            .or_else(|| self.of_sentence(spot))
            .or_else(|| self.speaker_before(spot))
            .or_else(|| self.last_subject(spot))?;
        chosen.chain
    }

    /// The places of the sentence before the pronoun.
    fn here(&self, spot: &Spot) -> &[ThingPlace] {
        &self.places[self.places.partition_point(|place| place.sentence < spot.sentence)..]
    }

    /// Who says, hopes or knows what the pronoun is the subject of: `Norvik announced on Friday that it`.
    fn reporter(&self, spot: &Spot) -> Option<&ThingPlace> {
        let line = &self.scene.lines[spot.sentence];
        if !spot.subject {
            return None;
        }
        let verb = reporting(self.scene, line, spot.at)?;
        let place = self.here(spot).iter().rev().find(|place| {
            matches!(place.slot, Slot::Subject | Slot::Object)
                && place.whole
                && leads_to(line, place.tokens.end, verb)
        })?;
        let fits = place.body && (!spot.many || self.is_many(place, spot));
        (fits && self.same_voice(place, spot)).then_some(place)
    }

    /// `It said its`: no other thing is named between the two.
    fn again(&self, spot: &Spot) -> Option<&ThingPlace> {
        let last = self.found.last().filter(|last| last.sentence == spot.sentence)?;
        let many =
            |at: usize| among("they They their Their themselves", self.scene.lines[spot.sentence].word(at));
        let place = self.here(spot).last().filter(|place| place.tokens == last.tokens)?;
        (many(last.tokens.start) == spot.many && self.same_voice(place, spot)).then_some(place)
    }

    /// Whom somebody asks or brings to do something: `forced Norvik to lower its prices`.
    fn controlled(&self, spot: &Spot) -> Option<&ThingPlace> {
        let line = &self.scene.lines[spot.sentence];
        let place = self.here(spot).last()?;
        let end = place.tokens.end;
        let asked =
            line.word(end) == "to" && self.scene.lexicon.verb(line.word(end + 1)).is_some_and(|v| v.base);
        let object = place.slot == Slot::Object && place.body && place.whole;
        let free = !spot.subject && !spot.many && !another(self.scene, line, end, spot.at);
        (asked && object && free && !coordinated(line, spot.at) && self.same_voice(place, spot))
            .then_some(place)
    }

    /// The only thing of the sentence, or its subject when what stands between can do nothing.
    fn of_sentence(&self, spot: &Spot) -> Option<&ThingPlace> {
        let line = &self.scene.lines[spot.sentence];
        let first = self.here(spot).first()?;
        let last = self.here(spot).last()?;
        let alone = |place: &ThingPlace| {
            self.here(spot).iter().all(|other| {
                other.chain == place.chain
                    || !other.body && other.slot == Slot::Governed && place.slot == Slot::Subject
            })
        };
        // `a day after Lund, a rival, shut a yard that it owned`: the subject of the pronoun's own clause.
        let own = !spot.subject
            && last.slot == Slot::Subject
            && !(last.tokens.end..spot.at).any(|at| slot::parts(line, at) && line.word(at) != ",");
        let place = if alone(first) { first } else { Some(last).filter(|_| own)? };
        let near = !among(", meaning", line.before(spot.at))
            && !another(self.scene, line, place.tokens.end, spot.at);
        let agrees = place.slot == Slot::Subject || !spot.subject;
        let counts = !spot.many || self.is_many(place, spot) && place.slot == Slot::Subject;
        let bound = !coordinated(line, spot.at) || place.tokens.end + 1 == spot.at;
        (place.body && place.whole && near && agrees && counts && bound && self.same_voice(place, spot))
            .then_some(place)
    }

    /// Who spoke last, for a pronoun that speaks: `"We will pay," it added`.
    fn speaker_before(&self, spot: &Spot) -> Option<&ThingPlace> {
        let scene = self.scene;
        if !spot.subject
            || spot.many
            || scene.quoted[spot.sentence][spot.at]
            || !scene.speaks(spot.sentence, &(spot.at..spot.at + 1))
        {
            return None;
        }
        let place = self
            .places
            .iter()
            .rev()
            .take_while(|place| place.sentence + 2 >= spot.sentence)
            .find(|place| place.slot == Slot::Subject && !place.quoted)?;
        let line = &scene.lines[place.sentence];
        let verb = line.word(slot::after(line, place.tokens.end));
        let speaks = scene.speaks(place.sentence, &place.tokens) || scene.lexicon.speech_verb(verb).is_some();
        let near = (place.sentence..=spot.sentence).flat_map(|sentence| scene.mentions_in(sentence));
        let person = near.map(|mention| &scene.mentions[mention]).any(|m| {
            let here = (m.sentence, m.tokens.start);
            // Whom the body speaks of in its own sentence is no speaker.
            let spoken_of = m.sentence == place.sentence && !scene.speaks(m.sentence, &m.tokens)
                || scene.quoted[m.sentence][m.tokens.start];
            m.kind == EntityKind::Person
                && !spoken_of
                && here > (place.sentence, place.tokens.start)
                && here < (spot.sentence, spot.at)
        });
        (place.body && speaks && !person).then_some(place)
    }

    /// The subject of the sentence before, for a pronoun that opens its own.
    fn last_subject(&self, spot: &Spot) -> Option<&ThingPlace> {
        let scene = self.scene;
        let before = spot.sentence.checked_sub(1).filter(|_| spot.opens)?;
        let says = spot.subject && !spot.many && scene.speaks(spot.sentence, &(spot.at..spot.at + 1));
        if scene.blocks[before] != scene.blocks[spot.sentence] && !says {
            return None;
        }
        let from = self.places.partition_point(|place| place.sentence < before);
        let mut named = self.places[from..].iter().take_while(|place| place.sentence == before);
        let first = named.next()?;
        let leads = first.tokens.start < 2 && first.slot == Slot::Subject;
        let alone = named.all(|other| {
            other.chain == first.chain
                || !other.body && other.slot == Slot::Governed
                || spot.subject && matches!(other.slot, Slot::Governed | Slot::Possessor | Slot::Agent)
        });
        let counts = !spot.many || self.is_many(first, spot);
        (leads && alone && counts && first.body && first.whole && self.same_voice(first, spot))
            .then_some(first)
    }

    /// Whether both stand in the same quotation, or outside any.
    fn same_voice(&self, place: &ThingPlace, spot: &Spot) -> bool {
        self.scene.quoted[spot.sentence][spot.at] == place.quoted
    }

    /// Whether `they` may mean the body at a place: it is spoken of as many, or no other many stand between.
    fn is_many(&self, place: &ThingPlace, spot: &Spot) -> bool {
        let line = &self.scene.lines[place.sentence];
        let until = if place.sentence == spot.sentence { spot.at } else { line.len() };
        let from = if place.sentence == spot.sentence { 0 } else { place.tokens.end };
        let inside = |at: &usize| !place.tokens.contains(at);
        let rivals = (from..until).filter(inside).any(|at| plural(self.scene, line, at));
        let verb = line.word(place.tokens.end);
        let spoken = among("have are were", verb)
            || self.scene.lexicon.finite(verb) == Some(Finite::Plural)
                && self.scene.lexicon.verb(verb).is_some();
        place.group && !rivals && (place.many || spoken || reporting(self.scene, line, spot.at).is_some())
    }
}
