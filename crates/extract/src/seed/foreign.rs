//! Front matter between `---` lines, as Jekyll, Hugo and web clippers write it: YAML → [`Keys`], by the names that these tools use.
//!
//! Keys that say nothing of an article as such (tags, layouts, when it was clipped) are passed over without a word. Only strings and
//! lists and tables of strings are looked at, two levels deep; references to other values are not followed.

use std::sync::Arc;

use diag::{Diagnostic, Sink, SourceFile, Span};
use model::{PartialDate, Source};
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError};

use super::head;
use super::keys::{self, Keys};

/// The most lines and bytes of a block between `---` lines that is taken for front matter.
const MOST_LINES: usize = 200;
const MOST_BYTES: usize = 64 << 10;

/// What the day of publication is called, the surest first.
const PUBLISHED: &[&str] =
    &["published", "date", "publishDate", "date_published", "datePublished", "published_at", "pubDate"];

/// What the article's address is called.
const ADDRESS: &[&str] = &["url", "link", "source_url", "canonical", "canonical_url"];

/// What the publication is called.
const PUBLICATION: &[&str] = &["publication", "publisher", "site", "site_name", "newspaper"];

/// A key with its value, and its place in the file.
#[derive(Debug, Default)]
struct Entry {
    key: String,
    at: usize,
    /// Its value, or those of its list.
    words: Vec<String>,
    /// The strings of its table.
    table: Vec<(String, String)>,
}

/// The keys of such front matter, and the range of the text after it; nothing for a text that has none. One that is no YAML is
/// reported and skipped.
pub(super) fn read(file: &Arc<SourceFile>, sink: &mut Sink) -> Option<(Keys, Span)> {
    let text = file.text();
    let (block, body) = find(text)?;
    let keys = match entries(block.of(text), block.start) {
        Ok(entries) => keys(&entries, file, sink),
        Err(error) => {
            let at = block.start + offset(block.of(text), error.marker().index());
            let message = format!("the front matter is not read, since it is no YAML: {}", error.info());
            let help = "put texts with a colon, or that begin with a sign, between quotation marks; the article is read without it";
            sink.push(Diagnostic::warning("yaml-front-matter", message).at(file, at..at).help(help));
            Keys::default()
        }
    };
    Some((keys, body))
}

/// The block between two `---` lines at the head of a text, one of which at least looks like a key, and what follows it.
fn find(text: &str) -> Option<(Span, Span)> {
    let mut lines = text.split_inclusive('\n').take(MOST_LINES);
    let start = lines.next().filter(|line| line.trim_end() == "---")?.len();
    let (mut at, mut has_key) = (start, false);
    for line in lines {
        if line.trim_end() == "---" {
            return has_key.then(|| (Span::new(start, at), Span::new(at + line.len(), text.len())));
        }
        has_key |= line.split_once(':').is_some_and(|(key, _)| !key.is_empty() && !key.contains(' '));
        at += line.len();
        if at > MOST_BYTES {
            return None;
        }
    }
    None
}

/// The entries of the outermost table of a block that begins at byte `start` of its file.
fn entries(block: &str, start: usize) -> Result<Vec<Entry>, ScanError> {
    let mut entries: Vec<Entry> = Vec::new();
    // Whether each open value is a table, from the outermost; and the keys whose values have not come yet.
    let mut open: Vec<bool> = Vec::new();
    let (mut key, mut inner): (Option<(String, usize)>, Option<String>) = (None, None);
    for event in Parser::new_from_str(block) {
        let (event, place) = event?;
        let word = match event {
            Event::Scalar(word, style, ..) => {
                let is_nothing = style == ScalarStyle::Plain && matches!(&*word, "" | "~" | "null");
                if is_nothing { String::new() } else { word.into_owned() }
            }
            Event::Alias(_) => String::new(),
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                open.push(matches!(event, Event::MappingStart(..)));
                match open.len() {
                    2 => {
                        let (key, at) = key.take().unwrap_or_default();
                        entries.push(Entry { key, at, ..Entry::default() });
                        inner = None;
                    }
                    _ => inner = inner.filter(|_| open.len() < 3),
                }
                continue;
            }
            Event::MappingEnd | Event::SequenceEnd => {
                open.pop();
                continue;
            }
            _ => continue,
        };
        match (open.as_slice(), entries.last_mut()) {
            ([true], _) => match key.take() {
                None => key = Some((word, start + offset(block, place.start.index()))),
                Some((key, at)) => entries.push(Entry { key, at, words: vec![word], ..Entry::default() }),
            },
            ([true, false], Some(list)) => list.words.push(word),
            ([true, true], Some(table)) => match inner.take() {
                None => inner = Some(word),
                Some(key) => table.table.push((key, word)),
            },
            _ => {}
        }
    }
    Ok(entries)
}

/// The byte of a character by its number.
fn offset(text: &str, character: usize) -> usize {
    text.char_indices().nth(character).map_or(text.len(), |(at, _)| at)
}

/// What the entries say of the article.
fn keys(entries: &[Entry], file: &Arc<SourceFile>, sink: &mut Sink) -> Keys {
    let entry = |names: &[&str]| {
        let of = |name: &&str| entries.iter().find(|entry| entry.key.eq_ignore_ascii_case(name));
        names.iter().find_map(|name| of(name).filter(|entry| !entry.is_empty()))
    };
    let word = |names: &[&str]| entry(names).and_then(Entry::word);
    let published = entry(PUBLISHED).and_then(|entry| {
        let date = entry.word().and_then(|word| date(&word));
        if date.is_none() {
            let message = format!("`{}` is not a date that is read", entry.key);
            let help = "write it as `2025-09-04`";
            let span = entry.at..entry.at + entry.key.len();
            sink.push(Diagnostic::warning("wrong-value", message).at(file, span).help(help));
        }
        date
    });
    let notes = entry(&["notes"]).map(|entry| entry.table.iter().cloned().collect());
    Keys {
        title: word(&["title", "headline"]),
        published,
        author: entry(&["author", "authors", "byline"]).and_then(Entry::names),
        source: source(entry(&["source"]), word(PUBLICATION), word(ADDRESS)),
        language: word(&["language", "lang"]),
        draft: word(&["draft"]).map(|word| word.eq_ignore_ascii_case("true")),
        notes: notes.unwrap_or_default(),
    }
}

impl Entry {
    fn is_empty(&self) -> bool {
        self.table.is_empty() && self.words.iter().all(|word| word.trim().is_empty())
    }

    fn word(&self) -> Option<String> {
        self.words.first().map(|word| word.trim().to_owned()).filter(|word| !word.is_empty())
    }

    /// The names of a list, without the brackets with which note takers link them.
    fn names(&self) -> Option<String> {
        let bare = |word: &String| word.trim().trim_start_matches("[[").trim_end_matches("]]").to_owned();
        let names: Vec<String> = self.words.iter().map(bare).filter(|name| !name.is_empty()).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }

    fn of_table(&self, key: &str) -> Option<String> {
        let found = self.table.iter().find(|(name, value)| name == key && !value.trim().is_empty());
        found.map(|(_, value)| value.trim().to_owned())
    }
}

/// An EDTF date, a time, or a date in words.
fn date(text: &str) -> Option<PartialDate> {
    keys::day(text).or_else(|| head::date_line(text)?.day)
}

/// Where it appeared. `source` is a publication for some and an address for others; a publication that is not named is known by its
/// host.
fn source(source: Option<&Entry>, publication: Option<String>, address: Option<String>) -> Option<Source> {
    let (mut name, mut url) = (publication, address);
    if let Some(entry) = source {
        name = entry.of_table("name").or(name);
        url = entry.of_table("url").or(url);
        match entry.word().filter(|_| entry.table.is_empty()) {
            Some(word) if is_address(&word) => url = Some(word),
            word => name = word.or(name),
        }
    }
    let url = url.filter(|url| is_address(url));
    let name = name.or_else(|| url.as_deref().and_then(host).map(str::to_owned))?;
    Some(Source { name, url })
}

fn is_address(word: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| word.starts_with(scheme))
        && !word.contains(char::is_whitespace)
}

/// `news.example` of `https://www.news.example/a/b`.
fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(head: &str) -> (Keys, String, Vec<String>) {
        let file = Arc::new(SourceFile::new("a.md", format!("---\n{head}---\nText.\n")));
        let mut sink = Sink::default();
        let (keys, body) = read(&file, &mut sink).expect("there is front matter");
        let findings = sink.diagnostics().iter().map(|found| diag::render(found, false)).collect();
        (keys, body.of(file.text()).to_owned(), findings)
    }

    #[test]
    fn the_names_of_other_tools_are_known() {
        let clipped = "title: \"Harbor: new rules\"\nsource: \"https://www.news.example/harbor?x=1\"\nauthor:\n  - \"[[Ann Lee]]\"\n  - Bo Ek\npublished: 2024-05-01\ncreated: 2025-01-01\ntags:\n  - clippings\n";
        let (keys, body, findings) = found(clipped);
        assert_eq!((body.as_str(), findings.len()), ("Text.\n", 0));
        assert_eq!(
            (keys.title.as_deref(), keys.author.as_deref()),
            (Some("Harbor: new rules"), Some("Ann Lee, Bo Ek"))
        );
        assert_eq!(keys.published.unwrap().to_string(), "2024-05-01");
        let source = keys.source.unwrap();
        assert_eq!(
            (source.name.as_str(), source.url.as_deref()),
            ("news.example", Some("https://www.news.example/harbor?x=1"))
        );
        let hugo = "title: Harbor\ndate: 2024-05-01T08:30:00+02:00\ndraft: true\nlang: en\npublisher: The Wire\nlink: https://wire.example/\nparams: {a: [1, {b: c}], title: Other}\n";
        let (keys, _, findings) = found(hugo);
        assert_eq!((keys.title.as_deref(), keys.draft, findings.len()), (Some("Harbor"), Some(true), 0));
        assert_eq!(
            (keys.published.unwrap().to_string().as_str(), keys.language.as_deref()),
            ("2024-05-01", Some("en"))
        );
        assert_eq!(
            keys.source.unwrap(),
            Source { name: "The Wire".to_owned(), url: Some("https://wire.example/".to_owned()) }
        );
        let ours = "date: 4 September 2025\nsource: {name: Wire, url: 'https://wire.example/a'}\nnotes: {why: \"it was there\", n: 2}\nauthor: ~\n";
        let (keys, _, findings) = found(ours);
        assert_eq!(
            (keys.published.unwrap().to_string().as_str(), keys.author, findings.len()),
            ("2025-09-04", None, 0)
        );
        assert_eq!((keys.notes["why"].as_str(), keys.notes["n"].as_str()), ("it was there", "2"));
    }

    #[test]
    fn what_cannot_be_read_is_reported_at_its_place() {
        let (keys, body, findings) = found("title: T\ndate: soon\n");
        assert_eq!((keys.title.as_deref(), keys.published, body.as_str()), (Some("T"), None, "Text.\n"));
        assert!(findings[0].contains("a.md:3:1") && findings[0].contains("`date`"), "{findings:?}");
        let (keys, body, findings) = found("title: \"Añu\nkey: [\n");
        assert_eq!((keys, body.as_str(), findings.len()), (Keys::default(), "Text.\n", 1));
        assert!(findings[0].contains("no YAML"), "{findings:?}");
    }

    #[test]
    fn references_are_not_followed_and_depth_costs_nothing() {
        let bomb: String = (0..60)
            .map(|at| {
                format!(
                    "a{at}: &a{at} [{0}, {0}]\n",
                    if at == 0 { "x".to_owned() } else { format!("*a{}", at - 1) }
                )
            })
            .collect();
        assert_eq!(found(&format!("{bomb}title: T\n")).0.title.as_deref(), Some("T"));
        let deep = format!("title: T\ndeep: {}{}\n", "[".repeat(200), "]".repeat(200));
        let _ = found(&deep);
    }

    #[test]
    fn a_line_of_hyphens_alone_is_none() {
        for text in ["---\nWords.\n---\nMore.\n", "--- \n", "---\ntitle: T\n", "Text\n---\na: b\n---\n"] {
            let file = Arc::new(SourceFile::new("a.md", text));
            assert!(read(&file, &mut Sink::default()).is_none(), "{text}");
        }
    }
}
