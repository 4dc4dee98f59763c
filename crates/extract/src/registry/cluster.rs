//! Candidates → [`Clusters`]: which of them are one. Equal full names are, unless what is said of them tells two apart; a
//! lone surname goes to somebody only where more than itself points there. What cannot be decided is left open.
//!
//! The order of the articles has no part in it: candidates are taken in the order of their names and of what is known of them.

use std::collections::BTreeMap;

use model::EntityKind;

use crate::registry::body;
use crate::registry::candidate::{Corpus, Key, NameIx};
use crate::registry::correction::Rules;
use crate::registry::evidence::Evidence;
use crate::registry::lone;
use crate::registry::part::{self, Clusters};
use crate::registry::shorten;

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
                let parted = part::by_evidence(&block, corpus, rules, Evidence::of);
                people.extend(parted.groups.into_iter().map(|group| (name, group)));
                clusters.undecided.extend(parted.undecided);
            }
            Key::Name(EntityKind::Group, _) if block.iter().all(|&at| corpus.candidates[at].is_open) => {
                clusters.undecided.extend(block);
            }
            Key::Name(EntityKind::Group, name)
                if body::is_anybodys(&corpus.names[name as usize], &block, corpus) =>
            {
                let parted = part::by_evidence(&block, corpus, rules, body::evidence);
                clusters.groups.extend(parted.groups);
                clusters.undecided.extend(parted.undecided);
            }
            _ => clusters.groups.push(block),
        }
    }
    let people = shorten::join(people, corpus, rules, &mut clusters.undecided);
    let settled = lone::settle(lone, people, corpus, rules);
    clusters.groups.extend(settled.groups);
    clusters.undecided.extend(settled.undecided);
    clusters.groups.iter_mut().for_each(|group| group.sort_unstable());
    clusters.undecided.sort_unstable();
    clusters
}
