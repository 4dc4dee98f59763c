//! The words around a stretch → what they say of its kind, here alone.

use std::ops::Range;

use model::{EntityKind, Via};

use super::line::{Line, among, is_upper};
use super::page::Page;
use super::spot::Spot;
use super::vote::Vote;
use super::{Known, result};
use crate::lexicon::{Hit, Target};
use crate::token::TokenKind;

/// Prepositions that a place follows.
const WHERE: &[&str] = &["in", "near", "outside", "across", "throughout", "inside", "around"];
/// Words that, with `of`, a place follows: `the city of Quito`.
const OF_PLACE: &str = "\
    city town village province state region island port suburb district capital outskirts north south \
    east west county municipality neighborhood neighbourhood streets residents inhabitants villagers \
    mayor governor";
/// Nouns of divisions and waters that a place stands before: `Osten district`.
const DIVISIONS: &str = "\
    district province county prefecture governorate region village town township municipality \
    neighborhood neighbourhood suburb borough peninsula valley river lake island islands";
/// Nouns that describe a place between commas: `Osten, the capital of the region,`.
const SETTLEMENTS: &str = "\
    capital city town village port suburb district province region municipality hamlet enclave island";
/// Nouns that, with `of`, stand before what is fought over: `took control of Osten`.
const FOUGHT: &str = "control recapture siege shelling bombardment liberation";
/// What is done to places alone.
const OVERRUN: &str = "fled besieged recaptured encircled overran shelled";
/// What is said of firms behind a comma: `Osten, owned by Halden,`.
const HELD: &str = "owned controlled headquartered";
/// Nouns of which a list gives examples, that are places, bodies or people.
const MANY_PLACES: &str = "\
    cities towns villages districts provinces regions counties suburbs neighborhoods neighbourhoods ports \
    islands municipalities areas";
const MANY_BODIES: &str = "\
    parties companies firms banks airlines carriers retailers carmakers automakers chipmakers manufacturers \
    brands newspapers broadcasters networks charities unions universities organizations organisations groups \
    agencies militias gangs cartels clubs startups lenders insurers producers";
const MANY_PEOPLE: &str = "\
    politicians lawmakers ministers senators activists actors actresses singers writers authors journalists \
    players relatives leaders celebrities artists musicians scientists economists executives officials";
/// How many words a noun may stand before its examples, and a name behind the first of them.
const LISTED: usize = 12;
/// Nouns for what is called after the place where it lies: `the Osten mine`.
const SITES: &str = "mine mines dam prison airport port oilfield gasfield forest barracks airbase airfield";
/// Directions and their like before a place.
const SIDES: &str = "\
    northern southern eastern western central downtown upstate northeastern northwestern southeastern \
    southwestern north south east west mainland coastal rural northwest northeast southwest southeast";
/// Verbs of which a human being is the subject.
const HUMAN: &str = "\
    who tweeted testified resigned died married laughed smiled wept nodded shrugged recalled thinks \
    believes grew lives wore wrote retired himself herself whose knew joked studied sat stood walked";
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
/// Nouns in apposition before a group: `the company Norvik`, `carmaker Norvik`.
const FIRMS: &str = "\
    company firm maker carmaker automaker giant retailer airline bank startup start-up lender group \
    network broadcaster newspaper operator supplier manufacturer developer insurer brewer chain \
    conglomerate rival charity gang cartel militia party union agency magazine website daily club side \
    consultancy think-tank service authority regulator watchdog parent subsidiary unit";
/// Nouns in apposition before a person.
const FOLK: &str = "\
    actor actress singer author writer activist journalist lawyer attorney analyst economist professor \
    scientist candidate son daughter wife husband brother sister father mother businessman businesswoman \
    billionaire spokesman spokeswoman spokesperson director founder striker midfielder goalkeeper coach \
    captain rapper comedian artist researcher historian opponent rival colleague friend predecessor \
    successor chair co-chair pastor priest bishop surgeon nurse teacher farmer engineer lawmaker councillor \
    envoy ambassador leader minister president senator mayor governor owner manager chairman editor \
    correspondent reporter resident witness driver named called";
/// What follows the head of a noun phrase.
const AFTER_HEAD: &str = "\
    of from in on at for with who that which whose to by based near called named and or known behind \
    since after before as is was owned led run founded set made";

/// How far before its end a journey may begin, in words.
const JOURNEY: usize = 5;

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
    vote += divided(page, sentence, spot);
    vote += apposition(page, sentence, tokens);
    vote += example(line, tokens.start);
    vote += beside(page, sentence, tokens);
    vote += journey(page, sentence, tokens);
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
    if among(OVERRUN, previous) || previous == "of" && among(FOUGHT, second) {
        vote += Vote { place: 35, country: 15, person: -35, group: 0 };
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
    if among(LED, next) && line.before(tokens.start) == "the" {
        vote += Vote { person: 45, group: 0, place: -10, country: 0 };
    }
    if among(SITES, next) && tokens.len() == 1 {
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

/// Whether the noun stands here and ends its phrase: `Osten state,`, `Osten state on Monday`, not `Osten state television`.
fn is_state(line: &Line, at: usize) -> bool {
    let next = line.word(at + 1);
    let ends = !line.is_word(at + 1) || among(AFTER_HEAD, next) || among("to after when while but", next);
    line.word(at) == "state" && ends
}

/// `Springfield, Washington,`: a state between commas after a town is no person, even where one has its name.
fn divided(page: &Page, sentence: usize, spot: &Spot) -> Vote {
    let line = &page.lines[sentence];
    let (start, end) = (spot.tokens.start, spot.tokens.end);
    let town = start > 1 && line.before(start) == "," && line.is_capital(start - 2);
    let division = spot.known.iter().any(|entry| match entry.known {
        Known::Place(ix) => page.lexicon.place(ix).place_type == "division",
        _ => false,
    });
    if town && division && matches!(line.word(end), "," | "." | ")" | "—" | "–" | "-") {
        return Vote { place: 60, country: 0, person: -90, group: -20 };
    }
    Vote::default()
}

/// Whether the word is made from a country's name: `Peruvian`.
pub(super) fn is_national(page: &Page, sentence: usize, at: usize) -> bool {
    let hits = page.lexicon.names_at(&page.lines[sentence].words, at);
    hits.iter().any(|hit| hit.len == 1 && hit.via == Via::Demonym)
}

/// What a description between commas says: `a company from Hong Kong, Norvik Holdings, ...`, `Norvik, a Danish brewer, ...`.
fn apposition(page: &Page, sentence: usize, tokens: &Range<usize>) -> Vote {
    let line = &page.lines[sentence];
    let mut vote = Vote::default();
    for head in [described_before(page, sentence, tokens.start), described_after(page, sentence, tokens.end)]
    {
        let head = head.map_or("", |at| line.word(at));
        if among(FIRMS, head) {
            vote += Vote { place: 0, country: 0, person: -20, group: 50 };
        } else if among(FOLK, head) {
            vote += Vote { place: -10, country: -10, person: 50, group: -20 };
        } else if among(SETTLEMENTS, head) {
            vote += Vote { place: 60, country: 10, person: -60, group: -20 };
        }
    }
    vote
}

/// What the noun says of which the name is an example: `parties such as Osten and Norvik`, `towns in the north, including Osten`.
fn example(line: &Line, start: usize) -> Vote {
    let mut at = start;
    // Over the examples before it.
    while at > 0 && (matches!(line.before(at), "," | "and" | "or" | "the") || line.is_capital(at - 1)) {
        at -= 1;
    }
    let opens = match line.before(at) {
        "including" | "like" => at.checked_sub(1),
        "as" if at > 1 && line.word(at - 2) == "such" => Some(at - 2),
        _ => None,
    };
    let Some(opens) = opens.filter(|&opens| opens > 0 && at + LISTED > start) else { return Vote::default() };
    let noun = (opens.saturating_sub(LISTED)..opens).rev().map(|at| line.word(at)).find_map(|word| {
        if among(MANY_PLACES, word) {
            Some(Vote { place: 50, country: 0, person: -60, group: -20 })
        } else if among(MANY_BODIES, word) {
            Some(Vote { group: 50, person: -60, place: -20, country: 0 })
        } else {
            among(MANY_PEOPLE, word).then_some(Vote { person: 40, group: -10, place: -20, country: 0 })
        }
    });
    noun.unwrap_or_default()
}

/// What a place or firm before `and` says of a single word after it: `in Osten and Halden`, not `in Osten and Halden said`.
fn beside(page: &Page, sentence: usize, tokens: &Range<usize>) -> Vote {
    let line = &page.lines[sentence];
    let comma = line.before(tokens.start) == "," && matches!(line.word(tokens.end), "," | "and");
    let and = tokens.start > 2 && (comma || matches!(line.before(tokens.start), "and" | "or"));
    let next = line.word(tokens.end);
    let ends = !line.is_word(tokens.end) && line.kinds.get(tokens.end) != Some(&TokenKind::Possessive)
        || among(AFTER_HEAD, next) && page.lexicon.finite(next).is_none();
    if !and || tokens.len() > 1 || !line.is_capital(tokens.start - 2) {
        return Vote::default();
    }
    let head = page.head(sentence, tokens.start - 2);
    let firm = |entry: &Hit| matches!(entry.target, Target::Group(_)) && !entry.weak;
    let listed = (head..tokens.start - 1).any(|from| {
        let hits = page.lexicon.names_at(&line.words, from);
        hits.iter().any(|hit| from + hit.len + 1 == tokens.start && firm(hit))
    });
    let located = WHERE.contains(&line.before(head)) && head > 0;
    if located && ends {
        Vote { place: 40, country: 0, person: -40, group: 0 }
    } else if listed && page.lexicon.speech_verb(next).is_none() {
        Vote { group: 35, person: -40, place: 0, country: 0 }
    } else {
        Vote::default()
    }
}

/// `from Osten to Halden`, `left Osten for Halden`: a single word where a journey that begins at a place ends.
fn journey(page: &Page, sentence: usize, tokens: &Range<usize>) -> Vote {
    let line = &page.lines[sentence];
    let start = match line.before(tokens.start) {
        "to" => "from",
        "for" => "left",
        _ => return Vote::default(),
    };
    let from = tokens.start.saturating_sub(JOURNEY)..tokens.start - 1;
    let located = from.rev().take_while(|&at| line.is_word(at)).any(|at| {
        let hits = page.lexicon.names_at(&line.words, at);
        let place = |hit: &Hit| !matches!(hit.target, Target::Group(_)) && at + hit.len + 1 == tokens.start;
        line.before(at) == start && hits.iter().any(place)
    });
    let ends = !line.is_capital(tokens.end) && line.kinds.get(tokens.end) != Some(&TokenKind::Possessive);
    if located && ends && tokens.len() < 3 {
        Vote { place: 50, country: 10, person: -50, group: -20 }
    } else {
        Vote::default()
    }
}

/// The head of the indefinite noun phrase that ends with the comma before a name.
fn described_before(page: &Page, sentence: usize, start: usize) -> Option<usize> {
    let line = &page.lines[sentence];
    let comma = start.checked_sub(1).filter(|&at| line.word(at) == ",")?;
    // `a priest in Vigan, Ilocos Sur`: the town's land follows.
    if comma > 1 && line.is_capital(comma - 1) && matches!(line.word(comma - 2), "in" | "near" | "at") {
        return None;
    }
    let article =
        (comma.saturating_sub(8)..comma).rev().find(|&at| !line.is_word(at) || is_article(line.word(at)))?;
    let head = head(page, sentence, article, comma)?;
    is_article(line.word(article)).then_some(head)
}

/// The head of the noun phrase with an article that follows a name and a comma.
fn described_after(page: &Page, sentence: usize, end: usize) -> Option<usize> {
    let line = &page.lines[sentence];
    // `Norvik, Lee's ferry company, ...`
    let owner = (end + 2..end + 4).find(|&at| line.kinds.get(at) == Some(&TokenKind::Possessive));
    let owner =
        owner.filter(|_| line.is_capital(end + 1) || line.word(end + 1) == "the" && line.is_capital(end + 2));
    let article = is_article(line.word(end + 1)) || line.word(end + 1) == "the";
    (line.word(end) == "," && (article || owner.is_some())).then_some(())?;
    let end = owner.map_or(end, |owner| owner - 1);
    let stop =
        (end + 2..line.len().min(end + 12)).find(|&at| !line.is_word(at)).unwrap_or(line.len().min(end + 12));
    // `Norvik, the company's chairman, ...` is the chairman.
    (line.kinds.get(stop) != Some(&TokenKind::Possessive)).then(|| head(page, sentence, end + 1, stop))?
}

fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an" | "A" | "An" | "another" | "Another")
}

/// The last word of a noun phrase before what goes on after it: `a Danish brewer that ...`.
fn head(page: &Page, sentence: usize, article: usize, end: usize) -> Option<usize> {
    let line = &page.lines[sentence];
    let stop = (article + 1..end).find(|&at| among(AFTER_HEAD, line.word(at))).unwrap_or(end);
    stop.checked_sub(1).filter(|&at| at > article)
}

fn is_age(word: &str) -> bool {
    word.parse::<u8>().is_ok_and(|age| (1..=115).contains(&age))
}
