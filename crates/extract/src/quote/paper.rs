//! Quotes of a paper that somebody put out → the quotes of who did: `the statement said` after `the ministry said in a statement`.

use diag::Span;

use super::Quote;
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

/// How many paragraphs back who put it out is sought.
const REACH: usize = 2;

/// Gives what a paper says to the one who is last said to speak by such a paper. Quotes come in the order of the text.
pub(super) fn attribute(reading: &Reading, quotes: &mut [Quote]) {
    for at in 0..quotes.len() {
        let Some(paper) = paper(reading, &quotes[at]) else { continue };
        let here = sentence(reading, quotes[at].span);
        let near = |quote: &&Quote| {
            let then = sentence(reading, quote.span);
            let block = |at: usize| reading.sentences.get(at).and_then(|sentence| sentence.block);
            then < here && block(here).zip(block(then)).is_some_and(|(here, then)| here - then <= REACH)
        };
        let issuer = quotes[..at]
            .iter()
            .rev()
            .filter(|quote| quote.speaker.is_some())
            .take_while(near)
            .find(|quote| speaks_by(reading, quote, paper))
            .and_then(|quote| quote.speaker);
        quotes[at].speaker = issuer;
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

/// Whether the sentence of a quote says outside of it that its speaker speaks by the paper: `said in a statement that`.
fn speaks_by(reading: &Reading, quote: &Quote, paper: &str) -> bool {
    let sentence = sentence(reading, quote.span);
    let Some(words) = reading.tokens.get(sentence) else { return false };
    let mut pairs = words.iter().zip(words.iter().skip(1)).zip(words.iter().skip(2));
    pairs.any(|((by, article), noun)| {
        reading.word(noun) == paper
            && matches!(reading.word(article), "a" | "the" | "an" | "this" | "his" | "her" | "its")
            && matches!(
                reading.word(by).to_lowercase().as_str(),
                "in" | "issued" | "released" | "published" | "by" | "on"
            )
            && !quote.span.contains(noun.span)
    })
}

/// The index of the sentence in which a span begins.
fn sentence(reading: &Reading, span: Span) -> usize {
    reading.sentences.partition_point(|sentence| sentence.span.end <= span.start)
}
