//! A sorted set of 40-bit fingerprints of texts: the place of a text in the set, without the texts themselves.
//!
//! A text that is not in the set is taken for one that is in 1 of 2^40 / n look-ups (n = 400,000: 1 of 2.7 million).
//! Bytes: for each value of the highest 16 bits how many have it (u8), then the next 16 bits of each (u16), then the
//! lowest 8 bits of each.

use crate::bytes::Bytes;
use crate::error::{Error, ErrorKind};

const BUCKETS: usize = 1 << 16;

/// The set. What it is asked for are spread hashes ([`crate::hash::mix`]).
#[derive(Debug)]
pub(crate) struct Fingerprints {
    bytes: Bytes,
    /// Where each bucket begins, and the end of the last.
    starts: Vec<u32>,
}

impl Fingerprints {
    /// Reads a set from the head of a section; the rest of the section is the caller's.
    pub(crate) fn read(bytes: Bytes) -> Result<Fingerprints, Error> {
        let short = || Error::new(ErrorKind::Shape, "a set of words is cut off");
        let counts = bytes.get(..BUCKETS).ok_or_else(short)?;
        let mut starts = Vec::with_capacity(BUCKETS + 1);
        let mut total = 0u32;
        starts.push(0);
        for &count in counts {
            total += u32::from(count);
            starts.push(total);
        }
        if bytes.len() < BUCKETS + 3 * total as usize {
            return Err(short());
        }
        Ok(Fingerprints { bytes, starts })
    }

    /// How many texts are in the set.
    pub(crate) fn len(&self) -> usize {
        self.starts[BUCKETS] as usize
    }

    /// The bytes after the set.
    pub(crate) fn rest(&self) -> &[u8] {
        &self.bytes[BUCKETS + 3 * self.len()..]
    }

    /// The place of a text among the sorted fingerprints.
    pub(crate) fn find(&self, hash: u64) -> Option<usize> {
        let bucket = (hash >> 48) as usize;
        let (start, end) = (self.starts[bucket] as usize, self.starts[bucket + 1] as usize);
        let [high, low] = [(hash >> 40) as u8, (hash >> 32) as u8];
        let last = (hash >> 24) as u8;
        let middles = &self.bytes[BUCKETS + 2 * start..BUCKETS + 2 * end];
        let lows = BUCKETS + 2 * self.len();
        let mut pairs = middles.chunks_exact(2).enumerate();
        pairs
            .find(|(i, pair)| **pair == [low, high] && self.bytes[lows + start + i] == last)
            .map(|(i, _)| start + i)
    }

    /// The bits of a hash that count.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn of(hash: u64) -> u64 {
        hash >> 24
    }

    /// Writes a set of sorted, different fingerprints.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn write(sorted: &[u64]) -> Vec<u8> {
        let mut bytes = vec![0u8; BUCKETS];
        for fingerprint in sorted {
            let bucket = &mut bytes[(fingerprint >> 24) as usize];
            *bucket = bucket.checked_add(1).expect("65,536 buckets hold fewer than 256 words each");
        }
        bytes.extend(sorted.iter().flat_map(|fingerprint| ((fingerprint >> 8) as u16).to_le_bytes()));
        bytes.extend(sorted.iter().map(|fingerprint| *fingerprint as u8));
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash;

    #[test]
    fn every_word_is_found_at_its_place_and_no_other() {
        let hashes: Vec<u64> = (0..5000u64).map(|i| hash::mix(hash::text(&format!("word{i}")))).collect();
        let mut sorted: Vec<u64> = hashes.iter().map(|&h| Fingerprints::of(h)).collect();
        sorted.sort_unstable();
        let mut bytes = Fingerprints::write(&sorted);
        bytes.push(7);
        let set = Fingerprints::read(Bytes::loaded(&bytes)).expect("it was just written");
        assert_eq!((set.len(), set.rest()), (5000, &[7u8][..]));
        for hash in hashes {
            assert_eq!(set.find(hash), sorted.binary_search(&Fingerprints::of(hash)).ok());
        }
        assert_eq!(set.find(hash::mix(hash::text("other"))), None);
    }

    #[test]
    fn a_cut_set_is_refused() {
        let mut bytes = Fingerprints::write(&[1 << 30, 2 << 30]);
        bytes.pop();
        assert_eq!(
            Fingerprints::read(Bytes::loaded(&bytes)).map(|set| set.len()).map_err(|e| e.kind()),
            Err(ErrorKind::Shape)
        );
    }
}
