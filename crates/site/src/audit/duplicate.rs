//! Articles → pairs whose texts are nearly the same: a story sent twice, or taken from one agency by two papers.
//!
//! A text is the set of its runs of [`RUN`] words. The smallest digests of the set stand for it (Broder, *On the resemblance and
//! containment of documents*, 1997); only articles that share one of them are compared in full, so the work grows with the
//! number of articles and not with that of their pairs.

use std::collections::{BTreeMap, BTreeSet};

use crate::library::Story;

/// How many words make a run; eight are hardly ever shared by chance.
const RUN: usize = 8;

/// How many digests stand for a text.
const SKETCH: usize = 32;

/// The share of the shorter text's runs, in percent, from which two articles are one.
const SAME: usize = 60;

/// How many articles may share a digest before it is taken for boilerplate, such as a paper's closing line.
const BOILERPLATE: usize = 20;

/// The pairs, each the later identifier first, with the share of its runs in percent.
pub(super) fn find<'l>(stories: impl Iterator<Item = &'l Story>) -> Vec<(&'l Story, &'l Story, usize)> {
    let texts: Vec<(&Story, BTreeSet<u64>)> = stories.map(|story| (story, runs(&story.body.plain))).collect();
    let mut holders = BTreeMap::<u64, Vec<usize>>::new();
    for (at, (_, runs)) in texts.iter().enumerate() {
        for &run in runs.iter().take(SKETCH) {
            holders.entry(run).or_default().push(at);
        }
    }
    let shared = holders.values().filter(|at| at.len() <= BOILERPLATE);
    let pairs: BTreeSet<(usize, usize)> = shared
        .flat_map(|at| at.iter().flat_map(|&b| at.iter().map(move |&a| (a, b))))
        .filter(|(a, b)| a < b)
        .collect();
    let share = |(a, b): (usize, usize)| {
        let (a, b) = (&texts[a].1, &texts[b].1);
        a.intersection(b).count() * 100 / a.len().min(b.len()).max(1)
    };
    let close = pairs.into_iter().map(|pair| (pair, share(pair))).filter(|(_, share)| *share >= SAME);
    close.map(|((a, b), share)| (texts[b].0, texts[a].0, share)).collect()
}

/// The digests of a text's runs of words, without case and marks.
fn runs(text: &str) -> BTreeSet<u64> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.windows(RUN).map(digest).collect()
}

/// FNV-1a, the same on every machine.
fn digest(words: &[String]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in words.iter().flat_map(|word| word.bytes().chain([b' '])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    // FNV keeps the low bits of short inputs alike; this spreads them, because the smallest digests are taken.
    hash ^= hash >> 32;
    hash.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
