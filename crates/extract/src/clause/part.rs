//! Words → [`Part`]s: names, closed classes, verbs. A word that is none of them counts as a noun.

use model::EntityKind;

use crate::lexicon::{FunctionWord, Lexicon, VerbForm};
use crate::reading::Reading;
use crate::token::TokenKind;

/// What a word is in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Of a name, by the index of its mention.
    Name(usize),
    /// A pronoun or description whose bearer is known, by the index of its reference.
    Stand(usize),
    /// A noun, an adjective, or a word that is not known.
    Noun,
    Determiner,
    Number,
    /// `Monday`, `yesterday`: of an expression of time.
    Time,
    Possessive,
    /// Between the halves of a word.
    Hyphen,
    /// A pronoun whose bearer is not known.
    Pronoun,
    Verb(VerbForm),
    /// `will`, `could`.
    Modal,
    To,
    Not,
    Adverb,
    Preposition,
    /// `and`, `or`.
    And,
    Comma,
    /// `who`, `whom`, `which`.
    Relative,
    That,
    /// `if`, `unless`, `whether`.
    If,
    /// `after`, `because`, `but`: a clause of its own begins.
    Subordinator,
    Quote,
    Open,
    Close,
    /// A full stop, a dash, a colon.
    Break,
}

impl Part {
    /// Whether the word can stand inside a noun phrase.
    pub(crate) fn is_nominal(self) -> bool {
        matches!(
            self,
            Self::Name(_)
                | Self::Stand(_)
                | Self::Noun
                | Self::Determiner
                | Self::Number
                | Self::Possessive
                | Self::Hyphen
                | Self::Pronoun
        )
    }
}

const AUXILIARY_NEGATIONS: &[(&str, &str)] = &[
    ("didn't", "did"),
    ("don't", "do"),
    ("doesn't", "does"),
    ("hasn't", "has"),
    ("haven't", "have"),
    ("hadn't", "had"),
    ("isn't", "is"),
    ("aren't", "are"),
    ("wasn't", "was"),
    ("weren't", "were"),
];
const TIMES: &str = "today yesterday tomorrow tonight overnight morning afternoon evening night noon midnight week weekend month year day \
    weeks months years days hours spring summer autumn winter decade";

fn among(words: &str, word: &str) -> bool {
    words.contains(word) && words.split_ascii_whitespace().any(|known| known == word)
}

/// The parts of a sentence.
pub(super) fn tag(reading: &Reading, lexicon: &Lexicon, sentence: usize, lower: &[String]) -> Vec<Part> {
    let mut parts: Vec<Option<Part>> = vec![None; lower.len()];
    for (at, mention) in reading.mentions_in(sentence) {
        parts[mention.tokens.clone()].fill(Some(Part::Name(at)));
    }
    let references = &reading.chains.references;
    let from = references.partition_point(|reference| reference.sentence < sentence);
    for (at, reference) in
        references.iter().enumerate().skip(from).take_while(|(_, r)| r.sentence == sentence)
    {
        parts[reference.tokens.clone()].fill(Some(Part::Stand(at)));
    }
    let mut tagged: Vec<Part> = Vec::with_capacity(lower.len());
    for (at, known) in parts.iter().enumerate() {
        let part = known.unwrap_or_else(|| {
            let kind = reading.tokens[sentence][at].kind;
            match kind {
                TokenKind::Possessive => Part::Possessive,
                TokenKind::Number => Part::Number,
                TokenKind::Mark => mark(reading, sentence, at),
                TokenKind::Word => {
                    let next_named = parts.get(at + 1).is_some_and(Option::is_some);
                    let person = matches!(tagged.last(), Some(Part::Name(name))
                        if reading.mentions[*name].kind == EntityKind::Person);
                    word(lexicon, lower, &tagged, at, Beside { next_named, person })
                }
            }
        });
        tagged.push(part);
    }
    tagged
}

fn mark(reading: &Reading, sentence: usize, at: usize) -> Part {
    let tokens = &reading.tokens[sentence];
    match reading.word(&tokens[at]) {
        "," => Part::Comma,
        "(" | "[" => Part::Open,
        ")" | "]" => Part::Close,
        "\"" | "“" | "”" | "'" | "‘" | "’" | "«" | "»" => Part::Quote,
        "$" | "€" | "£" | "¥" | "%" | "#" | "&" | "/" => Part::Noun,
        "-" => {
            let touches = at > 0
                && tokens[at - 1].span.end == tokens[at].span.start
                && tokens.get(at + 1).is_some_and(|next| next.span.start == tokens[at].span.end);
            if touches { Part::Hyphen } else { Part::Break }
        }
        _ => Part::Break,
    }
}

/// The names beside a word.
#[derive(Debug, Clone, Copy)]
struct Beside {
    /// One follows.
    next_named: bool,
    /// A person's stands before.
    person: bool,
}

fn word(lexicon: &Lexicon, lower: &[String], before: &[Part], at: usize, beside: Beside) -> Part {
    let word = lower[at].as_str();
    if let Some(part) = closed(lexicon, word) {
        return part;
    }
    if lexicon.month(word).is_some() && word != "may" && word != "march"
        || lexicon.weekday(word).is_some()
        || is_time(lower, at)
    {
        return Part::Time;
    }
    if let Some((_, plain)) = AUXILIARY_NEGATIONS.iter().find(|(negated, _)| *negated == word) {
        return lexicon.verb(plain).map_or(Part::Noun, Part::Verb);
    }
    match lexicon.verb(word).or_else(|| unknown_verb(word)) {
        Some(form) if is_verb(lexicon, form, lower, before, beside) => Part::Verb(form),
        None if word.ends_with("ly") => Part::Adverb,
        _ => Part::Noun,
    }
}

fn closed(lexicon: &Lexicon, word: &str) -> Option<Part> {
    Some(match lexicon.function_word(word)? {
        FunctionWord::Determiner => Part::Determiner,
        FunctionWord::Pronoun => Part::Pronoun,
        FunctionWord::Modal => Part::Modal,
        FunctionWord::Negation => Part::Not,
        FunctionWord::Preposition => Part::Preposition,
        FunctionWord::Subordinator => Part::Subordinator,
        FunctionWord::Adverb => Part::Adverb,
        FunctionWord::To => Part::To,
        FunctionWord::And => Part::And,
        FunctionWord::Relative => Part::Relative,
        FunctionWord::That => Part::That,
        FunctionWord::If => Part::If,
        FunctionWord::Noun => Part::Noun,
    })
}

/// `last week`, `two days ago`, `this year`; not `the week` in which something is.
fn is_time(lower: &[String], at: usize) -> bool {
    let word = lower[at].as_str();
    let before = at.checked_sub(1).map_or("", |at| lower[at].as_str());
    match word {
        "today" | "yesterday" | "tomorrow" | "tonight" | "overnight" => true,
        "earlier" | "later" | "last" | "next" | "this" => {
            lower.get(at + 1).is_some_and(|next| among(TIMES, next))
        }
        _ => {
            among(TIMES, word)
                && matches!(
                    before,
                    "last"
                        | "next"
                        | "earlier"
                        | "later"
                        | "early"
                        | "late"
                        | "monday"
                        | "tuesday"
                        | "wednesday"
                        | "thursday"
                        | "friday"
                        | "saturday"
                        | "sunday"
                )
        }
    }
}

/// A word in `-ed` is a past form, whether its verb is listed or not.
fn unknown_verb(word: &str) -> Option<VerbForm> {
    let long = word.len() > 5
        && word.ends_with("ed")
        && !word.ends_with("eed")
        && word.chars().all(|c| c.is_ascii_lowercase());
    (long && !matches!(word, "hundred" | "sacred" | "united" | "so-called")).then_some(VerbForm::past(""))
}

/// Whether a word that can be a verb is one here: `officials plan to`, not `the plan to`.
fn is_verb(lexicon: &Lexicon, form: VerbForm, lower: &[String], before: &[Part], beside: Beside) -> bool {
    let at = before.len();
    let last = before.last().copied().unwrap_or(Part::Break);
    if matches!(form.lemma, "be" | "have" | "do") {
        return true;
    }
    let next = lower.get(at + 1).map_or("", String::as_str);
    // What can follow a verb, and hardly a noun.
    let follows = closed(lexicon, next);
    let object_follows = beside.next_named
        || matches!(follows, Some(Part::Determiner | Part::Pronoun | Part::To | Part::That));
    match last {
        Part::Determiner | Part::Possessive | Part::Hyphen => false,
        Part::Modal | Part::Not => true,
        // `will on Friday meet`
        Part::Time if past_time(before, before.len()).is_some_and(|part| matches!(part, Part::Modal)) => true,
        Part::To => form.base || form.ing,
        // `Israel strikes Gaza`, but `Israel strikes on Gaza`.
        // `whom Kenya accuses of`; `Lee works for`
        Part::Name(_) => {
            let goes_on = beside.person && follows == Some(Part::Preposition);
            form.past || form.ing || form.third && (object_follows || goes_on || is_relative(before))
        }
        // `his campaign`
        Part::Stand(_) if matches!(lower[at - 1].as_str(), "his" | "her" | "its" | "their") => false,
        Part::Stand(_) | Part::Pronoun | Part::Relative | Part::Adverb => true,
        Part::That => !form.base || object_follows,
        Part::Noun | Part::Number => {
            // `officials plan to`, but `military aid to`.
            let noun = lower[at - 1].as_str();
            let plural = noun.ends_with('s') && !noun.ends_with("ss")
                || matches!(noun, "police" | "people" | "men" | "women");
            // `a summit meeting between`, but `troops killing her`.
            let gerund = form.ing && (object_follows || !is_opened(before));
            form.past
                || gerund
                || (form.base && plural || form.third && !plural) && object_follows && !is_attribute(before)
        }
        // `does part`, but `is part of`
        Part::Verb(VerbForm { lemma: "do", .. }) => form.participle || form.ing || form.base,
        Part::Verb(VerbForm { lemma: "be" | "have" | "get", .. }) => form.participle || form.ing,
        // `denied striking`, `said strikes`.
        Part::Verb(_) => form.ing,
        Part::Preposition => form.ing,
        Part::And | Part::Comma => {
            let earlier =
                before.iter().any(|part| matches!(part, Part::Verb(form) if form.third || form.past));
            form.past
                || form.ing
                || object_follows
                || form.third && earlier && follows != Some(Part::Preposition)
        }
        _ => form.past || form.ing || form.participle || object_follows && form.third,
    }
}

/// What stands before an expression of time, with its preposition, that ends before `end`.
pub(super) fn past_time(parts: &[Part], end: usize) -> Option<Part> {
    before_time(parts, end).and_then(|at| at.checked_sub(1)).map(|at| parts[at])
}

/// Where an expression of time begins, with its preposition, that ends before `end`.
pub(super) fn before_time(parts: &[Part], end: usize) -> Option<usize> {
    let words =
        parts[..end].iter().rev().take_while(|part| matches!(part, Part::Time | Part::Number)).count();
    let first = end - words;
    let preposition = first.checked_sub(1).filter(|&at| parts[at] == Part::Preposition);
    (words > 0).then_some(preposition.unwrap_or(first))
}

/// Whether `whom`, `which` or `that` opens the phrase before.
fn is_relative(before: &[Part]) -> bool {
    let run = before.iter().rev().take_while(|part| part.is_nominal()).count();
    let opening = before.len().checked_sub(run + 1).map(|at| before[at]);
    matches!(opening, Some(Part::Relative | Part::That))
}

/// Whether an article opens the phrase before.
fn is_opened(before: &[Part]) -> bool {
    let run = before.iter().rev().take_while(|part| part.is_nominal()).count();
    before[before.len() - run..].contains(&Part::Determiner)
}

/// Whether the noun before belongs to a phrase that a preposition or article opens and that so far has one word: `a record plan to`.
fn is_attribute(before: &[Part]) -> bool {
    let run = before.iter().rev().take_while(|part| part.is_nominal()).count();
    let opened = before
        .len()
        .checked_sub(run)
        .and_then(|at| before.get(at))
        .is_some_and(|first| *first == Part::Determiner);
    opened && run <= 2
}
