//! Lines around an article that are no part of its text: bylines, dates of publication, credits.

use diag::Span;

use super::line::Line;
use crate::seed::head;

/// How many lines after the headline can be bylines and dates.
const HEAD: usize = 6;

/// The most words of a line `Ann Lee in Quito`.
const BYLINE: usize = 12;

/// Blanks the lines of the head and foot of an article that are not its text, so that they still part what they stand between;
/// gives those that are dates, and the others.
pub(super) fn drop(text: &str, lines: &mut [Line], titled: bool) -> (Vec<Span>, Vec<Span>) {
    let (mut dates, mut credits) = (Vec::new(), Vec::new());
    let filled: Vec<usize> = (0..lines.len()).filter(|&at| !lines[at].is_blank()).collect();
    for (place, &at) in filled.iter().enumerate() {
        let line = lines[at].span.of(text);
        let head = place < HEAD && (is_byline(line) || titled && place < 2 && names_reporter(line));
        if head || is_credit(line) {
            let kept = if head::date_line(line).is_some() { &mut dates } else { &mut credits };
            kept.push(lines[at].span);
            lines[at].span.end = lines[at].span.start;
        } else if let Some(tail) = credit_tail(line) {
            let end = lines[at].span.start + line[..tail].trim_end().len();
            credits.push(diag::Span::new(lines[at].span.start + tail, lines[at].span.end));
            lines[at].span.end = end;
        }
    }
    (dates, credits)
}

/// Whether a line says who wrote the article or when it appeared, and nothing else.
pub(super) fn is_byline(line: &str) -> bool {
    head::author(line).is_some() || head::date_line(line).is_some()
}

/// Whether a line is a name and a place, as `Ann Lee in Quito` under a headline.
fn names_reporter(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let small = |word: &&str| matches!(*word, "in" | "and" | "at" | "de" | "van" | "von" | "for" | "|");
    let capitals = words.iter().filter(|word| !small(word)).all(|word| word.starts_with(char::is_uppercase));
    let place = words
        .iter()
        .position(|word| *word == "in")
        .is_some_and(|at| (2..=8).contains(&at) && at + 1 < words.len());
    words.len() <= BYLINE && place && capitals && !ends_sentence(line)
}

/// Whether a line says who reported, edited or took the picture: `(Reporting by Ann Lee; Editing by Bob Ray)`.
fn is_credit(line: &str) -> bool {
    let bare = line.trim_start_matches(['(', '[', '*', '_']);
    let starts = |head: &str| bare.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head));
    let reported = [
        "Reporting by ",
        "Additional reporting by ",
        "Writing by ",
        "Editing by ",
        "Compiled by ",
        "Edited by ",
    ];
    let pictured = [
        "Photo by ",
        "Photo: ",
        "Image: ",
        "Photograph: ",
        "Photograph by ",
        "Picture: ",
        "Picture by ",
        "Photo credit: ",
        "Image credit: ",
    ];
    let short = line.split_whitespace().count() <= 60;
    let alone = [
        "advertisement",
        "read more",
        "share",
        "share this article",
        "listen to this article",
        "story continues below",
    ];
    short && reported.iter().chain(&pictured).any(|head| starts(head))
        || alone.contains(&line.to_lowercase().as_str())
}

/// Where the credit of a picture begins that ends its caption: `A ferry leaves Lima. (AP Photo/Ann Lee)`, `… Photo: Ann Lee/AFP`.
fn credit_tail(line: &str) -> Option<usize> {
    let bracket = line.rfind('(').filter(|_| line.ends_with(')') || line.ends_with(")."));
    let bracketed = bracket.filter(|&at| {
        let inner = &line[at + 1..];
        let heads = [
            "AP Photo",
            "Photo by ",
            "Photo: ",
            "Photo/",
            "Image: ",
            "Image by ",
            "Picture: ",
            "Photograph: ",
        ];
        heads.iter().any(|head| inner.starts_with(head))
            || ["REUTERS/", "Reuters/", "AFP/", "EPA/", "Getty Images"]
                .iter()
                .any(|agency| inner.contains(agency))
    });
    let plain = ["Photo: ", "Photo by ", "Photograph: ", "Photograph by ", "Picture: ", "Image: "]
        .iter()
        .filter_map(|head| line.rfind(head))
        .filter(|&at| ends_sentence(line[..at].trim_end().trim_end_matches(['”', '"', '’'])))
        .max();
    let tail = bracketed.or(plain)?;
    (line[tail..].split_whitespace().count() <= BYLINE).then_some(tail)
}

fn ends_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?'])
}
