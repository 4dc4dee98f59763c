//! Weights → how unlikely they make the samples, and in which direction they become better.
//!
//! The negative log-likelihood of a linear-chain conditional random field and its gradient, by forward and backward sums
//! that are scaled at each word. Sequences in which an inside label does not follow its kind do not exist.

use std::ops::Range;

use tagger::train::LABELS;

use crate::sample::{Features, Samples};

type Row = [f64; LABELS];

/// The samples are cut into so many parts whatever the machine, so that sums are made in one order.
const PARTS: usize = 2;
/// The number of weights of transitions, which stand behind those of the features.
pub(crate) const TRANSITIONS: usize = LABELS * LABELS;

/// Whether a label may follow another, or begin a sentence.
pub(crate) fn may_follow(from: Option<usize>, to: usize) -> bool {
    let inside = to > 0 && to.is_multiple_of(2);
    !inside || from.is_some_and(|from| from == to || from + 1 == to)
}

/// The negative log-likelihood; its gradient is written over `gradient`.
pub(crate) fn evaluate(samples: &Samples, features: &Features, weights: &[f64], gradient: &mut [f64]) -> f64 {
    let sentences = samples.sentences.len() - 1;
    let parts: Vec<Range<usize>> =
        (0..PARTS).map(|part| part * sentences / PARTS..(part + 1) * sentences / PARTS).collect();
    let results: Vec<(f64, Vec<f64>)> = std::thread::scope(|scope| {
        let run = |part| scope.spawn(move || part_of(samples, features, weights, part));
        let threads: Vec<_> = parts.into_iter().map(run).collect();
        threads.into_iter().map(|thread| thread.join().expect("a part does not panic")).collect()
    });
    gradient.fill(0.0);
    let mut loss = 0.0;
    for (part, slopes) in results {
        loss += part;
        gradient.iter_mut().zip(slopes).for_each(|(sum, slope)| *sum += slope);
    }
    loss
}

fn part_of(samples: &Samples, features: &Features, weights: &[f64], part: Range<usize>) -> (f64, Vec<f64>) {
    let mut gradient = vec![0.0; weights.len()];
    let steps = steps(&weights[weights.len() - TRANSITIONS..]);
    let mut loss = 0.0;
    let mut lattice = Lattice::default();
    for sentence in part {
        let words = samples.sentences[sentence]..samples.sentences[sentence + 1];
        lattice.states.clear();
        lattice.states.extend(words.clone().map(|word| state(samples, features, weights, word)));
        loss += lattice.run(&steps, &samples.labels[words.clone()], weights, &mut gradient);
        for (word, slopes) in words.zip(&lattice.slopes) {
            for &feature in &samples.features[samples.starts[word]..samples.starts[word + 1]] {
                for weight in span(features, feature) {
                    gradient[weight] += slopes[usize::from(features.labels[weight])];
                }
            }
        }
    }
    (loss, gradient)
}

fn span(features: &Features, feature: u32) -> Range<usize> {
    features.starts[feature as usize] as usize..features.starts[feature as usize + 1] as usize
}

fn state(samples: &Samples, features: &Features, weights: &[f64], word: usize) -> Row {
    let mut row = [0.0; LABELS];
    for &feature in &samples.features[samples.starts[word]..samples.starts[word + 1]] {
        for weight in span(features, feature) {
            row[usize::from(features.labels[weight])] += weights[weight];
        }
    }
    row
}

/// The transitions as factors, 0 where none may be.
fn steps(weights: &[f64]) -> [Row; LABELS] {
    let mut steps = [[0.0; LABELS]; LABELS];
    for (from, row) in steps.iter_mut().enumerate() {
        for (to, cell) in row.iter_mut().enumerate() {
            *cell = if may_follow(Some(from), to) { weights[from * LABELS + to].exp() } else { 0.0 };
        }
    }
    steps
}

/// The sums over one sentence.
#[derive(Debug, Default)]
struct Lattice {
    states: Vec<Row>,
    factors: Vec<Row>,
    forward: Vec<Row>,
    scales: Vec<f64>,
    /// For each word and label: expected less observed.
    slopes: Vec<Row>,
}

impl Lattice {
    /// The negative log-likelihood of the labels; adds the slopes of the transitions to the gradient, sets those of the labels.
    fn run(&mut self, steps: &[Row; LABELS], labels: &[u8], weights: &[f64], gradient: &mut [f64]) -> f64 {
        let tail = weights.len() - TRANSITIONS;
        let mut loss = 0.0;
        self.factors.clear();
        for row in &self.states {
            let most = row.iter().copied().fold(f64::MIN, f64::max);
            loss += most;
            self.factors.push(row.map(|score| (score - most).exp()));
        }
        loss += self.run_forward(steps);
        for (at, &label) in labels.iter().enumerate() {
            loss -= self.states[at][usize::from(label)];
        }
        for pair in labels.windows(2) {
            let transition = tail + usize::from(pair[0]) * LABELS + usize::from(pair[1]);
            loss -= weights[transition];
            gradient[transition] -= 1.0;
        }
        self.run_backward(steps, &mut gradient[tail..]);
        for (row, &label) in self.slopes.iter_mut().zip(labels) {
            row[usize::from(label)] -= 1.0;
        }
        loss
    }

    /// Fills the forward sums; the logarithm of the total.
    fn run_forward(&mut self, steps: &[Row; LABELS]) -> f64 {
        self.forward.clear();
        self.scales.clear();
        let mut total = 0.0;
        for (at, factors) in self.factors.iter().enumerate() {
            let mut row = [0.0; LABELS];
            for (to, cell) in row.iter_mut().enumerate() {
                *cell = factors[to]
                    * match at.checked_sub(1) {
                        None => f64::from(u8::from(may_follow(None, to))),
                        Some(before) => {
                            (0..LABELS).map(|from| self.forward[before][from] * steps[from][to]).sum()
                        }
                    };
            }
            let sum: f64 = row.iter().sum();
            total += sum.ln();
            self.scales.push(sum);
            self.forward.push(row.map(|cell| cell / sum));
        }
        total
    }

    /// Fills the slopes with the probabilities of the labels, and adds those of the transitions.
    fn run_backward(&mut self, steps: &[Row; LABELS], transitions: &mut [f64]) {
        let len = self.states.len();
        self.slopes.clear();
        self.slopes.resize(len, [0.0; LABELS]);
        let mut backward = [1.0; LABELS];
        for at in (0..len).rev() {
            self.slopes[at] = std::array::from_fn(|label| self.forward[at][label] * backward[label]);
            let Some(before) = at.checked_sub(1) else { break };
            let ahead: Row = std::array::from_fn(|to| self.factors[at][to] * backward[to] / self.scales[at]);
            for from in 0..LABELS {
                let mut sum = 0.0;
                for to in 0..LABELS {
                    let flow = steps[from][to] * ahead[to];
                    transitions[from * LABELS + to] += self.forward[before][from] * flow;
                    sum += flow;
                }
                backward[from] = sum;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three words with two features, of which the second is on the middle word alone.
    fn sample() -> (Samples, Features) {
        let samples = Samples {
            sentences: vec![0, 3],
            labels: vec![0, 1, 2],
            starts: vec![0, 1, 3, 4],
            features: vec![0, 0, 1, 0],
        };
        let features = Features { keys: vec![5, 9], starts: vec![0, 3, 5], labels: vec![0, 1, 2, 1, 5] };
        (samples, features)
    }

    #[test]
    fn the_gradient_is_the_slope_of_the_loss() {
        let (samples, features) = sample();
        let mut weights: Vec<f64> = (0..5 + TRANSITIONS).map(|i| (i as f64 * 0.7).sin()).collect();
        let (mut gradient, mut ignored) = (vec![0.0; weights.len()], vec![0.0; weights.len()]);
        evaluate(&samples, &features, &weights, &mut gradient);
        for at in 0..weights.len() {
            let before = weights[at];
            let mut loss = |change: f64| {
                weights[at] = before + change;
                evaluate(&samples, &features, &weights, &mut ignored)
            };
            let slope = (loss(1e-5) - loss(-1e-5)) / 2e-5;
            weights[at] = before;
            assert!((slope - gradient[at]).abs() < 1e-6, "weight {at}: {slope} is not {}", gradient[at]);
        }
    }

    #[test]
    fn without_weights_all_sequences_are_alike() {
        let (samples, features) = sample();
        let weights = vec![0.0; 5 + TRANSITIONS];
        let loss = evaluate(&samples, &features, &weights, &mut vec![0.0; weights.len()]);
        // First O or a begin label: 4; then a step from O leads to 4 labels, from others to 5.
        let ways = |pairs: usize| {
            (0..LABELS.pow(3))
                .filter(|n| {
                    path(*n).windows(2).filter(|p| may_follow(Some(p[0]), p[1])).count() == pairs
                        && may_follow(None, path(*n)[0])
                })
                .count()
        };
        assert!((loss - (ways(2) as f64).ln()).abs() < 1e-9);
    }

    fn path(n: usize) -> [usize; 3] {
        [n / (LABELS * LABELS), n / LABELS % LABELS, n % LABELS]
    }
}
