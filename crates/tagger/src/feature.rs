//! A sentence of a document → the keys of the features that need more than one word.
//!
//! What a word alone gives is in [`crate::word`], what name lists give in [`crate::mark`].

use std::ops::Range;

use crate::document::Document;
use crate::hash;
use crate::mark;
use crate::word::Word;
use crate::word::template::{self, at};

/// Which share of a sentence's words is in capitals when the whole of it counts as such, in percent.
const ALL_CAPITALS: usize = 70;

/// How many other places of a word are looked at.
const ELSEWHERE: usize = 6;

/// Gives each key with the words of the sentence that have the feature.
pub(crate) fn each(document: &Document, sentence: usize, mut give: impl FnMut(Range<usize>, u32)) {
    let tokens = document.sentence(sentence);
    edges(tokens.len(), &mut give);
    pairs(document, tokens, &mut give);
    if is_upper(document, tokens) {
        give(0..tokens.len(), hash::key(template::SENTENCE, 0));
    }
    if !tokens.is_empty() {
        give(0..1, hash::key(template::SENTENCE, 1));
    }
    let mut place = 0;
    while place < tokens.len() {
        if document.word(tokens[place]).shape.capital {
            let end = mark::run(document, tokens, place).1;
            capitals(document, tokens, place..end, &mut give);
            (place..end).for_each(|i| elsewhere(document, (sentence, i), &mut give));
            run(document, tokens, place..end, &mut give);
            place = end;
        } else {
            place += 1;
        }
    }
}

/// The places beyond the sentence that its first and last two words see.
fn edges(len: usize, give: &mut impl FnMut(Range<usize>, u32)) {
    for distance in 1..=2 {
        let near = distance.min(len);
        give(0..near, hash::key(at(template::EDGE, -(distance as i32)), 0));
        give(len - near..len, hash::key(at(template::EDGE, distance as i32), 0));
    }
}

fn pairs(document: &Document, tokens: &[u32], give: &mut impl FnMut(Range<usize>, u32)) {
    for (i, two) in tokens.windows(2).enumerate() {
        let [left, right] = [document.word(two[0]), document.word(two[1])];
        let words = hash::join(left.lower, right.lower);
        let outlines = hash::join(left.shape.outline, right.shape.outline);
        give(i..i + 1, hash::key(at(template::PAIR, 1), words));
        give(i + 1..i + 2, hash::key(at(template::PAIR, -1), words));
        give(i..i + 1, hash::key(at(template::OUTLINE_PAIR, 1), outlines));
        give(i + 1..i + 2, hash::key(at(template::OUTLINE_PAIR, -1), outlines));
    }
}

fn is_upper(document: &Document, tokens: &[u32]) -> bool {
    let words = tokens.iter().map(|&token| document.word(token)).filter(|word| word.shape.letter);
    let (upper, all) =
        words.fold((0, 0), |(upper, all), word| (upper + usize::from(word.shape.upper), all + 1));
    upper * 100 > all * ALL_CAPITALS
}

/// What a capital says, by the place in the sentence and by how the rest of the document writes the word.
fn capitals(
    document: &Document,
    tokens: &[u32],
    run: Range<usize>,
    give: &mut impl FnMut(Range<usize>, u32),
) {
    for i in run {
        let word = document.word(tokens[i]);
        let first = u64::from(i == 0);
        give(i..i + 1, hash::key(template::CAPITAL_RATIO, first << 8 | u64::from(word.casing.ratio)));
        if i > 0 {
            give(i..i + 1, hash::key(template::SENTENCE, 2));
        }
        let usage = document.usage(tokens[i]);
        if usage.lower {
            give(i..i + 1, hash::key(template::DOCUMENT, 0));
        }
        let here = u32::from(i > 0 && !document.word(tokens[i - 1]).shape.opens);
        give(i..i + 1, hash::key(template::DOCUMENT, 1 + u64::from(usage.inside > here)));
    }
}

/// What stands around an unbroken run of capitalized words, at its head and at its end; and the place in it.
fn run(document: &Document, tokens: &[u32], run: Range<usize>, give: &mut impl FnMut(Range<usize>, u32)) {
    let len = run.len().min(5) as u64;
    for (place, i) in run.clone().enumerate() {
        give(i..i + 1, hash::key(template::RUN, len << 8 | place.min(3) as u64));
    }
    let word = |i: usize| tokens.get(i).map(|&token| document.word(token));
    let before = run.start.checked_sub(1).and_then(word);
    let around = [before, word(run.end), word(run.start), word(run.end - 1)];
    for (slot, word) in around.into_iter().enumerate() {
        let slot = slot as i32;
        let lower = word.map_or(0, |word| word.lower);
        give(run.clone(), hash::key(at(template::RUN_WORD, slot), lower));
        let [_, small, middle, _] = word.map_or([u16::MAX; 4], kmeans);
        give(run.clone(), hash::key(at(template::RUN_CLUSTER, slot), u64::from(small)));
        give(run.clone(), hash::key(at(template::RUN_CLUSTER, slot), 1 << 16 | u64::from(middle)));
    }
}

/// What stands around a capitalized word in the other sentences that have it: `Okello` alone is a person because `Gen. Paul Okello`
/// stood before. Clusters of words say more here than the words.
fn elsewhere(document: &Document, here: (usize, usize), give: &mut impl FnMut(Range<usize>, u32)) {
    let (sentence, i) = here;
    let number = document.sentence(sentence)[i];
    let mut keys = Vec::new();
    for (other, place) in document.places(number).filter(|&place| place != here).take(ELSEWHERE) {
        let tokens = document.sentence(other);
        let (start, end) = mark::run(document, tokens, place);
        let long = end - start > 1;
        let around =
            [start.checked_sub(1), Some(end), Some(start).filter(|_| long), Some(end - 1).filter(|_| long)];
        for (slot, word) in around.into_iter().enumerate() {
            if let Some(&token) = word.and_then(|i| tokens.get(i)) {
                let [_, small, middle, _] = kmeans(document.word(token));
                keys.push(hash::key(at(template::ELSEWHERE, slot as i32), u64::from(small)));
                keys.push(hash::key(at(template::ELSEWHERE, slot as i32), 1 << 16 | u64::from(middle)));
            }
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter().for_each(|key| give(i..i + 1, key));
}

fn kmeans(word: &Word) -> [u16; 4] {
    word.clusters.kmeans.unwrap_or([u16::MAX - 1; 4])
}
