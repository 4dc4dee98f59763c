//! [`Scene`]: an article's mentions with the words around them, as linking reads them.

use diag::Span;
use model::EntityKind;

use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::mention::Mention;
use crate::mention::line::Line;
use crate::sentence::Sentence;
use crate::token::Token;

/// An article before its chains are known.
#[derive(Debug)]
pub(crate) struct Scene<'a> {
    pub(crate) text: &'a str,
    pub(crate) lines: Vec<Line<'a>>,
    /// For each sentence and token, its bytes in the text.
    pub(crate) spans: Vec<Vec<Span>>,
    /// For each sentence and token, whether it stands between quotation marks.
    pub(crate) quoted: Vec<Vec<bool>>,
    /// For each sentence its paragraph.
    pub(crate) blocks: Vec<Option<usize>>,
    pub(crate) mentions: &'a [Mention],
    pub(crate) lexicon: &'a Lexicon,
}

impl<'a> Scene<'a> {
    /// The scene of an article.
    pub(crate) fn new(
        document: &'a Document,
        sentences: &'a [Sentence],
        tokens: &[Vec<Token>],
        mentions: &'a [Mention],
        lexicon: &'a Lexicon,
    ) -> Self {
        let lines: Vec<Line> =
            tokens.iter().map(|tokens| Line::new(&document.text, tokens, lexicon)).collect();
        let spans = tokens.iter().map(|tokens| tokens.iter().map(|token| token.span).collect()).collect();
        let quoted = quoted(&lines, sentences);
        let blocks = sentences.iter().map(|sentence| sentence.block).collect();
        Self { text: &document.text, lines, spans, quoted, blocks, mentions, lexicon }
    }

    /// The words of a mention as printed, every run of white space as one space.
    pub(crate) fn name(&self, mention: usize) -> String {
        self.mentions[mention].span.of(self.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The line of a mention.
    pub(crate) fn line(&self, mention: usize) -> &Line<'a> {
        &self.lines[self.mentions[mention].sentence]
    }

    /// The mentions of a kind, in the order of the text.
    pub(crate) fn of_kind(&self, kind: EntityKind) -> Vec<usize> {
        (0..self.mentions.len()).filter(|&at| self.mentions[at].kind == kind).collect()
    }

    /// Whether a verb of saying stands right before or after the tokens.
    pub(crate) fn speaks(&self, sentence: usize, tokens: &std::ops::Range<usize>) -> bool {
        let line = &self.lines[sentence];
        let verb = |at: usize| self.lexicon.speech_verb(line.word(at)).is_some();
        verb(tokens.end) || tokens.start > 0 && verb(tokens.start - 1)
    }

    /// The mentions of a sentence.
    pub(crate) fn mentions_in(&self, sentence: usize) -> std::ops::Range<usize> {
        let from = self.mentions.partition_point(|m| m.sentence < sentence);
        let to = self.mentions.partition_point(|m| m.sentence <= sentence);
        from..to
    }
}

/// Follows the quotation marks through each paragraph; a mark that is never closed ends with its paragraph.
fn quoted(lines: &[Line], sentences: &[Sentence]) -> Vec<Vec<bool>> {
    let mut inside = false;
    let mut block = None;
    lines
        .iter()
        .zip(sentences)
        .map(|(line, sentence)| {
            if sentence.block != block || sentence.block.is_none() {
                (inside, block) = (false, sentence.block);
            }
            line.words
                .iter()
                .map(|word| {
                    match *word {
                        "“" | "«" | "„" | "‘" => inside = true,
                        "”" | "»" | "’" => inside = false,
                        "\"" | "``" | "''" => inside = !inside,
                        _ => return inside,
                    }
                    false
                })
                .collect()
        })
        .collect()
}
