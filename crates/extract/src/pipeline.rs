//! All stages on one screen: a seed → its [`Analysis`], articles in parallel. What happens over the whole corpus is in `store.rs`.

use std::ops::Range;
use std::sync::Arc;

use diag::{Sink, SourceFile, Span};
use model::{Corrections, Document, PartialDate};

use crate::analysis::Analysis;
use crate::annotation::{self, Offsets};
use crate::lexicon::Lexicon;
use crate::reading::Reading;
use crate::relation::Sources;
use crate::seed::{self, BadLine, Seed};
use crate::token::Token;
use crate::tools::Tools;
use crate::{
    chain, credit, date, document, event, key_point, mention, quantity, quote, relation, role, sentence,
    split, token, voice,
};

/// Reads a seed: names, who is who, and the facts.
pub(crate) fn analyze(seed: Seed, tools: &Tools) -> Analysis {
    analyze_with(seed, &Corrections::default(), tools)
}

/// The same, with what a person said of names that are to be told apart.
pub(crate) fn analyze_with(seed: Seed, corrections: &Corrections, tools: &Tools) -> Analysis {
    let reading = read(&seed.text, seed.title.as_deref(), seed.published.clone(), tools);
    let reading = split::apart(reading, &seed.id, corrections);
    let quotes = quote::find(&reading, &tools.lexicon);
    let voices = voice::find(&reading, &quotes);
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
    Analysis { seed, reading, quotes, voices, dates, quantities, roles, relations, events, key_points }
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
        let analysis = analyze(seed, tools);
        let credits = credit::find(&analysis.reading.document, &analysis.reading.mentions, tools);
        annotation::document(analysis, &credits, self.offsets)
    }
}

/// Cuts texts into tokens as the tagger sees them, for training it.
///
/// ```
/// let words = extract::Words::new();
/// let cut = words.sentences("Gen. Lee left. He waved.");
/// assert_eq!((cut.len(), cut[0][0].clone(), cut[1].len()), (2, 0..4, 3));
/// assert_eq!(words.phrase("Bank of Peru"), [0..4, 5..7, 8..12]);
/// ```
#[derive(Debug)]
pub struct Words(Lexicon);

impl Words {
    /// Loads what the cutting needs.
    #[allow(clippy::new_without_default, reason = "loading is work, which a default does not promise")]
    pub fn new() -> Self {
        Self(Lexicon::builtin())
    }

    /// The tokens of each sentence of a plain text, as byte ranges.
    pub fn sentences(&self, text: &str) -> Vec<Vec<Range<usize>>> {
        let document = document::find(text, None);
        sentence::split(&document, &self.0).iter().map(|sentence| self.cut(text, sentence.span)).collect()
    }

    /// The tokens of a name or phrase.
    pub fn phrase(&self, text: &str) -> Vec<Range<usize>> {
        self.cut(text, Span::new(0, text.len()))
    }

    fn cut(&self, text: &str, span: Span) -> Vec<Range<usize>> {
        token::split(text, span, &self.0).iter().map(|token| token.span.into()).collect()
    }
}

#[cfg(test)]
mod tests;
