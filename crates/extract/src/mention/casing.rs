//! Lines → [`Casing`]: how often each word of the article stands with and without a capital where that says something.

use std::collections::BTreeMap;

use super::line::{Line, Style};
use crate::token::TokenKind;

/// The spellings of an article's words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Casing {
    counts: BTreeMap<String, Count>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Count {
    /// In lower case, anywhere.
    lower: usize,
    /// With a capital inside a sentence of prose.
    middle: usize,
}

impl Casing {
    /// Counts the words of all lines.
    pub(crate) fn count(lines: &[Line]) -> Self {
        let mut counts: BTreeMap<String, Count> = BTreeMap::new();
        for line in lines.iter().filter(|line| line.style != Style::Capitals) {
            for at in (0..line.len()).filter(|&at| line.kinds[at] == TokenKind::Word) {
                let word = line.words[at];
                let count = counts.entry(word.to_lowercase()).or_default();
                if !word.chars().any(char::is_uppercase) {
                    count.lower += 1;
                } else if line.style == Style::Prose {
                    count.middle += usize::from(!line.is_open(at));
                }
            }
        }
        Self { counts }
    }

    /// How often the word stands in lower case.
    pub(crate) fn lower(&self, word: &str) -> usize {
        self.of(word).lower
    }

    /// How often it stands with a capital where a common word would have none.
    pub(crate) fn middle(&self, word: &str) -> usize {
        self.of(word).middle
    }

    fn of(&self, word: &str) -> Count {
        self.counts.get(&word.to_lowercase()).copied().unwrap_or_default()
    }
}
