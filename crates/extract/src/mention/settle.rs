//! Spots and the article's names → [`Settled`] names: one kind each, the lexicon's entry, and how it is named.

use std::ops::Range;

use model::{CountryCode, EntityKind, Via};

use super::agree::Names;
use super::line::{Style, among};
use super::page::Page;
use super::sense::{self, Atlas};
use super::spot::{Entry, Spot};
use super::vote::Vote;
use super::{Known, bound, known, metonym, nobody, sport};
use crate::lexicon::{Finite, Target};
use crate::token::TokenKind;

/// A name whose kind is decided.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Settled {
    pub(crate) sentence: usize,
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: EntityKind,
    pub(crate) via: Via,
    pub(crate) known: Option<Known>,
    pub(crate) score: f32,
}

/// The least certainty of a name.
const LEAST: i32 = 40;

/// The certainty that a label alone gives.
const LABELED: i32 = 60;

/// Whether a spot is sure enough to be a name.
pub(crate) fn stands(page: &Page, spot: &Spot) -> bool {
    let line = &page.lines[spot.sentence];
    let words = || spot.tokens.clone().filter(|&at| line.is_word(at));
    // `Houston` is as often a surname; `in Houston` is enough.
    // A label that the words around it turn to another kind is a name still.
    let told = if spot.sure < LABELED { spot.vote } else { spot.vote + spot.context };
    let around = spot.context.weight(told.best().0) / 2;
    let named = spot.tokens.clone().any(|at| !line.is_word(at) && !page.is_mark(spot.sentence, at))
        || words().any(|at| !page.is_barred(spot.sentence, at));
    let known = !spot.known.is_empty() || spot.stands_for.is_some();
    if spot.sure + around < LEAST || !named && !known || is_label(page, spot) {
        return false;
    }
    if known {
        return true;
    }
    // In a headline a label alone is not enough for words that are common.
    let common = |at: usize| page.lexicon.is_common(&line.word(at).to_lowercase());
    line.style == Style::Prose || spot.sure > LEAST + 10 || !words().any(common)
}

/// Whether it is what a part of a whole is marked by: `Group F` of a tournament, the `US` of `US$`.
fn is_label(page: &Page, spot: &Spot) -> bool {
    let line = &page.lines[spot.sentence];
    let (first, last) = (line.word(spot.tokens.start), line.word(spot.tokens.end - 1));
    let money = line.word(spot.tokens.end) == "$" && !matches!(line.before(spot.tokens.start), "the" | "The");
    // `Ann Lee SC`: letters for an honour behind a name.
    let honour =
        bound::is_honour(last) && line.is_capital(spot.tokens.start.wrapping_sub(1)) && spot.known.is_empty();
    // `their 12th Osten League`: which time a contest is held.
    let contest = spot.tokens.len() > 1
        && first.starts_with(|c: char| c.is_ascii_digit())
        && among("League Cup Open Games Championship Championships Prix Final", last);
    contest
        || is_bare_title(page, spot)
        || spot.tokens.len() == 1 && honour
        || spot.tokens.len() == 2 && matches!(first, "Group" | "Pool") && last.chars().count() == 1
        || spot.tokens.len() == 1 && matches!(last, "US" | "U.S." | "C" | "A" | "NZ" | "HK") && money
}

/// Whether it is no more than a title before a name, or the end of one: `Sir` of `Sir Bo Ek`, `Constable` of `Chief Constable Bo Ek`.
fn is_bare_title(page: &Page, spot: &Spot) -> bool {
    let line = &page.lines[spot.sentence];
    let (start, end) = (spot.tokens.start, spot.tokens.end);
    let ends = |from: usize| page.lexicon.title_at(&line.words, from).is_some_and(|t| from + t.len == end);
    spot.vote.best().0 == EntityKind::Person
        && spot.known.is_empty()
        && line.is_capital(end)
        && (start.saturating_sub(2)..=start).any(|from| line.is_capital(from) && ends(from))
}

/// Decides the kind of every spot.
pub(crate) fn decide(page: &Page, names: &Names, spots: Vec<Spot>) -> Vec<Settled> {
    let sport = sport::is_sport(page);
    let settler = Settler { page, names, spots: &spots, atlas: Atlas::new(page, &spots), sport };
    spots.iter().filter_map(|spot| settler.settle(spot)).collect()
}

struct Settler<'a> {
    page: &'a Page<'a>,
    names: &'a Names,
    spots: &'a [Spot],
    atlas: Atlas<'a>,
    sport: bool,
}

impl Settler<'_> {
    fn settle(&self, spot: &Spot) -> Option<Settled> {
        let vote = self.names.weigh(self.page, spot) + self.club(spot);
        let country = sense::country(spot);
        if nobody::is_postnominal(self.page, self.in_sentence(spot.sentence), spot)
            || nobody::is_amount(self.page, spot)
        {
            return None;
        }
        let (kind, weight) = if spot.via == Some(Via::Demonym) {
            (if self.is_surname(spot) { EntityKind::Person } else { EntityKind::Country }, 100)
        } else {
            located(vote, country.is_some())
        };
        if weight <= 0
            || spot.via == Some(Via::Demonym)
                && kind == EntityKind::Country
                && sense::is_first_people(self.page, spot)
        {
            return None;
        }
        // `Lima denied it`: a capital or country alone is nobody's surname unless the article has its bearer or a title.
        let land =
            spot.tokens.len() == 1 && (spot.stands_for.is_some() || country.is_some_and(|_| spot.is_known()));
        let nobody = kind == EntityKind::Person
            && land
            && !self.names.has_bearer(self.page, spot)
            && (spot.context.person <= 0 || bound::is_sash(self.page, spot.sentence, &spot.tokens));
        let kind = if nobody { EntityKind::Place } else { kind };
        let kind = match kind {
            EntityKind::Place | EntityKind::Country => self.country_or_place(spot, country),
            kind => kind,
        };
        if kind == EntityKind::Person && self.is_thing(spot)
            || matches!(kind, EntityKind::Person | EntityKind::Group)
                && nobody::is_nobody(self.page, self.names, spot)
        {
            return None;
        }
        let learned = kind == EntityKind::Person && nobody::is_body(self.page, spot);
        let kind = if learned { EntityKind::Group } else { kind };
        let site = kind == EntityKind::Person && nobody::is_site(self.page, spot);
        let kind = if site { EntityKind::Place } else { kind };
        let (kind, via, known) = self.named(spot, kind);
        let score = f32::min(1.0, (spot.sure.min(100) + vote.lead().min(100)) as f32 / 200.0);
        Some(Settled { sentence: spot.sentence, tokens: spot.tokens.clone(), kind, via, known, score })
    }

    /// Whether a single word for a person has an article and does something, as no person does: `The Sensex slipped`.
    fn is_thing(&self, spot: &Spot) -> bool {
        let line = &self.page.lines[spot.sentence];
        let next = line.word(spot.tokens.end);
        spot.tokens.len() == 1
            && matches!(line.before(spot.tokens.start), "the" | "The")
            && spot.known.is_empty()
            && spot.context.person <= 0
            && !line.word(spot.tokens.start).ends_with('s')
            && matches!(self.page.lexicon.finite(next), Some(Finite::Auxiliary | Finite::Past))
            && !self.names.has_bearer(self.page, spot)
    }

    /// Whether the word for a people is the surname of a person of the article, and stands as one: `Finn's office`, `Finn said`.
    fn is_surname(&self, spot: &Spot) -> bool {
        let line = &self.page.lines[spot.sentence];
        let next = line.word(spot.tokens.end);
        let stands = line.kinds.get(spot.tokens.end) == Some(&TokenKind::Possessive)
            || !line.is_word(spot.tokens.end)
            || self.page.lexicon.speech_verb(next).is_some()
            || matches!(self.page.lexicon.finite(next), Some(Finite::Auxiliary | Finite::Past));
        let article = among("the The a an some many most", line.before(spot.tokens.start));
        spot.tokens.len() == 1 && stands && !article && self.names.has_bearer(self.page, spot)
    }

    /// What speaks for a city's name being that of its club here.
    fn club(&self, spot: &Spot) -> Vote {
        let town = |entry: &Entry| match entry.known {
            Known::Place(ix) => self.page.lexicon.place(ix).place_type == "city",
            _ => false,
        };
        let city = spot.stands_for.is_some() || spot.known.iter().any(town);
        let land = sense::country(spot).is_some();
        if city && !land && sport::is_club(self.page, spot.sentence, &spot.tokens, self.sport) {
            return Vote { person: 0, country: 0, place: -90, group: 60 };
        }
        Vote::default()
    }

    /// The kind, the way and the entry by which the spot names its thing.
    fn named(&self, spot: &Spot, kind: EntityKind) -> (EntityKind, Via, Option<Known>) {
        let via = spot.via.unwrap_or(Via::Name);
        match kind {
            EntityKind::Person => (kind, Via::Name, None),
            EntityKind::Group => {
                let seat = SEATS.contains(&self.page.name(spot.sentence, &spot.tokens).as_str());
                let via = if seat {
                    Via::Metonym
                } else if self.is_adjective(spot) {
                    Via::Demonym
                } else {
                    Via::Name
                };
                (kind, via, self.federation(spot).or_else(|| self.atlas.sense(spot, kind)))
            }
            EntityKind::Country => {
                let team =
                    via == Via::Name && sport::plays(self.page, spot.sentence, &spot.tokens, self.sport);
                (kind, if team { Via::Metonym } else { via }, sense::country(spot).map(Known::Country))
            }
            EntityKind::Place => match spot.stands_for {
                Some(known) if self.governs(spot) => {
                    let known = self.union(spot).unwrap_or(known);
                    (kind_of(known), Via::Metonym, Some(known))
                }
                _ => (kind, Via::Name, self.atlas.sense(spot, kind)),
            },
        }
    }

    /// The body of a sport whose letters another body has too, in an article about sport: `ICC`.
    fn federation(&self, spot: &Spot) -> Option<Known> {
        let plays = |known: &Known| match known {
            Known::Group(ix) => sport::governs(self.page.lexicon.group(*ix).name),
            _ => false,
        };
        let mut bodies = spot.known.iter().map(|entry| entry.known).filter(plays).filter(|_| self.sport);
        let shared = spot.known.len() > 1;
        bodies.next().filter(|_| shared && bodies.next().is_none())
    }

    /// The European Union, for which Brussels speaks where Belgium is not named.
    fn union(&self, spot: &Spot) -> Option<Known> {
        let page = self.page;
        let belgian = ["Belgium", "Belgian", "Belgians"].iter().any(|word| page.casing.middle(word) > 0);
        let brussels = page.name(spot.sentence, &spot.tokens) == "Brussels" && !belgian;
        let hits = brussels.then(|| page.lexicon.names_at(&["European", "Union"], 0))?;
        hits.iter().find_map(|hit| match hit.target {
            Target::Group(ix) if hit.len == 2 => Some(Known::Group(ix)),
            _ => None,
        })
    }

    /// Whether the name of a people or party is an adjective here: `Kurdish fighters` and `Republican Sen. Ann Lee`, not `the Kurds`.
    fn is_adjective(&self, spot: &Spot) -> bool {
        let is_a = |sort: &str| {
            spot.known.iter().any(|entry| match entry.known {
                Known::Group(ix) => self.page.lexicon.group(ix).group_type == sort,
                _ => false,
            })
        };
        if is_a("party") && known::is_partisan(self.page, spot.sentence, &spot.tokens) {
            return true;
        }
        let people = is_a("people");
        let line = &self.page.lines[spot.sentence];
        let next = line.word(spot.tokens.end);
        people
            && !line.word(spot.tokens.end - 1).ends_with('s')
            && next.starts_with(char::is_lowercase)
            && !among(AFTER_NOUN, next)
            && self.page.lexicon.speech_verb(next).is_none()
    }

    fn governs(&self, spot: &Spot) -> bool {
        if self.ends_address(spot) {
            return false;
        }
        let is_state = |at: usize| {
            self.in_sentence(spot.sentence).any(|other| {
                other.tokens.contains(&at) && (sense::country(other).is_some() || other.stands_for.is_some())
            })
        };
        metonym::governs(self.page, spot.sentence, &spot.tokens, is_state)
    }

    /// `a museum in Seattle, Washington was`: the state of the town before it.
    fn ends_address(&self, spot: &Spot) -> bool {
        let line = &self.page.lines[spot.sentence];
        let start = spot.tokens.start;
        let division = spot.known.iter().any(|entry| match entry.known {
            Known::Place(ix) => self.page.lexicon.place(ix).place_type == "division",
            _ => false,
        });
        let town = start > 2 && line.before(start) == "," && line.is_capital(start - 2);
        town && division
            && line.word(start - 3).starts_with(char::is_lowercase)
            && self.page.lexicon.speech_verb(line.word(spot.tokens.end)).is_none()
    }

    fn in_sentence(&self, sentence: usize) -> impl Iterator<Item = &Spot> {
        let from = self.spots.partition_point(|spot| spot.sentence < sentence);
        self.spots[from..].iter().take_while(move |spot| spot.sentence == sentence)
    }

    /// `Georgia` is the country unless the article is about the other one's country: `Savannah, Georgia`, `Georgia and Alabama`.
    fn country_or_place(&self, spot: &Spot, country: Option<CountryCode>) -> EntityKind {
        let Some(country) = country else { return EntityKind::Place };
        if !sense::is_homonym(self.page, spot) {
            return EntityKind::Country;
        }
        let others = spot
            .known
            .iter()
            .filter_map(|entry| sense::home(self.page, entry.known))
            .filter(|home| *home != country);
        let others: Vec<CountryCode> = others.collect();
        let other = others.iter().map(|home| self.atlas.weight(*home)).max().unwrap_or_default();
        // `Atlanta, Georgia`: the city's country decides.
        let city = self.in_sentence(spot.sentence).find(|city| city.tokens.end + 1 == spot.tokens.start);
        let beside = city.is_some_and(|city| {
            city.known
                .iter()
                .any(|entry| sense::home(self.page, entry.known).is_some_and(|home| others.contains(&home)))
        });
        let line = &self.page.lines[spot.sentence];
        let after_city = spot.tokens.start > 1
            && line.before(spot.tokens.start) == ","
            && line.is_capital(spot.tokens.start - 2);
        let weight = self.atlas.weight(country);
        if other > weight || after_city && (weight == 0 || beside) {
            EntityKind::Place
        } else {
            EntityKind::Country
        }
    }
}

/// What follows a people's name that is a noun.
const AFTER_NOUN: &str = "\
    and or but who that which in of from on at by for with to as were was are is have had has do did will \
    would could can may fled live lived make made";

/// Seats that speak for those who govern from them.
const SEATS: &[&str] = &[
    "White House",
    "Kremlin",
    "Pentagon",
    "Downing Street",
    "Élysée",
    "Blue House",
    "Whitehall",
    "Capitol Hill",
    "Brussels",
    "Zhongnanhai",
    "Holyrood",
    "Stormont",
    "Westminster",
    "Casa Rosada",
];

/// The best kind, with what speaks for a place also speaking for a country of that name.
fn located(vote: Vote, country: bool) -> (EntityKind, i32) {
    if country {
        let joined = Vote { country: vote.country + vote.place, place: 0, ..vote };
        joined.best()
    } else {
        Vote { country: 0, place: vote.place + vote.country, ..vote }.best()
    }
}

fn kind_of(known: Known) -> EntityKind {
    match known {
        Known::Country(_) => EntityKind::Country,
        Known::Group(_) => EntityKind::Group,
        Known::Place(_) => EntityKind::Place,
    }
}
