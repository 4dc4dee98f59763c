//! The words around an expression → whether it looks back or ahead: [`Tense`].

use super::line::Line;
use crate::lexicon::Finite;

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

/// What the border of a clause adds to the distance: a comma, a semicolon, a mark of quotation, a word that opens a clause.
const CLAUSE: usize = 4;

/// Words that open a clause.
#[rustfmt::skip] // One word a line would hide the code below it.
const OPENERS: &[&str] = &[
    "after", "although", "because", "before", "if", "since", "that", "though", "unless", "what", "when", "where", "whether",
    "which", "while", "who", "whom", "whose",
];

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

/// Verbs that look ahead in `is leaving on Friday`.
#[rustfmt::skip] // One word a line would hide the code below it.
const GOING: &[&str] = &[
    "arriving", "coming", "facing", "flying", "going", "holding", "hosting", "launching", "leaving", "meeting", "opening",
    "playing", "releasing", "returning", "starting", "travelling", "traveling", "visiting", "voting",
];

/// What a thing is for a day to come: `set for Monday`.
const FIXED: &[&str] = &[
    "announced",
    "booked",
    "called",
    "expected",
    "fixed",
    "forecast",
    "planned",
    "scheduled",
    "set",
    "slated",
];

/// Those of [`AHEAD`] that look back before `have`.
const MODALS: &[&str] = &["would", "could", "may", "might", "should", "must", "can"];

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

/// Subjects of `plan`, besides words that end in `-s`.
const PLURAL: &[&str] =
    &["they", "we", "i", "you", "who", "people", "police", "men", "women", "also", "now", "still"];

/// Words that a noun stands behind.
#[rustfmt::skip] // One word a line would hide the code below it.
const OWNERS: &[&str] = &[
    "a", "an", "the", "its", "their", "his", "her", "our", "my", "your", "these", "those", "no", "any", "some", "all", "new",
    "of", "for", "with", "on", "about", "'s", "’s", "own", "such",
];

/// The tense of the clause around an expression from word `first` to `last`.
pub(super) fn around(line: &Line, first: usize, last: usize) -> Tense {
    let ends = |word: &str| matches!(word, "," | ";" | "\"" | "“" | "”" | "—" | "–" | "(" | ")" | ":");
    // `has a June 1 deadline`.
    if matches!(line.lower(last + 1), "deadline" | "expiry") {
        return Tense::Future;
    }
    // `since Monday`, `after Monday's attack`.
    if line.before(first, 1) == "since" || line.before(first, 1) == "after" && line.is_owner(last + 1) {
        return Tense::Past;
    }
    // `set for Monday`
    if line.before(first, 1) == "for" && FIXED.contains(&line.before(first, 2)) {
        return Tense::Future;
    }
    let border = |at: usize| ends(line.word(at)) || OPENERS.contains(&line.lower(at));
    let marks = |at: usize| if border(at) { CLAUSE } else { 1 };
    let mut cost = 0;
    let before = (first.saturating_sub(REACH)..first).rev().find_map(|at| {
        cost += marks(at);
        verb(line, at, first).map(|tense| (cost, tense, first - at))
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
        verb(line, at, first).map(|tense| (cost, tense))
    });
    match (before, after) {
        (Some((left, tense, _)), Some((right, _))) if left <= right => tense,
        (_, Some((_, tense))) | (Some((_, tense, _)), None) => tense,
        (None, None) => Tense::None,
    }
}

/// Whether a word that looks ahead is a noun where it stands, which says nothing of the time: `put forward a plan`, `their hopes`.
fn is_noun(line: &Line, at: usize) -> bool {
    let before = line.before(at, 1);
    match line.lower(at) {
        "plan" => !(PLURAL.contains(&before) || before.ends_with('s') && before.len() > 3),
        "plans" | "hopes" | "aims" | "faces" | "starts" | "ends" | "opens" => OWNERS.contains(&before),
        _ => false,
    }
}

/// What a word says of the tense, when it is a verb of one; `date` is where the expression begins.
fn verb(line: &Line, at: usize, date: usize) -> Option<Tense> {
    let word = line.lower(at);
    let capital = line.word(at).starts_with(char::is_uppercase) && at > 0;
    let done = line.lower(at + 1) == "have" && word != "will" && is_participle(line, at + 2);
    if AHEAD.contains(&word) && !capital && !is_noun(line, at) {
        // `may have begun`
        return Some(if done && MODALS.contains(&word) { Tense::Past } else { Tense::Future });
    }
    if word == "to" && LEADS.contains(&line.before(at, 1)) {
        return Some(Tense::Future);
    }
    if matches!(word, "is" | "are") {
        return is_ahead(line, at, date).then_some(Tense::Future);
    }
    if is_scheduled(line, at) {
        return Some(Tense::Future);
    }
    let regular = word.len() > 3 && word.ends_with("ed") && !word.ends_with("eed");
    let past = regular || PAST.contains(&word) || line.lexicon.finite(word) == Some(Finite::Past);
    let participle = past || is_participle(line, at);
    let helped = helped(line, at);
    if capital || !(past || participle && helped.is_some()) {
        return None;
    }
    Some(helped.unwrap_or(Tense::Past))
}

fn is_participle(line: &Line, at: usize) -> bool {
    let word = line.lower(at);
    word.ends_with("ed") || word == "been" || line.lexicon.verb(word).is_some_and(|verb| verb.participle)
}

/// The tense of the auxiliaries right before a participle: `will be held`, `to be opened`, `could have died`, `will have been paid`.
fn helped(line: &Line, at: usize) -> Option<Tense> {
    let mut found = None;
    for steps in 1..=4 {
        match line.before(at, steps) {
            "was" | "were" | "had" | "has" => return Some(Tense::Past),
            "will" | "shall" => return Some(Tense::Future),
            "would" | "should" | "may" | "might" | "could" | "can" | "must" | "to" => {
                let done = line.before(at, steps - 1) == "have";
                return Some(if done { Tense::Past } else { Tense::Future });
            }
            "be" | "been" | "have" | "is" | "are" => found = Some(Tense::Past),
            "not" | "also" | "now" | "never" | "ever" | "n't" => {}
            adverb if adverb.ends_with("ly") => {}
            _ => return found,
        }
    }
    found
}

/// Whether `is` or `are` looks ahead: `The deadline is Friday`, `the next meeting is in July`, `Lee is leaving on Friday`.
fn is_ahead(line: &Line, at: usize, date: usize) -> bool {
    let link = |at: usize| matches!(line.lower(at), "on" | "in" | "at" | "for" | "this" | "next" | "the");
    let at_once = date > at && (at + 1..date).all(link);
    // `The next summit is in Lima in July.`
    let next = (at.saturating_sub(4)..at).any(|at| line.lower(at) == "next");
    at_once || next || GOING.contains(&line.lower(at + 1))
}

/// Whether a verb in the present tells what is on a programme: `Peru meets Chile`, `the law takes effect`.
fn is_scheduled(line: &Line, at: usize) -> bool {
    let next = line.lower(at + 1);
    let fits = match line.lower(at) {
        "take" | "takes" => matches!(next, "effect" | "place"),
        "go" | "goes" => matches!(next, "to" | "on" | "into" | "before" | "for"),
        "kick" | "kicks" => next == "off",
        "fly" | "flies" | "head" | "heads" | "leave" | "leaves" | "travel" | "travels" | "return"
        | "returns" => matches!(next, "to" | "for") && !OWNERS.contains(&line.before(at, 1)),
        "meets" | "resumes" | "arrives" | "departs" => true,
        "meet" => !OWNERS.contains(&line.before(at, 1)),
        _ => false,
    };
    let denied = (1..=3).any(|steps| matches!(line.before(at, steps), "did" | "didn't" | "didn’t" | "to"));
    fits && !denied
}
