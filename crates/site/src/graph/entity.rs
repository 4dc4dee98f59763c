//! Articles → [`EntityNode`]s: what is known about each entity, gathered from all articles.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use model::{ArticleId, EntityId, EntityKind, Quote, Relation, Role};

use super::{ArticleNode, Moment, Told};
use crate::library::{Library, Profile, Story};

/// An entity and all that articles say of it, newest article first.
#[derive(Debug)]
pub(crate) struct EntityNode<'l> {
    /// Who or what it is.
    pub(crate) profile: &'l Profile,
    /// The articles that name it.
    pub(crate) appearances: Vec<Appearance<'l>>,
    /// What it said.
    pub(crate) quotes: Vec<Told<'l, Quote>>,
    /// What was said by people tied to a country or group: who hold an office of it, or whose country it is.
    pub(crate) voices: Vec<Told<'l, Quote>>,
    /// The offices it holds or held.
    pub(crate) roles: Vec<Told<'l, Role>>,
    /// The offices of a country or group.
    pub(crate) offices: Vec<Told<'l, Role>>,
    /// What it does, and what is done to it.
    pub(crate) relations: Vec<Told<'l, Relation>>,
    /// People, groups and places whose country it is.
    pub(crate) belongings: Vec<&'l Profile>,
    /// Who stands beside it in sentences and articles, the nearest first.
    pub(crate) companions: Vec<Companion<'l>>,
    /// The words by which texts name it, with how often, the most frequent first.
    pub(crate) names: Vec<(&'l str, usize)>,
    /// The dated sentences that name it, in the order of time.
    pub(crate) moments: Vec<Moment<'l>>,
}

/// An entity in an article, seen from the entity.
#[derive(Debug, Clone)]
pub(crate) struct Appearance<'l> {
    /// The article.
    pub(crate) story: &'l Story,
    /// The sentences that name it, in the order of the text; none when only the cast or a fact does.
    pub(crate) sentences: Vec<usize>,
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

type Nodes<'l> = BTreeMap<&'l EntityId, EntityNode<'l>>;
type Articles<'l> = BTreeMap<&'l ArticleId, ArticleNode<'l>>;

/// Gathers what `articles`, taken in the order `newest`, say of each entity.
pub(super) fn collect<'l>(
    library: &'l Library,
    articles: &Articles<'l>,
    newest: &[&'l ArticleId],
    moments: &[Moment<'l>],
) -> Nodes<'l> {
    let mut nodes: Nodes<'l> = library.profiles.iter().map(|(id, profile)| (id, empty(profile))).collect();
    for node in newest.iter().map(|id| &articles[id]) {
        appear(node, &mut nodes);
        tell(node, &mut nodes);
    }
    for profile in library.profiles.values() {
        let country = profile.entity.country().map(EntityId::country);
        if let Some(node) = country.filter(|id| *id != profile.entity.id).and_then(|id| nodes.get_mut(&id)) {
            node.belongings.push(profile);
        }
    }
    for moment in moments {
        for id in named(moment.story, moment.sentence) {
            if let Some(node) = nodes.get_mut(id) {
                node.moments.push(*moment);
            }
        }
    }
    voices(newest, articles, &mut nodes);
    companions(library, articles, &mut nodes);
    nodes
}

fn empty(profile: &Profile) -> EntityNode<'_> {
    EntityNode {
        profile,
        appearances: Vec::new(),
        quotes: Vec::new(),
        voices: Vec::new(),
        roles: Vec::new(),
        offices: Vec::new(),
        relations: Vec::new(),
        belongings: Vec::new(),
        companions: Vec::new(),
        names: Vec::new(),
        moments: Vec::new(),
    }
}

/// The entities that a sentence names, each once.
fn named(story: &Story, sentence: usize) -> BTreeSet<&EntityId> {
    story.body.mentions_of(sentence).iter().map(|mention| &mention.entity).collect()
}

fn appear<'l>(article: &ArticleNode<'l>, nodes: &mut Nodes<'l>) {
    let story = article.story;
    for presence in &article.cast {
        let Some(node) = nodes.get_mut(&presence.profile.entity.id) else { continue };
        let mut sentences: Vec<usize> =
            presence.mentions.iter().map(|&at| story.body.mentions[at].sentence).collect();
        sentences.dedup();
        node.appearances.push(Appearance { story, sentences });
    }
}

/// Facts, each to those whom it is about.
fn tell<'l>(article: &ArticleNode<'l>, nodes: &mut Nodes<'l>) {
    for quote in &article.quotes {
        if let Some(node) = quote.fact.speaker.as_ref().and_then(|id| nodes.get_mut(id)) {
            node.quotes.push(*quote);
        }
    }
    for role in &article.roles {
        if let Some(node) = nodes.get_mut(&role.fact.person) {
            node.roles.push(*role);
        }
        if let Some(node) = role.fact.of.as_ref().and_then(|id| nodes.get_mut(id)) {
            node.offices.push(*role);
        }
    }
    for relation in &article.relations {
        for id in BTreeSet::from([&relation.fact.subject, &relation.fact.object]) {
            if let Some(node) = nodes.get_mut(id) {
                node.relations.push(*relation);
            }
        }
    }
}

fn voices<'l>(newest: &[&'l ArticleId], articles: &Articles<'l>, nodes: &mut Nodes<'l>) {
    let mut ties: BTreeMap<&EntityId, BTreeSet<EntityId>> = BTreeMap::new();
    for (&id, node) in nodes.iter().filter(|(id, _)| id.kind() == EntityKind::Person) {
        let offices = node.roles.iter().filter_map(|role| role.fact.of.clone());
        ties.insert(id, offices.chain(node.profile.entity.country().map(EntityId::country)).collect());
    }
    for quote in newest.iter().flat_map(|id| &articles[id].quotes) {
        let tied = quote.fact.speaker.as_ref().and_then(|speaker| ties.get(speaker));
        for id in tied.into_iter().flatten() {
            if let Some(node) = nodes.get_mut(id) {
                node.voices.push(*quote);
            }
        }
    }
}

/// Counts shared sentences and articles, and the words of each mention.
fn companions<'l>(library: &'l Library, articles: &Articles<'l>, nodes: &mut Nodes<'l>) {
    for node in nodes.values_mut() {
        let id = &node.profile.entity.id;
        let mut beside: BTreeMap<&EntityId, (usize, usize)> = BTreeMap::new();
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        for appearance in &node.appearances {
            let story = appearance.story;
            for presence in &articles[&story.article.id].cast {
                beside.entry(&presence.profile.entity.id).or_default().1 += 1;
            }
            for &sentence in &appearance.sentences {
                for other in named(story, sentence) {
                    beside.entry(other).or_default().0 += 1;
                }
                for mention in story.body.mentions_of(sentence).iter().filter(|m| m.entity == *id) {
                    *names.entry(story.body.words(&mention.range)).or_default() += 1;
                }
            }
        }
        beside.remove(id);
        let companion = |(id, (sentences, articles))| {
            Some(Companion { profile: library.profiles.get(id)?, sentences, articles })
        };
        node.companions = beside.into_iter().filter_map(companion).collect();
        node.companions.sort_by_key(|c| (Reverse(c.sentences), Reverse(c.articles)));
        node.names = names.into_iter().collect();
        node.names.sort_by_key(|(_, count)| Reverse(*count));
    }
}
