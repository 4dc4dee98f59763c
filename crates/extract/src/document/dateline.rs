//! The dateline at the head of a first paragraph: `QUITO, Ecuador (Wire) —`, `KYIV, June 3 (Wire) -`, `LIMA -`.

use diag::Span;

use crate::seed::head;

/// How far into a paragraph its dateline can reach, in bytes.
const LONGEST: usize = 120;

/// The most words of a place.
const PLACE: usize = 5;

/// What closes a dateline, the longer first.
const CLOSERS: &[&str] = &["--", "—", "–", "―", "-", ".", ":"];

/// Capitals before a colon that are no place.
#[rustfmt::skip] // One word a line would hide the code below it.
const LABELS: &[&str] = &[
    "ANALYSIS", "BREAKING", "CORRECTION", "EDITORIAL", "EXCLUSIVE", "EXPLAINED", "EXPLAINER", "FACTBOX",
    "FACT CHECK", "INTERVIEW", "JUST IN", "LIVE", "NEWS", "NOTE", "OPINION", "PHOTOS", "PREVIEW", "READ",
    "REPORT", "SPECIAL REPORT", "TIMELINE", "UPDATE", "UPDATED", "VIDEO", "WATCH", "Q", "A", "Q&A",
];

/// The dateline that stands at the start of `paragraph`, from the place to the mark that closes it. A `sure` one has a place
/// in capitals, a date or an agency; `Quito — The` is one only at the head of an article.
pub(super) fn find(text: &str, paragraph: Span, sure: bool) -> Option<Span> {
    let body = paragraph.of(text);
    let near = &body[..body.floor_char_boundary(LONGEST.min(body.len()))];
    near.char_indices().find_map(|(at, _)| {
        let closer = CLOSERS.iter().find(|closer| near[at..].starts_with(**closer))?;
        let end = at + closer.len();
        let after = &body[end..];
        let clear = after.is_empty() || after.starts_with(char::is_whitespace);
        let free = near[..at].ends_with([' ', '\u{a0}', ')', ']', '/', '\n'])
            || matches!(*closer, "—" | "―" | "--" | ":");
        let found = clear && free && names_place(near[..at].trim_end(), closer, !sure && begins_text(after));
        found.then(|| Span::new(0, end).shift(paragraph.start))
    })
}

/// Whether the words before a closing mark are a place, perhaps with a date and an agency; with `opens` a place alone will do.
fn names_place(head: &str, closer: &str, opens: bool) -> bool {
    let (place, agency) = split_agency(head);
    let mut parts = place.split(',').map(str::trim);
    let city = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let dated = rest.iter().any(|part| is_date(part));
    let named = rest.iter().all(|part| is_date(part) || is_name(part));
    if city.is_empty() {
        return agency && rest.is_empty() && closer != ":";
    }
    let capitals =
        is_name(city) && city.chars().any(char::is_alphabetic) && !city.contains(char::is_lowercase);
    let label = LABELS.contains(&city);
    let sure = match closer {
        ":" => {
            // `Osten, Norvik: The road is shut.`
            let land = opens && rest.len() == 1 && !dated && named;
            agency || capitals && rest.len() <= 1 && !label && city.chars().count() > 2 || land
        }
        "." => head.ends_with('/') && agency,
        "-" => capitals && !label || agency || dated,
        _ => capitals && !label || agency || dated || opens,
    };
    named && is_name(city) && sure
}

/// Whether a sentence can begin here.
fn begins_text(after: &str) -> bool {
    after.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "\"“'‘$€£".contains(c))
}

/// The head without the agency in brackets or slashes that ends it, and whether there is one.
fn split_agency(head: &str) -> (&str, bool) {
    for (open, close) in [('(', ')'), ('[', ']'), ('/', '/')] {
        let inner = head
            .strip_suffix(close)
            .and_then(|rest| rest.rfind(open).map(|at| (&rest[..at], &rest[at + 1..])));
        if let Some((place, agency)) = inner {
            let short = (2..=40).contains(&agency.len()) && !agency.contains(['.', ';']);
            return (place.trim_end(), short);
        }
    }
    (head, false)
}

/// Whether words are a proper name of at most [`PLACE`] words: capitalized but for `de`, `of`, `and` and the like.
fn is_name(part: &str) -> bool {
    let words: Vec<&str> = part.split([' ', '/', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let small = |word: &str| {
        matches!(
            word,
            "al" | "and"
                | "au"
                | "d'"
                | "da"
                | "de"
                | "del"
                | "do"
                | "e"
                | "el"
                | "la"
                | "le"
                | "of"
                | "on"
                | "the"
                | "upon"
        )
    };
    let shaped = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || ".'’-‑".contains(c))
    };
    (1..=PLACE).contains(&words.len())
        && shaped(words[0])
        && words.iter().all(|word| shaped(word) || small(word))
}

/// Whether words are a date: `June 3`, `3 June 2008`, `Sept. 4`, `2008`, `Monday`.
fn is_date(part: &str) -> bool {
    head::is_date_words(part)
}
