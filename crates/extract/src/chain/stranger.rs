//! Nouns for people without a name, who may be meant by a pronoun as well as those with one.

use std::ops::Range;

use super::scene::Scene;
use super::{Gender, gender};

/// The most words of a description before its noun.
const LONGEST: usize = 10;

/// How near to the name a noun is taken for part of its description, whatever stands between.
const NEAR: usize = 5;

/// The gender of the person without a name that the token brings in: not `spokesman Bo Ek`, not `Bo Ek, a father of two`.
pub(crate) fn at(scene: &Scene, sentence: usize, token: usize) -> Option<Gender> {
    let line = &scene.lines[sentence];
    let noun = scene.lexicon.person_noun(line.word(token))?;
    let named = scene.mentions_in(sentence).any(|at| {
        let tokens = &scene.mentions[at].tokens;
        let apposed = tokens.end < token
            && line.word(tokens.end) == ","
            && is_flat(scene, sentence, tokens.end + 1..token);
        tokens.start == token + 1 || tokens.start == token + 2 && line.word(token + 1) == "," || apposed
    });
    (!named).then(|| gender::of_sex(noun.sex))
}

/// Whether the words are those of one description: `a grocer and`, with no comma and no verb among them.
fn is_flat(scene: &Scene, sentence: usize, words: Range<usize>) -> bool {
    let line = &scene.lines[sentence];
    words.len() < NEAR
        || words.len() < LONGEST
            && words.clone().all(|at| {
                !matches!(line.word(at), "," | ";" | "who") && scene.lexicon.finite(line.word(at)).is_none()
            })
}
