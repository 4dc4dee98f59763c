//! Candidates → [`Clusters`]: which of them are one. Equal full names are, unless what is said of them tells two apart; a
//! lone surname goes to somebody only where more than itself points there. What cannot be decided is left open.
//!
//! The order of the articles has no part in it: candidates are taken in the order of their names and of what is known of them.

use model::EntityKind;
use rayon::prelude::*;

use crate::registry::body;
use crate::registry::candidate::{Corpus, Key, NameIx};
use crate::registry::correction::Rules;
use crate::registry::evidence::Evidence;
use crate::registry::lone;
use crate::registry::part::{self, Clusters};
use crate::registry::shorten;

/// Sorts all candidates.
pub(crate) fn join(corpus: &Corpus<'_>, rules: &Rules) -> Clusters {
    // Keys are numbered in their order.
    let mut blocks: Vec<Vec<usize>> = vec![Vec::new(); corpus.frequency.len()];
    corpus.keys.iter().enumerate().for_each(|(at, key)| blocks[*key as usize].push(at));
    let parted = |block: Vec<usize>| {
        let key = corpus.candidates[block[0]].key;
        (key, parts(key, block, corpus, rules))
    };
    let parted: Vec<(Key, Clusters)> = blocks.into_par_iter().map(parted).collect();
    let mut clusters = Clusters::default();
    let mut people: Vec<(NameIx, Vec<usize>)> = Vec::new();
    let mut lone: Vec<(NameIx, Vec<usize>)> = Vec::new();
    for (key, parted) in parted {
        match key {
            Key::Name(EntityKind::Person, name) => {
                let list = if is_lone(name, corpus) { &mut lone } else { &mut people };
                list.extend(parted.groups.into_iter().map(|group| (name, group)));
            }
            _ => clusters.groups.extend(parted.groups),
        }
        clusters.undecided.extend(parted.undecided);
    }
    let people = shorten::join(people, corpus, rules, &mut clusters.undecided);
    let settled = lone::settle(lone, people, corpus, rules);
    clusters.groups.extend(settled.groups);
    clusters.undecided.extend(settled.undecided);
    clusters.groups.iter_mut().for_each(|group| group.sort_unstable());
    clusters.undecided.sort_unstable();
    clusters
}

fn is_lone(name: NameIx, corpus: &Corpus<'_>) -> bool {
    !corpus.names[name as usize].contains(' ')
}

/// The candidates of one key, as far as they can be told apart by themselves.
fn parts(key: Key, block: Vec<usize>, corpus: &Corpus<'_>, rules: &Rules) -> Clusters {
    match key {
        Key::Name(EntityKind::Person, name) if !is_lone(name, corpus) => {
            part::by_evidence(&block, corpus, rules, Evidence::of)
        }
        Key::Name(EntityKind::Group, _) if block.iter().all(|&at| corpus.candidates[at].is_open) => {
            Clusters { groups: Vec::new(), undecided: block }
        }
        Key::Name(EntityKind::Group, name)
            if body::is_anybodys(&corpus.names[name as usize], &block, corpus) =>
        {
            part::by_evidence(&block, corpus, rules, body::evidence)
        }
        _ => Clusters { groups: vec![block], undecided: Vec::new() },
    }
}
