//! What a dateline says by its form: `LIMA, Peru (Courier) —` begins with a place and ends with an agency.

use std::ops::Range;

use model::EntityKind;

use super::line::among;
use super::page::Page;
use super::settle::Settled;
use super::spot::Spot;

/// How sure the form of a dateline makes its place, in hundredths.
const SURE: i32 = 90;
/// The most words of a place.
const LONGEST: usize = 5;
/// What may stand first in a dateline and is no place.
const ABOARD: &str = "\
    ABOARD Aboard By BY ON On AT At NEAR Near OUTSIDE Outside";

/// The places at the head of the dateline that is this sentence: one, or those of a story from two, `LIMA/QUITO`.
pub(crate) fn places(page: &Page, sentence: usize) -> Vec<Spot> {
    let line = &page.lines[sentence];
    let (mut spots, mut from) = (Vec::new(), 0);
    while let Some(end) = (from..line.len()).find(|&at| !line.is_word(at)) {
        spots.extend(place(page, sentence, from..end));
        if line.word(end) != "/" {
            break;
        }
        from = end + 1;
    }
    spots
}

fn place(page: &Page, sentence: usize, tokens: Range<usize>) -> Option<Spot> {
    let line = &page.lines[sentence];
    let fits = !tokens.is_empty()
        && tokens.len() <= LONGEST
        && tokens.clone().all(|at| !page.is_barred(sentence, at) && !among(ABOARD, line.word(at)));
    // A name that a list has is read as such.
    let known = || {
        page.lexicon
            .names_at(&line.words, tokens.start)
            .iter()
            .any(|hit| hit.len == tokens.len() && !hit.weak)
    };
    (fits && line.is_capital(tokens.start) && !known())
        .then(|| Spot::new(sentence, tokens.clone(), EntityKind::Place, SURE))
}

/// The agency that the dateline has in brackets: `LIMA (Andes News)`.
pub(crate) fn agency(page: &Page, sentence: usize) -> Option<Spot> {
    let line = &page.lines[sentence];
    let open = (0..line.len()).find(|&at| line.word(at) == "(")?;
    let run = page.run(sentence, open + 1);
    let closed = line.word(run.end) == ")";
    let fits = !run.is_empty() && run.len() <= LONGEST && run.clone().all(|at| !page.is_barred(sentence, at));
    let land = || {
        page.lexicon
            .names_at(&line.words, run.start)
            .iter()
            .any(|hit| hit.is_region() && hit.len == run.len())
    };
    (closed && fits && !land()).then(|| Spot::new(sentence, run.clone(), EntityKind::Group, SURE))
}

/// Takes out the agency of the dateline where the article names it nowhere else: it reports, and nothing is told of it.
pub(super) fn drop_agency(page: &Page, sentence: usize, names: &mut Vec<Settled>) {
    let Some(agency) = agency(page, sentence) else { return };
    let reports = |name: &Settled| name.sentence == sentence && name.tokens == agency.tokens;
    let Some(at) = names.iter().position(reports) else { return };
    let printed = |name: &Settled| page.name(name.sentence, &name.tokens).to_lowercase();
    let same = |other: &Settled| {
        other.known.is_some() && other.known == names[at].known || printed(other) == printed(&names[at])
    };
    let told = names.iter().enumerate().any(|(other, name)| other != at && same(name));
    if !told {
        names.remove(at);
    }
}

/// Whether the name is what the dateline has in brackets, which is the agency's and no place or person.
pub(crate) fn is_byline(page: &Page, sentence: usize, name: &Settled) -> bool {
    let line = &page.lines[sentence];
    let before = line.before(name.tokens.start);
    let bracketed = || line.words[..name.tokens.start].contains(&"(");
    let inside = matches!(before, "(" | "[") || before == "/" && bracketed();
    name.sentence == sentence && name.kind != EntityKind::Group && inside
}
