//! The words around a mention → [`Slot`]: how it stands in its clause, as far as one sees without a parser.

use std::ops::Range;

use super::gender;
use super::scene::Scene;
use crate::mention::line::{Line, among};
use crate::token::TokenKind;

/// How a mention stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    /// It opens a clause and a verb follows, or it says something.
    Subject,
    /// A verb stands before it, or one cannot tell.
    Object,
    /// `Lee's`
    Possessor,
    /// After `by`.
    Agent,
    /// After another preposition.
    Governed,
}

/// Words before a name that make it no subject.
const GOVERNORS: &str = "\
    of in on at by with from to for about against than like under over between behind near toward towards \
    including via without despite around into through upon among alongside beside within per during across \
    beyond above below onto off";

/// Words that open a clause with a subject of its own.
const CLAUSES: &str = "\
    that when while because although though after before as if but until since whether where and so which \
    who whom once unless what why how";

/// Marks that part clauses.
const MARKS: &str = ", ; : — – -- ( ) “ ” \" `` ''";

/// Whether a word is a preposition.
pub(crate) fn governs(word: &str) -> bool {
    among(GOVERNORS, &word.to_lowercase())
}

/// Whether a new clause may begin with the token.
pub(crate) fn parts(line: &Line, at: usize) -> bool {
    among(MARKS, line.word(at)) || among(CLAUSES, line.word(at))
}

/// The slot of a mention.
pub(crate) fn of(scene: &Scene, mention: usize) -> Slot {
    let m = &scene.mentions[mention];
    of_phrase(scene, m.sentence, start(scene, mention)..m.tokens.end)
}

/// The slot of a phrase with its article and title.
pub(crate) fn of_phrase(scene: &Scene, sentence: usize, phrase: Range<usize>) -> Slot {
    let line = &scene.lines[sentence];
    let (start, end) = (phrase.start, phrase.end);
    let speaks = |at: usize| scene.lexicon.speech_verb(line.word(at)).is_some();
    if line.kinds.get(end) == Some(&TokenKind::Possessive) && line.is_word(end + 1) {
        return Slot::Possessor;
    }
    let before = line.before(start).to_lowercase();
    if before == "by" {
        return Slot::Agent;
    }
    if governs(&before) {
        return Slot::Governed;
    }
    let after = after(line, end);
    if speaks(after) || start > 0 && speaks(start - 1) && !line.is_word(end) {
        return Slot::Subject;
    }
    let opens = start == 0 || among(MARKS, &before) || among(CLAUSES, &before) || line.is_initial(start);
    let verb = line.word(after);
    let finite = line.is_word(after)
        && verb.starts_with(char::is_lowercase)
        && !governs(verb)
        && !among(CLAUSES, verb)
        || among("'s 'd 'll", verb)
        || among("who and", line.word(end)) && start == 0;
    if opens && finite { Slot::Subject } else { Slot::Object }
}

/// Where the mention begins with its title and other capitals before it.
fn start(scene: &Scene, mention: usize) -> usize {
    let m = &scene.mentions[mention];
    let line = &scene.lines[m.sentence];
    let mut start = gender::title_start(scene, mention);
    while start > 0 && line.is_capital(start - 1) && !line.is_initial(start - 1) {
        start -= 1;
    }
    if start > 0 && among("the The a A an An", line.word(start - 1)) { start - 1 } else { start }
}

/// The token after a phrase and what stands in brackets or in apposition after it.
pub(crate) fn after(line: &Line, end: usize) -> usize {
    let mut at = end;
    if line.word(at) == "(" {
        let close = (at..line.len()).find(|&at| line.word(at) == ")");
        at = close.map_or(at, |close| close + 1);
    }
    if line.word(at) != "," {
        return at;
    }
    let close = (at + 1..line.len().min(at + 16)).find(|&at| line.word(at) == ",");
    close.map_or(at, |close| close + 1)
}
