//! A reading, its quotes and relations → the sentences that say most of an article, in its own words.
//!
//! Sentences are chosen one by one: each time the one that says most about the entities of the article that has not been said,
//! early ones first. Whole numbers only, so that every machine chooses the same.

use std::collections::{BTreeMap, BTreeSet};

use diag::Span;

use crate::chain::ChainIx;
use crate::document::BlockKind;
use crate::quote::Quote;
use crate::reading::Reading;
use crate::relation::Relation;
use crate::token::TokenKind;

/// How many sentences are chosen from a long article, and from a short one.
const COUNT: (usize, usize) = (3, 5);
/// How many sentences of the article stand for one that is chosen.
const SHARE: usize = 4;
/// The words of a sentence that can stand for itself.
const LENGTH: (usize, usize) = (7, 60);
/// How often a main entity counts at most.
const WEIGHT: usize = 8;

/// A sentence that may be chosen.
#[derive(Debug)]
struct Candidate {
    sentence: usize,
    chains: BTreeSet<ChainIx>,
    words: BTreeSet<String>,
    /// What it is worth whatever else is chosen.
    worth: i64,
}

/// The key sentences, by index, in the order of the text.
pub(crate) fn find(reading: &Reading, quotes: &[Quote], relations: &[Relation]) -> Vec<usize> {
    let body: Vec<usize> =
        reading.body().map(|(sentence, _)| sentence).filter(|&s| is_prose(reading, s)).collect();
    let count = (body.len() / SHARE).clamp(COUNT.0, COUNT.1);
    let mut claims: BTreeMap<Span, i64> = BTreeMap::new();
    relations.iter().for_each(|relation| *claims.entry(relation.claim.span).or_default() += 1);
    let mut open: Vec<Candidate> = body
        .iter()
        .enumerate()
        .filter_map(|(rank, &sentence)| candidate(reading, quotes, &claims, sentence, rank))
        .collect();
    let weights = weights(reading);
    let mut chosen: Vec<Candidate> = Vec::new();
    while chosen.len() < count {
        let said: BTreeSet<ChainIx> = chosen.iter().flat_map(|c| c.chains.iter().copied()).collect();
        let gain = |c: &Candidate| c.worth + coverage(&weights, &said, &c.chains);
        let best = (0..open.len()).max_by_key(|&at| (gain(&open[at]), std::cmp::Reverse(at)));
        let Some(best) = best else { break };
        let candidate = open.remove(best);
        open.retain(|other| !repeats(&candidate, other));
        chosen.push(candidate);
    }
    let mut sentences: Vec<usize> = chosen.iter().map(|candidate| candidate.sentence).collect();
    sentences.sort_unstable();
    sentences
}

/// Whether a sentence stands in a paragraph that is no caption.
fn is_prose(reading: &Reading, sentence: usize) -> bool {
    let block = reading.sentences[sentence].block;
    let document = &reading.document;
    block.is_some_and(|at| document.blocks[at].kind == BlockKind::Paragraph && !document.is_caption(at))
}

/// How much each entity weighs: how often the article names it.
fn weights(reading: &Reading) -> BTreeMap<ChainIx, usize> {
    let chains = reading.chains.chains.iter().enumerate();
    chains.map(|(at, chain)| (ChainIx(at), chain.mentions.len().min(WEIGHT))).collect()
}

/// What naming these entities adds: all of their weight the first time, a quarter of it later.
fn coverage(weights: &BTreeMap<ChainIx, usize>, said: &BTreeSet<ChainIx>, chains: &BTreeSet<ChainIx>) -> i64 {
    let worth = |chain: &ChainIx| {
        let weight = weights.get(chain).copied().unwrap_or(0) as i64 * 4;
        if said.contains(chain) { weight / 4 } else { weight }
    };
    chains.iter().map(worth).sum::<i64>().min(120)
}

fn candidate(
    reading: &Reading,
    quotes: &[Quote],
    claims: &BTreeMap<Span, i64>,
    sentence: usize,
    rank: usize,
) -> Option<Candidate> {
    let span = reading.sentences[sentence].span;
    let tokens = &reading.tokens[sentence];
    let words: Vec<&str> =
        tokens.iter().filter(|t| t.kind != TokenKind::Mark).map(|token| reading.word(token)).collect();
    let text = span.of(&reading.document.text).trim_end();
    let whole =
        text.ends_with(['.', '!', '"', '”', '’', ')']) && (LENGTH.0..=LENGTH.1).contains(&words.len());
    if !whole || is_headline(&words) || quoted(quotes, span) * 2 > span.end - span.start {
        return None;
    }
    let relations = claims.get(&span).copied().unwrap_or(0).min(3);
    let early = [60, 36, 24, 16, 10, 6, 3];
    let hanging = matches!(
        words.first().map(|word| word.to_lowercase()).as_deref(),
        Some(
            "he" | "she"
                | "it"
                | "they"
                | "this"
                | "that"
                | "these"
                | "those"
                | "but"
                | "and"
                | "so"
                | "his"
                | "her"
                | "their"
                | "i"
                | "we"
                | "there"
        )
    );
    let long = words.len().saturating_sub(35) as i64;
    let figures = tokens.iter().filter(|token| token.kind == TokenKind::Number).count().min(2) as i64;
    let worth = early.get(rank).copied().unwrap_or(0) + relations * 10 + figures * 4
        - long * 2
        - if hanging { 30 } else { 0 };
    let chains = reading.mentions_in(sentence).filter_map(|(at, _)| reading.chain_of(at)).collect();
    let words = words.iter().map(|word| word.to_lowercase()).filter(|word| word.len() > 3).collect();
    Some(Candidate { sentence, chains, words, worth })
}

/// Whether nearly all long words are capitalized, as in a headline that stands in the text.
fn is_headline(words: &[&str]) -> bool {
    let long: Vec<_> = words.iter().filter(|word| word.chars().count() > 3).collect();
    let capital =
        long.iter().filter(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric())).count();
    capital * 5 > long.len() * 4
}

/// How many bytes of a sentence are quoted directly.
fn quoted(quotes: &[Quote], sentence: Span) -> usize {
    let direct = quotes.iter().filter(|quote| quote.kind == model::QuoteKind::Direct);
    let overlap =
        |quote: &Quote| quote.span.end.min(sentence.end).saturating_sub(quote.span.start.max(sentence.start));
    direct.map(overlap).sum()
}

/// Whether two sentences say much the same: half of the words of the shorter one.
fn repeats(a: &Candidate, b: &Candidate) -> bool {
    let shared = a.words.intersection(&b.words).count();
    shared * 2 > a.words.len().min(b.words.len())
}

#[cfg(test)]
mod tests;
