//! An annotated document → text for a terminal: names marked in place, facts in lists below. Offsets must count bytes.

use std::fmt::Write;

use model::{Document, DocumentMention, DocumentQuote, EntityId, EntityKind, Via};

const BOLD: &str = "\x1b[1m";
const DIM: &str = "\x1b[2m";
const RESET: &str = "\x1b[0m";

/// The document with ANSI colors; whoever writes it strips them where they are not wanted.
pub(super) fn render(document: &Document) -> String {
    let mut page = String::new();
    let title = document.title.as_deref().unwrap_or(&document.id);
    let dated = document.published.as_ref().map_or_else(String::new, |date| format!(" · {date}"));
    page += &format!("{BOLD}{title}{RESET}\n{DIM}{}{dated}{RESET}\n\n", document.id);
    page += body(document).trim_end();
    page += "\n";
    list(&mut page, "quotes", document.quotes.iter().map(quote));
    list(
        &mut page,
        "dates",
        document.dates.iter().map(|date| {
            let value = date.value.as_ref().map_or_else(|| "?".to_owned(), ToString::to_string);
            format!("{value:<24} {}", date.text)
        }),
    );
    list(
        &mut page,
        "quantities",
        document.quantities.iter().map(|quantity| {
            let about = if quantity.approx { "about " } else { "" };
            let bounds = match (quantity.value, quantity.low, quantity.high) {
                (Some(value), ..) => value.to_string(),
                (None, low, high) => format!("{} to {}", bound(low), bound(high)),
            };
            format!("{:<24} {}", format!("{about}{bounds} {}", quantity.unit), quantity.text)
        }),
    );
    list(
        &mut page,
        "roles",
        document.roles.iter().map(|role| {
            let of = role.of.as_ref().map_or_else(String::new, |of| format!(" of {of}"));
            format!("{:<24} {} {}{of}", role.person.to_string(), role.status, role.title)
        }),
    );
    page + "\n"
}

/// The text with each mention as `[Ann Lee|person/ann-lee]`.
fn body(document: &Document) -> String {
    let mut body = String::new();
    let mut at = 0;
    for mention in &document.mentions {
        let (Some(before), Some(name)) =
            (document.text.get(at..mention.start), document.text.get(mention.start..mention.end))
        else {
            continue;
        };
        body += before;
        body += &marked(name, mention);
        at = mention.end;
    }
    body + document.text.get(at..).unwrap_or_default()
}

fn marked(name: &str, mention: &DocumentMention) -> String {
    let color = match mention.kind {
        EntityKind::Person => "\x1b[36m",
        EntityKind::Country => "\x1b[32m",
        EntityKind::Group => "\x1b[33m",
        EntityKind::Place => "\x1b[35m",
    };
    let entity = mention.entity.as_ref().map_or_else(|| format!("{}/?", mention.kind), EntityId::to_string);
    let via = if mention.via == Via::Name { String::new() } else { format!(" {}", mention.via) };
    format!("[{color}{name}{RESET}{DIM}|{entity}{via}{RESET}]")
}

fn quote(quote: &DocumentQuote) -> String {
    let printed = quote.speaker_text.as_deref().unwrap_or("?");
    let speaker = quote.speaker.as_ref().map_or_else(|| printed.to_owned(), EntityId::to_string);
    let cue = quote.cue.as_deref().map_or_else(String::new, |cue| format!(" {DIM}({cue}){RESET}"));
    let words = quote.text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{:<24} {} {words}{cue}", speaker, quote.kind)
}

fn bound(bound: Option<f64>) -> String {
    bound.map_or_else(|| "…".to_owned(), |number| number.to_string())
}

/// A heading and its lines; nothing when there are none.
fn list(page: &mut String, heading: &str, lines: impl Iterator<Item = String>) {
    for (at, line) in lines.enumerate() {
        if at == 0 {
            let _ = writeln!(page, "\n{BOLD}{heading}{RESET}");
        }
        let _ = writeln!(page, "  {line}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_marked_in_place() {
        let mention = DocumentMention {
            start: 4,
            end: 11,
            text: "Ann Lee".to_owned(),
            kind: EntityKind::Person,
            entity: "person/ann-lee".parse().ok(),
            via: Via::Name,
            score: 1.0,
        };
        let document = Document {
            id: "a".to_owned(),
            text: "So: Ann Lee.".to_owned(),
            mentions: vec![mention],
            ..Document::default()
        };
        let plain = anstream::adapter::strip_str(&render(&document)).to_string();
        assert_eq!(plain, "a\na\n\nSo: [Ann Lee|person/ann-lee].\n\n");
    }
}
