//! People by what stands around their names: `district councillor Sujin Ora`, `Pieter van der Osten`.
//!
//! Taggers miss names from languages they have seen little of; a noun for a person or a particle says what they are.

use std::ops::Range;

use model::EntityKind;

use super::line::{Style, among, is_upper};
use super::page::Page;
use super::rule::TITLED;
use super::spot::Spot;
use super::{body, bound, employer};
use crate::lexicon::Finite;

/// Nouns for people that are neither office nor trade.
const FOLK: &str = "\
    veteran newcomer democrat republican loyalist dissident survivor volunteer protester passenger player \
    athlete sprinter cyclist swimmer celebrity fugitive hostage defendant plaintiff newlywed incumbent \
    challenger freshman hopeful gymnast skier winger spinner prop lock fly-half flanker forward";
/// Nouns of the lexicon's roles that firms and things are too.
const NOT_ONLY_PEOPLE: &str = "\
    agent agents broker builder contractor designer developer head host investor observer operator owner \
    partner producer programmer supervisor supporter trader whip chair deputy fellow chief counsel";
/// Particles that stand in the names of people and in few others.
const PARTICLES: &str = "van von der den ter ten bin ibn bint";
/// Articles that stand with a capital inside the names of people.
const ARTICLES: &str = "Al El Bin Ibn Ould";
/// What stands before such an article in the names of places and bodies.
const SITES: &str = "\
    Deir Umm Ras Burj Kafr Tel Tell Jabal Wadi Beit Khan Souq Bab Dar Ain Abu Banque Bank Port Hotel Radio \
    Diario Club Real Camp Fort San Los Las";
/// What may begin a surname of several words at the head of a sentence.
const OPENING: &str = "Van Von van von";
/// The most words of a name.
const LONGEST: usize = 4;

/// The people of a sentence that are described or have a particle in their names.
pub(crate) fn read(page: &Page, sentence: usize) -> Vec<Spot> {
    let line = &page.lines[sentence];
    let mut spots = Vec::new();
    if line.style != Style::Prose {
        return spots;
    }
    let mut at = 0;
    while at < line.len() {
        let run = page.run(sentence, at);
        if !run.is_empty() {
            spots.extend(particled(page, sentence, &run));
            spots.extend(described(page, sentence, &run));
            spots.extend(traded(page, sentence, &run));
        }
        at = run.end.max(at + 1);
    }
    spots
}

/// `veteran politician Ko Sung-ai`: a run of words that name nothing else, after a noun for a person.
fn described(page: &Page, sentence: usize, run: &Range<usize>) -> Option<Spot> {
    let line = &page.lines[sentence];
    // `Pan-democrat Gary Osten`: the noun may have its capital from its prefix.
    let prefixed = line.word(run.start).rsplit_once('-').map_or("", |(_, tail)| tail);
    let (noun, name) = if among(FOLK, prefixed) {
        (prefixed, run.start + 1..run.end)
    } else {
        (line.before(run.start), run.clone())
    };
    let lower = noun.starts_with(char::is_lowercase) && !among(NOT_ONLY_PEOPLE, noun);
    let folk = lower
        && (page.lexicon.is_role(noun) || page.lexicon.person_noun(noun).is_some() || among(FOLK, noun));
    let plain = |at: usize| !page.is_barred(sentence, at) && !is_upper(line.word(at));
    // Surnames are common words too: `Gary Fan`.
    let common = || page.lexicon.is_common(&line.word(name.start).to_lowercase());
    let last = line.word(run.end - 1);
    let headed = among(body::BODIES, last) || among(body::PLACES, last);
    let known = || !page.lexicon.names_at(&line.words, name.start).is_empty();
    let titled = || page.lexicon.title_at(&line.words, name.start).is_some();
    let fits = folk && (2..=LONGEST).contains(&name.len()) && name.clone().all(plain) && !headed;
    (fits && !common() && !known() && !titled())
        .then(|| Spot::new(sentence, name.clone(), EntityKind::Person, TITLED))
}

/// `battery maker OSBAT`: capitals after the trade of a firm, which taggers take for no name.
fn traded(page: &Page, sentence: usize, run: &Range<usize>) -> Option<Spot> {
    let name = run.start..run.start + 1;
    let letters = is_upper(page.lines[sentence].word(name.start)) && !page.is_barred(sentence, name.start);
    let spot = Spot::new(sentence, name, EntityKind::Group, TITLED);
    (run.len() == 1 && letters && employer::is_traded(page, &spot)).then_some(spot)
}

/// `Pieter van der Osten`, `Van der Osten`: a particle between capitals, or before the last of them.
fn particled(page: &Page, sentence: usize, run: &Range<usize>) -> Option<Spot> {
    let line = &page.lines[sentence];
    let inner = (run.start + 1..run.end).any(|at| among(PARTICLES, line.word(at)));
    let mut name = run.clone();
    while name.start > 0 && among(PARTICLES, line.before(name.start)) {
        name.start -= 1;
    }
    let inner = inner || is_articled(page, sentence, run);
    // A single particle before a name is left to the tagger.
    let opened = name.start + 1 < run.start && among(OPENING, line.word(name.start));
    let fits = (inner || opened) && name.len() <= LONGEST + 2 && !page.is_barred(sentence, run.start);
    let cut = || bound::cut(page, sentence, name.clone(), EntityKind::Person).into_iter().next();
    fits.then(cut)?.map(|name| Spot::new(sentence, name, EntityKind::Person, TITLED))
}

/// `Osman Al Halden`: an article with a capital behind a given name, or before a verb of which people are subjects.
fn is_articled(page: &Page, sentence: usize, run: &Range<usize>) -> bool {
    let line = &page.lines[sentence];
    let next = line.word(run.end);
    let acts = page.lexicon.speech_verb(next).is_some()
        || matches!(page.lexicon.finite(next), Some(Finite::Auxiliary | Finite::Past));
    let first = line.word(run.start);
    (3..=LONGEST).contains(&run.len())
        && (run.start + 1..run.end - 1).any(|at| among(ARTICLES, line.word(at)))
        && (page.lexicon.first_name(first).is_some() || acts)
        && !among(SITES, first)
        && page.lexicon.title_at(&line.words, run.start).is_none()
        && !among(body::BODIES, line.word(run.end - 1))
        && page.lexicon.names_at(&line.words, run.start).iter().all(|hit| hit.len < run.len())
}
