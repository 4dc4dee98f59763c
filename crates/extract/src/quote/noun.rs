//! Clauses after a noun or an adjective that reports them: `Lee's claim that it would`, `voiced concern that`, `was sure that`.

use std::ops::Range;

use model::{Basis, EntityKind};

use super::Quote;
use super::bound;
use super::clause;
use super::cue;
use super::indirect::quote_by;
use super::phrase;
use super::subject::{self, Subject};
use super::verb::has_verb;
use super::word::{PREPOSITIONS, SUBJECTS, Word};
use crate::lexicon::Lexicon;
use crate::token::TokenKind;

/// Verbs whose subject is the one who says what the noun after them says: `voiced concern that`, `made the case that`.
const VOICING: &[&str] = &[
    "express",
    "expressed",
    "expresses",
    "expressing",
    "voice",
    "voiced",
    "voices",
    "voicing",
    "make",
    "made",
    "makes",
    "making",
    "raise",
    "raised",
    "raises",
    "raising",
    "issue",
    "issued",
    "issues",
    "issuing",
    "offer",
    "offered",
    "offers",
    "repeat",
    "repeated",
    "repeats",
    "repeating",
    "reiterated",
    "deliver",
    "delivered",
    "give",
    "gave",
    "gives",
    "giving",
    "share",
    "shared",
    "shares",
    "hold",
    "holds",
    "held",
    "have",
    "has",
    "had",
    "drop",
    "dropped",
    "withdrew",
    "defended",
    "stated",
    "renewed",
];

/// What one does with a complaint or a claim itself, which is no object of a clause that the noun reports.
const MADE: &[&str] =
    &["lodged", "filed", "made", "brought", "submitted", "issued", "published", "raised", "sent"];

/// Forms after which an adjective says what its subject holds.
const BEING: &[&str] = &[
    "is", "was", "are", "were", "been", "'s", "’s", "'re", "’re", "'m", "’m", "am", "feel", "feels", "felt",
    "remain", "remains", "remained", "seem", "seems", "seemed", "appeared", "became", "grew", "sound",
    "sounded",
];

/// The clause that the noun or the adjective at `at` reports.
pub(super) fn find(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<Quote> {
    let lower = words[at].text;
    if lexicon.report_noun(lower) {
        after_noun(words, at, lexicon)
    } else if lower == "clear" {
        made_clear(words, at, lexicon)
    } else if lexicon.report_adjective(lower) {
        after_adjective(words, at, lexicon)
    } else {
        None
    }
}

/// `Lee's claim that the plan would fail`, `warnings from Lee that`, `Lee voiced concern that`; as the object of a verb: as its
/// subject it ends no one knows where.
fn after_noun(words: &[Word], noun: usize, lexicon: &Lexicon) -> Option<Quote> {
    let (that, by) = opener(words, noun, lexicon)?;
    let leads = words[bound::opening(words)].is(&["despite", "amid", "contrary"]);
    if !leads && !has_verb(words, 0..noun, lexicon) {
        return None;
    }
    let clause = that_clause(words, that, noun, lexicon)?;
    // `a complaint that Lee lodged in May`: about the noun.
    let made = clause.clone().find(|&at| words[at].is(MADE));
    if made.is_some_and(|at| {
        words.get(at + 1).is_none_or(|next| next.kind == TokenKind::Mark || next.is(PREPOSITIONS))
    }) {
        return None;
    }
    if !clause::is_own(words, clause.clone()) {
        return None;
    }
    let owner = by.or_else(|| owner(words, noun));
    // `denied reports that the plan had failed`: whoever says so, it is not who denies it.
    if owner.is_none() && cue::is_rejected(words, noun) {
        return None;
    }
    let subject = owner.or_else(|| voice(words, noun, lexicon));
    let score = if subject.is_some() { 70 } else { 60 };
    Some(quote_by(words, clause, subject, words[noun].span, Basis::by("clause-after-noun", score)))
}

/// `Lee made clear that the plan would fail`, `Lee has made it clear that`.
fn made_clear(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<Quote> {
    let verb =
        (at.saturating_sub(4)..at).rev().find(|&at| words[at].is(&["made", "makes", "make", "making"]))?;
    let plain = words[verb + 1..at]
        .iter()
        .all(|word| word.is_adverb() || word.is(&["it", "very", "also", "quite", "abundantly"]));
    words.get(at + 1).filter(|next| plain && next.text == "that" && !next.quoted)?;
    let subject = subject::before(words, verb, lexicon)?;
    let clause = that_clause(words, at + 1, at, lexicon)?;
    Some(quote_by(words, clause, Some(subject), words[at].span, Basis::by("clause-after-that", 85)))
}

/// `Lee was sure that the plan would fail`.
fn after_adjective(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<Quote> {
    let be = (at.saturating_sub(3)..at).rev().find(|&at| words[at].is(BEING))?;
    let adverbs = words[be + 1..at].iter().all(|word| {
        word.is_adverb() || word.is(&["not", "so", "very", "also", "still", "more", "now", "increasingly"])
    });
    let next = words.get(at + 1).filter(|next| !next.quoted)?;
    if !adverbs || words[be..at].iter().any(|word| word.text == "not") {
        return None;
    }
    let subject = subject::before(words, be, lexicon)?;
    let first = words.partition_point(|word| word.span.start < subject.span.start);
    // `It is certain that`, and what the writer is sure of.
    if words[first].is(&["it", "i", "we", "you", "there"]) {
        return None;
    }
    let clause = match next {
        next if next.text == "that" => that_clause(words, at + 1, at, lexicon)?,
        next if next.is(SUBJECTS) => {
            let clause = at + 1..bound::trim(words, at + 1, bound::end(words, at + 1, lexicon));
            (clause.len() >= 3 && has_verb(words, clause.clone(), lexicon)).then_some(clause)?
        }
        _ => return None,
    };
    Some(quote_by(words, clause, Some(subject), words[at].span, Basis::by("belief-after-cue", 60)))
}

/// The clause that the `that` at `that` opens.
fn that_clause(words: &[Word], that: usize, cue: usize, lexicon: &Lexicon) -> Option<Range<usize>> {
    let start = that + 1;
    // `a charge that might have stung`: about the noun.
    if words.get(start).is_none_or(|first| clause::lacks_subject(first, lexicon)) {
        return None;
    }
    let clause = start..bound::trim(words, start, bound::end(words, start, lexicon));
    let clause = clause.start..bound::within(words, cue, &clause);
    (clause.len() >= 3 && has_verb(words, clause.clone(), lexicon)).then_some(clause)
}

/// The `that` after the noun, and who says it where that stands between: `warnings from Lee that`.
fn opener(words: &[Word], noun: usize, lexicon: &Lexicon) -> Option<(usize, Option<Subject>)> {
    let next = words.get(noun + 1).filter(|next| !next.quoted)?;
    if next.text == "that" {
        return Some((noun + 1, None));
    }
    let by = next.is(&["from", "by", "among"]);
    let that =
        (noun + 3..words.len().min(noun + 9)).find(|&at| words[at].text == "that" && !words[at].quoted)?;
    let plain = words[noun + 1..that].iter().all(|word| word.kind != TokenKind::Mark && !word.quoted);
    let subject = phrase::from(&words[..that], noun + 2, lexicon);
    (by && plain).then_some((that, subject))
}

/// The possessor of the noun: `Lee's claim`, `his claim`.
fn owner(words: &[Word], noun: usize) -> Option<Subject> {
    let owner = (noun.saturating_sub(4)..noun)
        .rev()
        .find(|&at| words[at].is(&["his", "her", "'s", "’s", "their", "its"]))?;
    let named = if words[owner].kind == TokenKind::Possessive { owner.checked_sub(1)? } else { owner };
    let name = words[named].name.filter(|name| name.kind != EntityKind::Place);
    Some(Subject {
        span: name.map_or(words[named].span, |name| name.span),
        chain: name.and_then(|n| n.chain),
    })
}

/// The subject of the verb that voices the noun: `Lee expressed deep concern that`.
fn voice(words: &[Word], noun: usize, lexicon: &Lexicon) -> Option<Subject> {
    let verb = (noun.saturating_sub(4)..noun).rev().find(|&at| words[at].is(VOICING))?;
    let plain = words[verb + 1..noun].iter().all(|word| word.kind == TokenKind::Word && word.name.is_none());
    if plain { subject::before(words, verb, lexicon) } else { None }
}
