//! TOML text to owned values with their places in the file.

use diag::Span;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) span: Span,
    pub(super) value: Value,
}

#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) key: String,
    pub(super) span: Span,
    pub(super) node: Node,
}

#[derive(Debug, Clone)]
pub(super) enum Value {
    Text(String),
    /// A TOML date or time, as written.
    Date(String),
    Number(f64),
    Flag(bool),
    List(Vec<Node>),
    Table(Vec<Entry>),
}

impl Value {
    /// What a person calls a value of this sort.
    pub(super) fn describe(&self) -> &'static str {
        match self {
            Self::Text(_) => "a string",
            Self::Date(_) => "a date",
            Self::Number(_) => "a number",
            Self::Flag(_) => "`true` or `false`",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
        }
    }

    /// The value as one word: `published = 2025-09-04` and `published = 2009` are as good as with quotation marks.
    pub(super) fn word(&self) -> Option<String> {
        match self {
            Self::Text(text) | Self::Date(text) => Some(text.clone()),
            Self::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }
}

/// The entries of a TOML text that begins at byte `offset` of its file, in the order of the text, and its syntax errors.
pub(super) fn parse(text: &str, offset: usize) -> (Vec<Entry>, Vec<(String, Span)>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let errors = errors.into_iter().map(|error| {
        let span = error.span().map_or(Span::new(0, 0), Span::from).shift(offset);
        (error.message().to_owned(), span)
    });
    (entries(table.into_inner(), offset), errors.collect())
}

fn entries(table: DeTable<'_>, offset: usize) -> Vec<Entry> {
    let entry = |(key, value): (Spanned<_>, Spanned<_>)| {
        let span = Span::from(key.span()).shift(offset);
        Entry { key: std::borrow::Cow::into_owned(key.into_inner()), span, node: node(value, offset) }
    };
    let mut entries: Vec<Entry> = table.into_iter().map(entry).collect();
    entries.sort_by_key(|entry| entry.span);
    entries
}

fn node(value: Spanned<DeValue<'_>>, offset: usize) -> Node {
    let span = Span::from(value.span()).shift(offset);
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Datetime(date) => Value::Date(date.to_string()),
        DeValue::Boolean(flag) => Value::Flag(flag),
        DeValue::Integer(number) => {
            Value::Number(i64::from_str_radix(number.as_str(), number.radix()).map_or(f64::NAN, |n| n as f64))
        }
        DeValue::Float(number) => Value::Number(number.as_str().parse().unwrap_or(f64::NAN)),
        DeValue::Array(list) => Value::List(list.into_iter().map(|item| node(item, offset)).collect()),
        DeValue::Table(table) => Value::Table(entries(table, offset)),
    };
    Node { span, value }
}
