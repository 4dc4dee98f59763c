//! A word alone → its properties, and the keys of the features that need nothing else.
//!
//! A word gives other features to its own label than to those of its neighbors: [`Word::keys`] takes the distance.

use crate::hash;
use crate::shape::{self, Shape};
use crate::table::{Casing, Clusters, Table};

/// The templates of features. The distance of the word that a feature is about goes into the key as well ([`at`]).
pub(crate) mod template {
    pub(crate) const BIAS: u32 = 1;
    pub(crate) const EXACT: u32 = 2;
    pub(crate) const LOWER: u32 = 3;
    pub(crate) const OUTLINE: u32 = 4;
    pub(crate) const PREFIX: u32 = 5;
    pub(crate) const SUFFIX: u32 = 6;
    pub(crate) const ROW: u32 = 7;
    pub(crate) const KMEANS: u32 = 8;
    pub(crate) const BROWN: u32 = 9;
    pub(crate) const RATIO: u32 = 10;
    pub(crate) const FREQUENCY: u32 = 11;
    pub(crate) const CAPITAL_RATIO: u32 = 12;
    pub(crate) const EDGE: u32 = 13;
    pub(crate) const PAIR: u32 = 14;
    pub(crate) const OUTLINE_PAIR: u32 = 15;
    pub(crate) const SENTENCE: u32 = 16;
    pub(crate) const DOCUMENT: u32 = 17;
    pub(crate) const RUN: u32 = 18;
    pub(crate) const RUN_WORD: u32 = 19;
    pub(crate) const RUN_CLUSTER: u32 = 20;
    pub(crate) const NAME: u32 = 21;
    pub(crate) const ELSEWHERE: u32 = 22;

    /// A template for a word at a distance between -3 and 3.
    pub(crate) const fn at(template: u32, distance: i32) -> u32 {
        template | ((distance + 4) as u32) << 8
    }
}

use template::at;

/// How many characters of a word's head and tail are features.
const AFFIX: usize = 4;
/// How many bits of the path of a Brown cluster are features.
const BROWN_PREFIXES: [u32; 6] = [4, 6, 8, 10, 12, 16];

/// What is known of a word wherever it stands.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    /// The hash of the word as written.
    pub(crate) exact: u64,
    /// The hash of its lower-case form.
    pub(crate) lower: u64,
    pub(crate) shape: Shape,
    pub(crate) casing: Casing,
    pub(crate) clusters: Clusters,
    /// Whether it has two characters or more.
    pub(crate) long: bool,
}

impl Word {
    /// Looks a word up; `lower` is its lower-case form.
    pub(crate) fn read(word: &str, lower: &str, table: &Table) -> Word {
        Word {
            exact: hash::text(word),
            lower: hash::text(lower),
            shape: shape::read(word),
            casing: table.casing(lower),
            clusters: table.clusters(word, lower),
            long: word.chars().nth(1).is_some(),
        }
    }

    /// Gives the keys of the features that the word is for the label of the word `distance` before it: 0 for its own label, -1
    /// for that of the word after it. `lower` is its lower-case form.
    pub(crate) fn keys(&self, lower: &str, distance: i32, give: &mut impl FnMut(u32)) {
        give(hash::key(at(template::LOWER, distance), self.lower));
        give(hash::key(at(template::OUTLINE, distance), self.shape.outline));
        if distance.abs() > 1 {
            return;
        }
        self.cluster_keys(distance, give);
        if distance == 0 {
            self.own_keys(lower, give);
        } else if self.shape.capital {
            give(hash::key(at(template::RATIO, distance), u64::from(self.casing.ratio)));
        }
    }

    fn own_keys(&self, lower: &str, give: &mut impl FnMut(u32)) {
        give(hash::key(template::BIAS, 0));
        give(hash::key(template::EXACT, self.exact));
        affixes(lower, give);
        if self.shape.letter {
            give(hash::key(at(template::RATIO, 0), u64::from(self.casing.ratio)));
            give(hash::key(template::FREQUENCY, u64::from(self.casing.frequency)));
        }
    }

    fn cluster_keys(&self, distance: i32, give: &mut impl FnMut(u32)) {
        match self.clusters.kmeans {
            Some([row, clusters @ ..]) => {
                give(hash::key(at(template::ROW, distance), u64::from(row)));
                for (i, cluster) in clusters.into_iter().enumerate() {
                    give(hash::key(at(template::KMEANS, distance), (i as u64) << 16 | u64::from(cluster)));
                }
            }
            None => give(hash::key(at(template::KMEANS, distance), u64::MAX)),
        }
        if let Some(path) = self.clusters.brown {
            for bits in BROWN_PREFIXES {
                let prefix = path & ((1 << bits) - 1);
                give(hash::key(at(template::BROWN, distance), u64::from(bits) << 32 | u64::from(prefix)));
            }
        }
    }
}

/// Heads and tails of one to four characters, of words that are longer.
fn affixes(lower: &str, give: &mut impl FnMut(u32)) {
    let starts = lower.char_indices().map(|(i, _)| i).skip(1).take(AFFIX);
    for (len, end) in starts.enumerate() {
        give(hash::key(at(template::PREFIX, len as i32), hash::text(&lower[..end])));
    }
    let ends = lower.char_indices().rev().map(|(i, _)| i).take_while(|&i| i > 0).take(AFFIX);
    for (len, start) in ends.enumerate() {
        give(hash::key(at(template::SUFFIX, len as i32), hash::text(&lower[start..])));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(lower: &str) -> usize {
        let mut count = 0;
        affixes(lower, &mut |_| count += 1);
        count
    }

    #[test]
    fn affixes_are_shorter_than_the_word() {
        assert_eq!(
            [count(""), count("a"), count("of"), count("lima"), count("ōsaka"), count("washington")],
            [0, 0, 2, 6, 8, 8]
        );
    }
}
