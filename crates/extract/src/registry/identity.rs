//! Clusters → identifiers. Who has one keeps it, whatever articles follow; who is new gets the slug of the name, and where
//! several bear the name, what tells them apart with it. Nothing depends on the order of the articles.

use std::collections::{BTreeMap, BTreeSet};

use model::{CountryCode, EntityId, EntityKind, Slug};
use rayon::prelude::*;

use crate::lexicon::Lexicon;
use crate::mention::Known;
use crate::registry::candidate::{Candidate, Corpus, Key, NameIx};
use crate::registry::correction::Rules;
use crate::registry::name;
use crate::registry::part::Clusters;
use crate::registry::past::Past;
use crate::registry::prior::Prior;
use crate::registry::rolls::IdIx;

/// An entity by its place among all, sorted by identifier.
pub(crate) type EntityIx = u32;

/// Which entity every cluster is, and which entities are no more because they are another one now.
#[derive(Debug, Default)]
pub(crate) struct Identities {
    /// The candidates of each entity.
    pub(crate) members: BTreeMap<EntityId, Vec<usize>>,
    /// For each candidate its entity by its place among these.
    pub(crate) of: Vec<Option<EntityIx>>,
    pub(crate) moved: BTreeMap<EntityId, EntityId>,
    /// Candidates of whom it cannot be told who they are.
    pub(crate) undecided: Vec<usize>,
}

/// What there is to choose from.
struct Choice<'c, 'r> {
    corpus: &'c Corpus<'r>,
    prior: &'c Prior<'c>,
    content: &'c Past,
    lexicon: &'c Lexicon,
}

/// Gives every cluster its identifier.
pub(crate) fn assign(
    clusters: Clusters,
    corpus: &Corpus<'_>,
    prior: &Prior<'_>,
    content: &Past,
    lexicon: &Lexicon,
    rules: &mut Rules,
) -> Identities {
    let choice = Choice { corpus, prior, content, lexicon };
    let (groups, names) = choice.ordered(clusters.groups);
    let mut ids: Vec<Option<EntityId>> = groups.iter().map(|group| choice.fixed(group, rules)).collect();
    choice.claim(&groups, rules, &mut ids);
    let (votes, winners) = choice.vote(&groups, &ids);
    choice.keep(&votes, &winners, rules, &mut ids);
    choice.adopt(&groups, &mut ids);
    choice.name(&groups, &names, rules, &mut ids);
    let mut identities = Identities::default();
    for (group, id) in groups.into_iter().zip(ids) {
        match id.map(|id| rules.merged(id)) {
            Some(id) => identities.members.entry(id).or_default().extend(group),
            None => identities.undecided.extend(group),
        }
    }
    choice.hold(clusters.undecided, rules, &mut identities);
    identities.count(corpus.candidates.len());
    choice.follow(rules, &mut identities);
    identities.undecided.sort_unstable();
    identities
}

impl Identities {
    /// Notes of each candidate whose it is.
    fn count(&mut self, candidates: usize) {
        self.of = vec![None; candidates];
        for (ix, members) in (0..).zip(self.members.values_mut()) {
            members.sort_unstable();
            members.iter().for_each(|&at| self.of[at] = Some(ix));
        }
    }
}

/// How many articles of each cluster had an identifier.
type Votes = Vec<Vec<(IdIx, usize)>>;

impl<'r> Choice<'_, 'r> {
    fn candidates<'s>(&'s self, group: &'s [usize]) -> impl Iterator<Item = &'s Candidate<'r>> {
        group.iter().map(|&at| &self.corpus.candidates[at])
    }

    /// The names of a candidate that can stand alone, and its fullest, in comparable form.
    fn full_names(&self, at: usize) -> impl Iterator<Item = NameIx> + Clone + use<> {
        let full = self.corpus.full_forms(at).map(|(form, _)| self.corpus.name_ix(form));
        let all: Vec<NameIx> = full.chain([self.corpus.candidates[at].name_ix]).collect();
        all.into_iter()
    }

    fn text(&self, name: NameIx) -> &str {
        &self.corpus.names[name as usize]
    }

    fn kind(&self, group: &[usize]) -> EntityKind {
        self.corpus.candidates[group[0]].kind
    }

    /// Clusters are taken by name and by the first of their articles by name. With each its best name.
    fn ordered(&self, groups: Vec<Vec<usize>>) -> (Vec<Vec<usize>>, Vec<String>) {
        let mut by_name: Vec<usize> = (0..self.corpus.of_article.len()).collect();
        by_name.sort_by_key(|&article| self.corpus.article(article));
        let mut rank = vec![0; by_name.len()];
        (0..).zip(by_name).for_each(|(at, article)| rank[article] = at);
        let order = |group: Vec<usize>| {
            let first: Option<usize> = self.candidates(&group).map(|c| rank[c.article]).min();
            let best = name::best(self.candidates(&group).map(|c| c.name));
            ((self.kind(&group), best, first), group)
        };
        let mut all: Vec<_> = groups.into_par_iter().map(order).collect();
        all.par_sort_by(|a, b| a.0.cmp(&b.0));
        all.into_iter().map(|((_, best, _), group)| (group, best)).unzip()
    }

    /// What a correction or the list of countries says.
    fn fixed(&self, group: &[usize], rules: &mut Rules) -> Option<EntityId> {
        match self.corpus.candidates[group[0]].key {
            Key::Country(code) => Some(EntityId::country(code)),
            Key::Split(at) => rules.entity_of_split(at),
            _ => rules.entity_of_alias(
                self.kind(group),
                group.iter().flat_map(|&at| self.full_names(at)).map(|ix| self.text(ix)),
            ),
        }
    }

    /// A cluster that alone is one of those that a person keeps apart is that one.
    fn claim(&self, groups: &[Vec<usize>], rules: &Rules, ids: &mut [Option<EntityId>]) {
        let mut of: BTreeMap<EntityId, Vec<usize>> = BTreeMap::new();
        for (at, group) in groups.iter().enumerate().filter(|(at, _)| ids[*at].is_none()) {
            let claims: BTreeSet<EntityId> =
                group.iter().flat_map(|&at| self.corpus.claims(at, rules)).collect();
            let mut prior = group.iter().filter_map(|&at| self.corpus.prior(at));
            let elsewhere = prior.any(|id| !rules.is_apart(id));
            if let (1, false, Some(id)) = (claims.len(), elsewhere, claims.first()) {
                of.entry(id.clone()).or_default().push(at);
            }
        }
        for (id, clusters) in of {
            if let [at] = clusters[..] {
                ids[at] = Some(id);
            }
        }
    }

    /// The identifiers that the clusters had in the content folder, and for each the cluster that has the best claim to it.
    fn vote(&self, groups: &[Vec<usize>], ids: &[Option<EntityId>]) -> (Votes, Vec<Option<usize>>) {
        let votes: Votes = groups.par_iter().map(|group| self.counted(group)).collect();
        let mut best: Vec<Option<(usize, usize)>> = vec![None; self.corpus.rolls.ids().len()];
        for (at, votes) in votes.iter().enumerate().filter(|(at, _)| ids[*at].is_none()) {
            for (id, count) in votes {
                let entry = best[id.index()].get_or_insert((*count, at));
                if *count > entry.0 {
                    *entry = (*count, at);
                }
            }
        }
        (votes, best.into_iter().map(|best| best.map(|(_, at)| at)).collect())
    }

    /// How often the articles of a cluster had which identifier.
    fn counted(&self, group: &[usize]) -> Vec<(IdIx, usize)> {
        let mut all: Vec<IdIx> = self.candidates(group).filter_map(|candidate| candidate.prior).collect();
        all.sort_unstable();
        all.chunk_by(|a, b| a == b).map(|same| (same[0], same.len())).collect()
    }

    /// A cluster keeps the identifier that most of its articles had; who had the same and was told apart loses it, but where a
    /// person merged them.
    fn keep(&self, votes: &Votes, winners: &[Option<usize>], rules: &Rules, ids: &mut [Option<EntityId>]) {
        let all = self.corpus.rolls.ids();
        for (at, votes) in votes.iter().enumerate().filter(|(_, votes)| !votes.is_empty()) {
            if ids[at].is_some() {
                continue;
            }
            let won = votes.iter().filter(|(id, _)| winners[id.index()] == Some(at));
            let most = |(id, count): &&(IdIx, usize)| (*count, std::cmp::Reverse(&all[id.index()]));
            let id = won.max_by_key(most).or_else(|| {
                votes.iter().filter(|(id, _)| rules.is_merged_into(&all[id.index()])).max_by_key(most)
            });
            ids[at] = id.map(|(id, _)| all[id.index()].clone());
        }
    }

    /// A cluster without one takes that of the one file which bears its name, unless somebody has it.
    fn adopt(&self, groups: &[Vec<usize>], ids: &mut [Option<EntityId>]) {
        let mut taken: BTreeSet<EntityId> = ids.iter().flatten().cloned().collect();
        // Who comes from the file's own country goes first.
        for at_home in [true, false] {
            for (at, group) in groups.iter().enumerate() {
                if ids[at].is_some() {
                    continue;
                }
                let Some(id) = self.bearer(group).filter(|id| !taken.contains(id)) else { continue };
                let written = self.content.entities[&id].country();
                let own = self.country(group);
                let same = written.is_some() && own == written;
                let foreign = written.is_some() && own.is_some() && own != written;
                if !foreign && (same || !at_home) {
                    taken.insert(id.clone());
                    ids[at] = Some(id);
                }
            }
        }
    }

    /// The one entity of the content folder that bears a full name of a cluster.
    fn bearer(&self, group: &[usize]) -> Option<EntityId> {
        let kind = self.kind(group);
        let names: BTreeSet<NameIx> = group.iter().flat_map(|&at| self.full_names(at)).collect();
        let found: BTreeSet<&EntityId> =
            names.iter().flat_map(|&ix| self.prior.bearers(kind, self.text(ix))).collect();
        let mut found = found.into_iter();
        found.next().filter(|_| found.next().is_none()).cloned()
    }

    /// Names the clusters that are new.
    fn name(&self, groups: &[Vec<usize>], names: &[String], rules: &Rules, ids: &mut [Option<EntityId>]) {
        if ids.iter().all(Option::is_some) {
            return;
        }
        let mut rivals: BTreeMap<EntityId, usize> = BTreeMap::new();
        let plain = |(group, name): (&Vec<usize>, &String)| {
            EntityId::new(self.kind(group), Slug::from_name(name)?).ok()
        };
        let plain: Vec<Option<EntityId>> = groups.par_iter().zip(names).map(plain).collect();
        for id in plain.iter().flatten() {
            *rivals.entry(id.clone()).or_default() += 1;
        }
        let mut taken: BTreeSet<EntityId> = ids.iter().flatten().cloned().collect();
        taken.extend(self.content.entities.keys().cloned());
        for (at, group) in groups.iter().enumerate() {
            let Some(id) = plain[at].as_ref().filter(|_| ids[at].is_none()) else { continue };
            let free = |id: &EntityId, taken: &BTreeSet<EntityId>| {
                !taken.contains(id) && (!self.prior.has_moved(id) || rules.is_merged_from(id))
            };
            let id = if rivals[id] == 1 && free(id, &taken) {
                id.clone()
            } else {
                let apart = self.apart(group).into_iter().map(|word| suffixed(id, &word));
                let mut all = apart.chain((2..).map(|count| suffixed(id, &count.to_string())));
                all.find(|id| free(id, &taken)).unwrap_or_else(|| id.clone())
            };
            taken.insert(id.clone());
            ids[at] = Some(id);
        }
    }

    /// What tells somebody from a namesake, the best first: the country, the title, a body, the first article.
    fn apart(&self, group: &[usize]) -> Vec<String> {
        let offices = || group.iter().map(|&at| &self.corpus.offices[at]);
        let title = most(offices().flat_map(|offices| offices.titles.iter().copied()));
        let country = self.country(group).map(|code| code.country().name);
        let body = most(
            offices().flat_map(|offices| &offices.bodies).map(|&body| self.corpus.candidates[body].name),
        );
        let first = self.candidates(group).map(|c| self.corpus.article(c.article)).min();
        let both = country.zip(title).map(|(country, title)| format!("{country} {title}"));
        let article = first.map(|first| format!("as {first}"));
        country
            .map(str::to_owned)
            .into_iter()
            .chain(both)
            .chain(title.map(str::to_owned))
            .chain(body.map(str::to_owned))
            .chain(article)
            .collect()
    }

    /// The country that a list or most of its offices name.
    fn country(&self, group: &[usize]) -> Option<CountryCode> {
        let known = self.candidates(group).find_map(|candidate| match candidate.known? {
            Known::Group(ix) => self.lexicon.group(ix).country,
            Known::Place(ix) => self.lexicon.place(ix).country,
            Known::Country(code) => Some(code),
        });
        known.or_else(|| most(group.iter().flat_map(|&at| self.corpus.offices[at].countries.iter().copied())))
    }

    /// Who cannot be told any more keeps the page that he has, as long as nobody else has it.
    fn hold(&self, undecided: Vec<usize>, rules: &mut Rules, identities: &mut Identities) {
        let mut held: BTreeMap<EntityId, Vec<usize>> = BTreeMap::new();
        for at in undecided {
            let candidate = &self.corpus.candidates[at];
            let names = self.full_names(at).map(|ix| self.text(ix));
            let named = rules.entity_of_alias(candidate.kind, names);
            let prior = || {
                let prior = self.corpus.prior(at).filter(|_| !candidate.is_open);
                prior.filter(|id| self.content.entities.contains_key(*id))
            };
            match named.or_else(|| prior().cloned()) {
                Some(id) => held.entry(rules.merged(id)).or_default().push(at),
                None => identities.undecided.push(at),
            }
        }
        for (id, group) in held {
            let others = identities.members.contains_key(&id) && !rules.is_aliased(&id);
            if others {
                identities.undecided.extend(group);
            } else {
                identities.members.entry(id).or_default().extend(group);
            }
        }
    }

    /// Where the entities are that have no cluster any more.
    fn follow(&self, rules: &Rules, identities: &mut Identities) {
        let old = self.corpus.rolls.ids();
        let here: Vec<bool> = old.iter().map(|id| identities.members.contains_key(id)).collect();
        let mut heirs: BTreeMap<&EntityId, BTreeMap<EntityIx, usize>> = BTreeMap::new();
        for (candidate, new) in self.corpus.candidates.iter().zip(&identities.of) {
            if let (Some(id), Some(new)) = (candidate.prior.filter(|id| !here[id.index()]), new) {
                *heirs.entry(&old[id.index()]).or_default().entry(*new).or_default() += 1;
            }
        }
        let ids: Vec<&EntityId> = identities.members.keys().collect();
        let mut moved: BTreeMap<EntityId, EntityId> = BTreeMap::new();
        for (old, new) in heirs {
            let best = new.into_iter().max_by_key(|(id, count)| (*count, std::cmp::Reverse(*id)));
            moved.extend(best.map(|(new, _)| (old.clone(), ids[new as usize].clone())));
        }
        let merged = rules.merges().filter(|(from, into)| {
            !identities.members.contains_key(from) && identities.members.contains_key(into)
        });
        let merged = merged.filter(|(from, _)| self.content.entities.contains_key(*from));
        moved.extend(merged.map(|(from, into)| (from.clone(), into.clone())));
        identities.moved = moved;
    }
}

/// What is there most often, of equals the first.
fn most<T: Ord + Copy>(all: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    all.for_each(|one| *counts.entry(one).or_default() += 1);
    counts.into_iter().max_by_key(|(one, count)| (*count, std::cmp::Reverse(*one))).map(|(one, _)| one)
}

fn suffixed(id: &EntityId, apart: &str) -> EntityId {
    let suffix = Slug::from_name(apart);
    let slug = suffix.map_or_else(|| id.slug().clone(), |suffix| id.slug().with_suffix(&suffix));
    EntityId::new(id.kind(), slug).unwrap_or_else(|_| id.clone())
}
