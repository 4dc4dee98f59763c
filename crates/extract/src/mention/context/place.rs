//! What says that a name is of a place: a journey, a state behind a town, a state as a noun.

use std::ops::Range;

use crate::lexicon::{Hit, Target};
use crate::mention::Known;
use crate::mention::line::{Line, among};
use crate::mention::page::Page;
use crate::mention::spot::Spot;
use crate::mention::vote::Vote;
use crate::token::TokenKind;

use super::noun::AFTER_HEAD;

/// How far before its end a journey may begin, in words.
const JOURNEY: usize = 5;

/// Whether the noun stands here and ends its phrase: `Osten state,`, `Osten state on Monday`, not `Osten state television`.
pub(super) fn is_state(line: &Line, at: usize) -> bool {
    let next = line.word(at + 1);
    let ends = !line.is_word(at + 1) || among(AFTER_HEAD, next) || among("to after when while but", next);
    line.word(at) == "state" && ends
}

/// `Springfield, Washington,`: a state between commas after a town is no person, even where one has its name.
pub(super) fn divided(page: &Page, sentence: usize, spot: &Spot) -> Vote {
    let line = &page.lines[sentence];
    let (start, end) = (spot.tokens.start, spot.tokens.end);
    let town = start > 1 && line.before(start) == "," && line.is_capital(start - 2);
    let division = spot.known.iter().any(|entry| match entry.known {
        Known::Place(ix) => page.lexicon.place(ix).place_type == "division",
        _ => false,
    });
    if town && division && matches!(line.word(end), "," | "." | ")" | "—" | "–" | "-") {
        return Vote { place: 60, country: 0, person: -90, group: -20 };
    }
    Vote::default()
}

/// `from Osten to Halden`, `left Osten for Halden`: a single word where a journey that begins at a place ends.
pub(super) fn journey(page: &Page, sentence: usize, tokens: &Range<usize>) -> Vote {
    let line = &page.lines[sentence];
    let start = match line.before(tokens.start) {
        "to" => "from",
        "for" => "left",
        _ => return Vote::default(),
    };
    let from = tokens.start.saturating_sub(JOURNEY)..tokens.start - 1;
    let located = from.rev().take_while(|&at| line.is_word(at)).any(|at| {
        let hits = page.lexicon.names_at(&line.words, at);
        let place = |hit: &Hit| !matches!(hit.target, Target::Group(_)) && at + hit.len + 1 == tokens.start;
        line.before(at) == start && hits.iter().any(place)
    });
    let ends = !line.is_capital(tokens.end) && line.kinds.get(tokens.end) != Some(&TokenKind::Possessive);
    if located && ends && tokens.len() < 3 {
        Vote { place: 50, country: 10, person: -50, group: -20 }
    } else {
        Vote::default()
    }
}
