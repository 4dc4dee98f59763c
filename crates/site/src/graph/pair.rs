//! Sentences that name two → [`Pair`]s: who stands together often enough for a page of their own.

use std::collections::BTreeMap;

use model::EntityId;

use super::{Proposition, named};
use crate::library::{Profile, Story};

/// Two that stand together in sentences.
#[derive(Debug)]
pub(crate) struct Pair<'l> {
    /// The one whose identifier comes first.
    pub(crate) a: &'l EntityId,
    /// The other.
    pub(crate) b: &'l EntityId,
    /// The sentences that name both, oldest article first, undated ones last.
    pub(crate) sentences: Vec<(&'l Story, usize)>,
    /// Which of the graph's propositions are about both.
    pub(crate) propositions: Vec<usize>,
}

/// The pairs that share `least` sentences, by the name of their page.
pub(super) fn find<'l>(
    profiles: &[&'l Profile],
    oldest: impl Iterator<Item = &'l Story>,
    propositions: &[Proposition<'l>],
    least: usize,
) -> BTreeMap<String, Pair<'l>> {
    let mut shared: Vec<(usize, usize, &'l Story, usize)> = Vec::new();
    for story in oldest {
        for sentence in 0..story.body.sentences.len() {
            let mut names: Vec<usize> = named(story, sentence).collect();
            names.sort_unstable();
            for (at, a) in names.iter().enumerate() {
                shared.extend(names[at + 1..].iter().map(|b| (*a, *b, story, sentence)));
            }
        }
    }
    // The sentences of a pair stay in their order.
    shared.sort_by_key(|&(a, b, ..)| (a, b));
    let pair = |found: &[(usize, usize, &'l Story, usize)]| {
        let [a, b] = [found[0].0, found[0].1].map(|number| &profiles[number].entity.id);
        let sentences = found.iter().map(|&(.., story, sentence)| (story, sentence)).collect();
        ((a, b), Pair { a, b, sentences, propositions: Vec::new() })
    };
    let often = shared.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)).filter(|found| found.len() >= least.max(1));
    let mut pairs: BTreeMap<(&EntityId, &EntityId), Pair<'l>> = often.map(pair).collect();
    for (at, proposition) in propositions.iter().enumerate() {
        let (a, b) = (proposition.subject, proposition.object);
        if let Some(pair) = pairs.get_mut(&(a.min(b), a.max(b))) {
            pair.propositions.push(at);
        }
    }
    name(pairs.into_values())
}

/// `a--b`; with the kinds where the slugs alone would name two pairs.
fn name<'l>(pairs: impl Iterator<Item = Pair<'l>>) -> BTreeMap<String, Pair<'l>> {
    let mut short: BTreeMap<String, Vec<Pair<'l>>> = BTreeMap::new();
    for pair in pairs {
        short.entry(format!("{}--{}", pair.a.slug(), pair.b.slug())).or_default().push(pair);
    }
    let mut named = BTreeMap::new();
    for (name, mut same) in short {
        if same.len() == 1 {
            named.extend(same.pop().map(|pair| (name, pair)));
            continue;
        }
        // Three double hyphens: no two slugs alone give that.
        named.extend(same.into_iter().map(|pair| (full(&pair), pair)));
    }
    named
}

fn full(pair: &Pair<'_>) -> String {
    [pair.a, pair.b].map(|id| format!("{}--{}", id.kind(), id.slug())).join("--")
}
