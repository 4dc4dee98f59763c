//! The words after a verb or `according to` → the [`Subject`] that they name.

use model::EntityKind;

use super::description::{description, speaks};
use super::governor::{GOVERNORS, governed};
use super::subject::Subject;
use super::word::{Word, span};
use crate::lexicon::Lexicon;
use crate::token::TokenKind;

/// How many words a phrase is looked for in.
const WINDOW: usize = 12;

/// How many words a title before a name may have.
const TITLE: usize = 5;

/// Nouns that say what a body is that was named before them.
const MEDIA: &[&str] =
    &["agency", "newspaper", "daily", "magazine", "radio", "television", "broadcaster", "network", "website"];

/// Words at which a phrase ends.
const ENDS: &[&str] = &[
    ",", ".", ";", ":", "who", "which", "that", "and", "while", "after", "on", "in", "at", "during", "to",
    "whose", "as", "when", "before", "last", "this", "via", "by", "through", "with", "from", "(", "—",
];

/// The person, or else the body, that the words from `at` on name, up to a comma or a verb.
pub(super) fn from(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<Subject> {
    let end = end(words, at);
    if let Some(person) = apposed(words, at, end, lexicon) {
        return Some(person);
    }
    let mut body = None;
    for (step, word) in words.iter().enumerate().take(end).skip(at) {
        let subject = word.name.map(|name| Subject { span: name.span, chain: name.chain });
        let possessor = words.get(step + 1).is_some_and(|next| next.kind == TokenKind::Possessive);
        if word.is_person() && !word.is(&["his", "her", "their"]) && !possessor {
            // `cited remarks Lee had made`: the object of another verb.
            let object = step > at && is_object(&words[step - 1], lexicon);
            return subject.filter(|_| !object);
        }
        if word.is_pronoun() {
            return Some(subject.unwrap_or(Subject { span: word.span, chain: None }));
        }
        let inner = word.name.is_some_and(|name| name.proper);
        if word.is(&["of", "for"]) && step > at && !inner {
            // `said Secretary of State Ann Lee`.
            let person =
                (step..end).find(|&at| words[at].is_person() && title_ends(words, step, at, lexicon));
            let named = person.and_then(|at| words[at].name);
            return named
                .map(|name| Subject { span: name.span, chain: name.chain })
                .or(body)
                .or_else(|| described(words, at, end, lexicon));
        }
        // `Osten news agency` is Osten.
        if body.is_some() && word.is(MEDIA) {
            return body;
        }
        let speaks = word.name.is_some_and(|name| name.kind != EntityKind::Place) && !possessor;
        if speaks && !word.is(&["his", "her", "their", "its"]) {
            body = body.or(subject);
        } else if lexicon.speaker_noun(&word.text.to_lowercase()) && word.name.is_none() {
            // `said police chief Ann Lee`, but `said a spokesman for Ann Lee`.
            let person = (step..end).find(|&at| words[at].is_person());
            let apart = |at: &usize| words[step + 1..*at].iter().any(|word| word.is(GOVERNORS));
            let person = person.filter(|at| !apart(at) || !governed(words, *at, lexicon));
            let person = person.and_then(|at| words[at].name);
            let named = person.map(|name| Subject { span: name.span, chain: name.chain });
            return named.or_else(|| Some(Subject { span: span(words, at, step), chain: None }));
        }
    }
    body.or_else(|| described(words, at, end, lexicon))
}

/// The person whose name follows a description and a comma, and closes there: `said its chief executive, Ann Lee, who`.
fn apposed(words: &[Word], at: usize, end: usize, lexicon: &Lexicon) -> Option<Subject> {
    words.get(end).filter(|comma| comma.text == ",")?;
    // `said the ministers, Ann Lee and Bo Ek`: more than one.
    let of = (at..end).find(|&at| words[at].is(&["of", "for"])).unwrap_or(end);
    let head = &words[of.checked_sub(1).filter(|&head| head >= at)?];
    let one = speaks(head, lexicon) && !head.text.ends_with('s') && head.name.is_none_or(|name| !name.proper);
    if !one || words[at..end].iter().any(Word::is_person_named) {
        return None;
    }
    let name = words.get(end + 1..)?.iter().take(TITLE).find_map(|word| word.name)?;
    let texts: Vec<&str> = words[end + 1..].iter().take(TITLE).map(|word| word.text).collect();
    let title = lexicon.title_at(&texts, 0).map_or(0, |title| title.len);
    let begins = words.get(end + 1 + title).is_some_and(|word| word.span.start == name.span.start);
    let after = words[end + 1..].iter().find(|word| word.span.start >= name.span.end);
    let closed = after.is_none_or(|word| word.is(&[",", ".", ";", ")", "(", "who", "—", "–"]));
    (name.proper && name.kind == EntityKind::Person && begins && closed)
        .then_some(Subject { span: name.span, chain: name.chain })
}

/// The source that the words after `according to` name: as [`from`], or any phrase as printed.
pub(super) fn source(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<Subject> {
    let end = end(words, at).min(at + 8);
    let plain =
        |at: &usize| matches!(words[*at].kind, TokenKind::Word | TokenKind::Number) && !words[*at].quoted;
    let printed = || {
        let last = (at..end).take_while(plain).last()?;
        Some(Subject { span: span(words, at, last), chain: None })
    };
    from(words, at, lexicon).or_else(printed)
}

/// Where the phrase that begins at `at` ends.
fn end(words: &[Word], at: usize) -> usize {
    let last = words.len().min(at + WINDOW);
    (at + 1..last).find(|&at| words[at].is(ENDS) && words[at].name.is_none()).unwrap_or(last)
}

/// Whether a plural in small letters that is no title stands before a name: `remarks Lee had made`, not `the players Lee and Cole`.
fn is_object(before: &Word, lexicon: &Lexicon) -> bool {
    let plural = before.text.ends_with('s') && before.text.len() > 3;
    plural && before.text.starts_with(char::is_lowercase) && before.name.is_none() && !speaks(before, lexicon)
}

/// Whether the words around the preposition at `of` are the title of the name at `name`.
fn title_ends(words: &[Word], of: usize, name: usize, lexicon: &Lexicon) -> bool {
    let low = of.saturating_sub(3);
    let texts: Vec<&str> = words[low..name].iter().map(|word| word.text).collect();
    (0..texts.len()).any(|from| {
        lexicon.title_at(&texts, from).is_some_and(|title| from + title.len > of - low && from <= of - low)
    })
}

/// A speaker without a name after the verb: `said a friend of the family`, `said Bob`.
fn described(words: &[Word], at: usize, end: usize, lexicon: &Lexicon) -> Option<Subject> {
    let opens = |word: &Word| {
        word.is(&[
            "the", "a", "an", "my", "his", "her", "our", "their", "its", "one", "another", "some", "two",
            "several", "many",
        ]) || word.is_capital() && word.kind == TokenKind::Word
            || word.text.ends_with('s') && word.text.len() > 3
    };
    words.get(at).filter(|word| opens(word))?;
    let plain =
        |at: &usize| matches!(words[*at].kind, TokenKind::Word | TokenKind::Number) || words[*at].text == "-";
    let last = (at..end).take_while(plain).last()?;
    description(words, at, last, lexicon)
}
