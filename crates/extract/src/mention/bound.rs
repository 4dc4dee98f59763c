//! A stretch that may be a name → the stretches that are names in it: articles, titles and marks off, lists and possessors apart.

mod apart;
mod head;

use std::ops::Range;

use model::EntityKind;

use super::line::{among, is_upper};
use super::page::Page;
use crate::token::TokenKind;

pub(crate) use head::TRADES;
pub(super) use head::{CROWNS, is_sash};

/// Endings that belong to a person's name.
const ENDINGS: &str = "\
    Jr. Jr Sr. Sr II III IV VI VII VIII XIV XVI";

/// Verbs in capitals behind a name with which a story begins.
const SHOUTED: &str = "WILL HAVE HAS HAD IS ARE WAS WERE CAN COULD SHOULD WOULD MUST MAY DO DOES DID";

/// Nouns for bodies that are told apart by a number.
const NUMBERED: &str = "School Local Lodge Battalion Brigade Regiment Squadron Unit";

/// Words before a colon that say what a picture is, and whose: `Lima at dawn Image: Ann Lee`.
const CREDITS: &str = "\
    Image Photo Photograph Picture Video Illustration Credit";

/// Letters behind a person's name for what its bearer holds.
const HONOURS: &str = include_str!("../../data/words/postnominals.txt");

/// Nouns behind the names of places, in lower case.
const BEHIND: &str = include_str!("../../data/words/place_tails.txt");

/// Parts of a country that have a court or bureau of their own, by their last word.
const BENCHES: &str = "\
    Circuit District Division";

/// Whether a word names the part of a country that a court is for: `the Twelfth Circuit`.
pub(crate) fn is_bench(word: &str) -> bool {
    among(BENCHES, word)
}

/// Whether letters stand behind a person's name for what its bearer holds: `FRS`.
pub(super) fn is_honour(word: &str) -> bool {
    among(HONOURS, word)
}

/// Cuts a stretch of this kind into names. Nothing comes out when no word of it can be one.
pub(crate) fn cut(page: &Page, sentence: usize, tokens: Range<usize>, kind: EntityKind) -> Vec<Range<usize>> {
    let pieces = apart::split(page, sentence, tokens, kind);
    pieces.into_iter().filter_map(|piece| trim(page, sentence, piece, kind)).collect()
}

/// Takes off what does not belong to the name at either end.
fn trim(page: &Page, sentence: usize, mut tokens: Range<usize>, kind: EntityKind) -> Option<Range<usize>> {
    let line = &page.lines[sentence];
    loop {
        let before = tokens.clone();
        while tokens.start < tokens.end && head::sheds(page, sentence, &tokens, kind) {
            tokens.start += 1;
        }
        while tokens.start < tokens.end
            && (page.is_mark(sentence, tokens.end - 1) && !keeps_end(page, sentence, tokens.end - 1))
        {
            tokens.end -= 1;
        }
        while tokens.len() > 1 && matches!(line.word(tokens.end - 1), "and" | "or" | "of" | "for") {
            tokens.end -= 1;
        }
        if tokens.len() > 1 && among(CREDITS, line.word(tokens.end - 1)) && line.word(tokens.end) == ":" {
            tokens.end -= 1;
        }
        // `OSTEN WILL have to pay`: the first words of a story in capitals.
        while tokens.len() > 1
            && is_upper(line.word(tokens.end - 1))
            && among(SHOUTED, line.word(tokens.end - 1))
        {
            tokens.end -= 1;
        }
        // `University of Osten of the UK`: where it lies is no part of its name.
        if kind == EntityKind::Group
            && tokens.len() > 4
            && line.word(tokens.end - 3) == "of"
            && line.word(tokens.end - 2) == "the"
            && is_upper(line.word(tokens.end - 1))
            && tokens.clone().any(|at| matches!(line.word(at), "University" | "College" | "Institute"))
        {
            tokens.end -= 3;
        }
        // `Kogi and Bayelsa states`: a common noun behind a name is none of it.
        while kind == EntityKind::Place && tokens.len() > 1 && among(BEHIND, line.word(tokens.end - 1)) {
            tokens.end -= 1;
        }
        // `the Labor Department Friday`: American papers put the day behind without `on`.
        while tokens.len() > 1
            && (kind != EntityKind::Person || tokens.len() > 2)
            && page.lexicon.weekday(line.word(tokens.end - 1)).is_some()
        {
            tokens.end -= 1;
        }
        // `Osten Public School 41`, but not `Osten School 41 pupils`.
        if kind == EntityKind::Group
            && !tokens.is_empty()
            && among(NUMBERED, line.word(tokens.end - 1))
            && line.kinds.get(tokens.end) == Some(&TokenKind::Number)
            && keeps_end(page, sentence, tokens.end)
            && !line.word(tokens.end + 1).starts_with(char::is_lowercase)
        {
            tokens.end += 1;
            break;
        }
        // `Ann Lee FRS`: an honour behind a name is none of it.
        while kind == EntityKind::Person && tokens.len() > 2 && among(HONOURS, line.word(tokens.end - 1)) {
            tokens.end -= 1;
        }
        if kind == EntityKind::Person {
            tokens.start = head::after_employer(page, sentence, &tokens);
            tokens.start = head::after_office(page, sentence, &tokens);
            tokens.start = head::after_title(page, sentence, &tokens);
            tokens.start = head::after_land(page, sentence, &tokens);
        }
        if tokens == before {
            break;
        }
    }
    if kind == EntityKind::Person && is_sash(page, sentence, &tokens) {
        return None;
    }
    if kind == EntityKind::Person && !tokens.is_empty() {
        // `Ann Lee Jr.`, `Ann Lee, Jr.`
        let comma = usize::from(line.word(tokens.end) == "," && tokens.len() > 1);
        if among(ENDINGS, line.word(tokens.end + comma)) {
            tokens.end += comma + 1;
        }
    }
    // `3AW` and `6PR` are names; a bare number or ordinal is one only with a word.
    let coded = |at: usize| line.kinds[at] == TokenKind::Number && !page.is_mark(sentence, at);
    let named = tokens.clone().any(|at| {
        line.is_capital(at) && !page.is_barred(sentence, at) && !among(ENDINGS, line.word(at)) || coded(at)
    });
    named.then_some(tokens)
}

/// Whether a number or mark at the end belongs to the name: `Area 51`, `Channel 4`, `Yahoo!`.
fn keeps_end(page: &Page, sentence: usize, at: usize) -> bool {
    let line = &page.lines[sentence];
    line.kinds[at] == TokenKind::Number && line.word(at).chars().count() < 4
}
