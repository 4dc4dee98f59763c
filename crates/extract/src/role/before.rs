//! Titles before a name: `U.S. Secretary of State Ann Lee`, `Peru's then-president Ann Lee`, `its president, Ann Lee`.

use model::{Basis, RoleStatus};

use super::Role;
use super::title::{Line, status};
use crate::chain::ChainIx;
use crate::mention::Mention;

/// How many words a title before a name may have.
const LONGEST: usize = 7;

/// The role that the words before a name give its bearer.
pub(super) fn read(line: Line, mention: &Mention, person: ChainIx) -> Option<Role> {
    direct(line, mention, person).or_else(|| set_off(line, mention, person))
}

fn direct(line: Line, mention: &Mention, person: ChainIx) -> Option<Role> {
    let end = mention.tokens.start;
    let first = end.saturating_sub(LONGEST);
    let start = (first..end).find(|&at| !line.is_named(at) && line.title_len(at) == Some(end - at))?;
    let held = owner(line, start);
    let basis = Basis::by("title-before-name", 95);
    Some(role(line, start..end, held, mention.tokens.end - 1, person, basis))
}

/// `its president, Ann Lee,` and `the president of Peru, Ann Lee,`.
fn set_off(line: Line, mention: &Mention, person: ChainIx) -> Option<Role> {
    let comma = mention.tokens.start.checked_sub(1).filter(|&at| line.word(at) == ",")?;
    let after = line.word(mention.tokens.end);
    if !matches!(after, "," | "." | ";" | ")") {
        return None;
    }
    let (end, of) = match line.body(comma.checked_sub(1)?) {
        Some((tokens, chain)) => {
            let article = tokens
                .start
                .checked_sub(1)
                .filter(|&at| line.word(at).eq_ignore_ascii_case("the"))
                .unwrap_or(tokens.start);
            let preposition =
                article.checked_sub(1).filter(|&at| matches!(line.word(at), "of" | "at" | "for"))?;
            (preposition, Some(chain))
        }
        None => (comma, None),
    };
    let start = (end.saturating_sub(LONGEST)..end)
        .find(|&at| !line.is_named(at) && line.title_len(at) == Some(end - at))?;
    let held = owner(line, start);
    let before = held.first.checked_sub(1).map_or("", |at| line.word(at)).to_lowercase();
    let determined =
        matches!(before.as_str(), "the" | "its" | "his" | "her" | "their" | "a" | "an") || held.of.is_some();
    let held = Owner { of: of.or(held.of), ..held };
    let basis = Basis::by("title-set-off", 85);
    determined.then(|| role(line, start..end, held, mention.tokens.end - 1, person, basis))
}

/// What stands before a title: its status and what it belongs to.
struct Owner {
    first: usize,
    of: Option<ChainIx>,
    status: RoleStatus,
}

fn owner(line: Line, title: usize) -> Owner {
    let mut owner = Owner { first: title, of: None, status: RoleStatus::Current };
    let mut loose = 0;
    while let Some(at) = owner.first.checked_sub(1) {
        if let Some(found) = status(line.word(at)) {
            owner = Owner { first: at, status: found, ..owner };
        } else if line.word(at) == "-" && at > 0 && status(line.word(at - 1)).is_some() {
            owner.first = at;
        } else if line.is_possessive(at) && at > 0 {
            let Some((tokens, chain)) = line.body(at - 1) else { break };
            return Owner { first: tokens.start, of: Some(chain), ..owner };
        } else if let Some((tokens, chain)) = line.body(at) {
            owner = Owner { first: tokens.start, of: Some(chain), ..owner };
            // `former U.S. President`: the status may stand before the country.
            let status_before = tokens.start.checked_sub(1).and_then(|at| Some((at, status(line.word(at))?)));
            if let Some((at, found)) = status_before {
                owner = Owner { first: at, status: found, ..owner };
            }
            return owner;
        } else if loose < 2 && is_adjective(line, at) {
            // `leftist then-president`, `Peru's new foreign minister`; they are passed over only on the way to an owner or a status.
            loose += 1;
            let known = (1..=2).any(|step| {
                at.checked_sub(step).is_some_and(|at| {
                    line.is_possessive(at) || line.body(at).is_some() || status(line.word(at)).is_some()
                })
            });
            if !known {
                break;
            }
            owner.first = at;
        } else {
            break;
        }
    }
    owner
}

fn is_adjective(line: Line, at: usize) -> bool {
    matches!(
        line.word(at).to_lowercase().as_str(),
        "new"
            | "outgoing"
            | "incoming"
            | "leftist"
            | "rightist"
            | "conservative"
            | "liberal"
            | "right-wing"
            | "left-wing"
            | "far-right"
            | "socialist"
            | "longtime"
            | "veteran"
            | "current"
            | "hardline"
            | "powerful"
            | "popular"
            | "embattled"
            | "elected"
            | "authoritarian"
            | "populist"
            | "newly"
            | "top"
            | "first"
            | "last"
    )
}

fn role(
    line: Line,
    title: std::ops::Range<usize>,
    held: Owner,
    last: usize,
    person: ChainIx,
    basis: Basis,
) -> Role {
    let span = line.reading.span(line.sentence, held.first, last);
    let printed = line.reading.span(line.sentence, title.start, title.end - 1);
    let title = printed.of(&line.reading.document.text).split_whitespace().collect::<Vec<_>>().join(" ");
    Role { span, person, title, of: held.of, status: held.status, basis }
}
