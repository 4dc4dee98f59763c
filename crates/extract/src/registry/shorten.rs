//! People whose name is a shorter form of another's are one, where more than the name speaks for it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::registry::candidate::{Corpus, NameIx};
use crate::registry::correction::Rules;
use crate::registry::evidence::Evidence;
use crate::registry::name;
use crate::registry::part::{NAME, clear};

/// Joins people whose name is a shorter form of another's: `Nicolás Maduro` and `Nicolás Maduro Moros`.
pub(super) fn join<'r>(
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
        let mut sum = Evidence { claims: corpus.claims(people[at].1[0], rules), ..Evidence::default() };
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
