//! `the Halden Comet`, a car: a firm and its product in one stretch → the firm alone. What it makes is no name here.

use std::collections::BTreeMap;

use model::EntityKind;

use super::body::{BODIES, PLACES};
use super::line::{Style, among};
use super::page::Page;
use super::spot::Spot;
use super::{Known, bound};
use crate::lexicon::Target;

/// What firms make and give names to.
const PRODUCTS: &str = include_str!("../../data/words/products.txt");

/// How often an article has to say so before a name in it may be that of a product.
const SAID: usize = 2;

/// The most words of a product's name with that of its firm.
const LONGEST: usize = 4;

/// Words before one product or several.
const BEFORE: &str = "\
    a an the each every its their new older";

/// Ends the names of products after that of the firm, where the article is about such products and names the firm alone.
pub(super) fn cut(page: &Page, mut spots: Vec<Spot>) -> Vec<Spot> {
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
    let named = tokens.start + 1..tokens.end;
    let other = named.clone().any(|at| {
        let word = line.word(at);
        among(BODIES, word)
            || among(PLACES, word)
            || among(bound::TRADES, &word.to_lowercase())
            || page.lexicon.group_noun(&word.to_lowercase()).is_some()
            || page
                .lexicon
                .names_at(&line.words, at)
                .iter()
                .any(|hit| !matches!(hit.target, Target::Place(_)))
    });
    let counted = line.before(tokens.start).starts_with(|c: char| c.is_ascii_digit());
    let told = among(BEFORE, &line.before(tokens.start).to_lowercase())
        || counted
        || among(PRODUCTS, line.word(tokens.end));
    let speaks = page.lexicon.speech_verb(line.word(tokens.end)).is_some();
    (!other && told && !speaks).then(|| maker.clone())
}
