//! Words → what large text collections know of them: clusters, how often they are written in which case.

use crate::bytes::Bytes;
use crate::error::{Error, ErrorKind};
use crate::fingerprint::Fingerprints;
use crate::hash;
use crate::shape;

/// The bytes of a row of k-means clusters: of 128 (u8), of 512 and of 2,048 (u16 each).
const ROW: usize = 5;
/// The bytes of a word: row (u16), Brown cluster and case (u16), frequency (u8).
const ENTRY: usize = 5;
/// No row; rows are fewer.
#[cfg(any(test, feature = "train"))]
pub(crate) const NO_ROW: u16 = u16::MAX;
/// The bits of a Brown cluster's number; 0 stands for none.
const BROWN_BITS: u32 = 10;
/// The frequency of words that the table does not hold.
pub(crate) const UNSEEN: u8 = 21;

/// The clusters of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Clusters {
    /// The word vector that it shares with its nearest neighbors, and that vector's cluster of 128, of 512, of 2,048.
    pub(crate) kmeans: Option<[u16; 4]>,
    /// Its Brown cluster as a path of 18 bits, the first branch in the lowest bit.
    pub(crate) brown: Option<u32>,
}

/// How a word is usually written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Casing {
    /// 0 for a word that the table does not hold; else 5 plus the logarithm of the ratio of `word` to `Word`, between -4 and 4;
    /// 9 more when `WORD` is more frequent than both.
    pub(crate) ratio: u8,
    /// The negative logarithm of the probability of the lower-case form, 20 at most, or [`UNSEEN`].
    pub(crate) frequency: u8,
}

/// The table of words.
#[derive(Debug)]
pub(crate) struct Table {
    words: Fingerprints,
    clusters: Bytes,
    rows: usize,
}

impl Table {
    pub(crate) fn read(words: Bytes, clusters: Bytes) -> Result<Table, Error> {
        let words = Fingerprints::read(words)?;
        let rows = clusters.get(..2).map_or(0, |two| usize::from(u16_at(two, 0)));
        let wrong = |what| Error::new(ErrorKind::Shape, format!("the {what} of the word table do not fit"));
        if words.rest().len() != ENTRY * words.len() {
            return Err(wrong("entries"));
        }
        if clusters.len() < 2 + ROW * rows || !(clusters.len() - 2 - ROW * rows).is_multiple_of(4) {
            return Err(wrong("clusters"));
        }
        Ok(Table { words, clusters, rows })
    }

    /// The clusters of a word: as written, else in lower case, else with a capital.
    pub(crate) fn clusters(&self, word: &str, lower: &str) -> Clusters {
        let mut found = Clusters::default();
        let mut take = |form: &str| {
            if let Some(entry) = self.entry(form) {
                found.kmeans = found.kmeans.or_else(|| self.kmeans(u16_at(entry, 0)));
                found.brown = found.brown.or_else(|| self.brown(u16_at(entry, 2)));
            }
            found.kmeans.is_some() && found.brown.is_some()
        };
        let _ = take(word) || word != lower && take(lower) || take(&shape::title(lower));
        found
    }

    /// How a word, given in lower case, is usually written.
    pub(crate) fn casing(&self, lower: &str) -> Casing {
        let unseen = Casing { ratio: 0, frequency: UNSEEN };
        self.entry(lower).map_or(unseen, |entry| Casing {
            ratio: (u16_at(entry, 2) >> BROWN_BITS) as u8,
            frequency: entry[4],
        })
    }

    fn entry(&self, form: &str) -> Option<&[u8]> {
        let at = self.words.find(hash::mix(hash::text(form)))?;
        Some(&self.words.rest()[ENTRY * at..ENTRY * (at + 1)])
    }

    fn kmeans(&self, row: u16) -> Option<[u16; 4]> {
        let start = 2 + ROW * usize::from(row);
        let at = (usize::from(row) < self.rows).then(|| &self.clusters[start..start + ROW])?;
        Some([row, u16::from(at[0]), u16_at(at, 1), u16_at(at, 3)])
    }

    fn brown(&self, packed: u16) -> Option<u32> {
        let number = usize::from(packed & ((1 << BROWN_BITS) - 1)).checked_sub(1)?;
        let start = 2 + ROW * self.rows + 4 * number;
        let four = self.clusters.get(start..start + 4)?;
        four.try_into().ok().map(u32::from_le_bytes)
    }
}

/// A word of the table in the making.
#[cfg(any(test, feature = "train"))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) row: u16,
    /// The number of its Brown cluster, from 1; 0 for none.
    pub(crate) brown: u16,
    pub(crate) casing: Casing,
}

/// Writes the section of the words; of two words with one fingerprint the first is kept.
#[cfg(any(test, feature = "train"))]
pub(crate) fn write<'a>(entries: impl IntoIterator<Item = (&'a str, Entry)>) -> Vec<u8> {
    let mut sorted = std::collections::BTreeMap::new();
    for (word, entry) in entries {
        sorted.entry(Fingerprints::of(hash::mix(hash::text(word)))).or_insert(entry);
    }
    let prints: Vec<u64> = sorted.keys().copied().collect();
    let mut bytes = Fingerprints::write(&prints);
    for entry in sorted.values() {
        let packed = entry.brown | u16::from(entry.casing.ratio) << BROWN_BITS;
        bytes.extend([entry.row.to_le_bytes(), packed.to_le_bytes()].concat());
        bytes.push(entry.casing.frequency);
    }
    bytes
}

/// Writes the section of the clusters: for each row its clusters of 128, 512 and 2,048, then the paths of the Brown clusters.
#[cfg(any(test, feature = "train"))]
pub(crate) fn write_clusters(rows: &[[u16; 3]], brown: &[u32]) -> Vec<u8> {
    let mut bytes = (rows.len() as u16).to_le_bytes().to_vec();
    for [of_128, of_512, of_2048] in rows {
        bytes.push(*of_128 as u8);
        bytes.extend([of_512.to_le_bytes(), of_2048.to_le_bytes()].concat());
    }
    bytes.extend(brown.iter().flat_map(|path| path.to_le_bytes()));
    bytes
}

/// A table without words, for tests.
#[cfg(test)]
pub(crate) fn empty() -> Table {
    Table::read(Bytes::loaded(&write([])), Bytes::loaded(&write_clusters(&[], &[]))).expect("it fits")
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Table {
        let casing = |ratio, frequency| Casing { ratio, frequency };
        let words = write([
            ("Lima", Entry { row: 1, brown: 2, casing: casing(0, UNSEEN) }),
            ("lima", Entry { row: NO_ROW, brown: 0, casing: casing(1, 17) }),
            ("bread", Entry { row: 0, brown: 0, casing: casing(9, 10) }),
        ]);
        Table::read(
            Bytes::loaded(&words),
            Bytes::loaded(&write_clusters(&[[7, 300, 2000], [8, 9, 10]], &[5, 262_140])),
        )
        .expect("it fits")
    }

    #[test]
    fn each_form_of_a_word_is_asked_in_turn() {
        let table = sample();
        let lima = Clusters { kmeans: Some([1, 8, 9, 10]), brown: Some(262_140) };
        assert_eq!(
            [table.clusters("Lima", "lima"), table.clusters("LIMA", "lima"), table.clusters("lima", "lima")],
            [lima; 3]
        );
        assert_eq!(
            table.clusters("Bread", "bread"),
            Clusters { kmeans: Some([0, 7, 300, 2000]), brown: None }
        );
        assert_eq!(table.clusters("Quito", "quito"), Clusters::default());
    }

    #[test]
    fn casing_is_that_of_the_lower_case_form() {
        let table = sample();
        assert_eq!(table.casing("lima"), Casing { ratio: 1, frequency: 17 });
        assert_eq!(table.casing("quito"), Casing { ratio: 0, frequency: UNSEEN });
    }
}
