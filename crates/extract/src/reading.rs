//! [`Reading`]: what the fact stages read from, one article as far as names and chains.

use model::PartialDate;

use crate::chain::{ChainIx, Chains, Reference};
use crate::document::Document;
use crate::mention::Mention;
use crate::sentence::Sentence;
use crate::token::Token;

/// An article in which names have been found and chained, and no facts yet.
#[derive(Debug, Clone)]
pub(crate) struct Reading {
    pub(crate) document: Document,
    /// In the order of the text; the title, when it stands in the text, is a sentence without a block.
    pub(crate) sentences: Vec<Sentence>,
    /// For each sentence its tokens.
    pub(crate) tokens: Vec<Vec<Token>>,
    /// In the order of the text, never overlapping.
    pub(crate) mentions: Vec<Mention>,
    pub(crate) chains: Chains,
    /// When the article was published, for dates relative to it.
    pub(crate) published: Option<PartialDate>,
}

impl Reading {
    /// The word of a token.
    pub(crate) fn word(&self, token: &Token) -> &str {
        token.span.of(&self.document.text)
    }

    /// The words of a sentence, one for each token.
    pub(crate) fn words(&self, sentence: usize) -> Vec<&str> {
        self.tokens[sentence].iter().map(|token| self.word(token)).collect()
    }

    /// The sentences that stand in the body, with their words.
    pub(crate) fn body(&self) -> impl Iterator<Item = (usize, Vec<&str>)> {
        let inside = (0..self.sentences.len()).filter(|&at| self.sentences[at].block.is_some());
        inside.map(|at| (at, self.words(at)))
    }

    /// The span from one token of a sentence to another, both included.
    pub(crate) fn span(&self, sentence: usize, first: usize, last: usize) -> diag::Span {
        let tokens = &self.tokens[sentence];
        tokens[first].span.cover(tokens[last].span)
    }

    /// The mention that covers a token.
    pub(crate) fn mention_at(&self, sentence: usize, token: usize) -> Option<usize> {
        let at = self.mentions.partition_point(|m| (m.sentence, m.tokens.end) <= (sentence, token));
        let mention = self.mentions.get(at)?;
        (mention.sentence == sentence && mention.tokens.contains(&token)).then_some(at)
    }

    /// The mentions of one sentence, with their indices.
    pub(crate) fn mentions_in(&self, sentence: usize) -> impl Iterator<Item = (usize, &Mention)> {
        let from = self.mentions.partition_point(|m| m.sentence < sentence);
        let to = self.mentions.partition_point(|m| m.sentence <= sentence);
        (from..to).map(|at| (at, &self.mentions[at]))
    }

    /// The pronouns and descriptions of one sentence that stand for somebody.
    pub(crate) fn references_in(&self, sentence: usize) -> impl Iterator<Item = &Reference> {
        let all = &self.chains.references;
        let from = all.partition_point(|reference| reference.sentence < sentence);
        all[from..].iter().take_while(move |reference| reference.sentence == sentence)
    }

    /// The chain of a mention.
    pub(crate) fn chain_of(&self, mention: usize) -> Option<ChainIx> {
        self.chains.of_mention[mention]
    }
}
