//! Labels found and labels expected → precision, recall and F1 of whole names with their kind.

use std::collections::BTreeSet;

use extract::Words;
use tagger::{Label, NameKind, Tagger};

use crate::corpus::{Document, Entity};

/// The kinds in the order of the report.
pub(crate) const KINDS: [(NameKind, &str); 3] =
    [(NameKind::Person, "PER"), (NameKind::Organization, "ORG"), (NameKind::Location, "LOC")];

/// How many names were found rightly, found, expected; for each kind.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Score([[usize; 3]; 3]);

impl Score {
    /// Counts the names of a document.
    pub(crate) fn count(&mut self, document: &Document, tagger: &dyn Tagger) {
        let words = document.view();
        let found = tagger.label(&words);
        for ((words, found), expected) in words.iter().zip(&found).zip(&document.labels) {
            let (found, expected) = (names(words, found), names(words, expected));
            for name in found.union(&expected) {
                let counts = &mut self.0[name.2 as usize];
                let (is_found, is_expected) = (found.contains(name), expected.contains(name));
                counts[0] += usize::from(is_found && is_expected);
                counts[1] += usize::from(is_found);
                counts[2] += usize::from(is_expected);
            }
        }
    }

    /// F1 over all kinds, then of each, in percent.
    pub(crate) fn f1(&self) -> [f64; 4] {
        let f1 =
            |[right, found, expected]: [usize; 3]| 200.0 * right as f64 / (found + expected).max(1) as f64;
        let all = std::array::from_fn(|i| self.0.iter().map(|counts| counts[i]).sum());
        [f1(all), f1(self.0[0]), f1(self.0[1]), f1(self.0[2])]
    }

    /// Precision and recall over all kinds, in percent.
    pub(crate) fn precision_and_recall(&self) -> [f64; 2] {
        let sum = |i: usize| self.0.iter().map(|counts| counts[i]).sum::<usize>();
        [1, 2].map(|i| 100.0 * sum(0) as f64 / sum(i).max(1) as f64)
    }
}

/// Names as first word, end and kind; an article before and a possessive after them do not count.
fn names(words: &[&str], labels: &[Label]) -> BTreeSet<(usize, usize, NameKind)> {
    let trim = |(mut start, mut end, kind): (usize, usize, NameKind)| {
        if end - start > 1 && ["the", "a", "an"].contains(&words[start].to_lowercase().as_str()) {
            start += 1;
        }
        if end - start > 1 && ["'s", "’s", "'", "’"].contains(&words[end - 1]) {
            end -= 1;
        }
        (start, end, kind)
    };
    spans(labels).into_iter().map(trim).collect()
}

fn spans(labels: &[Label]) -> Vec<(usize, usize, NameKind)> {
    let mut spans: Vec<(usize, usize, NameKind)> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        match (label, spans.last_mut()) {
            (Label::Begin(kind), _) => spans.push((at, at + 1, *kind)),
            (Label::Inside(_), Some(last)) => last.1 = at + 1,
            _ => {}
        }
    }
    spans
}

/// The names of a text as spans of code points.
pub(crate) fn entities(text: &str, tagger: &dyn Tagger, cutter: &Words) -> Vec<Entity> {
    let sentences = cutter.sentences(text);
    let words: Vec<Vec<&str>> =
        sentences.iter().map(|words| words.iter().map(|word| &text[word.clone()]).collect()).collect();
    let mut found = Vec::new();
    for (words, labels) in sentences.iter().zip(tagger.label(&words)) {
        for (start, end, kind) in spans(&labels) {
            let point = |byte: usize| text[..byte].chars().count();
            let name = KINDS.iter().find(|other| other.0 == kind).map_or("", |other| other.1);
            found.push(Entity {
                start: point(words[start].start),
                end: point(words[end - 1].end),
                kind: name.to_owned(),
            });
        }
    }
    found
}
