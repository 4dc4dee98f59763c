//! Articles → [`EntityNode`]s: what is known about each entity, gathered from all articles.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{LazyLock, OnceLock};

use model::{EntityId, EntityKind, Role, RoleStatus};
use rayon::prelude::*;

use super::{ArticleNode, Articles, Graph, Moment, Proposition, Saying, Told, named};
use crate::library::{Profile, Story};

/// How many of the newest times that a person is given a title say under which they are known.
const LATELY: usize = 7;

/// An entity and all that articles say of it, newest article first.
#[derive(Debug)]
pub(crate) struct EntityNode<'l> {
    /// Who or what it is.
    pub(crate) profile: &'l Profile,
    /// The articles that name it.
    pub(crate) appearances: Vec<Appearance<'l>>,
    /// What it said: which of the graph's sayings.
    pub(crate) quotes: Vec<usize>,
    /// What others said that names it between the quotation marks or in the reported words.
    pub(crate) about: Vec<usize>,
    /// What was said by people tied to a country or group: who hold an office of it, or whose country it is.
    pub(crate) voices: Vec<usize>,
    /// The offices it holds or held.
    pub(crate) roles: Vec<Told<'l, Role>>,
    /// The offices of a country or group.
    pub(crate) offices: Vec<Told<'l, Role>>,
    /// What it does, and what is done to it: which of the graph's propositions.
    pub(crate) relations: Vec<usize>,
    /// What it claims or denies of others and of itself, or holds possible: propositions that are its word.
    pub(crate) claims: Vec<usize>,
    /// People, groups and places whose country it is.
    pub(crate) belongings: Vec<&'l Profile>,
    /// See [`EntityNode::companions`].
    companions: OnceLock<Vec<Counted>>,
    /// See [`EntityNode::names`].
    names: OnceLock<Vec<(String, usize)>>,
    /// The dated sentences that name it, in the order of time.
    pub(crate) moments: Vec<Moment<'l>>,
}

/// An entity in an article, seen from the entity.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Appearance<'l> {
    /// The article.
    pub(crate) story: &'l Story,
    /// The number of the entity.
    number: u32,
    /// How many sentences name it.
    pub(crate) count: u32,
}

impl<'l> Appearance<'l> {
    fn of(story: &'l Story, number: usize) -> Self {
        let found = Self { story, number: number as u32, count: 0 };
        Self { count: found.sentences().count() as u32, ..found }
    }

    /// The sentences that name it, in the order of the text; none when only the cast or a fact does. They are found when they are
    /// asked for: all of all articles at once are many.
    pub(crate) fn sentences(&self) -> impl Iterator<Item = usize> + use<'l> {
        let mentions = self.story.mentions_of(self.number as usize);
        let mut last = None;
        mentions.map(|(_, mention)| mention.sentence()).filter(move |at| last.replace(*at) != Some(*at))
    }
}

/// Another entity beside this one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Companion<'l> {
    /// Who or what.
    pub(crate) profile: &'l Profile,
    /// In how many sentences both are named.
    pub(crate) sentences: usize,
    /// In how many articles both are named.
    pub(crate) articles: usize,
}

/// A [`Companion`] by its number.
#[derive(Debug, Clone, Copy)]
struct Counted {
    number: u32,
    sentences: u32,
    articles: u32,
}

/// What was gathered from all articles before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Corpus<'c, 'l> {
    /// See [`super::Graph::moments`].
    pub(super) moments: &'c [Moment<'l>],
    /// See [`super::Graph::sayings`].
    pub(super) sayings: &'c [Saying<'l>],
    /// See [`super::Graph::propositions`].
    pub(super) propositions: &'c [Proposition<'l>],
}

/// Gathers what `articles` say of each entity.
pub(super) fn collect<'l>(
    profiles: &[&'l Profile],
    articles: &Articles<'l>,
    corpus: &Corpus<'_, 'l>,
) -> BTreeMap<&'l EntityId, EntityNode<'l>> {
    let mut numbered: Vec<EntityNode<'l>> = profiles.iter().map(|profile| empty(profile)).collect();
    appear(articles, &mut numbered);
    for moment in corpus.moments {
        for number in named(moment.story, moment.sentence) {
            numbered[number].moments.push(*moment);
        }
    }
    let mut nodes = Nodes { list: numbered, numbers: numbers(profiles) };
    articles.newest().for_each(|node| tell(node, &mut nodes));
    for &profile in profiles {
        let country = profile.entity.country().map(EntityId::country);
        if let Some(node) = country.filter(|id| *id != profile.entity.id).and_then(|id| nodes.get_mut(&id)) {
            node.belongings.push(profile);
        }
    }
    say(corpus.sayings, &mut nodes);
    propose(corpus.propositions, &mut nodes);
    nodes.list.into_iter().map(|node| (&node.profile.entity.id, node)).collect()
}

/// The entities by number, with the number of each.
struct Nodes<'l> {
    list: Vec<EntityNode<'l>>,
    numbers: HashMap<&'l EntityId, usize>,
}

impl<'l> Nodes<'l> {
    fn get_mut(&mut self, id: &EntityId) -> Option<&mut EntityNode<'l>> {
        self.numbers.get(id).map(|&number| &mut self.list[number])
    }
}

fn numbers<'l>(profiles: &[&'l Profile]) -> HashMap<&'l EntityId, usize> {
    profiles.iter().map(|profile| (&profile.entity.id, profile.number)).collect()
}

fn empty(profile: &Profile) -> EntityNode<'_> {
    EntityNode {
        profile,
        appearances: Vec::new(),
        quotes: Vec::new(),
        about: Vec::new(),
        voices: Vec::new(),
        roles: Vec::new(),
        offices: Vec::new(),
        relations: Vec::new(),
        claims: Vec::new(),
        belongings: Vec::new(),
        companions: OnceLock::new(),
        names: OnceLock::new(),
        moments: Vec::new(),
    }
}

/// Articles to all whom they name, newest first. Each core goes through all articles for a part of the entities.
fn appear<'l>(articles: &Articles<'l>, nodes: &mut [EntityNode<'l>]) {
    let size = nodes.len().div_ceil(rayon::current_num_threads()).max(1);
    nodes.par_chunks_mut(size).enumerate().for_each(|(at, nodes)| {
        let first = at * size;
        for story in articles.newest().map(|node| node.story) {
            for number in story.cast.iter().map(|number| *number as usize) {
                if let Some(node) = number.checked_sub(first).and_then(|at| nodes.get_mut(at)) {
                    node.appearances.push(Appearance::of(story, number));
                }
            }
        }
    });
}

/// Facts, each to those whom it is about.
fn tell<'l>(article: &ArticleNode<'l>, nodes: &mut Nodes<'l>) {
    for role in &article.roles {
        if let Some(node) = nodes.get_mut(&role.fact.person) {
            node.roles.push(*role);
        }
        if let Some(node) = role.fact.of.as_ref().and_then(|id| nodes.get_mut(id)) {
            node.offices.push(*role);
        }
    }
}

/// Sayings to who says them, whom they name, and to the country or group for which the speaker may be heard.
fn say<'l>(sayings: &[Saying<'l>], nodes: &mut Nodes<'l>) {
    let ties = ties(nodes);
    let named: Vec<BTreeSet<usize>> = sayings.par_iter().map(spoken_of).collect();
    for (at, (saying, named)) in sayings.iter().zip(named).enumerate() {
        let speaker = saying.speaker.and_then(|id| nodes.numbers.get(id)).copied();
        if let Some(speaker) = speaker {
            nodes.list[speaker].quotes.push(at);
            ties[speaker].iter().for_each(|&number| nodes.list[number].voices.push(at));
        }
        let others = named.into_iter().filter(|number| Some(*number) != speaker);
        others.for_each(|number| nodes.list[number].about.push(at));
    }
}

/// The numbers of the entities that the words of a saying name.
fn spoken_of(saying: &Saying<'_>) -> BTreeSet<usize> {
    let mut spoken_of = BTreeSet::new();
    for told in saying.tellings() {
        let (story, words) = (told.story, told.words);
        // A quote may go on over several sentences; none of them begins behind its end.
        let sentences = story.body.sentences[told.sentence..].iter();
        let within = sentences.take_while(|sentence| sentence.range.start() < words.end);
        for at in within.flat_map(|sentence| sentence.mentions.range()) {
            let mention = &story.body.mentions[at];
            if words.start <= mention.range.start() && mention.range.end() <= words.end {
                spoken_of.insert(story.who(mention));
            }
        }
    }
    spoken_of
}

/// The countries and groups for which each person may be heard, by number; nothing for those who are no people.
fn ties(nodes: &Nodes<'_>) -> Vec<BTreeSet<usize>> {
    let tied = |node: &EntityNode<'_>| {
        if node.profile.entity.id.kind() != EntityKind::Person {
            return BTreeSet::new();
        }
        let offices = node.roles.iter().filter_map(|role| nodes.numbers.get(role.fact.of.as_ref()?));
        let country = node.profile.entity.country().map(EntityId::country);
        offices.chain(country.and_then(|id| nodes.numbers.get(&id))).copied().collect()
    };
    nodes.list.iter().map(tied).collect()
}

/// Propositions to those whom they are about and to those whose word they are.
fn propose<'l>(propositions: &[Proposition<'l>], nodes: &mut Nodes<'l>) {
    for (at, proposition) in propositions.iter().enumerate() {
        for id in BTreeSet::from([proposition.subject, proposition.object]) {
            if let Some(node) = nodes.get_mut(id) {
                node.relations.push(at);
            }
        }
        for source in proposition.sources() {
            if let Some(node) = nodes.get_mut(source).filter(|_| proposition.is_claim()) {
                node.claims.push(at);
            }
        }
    }
}

impl<'l> EntityNode<'l> {
    /// The office under which it is known: of those that it was last told to hold, the one that most articles give. A single article
    /// may be mistaken, or speak of another time.
    pub(crate) fn office(&self) -> Option<&Told<'l, Role>> {
        let last = |former| {
            let of = move |told: &&Told<'l, Role>| (told.fact.status == RoleStatus::Former) == former;
            self.roles.iter().filter(of).take(LATELY).collect::<Vec<_>>()
        };
        let held = [last(false), last(true)].into_iter().find(|held| !held.is_empty())?;
        let articles = |told: &&Told<'l, Role>| {
            let same = held.iter().filter(|other| other.fact.title.eq_ignore_ascii_case(&told.fact.title));
            same.map(|other| other.story.number).collect::<BTreeSet<_>>().len()
        };
        // Of as many the newest.
        held.iter().rev().copied().max_by_key(articles)
    }

    /// How many sentences name it.
    pub(crate) fn sentence_count(&self) -> usize {
        self.appearances.iter().map(|appearance| appearance.count as usize).sum()
    }

    /// Who stands beside it in sentences and articles, the nearest first; counted when first asked for.
    pub(crate) fn companions<'g>(&'g self, graph: &'g Graph<'l>) -> impl Iterator<Item = Companion<'l>> + 'g {
        self.counted().iter().map(|counted| Companion {
            profile: graph.profiles[counted.number as usize],
            sentences: counted.sentences as usize,
            articles: counted.articles as usize,
        })
    }

    fn counted(&self) -> &[Counted] {
        self.companions.get_or_init(|| companions(self))
    }

    /// Counts the companions of many, side by side.
    pub(crate) fn count_all(graph: &Graph<'l>) {
        let nodes: Vec<_> = graph.entities.values().collect();
        nodes.into_par_iter().for_each(|node| {
            node.counted();
        });
    }

    /// The words by which texts name it, with how often, the most frequent first; counted when first asked for.
    pub(crate) fn names(&self) -> &[(String, usize)] {
        self.names.get_or_init(|| {
            let own = self.profile.number;
            let mut words: Vec<&str> = Vec::new();
            for Appearance { story, .. } in &self.appearances {
                words.extend(story.mentions_of(own).map(|(_, mention)| story.body.words(mention.range)));
            }
            words.sort_unstable();
            let counted = words.chunk_by(|a, b| a == b).filter(|same| !is_pronoun(same[0]));
            let mut names: Vec<_> = counted.map(|same| (same[0].to_owned(), same.len())).collect();
            names.sort_by_key(|(_, count)| Reverse(*count));
            names
        })
    }
}

fn companions(node: &EntityNode<'_>) -> Vec<Counted> {
    let (mut articles, mut sentences) = (Vec::new(), Vec::new());
    for appearance in &node.appearances {
        articles.extend_from_slice(&appearance.story.cast);
        let named = |at| named(appearance.story, at).map(|number| number as u32);
        sentences.extend(appearance.sentences().flat_map(named));
    }
    articles.sort_unstable();
    sentences.sort_unstable();
    // Whom a sentence names, its article does.
    let mut rest = sentences.as_slice();
    let counted = articles.chunk_by(|a, b| a == b).map(|same| {
        let (number, before) = (same[0], rest.len());
        rest = &rest[rest.iter().take_while(|other| **other == number).count()..];
        Counted { number, sentences: (before - rest.len()) as u32, articles: same.len() as u32 }
    });
    let mut companions: Vec<_> =
        counted.filter(|other| other.number as usize != node.profile.number).collect();
    companions.sort_by_key(|c| (Reverse(c.sentences), Reverse(c.articles)));
    companions
}

/// Words that stand for a name and are none.
static PRONOUNS: LazyLock<Vec<&str>> =
    LazyLock::new(|| include_str!("../../data/pronouns.txt").lines().collect());

fn is_pronoun(words: &str) -> bool {
    PRONOUNS.iter().any(|pronoun| pronoun.eq_ignore_ascii_case(words))
}
