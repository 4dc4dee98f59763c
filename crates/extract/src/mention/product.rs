//! `the Halden Comet`, a car: a firm and its product in one stretch → the firm alone. What it makes is no name here.

use std::collections::BTreeMap;

use model::EntityKind;

use super::body::{BODIES, PLACES};
use super::line::{Style, among};
use super::page::Page;
use super::spot::{Entry, Spot};
use super::{Known, bound};
use crate::lexicon::Target;

/// What firms make and give names to.
const PRODUCTS: &str = include_str!("../../data/words/products.txt");

/// Well-known makers of cars, aircraft and devices.
const MAKERS: &str = include_str!("../../data/words/makers.txt");

/// Words of the names of branches and bodies of makers.
const BRANCHES: &str = "\
    Motors Foundation Credit Racing Financial Finance Robotics Research Ventures Health Digital Heavy \
    Defense Defence Space Helicopters Commercial Retail Store Stores Dealership Dealers Dealer Music Fleet \
    Field Center Pay Theater Theatre Classic Open Cup";

/// How often an article has to say so before a name in it may be that of a product.
const SAID: usize = 2;

/// The most words of a product's name with that of its firm.
const LONGEST: usize = 4;

/// Words before one product or several.
const BEFORE: &str = "\
    a an the each every its their new older";

/// Ends the names of products after that of the firm, where the article is about such products and names the firm alone.
pub(super) fn cut(page: &Page, mut spots: Vec<Spot>) -> Vec<Spot> {
    for spot in &mut spots {
        if is_model(page, spot) {
            *spot = known_maker(page, spot);
        }
    }
    let words = page.lines.iter().flat_map(|line| line.words.iter());
    if words.filter(|word| among(PRODUCTS, word)).count() < SAID {
        return spots;
    }
    let makers = makers(page, &spots);
    for spot in &mut spots {
        if let Some(maker) = maker(page, &makers, spot) {
            let tokens = spot.tokens.start..spot.tokens.start + maker.tokens.len();
            *spot = Spot { sentence: spot.sentence, tokens, ..maker };
        }
    }
    spots
}

/// `an Osten Comet`, `Osten X330s`: the name of a well-known maker and that of what it makes.
fn is_model(page: &Page, spot: &Spot) -> bool {
    let line = &page.lines[spot.sentence];
    let tokens = &spot.tokens;
    let made = (2..=LONGEST).contains(&tokens.len())
        && line.style == Style::Prose
        && is_body(spot)
        && spot.known.is_empty()
        && MAKERS.lines().any(|maker| maker == line.word(tokens.start));
    let coded = || line.word(tokens.start + 1).contains(|c: char| c.is_ascii_digit());
    made && (coded() || is_told(page, spot) && !names_other(page, spot))
}

/// The maker alone, as the lexicon knows it.
fn known_maker(page: &Page, spot: &Spot) -> Spot {
    let start = spot.tokens.start;
    let mut maker = Spot::new(spot.sentence, start..start + 1, EntityKind::Group, spot.sure);
    let hits = page.lexicon.names_at(&page.lines[spot.sentence].words, start).into_iter();
    for hit in hits.filter(|hit| hit.len == 1) {
        if let Target::Group(ix) = hit.target {
            maker.learn(Entry { known: Known::Group(ix), weak: false });
        }
    }
    maker
}

/// The firms that the article names by one word and without an article, by their name as printed.
fn makers(page: &Page, spots: &[Spot]) -> BTreeMap<String, Spot> {
    let alone = spots.iter().filter(|spot| {
        let line = &page.lines[spot.sentence];
        line.style == Style::Prose
            && spot.tokens.len() == 1
            && is_body(spot)
            && is_firm(page, spot)
            && !among("the The", line.before(spot.tokens.start))
            && !line.is_capital(spot.tokens.end)
    });
    alone.map(|spot| (page.name(spot.sentence, &spot.tokens), spot.clone())).collect()
}

fn is_body(spot: &Spot) -> bool {
    (spot.vote + spot.context).best().0 == EntityKind::Group
}

/// Whether it may be a firm, as far as the lexicon knows it: `Toyota` is a city too.
fn is_firm(page: &Page, spot: &Spot) -> bool {
    let company = |known: Known| match known {
        Known::Group(ix) => page.lexicon.group(ix).group_type == "company",
        _ => false,
    };
    spot.stands_for.is_none()
        && (spot.known.is_empty() || spot.known.iter().any(|entry| company(entry.known)))
}

/// The firm with whose name the product's begins.
fn maker(page: &Page, makers: &BTreeMap<String, Spot>, spot: &Spot) -> Option<Spot> {
    let line = &page.lines[spot.sentence];
    let tokens = &spot.tokens;
    let long = (2..=LONGEST).contains(&tokens.len()) && line.style == Style::Prose && is_body(spot);
    let maker = makers.get(line.word(tokens.start)).filter(|_| long && spot.known.is_empty())?;
    let speaks = page.lexicon.speech_verb(line.word(tokens.end)).is_some();
    (!names_other(page, spot) && is_told(page, spot) && !speaks).then(|| maker.clone())
}

/// Whether the words behind the maker name a body, a land or a person.
fn names_other(page: &Page, spot: &Spot) -> bool {
    let line = &page.lines[spot.sentence];
    (spot.tokens.start + 1..spot.tokens.end).any(|at| {
        let word = line.word(at);
        among(BODIES, word)
            || among(PLACES, word)
            || among(BRANCHES, word)
            || among(bound::TRADES, &word.to_lowercase())
            || page.lexicon.group_noun(&word.to_lowercase()).is_some()
            || page
                .lexicon
                .names_at(&line.words, at)
                .iter()
                .any(|hit| !matches!(hit.target, Target::Place(_)))
    })
}

/// Whether what stands around the name says that it is one thing or several: `the`, `two`, `sedan`.
fn is_told(page: &Page, spot: &Spot) -> bool {
    let line = &page.lines[spot.sentence];
    let tokens = &spot.tokens;
    let counted = line.before(tokens.start).starts_with(|c: char| c.is_ascii_digit());
    among(BEFORE, &line.before(tokens.start).to_lowercase())
        || counted
        || among(PRODUCTS, line.word(tokens.end))
}
