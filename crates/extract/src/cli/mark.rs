//! An annotated document → its text with names, quotations and dates marked in place. What they mean in full is listed elsewhere.

use model::{Document, DocumentMention, EntityId, EntityKind, QuoteKind};

/// ANSI codes; whoever writes the text strips them where they are not wanted.
pub(super) const BOLD: &str = "\x1b[1m";
pub(super) const DIM: &str = "\x1b[2m";
pub(super) const RESET: &str = "\x1b[0m";
const QUOTE: &str = "\x1b[34m";
const DATE: &str = "\x1b[31m";

/// The color of a kind.
pub(super) fn color(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "\x1b[36m",
        EntityKind::Country => "\x1b[32m",
        EntityKind::Group => "\x1b[33m",
        EntityKind::Place => "\x1b[35m",
    }
}

/// The entities of a document in the order of their first mention; their places in it are their numbers, from one.
pub(super) fn cast(document: &Document) -> Vec<&EntityId> {
    let mut cast: Vec<&EntityId> = Vec::new();
    for id in document.mentions.iter().filter_map(|mention| mention.entity.as_ref()) {
        if !cast.contains(&id) {
            cast.push(id);
        }
    }
    cast
}

/// The number of an entity in the cast, or `?`.
pub(super) fn number(cast: &[&EntityId], entity: Option<&EntityId>) -> String {
    let at = entity.and_then(|id| cast.iter().position(|other| *other == id));
    at.map_or_else(|| "?".to_owned(), |at| (at + 1).to_string())
}

/// The text with `[Ann Lee|1]` for a name, `{words|1}` for what somebody says and `<Monday|2025-03-03>` for a date.
pub(super) fn body(document: &Document, cast: &[&EntityId]) -> String {
    let mut body = String::new();
    let mut at = 0;
    for mark in marks(document, cast) {
        body += document.text.get(at..mark.at).unwrap_or_default();
        body += &mark.shown;
        at = mark.at.max(at);
    }
    body + document.text.get(at..).unwrap_or_default()
}

/// Something to put in at a byte of the text.
struct Mark {
    at: usize,
    /// Closing marks stand before opening ones; of two that close, the one that opened last, of two that open the longer one.
    order: (bool, isize),
    shown: String,
}

fn marks(document: &Document, cast: &[&EntityId]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for mention in &document.mentions {
        marks.extend(pair(mention.start, mention.end, name(mention, cast)));
    }
    for quote in &document.quotes {
        // A fragment needs no mark besides that of the words around it.
        let verb = if quote.kind == QuoteKind::Direct { "" } else { "~" };
        let who = number(cast, quote.speaker.as_ref());
        let close = format!("{DIM}|{who}{RESET}{QUOTE}}}{RESET}");
        marks.extend(pair(quote.start, quote.end, (format!("{QUOTE}{verb}{{{RESET}"), close)));
    }
    for date in &document.dates {
        let value = date.value.as_ref().map_or_else(|| "?".to_owned(), ToString::to_string);
        let close = format!("{DIM}|{value}{RESET}{DATE}>{RESET}");
        marks.extend(pair(date.start, date.end, (format!("{DATE}<{RESET}"), close)));
    }
    marks.sort_by_key(|mark| (mark.at, mark.order));
    marks
}

fn name(mention: &DocumentMention, cast: &[&EntityId]) -> (String, String) {
    let who = number(cast, mention.entity.as_ref());
    (format!("[{}", color(mention.kind)), format!("{RESET}{DIM}|{who}{RESET}]"))
}

fn pair(start: usize, end: usize, (open, close): (String, String)) -> [Mark; 2] {
    let (from, to) = (start as isize, end as isize);
    [
        Mark { at: start, order: (true, -to), shown: open },
        Mark { at: end, order: (false, -from), shown: close },
    ]
}
