//! Firms by what is said of them alone: `shares of Osten`, `Osten, whose shares`, `analysts at Osten`, `Osten said it expected`; and
//! bodies by their letters: `OSNB president Ann Lee`.

use std::ops::Range;

use model::EntityKind;

use super::context;
use super::line::{Style, among, is_upper};
use super::page::Page;
use super::rule::TITLED;
use super::spot::Spot;
use crate::lexicon::{Finite, TitleClass};
use crate::token::TokenKind;

/// What one holds in a firm.
const SHARES: &str = "shares stock stake stakes shareholders investors bonds";
/// What only firms have, behind `whose`.
const HAS: &str = "shares stock brands subsidiaries customers products shareholders investors";
/// Those who work at banks and firms.
const STAFF: &str = "analysts economists strategists traders brokers dealers consultants";
/// Verbs of what a body does that says so of itself: `said it expected`.
const INTENDS: &str = "\
    plans planned expects expected intends intended aims aimed agreed hopes hoped wants wanted sold bought \
    acquired hired signed opened launched filed ordered received delivered";
/// What a body will do or has done that says so of itself.
const DOES: &str = "\
    cut sell buy close hire invest acquire launch raise reduce appeal cooperate comply continue stop suspend \
    recall expand lay lower pay file sue open build deliver withdraw halt resume spend borrow issue publish \
    boycott join support oppose move ship delay cancel review investigate contest bid merge split sold bought \
    closed hired invested acquired launched raised reduced appealed stopped suspended recalled signed agreed \
    received delivered ordered withdrawn halted resumed borrowed issued reviewed begun started completed";
/// How a body is that says so of itself.
const FEELS: &str = "\
    ready willing unable able confident aware unaware considering reviewing investigating disappointed pleased \
    committed cooperating planning seeking suspending recalling closing cutting selling buying";
/// Endings of addresses.
const DOMAINS: &str = "com org net info kz ru ua uk de fr io co tv in ng ke za pl cz br mx ar pk lk ph";
/// The most words of a firm's name that is told so.
const LONGEST: usize = 3;

/// Whether the words around a name say that it is a firm or another body.
pub(super) fn is_told(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let line = &page.lines[sentence];
    let name = line.word(tokens.start);
    if is_address(name) && tokens.len() == 1 {
        return true;
    }
    let given = page.lexicon.first_name(name).is_some();
    if tokens.len() > LONGEST || given || context::titled(page, sentence, tokens.start) {
        return false;
    }
    is_held(page, sentence, tokens) || says_of_itself(page, sentence, tokens.end)
}

/// `shares of Osten`, `Osten shares fell`, `Osten, whose shares`, `analysts at Osten`.
fn is_held(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let line = &page.lines[sentence];
    let before = line.before(tokens.start);
    let noun = tokens.start.checked_sub(2).map_or("", |at| line.word(at)).to_lowercase();
    let owned = line.kinds.get(tokens.end) == Some(&TokenKind::Possessive);
    let fell = || {
        among("shares stock", line.word(tokens.end))
            && matches!(
                page.lexicon.finite(line.word(tokens.end + 1)),
                Some(Finite::Auxiliary | Finite::Past)
            )
    };
    let whose = || {
        line.word(tokens.end) == ","
            && line.word(tokens.end + 1) == "whose"
            && among(HAS, line.word(tokens.end + 2))
    };
    !owned && before == "of" && among(SHARES, &noun)
        || matches!(before, "at" | "with") && among(STAFF, &noun)
        || fell()
        || whose()
}

/// Whether a verb of saying follows and a clause in which `it` does what bodies do: `said it would cut`, `said that it expected`.
fn says_of_itself(page: &Page, sentence: usize, at: usize) -> bool {
    let line = &page.lines[sentence];
    if page.lexicon.speech_verb(line.word(at)).is_none() {
        return false;
    }
    let mut it = at + 1;
    while it < at + 5 && (line.word(it) == "that" || line.word(it) == "on" || is_day(page, sentence, it)) {
        it += 1;
    }
    let verb = line.word(it + 1);
    let adverb = usize::from(matches!(line.word(it + 2), "not" | "also" | "now" | "soon" | "already"));
    let next = line.word(it + 2 + adverb);
    let does = matches!(verb, "would" | "will" | "had" | "has") && among(DOES, next);
    let feels = matches!(verb, "was" | "is" | "were") && among(FEELS, next);
    line.word(it) == "it" && (among(INTENDS, verb) || does || feels)
}

fn is_day(page: &Page, sentence: usize, at: usize) -> bool {
    page.lexicon.weekday(page.lines[sentence].word(at)).is_some()
}

/// `Osten.com`, which is a site and nobody's surname.
fn is_address(word: &str) -> bool {
    let parts = word.rsplit_once('.');
    let fits = |(name, domain): (&str, &str)| {
        name.chars().count() > 2 && name.starts_with(char::is_uppercase) && among(DOMAINS, domain)
    };
    !word.contains('@') && parts.is_some_and(fits)
}

/// The firms of a sentence that are told so and the bodies that have letters for a name.
pub(super) fn read(page: &Page, sentence: usize) -> Vec<Spot> {
    let line = &page.lines[sentence];
    if line.style != Style::Prose {
        return Vec::new();
    }
    let plain = |at: usize| {
        line.is_capital(at)
            && !page.is_barred(sentence, at)
            && !page.lexicon.is_common(&line.word(at).to_lowercase())
            && page.lexicon.names_at(&line.words, at).is_empty()
    };
    let alone = |at: usize| (at == 0 || !line.is_capital(at - 1)) && !line.is_capital(at + 1);
    // `go to Osten.com` is an address alone.
    let acts = |at: usize| {
        page.lexicon.speech_verb(line.word(at + 1)).is_some()
            || page.lexicon.finite(line.word(at + 1)) == Some(Finite::Auxiliary)
            || line.before(at) == "told"
            || line.kinds.get(at + 1) == Some(&TokenKind::Possessive)
    };
    let alone = |at: usize| alone(at) && (!is_address(line.word(at)) || acts(at));
    let told =
        |at: usize| alone(at) && is_told(page, sentence, &(at..at + 1)) || is_lettered(page, sentence, at);
    (0..line.len())
        .filter(|&at| plain(at) && told(at))
        .map(|at| Spot::new(sentence, at..at + 1, EntityKind::Group, TITLED))
        .collect()
}

/// Letters before an office and its holder, or behind an owner and before a verb of saying: `OSNB president Ann Lee`, `Ek's OSNB said`.
fn is_lettered(page: &Page, sentence: usize, at: usize) -> bool {
    let line = &page.lines[sentence];
    let letters = line.word(at).chars().count();
    if !is_upper(line.word(at)) || !(3..7).contains(&letters) || at > 0 && line.is_capital(at - 1) {
        return false;
    }
    let title =
        page.lexicon.title_at(&line.words, at + 1).filter(|title| title.class != TitleClass::Honorific);
    let held = title.is_some_and(|title| {
        let name = at + 1 + title.len;
        line.word(at + 1).starts_with(char::is_lowercase)
            && line.is_capital(name)
            && line.is_capital(name + 1)
            && !page.is_barred(sentence, name)
    });
    let owned = at > 1
        && line.kinds.get(at - 1) == Some(&TokenKind::Possessive)
        && line.is_capital(at - 2)
        && page.lexicon.speech_verb(line.word(at + 1)).is_some();
    held || owned
}
