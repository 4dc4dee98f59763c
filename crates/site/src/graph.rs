//! [`Library`] → [`Graph`]: every link both ways, computed once, before any page: which articles name an entity and in
//! which sentences, who said what, who held which office, who stands beside whom, and what happened when.
//!
//! A fact whose words are no longer in the text is reported and left out, so that nothing on a page lacks its sentence.

mod articles;
mod evidence;
mod saying;
mod proposition;
mod age;
mod harm;
mod toll;
mod variance;
mod office;
mod timeline;
mod name;
mod disagreement;
mod pair;
mod entity;
mod related;
mod source;
pub(crate) mod summary;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use diag::Sink;
use model::{
    ArticleId, DateMention, EntityId, EntityKind, Event, Evidence, PartialDate, Quantity, Quote, Relation,
    Role, Slug,
};
use rayon::prelude::*;

pub(crate) use age::Age;
pub(crate) use articles::Articles;
pub(crate) use disagreement::{Disagreement, Place, Side, Sort, Value};
pub(crate) use entity::{Appearance, Companion, EntityNode};
pub(crate) use evidence::Told;
pub(crate) use harm::Harm;
pub(crate) use name::SharedName;
pub(crate) use pair::Pair;
pub(crate) use proposition::Proposition;
pub(crate) use related::Related;
pub(crate) use saying::{Saying, Wording};
pub(crate) use source::Publication;
pub(crate) use timeline::Moment;

use crate::config::Config;
pub(crate) use crate::library::Anchored;
use crate::library::{Library, Profile, Story};
use crate::markdown::Mention;

/// All links between articles and entities.
#[derive(Debug)]
pub(crate) struct Graph<'l> {
    /// What is linked.
    pub(crate) library: &'l Library,
    /// The entities by number.
    profiles: Vec<&'l Profile>,
    /// The articles.
    pub(crate) articles: Articles<'l>,
    /// People, countries, groups and places by identifier.
    pub(crate) entities: BTreeMap<&'l EntityId, EntityNode<'l>>,
    /// How many entities of each kind there are.
    pub(crate) population: BTreeMap<EntityKind, usize>,
    /// What is said to have happened when, in the order of time; dates without a year come last.
    pub(crate) moments: Vec<Moment<'l>>,
    /// See [`Graph::names`].
    names: OnceLock<BTreeMap<Slug, SharedName>>,
    /// What was said, the copies of one quote folded, newest first.
    pub(crate) sayings: Vec<Saying<'l>>,
    /// What is said to be so between two, newest first.
    pub(crate) propositions: Vec<Proposition<'l>>,
    /// What articles, or those whom they quote, do not agree on, newest first; none when nobody asks for them.
    pub(crate) disagreements: Vec<Disagreement<'l>>,
    /// Where articles appeared, by slug.
    pub(crate) publications: BTreeMap<Slug, Publication<'l>>,
    /// Who stands together in sentences, by the name of the page.
    pub(crate) pairs: BTreeMap<String, Pair<'l>>,
    /// The names of these pages by the two.
    together: BTreeMap<(EntityId, EntityId), String>,
}

/// An article and all that it says.
#[derive(Debug)]
pub(crate) struct ArticleNode<'l> {
    /// The article.
    pub(crate) story: &'l Story,
    /// Whom it names, the most important first within each kind.
    pub(crate) cast: Vec<Presence<'l>>,
    /// Who says what, in the order of the text.
    pub(crate) quotes: Vec<Told<'l, Quote>>,
    /// Which of the graph's sayings each quote is.
    pub(crate) sayings: Vec<usize>,
    /// Dates in the order of the text.
    pub(crate) dates: Vec<Told<'l, DateMention>>,
    /// Figures in the order of the text.
    pub(crate) quantities: Vec<Told<'l, Quantity>>,
    /// Offices in the order of the text.
    pub(crate) roles: Vec<Told<'l, Role>>,
    /// Relations in the order of the text.
    pub(crate) relations: Vec<Told<'l, Relation>>,
    /// Events in the order of the text.
    pub(crate) events: Vec<Told<'l, Event>>,
    /// The sentences that say most of it, in the order of the text.
    pub(crate) key_points: Vec<Told<'l, Evidence>>,
    /// The next older article.
    pub(crate) older: Option<&'l ArticleId>,
    /// The next newer article.
    pub(crate) newer: Option<&'l ArticleId>,
}

/// An entity in an article.
#[derive(Debug, Clone)]
pub(crate) struct Presence<'l> {
    /// Who or what.
    pub(crate) profile: &'l Profile,
    /// How many of the text's mentions are of it; none when only the cast or a fact names it.
    pub(crate) mentions: usize,
    /// The first of them.
    pub(crate) first: Option<u32>,
    /// The titles that the article gives a person.
    pub(crate) titles: Box<[Title<'l>]>,
}

/// A title that an article gives a person.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Title<'l> {
    /// As printed.
    pub(crate) words: &'l str,
    /// Whose it is, where the article says so.
    pub(crate) of: Option<&'l EntityId>,
}

/// What costs time and is not shown on every site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// In how many sentences two must stand together to be a pair; none are when it is nothing.
    pub(crate) pairs: Option<usize>,
    /// What articles do not agree on.
    pub(crate) disagreements: bool,
}

impl Wanted {
    /// All there is.
    pub(crate) fn all(config: &Config) -> Self {
        Self { pairs: Some(config.pair_sentences), disagreements: true }
    }
}

/// Links a library.
pub(crate) fn link<'l>(library: &'l Library, wanted: Wanted, sink: &mut Sink) -> Graph<'l> {
    let profiles: Vec<&Profile> = library.profiles.values().collect();
    library.stories.values().for_each(|story| sink.append(story.lost.clone()));
    let nodes = library.stories.par_iter().map(|(_, story)| article(story, &profiles)).collect();
    let mut articles = Articles::of_library(library, nodes);
    let ((sayings, printed), (moments, pairs, propositions)) = rayon::join(
        || {
            let sayings = saying::fold(&articles);
            let printed = saying::back(&articles, &sayings);
            (sayings, printed)
        },
        || {
            let propositions = proposition::gather(&articles);
            let find = |least| pair::find(&profiles, articles.oldest(), &propositions, least);
            (timeline::collect(&articles), wanted.pairs.map(find).unwrap_or_default(), propositions)
        },
    );
    let corpus = entity::Corpus { moments: &moments, sayings: &sayings, propositions: &propositions };
    let ((disagreements, publications), entities) = rayon::join(
        || {
            let find = || disagreement::find(&articles, &sayings, &propositions);
            (if wanted.disagreements { find() } else { Vec::new() }, source::gather(&articles))
        },
        || entity::collect(&profiles, &articles, &corpus),
    );
    for (node, sayings) in articles.iter_mut().zip(printed) {
        node.sayings = sayings;
    }
    let together = pairs.iter().map(|(name, p)| ((p.a.clone(), p.b.clone()), name.clone())).collect();
    Graph {
        library,
        names: OnceLock::new(),
        publications,
        profiles,
        articles,
        population: population(&entities),
        entities,
        moments,
        sayings,
        propositions,
        disagreements,
        pairs,
        together,
    }
}

impl<'l> Graph<'l> {
    /// The articles newest first.
    pub(crate) fn stories(&self) -> impl DoubleEndedIterator<Item = &ArticleNode<'l>> {
        self.articles.newest()
    }

    /// Names that are not one's alone, by slug; gathered when they are first asked for, since not every theme shows them.
    pub(crate) fn names(&self) -> &BTreeMap<Slug, SharedName> {
        self.names.get_or_init(|| name::shared(self.library))
    }

    /// Articles that name the same as one, the nearest first.
    pub(crate) fn related(&self, node: &ArticleNode<'l>) -> Vec<Related<'l>> {
        related::find(node, &self.articles, &self.entities)
    }

    /// The name of the page of two, when they have one.
    pub(crate) fn pair(&self, a: &EntityId, b: &EntityId) -> Option<&str> {
        self.together.get(&(a.min(b).clone(), a.max(b).clone())).map(String::as_str)
    }

    /// The name of an entity.
    pub(crate) fn name(&self, id: &EntityId) -> &'l str {
        self.library.profiles.get(id).map_or("", |profile| profile.entity.name.as_str())
    }
}

impl Story {
    /// When the article was published, if the year is known.
    pub(crate) fn published(&self) -> Option<&PartialDate> {
        self.article.published.as_ref().filter(|_| self.is_dated)
    }

    /// The day on which it was published or the first on which it can have been, as feeds and sitemaps write it: `2024-06-07`.
    /// They know the years 1 to 9999 and no others.
    pub(crate) fn day(&self) -> Option<String> {
        let day = self.published()?.earliest().filter(|day| (1..=9999).contains(&day.year))?;
        Some(format!("{:04}-{:02}-{:02}", day.year, day.month, day.day))
    }

    /// Whether two articles appeared at most so many days apart, as far as is known to the day.
    pub(crate) fn is_within(&self, other: &Story, days: i64) -> bool {
        let day = |story: &Story| story.published().and_then(PartialDate::day);
        let (Some(a), Some(b)) = (day(self), day(other)) else { return false };
        a.since(b).is_ok_and(|span| i64::from(span.get_days()).abs() <= days)
    }
}

/// How many there are of each kind.
fn population(entities: &BTreeMap<&EntityId, EntityNode<'_>>) -> BTreeMap<EntityKind, usize> {
    let mut population = BTreeMap::new();
    for id in entities.keys() {
        *population.entry(id.kind()).or_default() += 1;
    }
    population
}

/// The numbers of the entities that a sentence names, each once, in the order of the text.
fn named(story: &Story, sentence: usize) -> impl Iterator<Item = usize> {
    let mentions = story.body.mentions_of(sentence);
    let is_first = |(at, mention): &(usize, &Mention)| {
        !mentions[..*at].iter().any(|before| before.who() == mention.who())
    };
    mentions.iter().enumerate().filter(is_first).map(|(_, mention)| story.who(mention))
}

fn article<'l>(story: &'l Story, profiles: &[&'l Profile]) -> ArticleNode<'l> {
    let (facts, anchors) = (&story.article, &story.anchors);
    let roles = evidence::tell(story, &facts.roles, &anchors.roles);
    ArticleNode {
        story,
        cast: cast(story, profiles, &roles),
        quotes: evidence::tell(story, &facts.quotes, &anchors.quotes),
        sayings: Vec::new(),
        dates: evidence::tell(story, &facts.dates, &anchors.dates),
        quantities: evidence::tell(story, &facts.quantities, &anchors.quantities),
        relations: evidence::tell(story, &facts.relations, &anchors.relations),
        events: evidence::tell(story, &facts.events, &anchors.events),
        roles,
        key_points: evidence::tell(story, &facts.key_points, &anchors.key_points),
        older: None,
        newer: None,
    }
}

fn cast<'l>(story: &'l Story, profiles: &[&'l Profile], roles: &[Told<'l, Role>]) -> Vec<Presence<'l>> {
    let presence = |&number: &u32| {
        let profile = profiles[number as usize];
        let mut titles: Vec<Title> = Vec::new();
        for role in roles.iter().filter(|role| role.fact.person == profile.entity.id) {
            let (words, of) = (role.fact.title.as_str(), role.fact.of.as_ref());
            match titles.iter_mut().find(|title| title.words == words) {
                Some(title) => title.of = title.of.or(of),
                None => titles.push(Title { words, of }),
            }
        }
        let mut mentions = story.mentions_of(profile.number).map(|(at, _)| at as u32);
        let first = mentions.next();
        let mentions = usize::from(first.is_some()) + mentions.count();
        Presence { profile, mentions, first, titles: titles.into() }
    };
    story.cast.iter().map(presence).collect()
}

#[cfg(test)]
mod tests;
