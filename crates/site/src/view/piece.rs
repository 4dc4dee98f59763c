//! What several templates print alike: links to articles and entities, excerpts, tallies.

use model::{EntityId, EntityKind};
use serde::Serialize;

use super::Scene;
use super::date::Date;
use super::html::Html;
use super::lead;
use super::prose::{self, Marked};
use crate::catalog::Order;
use crate::graph::Presence;
use crate::library::{Profile, Story};
use crate::route::Node;

/// A link.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Link {
    /// Its words.
    pub(crate) text: String,
    /// Where it leads.
    pub(crate) href: String,
    /// The language of the words, when it is not that of the site.
    pub(crate) language: Option<String>,
}

impl Link {
    /// A link in the words of the page, or by a name.
    pub(crate) fn new(text: impl Into<String>, href: String) -> Self {
        Self { text: text.into(), href, language: None }
    }
}

/// A link to an entity's page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct EntityLink {
    /// Its name.
    pub(crate) name: String,
    /// Where its page is.
    pub(crate) href: String,
    /// `person`, `country`, `group` or `place`.
    pub(crate) kind: &'static str,
}

/// A link to an article with what a reader wants to know before following it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ArticleLine {
    /// The headline.
    pub(crate) title: String,
    /// Where its page is.
    pub(crate) href: String,
    /// When it was published.
    pub(crate) date: Option<Date>,
    /// Where it appeared.
    pub(crate) source: Option<String>,
    /// The sentence that stands for it as HTML; empty when its page shows none.
    pub(crate) lead: Html,
    /// The language of the headline and of the sentence, when it is not that of the site.
    pub(crate) language: Option<String>,
    /// Its main people, countries, groups and places.
    pub(crate) chips: Vec<EntityLink>,
}

/// A sentence shown outside its article.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Excerpt {
    /// The sentence as HTML; `[…]` when it may not be shown.
    pub(crate) html: Html,
    /// Its language, when it is not that of the site.
    pub(crate) language: Option<String>,
    /// Where it stands.
    pub(crate) href: String,
    /// The number of its paragraph.
    pub(crate) paragraph: usize,
}

/// An entity with how many articles and sentences name it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Tally {
    /// Who or what.
    pub(crate) entity: EntityLink,
    /// In how many articles.
    pub(crate) articles: usize,
    /// In how many sentences.
    pub(crate) sentences: usize,
}

/// Entities of one kind under its heading.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Kind<T> {
    /// `People`, `Countries`, `Groups` or `Places`.
    pub(crate) label: String,
    /// `people`, `countries`, `groups` or `places`.
    pub(crate) folder: &'static str,
    /// The page of all of this kind; empty when there is none.
    pub(crate) href: String,
    /// The entities.
    pub(crate) members: Vec<T>,
}

/// How many chips an article line has.
const CHIPS: usize = 4;

impl Scene<'_> {
    /// The heading of a kind.
    pub(crate) fn kind(&self, kind: EntityKind) -> String {
        self.say(&format!("kind.{}", kind.folder()))
    }

    /// The link to an entity's page.
    pub(crate) fn entity(&self, profile: &Profile) -> EntityLink {
        let entity = &profile.entity;
        EntityLink {
            name: entity.name.clone(),
            href: self.entity_href(&entity.id),
            kind: prose::class(entity.id.kind()),
        }
    }

    /// The link to the page of the entity with this identifier.
    pub(crate) fn entity_id(&self, id: &EntityId) -> EntityLink {
        EntityLink {
            name: self.graph.name(id).to_owned(),
            href: self.entity_href(id),
            kind: prose::class(id.kind()),
        }
    }

    /// The link to an article's page, or to a place in it.
    pub(crate) fn article(&self, story: &Story, place: &str) -> Link {
        let href = self.article_href(&story.article.id, place);
        Link { text: story.article.title.clone(), href, language: self.tongue(&story.article) }
    }

    /// The link to an article with its date, source, first sentence and main names.
    pub(crate) fn line(&self, story: &Story) -> ArticleLine {
        let article = &story.article;
        let excerpt = |at| prose::excerpt(self, story, at, Marked::Nothing);
        let cast = || &self.graph.articles[&article.id].cast;
        ArticleLine {
            title: article.title.clone(),
            href: self.article_href(&article.id, ""),
            date: self.wanted("date", || self.published(story)),
            source: article.source.as_ref().map(|source| source.name.clone()),
            lead: self.wanted("lead", || lead::of(self.rights, story).map(excerpt).unwrap_or_default()),
            language: self.tongue(article),
            chips: self.wanted("chips", || {
                chips(cast()).into_iter().map(|presence| self.entity(presence.profile)).collect()
            }),
        }
    }

    /// A sentence of an article.
    pub(crate) fn excerpt(&self, story: &Story, sentence: usize, marked: Marked<'_>) -> Excerpt {
        Excerpt {
            html: prose::excerpt(self, story, sentence, marked),
            language: self.tongue(&story.article),
            href: self.article_href(&story.article.id, &format!("s{}", sentence + 1)),
            paragraph: story.body.sentences.get(sentence).map_or(0, |found| found.paragraph()),
        }
    }

    /// Entities of all kinds under their headings, kinds without any left out.
    pub(crate) fn kinds<T>(&self, members: impl Fn(EntityKind) -> Vec<T>) -> Vec<Kind<T>> {
        let kind = |&kind: &EntityKind| Kind {
            label: self.kind(kind),
            folder: kind.folder(),
            href: self.href(&Node::Entities(kind, Order::Name), ""),
            members: members(kind),
        };
        EntityKind::ALL.iter().map(kind).filter(|kind| !kind.members.is_empty()).collect()
    }
}

/// The entities that an article names most, two of them people if there are as many.
fn chips<'a, 'l>(cast: &'a [Presence<'l>]) -> Vec<&'a Presence<'l>> {
    let of = |kinds: &[EntityKind]| {
        let mut found: Vec<&Presence<'_>> =
            cast.iter().filter(|p| kinds.contains(&p.profile.entity.id.kind())).collect();
        found.sort_by_key(|presence| std::cmp::Reverse(presence.mentions));
        found
    };
    let mut chips = of(&[EntityKind::Person]);
    chips.truncate(CHIPS / 2);
    let others = of(&[EntityKind::Country, EntityKind::Group, EntityKind::Place]);
    chips.extend(others.into_iter().take(CHIPS - chips.len()));
    chips
}
