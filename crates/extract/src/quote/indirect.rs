//! Sentences → the clauses that somebody is reported to say, in the writer's words.
//!
//! A clause follows its verb (`Lee said the plan would fail`), stands before it (`The plan would fail, Lee said`), around it
//! (`The plan, Lee said, would fail`), or goes with `according to`. Infinitives and noun objects are none.

use std::ops::Range;

use diag::Span;
use model::{Basis, QuoteKind};

use super::Quote;
use super::addressee::{self, Addressee};
use super::clause::{self, Reported};
use super::cue::{self, Cue};
use super::phrase;
use super::saying::source_at;
use super::subject::{self, Subject};
use super::word::{Line, Word, span};
use crate::lexicon::{Lexicon, ReportClass, SpeechClass};
use crate::token::TokenKind;

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
            Some(cue) => after_cue(words, at, cue, lexicon).or_else(|| before_cue(words, at, cue, lexicon)),
            None => source_at(words, at).and_then(|len| by_source(words, at, len, lexicon)),
        };
        quotes.extend(found.filter(|quote| quotes.iter().all(|other| other.span != quote.span)));
    }
    quotes
}

/// `Lee said that the plan would fail`.
fn after_cue(words: &[Word], verb: usize, cue: Cue, lexicon: &Lexicon) -> Option<Quote> {
    let Reported { words: clause, addressee, marked } = clause::after(words, verb, cue, lexicon)?;
    let participle = words[verb].text.ends_with("ing");
    let own = || subject::before(words, verb, lexicon);
    let subject = if participle {
        let main = || subject::of_sentence(words, verb, lexicon);
        subject::of_participle(words, verb)
            .or_else(|| if is_progressive(words, verb) { own() } else { main() })
    } else {
        own()
    };
    let basis = match cue {
        Cue::Speech(SpeechClass::Think) | Cue::Report(ReportClass::Think) => {
            Basis::by("belief-after-cue", 60)
        }
        Cue::Report(ReportClass::Show) => Basis::by("finding-after-cue", 70),
        Cue::Speech(_) if marked => Basis::by("clause-after-that", 90),
        Cue::Speech(_) => Basis::by("clause-after-cue", 85),
    };
    let subject = subject?;
    let first = words.partition_point(|word| word.span.start < subject.span.start);
    let before = first.checked_sub(1).map(|at| &words[at]);
    // `what Lee says the plan would do` reports no whole clause; `I think` is the writer's own.
    let own = basis.rule.as_str() == "belief-after-cue" && words[first].is(&["i", "we", "you"]);
    if own || before.is_some_and(|word| word.is(&["what", "than"])) {
        return None;
    }
    let clause = relative(words, first, &clause, lexicon).unwrap_or(clause);
    let quote = quote(words, clause, subject, words[verb].span, basis);
    Some(told(quote, addressee))
}

fn told(quote: Quote, addressee: Option<Addressee>) -> Quote {
    let addressee = addressee.filter(|told| quote.speaker_span.is_none_or(|span| !span.overlaps(told.span)));
    Quote {
        addressee: addressee.and_then(|told| told.chain),
        addressee_span: addressee.map(|told| told.span),
        ..quote
    }
}

/// `which he said were at his side`: the clause begins with the relative word.
fn relative(
    words: &[Word],
    subject: usize,
    clause: &Range<usize>,
    lexicon: &Lexicon,
) -> Option<Range<usize>> {
    let at = subject.checked_sub(1).filter(|&at| words[at].is(&["which", "who", "that"]))?;
    let verb = lexicon.finite(words[clause.start].text).is_some();
    verb.then_some(at..clause.end)
}

fn is_progressive(words: &[Word], verb: usize) -> bool {
    verb > 0
        && words[verb - 1].is(&["is", "was", "are", "were", "been", "be", "'s", "’s", "not", "now", "also"])
}

/// `The plan would fail, Lee said`, `…, said Lee`, and `The plan, Lee said, would fail`.
fn before_cue(words: &[Word], verb: usize, cue: Cue, lexicon: &Lexicon) -> Option<Quote> {
    if !matches!(
        cue,
        Cue::Speech(
            SpeechClass::Say
                | SpeechClass::Tell
                | SpeechClass::Claim
                | SpeechClass::Warn
                | SpeechClass::Write
        )
    ) || words[verb].text.ends_with("ing")
    {
        return None;
    }
    let inverted = verb > 1 && words[verb - 1].text == "," && !words.get(verb + 1)?.is(&[",", "."]);
    let (subject, comma) = if inverted {
        (phrase::from(words, verb + 1, lexicon)?, verb - 1)
    } else {
        let subject = subject::before(words, verb, lexicon)?;
        (subject, comma_before(words, subject.span, lexicon)?)
    };
    if !inverted && !clause::closes(words, verb, lexicon) {
        return None;
    }
    let start = clause::opening(words);
    let rest = if inverted { words.len() } else { verb + 1 };
    let around = !inverted && words.get(rest).is_some_and(|word| word.text == ",");
    let quote = |clause: Range<usize>, basis| {
        let hearer = match cue {
            Cue::Speech(class) => addressee::find(words, verb, class, lexicon).map(|(hearer, _)| hearer),
            Cue::Report(_) => None,
        };
        told(quote(words, clause, subject, words[verb].span, basis), hearer)
    };
    enclosed(words, start, comma, around.then_some(rest), lexicon).map(|(clause, around)| {
        let around_cue = || Basis::by("clause-around-cue", 85);
        quote(clause, if around { around_cue() } else { Basis::by("clause-before-cue", 85) })
    })
}

/// The clause that ends at `comma`, or goes on after the comma at `rest`; whether it goes on.
fn enclosed(
    words: &[Word],
    start: usize,
    comma: usize,
    rest: Option<usize>,
    lexicon: &Lexicon,
) -> Option<(Range<usize>, bool)> {
    if comma < start + 1 {
        return None;
    }
    let whole = clause::has_verb(words, start..comma, lexicon);
    let goes_on = rest.filter(|&rest| {
        let next = words.get(rest + 1);
        let apart = next.is_none_or(|next| {
            next.is(&["and", "but", "while", "who", "which", "as", "although", "though"])
                || next.text.ends_with("ing")
        });
        !apart && !whole
    });
    let clause = match goes_on {
        Some(rest) => start..clause::trim(words, start, clause::end(words, rest + 1, lexicon)),
        None if whole && !clause::depends(words, start..comma) => start..clause::trim(words, start, comma),
        _ => return None,
    };
    let outside =
        words[clause.clone()].iter().filter(|word| !word.quoted && word.kind != TokenKind::Mark).count();
    (outside >= 3 && outside * 4 >= clause.len()).then_some((clause, goes_on.is_some()))
}

/// The comma that parts a clause from the subject after it: `…, the mayor of Lima, Ann Lee, said`.
fn comma_before(words: &[Word], subject: Span, lexicon: &Lexicon) -> Option<usize> {
    let first = words.iter().position(|word| word.span.start >= subject.start)?;
    let comma =
        (first.saturating_sub(9)..first).rev().find(|&at| words[at].text == "," && !words[at].quoted)?;
    let open = (comma + 1..first)
        .any(|at| lexicon.finite(words[at].text).is_some() || words[at].is(&["and", "but", "that", "who"]));
    (!open).then_some(comma)
}

/// `According to Lee, the plan would fail`, and `The plan would fail, according to Lee`.
fn by_source(words: &[Word], at: usize, len: usize, lexicon: &Lexicon) -> Option<Quote> {
    let subject = phrase::source(words, at + len, lexicon)?;
    let start = clause::opening(words);
    let cue = span(words, at, at + len - 1);
    let after = words.iter().position(|word| word.span.start >= subject.span.end).unwrap_or(words.len());
    if at <= start {
        let first = after_source(words, after, lexicon)?;
        let end = clause::trim(words, first, clause::end(words, first, lexicon));
        let fits = end > first + 2 && clause::has_verb(words, first..end, lexicon);
        return fits.then(|| quote(words, first..end, subject, cue, Basis::by("according-to", 90)));
    }
    let comma = if words[at - 1].text == "," { at - 1 } else { at };
    let rest = words.get(after).is_some_and(|word| word.text == ",").then_some(after);
    let (clause, _) = enclosed(words, start, comma, rest, lexicon)?;
    Some(quote(words, clause, subject, cue, Basis::by("according-to", 90)))
}

/// The first word after a source at the head of a sentence and its apposition: `According to Lee, a lawyer, the plan …`.
fn after_source(words: &[Word], from: usize, lexicon: &Lexicon) -> Option<usize> {
    let comma = |from: usize| {
        (from..words.len().min(from + 30)).find(|&at| words[at].text == "," && !words[at].quoted)
    };
    let first = comma(from)?;
    let second = comma(first + 1).filter(|&second| {
        let about = words[first + 1].is(&["a", "an", "the", "who", "which", "one"])
            || words[first + 1].text.starts_with(char::is_lowercase);
        let clause =
            clause::has_verb(words, first + 1..second, lexicon) && !words[first + 1].is(&["who", "which"]);
        about && !clause && !words[first + 1].is(&["he", "she", "it", "they"])
    });
    Some(second.unwrap_or(first) + 1)
}

fn quote(words: &[Word], clause: Range<usize>, subject: Subject, cue: Span, basis: Basis) -> Quote {
    Quote {
        span: span(words, clause.start, clause.end - 1),
        kind: QuoteKind::Indirect,
        speaker: subject.chain,
        speaker_span: Some(subject.span),
        cue: Some(cue),
        addressee: None,
        addressee_span: None,
        basis,
    }
}
