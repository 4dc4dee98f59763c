//! Fields of work and lands in the name of a body: `Ministry of Trade, Industry and Energy`, `the Peru and Chile Trade Board`.

use std::ops::Range;

use model::Via;

use crate::mention::line::among;
use crate::mention::page::Page;

use super::{BODIES, OF_BODIES};

/// Words that, before `and`, may take a second field: `Ministry of Health and Welfare`.
pub(super) const FIELDS: &str = "\
    Ministry Department Office Committee Commission Institute Centers Center Centre Bureau Agency \
    Council Board Administration Subcommittee";

/// Other bodies that may be named after two fields, but not after a list of them.
pub(super) const CAUSES: &str = "\
    Forces Movement Coalition Alliance Union Front Party Congress Foundation Association Network League Society \
    Organization Organisation Fund Academy Directorate";

/// Words for bodies before which several fields stand: `Trade and Industry Ministry`.
const LISTED: &str = "\
    Committee Subcommittee Ministry Department Commission Service Administration Agency Authority Board \
    Council Office Bureau Institute Directorate Inspectorate Association Foundation Trust Centre Center";

/// Where the fields begin that stand before the last one and the word for the body: `Trade` of `Trade, Labor and Industry Committee`.
pub(super) fn first_field(page: &Page, sentence: usize, run: &Range<usize>) -> Option<usize> {
    let line = &page.lines[sentence];
    let field = |at: usize| {
        let chamber = matches!(line.word(at), "House" | "Senate");
        let common = page.lexicon.is_common(&line.word(at).to_lowercase()) && !among(BODIES, line.word(at));
        let title = page.lexicon.title_at(&line.words, at).is_some();
        let word = page.lexicon.is_portfolio(line.word(at)) || common && !title;
        line.is_capital(at) && !page.is_barred(sentence, at) && (chamber || word)
    };
    if let Some(first) = first_land(page, sentence, run) {
        return Some(first);
    }
    let listed = run.len() > 1 && among(LISTED, line.word(run.end - 1)) && line.before(run.start) == "and";
    if !listed || !(run.start..run.end - 1).all(field) {
        return None;
    }
    let mut first = run.start - 1;
    first -= usize::from(line.before(first) == ",");
    let end = first;
    while first > 0
        && (field(first - 1) || line.word(first - 1) == "," && first < end && first > 1 && field(first - 2))
    {
        first -= 1;
    }
    (first < end).then_some(first)
}

/// The first of two lands that a body is named after: `the Peru and Chile Trade Board`.
pub(super) fn first_land(page: &Page, sentence: usize, run: &Range<usize>) -> Option<usize> {
    let line = &page.lines[sentence];
    let first = run.start.checked_sub(2).filter(|_| line.before(run.start) == "and")?;
    let land = |at: usize| {
        let hits = page.lexicon.names_at(&line.words, at);
        hits.iter().any(|hit| hit.len == 1 && hit.is_region() && hit.via == Via::Name)
    };
    let article = matches!(line.before(first), "the" | "The");
    let headed = run.len() > 2
        && (among(BODIES, line.word(run.end - 1)) || run.clone().any(|at| among(OF_BODIES, line.word(at))));
    (article && headed && land(first) && land(run.start)).then_some(first)
}

/// The end of a list of fields of work after the first: `, Industry and Energy`.
pub(super) fn listed_fields(page: &Page, sentence: usize, end: usize) -> Option<usize> {
    let line = &page.lines[sentence];
    let field = |at: usize| is_field(page, sentence, at);
    let mut at = end;
    while line.word(at) == "," && field(at + 1) {
        at = page.run(sentence, at + 1).end;
    }
    let and = at + usize::from(line.word(at) == ",");
    (at > end && line.word(and) == "and" && field(and + 1)).then(|| page.run(sentence, and + 1).end)
}

/// Whether the word may be a field of work: a common noun, or one by its ending.
pub(super) fn is_field(page: &Page, sentence: usize, at: usize) -> bool {
    let line = &page.lines[sentence];
    let lower = line.word(at).to_lowercase();
    let abstracted = ["isation", "ization", "ment", "ology", "culture", "ness"];
    line.is_capital(at)
        && (page.lexicon.is_common(&lower) || abstracted.iter().any(|ending| lower.ends_with(ending)))
}
