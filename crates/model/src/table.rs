//! TOML read key by key: [`Table`], which reports wrong types and what is left over, at its line and column.
//!
//! It serves every TOML text of the project: front matter, corrections, seeds' sidecars, settings. Nothing here fails:
//! what cannot be read is reported to the [`Sink`] and left out.

mod value;

use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;
use std::sync::Arc;

use diag::{Diagnostic, Severity, Sink, SourceFile, Span};

use value::{Entry, Node, Value};

/// How like a known key a misspelt one must be to be suggested (Jaro-Winkler, 0 to 1).
const LIKENESS: f64 = 0.75;

/// A TOML table whose keys are taken out one by one; [`Table::finish`] reports the rest.
///
/// ```
/// use diag::{Severity, Sink, SourceFile};
/// use std::sync::Arc;
///
/// let file = Arc::new(SourceFile::new("site.toml", "title = \"News\"\ntitel = 1\n"));
/// let mut sink = Sink::default();
/// let mut table = model::Table::read(&file, 0..file.text().len(), &mut sink);
/// assert_eq!(table.text("title", &mut sink).as_deref(), Some("News"));
/// table.finish(Severity::Error, &mut sink);
/// assert_eq!(sink.diagnostics()[0].code, "unknown-key");
/// ```
#[derive(Debug)]
pub struct Table {
    file: Arc<SourceFile>,
    span: Span,
    entries: Vec<Entry>,
    asked: Vec<&'static str>,
}

/// A value with its place, for checks that only the caller can make.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed<T> {
    /// What was read.
    pub value: T,
    /// Where it stands in the file, in bytes.
    pub span: Span,
}

impl Table {
    /// Reads the TOML in this byte range of a file; the first syntax error of a line is reported, and what stands before it is kept.
    pub fn read(file: &Arc<SourceFile>, range: impl Into<Span>, sink: &mut Sink) -> Self {
        let span = range.into();
        let (entries, mut errors) = value::parse(span.of(file.text()), span.start);
        errors.sort_by_key(|(_, place)| *place);
        let mut line = 0;
        for (message, place) in errors {
            let before = std::mem::replace(&mut line, file.position(place.start).line);
            // What is wrong further on in a line mostly follows from what was wrong before.
            if line != before {
                sink.push(Diagnostic::error("toml-syntax", message).at(file, place));
            }
        }
        Self { file: Arc::clone(file), span, entries, asked: Vec::new() }
    }

    /// Where the table stands in its file.
    pub fn span(&self) -> Span {
        self.span
    }

    /// The file the table stands in.
    pub fn file(&self) -> &Arc<SourceFile> {
        &self.file
    }

    /// Whether a key that has not been taken yet is there.
    pub fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|entry| entry.key == key)
    }

    /// A string.
    pub fn text(&mut self, key: &'static str, sink: &mut Sink) -> Option<String> {
        self.expect(key, "a string", sink, |value| match value {
            Value::Text(text) => Some(text),
            _ => None,
        })
    }

    /// A string that must be there; its absence is reported as `missing-key`.
    pub fn required(&mut self, key: &'static str, sink: &mut Sink) -> Option<String> {
        if !self.has(key) {
            let message = format!("the key `{key}` is missing");
            let start = Span::new(self.span.start, self.span.start);
            sink.push(
                Diagnostic::error("missing-key", message)
                    .at(&self.file, start)
                    .help(format!("add `{key} = \"…\"`")),
            );
        }
        self.text(key, sink)
    }

    /// `true` or `false`.
    pub fn flag(&mut self, key: &'static str, sink: &mut Sink) -> Option<bool> {
        self.expect(key, "`true` or `false`", sink, |value| match value {
            Value::Flag(flag) => Some(flag),
            _ => None,
        })
    }

    /// A number, with or without a decimal point.
    pub fn number(&mut self, key: &'static str, sink: &mut Sink) -> Option<f64> {
        self.expect(key, "a number", sink, |value| match value {
            Value::Number(number) => Some(number),
            _ => None,
        })
    }

    /// A whole number from 0 up.
    pub fn count(&mut self, key: &'static str, sink: &mut Sink) -> Option<usize> {
        self.expect(key, "a whole number from 0 up", sink, |value| match value {
            Value::Number(n) if n >= 0.0 && n.fract() == 0.0 && n < 1e9 => Some(n as usize),
            _ => None,
        })
    }

    /// A string, or a TOML date or number, that is read as `T`.
    pub fn parse<T: FromStr<Err: Display>>(&mut self, key: &'static str, sink: &mut Sink) -> Option<T> {
        self.placed(key, sink).map(|placed| placed.value)
    }

    /// As [`Table::parse`], with the place of the value.
    pub fn placed<T: FromStr<Err: Display>>(
        &mut self,
        key: &'static str,
        sink: &mut Sink,
    ) -> Option<Placed<T>> {
        let node = self.take(key)?;
        self.read_word(key, node, sink)
    }

    /// A list of strings, each read as `T`; those that are none are reported and left out.
    pub fn list<T: FromStr<Err: Display>>(&mut self, key: &'static str, sink: &mut Sink) -> Vec<T> {
        let placed = self.placed_list(key, sink);
        // In a room of its own: that of the nodes, which would be taken over, is far larger.
        let mut values = Vec::with_capacity(placed.len());
        values.extend(placed.into_iter().map(|placed| placed.value));
        values
    }

    /// As [`Table::list`], with the place of each value.
    pub fn placed_list<T: FromStr<Err: Display>>(
        &mut self,
        key: &'static str,
        sink: &mut Sink,
    ) -> Vec<Placed<T>> {
        let nodes = self.expect(key, "a list of strings", sink, |value| match value {
            Value::List(nodes) => Some(nodes),
            _ => None,
        });
        let nodes = nodes.unwrap_or_default();
        nodes.into_iter().filter_map(|node| self.read_word(key, node, sink)).collect()
    }

    /// A table inside this one.
    pub fn table(&mut self, key: &'static str, sink: &mut Sink) -> Option<Self> {
        let span = self.entries.iter().find(|entry| entry.key == key)?.node.span;
        let entries = self.expect(key, "a table", sink, |value| match value {
            Value::Table(entries) => Some(entries),
            _ => None,
        })?;
        Some(Self { file: Arc::clone(&self.file), span, entries, asked: Vec::new() })
    }

    /// An array of tables (`[[key]]`).
    pub fn tables(&mut self, key: &'static str, sink: &mut Sink) -> Vec<Self> {
        let nodes = self.expect(key, "an array of tables", sink, |value| match value {
            Value::List(nodes) => Some(nodes),
            _ => None,
        });
        let mut tables = Vec::new();
        for node in nodes.unwrap_or_default() {
            match node.value {
                Value::Table(entries) => {
                    tables.push(Self {
                        file: Arc::clone(&self.file),
                        span: node.span,
                        entries,
                        asked: Vec::new(),
                    });
                }
                other => self.wrong_type(key, "an array of tables", &other, node.span, sink),
            }
        }
        tables
    }

    /// Every key that is left, with its value as a string; for tables whose keys the user chooses.
    pub fn rest(mut self, sink: &mut Sink) -> Vec<(String, Placed<String>)> {
        let entries = std::mem::take(&mut self.entries);
        let read = |entry: Entry| match entry.node.value {
            Value::Text(value) => Some((entry.key, Placed { value, span: entry.node.span })),
            other => {
                self.wrong_type(&entry.key, "a string", &other, entry.node.span, sink);
                None
            }
        };
        entries.into_iter().filter_map(read).collect()
    }

    /// The same without their places.
    pub fn texts(self, sink: &mut Sink) -> BTreeMap<String, String> {
        self.rest(sink).into_iter().map(|(key, placed)| (key, placed.value)).collect()
    }

    /// Reports every key that nobody took as `unknown-key`, with the nearest known one.
    pub fn finish(self, severity: Severity, sink: &mut Sink) {
        for entry in &self.entries {
            let message = format!("unknown key `{}`", entry.key);
            let finding = Diagnostic { severity, ..Diagnostic::error("unknown-key", message) };
            let help = match diag::nearest(&entry.key, self.asked.iter().copied(), LIKENESS) {
                Some(known) => format!("did you mean `{known}`?"),
                None => format!("known keys here: {}", self.asked.join(", ")),
            };
            sink.push(finding.at(&self.file, entry.span).help(help));
        }
    }

    fn take(&mut self, key: &'static str) -> Option<Node> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        let at = self.entries.iter().position(|entry| entry.key == key)?;
        Some(self.entries.remove(at).node)
    }

    fn expect<T>(
        &mut self,
        key: &'static str,
        wanted: &str,
        sink: &mut Sink,
        read: impl Fn(Value) -> Option<T>,
    ) -> Option<T> {
        let node = self.take(key)?;
        let found = read(node.value.clone());
        if found.is_none() {
            self.wrong_type(key, wanted, &node.value, node.span, sink);
        }
        found
    }

    fn read_word<T: FromStr<Err: Display>>(
        &self,
        key: &str,
        node: Node,
        sink: &mut Sink,
    ) -> Option<Placed<T>> {
        let Some(word) = node.value.word() else {
            self.wrong_type(key, "a string", &node.value, node.span, sink);
            return None;
        };
        match word.parse() {
            Ok(value) => Some(Placed { value, span: node.span }),
            Err(error) => {
                sink.push(
                    Diagnostic::error("wrong-value", format!("`{key}`: {error}")).at(&self.file, node.span),
                );
                None
            }
        }
    }

    fn wrong_type(&self, key: &str, wanted: &str, value: &Value, span: Span, sink: &mut Sink) {
        let message = format!("`{key}` is {}, expected {wanted}", value.describe());
        sink.push(Diagnostic::error("wrong-type", message).at(&self.file, span));
    }
}

#[cfg(test)]
mod tests;
