//! The sentences of a document → packs: as many in a row as the network reads at once, so that each is read in its context.

use std::ops::Range;

use super::network::LENGTH;

/// A stretch of a sentence: the number of the sentence, and which of its words.
pub(super) type Stretch = (usize, Range<usize>);

/// How many pieces there is room for beside the two at the edges.
const ROOM: usize = LENGTH - 2;

/// The packs of a document, from the number of pieces of each word of each sentence.
pub(super) fn pack(sizes: &[Vec<usize>]) -> Vec<Vec<Stretch>> {
    let (mut packs, mut pack, mut used) = (Vec::new(), Vec::new(), 0);
    for (sentence, sizes) in sizes.iter().enumerate() {
        for words in stretches(sizes) {
            let size: usize = sizes[words.clone()].iter().sum();
            if used + size > ROOM {
                packs.push(std::mem::take(&mut pack));
                used = 0;
            }
            used += size;
            pack.push((sentence, words));
        }
    }
    packs.push(pack);
    packs.retain(|pack| !pack.is_empty());
    packs
}

/// A sentence as one stretch, or as several when it is too long for a pack.
fn stretches(sizes: &[usize]) -> Vec<Range<usize>> {
    let (mut found, mut start, mut used) = (Vec::new(), 0, 0);
    for (word, &size) in sizes.iter().enumerate() {
        if used + size > ROOM {
            found.push(start..word);
            (start, used) = (word, 0);
        }
        used += size;
    }
    found.push(start..sizes.len());
    found.retain(|words| !words.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_share_a_pack_while_there_is_room() {
        let found = pack(&[vec![1; 60], vec![], vec![2; 33], vec![1], vec![3; 50]]);
        assert_eq!(
            found,
            [vec![(0, 0..60), (2, 0..33)], vec![(3, 0..1)], vec![(4, 0..42)], vec![(4, 42..50)]]
        );
        assert!(pack(&[]).is_empty() && pack(&[vec![]]).is_empty());
    }
}
