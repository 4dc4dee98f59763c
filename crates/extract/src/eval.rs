//! Gold annotations → how well the program reads: precision, recall and F1 of every layer.
//!
//! Gold comes as JSON lines, an article a line, in the form of annotated documents or in that of the public sets that the
//! figures in `docs/accuracy.md` are measured on; `eval/gold.rs` says which keys are read. Offsets of gold are Unicode code
//! points. The layers are scored apart, each in a file of its own, from what `extract annotate` gives. Nothing is decided
//! here about articles; the numbers only count.

mod gold;
mod span;
mod score;
mod name;
mod speech;
mod date;
mod value;
mod chain;
mod identity;
mod fact;
mod event;

use rayon::prelude::*;

use self::gold::Gold;
pub use self::score::{Score, Scores};
use crate::annotation::Offsets;
use crate::pipeline::Annotate;
use crate::tools::Tools;

/// What a set of gold articles gave.
#[derive(Debug, Clone, Default)]
pub struct Evaluation {
    /// How many articles were scored.
    pub articles: usize,
    /// The words of these articles, cut at white space.
    pub words: usize,
    /// The lines that are no gold, by number from 1, and what is wrong with them.
    pub bad_lines: Vec<(usize, String)>,
    /// The score of each layer for which the set has gold.
    pub scores: Scores,
}

/// Reads the articles of `lines` and compares what is found with what they say is there.
pub fn evaluate(lines: &[&str], tools: &Tools) -> Evaluation {
    let each: Vec<Evaluation> =
        lines.par_iter().enumerate().map(|(at, line)| one(at + 1, line, tools)).collect();
    each.into_iter().fold(Evaluation::default(), Evaluation::and)
}

impl Evaluation {
    fn and(mut self, other: Self) -> Self {
        self.articles += other.articles;
        self.words += other.words;
        self.bad_lines.extend(other.bad_lines);
        self.scores.add(other.scores);
        self
    }
}

/// The scores of one article.
fn one(number: usize, line: &str, tools: &Tools) -> Evaluation {
    let bad = |message: String| Evaluation { bad_lines: vec![(number, message)], ..Evaluation::default() };
    let gold = match Gold::read(line) {
        Ok(gold) => gold,
        Err(message) => return bad(message),
    };
    let annotate = Annotate { offsets: Offsets::Char, published: None };
    let found = match annotate.line(&gold.article(), number, tools, &mut diag::Sink::default()) {
        Ok(found) => found,
        Err(error) => return bad(error.message),
    };
    let mut scores = Scores::default();
    name::score(&gold, &found, &mut scores);
    speech::score(&gold, &found, &mut scores);
    date::score(&gold, &found, &mut scores);
    value::score(&gold, &found, &mut scores);
    chain::score(&gold, &found, &mut scores);
    fact::score(&gold, &found, &mut scores);
    event::score(&gold, &found, &mut scores);
    let words = found.text.split_whitespace().count();
    Evaluation { articles: 1, words, bad_lines: Vec::new(), scores }
}

#[cfg(test)]
mod tests;
