//! The headline: where it stands in the text, or what to call an article that has none.

use std::collections::BTreeSet;

use diag::Span;

use super::layout::Layout;
use super::line::{Line, LineKind};
use super::{byline, dateline, words};

/// The most characters and words of a headline in the text.
const HEADLINE: (usize, usize) = (180, 28);

/// The most words of a headline that ends with a full stop.
const STOPPED: usize = 16;

/// The most characters of a title that is cut from the first sentence.
const DERIVED: usize = 90;

/// The fewest characters that are left standing before a clause border.
const CLAUSE: usize = 40;

/// What begins a clause that a title can do without.
#[rustfmt::skip] // One word a line would hide the code below it.
const BORDERS: &[&str] = &[
    " after ", " although ", " amid ", " and ", " as ", " because ", " before ", " but ", " despite ",
    " following ", " if ", " once ", " since ", " so ", " that ", " though ", " unless ", " until ",
    " when ", " where ", " which ", " while ", " who ", " whose ", " with ", ", ", "; ", ": ", " — ", " – ",
    " ― ", " - ", " -- ", " (",
];

/// The headline in the text: the line that the seed's head names, or the first line when it looks like one.
pub(super) fn find(text: &str, lines: &[Line], known: Option<&str>, layout: Layout) -> Option<Span> {
    let mut filled = lines.iter().enumerate().filter(|(_, line)| !line.is_blank());
    if let Some(known) = known {
        let folded = fold(known);
        let found = filled.take(4).find(|(_, line)| fold(line.span.of(text)) == folded);
        return found.map(|(_, line)| line.span);
    }
    let (at, first) = filled.find(|(_, line)| !byline::is_byline(line.span.of(text)))?;
    let next = filled.next().map(|(_, line)| line)?;
    let apart = lines.get(at + 1).is_none_or(Line::is_blank);
    let stopped = || apart && is_stopped(text, first, next);
    (looks_like(text, first) && leads(text, first, next, apart, layout) || stopped()).then_some(first.span)
}

/// Whether a line has the shape of a headline: not long, a capital or digit first, no final stop.
fn looks_like(text: &str, line: &Line) -> bool {
    let shown = line.span.of(text);
    let first = shown.chars().find(|c| c.is_alphanumeric());
    let dash = shown.ends_with(['-', '–', '—', ',']);
    let asked = shown.ends_with(['?', '!']);
    line.kind != LineKind::Item
        && first.is_some_and(|c| !c.is_lowercase() || line.kind == LineKind::Heading)
        && (asked || !line.is_ended(text) || shown.ends_with('.') && in_title_case(shown))
        && !dash
        && line.width(text) <= HEADLINE.0
        && words(text, line).count() <= HEADLINE.1
}

/// Whether a line that ends with a full stop is a headline still: a short sentence before a byline or a dateline, or before a longer
/// line that says the same again.
fn is_stopped(text: &str, first: &Line, next: &Line) -> bool {
    let shown = first.span.of(text);
    let short = words(text, first).count() <= STOPPED && shown.ends_with('.') && !shown.contains(". ");
    let long = |line: &str| -> BTreeSet<String> {
        let bare = line.split(|c: char| !c.is_alphanumeric());
        bare.filter(|word| word.chars().count() > 3).map(str::to_lowercase).collect()
    };
    // Headlines leave out articles.
    let bare =
        || !words(text, first).any(|word| matches!(word, "The" | "the" | "A" | "a" | "An" | "an" | "said"));
    let again = || {
        let (head, lead) = (long(shown), long(next.span.of(text)));
        let shared = head.intersection(&lead).count();
        words(text, next).count() > words(text, first).count() && shared > 2 && shared * 5 >= head.len() * 2
    };
    let quoted = shown.contains(['"', '“', '”']);
    short
        && !quoted
        && (byline::is_byline(next.span.of(text))
            || dateline::find(text, next.span, true).is_some()
            || bare() && again())
}

/// Whether nearly all long words are capitalized, as in no sentence: `Ministers Meet Again In Quito.`
fn in_title_case(line: &str) -> bool {
    let long =
        || line.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 3);
    let capitals = long().filter(|word| {
        word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase)
    });
    long().count() >= 4 && capitals.count() * 10 >= long().count() * 9
}

/// Whether the text after a first line lets it be a headline: a blank line, or a line that does not go on with it.
fn leads(text: &str, first: &Line, next: &Line, apart: bool, layout: Layout) -> bool {
    if first.kind == LineKind::Heading || apart {
        return true;
    }
    let word = words(text, next).next().map_or(0, |word| word.chars().count());
    match layout {
        Layout::Lines => !next.begins_lower(text),
        Layout::Wrapped(width) => !next.begins_lower(text) && first.width(text) + 1 + word < width * 4 / 5,
    }
}

/// A title for an article that has none: its first sentence up to a clause border, cut at a word with `…` when it is still
/// too long. No word is added.
pub(crate) fn derived_title(first_sentence: &str) -> String {
    let sentence = first_sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole = sentence.trim_end_matches('.');
    if whole.chars().count() <= DERIVED {
        return whole.to_owned();
    }
    let limit = whole.char_indices().nth(DERIVED).map_or(whole.len(), |(at, _)| at);
    let enough = whole.char_indices().nth(CLAUSE).map_or(0, |(at, _)| at);
    let borders = BORDERS.iter().flat_map(|border| whole[..limit].match_indices(border));
    let cut = borders.map(|(at, _)| at).filter(|&at| at >= enough && balanced(&whole[..at])).max();
    let end = cut.or_else(|| whole[..limit].rfind(' ')).unwrap_or(limit);
    format!(
        "{}…",
        whole[..end].trim_end_matches(
            |c: char| !c.is_alphanumeric() && !matches!(c, '"' | '”' | '’' | '»' | ')' | '%')
        )
    )
}

/// Whether every bracket and quotation mark that opens in a text is closed in it.
fn balanced(text: &str) -> bool {
    let count = |c: char| text.matches(c).count();
    count('(') == count(')') && count('“') == count('”') && count('"') % 2 == 0 && count('«') == count('»')
}

/// A headline without what differs between a page's head and its text: case, spaces, kinds of marks.
fn fold(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
