//! `relation_cues.tsv` and `actor_nouns.txt` → the words that say what one entity does to another.

use std::collections::{HashMap, HashSet};

use model::{EventType, Predicate};

use super::entry::{cell, rows};

/// A verb or noun that says a predicate.
#[derive(Debug)]
pub(crate) struct Cue {
    pub(crate) predicate: Predicate,
    /// The words that follow the verb at once: `down` of `step down`.
    pub(crate) particles: Vec<&'static str>,
    /// The nouns one of which heads the verb's object: `talks` of `hold talks with`.
    pub(crate) nouns: Vec<&'static str>,
    pub(crate) slot: Slot,
    /// The event type, where it is not that of the predicate.
    pub(crate) event: Option<EventType>,
    /// Whether it says an event that no predicate is right for, such as a request; its predicate only tells who may take part.
    pub(crate) bare: bool,
}

/// Where the object of a cue stands.
#[derive(Debug)]
pub(crate) struct Slot {
    /// Right after a verb.
    pub(crate) direct: bool,
    /// After one of these prepositions.
    pub(crate) prepositions: Vec<&'static str>,
    /// The verb's object is tied to what follows the preposition, and its subject only says so: `linked him to the cartel`.
    pub(crate) pair: bool,
    /// The object has the predicate of the subject: `the bloc includes Kenya`.
    pub(crate) swap: bool,
}

#[derive(Debug)]
pub(super) struct Cues {
    verbs: HashMap<&'static str, Vec<Cue>>,
    nouns: HashMap<&'static str, Vec<Cue>>,
    states: HashMap<&'static str, Vec<Cue>>,
    actors: HashSet<&'static str>,
}

impl Cues {
    pub(super) fn read() -> Self {
        let mut cues = Self {
            verbs: HashMap::new(),
            nouns: HashMap::new(),
            states: HashMap::new(),
            actors: include_str!("../../data/actor_nouns.txt").lines().collect(),
        };
        for row in rows(include_str!("../../data/relation_cues.tsv")) {
            if cell(&row, 1) == "verb" {
                let head = cell(&row, 2).split(' ').next().unwrap_or_default();
                cues.verbs.entry(head).or_default().extend(cue(&row));
                continue;
            }
            for noun in cell(&row, 2).split('|') {
                let table = if cell(&row, 1) == "state" { &mut cues.states } else { &mut cues.nouns };
                table.entry(noun).or_default().extend(cue(&row));
            }
        }
        cues
    }

    pub(super) fn of_verb(&self, lemma: &str) -> &[Cue] {
        self.verbs.get(lemma).map_or(&[], Vec::as_slice)
    }

    pub(super) fn of_noun(&self, noun: &str) -> &[Cue] {
        self.nouns.get(noun).map_or(&[], Vec::as_slice)
    }

    pub(super) fn of_state(&self, noun: &str) -> &[Cue] {
        self.states.get(noun).map_or(&[], Vec::as_slice)
    }

    pub(super) fn is_actor(&self, noun: &str) -> bool {
        self.actors.contains(noun)
    }
}

/// The cue of a row: `carry out +attack|raid` is a verb, its particles and the nouns that its object has.
fn cue(row: &[&'static str]) -> Option<Cue> {
    let (verb, nouns) = cell(row, 2).split_once(" +").unwrap_or((cell(row, 2), ""));
    let object = cell(row, 3);
    let bare = cell(row, 0) == "-";
    let (pair, object) = object.strip_prefix("direct+").map_or((false, object), |rest| (true, rest));
    let (swap, object) = object.strip_prefix('<').map_or((false, object), |rest| (true, rest));
    let parts = |cell: &'static str| cell.split('|').filter(|part| !part.is_empty());
    Some(Cue {
        predicate: if bare { Predicate::SayAbout } else { cell(row, 0).parse().ok()? },
        particles: verb.split(' ').skip(1).collect(),
        nouns: parts(nouns).collect(),
        slot: Slot {
            direct: parts(object).any(|part| part == "direct"),
            prepositions: parts(object).filter(|part| *part != "direct").collect(),
            pair,
            swap,
        },
        event: cell(row, 4).parse().ok(),
        bare,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_cue() {
        let cues = Cues::read();
        for row in rows(include_str!("../../data/relation_cues.tsv")) {
            assert!(cue(&row).is_some(), "{row:?}");
            let slot = cue(&row).unwrap().slot;
            assert!(slot.direct || !slot.prepositions.is_empty(), "{row:?}");
            assert!(cell(&row, 0) != "-" || cue(&row).unwrap().event.is_some(), "{row:?}");
            assert!(["verb", "noun", "state"].contains(&cell(&row, 1)), "{row:?}");
        }
        let raid = cues.of_verb("carry").first().unwrap();
        assert_eq!((raid.particles.as_slice(), raid.nouns.contains(&"raid")), (["out"].as_slice(), true));
        assert!(cues.of_verb("link")[0].slot.pair);
    }
}
