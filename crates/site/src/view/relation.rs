//! Relations and claims as pages print them: who, what, whom, how each article vouches for it, and its sentence.

use std::collections::BTreeSet;

use model::{EntityId, Mode, Predicate, Relation, Status};
use serde::Serialize;

use super::Scene;
use super::date::Date;
use super::fact::Source;
use super::piece::{EntityLink, Excerpt, Link};
use super::prose::Marked;
use super::why::Why;
use crate::graph::{Anchored, Proposition, Told};
use crate::route::{Node, SOURCES, TELLINGS};
use crate::sheet::Sheet;

/// What an article says of two.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RelationLine {
    /// Its address in its article: `r-1a2b3c4d`.
    pub(crate) id: String,
    /// Who does it.
    pub(crate) subject: EntityLink,
    /// `accused`; `may accuse` when it is no more than possible.
    pub(crate) label: String,
    /// To whom or which.
    pub(crate) object: EntityLink,
    /// How the article vouches for it, and where.
    pub(crate) telling: Telling,
}

/// What is said to be so between two, with every sentence that says it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Claim {
    /// Who does it.
    pub(crate) subject: EntityLink,
    /// `accused`; `may accuse` when it is no more than possible.
    pub(crate) label: String,
    /// To whom or which.
    pub(crate) object: EntityLink,
    /// Every way in which articles vouch for it but their own voice.
    pub(crate) badges: Vec<&'static str>,
    /// Where both sides stand side by side, when somebody denies it.
    pub(crate) dispute: Option<String>,
    /// Who says it where, newest article first, at most a few places.
    pub(crate) tellings: Vec<Telling>,
    /// In how many more.
    pub(crate) more: usize,
    /// The page of both, when they have one.
    pub(crate) pair: Option<String>,
}

/// One place where something is said to be so.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Telling {
    /// How the article vouches for it: `attributed`, `alleged`, `denied`, `hypothetical`, or empty.
    pub(crate) status: &'static str,
    /// Whose word it is.
    pub(crate) source: Option<EntityLink>,
    /// When.
    pub(crate) date: Option<Date>,
    /// Where.
    pub(crate) place: Option<EntityLink>,
    /// How much or how many, as printed; empty when the sentence does not say.
    pub(crate) quantity: String,
    /// What keeps it from being something that simply happened, if the status does not say it: `historical`, `future`,
    /// `negated`.
    pub(crate) modes: Vec<&'static str>,
    /// The sentence.
    pub(crate) sentence: Excerpt,
    /// The article.
    pub(crate) article: Link,
    /// When the article was published.
    pub(crate) published: Option<Date>,
    /// How it was found.
    pub(crate) why: Option<Why>,
}

/// The relations of one label.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Group {
    /// `accused`, `accused by`.
    pub(crate) label: String,
    /// The page of all relations of this kind.
    pub(crate) href: String,
    /// The relations.
    pub(crate) rows: Vec<Row>,
}

/// A relation in one line: its sentences are links.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row {
    /// Who does it.
    pub(crate) subject: EntityLink,
    /// The other, seen from the page's entity; to whom or which on other pages.
    pub(crate) other: EntityLink,
    /// Every way in which articles vouch for it but their own voice.
    pub(crate) badges: Vec<&'static str>,
    /// Whether an article says it in its own voice.
    pub(crate) stated: bool,
    /// When, as far as sentences say.
    pub(crate) dates: Vec<Date>,
    /// Where it is written, newest article first, at most a few places.
    pub(crate) sources: Vec<Source>,
    /// In how many more.
    pub(crate) more: usize,
    /// The page of both, when they have one.
    pub(crate) pair: Option<String>,
}

/// The word for how an article vouches for something; nothing for what it says in its own voice.
pub(crate) fn status(status: Status) -> &'static str {
    if status == Status::Asserted { "" } else { status.as_str() }
}

/// The tellings that stand for all: of each status the newest few.
fn told<'p, 'l>(proposition: &'p Proposition<'l>) -> impl Iterator<Item = &'p Told<'l, Relation>> {
    let before = |at: usize, status: Status| {
        proposition.tellings[..at].iter().filter(|told| told.fact.status == status).count()
    };
    let few = move |(at, told): &(usize, &Told<'l, Relation>)| before(*at, told.fact.status) < TELLINGS;
    proposition.tellings.iter().enumerate().filter(few).map(|(_, told)| told)
}

/// The modes that the status of a relation does not say.
pub(crate) fn modes(modes: &BTreeSet<Mode>) -> Vec<&'static str> {
    modes.iter().filter(|mode| **mode != Mode::Hypothetical).map(|mode| mode.as_str()).collect()
}

/// Whether an article says it in its own voice, and every other way in which articles vouch for it.
fn badges(proposition: &Proposition<'_>) -> (bool, Vec<&'static str>) {
    let facts = || proposition.tellings.iter().map(|told| told.fact);
    let negated = |fact: &Relation| fact.modes.contains(&Mode::Negated);
    let all: BTreeSet<Status> = facts().filter(|fact| !negated(fact)).map(|fact| fact.status).collect();
    let stated = all.contains(&Status::Asserted);
    let mut badges: Vec<&str> = all.into_iter().map(status).filter(|badge| !badge.is_empty()).collect();
    badges.extend(facts().any(negated).then_some(Mode::Negated.as_str()));
    (stated, badges)
}

/// The words between two: of what is said to have been or to be, of what is due, or of what may come to be.
fn label<'f>(
    scene: &Scene<'_>,
    predicate: Predicate,
    mut facts: impl Iterator<Item = &'f Relation> + Clone,
) -> String {
    let form = if facts.clone().all(|fact| fact.status == Status::Hypothetical) {
        "relation_form.may"
    } else if facts.all(|fact| fact.modes.contains(&Mode::Future)) {
        "relation_form.will"
    } else {
        return scene.verb(predicate);
    };
    let verb = scene.say(&format!("relation_verb.{predicate}"));
    scene.language.fill(form, &[("verb", &verb)])
}

impl Scene<'_> {
    /// What the subject of a relation does, in words.
    pub(crate) fn verb(&self, predicate: Predicate) -> String {
        self.say(&format!("relation.{predicate}"))
    }

    /// What the object of a relation sees, in words.
    pub(crate) fn reverse(&self, predicate: Predicate) -> String {
        self.say(&format!("relation_reverse.{predicate}"))
    }

    /// A relation in its article's list.
    pub(crate) fn relation(&self, told: &Told<'_, Relation>) -> RelationLine {
        RelationLine {
            id: told.place(),
            subject: self.entity_id(&told.fact.subject),
            label: label(self, told.fact.predicate, std::iter::once(told.fact)),
            object: self.entity_id(&told.fact.object),
            telling: self.telling(told),
        }
    }

    /// A proposition with its sentences.
    pub(crate) fn claim(&self, proposition: &Proposition<'_>) -> Claim {
        let facts = proposition.tellings.iter().map(|told| told.fact);
        Claim {
            subject: self.entity_id(proposition.subject),
            label: label(self, proposition.predicate, facts),
            badges: badges(proposition).1,
            object: self.entity_id(proposition.object),
            dispute: self.dispute(proposition),
            tellings: told(proposition).map(|told| self.telling(told)).collect(),
            more: proposition.tellings.len() - told(proposition).count(),
            pair: self.of_both(proposition),
        }
    }

    /// A proposition in one line, as `of` sees it.
    pub(crate) fn row(&self, proposition: &Proposition<'_>, of: Option<&EntityId>) -> Row {
        let other = if of == Some(proposition.object) { proposition.subject } else { proposition.object };
        let (stated, badges) = badges(proposition);
        Row {
            subject: self.entity_id(proposition.subject),
            other: self.entity_id(other),
            badges,
            stated,
            dates: proposition.dates().into_iter().map(|date| self.date(date)).collect(),
            sources: proposition.tellings.iter().take(SOURCES).map(|told| self.source(told)).collect(),
            more: proposition.tellings.len().saturating_sub(SOURCES),
            pair: self.of_both(proposition),
        }
    }

    fn of_both(&self, proposition: &Proposition<'_>) -> Option<String> {
        Some(self.href(&self.pair(proposition.subject, proposition.object)?, ""))
    }

    /// Propositions about an entity by the label that it sees.
    pub(crate) fn groups(&self, list: &[usize], of: &EntityId) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for proposition in list.iter().map(|&at| &self.graph.propositions[at]) {
            let predicate = proposition.predicate;
            let label = if of == proposition.object { self.reverse(predicate) } else { self.verb(predicate) };
            let row = self.row(proposition, Some(of));
            match groups.iter_mut().find(|group| group.label == label) {
                Some(group) => group.rows.push(row),
                None => {
                    let href = self.href(&Node::Relation(proposition.predicate), "");
                    groups.push(Group { label, href, rows: vec![row] });
                }
            }
        }
        groups
    }

    fn telling(&self, told: &Told<'_, Relation>) -> Telling {
        Telling {
            status: status(told.fact.status),
            source: told.fact.source.as_ref().map(|id| self.entity_id(id)),
            date: told.fact.date.as_ref().map(|date| self.date(date)),
            place: told.fact.place.as_ref().map(|id| self.entity_id(id)),
            quantity: told.fact.quantity.clone().unwrap_or_default(),
            modes: modes(&told.fact.modes),
            sentence: self.excerpt(told.story, told.sentence, Marked::Nothing),
            article: self.article(told.story, ""),
            published: self.published(told.story),
            why: self.why(told.fact.basis()),
        }
    }

    /// Where a proposition stands among the disagreements.
    fn dispute(&self, proposition: &Proposition<'_>) -> Option<String> {
        if !self.routes.draws(Sheet::Disagreements) {
            return None;
        }
        let found = self.graph.disagreements.iter().position(|disagreement| {
            disagreement.predicate == Some(proposition.predicate)
                && disagreement.about == [proposition.subject, proposition.object]
        })?;
        let node = self.routes.part_with(&Node::Disagreements, found);
        Some(self.href(&node, &super::disagreements::place(found)))
    }
}
