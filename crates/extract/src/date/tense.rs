//! The words around an expression → whether it looks back or ahead: [`Tense`].

use super::line::Line;

/// Where the verb next to an expression looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// `met on Monday`.
    Past,
    /// `will meet on Monday`.
    Future,
    /// No verb tells.
    None,
}

/// How many words away a verb still counts.
const REACH: usize = 24;

/// What a comma, a semicolon or a mark of quotation adds to the distance.
const CLAUSE: usize = 4;

#[rustfmt::skip] // One word a line would hide the code below it.
const AHEAD: &[&str] = &[
    "will", "shall", "wo", "won't", "won’t", "'ll", "’ll", "would", "plans", "plan", "expects", "upcoming",
    "forthcoming", "deadline", "intends", "hopes", "expires", "begins", "starts", "opens", "ends", "could",
    "may", "might", "should", "must", "can", "aims", "deadline", "faces", "scheduled", "slated", "expected",
    "due", "planned", "until",
];

/// Words before `to` that look ahead: `set to begin`, `expected to`.
#[rustfmt::skip] // One word a line would hide the code below it.
const LEADS: &[&str] = &[
    "is", "are", "set", "going", "likely", "expected", "scheduled", "due", "planning", "ready", "hoping",
    "poised", "bound", "wants", "want", "needs", "need", "has", "have", "aiming", "preparing", "about", "slated",
];

/// Past forms that do not end in `-ed`.
#[rustfmt::skip] // One word a line would hide the code below it.
const PAST: &[&str] = &[
    "was", "were", "had", "said", "told", "did", "came", "went", "took", "made", "got", "gave", "found", "saw",
    "met", "won", "lost", "fell", "rose", "began", "became", "left", "led", "held", "kept", "sent", "spent",
    "paid", "sold", "bought", "brought", "built", "broke", "grew", "hit", "cut", "shot", "struck", "ran",
    "spoke", "wrote", "drew", "flew", "felt", "stood", "sat", "lay", "laid", "caught", "chose", "fought",
    "forced", "taken", "given", "shown", "seen", "known", "held", "born", "swept", "sank", "threw", "wore",
    "thought", "set", "put", "beat", "quit", "read", "heard", "shut", "been",
];

/// The tense of the clause around an expression from word `first` to `last`.
pub(super) fn around(line: &Line, first: usize, last: usize) -> Tense {
    let ends = |word: &str| matches!(word, "," | ";" | "\"" | "“" | "”" | "—" | "–" | "(" | ")" | ":");
    // `has a June 1 deadline`.
    if matches!(line.lower(last + 1), "deadline" | "expiry") {
        return Tense::Future;
    }
    let marks = |at: usize| if ends(line.word(at)) { CLAUSE } else { 1 };
    let mut cost = 0;
    let before = (first.saturating_sub(REACH)..first).rev().find_map(|at| {
        cost += marks(at);
        verb(line, at).map(|tense| (cost, tense, first - at))
    });
    // A verb before it with no mark between governs it, however far: `will tax wine of the coast from Friday, she said`.
    if let Some((cost, tense, words)) = before
        && cost == words
    {
        return tense;
    }
    let mut cost = 1;
    let after = (last + 1..line.len().min(last + REACH)).find_map(|at| {
        cost += marks(at);
        verb(line, at).map(|tense| (cost, tense))
    });
    match (before, after) {
        (Some((left, tense, _)), Some((right, _))) if left <= right => tense,
        (_, Some((_, tense))) | (Some((_, tense, _)), None) => tense,
        (None, None) => Tense::None,
    }
}

/// What a word says of the tense, when it is a verb of one.
fn verb(line: &Line, at: usize) -> Option<Tense> {
    let word = line.lower(at);
    let capital = line.word(at).starts_with(char::is_uppercase) && at > 0;
    if AHEAD.contains(&word) && !capital {
        return Some(Tense::Future);
    }
    if word == "to" && LEADS.contains(&line.before(at, 1)) {
        return Some(Tense::Future);
    }
    // `The deadline is Friday`, `the next meeting is in July`.
    if matches!(word, "is" | "are") {
        let next = line.lower(at + 1);
        let passive = next.ends_with("ed") || next.ends_with("en") || PAST.contains(&next);
        return (!passive).then_some(Tense::Future);
    }
    let participle = word.len() > 3 && word.ends_with("ed") && !word.ends_with("eed");
    if !(participle || PAST.contains(&word)) || capital {
        return None;
    }
    // `will be held`, `should be completed`, `to be opened`, `could have died`.
    let future = (1..=3).find_map(|steps| {
        let before = line.before(at, steps);
        match before {
            "was" | "were" | "been" | "had" | "has" | "have" => Some(false),
            "will" | "would" | "should" | "may" | "might" | "could" | "can" | "must" | "shall" | "to" => {
                Some(true)
            }
            _ => None,
        }
    });
    Some(if future == Some(true) { Tense::Future } else { Tense::Past })
}
