//! Documents → sentences as numbers: the features of each word and its label.

use std::cmp::Reverse;
use std::collections::HashMap;

use tagger::train::{LABELS, Tables, number};

use crate::corpus::Document;

/// How often a feature must occur with a label.
const LEAST: u32 = 2;

/// The sentences that are learned, all words in one row.
#[derive(Debug, Default)]
pub(crate) struct Samples {
    /// Where the words of each sentence begin; then their end.
    pub(crate) sentences: Vec<usize>,
    /// The label of each word.
    pub(crate) labels: Vec<u8>,
    /// Where the features of each word begin; then their end.
    pub(crate) starts: Vec<usize>,
    /// The features of the words, as numbers of [`Features::keys`].
    pub(crate) features: Vec<u32>,
}

/// The features that weights are learned for.
#[derive(Debug, Default)]
pub(crate) struct Features {
    /// The key of each feature.
    pub(crate) keys: Vec<u32>,
    /// Where the weights of each feature begin; then their end.
    pub(crate) starts: Vec<u32>,
    /// The label of each weight.
    pub(crate) labels: Vec<u8>,
}

/// Reads the features of all documents, and keeps those that occur with a label twice or more.
pub(crate) fn collect(documents: &[Document], tables: &Tables) -> (Samples, Features) {
    let mut samples = Samples { sentences: vec![0], starts: vec![0], ..Samples::default() };
    let mut keys: Vec<u32> = Vec::new();
    for document in documents {
        let words = document.view();
        let all = tables.keys(&words);
        for (at, sentence) in all.iter().enumerate().filter(|&(at, _)| document.learned[at]) {
            for (features, label) in sentence.iter().zip(&document.labels[at]) {
                keys.extend(features);
                samples.starts.push(keys.len());
                samples.labels.push(number(*label) as u8);
            }
            samples.sentences.push(samples.labels.len());
        }
    }
    let features = choose(&keys, &samples);
    renumber(&keys, &features, &mut samples);
    (samples, features)
}

fn choose(keys: &[u32], samples: &Samples) -> Features {
    let mut counts: HashMap<u32, [u32; LABELS]> = HashMap::new();
    for (word, &label) in samples.labels.iter().enumerate() {
        for key in &keys[samples.starts[word]..samples.starts[word + 1]] {
            counts.entry(*key).or_default()[usize::from(label)] += 1;
        }
    }
    let frequent = |row: &[u32; LABELS]| row.iter().any(|&count| count >= LEAST);
    let mut kept: Vec<(u32, [u32; LABELS])> = counts.into_iter().filter(|(_, row)| frequent(row)).collect();
    // The most frequent first, so that the weights that are used most lie together.
    kept.sort_unstable_by_key(|(key, row)| (Reverse(row.iter().sum::<u32>()), *key));
    let mut features = Features { starts: vec![0], ..Features::default() };
    for (key, row) in kept {
        let labels = (0..LABELS as u8).filter(|&label| row[usize::from(label)] >= LEAST);
        features.labels.extend(labels);
        features.keys.push(key);
        features.starts.push(features.labels.len() as u32);
    }
    features
}

fn renumber(keys: &[u32], features: &Features, samples: &mut Samples) {
    let numbers: HashMap<u32, u32> =
        features.keys.iter().enumerate().map(|(number, &key)| (key, number as u32)).collect();
    let mut starts = vec![0];
    for word in samples.starts.windows(2) {
        samples.features.extend(keys[word[0]..word[1]].iter().filter_map(|key| numbers.get(key)));
        starts.push(samples.features.len());
    }
    samples.starts = starts;
}
