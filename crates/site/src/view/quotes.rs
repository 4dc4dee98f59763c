//! Every quote by its speaker, those without a certain speaker too. For `quotes.html`.

use std::collections::BTreeMap;

use model::EntityId;
use serde::Serialize;

use super::Scene;
use super::fact::QuoteLine;
use super::piece::EntityLink;
use crate::graph::Told;

/// `quotes` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Quotes {
    /// The speakers, by how many quotes they have and by name.
    pub(crate) speakers: Vec<Speaker>,
    /// Quotes whose speaker is unnamed or not certain.
    pub(crate) unattributed: Vec<QuoteLine>,
    /// How many quotes there are.
    pub(crate) total: usize,
}

/// A speaker with all quotes, newest article first.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Speaker {
    /// Who.
    pub(crate) entity: EntityLink,
    /// The address on the page: `person-ann-lee`.
    pub(crate) id: String,
    /// What was said.
    pub(crate) quotes: Vec<QuoteLine>,
}

/// The view of the page of all quotes.
pub(crate) fn view(scene: &Scene<'_>) -> Quotes {
    let mut by_speaker: BTreeMap<&EntityId, Vec<QuoteLine>> = BTreeMap::new();
    let mut unattributed = Vec::new();
    let mut total = 0;
    for told in scene.graph.stories().flat_map(|node| &node.quotes) {
        let line = scene.quote(told);
        total += 1;
        match speaker(told) {
            Some(id) => by_speaker.entry(id).or_default().push(line),
            None => unattributed.push(line),
        }
    }
    let speaker = |(id, quotes): (&EntityId, Vec<QuoteLine>)| Speaker {
        entity: scene.entity_id(id),
        id: id.to_string().replace('/', "-"),
        quotes,
    };
    let mut speakers: Vec<Speaker> = by_speaker.into_iter().map(speaker).collect();
    speakers
        .sort_by(|a, b| b.quotes.len().cmp(&a.quotes.len()).then_with(|| a.entity.name.cmp(&b.entity.name)));
    Quotes { speakers, unattributed, total }
}

fn speaker<'l>(told: &Told<'l, model::Quote>) -> Option<&'l EntityId> {
    told.fact.speaker.as_ref()
}
