//! The words between a verb of saying and its clause: when, where and how it is said.

use super::clause::QUESTIONS;
use super::word::{ARTICLES, PREPOSITIONS, SUBJECTS, Word};
use crate::lexicon::{Finite, Lexicon};
use crate::token::TokenKind;

/// How many words may stand between a verb and its clause.
const GAP: usize = 22;

/// Past what stands between a verb and its clause: adverbs, days, `in a statement`, `, citing the report,`.
pub(super) fn skip(words: &[Word], from: usize, lexicon: &Lexicon) -> Option<usize> {
    let mut at = from;
    loop {
        let word = words.get(at).filter(|_| at < from + GAP)?;
        if word.quoted {
            // `told the radio's "Morning Hour" on Friday that`.
            let show = (at..words.len().min(at + 8)).find(|&at| !words[at].quoted);
            let goes_on = |next: usize| {
                words[next].text == "that" || words[next].is(PREPOSITIONS) || time(words, next).is_some()
            };
            match show.filter(|&next| {
                at > from.saturating_sub(1)
                    && goes_on(next)
                    && words[at..(at + 2).min(words.len())].iter().any(Word::is_capital)
            }) {
                Some(next) => at = next,
                None => return Some(at),
            }
            continue;
        }
        if let Some(len) = time(words, at).or_else(|| date(words, at, lexicon)) {
            at += len;
        } else if leads(words, at) && (word.text != "to" || at > from) {
            at = phrase_end(words, at, lexicon)?;
        } else if let Some(len) = letters(words, at) {
            at += len;
        } else if word.text == "," {
            at = aside(words, at)?;
        } else {
            return Some(at);
        }
    }
}

/// How many words at `at` are the letters of the hearer in brackets: `told the Osten Press (OP) that`.
fn letters(words: &[Word], at: usize) -> Option<usize> {
    let bracket = words[at].text == "(" && words.get(at + 2)?.text == ")";
    bracket.then_some(3)
}

/// Whether a prepositional phrase begins at `at`: not `about 20 people`.
fn leads(words: &[Word], at: usize) -> bool {
    let number = words
        .get(at + 1)
        .is_some_and(|next| next.kind == TokenKind::Number || next.is(&["half", "a", "one"]));
    words[at].is(PREPOSITIONS) && !(words[at].is(&["about", "over", "under"]) && number)
}

/// How many words at `at` say when or how it is said.
pub(super) fn time(words: &[Word], at: usize) -> Option<usize> {
    let word = &words[at];
    let span = |word: &&Word| {
        word.is(&[
            "week",
            "month",
            "year",
            "night",
            "morning",
            "summer",
            "fall",
            "spring",
            "afternoon",
            "evening",
            "weekend",
            "hours",
        ]) || word.text.ends_with("day")
    };
    let adverb = word.text.len() > 4
        && word.is_adverb()
        && word.name.is_none()
        && !word.is(&["only", "nearly", "family", "roughly", "early"]);
    let day = word.is_capital() && word.text.ends_with("day") && word.name.is_none();
    let alone = word.is(&[
        "later",
        "again",
        "today",
        "yesterday",
        "tonight",
        "earlier",
        "recently",
        "too",
        "then",
        "instead",
        "morning",
        "afternoon",
        "evening",
        "night",
        "week",
        "month",
        "hours",
        "once",
        "back",
        "out",
    ]);
    let pair =
        word.is(&["last", "this", "late", "early", "that"]) && words.get(at + 1).as_ref().is_some_and(span);
    if pair { Some(2) } else { (adverb || day || alone).then_some(1) }
}

/// How many words at `at` go on with a date: `, February 22, 2022` after a weekday.
fn date(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<usize> {
    let number = |at: usize| words.get(at).is_some_and(|word| word.kind == TokenKind::Number);
    let comma = |at: usize| words.get(at).is_some_and(|word| word.text == ",");
    let month =
        |at: usize| words.get(at).is_some_and(|word| lexicon.month(word.text).is_some() && word.is_capital());
    let start = at + usize::from(comma(at));
    let day = if month(start) && number(start + 1) || number(start) && month(start + 1) {
        start + 2
    } else {
        return None;
    };
    let year = day + usize::from(comma(day));
    let end = if number(year) { year + 1 } else { day };
    Some(end + usize::from(comma(end)) - at)
}

/// Past a parenthesis between commas, when `that` follows it.
fn aside(words: &[Word], at: usize) -> Option<usize> {
    if words.get(at + 1)?.text == "that" {
        return Some(at + 1);
    }
    let close = (at + 2..words.len().min(at + 16)).find(|&at| words[at].text == ",")?;
    (words.get(close + 1)?.text == "that").then_some(close + 1)
}

/// Past a prepositional phrase: up to `that`, a mark, or what can open a clause.
fn phrase_end(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<usize> {
    let mut next = at + 2;
    while next < words.len().min(at + 14) {
        let (before, word) = (&words[next - 1], &words[next]);
        let opens =
            word.is(SUBJECTS) || word.is(ARTICLES) && !before.is(PREPOSITIONS) && !before.is(&["and", "or"]);
        let named = word.name.is_some_and(|name| name.span.start == word.span.start)
            && before.text.starts_with(char::is_lowercase)
            && !before.is(PREPOSITIONS)
            && !before.is(ARTICLES)
            && !before.is(&["and", "or", "former", "late"])
            && lexicon.finite(before.text).is_none();
        let mark = word.kind == TokenKind::Mark && word.text != "-" && word.text != ".";
        if word.quoted
            || word.text == "that"
            || word.is(QUESTIONS)
            || opens
            || named
            || mark
            || time(words, next).is_some()
        {
            return Some(next);
        }
        let clause = words[at].is(&["after", "before", "since"]);
        let form = lexicon.finite(word.text);
        if form == Some(Finite::Auxiliary) || clause && form == Some(Finite::Past) {
            return None;
        }
        next += 1;
    }
    (next < words.len()).then_some(next)
}
