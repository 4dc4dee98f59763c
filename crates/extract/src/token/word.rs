//! How far a word reaches: which apostrophes, hyphens and stops lie inside it.

use crate::lexicon::Lexicon;
use crate::token::is_apostrophe;

/// Lower-case words and endings after a hyphen that leave the name before them standing: `Moscow-based`, `Houthi-run`.
/// Given names have the same shape (`Jong-un`, `Ching-te`), so the list is closed; long words in `-ed` and `-ing` count too.
#[rustfmt::skip] // One word a line would hide the code below it.
const AFTER_NAME: &[&str] = &[
    "aged", "air", "ally", "allies", "area", "bloc", "born", "bound", "built", "centric", "chaired",
    "critical", "dollar", "educated", "era", "flagged", "flag", "free", "friendly", "held", "hit",
    "inspired", "led", "like", "made", "majority", "mandated", "minority", "only", "owned", "plus", "ready",
    "related", "run", "skeptic", "skeptical", "sceptic", "sceptical", "specific", "style", "themed",
    "trained", "type", "wide", "wing",
];

/// Parts before a hyphen that leave the name or noun after them standing: `anti-American`, `mid-July`, `then-president`.
#[rustfmt::skip] // One word a line would hide the code below it.
const BEFORE_NAME: &[&str] = &[
    "anti", "early", "ex", "former", "half", "late", "mid", "multi", "non", "now", "post", "pre", "pro",
    "quasi", "semi", "then", "ultra",
];

/// Those of them that do so with a capital as well: `Anti-Defamation League` is one name, `Mid-July` is none.
const BEFORE_NAME_CAPITAL: &[&str] = &["early", "late", "mid"];

/// Parts before a hyphen that say whether an office is still held; the noun after them may be in lower case.
const STATUS: &[&str] = &["ex", "former", "then"];

/// Parties before the state of an American lawmaker: `(D-Ohio)`, `(R-S.C.)`.
const PARTIES: &[&str] = &["D", "I", "R"];

/// Whether a character stands inside words: letters, digits, combining marks, joiners, the soft hyphen.
pub(super) fn holds(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}')
}

/// The length in bytes of the word at the head of `rest`, which begins with a letter.
pub(super) fn len(rest: &str, lexicon: &Lexicon) -> usize {
    if let Some(len) = address(rest) {
        return len;
    }
    let mut part = 0;
    let mut at = 0;
    loop {
        at += run(&rest[at..]);
        let Some(mark) = rest[at..].chars().next() else { return at };
        let after = &rest[at + mark.len_utf8()..];
        let follows = after.chars().next().is_some_and(holds);
        match mark {
            '.' => match stop(&rest[part..at], after, lexicon) {
                Stop::Inside => {}
                Stop::Last => return at + 1,
                Stop::After => return at,
            },
            '-' | '‑' if follows && !divides(&rest[part..at], &after[..run(after)], lexicon) => {
                part = at + mark.len_utf8();
            }
            '&' if rest[..at].ends_with(char::is_uppercase) && after.starts_with(char::is_uppercase) => {}
            '_' | '@' if follows => {}
            c if is_apostrophe(c) && follows && possessive(&rest[at..]).is_none() => {}
            _ => return at,
        }
        at += mark.len_utf8();
    }
}

/// The length of `'s` at the head of `rest`, when no word goes on after it.
pub(super) fn possessive(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let mark = chars.next().filter(|&c| is_apostrophe(c))?;
    let s = chars.next().filter(|c| matches!(c, 's' | 'S'))?;
    let ends = !chars.next().is_some_and(holds);
    ends.then_some(mark.len_utf8() + s.len_utf8())
}

/// The length of a bare apostrophe after a plural: `workers' rights`, `Cortez’ speech`.
pub(super) fn plural_possessive(before: &str, rest: &str) -> Option<usize> {
    let mark = rest.chars().next()?;
    let mut after = rest[mark.len_utf8()..].chars();
    let plural = before.ends_with(['s', 'S', 'x', 'z']);
    let followed =
        after.next().is_some_and(char::is_whitespace) && after.next().is_some_and(char::is_alphanumeric);
    (plural && followed && mark != '‘').then_some(mark.len_utf8())
}

/// What a stop after a part of a word does.
enum Stop {
    /// The word goes on: `U.S.`, `example.com`.
    Inside,
    /// The stop ends the word and belongs to it: `Gen.`, `J.`, `St.Louis`.
    Last,
    /// The stop does not belong to the word.
    After,
}

/// Judges the stop between the part of a word before it and what comes after.
fn stop(part: &str, after: &str, lexicon: &Lexicon) -> Stop {
    let letters = part.rsplit('.').next().unwrap_or(part);
    let count = letters.chars().count();
    let next = &after[..run(after)];
    let short = |word: &str| word.chars().count() == 1;
    let Some(first) = next.chars().next() else {
        return end(part, after, lexicon);
    };
    let compound =
        count == 1 && short(next) || count == 2 && short(next) && letters.starts_with(char::is_uppercase);
    // `W.Va.`
    let joined = count == 1 && lexicon.abbreviation(&format!("{part}.{next}"));
    if compound || joined || first.is_lowercase() || first.is_numeric() && letters.ends_with(char::is_numeric)
    {
        Stop::Inside
    } else if count == 1 || lexicon.abbreviation(part) {
        Stop::Last
    } else {
        Stop::After
    }
}

/// Judges a stop that no letter follows.
fn end(part: &str, after: &str, lexicon: &Lexicon) -> Stop {
    if after.starts_with('.') {
        return Stop::After;
    }
    let last = after.chars().all(|c| !holds(c));
    let mut pieces = part.split('.');
    let dotted = part.contains('.') && pieces.all(|piece| (1..=2).contains(&piece.chars().count()));
    let initial = part.chars().count() == 1 && part.starts_with(char::is_uppercase);
    // At the end of a sentence `No.` is the word and `Inc.` still the abbreviation.
    let word = last && !lexicon.may_end(part) && lexicon.is_common(&part.to_lowercase());
    if dotted || initial && !last || lexicon.abbreviation(part) && !word { Stop::Last } else { Stop::After }
}

/// Whether the hyphen between two parts of a compound divides it into tokens.
fn divides(left: &str, right: &str, lexicon: &Lexicon) -> bool {
    let folded = left.to_lowercase();
    if STATUS.contains(&folded.as_str()) {
        return true;
    }
    let prefix = BEFORE_NAME.contains(&folded.as_str());
    let small = left.starts_with(char::is_lowercase);
    if !right.starts_with(char::is_lowercase) {
        let capital = || BEFORE_NAME_CAPITAL.contains(&folded.as_str()) || known(right, lexicon);
        let state = || PARTIES.contains(&left) && is_state(right, lexicon);
        return prefix && (small || capital()) || !small && joins_names(left, right, lexicon) || state();
    }
    !small && follows_name(left, right)
}

/// Whether a small word after a hyphen leaves the name before it standing.
fn follows_name(left: &str, right: &str) -> bool {
    let letters = || left.chars().filter(|c| c.is_alphabetic());
    // One capital before a hyphen is part of the word: `X-ray`, `T-shirt`.
    let capitals = letters().count() > 1 && letters().all(char::is_uppercase);
    let participle = |ending: &str, least: usize| right.ends_with(ending) && right.len() >= least;
    capitals || AFTER_NAME.contains(&right) || participle("ed", 5) || participle("ing", 6)
}

/// Whether a hyphen stands between two names that are known each for itself and not as one: `US-China`, `Israel-Hamas`, but not
/// `Guinea-Bissau`.
fn joins_names(left: &str, right: &str, lexicon: &Lexicon) -> bool {
    known(left, lexicon) && known(right, lexicon) && !known(&format!("{left}-{right}"), lexicon)
}

/// Whether the part after a party can be a state: `Ohio`, `Mont`, `AZ`, the `N` of `N.Y.`.
fn is_state(part: &str, lexicon: &Lexicon) -> bool {
    let code = part.len() <= 2 && part.bytes().all(|b| b.is_ascii_uppercase());
    code || lexicon.abbreviation(part) || known(part, lexicon)
}

/// Whether a word alone is a name of the lexicon.
fn known(word: &str, lexicon: &Lexicon) -> bool {
    lexicon.names_at(&[word], 0).iter().any(|hit| !hit.weak)
}

/// The length of the letters and digits at the head of `rest`.
fn run(rest: &str) -> usize {
    rest.find(|c| !holds(c)).unwrap_or(rest.len())
}

/// The length of a web address at the head of `rest`, without the marks that close the sentence around it.
fn address(rest: &str) -> Option<usize> {
    let scheme = ["http://", "https://", "www."]
        .iter()
        .any(|head| rest.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head)));
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”' | '»'))
        .unwrap_or(rest.len());
    let len = rest[..end].trim_end_matches(|c: char| !c.is_alphanumeric() && c != '/').len();
    (scheme && len > "www.".len()).then_some(len)
}
