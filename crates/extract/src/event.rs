//! Propositions → [`Event`]s: what happened, by the types of PLOVER, with those who took part as far as they are named.

use std::collections::BTreeSet;

use diag::Span;
use model::{Basis, EventType, Mode, PartialDate, Status};

use crate::chain::ChainIx;
use crate::relation::Proposition;

/// Something that happened, or is said to have.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    /// The sentence.
    pub(crate) span: Span,
    pub(crate) event_type: EventType,
    /// In the order of the text.
    pub(crate) participants: Vec<ChainIx>,
    pub(crate) date: Option<PartialDate>,
    pub(crate) place: Option<ChainIx>,
    pub(crate) status: Status,
    pub(crate) modes: BTreeSet<Mode>,
    pub(crate) basis: Basis,
}

/// The events among propositions: two take part, or one with a date or place. Of one type a sentence has one for the same people.
pub(crate) fn find(propositions: &[Proposition]) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    // `Sinai, which Israel captured`: what is done to people is no event of a land.
    for said in propositions.iter().filter(|said| said.fits()) {
        let Some(event) = event(said) else { continue };
        let known = events.iter().any(|old| {
            old.span == event.span
                && old.event_type == event.event_type
                && event.participants.iter().all(|chain| old.participants.contains(chain))
        });
        if !known {
            events.push(event);
        }
    }
    events
}

fn event(said: &Proposition) -> Option<Event> {
    let event_type = said.event.or_else(|| said.claim.predicate.event_type())?;
    let mut actors: Vec<_> = said.subjects.iter().chain(&said.objects).collect();
    actors.sort_by_key(|actor| actor.at);
    let mut participants: Vec<ChainIx> = Vec::new();
    for actor in actors {
        if !participants.contains(&actor.chain) {
            participants.push(actor.chain);
        }
    }
    let place = said.claim.place.filter(|place| !participants.contains(place));
    let told = participants.len() + usize::from(said.claim.date.is_some()) + usize::from(place.is_some());
    (!participants.is_empty() && told >= 2).then(|| Event {
        span: said.claim.span,
        event_type,
        participants,
        date: said.claim.date.clone(),
        place,
        status: said.claim.status,
        modes: said.claim.modes.clone(),
        basis: said.claim.basis.clone(),
    })
}
