//! Titles before a name: `U.S. Secretary of State Ann Lee`, `Peru's then-president Ann Lee`, `its president, Ann Lee`.

use std::ops::Range;

use model::Basis;

use super::Role;
use super::line::Line;
use super::owner::{self, Owner};
use crate::chain::ChainIx;
use crate::lexicon::TitleClass;
use crate::mention::Mention;

/// How many words a title before a name may have.
const LONGEST: usize = 8;

/// The most words of a bracket, and of a topic behind a title.
const ASIDE: usize = 4;

/// Who is sent to a country or body.
const ENVOYS: &[&str] = &[
    "ambassador",
    "commissioner",
    "consul",
    "delegate",
    "emissary",
    "envoy",
    "nuncio",
    "observer",
    "representative",
];

/// Titles that are forms of address as well, behind which an office may stand.
const ADDRESS: &[&str] = &["engineer", "judge", "justice", "pastor", "prof", "professor"];

/// The roles that the words before a name give its bearer: `the commander of the army, General Ann Lee` has two.
pub(super) fn read(line: Line, mention: &Mention, person: ChainIx) -> Vec<Role> {
    let direct = direct(line, mention, person);
    let start = addressed(line, mention.tokens.start);
    // `Attorney General Ann Lee` is no general.
    let title = ending(line, mention.tokens.start);
    let behind = title.is_none_or(|title| start < mention.tokens.start && title.start >= start);
    let others = || {
        set_off(line, start, mention, person)
            .or_else(|| joined(line, start, mention, person))
            .or_else(|| ranked(line, start, mention, person))
    };
    direct.into_iter().chain(behind.then(others).flatten()).collect()
}

/// The office before a rank or before its own letters: `military spokesman Brig. Gen. Ann Lee`, `Chief of Staff (CoS) Ann Lee`.
fn ranked(line: Line, start: usize, mention: &Mention, person: ChainIx) -> Option<Role> {
    let end = before_bracket(line, start);
    let title = ending(line, end).filter(|_| end < mention.tokens.start)?;
    let held = owner::read(line, title.clone());
    let basis = Basis::by("title-before-name", 90);
    Some(role(line, title, held, mention.tokens.end - 1, person, basis))
}

/// Where a name begins with its forms of address and ranks: `Sir` of `Sir John Carter`.
fn addressed(line: Line, name: usize) -> usize {
    let address = |at: usize| {
        let title = line.lexicon.title_at(line.words, at).filter(|title| at + title.len == name);
        let called = title.is_some_and(|title| {
            matches!(title.class, TitleClass::Honorific | TitleClass::Rank)
                || ADDRESS.contains(&line.word(at).to_lowercase().as_str())
        });
        called || at + 1 == name && line.lexicon.is_courtesy(&line.word(at).to_lowercase())
    };
    (name.saturating_sub(3)..name).find(|&at| address(at)).map_or(name, |at| addressed(line, at))
}

/// The longest title that ends right before a token.
fn ending(line: Line, end: usize) -> Option<Range<usize>> {
    let first = end.saturating_sub(LONGEST);
    let start = (first..end).find(|&at| !line.is_named(at) && line.title_len(at) == Some(end - at))?;
    Some(start..end)
}

fn direct(line: Line, mention: &Mention, person: ChainIx) -> Option<Role> {
    let title = ending(line, mention.tokens.start)?;
    // `Fellow Senator Ann Lee` has one title, `fellow Ann Lee` none; a fellow of a body stands behind the name.
    if title.len() == 1 && line.word(title.start).eq_ignore_ascii_case("fellow") {
        return None;
    }
    let held = owner::read(line, title.clone());
    let basis = Basis::by("title-before-name", 95);
    let (of, last) = match held.of {
        Some(_) => (None, mention.tokens.end),
        None => behind(line, &title, mention.tokens.end),
    };
    let held = Owner { of: of.or(held.of), ..held };
    Some(role(line, title, held, last - 1, person, basis))
}

/// What stands behind a name that a title stands before, and where it ends: `President Ann Lee of Peru`.
fn behind(line: Line, title: &Range<usize>, end: usize) -> (Option<ChainIx>, usize) {
    let name = end + 1 + usize::from(line.word(end + 1) == "the");
    let seat = if line.is_local(title.end - 1) { line.seat(name) } else { line.body(name) };
    // A minister of a party is none of its.
    let fits = |tokens: &Range<usize>, chain| !line.is_possessive(tokens.end) && !line.is_party(chain);
    match seat.filter(|(tokens, chain)| line.word(end) == "of" && fits(tokens, *chain)) {
        // `General Ann Lee of the Kenyan army`
        Some((tokens, chain)) => {
            (Some(chain), tokens.end + usize::from(line.lexicon.is_actor(line.word(tokens.end))))
        }
        None => (None, end),
    }
}

/// `its president, Ann Lee,`, `the president of Peru, Ann Lee,` and `Opposition spokesman on health, Ann Lee,`.
fn set_off(line: Line, start: usize, mention: &Mention, person: ChainIx) -> Option<Role> {
    let comma = start.checked_sub(1).filter(|&at| line.word(at) == ",")?;
    let after = line.word(mention.tokens.end);
    if !matches!(after, "," | "." | ";" | ")" | "of" | "who" | "said" | "told" | "—" | "–") {
        return None;
    }
    let (title, of) = seated(line, before_bracket(line, comma))?;
    let held = owner::read(line, title.clone());
    let bare = held.first == 0 || line.word(title.start).starts_with(char::is_uppercase);
    // `the president of Peru` has its country behind it.
    let determined = held.determined || of.is_some() || bare;
    let held = Owner { of: of.or(held.of), ..held };
    let basis = Basis::by("title-set-off", 85);
    determined.then(|| role(line, title, held, mention.tokens.end - 1, person, basis))
}

/// `the president of Peru Ann Lee`, without a comma.
fn joined(line: Line, start: usize, mention: &Mention, person: ChainIx) -> Option<Role> {
    let end = before_bracket(line, start);
    line.seat(end.checked_sub(1)?)?;
    let (title, of) = seated(line, end).filter(|(title, _)| title.end < end)?;
    let fits = matches!(line.word(title.end), "of" | "to") || end < start;
    let held = owner::read(line, title.clone());
    let held = Owner { of: of.or(held.of), ..held };
    let basis = Basis::by("title-before-name", 85);
    fits.then(|| role(line, title, held, mention.tokens.end - 1, person, basis))
}

/// The title that ends right before a token, with what it is of or about between them.
fn seated(line: Line, end: usize) -> Option<(Range<usize>, Option<ChainIx>)> {
    let ending = |end: usize| ending(line, end).or_else(|| extended(line, end));
    let last = end.checked_sub(1)?;
    // `the commander of the Kenyan army`
    let actor = last > 0 && line.lexicon.is_actor(line.word(last)) && line.seat(last - 1).is_some();
    if let Some((tokens, chain)) = line.seat(if actor { last - 1 } else { last }) {
        let link = preposition(line, tokens.start)?;
        let title = ending(link)?;
        // Who is sent somewhere belongs to who sends him.
        let sent = ENVOYS.contains(&line.word(link - 1).to_lowercase().as_str());
        return match line.word(link) {
            "to" => sent.then_some((title, None)),
            "of" => Some((title, Some(chain))),
            // `the Harbor Union chairman at the State University`
            _ => Some((title.clone(), Some(chain).filter(|_| owner::read(line, title).of.is_none()))),
        };
    }
    let title = ending(end).or_else(|| topical(line, end)).or_else(|| unknown(line, end));
    title.map(|title| (title, None))
}

/// The title before the name of a place that nobody knows: `the MP for Fomena`.
fn unknown(line: Line, end: usize) -> Option<Range<usize>> {
    let capital = |at: &usize| line.word(*at).starts_with(char::is_uppercase) && !line.is_named(*at);
    let name = (end.saturating_sub(ASIDE)..end).rev().take_while(capital).last()?;
    let link = name.checked_sub(1).filter(|&at| matches!(line.word(at), "for" | "of"))?;
    ending(line, link).filter(|title| line.is_local(title.end - 1))
}

/// `spokesman on health`, `minister in charge of fisheries`, up to a token.
fn topical(line: Line, end: usize) -> Option<Range<usize>> {
    let plain = |at: usize| {
        let word = line.word(at);
        let word_of_topic =
            word.chars().all(|c| c.is_alphabetic() || c == '-') && !line.lexicon.not_a_title(word);
        !line.is_named(at) && (word_of_topic || matches!(word, "on" | "for" | "and"))
    };
    let topic = (end.saturating_sub(ASIDE)..end).rev().take_while(|&at| plain(at));
    let link = topic.skip(1).find(|&at| matches!(line.word(at), "on" | "for"))?;
    ending(line, link).map(|title| title.start..end)
}

/// Where a bracket begins that ends right before a token, `(GA)`; the token itself without one.
fn before_bracket(line: Line, end: usize) -> usize {
    let closes = end.checked_sub(1).is_some_and(|at| line.word(at) == ")");
    let open = || (end.saturating_sub(ASIDE)..end).rev().find(|&at| line.word(at) == "(");
    closes.then(open).flatten().unwrap_or(end)
}

/// The `of`, `at`, `for` or `to` before a name, over its article.
fn preposition(line: Line, name: usize) -> Option<usize> {
    let article = name.checked_sub(1).filter(|&at| line.word(at).eq_ignore_ascii_case("the")).unwrap_or(name);
    article.checked_sub(1).filter(|&at| matches!(line.word(at), "of" | "at" | "for" | "in" | "to"))
}

/// `the chairman of the board, Ann Lee`.
fn extended(line: Line, end: usize) -> Option<Range<usize>> {
    let first = end.saturating_sub(LONGEST);
    let fits = |at: &usize| {
        line.title_len(*at).is_some_and(|len| at + len + line.extension(at + len) == end && at + len < end)
    };
    (first..end).find(fits).map(|start| start..end)
}

fn role(line: Line, title: Range<usize>, held: Owner, last: usize, person: ChainIx, basis: Basis) -> Role {
    let span = line.reading.span(line.sentence, held.first, last);
    Role {
        span,
        person,
        title: line.printed(title),
        of: held.of.filter(|of| *of != person),
        status: held.status,
        basis,
    }
}
