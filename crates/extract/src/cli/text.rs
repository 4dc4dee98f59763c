//! An annotated document → text for a terminal: what was understood, marked in the text and listed below it. Offsets must count
//! bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use model::{
    Document, DocumentEvent, DocumentQuote, DocumentRelation, EntityId, EntityKind, Mode, Status, Via,
};

use super::mark::{self, BOLD, DIM, RESET};

/// The document with ANSI colors; whoever writes it strips them where they are not wanted.
pub(super) fn render(document: &Document) -> String {
    let cast = mark::cast(document);
    let who = |id: &EntityId| name(document, &cast, id);
    let mut page = String::new();
    let dated = document.published.as_ref().map_or_else(String::new, |date| format!(" · {date}"));
    page += &format!("{BOLD}{}{RESET}{DIM}{dated}{RESET}\n", document.id);
    page += &format!(
        "{DIM}[name|who]  {{words|who says them}}  ~{{words as reported|who}}  <date|value>  ? open{RESET}\n\n"
    );
    let title = document.title.as_deref().filter(|title| !opens_with(&document.text, title));
    page += &title.map_or_else(String::new, |title| format!("{BOLD}{title}{RESET}\n\n"));
    page += mark::body(document, &cast).trim();
    page += "\n";
    for kind in [EntityKind::Person, EntityKind::Country, EntityKind::Group, EntityKind::Place] {
        let of_kind = cast.iter().enumerate().filter(|(_, id)| id.kind() == kind);
        let heading = format!("{}{}", mark::color(kind), plural(kind));
        list(&mut page, &heading, of_kind.map(|(at, id)| entity(document, at + 1, id)));
    }
    list(&mut page, "quotes", document.quotes.iter().map(|said| quote(said, &who)));
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
            let of = role.of.as_ref().map_or_else(String::new, |of| format!(" · {}", who(of)));
            format!("{:<32} {:<8} {}{of}", who(&role.person), role.status.to_string(), role.title)
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

/// Whether a text begins with its title.
fn opens_with(text: &str, title: &str) -> bool {
    let mut words = text.split_whitespace();
    title.split_whitespace().all(|word| words.next() == Some(word))
}

fn plural(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "people",
        EntityKind::Country => "countries",
        EntityKind::Group => "groups",
        EntityKind::Place => "places",
    }
}

/// The fullest name that the article has for an entity, with its number.
fn name(document: &Document, cast: &[&EntityId], id: &EntityId) -> String {
    let named = document.mentions.iter().filter(|m| m.entity.as_ref() == Some(id) && m.via == Via::Name);
    let fullest = named.map(|m| m.text.as_str()).max_by_key(|text| text.chars().count());
    let number = mark::number(cast, Some(id));
    fullest.map_or_else(|| id.to_string(), |text| format!("{} |{number}", spaced(text)))
}

/// An entity with its identifier and every form in which the article mentions it.
fn entity(document: &Document, number: usize, id: &EntityId) -> String {
    let mut forms: BTreeMap<String, usize> = BTreeMap::new();
    for mention in document.mentions.iter().filter(|m| m.entity.as_ref() == Some(id)) {
        let text = spaced(&mention.text);
        let form = if mention.via == Via::Pronoun && text != "I" { text.to_lowercase() } else { text };
        *forms.entry(form).or_default() += 1;
    }
    let mut forms: Vec<(String, usize)> = forms.into_iter().collect();
    forms.sort_by_key(|(form, count)| (std::cmp::Reverse(*count), std::cmp::Reverse(form.chars().count())));
    let shown: Vec<String> = forms
        .iter()
        .map(|(form, count)| if *count > 1 { format!("{form} {DIM}×{count}{RESET}") } else { form.clone() })
        .collect();
    format!("{number:>3}  {:<32} {}", id.to_string(), shown.join(", "))
}

/// The words with every run of white space as one space.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn quote(quote: &DocumentQuote, who: &impl Fn(&EntityId) -> String) -> String {
    let printed =
        quote.speaker_text.as_deref().map_or_else(|| "?".to_owned(), |text| format!("{} |?", spaced(text)));
    let speaker = quote.speaker.as_ref().map_or(printed, who);
    let cue = quote.cue.as_deref().map_or_else(String::new, |cue| format!(" {DIM}({cue}){RESET}"));
    format!("{speaker:<32} {:<8} {}{cue}", quote.kind, spaced(&quote.text))
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
    use model::{DocumentDate, DocumentMention, QuoteKind};

    use super::*;

    fn mention(text: &str, word: &str, via: Via) -> DocumentMention {
        let start = text.find(word).expect("the word stands in the text");
        let (end, entity) = (start + word.len(), "person/ann-lee".parse().ok());
        DocumentMention {
            start,
            end,
            text: word.to_owned(),
            kind: EntityKind::Person,
            entity,
            via,
            score: 1.0,
        }
    }

    #[test]
    fn names_quotations_and_dates_are_marked_in_place_and_explained_below() {
        let text = "“I won on Monday,” Ann Lee said.";
        let quote = DocumentQuote {
            start: 3,
            end: text.find('”').expect("it is quoted"),
            text: "I won on Monday,".to_owned(),
            kind: QuoteKind::Direct,
            speaker: "person/ann-lee".parse().ok(),
            speaker_text: Some("Ann Lee".to_owned()),
            cue: Some("said".to_owned()),
            addressee: None,
            addressee_text: None,
            rule: None,
            score: None,
        };
        let day = text.find("Monday").expect("it has a day");
        let (end, word) = (day + 6, "Monday".to_owned());
        let date = DocumentDate { start: day, end, text: word, value: None, rule: None, score: None };
        let document = Document {
            id: "a".to_owned(),
            text: text.to_owned(),
            mentions: vec![mention(text, "I", Via::Pronoun), mention(text, "Ann Lee", Via::Name)],
            quotes: vec![quote],
            dates: vec![date],
            ..Document::default()
        };
        let plain = anstream::adapter::strip_str(&render(&document)).to_string();
        let lines: Vec<&str> = plain.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines[2], "“{[I|1] won on <Monday|?>,|1}” [Ann Lee|1] said.");
        assert_eq!(lines[4], "    1  person/ann-lee                   Ann Lee, I");
        assert!(lines[6].trim_start().starts_with("Ann Lee |1"), "{plain}");
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
