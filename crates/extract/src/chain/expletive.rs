//! `it` → whether it stands for a thing, which what it does says, or for nothing: `it is clear that`.

use super::scene::Scene;
use crate::mention::line::{Line, among};

/// Verbs of which `it` is the subject though nothing does them: `it emerged that`.
const HAPPENING: &str = "\
    emerged seemed appeared turned happened rained snowed followed mattered depended took takes helps \
    helped felt looked looks seems appears remains remained became becomes came comes makes made got gets \
    was is were are be been does did do goes went included includes shows showed contains contained means meant \
    cost costs features featured covers covered applies applied reads marks marked describes described";

/// Auxiliaries that say nothing of the verb after them.
const AUXILIARIES: &str = "would will had has have could can might may did does should must";

/// What is reported of nothing: `it was reported that`.
const REPORTED: &str = "\
    reported believed expected thought alleged hoped understood revealed noted feared announced claimed \
    assumed estimated known said decided agreed suggested rumored rumoured argued confirmed pointed";

/// Whether `it` at a token stands for a thing.
pub(crate) fn refers(scene: &Scene, line: &Line, at: usize) -> bool {
    let mut next = at + 1;
    let modal = among(AUXILIARIES, line.word(next));
    while among(AUXILIARIES, line.word(next)) || line.word(next).ends_with("ly") || adverb(line, next) {
        next += 1;
    }
    let copula = among("is was be been 's", line.word(next));
    if copula {
        let mut done = next + 1;
        while line.word(done).ends_with("ly") || adverb(line, done) {
            done += 1;
        }
        let word = line.word(done);
        let participle =
            word.ends_with("ing") || scene.lexicon.verb(word).is_some_and(|form| form.participle);
        return participle && !among(REPORTED, word) && !among("that to if whether for", line.word(done + 1));
    }
    let word = line.word(next);
    // `it has a new chief`: nothing after the auxiliary is a verb, so `have` is.
    let has = among("has had have", line.word(next.wrapping_sub(1)));
    if has && scene.lexicon.verb(word).is_none() && !among(HAPPENING, word) {
        return true;
    }
    if among(HAPPENING, word) || matches!(line.word(next + 1), "that" | "clear") {
        return scene.lexicon.speech_verb(word).is_some() && !among(HAPPENING, word);
    }
    let form = scene.lexicon.verb(word);
    modal && form.is_some_and(|form| form.base || form.participle)
        || form.is_some_and(|form| form.past || form.third)
        || scene.lexicon.speech_verb(word).is_some()
}

/// Small words between an auxiliary and its verb.
fn adverb(line: &Line, at: usize) -> bool {
    among("not also never now still already then once again n't", line.word(at))
}
