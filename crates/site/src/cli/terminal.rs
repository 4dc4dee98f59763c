//! What a person reads: findings and plain lines on stderr, colored only on a terminal.

use anstream::{AutoStream, ColorChoice};
use diag::{Severity, Sink};

use super::Failure;
use super::args::Place;

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Terminal {
    quiet: bool,
    verbose: bool,
}

impl Terminal {
    /// As the arguments ask.
    pub(crate) fn new(place: &Place) -> Self {
        Self { quiet: place.quiet, verbose: place.verbose }
    }

    /// Whether more is to be said.
    pub(crate) fn is_verbose(self) -> bool {
        self.verbose
    }

    /// One plain line.
    pub(crate) fn say(self, line: &str) {
        if !self.quiet {
            anstream::eprintln!("{line}");
        }
    }

    /// Findings; with `-q` only errors.
    pub(crate) fn show(self, sink: &Sink) {
        let color = AutoStream::choice(&std::io::stderr()) != ColorChoice::Never;
        for finding in sink.diagnostics() {
            self.show_one(finding.severity, &diag::render(finding, color));
        }
    }

    /// A finding that has been drawn.
    pub(crate) fn show_one(self, severity: Severity, drawn: &str) {
        if !self.quiet || severity == Severity::Error {
            anstream::eprintln!("{drawn}\n");
        }
    }

    /// Why the command stops.
    pub(crate) fn fail(self, failure: &Failure) {
        anstream::eprintln!("error: {failure}");
    }
}

/// `1 warning`, `3 warnings`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
