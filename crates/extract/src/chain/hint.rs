//! The words around a bare surname → what they hint at of its bearer: the gender of the pronoun that follows, `the elder`.

use model::EntityKind;

use super::pronoun::{self, Case};
use super::scene::Scene;
use super::{Gender, kin};
use crate::lexicon::Kinship;
use crate::token::TokenKind;

/// How far after a name a pronoun may stand that shows its gender.
const REACH: usize = 12;

/// The gender that the first pronoun after a mention shows, or the spouse: `Lee said she`, `Lee's husband`.
pub(crate) fn gender(scene: &Scene, mention: usize) -> Gender {
    let m = &scene.mentions[mention];
    let line = &scene.lines[m.sentence];
    let end = m.tokens.end;
    let quoted = scene.quoted[m.sentence][m.tokens.start];
    let owns = line.kinds.get(end) == Some(&TokenKind::Possessive);
    let named = |at: usize| {
        scene.mentions_in(m.sentence).any(|other| {
            scene.mentions[other].kind == EntityKind::Person && scene.mentions[other].tokens.start == at
        })
    };
    for at in end..line.len().min(end + REACH) {
        if let Some(noun) = scene.lexicon.person_noun(line.word(at)) {
            return if owns && at < end + 3 { kin::owner(noun) } else { Gender::Open };
        }
        if named(at) || line.word(at) == ";" {
            return Gender::Open;
        }
        if scene.quoted[m.sentence][at] != quoted {
            continue;
        }
        if let Some(pronoun) = pronoun::read(line, at) {
            return if pronoun.case == Case::Object { Gender::Open } else { pronoun.gender };
        }
    }
    Gender::Open
}

/// Which of two generations the word before a mention says: `the elder Lee`.
pub(crate) fn generation(scene: &Scene, mention: usize) -> Option<Kinship> {
    let m = &scene.mentions[mention];
    match scene.line(mention).before(m.tokens.start) {
        "elder" | "older" | "senior" => Some(Kinship::Elder),
        "younger" | "junior" => Some(Kinship::Younger),
        _ => None,
    }
}
