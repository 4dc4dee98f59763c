//! A reading → [`Quote`]s: words between quotation marks, and who says them.
//!
//! `mark` finds what stands between marks; `scope` says which of it is a quotation, and not a title, a nickname or a word held
//! at arm's length; `speaker` finds the verb of saying and its subject. A speaker who is not certain is none.

mod mark;
mod scope;
mod speaker;

use diag::Span;
use model::{Basis, QuoteKind};

use crate::chain::ChainIx;
use crate::lexicon::Lexicon;
use crate::reading::Reading;
use mark::Marked;
use speaker::Saying;

/// Words that somebody says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Quote {
    /// The words between the marks, marks left out.
    pub(crate) span: Span,
    pub(crate) kind: QuoteKind,
    /// Who says it; none for an unnamed source or one that is not certain.
    pub(crate) speaker: Option<ChainIx>,
    /// The speaker as printed.
    pub(crate) speaker_span: Option<Span>,
    /// The words that say that it is said.
    pub(crate) cue: Option<Span>,
    /// Who is spoken to.
    pub(crate) addressee: Option<ChainIx>,
    /// Who is spoken to, as printed.
    pub(crate) addressee_span: Option<Span>,
    pub(crate) basis: Basis,
}

/// The direct quotations of an article, in the order of the text.
pub(crate) fn find(reading: &Reading, lexicon: &Lexicon) -> Vec<Quote> {
    let marked = mark::find(&reading.document);
    let mut quotes = Vec::new();
    let mut last: Option<(Marked, Option<Saying>)> = None;
    for (at, here) in marked.iter().enumerate() {
        let view = speaker::View::new(reading, lexicon, &marked, at);
        let own = view.saying();
        if !scope::is_quotation(reading, lexicon, here, own.as_ref()) {
            continue;
        }
        let saying = own.or_else(|| carried(reading, last.as_ref(), here));
        quotes.push(quote(here, saying.as_ref()));
        last = Some((*here, saying));
    }
    quotes
}

fn quote(marked: &Marked, saying: Option<&Saying>) -> Quote {
    Quote {
        span: marked.inner,
        kind: QuoteKind::Direct,
        speaker: saying.and_then(|s| s.speaker),
        speaker_span: saying.and_then(|s| s.subject),
        cue: saying.and_then(|s| s.cue),
        addressee: None,
        addressee_span: None,
        basis: Basis::by("quotation", 90),
    }
}

/// The speaker of the quotation before, when this one goes on without a word between: in the same paragraph in a sentence of
/// its own, or as a whole paragraph after one that ends with a quotation or its speaker.
fn carried(reading: &Reading, last: Option<&(Marked, Option<Saying>)>, here: &Marked) -> Option<Saying> {
    let (before, saying) = last?;
    let text = &reading.document.text;
    let between = Span::new(before.outer.end, here.outer.start).of(text);
    let same = before.last_block == here.first_block;
    let next = before.last_block + 1 == here.first_block && here.is_whole(reading);
    // Between paragraphs one short remark, such as `, she said.`, and nothing more.
    let short = between.split_whitespace().count() <= 12 && between.matches(['.', '!', '?']).count() <= 1;
    // In one paragraph the rest of the sentence, however long: `, said Ann Lee, who teaches law at a school in Oslo.`
    let own_sentence =
        here.inner.of(text).starts_with(|c: char| c.is_uppercase()) && opens_sentence(reading, here);
    let follows = same
        && own_sentence
        && sentence_of(reading, here.outer.start) <= sentence_of(reading, before.outer.end) + 1;
    let clone = || saying.clone().map(|saying| Saying { cue: None, ..saying });
    if follows || (same && own_sentence || next) && short { clone() } else { None }
}

/// The index of the sentence in which a byte stands, or after which it follows.
fn sentence_of(reading: &Reading, at: usize) -> usize {
    reading.sentences.partition_point(|sentence| sentence.span.start < at.max(1)).saturating_sub(1)
}

/// Whether the quotation begins a sentence.
fn opens_sentence(reading: &Reading, marked: &Marked) -> bool {
    let after = reading.sentences.partition_point(|sentence| sentence.span.start < marked.outer.start);
    reading.sentences.get(after).is_some_and(|sentence| sentence.span.start <= marked.inner.start)
}

#[cfg(test)]
mod tests;
