//! What passed between a country and others, counted by the kind of event. For `entity.html`.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use model::{EntityId, EntityKind, Event, EventType, Mode, Status};
use serde::Serialize;

use super::Scene;
use super::piece::EntityLink;
use crate::graph::EntityNode;

/// How many countries are shown.
const COUNTRIES: usize = 12;

/// What passed between a country and another.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Dealing {
    /// The other.
    pub(crate) other: EntityLink,
    /// How many events of each kind both take part in: words of accord, deeds of accord, words of conflict, deeds of conflict.
    pub(crate) counts: [usize; 4],
    /// The page of both.
    pub(crate) pair: Option<String>,
}

/// The countries with which this one has most to do; none for what is no country.
pub(crate) fn view(scene: &Scene<'_>, node: &EntityNode<'_>) -> Vec<Dealing> {
    let id = &node.profile.entity.id;
    if id.kind() != EntityKind::Country {
        return Vec::new();
    }
    let mut counts: BTreeMap<&EntityId, [usize; 4]> = BTreeMap::new();
    let events = node.appearances.iter().flat_map(|appearance| &appearance.story.article.events);
    for event in events.filter(|event| happened(event) && event.participants.contains(id)) {
        let Some(kind) = kind(event.event_type) else { continue };
        let others =
            event.participants.iter().filter(|other| other.kind() == EntityKind::Country && *other != id);
        for other in others.filter(|other| scene.graph.entities.contains_key(other)) {
            counts.entry(other).or_default()[kind] += 1;
        }
    }
    let mut sorted: Vec<(&EntityId, [usize; 4])> = counts.into_iter().collect();
    sorted.sort_by_key(|(_, counts)| Reverse(counts.iter().sum::<usize>()));
    sorted.into_iter().take(COUNTRIES).map(|(other, counts)| dealing(scene, id, other, counts)).collect()
}

fn dealing(scene: &Scene<'_>, id: &EntityId, other: &EntityId, counts: [usize; 4]) -> Dealing {
    let pair = scene.pair(id, other).map(|node| scene.href(&node, ""));
    Dealing { other: scene.entity_id(other), counts, pair }
}

/// Whether somebody says that it took place, rather than that it may, will, or did not.
fn happened(event: &Event) -> bool {
    event.status != Status::Denied && event.modes.iter().all(|mode| *mode == Mode::Historical)
}

/// The quarter of PLOVER that an event is in, by its place in [`Dealing::counts`]; none for crimes and inquiries, which are no
/// dealings of countries.
fn kind(event: EventType) -> Option<usize> {
    Some(match event {
        EventType::Agree | EventType::Consult | EventType::Support | EventType::Concede => 0,
        EventType::Cooperate | EventType::Aid | EventType::Retreat => 1,
        EventType::Request | EventType::Accuse | EventType::Reject | EventType::Threaten => 2,
        EventType::Protest
        | EventType::Sanction
        | EventType::Mobilize
        | EventType::Coerce
        | EventType::Assault => 3,
        EventType::Investigate | EventType::Crime => return None,
    })
}
