//! Quotations: spans that share four fifths of what they cover, and the speaker by a word of the name.

use std::collections::BTreeSet;

use model::{Document, DocumentQuote, QuoteKind};

use super::gold::{Gold, Manner, Speech};
use super::score::{Score, Scores};
use super::span::{self, Span};

/// Words of a speaker that do not tell one from another.
const EMPTY: &[&str] = &[
    "the",
    "a",
    "an",
    "of",
    "mr",
    "mrs",
    "ms",
    "dr",
    "sen",
    "rep",
    "gov",
    "president",
    "and",
    "in",
    "for",
    "to",
    "who",
    "said",
    "us",
];

/// How much of what two spans cover together they must share, in percent.
const ALIKE: usize = 80;

/// A quoted stretch and who says it.
struct Stretch {
    span: Span,
    speaker: Option<String>,
}

pub(super) fn score(gold: &Gold, found: &Document, scores: &mut Scores) {
    let Some(speech) = &gold.speech else { return };
    direct(gold, speech, found, scores);
    indirect(gold, speech, found, scores);
}

/// Quoted words. What is found inside words that gold gives as a mixture counts neither way.
fn direct(gold: &Gold, speech: &[Speech], found: &Document, scores: &mut Scores) {
    let parts = |manner: Manner| -> Vec<Stretch> {
        let of = |one: &Speech| -> Vec<Stretch> {
            let fits = one.parts.iter().filter(|(_, how)| *how == manner);
            fits.map(|(at, _)| Stretch { span: *at, speaker: one.speaker.clone() }).collect()
        };
        speech.iter().flat_map(of).collect()
    };
    let mixed = parts(Manner::Mixed);
    let in_mixture = |at: Span| mixed.iter().any(|m| 2 * span::overlap(at, m.span) >= at.1 - at.0);
    let wanted = joined(&gold.text, parts(Manner::Direct));
    let quotes = found.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct);
    let mut given = joined(&gold.text, quotes.map(stretch).collect());
    given.retain(|one| !in_mixture(one.span));
    let spans = |stretches: &[Stretch]| -> Vec<Span> { stretches.iter().map(|s| s.span).collect() };
    let (wanted_spans, given_spans) = (spans(&wanted), spans(&given));
    let fits = |g: usize, f: usize| span::alike(wanted_spans[g], given_spans[f], ALIKE);
    let pairs = span::pair(&wanted_spans, &given_spans, fits);
    let spoken = wanted.iter().filter(|one| one.speaker.is_some()).count();
    let right = pairs.iter().filter(|(g, f)| same_speaker(&wanted[*g], &given[*f])).count();
    scores.count("direct quotes", Score::of(pairs.len(), given.len(), wanted.len()));
    scores.count("direct quotes with speaker", Score::of(right, given.len(), spoken));
}

/// Reported clauses, and the characters in them.
fn indirect(gold: &Gold, speech: &[Speech], found: &Document, scores: &mut Scores) {
    let reported = |one: &&Speech| one.manner != Manner::Direct;
    let wanted: Vec<Span> =
        speech.iter().filter(reported).map(|one| span::trim(&gold.text, one.whole)).collect();
    let quotes = found.quotes.iter().filter(|quote| quote.kind == QuoteKind::Indirect);
    let given: Vec<Span> = quotes.map(|quote| span::trim(&gold.text, (quote.start, quote.end))).collect();
    let pairs = span::pair(&wanted, &given, |g, f| span::alike(wanted[g], given[f], ALIKE));
    scores.count("indirect quotes", Score::of(pairs.len(), given.len(), wanted.len()));
    let cover = |spans: &[Span]| -> BTreeSet<usize> { spans.iter().flat_map(|&(s, e)| s..e).collect() };
    let parts = speech.iter().filter(reported).flat_map(|one| one.parts.iter().map(|(at, _)| *at));
    let (wanted, given) = (cover(&parts.collect::<Vec<_>>()), cover(&given));
    let both = wanted.intersection(&given).count();
    scores.count("indirect quotes: characters", Score::of(both, given.len(), wanted.len()));
}

fn stretch(quote: &DocumentQuote) -> Stretch {
    let named = || quote.speaker.as_ref().map(|id| id.slug().to_string().replace('-', " "));
    Stretch { span: (quote.start, quote.end), speaker: quote.speaker_text.clone().or_else(named) }
}

/// Stretches between which only marks stand as one, in the order of the text.
fn joined(text: &[char], mut stretches: Vec<Stretch>) -> Vec<Stretch> {
    stretches.sort_by_key(|one| one.span);
    let mut joined: Vec<Stretch> = Vec::new();
    for one in stretches {
        let one = Stretch { span: span::trim(text, one.span), ..one };
        match joined.last_mut().filter(|last| span::only_marks(text, last.span.1, one.span.0)) {
            Some(last) => {
                last.span.1 = last.span.1.max(one.span.1);
                last.speaker = last.speaker.take().or(one.speaker);
            }
            None if one.span.0 < one.span.1 => joined.push(one),
            None => {}
        }
    }
    joined
}

fn same_speaker(gold: &Stretch, found: &Stretch) -> bool {
    let words = |one: &Stretch| -> BTreeSet<String> {
        let name =
            one.speaker.as_deref().unwrap_or_default().to_lowercase().replace("’s", "").replace("'s", "");
        let words = name.split(|c: char| !c.is_alphanumeric() && c != '\'');
        words.filter(|word| !word.is_empty() && !EMPTY.contains(word)).map(str::to_owned).collect()
    };
    !words(gold).is_disjoint(&words(found))
}
