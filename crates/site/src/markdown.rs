//! A Markdown body → [`Body`]: blocks of sentences, the mentions in them, and the plain text in which evidence is sought.
//!
//! A blank line ends a paragraph and a line end ends a sentence. Links are resolved by their spelling alone; whether
//! what they name exists is the library's question, and drawing HTML is the views'.

mod builder;
mod stretch;
mod target;

use std::ops::Range;

use diag::Span;
use model::EntityId;

pub(crate) use stretch::Stretch;
pub(crate) use target::{Target, is_web};

use crate::fingerprint::Fingerprint;

/// A text with its structure, in as little memory as it takes: thousands are kept at once.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Body {
    /// What it was read from.
    pub(crate) source: Fingerprint,
    /// The words, every run of white space as one space.
    pub(crate) plain: String,
    /// The blocks from top to bottom.
    pub(crate) blocks: Vec<Block>,
    /// All sentences in the order of the text, those of headings and lists too.
    pub(crate) sentences: Vec<Sentence>,
    /// The pieces of all sentences; those inside a piece follow it.
    pub(crate) inlines: Vec<Inline>,
    /// Whom the text names, each once.
    pub(crate) named: Vec<EntityId>,
    /// All mentions in the order of the text.
    pub(crate) mentions: Vec<Mention>,
    /// All links to something that is no entity.
    pub(crate) links: Vec<Link>,
    /// What is in the text and is not shown as written: raw HTML, images.
    pub(crate) refused: Vec<Refused>,
}

/// A piece of a page that stands on lines of its own.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Block {
    /// Sentences that belong together.
    Paragraph(Lines),
    /// A subhead of level 1 to 6.
    Heading(u8, Lines),
    /// A list, numbered from its first number or not at all.
    List(Option<u64>, Vec<Vec<Self>>),
    /// Blocks that are quoted.
    Quote(Vec<Self>),
    /// Text to be shown as it is.
    Code(String),
    /// A break between sections.
    Rule,
}

/// The sentences of one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lines {
    /// The number of the block among those with sentences, from 1.
    pub(crate) paragraph: usize,
    /// Which of [`Body::sentences`].
    pub(crate) sentences: Range<usize>,
}

/// One line of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// The number of its block, from 1.
    paragraph: u32,
    /// Where its words stand in `plain`.
    pub(crate) range: Stretch,
    /// Which of [`Body::inlines`] are in it.
    pub(crate) inlines: Stretch,
    /// Which of [`Body::mentions`] are in it.
    pub(crate) mentions: Stretch,
}

/// A piece of a sentence. One that holds others has the number of those inside it, which follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Inline {
    /// Words of `plain`.
    Text(Stretch),
    /// Words set as code.
    Code(Stretch),
    /// A line break inside a sentence.
    Break,
    /// Stressed.
    Emphasis(u32),
    /// Strongly stressed.
    Strong(u32),
    /// The mention of this index in [`Body::mentions`].
    Mention(u32, u32),
    /// The link of this index in [`Body::links`].
    Link(u32, u32),
}

/// A name that is linked to its entity, see [`Body::whom`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Which of [`Body::named`].
    who: u32,
    /// Where the words stand in `plain`.
    pub(crate) range: Stretch,
    /// The place of the link in the Markdown text, in bytes.
    pub(crate) span: Stretch,
    /// Which of [`Body::sentences`] it is in.
    sentence: u32,
}

impl Sentence {
    /// The number of its block among those with sentences, from 1.
    pub(crate) fn paragraph(&self) -> usize {
        self.paragraph as usize
    }
}

impl Mention {
    /// Which of [`Body::named`] it names.
    pub(crate) fn who(&self) -> usize {
        self.who as usize
    }

    /// Which of [`Body::sentences`] it is in.
    pub(crate) fn sentence(&self) -> usize {
        self.sentence as usize
    }
}

/// A link as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    /// What it leads to.
    pub(crate) target: Target,
    /// Its place in the Markdown text, in bytes.
    pub(crate) span: Span,
}

/// Something that is not shown as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refused {
    /// What it is: `raw HTML`, `an image`.
    pub(crate) what: &'static str,
    /// Its place in the Markdown text, in bytes.
    pub(crate) span: Span,
}

/// Reads the body of a content file that lies in `folder` (`articles`, `people` …) of the content folder.
pub(crate) fn parse(text: &str, folder: &str) -> Body {
    Body { source: source(text, folder), ..builder::build(text, folder) }
}

/// What a body is read from.
pub(crate) fn source(text: &str, folder: &str) -> Fingerprint {
    Fingerprint::of(&(text, folder))
}

impl Body {
    /// Which sentence holds this place of the plain text, or is the last before it.
    pub(crate) fn sentence_at(&self, at: usize) -> Option<usize> {
        self.sentences.partition_point(|sentence| sentence.range.start() <= at).checked_sub(1)
    }

    /// The words of a range; empty when it is not on character boundaries.
    pub(crate) fn words(&self, range: Stretch) -> &str {
        self.plain.get(range.range()).unwrap_or_default()
    }

    /// Whom a mention names.
    pub(crate) fn whom(&self, mention: &Mention) -> &EntityId {
        &self.named[mention.who()]
    }

    /// Whom a sentence names, each as often as it does.
    pub(crate) fn named_in(&self, sentence: usize) -> impl Iterator<Item = &EntityId> {
        self.mentions_of(sentence).iter().map(|mention| self.whom(mention))
    }

    /// The mentions of a sentence.
    pub(crate) fn mentions_of(&self, sentence: usize) -> &[Mention] {
        self.sentences.get(sentence).map_or(&[], |found| &self.mentions[found.mentions.range()])
    }
}

#[cfg(test)]
mod tests;
