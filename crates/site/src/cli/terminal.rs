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

    /// Whether only what is wrong is said.
    pub(crate) fn is_quiet(self) -> bool {
        self.quiet
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
        // A line of its own says what to do.
        let lines: Vec<_> =
            failure.to_string().lines().map(|line| diag::printable(line).into_owned()).collect();
        anstream::eprintln!("error: {}", lines.join("\n"));
    }
}

/// `1 warning`, `3,000 warnings`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { many })
}

/// `12,345`.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
