//! The bearers of one name → [`Clusters`]: they are one, unless what is said of them tells two apart.

use std::collections::BTreeMap;

use crate::registry::candidate::Corpus;
use crate::registry::correction::Rules;
use crate::registry::evidence::Evidence;

/// What a full name is worth by itself.
pub(super) const NAME: i32 = 100;

/// Above this many different bearers a name is nobody's to sort out.
const MOST_ATOMS: usize = 80;

/// Candidates by who they are.
#[derive(Debug, Default)]
pub(crate) struct Clusters {
    /// Each a list of candidates, ascending.
    pub(crate) groups: Vec<Vec<usize>>,
    /// Those of whom it cannot be told who they are.
    pub(crate) undecided: Vec<usize>,
}

/// The bearers of one name. Where nothing speaks against it they are one.
pub(super) fn by_evidence<'r>(
    block: &[usize],
    corpus: &Corpus<'r>,
    rules: &Rules,
    of: fn(usize, &Corpus<'r>) -> Evidence<'r>,
) -> Clusters {
    let evidences: Vec<Evidence<'r>> =
        block.iter().map(|&at| Evidence { claims: corpus.claims(at, rules), ..of(at, corpus) }).collect();
    let mut all = Evidence { claims: evidences[0].claims.clone(), ..Evidence::default() };
    let one = evidences.iter().all(|evidence| {
        let agrees = all.agrees(evidence);
        all.absorb(evidence);
        agrees
    });
    if one {
        return Clusters { groups: vec![block.to_vec()], undecided: Vec::new() };
    }
    let (atoms, rest) = atoms(block, evidences, corpus);
    if atoms.len() > MOST_ATOMS {
        return Clusters { groups: vec![block.to_vec()], undecided: Vec::new() };
    }
    let parts = agglomerate(atoms, corpus);
    attach(parts, rest, corpus)
}

/// Candidates of one name, and what is known of them together.
type Part<'r> = (Vec<usize>, Evidence<'r>);

/// Candidates of which the same is known, and those of which nothing is.
fn atoms<'r>(
    block: &[usize],
    evidences: Vec<Evidence<'r>>,
    corpus: &Corpus<'r>,
) -> (Vec<Part<'r>>, Vec<Part<'r>>) {
    let mut atoms: BTreeMap<_, Part<'r>> = BTreeMap::new();
    let mut rest = Vec::new();
    // The country of an office tells best who somebody is, then the trade, and gender where there is nothing else.
    let placed = |e: &Evidence<'_>| !e.countries.is_empty() || !e.claims.is_empty();
    let trade = |e: &Evidence<'_>| e.fields != 0;
    let gender = |e: &Evidence<'_>| e.male || e.female;
    let signs: [&dyn Fn(&Evidence<'_>) -> bool; 3] = [&placed, &trade, &gender];
    let Some(known) = signs.into_iter().find(|sign| evidences.iter().any(sign)) else {
        return (Vec::new(), Vec::new());
    };
    for (&at, mut evidence) in block.iter().zip(evidences) {
        evidence.look_around(at, corpus);
        if known(&evidence) {
            let countries: Vec<_> = evidence.countries.iter().copied().collect();
            let claims: Vec<_> = evidence.claims.iter().cloned().collect();
            let signature = (countries, evidence.fields, evidence.male, evidence.female, claims);
            let atom = atoms.entry(signature).or_default();
            atom.0.push(at);
            if atom.0.len() == 1 {
                atom.1 = evidence;
            } else {
                atom.1.absorb(&evidence);
            }
        } else {
            rest.push((vec![at], evidence));
        }
    }
    (atoms.into_values().collect(), rest)
}

/// Joins the two that have most in common until none have enough.
fn agglomerate<'r>(mut parts: Vec<Part<'r>>, corpus: &Corpus<'r>) -> Vec<Part<'r>> {
    let score = |a: &Part<'r>, b: &Part<'r>| a.1.score(&b.1, corpus);
    let mut scores: Vec<Vec<i32>> =
        parts.iter().enumerate().map(|(at, a)| parts[..at].iter().map(|b| score(a, b)).collect()).collect();
    loop {
        let pairs = scores
            .iter()
            .enumerate()
            .flat_map(|(a, row)| row.iter().enumerate().map(move |(b, s)| (*s, a, b)));
        let best = pairs.max_by_key(|&(score, a, b)| (score, std::cmp::Reverse((a, b))));
        let Some((_, a, b)) = best.filter(|(score, ..)| score + NAME > 0) else { return parts };
        let (members, evidence) = parts.remove(a);
        scores.remove(a);
        scores.iter_mut().skip(a).for_each(|row| {
            row.remove(a);
        });
        parts[b].0.extend(members);
        parts[b].1.absorb(&evidence);
        for at in 0..parts.len() {
            let (high, low) = (at.max(b), at.min(b));
            if high != low {
                scores[high][low] = score(&parts[high], &parts[low]);
            }
        }
    }
}

/// Gives each of which little is known to the one that it has most in common with.
fn attach<'r>(mut parts: Vec<Part<'r>>, rest: Vec<Part<'r>>, corpus: &Corpus<'r>) -> Clusters {
    let mut undecided = Vec::new();
    let fixed: Vec<Evidence<'r>> = parts.iter().map(|part| part.1.clone()).collect();
    let mut others: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    for (members, evidence) in rest {
        let scores = fixed.iter().map(|part| part.score(&evidence, corpus)).enumerate();
        let possible: Vec<_> = scores.filter(|(_, score)| score + NAME > 0).collect();
        if possible.is_empty() && evidence.fields != 0 {
            // Another trade than everybody's: somebody else of the name.
            others.entry(evidence.fields).or_default().extend(members);
            continue;
        }
        match clear(possible.into_iter(), fixed.len() == 1) {
            Some(at) => parts[at].0.extend(members),
            None => undecided.extend(members),
        }
    }
    let groups = parts.into_iter().map(|part| part.0).chain(others.into_values());
    Clusters { groups: groups.collect(), undecided }
}

/// The best of several, when it is the only possible one or clearly better than the next.
pub(super) fn clear(scores: impl Iterator<Item = (usize, i32)>, alone: bool) -> Option<usize> {
    let mut ranked: Vec<(i32, usize)> = scores.map(|(at, score)| (score, at)).collect();
    ranked.sort_unstable_by_key(|(score, _)| std::cmp::Reverse(*score));
    match ranked[..] {
        [] => None,
        [(_, at)] if alone => Some(at),
        [(score, at)] => (score >= 60).then_some(at),
        [(first, at), (second, _), ..] => (first >= 60 && first >= 2 * second.max(0)).then_some(at),
    }
}
