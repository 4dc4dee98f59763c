//! Whom a paper quotes: `The Osten Herald quoted Ann Lee as saying`, `cited the indictment as saying`. The words are not the paper's.

use super::cue;
use super::phrase;
use super::subject::Subject;
use super::word::{Word, span};
use crate::lexicon::Lexicon;

/// Verbs with which one passes on the words of another.
const QUOTES: &[&str] = &[
    "quoted",
    "quotes",
    "quote",
    "quoting",
    "cited",
    "cites",
    "cite",
    "citing",
    "recorded",
    "overheard",
    "heard",
    "reported",
    "paraphrased",
];

/// How far before `as saying` the verb may stand.
const REACH: usize = 14;

/// The source of the words that follow the participle at `participle`.
pub(super) fn source(words: &[Word], participle: usize, lexicon: &Lexicon) -> Option<Subject> {
    let as_at = participle.checked_sub(1).filter(|&at| words[at].is(&["as"]))?;
    let verb = (as_at.saturating_sub(REACH)..as_at)
        .rev()
        .find(|&at| words[at].is(QUOTES) && !words[at].quoted && words[at].name.is_none())?;
    if verb + 1 >= as_at || cue::is_passive(words, verb) {
        return None;
    }
    let printed = Subject { span: span(words, verb + 1, as_at - 1), chain: None };
    Some(phrase::from(&words[..as_at], verb + 1, lexicon).unwrap_or(printed))
}
