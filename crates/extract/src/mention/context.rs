//! The words around a stretch → what they say of its kind, here alone.

mod noun;
mod place;
mod list;
mod apposition;

use std::ops::Range;

use model::{EntityKind, Via};

use super::line::{among, is_upper};
use super::page::Page;
use super::spot::Spot;
use super::vote::Vote;
use super::{Known, result};
use crate::lexicon::Target;
use crate::token::TokenKind;

use noun::{FIRMS, FOLK, MEDIA};
use place::is_state;

/// Prepositions that a place follows.
const WHERE: &[&str] = &["in", "near", "outside", "across", "throughout", "inside", "around"];

/// Words that, with `of`, a place follows: `the city of Quito`.
const OF_PLACE: &str = "\
    city town village province state region island port suburb district capital outskirts north south \
    east west county municipality neighborhood neighbourhood streets residents inhabitants villagers \
    mayor governor archbishop bishop";

/// Those who, with `for`, sit in a parliament for a place: `MP for Osten`.
pub(super) const MEMBERS: &str = "mp mps mla mlas td mep meps mna mpa msp";
/// Nouns of divisions and waters that a place stands before: `Osten district`.
const DIVISIONS: &str = "\
    district province county prefecture governorate region village town township municipality \
    neighborhood neighbourhood suburb borough peninsula valley river lake island islands";

/// Nouns that, with `of`, stand before what is fought over: `took control of Osten`.
const FOUGHT: &str = "control recapture siege shelling bombardment liberation";

/// What is done to places alone.
const OVERRUN: &str = "fled besieged recaptured encircled overran shelled";

/// What is said of firms behind a comma: `Osten, owned by Halden,`.
const HELD: &str = "owned controlled headquartered";

/// Nouns for what is called after the place where it lies: `the Osten mine`.
const SITES: &str = "mine mines dam prison airport port oilfield gasfield forest barracks airbase airfield \
    hospital stadium refinery mosque cathedral mall";

/// Directions and their like before a place.
const SIDES: &str = "\
    northern southern eastern western central downtown upstate northeastern northwestern southeastern \
    southwestern north south east west mainland coastal rural northwest northeast southwest southeast";

/// Verbs of which a human being is the subject.
const HUMAN: &str = "\
    who tweeted testified resigned died married laughed smiled wept nodded shrugged recalled thinks \
    believes grew lives wore wrote retired himself herself whose knew joked studied sat stood walked";

/// What players do.
const STROKES: &str = "\
    cross header volley backheel free-kick penalty tackle forehand backhand serve innings century half-century \
    hat-trick equaliser equalizer brace dunk rebound touchdown birdie";
/// Nouns before which, after an article, the name of who leads stands: `the Okello administration`.
const LED: &str = "\
    administration presidency family campaign camp era years cabinet dynasty doctrine";

/// Nouns before which a group stands.
const STAFF: &str = "\
    spokesman spokeswoman spokesperson spokespeople executives executive employees shares shareholders \
    stock chairman chairwoman chief ceo cfo workers lawmakers lawmaker officials fighters militants \
    members staff correspondent reporter analyst analysts poll leadership headquarters customers gunmen \
    commander fans striker midfielder defender goalkeeper coach manager president director founder \
    co-founder economist agents agent subsidiary plant factory";

/// Pacts that are called after the place where they were made.
const PACTS: &str = "accord accords declaration protocol";

/// What makes a noun of a division part of another one: `district attorney`.
const NO_DIVISION: &str = "attorney judge court manager council hall clerk";

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
    // `the Peruvian Amazon` is the forest, not the firm.
    if tokens.start > 1
        && line.word(tokens.start - 2) == "the"
        && is_national(page, sentence, tokens.start - 1)
        && spot.known.iter().any(|entry| matches!(entry.known, Known::Place(_)))
    {
        vote += Vote { place: 60, country: 0, person: -20, group: -20 };
    }
    vote += result::weigh(page, sentence, tokens);
    vote += place::divided(page, sentence, spot);
    vote += apposition::weigh(page, sentence, tokens);
    vote += list::example(line, tokens.start);
    vote += list::among_places(page, sentence, tokens);
    vote += list::beside(page, sentence, tokens);
    vote += place::journey(page, sentence, tokens);
    vote += after(page, sentence, tokens, &next);
    // That a capital speaks makes it no person.
    let speaks = || page.lexicon.speech_verb(&next).is_some() && !is_state(line, tokens.end);
    if spot.stands_for.is_none() && speaks() {
        vote += Vote { person: 25, group: 10, place: -20, country: 0 };
    }
    vote
}

/// Whether a title of a person ends just before the token: `President Noboa`.
pub(crate) fn titled(page: &Page, sentence: usize, at: usize) -> bool {
    let line = &page.lines[sentence];
    let ends =
        |from: usize| page.lexicon.title_at(&line.words, from).is_some_and(|title| from + title.len == at);
    // `Miss Peru` wears the country's sash.
    let sash = at > 0 && line.before(at) == "Miss" && is_land(page, sentence, at);
    // In lower case before a name it is an apposition, which FOLK weighs.
    !sash && (at.saturating_sub(6)..at).any(|from| line.is_capital(from) && ends(from))
}

/// Whether a country's name begins at the token.
pub(super) fn is_land(page: &Page, sentence: usize, at: usize) -> bool {
    let hits = page.lexicon.names_at(&page.lines[sentence].words, at);
    hits.iter().any(|hit| matches!(hit.target, Target::Country(_)) && hit.via == Via::Name)
}

fn before(previous: &str, second: &str) -> Vote {
    let mut vote = Vote::default();
    if WHERE.contains(&previous) {
        vote += Vote { place: 40, country: 25, person: -30, group: -10 };
    }
    if among(SIDES, previous) || previous == "of" && among(OF_PLACE, second) {
        vote += Vote { place: 50, country: 35, person: -40, group: -20 };
    }
    if previous == "for" && among(MEMBERS, second) {
        vote += Vote { place: 60, country: 20, person: -60, group: -30 };
    }
    if among(OVERRUN, previous) || previous == "of" && among(FOUGHT, second) {
        vote += Vote { place: 35, country: 15, person: -35, group: 0 };
    }
    if previous == "the" {
        vote += Vote { place: 0, country: 0, person: -25, group: 10 };
    }
    if among(FIRMS, previous) {
        vote += Vote::one(EntityKind::Group, 40);
    }
    if among(MEDIA, previous) {
        vote += Vote { group: 50, person: -120, place: -10, country: 0 };
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
    // `Osten's header went in`
    if line.kinds.get(tokens.end) == Some(&TokenKind::Possessive) && among(STROKES, line.word(tokens.end + 1))
    {
        vote += Vote { person: 60, group: 0, place: -60, country: 0 };
    }
    if among(LED, next) && line.before(tokens.start) == "the" {
        vote += Vote { person: 45, group: 0, place: -10, country: 0 };
    }
    if among(SITES, next) && (tokens.len() == 1 || line.before(tokens.start) == "the") {
        vote += Vote { person: -45, group: -10, place: 50, country: 0 };
    }
    if is_state(line, tokens.end) || among(DIVISIONS, next) && !among(NO_DIVISION, line.word(tokens.end + 1))
    {
        vote += Vote { person: -40, group: -25, place: 45, country: 0 };
    }
    // `the Osten accord` was signed there.
    if among(PACTS, next) && tokens.len() == 1 && !is_upper(line.word(tokens.start)) {
        vote += Vote { person: -20, group: -25, place: 40, country: 0 };
    }
    if among(STAFF, next) {
        vote += Vote { person: -25, group: 25, place: 0, country: 0 };
    }
    if next == ","
        && among(HELD, line.word(tokens.end + 1))
        && matches!(line.word(tokens.end + 2), "by" | "in")
    {
        vote += Vote { person: -50, group: 40, place: 0, country: 0 };
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
        let located = super::state::of(page, sentence, tokens.end + 1).is_some()
            || page.lexicon.names_at(&line.words, tokens.end + 1).iter().any(|hit| hit.is_region());
        let closed = matches!(line.word(tokens.end + 2), "," | "." | "" | ")" | "(" | "—" | "–");
        vote += if located && closed {
            Vote { place: 60, country: -10, person: -90, group: -20 }
        } else {
            Vote::default()
        };
    }
    vote
}

/// Whether the word is made from a country's name: `Peruvian`.
pub(super) fn is_national(page: &Page, sentence: usize, at: usize) -> bool {
    let hits = page.lexicon.names_at(&page.lines[sentence].words, at);
    hits.iter().any(|hit| hit.len == 1 && hit.via == Via::Demonym)
}

fn is_age(word: &str) -> bool {
    word.parse::<u8>().is_ok_and(|age| (1..=115).contains(&age))
}
