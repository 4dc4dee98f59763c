//! `site.toml` → [`Config`]: the settings of a briefing, every one of them optional. Reading the file is not done here.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use diag::{Severity, Sink, SourceFile};
use model::Table;

use crate::allow::Allowance;

/// The settings of a briefing.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// Where the site is published; without it links name `index.html` and there are no feeds.
    pub base_url: Option<BaseUrl>,
    /// The name of the site.
    pub title: String,
    /// One sentence on what it is about.
    pub description: Option<String>,
    /// The language of the pages as a BCP 47 tag.
    pub default_language: String,
    /// Who publishes the site.
    pub author: Option<String>,
    /// The folder the site is written to, relative to the project.
    pub output_dir: String,
    /// The theme: a folder of `themes/`, a path, or `briefing`, which is built in.
    pub theme: String,
    /// How many articles a feed holds.
    pub feed_limit: usize,
    /// Whether feeds are made.
    pub generate_feeds: bool,
    /// Whether each entity that several articles name has feeds of its own.
    pub entity_feeds: bool,
    /// Whether `index.json` lies beside the pages of articles and entities.
    pub generate_json: bool,
    /// Whether tables for other programs are made.
    pub generate_data: bool,
    /// Where the builds leave word of what they showed, relative to the project.
    pub changes_file: String,
    /// How much of an article's text the site shows.
    pub body: Shown,
    /// The notes of articles that are shown, by their names; all others are a person's own.
    pub notes: Vec<String>,
    /// Whether the words of the articles are indexed for the page of the search; it takes a program with the feature `search`.
    pub full_text: bool,
    /// How many sentences two have to share for a page of both.
    pub pair_sentences: usize,
    /// Where the articles come from.
    pub extract: Sources,
    /// How much a link inside the content that leads nowhere matters.
    pub internal_level: Severity,
    /// Findings that need not be shown.
    pub allow: Vec<Allowance>,
    /// Whatever a theme of one's own needs; templates see it as `site.extra`.
    pub extra: BTreeMap<String, String>,
}

/// The `[extract]` table: where raw articles and content files are, and which tagger reads them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sources {
    /// The folder of raw articles, relative to the project.
    pub seeds: String,
    /// The folder of content files, relative to the project.
    pub content: String,
    /// The tier of the tagger: `default` or `accurate`.
    pub tagger: String,
}

/// `body` of the `[publish]` table: how much of an article's text the site shows, on its page and everywhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// All of it.
    #[default]
    Full,
    /// The first paragraph, and the sentences that are evidence of something.
    Excerpt,
    /// The sentences that are evidence of something.
    Facts,
}

impl Shown {
    /// The word in the settings.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Excerpt => "excerpt",
            Self::Facts => "facts",
        }
    }
}

impl FromStr for Shown {
    type Err = String;

    fn from_str(s: &str) -> Result<Self, String> {
        [Self::Full, Self::Excerpt, Self::Facts]
            .into_iter()
            .find(|shown| shown.as_str() == s)
            .ok_or_else(|| format!("`{s}` is none of `full`, `excerpt`, `facts`"))
    }
}

/// An `http` or `https` address that ends in `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(String);

/// Why a string is no base URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrlError(String);

impl Default for Config {
    fn default() -> Self {
        Self {
            base_url: None,
            title: "Briefing".to_owned(),
            description: None,
            default_language: "en".to_owned(),
            author: None,
            output_dir: "public".to_owned(),
            theme: "briefing".to_owned(),
            feed_limit: 30,
            generate_feeds: true,
            entity_feeds: true,
            generate_json: true,
            generate_data: true,
            changes_file: ".backgrounder/site.json".to_owned(),
            body: Shown::Full,
            notes: Vec::new(),
            full_text: false,
            pair_sentences: 3,
            extract: Sources::default(),
            internal_level: Severity::Error,
            allow: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl Default for Sources {
    fn default() -> Self {
        Self { seeds: "seeds".to_owned(), content: "content".to_owned(), tagger: "default".to_owned() }
    }
}

impl Config {
    /// Reads a configuration file; what is wrong in it is reported and left at its default.
    pub fn read(file: &Arc<SourceFile>, sink: &mut Sink) -> Self {
        let mut table = Table::read(file, 0..file.text().len(), sink);
        let default = Self::default();
        let (body, notes) = table.table("publish", sink).map(|t| published(t, sink)).unwrap_or_default();
        let config = Self {
            base_url: table.parse("base_url", sink),
            title: table.text("title", sink).unwrap_or(default.title),
            description: table.text("description", sink),
            default_language: table.text("default_language", sink).unwrap_or(default.default_language),
            author: table.text("author", sink),
            output_dir: table.text("output_dir", sink).unwrap_or(default.output_dir),
            theme: table.text("theme", sink).unwrap_or(default.theme),
            feed_limit: table.count("feed_limit", sink).unwrap_or(default.feed_limit),
            generate_feeds: table.flag("generate_feeds", sink).unwrap_or(default.generate_feeds),
            entity_feeds: table.flag("entity_feeds", sink).unwrap_or(default.entity_feeds),
            generate_json: table.flag("generate_json", sink).unwrap_or(default.generate_json),
            generate_data: table.flag("generate_data", sink).unwrap_or(default.generate_data),
            body,
            notes,
            full_text: table.table("search", sink).map_or(default.full_text, |t| full_text(t, sink)),
            pair_sentences: table.count("pair_sentences", sink).unwrap_or(default.pair_sentences),
            changes_file: table.text("changes_file", sink).unwrap_or(default.changes_file),
            extract: table.table("extract", sink).map_or(default.extract, |t| Sources::read(t, sink)),
            internal_level: table
                .table("link_checker", sink)
                .map_or(default.internal_level, |t| link_level(t, sink)),
            allow: table.table("check", sink).map_or(default.allow, |t| allow(t, sink)),
            extra: table.table("extra", sink).map_or(default.extra, |t| t.texts(sink)),
        };
        table.finish(Severity::Warning, sink);
        config
    }
}

impl Config {
    /// Whether a build has a full text: it is wanted, and this program can make one.
    pub(crate) fn has_full_text(&self) -> bool {
        self.full_text && cfg!(feature = "search")
    }
}

impl Sources {
    fn read(mut table: Table, sink: &mut Sink) -> Self {
        let default = Self::default();
        let sources = Self {
            seeds: table.text("seeds", sink).unwrap_or(default.seeds),
            content: table.text("content", sink).unwrap_or(default.content),
            tagger: table.text("tagger", sink).unwrap_or(default.tagger),
        };
        table.finish(Severity::Warning, sink);
        sources
    }
}

/// `body` and `notes` of the `[publish]` table.
fn published(mut table: Table, sink: &mut Sink) -> (Shown, Vec<String>) {
    let published = (table.parse("body", sink).unwrap_or_default(), table.list("notes", sink));
    table.finish(Severity::Warning, sink);
    published
}

/// `full_text` of the `[search]` table.
fn full_text(mut table: Table, sink: &mut Sink) -> bool {
    let full_text = table.flag("full_text", sink).unwrap_or_default();
    table.finish(Severity::Warning, sink);
    full_text
}

/// `allow` of the `[check]` table.
fn allow(mut table: Table, sink: &mut Sink) -> Vec<Allowance> {
    let allow = table.list("allow", sink);
    table.finish(Severity::Warning, sink);
    allow
}

/// `internal_level` of the `[link_checker]` table, in Zola's words.
fn link_level(mut table: Table, sink: &mut Sink) -> Severity {
    let Level(level) = table.parse("internal_level", sink).unwrap_or(Level(Severity::Error));
    table.finish(Severity::Warning, sink);
    level
}

struct Level(Severity);

impl FromStr for Level {
    type Err = String;

    fn from_str(s: &str) -> Result<Self, String> {
        match s {
            "error" => Ok(Self(Severity::Error)),
            "warn" => Ok(Self(Severity::Warning)),
            other => Err(format!("`{other}` is none of `error`, `warn`")),
        }
    }
}

impl BaseUrl {
    /// The address with its final `/`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path of the address: `/` or `/repo/`.
    pub fn path(&self) -> &str {
        let host = self.0.find("://").map_or(0, |at| at + 3);
        self.0[host..].find('/').map_or("/", |at| &self.0[host + at..])
    }

    /// The absolute address of a path inside the site.
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

impl FromStr for BaseUrl {
    type Err = BaseUrlError;

    fn from_str(s: &str) -> Result<Self, BaseUrlError> {
        let host = s.strip_prefix("https://").or_else(|| s.strip_prefix("http://"));
        let plain = |c: char| c.is_ascii_graphic() && !"?#\"'<>\\`{}|^".contains(c);
        match host {
            Some(host) if !host.is_empty() && !host.starts_with('/') && s.chars().all(plain) => {
                Ok(Self(format!("{}/", s.trim_end_matches('/'))))
            }
            _ => Err(BaseUrlError(s.to_owned())),
        }
    }
}

impl fmt::Display for BaseUrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no address of a site, such as `https://example.org/briefing/`", self.0)
    }
}

impl std::error::Error for BaseUrlError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Config, Vec<String>) {
        let mut sink = Sink::default();
        let config = Config::read(&Arc::new(SourceFile::new("site.toml", text)), &mut sink);
        let findings = sink.diagnostics().iter();
        let shown = findings
            .map(|d| format!("{} {} {}", d.severity.as_str(), d.code, d.help.as_deref().unwrap_or("")));
        (config, shown.collect())
    }

    #[test]
    fn an_empty_file_is_the_default() {
        assert_eq!(read(""), (Config::default(), Vec::new()));
    }

    #[test]
    fn keys_are_read_and_a_misspelt_one_is_a_warning_with_the_nearest_name() {
        let text = "base_url = \"https://ex.org/a\"\ntitel = \"x\"\n[extract]\nseeds = \"in\"\n[publish]\nnotes = [\"why\"]\n\
                    [search]\nfull_text = true\n[link_checker]\ninternal_level = \"warn\"\n[extra]\nmotto = \"m\"\n";
        let (config, findings) = read(text);
        let base = config.base_url.unwrap();
        assert_eq!((base.as_str(), base.path()), ("https://ex.org/a/", "/a/"));
        assert_eq!((config.extract.seeds.as_str(), config.extra["motto"].as_str()), ("in", "m"));
        assert_eq!((config.body, config.notes), (Shown::Full, vec!["why".to_owned()]));
        assert_eq!((config.internal_level, config.full_text), (Severity::Warning, true));
        assert_eq!(findings, ["warning unknown-key did you mean `title`?"]);
    }

    #[test]
    fn only_web_addresses_are_base_urls() {
        for bad in [
            "example.org",
            "ftp://a",
            "https://",
            "https:///a",
            "https://a/?q",
            "javascript:1",
            "https://a b",
        ] {
            assert!(bad.parse::<BaseUrl>().is_err(), "{bad}");
        }
        assert_eq!("http://a".parse::<BaseUrl>().unwrap().path(), "/");
        assert_eq!("http://a/b//".parse::<BaseUrl>().unwrap().join("x/"), "http://a/b/x/");
    }
}
