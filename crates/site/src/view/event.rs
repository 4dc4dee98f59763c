//! Events of an article as its page prints them.

use model::Event;
use serde::Serialize;

use super::Scene;
use super::date::Date;
use super::piece::{EntityLink, Excerpt};
use super::prose::Marked;
use super::relation;
use super::why::Why;
use crate::graph::{Anchored, Told};

/// What happened, by an article.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct EventLine {
    /// Its address in its article: `e-1a2b3c4d`.
    pub(crate) id: String,
    /// The sort of event, such as `agree`.
    pub(crate) event: &'static str,
    /// Who takes part.
    pub(crate) participants: Vec<EntityLink>,
    /// When.
    pub(crate) date: Option<Date>,
    /// Where.
    pub(crate) place: Option<EntityLink>,
    /// How the article vouches for it; empty for its own voice.
    pub(crate) status: &'static str,
    /// What keeps it from being something that simply happened.
    pub(crate) modes: Vec<&'static str>,
    /// The sentence.
    pub(crate) sentence: Excerpt,
    /// How it was found.
    pub(crate) why: Option<Why>,
}

impl Scene<'_> {
    /// An event in its article's list.
    pub(crate) fn event(&self, told: &Told<'_, Event>) -> EventLine {
        let event = told.fact;
        EventLine {
            id: told.place(),
            event: event.event_type.as_str(),
            participants: event.participants.iter().map(|id| self.entity_id(id)).collect(),
            date: event.date.as_ref().map(|date| self.date(date)),
            place: event.place.as_ref().map(|id| self.entity_id(id)),
            status: relation::status(event.status),
            modes: relation::modes(&event.modes),
            sentence: self.excerpt(told.story, told.sentence, Marked::Nothing),
            why: self.why(event.basis()),
        }
    }
}
