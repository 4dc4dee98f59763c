//! What stands before a title: its status, and whose it is.

use std::ops::Range;

use model::RoleStatus;

use super::line::Line;
use super::title::status;
use crate::chain::ChainIx;

/// Titles that a person can give: `Lee's lawyer`.
const PERSONAL: &[&str] = &[
    "lawyer",
    "solicitor",
    "attorney",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "aide",
    "adviser",
    "advisor",
    "agent",
    "manager",
    "secretary",
    "deputy",
    "staff",
    "biographer",
    "doctor",
    "physician",
    "barrister",
    "strategist",
    "coach",
    "trainer",
    "successor",
    "predecessor",
    "chief",
];

/// What stands before a title: where it begins, its status and what it belongs to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Owner {
    pub(super) first: usize,
    pub(super) of: Option<ChainIx>,
    pub(super) status: RoleStatus,
    /// Whether an article or owner says that one certain bearer is meant.
    pub(super) determined: bool,
}

/// Reads leftwards from the first word of a title.
pub(super) fn read(line: Line, title: Range<usize>) -> Owner {
    let mut owner = Owner { first: title.start, of: None, status: RoleStatus::Current, determined: false };
    while let Some(at) = owner.first.checked_sub(1) {
        let word = line.word(at).to_lowercase();
        if let Some(found) = status(&word) {
            owner = Owner { first: at, status: found, ..owner };
        } else if word == "-" && at > 0 && status(line.word(at - 1)).is_some() {
            owner.first = at;
        } else if line.is_possessive(at) && at > 0 {
            return possessed(line, owner, at - 1, title.end - 1);
        } else if let Some(part) = part(line, at).filter(|&part| part > 1 && line.body(part - 2).is_some()) {
            owner.first = part;
        } else if word == ")" && at > 2 && line.word(at - 2) == "(" && line.body(at - 3).is_some() {
            // `Osten Health Board (OHB) director`
            owner.first = at - 2;
        } else if let Some((tokens, chain)) = line.body(at).or_else(|| local(line, at, title.end - 1)) {
            return Owner { determined: true, ..before_body(line, owner, tokens.start, chain) };
        } else if let Some((tokens, person)) =
            line.person_named(at).filter(|_| is_personal(line, title.end - 1))
        {
            // `Lopez spokesman`
            return Owner { first: tokens.start, of: Some(person), determined: true, ..owner };
        } else if let Some(part) = part(line, at) {
            owner.first = part;
        } else if line.lexicon.is_role_adjective(&word) && passable(line, at) {
            owner.first = at;
        } else if matches!(word.as_str(), "his" | "her" | "its" | "their") {
            let of = line.person(at).filter(|_| is_personal(line, title.end - 1));
            return Owner { of, determined: true, ..owner };
        } else {
            owner.determined |= matches!(word.as_str(), "the" | "a" | "an");
            break;
        }
    }
    owner
}

/// The town or region right before an office of one: `Lima Mayor`.
fn local(line: Line, at: usize, head: usize) -> Option<(Range<usize>, ChainIx)> {
    line.seat(at)
        .filter(|(_, chain)| line.is_local(head) && !(line.is_regional(head) && line.is_city(*chain)))
}

/// Where the region begins of which an office of a body is: `Asia` of `the Osten Fund's Asia director`.
fn part(line: Line, at: usize) -> Option<usize> {
    let (tokens, _) = line.seat(at)?;
    tokens.start.checked_sub(1).filter(|&before| line.is_possessive(before)).map(|_| tokens.start)
}

fn is_personal(line: Line, head: usize) -> bool {
    PERSONAL.contains(&line.word(head).to_lowercase().as_str())
}

/// `Peru's`, `Lee's` before a title.
fn possessed(line: Line, owner: Owner, at: usize, head: usize) -> Owner {
    if let Some((tokens, chain)) = line.seat(at) {
        return Owner { first: tokens.start, of: Some(chain), determined: true, ..owner };
    }
    let of = line.person(at).filter(|_| is_personal(line, head));
    Owner { of, determined: true, ..owner }
}

/// `former U.S. President`: the status may stand before the country; `Peru's Labor party leader`: the nearest is the owner.
fn before_body(line: Line, owner: Owner, start: usize, chain: ChainIx) -> Owner {
    let owner = Owner { first: start, of: Some(chain), ..owner };
    let Some(before) = start.checked_sub(1) else { return owner };
    match status(line.word(before)) {
        Some(found) => Owner { first: before, status: found, ..owner },
        None => owner,
    }
}

/// Adjectives are passed over only on the way to an owner or a status: `leftist then-president`, `Peru's new foreign minister`.
fn passable(line: Line, at: usize) -> bool {
    (1..=3).any(|step| {
        at.checked_sub(step).is_some_and(|at| {
            let word = line.word(at).to_lowercase();
            let owns = matches!(word.as_str(), "his" | "her" | "its" | "their" | "the" | "a" | "an");
            line.is_possessive(at) || line.body(at).is_some() || status(&word).is_some() || owns
        })
    })
}
