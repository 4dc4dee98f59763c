//! The names of all articles → [`Resolution`]: which of them are one entity, and under which identifier.
//!
//! The authority is, in this order: `corrections.toml`, what the articles say, and for the identifiers the content folder: an
//! address, once given, stays. A surname alone never joins two people, and a name that cannot be decided is nobody's. Nothing
//! depends on the order of the articles: names are compared as a set, and two entities that ask for one slug are told apart
//! by what they are.

mod name;
mod field;
mod past;
mod prior;
mod now;
mod correction;
mod candidate;
mod evidence;
mod body;
mod part;
mod shorten;
mod lone;
mod cluster;
mod identity;
mod describe;

use std::collections::{BTreeMap, BTreeSet};

use model::{Address, Entity, EntityId};
use rayon::prelude::*;

pub(crate) use now::Now;
pub(crate) use past::{Links, Past};

use crate::chain::ChainIx;
use crate::lexicon::Lexicon;
use crate::roll::Roll;
use correction::Rules;
use prior::Prior;

/// Who every name of every article is.
#[derive(Debug, Default)]
pub(crate) struct Resolution {
    /// The identity of every entity that an article names, without profiles.
    pub(crate) entities: BTreeMap<EntityId, Entity>,
    /// Pages that are somewhere else now.
    pub(crate) moves: BTreeMap<Address, Address>,
    /// For each article, for each of its chains, the entity; none for a dropped or undecided name.
    of_chain: Vec<Vec<Option<EntityId>>>,
    /// For each article the names of which it cannot be told who is meant.
    undecided: Vec<Vec<String>>,
    /// What `[[speaker]]` corrections say.
    pub(crate) rules: Rules,
}

impl Resolution {
    /// The entity of a chain of an article.
    pub(crate) fn entity(&self, article: usize, chain: ChainIx) -> Option<&EntityId> {
        self.of_chain[article][chain.0].as_ref()
    }

    /// For each chain of an article its entity.
    pub(crate) fn of_article(&self, article: usize) -> &[Option<EntityId>] {
        &self.of_chain[article]
    }

    /// The names in an article of which it cannot be told who is meant, sorted.
    pub(crate) fn undecided(&self, article: usize) -> &[String] {
        &self.undecided[article]
    }
}

/// Decides who is who over all articles.
pub(crate) fn resolve(rolls: &[&Roll], content: &Past, lexicon: &Lexicon) -> Resolution {
    let mut rules = Rules::new(content);
    let prior = Prior::read(content);
    let corpus = candidate::gather(rolls, &prior, lexicon, &mut rules);
    let clusters = cluster::join(&corpus, &rules);
    let identities = identity::assign(clusters, &corpus, &prior, content, lexicon, &mut rules);
    let members: Vec<_> = identities.members.iter().collect();
    let describe = |(id, members): &(&EntityId, &Vec<usize>)| {
        ((*id).clone(), describe::entity(id, members, &corpus, content, lexicon))
    };
    let entities: Vec<(EntityId, Entity)> = members.par_iter().map(describe).collect();
    let mut entities: BTreeMap<EntityId, Entity> = entities.into_iter().collect();
    rules.finish(&mut entities, content);
    let mut of_chain: Vec<Vec<_>> = rolls.iter().map(|roll| vec![None; roll.names.len()]).collect();
    let mut undecided: Vec<BTreeSet<String>> =
        rolls.iter().map(|roll| roll.open.iter().cloned().collect()).collect();
    for (candidate, id) in corpus.candidates.iter().zip(identities.of) {
        of_chain[candidate.article][candidate.chain.0] = id;
    }
    for at in identities.undecided {
        let candidate = &corpus.candidates[at];
        undecided[candidate.article].insert(candidate.name.to_owned());
    }
    let moves = identities.moved.into_iter().map(|(from, to)| (Address::Entity(from), Address::Entity(to)));
    Resolution {
        entities,
        moves: moves.collect(),
        of_chain,
        undecided: undecided.into_iter().map(|names| names.into_iter().collect()).collect(),
        rules,
    }
}

#[cfg(test)]
mod tests;
