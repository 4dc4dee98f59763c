//! A range of numbers in eight bytes.

use std::ops::Range;

/// A half-open range, `start..end`; what is beyond 4 GiB is cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Stretch {
    start: u32,
    end: u32,
}

impl Stretch {
    /// Its first number.
    pub(crate) fn start(self) -> usize {
        self.start as usize
    }

    /// The number after its last.
    pub(crate) fn end(self) -> usize {
        self.end as usize
    }

    /// How many numbers are in it.
    pub(crate) fn len(self) -> usize {
        self.end().saturating_sub(self.start())
    }

    /// The same as the language has it.
    pub(crate) fn range(self) -> Range<usize> {
        self.start()..self.end()
    }
}

impl From<Range<usize>> for Stretch {
    fn from(range: Range<usize>) -> Self {
        let [start, end] = [range.start, range.end].map(|at| u32::try_from(at).unwrap_or(u32::MAX));
        Self { start, end }
    }
}
