//! `director of the Osten Institute Ann Lee`: a body or land and the holder of its office in one run of capitals → both names.

use std::ops::Range;

use model::{EntityKind, Via};

use super::body::{BODIES, PLACES};
use super::line::{Style, among};
use super::page::Page;
use super::rule::TITLED;
use super::spot::Spot;
use crate::lexicon::{Finite, Target};

/// How sure the office makes what it belongs to.
const SURE: i32 = 75;

/// The most words of an office with its field.
const LONGEST: usize = 7;

/// A body or land and who holds an office of it.
pub(super) struct Holder {
    seat: Spot,
    bearer: Spot,
}

impl Holder {
    /// Whether a stretch runs over from the one name into the other.
    pub(super) fn is_torn_by(&self, spot: &Spot) -> bool {
        spot.overlaps(&self.seat) && spot.overlaps(&self.bearer)
    }

    /// Both names.
    pub(super) fn into_spots(self) -> [Spot; 2] {
        [self.seat, self.bearer]
    }
}

/// The offices of a sentence whose holders follow without a comma.
pub(super) fn read(page: &Page, sentence: usize) -> Vec<Holder> {
    let line = &page.lines[sentence];
    if line.style != Style::Prose {
        return Vec::new();
    }
    (1..line.len()).filter_map(|at| held(page, sentence, at)).collect()
}

/// The holder of the office that the `of` at this token belongs to.
fn held(page: &Page, sentence: usize, of: usize) -> Option<Holder> {
    let line = &page.lines[sentence];
    if line.word(of) != "of" || !ends_office(page, sentence, of) {
        return None;
    }
    let run = page.run(sentence, of + 1 + usize::from(line.word(of + 1) == "the"));
    let (end, kind) = land(page, sentence, &run).or_else(|| body(page, sentence, &run))?;
    let bearer = end..run.end;
    is_bearer(page, sentence, &bearer).then(|| Holder {
        seat: Spot::new(sentence, run.start..end, kind, SURE),
        bearer: Spot::new(sentence, bearer, EntityKind::Person, TITLED),
    })
}

/// Whether an office ends before this token: `director`, `Minister of Foreign Affairs`.
fn ends_office(page: &Page, sentence: usize, end: usize) -> bool {
    let line = &page.lines[sentence];
    let field = |at: usize| line.is_capital(at) || matches!(line.word(at), "of" | "for" | "and");
    page.lexicon.is_role(line.before(end))
        || (end.saturating_sub(LONGEST)..end).any(|at| {
            let of = line.word(at + 1) == "of" && page.lexicon.is_role(line.word(at));
            of && at + 2 < end && (at + 2..end).all(field)
        })
}

/// Where the name of a country, region or town ends with which the run begins.
fn land(page: &Page, sentence: usize, run: &Range<usize>) -> Option<(usize, EntityKind)> {
    let hits = page.lexicon.names_at(&page.lines[sentence].words, run.start);
    let whole = hits.iter().any(|hit| run.start + hit.len == run.end);
    let named = hits.iter().filter(|hit| hit.via != Via::Demonym && !matches!(hit.target, Target::Group(_)));
    let longest = named.max_by_key(|hit| hit.len).filter(|_| !whole)?;
    Some((run.start + longest.len, EntityKind::Place))
}

/// Where the name of a body ends with which the run begins.
fn body(page: &Page, sentence: usize, run: &Range<usize>) -> Option<(usize, EntityKind)> {
    let line = &page.lines[sentence];
    let head = (run.start + 1..run.end).find(|&at| among(BODIES, line.word(at)))?;
    Some((head + 1, EntityKind::Group))
}

/// Whether two or three words are names alone and begin, or go on, as a person's does.
fn is_bearer(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let line = &page.lines[sentence];
    let plain = |at: usize| {
        let word = line.word(at);
        !page.is_barred(sentence, at)
            && !page.lexicon.is_common(&word.to_lowercase())
            && !among(BODIES, word)
            && !among(PLACES, word)
    };
    let given = || page.lexicon.first_name(line.word(tokens.start)).is_some();
    let next = line.word(tokens.end);
    let acts = || {
        page.lexicon.speech_verb(next).is_some()
            || matches!(page.lexicon.finite(next), Some(Finite::Auxiliary | Finite::Past))
    };
    (2..4).contains(&tokens.len()) && tokens.clone().all(plain) && (given() || acts())
}
