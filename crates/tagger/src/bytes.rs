//! Bytes that are shared, not copied: a weight file and its parts.

use std::ops::{Deref, Range};
use std::sync::Arc;

/// A part of a weight file.
#[derive(Debug, Clone)]
pub(crate) struct Bytes {
    source: Source,
    range: Range<usize>,
}

#[derive(Debug, Clone)]
enum Source {
    BuiltIn(&'static [u8]),
    Loaded(Arc<[u8]>),
}

impl Bytes {
    /// Bytes of the program itself.
    pub(crate) fn built_in(bytes: &'static [u8]) -> Bytes {
        Bytes { source: Source::BuiltIn(bytes), range: 0..bytes.len() }
    }

    /// Bytes that were read.
    pub(crate) fn loaded(bytes: &[u8]) -> Bytes {
        Bytes { source: Source::Loaded(bytes.into()), range: 0..bytes.len() }
    }

    /// A part of them; `None` when it reaches beyond the end.
    pub(crate) fn part(&self, range: Range<usize>) -> Option<Bytes> {
        let fits = range.start <= range.end && range.end <= self.len();
        let start = self.range.start;
        fits.then(|| Bytes { source: self.source.clone(), range: start + range.start..start + range.end })
    }
}

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match &self.source {
            Source::BuiltIn(bytes) => &bytes[self.range.clone()],
            Source::Loaded(bytes) => &bytes[self.range.clone()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_parts_stay_inside() {
        let bytes = Bytes::loaded(b"0123456789");
        let part = bytes.part(2..8).expect("it fits");
        assert_eq!(part.part(1..3).as_deref(), Some(&b"34"[..]));
        assert!(part.part(1..7).is_none() && part.part(0..6).is_some());
    }
}
