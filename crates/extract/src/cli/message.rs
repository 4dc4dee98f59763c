//! What is said to the user, on stderr; colors only on a terminal.
#![allow(clippy::print_stderr, reason = "the command's own messages")]

use std::error::Error;
use std::process::ExitCode;

use diag::Sink;

/// Shows every finding; whether one of them is an error.
pub(super) fn show(sink: &Sink) -> bool {
    for diagnostic in sink.diagnostics() {
        anstream::eprintln!("{}", diag::render(diagnostic, true));
    }
    sink.has_errors()
}

/// Shows why a command could not do its work.
pub(super) fn failure(error: &dyn Error) -> ExitCode {
    anstream::eprintln!("error: {error}");
    let mut cause = error.source();
    while let Some(error) = cause {
        anstream::eprintln!("  caused by: {error}");
        cause = error.source();
    }
    ExitCode::FAILURE
}

/// One line about what has been done.
pub(super) fn note(line: &str) {
    anstream::eprintln!("{line}");
}
