//! Template and asset files → [`Theme`]. The theme `briefing` is built in; any other lies over it file by file.
//! Reading a theme's folder and drawing templates are not done here.

use std::collections::BTreeMap;
use std::sync::Arc;

use base16ct::lower::encode_string;
use diag::{Diagnostic, Severity, Sink, SourceFile};
use model::Table;
use sha2::{Digest, Sha256};

use crate::sheet::Sheets;

/// The templates and assets of a site.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    templates: BTreeMap<String, Arc<SourceFile>>,
    /// Each with its path in the site.
    assets: BTreeMap<String, (String, Vec<u8>)>,
    /// The words of the pages by language; those of a theme that lies over another come after it.
    strings: BTreeMap<String, Vec<Arc<SourceFile>>>,
    /// The pages that it has.
    sheets: Sheets,
}

/// The files of the built-in theme: name, text.
macro_rules! built_in {
    ($folder:literal: $($name:literal)+) => {
        &[$(($name, include_str!(concat!("../../../themes/briefing/", $folder, "/", $name)))),+]
    };
}

const TEMPLATES: &[(&str, &str)] = built_in!("templates":
    "base.html" "head.html" "top.html" "bottom.html" "find.html" "macros.html" "home.html" "articles.html" "article.html" "entity.html" "facet.html" "index.html" "namesake.html"
    "quotes.html" "speaker.html" "claims.html" "relations.html" "relation.html" "timeline.html" "disagreements.html"
    "sources.html" "source.html"
    "pairs.html" "pair.html" "search.html" "map.html" "graph.html" "changes.html" "data.html" "review.html" "about.html" "not-found.html"
);

const ASSETS: &[(&str, &str)] = built_in!("assets": "briefing.css" "pictures.css" "find.js" "filter.js" "copy.js" "search.js" "texts.js" "icon.svg");

const STRINGS: &[(&str, &str)] = built_in!("strings": "en.toml" "es.toml" "fr.toml");

impl Theme {
    /// The built-in theme.
    pub fn briefing() -> Self {
        let source = |text: &str, name: &str| {
            Arc::new(SourceFile::new(format!("themes/briefing/templates/{name}"), text))
        };
        let words = |text: &str, name: &str| {
            let file = Arc::new(SourceFile::new(format!("themes/briefing/strings/{name}"), text));
            (name.trim_end_matches(".toml").to_owned(), vec![file])
        };
        Self {
            templates: TEMPLATES
                .iter()
                .map(|(name, text)| ((*name).to_owned(), source(text, name)))
                .collect(),
            assets: ASSETS
                .iter()
                .map(|(name, text)| {
                    let bytes = if name.ends_with(".css") { compact(text) } else { (*text).to_owned() };
                    ((*name).to_owned(), (hashed(name, bytes.as_bytes()), bytes.into_bytes()))
                })
                .collect(),
            strings: STRINGS.iter().map(|(name, text)| words(text, name)).collect(),
            sheets: Sheets::default(),
        }
    }

    /// The theme with the files of another over it: those named `templates/NAME.html`, `assets/NAME` and
    /// `strings/LANGUAGE.toml`, one by one, and the pages that its `theme.toml` names. `folder` is where the other theme lies, as shown to people.
    pub fn overlay(
        mut self,
        folder: &str,
        files: impl IntoIterator<Item = (String, Vec<u8>)>,
        sink: &mut Sink,
    ) -> Self {
        let mut laid = Vec::new();
        for (path, bytes) in files {
            let shown = format!("{folder}/{path}");
            if path == "theme.toml" {
                if let Some(file) = source(shown, bytes, sink) {
                    self.sheets = sheets(&file, sink).unwrap_or(self.sheets);
                }
            } else if let Some(name) = path.strip_prefix("assets/").filter(|name| is_plain(name)) {
                // What is as in the program needs no laying over.
                if ASSETS.iter().any(|(known, text)| *known == name && text.as_bytes() == bytes) {
                    continue;
                }
                self.assets.insert(name.to_owned(), (hashed(name, &bytes), bytes));
            } else if let Some(name) = path.strip_prefix("templates/").filter(|name| name.ends_with(".html"))
            {
                if let Some(file) = source(shown, bytes, sink) {
                    laid.push(name.to_owned());
                    self.templates.insert(name.to_owned(), file);
                }
            } else if let Some(name) =
                path.strip_prefix("strings/").and_then(|name| name.strip_suffix(".toml"))
                && let Some(file) = source(shown, bytes, sink)
            {
                self.strings.entry(name.to_owned()).or_default().push(file);
            }
        }
        laid.iter().filter_map(|name| self.unused(name)).for_each(|finding| sink.push(finding));
        self
    }

    /// The finding for a template that no page is drawn by and no other template names.
    fn unused(&self, name: &str) -> Option<Diagnostic> {
        let is_named =
            |text: &str| text.contains(&format!("\"{name}\"")) || text.contains(&format!("'{name}'"));
        let is_used = TEMPLATES.iter().any(|(known, _)| *known == name)
            || self.templates.iter().any(|(other, file)| other != name && is_named(file.text()));
        let message = format!("no page is drawn by `{}`", self.templates[name].path());
        let names = TEMPLATES.iter().map(|(known, _)| *known);
        (!is_used).then(|| Diagnostic::warning("unused-template", message).help(did_you_mean(name, names)))
    }

    /// Whether the two are the same, or differ in nothing but style sheets.
    pub fn is_alike(&self, other: &Self) -> bool {
        let others = |theme: &Self| -> Vec<(String, Vec<u8>)> {
            let assets = theme.assets().filter(|(name, ..)| !name.ends_with(".css"));
            assets.map(|(name, _, bytes)| (name.to_owned(), bytes.to_vec())).collect()
        };
        (&self.templates, &self.strings, &self.sheets) == (&other.templates, &other.strings, &other.sheets)
            && others(self) == others(other)
    }

    /// The pages that it has.
    pub(crate) fn sheets(&self) -> &Sheets {
        &self.sheets
    }

    /// The files with the words of the pages in a language, a later one over those before it.
    pub(crate) fn strings(&self, language: &str) -> &[Arc<SourceFile>] {
        self.strings.get(language).map_or(&[], Vec::as_slice)
    }

    /// The languages that have such files.
    pub(crate) fn languages(&self) -> impl Iterator<Item = &str> {
        self.strings.keys().map(String::as_str)
    }

    /// The templates by name, such as `article.html`.
    pub(crate) fn templates(&self) -> &BTreeMap<String, Arc<SourceFile>> {
        &self.templates
    }

    /// Each asset: its name in templates, its path in the site with eight hex digits of its digest, its bytes.
    pub(crate) fn assets(&self) -> impl Iterator<Item = (&str, &str, &[u8])> {
        self.assets.iter().map(|(name, (path, bytes))| (name.as_str(), path.as_str(), bytes.as_slice()))
    }
}

/// The help for a name that is not known: the one of `known` that is nearest to it, or all of them.
pub(crate) fn did_you_mean<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> String {
    let known: Vec<&str> = known.collect();
    match diag::nearest(name, known.iter().copied(), diag::LIKE) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => format!("known names: {}", known.join(", ")),
    }
}

/// The pages that a `theme.toml` names; nothing when it has no word of them.
fn sheets(file: &Arc<SourceFile>, sink: &mut Sink) -> Option<Sheets> {
    let mut table = Table::read(file, 0..file.text().len(), sink);
    let sheets = table.has("pages").then(|| Sheets::of(table.list("pages", sink)));
    table.finish(Severity::Warning, sink);
    sheets
}

/// A file of a theme as text.
fn source(shown: String, bytes: Vec<u8>, sink: &mut Sink) -> Option<Arc<SourceFile>> {
    match String::from_utf8(bytes) {
        Ok(text) => Some(Arc::new(SourceFile::new(shown, text))),
        Err(_) => {
            sink.push(Diagnostic::error("not-utf-8", format!("`{shown}` is not UTF-8 text")));
            None
        }
    }
}

/// A style sheet of ours without its comments and the white space that says nothing. Ours has no `; `, `: ` or `, ` in quotes.
fn compact(css: &str) -> String {
    let mut compact = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        compact.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    compact.push_str(rest);
    let lines: Vec<&str> = compact.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let short = [(" { ", "{"), ("; }", "}"), ("} ", "}"), ("{ ", "{"), ("; ", ";"), (": ", ":"), (", ", ",")];
    short.iter().fold(lines.join(" "), |css, (long, short)| css.replace(long, short))
}

/// `briefing.css` → `assets/briefing.1a2b3c4d.css`: a changed file has a new address, so that no cache keeps the old one.
pub(crate) fn hashed(name: &str, bytes: &[u8]) -> String {
    let digest = encode_string(&Sha256::digest(bytes)[..4]);
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("assets/{stem}.{digest}.{extension}"),
        None => format!("assets/{name}.{digest}"),
    }
}

/// Whether a name can stand in an address as it is and is not hidden.
fn is_plain(name: &str) -> bool {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    !name.is_empty()
        && name.chars().all(allowed)
        && name.split('/').all(|step| !step.starts_with('.') && !step.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::Sheet;

    #[test]
    fn a_theme_lies_over_the_built_in_one_file_by_file() {
        let mut sink = Sink::default();
        let files = vec![
            ("templates/home.html".to_owned(), b"mine".to_vec()),
            ("templates/about.html".to_owned(), vec![0xff]),
            ("templates/artcle.html".to_owned(), b"{% include 'part.html' %}".to_vec()),
            ("templates/part.html".to_owned(), b"used".to_vec()),
            ("assets/../x.css".to_owned(), b"no".to_vec()),
            ("README.md".to_owned(), b"no".to_vec()),
            ("theme.toml".to_owned(), b"pages = [\"index\", \"qoutes\"]".to_vec()),
        ];
        let theme = Theme::briefing().overlay("themes/mine", files, &mut sink);
        assert_eq!(theme.templates()["home.html"].text(), "mine");
        assert_eq!(theme.templates()["about.html"].path(), "themes/briefing/templates/about.html");
        assert_eq!(theme.assets().count(), ASSETS.len());
        assert_eq!(theme.sheets(), &Sheets::of([Sheet::Index]));
        let codes: Vec<_> = sink.diagnostics().iter().map(|finding| finding.code).collect();
        assert_eq!(codes, ["not-utf-8", "wrong-value", "unused-template"]);
        assert_eq!(sink.diagnostics()[2].help.as_deref(), Some("did you mean `article.html`?"));
    }

    #[test]
    fn the_address_of_an_asset_changes_with_its_bytes() {
        assert_eq!(hashed("a.css", b"x"), "assets/a.2d711642.css");
        assert_ne!(hashed("a.css", b"x"), hashed("a.css", b"y"));
    }

    #[test]
    fn a_style_sheet_keeps_its_rules_and_loses_its_comments() {
        let css =
            "/* Look. */\n\n:root {\n  --a: \"x\";\n}\n\n@media print {\n  a,\n  b > c { color: red; }\n}\n";
        assert_eq!(compact(css), ":root{--a:\"x\"}@media print{a,b > c{color:red}}");
    }
}
