//! Candidates → [`Clusters`]: which of them are one. Equal full names are, unless what is said of them tells two apart; a
//! lone surname goes to somebody only where more than itself points there. What cannot be decided is left open.
//!
//! The order of the articles has no part in it: candidates are taken in the order of their names and of what is known of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use model::EntityKind;

use crate::registry::body;
use crate::registry::candidate::{Corpus, Key, NameIx};
use crate::registry::correction::Rules;
use crate::registry::evidence::Evidence;
use crate::registry::lone;
use crate::registry::name;

/// What a full name is worth by itself.
const NAME: i32 = 100;

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

/// Sorts all candidates.
pub(crate) fn join(corpus: &Corpus<'_>, rules: &Rules) -> Clusters {
    let mut blocks: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (at, candidate) in corpus.candidates.iter().enumerate() {
        blocks.entry(candidate.key).or_default().push(at);
    }
    let mut clusters = Clusters::default();
    let mut people: Vec<(NameIx, Vec<usize>)> = Vec::new();
    let mut lone: Vec<(NameIx, Vec<usize>)> = Vec::new();
    for (key, block) in blocks {
        match key {
            Key::Name(EntityKind::Person, name) if !corpus.names[name as usize].contains(' ') => {
                lone.push((name, block));
            }
            Key::Name(EntityKind::Person, name) => {
                let parted = part(&block, corpus, rules, Evidence::of);
                people.extend(parted.groups.into_iter().map(|group| (name, group)));
                clusters.undecided.extend(parted.undecided);
            }
            Key::Name(EntityKind::Group, _) if block.iter().all(|&at| corpus.candidates[at].is_open) => {
                clusters.undecided.extend(block);
            }
            Key::Name(EntityKind::Group, name)
                if body::is_anybodys(&corpus.names[name as usize], &block, corpus) =>
            {
                let parted = part(&block, corpus, rules, body::evidence);
                clusters.groups.extend(parted.groups);
                clusters.undecided.extend(parted.undecided);
            }
            _ => clusters.groups.push(block),
        }
    }
    let people = shorten(people, corpus, rules, &mut clusters.undecided);
    let settled = lone::settle(lone, people, corpus, rules);
    clusters.groups.extend(settled.groups);
    clusters.undecided.extend(settled.undecided);
    clusters.groups.iter_mut().for_each(|group| group.sort_unstable());
    clusters.undecided.sort_unstable();
    clusters
}

/// The bearers of one name. Where nothing speaks against it they are one.
fn part<'r>(
    block: &[usize],
    corpus: &Corpus<'r>,
    rules: &Rules,
    of: fn(usize, &Corpus<'r>) -> Evidence<'r>,
) -> Clusters {
    let evidences: Vec<Evidence<'r>> = block
        .iter()
        .map(|&at| Evidence { claims: rules.claims(&corpus.candidates[at]), ..of(at, corpus) })
        .collect();
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
pub(crate) type Part<'r> = (Vec<usize>, Evidence<'r>);

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
pub(crate) fn agglomerate<'r>(mut parts: Vec<Part<'r>>, corpus: &Corpus<'r>) -> Vec<Part<'r>> {
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
fn clear(scores: impl Iterator<Item = (usize, i32)>, alone: bool) -> Option<usize> {
    let mut ranked: Vec<(i32, usize)> = scores.map(|(at, score)| (score, at)).collect();
    ranked.sort_unstable_by_key(|(score, _)| std::cmp::Reverse(*score));
    match ranked[..] {
        [] => None,
        [(_, at)] if alone => Some(at),
        [(score, at)] => (score >= 60).then_some(at),
        [(first, at), (second, _), ..] => (first >= 60 && first >= 2 * second.max(0)).then_some(at),
    }
}

/// Joins people whose name is a shorter form of another's: `Nicolás Maduro` and `Nicolás Maduro Moros`.
fn shorten<'r>(
    people: Vec<(NameIx, Vec<usize>)>,
    corpus: &Corpus<'r>,
    rules: &Rules,
    undecided: &mut Vec<usize>,
) -> Vec<Vec<usize>> {
    let words: Vec<Vec<&str>> =
        people.iter().map(|(name, _)| corpus.names[*name as usize].split(' ').collect()).collect();
    let mut of_first: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, words) in words.iter().enumerate() {
        of_first.entry(words[0]).or_default().push(at);
    }
    let sum = |at: usize| {
        let mut sum =
            Evidence { claims: rules.claims(&corpus.candidates[people[at].1[0]]), ..Evidence::default() };
        people[at].1.iter().for_each(|&member| {
            sum.absorb(&Evidence::of(member, corpus));
            sum.look_around(member, corpus);
        });
        sum
    };
    // A middle initial is left out everywhere; a further surname may be the son's: `Nicolás Maduro Guerra`.
    let enough =
        |short: usize, long: usize| if words[long].starts_with(&words[short]) { NAME } else { 1 - NAME };
    // From the longest on, so that a chain of shortenings ends at the longest.
    let mut order: Vec<usize> = (0..people.len()).collect();
    order.sort_by_key(|&at| (std::cmp::Reverse(words[at].len()), at));
    let mut into: BTreeMap<usize, Option<usize>> = BTreeMap::new();
    for short in order {
        let longer: Vec<usize> = of_first[words[short][0]]
            .iter()
            .copied()
            .filter(|&long| name::is_shorter(&words[short], &words[long]))
            .collect();
        if longer.is_empty() {
            continue;
        }
        let own = sum(short);
        let ends: BTreeSet<usize> =
            longer.iter().filter_map(|&long| into.get(&long).copied().unwrap_or(Some(long))).collect();
        let scores: Vec<(usize, i32)> = ends
            .iter()
            .map(|&long| (long, sum(long).score(&own, corpus)))
            .filter(|(long, s)| *s >= enough(short, *long))
            .collect();
        match scores[..] {
            [] => {}
            [(long, _)] => drop(into.insert(short, Some(long))),
            _ => drop(into.insert(short, clear(scores.into_iter(), false))),
        }
    }
    let mut groups: Vec<Vec<usize>> = people.into_iter().map(|(_, group)| group).collect();
    for (short, long) in into {
        let members = std::mem::take(&mut groups[short]);
        match long {
            Some(long) => groups[long].extend(members),
            None => undecided.extend(members),
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}
