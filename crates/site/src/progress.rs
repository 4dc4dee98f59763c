//! [`Progress`]: what a build tells of itself while it is at work. Clocks and terminals belong to whoever listens.

use std::fmt;

/// A part of the work, in the order in which they come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Seeds become content files.
    Extract,
    /// Content files are read.
    Read,
    /// Their texts are parsed.
    Parse,
    /// What names what is found out, and each page gets its address.
    Link,
    /// Pages are drawn.
    Draw,
    /// Feeds, tables, the index of names and the full text are made.
    Export,
    /// The finished pages are read, and their links followed.
    Check,
    /// What changed is written to the disk.
    Write,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Extract => "extracting",
            Self::Read => "reading",
            Self::Parse => "parsing",
            Self::Link => "linking",
            Self::Draw => "drawing",
            Self::Export => "exporting",
            Self::Check => "checking",
            Self::Write => "writing",
        })
    }
}

/// Who is told how far a build is.
pub trait Progress: Sync {
    /// A stage begins, and ends that before it. It has this many steps; 0 when that is not known or there is but one.
    fn begin(&self, stage: Stage, steps: usize);

    /// Does a step of the stage, such as the drawing of the page at this path. Steps may be done side by side.
    fn step(&self, path: &str, work: &mut dyn FnMut());
}

/// Nobody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: Stage, _: usize) {}

    fn step(&self, _: &str, work: &mut dyn FnMut()) {
        work();
    }
}
