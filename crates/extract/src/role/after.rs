//! Titles after a name: `Ann Lee, the former president of Peru,`, `Ann Lee, who was foreign minister`, `Ann Lee is the mayor of Lima`,
//! `Ann Lee as president`, `named Ann Lee chief executive`.

use std::ops::Range;

use model::{Basis, RoleStatus};

use super::Role;
use super::line::Line;
use super::title::status;
use crate::chain::ChainIx;
use crate::lexicon::Finite;
use crate::mention::Mention;

/// Verbs that give a role.
const GIVING: &[&str] = &[
    "named",
    "appointed",
    "elected",
    "re-elected",
    "reelected",
    "chosen",
    "made",
    "installed",
    "promoted",
    "sworn",
    "nominated",
];

/// Of what one is the best by a prize.
const PRIZES: &[&str] =
    &["match", "year", "month", "week", "season", "tournament", "series", "decade", "round", "game", "day"];

/// The most words of a bracket behind a name.
const BRACKET: usize = 7;

/// How the words after a name come to a title.
struct Opening {
    /// Where the words that may be a title begin.
    at: usize,
    status: RoleStatus,
    basis: Basis,
    /// Whether the clause must close behind the title, as it does in apposition.
    closes: bool,
}

/// The roles that the words after a name give its bearer.
pub(super) fn read(line: Line, mention: &Mention, person: ChainIx) -> Vec<Role> {
    let Some(opening) = opening(line, mention) else { return Vec::new() };
    let mut roles = Vec::new();
    let mut at = opening.at;
    // `her grandson and a senator`, `an author and the mayor of Oslo`
    for _ in 0..2 {
        let found = title(line, mention, person, &opening, at);
        let end = match &found {
            Some((_, end)) => *end,
            None => kin(line, at).unwrap_or(at),
        };
        roles.extend(found.map(|(role, _)| role));
        match line.word(end) {
            _ if end == at => break,
            "and" => at = past_copula(line, end + 1),
            // `the former minister who is now chairman of Norvik`
            "who" if !roles.is_empty() && is_present(line, end + 1) => at = past_copula(line, end + 1),
            _ => break,
        }
    }
    roles
}

/// Whether the words say what somebody is now.
fn is_present(line: Line, at: usize) -> bool {
    line.word(at) == "is" && line.word(at + 1) == "now"
}

/// Behind the verb of a second statement: `served as treasurer and is now president`.
fn past_copula(line: Line, at: usize) -> usize {
    at + usize::from(is_present(line, at))
}

/// Behind `her grandson`, which is no title.
fn kin(line: Line, at: usize) -> Option<usize> {
    let owned = matches!(line.word(at), "his" | "her" | "their" | "a" | "the");
    (owned && line.lexicon.is_kin(line.word(at + 1))).then_some(at + 2)
}

/// The role whose words begin at `at`, and the place behind it.
fn title(
    line: Line,
    mention: &Mention,
    person: ChainIx,
    opening: &Opening,
    at: usize,
) -> Option<(Role, usize)> {
    let (at, held, mut of) = introduced(line, at, opening.status);
    let len = line.title_len(at).filter(|_| !line.is_named(at))?;
    let mut end = at + len;
    // `was player of the match`: a prize.
    let prize = PRIZES.contains(&line.word(end + 2).to_lowercase().as_str());
    if line.word(end) == "of" && line.word(end + 1) == "the" && prize {
        return None;
    }
    end += line.extension(end);
    // `Lee, President Carter and …`: the title belongs to the next name.
    if line.is_named(end) || line.word(end) == "and" && opening.closes && line.is_named(end + 1) {
        return None;
    }
    let printed = line.printed(at..end);
    if matches!(line.word(end), "of" | "at" | "for" | "in" | "with") {
        let next = if line.word(end + 1).eq_ignore_ascii_case("the") { end + 2 } else { end + 1 };
        let next = past_adjective(line, next);
        // An expert on trade in Peru is none of Peru.
        let place = line.word(end) == "of" || line.word(end) == "in" && !line.is_topic(at + len);
        let owner = if place { line.seat(next) } else { line.body(next) };
        // `the leader of Peru's largest union` is none of Peru; `the anchor of Harbor News's evening show` is one of the station.
        let whole = |tokens: &Range<usize>, chain| !line.is_possessive(tokens.end) || line.is_group(chain);
        if let Some((tokens, chain)) = owner.filter(|(tokens, chain)| whole(tokens, *chain)) {
            of = Some(chain);
            end = tokens.end;
        }
    }
    let closed = if opening.closes && is_source(line, mention) {
        is_source_closed(line, end)
    } else {
        !opening.closes || closes(line, end) || closes(line, at + len)
    };
    let span = line.reading.span(line.sentence, mention.tokens.start, end - 1);
    let of = of.filter(|of| *of != person);
    let basis = opening.basis.clone();
    closed.then_some((Role { span, person, title: printed, of, status: held, basis }, end))
}

/// Past an adjective that only says more of the body: `of the centrist Harbor Center`.
fn past_adjective(line: Line, at: usize) -> usize {
    let word = line.word(at);
    let plain = word.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !word.is_empty();
    if plain && line.word(at - 1) == "the" && line.body(at).is_none() && line.body(at + 1).is_some() {
        at + 1
    } else {
        at
    }
}

/// Articles, status words, owners and adjectives before a title.
fn introduced(line: Line, mut at: usize, mut held: RoleStatus) -> (usize, RoleStatus, Option<ChainIx>) {
    let mut of = None;
    while at < line.words.len() {
        let word = line.word(at).to_lowercase();
        if let Some(found) = status(&word) {
            held = found;
        } else if word == "now" {
            held = RoleStatus::Current;
        } else if let Some((tokens, chain)) = line.body(at) {
            of = Some(chain);
            at = tokens.end;
            continue;
        } else if let Some((seat, chain)) = line.seat(at) {
            // `the Lagos State governor`, `the Lagos police spokeswoman`
            let next = seat.end + usize::from(matches!(line.word(seat.end), "State" | "County" | "Province"));
            if line.title_len(next).is_none() {
                break;
            }
            of = Some(chain).filter(|_| line.is_local(next));
            at = next;
            continue;
        } else if matches!(word.as_str(), "his" | "her") {
            of = line.person(at);
        } else if !(matches!(word.as_str(), "the" | "a" | "an" | "-" | "its" | "their" | "to" | "be" | "as")
            || line.is_possessive(at)
            || line.lexicon.is_role_adjective(&word) && line.title_len(at).is_none())
        {
            break;
        }
        at += 1;
    }
    (at, held, of)
}

/// Whether the name is a source, whose comma ends its phrase: `According to Lee, a clerk of the court was absent`.
fn is_source(line: Line, mention: &Mention) -> bool {
    let start = mention.tokens.start;
    (start.saturating_sub(4)..start).any(|at| line.word(at).eq_ignore_ascii_case("according"))
}

/// Whether the description of a source ends with a comma before a verb comes that makes it the subject of the sentence.
fn is_source_closed(line: Line, end: usize) -> bool {
    let rest = (end..line.words.len()).map(|at| line.word(at));
    let verb = |word: &str| matches!(line.lexicon.finite(word), Some(Finite::Auxiliary | Finite::Past));
    rest.take_while(|word| !matches!(*word, "," | "." | ";")).all(|word| !verb(word))
}

/// In apposition the clause closes, or goes on with `of`, `who`, `and`: `Lee, police said`, is none.
fn closes(line: Line, at: usize) -> bool {
    const MARKS: &[&str] = &[
        "",
        ",",
        ".",
        ";",
        ")",
        "of",
        "at",
        "for",
        "in",
        "who",
        "since",
        "and",
        "from",
        "until",
        "—",
        "–",
        "when",
        "on",
        "under",
        "with",
        "that",
        "whose",
        "based",
        "to",
        "turned",
        "or",
        "”",
        "\"",
        "during",
        "by",
        "as",
        "specializing",
        "specialising",
    ];
    MARKS.contains(&line.word(at))
}

fn opening(line: Line, mention: &Mention) -> Option<Opening> {
    let end = past_bracket(line, mention.tokens.end);
    let comma = line.word(end) == ",";
    let first = if comma { end + 1 } else { end };
    let first = if line.word(first) == "who" { first + 1 } else { first };
    let stated = Basis::by("title-stated", 90);
    let opened = |at, status, basis| Some(Opening { at, status, basis, closes: false });
    match line.word(first) {
        "is" | "remains" | "became" | "becomes" => statement(line, first + 1, RoleStatus::Current, stated),
        "was" => statement(line, first + 1, RoleStatus::Former, stated),
        "has" | "had" if line.word(first + 1) == "been" => {
            statement(line, first + 2, RoleStatus::Current, stated)
        }
        "serves" | "works" if line.word(first + 1) == "as" => opened(first + 2, RoleStatus::Current, stated),
        "served" | "worked" if line.word(first + 1) == "as" => opened(first + 2, RoleStatus::Former, stated),
        "as" if !comma => opened(first + 1, RoleStatus::Current, Basis::by("title-as", 80)),
        _ if comma && first == end + 1 => Some(Opening {
            at: age(line, first),
            status: RoleStatus::Current,
            basis: Basis::by("title-after-name", 90),
            closes: true,
        }),
        _ if given(line, mention) => opened(first, RoleStatus::Current, Basis::by("title-given", 80)),
        _ => None,
    }
}

/// Past the party and state of a legislator: `Ann Lee (D-Ohio), head of`.
fn past_bracket(line: Line, end: usize) -> usize {
    let close = (end..end + BRACKET).find(|&at| line.word(at) == ")").filter(|_| line.word(end) == "(");
    close.map_or(end, |close| close + 1).min(line.words.len())
}

/// `is the mayor`, `was named mayor`; `is expected`, `was arrested` state no role: there is an article, a name or the title itself.
fn statement(line: Line, next: usize, status: RoleStatus, basis: Basis) -> Option<Opening> {
    if GIVING.contains(&line.word(next)) {
        let at = if line.word(next + 1) == "in" { next + 2 } else { next + 1 };
        let basis = Basis::by("title-given", 80);
        return Some(Opening { at, status: RoleStatus::Current, basis, closes: false });
    }
    let begins = matches!(line.word(next), "the" | "a" | "an" | "its")
        || line.body(next).is_some()
        || line.title_len(next).is_some();
    begins.then_some(Opening { at: next, status, basis, closes: false })
}

/// Whether a verb that gives a role stands before the name: `named Lee chief executive`, `named director Ann Lee as chief executive`.
fn given(line: Line, mention: &Mention) -> bool {
    let start = mention.tokens.start;
    (start.saturating_sub(1)..start).any(|at| GIVING.contains(&line.word(at)))
}

/// Behind an age: `Lee, 62, the mayor`.
fn age(line: Line, at: usize) -> usize {
    if line.word(at).parse::<u8>().is_ok() && line.word(at + 1) == "," { at + 2 } else { at }
}
