//! The names of all articles → [`Resolution`]: which of them are one entity, and under which identifier.
//!
//! The authority is, in this order: `corrections.toml`, what the articles say, and for the identifiers the content folder: an
//! address, once given, stays. A surname alone never joins two people, and a name that cannot be decided is nobody's. Nothing
//! depends on the order of the articles: names are compared as a set, and two entities that ask for one slug are told apart
//! by what they are.

mod name;
mod field;
mod links;
mod vocabulary;
mod rolls;
mod past;
mod prior;
mod now;
mod correction;
mod office;
mod candidate;
mod evidence;
mod body;
mod part;
mod shorten;
mod lone;
mod cluster;
mod identity;
mod describe;

use std::collections::BTreeMap;

use model::{Address, Entity, EntityId};
use rayon::prelude::*;

pub(crate) use links::Links;
pub(crate) use now::Now;
pub(crate) use past::Past;
pub(crate) use rolls::Rolls;
pub(crate) use vocabulary::Vocabulary;

use crate::chain::ChainIx;
use crate::lexicon::Lexicon;
use candidate::Corpus;
use correction::Rules;
use identity::EntityIx;
use prior::Prior;

/// Who every name of every article is.
#[derive(Debug, Default)]
pub(crate) struct Resolution {
    /// The identity of every entity that an article names, without profiles.
    pub(crate) entities: BTreeMap<EntityId, Entity>,
    /// Pages that are somewhere else now.
    pub(crate) moves: BTreeMap<Address, Address>,
    /// The entities that names are, sorted.
    ids: Vec<EntityId>,
    /// For each name of the rolls its entity by its place among these; none for a dropped or undecided name.
    of_name: Vec<Option<EntityIx>>,
    /// For each article where its names begin, and at last where all end.
    from: Vec<usize>,
    /// For each article the names of which it cannot be told who is meant.
    undecided: Vec<Vec<String>>,
    /// What `[[speaker]]` corrections say.
    pub(crate) rules: Rules,
}

impl Resolution {
    /// The entity of a chain of an article.
    pub(crate) fn entity(&self, article: usize, chain: ChainIx) -> Option<&EntityId> {
        self.of_name[self.from[article] + chain.0].map(|ix| &self.ids[ix as usize])
    }

    /// For each chain of an article its entity, by its place among [`Self::ids`].
    pub(crate) fn of_article(&self, article: usize) -> &[Option<EntityIx>] {
        &self.of_name[self.from[article]..self.from[article + 1]]
    }

    /// The entities that names are, sorted.
    pub(crate) fn ids(&self) -> &[EntityId] {
        &self.ids
    }

    /// The names in an article of which it cannot be told who is meant, sorted.
    pub(crate) fn undecided(&self, article: usize) -> &[String] {
        &self.undecided[article]
    }
}

/// Decides who is who over all articles.
pub(crate) fn resolve(rolls: &Rolls<'_>, content: &Past, lexicon: &Lexicon) -> Resolution {
    let mut rules = Rules::new(content);
    let prior = Prior::read(content);
    let corpus = candidate::gather(rolls, lexicon, &mut rules);
    let clusters = cluster::join(&corpus, &rules);
    let identities = identity::assign(clusters, &corpus, &prior, content, lexicon, &mut rules);
    let members: Vec<_> = identities.members.iter().collect();
    let describe = |(id, members): &(&EntityId, &Vec<usize>)| {
        ((*id).clone(), describe::entity(id, members, &corpus, content, lexicon))
    };
    let entities: Vec<(EntityId, Entity)> = members.par_iter().map(describe).collect();
    let mut entities: BTreeMap<EntityId, Entity> = entities.into_iter().collect();
    rules.finish(&mut entities, content);
    let undecided = open(&identities.undecided, &corpus);
    let mut from: Vec<usize> = rolls.articles.iter().map(|listed| listed.names.start).collect();
    from.push(rolls.names.len());
    let mut of_name = vec![None; rolls.names.len()];
    for (candidate, ix) in corpus.candidates.iter().zip(identities.of) {
        of_name[from[candidate.article] + candidate.chain.0] = ix;
    }
    let ids = identities.members.into_keys().collect();
    let moves = identities.moved.into_iter().map(|(from, to)| (Address::Entity(from), Address::Entity(to)));
    Resolution { entities, moves: moves.collect(), ids, of_name, from, undecided, rules }
}

/// For each article the names of which it cannot be told who is meant, sorted.
fn open(undecided: &[usize], corpus: &Corpus<'_>) -> Vec<Vec<String>> {
    let articles = corpus.rolls.articles.iter();
    let mut open: Vec<Vec<String>> =
        articles.map(|listed| corpus.rolls.open(listed).map(str::to_owned).collect()).collect();
    for &at in undecided {
        let candidate = &corpus.candidates[at];
        open[candidate.article].push(candidate.name.to_owned());
    }
    open.iter_mut().for_each(|names| {
        names.sort_unstable();
        names.dedup();
    });
    open
}

#[cfg(test)]
mod tests;
