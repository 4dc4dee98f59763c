//! A word → its pieces: the longest that the vocabulary of the encoder holds, from the left.
//!
//! Letters are read in lower case and without accents, marks one at a time.

use crate::hash::HashedMap;

/// The number of the piece that stands for what the vocabulary cannot spell.
const UNKNOWN: u16 = 1;
/// The numbers of the pieces before and after a pack.
#[cfg(feature = "accurate")]
pub(crate) const EDGES: [u16; 2] = [2, 3];

/// How many pieces of a word count; only addresses and the like have more.
const MOST: usize = 12;

/// The vocabulary.
#[derive(Debug)]
pub struct Pieces {
    /// Pieces at the head of a word.
    heads: HashedMap<Box<str>, u16>,
    /// Pieces that go on.
    tails: HashedMap<Box<str>, u16>,
}

impl Pieces {
    /// Reads a vocabulary, a piece a line; `##` before those that go on.
    pub fn read(text: &str) -> Pieces {
        let (mut heads, mut tails) = (HashedMap::default(), HashedMap::default());
        for (line, number) in text.lines().zip(0..) {
            match line.strip_prefix("##") {
                Some(tail) => tails.insert(tail.into(), number),
                None => heads.insert(line.into(), number),
            };
        }
        Pieces { heads, tails }
    }

    /// The pieces of a word, at least one.
    pub fn cut(&self, word: &str) -> Vec<u16> {
        let plain = deunicode::deunicode(word).to_ascii_lowercase();
        let mut pieces = Vec::new();
        let mut rest = plain.as_str();
        while let Some(first) = rest.chars().next() {
            let len =
                rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len()).max(first.len_utf8());
            if !first.is_whitespace() {
                self.cut_run(&rest[..len], &mut pieces);
            }
            rest = &rest[len..];
        }
        if pieces.is_empty() {
            pieces.push(UNKNOWN);
        }
        pieces.truncate(MOST);
        pieces
    }

    fn cut_run(&self, run: &str, pieces: &mut Vec<u16>) {
        let begin = pieces.len();
        let mut start = 0;
        while start < run.len() {
            let known = if start == 0 { &self.heads } else { &self.tails };
            let ends = (start + 1..=run.len()).rev().filter(|&end| run.is_char_boundary(end));
            let found = ends.filter_map(|end| Some((end, *known.get(&run[start..end])?))).next();
            let Some((end, piece)) = found else {
                pieces.truncate(begin);
                pieces.push(UNKNOWN);
                return;
            };
            pieces.push(piece);
            start = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_pieces_count() {
        let pieces = Pieces::read("[PAD]\n[UNK]\n[CLS]\n[SEP]\nok\n##el\n##ello\n##l\n.\nu\ns\n##lo\n\"");
        let cases: [(&str, &[u16]); 6] = [
            ("Okello", &[4, 6]),
            ("OKÉLLO", &[4, 6]),
            ("okellolo", &[4, 6, 11]),
            ("U.S.", &[9, 8, 10, 8]),
            ("“", &[12]),
            ("Zug", &[UNKNOWN]),
        ];
        for (word, expected) in cases {
            assert_eq!(pieces.cut(word), expected, "{word}");
        }
        assert_eq!((pieces.cut("").len(), pieces.cut(&"u.".repeat(99)).len()), (1, MOST));
    }
}
