//! What a trainer needs: tables to files, sentences to the keys of their features, weights to a weight file.
//!
//! Behind the cargo feature `train`; the trainer itself is the workspace package `training`.

use std::collections::BTreeMap;

use crate::bytes::Bytes;
use crate::document::Document;
use crate::error::Error;
use crate::feature;
use crate::file;
use crate::gazetteer::{self, Gazetteer};
use crate::hash;
use crate::label::Label;
use crate::mark;
use crate::table::{self, Casing, Table};
use crate::viterbi;
use crate::weight;
use crate::word::template::{self, at};

/// How many labels there are.
pub const LABELS: usize = weight::LABELS;

/// The number of a label in a row of weights.
pub fn number(label: Label) -> usize {
    viterbi::number(label)
}

/// What a table says of a word.
#[derive(Debug, Clone)]
pub struct WordEntry {
    /// The row of its vector.
    pub row: Option<u16>,
    /// The number of its Brown cluster among the paths.
    pub brown: Option<u16>,
    /// For lower-case words: the natural logarithms of the probabilities of `word`, `Word` and `WORD`.
    pub casing: Option<[Option<f64>; 3]>,
}

/// The tables that features are read from, as they are stored.
#[derive(Debug)]
pub struct Tables {
    words: Vec<u8>,
    clusters: Vec<u8>,
    names: Vec<u8>,
    table: Table,
    gazetteer: Gazetteer,
}

/// The names of the lists, as sequences of lower-case words with a bit for each list.
#[derive(Debug, Default)]
pub struct Names {
    /// The sequences.
    pub lists: BTreeMap<Vec<String>, u64>,
    /// The lists of common words, looked for in lower-case words.
    pub common: u64,
    /// The lists of countries, states and large cities.
    pub places: u64,
}

impl Tables {
    /// Stores the tables: words, the more important first; for each row its clusters of 128, 512 and 2,048; the paths of the
    /// Brown clusters; the names.
    pub fn new(
        words: &[(String, WordEntry)],
        rows: &[[u16; 3]],
        brown: &[u32],
        names: &Names,
    ) -> Result<Tables, Error> {
        let words = table::write(words.iter().map(|(word, entry)| (word.as_str(), pack(entry))));
        let clusters = table::write_clusters(rows, brown);
        let names = gazetteer::write(&names.lists, names.common, names.places);
        let table = Table::read(Bytes::loaded(&words), Bytes::loaded(&clusters))?;
        let gazetteer = Gazetteer::read(Bytes::loaded(&names))?;
        Ok(Tables { words, clusters, names, table, gazetteer })
    }

    /// The keys of the features of each word of each sentence of a document.
    pub fn keys(&self, sentences: &[Vec<&str>]) -> Vec<Vec<Vec<u32>>> {
        let mut own: Vec<[Vec<u32>; 5]> = Vec::new();
        let document = Document::read(sentences, &self.table, |word, lower| {
            own.push([-2, -1, 0, 1, 2].map(|distance| {
                let mut keys = Vec::new();
                word.keys(lower, distance, &mut |key| keys.push(key));
                keys
            }));
        });
        (0..document.len()).map(|sentence| self.sentence_keys(&document, sentence, &own)).collect()
    }

    fn sentence_keys(&self, document: &Document, sentence: usize, own: &[[Vec<u32>; 5]]) -> Vec<Vec<u32>> {
        let tokens = document.sentence(sentence);
        let mut keys: Vec<Vec<u32>> = vec![Vec::new(); tokens.len()];
        for (i, keys) in keys.iter_mut().enumerate() {
            for (slot, distance) in (-2..=2).enumerate() {
                let other = i.checked_add_signed(distance).and_then(|other| tokens.get(other));
                keys.extend(other.iter().flat_map(|&&token| &own[token as usize][slot]));
            }
        }
        feature::each(document, sentence, |words, key| {
            keys[words].iter_mut().for_each(|keys| keys.push(key))
        });
        for mark in mark::find(document, sentence, &self.gazetteer) {
            for distance in [-1, 0, 1] {
                let word = (mark.token as usize).checked_add_signed(-distance as isize);
                if let Some(keys) = word.and_then(|word| keys.get_mut(word)) {
                    keys.push(hash::key(at(template::NAME, distance), u64::from(mark.code)));
                }
            }
        }
        keys
    }

    /// The weight file: version, tables, weights of the features by key, weights of the transitions (from, to).
    pub fn file(
        &self,
        version: &str,
        features: &BTreeMap<u32, [i8; LABELS]>,
        transitions: &[[i16; LABELS]; LABELS],
    ) -> Vec<u8> {
        let weights = weight::write(features, transitions);
        file::write([version.as_bytes(), &self.words, &self.clusters, &self.names, &weights])
    }
}

fn pack(entry: &WordEntry) -> table::Entry {
    table::Entry {
        row: entry.row.unwrap_or(table::NO_ROW),
        brown: entry.brown.map_or(0, |number| number + 1),
        casing: entry.casing.map_or(Casing { ratio: 0, frequency: table::UNSEEN }, casing),
    }
}

/// The probability of a form that no table knows.
const MISSING: f64 = -20.5;

fn casing([lower, title, upper]: [Option<f64>; 3]) -> Casing {
    let frequency = lower.map_or(table::UNSEEN, |p| (-p).floor().clamp(0.0, 20.0) as u8);
    if lower.or(title).or(upper).is_none() {
        return Casing { ratio: 0, frequency };
    }
    let [a, b, u] = [lower, title, upper].map(|p| p.unwrap_or(MISSING));
    let ratio = (a - b).round().clamp(-4.0, 4.0) as i8 + 5;
    Casing { ratio: ratio as u8 + if u > a.max(b) { 9 } else { 0 }, frequency }
}
