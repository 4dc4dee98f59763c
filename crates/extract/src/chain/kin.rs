//! The words around a name → [`Kin`]: whose relative its bearer is brought in as.

use super::scene::Scene;
use super::{Gender, gender};
use crate::lexicon::{Kinship, PersonNoun};
use crate::mention::line::{Line, among};
use crate::token::TokenKind;

/// How a name brings somebody in as the relative of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Kin {
    pub(crate) kinship: Kinship,
    pub(crate) gender: Gender,
    pub(crate) owner: Owner,
}

/// How the one is meant whose relative somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// `his wife`: somebody whom the text is about already.
    Pronoun,
    /// `Lee's wife`
    Name,
}

/// How many words may stand between the noun and the name: `her husband, the former senator Bo Lee`.
const BETWEEN: usize = 5;

/// How many words may stand between the owner and the noun: `his first wife`.
const WITHIN: usize = 3;

/// Reads the noun of kin that stands before or after a mention.
pub(crate) fn of(scene: &Scene, mention: usize) -> Option<Kin> {
    let line = scene.line(mention);
    let noun = noun(scene, mention)?;
    let said = scene.lexicon.person_noun(line.word(noun))?;
    Some(Kin { kinship: said.kin?, gender: gender::of_sex(said.sex), owner: owner_before(line, noun)? })
}

/// The token of the noun of kin that brings in the bearer of a mention.
pub(crate) fn noun(scene: &Scene, mention: usize) -> Option<usize> {
    let m = &scene.mentions[mention];
    let line = &scene.lines[m.sentence];
    before(scene, line, m.tokens.start)
        .filter(|_| !goes_on(scene, line, mention))
        .or_else(|| after(scene, line, m.tokens.end))
        .filter(|&noun| owner_before(line, noun).is_some())
}

/// The gender that a noun of kin shows of the one whose kin it is: `Lee's wife`.
pub(crate) fn owner(noun: PersonNoun) -> Gender {
    match (noun.kin, gender::of_sex(noun.sex)) {
        (Some(Kinship::Spouse), Gender::Male) => Gender::Female,
        (Some(Kinship::Spouse), Gender::Female) => Gender::Male,
        _ => Gender::Open,
    }
}

fn before(scene: &Scene, line: &Line, start: usize) -> Option<usize> {
    (start.saturating_sub(BETWEEN)..start)
        .rev()
        .take_while(|&at| at + 1 == start || joins(scene, line, at))
        .find(|&at| scene.lexicon.person_noun(line.word(at)).is_some())
}

/// Whether a word may stand between a noun of kin and the name: the article, words of a title, the comma right after the noun.
fn joins(scene: &Scene, line: &Line, at: usize) -> bool {
    let word = line.word(at + 1);
    let noun = scene.lexicon.person_noun(line.word(at)).is_some();
    word == "," && noun
        || line.is_word(at + 1)
            && !among("and or but who that with to of for from at in on by is was said", word)
            && scene.lexicon.speech_verb(word).is_none()
            && (among("the The late", word)
                || among("former late", word)
                || scene.lexicon.is_role(word)
                || scene.lexicon.title_at(&[word], 0).is_some())
}

/// Whether a surname after a comma is the subject of what follows, and no apposition, which a comma would close: `when he asked for
/// his mother, Lee was told`.
fn goes_on(scene: &Scene, line: &Line, mention: usize) -> bool {
    let m = &scene.mentions[mention];
    let verb = || scene.lexicon.finite(line.word(m.tokens.end)).is_some();
    let given = || scene.lexicon.first_name(line.word(m.tokens.start)).is_some();
    line.before(m.tokens.start) == "," && m.tokens.len() == 1 && verb() && !given()
}

fn after(scene: &Scene, line: &Line, end: usize) -> Option<usize> {
    if line.word(end) != "," || !among("his her their", line.word(end + 1)) {
        return None;
    }
    (end + 2..end + 2 + WITHIN)
        .take_while(|&at| line.is_word(at))
        .find(|&at| scene.lexicon.person_noun(line.word(at)).is_some())
}

fn owner_before(line: &Line, noun: usize) -> Option<Owner> {
    (noun.saturating_sub(WITHIN)..noun).rev().find_map(|at| {
        if line.kinds.get(at) == Some(&TokenKind::Possessive) {
            Some(Owner::Name)
        } else {
            among("his her their His Her Their", line.word(at)).then_some(Owner::Pronoun)
        }
    })
}
