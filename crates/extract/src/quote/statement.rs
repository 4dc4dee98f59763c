//! `the statement said` → whose statement it is: of the subject of the last sentence that tells of one.

use super::Quote;
use super::subject;
use super::word::{Line, Word};
use crate::lexicon::Lexicon;
use crate::reading::Reading;

/// How many sentences back the statement may be told of.
const REACH: usize = 4;

/// What stands for a statement that was told of.
const PRINTED: &[&str] = &["the statement", "the press release", "the communique", "the communiqué"];

/// The quote with its speaker, where a statement is printed as its subject.
pub(super) fn trace(reading: &Reading, lines: &[Line], quote: Quote, lexicon: &Lexicon) -> Quote {
    let text = &reading.document.text;
    let printed = quote.speaker_span.map(|span| span.of(text).to_lowercase());
    let Some(cue) = quote.cue.filter(|_| {
        quote.speaker.is_none() && printed.is_some_and(|printed| PRINTED.contains(&printed.as_str()))
    }) else {
        return quote;
    };
    let here = reading.sentences.partition_point(|sentence| sentence.span.end <= cue.start);
    let told = (here.saturating_sub(REACH)..here).rev().find(|&at| tells(&lines[at]));
    let speaker = told.and_then(|at| issuer(&lines[at], lexicon));
    Quote { speaker, ..quote }
}

/// Whether the sentence tells of a statement: `in a statement`, `issued a statement`.
fn tells(line: &Line) -> bool {
    (1..line.len()).any(|at| {
        !line[at].quoted
            && line[at].is(&["statement", "release", "communique", "communiqué"])
            && line[at.saturating_sub(3)..at].iter().any(|word| word.is(&["a", "its", "his", "her", "their"]))
    })
}

fn issuer(line: &Line, lexicon: &Lexicon) -> Option<crate::chain::ChainIx> {
    let free: Vec<Word> = line.iter().filter(|word| !word.quoted).copied().collect();
    subject::of_sentence(&free, free.len(), lexicon)?.chain
}
