//! Facts and their places → [`Told`]: each fact with the sentence in which its words stand.

use diag::Span;

use crate::library::{Anchor, Anchored, Story};

/// A fact and where it is written.
#[derive(Debug)]
pub(crate) struct Told<'l, F> {
    /// What is said.
    pub(crate) fact: &'l F,
    /// In which article.
    pub(crate) story: &'l Story,
    /// Its address in the article, see [`Told::place`].
    key: u32,
    /// The index of the sentence.
    pub(crate) sentence: usize,
    /// Where the words stand in the plain text.
    pub(crate) words: Span,
}

impl<F> Clone for Told<'_, F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F> Copy for Told<'_, F> {}

/// The facts that stand there.
pub(super) fn tell<'l, F>(story: &'l Story, facts: &'l [F], anchors: &[Anchor]) -> Vec<Told<'l, F>> {
    let told = |anchor: &Anchor| Told {
        fact: &facts[anchor.fact],
        story,
        key: anchor.key,
        sentence: anchor.sentence,
        words: anchor.words,
    };
    anchors.iter().map(told).collect()
}

impl<F: Anchored> Told<'_, F> {
    /// What sets its address apart from those of other facts of its sort in the article.
    pub(super) fn key(&self) -> u32 {
        self.key
    }

    /// Its address in the article's page: `q-1a2b3c4d`. It is made of the words and not of their number, so that it stays
    /// while these words stay, whatever else the article comes to say.
    pub(crate) fn place(&self) -> String {
        format!("{}-{:08x}", F::LETTER, self.key)
    }
}
