//! Quotes of a paper that somebody put out → the quotes of who did: `the statement said` after `the ministry said in a statement`.

use diag::Span;

use super::Quote;
use super::cue;
use super::subject;
use super::word::{Line, Word};
use crate::chain::ChainIx;
use crate::lexicon::Lexicon;
use crate::reading::Reading;

/// Nouns for what somebody puts out and speaks by.
const PAPERS: &[&str] = &[
    "statement",
    "post",
    "letter",
    "release",
    "tweet",
    "message",
    "memo",
    "communique",
    "communiqué",
    "email",
    "note",
    "declaration",
];

/// How many sentences back who put it out is sought.
const REACH: usize = 5;

/// How many words may stand between a verb and the paper.
const NEAR: usize = 8;

/// Verbs for putting out a paper.
const ISSUING: &[&str] =
    &["issued", "issues", "released", "releases", "published", "posted", "sent", "wrote", "shared"];

/// Gives what a paper says to the one who is last said to speak by such a paper. Quotes come in the order of the text.
pub(super) fn attribute(reading: &Reading, lexicon: &Lexicon, lines: &[Line], quotes: &mut [Quote]) {
    for at in 0..quotes.len() {
        let Some(paper) = paper(reading, &quotes[at]) else { continue };
        let here = sentence(reading, quotes[at].span);
        let issuer = (here.saturating_sub(REACH)..here).rev().find_map(|then| {
            let noun = put_out(&lines[then], paper)?;
            Some(
                said_there(reading, &quotes[..at], then, &lines[then][noun])
                    .or_else(|| subject(&lines[then], noun, lexicon)),
            )
        });
        quotes[at].speaker = issuer.flatten();
    }
}

/// The paper that a quote without a speaker is printed to be of: `the statement`.
fn paper(reading: &Reading, quote: &Quote) -> Option<&'static str> {
    let printed =
        quote.speaker_span.filter(|_| quote.speaker.is_none())?.of(&reading.document.text).to_lowercase();
    let (article, noun) = printed.rsplit_once(' ')?;
    PAPERS
        .iter()
        .copied()
        .find(|paper| *paper == noun)
        .filter(|_| matches!(article, "the" | "this" | "its" | "his" | "her"))
}

/// Where a sentence says that somebody speaks by the paper: `said in a statement that`, `issued a statement`.
fn put_out(words: &[Word], paper: &str) -> Option<usize> {
    (2..words.len()).find(|&at| {
        let article = words[at - 1].is(&["a", "an", "the", "this", "another", "his", "her", "its"]);
        let by = words[at - 2].is(&["in", "by", "on"]) || words[at - 2].is(ISSUING);
        words[at].text == paper && !words[at].quoted && article && by
    })
}

/// The speaker of the last quote of a sentence that holds the paper in none of its quotes.
fn said_there(reading: &Reading, quotes: &[Quote], then: usize, noun: &Word) -> Option<ChainIx> {
    let there = quotes.iter().rev().filter(|quote| sentence(reading, quote.span) == then);
    there.filter(|quote| !quote.span.contains(noun.span)).find_map(|quote| quote.speaker)
}

/// The subject of the verb by which the paper at `noun` is put out, or that says something in it.
fn subject(words: &[Word], noun: usize, lexicon: &Lexicon) -> Option<ChainIx> {
    let verb = |at: &usize| {
        words[*at].is(ISSUING) && *at < noun
            || cue::speech(words, *at, lexicon).is_some() && !words[*at].quoted
    };
    let before = (noun.saturating_sub(NEAR)..noun).rev().find(verb);
    let verb = before.or_else(|| (noun + 1..words.len()).find(verb))?;
    subject::before(words, verb, lexicon)?.chain
}

/// The index of the sentence in which a span begins.
fn sentence(reading: &Reading, span: Span) -> usize {
    reading.sentences.partition_point(|sentence| sentence.span.end <= span.start)
}
