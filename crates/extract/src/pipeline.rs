//! All stages on one screen: a seed → its [`Analysis`], articles in parallel. What happens over the whole corpus is in `store.rs`.

use std::ops::Range;
use std::sync::Arc;

use diag::{Sink, SourceFile};
use model::{Document, PartialDate};
use rayon::prelude::*;

use crate::analysis::Analysis;
use crate::annotation::{self, Offsets};
use crate::lexicon::Lexicon;
use crate::reading::Reading;
use crate::relation::Sources;
use crate::seed::{self, BadLine, Seed};
use crate::token::Token;
use crate::tools::Tools;
use crate::{
    chain, date, document, event, key_point, mention, quantity, quote, relation, role, sentence, token,
};

/// Reads every seed; the analyses are in the order of the seeds.
pub(crate) fn analyze_all(seeds: Vec<Seed>, tools: &Tools) -> Vec<Analysis> {
    seeds.into_par_iter().map(|seed| analyze(seed, tools)).collect()
}

/// Reads a seed: names, who is who, and the facts.
pub(crate) fn analyze(seed: Seed, tools: &Tools) -> Analysis {
    let reading = read(&seed.text, seed.title.as_deref(), seed.published.clone(), tools);
    let quotes = quote::find(&reading, &tools.lexicon);
    let dates = date::find(&reading, &tools.lexicon);
    let quantities = quantity::find(&reading, &tools.lexicon);
    let roles = role::find(&reading, &tools.lexicon);
    let sources = Sources {
        reading: &reading,
        lexicon: &tools.lexicon,
        quotes: &quotes,
        dates: &dates,
        quantities: &quantities,
        roles: &roles,
    };
    let propositions = relation::propositions(sources);
    let relations = relation::find(&propositions);
    let events = event::find(&propositions);
    let key_points = key_point::find(&reading, &quotes, &relations);
    Analysis { seed, reading, quotes, dates, quantities, roles, relations, events, key_points }
}

/// Reads a text as far as names and chains.
pub(crate) fn read(
    text: &str,
    title: Option<&str>,
    published: Option<PartialDate>,
    tools: &Tools,
) -> Reading {
    let document = document::find(text, title);
    let sentences = sentence::split(&document, &tools.lexicon);
    let tokens: Vec<Vec<Token>> =
        sentences.iter().map(|sentence| token::split(text, sentence.span, &tools.lexicon)).collect();
    let mentions = mention::find(&document, &sentences, &tokens, tools);
    let chains = chain::link(&document, &sentences, &tokens, &mentions, &tools.lexicon);
    Reading { document, sentences, tokens, mentions, chains, published }
}

/// How articles are annotated.
#[derive(Debug, Clone, Default)]
pub struct Annotate {
    /// What offsets count.
    pub offsets: Offsets,
    /// When an article was published that does not say so itself.
    pub published: Option<PartialDate>,
}

impl Annotate {
    /// Annotates the file `path`, read as a seed; `sidecar` is the file `NAME.toml` beside it. A file without text is reported
    /// and gives `None`.
    pub fn file(
        &self,
        path: &str,
        bytes: &[u8],
        sidecar: Option<&Arc<SourceFile>>,
        tools: &Tools,
        sink: &mut Sink,
    ) -> Option<Document> {
        let seed = seed::read(path, path, bytes, sidecar, sink)?;
        Some(self.seed(seed, tools))
    }

    /// Annotates a line of JSON: `text`, perhaps `id` and the keys of front matter. An article without `id` is called by the
    /// number of its line.
    pub fn line(
        &self,
        json: &str,
        number: usize,
        tools: &Tools,
        sink: &mut Sink,
    ) -> Result<Document, BadLine> {
        Ok(self.seed(seed::from_json(json, number, sink)?, tools))
    }

    fn seed(&self, mut seed: Seed, tools: &Tools) -> Document {
        seed.published = seed.published.or_else(|| self.published.clone());
        annotation::document(analyze(seed, tools), self.offsets)
    }
}

/// The tokens of each sentence of a plain text, as byte ranges: what the tagger sees, for training it.
///
/// ```
/// let words = extract::words("Gen. Lee left. He waved.");
/// assert_eq!((words.len(), words[0][0].clone(), words[1].len()), (2, 0..4, 3));
/// ```
pub fn words(text: &str) -> Vec<Vec<Range<usize>>> {
    let lexicon = Lexicon::builtin();
    let document = document::find(text, None);
    let sentences = sentence::split(&document, &lexicon);
    let tokens = sentences.iter().map(|sentence| token::split(text, sentence.span, &lexicon));
    tokens.map(|tokens| tokens.iter().map(|token| token.span.into()).collect()).collect()
}

#[cfg(test)]
mod tests;
