//! People of whom an article gives one word alone: `Noboa`. A surname joins nobody; an office, a country or company may.

use std::collections::{BTreeMap, BTreeSet};

use crate::registry::candidate::{Corpus, NameIx};
use crate::registry::correction::Rules;
use crate::registry::evidence::{APART, Evidence};
use crate::registry::part::Clusters;

/// What is enough to say that a lone surname is somebody whose full name another article gives.
const ENOUGH: i32 = 150;

/// What is enough to say that two lone names are one.
const ENOUGH_ALONE: i32 = 200;

/// How much better the first must be than the second.
const LEAD: i32 = 100;

/// What speaks so much against somebody that the name need not be told from him.
const OUT: i32 = -200;

/// Above this many a lone name is compared by what it is called alone.
const MANY: usize = 300;

/// Sorts the lone names, by word, among the people of full name and among themselves.
pub(super) fn settle(
    lone: Vec<(NameIx, Vec<usize>)>,
    people: Vec<Vec<usize>>,
    corpus: &Corpus<'_>,
    rules: &Rules,
) -> Clusters {
    let bearers = bearers(&lone, &people, corpus);
    let mut clusters = Clusters { groups: people, undecided: Vec::new() };
    let mut own = Vec::new();
    for (word, block) in lone {
        let targets = bearers.get(&word).map(Vec::as_slice).unwrap_or_default();
        let sums: Vec<Evidence<'_>> =
            targets.iter().map(|&target| sum(&clusters.groups[target], corpus, rules)).collect();
        let mut left: Vec<(usize, Evidence<'_>)> = Vec::new();
        let mut contested = false;
        let mut given = Vec::new();
        for at in block {
            let evidence = sum(&[at], corpus, rules);
            let mut scores: Vec<(i32, usize)> =
                sums.iter().map(|s| s.score(&evidence, corpus)).zip(0..).collect();
            scores.retain(|(score, _)| *score > APART);
            scores.sort_unstable_by_key(|(score, _)| std::cmp::Reverse(*score));
            let lead = scores.get(1).is_none_or(|second| scores[0].0 >= second.0 + LEAD);
            match scores.first() {
                Some((score, target)) if *score >= ENOUGH && lead => given.push((targets[*target], at)),
                first => {
                    contested |= first.is_some_and(|(score, _)| *score > OUT);
                    left.push((at, evidence));
                }
            }
        }
        given.into_iter().for_each(|(target, at)| clusters.groups[target].push(at));
        among_themselves(left, contested, corpus, &mut own, &mut clusters.undecided);
    }
    clusters.groups.extend(own);
    clusters
}

/// For each lone word the people who bear it: as the last word of the name, or as their articles shorten it.
fn bearers(
    lone: &[(NameIx, Vec<usize>)],
    people: &[Vec<usize>],
    corpus: &Corpus<'_>,
) -> BTreeMap<NameIx, Vec<usize>> {
    let mut bearers: BTreeMap<NameIx, Vec<usize>> =
        lone.iter().map(|(word, _)| (*word, Vec::new())).collect();
    for (at, group) in people.iter().enumerate() {
        let names: BTreeSet<NameIx> = group.iter().map(|&member| corpus.candidates[member].name_ix).collect();
        let last = names.into_iter().filter_map(|name| {
            let name = corpus.names[name as usize].as_str();
            let last = name.rsplit(' ').next().unwrap_or(name);
            corpus.names.binary_search_by(|known| known.as_str().cmp(last)).ok().map(|ix| ix as NameIx)
        });
        let forms = group.iter().flat_map(|&member| corpus.forms(member));
        let short = forms.filter(|(_, form)| !form.contains(' ')).map(|(form, _)| corpus.name_ix(form));
        for word in short.chain(last) {
            if let Some(list) = bearers.get_mut(&word).filter(|list| list.last() != Some(&at)) {
                list.push(at);
            }
        }
    }
    bearers
}

fn sum<'r>(members: &[usize], corpus: &Corpus<'r>, rules: &Rules) -> Evidence<'r> {
    let mut sum = Evidence { claims: corpus.claims(members[0], rules), ..Evidence::of(members[0], corpus) };
    for &member in members {
        sum.absorb(&Evidence::of(member, corpus));
        sum.look_around(member, corpus);
    }
    sum
}

/// Lone names that are nobody else's: those that have enough in common are one; one that stands alone is somebody only where
/// nobody else in the corpus bears the name.
fn among_themselves(
    left: Vec<(usize, Evidence<'_>)>,
    contested: bool,
    corpus: &Corpus<'_>,
    groups: &mut Vec<Vec<usize>>,
    undecided: &mut Vec<usize>,
) {
    if contested {
        undecided.extend(left.into_iter().map(|(at, _)| at));
        return;
    }
    let mut of: Vec<usize> = (0..left.len()).collect();
    let compared = |a: &Evidence<'_>, b: &Evidence<'_>| {
        left.len() <= MANY || !a.titles.is_empty() && !b.titles.is_empty()
    };
    for a in 0..left.len() {
        for b in 0..a {
            let (one, two) = (&left[a].1, &left[b].1);
            if compared(one, two) && one.score(two, corpus) >= ENOUGH_ALONE {
                let (low, high) = (of[a].min(of[b]), of[a].max(of[b]));
                of.iter_mut().filter(|group| **group == high).for_each(|group| *group = low);
            }
        }
    }
    let mut parts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, group) in of.into_iter().enumerate() {
        parts.entry(group).or_default().push(at);
    }
    let alone = parts.len() == 1;
    for part in parts.into_values() {
        let members = part.iter().map(|&at| left[at].0);
        // Two whom their countries tell apart are two; one of whom nothing is known may be either.
        let known = part.len() > 1 || part.iter().any(|&at| !left[at].1.countries.is_empty());
        if alone || known { groups.push(members.collect()) } else { undecided.extend(members) }
    }
}
