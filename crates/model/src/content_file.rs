//! One file of the content folder ⇄ [`ContentFile`]: an [`Article`] or an [`Entity`] with its TOML front matter.
//!
//! `parse(print(x)) == x`; what a file holds beyond the format is reported with line and column and left out. The folder
//! decides what a file is: `articles/`, `people/`, `countries/`, `groups/`, `places/`.

mod article;
mod entity;
mod fact;

use std::sync::Arc;

use diag::{Diagnostic, Severity, Sink, SourceFile, Span};

use crate::article::Article;
use crate::entity::Entity;
use crate::front_matter::{FrontMatter, Printer};
use crate::generated::Generated;
use crate::id::{ArticleId, EntityId, EntityKind, Slug};
use crate::table::Table;

/// The version of the content format; it goes up when files of an older version would be read differently.
pub const FORMAT_VERSION: u32 = 1;

/// What one file of the content folder holds.
#[derive(Debug, Clone, PartialEq)]
pub enum ContentFile {
    /// A file of `articles/`.
    Article(Box<Article>),
    /// A file of `people/`, `countries/`, `groups/` or `places/`.
    Entity(Box<Entity>),
}

impl ContentFile {
    /// Reads a file whose path ends in `FOLDER/STEM.md`. A file of another folder gives `None` without a word; a name
    /// that is no identifier is reported.
    pub fn parse(file: &Arc<SourceFile>, sink: &mut Sink) -> Option<Self> {
        let mut steps = file.path().rsplit('/');
        let stem = steps.next()?.strip_suffix(".md")?;
        let folder = steps.next()?;
        let kind = EntityKind::from_folder(folder);
        if kind.is_none() && folder != "articles" {
            return None;
        }
        let slug = slug(file, stem, sink)?;
        let (mut table, body) = head(file, sink);
        let content = match kind {
            None => Self::Article(Box::new(article::parse(ArticleId::new(slug), &mut table, body, sink))),
            Some(kind) => {
                let id = EntityId::new(kind, slug).map_err(|error| {
                    let help = "name a country's file by its code, such as `content/countries/ec.md`";
                    sink.push(
                        Diagnostic::error("bad-file-name", error.to_string()).at(file, 0..0).help(help),
                    );
                });
                Self::Entity(Box::new(entity::parse(id.ok()?, &mut table, body, sink)))
            }
        };
        table.finish(Severity::Error, sink);
        Some(content)
    }

    /// The text of the file.
    pub fn print(&self) -> String {
        match self {
            Self::Article(article) => article::print(article),
            Self::Entity(entity) => entity::print(entity),
        }
    }

    /// The path of the file inside the content folder.
    pub fn path(&self) -> String {
        match self {
            Self::Article(article) => article.id.path(),
            Self::Entity(entity) => entity.id.path(),
        }
    }

    /// How the file was generated.
    pub fn generated(&self) -> Option<&Generated> {
        match self {
            Self::Article(article) => article.generated.as_ref(),
            Self::Entity(entity) => entity.generated.as_ref(),
        }
    }

    /// The same content with another account of how it was generated.
    pub fn with_generated(mut self, generated: Option<Generated>) -> Self {
        match &mut self {
            Self::Article(article) => article.generated = generated,
            Self::Entity(entity) => entity.generated = generated,
        }
        self
    }
}

fn slug(file: &Arc<SourceFile>, stem: &str, sink: &mut Sink) -> Option<Slug> {
    let error = match stem.parse() {
        Ok(slug) => return Some(slug),
        Err(error) => error,
    };
    let finding = Diagnostic::error("bad-file-name", crate::id::IdError::to_string(&error)).at(file, 0..0);
    let better =
        Slug::from_name(stem).map_or_else(String::new, |slug| format!("rename the file to `{slug}.md`"));
    sink.push(if better.is_empty() { finding } else { finding.help(better) });
    None
}

/// The front matter as a table, and the body without the blank lines around it.
fn head<'f>(file: &'f Arc<SourceFile>, sink: &mut Sink) -> (Table, &'f str) {
    let text = file.text();
    let Some(found) = FrontMatter::find(text) else {
        let message = "the file does not begin with front matter";
        let help = "begin it with `+++`, a `title` or `name`, and `+++`";
        sink.push(Diagnostic::error("no-front-matter", message).at(file, 0..0).help(help));
        return (Table::read(file, Span::default(), sink), text.trim());
    };
    if !found.closed {
        let message = "the front matter is not closed";
        sink.push(
            Diagnostic::error("open-front-matter", message).at(file, 0..3).help("end it with a line `+++`"),
        );
    }
    (Table::read(file, found.toml, sink), found.body.of(text).trim())
}

fn parse_generated(table: &mut Table, sink: &mut Sink) -> Option<Generated> {
    let mut table = table.table("generated", sink)?;
    let from = table.text("from", sink);
    let seed = table.text("seed", sink);
    let tagger = table.text("tagger", sink);
    let digest = table.text("digest", sink).unwrap_or_default();
    table.finish(Severity::Error, sink);
    Some(Generated { from, seed, tagger, digest })
}

fn print_generated(generated: Option<&Generated>, printer: &mut Printer) {
    if let Some(generated) = generated {
        printer.inline(
            "generated",
            &[
                ("from", generated.from.as_deref()),
                ("seed", generated.seed.as_deref()),
                ("tagger", generated.tagger.as_deref()),
                ("digest", Some(&generated.digest)),
            ],
        );
    }
}
