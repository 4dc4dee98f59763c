//! The words after a verb → the clause that it [`Reported`], and whether words are a clause at all. Where it ends is in `bound`.

use std::ops::Range;

use super::addressee::{self, Addressee};
use super::cue::Cue;
use super::verb::{has_auxiliary, has_verb};
use super::word::{ARTICLES, PREPOSITIONS, SUBJECTS, Word};
use super::{bound, gap};
use crate::lexicon::{Finite, Lexicon, SpeechClass};
use crate::token::TokenKind;

/// The clause after a verb.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reported {
    /// Its words, without `that`.
    pub(super) words: Range<usize>,
    /// Whom it is said to.
    pub(super) addressee: Option<Addressee>,
    /// Whether `that` or a question word opens it.
    pub(super) marked: bool,
}

/// Words that open a reported question.
pub(super) const QUESTIONS: &[&str] = &["whether", "if", "how", "why", "what", "who", "when", "where"];

/// Verbs after which a clause without `that` is the rule.
const STRONG: &[&str] = &[
    "said", "says", "say", "saying", "told", "tells", "telling", "insisted", "insists", "claimed", "claims",
];

/// Verbs of finding and holding after which a clause may stand without `that`.
const BARE: &[&str] = &[
    "found", "finds", "find", "shows", "showed", "show", "ruled", "believes", "believed", "believe", "think",
    "thinks", "thought", "hope", "hopes", "hoped", "fear", "fears", "feared", "felt", "feels", "suspects",
    "suspect",
];

/// Verbs that put something forward; what follows with `what` or `how` is a thing, no question: `suggested what the town could do`.
const PROPOSING: &[&str] = &[
    "suggest",
    "suggests",
    "suggested",
    "suggesting",
    "propose",
    "proposes",
    "proposed",
    "proposing",
    "claim",
    "claims",
    "claimed",
    "claiming",
    "insist",
    "insists",
    "insisted",
    "insisting",
];

/// The clause that the verb at `verb` reports, when one follows it.
pub(super) fn after(words: &[Word], verb: usize, cue: Cue, lexicon: &Lexicon) -> Option<Reported> {
    let mut at = verb + 1;
    let mut addressee = None;
    if let Cue::Speech(class) = cue
        && let Some((found, end)) = addressee::find(words, verb, class, lexicon)
    {
        (addressee, at) = (Some(found), end);
    }
    // `They were told that`: nobody is said to tell it.
    if cue == Cue::Speech(SpeechClass::Tell) && addressee.is_none() {
        return None;
    }
    let distant = !matches!(
        cue,
        Cue::Speech(SpeechClass::Accuse | SpeechClass::Praise | SpeechClass::Call | SpeechClass::Ask)
    );
    if distant {
        at = gap::skip(words, at, lexicon)?;
    }
    let opener = words.get(at)?;
    let that = opener.text == "that" && !opener.quoted && !demonstrative(words, at, lexicon);
    // `told reporters after the meeting that was held there`.
    if opener.text == "that"
        && !that
        && at > verb + 1
        && addressee.is_none_or(|told| told.span.end < words[at - 1].span.start)
    {
        return None;
    }
    let start = if that { at + 1 } else { at };
    let asks = opener.is(QUESTIONS) && !opener.quoted && opener.text != "when";
    let end = bound::end(words, start, lexicon);
    let end = bound::closed(words, verb, start, end, lexicon);
    let whole = start..bound::trim(words, start, end);
    let fits = if that {
        distant && !denies(cue) && whole.len() >= 5
            || whole.len() >= 2 && has_verb(words, whole.clone(), lexicon)
    } else if asks {
        questions(cue)
            && !words[verb].is(PROPOSING)
            && whole.len() >= 3
            && has_verb(words, whole.start + 1..whole.end, lexicon)
    } else {
        plain(words, verb, whole.clone(), cue, lexicon)
    };
    (fits && free(words, whole.clone())).then_some(Reported { words: whole, addressee, marked: that || asks })
}

/// `said that claim was false`: `that` before a noun with its verb, where it is no conjunction.
fn demonstrative(words: &[Word], at: usize, lexicon: &Lexicon) -> bool {
    words.get(at + 1).is_some_and(|next| lexicon.finite(next.text) == Some(Finite::Auxiliary))
}

fn denies(cue: Cue) -> bool {
    cue == Cue::Speech(SpeechClass::Deny)
}

fn questions(cue: Cue) -> bool {
    !matches!(
        cue,
        Cue::Report(_)
            | Cue::Speech(SpeechClass::Accuse | SpeechClass::Praise | SpeechClass::Call | SpeechClass::Deny)
    )
}

/// Whether words without `that` are a clause that a verb of this class reports.
fn plain(words: &[Word], verb: usize, clause: Range<usize>, cue: Cue, lexicon: &Lexicon) -> bool {
    let Some(first) = words.get(clause.start).filter(|_| clause.len() >= 3) else { return false };
    let bad = first.is(&["yes", "to", "as", "so", "than", "and", "but", "or", "for", "it's", "nothing"])
        || first.kind == TokenKind::Mark && !first.quoted && !matches!(first.text, "$" | "£" | "€");
    // `expect it to rise`
    let infinitive = words.get(clause.start + 1).is_some_and(|next| next.text == "to" && !next.quoted);
    if bad || infinitive || shares_object(words, &clause, lexicon) {
        return false;
    }
    match cue {
        Cue::Speech(SpeechClass::Say | SpeechClass::Tell | SpeechClass::Claim | SpeechClass::Warn) => {
            is_said(words, verb, clause, lexicon)
        }
        Cue::Speech(SpeechClass::Promise | SpeechClass::Deny | SpeechClass::Write | SpeechClass::Think)
        | Cue::Report(_) => is_held(words, verb, clause, cue, lexicon),
        Cue::Speech(_) => false,
    }
}

/// Whether the words are an object after which the sentence goes on with a second verb: `confirmed the arrests but would not say`.
fn shares_object(words: &[Word], clause: &Range<usize>, lexicon: &Lexicon) -> bool {
    let join = clause.clone().take(NEAR + 2).find(|&at| words[at].is(&["and", "but"]) && !words[at].quoted);
    join.is_some_and(|join| {
        let verb = words.get(join + 1).and_then(|next| lexicon.finite(next.text));
        verb == Some(Finite::Auxiliary) && !has_verb(words, clause.start..join, lexicon)
    })
}

/// Whether words without `that` after a plain verb of saying are a clause.
fn is_said(words: &[Word], verb: usize, clause: Range<usize>, lexicon: &Lexicon) -> bool {
    let first = &words[clause.start];
    let own = has_verb(words, clause.clone(), lexicon);
    // `He said his piece, he is ready`.
    let comma = clause.clone().take(5).find(|&at| words[at].text == ",");
    let broken = comma.is_some_and(|comma| {
        let next = words.get(comma + 1).is_some_and(|next| next.is(SUBJECTS));
        next && !has_verb(words, clause.start..comma, lexicon)
    });
    if broken {
        return false;
    }
    let subject = opens_with_pronoun(first);
    let near = clause.start + 1..clause.end.min(clause.start + NEAR);
    let word = !first.is(PREPOSITIONS) && first.kind == TokenKind::Word;
    let sure = subject || starts_phrase(words, clause.start);
    // After a pronoun the verb need not be known: `said they both share it`.
    let plain = first.is(&["he", "she", "they", "we"]) && clause.len() >= 4 && words[verb].is(STRONG);
    plain
        || (subject || words[verb].is(STRONG)) && own
        || word && has_auxiliary(words, near, lexicon)
        || sure && has_auxiliary(words, clause, lexicon)
}

/// Whether words without `that` after a verb of promising, denying, writing, finding or holding are a clause.
fn is_held(words: &[Word], verb: usize, clause: Range<usize>, cue: Cue, lexicon: &Lexicon) -> bool {
    let first = &words[clause.start];
    let subject = opens_with_pronoun(first);
    let near = clause.start + 1..clause.end.min(clause.start + NEAR);
    let bare = words[verb].is(BARE) && first.kind == TokenKind::Word && !first.is(PREPOSITIONS);
    let sure = (subject || starts_phrase(words, clause.start))
        && (!matches!(cue, Cue::Report(_)) || words[verb].is(BARE));
    subject && has_verb(words, clause.clone(), lexicon)
        || bare && has_auxiliary(words, near, lexicon)
        || sure && has_auxiliary(words, clause, lexicon)
}

/// Within how many words an auxiliary shows that words which could be an object are a clause.
const NEAR: usize = 6;

fn starts_phrase(words: &[Word], at: usize) -> bool {
    let first = &words[at];
    first.is(ARTICLES)
        || first.name.is_some()
        || first.is_capital()
        || first.kind == TokenKind::Number
        || first.quoted
        || first.text.ends_with('s') && first.text.len() > 3
        || matches!(first.text, "$" | "£" | "€")
}

/// Whether enough of the clause stands outside quotation marks to be the writer's words.
fn free(words: &[Word], clause: Range<usize>) -> bool {
    let outside =
        words[clause.clone()].iter().filter(|word| !word.quoted && word.kind != TokenKind::Mark).count();
    let opens = words[clause.start].quoted;
    outside >= 1 && !opens || outside >= 2 && outside * 6 >= clause.len()
}

/// Whether three words and a quarter of a clause that stands before its verb are outside quotation marks.
pub(super) fn is_own(words: &[Word], clause: Range<usize>) -> bool {
    let outside =
        words[clause.clone()].iter().filter(|word| !word.quoted && word.kind != TokenKind::Mark).count();
    outside >= 3 && outside * 4 >= clause.len() || outside >= 2 && completes(words, clause)
}

/// `The town "has grown by half"`: a subject in the writer's words, its verb in those of the speaker.
pub(super) fn completes(words: &[Word], clause: Range<usize>) -> bool {
    let first = &words[clause.start];
    let subject = !first.quoted && (first.is(ARTICLES) || first.is(SUBJECTS) || first.name.is_some());
    let mark = (clause.start..clause.end).find(|&at| words[at].quoted);
    let opens = mark.and_then(|mark| words.get(mark + 1)).is_some_and(|word| is_finite(word.text));
    let helped = mark.and_then(|mark| mark.checked_sub(1)).is_some_and(|at| is_finite(words[at].text));
    subject && (opens || helped)
}

/// Forms that only a subject can stand before.
fn is_finite(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "can"
            | "could"
            | "should"
            | "must"
            | "may"
            | "might"
            | "does"
            | "did"
    )
}

/// Whether the word can only go on with a clause whose subject stands before it: `is`, but not `it's`.
pub(super) fn lacks_subject(word: &Word, lexicon: &Lexicon) -> bool {
    lexicon.finite(word.text) == Some(Finite::Auxiliary) && !opens_with_pronoun(word)
}

/// `she`, `she'd`.
pub(super) fn opens_with_pronoun(word: &Word) -> bool {
    let lower = word.text.to_lowercase();
    lower.split(['\'', '’']).next().is_some_and(|word| SUBJECTS.contains(&word))
}
