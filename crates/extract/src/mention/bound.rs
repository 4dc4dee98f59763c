//! A stretch that may be a name → the stretches that are names in it: articles, titles and marks off, lists and possessors apart.

use std::ops::Range;

use model::{EntityKind, Via};

use super::line::{among, is_upper};
use super::page::Page;
use super::{context, result, state};
use crate::lexicon::{Hit, Target};
use crate::token::TokenKind;

/// Endings that belong to a person's name.
const ENDINGS: &str = "\
    Jr. Jr Sr. Sr II III IV VI VII VIII XIV XVI";

/// Nouns for bodies that are told apart by a number.
const NUMBERED: &str = "School Local Lodge Battalion Brigade Regiment Squadron Unit";

/// Words before a colon that say what a picture is, and whose: `Lima at dawn Image: Ann Lee`.
const CREDITS: &str = "\
    Image Photo Photograph Picture Video Illustration Credit";

/// Letters behind a person's name for what its bearer holds.
const HONOURS: &str = include_str!("../../data/words/postnominals.txt");

/// Nouns behind the names of places, in lower case.
const BEHIND: &str = include_str!("../../data/words/place_tails.txt");

/// Words in lower case that may follow a place inside the name of a body: `Africa for Peace`.
const INNER: &str = include_str!("../../data/words/body_links.txt");

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
    let pieces = split(page, sentence, tokens, kind);
    pieces.into_iter().filter_map(|piece| trim(page, sentence, piece, kind)).collect()
}

/// Cuts at what no flat name runs over: a possessor, and for people commas, `and` and a new title.
fn split(page: &Page, sentence: usize, tokens: Range<usize>, kind: EntityKind) -> Vec<Range<usize>> {
    let line = &page.lines[sentence];
    let mut pieces = Vec::new();
    let mut from = tokens.start;
    for at in tokens.clone() {
        let possessor = line.kinds[at] == TokenKind::Possessive
            && (kind == EntityKind::Person
                || owns(page, sentence, from..at)
                || stand_apart(page, sentence, from..at, at + 1..tokens.end));
        // Whose party it is has a name of its own, of another kind.
        if line.kinds[at] == TokenKind::Possessive && is_owner(page, sentence, from..at, at + 1..tokens.end) {
            from = at + 1;
            continue;
        }
        let suffixed = line.word(at) == "," && among(ENDINGS, line.word(at + 1));
        let listed = kind == EntityKind::Person
            && matches!(line.word(at), "," | "and" | "&" | ";" | "/" | "(" | ")")
            && !suffixed;
        let comma = matches!(line.word(at), ";" | "—" | "–" | "|" | ":")
            || kind == EntityKind::Place && line.word(at) == ",";
        let joined = kind == EntityKind::Group
            && line.word(at) == "and"
            && joins(page, sentence, from..at, at + 1..tokens.end);
        if at == tokens.start + 1 && kind == EntityKind::Group && page.is_prefixed(sentence, tokens.start) {
            pieces.push(from..at);
            from = at;
        }
        // `Lima let Ecuador` is no body's name: no verb stands behind a place in one.
        let verb = kind == EntityKind::Group
            && line.is_word(at)
            && line.word(at).chars().all(char::is_lowercase)
            && !among(INNER, line.word(at))
            && owns(page, sentence, from..at);
        let scored = result::parts(page, sentence, at);
        let sash = at > tokens.start
            && line.word(at) == "Miss"
            && context::is_land(page, sentence, at + 1)
            && kind == EntityKind::Group;
        if sash {
            pieces.push(from..at);
            from = at + 1;
        }
        // `Hamas-led government` is the government; the name ends before the hyphen.
        let led = kind == EntityKind::Group
            && matches!(line.word(at), "-" | "‑")
            && line.is_word(at + 1)
            && line.word(at + 1).chars().all(char::is_lowercase);
        // `left Osten for Halden`
        let bound_for = at > from
            && line.word(at) == "for"
            && matches!(line.before(tokens.start), "left" | "leave" | "leaves" | "leaving" | "departed");
        // `Osten Va.`
        if at > from && state::is_appended(page, sentence, at) {
            pieces.push(from..at);
            from = at;
        }
        if possessor || listed || comma || joined || verb || scored || led || bound_for {
            pieces.push(from..at);
            from = at + 1;
        }
    }
    pieces.push(from..tokens.end);
    pieces.retain(|piece| piece.start < piece.end);
    pieces
}

/// Whether a possessor inside a name of a body is a name of its own: `Ecuador's Foreign Ministry`, not `Women's Union`.
fn owns(page: &Page, sentence: usize, tokens: Range<usize>) -> bool {
    let hits = page.lexicon.names_at(&page.lines[sentence].words, tokens.start);
    hits.iter().any(|hit| hit.len == tokens.len() && (hit.is_region() || hit.via == Via::Metonym))
}

/// Whether a known body stands before the mark and a region behind it, which is no name: `the Osten Relief Agency's Africa director`.
fn stand_apart(page: &Page, sentence: usize, left: Range<usize>, right: Range<usize>) -> bool {
    let words = &page.lines[sentence].words;
    let whole = |tokens: Range<usize>, fits: fn(&Hit) -> bool| {
        page.lexicon.names_at(words, tokens.start).iter().any(|hit| hit.len == tokens.len() && fits(hit))
    };
    !right.is_empty()
        && whole(left, |hit| matches!(hit.target, Target::Group(_)))
        && whole(right, Hit::is_region)
}

/// Whether a single word and its mark stand before a known body, which is another's: `Ek's Osten Party`, not `People's Bank of Osten`.
fn is_owner(page: &Page, sentence: usize, left: Range<usize>, right: Range<usize>) -> bool {
    let words = &page.lines[sentence].words;
    let known = |hit: &Hit| matches!(hit.target, Target::Group(_)) && !hit.weak && hit.len == right.len();
    left.len() == 1
        && right.len() > 1
        && !page.lexicon.is_common(&words[left.start].to_lowercase())
        && page.lexicon.names_at(words, right.start).iter().any(known)
}

/// Whether `and` joins two groups that are known: `Justice Department and Congress`, not `House Education and Workforce Committee`.
fn joins(page: &Page, sentence: usize, left: Range<usize>, right: Range<usize>) -> bool {
    let words = &page.lines[sentence].words;
    let whole = |tokens: Range<usize>| {
        let from = tokens.start + usize::from(matches!(words.get(tokens.start), Some(&"the" | &"The")));
        let hits = page.lexicon.names_at(words, from);
        hits.iter().any(|hit| from + hit.len == tokens.end && matches!(hit.target, Target::Group(_)))
    };
    whole(left) && whole(right)
}

/// Takes off what does not belong to the name at either end.
fn trim(page: &Page, sentence: usize, mut tokens: Range<usize>, kind: EntityKind) -> Option<Range<usize>> {
    let line = &page.lines[sentence];
    loop {
        let before = tokens.clone();
        while tokens.start < tokens.end && sheds(page, sentence, &tokens, kind) {
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
            tokens.start = after_employer(page, sentence, &tokens);
            tokens.start = after_title(page, sentence, &tokens);
            tokens.start = after_land(page, sentence, &tokens);
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

/// Whether the first token of the stretch does not belong to the name.
fn sheds(page: &Page, sentence: usize, tokens: &Range<usize>, kind: EntityKind) -> bool {
    let line = &page.lines[sentence];
    let word = line.word(tokens.start);
    let known = || {
        page.lexicon
            .names_at(&line.words, tokens.start)
            .iter()
            .any(|hit| hit.len > 1 && hit.len <= tokens.len())
    };
    if matches!(word, "The" | "the" | "A" | "An" | "a" | "an") {
        return !known();
    }
    // `D-Ohio`: the letter is a party's.
    let letter = tokens.len() > 2 && state::is_partisan(page, sentence, tokens.start + 2);
    let mark = page.is_mark(sentence, tokens.start) && line.kinds[tokens.start] != TokenKind::Number;
    let lower = line.is_word(tokens.start) && !line.is_capital(tokens.start) && kind != EntityKind::Person;
    let opener = tokens.len() > 1
        && line.is_initial(tokens.start)
        && page.is_plain(sentence, tokens.start)
        && page.lexicon.first_name(word).is_none()
        && among(OPENERS, &word.to_lowercase());
    // `Poor Mexico is far from it`: an adjective with the capital of its place.
    let adjective = tokens.len() > 1
        && kind == EntityKind::Place
        && line.is_initial(tokens.start)
        && page.lexicon.is_common(&word.to_lowercase())
        && !known()
        && context::is_land(page, sentence, tokens.start + 1);
    // `Carmaker Norvik said`.
    let trade = tokens.len() > 1
        && line.is_initial(tokens.start)
        && line.is_capital(tokens.start + 1)
        && among(TRADES, &word.to_lowercase());
    // `On Monday Norvik won`: two capitals that only meet.
    let day = tokens.len() > 1 && page.lexicon.weekday(word).is_some();
    let sash = word == "Miss" && context::is_land(page, sentence, tokens.start + 1);
    mark || lower
        || sash
        || opener
        || adjective
        || trade
        || day
        || letter
        || is_partisan(page, sentence, tokens, kind)
}

/// Whether the first word is a party's adjective before the name of a country, region or capital: `Republican Indiana`.
fn is_partisan(page: &Page, sentence: usize, tokens: &Range<usize>, kind: EntityKind) -> bool {
    let word = page.lines[sentence].word(tokens.start);
    tokens.len() > 1
        && matches!(kind, EntityKind::Group | EntityKind::Place)
        && among(PARTISAN, word)
        && owns(page, sentence, tokens.start + 1..tokens.end)
}

/// Whether a number or mark at the end belongs to the name: `Area 51`, `Channel 4`, `Yahoo!`.
fn keeps_end(page: &Page, sentence: usize, at: usize) -> bool {
    let line = &page.lines[sentence];
    line.kinds[at] == TokenKind::Number && line.word(at).chars().count() < 4
}

/// Past the country or body before a title: `U.N. Secretary-General Ann Lee`.
fn after_employer(page: &Page, sentence: usize, tokens: &Range<usize>) -> usize {
    let words = &page.lines[sentence].words;
    let titled =
        |at: usize| page.lexicon.title_at(words, at).is_some_and(|title| at + title.len < tokens.end);
    let hits = page.lexicon.names_at(words, tokens.start);
    // `NASA Ann Lee`, in the credit of a picture
    let body = hits.iter().any(|hit| hit.len == 1 && matches!(hit.target, Target::Group(_)));
    let given = page.lexicon.first_name(words.get(tokens.start + 1).unwrap_or(&"")).is_some();
    if body && given && tokens.len() > 2 && is_upper(words[tokens.start]) {
        return tokens.start + 1;
    }
    let ends = hits.into_iter().map(|hit| tokens.start + hit.len);
    ends.filter(|&end| end < tokens.end && titled(end)).max().unwrap_or(tokens.start)
}

/// Past the country of an office before its holder: `President of France Ann Lee`. A country that is a given name too, as in `books
/// of Jordan Lee`, needs the office before it.
fn after_land(page: &Page, sentence: usize, tokens: &Range<usize>) -> usize {
    let line = &page.lines[sentence];
    if line.before(tokens.start) != "of" && line.before(tokens.start) != "the" {
        return tokens.start;
    }
    let lands = page.lexicon.names_at(&line.words, tokens.start).into_iter();
    let land = lands.filter(|hit| matches!(hit.target, Target::Country(_)) && hit.via == Via::Name);
    let Some(end) = land.map(|hit| tokens.start + hit.len).filter(|&end| end < tokens.end).max() else {
        return tokens.start;
    };
    let article = usize::from(line.before(tokens.start) == "the");
    let Some(of) = tokens.start.checked_sub(1 + article) else { return tokens.start };
    let held = of.checked_sub(1).is_some_and(|office| {
        line.word(of) == "of" && page.lexicon.role_head(&line.word(office).to_lowercase())
    });
    let given = page.lexicon.first_name(line.word(tokens.start)).is_some();
    if held || line.word(of) == "of" && !given && tokens.end - end > 1 { end } else { tokens.start }
}

/// Whether the stretch is a country on a sash: `Miss Universe Peru`.
pub(super) fn is_sash(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let line = &page.lines[sentence];
    let pageant = matches!(line.before(tokens.start), "Universe" | "World" | "Earth" | "International");
    pageant
        && tokens.start > 1
        && matches!(line.word(tokens.start - 2), "Miss" | "Mr" | "Mr." | "Mrs" | "Mrs.")
        && context::is_land(page, sentence, tokens.start)
        && tokens.len() == 1
}

/// Past a title at the head of a person's name.
fn after_title(page: &Page, sentence: usize, tokens: &Range<usize>) -> usize {
    let line = &page.lines[sentence];
    let Some(title) =
        page.lexicon.title_at(&line.words, tokens.start).filter(|title| title.len < tokens.len())
    else {
        return tokens.start;
    };
    // `Don Lemon`, `Earl Warren`: a title that is also a given name heads a longer name; a crown is a crown.
    let given =
        page.lexicon.first_name(line.word(tokens.start)).is_some() && !among(CROWNS, line.word(tokens.start));
    if given && title.len + 1 == tokens.len() { tokens.start } else { tokens.start + title.len }
}

/// Adjectives of parties.
const PARTISAN: &str = "\
    Republican Democratic Conservative Labour Labor Liberal Tory Socialist Communist GOP";

/// Titles that are hardly ever given names, though some bear them.
pub(super) const CROWNS: &str = "\
    King Queen Prince Princess Pope Sir Lady Lord Judge Justice Major General Captain Miss";

/// Nouns that open a sentence before the name of a firm.
pub(crate) const TRADES: &str = include_str!("../../data/words/trades.txt");

/// Words that open sentences and that taggers take into a name.
const OPENERS: &str = include_str!("../../data/words/openers.txt");
