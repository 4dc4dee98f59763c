//! One news article: [`Article`], what is in its content file.

use std::collections::BTreeMap;

use crate::country::CountryCode;
use crate::date::PartialDate;
use crate::evidence::Evidence;
use crate::fact::{DateMention, Event, Quantity, Quote, Relation, Role};
use crate::generated::Generated;
use crate::id::{ArticleId, EntityId, EntityKind, Slug};

/// A news article with who and what it names and what it says.
///
/// A title and a body are enough for one that a person writes; all else may be empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// Its identifier: the name of its file.
    pub id: ArticleId,
    /// The headline.
    pub title: String,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Where it appeared.
    pub source: Option<Source>,
    /// Its language as a BCP 47 tag; English when not named.
    pub language: Option<String>,
    /// What a person noted about it, under names of their own. Nobody else is to see it unless they say so.
    pub notes: BTreeMap<String, String>,
    /// Whether it is left out of a build without `--drafts`.
    pub draft: bool,
    /// Who and what it is about, the most important first within each kind; links in the body count too.
    pub cast: Cast,
    /// Names in it of which nobody can tell who is meant.
    pub undecided: Vec<String>,
    /// How the file was generated; `None` for one that a person wrote.
    pub generated: Option<Generated>,
    /// Who says what.
    pub quotes: Vec<Quote>,
    /// Dates written in the text.
    pub dates: Vec<DateMention>,
    /// Money, percentages, counts.
    pub quantities: Vec<Quantity>,
    /// Who holds which office.
    pub roles: Vec<Role>,
    /// Who does what to whom.
    pub relations: Vec<Relation>,
    /// What happened.
    pub events: Vec<Event>,
    /// The sentences that say most of it, in the order of the text: three to five of a long article, fewer of a short one.
    pub key_points: Vec<Evidence>,
    /// The text in Markdown: a blank line between paragraphs, a line for each sentence, `##` before a subhead. A mention is
    /// a relative link to the entity's file.
    pub body: String,
}

/// Where an article appeared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The publication.
    pub name: String,
    /// The address of the original.
    pub url: Option<String>,
}

/// The entities of an article by kind, each list with the most important first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cast {
    /// People, by slug.
    pub people: Vec<Slug>,
    /// Countries, by code.
    pub countries: Vec<CountryCode>,
    /// Groups, by slug.
    pub groups: Vec<Slug>,
    /// Places, by slug.
    pub places: Vec<Slug>,
}

impl Article {
    /// An article of which only the title and the body are known.
    pub fn new(id: ArticleId, title: impl Into<String>, body: impl Into<String>) -> Self {
        Self {
            id,
            title: title.into(),
            published: None,
            author: None,
            source: None,
            language: None,
            notes: BTreeMap::new(),
            draft: false,
            cast: Cast::default(),
            undecided: Vec::new(),
            generated: None,
            quotes: Vec::new(),
            dates: Vec::new(),
            quantities: Vec::new(),
            roles: Vec::new(),
            relations: Vec::new(),
            events: Vec::new(),
            key_points: Vec::new(),
            body: body.into(),
        }
    }
}

impl Cast {
    /// All of them as identifiers: people, countries, groups, places.
    pub fn ids(&self) -> Vec<EntityId> {
        let of = |kind, slugs: &[Slug]| -> Vec<EntityId> {
            slugs.iter().filter_map(|slug| EntityId::new(kind, slug.clone()).ok()).collect()
        };
        let countries = self.countries.iter().map(|&code| EntityId::country(code));
        let mut ids = of(EntityKind::Person, &self.people);
        ids.extend(countries);
        ids.extend(of(EntityKind::Group, &self.groups));
        ids.extend(of(EntityKind::Place, &self.places));
        ids
    }

    /// Adds an entity after those of its kind, unless it is there.
    pub fn push(&mut self, id: &EntityId) {
        let slugs = match id.kind() {
            EntityKind::Person => &mut self.people,
            EntityKind::Group => &mut self.groups,
            EntityKind::Place => &mut self.places,
            EntityKind::Country => {
                self.countries.extend(id.country_code().filter(|code| !self.countries.contains(code)));
                return;
            }
        };
        if !slugs.contains(id.slug()) {
            slugs.push(id.slug().clone());
        }
    }
}
