//! The words between a name and `it` or `they` → what they allow: who reports it, whether another thing or many may be meant.

use super::scene::Scene;
use super::slot;
use crate::mention::line::{Line, among};
use crate::token::TokenKind;

/// The most words of an apposition between a subject and its verb.
const APPOSED: usize = 20;

/// The verb of saying or thinking whose clause begins with the pronoun at a token: `said that it`, `announced on Friday that it`.
pub(crate) fn reporting(scene: &Scene, line: &Line, at: usize) -> Option<usize> {
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
pub(crate) fn leads_to(line: &Line, end: usize, verb: usize) -> bool {
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
pub(crate) fn coordinated(line: &Line, at: usize) -> bool {
    among("and or plus with", line.before(at))
}

/// Whether a word means many: a plural, `people`, a number of them.
pub(crate) fn plural(scene: &Scene, line: &Line, at: usize) -> bool {
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

/// Whether another thing may be meant: a clause with a subject of its own begins between the name and the pronoun, or somebody
/// is kept from doing what it stands in: `barred a mill from selling its`.
pub(crate) fn another(scene: &Scene, line: &Line, from: usize, to: usize) -> bool {
    const DETERMINERS: &str = "the a an this that these his her their each every no some many most";
    (from..to).any(|at| {
        let opens = slot::parts(line, at) || scene.lexicon.speech_verb(line.word(at)).is_some();
        opens
            && at + 1 < to
            && among(DETERMINERS, line.word(at + 1))
            && !(line.word(at + 1) == "that" && at + 2 == to)
            || line.word(at) == "from" && at > from + 1 && line.word(at + 1).ends_with("ing")
    })
}
