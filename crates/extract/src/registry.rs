//! The chains of all articles → [`Resolution`]: which of them are one entity, and under which identifier.
//!
//! The authority is, in this order: `corrections.toml`, the entity files of the content folder, the built-in lexicon, the
//! names in the articles. A surname alone never joins two people. Nothing depends on the order of the articles: names are
//! compared as a set, and two entities that ask for one slug are told apart by what they are.

mod candidate;
mod correction;
mod name;

use std::collections::{BTreeMap, BTreeSet};

use diag::Sink;
use model::{Briefing, Country, Detail, Entity, EntityId, EntityKind, GroupType, PlaceType, Slug};

use crate::analysis::Analysis;
use crate::chain::ChainIx;
use crate::lexicon::Lexicon;
use crate::mention::Known;
use candidate::{Candidate, Key};
use correction::Rules;

/// Who every chain of every article is.
#[derive(Debug, Default)]
pub(crate) struct Resolution {
    /// The identity of every entity that an article names, without profiles.
    pub(crate) entities: BTreeMap<EntityId, Entity>,
    /// For each article, for each of its chains, the entity; none for a dropped or undecided name.
    of_chain: Vec<Vec<Option<EntityId>>>,
    /// What `[[speaker]]` corrections say.
    pub(crate) rules: Rules,
}

impl Resolution {
    /// The entity of a chain of an article.
    pub(crate) fn entity(&self, article: usize, chain: ChainIx) -> Option<&EntityId> {
        self.of_chain[article][chain.0].as_ref()
    }
}

/// Decides who is who over all articles.
pub(crate) fn resolve(
    analyses: &[Analysis],
    content: &Briefing,
    lexicon: &Lexicon,
    sink: &mut Sink,
) -> Resolution {
    let mut rules = Rules::new(&content.corrections);
    let candidates = candidate::gather(analyses, lexicon, &mut rules);
    let groups = name::join(&candidates, &rules);
    let taken = known_names(content);
    let mut of_candidate = vec![None; candidates.len()];
    let mut entities = BTreeMap::new();
    for group in assign(&groups, &candidates, &taken, lexicon, &mut rules) {
        let members: Vec<&Candidate> = group.members.iter().map(|&at| &candidates[at]).collect();
        for &at in &group.members {
            of_candidate[at] = Some(group.id.clone());
        }
        let entity = describe(&group.id, &members, content.entities.get(&group.id), lexicon);
        entities.entry(group.id).and_modify(|known| absorb(known, &entity)).or_insert(entity);
    }
    rules.finish(&mut entities, content, sink);
    let mut of_chain: Vec<Vec<_>> =
        analyses.iter().map(|a| vec![None; a.reading.chains.chains.len()]).collect();
    for (candidate, id) in candidates.iter().zip(of_candidate) {
        of_chain[candidate.article][candidate.chain.0] = id;
    }
    Resolution { entities, of_chain, rules }
}

/// Candidates that are one entity, and its identifier.
struct Assigned {
    id: EntityId,
    members: Vec<usize>,
}

/// The identifiers that the content folder gives to names, by kind and name key.
fn known_names(content: &Briefing) -> BTreeMap<(EntityKind, String), BTreeSet<EntityId>> {
    let mut names: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for entity in content.entities.values() {
        for name in std::iter::once(&entity.name).chain(&entity.aliases) {
            names.entry((entity.id.kind(), name::key(name))).or_default().insert(entity.id.clone());
        }
    }
    names
}

/// Gives every group of candidates its identifier: corrections first, then content, then a slug of the name.
fn assign(
    groups: &[Vec<usize>],
    candidates: &[Candidate],
    taken: &BTreeMap<(EntityKind, String), BTreeSet<EntityId>>,
    lexicon: &Lexicon,
    rules: &mut Rules,
) -> Vec<Assigned> {
    let mut assigned = Vec::new();
    let mut wanting: BTreeMap<EntityId, Vec<(String, Vec<usize>)>> = BTreeMap::new();
    for members in groups {
        let chosen: Vec<&Candidate> = members.iter().map(|&at| &candidates[at]).collect();
        // What several groups are called, and no article settles, is nobody's page.
        let open = chosen.iter().all(|m| m.is_open);
        if let Some(id) = rules.entity_of(&chosen).or_else(|| existing(&chosen, taken).filter(|_| !open)) {
            assigned.push(Assigned { id: rules.merged(id), members: members.clone() });
        } else if let Some((id, apart)) = wanted(&chosen, lexicon).filter(|_| !open) {
            wanting.entry(id).or_default().push((apart, members.clone()));
        }
    }
    let in_use: BTreeSet<EntityId> = taken.values().flatten().cloned().collect();
    for (id, mut rivals) in wanting {
        rivals.sort();
        for (place, (apart, members)) in rivals.into_iter().enumerate() {
            // The first by content, not by reading order, keeps the plain slug.
            let free = place == 0 && !in_use.contains(&id);
            let id = if free { id.clone() } else { suffixed(&id, &apart) };
            assigned.push(Assigned { id: rules.merged(id), members });
        }
    }
    assigned
}

/// The one entity of the content folder that bears a full name of these candidates.
fn existing(
    members: &[&Candidate],
    taken: &BTreeMap<(EntityKind, String), BTreeSet<EntityId>>,
) -> Option<EntityId> {
    if let Key::Country(code) = members[0].key {
        return Some(EntityId::country(code));
    }
    let names = members.iter().flat_map(|m| std::iter::once(&m.name).chain(&m.full_forms));
    let mut found = names.filter_map(|name| taken.get(&(members[0].kind, name::key(name)))).flatten();
    let first = found.next()?;
    found.all(|id| id == first).then(|| first.clone())
}

/// The identifier that a name asks for, and what tells it from a namesake.
fn wanted(members: &[&Candidate], lexicon: &Lexicon) -> Option<(EntityId, String)> {
    let best = name::best(members);
    let kind = members[0].kind;
    let id = EntityId::new(kind, Slug::from_name(&best)?).ok()?;
    let country = members.iter().find_map(|m| country(m, lexicon));
    let apart = country.map(|c| Slug::from_name(c.name).map_or_else(String::new, String::from));
    Some((
        id,
        apart.unwrap_or_else(|| {
            format!("as-{}", members.iter().map(|m| m.article_id.as_str()).min().unwrap_or_default())
        }),
    ))
}

fn suffixed(id: &EntityId, apart: &str) -> EntityId {
    let suffix = Slug::from_name(apart);
    let slug = suffix.map_or_else(|| id.slug().clone(), |suffix| id.slug().with_suffix(&suffix));
    EntityId::new(id.kind(), slug).unwrap_or_else(|_| id.clone())
}

/// The country that a candidate's lexicon entry or roles name.
fn country(candidate: &Candidate, lexicon: &Lexicon) -> Option<&'static Country> {
    let code = match candidate.known {
        Some(Known::Group(ix)) => lexicon.group(ix).country,
        Some(Known::Place(ix)) => lexicon.place(ix).country,
        _ => candidate.country,
    };
    code.map(model::CountryCode::country)
}

/// The identity that its names and its lexicon entry give an entity; what a person wrote in its file stays.
fn describe(id: &EntityId, members: &[&Candidate], written: Option<&Entity>, lexicon: &Lexicon) -> Entity {
    let name = match id.country_code() {
        Some(code) => code.country().name.to_owned(),
        None => name::best(members),
    };
    let mut entity = Entity::new(id.clone(), name);
    if let Some(written) = written.filter(|entity| entity.generated.is_none()) {
        return Entity { profile: String::new(), ..written.clone() };
    }
    if id.kind() != EntityKind::Country {
        let forms: BTreeSet<&String> = members.iter().flat_map(|m| &m.full_forms).collect();
        entity.aliases = forms.into_iter().filter(|form| **form != entity.name).cloned().collect();
    }
    entity.aliases.retain(|alias| !lexicon.is_shared(alias));
    let known = members.iter().find_map(|m| m.known);
    entity.detail = detail(id.kind(), known, members, lexicon);
    if let Detail::Group { acronym: Some(acronym), .. } = &entity.detail {
        entity.aliases.retain(|alias| alias != acronym);
    }
    entity.wikidata = match known {
        Some(Known::Group(ix)) => lexicon.group(ix).wikidata.map(str::to_owned),
        _ => None,
    };
    entity
}

fn detail(kind: EntityKind, known: Option<Known>, members: &[&Candidate], lexicon: &Lexicon) -> Detail {
    match (kind, known) {
        (EntityKind::Group, Some(Known::Group(ix))) => {
            let entry = lexicon.group(ix);
            let acronym = members.iter().flat_map(|m| &m.full_forms).find(|form| name::is_acronym(form));
            let group_type = entry.group_type.parse::<GroupType>().ok();
            Detail::Group { group_type, acronym: acronym.cloned(), country: entry.country }
        }
        (EntityKind::Group, _) => {
            let acronym = members.iter().flat_map(|m| &m.full_forms).find(|form| name::is_acronym(form));
            Detail::Group { group_type: None, acronym: acronym.cloned(), country: None }
        }
        (EntityKind::Place, Some(Known::Place(ix))) => {
            let entry = lexicon.place(ix);
            Detail::Place { place_type: entry.place_type.parse::<PlaceType>().ok(), country: entry.country }
        }
        (EntityKind::Person, _) => Detail::Person { country: agreed_country(members) },
        (kind, _) => Detail::empty(kind),
    }
}

/// The country of a person's roles, when all articles that name one agree.
fn agreed_country(members: &[&Candidate]) -> Option<model::CountryCode> {
    let mut countries = members.iter().filter_map(|m| m.country);
    let first = countries.next()?;
    countries.all(|code| code == first).then_some(first)
}

/// Takes over the names of an entity that a correction merged into this one.
fn absorb(known: &mut Entity, other: &Entity) {
    let names = std::iter::once(&other.name).chain(&other.aliases);
    let new: Vec<String> =
        names.filter(|n| **n != known.name && !known.aliases.contains(n)).cloned().collect();
    known.aliases.extend(new);
    known.aliases.sort();
}
