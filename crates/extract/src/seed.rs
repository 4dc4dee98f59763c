//! A file's bytes → [`Seed`]: its text and what its head, its name or a sidecar say of it.
//!
//! What is nearer to the text counts more: front matter, then the sidecar, the page's own head (HTML), the file's name, a date
//! line under the headline. What none of them says stays unknown. Paragraphs are not looked for here.

mod decode;
mod foreign;
pub(crate) mod head;
mod nesting;
mod html;
mod keys;
mod markdown;
mod visible;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use diag::{Diagnostic, Sink, SourceFile};
use model::{PartialDate, Source};

use keys::{Keys, Line};

pub use keys::BadLine;

/// How many lines at the head of a text are read in search of its date.
const HEAD_LINES: usize = 6;

/// The most bytes of an article's text: more than any novel has. Whatever is read after it may look at all of it for each fact.
const LARGEST: usize = 4 << 20;

/// An article as it came.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seed {
    /// The article's identifier where the seed is a file of the seeds folder; else the file's name without extension, or what came in.
    pub(crate) id: String,
    /// The path of the file in the seeds folder.
    pub(crate) path: String,
    /// The digest of its bytes, when it is a file.
    pub(crate) digest: String,
    pub(crate) title: Option<String>,
    pub(crate) published: Option<PartialDate>,
    pub(crate) author: Option<String>,
    pub(crate) source: Option<Source>,
    pub(crate) language: Option<String>,
    /// Whether it is not to be published yet.
    pub(crate) draft: bool,
    /// What a person noted about it.
    pub(crate) notes: BTreeMap<String, String>,
    /// The text after the front matter, unchanged; for HTML and Markdown the plain text of the article.
    pub(crate) text: String,
}

/// How the text of a seed is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Text,
    Markdown,
    Html,
}

impl Format {
    fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Text),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            _ => None,
        }
    }
}

/// Whether a file is an article by its name: `.txt`, `.md` or `.html`, not hidden, not a README.
pub fn is_seed(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    Format::of(path).is_some() && !name.starts_with('.') && !stem.eq_ignore_ascii_case("readme")
}

/// Reads the bytes of the seed `name` (its path in the seeds folder); `shown` is the path for findings, `sidecar` the file
/// `NAME.toml` beside it. A seed without text is reported and gives `None`.
pub(crate) fn read(
    name: &str,
    shown: &str,
    bytes: &[u8],
    sidecar: Option<&Arc<SourceFile>>,
    sink: &mut Sink,
) -> Option<Seed> {
    let path = Path::new(name);
    let format = Format::of(path).unwrap_or(Format::Text);
    let file = decode::read(shown, bytes, format == Format::Html, sink);
    let (own, body) = keys::front_matter(&file, sink);
    let beside = sidecar.map(|file| keys::sidecar(file, sink)).unwrap_or_default();
    let body = &file.text()[body.start..body.end];
    let (found, text) = match format {
        Format::Text => (Keys::default(), body.to_owned()),
        Format::Markdown => (Keys::default(), markdown::text(body)),
        Format::Html => html::read(body),
    };
    visible::check(&file, sink);
    let text = visible::only(text);
    if text.trim().is_empty() {
        let help = "write the article into the file, or remove it";
        sink.push(
            Diagnostic::warning("empty-seed", format!("`{shown}` holds no text and is left out")).help(help),
        );
        return None;
    }
    if text.len() > LARGEST {
        sink.push(too_large(shown, text.len() as u64));
        return None;
    }
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or(name);
    let keys = own.or(beside).or(found).visible();
    Some(Seed { id: stem.to_owned(), path: name.to_owned(), ..complete(keys, text, stem) })
}

/// The finding for a file that is too large for an article.
pub(crate) fn too_large(shown: &str, bytes: u64) -> Diagnostic {
    let message = format!("`{shown}` has {} MB, which no article has, and is left out", bytes >> 20);
    Diagnostic::error("large-seed", message).help("put each article into a file of its own")
}

/// The seed of a text with these keys; what they leave open is taken from the name and the head of the text.
fn complete(keys: Keys, text: String, name: &str) -> Seed {
    let published = keys.published.or_else(|| date_of_name(name)).or_else(|| date_of_head(&text));
    let author = keys.author.or_else(|| author_of_head(&text));
    Seed {
        title: keys.title,
        published,
        author,
        source: keys.source,
        language: keys.language,
        draft: keys.draft.unwrap_or(false),
        notes: keys.notes,
        text,
        ..Seed::default()
    }
}

/// The seed of one line of JSON: `text` and perhaps `id` and the keys of front matter. `line`, from 1, names it when it has no `id`.
pub(crate) fn from_json(json: &str, line: usize, sink: &mut Sink) -> Result<Seed, BadLine> {
    let Line { id, text, keys } = keys::json(json, &format!("line {line}"), sink)?;
    let id = id.unwrap_or_else(|| line.to_string());
    Ok(Seed { path: id.clone(), id: id.clone(), ..complete(keys, text, &id) })
}

/// The day with which a file's name begins: `2025-09-04-rubio-in-quito`.
fn date_of_name(name: &str) -> Option<PartialDate> {
    let day = name.get(..10)?;
    let ends = !name[10..].starts_with(|c: char| c.is_ascii_digit());
    (ends && day.is_ascii())
        .then(|| day.parse::<PartialDate>().ok().filter(|date| date.day().is_some()))
        .flatten()
}

/// The day that a date line under the headline names; one that dates a later version counts when there is no other, and a
/// dateline that has its year when there is none.
fn date_of_head(text: &str) -> Option<PartialDate> {
    let lines = || head_lines(text).filter_map(head::date_line);
    let first = |later: bool| lines().find(|line| line.later == later).and_then(|line| line.day);
    let dateline = || head_lines(text).find_map(head::dateline_day);
    first(false).or_else(|| first(true)).or_else(dateline)
}

/// The name in a line `By Ann Lee` under the headline.
fn author_of_head(text: &str) -> Option<String> {
    head_lines(text).find_map(head::author)
}

fn head_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).take(HEAD_LINES)
}

#[cfg(test)]
mod tests;
