//! The names of an entity → its identity: what is shown, what it is also called, what sort of thing it is.

use std::collections::BTreeSet;
use std::sync::Arc;

use model::{CountryCode, Detail, Entity, EntityId, EntityKind, GroupType, PlaceType};

use crate::lexicon::Lexicon;
use crate::mention::Known;
use crate::registry::candidate::Corpus;
use crate::registry::name;
use crate::registry::past::Past;

/// The identity that its names and its lexicon entry give an entity. What a person wrote in its file stays, and so does the
/// name under which it is known.
pub(crate) fn entity(
    id: &EntityId,
    members: &[usize],
    corpus: &Corpus<'_>,
    content: &Past,
    lexicon: &Lexicon,
) -> Entity {
    let written = content.entities.get(id).map(Arc::as_ref);
    if let Some(written) = written.filter(|entity| entity.generated.is_none()) {
        return Entity { profile: String::new(), ..written.clone() };
    }
    let mut entity = Entity::new(id.clone(), shown(id, members, corpus, written));
    let forms = full_forms(members, corpus);
    if id.kind() != EntityKind::Country {
        // The fuller name of somebody whose page bears an older one.
        let fuller = own_names(members, corpus).into_iter().filter(|name| name.contains(' '));
        let all: BTreeSet<&str> = forms.iter().copied().chain(fuller).collect();
        let other = all.into_iter().filter(|form| *form != entity.name && !lexicon.is_shared(form));
        entity.aliases = other.map(str::to_owned).collect();
    }
    let known = members.iter().find_map(|&at| corpus.candidates[at].known);
    entity.detail = detail(id.kind(), known, members, &forms, corpus, lexicon);
    if let Detail::Group { acronym: Some(acronym), .. } = &entity.detail {
        entity.aliases.retain(|alias| alias != acronym);
    }
    // By these names it is looked for in lists.
    let all: BTreeSet<&str> = forms.iter().copied().chain(own_names(members, corpus)).collect();
    let listing = lexicon.listed(id.kind(), all.into_iter(), entity.country());
    entity.wikidata = match known {
        Some(Known::Group(ix)) => lexicon.group(ix).wikidata.map(str::to_owned),
        _ => None,
    };
    if let Some(listing) = listing {
        entity.wikidata = entity.wikidata.or(listing.wikidata);
        entity.same_as = listing.same_as.into_iter().collect();
        match &mut entity.detail {
            Detail::Person { country } | Detail::Group { country, .. } | Detail::Place { country, .. } => {
                *country = country.or(listing.country);
            }
            Detail::Country => {}
        }
    }
    entity
}

/// The forms of its members that can stand alone, each once.
fn full_forms<'r>(members: &[usize], corpus: &Corpus<'r>) -> BTreeSet<&'r str> {
    let mut forms: Vec<_> = members.iter().flat_map(|&at| corpus.full_forms(at)).collect();
    forms.sort_unstable_by_key(|(ix, _)| *ix);
    forms.dedup_by_key(|(ix, _)| *ix);
    forms.into_iter().map(|(_, form)| form).collect()
}

/// The fullest names of its members, each once.
fn own_names<'r>(members: &[usize], corpus: &Corpus<'r>) -> BTreeSet<&'r str> {
    members.iter().map(|&at| corpus.candidates[at].name).collect()
}

/// A country's name; the name that the page has had so far, when it still names it; else the best of its names.
fn shown(id: &EntityId, members: &[usize], corpus: &Corpus<'_>, written: Option<&Entity>) -> String {
    if let Some(code) = id.country_code() {
        return code.country().name.to_owned();
    }
    let names = || members.iter().map(|&at| corpus.candidates[at].name);
    let bears = |name: &str| {
        names().any(|own| own == name)
            || members.iter().any(|&at| corpus.forms(at).any(|(_, form)| form == name))
    };
    match written.filter(|written| bears(&written.name)) {
        Some(written) => written.name.clone(),
        None => {
            let best = name::best(names());
            if id.kind() == EntityKind::Place { name::calm(&best) } else { best }
        }
    }
}

fn detail(
    kind: EntityKind,
    known: Option<Known>,
    members: &[usize],
    forms: &BTreeSet<&str>,
    corpus: &Corpus<'_>,
    lexicon: &Lexicon,
) -> Detail {
    let acronym = || forms.iter().find(|form| name::is_acronym(form)).map(|form| (*form).to_owned());
    match (kind, known) {
        (EntityKind::Group, Some(Known::Group(ix))) => {
            let entry = lexicon.group(ix);
            let group_type = entry.group_type.parse::<GroupType>().ok();
            Detail::Group { group_type, acronym: acronym(), country: entry.country }
        }
        (EntityKind::Group, _) => Detail::Group { group_type: None, acronym: acronym(), country: None },
        (EntityKind::Place, Some(Known::Place(ix))) => {
            let entry = lexicon.place(ix);
            Detail::Place { place_type: entry.place_type.parse::<PlaceType>().ok(), country: entry.country }
        }
        (EntityKind::Person, _) => Detail::Person { country: agreed_country(members, corpus) },
        (kind, _) => Detail::empty(kind),
    }
}

/// The country of a person's offices, when all articles that name one agree.
fn agreed_country(members: &[usize], corpus: &Corpus<'_>) -> Option<CountryCode> {
    let of_article = |&at: &usize| {
        let countries = &corpus.offices[at].countries;
        countries.first().copied().filter(|_| countries.len() == 1)
    };
    let mut countries = members.iter().filter_map(of_article);
    let first = countries.next()?;
    countries.all(|code| code == first).then_some(first)
}
