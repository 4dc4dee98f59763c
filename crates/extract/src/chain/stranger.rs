//! Nouns for people without a name, who may be meant by a pronoun as well as those with one.

use super::scene::Scene;
use super::{Gender, gender};

/// The gender of the person without a name that the token brings in: not `spokesman Bo Ek`, not `Bo Ek, a father of two`.
pub(crate) fn at(scene: &Scene, sentence: usize, token: usize) -> Option<Gender> {
    let line = &scene.lines[sentence];
    let noun = scene.lexicon.person_noun(line.word(token))?;
    let named = scene.mentions_in(sentence).any(|at| {
        let tokens = &scene.mentions[at].tokens;
        let apposed = tokens.end < token && token - tokens.end < 6 && line.word(tokens.end) == ",";
        tokens.start == token + 1 || tokens.start == token + 2 && line.word(token + 1) == "," || apposed
    });
    (!named).then(|| gender::of_sex(noun.sex))
}
