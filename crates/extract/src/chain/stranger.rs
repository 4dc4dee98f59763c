//! Nouns for people without a name, who may be meant by a pronoun as well as those with one.

use super::Gender;
use super::scene::Scene;

/// The nouns with the gender that they show.
const STRANGERS: &[(&str, Gender)] = &[
    ("man", Gender::Male),
    ("boy", Gender::Male),
    ("father", Gender::Male),
    ("husband", Gender::Male),
    ("son", Gender::Male),
    ("brother", Gender::Male),
    ("spokesman", Gender::Male),
    ("uncle", Gender::Male),
    ("grandfather", Gender::Male),
    ("nephew", Gender::Male),
    ("boyfriend", Gender::Male),
    ("woman", Gender::Female),
    ("girl", Gender::Female),
    ("mother", Gender::Female),
    ("wife", Gender::Female),
    ("daughter", Gender::Female),
    ("sister", Gender::Female),
    ("spokeswoman", Gender::Female),
    ("aunt", Gender::Female),
    ("grandmother", Gender::Female),
    ("niece", Gender::Female),
    ("girlfriend", Gender::Female),
    ("suspect", Gender::Open),
    ("victim", Gender::Open),
    ("driver", Gender::Open),
    ("resident", Gender::Open),
    ("spokesperson", Gender::Open),
    ("student", Gender::Open),
    ("patient", Gender::Open),
    ("teenager", Gender::Open),
    ("attacker", Gender::Open),
    ("gunman", Gender::Male),
    ("child", Gender::Open),
    ("teacher", Gender::Open),
    ("witness", Gender::Open),
    ("neighbor", Gender::Open),
    ("neighbour", Gender::Open),
];

/// The gender of the person without a name that the token brings in: not `spokesman Bo Ek`, not `Bo Ek, a father of two`.
pub(crate) fn at(scene: &Scene, sentence: usize, token: usize) -> Option<Gender> {
    let line = &scene.lines[sentence];
    let (_, gender) = STRANGERS.iter().find(|(noun, _)| *noun == line.word(token))?;
    let named = scene.mentions_in(sentence).any(|at| {
        let tokens = &scene.mentions[at].tokens;
        let apposed = tokens.end < token && token - tokens.end < 6 && line.word(tokens.end) == ",";
        tokens.start == token + 1 || tokens.start == token + 2 && line.word(token + 1) == "," || apposed
    });
    (!named).then_some(*gender)
}
