//! Standing decisions of a person: [`Corrections`], the file `content/corrections.toml`.
//!
//! This module reads the file. Applying the decisions, in the order of [`Decision`]'s variants, and reporting those that no
//! longer match anything is the work of whoever makes content.

use std::sync::Arc;

use diag::{Diagnostic, Severity, Sink, SourceFile, Span};

use crate::country::CountryCode;
use crate::id::{ArticleId, EntityId, EntityKind};
use crate::table::Table;

/// The decisions of a corrections file, in the order of the file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Corrections {
    /// Each with its place in the file.
    pub decisions: Vec<(Decision, Span)>,
    /// The file, to report decisions that no longer match anything.
    pub file: Option<Arc<SourceFile>>,
}

/// One decision. `name` is a name as printed in articles; `article` narrows a decision to one article.
#[derive(Debug, Clone, PartialEq)]
pub enum Decision {
    /// `[[drop]]`: the name is no name.
    Drop {
        /// As printed.
        name: String,
        /// Only there.
        article: Option<ArticleId>,
    },
    /// `[[retype]]`: the name is of another kind.
    Retype {
        /// As printed.
        name: String,
        /// What it is.
        kind: EntityKind,
        /// Only there.
        article: Option<ArticleId>,
    },
    /// `[[alias]]`: the name means this entity.
    Alias {
        /// As printed.
        name: String,
        /// Whom it means.
        entity: EntityId,
    },
    /// `[[split]]`: in these articles the name means this entity and no other.
    Split {
        /// As printed.
        name: String,
        /// Whom it means there.
        entity: EntityId,
        /// Where.
        articles: Vec<ArticleId>,
        /// Only in sentences that hold these words.
        near: Option<String>,
    },
    /// `[[merge]]`: these are one entity, which keeps the identifier `into`.
    Merge {
        /// What remains.
        into: EntityId,
        /// What becomes a redirect.
        from: Vec<EntityId>,
    },
    /// `[[never_merge]]`: these are never one entity.
    NeverMerge {
        /// Two or more.
        entities: Vec<EntityId>,
    },
    /// `[[rename]]`: the entity is shown under this name.
    Rename {
        /// Which.
        entity: EntityId,
        /// The name.
        name: String,
    },
    /// `[[country]]`: the entity belongs to this country.
    Country {
        /// Which.
        entity: EntityId,
        /// The country.
        country: CountryCode,
    },
    /// `[[speaker]]`: the quotation that begins with these words has this speaker, or none.
    Speaker {
        /// The first words between the quotation marks.
        quote: String,
        /// Who says it; none when nobody certain does.
        speaker: Option<EntityId>,
        /// Only there.
        article: Option<ArticleId>,
    },
}

impl Corrections {
    /// Reads a corrections file; what cannot be read is reported and left out.
    pub fn parse(file: &Arc<SourceFile>, sink: &mut Sink) -> Self {
        let mut table = Table::read(file, 0..file.text().len(), sink);
        let mut decisions = Vec::new();
        for (key, read) in READERS {
            for mut entry in table.tables(key, sink) {
                let decision = read(&mut entry, sink);
                decisions.extend(decision.map(|decision| (decision, entry.span())));
                entry.finish(Severity::Error, sink);
            }
        }
        table.finish(Severity::Error, sink);
        Self { decisions, file: Some(Arc::clone(file)) }
    }

    /// Reports that a decision matched nothing in this run.
    pub fn report_stale(&self, span: Span, help: impl Into<String>, sink: &mut Sink) {
        if let Some(file) = &self.file {
            let message = "this correction matches nothing any more";
            sink.push(Diagnostic::warning("stale-correction", message).at(file, span).help(help));
        }
    }
}

type Reader = fn(&mut Table, &mut Sink) -> Option<Decision>;

/// The tables of the file, in the order in which their decisions are applied.
const READERS: [(&str, Reader); 9] = [
    ("drop", |table, sink| {
        let article = table.parse("article", sink);
        Some(Decision::Drop { name: table.required("name", sink)?, article })
    }),
    ("retype", |table, sink| {
        let (article, name) = (table.parse("article", sink), table.required("name", sink));
        Some(Decision::Retype { kind: required(table, "kind", sink)?, name: name?, article })
    }),
    ("alias", |table, sink| {
        let name = table.required("name", sink);
        Some(Decision::Alias { entity: required(table, "entity", sink)?, name: name? })
    }),
    ("split", |table, sink| {
        let (articles, name) = (table.list("articles", sink), table.required("name", sink));
        let near = table.text("near", sink);
        Some(Decision::Split { entity: required(table, "entity", sink)?, name: name?, articles, near })
    }),
    ("merge", |table, sink| {
        let from = table.list("from", sink);
        Some(Decision::Merge { into: required(table, "into", sink)?, from })
    }),
    ("never_merge", |table, sink| Some(Decision::NeverMerge { entities: table.list("entities", sink) })),
    ("rename", |table, sink| {
        let name = table.required("name", sink);
        Some(Decision::Rename { entity: required(table, "entity", sink)?, name: name? })
    }),
    ("country", |table, sink| {
        let country = required(table, "country", sink);
        Some(Decision::Country { entity: required(table, "entity", sink)?, country: country? })
    }),
    ("speaker", |table, sink| {
        let (speaker, article) = (table.parse("speaker", sink), table.parse("article", sink));
        Some(Decision::Speaker { quote: table.required("quote", sink)?, speaker, article })
    }),
];

/// A word that must be there and must be a `T`.
fn required<T: std::str::FromStr<Err: std::fmt::Display>>(
    table: &mut Table,
    key: &'static str,
    sink: &mut Sink,
) -> Option<T> {
    if !table.has(key) {
        table.required(key, sink);
        return None;
    }
    table.parse(key, sink)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> (Vec<Decision>, Vec<(&'static str, usize)>) {
        let mut sink = Sink::default();
        let file = Arc::new(SourceFile::new("content/corrections.toml", text));
        let corrections = Corrections::parse(&file, &mut sink);
        let line = |d: &Diagnostic| d.location.as_ref().map_or(0, |l| l.position().line);
        let findings = sink.diagnostics().iter().map(|d| (d.code, line(d))).collect();
        (corrections.decisions.into_iter().map(|(decision, _)| decision).collect(), findings)
    }

    #[test]
    fn decisions_are_read_in_the_order_of_their_use() {
        let (decisions, findings) = parse(
            "# Why: one man, two spellings.\n[[merge]]\ninto = \"person/ann-lee\"\nfrom = [\"person/anne-lee\"]\n\
             [[drop]]\nname = \"Cup\"\n[[speaker]]\nquote = \"Never\"\n",
        );
        assert_eq!(findings, []);
        assert!(matches!(
            decisions[..],
            [Decision::Drop { .. }, Decision::Merge { .. }, Decision::Speaker { speaker: None, .. }]
        ));
    }

    #[test]
    fn mistakes_are_reported_and_the_rest_is_kept() {
        let (decisions, findings) = parse(
            "[[drop]]\n[[rename]]\nentity = \"ann\"\nname = \"Ann\"\n[[merg]]\nx = 1\n[[drop]]\nname = \"A\"\n",
        );
        assert_eq!(decisions.len(), 1);
        assert_eq!(findings, [("missing-key", 1), ("wrong-value", 3), ("unknown-key", 5)]);
    }
}
