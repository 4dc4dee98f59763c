//! Where findings are collected while the work goes on.

use crate::diagnostic::{Diagnostic, Severity};

/// The findings of one run, in the order in which they were reported.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sink {
    diagnostics: Vec<Diagnostic>,
}

impl Sink {
    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Adds all findings of another sink after the present ones.
    pub fn append(&mut self, other: Self) {
        self.diagnostics.extend(other.diagnostics);
    }

    /// Keeps only the findings for which `keep` is true.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.diagnostics.retain(keep);
    }

    /// The findings so far.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Whether one of them is an error.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// How many there are of one severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|d| d.severity == severity).count()
    }

    /// Sorts by file, place and code, so that the list does not depend on the order of work, and drops repetitions.
    pub fn sort(&mut self) {
        self.diagnostics.sort_by_cached_key(|d| {
            let place = d.location.as_ref().map(|l| (l.file.path().to_owned(), l.span));
            (place, d.severity, d.code, d.message.clone())
        });
        self.diagnostics.dedup();
    }
}
