//! A line of JSON → [`Gold`], what stands in an article according to a person.
//!
//! Every line has `id` and `text`, perhaps `title`, and `published` or `anchor` (the date of publication). A layer is scored
//! when its key is there: `entities` (`start`, `end`, `type`, perhaps `kind`), `quotes` (`start`, `end`, `kind`, `speaker`,
//! perhaps `segments` with `segment_kinds`), `dates` (`value` as in TIMEX3, perhaps `edtf`), `values` (`type` MONEY, PERCENT
//! or QUANTITY), `clusters` and `singletons` (spans). A line with `mentions` is an annotated document, as `extract annotate`
//! writes them, and has all layers.

use std::collections::BTreeMap;

use model::{Document, EntityId, EntityKind, Via};
use serde::Deserialize;
use serde_json::{Value, json};

use super::span::Span;

/// An article with what is to be found in it; a layer that the line does not have is `None`.
#[derive(Debug)]
pub(super) struct Gold {
    pub(super) text: Vec<char>,
    pub(super) names: Option<Vec<Name>>,
    pub(super) speech: Option<Vec<Speech>>,
    pub(super) dates: Option<Vec<Date>>,
    pub(super) values: Option<Vec<(Span, Measure)>>,
    pub(super) chains: Option<Vec<Vec<Span>>>,
    /// The whole annotation, when the line is an annotated document.
    pub(super) document: Option<Document>,
    article: Value,
}

/// A name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    pub(super) span: Span,
    pub(super) class: Class,
    /// Which of the four kinds; sets of other makers do not say.
    pub(super) kind: Option<EntityKind>,
}

/// What a name names, in the classes of CoNLL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Person,
    Organization,
    Location,
}

/// Words that somebody said.
#[derive(Debug, Clone)]
pub(super) struct Speech {
    /// Its parts, each with whether it is quoted, reported, or a mixture of both.
    pub(super) parts: Vec<(Span, Manner)>,
    pub(super) whole: Span,
    pub(super) manner: Manner,
    /// The speaker as printed.
    pub(super) speaker: Option<String>,
}

/// How words are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Manner {
    Direct,
    Indirect,
    Mixed,
}

/// A date.
#[derive(Debug, Clone)]
pub(super) struct Date {
    pub(super) span: Span,
    pub(super) value: Option<DateValue>,
}

/// What a date means.
#[derive(Debug, Clone)]
pub(super) enum DateValue {
    Edtf(String),
    Timex(String),
}

/// What a quantity measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub(super) enum Measure {
    Money,
    Percent,
    Quantity,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    title: Option<String>,
    published: Option<String>,
    anchor: Option<String>,
    entities: Option<Vec<LineName>>,
    quotes: Option<Vec<LineQuote>>,
    dates: Option<Vec<LineDate>>,
    values: Option<Vec<LineValue>>,
    clusters: Option<Vec<Vec<Span>>>,
    #[serde(default)]
    singletons: Vec<Span>,
}

#[derive(Deserialize)]
struct LineName {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    class: String,
    kind: Option<EntityKind>,
}

#[derive(Deserialize)]
struct LineQuote {
    start: usize,
    end: usize,
    kind: Manner,
    speaker: Option<String>,
    segments: Option<Vec<Span>>,
    segment_kinds: Option<Vec<Manner>>,
}

#[derive(Deserialize)]
struct LineDate {
    start: usize,
    end: usize,
    value: Option<String>,
    edtf: Option<String>,
    #[serde(rename = "type")]
    class: Option<String>,
}

#[derive(Deserialize)]
struct LineValue {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    class: String,
}

impl Gold {
    /// Reads a line; the error says what is wrong with it.
    pub(super) fn read(line: &str) -> Result<Self, String> {
        let value: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let gold = if value.get("mentions").is_some() {
            Self::of_document(serde_json::from_value(value).map_err(|error| error.to_string())?)
        } else {
            Self::of_line(serde_json::from_value(value).map_err(|error| error.to_string())?)
        };
        Ok(gold)
    }

    /// The article without its annotation, as `extract annotate` reads it.
    pub(super) fn article(&self) -> String {
        self.article.to_string()
    }

    fn of_document(document: Document) -> Self {
        let named = document.mentions.iter().filter(|m| matches!(m.via, Via::Name | Via::Metonym));
        let names =
            named.map(|m| Name { span: (m.start, m.end), class: Class::of(m.kind), kind: Some(m.kind) });
        let speech = document.quotes.iter().map(|quote| {
            let manner =
                if quote.kind == model::QuoteKind::Direct { Manner::Direct } else { Manner::Indirect };
            let whole = (quote.start, quote.end);
            Speech { parts: vec![(whole, manner)], whole, manner, speaker: quote.speaker_text.clone() }
        });
        let dates = document.dates.iter().map(|date| Date {
            span: (date.start, date.end),
            value: date.value.as_ref().map(|value| DateValue::Edtf(value.to_string())),
        });
        let values = document.quantities.iter().map(|q| ((q.start, q.end), Measure::of(&q.unit)));
        let article =
            article(&document.id, &document.text, document.title.as_deref(), document.published.as_ref());
        Self {
            text: document.text.chars().collect(),
            names: Some(names.collect()),
            speech: Some(speech.collect()),
            dates: Some(dates.collect()),
            values: Some(values.collect()),
            chains: Some(chains(&document)),
            article,
            document: Some(document),
        }
    }

    fn of_line(line: Line) -> Self {
        let published = line.published.or(line.anchor);
        let article = article(&line.id, &line.text, line.title.as_deref(), published.as_ref());
        let chains = line.clusters.map(|mut clusters| {
            clusters.extend(line.singletons.into_iter().map(|span| vec![span]));
            clusters
        });
        let names = |names: Vec<LineName>| names.into_iter().filter_map(LineName::name).collect();
        Self {
            text: line.text.chars().collect(),
            names: line.entities.map(names),
            speech: line.quotes.map(|quotes| quotes.into_iter().map(LineQuote::speech).collect()),
            dates: line.dates.map(|dates| dates.into_iter().filter_map(LineDate::date).collect()),
            values: line.values.map(|values| values.into_iter().filter_map(LineValue::value).collect()),
            chains,
            document: None,
            article,
        }
    }
}

/// The mentions of each entity of a document.
pub(super) fn chains(document: &Document) -> Vec<Vec<Span>> {
    let mut chains: BTreeMap<&EntityId, Vec<Span>> = BTreeMap::new();
    for mention in &document.mentions {
        if let Some(entity) = &mention.entity {
            chains.entry(entity).or_default().push((mention.start, mention.end));
        }
    }
    chains.into_values().collect()
}

/// The keys of an article that `extract annotate` reads.
fn article(id: &str, text: &str, title: Option<&str>, published: Option<&impl serde::Serialize>) -> Value {
    let mut article = json!({ "id": id, "text": text });
    // A headline that stands in the text is found there.
    if let Some(title) = title.filter(|title| !text.trim_start().starts_with(title)) {
        article["title"] = json!(title);
    }
    if let Some(published) = published {
        article["published"] = json!(published);
    }
    article
}

impl Class {
    pub(super) fn of(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::Person,
            EntityKind::Group => Self::Organization,
            EntityKind::Country | EntityKind::Place => Self::Location,
        }
    }
}

impl Measure {
    pub(super) fn of(unit: &str) -> Self {
        match unit {
            "percent" => Self::Percent,
            code if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) => Self::Money,
            _ => Self::Quantity,
        }
    }
}

impl LineName {
    fn name(self) -> Option<Name> {
        let class = match self.class.as_str() {
            "PER" | "PERSON" => Class::Person,
            "ORG" => Class::Organization,
            "GPE" | "LOC" | "FAC" => Class::Location,
            _ => return None,
        };
        Some(Name { span: (self.start, self.end), class, kind: self.kind })
    }
}

impl LineQuote {
    fn speech(self) -> Speech {
        let whole = (self.start, self.end);
        let spans = self.segments.unwrap_or_else(|| vec![whole]);
        let manners = self.segment_kinds.unwrap_or_else(|| vec![self.kind; spans.len()]);
        let parts = spans.into_iter().zip(manners).collect();
        Speech { parts, whole, manner: self.kind, speaker: self.speaker }
    }
}

impl LineDate {
    /// None for a duration or a repeated date, which are no calendar dates.
    fn date(self) -> Option<Date> {
        let calendar = self.class.as_deref().is_none_or(|class| class == "DATE");
        let value = self.edtf.map(DateValue::Edtf).or(self.value.map(DateValue::Timex));
        (calendar && self.start < self.end).then_some(Date { span: (self.start, self.end), value })
    }
}

impl LineValue {
    fn value(self) -> Option<(Span, Measure)> {
        let measure = serde_json::from_value(Value::String(self.class)).ok()?;
        Some(((self.start, self.end), measure))
    }
}
