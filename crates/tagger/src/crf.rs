//! The sentences of a document → labels, by a linear-chain conditional random field with integer weights.

use std::sync::Arc;

use crate::bytes::Bytes;
use crate::consistency;
use crate::document::Document;
use crate::error::{Error, ErrorKind};
use crate::feature;
use crate::file;
use crate::gazetteer::{self, Gazetteer};
use crate::hash;
use crate::label::{Label, Tagger};
use crate::mark;
use crate::shape;
use crate::table::Table;
use crate::viterbi;
use crate::weight::{LABELS, Row, Weights};
use crate::word::template::{self, at};

/// The weight file of this library.
const BUILTIN: &[u8] = include_bytes!("../data/default.bin");
/// How far to both sides a word speaks for the labels of others.
const REACH: i32 = 2;

/// What a word alone adds to the scores at the distances -2 to 2.
type Voice = [Row; 2 * REACH as usize + 1];

/// The default tier: a conditional random field over words, their neighbors, word clusters and lists of names.
#[derive(Debug)]
pub struct Crf {
    version: String,
    table: Table,
    gazetteer: Gazetteer,
    weights: Weights,
    /// The rows of the marks of the gazetteer, for the word before, the word itself, the word after.
    marks: Vec<[Row; 3]>,
}

impl Crf {
    /// The tagger with the weights that are built into this library.
    pub fn builtin() -> Result<Crf, Error> {
        Crf::read(&Bytes::built_in(BUILTIN))
    }

    /// A tagger with the weights of a file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Crf, Error> {
        Crf::read(&Bytes::loaded(bytes))
    }

    fn read(file: &Bytes) -> Result<Crf, Error> {
        let sections = file::read(file)?;
        let version = String::from_utf8(sections.version.to_vec());
        let weights = Weights::read(&sections.weights)?;
        Ok(Crf {
            version: version.map_err(|_| Error::new(ErrorKind::Shape, "the version is not text"))?,
            table: Table::read(sections.table, sections.clusters)?,
            gazetteer: Gazetteer::read(sections.gazetteer)?,
            marks: (0..mark::COUNT).map(|code| mark_rows(code, &weights)).collect(),
            weights,
        })
    }

    /// The labels of each sentence by itself, before the document makes them agree.
    fn decode(&self, sentences: &[Vec<&str>]) -> Vec<Vec<Label>> {
        let mut voices: Vec<Voice> = Vec::new();
        let document = Document::read(sentences, &self.table, |word, lower| {
            let voice = |distance| {
                let mut row = [0; LABELS];
                word.keys(lower, distance, &mut |key| self.weights.add(key, &mut row));
                row
            };
            voices.push([voice(-2), voice(-1), voice(0), voice(1), voice(2)]);
        });
        let transitions = &self.weights.transitions;
        let scores = (0..document.len()).map(|sentence| self.scores(&document, sentence, &voices));
        scores.map(|scores| viterbi::best(&scores, transitions)).collect()
    }

    fn scores(&self, document: &Document, sentence: usize, voices: &[Voice]) -> Vec<Row> {
        let tokens = document.sentence(sentence);
        let mut scores = vec![[0; LABELS]; tokens.len()];
        for (i, row) in scores.iter_mut().enumerate() {
            for distance in -REACH..=REACH {
                let other = i.checked_add_signed(distance as isize).and_then(|other| tokens.get(other));
                if let Some(&token) = other {
                    add(row, &voices[token as usize][(distance + REACH) as usize]);
                }
            }
        }
        feature::each(document, sentence, |words, key| {
            let mut sum = [0; LABELS];
            self.weights.add(key, &mut sum);
            scores[words].iter_mut().for_each(|row| add(row, &sum));
        });
        for mark in mark::find(document, sentence, &self.gazetteer) {
            let rows = &self.marks[usize::from(mark.code)];
            for (i, row) in rows.iter().enumerate() {
                if let Some(score) = (mark.token as usize + 1).checked_sub(i).and_then(|i| scores.get_mut(i))
                {
                    add(score, row);
                }
            }
        }
        scores
    }

    /// The clues of each word of each sentence of a document, as the encoder of the accurate tier takes them.
    #[cfg(any(feature = "accurate", feature = "train"))]
    pub fn clues(&self, sentences: &[Vec<&str>]) -> Vec<Vec<Vec<u16>>> {
        let document = Document::read(sentences, &self.table, |_, _| {});
        (0..document.len()).map(|sentence| crate::clue::find(&document, sentence, &self.gazetteer)).collect()
    }

    /// Whether a word is a country, a state or a large city.
    pub(crate) fn is_place(&self, word: &str) -> bool {
        let mut lower = String::new();
        shape::lower(word, &mut lower);
        let found = self.gazetteer.find(gazetteer::sequence([hash::text(&lower)]));
        found.is_some_and(|(mask, _)| mask & self.gazetteer.places != 0)
    }
}

impl Tagger for Crf {
    fn label(&self, sentences: &[Vec<&str>]) -> Vec<Vec<Label>> {
        let mut labels = self.decode(sentences);
        consistency::harmonize(sentences, &mut labels, |word| self.is_place(word));
        labels
    }

    fn version(&self) -> &str {
        &self.version
    }
}

/// What a mark adds to the word after it, to its own and to the word before it: the mark stands at -1, 0 and 1 of them.
fn mark_rows(code: usize, weights: &Weights) -> [Row; 3] {
    [-1, 0, 1].map(|distance| {
        let mut row = [0; LABELS];
        weights.add(hash::key(at(template::NAME, distance), code as u64), &mut row);
        row
    })
}

fn add(sum: &mut Row, row: &Row) {
    for (sum, &value) in sum.iter_mut().zip(row) {
        *sum += value;
    }
}

/// A tagger is shared by the threads that read articles.
const _: fn(Arc<Crf>) -> Arc<dyn Tagger> = |crf| crf;
