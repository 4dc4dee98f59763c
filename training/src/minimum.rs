//! A function and its gradient → the weights at its minimum, small weights driven to zero.
//!
//! Orthant-wise limited-memory quasi-Newton (OWL-QN; Andrew and Gao 2007): `loss + c1 |w| + c2 w²`.

use std::collections::VecDeque;

/// How many steps are remembered.
const MEMORY: usize = 6;
const LONGEST_SEARCH: usize = 20;

/// What keeps weights small, and when to stop.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settings {
    /// The cost of a weight's size.
    pub(crate) c1: f64,
    /// The cost of a weight's square.
    pub(crate) c2: f64,
    /// The number of iterations.
    pub(crate) iterations: usize,
}

struct Step {
    moved: Vec<f64>,
    turned: Vec<f64>,
    product: f64,
}

/// Minimizes from zero; `report` hears of each iteration: its number and the value.
pub(crate) fn find(
    len: usize,
    settings: Settings,
    mut evaluate: impl FnMut(&[f64], &mut [f64]) -> f64,
    mut report: impl FnMut(usize, f64),
) -> Vec<f64> {
    let mut at = |weights: &[f64], gradient: &mut [f64]| {
        let loss = evaluate(weights, gradient);
        gradient.iter_mut().zip(weights).for_each(|(slope, weight)| *slope += 2.0 * settings.c2 * weight);
        loss + weights.iter().map(|w| settings.c1 * w.abs() + settings.c2 * w * w).sum::<f64>()
    };
    let mut weights = vec![0.0; len];
    let mut gradient = vec![0.0; len];
    let mut value = at(&weights, &mut gradient);
    let mut memory: VecDeque<Step> = VecDeque::new();
    for iteration in 1..=settings.iterations {
        let pseudo = pseudo(&weights, &gradient, settings.c1);
        let direction = direction(&pseudo, &memory);
        let mut rate = if memory.is_empty() { 1.0 / dot(&pseudo, &pseudo).sqrt().max(1e-12) } else { 1.0 };
        let (mut next, mut slopes) = (vec![0.0; len], vec![0.0; len]);
        let mut reached = None;
        for _ in 0..LONGEST_SEARCH {
            advance(&weights, &direction, &pseudo, rate, &mut next);
            let there = at(&next, &mut slopes);
            let gain: f64 =
                pseudo.iter().zip(next.iter().zip(&weights)).map(|(slope, (n, w))| slope * (n - w)).sum();
            if there <= value + 1e-4 * gain {
                reached = Some(there);
                break;
            }
            rate /= 2.0;
        }
        let Some(there) = reached else { break };
        remember(&mut memory, &weights, &next, &gradient, &slopes);
        (weights, gradient, value) = (next, slopes, there);
        report(iteration, value);
    }
    weights
}

/// The gradient with the cost of sizes; 0 where both directions cost more.
fn pseudo(weights: &[f64], gradient: &[f64], c1: f64) -> Vec<f64> {
    let slope = |(&weight, &slope): (&f64, &f64)| match weight {
        w if w > 0.0 => slope + c1,
        w if w < 0.0 => slope - c1,
        _ if slope + c1 < 0.0 => slope + c1,
        _ if slope - c1 > 0.0 => slope - c1,
        _ => 0.0,
    };
    weights.iter().zip(gradient).map(slope).collect()
}

/// The two loops of limited-memory BFGS, kept in the orthant of steepest descent.
fn direction(pseudo: &[f64], memory: &VecDeque<Step>) -> Vec<f64> {
    let mut direction: Vec<f64> = pseudo.iter().map(|slope| -slope).collect();
    let mut factors = Vec::with_capacity(memory.len());
    for step in memory.iter().rev() {
        let factor = dot(&step.moved, &direction) / step.product;
        add(&mut direction, &step.turned, -factor);
        factors.push(factor);
    }
    if let Some(last) = memory.back() {
        let scale = last.product / dot(&last.turned, &last.turned);
        direction.iter_mut().for_each(|value| *value *= scale);
    }
    for (step, factor) in memory.iter().zip(factors.into_iter().rev()) {
        let other = dot(&step.turned, &direction) / step.product;
        add(&mut direction, &step.moved, factor - other);
    }
    for (value, slope) in direction.iter_mut().zip(pseudo) {
        if *value * slope >= 0.0 {
            *value = 0.0;
        }
    }
    direction
}

/// Goes along the direction; a weight that would change its sign becomes 0.
fn advance(weights: &[f64], direction: &[f64], pseudo: &[f64], rate: f64, next: &mut [f64]) {
    for (i, next) in next.iter_mut().enumerate() {
        let moved = weights[i] + rate * direction[i];
        let sign = if weights[i] == 0.0 { -pseudo[i] } else { weights[i] };
        *next = if moved * sign > 0.0 { moved } else { 0.0 };
    }
}

fn remember(memory: &mut VecDeque<Step>, weights: &[f64], next: &[f64], gradient: &[f64], slopes: &[f64]) {
    let moved: Vec<f64> = next.iter().zip(weights).map(|(n, w)| n - w).collect();
    let turned: Vec<f64> = slopes.iter().zip(gradient).map(|(n, g)| n - g).collect();
    let product = dot(&moved, &turned);
    if product > 1e-12 {
        if memory.len() == MEMORY {
            memory.pop_front();
        }
        memory.push_back(Step { moved, turned, product });
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn add(sum: &mut [f64], values: &[f64], factor: f64) {
    sum.iter_mut().zip(values).for_each(|(sum, value)| *sum += factor * value);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_weights_become_zero() {
        let settings = Settings { c1: 1.0, c2: 0.0, iterations: 60 };
        // (w0 - 3)² + 10 (w1 + 2)² + (w2 - 0.4)²: the size costs 1, so the minimum moves by 1 / (2 a), or to 0.
        let evaluate = |w: &[f64], g: &mut [f64]| {
            let off = [w[0] - 3.0, w[1] + 2.0, w[2] - 0.4];
            g.copy_from_slice(&[2.0 * off[0], 20.0 * off[1], 2.0 * off[2]]);
            off[0] * off[0] + 10.0 * off[1] * off[1] + off[2] * off[2]
        };
        let found = find(3, settings, evaluate, |_, _| {});
        for (value, expected) in found.iter().zip([2.5, -1.95, 0.0]) {
            assert!((value - expected).abs() < 1e-4, "{found:?}");
        }
    }
}
