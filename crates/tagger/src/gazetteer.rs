//! Sequences of words → the lists of names that hold them: countries, cities, given names, companies.

use crate::bytes::Bytes;
use crate::error::{Error, ErrorKind};
use crate::fingerprint::Fingerprints;
use crate::hash;

/// The bytes of a sequence: which lists (u16), how long sequences that begin with it can be (u8).
const ENTRY: usize = 3;
/// The bytes before the sequences: lists of common words, lists of places, how many combinations of lists.
const HEAD: usize = 18;

/// The lists. A set of lists is a mask, bit `n` for list `n`.
#[derive(Debug)]
pub(crate) struct Gazetteer {
    names: Fingerprints,
    masks: Vec<u64>,
    /// The lists whose entries are looked for in lower-case words: occupations, titles, months, demonyms.
    pub(crate) common: u64,
    /// The lists of countries, states and large cities.
    pub(crate) places: u64,
}

impl Gazetteer {
    pub(crate) fn read(bytes: Bytes) -> Result<Gazetteer, Error> {
        let wrong = || Error::new(ErrorKind::Shape, "the lists of names do not fit");
        let head = bytes.get(..HEAD).ok_or_else(wrong)?;
        let count = usize::from(u16::from_le_bytes([head[16], head[17]]));
        let end = HEAD + 8 * count;
        let masks =
            bytes.get(HEAD..end).ok_or_else(wrong)?.chunks_exact(8).map(|eight| u64_at(eight, 0)).collect();
        let (common, places) = (u64_at(head, 0), u64_at(head, 8));
        let names = Fingerprints::read(bytes.part(end..bytes.len()).ok_or_else(wrong)?)?;
        if names.rest().len() != ENTRY * names.len() {
            return Err(wrong());
        }
        Ok(Gazetteer { names, masks, common, places })
    }

    /// The lists that hold a sequence, and how many words the longest sequence has that begins with it. The second is known
    /// for sequences of one word only.
    pub(crate) fn find(&self, sequence: u64) -> Option<(u64, usize)> {
        let at = ENTRY * self.names.find(hash::mix(sequence))?;
        let entry = &self.names.rest()[at..at + ENTRY];
        let mask =
            self.masks.get(usize::from(u16::from_le_bytes([entry[0], entry[1]]))).copied().unwrap_or(0);
        Some((mask, usize::from(entry[2])))
    }
}

/// The hash of a sequence of lower-case words, from their hashes.
pub(crate) fn sequence(words: impl IntoIterator<Item = u64>) -> u64 {
    words.into_iter().reduce(hash::join).unwrap_or(hash::EMPTY)
}

/// Writes the section from sequences of lower-case words with the mask of their lists.
#[cfg(any(test, feature = "train"))]
pub(crate) fn write(
    names: &std::collections::BTreeMap<Vec<String>, u64>,
    common: u64,
    places: u64,
) -> Vec<u8> {
    use std::collections::{BTreeMap, BTreeSet};
    let mut entries: BTreeMap<u64, (u64, u8)> = BTreeMap::new();
    for (words, mask) in names {
        let hashes: Vec<u64> = words.iter().map(|word| hash::text(word)).collect();
        let print = |len: usize| Fingerprints::of(hash::mix(sequence(hashes[..len].iter().copied())));
        entries.entry(print(hashes.len())).or_default().0 |= mask;
        let reach = &mut entries.entry(print(1)).or_default().1;
        *reach = (*reach).max(hashes.len().min(255) as u8);
    }
    let masks: Vec<u64> =
        entries.values().map(|entry| entry.0).collect::<BTreeSet<_>>().into_iter().collect();
    let prints: Vec<u64> = entries.keys().copied().collect();
    let mut bytes = [common.to_le_bytes(), places.to_le_bytes()].concat();
    bytes.extend(u16::try_from(masks.len()).expect("few combinations of lists occur").to_le_bytes());
    bytes.extend(masks.iter().flat_map(|mask| mask.to_le_bytes()));
    bytes.extend(Fingerprints::write(&prints));
    for (mask, reach) in entries.values() {
        let number = masks.binary_search(mask).expect("every mask was collected") as u16;
        bytes.extend(number.to_le_bytes());
        bytes.push(*reach);
    }
    bytes
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    let mut eight = [0; 8];
    eight.copy_from_slice(&bytes[at..at + 8]);
    u64::from_le_bytes(eight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_are_found_with_their_lists() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let names = [("san jose", 1), ("san jose river bank", 2), ("lima", 5), ("san", 4)];
        let names = names.iter().map(|&(name, mask)| (words(name), mask)).collect();
        let gazetteer = Gazetteer::read(Bytes::loaded(&write(&names, 4, 1))).expect("it was just written");
        let find = |name: &str| gazetteer.find(sequence(words(name).iter().map(|word| hash::text(word))));
        assert_eq!((find("san"), find("lima")), (Some((4, 4)), Some((5, 1))));
        assert_eq!(find("san jose").map(|found| found.0), Some(1));
        assert_eq!((find("jose"), find("san jose river")), (None, None));
        assert_eq!((gazetteer.common, gazetteer.places), (4, 1));
    }
}
