//! Numbers of people that the words around them count: `the death toll rose to 35`, `a quake killed 20 in Lima`, `12 were injured`.

use super::amount::{Amount, Kind};
use super::counted;
use super::scene::Scene;
use crate::mention::line::among;
use crate::number;

/// How far before its number `toll` stands, in words: `the death toll from the quake of Monday rose to`.
const REACH: usize = 10;

/// Words between `toll` and its number.
const LEADS: &str = include_str!("../../data/words/toll_leads.txt");

/// Verbs whose object without a noun are people.
const HARMS: &str = include_str!("../../data/words/harms.txt");

/// What people can be without a noun: `12 were injured`.
const HARMED: &str = include_str!("../../data/words/harmed.txt");

/// The people that a number alone counts.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Amount> {
    if scene.in_name(at) || counted::is_none(scene, at) {
        return None;
    }
    let number =
        number::read(scene.words, at).filter(|number| number.value >= 1.0 && number.value.fract() == 0.0)?;
    let last = at + number.len - 1;
    let unit = if alone(scene, last) && is_toll(scene, at) {
        "death"
    } else if alone(scene, last) && among(HARMS, past_bound(scene, at)) || is_harmed(scene, last) {
        "person"
    } else {
        return None;
    };
    Some(Amount {
        first: at,
        last,
        value: number.value,
        high: None,
        unit: unit.to_owned(),
        kind: Kind::Count,
    })
}

/// Whether a number has no noun behind it.
fn alone(scene: &Scene, last: usize) -> bool {
    let next = scene.word(last + 1);
    let goes_on = among(counted::STOPS, next) && !matches!(next, "of" | "-" | "per");
    goes_on
        || !next.starts_with(char::is_alphanumeric) && !matches!(next, "-" | "%" | "/" | ":" | "–")
        || scene.lexicon.weekday(next).is_some()
        || next.ends_with("ing")
}

fn is_toll(scene: &Scene, at: usize) -> bool {
    let from = at.saturating_sub(REACH);
    let toll = (from..at).rev().find(|&at| scene.words[at].eq_ignore_ascii_case("toll"));
    let Some(toll) = toll.filter(|_| among(LEADS, scene.before(at))) else { return false };
    let before = scene.before(toll);
    let deaths =
        ["death", "the", "official", "confirmed"].iter().any(|word| before.eq_ignore_ascii_case(word));
    deaths && !scene.words[toll..at].iter().any(|word| matches!(*word, ";" | "," | "and"))
}

/// The word before a number and its bound: `killed` of `killed at least 20`.
fn past_bound<'a>(scene: &Scene<'a>, at: usize) -> &'a str {
    let skipped = (0..at).rev().find(|&at| {
        !matches!(
            scene.words[at],
            "at" | "least"
                | "more"
                | "than"
                | "about"
                | "around"
                | "nearly"
                | "almost"
                | "some"
                | "up"
                | "to"
                | "as"
                | "many"
        )
    });
    skipped.map_or("", |at| scene.words[at])
}

/// `were injured`, `have been arrested`, `killed`.
fn is_harmed(scene: &Scene, last: usize) -> bool {
    let plain = (last + 1..last + 5).find(|&at| {
        !matches!(
            scene.word(at),
            "were" | "are" | "was" | "is" | "have" | "had" | "has" | "been" | "still" | "others" | "remain"
        )
    });
    plain.is_some_and(|at| among(HARMED, scene.word(at)) && at > last + 1)
}
