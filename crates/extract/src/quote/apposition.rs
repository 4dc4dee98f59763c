//! The subject before an apposition: `Lee, a lawyer in Quito, said`; and the words at which a clause ends.

use model::EntityKind;

use super::description::description;
use super::governor::{governed, start_of};
use super::subject::{Subject, WINDOW, near};
use super::word::{PREPOSITIONS, Word};
use crate::lexicon::Lexicon;

/// Words that end the clause before them.
pub(super) const BOUNDARIES: &[&str] = &[
    ",", ";", ":", "—", "–", "-", "(", ")", "and", "but", "or", "that", "which", "when", "while", "because",
    "as", "if", "though", "although", "where", "so", "until", "before", "after", "since", "whether",
];

/// A name or noun right before a comma or bracket that the verb follows: `Lee, a lawyer in Quito, said`.
pub(super) fn head(words: &[Word], comma: usize, lexicon: &Lexicon) -> Option<Subject> {
    let from = comma.saturating_sub(WINDOW);
    let start = (from..comma).rev().find(|&at| words[at].is(&[";", ":"])).map_or(from, |at| at + 1);
    let marks: Vec<usize> = (start..=comma)
        .filter(|&at| {
            words[at].is(&[",", "(", ")", "—", "–"]) || words[at].text == "-" && !is_hyphen(words, at)
        })
        .collect();
    let (mut body, mut group, mut listed) = (None, false, false);
    for (place, &mark) in marks.iter().enumerate().rev() {
        let first = place.checked_sub(1).map_or(start, |before| marks[before] + 1);
        let Some(last) = mark.checked_sub(1).filter(|last| *last >= first) else { continue };
        // `Lee, who beat Cole, said`: what stands between is about the subject.
        // `the Osten Board (OSB) warned`: what stands in brackets is the same again.
        let about = first > start && words[first - 1].text == "(" && words[mark].text == ")"
            || first > start
                && (words[first].is(&["who", "which", "whose", "one", "a", "an", "the", "where", "whom"])
                    || words[first].text.starts_with(char::is_lowercase));
        let Some(name) = words[last].name else { continue };
        let begin = start_of(words, last, name.span);
        // `It rained in Lund, Osten and Norvik, the Osten Board said`: names of a list are none that the board is apposed to.
        let governed = governed(words, begin, lexicon);
        listed |= group && !about && !governed && name.kind == EntityKind::Place;
        if about || name.kind == EntityKind::Place || governed {
            continue;
        }
        let subject = Subject { span: name.span, chain: name.chain };
        if name.kind == EntityKind::Person {
            let end = marks.get(place + 1).copied().unwrap_or(mark);
            return if listed { body } else { Some(several(words, begin, mark, end).unwrap_or(subject)) };
        }
        (body, group) = (Some(subject), name.kind == EntityKind::Group);
    }
    // `A lawyer for the family, who asked not to be named, said`.
    let first = marks.first().filter(|mark| **mark > start)?;
    let opening = (start..*first).rev().find(|&at| ends_clause(words, at)).map_or(start, |at| at + 1);
    body.or_else(|| near(words, first - 1, lexicon))
        .or_else(|| description(words, opening, first - 1, lexicon))
}

/// Several who say it together, of whom the first stands before the comma at `comma`: `Lee, Ek and Cole of Lima University, said`.
fn several(words: &[Word], first: usize, comma: usize, end: usize) -> Option<Subject> {
    let more = words.get(comma + 1).filter(|word| words[comma].text == "," && word.is_person_named())?.name?;
    let and = (comma + 2..end).find(|&at| words[at].is(&["and"]))?;
    let last = words
        .get(and + 1)
        .filter(|word| words[and - 1].span.end == more.span.end && word.is_person_named())?;
    Some(Subject { span: words[first].span.cover(last.name?.span), chain: None })
}

pub(super) fn ends_clause(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    // The stop of `he said.` and the hyphen of `34-year-old` end nothing.
    let hyphen = is_hyphen(words, at);
    let who = word.is(&["who"]);
    // `critics in Peru and around the world`.
    let joins = word.is(&["and", "or"]) && words.get(at + 1).is_some_and(|next| next.is(PREPOSITIONS));
    !hyphen && !joins && word.name.is_none() && (word.is(BOUNDARIES) || who)
}

/// Whether the mark at `at` joins two words: `34-year-old`.
pub(super) fn is_hyphen(words: &[Word], at: usize) -> bool {
    let touches = |before: &Word, after: &Word| before.span.end == after.span.start;
    let word = &words[at];
    let joined =
        at > 0 && touches(&words[at - 1], word) && words.get(at + 1).is_some_and(|next| touches(word, next));
    word.text == "-"
        && joined
        && words[at - 1].text != "-"
        && words.get(at + 1).is_some_and(|next| next.text != "-")
}
