//! The groups, countries and places of an article → [`Society`]: which of them `the bank`, `the country` or `the city` may mean.

use std::collections::{BTreeMap, BTreeSet};

use model::{EntityKind, Via};

use super::scene::Scene;
use super::{ChainIx, apposition, fold, group, slot};
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
    /// The countries that each is of, as far as one knows or the text says: `the Italian carmaker Fiat`.
    homes: BTreeMap<ChainIx, BTreeSet<ChainIx>>,
    /// The groups that are known to be of a country which the text does not name.
    elsewhere: BTreeSet<ChainIx>,
    /// The groups of which nothing but a name is known that may be anybody's.
    plain: BTreeSet<ChainIx>,
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
/// The most words between a country and the group that it describes: `the Italian car maker Fiat`.
const DESCRIBED: usize = 3;
/// The most words of a description behind a name.
const APPOSED: usize = 7;

impl Society {
    /// Reads it from an article.
    pub(crate) fn gather(scene: &Scene, of_mention: &[Option<ChainIx>]) -> Self {
        let mut society = Self::default();
        let countries: BTreeMap<Known, ChainIx> = scene
            .of_kind(EntityKind::Country)
            .into_iter()
            .filter_map(|at| Some((scene.mentions[at].known?, of_mention[at]?)))
            .collect();
        for (mention, m) in scene.mentions.iter().enumerate() {
            let Some(chain) = of_mention[mention].filter(|_| m.kind != EntityKind::Person) else { continue };
            society.named.push(((m.sentence, m.tokens.end), chain));
            if let Some(Known::Group(ix)) = m.known
                && let Some(code) = scene.lexicon.group(ix).country
                && !countries.contains_key(&Known::Country(code))
            {
                society.elsewhere.insert(chain);
            }
            let homes = society.homes.entry(chain).or_default();
            homes.extend(home(scene, of_mention, &countries, mention));
            let nouns = nouns(scene, mention);
            let typed = nouns.iter().any(|noun| {
                noun.starts_with('=')
                    || scene.lexicon.group_noun(noun).is_some_and(|_| !PLAIN.contains(&noun.as_str()))
            });
            if m.kind == EntityKind::Group && !typed && may_be_firm(scene, mention) {
                society.plain.insert(chain);
            }
            society.nouns.entry(chain).or_default().extend(nouns);
        }
        for (chain, nouns) in &society.nouns {
            if nouns.iter().any(|noun| noun.starts_with('=')) {
                society.plain.remove(chain);
            }
        }
        society
    }

    /// The one group, country or place that the noun at a token means: the only one that is near, or else the only one of the
    /// text so far. `of` is the country that the description names: `the Italian company`.
    pub(crate) fn one(
        &self,
        scene: &Scene,
        here: (usize, usize),
        noun: &str,
        of: Option<ChainIx>,
    ) -> Option<ChainIx> {
        let (group, place) =
            (scene.lexicon.group_noun(noun), scene.lexicon.place_noun(noun).filter(|_| of.is_none()));
        if group.is_none() && place.is_none() {
            return None;
        }
        let types: Vec<String> =
            group.iter().chain(&place).flat_map(|types| types.iter()).map(typed).chain(maker(noun)).collect();
        let fits = |chain: &ChainIx| {
            let known = self.nouns.get(chain);
            known.is_some_and(|nouns| nouns.contains(noun) || types.iter().any(|kind| nouns.contains(kind)))
        };
        let home = |chain: &ChainIx| self.homes.get(chain).filter(|homes| !homes.is_empty());
        // `the US manufacturer` may be a company that nothing shows to make anything, when it is the only one from there.
        let firm = |chain: &ChainIx| {
            let company = self.nouns.get(chain).is_some_and(|nouns| nouns.contains("=company"));
            company && (is_trade(noun) || types.iter().any(|kind| kind == "=company"))
        };
        if let Some(country) = of {
            let fits = |chain: &ChainIx| fits(chain) || firm(chain);
            let is_there = |chain: &ChainIx| home(chain).is_some_and(|homes| homes.contains(&country));
            let is_open = |chain: &ChainIx| home(chain).is_none() && !self.elsewhere.contains(chain);
            return self.nearest(here, |chain| fits(chain) && is_there(chain)).or_else(|| {
                let candidates = self.all(here, |chain| fits(chain) && is_open(chain));
                candidates.first().copied().filter(|_| candidates.len() == 1)
            });
        }
        if self.all(here, fits).is_empty() && types.iter().any(|kind| kind == "=company") {
            let plain = self.all(here, |chain| self.plain.contains(chain));
            return plain.first().copied().filter(|_| plain.len() == 1);
        }
        self.nearest(here, fits).or_else(|| {
            let firms = self.all((usize::MAX, 0), firm);
            let only =
                firms.first().copied().filter(|_| firms.len() == 1 && self.all(here, fits).is_empty())?;
            self.all(here, |chain| *chain == only).first().copied()
        })
    }

    /// What fits and is named before.
    fn all(&self, here: (usize, usize), fits: impl Fn(&ChainIx) -> bool) -> BTreeSet<ChainIx> {
        self.named.iter().filter(|(at, chain)| *at < here && fits(chain)).map(|(_, chain)| *chain).collect()
    }

    /// The only one that fits near, or of all before when none is near.
    fn nearest(&self, here: (usize, usize), fits: impl Fn(&ChainIx) -> bool) -> Option<ChainIx> {
        let all = self.all(here, &fits);
        let within = |reach: usize| -> BTreeSet<ChainIx> {
            let named =
                self.named.iter().filter(|(at, chain)| *at < here && at.0 + reach >= here.0 && fits(chain));
            named.map(|(_, chain)| *chain).collect()
        };
        let from = [within(1), within(NEAR), all].into_iter().find(|from| !from.is_empty())?;
        from.first().copied().filter(|_| from.len() == 1)
    }
}

/// The country that a group is of: as the lexicon knows, or as the words before it say.
fn home(
    scene: &Scene,
    of_mention: &[Option<ChainIx>],
    countries: &BTreeMap<Known, ChainIx>,
    mention: usize,
) -> Option<ChainIx> {
    let m = &scene.mentions[mention];
    if let Some(Known::Group(ix)) = m.known {
        let code = scene.lexicon.group(ix).country?;
        return countries.get(&Known::Country(code)).copied();
    }
    let line = scene.line(mention);
    let apposed = |at: usize| line.word(m.tokens.end) == "," && at < m.tokens.end + 4;
    let is_near = |other: &usize| {
        let other = &scene.mentions[*other];
        let before = other.tokens.end <= m.tokens.start && other.tokens.end + DESCRIBED >= m.tokens.start;
        let plain = (other.tokens.end..m.tokens.start).all(|at| {
            line.is_word(at)
                && !line.is_capital(at)
                && !slot::governs(line.word(at))
                && scene.lexicon.finite(line.word(at)).is_none()
        });
        other.kind == EntityKind::Country
            && (before && plain && other.tokens.end < m.tokens.start
                || other.tokens.start > m.tokens.end && apposed(other.tokens.start))
    };
    scene.mentions_in(m.sentence).find(is_near).and_then(|at| of_mention[at])
}

/// Whether a name says nothing of what it names, so that it may be a firm's: no acronym, no word for another body.
fn may_be_firm(scene: &Scene, mention: usize) -> bool {
    let name = scene.name(mention);
    let other =
        |word: &String| scene.lexicon.group_noun(word).is_some() || scene.lexicon.place_noun(word).is_some();
    scene.mentions[mention].known.is_none()
        && scene.mentions[mention].via == Via::Name
        && !group::GroupName::parse(&name).is_acronym()
        && !fold::words(&name).iter().any(other)
}

/// Whether a noun says what a firm does: `airline`, `carmaker`.
fn is_trade(noun: &str) -> bool {
    among(TRADES, noun) || maker(noun).is_some()
}

/// What all are who make something: `the automaker` is the manufacturer that was named.
fn maker(noun: &str) -> Option<String> {
    ["maker", "manufacturer", "builder"].iter().any(|end| noun.ends_with(end)).then(|| "=maker".to_owned())
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
    let is_noun = |word: &str| is_trade(word) || scene.lexicon.group_noun(word).is_some();
    let article = line.word(m.tokens.end) == "," && among("a an the", line.word(m.tokens.end + 1));
    let from = m.tokens.end + 2;
    let stretch = (from..line.len().min(from + APPOSED)).filter(|_| article);
    let behind = stretch.take_while(|&at| !apposition::ends(line.word(at))).last().map(|at| line.word(at));
    let nouns =
        [Some(line.before(m.tokens.start)), behind].into_iter().flatten().filter(|word| is_noun(word));
    nouns
        .flat_map(|noun| {
            let types = scene.lexicon.group_noun(noun).into_iter().flatten().map(typed);
            let firm = is_trade(noun).then(|| typed("company"));
            types.chain(firm).chain(maker(noun)).chain([noun.to_owned()]).collect::<Vec<_>>()
        })
        .collect()
}

fn last(name: &str) -> Option<String> {
    fold::words(name).pop()
}
