//! One list about an entity in full, when the entity's page shows only its beginning. For `facet.html`.

use serde::Serialize;

use super::Scene;
use super::entity::{self, AppearanceLine};
use super::fact::RoleLine;
use super::piece::{EntityLink, Kind};
use super::quote::QuoteLine;
use super::relation::{Claim, Group};
use super::timeline::MomentLine;
use crate::graph::EntityNode;
use crate::route::Facet;

/// `facet` in its template: one of the lists has entries.
#[derive(Debug, Clone, Serialize, Default)]
pub(crate) struct FacetView {
    /// The heading: `Articles that name Ann Lee`.
    pub(crate) heading: String,
    /// Whom it is about.
    pub(crate) entity: Option<EntityLink>,
    /// How many entries there are on all pages.
    pub(crate) total: usize,
    /// The offices it holds or held, in the order of time.
    pub(crate) roles: Vec<RoleLine>,
    /// The articles that name it.
    pub(crate) appearances: Vec<AppearanceLine>,
    /// What was said about it or by people tied to it.
    pub(crate) quotes: Vec<QuoteLine>,
    /// What it claims.
    pub(crate) claims: Vec<Claim>,
    /// What it does, and what is done to it.
    pub(crate) relations: Vec<Group>,
    /// The dated sentences that name it.
    pub(crate) moments: Vec<MomentLine>,
    /// Its offices, with who holds or held them.
    pub(crate) offices: Vec<RoleLine>,
    /// People, groups and places whose country it is.
    pub(crate) belongings: Vec<Kind<EntityLink>>,
}

/// What a list about an entity is called.
fn heading(scene: &Scene<'_>, facet: Facet, name: &str) -> String {
    let key = match facet {
        Facet::Roles => "facet.roles",
        Facet::Articles => "facet.articles",
        Facet::About => "facet.about",
        Facet::Voices => "facet.voices",
        Facet::Claims => "facet.claims",
        Facet::Relations => "facet.relations",
        Facet::Timeline => "facet.timeline",
        Facet::Ties => "facet.ties",
    };
    scene.language.fill(key, &[("name", name)])
}

/// The view of a list about an entity.
pub(crate) fn view(scene: &Scene<'_>, node: &EntityNode<'_>, facet: Facet) -> FacetView {
    let (range, id) = (scene.range(), &node.profile.entity.id);
    let base = FacetView {
        heading: heading(scene, facet, scene.graph.name(id)),
        entity: Some(scene.entity(node.profile)),
        ..FacetView::default()
    };
    match facet {
        Facet::Roles => {
            let told: Vec<_> = node.roles.iter().rev().copied().collect();
            FacetView { roles: scene.roles(&told[range]), total: node.roles.len(), ..base }
        }
        Facet::Articles => FacetView {
            appearances: node.appearances[range].iter().map(|a| entity::line(scene, node, a)).collect(),
            total: node.appearances.len(),
            ..base
        },
        Facet::About => {
            FacetView { quotes: scene.sayings(&node.about[range]), total: node.about.len(), ..base }
        }
        Facet::Voices => {
            FacetView { quotes: scene.sayings(&node.voices[range]), total: node.voices.len(), ..base }
        }
        Facet::Claims => {
            let claims = node.claims[range].iter().map(|&at| scene.claim(&scene.graph.propositions[at]));
            FacetView { claims: claims.collect(), total: node.claims.len(), ..base }
        }
        Facet::Relations => FacetView {
            relations: scene.groups(&node.relations[range], id),
            total: node.relations.len(),
            ..base
        },
        Facet::Timeline => {
            FacetView { moments: scene.moments(&node.moments[range]), total: node.moments.len(), ..base }
        }
        Facet::Ties => {
            // The belongings follow on the offices.
            let offices = node.offices.len();
            let (from, to) = (range.start.saturating_sub(offices), range.end.saturating_sub(offices));
            FacetView {
                offices: scene.offices(
                    &node.profile.entity.id,
                    &node.offices[range.start.min(offices)..range.end.min(offices)],
                ),
                belongings: entity::belongings(scene, &node.belongings[from..to]),
                total: offices + node.belongings.len(),
                ..base
            }
        }
    }
}
