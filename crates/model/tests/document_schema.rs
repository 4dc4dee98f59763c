//! The published JSON Schema names exactly the keys and words that a document is written with.

use std::collections::BTreeSet;

use model::{
    Document, DocumentDate, DocumentEvent, DocumentMention, DocumentQuantity, DocumentQuote,
    DocumentRelation, DocumentRole, EntityKind, EventType, Mode, Predicate, QuoteKind, RoleStatus, Rule,
    Score, Status, Via,
};
use serde_json::Value;

fn schema() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/schema/document.schema.json");
    let text = std::fs::read_to_string(path).expect("the schema is published");
    serde_json::from_str(&text).expect("the schema is JSON")
}

fn rule() -> Option<Rule> {
    "some-rule".parse().ok()
}

/// A document with one of everything.
fn full() -> Document {
    let (start, end, text) = (0, 1, "x".to_owned());
    let entity: model::EntityId = "person/ann-lee".parse().expect("an entity");
    Document {
        mentions: vec![DocumentMention {
            start,
            end,
            text: text.clone(),
            kind: EntityKind::Person,
            entity: None,
            via: Via::Name,
            score: 1.0,
        }],
        quotes: vec![DocumentQuote {
            start,
            end,
            text: text.clone(),
            kind: QuoteKind::Direct,
            speaker: None,
            speaker_text: None,
            cue: None,
            addressee: None,
            addressee_text: None,
            rule: rule(),
            score: Some(Score::FULL),
        }],
        dates: vec![DocumentDate {
            start,
            end,
            text: text.clone(),
            value: None,
            rule: rule(),
            score: Some(Score::FULL),
        }],
        quantities: vec![DocumentQuantity {
            start,
            end,
            text,
            value: None,
            low: None,
            high: None,
            unit: "percent".into(),
            approx: false,
            rule: rule(),
            score: None,
        }],
        roles: vec![DocumentRole {
            start,
            end,
            person: entity.clone(),
            title: "judge".into(),
            of: None,
            status: RoleStatus::Current,
            rule: rule(),
            score: None,
        }],
        relations: vec![DocumentRelation {
            start,
            end,
            subject: entity.clone(),
            predicate: Predicate::Meet,
            object: entity.clone(),
            status: Status::Asserted,
            source: None,
            date: None,
            place: None,
            quantity: None,
            modes: Mode::ALL.iter().copied().collect(),
            rule: rule(),
            score: None,
        }],
        events: vec![DocumentEvent {
            start,
            end,
            event_type: EventType::Agree,
            participants: vec![entity],
            date: None,
            place: None,
            status: Status::Asserted,
            modes: Mode::ALL.iter().copied().collect(),
            rule: rule(),
            score: None,
        }],
        key_points: vec![(0, 1)],
        ..Document::default()
    }
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect()
}

#[test]
fn keys_are_those_of_the_schema() {
    let (schema, document) = (schema(), serde_json::to_value(full()).expect("a document is JSON"));
    assert_eq!(keys(&schema["properties"]), keys(&document));
    for layer in ["mentions", "quotes", "dates", "quantities", "roles", "relations", "events"] {
        assert_eq!(
            keys(&schema["properties"][layer]["items"]["properties"]),
            keys(&document[layer][0]),
            "{layer}"
        );
    }
}

#[test]
fn words_are_those_of_the_schema() {
    let schema = schema();
    let check = |layer: &str, key: &str, words: Vec<&str>| {
        assert_eq!(
            schema["properties"][layer]["items"]["properties"][key]["enum"],
            serde_json::json!(words),
            "{layer}.{key}"
        );
    };
    check("mentions", "kind", EntityKind::ALL.iter().map(|k| k.as_str()).collect());
    check("mentions", "via", Via::ALL.iter().map(|k| k.as_str()).collect());
    check("quotes", "kind", QuoteKind::ALL.iter().map(|k| k.as_str()).collect());
    check("roles", "status", RoleStatus::ALL.iter().map(|k| k.as_str()).collect());
    check("relations", "predicate", Predicate::ALL.iter().map(|k| k.as_str()).collect());
    check("relations", "status", Status::ALL.iter().map(|k| k.as_str()).collect());
    for layer in ["relations", "events"] {
        let modes = &schema["properties"][layer]["items"]["properties"]["modes"]["items"]["enum"];
        assert_eq!(*modes, serde_json::json!(Mode::ALL), "{layer}");
    }
    check("events", "event_type", EventType::ALL.iter().map(|k| k.as_str()).collect());
}

#[test]
fn a_document_of_an_older_program_is_read() {
    let mut document = serde_json::to_value(full()).expect("a document is JSON");
    let layers = ["quotes", "dates", "quantities", "roles", "relations", "events"];
    for layer in layers {
        let fact = document[layer][0].as_object_mut().expect("a fact is an object");
        for key in ["rule", "score", "modes", "addressee", "addressee_text", "quantity"] {
            fact.remove(key);
        }
    }
    let read: Document = serde_json::from_value(document).expect("it is read");
    assert_eq!((read.quotes[0].rule.as_ref(), read.relations[0].modes.len()), (None, 0));
}

#[test]
fn a_document_is_read_back_the_same() {
    let line = serde_json::to_string(&full()).expect("a document is JSON");
    assert_eq!(serde_json::from_str::<Document>(&line).expect("it is read"), full());
}

#[test]
fn large_numbers_are_read_as_they_are_written() {
    let text = "9".repeat(52);
    // Of the numbers beside each other some are read as their neighbor by a parser that is in a hurry.
    for value in [1e15, 1e23, 1e52, 1e200].map(f64::next_up) {
        let quantity = DocumentQuantity {
            start: 0,
            end: 52,
            text: text.clone(),
            value: Some(value),
            low: None,
            high: None,
            unit: "boat".to_owned(),
            approx: false,
            rule: None,
            score: None,
        };
        let json = serde_json::to_string(&quantity).unwrap();
        assert_eq!(serde_json::from_str::<DocumentQuantity>(&json).unwrap(), quantity);
    }
}
