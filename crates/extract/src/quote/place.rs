//! How a verb of saying stands to a clause before or around it.

use super::gap::time;
use super::word::{PREPOSITIONS, SUBJECTS, Word};
use super::{addressee, cue};
use crate::lexicon::Lexicon;
use crate::token::TokenKind;

/// Whether nothing but the time, the place or the hearer follows the verb at `verb`, so that its clause stands before it.
pub(super) fn closes(words: &[Word], verb: usize, lexicon: &Lexicon) -> bool {
    let Some(next) = words.get(verb + 1) else { return true };
    let tells = words[verb].is(&["told", "tells", "tell", "warned", "warns", "assured", "reminded"])
        || next.text == "to";
    let told = tells
        && cue::speech(words, verb, lexicon)
            .is_some_and(|class| addressee::find(words, verb, class, lexicon).is_some());
    let phrase = next.is(PREPOSITIONS) && next.text != "to";
    told || phrase || next.kind == TokenKind::Mark && !next.quoted || time(words, verb + 1).is_some()
}

/// Whether the subject may follow the verb at `verb`, after a comma: `…, said Lee`.
pub(super) fn is_inverted(words: &[Word], verb: usize) -> bool {
    // `…, said Lee`, and `…," said Lee`.
    let closed = verb > 2 && words[verb - 1].quoted && words[verb - 2].text == ",";
    let comma = verb > 1 && (words[verb - 1].text == "," || closed) && !words[verb].text.ends_with("ing");
    let subject = words.get(verb + 1).is_some_and(|next| {
        let phrase = next.is(PREPOSITIONS) || next.is(SUBJECTS) || next.text == "that";
        next.kind != TokenKind::Mark && !next.quoted && !phrase && time(words, verb + 1).is_none()
    });
    comma && subject
}

/// Whether nothing but a name follows the verb at `verb` before a mark: `…, said Lee, would fail`.
pub(super) fn names_only(words: &[Word], verb: usize) -> bool {
    let end = (verb + 1..words.len().min(verb + 8))
        .find(|&at| words[at].kind == TokenKind::Mark && words[at].text != "-");
    let last = end.map_or(verb, |end| end - 1);
    let first = words.get(verb + 1).and_then(|word| word.name);
    first.is_some_and(|name| name.span.end == words[last].span.end)
}

/// The comma after the verb at `verb` and what says when, where or to whom it is said; only marks end the words between.
pub(super) fn rest(words: &[Word], verb: usize, lexicon: &Lexicon) -> Option<usize> {
    let comma =
        (verb + 1..words.len().min(verb + 14)).find(|&at| words[at].text == "," && !words[at].quoted)?;
    let open = (verb + 1..comma).any(|at| words[at].quoted || lexicon.finite(words[at].text).is_some());
    (!open).then_some(comma)
}

/// Whether a clause that seems whole goes on with this word after the remark within it: `The firm failed, Lee said, because …`.
pub(super) fn continues(next: &Word) -> bool {
    next.is(&[
        "until", "because", "if", "when", "unless", "after", "before", "since", "for", "in", "on", "with",
        "at", "to", "by", "from", "and", "or",
    ])
}
