//! The rolls of all articles → [`Candidate`]s: what may become an entity, after names that a person dropped.

use std::collections::BTreeSet;

use model::{CountryCode, EntityId, EntityKind};
use rayon::prelude::*;

use crate::chain::{ChainIx, Gender};
use crate::lexicon::Lexicon;
use crate::mention::Known;
use crate::registry::correction::Rules;
use crate::registry::field::Fields;
use crate::registry::name;
use crate::registry::office::Offices;
use crate::registry::rolls::{IdIx, Link, Listed, Name, Rolls};
use crate::registry::vocabulary::TextIx;

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
    pub(crate) named: &'r Name,
    pub(crate) kind: EntityKind,
    /// How it is written.
    pub(crate) name: &'r str,
    pub(crate) name_ix: NameIx,
    pub(crate) known: Option<Known>,
    pub(crate) key: Key,
    /// Whether its name is shared by several groups of the lexicon, and this article does not say which it is.
    pub(crate) is_open: bool,
    /// The entity that the article's file named so in an earlier run.
    pub(crate) prior: Option<IdIx>,
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
#[derive(Debug)]
pub(crate) struct Corpus<'r> {
    pub(crate) rolls: &'r Rolls<'r>,
    /// In the order of the articles and of their chains.
    pub(crate) candidates: Vec<Candidate<'r>>,
    /// For each article its candidates, from and to.
    pub(crate) of_article: Vec<(usize, usize)>,
    /// Names in comparable form, sorted.
    pub(crate) names: Vec<String>,
    /// For each text of the rolls its comparable form.
    name_of: Vec<NameIx>,
    /// For each candidate its key as a number.
    pub(crate) keys: Vec<KeyIx>,
    /// In how many articles a key stands.
    pub(crate) frequency: Vec<u32>,
    /// For each candidate what its titles say.
    pub(crate) offices: Vec<Offices<'r>>,
}

impl<'r> Corpus<'r> {
    /// The identifier of an article.
    pub(crate) fn article(&self, article: usize) -> &'r str {
        &self.rolls.articles[article].id
    }

    /// The entity that the article's file named so in an earlier run.
    pub(crate) fn prior(&self, at: usize) -> Option<&'r EntityId> {
        self.candidates[at].prior.map(|id| &self.rolls.ids()[id.index()])
    }

    /// Which of the identifiers that a person said are never one is a candidate's.
    pub(crate) fn claims(&self, at: usize, rules: &Rules) -> BTreeSet<EntityId> {
        if !rules.keeps_apart() {
            return BTreeSet::new();
        }
        let candidate = &self.candidates[at];
        rules.claims(candidate.kind, candidate.name, self.prior(at))
    }

    /// A text in comparable form.
    pub(crate) fn name_ix(&self, text: TextIx) -> NameIx {
        self.name_of[text.index()]
    }

    /// Every form of a candidate.
    pub(crate) fn forms(&self, at: usize) -> impl Iterator<Item = (TextIx, &'r str)> + use<'r> {
        let rolls = self.rolls;
        rolls.forms(self.candidates[at].named).iter().map(|form| (*form, rolls.text(*form)))
    }

    /// The forms of a candidate that can stand alone: of a person those of two words and more.
    pub(crate) fn full_forms(&self, at: usize) -> impl Iterator<Item = (TextIx, &'r str)> + use<'r> {
        let kind = self.candidates[at].kind;
        self.forms(at).filter(move |(_, form)| kind != EntityKind::Person || form.contains(' '))
    }

    /// The gender that an article shows.
    pub(crate) fn gender(&self, at: usize) -> Gender {
        self.candidates[at].named.gender
    }
}

/// All names in the order of the articles, without those that a correction drops.
pub(crate) fn gather<'r>(rolls: &'r Rolls<'r>, lexicon: &Lexicon, rules: &mut Rules) -> Corpus<'r> {
    let mut corpus = intern(rolls);
    let mut kept: Vec<(usize, ChainIx, EntityKind)> = Vec::with_capacity(rolls.names.len());
    for (article, listed) in rolls.articles.iter().enumerate() {
        let from = kept.len();
        for (at, named) in rolls.names[listed.names.clone()].iter().enumerate() {
            if !rules.drops(named, rolls, &listed.id) {
                kept.push((article, ChainIx(at), rules.kind(named, rolls, &listed.id)));
            }
        }
        corpus.of_article.push((from, kept.len()));
    }
    let candidates = kept
        .into_par_iter()
        .map(|(article, at, kind)| candidate(article, at, &rolls.articles[article], kind, &corpus));
    corpus.candidates = candidates.collect();
    adopt(&mut corpus);
    agree(&mut corpus);
    divide(&mut corpus, rules);
    number(&mut corpus);
    corpus.offices = offices(lexicon, &corpus);
    corpus
}

/// Every text of the rolls in comparable form, each once and sorted, so that ranks do not depend on the order of reading.
fn intern<'r>(rolls: &'r Rolls<'r>) -> Corpus<'r> {
    let texts = rolls.vocabulary.texts();
    let mut of: Vec<(String, usize)> =
        texts.par_iter().enumerate().map(|(text, words)| (name::key(words), text)).collect();
    of.par_sort_unstable();
    let (mut names, mut name_of) = (Vec::with_capacity(of.len()), vec![0; of.len()]);
    for (key, text) in of {
        if names.last() != Some(&key) {
            names.push(key);
        }
        name_of[text] = (names.len() - 1) as NameIx;
    }
    Corpus {
        rolls,
        candidates: Vec::new(),
        of_article: Vec::with_capacity(rolls.articles.len()),
        names,
        name_of,
        keys: Vec::new(),
        frequency: Vec::new(),
        offices: Vec::new(),
    }
}

fn candidate<'r>(
    article: usize,
    chain: ChainIx,
    listed: &'r Listed<'r>,
    kind: EntityKind,
    corpus: &Corpus<'r>,
) -> Candidate<'r> {
    let rolls = corpus.rolls;
    let named = &rolls.names[listed.names.start + chain.0];
    let known = named.known.filter(|known| kind_of(*known) == kind);
    let name_ix = corpus.name_ix(named.text);
    let key = match known {
        Some(Known::Country(code)) => Key::Country(code),
        Some(known) => Key::Known(known),
        None => Key::Name(kind, name_ix),
    };
    let prior = before(rolls.links(listed), kind, named, corpus);
    let is_open = named.is_shared && kind == EntityKind::Group && known.is_none();
    let settled = kind != named.kind;
    let name = rolls.text(named.text);
    Candidate { article, chain, named, kind, name, name_ix, known, key, is_open, prior, settled }
}

/// The entity that the article's file named so: by its fullest form that the file links.
fn before(links: &[Link], kind: EntityKind, named: &Name, corpus: &Corpus<'_>) -> Option<IdIx> {
    if kind == EntityKind::Country {
        return None;
    }
    let rolls = corpus.rolls;
    let linked = |form: &TextIx| {
        let words = corpus.name_ix(*form);
        links.iter().find(|link| link.kind == kind && corpus.name_ix(link.words) == words)
    };
    let found =
        rolls.forms(named).iter().filter_map(|form| Some((rolls.text(*form).len(), linked(form)?.id)));
    found.max_by_key(|(length, id)| (*length, std::cmp::Reverse(&rolls.ids()[id.index()]))).map(|(_, id)| id)
}

/// A name that one article gives to an entry of the lexicon is that entry in the others too: `Southcom`, where only the full
/// name is known; `Manta`, where one article left its kind open.
fn adopt(corpus: &mut Corpus<'_>) {
    // For each name its entry: one, or several, which is none.
    let mut entries: Vec<Option<Option<Known>>> = vec![None; corpus.names.len()];
    for (at, candidate) in corpus.candidates.iter().enumerate() {
        let Some(known) = candidate.known else { continue };
        let forms = corpus.full_forms(at).map(|(form, _)| corpus.name_ix(form));
        for name in forms.chain([candidate.name_ix]) {
            let entry = entries[name as usize].get_or_insert(Some(known));
            if *entry != Some(known) {
                *entry = None;
            }
        }
    }
    let free = |c: &&mut Candidate<'_>| c.known.is_none() && !c.settled && !c.is_open;
    for candidate in corpus.candidates.iter_mut().filter(free) {
        let known = entries[candidate.name_ix as usize].flatten();
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
fn agree(corpus: &mut Corpus<'_>) {
    // For each name, how often it is of each kind.
    let mut votes: Vec<[usize; EntityKind::ALL.len()]> = vec![[0; EntityKind::ALL.len()]; corpus.names.len()];
    for candidate in &corpus.candidates {
        if let Key::Name(kind, name) = candidate.key {
            votes[name as usize][kind as usize] += candidate.named.weight;
        }
    }
    for candidate in corpus.candidates.iter_mut().filter(|candidate| !candidate.settled) {
        let Key::Name(_, name) = candidate.key else { continue };
        let votes = EntityKind::ALL.iter().zip(votes[name as usize]);
        let best = votes.filter(|(_, weight)| *weight > 0);
        if let Some((kind, _)) = best.max_by_key(|(kind, weight)| (*weight, std::cmp::Reverse(**kind))) {
            candidate.kind = *kind;
            candidate.key = Key::Name(*kind, name);
        }
    }
}

/// A name in an article that a person gave to an entity is that one's.
fn divide(corpus: &mut Corpus<'_>, rules: &mut Rules) {
    for candidate in &mut corpus.candidates {
        let Some((at, entity)) = candidate.named.split.and_then(|at| rules.split(at)) else { continue };
        candidate.key = Key::Split(at);
        candidate.kind = entity.kind();
        // What the article was thought to mean says nothing of the entity that a person named.
        if candidate.known.take().is_some() {
            let forms = corpus.rolls.forms(candidate.named).iter();
            if let Some(form) = forms.max_by_key(|form| corpus.rolls.text(**form).len()) {
                candidate.name = corpus.rolls.text(*form);
                candidate.name_ix = corpus.name_of[form.index()];
            }
        }
    }
}

fn number(corpus: &mut Corpus<'_>) {
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

fn offices<'r>(lexicon: &Lexicon, corpus: &Corpus<'r>) -> Vec<Offices<'r>> {
    let (rolls, fields) = (corpus.rolls, Fields::builtin());
    let of = |candidate: &Candidate<'r>| {
        let (from, to) = corpus.of_article[candidate.article];
        let names = &rolls.names[rolls.articles[candidate.article].names.clone()];
        let body = |of: usize| {
            let at = (from..to).find(|&at| corpus.candidates[at].chain.0 == of);
            at.filter(|&at| corpus.candidates[at].kind == EntityKind::Group)
        };
        Offices::of(candidate.named, names, rolls, &fields, lexicon, body)
    };
    corpus.candidates.par_iter().map(of).collect()
}

pub(crate) fn kind_of(known: Known) -> EntityKind {
    match known {
        Known::Country(_) => EntityKind::Country,
        Known::Group(_) => EntityKind::Group,
        Known::Place(_) => EntityKind::Place,
    }
}
