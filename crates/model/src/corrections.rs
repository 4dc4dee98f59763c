//! Standing decisions of a person: [`Corrections`], the file `content/corrections.toml`.
//!
//! This module reads the file and reports decisions that cannot all hold. Applying the decisions, in the order of
//! [`Decision`]'s variants, and reporting those that no longer match anything is the work of whoever makes content.

mod contradiction;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use diag::{Diagnostic, Severity, Sink, SourceFile, Span};

use crate::country::CountryCode;
use crate::id::{ArticleId, EntityId, EntityKind};
use crate::table::Table;

/// The decisions of a corrections file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Corrections {
    /// Each with its place in the file, in the order in which they are applied: table by table, in a table the narrower first,
    /// of equals the first in the file. Of several that fit, the first holds.
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
        decisions.sort_by_key(|(decision, _)| order(decision));
        let corrections = Self { decisions, file: Some(Arc::clone(file)) };
        corrections.report_contradictions(file, sink);
        corrections
    }

    /// For each entity that a `[[merge]]` takes away the index of the decision, and what it becomes, which may be taken away
    /// by another one. Following the steps never leads in a circle.
    pub fn merges(&self) -> BTreeMap<EntityId, (usize, EntityId)> {
        contradiction::merges(self.decisions.iter().map(|(decision, _)| decision)).0
    }

    /// The indices of the decisions that have no effect because another one says otherwise, or the same.
    pub fn overruled(&self) -> BTreeSet<usize> {
        self.contradictions().into_iter().map(|found| found.at).collect()
    }

    fn contradictions(&self) -> Vec<contradiction::Contradiction> {
        contradiction::find(&self.decisions.iter().map(|(decision, _)| decision).collect::<Vec<_>>())
    }

    fn report_contradictions(&self, file: &Arc<SourceFile>, sink: &mut Sink) {
        for found in self.contradictions() {
            let ((decision, span), (other, there)) = (&self.decisions[found.at], &self.decisions[found.with]);
            let position = file.position(there.start);
            let place = format!("{}:{}:{}", file.path(), position.line, position.column);
            let (here, other) = (decision.table(), other.table());
            let finding = match found.why {
                Some(why) => {
                    let message =
                        format!("this `[[{here}]]` contradicts the `[[{other}]]` at {place}: {why}");
                    let help = "remove one of the two; as long as both stand, the other one holds";
                    Diagnostic::warning("contradicting-correction", message).help(help)
                }
                None => {
                    let message =
                        format!("this `[[{here}]]` says nothing that the one at {place} does not say");
                    Diagnostic::warning("repeated-correction", message).help("remove one of the two")
                }
            };
            sink.push(finding.at(file, *span));
        }
    }

    /// Reports that a decision matched nothing in this run.
    pub fn report_stale(&self, span: Span, help: impl Into<String>, sink: &mut Sink) {
        if let Some(file) = &self.file {
            let message = "this correction matches nothing any more";
            sink.push(Diagnostic::warning("stale-correction", message).at(file, span).help(help));
        }
    }
}

impl Decision {
    /// The table of the file that holds such decisions.
    pub fn table(&self) -> &'static str {
        READERS[order(self).0].0
    }
}

/// Where a decision stands among the others: its table, and in that whether it is about all articles, about whole names.
fn order(decision: &Decision) -> (usize, bool, Reverse<usize>) {
    match decision {
        Decision::Drop { .. } => (0, false, Reverse(0)),
        Decision::Retype { article, .. } => (1, article.is_none(), Reverse(0)),
        Decision::Alias { .. } => (2, false, Reverse(0)),
        Decision::Split { near, .. } => (3, near.is_none(), Reverse(0)),
        Decision::Merge { .. } => (4, false, Reverse(0)),
        Decision::NeverMerge { .. } => (5, false, Reverse(0)),
        Decision::Rename { .. } => (6, false, Reverse(0)),
        Decision::Country { .. } => (7, false, Reverse(0)),
        Decision::Speaker { quote, article, .. } => (8, article.is_none(), Reverse(quote.len())),
    }
}

type Reader = fn(&mut Table, &mut Sink) -> Option<Decision>;

/// The tables of the file, in the order in which their decisions are applied, which [`order`] knows by number.
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
mod tests;
