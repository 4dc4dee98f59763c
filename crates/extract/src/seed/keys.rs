//! What is said of an article beside its text: front matter, a sidecar, the fields of a line of JSON → [`Keys`].

use std::collections::BTreeMap;
use std::str::FromStr;
use std::sync::Arc;

use diag::{Diagnostic, Severity, Sink, SourceFile, Span};
use model::{FrontMatter, PartialDate, Source, Table};
use serde_json::{Map, Value};

use super::{foreign, visible};

/// What is known of an article before its text is read.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Keys {
    pub(super) title: Option<String>,
    pub(super) published: Option<PartialDate>,
    pub(super) author: Option<String>,
    pub(super) source: Option<Source>,
    pub(super) language: Option<String>,
    /// Whether it is not to be published yet.
    pub(super) draft: Option<bool>,
    /// A person's own, which are carried over as they are.
    pub(super) notes: BTreeMap<String, String>,
}

/// An article as a line of JSON gives it.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) id: Option<String>,
    pub(super) text: String,
    pub(super) keys: Keys,
}

/// Why a line of JSON is no article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    /// The identifier that it gives, when it gives one.
    pub id: Option<String>,
    /// What is wrong with it.
    pub message: String,
}

impl Keys {
    /// These keys without characters that have no shape.
    pub(super) fn visible(self) -> Self {
        let clean = |text: Option<String>| text.map(visible::only);
        Self {
            title: clean(self.title),
            published: self.published,
            author: clean(self.author),
            source: self
                .source
                .map(|source| Source { name: visible::only(source.name), url: clean(source.url) }),
            language: clean(self.language),
            draft: self.draft,
            notes: self.notes,
        }
    }

    /// These keys, and from `other` what they leave open.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            published: self.published.or(other.published),
            author: self.author.or(other.author),
            source: self.source.or(other.source),
            language: self.language.or(other.language),
            draft: self.draft.or(other.draft),
            notes: other.notes.into_iter().chain(self.notes).collect(),
        }
    }
}

/// The keys between `+++` or `---` lines at the head of a seed, and the range of what follows them.
pub(super) fn front_matter(file: &Arc<SourceFile>, sink: &mut Sink) -> (Keys, Span) {
    let text = file.text();
    let whole = Span::new(0, text.len());
    match FrontMatter::find(text) {
        Some(found) if found.closed => (table(Table::read(file, found.toml, sink), sink), found.body),
        Some(_) => {
            let finding = Diagnostic::error("open-front-matter", "the front matter is not closed");
            sink.push(finding.at(file, 0..3).help("end it with a line `+++`"));
            (Keys::default(), whole)
        }
        None => foreign::read(file, sink).unwrap_or((Keys::default(), whole)),
    }
}

/// The keys of the file `NAME.toml` beside a seed.
pub(super) fn sidecar(file: &Arc<SourceFile>, sink: &mut Sink) -> Keys {
    table(Table::read(file, 0..file.text().len(), sink), sink)
}

/// Identifier, text and keys of a line of JSON, which findings call `name`.
pub(super) fn json(line: &str, name: &str, sink: &mut Sink) -> Result<Line, BadLine> {
    let object: Map<String, Value> = serde_json::from_str(line)
        .map_err(|error| BadLine { id: None, message: format!("not a JSON object: {error}") })?;
    let id = match object.get("id") {
        Some(Value::String(id)) => Some(id.clone()),
        Some(Value::Number(id)) => Some(id.to_string()),
        _ => None,
    };
    let Some(Value::String(text)) = object.get("text") else {
        return Err(BadLine { id, message: "the key `text` is missing or not a string".to_owned() });
    };
    let string = |key: &str| {
        object.get(key).and_then(Value::as_str).filter(|value| !value.is_empty()).map(str::to_owned)
    };
    let published = object.get("published").filter(|value| !value.is_null()).and_then(|value| {
        let date = value.as_str().and_then(day);
        if date.is_none() {
            let message = format!("{name}: `published` is not a date: {value}");
            sink.push(
                Diagnostic::warning("wrong-value", message).help("give an EDTF date, such as `2025-09-04`"),
            );
        }
        date
    });
    let source = match object.get("source") {
        Some(Value::String(name)) => Some(Source { name: name.clone(), url: None }),
        Some(Value::Object(source)) => source.get("name").and_then(Value::as_str).map(|name| Source {
            name: name.to_owned(),
            url: source.get("url").and_then(Value::as_str).map(str::to_owned),
        }),
        _ => None,
    };
    let keys = Keys {
        title: string("title"),
        published,
        author: string("author"),
        source,
        language: string("language"),
        draft: object.get("draft").and_then(Value::as_bool),
        notes: BTreeMap::new(),
    };
    Ok(Line { id, text: text.clone(), keys })
}

/// An EDTF date, or the day of an ISO 8601 time such as `2025-09-04T10:30:00Z`.
pub(super) fn day(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    let day = || text.get(..10).filter(|_| text[10..].starts_with(['T', ' ']))?.parse().ok();
    text.parse().ok().or_else(day)
}

/// A day that may be written as a time.
struct Day(PartialDate);

impl FromStr for Day {
    type Err = <PartialDate as FromStr>::Err;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        day(s).map_or_else(|| s.parse(), Ok).map(Self)
    }
}

fn table(mut table: Table, sink: &mut Sink) -> Keys {
    let source = table.table("source", sink).map(|mut source| {
        let (name, url) = (source.text("name", sink), source.text("url", sink));
        source.finish(Severity::Warning, sink);
        Source { name: name.or_else(|| url.clone()).unwrap_or_default(), url }
    });
    let keys = Keys {
        title: table.text("title", sink).filter(|title| !title.trim().is_empty()),
        published: table.parse("published", sink).or_else(|| table.parse("date", sink)).map(|Day(day)| day),
        author: table.text("author", sink),
        source: source.filter(|source| !source.name.is_empty()),
        language: table.text("language", sink),
        draft: table.flag("draft", sink),
        notes: table.table("notes", sink).map(|notes| notes.texts(sink)).unwrap_or_default(),
    };
    table.finish(Severity::Warning, sink);
    keys
}
