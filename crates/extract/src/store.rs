//! The only module that touches the disk: seeds and the content folder are read, content files are written.
//!
//! Nothing a person wrote is ever lost. A generated file carries the digest of itself as generated; a file that no longer
//! matches it has been edited and is kept. Files are written beside their place and renamed, so that a killed process
//! leaves the old file or the new one.

mod digest;
mod plan;
mod disk;

pub use disk::{Error, Options, run};
pub use plan::{Action, Report};
