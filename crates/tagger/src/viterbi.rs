//! The scores of the labels of each word → the best sequence of labels.

use crate::label::{Label, NameKind};
use crate::weight::{LABELS, Row};

/// The labels by their number in a row of scores.
pub(crate) const ORDER: [Label; LABELS] = [
    Label::Outside,
    Label::Begin(NameKind::Person),
    Label::Inside(NameKind::Person),
    Label::Begin(NameKind::Organization),
    Label::Inside(NameKind::Organization),
    Label::Begin(NameKind::Location),
    Label::Inside(NameKind::Location),
];

/// The number of a label in a row of scores.
#[cfg(any(feature = "accurate", feature = "train"))]
pub(crate) fn number(label: Label) -> usize {
    ORDER.iter().position(|&other| other == label).expect("the order holds every label")
}

/// Lower than any sequence of words can score.
const NEVER: i32 = i32::MIN / 4;

/// Finds the sequence with the highest sum; of equals the one with the lower numbers. Inside labels follow labels of their kind.
pub(crate) fn best(scores: &[Row], transitions: &[Row; LABELS]) -> Vec<Label> {
    let steps = steps(transitions);
    let mut sums: [i32; LABELS] =
        ORDER.map(|label| if matches!(label, Label::Inside(_)) { NEVER } else { 0 });
    let mut back: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    for (at, row) in scores.iter().enumerate() {
        let mut from = [0u8; LABELS];
        if at > 0 {
            let before = sums;
            for (label, sum) in sums.iter_mut().enumerate() {
                let (best, score) = step(&before, &steps[label]);
                (from[label], *sum) = (best, score);
            }
        }
        for (sum, &score) in sums.iter_mut().zip(row) {
            *sum = (*sum + i32::from(score)).max(NEVER);
        }
        back.push(from);
    }
    trace(&sums, &back)
}

/// The transitions by the label that they lead to; [`NEVER`] where none may be.
fn steps(transitions: &[Row; LABELS]) -> [[i32; LABELS]; LABELS] {
    let mut steps = [[NEVER; LABELS]; LABELS];
    for (to, row) in steps.iter_mut().enumerate() {
        for (from, cell) in row.iter_mut().enumerate() {
            let joins = !matches!(ORDER[to], Label::Inside(_)) || ORDER[from].kind() == ORDER[to].kind();
            if joins {
                *cell = i32::from(transitions[from][to]);
            }
        }
    }
    steps
}

fn step(before: &[i32; LABELS], into: &[i32; LABELS]) -> (u8, i32) {
    let mut best = (0, NEVER * 2);
    for (from, (sum, cost)) in before.iter().zip(into).enumerate() {
        if sum + cost > best.1 {
            best = (from as u8, sum + cost);
        }
    }
    best
}

fn trace(sums: &[i32; LABELS], back: &[[u8; LABELS]]) -> Vec<Label> {
    let mut label = step(sums, &[0; LABELS]).0;
    let mut labels = Vec::with_capacity(back.len());
    for from in back.iter().rev() {
        labels.push(ORDER[usize::from(label)]);
        label = from[usize::from(label)];
    }
    labels.reverse();
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inside_label_needs_its_kind_before_it() {
        let scores = [[0, 0, 9, 0, 0, 0, 0], [0, 0, 5, 0, 0, 0, 4], [1, 0, 0, 0, 0, 0, 3]];
        let labels = best(&scores, &[[0; LABELS]; LABELS]);
        let place = NameKind::Location;
        assert_eq!(labels, [Label::Begin(place), Label::Inside(place), Label::Inside(place)]);
        assert_eq!(best(&[], &[[0; LABELS]; LABELS]), []);
    }

    #[test]
    fn transitions_count() {
        let mut transitions = [[0; LABELS]; LABELS];
        transitions[1][2] = 10;
        let person = NameKind::Person;
        let scores = [[3, 1, 0, 0, 0, 0, 0], [3, 0, 0, 0, 0, 0, 0]];
        assert_eq!(best(&scores, &transitions), [Label::Begin(person), Label::Inside(person)]);
        assert_eq!(best(&scores, &[[0; LABELS]; LABELS]), [Label::Outside, Label::Outside]);
    }
}
