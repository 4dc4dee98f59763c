//! Chains: MUC and B³ over mentions at the same place, and B³ over the mentions that both have.

use std::collections::BTreeMap;

use model::Document;

use super::gold::{self, Gold};
use super::score::{Score, Scores};
use super::span::Span;

pub(super) fn score(annotated: &Gold, found: &Document, scores: &mut Scores) {
    let Some(wanted) = &annotated.chains else { return };
    let given = gold::chains(found);
    let (recall, precision) = (links(wanted, &given), links(&given, wanted));
    scores.count(
        "chains: MUC",
        Score { right: precision.0, found: precision.1, hit: recall.0, gold: recall.1 },
    );
    let (recall, precision) = (shares(wanted, &given), shares(&given, wanted));
    scores
        .count("chains: B3", Score { right: precision.0, found: precision.1, hit: recall.0, gold: recall.1 });
    let (wanted, given) = (within(wanted, &given), within(&given, wanted));
    let (recall, precision) = (shares(&wanted, &given), shares(&given, &wanted));
    let score = Score { right: precision.0, found: precision.1, hit: recall.0, gold: recall.1 };
    scores.count("chains: B3 of found mentions", score);
}

/// The chain in which each mention stands.
fn index(chains: &[Vec<Span>]) -> BTreeMap<Span, usize> {
    chains.iter().enumerate().flat_map(|(at, chain)| chain.iter().map(move |span| (*span, at))).collect()
}

/// MUC (Vilain et al. 1995): how many links of `key` hold in `other`, of how many.
fn links(key: &[Vec<Span>], other: &[Vec<Span>]) -> (f64, f64) {
    let place = index(other);
    key.iter().fold((0.0, 0.0), |(kept, all), chain| {
        let missing = chain.iter().filter(|span| !place.contains_key(span)).count();
        let parts: std::collections::BTreeSet<usize> =
            chain.iter().filter_map(|span| place.get(span).copied()).collect();
        (kept + float(chain.len() - (parts.len() + missing)), all + float(chain.len() - 1))
    })
}

/// B³ (Bagga and Baldwin 1998): over the mentions of `key`, the share of their chain that `other` holds together.
fn shares(key: &[Vec<Span>], other: &[Vec<Span>]) -> (f64, f64) {
    let place = index(other);
    key.iter().fold((0.0, 0.0), |(sum, all), chain| {
        let together: f64 = chain
            .iter()
            .filter_map(|span| place.get(span))
            .map(|at| {
                float(chain.iter().filter(|span| other[*at].contains(span)).count()) / float(chain.len())
            })
            .sum();
        (sum + together, all + float(chain.len()))
    })
}

/// The chains of `chains` with only the mentions that `other` has too.
fn within(chains: &[Vec<Span>], other: &[Vec<Span>]) -> Vec<Vec<Span>> {
    let place = index(other);
    let known =
        chains.iter().map(|chain| chain.iter().copied().filter(|span| place.contains_key(span)).collect());
    known.filter(|chain: &Vec<Span>| !chain.is_empty()).collect()
}

fn float(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
