//! One person, country, group or place: who it is, and all that articles say of it. For `entity.html`.

use std::collections::BTreeSet;

use model::{Detail, EntityId};
use serde::Serialize;

use super::Scene;
use super::dealing::{self, Dealing};
use super::ego::{self, Ego};
use super::fact::{RoleLine, Source};
use super::html::Html;
use super::locator::{self, Locator};
use super::piece::{ArticleLine, EntityLink, Excerpt, Kind, Link, Tally};
use super::prose;
use super::quote::QuoteLine;
use super::relation::{Claim, Group};
use super::strip::{self, Strip};
use super::timeline::MomentLine;
use crate::graph::{Appearance, Companion, EntityNode, summary};
use crate::library::Profile;
use crate::markdown;
use crate::route::{Facet, Node};
use crate::sheet::Sheet;

/// How many sentences of an article are shown at once, and how many quotes, companions and names.
const SENTENCES: usize = 2;
const QUOTES: usize = 6;
const COMPANIONS: usize = 20;
const NAMES: usize = 24;
const CLAIMED: usize = 3;

/// `entity` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Entity {
    /// What corrections and other files call it: `person/marta-oyelaran`.
    pub(crate) id: String,
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
    /// The addresses under which other collections describe it.
    pub(crate) same_as: Vec<String>,
    /// The page of its name, when others bear it too.
    pub(crate) namesakes: Option<String>,
    /// What a person wrote about it, as HTML; empty when nobody has.
    pub(crate) profile: Html,
    /// Sentences that say most of it, in the order of time; none when few articles name it.
    pub(crate) summary: Vec<SummaryLine>,
    /// The office that the newest article gives it, one that is held before one that was.
    pub(crate) office: Option<RoleLine>,
    /// The newest of the offices it holds or held, as printed, in the order of time.
    pub(crate) roles: Section<RoleLine>,
    /// The oldest dated article that names it.
    pub(crate) first: Option<Source>,
    /// The newest dated article that names it.
    pub(crate) latest: Option<Source>,
    /// How many articles of each year or month name it; none for few.
    pub(crate) chart: Option<Strip>,
    /// In how many sentences it stands.
    pub(crate) sentences: usize,
    /// The articles that name it, newest first.
    pub(crate) appearances: Section<AppearanceLine>,
    /// The newest of what it said.
    pub(crate) quotes: Section<QuoteLine>,
    /// The newest of what others said about it.
    pub(crate) about: Section<QuoteLine>,
    /// The newest of what was said by people who are tied to it.
    pub(crate) voices: Section<QuoteLine>,
    /// The newest of what it claims or denies.
    pub(crate) claims: Section<Claim>,
    /// What is claimed or denied of it by others.
    pub(crate) claimed: Vec<Claim>,
    /// What it does, and what is done to it.
    pub(crate) relations: Section<Group>,
    /// The offices of it, with who holds or held them.
    pub(crate) offices: Section<RoleLine>,
    /// People, groups and places whose country it is.
    pub(crate) belongings: Vec<Kind<EntityLink>>,
    /// What passed between a country and others.
    pub(crate) dealings: Vec<Dealing>,
    /// The first of the dated sentences that name it.
    pub(crate) moments: Section<MomentLine>,
    /// Where a country lies.
    pub(crate) locator: Option<Locator>,
    /// The names closest to it, as a picture; none when there are too few.
    pub(crate) ego: Option<Ego>,
    /// Who stands beside it, each with the page of both when there is one.
    pub(crate) companions: Vec<Beside>,
    /// How texts name it.
    pub(crate) names: Vec<Name>,
}

/// The beginning of a list about an entity.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Section<T> {
    /// The entries shown.
    pub(crate) list: Vec<T>,
    /// How many there are.
    pub(crate) total: usize,
    /// Where all of them are, when these are not all.
    pub(crate) all: Option<String>,
}

impl<T> Default for Section<T> {
    fn default() -> Self {
        Self { list: Vec::new(), total: 0, all: None }
    }
}

/// A sentence that says much of an entity.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SummaryLine {
    /// The sentence.
    pub(crate) sentence: Excerpt,
    /// Its article.
    pub(crate) source: Source,
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

/// Another entity beside this one.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Beside {
    /// Who or what, and how often.
    pub(crate) tally: Tally,
    /// The page of both.
    pub(crate) pair: Option<Link>,
    /// What articles say of the two, seen from this one.
    pub(crate) said: Vec<String>,
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
    let (sayings, propositions) = (&scene.graph.sayings, &scene.graph.propositions);
    let dated = |at: Option<&Appearance<'_>>| at.map(|appearance| source(scene, appearance));
    let known = || node.appearances.iter().filter(|appearance| appearance.story.published().is_some());
    let country = entity.country().map(EntityId::country).filter(|country| country != id);
    Entity {
        id: id.to_string(),
        name: entity.name.clone(),
        kind: prose::class(id.kind()),
        sort: sort(scene, &entity.detail),
        acronym: acronym(&entity.detail),
        country: scene.wanted("country", || country.map(|country| scene.entity_id(&country))),
        code: id.country_code().map(|code| code.as_str().to_uppercase()),
        aliases: aliases(entity),
        wikidata: entity.wikidata.clone().filter(|item| is_item(item)),
        same_as: entity.same_as.iter().filter(|url| markdown::is_web(url)).cloned().collect(),
        namesakes: scene.wanted("namesakes", || namesakes(scene, entity)),
        profile: prose::profile(scene, &node.profile.body),
        summary: scene.wanted("summary", || summary(scene, node)),
        office: scene.wanted("office", || office(scene, node)),
        roles: scene.wanted("roles", || roles(scene, node)),
        first: scene.wanted("first", || dated(known().next_back())),
        latest: scene.wanted("latest", || dated(known().next())),
        chart: scene.wanted("chart", || {
            strip::draw(known().filter_map(|found| found.story.published()?.earliest()), scene.language)
        }),
        sentences: node.sentence_count(),
        appearances: section(scene, node, Facet::Articles, &node.appearances, |a| line(scene, node, a)),
        quotes: scene.wanted("quotes", || quotes(scene, node)),
        about: scene.wanted("about", || {
            section(scene, node, Facet::About, &node.about, |&at| scene.saying(&sayings[at]))
        }),
        voices: scene.wanted("voices", || {
            section(scene, node, Facet::Voices, &node.voices, |&at| scene.saying(&sayings[at]))
        }),
        claims: scene.wanted("claims", || {
            section(scene, node, Facet::Claims, &node.claims, |&at| scene.claim(&propositions[at]))
        }),
        claimed: scene.wanted("claimed", || claimed(scene, node)),
        relations: scene.wanted("relations", || relations(scene, node)),
        offices: scene.wanted("offices", || offices(scene, node)),
        belongings: scene.wanted("belongings", || belongings(scene, &node.belongings[..ties(scene, node)])),
        dealings: scene.wanted("dealings", || dealing::view(scene, node)),
        moments: scene.wanted("moments", || {
            let shown = scene.routes.shown(id, Facet::Timeline);
            Section {
                list: scene.moments(&node.moments[..shown]),
                total: node.moments.len(),
                all: all(scene, node, Facet::Timeline),
            }
        }),
        locator: scene.wanted("locator", || id.country_code().and_then(|code| locator::view(scene, code))),
        ego: scene.wanted("ego", || ego::view(scene, id)),
        companions: scene.wanted("companions", || {
            node.companions(scene.graph).take(COMPANIONS).map(|other| beside(scene, id, &other)).collect()
        }),
        names: scene.wanted("names", || names(node)),
    }
}

/// What an entity is, in a word.
fn sort(scene: &Scene<'_>, detail: &Detail) -> String {
    let known = |word: &str| scene.say(&format!("sort.{word}"));
    match detail {
        Detail::Person { .. } => scene.say("kind.person"),
        Detail::Country => scene.say("kind.country"),
        Detail::Group { group_type, .. } => {
            group_type.map_or_else(|| scene.say("kind.group"), |found| known(found.as_str()))
        }
        Detail::Place { place_type, .. } => {
            place_type.map_or_else(|| scene.say("kind.place"), |found| known(found.as_str()))
        }
    }
}

fn acronym(detail: &Detail) -> Option<String> {
    match detail {
        Detail::Group { acronym, .. } => acronym.clone(),
        _ => None,
    }
}

/// Its other names, without those that are the name or one before in other letters: `MANTA`.
fn aliases(entity: &model::Entity) -> Vec<String> {
    let mut known = BTreeSet::from([entity.name.to_lowercase()]);
    entity.aliases.iter().filter(|alias| known.insert(alias.to_lowercase())).cloned().collect()
}

/// The page of its name, when others bear it too.
fn namesakes(scene: &Scene<'_>, entity: &model::Entity) -> Option<String> {
    if !scene.routes.draws(Sheet::Namesake) {
        return None;
    }
    let slugs =
        std::iter::once(&entity.name).chain(&entity.aliases).filter_map(|name| model::Slug::from_name(name));
    let mut shared =
        slugs.filter(|slug| scene.graph.names().get(slug).is_some_and(|name| name.bearers.len() > 1));
    let page = shared.next().map(Node::Name).filter(|node| scene.routes.has(node));
    page.map(|node| scene.href(&node, ""))
}

/// `Q` and digits; anything else is not let into an address.
fn is_item(item: &str) -> bool {
    item.strip_prefix('Q')
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}

fn summary(scene: &Scene<'_>, node: &EntityNode<'_>) -> Vec<SummaryLine> {
    let id = &node.profile.entity.id;
    let chosen = summary::choose(scene.graph, node, |story, at| scene.rights.shows(story, at));
    let line = |(story, at): (&_, usize)| SummaryLine {
        sentence: scene.excerpt(story, at, prose::Marked::Entity(id)),
        source: scene.source_of(story, scene.article(story, &format!("s{}", at + 1))),
    };
    chosen.into_iter().map(line).collect()
}

fn office(scene: &Scene<'_>, node: &EntityNode<'_>) -> Option<RoleLine> {
    scene.roles(&[*node.office()?]).pop()
}

fn source(scene: &Scene<'_>, appearance: &Appearance<'_>) -> Source {
    let place = appearance.sentences().next().map_or(String::new(), |at| format!("s{}", at + 1));
    scene.source_of(appearance.story, scene.article(appearance.story, &place))
}

/// The beginning of a list, and the way to the whole.
fn section<E, T>(
    scene: &Scene<'_>,
    node: &EntityNode<'_>,
    facet: Facet,
    list: &[E],
    show: impl Fn(&E) -> T,
) -> Section<T> {
    let shown = scene.routes.shown(&node.profile.entity.id, facet);
    Section {
        list: list.iter().take(shown).map(show).collect(),
        total: list.len(),
        all: all(scene, node, facet),
    }
}

/// The page of a whole list, when the entity's own page shows only its beginning.
fn all(scene: &Scene<'_>, node: &EntityNode<'_>, facet: Facet) -> Option<String> {
    let whole = Node::Facet(node.profile.entity.id.clone(), facet);
    scene.routes.has(&whole).then(|| scene.href(&whole, ""))
}

/// What it said; all of it has a page among the quotes, or stands here where there are no such pages.
fn quotes(scene: &Scene<'_>, node: &EntityNode<'_>) -> Section<QuoteLine> {
    let total = node.quotes.len();
    let whole = Node::Speaker(node.profile.entity.id.clone());
    let elsewhere = scene.routes.has(&whole);
    let shown = if elsewhere { total.min(QUOTES) } else { total };
    let list = scene.sayings(&node.quotes[..shown]);
    Section { list, total, all: elsewhere.then(|| scene.href(&whole, "")) }
}

/// Claims of others about it that do not stand among its own.
fn claimed(scene: &Scene<'_>, node: &EntityNode<'_>) -> Vec<Claim> {
    let others = node.relations.iter().filter(|at| !node.claims.contains(at));
    let claims = others.map(|&at| &scene.graph.propositions[at]).filter(|found| found.is_claim());
    claims.take(CLAIMED).map(|found| scene.claim(found)).collect()
}

fn roles(scene: &Scene<'_>, node: &EntityNode<'_>) -> Section<RoleLine> {
    let shown = scene.routes.shown(&node.profile.entity.id, Facet::Roles);
    let newest: Vec<_> = node.roles[..shown].iter().rev().copied().collect();
    Section { list: scene.roles(&newest), total: node.roles.len(), all: all(scene, node, Facet::Roles) }
}

fn relations(scene: &Scene<'_>, node: &EntityNode<'_>) -> Section<Group> {
    let id = &node.profile.entity.id;
    let shown = &node.relations[..scene.routes.shown(id, Facet::Relations)];
    Section {
        list: scene.groups(shown, id),
        total: node.relations.len(),
        all: all(scene, node, Facet::Relations),
    }
}

fn offices(scene: &Scene<'_>, node: &EntityNode<'_>) -> Section<RoleLine> {
    let shown = scene.routes.shown(&node.profile.entity.id, Facet::Ties).min(node.offices.len());
    Section {
        list: scene.offices(&node.profile.entity.id, &node.offices[..shown]),
        total: node.offices.len() + node.belongings.len(),
        all: all(scene, node, Facet::Ties),
    }
}

/// How many of its belongings are shown.
fn ties(scene: &Scene<'_>, node: &EntityNode<'_>) -> usize {
    scene.routes.shown(&node.profile.entity.id, Facet::Ties).saturating_sub(node.offices.len())
}

/// An article that names an entity, with its sentences.
pub(crate) fn line(scene: &Scene<'_>, node: &EntityNode<'_>, appearance: &Appearance<'_>) -> AppearanceLine {
    let id = &node.profile.entity.id;
    let excerpt = |at: usize| scene.excerpt(appearance.story, at, prose::Marked::Entity(id));
    let shown = |at: &usize| scene.rights.shows(appearance.story, *at);
    let mut excerpts = appearance.sentences().filter(shown).map(excerpt);
    AppearanceLine {
        article: scene.line(appearance.story),
        sentences: excerpts.by_ref().take(SENTENCES).collect(),
        more: excerpts.collect(),
    }
}

/// What belongs to a country, by kind.
pub(crate) fn belongings(scene: &Scene<'_>, list: &[&Profile]) -> Vec<Kind<EntityLink>> {
    scene.kinds(|kind| {
        let of_kind = list.iter().filter(|profile| profile.entity.id.kind() == kind);
        of_kind.map(|profile| scene.entity(profile)).collect()
    })
}

fn beside(scene: &Scene<'_>, id: &EntityId, companion: &Companion<'_>) -> Beside {
    let other = &companion.profile.entity;
    let tally = Tally {
        entity: scene.entity(companion.profile),
        articles: companion.articles,
        sentences: companion.sentences,
    };
    let pair = scene.pair(id, &other.id).map(|node| {
        let both = scene.language.fill("piece.and", &[("a", scene.graph.name(id)), ("b", &other.name)]);
        Link::new(both, scene.href(&node, ""))
    });
    let tie = || scene.network.between(id, &other.id);
    let said = scene.wanted("said", || tie().map(|tie| scene.said(tie, id)).unwrap_or_default());
    Beside { tally, pair, said }
}

fn names(node: &EntityNode<'_>) -> Vec<Name> {
    node.names()
        .iter()
        .take(NAMES)
        .map(|(words, count)| Name { words: words.clone(), count: *count })
        .collect()
}
