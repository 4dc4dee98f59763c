//! Sentences → the clauses that somebody is reported to say, in the writer's words.
//!
//! A clause follows its verb (`Lee said the plan would fail`), stands before it (`The plan would fail, Lee said`), around it
//! (`The plan, Lee said, would fail`), or goes with `according to`. Infinitives and noun objects are none.

use std::ops::Range;

use diag::Span;
use model::{Basis, QuoteKind};

use super::addressee::Addressee;
use super::source::source_at;
use super::subject::Subject;
use super::word::{Line, THINGS, Word, span};
use super::{Quote, after, before, cue, noun, place, source};
use crate::lexicon::Lexicon;

/// The longest sentence that is read, in words: longer ones are lists or tables.
const LONGEST: usize = 250;

/// The reported clauses of an article, in the order of their cues.
pub(super) fn find(lines: &[Line], lexicon: &Lexicon) -> Vec<Quote> {
    let read = lines.iter().filter(|words| words.len() <= LONGEST);
    read.flat_map(|words| in_sentence(words, lexicon)).collect()
}

fn in_sentence(words: &[Word], lexicon: &Lexicon) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::new();
    for at in (0..words.len()).filter(|&at| !words[at].quoted) {
        let found = match cue::reporting(words, at, lexicon) {
            Some(cue) if place::is_inverted(words, at) && place::names_only(words, at) => {
                before::find(words, at, cue, lexicon)
            }
            Some(cue) => {
                after::find(words, at, cue, lexicon).or_else(|| before::find(words, at, cue, lexicon))
            }
            None => noun::find(words, at, lexicon).or_else(|| {
                source_at(words, at)
                    .filter(|len| *len == 2)
                    .and_then(|len| source::find(words, at, len, lexicon))
            }),
        };
        // `Lee said she thinks that it is late`, `Lee said it shows that they are late`: one clause, said.
        let thing = |quote: &Quote| {
            quote.speaker.is_none()
                && words.iter().any(|word| quote.speaker_span == Some(word.span) && word.is(THINGS))
        };
        let held = |quote: &Quote| {
            matches!(quote.basis.rule.as_str(), "belief-after-cue" | "clause-after-noun") || thing(quote)
        };
        let new = found.filter(|quote| {
            let inside = |other: &Quote| other.span.contains(quote.span);
            quotes.iter().all(|other| other.span != quote.span && !(held(quote) && inside(other)))
        });
        quotes.extend(new);
    }
    quotes
}

pub(super) fn told(quote: Quote, addressee: Option<Addressee>) -> Quote {
    let addressee = addressee.filter(|told| quote.speaker_span.is_none_or(|span| !span.overlaps(told.span)));
    Quote {
        addressee: addressee.and_then(|told| told.chain),
        addressee_span: addressee.map(|told| told.span),
        ..quote
    }
}

pub(super) fn quote(
    words: &[Word],
    clause: Range<usize>,
    subject: Subject,
    cue: Span,
    basis: Basis,
) -> Quote {
    quote_by(words, clause, Some(subject), cue, basis)
}

/// The same, of a speaker who may not be known.
pub(super) fn quote_by(
    words: &[Word],
    clause: Range<usize>,
    subject: Option<Subject>,
    cue: Span,
    basis: Basis,
) -> Quote {
    Quote {
        span: span(words, clause.start, clause.end - 1),
        kind: QuoteKind::Indirect,
        speaker: subject.and_then(|subject| subject.chain),
        speaker_span: subject.map(|subject| subject.span),
        cue: Some(cue),
        addressee: None,
        addressee_span: None,
        basis,
    }
}

#[cfg(test)]
mod tests;
