//! What speaks for two bearers of a name being one, and against it: [`Evidence`], in hundredths of a good reason.
//!
//! Reasons are offices, the countries and bodies they belong to, gender, and the company of other names; a rare companion
//! weighs more than one that stands in every other article.

use std::collections::{BTreeMap, BTreeSet};

use model::{CountryCode, EntityId};

use crate::chain::Gender;
use crate::registry::candidate::{Corpus, Key, KeyIx};
use crate::registry::field::FieldSet;

/// What may never be one.
pub(crate) const APART: i32 = -10_000;

/// How much company can weigh: as much as two other good reasons.
const MOST_COMPANY: i32 = 400;

/// How much it can weigh against another country or trade: a minister and a goalkeeper of one country know the same people.
const DOUBTED: i32 = 90;

/// What is known of one bearer of a name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Evidence<'r> {
    pub(crate) countries: BTreeSet<CountryCode>,
    pub(crate) fields: FieldSet,
    pub(crate) titles: BTreeSet<&'r str>,
    pub(crate) bodies: BTreeSet<KeyIx>,
    pub(crate) male: bool,
    pub(crate) female: bool,
    /// The identifiers that a person said are never one, as far as they are this one's.
    pub(crate) claims: BTreeSet<EntityId>,
    /// The keys of what else its articles name.
    pub(crate) company: BTreeSet<KeyIx>,
    /// The countries that its articles name most.
    pub(crate) scenes: BTreeSet<CountryCode>,
}

impl<'r> Evidence<'r> {
    /// What one article shows of a candidate, but for the company.
    pub(crate) fn of(at: usize, corpus: &Corpus<'r>) -> Self {
        let offices = &corpus.offices[at];
        let gender = corpus.gender(at);
        Self {
            countries: offices.countries.clone(),
            fields: offices.fields,
            titles: offices.titles.iter().copied().collect(),
            bodies: offices.bodies.iter().map(|&body| corpus.keys[body]).collect(),
            male: gender == Gender::Male,
            female: gender == Gender::Female,
            ..Self::default()
        }
    }

    /// Adds the company that a candidate keeps.
    pub(crate) fn look_around(&mut self, at: usize, corpus: &Corpus<'r>) {
        let (from, to) = corpus.of_article[corpus.candidates[at].article];
        self.company.extend((from..to).filter(|&other| other != at).map(|other| corpus.keys[other]));
        self.scenes.extend(scene(from, to, corpus));
    }

    /// Takes over what is known of another that is the same.
    pub(crate) fn absorb(&mut self, other: &Self) {
        self.countries.extend(&other.countries);
        self.fields |= other.fields;
        self.titles.extend(&other.titles);
        self.bodies.extend(&other.bodies);
        self.male |= other.male;
        self.female |= other.female;
        self.claims.extend(other.claims.iter().cloned());
        self.company.extend(&other.company);
        self.scenes.extend(&other.scenes);
    }

    /// Whether nothing speaks against the two being one.
    pub(crate) fn agrees(&self, other: &Self) -> bool {
        self.conflict(other) == 0 && self.claims == other.claims
    }

    /// What speaks against it: another gender, another country, another trade.
    fn conflict(&self, other: &Self) -> i32 {
        if self.male && other.female && !self.female || self.female && other.male && !self.male {
            return APART;
        }
        let differ = |a: bool, b: bool, shared: bool| a && b && !shared;
        let countries = differ(
            !self.countries.is_empty(),
            !other.countries.is_empty(),
            !self.countries.is_disjoint(&other.countries),
        );
        let fields = differ(self.fields != 0, other.fields != 0, self.fields & other.fields != 0);
        -300 * i32::from(countries) - 300 * i32::from(fields)
    }

    /// How much speaks for the two being one, beyond the name; what speaks against it is taken off.
    pub(crate) fn score(&self, other: &Self, corpus: &Corpus<'_>) -> i32 {
        if !self.claims.is_empty() && !other.claims.is_empty() && self.claims != other.claims {
            return APART;
        }
        let conflict = self.conflict(other);
        if conflict <= APART {
            return APART;
        }
        let country = !self.countries.is_disjoint(&other.countries);
        let foreign = !country && !self.countries.is_empty() && !other.countries.is_empty();
        // A title says something of two people only where their countries may be one: each country has its president.
        let title = !foreign && !self.titles.is_disjoint(&other.titles);
        let field = !foreign && self.fields & other.fields != 0;
        let office = country && title;
        let body = !self.bodies.is_disjoint(&other.bodies);
        let at_home = self.countries.intersection(&other.scenes).next().is_some()
            || other.countries.intersection(&self.scenes).next().is_some();
        conflict
            + 100 * i32::from(country)
            + 70 * i32::from(title)
            + 30 * i32::from(field)
            + 100 * i32::from(office)
            + 200 * i32::from(body)
            + 40 * i32::from(conflict == 0 && at_home)
            + company(&self.company, &other.company, corpus).min(if conflict < 0 {
                DOUBTED
            } else {
                MOST_COMPANY
            })
    }
}

/// The weight of the companions that two have in common.
fn company(a: &BTreeSet<KeyIx>, b: &BTreeSet<KeyIx>, corpus: &Corpus<'_>) -> i32 {
    a.intersection(b).map(|&key| weight(key, corpus)).sum()
}

/// How much a companion says: all of a reason when two articles alone name it, little when most of them do.
fn weight(key: KeyIx, corpus: &Corpus<'_>) -> i32 {
    let all = corpus.rolls.articles.len().max(2) as u32;
    let of = corpus.frequency[key as usize].clamp(1, all);
    // Two logarithms to the base two, in quarters, so that no floating point is needed.
    let steps = |n: u32| (n.pow(4)).checked_ilog2().unwrap_or_default() as i32;
    let rare = steps((all / of).min(200));
    let most = steps((all / 2).clamp(2, 200));
    (100 * rare * rare / (most * most)).min(150)
}

/// The country that an article names most, when none comes near it.
fn scene(from: usize, to: usize, corpus: &Corpus<'_>) -> Option<CountryCode> {
    let mut counts: BTreeMap<CountryCode, usize> = BTreeMap::new();
    for candidate in &corpus.candidates[from..to] {
        if let Key::Country(code) = candidate.key {
            *counts.entry(code).or_default() += candidate.named.weight;
        }
    }
    let (&first, &most) = counts.iter().max_by_key(|(code, count)| (**count, std::cmp::Reverse(**code)))?;
    let second = counts.iter().filter(|(code, _)| **code != first).map(|(_, count)| *count).max();
    (most >= 2 * second.unwrap_or(0)).then_some(first)
}
