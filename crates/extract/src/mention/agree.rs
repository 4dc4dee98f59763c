//! The spots of a whole article → one kind for one name, and the occurrences that were missed.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use model::EntityKind;

use super::body;
use super::business;
use super::employer;
use super::line::{Style, among};
use super::page::Page;
use super::spot::Spot;
use super::vote::Vote;
use crate::lexicon::fold;

/// The longest name that is sought again, in tokens.
const LONGEST: usize = 8;

/// How sure a name of several words is that stands elsewhere in the article, in hundredths.
const FOUND: i32 = 45;

/// What makes a name of several words a person whose surname may stand alone, in hundredths.
const LIKELY: i32 = 45;

/// How much the words around a name must say for its being a place, to say it of the name everywhere.
const LOCATED: i32 = 45;

/// Last words of the names of firms, which are left out when a firm is named again. A foundation or a university is not called by
/// its first word, which may be a person.
const FIRMS: &str = "\
    Inc Inc. Corp Corp. Corporation Co Co. Company Ltd Ltd. Limited Plc PLC plc LLC LLP AG SA S.A. NV N.V. \
    GmbH SE Oyj ASA AB SpA BV Pty Bhd Tbk Holdings Holding Group Airlines Airways Motors Motor Industries \
    Technologies Technology Semiconductor Semiconductors Electronics Energy Petroleum Oil Gas Steel Mining \
    Metals Resources Pharmaceuticals Pharma Biotech Foods Beverages Breweries Brewery Textiles Chemicals \
    Cement Securities Capital Bancorp Insurance Financial Telecom Communications Networks Systems Software \
    Entertainment Pictures Studios Records Stores Retail Logistics Shipping Lines Railways Electric Power \
    Solar Aerospace Aviation Aircraft Turbine Turbines Automotive Laboratories Labs";

/// Last words of the names of parties, which are left out when a party is named again.
const PARTIES: &str = "Party Movement Coalition";

/// The names of an article, by their words in lower case.
#[derive(Debug, Default)]
pub(crate) struct Names {
    full: BTreeMap<String, Tally>,
    /// The last words of the names of people.
    surnames: BTreeMap<String, i32>,
    /// What firms are called for short: the first words of their names.
    firms: BTreeMap<String, i32>,
    /// What parties are called for short, in several words: `Osten First` of `Osten First Party`.
    parties: BTreeMap<String, i32>,
    /// Names that stand behind the trade or before the office of a firm somewhere: `drugmaker Osten`, `Osten chairman Ann Lee`.
    traded: BTreeSet<String>,
    /// Names that are said to have shares, to plan or to do what firms and bodies do: `Osten said it expected`.
    told: BTreeSet<String>,
    /// Names that the words around them make a place somewhere: `Osten, the capital of the region`.
    located: BTreeSet<String>,
}

#[derive(Debug, Clone, Default)]
struct Tally {
    count: i32,
    vote: Vote,
    context: Vote,
    like: Option<Spot>,
}

impl Names {
    /// Counts the names of the spots.
    pub(crate) fn gather(page: &Page, spots: &[Spot]) -> Self {
        let mut names = Self::default();
        for spot in spots {
            let tally = names.full.entry(key(page, spot.sentence, &spot.tokens)).or_default();
            tally.count += 1;
            if employer::is_traded(page, spot) || employer::is_headed(page, spot.sentence, &spot.tokens) {
                names.traded.insert(key(page, spot.sentence, &spot.tokens));
            }
            if spot.known.is_empty() && business::is_told(page, spot.sentence, &spot.tokens) {
                names.told.insert(key(page, spot.sentence, &spot.tokens));
            }
            if spot.known.is_empty() && spot.context.place >= LOCATED && spot.context.person <= 0 {
                names.located.insert(key(page, spot.sentence, &spot.tokens));
            }
            tally.vote += spot.vote;
            tally.context += spot.context;
            if tally.like.as_ref().is_none_or(|like| like.sure < spot.sure) {
                tally.like = Some(spot.clone());
            }
        }
        for spot in spots.iter().filter(|spot| spot.tokens.len() > 1) {
            let (kind, weight) = (spot.vote + spot.context).best();
            if kind == EntityKind::Group && weight >= LIKELY {
                names.shorten(page, spot);
            }
            if kind == EntityKind::Person && weight >= LIKELY {
                *names.surnames.entry(key(page, spot.sentence, &surname(page, spot))).or_default() += 1;
                if is_family_first(page, spot) {
                    let first = spot.tokens.start..spot.tokens.start + 1;
                    *names.surnames.entry(key(page, spot.sentence, &first)).or_default() += 1;
                }
            }
        }
        names
    }

    /// Notes what a firm may be called for short: `Halden` for `Halden Steel Corp.`, but no word that is common or a name already.
    fn shorten(&mut self, page: &Page, spot: &Spot) {
        let line = &page.lines[spot.sentence];
        let mut end = spot.tokens.end;
        while end > spot.tokens.start + 1 && among(FIRMS, line.word(end - 1)) {
            end -= 1;
        }
        let first = line.word(spot.tokens.start);
        if among(PARTIES, line.word(spot.tokens.end - 1)) && spot.tokens.len() > 2 {
            let rest = spot.tokens.start..spot.tokens.end - 1;
            let land = page.lexicon.names_at(&line.words, rest.start);
            if rest.clone().all(|at| line.is_capital(at))
                && land.iter().all(|hit| hit.len < rest.len() || !hit.is_region())
            {
                *self.parties.entry(key(page, spot.sentence, &rest)).or_default() += 1;
            }
        }
        // `Norvik` for `Bank Norvik`.
        if body::is_led(page, spot.sentence, &spot.tokens) {
            let rest = spot.tokens.start + 1..spot.tokens.end;
            *self.firms.entry(key(page, spot.sentence, &rest)).or_default() += 2;
        }
        let named = page
            .lexicon
            .names_at(&line.words, spot.tokens.start)
            .iter()
            .any(|hit| hit.len < spot.tokens.len());
        if end == spot.tokens.end || named || page.lexicon.is_common(&first.to_lowercase()) {
            return;
        }
        for end in spot.tokens.start + 1..=end {
            *self.firms.entry(key(page, spot.sentence, &(spot.tokens.start..end))).or_default() += 1;
        }
    }

    /// What speaks for each kind of this spot: its own context, and what is said of the name all over the article.
    pub(crate) fn weigh(&self, page: &Page, spot: &Spot) -> Vote {
        let name = key(page, spot.sentence, &spot.tokens);
        let mut vote = spot.context;
        if let Some(tally) = self.full.get(&name) {
            let share = 100 * tally.count.min(3) / tally.count.max(1);
            vote += (tally.vote + tally.context.scale(50)).scale(share);
        }
        // `Noboa` is a person where `Daniel Noboa` is one, whatever the label at one place says.
        let bearers = self.surnames.get(&name).copied().unwrap_or_default();
        vote += Vote::one(EntityKind::Person, 60 * bearers.min(2));
        let firms = self.firms.get(&name).copied().unwrap_or_default();
        vote += Vote { person: -35 * firms.min(1), ..Vote::one(EntityKind::Group, 60 * firms.min(2)) };
        if self.traded.contains(&name) {
            vote += Vote { person: -120, ..Vote::one(EntityKind::Group, 120) };
        }
        if bearers == 0 && self.told.contains(&name) {
            vote += Vote { person: -120, place: -60, ..Vote::one(EntityKind::Group, 100) };
        }
        if bearers == 0 && self.located.contains(&name) {
            vote += Vote { person: -80, ..Vote::one(EntityKind::Place, 60) };
        }
        vote
    }

    /// Whether a person of the article has this surname.
    pub(crate) fn has_bearer(&self, page: &Page, spot: &Spot) -> bool {
        self.surnames.contains_key(&key(page, spot.sentence, &spot.tokens))
    }

    /// Whether somebody of the article has this surname.
    pub(crate) fn has_surname(&self, word: &str) -> bool {
        self.surnames.contains_key(&fold(word).to_lowercase())
    }

    /// The names of the article that stand where no spot is.
    pub(crate) fn recover(&self, page: &Page, spots: &[Spot]) -> Vec<Spot> {
        let mut found = Vec::new();
        for sentence in 0..page.lines.len() {
            let from = spots.partition_point(|spot| spot.sentence < sentence);
            let to = spots.partition_point(|spot| spot.sentence <= sentence);
            let taken = |at: usize| spots[from..to].iter().any(|spot| spot.tokens.contains(&at));
            let mut at = 0;
            while at < page.lines[sentence].len() {
                match self.longest(page, sentence, at, &taken) {
                    Some(spot) => {
                        at = spot.tokens.end;
                        found.push(spot);
                    }
                    None => at += 1,
                }
            }
        }
        found
    }

    fn longest(
        &self,
        page: &Page,
        sentence: usize,
        at: usize,
        taken: &impl Fn(usize) -> bool,
    ) -> Option<Spot> {
        let line = &page.lines[sentence];
        if !line.is_capital(at) || taken(at) {
            return None;
        }
        (1..=LONGEST.min(line.len() - at)).rev().find_map(|len| {
            let tokens = at..at + len;
            let like = self.like(page, sentence, &tokens)?;
            if tokens.clone().any(taken) || len == 1 && !self.stands(page, sentence, at, taken) {
                return None;
            }
            // What stands elsewhere by the words around it stands here by its own.
            let sure = if len > 1 { like.sure.max(FOUND) } else { like.sure };
            Some(Spot { sentence, tokens, sure, context: Vote::default(), ..like })
        })
    }

    /// The spot elsewhere that has this name.
    fn like(&self, page: &Page, sentence: usize, tokens: &Range<usize>) -> Option<Spot> {
        let name = key(page, sentence, tokens);
        if let Some(tally) = self.full.get(&name) {
            return tally.like.clone();
        }
        let known = |names: &BTreeMap<String, i32>| {
            names.contains_key(&name) && !page.is_barred(sentence, tokens.start)
        };
        if known(&self.surnames) {
            return Some(Spot::new(sentence, tokens.clone(), EntityKind::Person, 60));
        }
        let party = self.parties.contains_key(&name) && page.lines[sentence].style == Style::Prose;
        (party || known(&self.firms)).then(|| Spot::new(sentence, tokens.clone(), EntityKind::Group, 60))
    }

    /// Whether a single word stands alone, and is not a common word with the capital of its place.
    fn stands(&self, page: &Page, sentence: usize, at: usize, taken: &impl Fn(usize) -> bool) -> bool {
        let line = &page.lines[sentence];
        if line.style != Style::Prose {
            return !page.lexicon.is_common(&line.word(at).to_lowercase());
        }
        let touches =
            |other: usize| line.is_capital(other) && !taken(other) && !page.is_plain(sentence, other);
        let left = at > 0
            && touches(at - 1)
            && page.lexicon.title_at(&line.words, at - 1).is_none_or(|title| title.len != 1);
        // `NHB Prime Minister Ann Lee`
        let title = page.lexicon.title_at(&line.words, at + 1).is_some_and(|title| title.len > 1);
        // `Moon said`: a surname of the article that opens a sentence.
        let says = || {
            self.surnames.contains_key(&key(page, sentence, &(at..at + 1)))
                && page.lexicon.speech_verb(line.word(at + 1)).is_some()
        };
        // `the Park`
        let common = matches!(line.before(at), "the" | "The" | "a" | "A")
            && page.lexicon.is_common(&line.word(at).to_lowercase())
            && self.surnames.contains_key(&key(page, sentence, &(at..at + 1)));
        !common && !left && (title || !touches(at + 1)) && (!page.is_plain(sentence, at) || says())
    }
}

/// Whether the surname comes first, as the hyphen of the given name shows: `Moon Jae-in`.
fn is_family_first(page: &Page, spot: &Spot) -> bool {
    let line = &page.lines[spot.sentence];
    let given = line.word(spot.tokens.end - 1);
    let small = given.split_once('-').is_some_and(|(_, rest)| rest.starts_with(char::is_lowercase));
    spot.tokens.len() == 2 && small && line.word(spot.tokens.start).chars().count() < 6
}

/// The surname of a person's spot: the last word that is no suffix.
fn surname(page: &Page, spot: &Spot) -> Range<usize> {
    let line = &page.lines[spot.sentence];
    let last = spot.tokens.end - 1;
    let suffix = matches!(line.word(last), "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III" | "IV");
    let before = last.saturating_sub(1 + usize::from(last > 0 && line.word(last - 1) == ","));
    let at = if suffix && before > spot.tokens.start { before } else { last };
    at..at + 1
}

/// The folded words of a stretch: `Erdoğan` and `ERDOGAN` are one name.
fn key(page: &Page, sentence: usize, tokens: &Range<usize>) -> String {
    page.lines[sentence].words[tokens.clone()]
        .iter()
        .map(|word| fold(word).to_lowercase())
        .collect::<Vec<_>>()
        .join(" ")
}
