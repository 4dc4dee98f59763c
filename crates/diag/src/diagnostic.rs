//! What is wrong, where, and what to do about it.

use std::sync::Arc;

use crate::source::{Position, SourceFile};
use crate::span::Span;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something a person asked for cannot be done; the command ends with code 1.
    Error,
    /// Something is done otherwise than a person may have meant.
    Warning,
    /// Worth knowing; nothing is wrong.
    Note,
}

impl Severity {
    /// The word shown before the message.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The byte range in it.
    pub span: Span,
}

impl Location {
    /// The line and column where the range begins.
    pub fn position(&self) -> Position {
        self.file.position(self.span.start)
    }
}

/// One finding: a code, a message in lower case without a full stop, a place, and a way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// A kebab word listed in `docs/diagnostics.md`.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong; values stand in backticks.
    pub message: String,
    /// Where it is wrong, when it is in a file.
    pub location: Option<Location>,
    /// What was expected, or what to do.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A finding that ends the command with code 1.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, severity: Severity::Error, message: message.into(), location: None, help: None }
    }

    /// A finding that is shown and does not fail the command.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// A remark.
    pub fn note(code: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Note, ..Self::error(code, message) }
    }

    /// Names the place.
    pub fn at(self, file: &Arc<SourceFile>, span: impl Into<Span>) -> Self {
        Self { location: Some(Location { file: Arc::clone(file), span: span.into() }), ..self }
    }

    /// Says what was expected or what to do.
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}
