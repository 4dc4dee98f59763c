//! One person, country, group or place: who it is, and all that articles say of it. For `entity.html`.

use model::{Detail, EntityKind};
use serde::Serialize;

use super::Scene;
use super::fact::{QuoteLine, RelationLine, RoleLine, Source};
use super::piece::{ArticleLine, EntityLink, Excerpt, Kind, Tally};
use super::prose;
use super::timeline::MomentLine;
use crate::graph::{Appearance, Companion, EntityNode};

/// How many sentences of an article are shown at once, and how many companions.
const SENTENCES: usize = 3;
const COMPANIONS: usize = 24;

/// `entity` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Entity {
    /// Its name.
    pub(crate) name: String,
    /// `person`, `country`, `group` or `place`.
    pub(crate) kind: &'static str,
    /// What it is, in a word: `person`, `political party`, `city`.
    pub(crate) sort: String,
    /// Its acronym.
    pub(crate) acronym: Option<String>,
    /// The country it belongs to or lies in.
    pub(crate) country: Option<EntityLink>,
    /// Its ISO 3166-1 code, for a country.
    pub(crate) code: Option<String>,
    /// Other names that mean it.
    pub(crate) aliases: Vec<String>,
    /// Its Wikidata item.
    pub(crate) wikidata: Option<String>,
    /// What a person wrote about it, as HTML; empty when nobody has.
    pub(crate) profile: String,
    /// The offices it holds or held, as printed.
    pub(crate) roles: Vec<RoleLine>,
    /// The oldest dated article that names it.
    pub(crate) first: Option<Source>,
    /// The newest dated article that names it.
    pub(crate) latest: Option<Source>,
    /// In how many sentences it stands.
    pub(crate) sentences: usize,
    /// The articles that name it, newest first.
    pub(crate) appearances: Vec<AppearanceLine>,
    /// What it said.
    pub(crate) quotes: Vec<QuoteLine>,
    /// What was said by people who are tied to it.
    pub(crate) voices: Vec<QuoteLine>,
    /// The offices of it, with who holds or held them.
    pub(crate) offices: Vec<RoleLine>,
    /// What it does, and what is done to it.
    pub(crate) relations: Vec<RelationLine>,
    /// People, groups and places whose country it is.
    pub(crate) belongings: Vec<Kind<EntityLink>>,
    /// The dated sentences that name it.
    pub(crate) moments: Vec<MomentLine>,
    /// Who stands beside it.
    pub(crate) companions: Vec<Tally>,
    /// How texts name it.
    pub(crate) names: Vec<Name>,
}

/// An article that names an entity.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct AppearanceLine {
    /// The article.
    pub(crate) article: ArticleLine,
    /// The first sentences that name it.
    pub(crate) sentences: Vec<Excerpt>,
    /// The others.
    pub(crate) more: Vec<Excerpt>,
}

/// Words by which texts name an entity.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Name {
    /// The words.
    pub(crate) words: String,
    /// How often.
    pub(crate) count: usize,
}

/// The view of an entity's page.
pub(crate) fn view(scene: &Scene<'_>, node: &EntityNode<'_>) -> Entity {
    let entity = &node.profile.entity;
    let id = &entity.id;
    let dated = |at: Option<&Appearance<'_>>| at.map(|appearance| source(scene, appearance));
    let known = || node.appearances.iter().filter(|appearance| appearance.story.published().is_some());
    let country = entity.country().map(model::EntityId::country).filter(|country| country != id);
    Entity {
        name: entity.name.clone(),
        kind: prose::class(id.kind()),
        sort: sort(&entity.detail),
        acronym: acronym(&entity.detail),
        country: country.map(|country| scene.entity_id(&country)),
        code: id.country_code().map(|code| code.as_str().to_uppercase()),
        aliases: entity.aliases.clone(),
        wikidata: entity.wikidata.clone().filter(|item| is_item(item)),
        profile: prose::profile(scene, &node.profile.body),
        roles: scene.roles(&node.roles),
        first: dated(known().next_back()),
        latest: dated(known().next()),
        sentences: node.appearances.iter().map(|appearance| appearance.sentences.len()).sum(),
        appearances: node.appearances.iter().map(|appearance| line(scene, node, appearance)).collect(),
        quotes: node.quotes.iter().map(|told| scene.quote(told)).collect(),
        voices: node.voices.iter().map(|told| scene.quote(told)).collect(),
        offices: scene.roles(&node.offices),
        relations: node.relations.iter().map(|told| scene.relation(told, Some(id))).collect(),
        belongings: scene.kinds(|kind| belongings(scene, node, kind)),
        moments: node.moments.iter().map(|moment| scene.moment(moment)).collect(),
        companions: node.companions.iter().take(COMPANIONS).map(|other| tally(scene, other)).collect(),
        names: names(node),
    }
}

/// What an entity is, in a word.
fn sort(detail: &Detail) -> String {
    match detail {
        Detail::Person { .. } => "person".to_owned(),
        Detail::Country => "country".to_owned(),
        Detail::Group { group_type, .. } => group_type.map_or("group", model::GroupType::as_str).to_owned(),
        Detail::Place { place_type, .. } => place_type.map_or("place", model::PlaceType::as_str).to_owned(),
    }
}

fn acronym(detail: &Detail) -> Option<String> {
    match detail {
        Detail::Group { acronym, .. } => acronym.clone(),
        _ => None,
    }
}

/// `Q` and digits; anything else is not let into an address.
fn is_item(item: &str) -> bool {
    item.strip_prefix('Q')
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}

fn source(scene: &Scene<'_>, appearance: &Appearance<'_>) -> Source {
    let place = appearance.sentences.first().map_or(String::new(), |at| format!("s{}", at + 1));
    let article = scene.article(appearance.story, &place);
    let date = appearance.story.article.published.as_ref().map(super::date::show);
    Source { href: article.href, title: article.text, date }
}

fn line(scene: &Scene<'_>, node: &EntityNode<'_>, appearance: &Appearance<'_>) -> AppearanceLine {
    let id = &node.profile.entity.id;
    let excerpt = |at: &usize| scene.excerpt(appearance.story, *at, prose::Marked::Entity(id));
    let shown = appearance.sentences.len().min(SENTENCES);
    AppearanceLine {
        article: scene.line(&scene.graph.articles[&appearance.story.article.id]),
        sentences: appearance.sentences[..shown].iter().map(excerpt).collect(),
        more: appearance.sentences[shown..].iter().map(excerpt).collect(),
    }
}

fn belongings(scene: &Scene<'_>, node: &EntityNode<'_>, kind: EntityKind) -> Vec<EntityLink> {
    let of_kind = node.belongings.iter().filter(|profile| profile.entity.id.kind() == kind);
    of_kind.map(|profile| scene.entity(profile)).collect()
}

fn tally(scene: &Scene<'_>, companion: &Companion<'_>) -> Tally {
    Tally {
        entity: scene.entity(companion.profile),
        articles: companion.articles,
        sentences: companion.sentences,
    }
}

fn names(node: &EntityNode<'_>) -> Vec<Name> {
    node.names.iter().map(|&(words, count)| Name { words: words.to_owned(), count }).collect()
}
