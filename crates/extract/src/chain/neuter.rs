//! `it`, `they` and their forms → the group or country that they clearly stand for: who says or does what the clause depends
//! on, the subject of their own sentence, or of the one before.
//!
//! `it` that stands for nothing (`it is clear that`), `they` with many people before it, and whatever has another thing between
//! it and the name stay open.

use std::collections::BTreeSet;

use diag::Span;
use model::{EntityKind, Via};

use super::scene::Scene;
use super::slot::{self, Slot};
use super::thing_place::ThingPlace;
use super::{ChainIx, Reference, expletive};
use crate::lexicon::Finite;
use crate::mention::line::{Line, among};
use crate::token::TokenKind;

/// The most words of an apposition between a subject and its verb.
const APPOSED: usize = 20;

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
    for (sentence, line) in scene.lines.iter().enumerate().filter(|(at, _)| scene.blocks[*at].is_some()) {
        let mut named: Vec<ThingPlace> = scene
            .mentions_in(sentence)
            .filter_map(|mention| ThingPlace::named(scene, mention, of_mention[mention]))
            .chain(others.iter().filter(|other| other.sentence == sentence).filter_map(|other| {
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
    fn here(&self, spot: &Spot) -> impl DoubleEndedIterator<Item = &ThingPlace> {
        self.places.iter().filter(move |place| place.sentence == spot.sentence && place.tokens.end <= spot.at)
    }

    /// Who says, hopes or knows what the pronoun is the subject of: `Norvik announced on Friday that it`.
    fn reporter(&self, spot: &Spot) -> Option<&ThingPlace> {
        let line = &self.scene.lines[spot.sentence];
        if !spot.subject {
            return None;
        }
        let verb = reporting(self.scene, line, spot.at)?;
        let place = self.here(spot).rev().find(|place| {
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
        let place = self.here(spot).next_back().filter(|place| place.tokens == last.tokens)?;
        (many(last.tokens.start) == spot.many && self.same_voice(place, spot)).then_some(place)
    }

    /// Whom somebody asks or brings to do something: `forced Norvik to lower its prices`.
    fn controlled(&self, spot: &Spot) -> Option<&ThingPlace> {
        let line = &self.scene.lines[spot.sentence];
        let place = self.here(spot).next_back()?;
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
        let first = self.here(spot).next()?;
        let last = self.here(spot).next_back()?;
        let alone = |place: &ThingPlace| {
            self.here(spot).all(|other| {
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
        let speaks = scene.speaks(place.sentence, &place.tokens)
            || scene
                .lexicon
                .speech_verb(
                    scene.lines[place.sentence]
                        .word(slot::after(&scene.lines[place.sentence], place.tokens.end)),
                )
                .is_some();
        let person = scene.mentions.iter().any(|m| {
            let here = (m.sentence, m.tokens.start);
            m.kind == EntityKind::Person
                && here > (place.sentence, place.tokens.start)
                && here < (spot.sentence, spot.at)
        });
        (place.body && speaks && !person).then_some(place)
    }

    /// The subject of the sentence before, for a pronoun that opens its own.
    fn last_subject(&self, spot: &Spot) -> Option<&ThingPlace> {
        let scene = self.scene;
        let before = spot.sentence.checked_sub(1).filter(|_| spot.opens)?;
        if scene.blocks[before] != scene.blocks[spot.sentence] {
            return None;
        }
        let mut named = self.places.iter().filter(|place| place.sentence == before);
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

/// The verb of saying or thinking whose clause begins with the pronoun at a token: `said that it`, `announced on Friday that it`.
fn reporting(scene: &Scene, line: &Line, at: usize) -> Option<usize> {
    let mut verb = at.checked_sub(1)?;
    let timed = |at: usize| {
        scene.lexicon.weekday(line.word(at)).is_some()
            || scene.lexicon.month(line.word(at)).is_some()
            || line.kinds.get(at) == Some(&TokenKind::Number)
            || among(
                "today yesterday tomorrow on in by the late early this last week month year morning afternoon evening night again also",
                line.word(at),
            )
    };
    while verb > 0 && (timed(verb) || line.word(verb) == "that") {
        verb -= 1;
    }
    let word = line.word(verb);
    let says = scene.lexicon.speech_verb(word).is_some()
        || among(
            "believes believed thinks thought hopes hoped expects expected fears feared knows knew",
            word,
        );
    (says && !line.is_initial(verb)).then_some(verb)
}

/// Whether a subject that ends before a token has the verb for its own, with brackets, an apposition and auxiliaries between.
fn leads_to(line: &Line, end: usize, verb: usize) -> bool {
    let bracket = line.word(end) == "(";
    let closed = (end..verb).find(|&at| bracket && line.word(at) == ")").map_or(end, |close| close + 1);
    let apposed = line.word(closed) == ",";
    let comma = (closed..verb.min(closed + APPOSED)).rev().find(|&at| apposed && line.word(at) == ",");
    let from = comma.map_or(closed, |comma| comma + 1);
    from <= verb && (from..verb).all(|at| helps(line, at))
}

/// Whether a word may stand between a subject and its verb.
fn helps(line: &Line, at: usize) -> bool {
    let word = line.word(at);
    among("has have had is was also later then now again today yesterday recently already itself", word)
        || word.ends_with("ly")
}

/// Whether the noun before `and` may be what the possessive after it looks back on: `the port and its cranes`.
fn coordinated(line: &Line, at: usize) -> bool {
    among("and or plus with", line.before(at))
}

/// Whether a word means many: a plural, `people`, a number of them.
fn plural(scene: &Scene, line: &Line, at: usize) -> bool {
    let word = line.word(at);
    let ends = word.len() > 3
        && word.ends_with('s')
        && !["ss", "us", "is", "'s"].iter().any(|end| word.ends_with(end))
        && !scene.lexicon.verb(word).is_some_and(|form| {
            form.third && line.is_word(at.wrapping_sub(1)) && line.is_capital(at.wrapping_sub(1))
        })
        && !among("says does this always perhaps", word);
    line.is_word(at) && word.starts_with(char::is_lowercase) && ends
        || among("people men women children police crew both two three they them those these who", word)
        || word == "and" && line.is_capital(at + 1)
}

/// Whether another thing may be meant: a clause with a subject of its own begins between the name and the pronoun.
fn another(scene: &Scene, line: &Line, from: usize, to: usize) -> bool {
    const DETERMINERS: &str = "the a an this that these his her their each every no some many most";
    (from..to).any(|at| {
        let opens = slot::parts(line, at) || scene.lexicon.speech_verb(line.word(at)).is_some();
        opens
            && at + 1 < to
            && among(DETERMINERS, line.word(at + 1))
            && !(line.word(at + 1) == "that" && at + 2 == to)
    })
}
