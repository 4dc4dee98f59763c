//! The words of a sentence → where a clause begins and ends among other clauses and attributions.

use std::ops::Range;

use model::EntityKind;

use super::cue;
use super::source::source_at;
use super::word::{ARTICLES, PREPOSITIONS, Word};
use crate::lexicon::{Finite, Lexicon};
use crate::token::TokenKind;

/// Words that make a clause depend on another.
const SUBORDINATORS: &[&str] = &[
    "as", "if", "even", "when", "while", "though", "although", "because", "since", "after", "before", "lest",
    "until", "once", "unless", "despite", "asked",
];

/// Where the clause that begins at `start` ends: at the end of the sentence, or where another attribution begins.
pub(super) fn end(words: &[Word], start: usize, lexicon: &Lexicon) -> usize {
    let mut at = start + 1;
    while at < words.len() {
        let word = &words[at];
        if word.quoted {
            at += 1;
            continue;
        }
        let next = words.get(at + 1);
        let participle = |word: &Word| {
            word.text.ends_with("ing")
                && word.text.starts_with(char::is_lowercase)
                && lexicon.speech_verb(word.text).is_some()
        };
        if word.text == ";" || source_at(words, at).is_some() {
            return at;
        }
        if word.text == "," && next.is_some_and(|next| participle(next) || source_at(words, at + 1).is_some())
        {
            return at;
        }
        let speaks = cue::speech(words, at, lexicon).filter(|_| !word.text.ends_with("ing"));
        if let Some(cut) = speaks.and_then(|_| attribution(words, start, at)) {
            return cut;
        }
        at += 1;
    }
    words.len()
}

/// Where the attribution whose verb stands at `verb` begins, if it is one beside the clause from `start`, and not within it.
fn attribution(words: &[Word], start: usize, verb: usize) -> Option<usize> {
    let before = &words[verb - 1];
    let join = |at: usize| words[at].is(&["and", "but", "while", "as", "though", "although", "yet"]);
    // `, and added`, `but warned`.
    if join(verb - 1) && verb - 1 > start {
        let comma = verb >= 2 && words[verb - 2].text == ",";
        return Some(if comma { verb - 2 } else { verb - 1 });
    }
    if before.text == "," {
        // `, said Lee`, or the end of `, Lee, a lawyer, said`.
        return (start + 2 < verb).then(|| first_comma(words, start, verb));
    }
    let open = |from: usize| {
        (from..verb).any(|at| words[at].is(&["that", "which", "who", "when", "if", "what", "how"]))
    };
    // `, but Lee said`: a clause of its own.
    let joined = (start + 2..verb)
        .rev()
        .take(7)
        .take_while(|&at| words[at].text != ",")
        .find(|&at| join(at) && !words[at].quoted);
    if let Some(at) = joined.filter(|at| !open(at + 1) && (words[at - 1].text == "," || words[at - 1].quoted))
    {
        return Some(if words[at - 1].text == "," { at - 1 } else { at });
    }
    // `, Lee said` at the end.
    let comma = (start..verb).rev().take(10).find(|&at| words[at].text == ",")?;
    let ends = words.get(verb + 1).is_none_or(|next| {
        next.kind == TokenKind::Mark || next.is_capital() || next.is(PREPOSITIONS) && next.text != "to"
    });
    // `, which Lee said were full`.
    if words[comma + 1].is(&["which", "who"]) && verb <= comma + 6 {
        return (comma > start + 1).then_some(comma);
    }
    let stands = !open(comma) && ends && comma > start + 1;
    stands.then(|| opened(words, start, comma).unwrap_or(comma))
}

/// Where the words before the comma at `comma` open the attribution after it: `…, and when pressed on it, Lee said`.
fn opened(words: &[Word], start: usize, comma: usize) -> Option<usize> {
    let from = comma.saturating_sub(14).max(start + 2);
    (from..comma.saturating_sub(1)).rev().find(|&at| {
        let join = words[at + 1].is(&["and", "but"]);
        let depends =
            words.get(at + 2).is_some_and(|word| word.is(&["when", "asked", "if", "after", "as", "while"]));
        words[at].text == "," && !words[at].quoted && join && depends
    })
}

/// The comma before the subject of `, Lee, a lawyer, said`; for `, said Lee` the one before the verb.
fn first_comma(words: &[Word], start: usize, verb: usize) -> usize {
    let person = |at: &usize| words[*at + 1].is_person() && words[*at].text == ",";
    let inverted =
        words.get(verb + 1).is_some_and(|next| next.name.is_some() || next.is_capital() || next.is(ARTICLES));
    if inverted { verb - 1 } else { (start..verb - 1).rev().take(14).find(person).unwrap_or(verb - 1) }
}

/// The end of a clause without the marks that close it.
pub(super) fn trim(words: &[Word], start: usize, end: usize) -> usize {
    let closes = |at: &usize| {
        !words[*at].quoted && words[*at].is(&[".", ",", ";", ":", "!", "?", "—", "–", "-", "…", "..."])
    };
    (start..end).rev().find(|at| !closes(at)).map_or(start, |at| at + 1)
}

/// The first word of a sentence's clause: past `But`, `And`, and marks.
pub(super) fn opening(words: &[Word]) -> usize {
    let loose = |word: &Word| {
        !word.quoted
            && (word.kind == TokenKind::Mark && !matches!(word.text, "$" | "£" | "€" | "(" | "[")
                || word.is(&["but", "and", "yet", "so", "still"]))
    };
    let start = words.iter().position(|word| !loose(word)).unwrap_or(0);
    // `Osten - Hundreds have left`: the place of a dateline.
    let dash = (start + 1..words.len().min(start + 4)).find(|&at| words[at].is(&["-", "–", "—"]));
    let place = |word: &Word| {
        word.name.is_some_and(|name| matches!(name.kind, EntityKind::Place | EntityKind::Country))
    };
    match dash {
        Some(dash)
            if words[start..dash].iter().all(place)
                && words
                    .get(dash + 1)
                    .is_some_and(|next| next.is_capital() && next.span.start > words[dash].span.end) =>
        {
            dash + 1
        }
        _ => start,
    }
}

/// Where a reported clause ends whose verb stands in a clause that depends on the next: `While Lee said it was late, the …`.
pub(super) fn within(words: &[Word], verb: usize, clause: &Range<usize>) -> usize {
    let start = opening(words);
    let comma = |at: &usize| words[*at].text == "," && !words[*at].quoted;
    if !words[start].is(SUBORDINATORS) || (start..verb).any(|at| comma(&at)) {
        return clause.end;
    }
    let goes_on = |next: &Word| {
        next.is(&["which", "who", "and", "or", "but", "whose"])
            || next.text.ends_with("ing")
            || next.kind == TokenKind::Number
    };
    let end = clause.clone().filter(comma).find(|&at| words.get(at + 1).is_some_and(|next| !goes_on(next)));
    end.filter(|&end| end > clause.start + 2).unwrap_or(clause.end)
}

/// Where a reported clause ends whose verb stands in a clause about a name: `Lee, who denied that she met Ek, left`.
pub(super) fn closed(words: &[Word], verb: usize, start: usize, end: usize, lexicon: &Lexicon) -> usize {
    let light = |at: usize| {
        lexicon.finite(words[at].text) == Some(Finite::Auxiliary)
            || words[at].is_adverb()
            || words[at].is(&["also", "later", "again", "still"])
    };
    let first = (0..verb).rev().find(|&at| !light(at)).filter(|&at| words[at].is(&["who", "which"]));
    if first.and_then(|at| at.checked_sub(1)).is_none_or(|comma| words[comma].text != ",") {
        return end;
    }
    let goes_on = |at: usize| {
        let next = at + 1 + usize::from(words.get(at + 1).is_some_and(|word| word.is_adverb()));
        words.get(next).is_some_and(|word| {
            matches!(lexicon.finite(word.text), Some(Finite::Auxiliary | Finite::Past | Finite::Present))
        })
    };
    (start..end).find(|&at| words[at].text == "," && !words[at].quoted && goes_on(at)).unwrap_or(end)
}

/// Whether the words are a clause that depends on one that follows: `When the plan failed`.
pub(super) fn depends(words: &[Word], clause: Range<usize>) -> bool {
    words[clause.start].is(SUBORDINATORS) && !words[clause].iter().any(|word| word.text == ",")
}
