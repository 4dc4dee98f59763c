//! `Lower Austria`, `South Tyrol`: a part of a known land, by the side that its name begins with.

use model::{EntityKind, Via};

use super::line::{Style, among};
use super::page::Page;
use super::spot::Spot;
use crate::lexicon::{Hit, Target};

/// How sure the side makes a place.
const SURE: i32 = 82;

/// Sides and halves with which the names of parts begin.
const SIDES: &str = "\
    Upper Lower North South East West Northern Southern Eastern Western Central Greater Inner Outer Mid \
    Northeast Northwest Southeast Southwest North-East North-West South-East South-West Northeastern \
    Northwestern Southeastern Southwestern";

/// The parts of lands in a sentence.
pub(crate) fn read(page: &Page, sentence: usize) -> Vec<Spot> {
    let line = &page.lines[sentence];
    let part = |at: usize| {
        let whole = page.lexicon.names_at(&line.words, at);
        let land = page.lexicon.names_at(&line.words, at + 1);
        let land = land.iter().filter(|hit| is_land(page, hit)).map(|hit| hit.len).max()?;
        let end = at + 1 + land;
        let ends = !line.is_capital(end) || page.lexicon.title_at(&line.words, end).is_some();
        let alone = at == 0 || !line.is_capital(at - 1);
        let known = whole.iter().any(|hit| hit.len > 1);
        (ends && alone && !known).then(|| Spot::new(sentence, at..end, EntityKind::Place, SURE))
    };
    let sides = (0..line.len()).filter(|&at| among(SIDES, line.word(at)));
    sides.filter_map(part).filter(|_| line.style == Style::Prose).collect()
}

/// Whether it is the name of a country, a region, a division or an island.
fn is_land(page: &Page, hit: &Hit) -> bool {
    let region = match hit.target {
        Target::Country(_) => true,
        Target::Place(ix) => {
            matches!(page.lexicon.place(ix).place_type, "region" | "division" | "island")
        }
        Target::Group(_) => false,
    };
    region && hit.via == Via::Name
}
