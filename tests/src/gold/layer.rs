//! Annotated articles → files of JSON lines, one for each layer, in the forms that the scorers of each layer read.

use std::collections::BTreeMap;

use model::{Document, DocumentQuote, EntityId, EntityKind, PartialDate, Via};
use serde_json::{Value, json};

use super::Gold;

/// How an article becomes a line of a file.
type Layer = fn(&Gold) -> Value;

/// The generated files, by path below [`super::FOLDER`].
pub fn layers(articles: &[Gold]) -> BTreeMap<&'static str, String> {
    let layers: [(&str, Layer); 10] = [
        ("inputs.jsonl", input),
        ("documents.jsonl", |gold| json!(gold.document)),
        ("ner/gold.jsonl", |gold| with(gold, "entities", names(&gold.document))),
        ("coref/gold.jsonl", clusters),
        ("quotes/gold.jsonl", |gold| with(gold, "quotes", quotes(&gold.document))),
        ("dates/gold.jsonl", |gold| with(gold, "dates", dates(&gold.document))),
        ("values/gold.jsonl", |gold| with(gold, "values", values(&gold.document))),
        ("roles/gold.jsonl", |gold| with(gold, "roles", json!(gold.document.roles))),
        ("relations/gold.jsonl", |gold| with(gold, "relations", json!(gold.document.relations))),
        ("events/gold.jsonl", |gold| with(gold, "events", json!(gold.document.events))),
    ];
    let lines = |layer: Layer| articles.iter().map(|gold| layer(gold).to_string() + "\n").collect();
    layers.into_iter().map(|(path, layer)| (path, lines(layer))).collect()
}

/// What `extract annotate` reads; the headline only when it comes beside the text.
fn input(gold: &Gold) -> Value {
    let document = &gold.document;
    let mut line = json!({ "id": document.id, "text": document.text });
    if let Some(title) = document.title.as_ref().filter(|_| gold.titled) {
        line["title"] = json!(title);
    }
    if let Some(published) = &document.published {
        line["published"] = json!(published);
    }
    line
}

fn with(gold: &Gold, key: &str, facts: Value) -> Value {
    let mut line = input(gold);
    if let Some(published) = &gold.document.published {
        line["anchor"] = json!(published);
    }
    line[key] = facts;
    line
}

/// Names and metonyms, by the three classes of CoNLL and by the four kinds.
fn names(document: &Document) -> Value {
    let names = document.mentions.iter().filter(|m| matches!(m.via, Via::Name | Via::Metonym));
    let class = |kind| match kind {
        EntityKind::Person => "PER",
        EntityKind::Group => "ORG",
        EntityKind::Country | EntityKind::Place => "LOC",
    };
    names
        .map(|m| json!({ "start": m.start, "end": m.end, "type": class(m.kind), "kind": m.kind, "entity": m.entity }))
        .collect()
}

/// The mentions of each entity; those of one mention alone are singletons.
fn clusters(gold: &Gold) -> Value {
    let mut chains: BTreeMap<&EntityId, Vec<(usize, usize)>> = BTreeMap::new();
    for mention in &gold.document.mentions {
        let Some(entity) = &mention.entity else { continue };
        chains.entry(entity).or_default().push((mention.start, mention.end));
    }
    let (single, several): (Vec<_>, Vec<_>) = chains.iter().partition(|(_, spans)| spans.len() == 1);
    let mut line = input(gold);
    line["clusters"] = several.iter().map(|(_, spans)| json!(spans)).collect();
    line["cluster_entities"] = several.iter().map(|(entity, _)| json!(entity)).collect();
    line["singletons"] = single.iter().map(|(_, spans)| json!(spans[0])).collect();
    line["singleton_entities"] = single.iter().map(|(entity, _)| json!(entity)).collect();
    line
}

fn quotes(document: &Document) -> Value {
    let line = |(at, quote): (usize, &DocumentQuote)| {
        let printed = quote.speaker_text.as_deref().unwrap_or_default();
        let place = nearest(&document.text, printed, quote);
        json!({
            "id": format!("Q{}", at + 1),
            "start": quote.start, "end": quote.end,
            "segments": [[quote.start, quote.end]],
            "kind": quote.kind, "segment_kinds": [quote.kind],
            "entity": quote.speaker,
            "speaker": printed,
            "speaker_start": place.map(|at| at.0), "speaker_end": place.map(|at| at.1),
            "cue": quote.cue,
        })
    };
    document.quotes.iter().enumerate().map(line).collect()
}

/// The occurrence of `words` nearest to a quotation and outside it, in code points.
fn nearest(text: &str, words: &str, quote: &DocumentQuote) -> Option<(usize, usize)> {
    let len = words.chars().count();
    let places = text.match_indices(words).map(|(at, _)| text[..at].chars().count());
    let whole = |at: &usize| {
        let mut around = text.chars().skip(at.saturating_sub(1));
        let before = if *at == 0 { None } else { around.next() };
        let after = around.nth(len);
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    };
    let outside = places.filter(whole).filter(|at| at + len <= quote.start || *at >= quote.end);
    outside
        .min_by_key(|at| if *at < quote.start { quote.start - at - len } else { at - quote.end })
        .map(|at| (at, at + len))
}

fn dates(document: &Document) -> Value {
    let line = |date: &model::DocumentDate| {
        let value = date.value.as_ref().map(timex);
        json!({ "start": date.start, "end": date.end, "text": date.text, "value": value, "edtf": date.value, "type": "DATE" })
    };
    document.dates.iter().map(line).collect()
}

/// The TIMEX3 value of a date: quarters, weeks and decades have signs of their own there.
fn timex(date: &PartialDate) -> String {
    let edtf = date.to_string();
    let quarter = |from: &str, to: &str| {
        let (year, first) = from.split_once('-')?;
        let quarter = match (first, to.strip_prefix(year)?) {
            ("01", "-03") => 1,
            ("04", "-06") => 2,
            ("07", "-09") => 3,
            ("10", "-12") => 4,
            _ => return None,
        };
        Some(format!("{year}-Q{quarter}"))
    };
    let period = edtf.split_once('/').and_then(|(from, to)| quarter(from, to));
    period.unwrap_or_else(|| match edtf.strip_suffix('X') {
        Some(decade) if decade.len() == 3 => decade.to_owned(),
        _ => edtf.trim_end_matches(['~', '?', '%']).to_owned(),
    })
}

fn values(document: &Document) -> Value {
    let class = |unit: &str| match unit {
        "percent" => "PERCENT",
        unit if unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase()) => "MONEY",
        _ => "QUANTITY",
    };
    let line = |q: &model::DocumentQuantity| {
        let mut line = json!(q);
        line["type"] = json!(class(&q.unit));
        line
    };
    document.quantities.iter().map(line).collect()
}
