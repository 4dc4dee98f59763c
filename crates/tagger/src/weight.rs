//! Keys of features → what each adds to the score of each label.

use crate::error::{Error, ErrorKind};

/// How many labels there are: outside, and begin and inside of three kinds.
pub(crate) const LABELS: usize = 7;

/// A number for each label.
pub(crate) type Row = [i16; LABELS];

/// The scores of a model, as integers of one scale, so that every machine decides alike.
#[derive(Debug)]
pub(crate) struct Weights {
    /// An open hash table; its length is a power of two.
    slots: Vec<Slot>,
    /// From the label of a word to that of the next.
    pub(crate) transitions: [Row; LABELS],
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    key: u32,
    row: [i8; LABELS],
    used: bool,
}

/// The bytes of the transitions and of the number of features, at the head of the section.
const HEAD: usize = 2 * LABELS * LABELS + 4;

impl Weights {
    /// Reads transitions (i16), number of features (u32), their keys (u32), for each a bit set of the labels it speaks
    /// for (u8), and the weights of these (i8).
    pub(crate) fn read(bytes: &[u8]) -> Result<Weights, Error> {
        let wrong = || Error::new(ErrorKind::Shape, "the weights are cut off");
        let head = bytes.get(..HEAD).ok_or_else(wrong)?;
        let mut transitions = [[0; LABELS]; LABELS];
        for (cell, two) in transitions.iter_mut().flatten().zip(head.chunks_exact(2)) {
            *cell = i16::from_le_bytes([two[0], two[1]]);
        }
        let count =
            u32::from_le_bytes([head[HEAD - 4], head[HEAD - 3], head[HEAD - 2], head[HEAD - 1]]) as usize;
        let keys = bytes.get(HEAD..HEAD + 4 * count).ok_or_else(wrong)?;
        let sets = bytes.get(HEAD + 4 * count..HEAD + 5 * count).ok_or_else(wrong)?;
        let mut values = bytes[HEAD + 5 * count..].iter();
        let mut slots = vec![Slot::default(); (2 * count).next_power_of_two().max(2)];
        for (key, set) in keys.chunks_exact(4).zip(sets) {
            let mut slot = Slot {
                key: u32::from_le_bytes([key[0], key[1], key[2], key[3]]),
                row: [0; LABELS],
                used: true,
            };
            for (label, cell) in slot.row.iter_mut().enumerate() {
                if set >> label & 1 == 1 {
                    *cell = *values.next().ok_or_else(wrong)? as i8;
                }
            }
            insert(&mut slots, slot);
        }
        Ok(Weights { slots, transitions })
    }

    /// Adds the weights of a feature to a row.
    pub(crate) fn add(&self, key: u32, row: &mut Row) {
        if let Some(weights) = self.find(key) {
            for (sum, &weight) in row.iter_mut().zip(weights) {
                *sum += i16::from(weight);
            }
        }
    }

    fn find(&self, key: u32) -> Option<&[i8; LABELS]> {
        let mut at = key as usize & (self.slots.len() - 1);
        while self.slots[at].used {
            if self.slots[at].key == key {
                return Some(&self.slots[at].row);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        None
    }
}

fn insert(slots: &mut [Slot], slot: Slot) {
    let mut at = slot.key as usize & (slots.len() - 1);
    while slots[at].used {
        at = (at + 1) & (slots.len() - 1);
    }
    slots[at] = slot;
}

/// Writes the section.
#[cfg(any(test, feature = "train"))]
pub(crate) fn write(
    features: &std::collections::BTreeMap<u32, [i8; LABELS]>,
    transitions: &[Row; LABELS],
) -> Vec<u8> {
    let mut bytes: Vec<u8> = transitions.iter().flatten().flat_map(|cell| cell.to_le_bytes()).collect();
    bytes.extend((features.len() as u32).to_le_bytes());
    bytes.extend(features.keys().flat_map(|key| key.to_le_bytes()));
    let set =
        |row: &[i8; LABELS]| row.iter().rev().fold(0u8, |set, &weight| set << 1 | u8::from(weight != 0));
    bytes.extend(features.values().map(set));
    bytes.extend(features.values().flatten().filter(|&&weight| weight != 0).map(|&weight| weight as u8));
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let rows =
            [(3, [0, 1, -2, 0, 0, 0, 127]), (1 << 31 | 3, [-128; LABELS]), (77, [0, 0, 0, 0, 0, 0, 1])];
        let mut transitions = [[0; LABELS]; LABELS];
        transitions[2][1] = -300;
        let bytes = write(&rows.into_iter().collect(), &transitions);
        let weights = Weights::read(&bytes).expect("it was just written");
        let mut sum = [1; LABELS];
        for (key, _) in rows {
            weights.add(key, &mut sum);
        }
        weights.add(4, &mut sum);
        assert_eq!(sum, [-127, -126, -129, -127, -127, -127, 1]);
        assert_eq!(weights.transitions, transitions);
        assert_eq!(
            Weights::read(&bytes[..bytes.len() - 1]).map_err(|error| error.kind()).err(),
            Some(ErrorKind::Shape)
        );
    }
}
