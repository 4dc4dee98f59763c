//! Facts as pages print them: quotes, roles, relations, figures, dates, each with the link to its sentence.

use std::collections::BTreeMap;

use model::{EntityId, Quantity, Quote, QuoteKind, Relation, Role, RoleStatus, Status};
use serde::Serialize;

use super::Scene;
use super::date::{self, Date};
use super::piece::{EntityLink, Excerpt, Link};
use super::prose::Marked;
use crate::graph::Told;

/// Words that somebody said.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct QuoteLine {
    /// Its address in its article: `q1`.
    pub(crate) id: String,
    /// The words.
    pub(crate) words: String,
    /// Whether they stand between quotation marks, or are reported.
    pub(crate) direct: bool,
    /// Who says it, when that is certain.
    pub(crate) speaker: Option<EntityLink>,
    /// The speaker as printed.
    pub(crate) speaker_text: Option<String>,
    /// The sentence with these words.
    pub(crate) sentence: Excerpt,
    /// The article.
    pub(crate) article: Link,
    /// The quote in its article.
    pub(crate) permalink: String,
    /// When the article was published.
    pub(crate) date: Option<Date>,
    /// The language of the words, when it is not that of the site.
    pub(crate) language: Option<String>,
}

/// An office of one person, with every place where it is printed.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RoleLine {
    /// The title as printed.
    pub(crate) title: String,
    /// `former`, `acting`, or empty.
    pub(crate) status: &'static str,
    /// Who.
    pub(crate) person: EntityLink,
    /// Of which country or group.
    pub(crate) of: Option<EntityLink>,
    /// Where it is written, newest article first.
    pub(crate) sources: Vec<Source>,
}

/// Where something is written.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Source {
    /// The sentence.
    pub(crate) href: String,
    /// The headline.
    pub(crate) title: String,
    /// When it was published.
    pub(crate) date: Option<Date>,
}

/// What one does to another, as one of them sees it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RelationLine {
    /// Who does it, in an article's list; none on the page of an entity, which is the subject of the label.
    pub(crate) subject: Option<EntityLink>,
    /// `accused`, `accused by`.
    pub(crate) label: &'static str,
    /// The other.
    pub(crate) other: EntityLink,
    /// How the article vouches for it: `attributed`, `alleged`, `denied`, `hypothetical`, or empty.
    pub(crate) status: &'static str,
    /// Who says so.
    pub(crate) source: Option<EntityLink>,
    /// When.
    pub(crate) date: Option<Date>,
    /// The sentence.
    pub(crate) sentence: Excerpt,
    /// The article.
    pub(crate) article: Link,
}

/// A number with its unit.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Figure {
    /// As printed.
    pub(crate) words: String,
    /// What it was read as: `about 20,000,000`, `25 to 50`.
    pub(crate) value: String,
    /// An ISO 4217 code, `percent`, or a noun in the singular.
    pub(crate) unit: String,
    /// The sentence.
    pub(crate) sentence: Excerpt,
}

/// The word for how an article vouches for something; nothing for what it says in its own voice.
pub(crate) fn status(status: Status) -> &'static str {
    match status {
        Status::Asserted => "",
        Status::Attributed => "attributed",
        Status::Alleged => "alleged",
        Status::Denied => "denied",
        Status::Hypothetical => "hypothetical",
    }
}

impl Scene<'_> {
    /// A quote.
    pub(crate) fn quote(&self, told: &Told<'_, Quote>) -> QuoteLine {
        let article = &told.story.article;
        let id = format!("q{}", told.number);
        QuoteLine {
            words: trimmed(&told.fact.evidence.text).to_owned(),
            direct: told.fact.kind == QuoteKind::Direct,
            speaker: told.fact.speaker.as_ref().map(|id| self.entity_id(id)),
            speaker_text: told.fact.speaker_text.clone(),
            sentence: self.excerpt(told.story, told.sentence, Marked::Nothing),
            article: self.article(told.story, ""),
            permalink: self.article(told.story, &id).href,
            date: article.published.as_ref().map(date::show),
            language: article.language.clone().filter(|tag| *tag != self.config.default_language),
            id,
        }
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
                    title: fact.title.clone(),
                    status: if fact.status == RoleStatus::Current { "" } else { fact.status.as_str() },
                    person: self.entity_id(&fact.person),
                    of: fact.of.as_ref().map(|id| self.entity_id(id)),
                    sources: Vec::new(),
                });
                lines.len() - 1
            });
            lines[at].sources.push(self.source(role));
        }
        lines
    }

    /// Where a fact is written.
    pub(crate) fn source<F>(&self, told: &Told<'_, F>) -> Source {
        let article = self.article(told.story, &format!("s{}", told.sentence + 1));
        let date = told.story.article.published.as_ref().map(date::show);
        Source { href: article.href, title: article.text, date }
    }

    /// A relation as an article's list shows it, or as `of` sees it.
    pub(crate) fn relation(&self, told: &Told<'_, Relation>, of: Option<&EntityId>) -> RelationLine {
        let fact = told.fact;
        let (label, reverse) = fact.predicate.labels();
        let turned = of == Some(&fact.object);
        RelationLine {
            subject: of.is_none().then(|| self.entity_id(&fact.subject)),
            label: if turned { reverse } else { label },
            other: self.entity_id(if turned { &fact.subject } else { &fact.object }),
            status: status(fact.status),
            source: fact.source.as_ref().map(|id| self.entity_id(id)),
            date: fact.date.as_ref().map(date::show),
            sentence: self.excerpt(told.story, told.sentence, of.map_or(Marked::Nothing, Marked::Entity)),
            article: self.article(told.story, ""),
        }
    }

    /// A figure.
    pub(crate) fn figure(&self, told: &Told<'_, Quantity>) -> Figure {
        Figure {
            words: told.fact.evidence.text.clone(),
            value: value(told.fact),
            unit: told.fact.unit.clone(),
            sentence: self.excerpt(told.story, told.sentence, Marked::Words(told.words)),
        }
    }
}

/// The comma before a closing quotation mark belongs to the sentence around it.
fn trimmed(words: &str) -> &str {
    words.trim_end_matches([',', ' '])
}

/// `about 20,000,000`, `25,000,000 to 50,000,000`, `11 or more`.
fn value(quantity: &Quantity) -> String {
    let about = if quantity.approx { "about " } else { "" };
    let number = match (quantity.value, quantity.low, quantity.high) {
        (Some(value), ..) => grouped(value),
        (None, Some(low), Some(high)) => format!("{} to {}", grouped(low), grouped(high)),
        (None, Some(low), None) => format!("{} or more", grouped(low)),
        (None, None, Some(high)) => format!("up to {}", grouped(high)),
        (None, None, None) => return String::new(),
    };
    format!("{about}{number}")
}

/// Digits in groups of three: `20,000,000`.
fn grouped(number: f64) -> String {
    let shown = number.to_string();
    let (whole, fraction) = shown.split_once('.').map_or((shown.as_str(), None), |(w, f)| (w, Some(f)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut grouped = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    fraction.map_or(grouped.clone(), |fraction| format!("{grouped}.{fraction}"))
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
        assert_eq!(value(&quantity(Some(20e6), None, None, true)), "about 20,000,000");
        assert_eq!(value(&quantity(None, Some(25e6), Some(50e6), false)), "25,000,000 to 50,000,000");
        assert_eq!(value(&quantity(None, None, Some(1234.5), false)), "up to 1,234.5");
        assert_eq!(value(&quantity(Some(-100.0), None, None, false)), "-100");
    }
}
