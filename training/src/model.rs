//! Learned weights → integers of one scale.

use std::collections::BTreeMap;

use tagger::train::LABELS;

use crate::objective::TRANSITIONS;
use crate::sample::Features;

/// The weights of the features by key, and those of the transitions from a label to the next.
pub(crate) type Integers = (BTreeMap<u32, [i8; LABELS]>, [[i16; LABELS]; LABELS]);

/// Rounds weights so that the largest of a feature is 127. Transitions have two bytes and the same scale.
pub(crate) fn round(features: &Features, weights: &[f64]) -> Integers {
    let (states, transitions) = weights.split_at(weights.len() - TRANSITIONS);
    let largest = states.iter().fold(0.0f64, |most, weight| most.max(weight.abs()));
    let scale = 127.0 / largest.max(1e-9);
    let mut rows = BTreeMap::new();
    for (feature, &key) in features.keys.iter().enumerate() {
        let mut row = [0i8; LABELS];
        for weight in features.starts[feature] as usize..features.starts[feature + 1] as usize {
            row[usize::from(features.labels[weight])] = (states[weight] * scale).round() as i8;
        }
        if row != [0; LABELS] {
            rows.insert(key, row);
        }
    }
    let cell = |from: usize, to: usize| (transitions[from * LABELS + to] * scale).round() as i16;
    (rows, std::array::from_fn(|from| std::array::from_fn(|to| cell(from, to))))
}
