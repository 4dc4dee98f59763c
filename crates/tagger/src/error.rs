//! Why a weight file cannot be used.

use std::fmt;

/// What is wrong with a weight file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// It is not a weight file of a tagger.
    Magic,
    /// Its format is older or newer than this library.
    Version,
    /// Its bytes have changed since it was written.
    Checksum,
    /// A part of it is missing or does not fit the others.
    Shape,
}

/// A weight file that cannot be used.
#[derive(Debug, Clone)]
pub struct Error {
    kind: ErrorKind,
    message: String,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Error {
        Error { kind, message: message.into() }
    }

    /// What is wrong, for a program.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot use the weights of the tagger: {}", self.message)
    }
}

impl std::error::Error for Error {}
