//! Settled names → the same, where the text itself says what a name is also called: `the Norvik Relief Agency, known as Nora`,
//! `Osten Unity Party (OUP)`. What the text says goes before what the lists and the labels say.

use model::{EntityKind, Via};

use super::Known;
use super::line::{Line, among, is_upper};
use super::page::Page;
use super::rule;
use super::settle::Settled;

/// Adverbs before `known as`.
const ADVERBS: &str = "\
    better also widely popularly commonly formerly previously locally otherwise best more usually generally \
    simply now then once officially universally often collectively";
/// What a name may be known by, before the name itself.
const SIGNS: &str = "acronym acronyms initials abbreviation nickname alias name moniker pseudonym";
/// How many words may stand between a name and what it is also called.
const REACH: usize = 12;
/// Prepositions by which a body stands behind the name of one of its people.
const MEMBER: &str = "of from at in with for";

/// Whether the words from `full`, the end of a name, up to `other`, the begin of the next, say that both are one: `, also known as`,
/// `(better known by the nickname`, `alias`.
pub(crate) fn links(line: &Line, full: usize, other: usize) -> bool {
    if other <= full || other - full > REACH {
        return false;
    }
    let mut at = full + usize::from(matches!(line.word(full), "," | "(" | "—" | "–"));
    if matches!(line.word(at), "alias" | "aka" | "a.k.a.") {
        return at + 1 == other;
    }
    at += usize::from(matches!(line.word(at), "and" | "or"));
    // `Osten, who is known as`
    if line.word(at) == "who" && matches!(line.word(at + 1), "is" | "was") {
        at += 2;
    }
    while among(ADVERBS, line.word(at)) || line.word(at) == "by" && line.before(at) == "known" {
        at += 1;
    }
    if line.word(at) != "known" {
        return false;
    }
    at += 1;
    while at < other && among("in to locally commonly simply", line.word(at)) {
        // `known in Arabic as`, `known to his fans as`
        at += 1 + (at + 1..other).take(3).take_while(|&at| line.word(at) != "as").count();
    }
    let by = line.word(at) == "by" && (at..other).any(|at| among(SIGNS, line.word(at)));
    let from = if by { (at..other).rfind(|&at| among(SIGNS, line.word(at))).unwrap_or(at) } else { at };
    (by || line.word(at) == "as")
        && (from + 1..other).all(|at| matches!(line.word(at), "the" | "“" | "\"" | "‘" | "'" | "of" | "as"))
}

/// Gives each name that another one is also called the kind of that one, and the entry, wherever it stands in the article.
pub(super) fn unite(page: &Page, settled: &mut [Settled]) {
    for at in 1..settled.len() {
        let (full, other) = (&settled[at - 1], &settled[at]);
        if full.sentence != other.sentence || full.via == Via::Demonym || full.kind == EntityKind::Country {
            continue;
        }
        let line = &page.lines[full.sentence];
        let called = links(line, full.tokens.end, other.tokens.start) && !is_members(line, settled, at - 1);
        // `Osten First, known as the Harvest Party`: of several words, a name tells by itself what it is.
        let told = other.tokens.len() > 1 && other.kind != full.kind;
        let taken = match (called && !told, other.known) {
            (true, None) => true,
            (false, _) if is_gloss(page, full, other) => {
                other.known.is_none() || other.known != full.known && is_spelled(page, full, other)
            }
            _ => false,
        };
        if taken {
            let (kind, entry) = (full.kind, full.known);
            let (name, known) = (page.name(other.sentence, &other.tokens), other.known);
            let same = |other: &&mut Settled| {
                other.known == known && page.name(other.sentence, &other.tokens) == name
            };
            for other in settled.iter_mut().filter(same) {
                (other.kind, other.known, other.via) = (kind, entry.filter(is_body), Via::Name);
            }
        }
    }
}

fn is_body(known: &Known) -> bool {
    matches!(known, Known::Group(_))
}

/// Whether the name stands behind that of a person whom the words after it may be about: `Ann Lee of the Norvik Board, known as`.
fn is_members(line: &Line, settled: &[Settled], at: usize) -> bool {
    let full = &settled[at];
    let Some(before) = at.checked_sub(1).map(|before| &settled[before]) else { return false };
    let between = before.tokens.end..full.tokens.start;
    before.sentence == full.sentence
        && before.kind == EntityKind::Person
        && between.len() <= 2
        && among(MEMBER, line.word(between.start))
}

/// Whether `other` stands alone in brackets right behind a body of several words, as its short form does, or behind a place whose
/// initials it has: `Norvik Ferry Terminal (NFT)`.
fn is_gloss(page: &Page, full: &Settled, other: &Settled) -> bool {
    let line = &page.lines[full.sentence];
    let word = line.word(other.tokens.start);
    (full.kind == EntityKind::Group || full.kind == EntityKind::Place && is_spelled(page, full, other))
        && full.tokens.len() > 1
        && other.tokens.len() == 1
        && full.tokens.end + 1 == other.tokens.start
        && line.word(full.tokens.end) == "("
        && matches!(line.word(other.tokens.end), ")" | "," | ";")
        && matches!(other.kind, EntityKind::Group | EntityKind::Person)
        && (is_upper(word) || page.casing.middle(word) > 1 || page.lexicon.first_name(word).is_none())
}

/// Whether the words of `full` spell the acronym.
fn is_spelled(page: &Page, full: &Settled, other: &Settled) -> bool {
    let letters: String =
        page.lines[full.sentence].word(other.tokens.start).chars().filter(|c| *c != '.').collect();
    rule::spelled(page, full.sentence, other.tokens.start - 1, &letters)
        .is_some_and(|from| full.tokens.contains(&from))
}
