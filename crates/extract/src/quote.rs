//! A reading → [`Quote`]s: what somebody says, in their own words or in the writer's, and who says it.
//!
//! Direct: `mark` finds what stands between quotation marks; `scope` says which of it is a quotation, and not a title, a nickname
//! or a word held at arm's length; `saying` finds the verb of saying and its subject, `carry` the speaker that goes on from the
//! words before, `passage` the only one around. Indirect: `indirect` finds the verbs that report a clause, `clause` its bounds. `evidence` tells figures, and `paper` papers, from those
//! who give them. A speaker who is not certain is none.

mod mark;
mod word;
mod cue;
mod subject;
mod apposition;
mod governor;
mod description;
mod phrase;
mod cited;
mod addressee;
mod saying;
mod scope;
mod passage;
mod carry;
mod verb;
mod gap;
mod bound;
mod clause;
mod place;
mod indirect;
mod after;
mod before;
mod source;
mod noun;
mod evidence;
mod paper;

use diag::Span;
use model::{Basis, QuoteKind};

use crate::chain::ChainIx;
use crate::lexicon::Lexicon;
use crate::reading::Reading;
use carry::Talk;
use mark::Marked;
use saying::{Saying, View};
use word::Line;

/// Words that somebody says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Quote {
    /// The words between the marks, marks left out; or the clause that is reported.
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
    /// The rule that found the speaker; `docs/rules.md` lists them.
    pub(crate) basis: Basis,
}

/// The quotations of an article, in the order of the text.
pub(crate) fn find(reading: &Reading, lexicon: &Lexicon) -> Vec<Quote> {
    let marked = mark::find(&reading.document);
    let lines = word::lines(reading, &marked);
    let reported = indirect::find(&lines, lexicon);
    let mut quotes = direct(reading, lexicon, &marked, &lines, &reported);
    quotes.extend(reported);
    let mut quotes: Vec<Quote> = quotes.into_iter().map(|quote| evidence::judge(reading, quote)).collect();
    quotes.sort_by_key(|quote| (quote.span.start, std::cmp::Reverse(quote.span.end)));
    paper::attribute(reading, lexicon, &lines, &mut quotes);
    quotes
}

/// The quotations between marks.
fn direct(
    reading: &Reading,
    lexicon: &Lexicon,
    marked: &[Marked],
    lines: &[Line],
    reported: &[Quote],
) -> Vec<Quote> {
    let mut talk = Talk::new(reading, lexicon, lines, reported);
    let mut quotes = Vec::new();
    let text = &reading.document.text;
    for (at, here) in marked.iter().enumerate() {
        let own = saying::labeled(reading, lines, here)
            .or_else(|| View::new(reading, lexicon, lines, marked, at).saying());
        let own = match own {
            Some(own) if own.is_spoken(text) => Some(own),
            own => within(here, reported).or(own),
        };
        let saying = own.or_else(|| talk.carried(here));
        if !scope::is_quotation(reading, lexicon, here, saying.as_ref()) {
            continue;
        }
        quotes.push(quote(here, saying.as_ref()));
        talk.push(*here, saying);
    }
    quotes
}

/// Who says the clause in which these words stand: `Lee says it shows that they are "mad"`.
fn within(here: &Marked, reported: &[Quote]) -> Option<Saying> {
    let around = reported.iter().filter(|quote| quote.span.contains(here.inner) && quote.speaker.is_some());
    around.min_by_key(|quote| quote.span.len()).map(|quote| Saying {
        subject: quote.speaker_span,
        speaker: quote.speaker,
        cue: quote.cue,
        addressee: None,
        basis: Basis::by("within-clause", 80),
    })
}

fn quote(marked: &Marked, saying: Option<&Saying>) -> Quote {
    Quote {
        span: marked.inner,
        kind: QuoteKind::Direct,
        speaker: saying.and_then(|s| s.speaker),
        speaker_span: saying.and_then(|s| s.subject),
        cue: saying.and_then(|s| s.cue),
        addressee: saying.and_then(|s| s.addressee).and_then(|told| told.chain),
        addressee_span: saying.and_then(|s| s.addressee).map(|told| told.span),
        basis: saying.map_or_else(|| Basis::by("no-speaker", 50), |s| s.basis.clone()),
    }
}

#[cfg(test)]
mod tests;
