//! Facts as pages print them: roles and figures, each with the link to its sentence.

use std::collections::BTreeMap;

use model::{EntityId, Quantity, Role, RoleStatus};
use serde::Serialize;

use super::Scene;
use super::date::Date;
use super::piece::{EntityLink, Excerpt, Link};
use super::prose::Marked;
use super::why::Why;
use crate::graph::{Anchored, Told};
use crate::language::Language;
use crate::library::Story;
use crate::route::SOURCES;

/// An office of one person, with every place where it is printed.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RoleLine {
    /// Its address in the article of its first source: `o-1a2b3c4d`.
    pub(crate) id: String,
    /// The title as printed.
    pub(crate) title: String,
    /// `former`, `acting`, or empty.
    pub(crate) status: &'static str,
    /// Who.
    pub(crate) person: EntityLink,
    /// Of which country or group.
    pub(crate) of: Option<EntityLink>,
    /// Where it is written, at most a few places.
    pub(crate) sources: Vec<Source>,
    /// In how many more.
    pub(crate) more: usize,
    /// How it was found in its first source.
    pub(crate) why: Option<Why>,
}

/// Where something is written.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Source {
    /// The sentence.
    pub(crate) href: String,
    /// The headline.
    pub(crate) title: String,
    /// Where the article appeared.
    pub(crate) publication: Option<String>,
    /// When it was published.
    pub(crate) date: Option<Date>,
    /// The language of the article, when it is not that of the site.
    pub(crate) language: Option<String>,
}

/// A number with its unit.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Figure {
    /// Its address in its article: `f-1a2b3c4d`.
    pub(crate) id: String,
    /// As printed.
    pub(crate) words: String,
    /// What it was read as: `about 20,000,000`, `25 to 50`.
    pub(crate) value: String,
    /// An ISO 4217 code, `percent`, or a noun in the singular.
    pub(crate) unit: String,
    /// The sentence.
    pub(crate) sentence: Excerpt,
    /// How it was found.
    pub(crate) why: Option<Why>,
}

impl Scene<'_> {
    /// A title with whose it is: `President, Peru`.
    pub(crate) fn title(&self, words: &str, of: Option<&EntityId>) -> String {
        of.map_or_else(|| words.to_owned(), |of| format!("{words}, {}", self.graph.name(of)))
    }

    /// Offices, the same one of a person only once.
    pub(crate) fn roles(&self, told: &[Told<'_, Role>]) -> Vec<RoleLine> {
        let mut lines: Vec<RoleLine> = Vec::new();
        let mut known: BTreeMap<(&EntityId, String, RoleStatus, Option<&EntityId>), usize> = BTreeMap::new();
        for role in told {
            let fact = role.fact;
            let key = (&fact.person, fact.title.to_lowercase(), fact.status, fact.of.as_ref());
            let at = *known.entry(key).or_insert_with(|| {
                lines.push(RoleLine {
                    id: role.place(),
                    why: self.why(fact.basis()),
                    title: fact.title.clone(),
                    status: if fact.status == RoleStatus::Current { "" } else { fact.status.as_str() },
                    person: self.entity_id(&fact.person),
                    of: fact.of.as_ref().map(|id| self.entity_id(id)),
                    sources: Vec::new(),
                    more: 0,
                });
                lines.len() - 1
            });
            if lines[at].sources.len() < SOURCES {
                lines[at].sources.push(self.source(role));
            } else {
                lines[at].more += 1;
            }
        }
        lines
    }

    /// Offices of a country or a group for its own pages, which need not say whose they are.
    pub(crate) fn offices(&self, id: &EntityId, told: &[Told<'_, Role>]) -> Vec<RoleLine> {
        let own = self.entity_id(id);
        let line = |line: RoleLine| RoleLine { of: line.of.filter(|of| of.href != own.href), ..line };
        self.roles(told).into_iter().map(line).collect()
    }

    /// Where a fact is written.
    pub(crate) fn source<F>(&self, told: &Told<'_, F>) -> Source {
        let article = self.article(told.story, &format!("s{}", told.sentence + 1));
        self.source_of(told.story, article)
    }

    /// A place in an article as the source of something.
    pub(crate) fn source_of(&self, story: &Story, place: Link) -> Source {
        Source {
            href: place.href,
            title: place.text,
            publication: story.article.source.as_ref().map(|source| source.name.clone()),
            date: self.published(story),
            language: place.language,
        }
    }

    /// A figure.
    pub(crate) fn figure(&self, told: &Told<'_, Quantity>) -> Figure {
        Figure {
            id: told.place(),
            words: told.fact.evidence.text.clone(),
            value: value(told.fact, self.language),
            unit: told.fact.unit.clone(),
            sentence: self.excerpt(told.story, told.sentence, Marked::Words(told.words)),
            why: self.why(told.fact.basis()),
        }
    }
}

/// `about 20,000,000`, `25,000,000 to 50,000,000`, `11 or more`.
fn value(quantity: &Quantity, language: &Language) -> String {
    let digits = |number: f64| language.digits(&number.to_string());
    let bound =
        |key: &str, number: f64| language.fill(key, &[("low", &digits(number)), ("high", &digits(number))]);
    let number = match (quantity.value, quantity.low, quantity.high) {
        (Some(value), ..) => digits(value),
        (None, Some(low), Some(high)) => {
            language.fill("figure.range", &[("low", &digits(low)), ("high", &digits(high))])
        }
        (None, Some(low), None) => bound("figure.least", low),
        (None, None, Some(high)) => bound("figure.most", high),
        (None, None, None) => return String::new(),
    };
    if quantity.approx { language.fill("figure.about", &[("value", &number)]) } else { number }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_say_their_number_and_bounds() {
        let quantity = |value, low, high, approx| Quantity {
            evidence: model::Evidence::default(),
            value,
            low,
            high,
            unit: "USD".to_owned(),
            approx,
            basis: None,
        };
        let english = crate::language::read(&crate::Theme::briefing(), "en", &mut diag::Sink::default());
        let value = |quantity: &Quantity| value(quantity, &english);
        assert_eq!(value(&quantity(Some(20e6), None, None, true)), "about 20,000,000");
        assert_eq!(value(&quantity(None, Some(25e6), Some(50e6), false)), "25,000,000 to 50,000,000");
        assert_eq!(value(&quantity(None, None, Some(1234.5), false)), "up to 1,234.5");
        assert_eq!(value(&quantity(Some(-100.0), None, None, false)), "-100");
    }
}
