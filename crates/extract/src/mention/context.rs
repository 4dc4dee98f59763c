//! The words around a stretch → what they say of its kind, here alone.

use std::ops::Range;

use model::EntityKind;

use super::line::among;
use super::page::Page;
use super::spot::Spot;
use super::vote::Vote;
use crate::token::TokenKind;

/// Prepositions that a place follows.
const WHERE: &[&str] = &["in", "near", "outside", "across", "throughout", "inside", "around"];
/// Words that, with `of`, a place follows: `the city of Quito`.
const OF_PLACE: &str = "\
    city town village province state region island port suburb district capital outskirts north south \
    east west county municipality neighborhood neighbourhood streets";
/// Directions and their like before a place.
const SIDES: &str = "\
    northern southern eastern western central downtown upstate northeastern northwestern southeastern \
    southwestern north south east west mainland coastal rural northwest northeast southwest southeast";
/// Verbs of which a human being is the subject.
const HUMAN: &str = "\
    who tweeted testified resigned died married laughed smiled wept nodded shrugged recalled thinks \
    believes grew lives wore wrote retired himself herself whose knew joked studied sat stood walked";
/// Nouns before which a group stands.
const STAFF: &str = "\
    spokesman spokeswoman spokesperson spokespeople executives executive employees shares shareholders \
    stock chairman chairwoman chief ceo cfo workers lawmakers lawmaker officials fighters militants \
    members staff correspondent reporter analyst analysts poll leadership headquarters customers gunmen \
    commander fans striker midfielder defender goalkeeper coach manager president director founder \
    co-founder economist agents agent subsidiary plant factory";
/// Nouns in apposition before a group: `the company Norvik`, `carmaker Norvik`.
const FIRMS: &str = "\
    company firm maker carmaker automaker giant retailer airline bank startup start-up lender group \
    network broadcaster newspaper operator supplier manufacturer developer insurer brewer chain \
    conglomerate rival charity gang cartel militia party union agency magazine website daily club side \
    consultancy think-tank parent subsidiary unit";
/// Nouns in apposition before a person.
const FOLK: &str = "\
    actor actress singer author writer activist journalist lawyer attorney analyst economist professor \
    scientist candidate son daughter wife husband brother sister father mother businessman businesswoman \
    billionaire spokesman spokeswoman spokesperson director founder striker midfielder goalkeeper coach \
    captain rapper comedian artist researcher historian opponent rival colleague friend predecessor \
    successor leader minister president senator mayor governor owner manager chairman editor \
    correspondent reporter resident witness driver named called";

/// Weighs the words around the spot.
pub(crate) fn weigh(page: &Page, spot: &Spot) -> Vote {
    let (sentence, tokens) = (spot.sentence, &spot.tokens);
    let line = &page.lines[sentence];
    let previous = line.before(tokens.start).to_lowercase();
    let next = line.word(tokens.end).to_lowercase();
    let mut vote = Vote::default();
    if titled(page, sentence, tokens.start) {
        vote += Vote::one(EntityKind::Person, 110);
    }
    vote += before(&previous, &line.before(tokens.start.saturating_sub(1)).to_lowercase());
    vote += after(page, sentence, tokens, &next);
    // That a capital speaks makes it no person.
    if spot.stands_for.is_none() && page.lexicon.speech_verb(&next).is_some() {
        vote += Vote { person: 25, group: 10, place: -20, country: 0 };
    }
    vote
}

/// Whether a title of a person ends just before the token: `President Noboa`.
pub(crate) fn titled(page: &Page, sentence: usize, at: usize) -> bool {
    let line = &page.lines[sentence];
    let ends =
        |from: usize| page.lexicon.title_at(&line.words, from).is_some_and(|title| from + title.len == at);
    // In lower case before a name it is an apposition, which FOLK weighs.
    (at.saturating_sub(6)..at).any(|from| line.is_capital(from) && ends(from))
}

fn before(previous: &str, second: &str) -> Vote {
    let mut vote = Vote::default();
    if WHERE.contains(&previous) {
        vote += Vote { place: 40, country: 25, person: -30, group: -10 };
    }
    if among(SIDES, previous) || previous == "of" && among(OF_PLACE, second) {
        vote += Vote { place: 50, country: 35, person: -40, group: -20 };
    }
    if previous == "the" {
        vote += Vote { place: 0, country: 0, person: -25, group: 10 };
    }
    if among(FIRMS, previous) {
        vote += Vote::one(EntityKind::Group, 40);
    }
    if among(FOLK, previous) {
        vote += Vote::one(EntityKind::Person, 40);
    }
    vote
}

fn after(page: &Page, sentence: usize, tokens: &Range<usize>, next: &str) -> Vote {
    let line = &page.lines[sentence];
    let mut vote = Vote::default();
    if among(HUMAN, next) || next == "," && line.word(tokens.end + 1) == "who" {
        vote += Vote { person: 35, group: -10, place: -20, country: -10 };
    }
    if among(STAFF, next) {
        vote += Vote { person: -25, group: 25, place: 0, country: 0 };
    }
    if next == ","
        && is_age(line.word(tokens.end + 1))
        && matches!(line.word(tokens.end + 2), "," | "." | "and")
    {
        vote += Vote::one(EntityKind::Person, 80);
    }
    // `Springfield, Ohio`: what a state or a country follows after a comma is a place.
    if next == ","
        && line.is_capital(tokens.end + 1)
        && line.kinds.get(tokens.end + 2) != Some(&TokenKind::Possessive)
    {
        let located = page.lexicon.names_at(&line.words, tokens.end + 1).iter().any(|hit| hit.is_region());
        let closed = matches!(line.word(tokens.end + 2), "," | "." | "" | ")" | "(" | "—" | "–");
        vote += if located && closed {
            Vote { place: 45, country: -10, person: -40, group: -20 }
        } else {
            Vote::default()
        };
    }
    vote
}

fn is_age(word: &str) -> bool {
    word.parse::<u8>().is_ok_and(|age| (1..=115).contains(&age))
}
