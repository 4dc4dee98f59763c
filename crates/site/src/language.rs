//! The language files of a theme → [`Language`]: every word of the pages that no article says, in one language. Which article
//! is in which language is not known here.

use std::collections::HashMap;
use std::sync::Arc;

use diag::{Diagnostic, Sink, SourceFile, Span};
use model::CountryCode;
use toml::{Table, Value};

use crate::theme::Theme;

/// The language whose words stand in for those that another file lacks.
const FALLBACK: &str = "en";

/// The words of the pages in one language.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Language {
    entries: HashMap<String, Entry>,
}

/// What stands behind a key.
#[derive(Debug, Clone, PartialEq)]
enum Entry {
    /// Words, with `{name}` where something is filled in.
    Text(String),
    /// Words for one and for other numbers.
    Forms { one: String, other: String },
    /// Words that are chosen by their number, such as the months.
    List(Vec<String>),
}

/// Reads the words of a language, `es` for `es-MX` too. Keys that its file lacks are in English; a language without a file is
/// reported.
pub(crate) fn read(theme: &Theme, tag: &str, sink: &mut Sink) -> Language {
    let mut language = Language::default();
    let primary = tag.split('-').next().unwrap_or(tag).to_lowercase();
    for name in [FALLBACK, primary.as_str()] {
        for file in theme.strings(name) {
            language.add(file, sink);
        }
    }
    if theme.strings(&primary).is_empty() {
        let message = format!("no words for pages in `{tag}`; they are in English");
        sink.push(Diagnostic::warning("unknown-language", message).help(format!(
            "set `default_language` to one of {}, or write `strings/{primary}.toml` in your theme",
            theme.languages().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
        )));
    }
    language
}

impl Language {
    /// Lays the words of a file over those that are known.
    fn add(&mut self, file: &Arc<SourceFile>, sink: &mut Sink) {
        match file.text().parse::<Table>() {
            Ok(table) => flatten("", table, &mut self.entries),
            Err(error) => {
                let place = error.span().unwrap_or(0..0);
                sink.push(Diagnostic::error("toml-syntax", error.message()).at(file, Span::from(place)));
            }
        }
    }

    /// The keys, in no order.
    #[cfg(test)]
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// The words of a key; the key itself when there are none, which shows on the page.
    pub(crate) fn say(&self, key: &str) -> String {
        self.form(key, None).unwrap_or(key).to_owned()
    }

    /// The words of a key with others in their places.
    pub(crate) fn fill(&self, key: &str, places: &[(&str, &str)]) -> String {
        fill(self.form(key, None).unwrap_or(key), places)
    }

    /// The words of a key for this number, which is `{n}`, with others in their places.
    pub(crate) fn count(&self, key: &str, number: usize, places: &[(&str, &str)]) -> String {
        let mut all = vec![("n", self.number(number))];
        all.extend(places.iter().map(|(name, words)| (*name, (*words).to_owned())));
        let all: Vec<_> = all.iter().map(|(name, words)| (*name, words.as_str())).collect();
        fill(self.form(key, Some(number)).unwrap_or(key), &all)
    }

    /// The words of a key in the form for a number; nothing when the key is unknown.
    pub(crate) fn form(&self, key: &str, number: Option<usize>) -> Option<&str> {
        match self.entries.get(key)? {
            Entry::Text(text) => Some(text),
            Entry::Forms { one, .. } if number.is_some_and(|number| self.is_one(number)) => Some(one),
            Entry::Forms { other, .. } => Some(other),
            Entry::List(_) => None,
        }
    }

    /// The words of a list with this number, from 1.
    pub(crate) fn nth(&self, key: &str, number: usize) -> Option<&str> {
        let Some(Entry::List(list)) = self.entries.get(key) else { return None };
        list.get(number.checked_sub(1)?).map(String::as_str)
    }

    /// The name of a country; the English one when the language has none of its own.
    pub(crate) fn country(&self, code: CountryCode) -> &str {
        self.form(&format!("country.{code}"), None).unwrap_or(code.country().name)
    }

    /// A number in groups of three digits: `20,000`.
    pub(crate) fn number(&self, number: usize) -> String {
        self.digits(&number.to_string())
    }

    /// The digits of a number, perhaps with a fraction, in groups of three.
    pub(crate) fn digits(&self, number: &str) -> String {
        let (whole, fraction) = number.split_once('.').map_or((number, None), |(w, f)| (w, Some(f)));
        let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
        let mut grouped = String::from(sign);
        let group = self.form("number.group", None).unwrap_or_default();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push_str(group);
            }
            grouped.push(digit);
        }
        match fraction {
            Some(fraction) => grouped + self.form("number.decimal", None).unwrap_or(".") + fraction,
            None => grouped,
        }
    }

    fn is_one(&self, number: usize) -> bool {
        let Some(Entry::List(ones)) = self.entries.get("plural.one") else { return number == 1 };
        ones.iter().any(|one| *one == number.to_string())
    }
}

/// Puts words into the places of a text; a place without words stays as it is.
pub(crate) fn fill(text: &str, places: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let found = after
            .split_once('}')
            .and_then(|(name, tail)| Some((places.iter().find(|(place, _)| *place == name)?.1, tail)));
        match found {
            Some((words, tail)) => {
                filled.push_str(words);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled + rest
}

/// The keys of a table, those of a table inside it behind its own: `date.day`.
fn flatten(above: &str, table: Table, entries: &mut HashMap<String, Entry>) {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    for (name, value) in table {
        let key = if above.is_empty() { name } else { format!("{above}.{name}") };
        match value {
            Value::Table(inner) => match (inner.get("one"), inner.get("other")) {
                (Some(Value::String(one)), Some(Value::String(other))) => {
                    entries.insert(key, Entry::Forms { one: one.clone(), other: other.clone() });
                }
                _ => flatten(&key, inner, entries),
            },
            Value::Array(list) => drop(entries.insert(key, Entry::List(list.iter().map(text).collect()))),
            value => drop(entries.insert(key, Entry::Text(text(&value)))),
        }
    }
}

#[cfg(test)]
mod tests;
