//! An annotated document → text for a terminal: names marked in place, facts in lists below. Offsets must count bytes.

use std::collections::BTreeSet;
use std::fmt::Write;

use model::{
    Document, DocumentEvent, DocumentMention, DocumentQuote, DocumentRelation, EntityId, EntityKind, Mode,
    Status, Via,
};

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
    list(&mut page, "relations", document.relations.iter().map(relation));
    list(&mut page, "events", document.events.iter().map(event));
    let points = document.key_points.iter().filter_map(|&(start, end)| document.text.get(start..end));
    list(&mut page, "key points", points.map(|point| point.split_whitespace().collect::<Vec<_>>().join(" ")));
    page + "\n"
}

/// `person/ann-lee meet person/jo-park (attributed, person/lee; future) 2025-07-25`
fn relation(relation: &DocumentRelation) -> String {
    let notes = notes(relation.status, relation.source.as_ref(), &relation.modes);
    let when = relation.date.as_ref().map_or_else(String::new, |date| format!(" {date}"));
    format!("{:<24} {} {}{notes}{when}", relation.subject.to_string(), relation.predicate, relation.object)
}

fn event(event: &DocumentEvent) -> String {
    let who: Vec<String> = event.participants.iter().map(ToString::to_string).collect();
    let when = event.date.as_ref().map_or_else(String::new, |date| format!(" {date}"));
    format!(
        "{:<24} {}{}{when}",
        event.event_type.to_string(),
        who.join(", "),
        notes(event.status, None, &event.modes)
    )
}

/// What keeps a proposition from being plainly so, in brackets; nothing for one that is.
fn notes(status: Status, source: Option<&EntityId>, modes: &BTreeSet<Mode>) -> String {
    let mut notes: Vec<String> = Vec::new();
    notes.extend((status != Status::Asserted).then(|| status.to_string()));
    notes.extend(source.map(ToString::to_string));
    notes.extend(modes.iter().filter(|mode| **mode != Mode::Hypothetical).map(ToString::to_string));
    if notes.is_empty() { String::new() } else { format!(" {DIM}({}){RESET}", notes.join(", ")) }
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

    #[test]
    fn what_is_not_plainly_so_says_it() {
        let json = r#"{"id":"a","title":null,"published":null,"language":null,"text":"X. Y.","sentences":[[0,2],[3,5]],
            "mentions":[],"quotes":[],"dates":[],"quantities":[],"roles":[],"events":[],"key_points":[[3,5]],
            "relations":[{"start":0,"end":2,"subject":"country/ke","predicate":"strike","object":"country/pe",
            "status":"denied","source":"country/ke","modes":["negated"]}]}"#;
        let document: Document = serde_json::from_str(json).unwrap();
        let plain = anstream::adapter::strip_str(&render(&document)).to_string();
        assert!(
            plain.contains("country/ke               strike country/pe (denied, country/ke, negated)\n"),
            "{plain}"
        );
        assert!(plain.contains("key points\n  Y.\n"), "{plain}");
    }
}
