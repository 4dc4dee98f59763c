//! Which of the lexicon's senses a name has in this article: by the countries around it.

use std::collections::{BTreeMap, BTreeSet};

use model::{CountryCode, EntityKind};

use super::Known;
use super::line::{among, is_upper};
use super::page::Page;
use super::spot::Spot;
use crate::token::TokenKind;

/// The countries of an article and where they are named.
#[derive(Debug)]
pub(crate) struct Atlas<'a> {
    page: &'a Page<'a>,
    /// How often each country is named, or something that lies in one alone.
    counts: BTreeMap<CountryCode, usize>,
    /// Sentence, first token after it and code of every country.
    at: Vec<(usize, usize, CountryCode)>,
    /// The groups that are named by what is theirs alone.
    named: BTreeSet<Known>,
    /// The parties that may be meant anywhere, by what they are called for short too.
    parties: BTreeSet<(CountryCode, Known)>,
}

impl<'a> Atlas<'a> {
    /// The countries that the spots name.
    pub(crate) fn new(page: &'a Page<'a>, spots: &[Spot]) -> Self {
        let mut counts: BTreeMap<CountryCode, usize> = BTreeMap::new();
        let mut at = Vec::new();
        let mut named = BTreeSet::new();
        let mut parties = BTreeSet::new();
        for spot in spots {
            let (sure, all) = groups(spot);
            named.extend(sure);
            parties.extend(all.into_iter().filter_map(|known| party(page, known)));
            match country(spot) {
                Some(code) if !is_homonym(page, spot) => {
                    *counts.entry(code).or_default() += 2;
                    at.push((spot.sentence, spot.tokens.end, code));
                }
                Some(_) => {}
                None => {
                    let mut homes: Vec<CountryCode> = spot
                        .known
                        .iter()
                        .filter(|entry| !entry.weak)
                        .filter_map(|entry| home(page, entry.known))
                        .collect();
                    homes.dedup();
                    if let [only] = homes[..]
                        && !is_shared(page, spot)
                    {
                        *counts.entry(only).or_default() += 1;
                    }
                }
            }
        }
        Self { page, counts, at, named, parties }
    }

    /// How much of the article is about a country.
    pub(crate) fn weight(&self, code: CountryCode) -> usize {
        self.counts.get(&code).copied().unwrap_or_default()
    }

    /// The entry of this kind that the spot names, when one sense is clearly meant.
    pub(crate) fn sense(&self, spot: &Spot, kind: EntityKind) -> Option<Known> {
        let fits = |known: &Known| {
            matches!(
                (known, kind),
                (Known::Group(_), EntityKind::Group) | (Known::Place(_), EntityKind::Place)
            )
        };
        let all: Vec<(Known, bool)> = spot
            .known
            .iter()
            .filter(|entry| fits(&entry.known))
            .map(|entry| (entry.known, entry.weak))
            .collect();
        let strong: Vec<Known> = all.iter().filter(|(_, weak)| !weak).map(|(known, _)| *known).collect();
        if let Some(code) = self.owner(spot) {
            let owned =
                all.iter().map(|(known, _)| *known).find(|known| home(self.page, *known) == Some(code));
            return owned.or_else(|| strong.iter().copied().find(|known| home(self.page, *known).is_none()));
        }
        if kind == EntityKind::Place && self.follows_city(spot) {
            let division = |known: &Known| matches!(known, Known::Place(ix) if self.page.lexicon.place(*ix).place_type == "division");
            if let Some((known, _)) = all.iter().find(|(known, _)| division(known)) {
                return Some(*known);
            }
        }
        match strong[..] {
            [only] if self.is_abroad(spot, only) => {
                let others: Vec<(Known, bool)> =
                    all.iter().copied().filter(|(known, _)| *known != only).collect();
                self.likeliest(&others, true)
            }
            [only] => Some(only),
            [] if kind == EntityKind::Place => self.likeliest(&all, false),
            // `Security Council`, which belongs to no country, has no rival to be told from.
            [] if all.len() == 1 && spot.tokens.len() > 1 && home(self.page, all[0].0).is_none() => {
                Some(all[0].0)
            }
            [] => self.told(&all).or_else(|| self.likeliest(&all, true)).or_else(|| self.members(spot, &all)),
            _ => self.likeliest(
                &strong.iter().map(|known| (*known, false)).collect::<Vec<_>>(),
                kind == EntityKind::Group,
            ),
        }
    }

    /// The one of them that the article names in full elsewhere; or the one party that has a rival of its country there: `Democrats`
    /// beside `Republicans`.
    fn told(&self, entries: &[(Known, bool)]) -> Option<Known> {
        let only = |fits: &dyn Fn(Known) -> bool| {
            let mut found = entries.iter().map(|(known, _)| *known).filter(|known| fits(*known));
            found.next().filter(|_| found.next().is_none())
        };
        let rivaled = |known: Known| {
            party(self.page, known).is_some_and(|(code, own)| {
                !self.is_foreign(code) && self.parties.iter().any(|(at, other)| *at == code && *other != own)
            })
        };
        only(&|known| self.named.contains(&known)).or_else(|| only(&rivaled))
    }

    /// The party whose members alone bear a name, in an article that is not about another country.
    fn members(&self, spot: &Spot, entries: &[(Known, bool)]) -> Option<Known> {
        let at_home = |known: Known| self.weight(home(self.page, known)?).checked_sub(1);
        let mut here = entries.iter().map(|(known, _)| *known).filter(|known| at_home(*known).is_some());
        let known = match entries {
            [(known, _)] => *known,
            _ => here.next().filter(|_| here.next().is_none())?,
        };
        let (code, _) = party(self.page, known)?;
        (spot.tokens.len() == 1
            && self.page.name(spot.sentence, &spot.tokens).ends_with('s')
            && !self.is_foreign(code))
        .then_some(known)
    }

    /// Whether the article is more about another country.
    fn is_foreign(&self, code: CountryCode) -> bool {
        self.counts.iter().any(|(other, count)| *other != code && *count > self.weight(code))
    }

    /// Whether the name is one that the parties of many countries have, and the article is about other countries than this one's:
    /// `the Labour Party` in news from Osten.
    fn is_abroad(&self, spot: &Spot, known: Known) -> bool {
        let Some((code, _)) = party(self.page, known) else { return false };
        is_shared(self.page, spot) && self.weight(code) == 0 && self.counts.values().any(|count| *count > 1)
    }

    /// Whether it follows a place and a comma: `Seattle, Washington`.
    fn follows_city(&self, spot: &Spot) -> bool {
        let line = &self.page.lines[spot.sentence];
        spot.tokens.start > 1
            && line.before(spot.tokens.start) == ","
            && line.is_capital(spot.tokens.start - 2)
    }

    /// The country named just before the spot as its owner: `Kenya's Parliament`, `the Kenyan Parliament`.
    fn owner(&self, spot: &Spot) -> Option<CountryCode> {
        let line = &self.page.lines[spot.sentence];
        let mut before = spot.tokens.start;
        if before > 0 && line.kinds[before - 1] == TokenKind::Possessive {
            before -= 1;
        }
        self.at
            .iter()
            .find(|(sentence, end, _)| *sentence == spot.sentence && *end == before)
            .map(|(.., code)| *code)
    }

    /// The entry whose country the article is about; `sure` asks for a country that is named, and ahead of the next one's.
    fn likeliest(&self, entries: &[(Known, bool)], sure: bool) -> Option<Known> {
        let weigh = |known: Known| home(self.page, known).map_or(0, |code| self.weight(code));
        let mut ranked: Vec<(usize, u32, Known)> =
            entries.iter().map(|(known, _)| (weigh(*known), self.size(*known), *known)).collect();
        ranked.sort_by(|a, b| (b.0, b.1).cmp(&(a.0, a.1)).then(a.2.cmp(&b.2)));
        let top = *ranked.first()?;
        let rival = self
            .counts
            .iter()
            .filter(|(code, _)| home(self.page, top.2) != Some(**code))
            .map(|(_, count)| *count)
            .max()
            .unwrap_or_default();
        // `Parliament` alone is the one of the country that the article is about: one that is far ahead of those
        // that have one too.
        let clear = top.0 > 1 && ranked.get(1).is_none_or(|next| 2 * next.0 <= top.0) && 2 * top.0 > rival;
        (clear || !sure).then_some(top.2)
    }

    fn size(&self, known: Known) -> u32 {
        match known {
            Known::Place(ix) => self.page.lexicon.place(ix).population,
            _ => 0,
        }
    }
}

/// Words of which the names of parties in many countries are made.
const SHARED: &str = "\
    Labour Labor Liberal Democratic Republican Conservative Green Greens National Socialist Communist Social Christian \
    Party People's Democrats Republicans";

/// Whether parties in many countries bear the name, or it is no more than the letters of one.
fn is_shared(page: &Page, spot: &Spot) -> bool {
    let words = &page.lines[spot.sentence].words[spot.tokens.clone()];
    let party = || spot.known.iter().any(|entry| party(page, entry.known).is_some());
    words.iter().all(|word| among(SHARED, word)) || matches!(words, [word] if is_upper(word)) && party()
}

/// The group that a spot names without doubt, and all groups that it may name.
fn groups(spot: &Spot) -> (Option<Known>, Vec<Known>) {
    let group = |known: &Known| matches!(known, Known::Group(_));
    let sure: Vec<Known> =
        spot.known.iter().filter(|entry| !entry.weak).map(|entry| entry.known).filter(group).collect();
    // What a name means without doubt leaves no room for its other senses.
    let all = if sure.is_empty() {
        spot.known.iter().map(|entry| entry.known).filter(group).collect()
    } else {
        sure.clone()
    };
    (if let [only] = sure[..] { Some(only) } else { None }, all)
}

/// The country of a party.
fn party(page: &Page, known: Known) -> Option<(CountryCode, Known)> {
    match known {
        Known::Group(ix) if page.lexicon.group(ix).group_type == "party" => Some((home(page, known)?, known)),
        _ => None,
    }
}

/// The country of a spot whose name is one.
pub(crate) fn country(spot: &Spot) -> Option<CountryCode> {
    spot.known.iter().find_map(|entry| match entry.known {
        Known::Country(code) => Some(code),
        _ => None,
    })
}

/// The country in which an entry lies.
pub(crate) fn home(page: &Page, known: Known) -> Option<CountryCode> {
    match known {
        Known::Country(code) => Some(code),
        Known::Group(ix) => page.lexicon.group(ix).country,
        Known::Place(ix) => page.lexicon.place(ix).country,
    }
}

/// Words of articles in which `Indians` are the first peoples of the Americas.
const FIRST_PEOPLES: &[&str] =
    &["indigenous", "tribe", "tribes", "tribal", "mestizo", "mestizos", "reservation", "reservations"];

/// Whether `Indian` or `Indians` here does not mean India: the article speaks of first peoples, and India is not named.
pub(crate) fn is_first_people(page: &Page, spot: &Spot) -> bool {
    let meant = |word: &str| matches!(word, "Indian" | "Indians");
    spot.tokens.clone().any(|at| meant(page.lines[spot.sentence].word(at)))
        && page.casing.middle("India") == 0
        && FIRST_PEOPLES.iter().any(|word| page.casing.lower(word) + page.casing.middle(word) > 0)
}

/// Whether a country's name is also that of a place elsewhere: `Georgia`.
pub(crate) fn is_homonym(page: &Page, spot: &Spot) -> bool {
    let own = country(spot);
    spot.via.is_none()
        && spot
            .known
            .iter()
            .any(|entry| matches!(entry.known, Known::Place(_)) && home(page, entry.known) != own)
}
