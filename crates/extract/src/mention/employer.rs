//! What a name says of those beside it: firms and parties by their people, their shares, their results and their parts.

use std::ops::Range;

use model::EntityKind;

use super::Known;
use super::body::BODIES;
use super::bound::TRADES;
use super::line::{among, is_upper};
use super::page::Page;
use super::spot::Spot;
use super::vote::Vote;
use crate::lexicon::Target;
use crate::token::TokenKind;

/// What one holds in a firm.
const SHARES: &str =
    "shares share stake stakes shareholding stock shareholders shareholder investors investor";
/// Nouns for media behind their names: `Osten radio`.
const MEDIA: &str = "newspaper daily radio television tv broadcaster magazine weekly tabloid newswire";
/// What makes a noun for media part of another one: `radio host`.
const ON_AIR: &str = "host hosts show shows talk personality presenter star actor actress series producer";
/// Last words of the names of what is built, which is a place, whatever a label says.
const FACILITIES: &str = "\
    Airport Airfield Bridge Stadium Monument Memorial Forest Valley River Desert Mountains Peninsula Barracks";
/// What says which sort of group a name behind it is of.
const SORTS: &str = "\
    rights aid news advocacy militant rebel lobby industry trade research consumer environmental campaign armed \
    insurgent monitoring relief ratings intelligence space";
/// Offices of firms.
const HEADS: &str = "chairman chairwoman chairperson CEO co-founder cofounder CFO";
/// What firms do with their results.
const REPORTS: &str = "posted posts reported reports booked recorded forecast forecasts";
/// Results of firms.
const RESULTS: &str = "profit profits loss losses revenue revenues earnings sales turnover dividend";
/// Trades that are those of people too.
const BOTH: &str = "rival miner brewer insurer";
/// How far behind its verb a result may stand, in words.
const REACH: usize = 6;

/// Weighs what the neighbors of a spot say of its being a group.
pub(super) fn weigh(page: &Page, spot: &Spot) -> Vote {
    let line = &page.lines[spot.sentence];
    let tokens = &spot.tokens;
    let mut vote = Vote::default();
    let last = line.word(tokens.end - 1);
    // Where a label says otherwise.
    if tokens.len() > 1 && among(BODIES, last) && spot.vote.place.max(spot.vote.person) > 0 {
        vote += Vote::one(EntityKind::Group, 25);
    }
    if tokens.len() > 1
        && among(FACILITIES, last)
        && spot.vote.group.max(spot.vote.person) > spot.vote.place
        && spot.known.is_empty()
        && page.lexicon.first_name(line.word(tokens.start)).is_none()
    {
        vote += Vote { place: 70, group: -40, person: -60, ..Vote::default() };
    }
    if is_branch(page, spot) {
        vote += Vote { group: 70, person: -20, place: -20, country: -20 };
    }
    let land = spot.known.iter().any(|entry| !matches!(entry.known, Known::Group(_)));
    if land || spot.stands_for.is_some() {
        return vote;
    }
    let next = line.word(tokens.end);
    let held = line.before(tokens.start) == "in"
        && tokens.start > 1
        && among(SHARES, &line.word(tokens.start - 2).to_lowercase());
    let reports =
        among(REPORTS, next) && (tokens.end + 1..tokens.end + REACH).any(|at| among(RESULTS, line.word(at)));
    let after = line.word(tokens.end + 1);
    let named = tokens.len() > 1 && page.lexicon.first_name(line.word(tokens.start)).is_some();
    let media = among(MEDIA, next) && !among(ON_AIR, after) && !named || next == "news" && after == "agency";
    if held || reports || media || is_traded(page, spot) {
        vote += Vote { group: 60, person: -35, place: -40, country: 0 };
    }
    if tokens.len() == 1 && is_camel(last) {
        vote += Vote { group: 50, person: -90, place: -20, country: 0 };
    }
    if is_headed(page, spot.sentence, tokens) {
        vote += Vote { group: 60, person: -90, place: 0, country: 0 };
    }
    if employs(page, spot.sentence, tokens) {
        vote += Vote { group: 45, person: -50, place: 0, country: 0 };
    }
    vote
}

/// `drugmaker Osten`, `the phone maker Osten`: a firm after its trade, when it does not begin as people's names do.
pub(super) fn is_traded(page: &Page, spot: &Spot) -> bool {
    let line = &page.lines[spot.sentence];
    let trade = line.before(spot.tokens.start);
    let works = matches!(trade, "maker" | "manufacturer")
        && spot.tokens.start > 1
        && line.word(spot.tokens.start - 2).starts_with(char::is_lowercase);
    let listed = trade.starts_with(char::is_lowercase) && among(TRADES, trade) && !among(BOTH, trade);
    // `the Swedish firm Osten`
    let firm = matches!(trade, "firm" | "company" | "giant" | "charity" | "watchdog");
    // `the rights group Osten`
    let sort = spot.tokens.start.checked_sub(2).map_or("", |at| line.word(at));
    let firm = firm || matches!(trade, "group" | "agency") && among(SORTS, sort);
    let name = line.word(spot.tokens.start);
    (works || listed || firm) && (is_upper(name) || page.lexicon.first_name(name).is_none())
}

/// Whether a capital stands inside the word, as in the names of firms and parties: `OstenFirst`, not `McNorvik` or `O'Halden`.
fn is_camel(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let plain = letters.iter().all(|c| c.is_alphanumeric());
    let inner = letters.windows(2).position(|pair| pair[0].is_lowercase() && pair[1].is_uppercase());
    plain && letters.len() > 5 && inner.is_some_and(|at| at > 2) && !word.starts_with("Fitz")
}

/// `Osten chairman Ann Lee`: a single word before an office that firms alone have, and its holder.
pub(super) fn is_headed(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let line = &page.lines[sentence];
    let next = line.word(tokens.end);
    let two = matches!(next, "chief" | "managing") && among("executive director", line.word(tokens.end + 1));
    let office = if two { tokens.end + 2 } else { tokens.end + 1 };
    tokens.len() == 1
        && (two || among(HEADS, next))
        && line.is_capital(office)
        && !page.is_barred(sentence, office)
        && page.lexicon.first_name(line.word(tokens.start)).is_none()
}

/// `Norvik Canada`: a body and the land of its branch.
fn is_branch(page: &Page, spot: &Spot) -> bool {
    let words = &page.lines[spot.sentence].words;
    let (start, end) = (spot.tokens.start, spot.tokens.end);
    let bodies = page.lexicon.names_at(words, start).into_iter();
    let mut ends = bodies
        .filter(|hit| matches!(hit.target, Target::Group(_)) && !hit.weak)
        .map(|hit| start + hit.len)
        .filter(|&middle| middle < end);
    ends.any(|middle| {
        page.lexicon.names_at(words, middle).iter().any(|hit| hit.is_region() && middle + hit.len == end)
    })
}

/// `Osten's Ann Lee`, `Ann Lee of Osten,`: a single name beside that of a person who belongs to it.
fn employs(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let line = &page.lines[sentence];
    let full = |from: usize| {
        let run = page.run(sentence, from);
        (2..5).contains(&run.len()) && page.lexicon.first_name(line.word(from)).is_some()
    };
    let owner = line.kinds.get(tokens.end) == Some(&TokenKind::Possessive) && full(tokens.end + 1);
    let single = tokens.len() == 1;
    let member = single && line.before(tokens.start) == "of" && tokens.start > 2 && {
        let head = page.head(sentence, tokens.start - 2);
        line.is_capital(tokens.start - 2) && full(head)
    };
    owner || member
}
