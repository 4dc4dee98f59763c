//! Where a stretch holds more than one name: at a possessor, a comma, a verb, a score.

use std::ops::Range;

use model::{EntityKind, Via};

use crate::lexicon::{Hit, Target};
use crate::mention::line::among;
use crate::mention::page::Page;
use crate::mention::{context, result, state};
use crate::token::TokenKind;

use super::ENDINGS;

/// Words in lower case that may follow a place inside the name of a body: `Africa for Peace`.
const INNER: &str = include_str!("../../../data/words/body_links.txt");

/// Cuts at what no flat name runs over: a possessor, and for people commas, `and` and a new title.
pub(super) fn split(
    page: &Page,
    sentence: usize,
    tokens: Range<usize>,
    kind: EntityKind,
) -> Vec<Range<usize>> {
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
            || line.word(at) == "-" && line.word(at + 1) == "-"
            || kind == EntityKind::Place && line.word(at) == ","
            || kind == EntityKind::Place
                && line.word(at) == "and"
                && line.before(tokens.start) == ","
                && !is_whole(page, sentence, &tokens);
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
        // `Osten founder Ann Lee`
        let officer = kind == EntityKind::Group
            && at > from
            && at + 1 < tokens.end
            && line.word(at).starts_with(char::is_lowercase)
            && page.lexicon.is_role(line.word(at))
            && line.is_capital(at + 1);
        if officer || possessor || listed || comma || joined || verb || scored || led || bound_for {
            pieces.push(from..at);
            from = at + 1;
        }
    }
    pieces.push(from..tokens.end);
    pieces.retain(|piece| piece.start < piece.end);
    pieces
}

/// Whether the lexicon knows the whole stretch: `Osten and Halden`, one land.
fn is_whole(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let hits = page.lexicon.names_at(&page.lines[sentence].words, tokens.start);
    hits.iter().any(|hit| hit.len >= tokens.len())
}

/// Whether a possessor inside a name of a body is a name of its own: `Ecuador's Foreign Ministry`, not `Women's Union`.
pub(super) fn owns(page: &Page, sentence: usize, tokens: Range<usize>) -> bool {
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
