//! The readers that are tried: [`TARGETS`].

use crate::{oracle, start};

/// A reader, what is checked on it, and the inputs to begin with.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name, which is that of its binary too.
    pub name: &'static str,
    run: fn(&[u8]),
    start: fn() -> Vec<Vec<u8>>,
    /// How many inputs the short run makes; together they take seconds, not minutes.
    pub short: usize,
}

/// All of them.
pub const TARGETS: &[Target] = &[
    Target { name: "seed", run: oracle::seed, start: start::seeds, short: 250 },
    Target { name: "annotate", run: oracle::annotate, start: start::texts, short: 250 },
    Target { name: "front_matter", run: oracle::front_matter, start: start::content, short: 20_000 },
    Target { name: "content", run: oracle::content, start: start::content, short: 2_000 },
    Target { name: "markdown", run: oracle::markdown, start: start::bodies, short: 60 },
    Target { name: "config", run: oracle::config, start: start::settings, short: 5_000 },
    Target { name: "corrections", run: oracle::corrections, start: start::corrections, short: 5_000 },
    Target { name: "edtf", run: oracle::edtf, start: start::dates, short: 50_000 },
];

impl Target {
    /// The target of this name.
    ///
    /// # Panics
    ///
    /// There is none.
    pub fn named(name: &str) -> &'static Self {
        TARGETS
            .iter()
            .find(|target| target.name == name)
            .unwrap_or_else(|| panic!("there is no target `{name}`"))
    }

    /// Gives the reader these bytes.
    ///
    /// # Panics
    ///
    /// A promise of the reader does not hold.
    pub fn run(&self, bytes: &[u8]) {
        (self.run)(bytes);
    }

    /// The inputs to begin with.
    pub fn start(&self) -> Vec<Vec<u8>> {
        (self.start)()
    }
}
