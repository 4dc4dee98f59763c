//! What stands before a name in a stretch and is none of it: articles, openers, trades, employers, titles, sashes.

use std::ops::Range;

use model::{EntityKind, Via};

use super::apart::owns;
use crate::lexicon::{Target, TitleClass};
use crate::mention::line::{among, is_upper};
use crate::mention::page::Page;
use crate::mention::{context, state};
use crate::token::TokenKind;

/// Adjectives of parties.
const PARTISAN: &str = "\
    Republican Democratic Conservative Labour Labor Liberal Tory Socialist Communist GOP";

/// Titles that are hardly ever given names, though some bear them.
pub(in crate::mention) const CROWNS: &str = "\
    King Queen Prince Princess Pope Sir Lady Lord Judge Justice Major General Captain Miss";

/// Offices that are surnames too.
const SURNAMES: &str =
    "Bishop Dean Abbott Abbot Chancellor Marshal Sheriff Speaker Senator Regent Usher Provost Consul Pastor";

/// Nouns that open a sentence before the name of a firm.
pub(crate) const TRADES: &str = include_str!("../../../data/words/trades.txt");

/// Words that open sentences and that taggers take into a name.
const OPENERS: &str = include_str!("../../../data/words/openers.txt");

/// Whether the first token of the stretch does not belong to the name.
pub(super) fn sheds(page: &Page, sentence: usize, tokens: &Range<usize>, kind: EntityKind) -> bool {
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

/// Past the country or body before a title: `U.N. Secretary-General Ann Lee`.
pub(super) fn after_employer(page: &Page, sentence: usize, tokens: &Range<usize>) -> usize {
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

/// Past an office inside a person's name, which is no part of it, and what it belongs to: `Osten Mayor Ann Lee`.
pub(super) fn after_office(page: &Page, sentence: usize, tokens: &Range<usize>) -> usize {
    let line = &page.lines[sentence];
    let office = |at: usize| {
        let title = page.lexicon.title_at(&line.words, at)?;
        let plain = (page.lexicon.is_common(&line.word(at).to_lowercase()) || line.word(at) == "Premier")
            && page.lexicon.first_name(line.word(at)).is_none()
            && !among(CROWNS, line.word(at))
            && !among(SURNAMES, line.word(at));
        let end = at + title.len;
        (title.class == TitleClass::Office && plain && line.is_capital(at) && end < tokens.end).then_some(end)
    };
    (tokens.start + 1..tokens.end).filter_map(office).max().unwrap_or(tokens.start)
}

/// Past the country of an office before its holder: `President of France Ann Lee`. A country that is a given name too, as in `books
/// of Jordan Lee`, needs the office before it.
pub(super) fn after_land(page: &Page, sentence: usize, tokens: &Range<usize>) -> usize {
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

/// Past a title at the head of a person's name.
pub(super) fn after_title(page: &Page, sentence: usize, tokens: &Range<usize>) -> usize {
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

/// Whether the stretch is a country on a sash: `Miss Universe Peru`.
pub(in crate::mention) fn is_sash(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let line = &page.lines[sentence];
    let pageant = matches!(line.before(tokens.start), "Universe" | "World" | "Earth" | "International");
    pageant
        && tokens.start > 1
        && matches!(line.word(tokens.start - 2), "Miss" | "Mr" | "Mr." | "Mrs" | "Mrs.")
        && context::is_land(page, sentence, tokens.start)
        && tokens.len() == 1
}
