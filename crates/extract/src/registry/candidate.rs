//! The chains of all articles → [`Candidate`]s: what may become an entity, after names that a person dropped.

use std::collections::{BTreeMap, BTreeSet};

use model::{CountryCode, EntityKind};

use crate::analysis::Analysis;
use crate::chain::{Chain, ChainIx};
use crate::lexicon::Lexicon;
use crate::mention::Known;
use crate::registry::correction::Rules;
use crate::registry::name;

/// One chain of one article.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    /// The index of the article.
    pub(crate) article: usize,
    pub(crate) article_id: String,
    pub(crate) chain: ChainIx,
    pub(crate) kind: EntityKind,
    pub(crate) name: String,
    /// Every form in the article.
    pub(crate) forms: Vec<String>,
    /// The forms that can stand alone: of a person those of two words and more.
    pub(crate) full_forms: Vec<String>,
    pub(crate) known: Option<Known>,
    /// Of a person, the country of the roles, when they name one.
    pub(crate) country: Option<CountryCode>,
    pub(crate) key: Key,
    /// Whether its name is shared by several groups of the lexicon, and this article does not say which it is.
    pub(crate) is_open: bool,
    /// How often the article names it.
    weight: usize,
    /// Whether a person settled its kind.
    settled: bool,
}

/// By what candidates of different articles are the same.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    Country(CountryCode),
    /// An entry of the lexicon.
    Known(Known),
    /// A kind and a name in comparable form.
    Name(EntityKind, String),
}

/// All chains in the order of the articles, without those that a correction drops.
pub(crate) fn gather(analyses: &[Analysis], lexicon: &Lexicon, rules: &mut Rules) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for (article, analysis) in analyses.iter().enumerate() {
        for (at, chain) in analysis.reading.chains.chains.iter().enumerate() {
            let id = &analysis.seed.id;
            if rules.drops(chain, id) {
                continue;
            }
            let kind = rules.kind(chain, id);
            let mut candidate = candidate(article, analysis, ChainIx(at), chain, kind);
            candidate.is_open =
                kind == EntityKind::Group && candidate.known.is_none() && lexicon.is_shared(&chain.name);
            candidates.push(candidate);
        }
    }
    adopt(&mut candidates);
    agree(&mut candidates);
    candidates
}

/// A name that one article gives to an entry of the lexicon is that entry in the others too: `Southcom`, where only the full
/// name is known; `Manta`, where one article left its kind open.
fn adopt(candidates: &mut [Candidate]) {
    let mut entries: BTreeMap<String, BTreeSet<Known>> = BTreeMap::new();
    for candidate in candidates.iter() {
        for name in candidate.full_forms.iter().chain([&candidate.name]) {
            entries.entry(name::key(name)).or_default().extend(candidate.known);
        }
    }
    for candidate in candidates
        .iter_mut()
        .filter(|candidate| candidate.known.is_none() && !candidate.settled && !candidate.is_open)
    {
        let Some(known) = entries.get(&name::key(&candidate.name)).filter(|known| known.len() == 1) else {
            continue;
        };
        let known = known.iter().copied().next().filter(|known| !matches!(known, Known::Country(_)));
        // A person of two words and more is not a place because a place has that name too.
        let person = candidate.kind == EntityKind::Person && candidate.name.contains(' ');
        if let Some(known) = known.filter(|_| !person) {
            candidate.known = Some(known);
            candidate.kind = kind_of(known);
            candidate.key = Key::Known(known);
        }
    }
}

/// A name that no list knows is of one kind in all articles: the one under which it is named most.
fn agree(candidates: &mut [Candidate]) {
    let mut votes: BTreeMap<String, BTreeMap<EntityKind, usize>> = BTreeMap::new();
    for candidate in candidates.iter() {
        if let Key::Name(kind, name) = &candidate.key {
            *votes.entry(name.clone()).or_default().entry(*kind).or_default() += candidate.weight;
        }
    }
    for candidate in candidates.iter_mut().filter(|candidate| !candidate.settled) {
        let Key::Name(_, name) = &candidate.key else { continue };
        let best = votes[name].iter().max_by_key(|(kind, weight)| (**weight, std::cmp::Reverse(**kind)));
        if let Some((kind, _)) = best {
            candidate.kind = *kind;
            candidate.key = Key::Name(*kind, name.clone());
        }
    }
}

fn candidate(article: usize, analysis: &Analysis, at: ChainIx, chain: &Chain, kind: EntityKind) -> Candidate {
    let known = chain.known.filter(|known| kind_of(*known) == kind);
    let key = match known {
        Some(Known::Country(code)) => Key::Country(code),
        Some(known) => Key::Known(known),
        None => Key::Name(kind, name::key(&chain.name)),
    };
    let full = |form: &&String| kind != EntityKind::Person || form.contains(' ');
    Candidate {
        article,
        article_id: analysis.seed.id.clone(),
        chain: at,
        kind,
        name: if kind == EntityKind::Place { name::calm(&chain.name) } else { chain.name.clone() },
        forms: chain.forms.clone(),
        full_forms: chain.forms.iter().filter(full).cloned().collect(),
        known,
        country: country_of_roles(analysis, at),
        key,
        is_open: false,
        weight: chain.mentions.len(),
        settled: kind != chain.kind,
    }
}

fn kind_of(known: Known) -> EntityKind {
    match known {
        Known::Country(_) => EntityKind::Country,
        Known::Group(_) => EntityKind::Group,
        Known::Place(_) => EntityKind::Place,
    }
}

/// The one country that a person's roles in this article belong to.
fn country_of_roles(analysis: &Analysis, person: ChainIx) -> Option<CountryCode> {
    let chains = &analysis.reading.chains.chains;
    let roles = analysis.roles.iter().filter(|role| role.person == person);
    let mut codes = roles.filter_map(|role| match chains[role.of?.0].known {
        Some(Known::Country(code)) => Some(code),
        _ => None,
    });
    let first = codes.next()?;
    codes.all(|code| code == first).then_some(first)
}
