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

/// The role that the words before a name give its bearer.
pub(super) fn read(line: Line, mention: &Mention, person: ChainIx) -> Vec<Role> {
    let Some(role) = direct(line, mention, person)
        .or_else(|| set_off(line, mention, person))
        .or_else(|| joined(line, mention, person))
    else {
        return Vec::new();
    };
    ranked(line, mention, person).into_iter().chain([role]).collect()
}

/// The office before a rank: `military spokesman Brig. Gen. Ann Lee`.
fn ranked(line: Line, mention: &Mention, person: ChainIx) -> Option<Role> {
    let end = rank(line, mention.tokens.start).filter(|&at| at < mention.tokens.start)?;
    // `State Attorney General Ann Lee` has no rank.
    ending(line, mention.tokens.start).filter(|title| title.start >= end)?;
    let title = ending(line, end)?;
    let held = owner::read(line, title.clone());
    let basis = Basis::by("title-before-name", 90);
    Some(role(line, title, held, mention.tokens.end - 1, person, basis))
}

/// Where the rank or form of address begins that stands right before a name.
fn rank(line: Line, start: usize) -> Option<usize> {
    let ends = |from: &usize| {
        let title = line.lexicon.title_at(line.words, *from);
        title.is_some_and(|t| {
            matches!(t.class, TitleClass::Rank | TitleClass::Honorific) && *from + t.len == start
        })
    };
    (start.saturating_sub(4)..start).find(ends)
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
    Some(role(line, title, held, mention.tokens.end - 1, person, basis))
}

/// `its president, Ann Lee,` and `the president of Peru, Ann Lee,`.
fn set_off(line: Line, mention: &Mention, person: ChainIx) -> Option<Role> {
    let begin = rank(line, mention.tokens.start).unwrap_or(mention.tokens.start);
    let comma = begin.checked_sub(1).filter(|&at| line.word(at) == ",")?;
    let after = line.word(mention.tokens.end);
    if !matches!(after, "," | "." | ";" | ")" | "of" | "who" | "said" | "told" | "—" | "–") {
        return None;
    }
    let (end, of) = match line.seat(before_bracket(line, comma).checked_sub(1)?) {
        Some((tokens, chain)) => (preposition(line, tokens.start)?, Some(chain)),
        None => (comma, None),
    };
    let title = ending(line, end).or_else(|| extended(line, end))?;
    let held = owner::read(line, title.clone());
    // `the president of Peru` has its country behind it.
    let held = Owner { of: of.or(held.of), determined: held.determined || of.is_some(), ..held };
    let basis = Basis::by("title-set-off", 85);
    // An office with a capital is that of one: `Osten Governor, Ann Lee,`.
    let capital =
        line.lexicon.title_at(line.words, title.start).is_some_and(|t| t.class == TitleClass::Office)
            && line.word(title.start).starts_with(char::is_uppercase);
    (held.determined || capital).then(|| role(line, title, held, mention.tokens.end - 1, person, basis))
}

/// `the president of Peru Ann Lee`, without a comma.
fn joined(line: Line, mention: &Mention, person: ChainIx) -> Option<Role> {
    let start = mention.tokens.start;
    let (tokens, chain) = line.seat(before_bracket(line, start).checked_sub(1)?)?;
    let sent = |at: usize| line.word(at) == "to" && at > 0 && SENT.contains(&line.word(at - 1));
    let end = preposition(line, tokens.start).filter(|&at| line.word(at) == "of" || sent(at))?;
    let title = ending(line, end).or_else(|| extended(line, end))?;
    let held = Owner { of: Some(chain), ..owner::read(line, title.clone()) };
    let basis = Basis::by("title-before-name", 85);
    Some(role(line, title, held, mention.tokens.end - 1, person, basis))
}

/// The `of`, `at` or `for` before a name, over its article.
fn preposition(line: Line, name: usize) -> Option<usize> {
    let article = name.checked_sub(1).filter(|&at| line.word(at).eq_ignore_ascii_case("the")).unwrap_or(name);
    article.checked_sub(1).filter(|&at| matches!(line.word(at), "of" | "at" | "for" | "in" | "to" | "with"))
}

/// Where the letters in brackets begin that stand right before a token: `the New Osten Party (NOP) Ann Lee`.
fn before_bracket(line: Line, at: usize) -> usize {
    let closed = at > 3 && line.word(at - 1) == ")" && line.word(at - 3) == "(";
    if closed { at - 3 } else { at }
}

/// Those who are sent to a country or body.
const SENT: &[&str] =
    &["Ambassador", "ambassador", "Representative", "representative", "Commissioner", "envoy", "Envoy"];

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
