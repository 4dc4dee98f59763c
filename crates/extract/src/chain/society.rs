//! The groups, countries and places of an article → [`Society`]: which of them `the bank`, `the country` or `the city` may mean.

use std::collections::{BTreeMap, BTreeSet};

use model::EntityKind;

use super::scene::Scene;
use super::{ChainIx, apposition, fold, group};
use crate::mention::Known;
use crate::mention::bound::TRADES;
use crate::mention::line::among;

/// How many sentences back a name is near.
const NEAR: usize = 2;

/// What is named, each with its nouns.
#[derive(Debug, Default)]
pub(crate) struct Society {
    /// For each naming its sentence and token and what it names, in the order of the text.
    named: Vec<((usize, usize), ChainIx)>,
    /// The words that may stand for each: from its names, and its type.
    nouns: BTreeMap<ChainIx, BTreeSet<String>>,
}

/// Nouns for a group of which nothing is known but its name.
const PLAIN: &[&str] = &["group", "organization", "organisation"];

/// What the names of firms end with.
const FIRMS: &str = "\
    steel motor motors airlines airways industries technologies systems pharmaceuticals oil gas petroleum \
    electronics foods energy mining telecom marine shipping textiles chemicals cement aerospace aviation \
    semiconductor semiconductors breweries ferries railways software networks";
/// Words in the names of armed groups.
const ARMED: &str = "front liberation brigade brigades militia resistance guerrillas";
/// The most words of a description behind a name.
const APPOSED: usize = 7;

impl Society {
    /// Reads it from an article.
    pub(crate) fn gather(scene: &Scene, of_mention: &[Option<ChainIx>]) -> Self {
        let mut society = Self::default();
        for (mention, m) in scene.mentions.iter().enumerate() {
            let Some(chain) = of_mention[mention].filter(|_| m.kind != EntityKind::Person) else { continue };
            society.named.push(((m.sentence, m.tokens.end), chain));
            society.nouns.entry(chain).or_default().extend(nouns(scene, mention));
        }
        society
    }

    /// The one group, country or place that the noun at a token means: the only one that is near, or else the only one of the
    /// text so far.
    pub(crate) fn one(&self, scene: &Scene, here: (usize, usize), noun: &str) -> Option<ChainIx> {
        let (group, place) = (scene.lexicon.group_noun(noun), scene.lexicon.place_noun(noun));
        if group.is_none() && place.is_none() {
            return None;
        }
        let types: Vec<String> =
            group.iter().chain(&place).flat_map(|types| types.iter()).map(typed).collect();
        let fits = |chain: &ChainIx| {
            let known = self.nouns.get(chain);
            known.is_some_and(|nouns| nouns.contains(noun) || types.iter().any(|kind| nouns.contains(kind)))
        };
        let before = self.named.iter().filter(|(at, chain)| *at < here && fits(chain));
        let near: BTreeSet<ChainIx> =
            before.clone().filter(|(at, _)| at.0 + NEAR >= here.0).map(|(_, chain)| *chain).collect();
        let all: BTreeSet<ChainIx> = before.map(|(_, chain)| *chain).collect();
        let from = if near.is_empty() { all } else { near };
        from.first().copied().filter(|_| from.len() == 1)
    }
}

/// A type as it stands among nouns.
fn typed(kind: impl std::fmt::Display) -> String {
    format!("={kind}")
}

/// The noun after a place's name that says what it is: `Osten province`.
fn behind(scene: &Scene, mention: usize) -> Option<String> {
    let noun = scene.line(mention).word(scene.mentions[mention].tokens.end);
    scene.lexicon.place_noun(noun).map(|_| noun.to_owned())
}

/// The words that may stand for what a mention names.
fn nouns(scene: &Scene, mention: usize) -> Vec<String> {
    let m = &scene.mentions[mention];
    let name = scene.name(mention);
    match (m.kind, m.known) {
        (EntityKind::Country, _) => vec![typed("country")],
        (EntityKind::Place, Some(Known::Place(ix))) => {
            let noun = typed(scene.lexicon.place(ix).place_type);
            last(&name).into_iter().chain([noun]).chain(behind(scene, mention)).collect()
        }
        (EntityKind::Place, _) => last(&name).into_iter().chain(behind(scene, mention)).collect(),
        (_, Some(Known::Group(ix))) => {
            let entry = scene.lexicon.group(ix);
            let mut nouns = group::nouns(&name);
            nouns.extend(group::nouns(entry.name));
            nouns.push(typed(entry.group_type));
            nouns
        }
        _ => {
            let plain = PLAIN.iter().map(|&noun| noun.to_owned());
            let nouns = group::nouns(&name).into_iter().chain(plain).chain(sort(&name));
            nouns.chain(described(scene, mention)).collect()
        }
    }
}

/// The type that the words of a group's name tell, where nothing else is known of it.
fn sort(name: &str) -> Option<String> {
    let words = fold::words(name);
    let firm = words.len() > 1 && words.last().is_some_and(|last| among(FIRMS, last));
    let armed = words.len() > 1 && words.iter().any(|word| among(ARMED, word));
    if firm || group::has_legal_form(name) { Some(typed("company")) } else { armed.then(|| typed("armed")) }
}

/// What the text calls a group beside its name: `carmaker Norvik`, `Norvik, the Danish brewer,`. A firm by its trade is a company.
fn described(scene: &Scene, mention: usize) -> Vec<String> {
    let m = &scene.mentions[mention];
    let line = scene.line(mention);
    let trade = |word: &str| among(TRADES, word) || word.ends_with("maker") || word.ends_with("builder");
    let is_noun = |word: &str| trade(word) || scene.lexicon.group_noun(word).is_some();
    let article = line.word(m.tokens.end) == "," && among("a an the", line.word(m.tokens.end + 1));
    let from = m.tokens.end + 2;
    let stretch = (from..line.len().min(from + APPOSED)).filter(|_| article);
    let behind = stretch.take_while(|&at| !apposition::ends(line.word(at))).last().map(|at| line.word(at));
    let nouns =
        [Some(line.before(m.tokens.start)), behind].into_iter().flatten().filter(|word| is_noun(word));
    nouns
        .flat_map(|noun| {
            let types = scene.lexicon.group_noun(noun).into_iter().flatten().map(typed);
            let firm = trade(noun).then(|| typed("company"));
            types.chain(firm).chain([noun.to_owned()]).collect::<Vec<_>>()
        })
        .collect()
}

fn last(name: &str) -> Option<String> {
    fold::words(name).pop()
}
