//! Speakers without a name: `the announcer`, `a narrator in the film`, `small groups of voters`.

use super::governor::GOVERNORS;
use super::subject::Subject;
use super::word::{Word, span};
use crate::lexicon::{Finite, Lexicon};
use crate::token::TokenKind;
use model::EntityKind;

/// The words that begin the description of a speaker.
const DETERMINERS: &[&str] = &[
    "the", "a", "an", "my", "his", "her", "our", "their", "its", "one", "another", "some", "many", "several",
    "two", "three", "four", "five", "no", "most", "both", "this", "that", "those", "these", "other", "few",
];

/// The longest description of a speaker, in words.
const DESCRIPTION: usize = 9;

/// Whether the word is a noun for people or bodies that speak, or the head of an office.
pub(super) fn speaks(word: &Word, lexicon: &Lexicon) -> bool {
    let lower = word.text.to_lowercase();
    lexicon.speaker_noun(&lower) || lexicon.role_head(&lower)
}

/// The noun phrase whose head is the noun at `at`, from its article on.
pub(super) fn noun(words: &[Word], from: usize, at: usize) -> Subject {
    let low = from.max(at.saturating_sub(6));
    let article =
        (low..at).rev().take_while(|&at| words[at].kind != TokenKind::Mark || words[at].text == "-");
    let opens = |at: usize| {
        words[at].is(DETERMINERS) || words.get(at + 1).is_some_and(|next| next.kind == TokenKind::Possessive)
    };
    let first = article.filter(|&at| opens(at)).last().unwrap_or(at);
    let whole = words[at].name.filter(|name| name.span.end == words[at].span.end);
    Subject { span: span(words, first, at), chain: whole.and_then(|name| name.chain) }
}

/// A speaker without a name: `the announcer`, `a narrator in the film`, `Lee's former lawyer`, `small groups of voters`.
pub(super) fn description(words: &[Word], from: usize, last: usize, lexicon: &Lexicon) -> Option<Subject> {
    let first = (from..=last).find(|&at| words[at].kind != TokenKind::Mark)?;
    let len = last + 1 - first;
    let opens = words[first].is(DETERMINERS)
        || len > 1 && words[first].text.starts_with(char::is_lowercase) && words[last].text.len() > 3
        || words[first].is_capital() && !words[first].is(GOVERNORS)
        || words[last].text.ends_with('s');
    let noun = words[first..=last].iter().any(|word| word.kind == TokenKind::Word && word.text.len() > 2);
    let alone = len == 1
        && (words[first].is(DETERMINERS) || words[first].name.is_some_and(|n| n.kind == EntityKind::Place));
    let plain = words[first..=last].iter().all(|word| {
        let verb = matches!(lexicon.finite(word.text), Some(Finite::Auxiliary | Finite::Past));
        (word.kind != TokenKind::Mark || word.text == "-")
            && (word.name.is_some() || !verb || word.text.ends_with("ed") && len > 2)
    });
    let verbal = lexicon.finite(words[first].text) == Some(Finite::Past);
    // `Following a`: cut before its noun.
    let cut =
        len > 1 && words[last].is(&["the", "a", "an", "my", "his", "her", "our", "their", "its", "of", "no"]);
    let fits = len <= DESCRIPTION
        && !verbal
        && !cut
        && opens
        && noun
        && plain
        && !alone
        && !words[first].is(GOVERNORS);
    fits.then(|| {
        let whole = words[last].name.filter(|name| name.span == span(words, first, last));
        Subject { span: span(words, first, last), chain: whole.and_then(|name| name.chain) }
    })
}
