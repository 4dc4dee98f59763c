//! Which word says that something is said: [`Cue`]s.

use super::word::Word;
use crate::lexicon::{Lexicon, ReportClass, SpeechClass};

/// What a cue does with the words that go with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// A verb of saying of this class.
    Speech(SpeechClass),
    /// A verb of finding or holding.
    Report(ReportClass),
}

/// The verb of saying at `at`: finite, or a participle that introduces words.
pub(super) fn speech(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<SpeechClass> {
    let word = &words[at];
    // `Said Lee: "…"`, and headlines: `Minister Says Plan Will Work`.
    let opens = at == 0 && words.get(1).is_some_and(|next| next.name.is_some() || next.is_pronoun());
    let shown = at > 0 && is_headline(words) && words[at - 1].name.is_some();
    let small = word.text.starts_with(char::is_lowercase) || opens || shown;
    let verb = lexicon.speech_verb(word.text).filter(|_| small && word.name.is_none())?;
    let passive = at > 0 && words[at - 1].is(PASSIVE);
    let thinks = verb.class == SpeechClass::Think;
    let stands = !is_noun(words, at) && !thinks && (!passive || verb.class == SpeechClass::Call);
    stands.then_some(verb.class)
}

/// The cue at `at` that a clause can follow: a verb of saying, finding or holding.
pub(super) fn reporting(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<Cue> {
    if let Some(class) = speech(words, at, lexicon) {
        return Some(Cue::Speech(class));
    }
    let word = &words[at];
    let passive = at > 0 && words[at - 1].is(PASSIVE);
    if word.name.is_some() || is_noun(words, at) || passive {
        return None;
    }
    let thinks = lexicon.speech_verb(word.text).filter(|verb| verb.class == SpeechClass::Think);
    let held = thinks.map(|_| ReportClass::Think);
    held.or_else(|| lexicon.report_verb(word.text)).map(Cue::Report)
}

/// Words after which a form is no active verb.
const PASSIVE: &[&str] = &["is", "was", "are", "were", "be", "been", "being", "as", "’re", "'re"];

/// Whether the word is used as a noun or an infinitive: `the report`, `to say`, `did not say`.
fn is_noun(words: &[Word], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|at| &words[at]) else { return false };
    if !shows_subject(words, at) {
        return true;
    }
    let noun = before.is(&[
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "this",
        "of",
        "to",
        "no",
        "any",
        "new",
        "in",
        "my",
        "our",
        "your",
        "for",
        "’s",
        "'s",
        "such",
        "n't",
        "didn't",
        "didn’t",
        "doesn't",
        "doesn’t",
        "cannot",
        "can't",
    ]);
    // `can't`, `would not say`; but `would not, she said`.
    let not = before.text == "not" && !words[at].is(&["only"]);
    noun || not
}

/// Forms that are nouns as often as verbs.
const NOUNS: &[&str] = &[
    "claim",
    "claims",
    "comment",
    "comments",
    "tweet",
    "tweets",
    "report",
    "reports",
    "rule",
    "rules",
    "show",
    "shows",
    "question",
    "questions",
    "fear",
    "fears",
    "hope",
    "hopes",
    "demand",
    "demands",
    "note",
    "notes",
    "call",
    "calls",
    "charge",
    "charges",
    "appeal",
    "appeals",
    "remark",
    "remarks",
    "answer",
    "answers",
    "promise",
    "promises",
    "pledge",
    "pledges",
    "reply",
    "replies",
    "repeat",
    "estimate",
    "estimates",
    "proposal",
    "document",
    "documents",
    "forecast",
    "forecasts",
    "answering",
    "signal",
    "signals",
    "shout",
    "shouts",
    "post",
    "posts",
    "finding",
    "findings",
    "quote",
    "quotes",
    "address",
    "blame",
    "doubt",
    "doubts",
    "worry",
    "worries",
    "vow",
    "vows",
    "hint",
    "hints",
    "praise",
    "statement",
    "study",
    "label",
    "labels",
    "meaning",
    "reading",
    "warning",
    "hearing",
    "guess",
    "brief",
    "reason",
    "reasons",
    "swear",
    "insist",
    "state",
    "states",
    "stress",
    "stresses",
    "find",
    "finds",
    "feel",
    "feels",
];

/// Whether a form that is a noun as often stands after what can be its subject: `she claims`, not `recent claims`.
fn shows_subject(words: &[Word], at: usize) -> bool {
    if !words[at].is(NOUNS) {
        return true;
    }
    let Some(before) = (0..at)
        .rev()
        .find(|&at| !(words[at].text.ends_with("ly") || words[at].is(&["also", "now", "still"])))
    else {
        return false;
    };
    let word = &words[before];
    let verbal = word.is(&["who", "which", "to", "and", "will", "would", "that", ",", ")"])
        && !words[at].text.ends_with("ing");
    let plural = word.text.ends_with('s') && word.text.len() > 3 && !words[at].text.ends_with('s');
    let single = !word.is_capital()
        && !word.text.ends_with('s')
        && words[at].text.ends_with('s')
        && is_noun_phrase(words, before);
    word.is_pronoun()
        || word.name.is_some_and(|name| name.span.end == word.span.end)
        || verbal
        || plural
        || single
}

/// Whether the word at `at` ends a short noun phrase with an article: `the report`, `a new study`.
fn is_noun_phrase(words: &[Word], at: usize) -> bool {
    (at.saturating_sub(3)..at)
        .any(|at| words[at].is(&["the", "a", "an", "his", "her", "its", "their", "one"]))
        && words[at].text.len() > 3
}

/// Whether nearly every longer word has a capital.
fn is_headline(words: &[Word]) -> bool {
    let long = |word: &&Word| word.text.chars().count() > 4;
    let head = || words.iter().take(20).filter(long);
    let capitals = head().filter(|word| word.is_capital()).count();
    words.len() <= 30 && capitals >= 3 && capitals + 1 >= head().count()
}
