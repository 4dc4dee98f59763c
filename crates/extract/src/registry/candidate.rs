//! The rolls of all articles → [`Candidate`]s: what may become an entity, after names that a person dropped.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use model::{CountryCode, EntityId, EntityKind};
use rayon::prelude::*;

use crate::chain::{ChainIx, Gender};
use crate::lexicon::Lexicon;
use crate::mention::Known;
use crate::registry::correction::Rules;
use crate::registry::field::{FieldSet, Fields};
use crate::registry::name;
use crate::registry::past::Links;
use crate::registry::prior::Prior;
use crate::roll::{Named, Roll};

/// A name in comparable form, by its rank among all names of the corpus.
pub(crate) type NameIx = u32;

/// What candidates of different articles may have in common, by its rank among all keys.
pub(crate) type KeyIx = u32;

/// One name of one article.
#[derive(Debug, Clone)]
pub(crate) struct Candidate<'r> {
    /// The index of the article.
    pub(crate) article: usize,
    pub(crate) chain: ChainIx,
    pub(crate) named: &'r Named,
    pub(crate) kind: EntityKind,
    /// How it is written.
    pub(crate) name: &'r str,
    pub(crate) name_ix: NameIx,
    pub(crate) known: Option<Known>,
    pub(crate) key: Key,
    /// Whether its name is shared by several groups of the lexicon, and this article does not say which it is.
    pub(crate) is_open: bool,
    /// The entity that the article's file named so in an earlier run.
    pub(crate) prior: Option<&'r EntityId>,
    /// Whether a person settled its kind.
    settled: bool,
}

/// By what candidates of different articles may be the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Key {
    Country(CountryCode),
    /// An entry of the lexicon.
    Known(Known),
    /// A kind and a name in comparable form.
    Name(EntityKind, NameIx),
    /// A decision of a person about this article.
    Split(usize),
}

/// All candidates, and what is known of the corpus as a whole.
#[derive(Debug, Default)]
pub(crate) struct Corpus<'r> {
    pub(crate) articles: Vec<&'r str>,
    /// In the order of the articles and of their chains.
    pub(crate) candidates: Vec<Candidate<'r>>,
    /// For each article its candidates, from and to.
    pub(crate) of_article: Vec<(usize, usize)>,
    /// Names in comparable form, sorted.
    pub(crate) names: Vec<String>,
    name_of: HashMap<&'r str, NameIx>,
    /// For each candidate its key as a number.
    pub(crate) keys: Vec<KeyIx>,
    /// In how many articles a key stands.
    pub(crate) frequency: Vec<u32>,
    /// For each candidate the fields and the countries of its titles.
    pub(crate) offices: Vec<Offices<'r>>,
}

/// What the titles of a candidate say in one article.
#[derive(Debug, Clone, Default)]
pub(crate) struct Offices<'r> {
    pub(crate) titles: Vec<&'r str>,
    pub(crate) fields: FieldSet,
    pub(crate) countries: BTreeSet<CountryCode>,
    /// The candidates that the titles belong to.
    pub(crate) bodies: Vec<usize>,
}

impl Candidate<'_> {
    /// Which of the identifiers that a person said are never one is this one's.
    pub(crate) fn claims(&self, rules: &Rules) -> BTreeSet<EntityId> {
        rules.claims(self.kind, self.name, self.prior)
    }
}

impl<'r> Corpus<'r> {
    /// A form in comparable form.
    pub(crate) fn name_ix(&self, form: &str) -> NameIx {
        self.name_of[form]
    }

    /// The forms of a candidate that can stand alone: of a person those of two words and more.
    pub(crate) fn full_forms(&self, at: usize) -> impl Iterator<Item = &'r str> {
        let (kind, named) = (self.candidates[at].kind, self.candidates[at].named);
        let full = move |form: &&String| kind != EntityKind::Person || form.contains(' ');
        named.forms.iter().filter(full).map(String::as_str)
    }

    /// The gender that an article shows.
    pub(crate) fn gender(&self, at: usize) -> Gender {
        self.candidates[at].named.gender
    }
}

/// All names in the order of the articles, without those that a correction drops.
pub(crate) fn gather<'r>(
    rolls: &[&'r Roll],
    prior: &Prior<'r>,
    lexicon: &Lexicon,
    rules: &mut Rules,
) -> Corpus<'r> {
    let mut corpus = Corpus::default();
    intern(rolls, &mut corpus);
    let mut kept: Vec<(usize, ChainIx, EntityKind)> = Vec::new();
    for (article, roll) in rolls.iter().enumerate() {
        let from = kept.len();
        corpus.articles.push(&roll.article);
        for (at, named) in roll.names.iter().enumerate() {
            if !rules.drops(named, &roll.article) {
                kept.push((article, ChainIx(at), rules.kind(named, &roll.article)));
            }
        }
        corpus.of_article.push((from, kept.len()));
    }
    let links: Vec<Option<&Links>> = rolls.par_iter().map(|roll| prior.links(&roll.article)).collect();
    let candidates = kept.into_par_iter().map(|(article, at, kind)| {
        candidate(article, at, &rolls[article].names[at.0], kind, links[article], &corpus)
    });
    corpus.candidates = candidates.collect();
    adopt(&mut corpus);
    agree(&mut corpus);
    for candidate in &mut corpus.candidates {
        if let Some((at, entity)) = candidate.named.split.and_then(|at| rules.split(at)) {
            candidate.key = Key::Split(at);
            candidate.kind = entity.kind();
            // What the article was thought to mean says nothing of the entity that a person named.
            if candidate.known.take().is_some() {
                candidate.name =
                    candidate.named.forms.iter().max_by_key(|form| form.len()).map_or("", |form| form);
                candidate.name_ix = corpus.name_of.get(candidate.name).copied().unwrap_or(candidate.name_ix);
            }
        }
    }
    number(&mut corpus);
    offices(rolls, lexicon, &mut corpus);
    corpus
}

/// Every form of every article in comparable form, each once and sorted, so that ranks do not depend on the order of reading.
fn intern<'r>(rolls: &[&'r Roll], corpus: &mut Corpus<'r>) {
    let forms = |named: &'r Named| named.forms.iter().chain([&named.name]).map(String::as_str);
    let all = rolls.iter().flat_map(|roll| &roll.names).flat_map(forms).collect::<HashSet<&'r str>>();
    let mut of: Vec<(String, &'r str)> = all.into_par_iter().map(|form| (name::key(form), form)).collect();
    of.par_sort_unstable();
    corpus.name_of = HashMap::with_capacity(of.len());
    for (key, form) in of {
        if corpus.names.last() != Some(&key) {
            corpus.names.push(key);
        }
        corpus.name_of.insert(form, (corpus.names.len() - 1) as NameIx);
    }
}

fn candidate<'r>(
    article: usize,
    chain: ChainIx,
    named: &'r Named,
    kind: EntityKind,
    links: Option<&'r Links>,
    corpus: &Corpus<'r>,
) -> Candidate<'r> {
    let known = named.known.filter(|known| kind_of(*known) == kind);
    let name_ix = corpus.name_of[named.name.as_str()];
    let key = match known {
        Some(Known::Country(code)) => Key::Country(code),
        Some(known) => Key::Known(known),
        None => Key::Name(kind, name_ix),
    };
    let prior = links.and_then(|links| before(links, kind, named, corpus));
    let is_open = named.is_shared && kind == EntityKind::Group && known.is_none();
    let settled = kind != named.kind;
    Candidate { article, chain, named, kind, name: &named.name, name_ix, known, key, is_open, prior, settled }
}

/// The entity that the article's file named so: by its fullest form that the file links.
fn before<'r>(
    links: &'r Links,
    kind: EntityKind,
    named: &Named,
    corpus: &Corpus<'_>,
) -> Option<&'r EntityId> {
    if kind == EntityKind::Country {
        return None;
    }
    let key = |form: &str| corpus.names[corpus.name_ix(form) as usize].as_str();
    let found = named.forms.iter().filter_map(|form| Some((form, links.get(kind, key(form))?)));
    found.max_by_key(|(form, id)| (form.len(), std::cmp::Reverse(*id))).map(|(_, id)| id)
}

/// A name that one article gives to an entry of the lexicon is that entry in the others too: `Southcom`, where only the full
/// name is known; `Manta`, where one article left its kind open.
fn adopt(corpus: &mut Corpus) {
    // One entry, or none when there are several.
    let mut entries: HashMap<NameIx, Option<Known>> = HashMap::new();
    for (at, candidate) in corpus.candidates.iter().enumerate() {
        let Some(known) = candidate.known else { continue };
        for name in corpus.full_forms(at).chain([candidate.name]) {
            let entry = entries.entry(corpus.name_of[name]).or_insert(Some(known));
            if *entry != Some(known) {
                *entry = None;
            }
        }
    }
    let free = |c: &&mut Candidate| c.known.is_none() && !c.settled && !c.is_open;
    for candidate in corpus.candidates.iter_mut().filter(free) {
        let known = entries.get(&candidate.name_ix).copied().flatten();
        let known = known.filter(|known| !matches!(known, Known::Country(_)));
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
fn agree(corpus: &mut Corpus) {
    let mut votes: HashMap<NameIx, BTreeMap<EntityKind, usize>> = HashMap::new();
    for candidate in &corpus.candidates {
        if let Key::Name(kind, name) = candidate.key {
            *votes.entry(name).or_default().entry(kind).or_default() += candidate.named.weight;
        }
    }
    for candidate in corpus.candidates.iter_mut().filter(|candidate| !candidate.settled) {
        let Key::Name(_, name) = candidate.key else { continue };
        let best = votes[&name].iter().max_by_key(|(kind, weight)| (**weight, std::cmp::Reverse(**kind)));
        if let Some((kind, _)) = best {
            candidate.kind = *kind;
            candidate.key = Key::Name(*kind, name);
        }
    }
}

fn number(corpus: &mut Corpus) {
    let mut sorted: Vec<(Key, usize)> =
        corpus.candidates.iter().enumerate().map(|(at, candidate)| (candidate.key, at)).collect();
    sorted.par_sort_unstable();
    let mut keys: Vec<KeyIx> = vec![0; sorted.len()];
    let mut count = 0;
    for same in sorted.chunk_by(|a, b| a.0 == b.0) {
        same.iter().for_each(|(_, at)| keys[*at] = count);
        count += 1;
    }
    corpus.keys = keys;
    corpus.frequency = vec![0; count as usize];
    for key in &corpus.keys {
        corpus.frequency[*key as usize] += 1;
    }
}

fn offices<'r>(rolls: &[&'r Roll], lexicon: &Lexicon, corpus: &mut Corpus<'r>) {
    let fields = Fields::builtin();
    let all = corpus.candidates.par_iter().map(|candidate| {
        let mut offices = Offices::default();
        let (from, to) = corpus.of_article[candidate.article];
        for office in &candidate.named.offices {
            offices.titles.push(&office.title);
            offices.fields |= fields.of(&office.title);
            let Some(of) = office.of.map(|of| &rolls[candidate.article].names[of]) else { continue };
            offices.countries.extend(state(of, lexicon));
            let body = (from..to).find(|&at| std::ptr::eq(corpus.candidates[at].named, of));
            offices.bodies.extend(body.filter(|&at| corpus.candidates[at].kind == EntityKind::Group));
        }
        offices
    });
    corpus.offices = all.collect();
}

/// The state that an office belongs to: a country, or that of one of its bodies. A club says nothing of a player's country.
fn state(of: &Named, lexicon: &Lexicon) -> Option<CountryCode> {
    match of.known? {
        Known::Country(code) => Some(code),
        Known::Group(ix) => lexicon.group(ix).country.filter(|_| {
            matches!(
                lexicon.group(ix).group_type,
                "government" | "legislature" | "agency" | "military" | "police" | "court" | "party"
            )
        }),
        Known::Place(_) => None,
    }
}

pub(crate) fn kind_of(known: Known) -> EntityKind {
    match known {
        Known::Country(_) => EntityKind::Country,
        Known::Group(_) => EntityKind::Group,
        Known::Place(_) => EntityKind::Place,
    }
}
