//! What articles, or those whom they quote, do not agree on. For `disagreements.html`.

use model::Status;
use serde::Serialize;

use super::Scene;
use super::date::{self, Date};
use super::piece::{EntityLink, Excerpt, Link};
use super::prose::Marked;
use super::quote::trimmed;
use crate::graph::{Disagreement, Harm, Place, Side, Sort, Value};
use crate::route::TELLINGS;

/// `disagreements` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Disagreements {
    /// The disagreements of this page.
    pub(crate) list: Vec<DisagreementLine>,
    /// How many there are on all pages.
    pub(crate) total: usize,
}

/// Values for one thing, side by side.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DisagreementLine {
    /// Its address on the page.
    pub(crate) id: String,
    /// `dispute`, `age`, `title`, `date`, `sum` or `wording`; of a count of people `killed`, `injured`, `missing`, `arrested` or `displaced`.
    pub(crate) sort: &'static str,
    /// Who or what it is about.
    pub(crate) about: Vec<EntityLink>,
    /// What is in question between the two, when it is that: `funded`.
    pub(crate) label: String,
    /// The values.
    pub(crate) sides: Vec<SideLine>,
}

/// One value.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SideLine {
    /// The value in words: `58 years`, `foreign minister`, `denied`.
    pub(crate) value: String,
    /// Where it is written, at most a few places.
    pub(crate) places: Vec<PlaceLine>,
    /// In how many more.
    pub(crate) more: usize,
}

/// A sentence with the value.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PlaceLine {
    /// Whose word it is.
    pub(crate) source: Option<EntityLink>,
    /// The sentence.
    pub(crate) sentence: Excerpt,
    /// The article.
    pub(crate) article: Link,
    /// Where the article appeared.
    pub(crate) publication: Option<String>,
    /// When the article was published.
    pub(crate) published: Option<Date>,
}

/// The address of a disagreement on its page.
pub(crate) fn place(at: usize) -> String {
    format!("n{}", at + 1)
}

/// The view of the page of disagreements.
pub(crate) fn view(scene: &Scene<'_>) -> Disagreements {
    let all = &scene.graph.disagreements;
    let list = scene.range().map(|at| scene.disagreement(at, &all[at])).collect();
    Disagreements { list, total: all.len() }
}

impl Scene<'_> {
    /// The disagreement with this number, from 0.
    pub(crate) fn disagreement(&self, at: usize, disagreement: &Disagreement<'_>) -> DisagreementLine {
        DisagreementLine {
            id: place(at),
            sort: match disagreement.sort {
                Sort::Dispute => "dispute",
                Sort::Age => "age",
                Sort::Title => "title",
                Sort::Wording => "wording",
                Sort::Toll(Harm::Killed) => "killed",
                Sort::Toll(Harm::Injured) => "injured",
                Sort::Toll(Harm::Missing) => "missing",
                Sort::Toll(Harm::Arrested) => "arrested",
                Sort::Toll(Harm::Displaced) => "displaced",
                Sort::Date => "date",
                Sort::Sum => "sum",
            },
            about: disagreement.about.iter().map(|id| self.entity_id(id)).collect(),
            label: disagreement.predicate.map_or(String::new(), |predicate| self.verb(predicate)),
            sides: disagreement.sides.iter().map(|side| self.side(side)).collect(),
        }
    }

    fn side(&self, side: &Side<'_>) -> SideLine {
        let value = match side.value {
            Value::Said(Status::Asserted) => self.say("badge.stated"),
            Value::Said(Status::Attributed) => self.say("badge.said"),
            Value::Said(status) => self.say(&format!("badge.{status}")),
            Value::Words(words) => trimmed(words).to_owned(),
            Value::When(date) => date::show(date, self.language).words,
            Value::Years(years) => {
                self.language.count("dispute.years", usize::try_from(years).unwrap_or_default(), &[])
            }
        };
        SideLine {
            value,
            places: side.places.iter().take(TELLINGS).map(|place| self.place(place)).collect(),
            more: side.places.len().saturating_sub(TELLINGS),
        }
    }

    fn place(&self, place: &Place<'_>) -> PlaceLine {
        let article = &place.story.article;
        PlaceLine {
            source: place.source.map(|id| self.entity_id(id)),
            sentence: self.excerpt(place.story, place.sentence, Marked::Nothing),
            article: self.article(place.story, ""),
            publication: article.source.as_ref().map(|source| source.name.clone()),
            published: self.published(place.story),
        }
    }
}
