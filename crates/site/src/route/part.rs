//! The weights of a list's entries → its parts, each short enough for one page.

use std::ops::Range;

/// How many entries of a list with a paragraph or more to each, and of one with a line to each, stand on a page.
pub(super) const ROWS: usize = 50;
pub(super) const LINES: usize = 200;

/// How much of a list stands on a page, in bytes of HTML, as far as it can be told before it is drawn. With the frame and the
/// heading that stays below the 60 KB that a page may weigh.
const PAGE: usize = 44_000;

/// Cuts a list into parts of at most `most` entries that are not too heavy for one page. A list without entries has no part.
pub(super) fn split(weights: &[usize], most: usize) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut heavy = 0;
    for (at, weight) in weights.iter().enumerate() {
        match parts.last_mut() {
            Some(part) if part.len() < most && heavy + weight <= PAGE => {
                part.end = at + 1;
                heavy += weight;
            }
            _ => {
                parts.push(at..at + 1);
                heavy = *weight;
            }
        }
    }
    parts
}

/// The list in one part.
pub(super) fn whole(weights: &[usize]) -> Vec<Range<usize>> {
    std::iter::once(0..weights.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_neither_too_long_nor_too_heavy_and_none_is_empty() {
        assert_eq!(split(&[1; 5], 2), [0..2, 2..4, 4..5]);
        assert_eq!(split(&[20_000, 20_000, 20_000, 90_000, 1], 50), [0..2, 2..3, 3..4, 4..5]);
        assert!(split(&[], 50).is_empty());
    }
}
