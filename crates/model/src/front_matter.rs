//! The `+++` block at the head of a file: where it is ([`FrontMatter`]) and how its values are printed ([`Printer`]).

use std::collections::BTreeMap;
use std::fmt::Display;

use diag::Span;

/// The line before and after the TOML block.
const FENCE: &str = "+++";

/// Where the TOML block and the body of a file are, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrontMatter {
    /// The TOML between the fences.
    pub toml: Span,
    /// All that follows the block.
    pub body: Span,
    /// Whether the closing fence is there; without it the whole file is taken for TOML.
    pub closed: bool,
}

impl FrontMatter {
    /// Finds the block of a text that begins with a `+++` line, perhaps after a byte order mark.
    pub fn find(text: &str) -> Option<Self> {
        let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut lines = text[start..].split_inclusive('\n');
        let first = lines.next().filter(|line| line.trim_end() == FENCE)?;
        let toml = start + first.len();
        let mut at = toml;
        for line in lines {
            if line.trim_end() == FENCE {
                let body = Span::new(at + line.len(), text.len());
                return Some(Self { toml: Span::new(toml, at), body, closed: true });
            }
            at += line.len();
        }
        Some(Self {
            toml: Span::new(toml, text.len()),
            body: Span::new(text.len(), text.len()),
            closed: false,
        })
    }
}

/// Prints TOML keys in the order in which they are given; what is empty is left out.
#[derive(Debug, Default)]
pub struct Printer {
    text: String,
}

impl Printer {
    /// `key = "value"`.
    pub fn text(&mut self, key: &str, value: impl Display) {
        self.raw(key, &quote(&value.to_string()));
    }

    /// `key = "value"`, unless there is no value.
    pub fn optional(&mut self, key: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    /// `key = "value"`, unless the value is empty.
    pub fn nonempty(&mut self, key: &str, value: &str) {
        self.optional(key, (!value.is_empty()).then_some(value));
    }

    /// `key = 1.5`, unless there is no value; whole numbers without a point.
    pub fn number(&mut self, key: &str, value: Option<f64>) {
        if let Some(value) = value {
            self.raw(key, &value.to_string());
        }
    }

    /// `key = value`, the value as TOML writes it.
    pub(crate) fn raw(&mut self, key: &str, value: &str) {
        self.text.push_str(&format!("{key} = {value}\n"));
    }

    /// `key = true`, unless it is not.
    pub fn flag(&mut self, key: &str, value: bool) {
        if value {
            self.raw(key, "true");
        }
    }

    /// `key = ["a", "b"]`, unless the list is empty.
    pub fn list(&mut self, key: &str, values: &[impl Display]) {
        if !values.is_empty() {
            let words: Vec<_> = values.iter().map(|value| quote(&value.to_string())).collect();
            self.raw(key, &format!("[{}]", words.join(", ")));
        }
    }

    /// `key = { a = "x", b = "y" }` of the pairs that have a value.
    pub fn inline(&mut self, key: &str, pairs: &[(&str, Option<&str>)]) {
        let pairs: Vec<_> = pairs
            .iter()
            .filter_map(|(key, value)| value.map(|value| format!("{key} = {}", quote(value))))
            .collect();
        self.raw(key, &format!("{{ {} }}", pairs.join(", ")));
    }

    /// `key = { "a" = "x" }` of keys that a person chose, unless there is none.
    pub(crate) fn texts(&mut self, key: &str, texts: &BTreeMap<String, String>) {
        if !texts.is_empty() {
            let pairs: Vec<_> =
                texts.iter().map(|(key, text)| format!("{} = {}", quote(key), quote(text))).collect();
            self.raw(key, &format!("{{ {} }}", pairs.join(", ")));
        }
    }

    /// A blank line and `[[name]]`.
    pub fn table(&mut self, name: &str) {
        self.text.push_str(&format!("\n[[{name}]]\n"));
    }

    /// The block between its fences, and the body after a blank line.
    pub fn finish(self, body: &str) -> String {
        let body = if body.is_empty() { String::new() } else { format!("\n{body}\n") };
        format!("{FENCE}\n{}{FENCE}\n{body}", self.text)
    }
}

/// A basic TOML string on one line: a diff of content files should show one line for one value.
fn quote(text: &str) -> String {
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_block_is_found_after_a_mark_and_with_any_line_ends() {
        let text = "\u{feff}+++\r\nname = \"A\"\r\n+++\r\nBody\n";
        let found = FrontMatter::find(text).unwrap();
        assert_eq!(
            (found.toml.of(text), found.body.of(text), found.closed),
            ("name = \"A\"\r\n", "Body\n", true)
        );
        assert_eq!(FrontMatter::find("Body\n+++\n"), None);
        assert!(!FrontMatter::find("+++\nname = 1\n").unwrap().closed);
    }

    #[test]
    fn values_are_printed_as_toml_that_reads_the_same() {
        let mut printer = Printer::default();
        printer.text("a", "say \"no\" \\ \u{1}\ttab\nline é");
        printer.number("n", Some(25_000_000.0));
        printer.list("none", &[] as &[&str]);
        printer.inline("s", &[("x", Some("1")), ("y", None)]);
        let printed = printer.finish("");
        let toml: toml::Table = printed.trim_matches(['+', '\n']).parse().unwrap();
        assert_eq!(toml["a"].as_str(), Some("say \"no\" \\ \u{1}\ttab\nline é"));
        assert_eq!((toml["n"].as_integer(), toml["s"]["x"].as_str()), (Some(25_000_000), Some("1")));
        assert_eq!(toml.len(), 3);
    }
}
