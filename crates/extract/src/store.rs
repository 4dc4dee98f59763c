//! The only module that touches the disk: seeds and the content folder are read, content files are written.
//!
//! Nothing a person wrote is ever lost. A generated file carries the digest of itself as generated; a file that no longer
//! matches it has been edited and is kept. A file is written beside its place and renamed, after a last look that nobody
//! changed what it replaces, so that a killed process leaves the old file or the new one. One run at a time holds the lock.

mod disk;
mod digest;
mod stamp;
mod state;
mod cache;
mod seeds;
mod present;
mod reading;
mod lists;
mod merge;
mod plan;
mod write;
mod run;

use std::io;
use std::path::{Path, PathBuf};

pub use lists::with_lists;
pub use plan::{Action, Report, Why};
pub use run::{Options, run};

/// Why a run could not be done.
#[derive(Debug)]
pub struct Error {
    path: PathBuf,
    cause: io::Error,
}

/// Why an attempt came to nothing.
enum Failure {
    Disk(Error),
    /// Something is not as an earlier run knew it; without that knowledge it goes.
    Stale,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Disk(error)
    }
}

impl Error {
    fn new(path: &Path, cause: io::Error) -> Self {
        Self { path: path.to_owned(), cause }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "cannot read or write `{}`", self.path.display())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}

#[cfg(test)]
mod tests;
