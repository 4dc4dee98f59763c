//! Functions of rows of numbers, in loops that compilers turn into wide instructions. Sums are taken in a fixed order.

/// How many sums run side by side.
const LANES: usize = 8;
/// Adding it moves the fraction of a number of moderate size out of its bits.
const ROUND: f32 = 12_582_912.0;

/// The exponential function, for numbers up to 80; below -87 it is nearly zero.
fn exp(x: f32) -> f32 {
    let x = x.clamp(-87.0, 80.0);
    let shifted = x * std::f32::consts::LOG2_E + ROUND;
    let whole = shifted - ROUND;
    // The logarithm of 2 in two parts, so that nothing is lost.
    let rest = x - whole * 0.693_359_4 + whole * 2.121_944_4e-4;
    let series = 1.987_569_1e-4;
    let series = series * rest + 1.398_199_9e-3;
    let series = series * rest + 8.333_452e-3;
    let series = series * rest + 4.166_579_6e-2;
    let series = series * rest + 1.666_666_5e-1;
    let series = series * rest + 0.5;
    let series = series * rest * rest + rest + 1.0;
    series * f32::from_bits(shifted.to_bits().wrapping_add(127) << 23)
}

/// The share of `x` that a Gaussian error unit lets through, times `x`.
pub(super) fn gelu(row: &mut [f32]) {
    for x in row {
        let z = x.abs() * std::f32::consts::FRAC_1_SQRT_2;
        let t = 1.0 / (1.0 + 0.327_591_1 * z);
        let series = 1.061_405_4;
        let series = series * t - 1.453_152;
        let series = series * t + 1.421_413_7;
        let series = series * t - 0.284_496_74;
        let series = series * t + 0.254_829_6;
        let error = 1.0 - series * t * exp(-z * z);
        *x *= 0.5 + 0.5 * error.copysign(*x);
    }
}

/// Makes a row add up to one, larger numbers exponentially larger.
pub(super) fn softmax(row: &mut [f32]) {
    let most = most(row, |x| x, f32::MIN);
    row.iter_mut().for_each(|x| *x = exp(*x - most));
    let share = 1.0 / sum(row, |x| x);
    row.iter_mut().for_each(|x| *x *= share);
}

/// Moves a row to mean 0 and variance 1, then scales and shifts each place.
pub(super) fn normalize(row: &mut [f32], scale: &[f32], shift: &[f32]) {
    let count = row.len() as f32;
    let mean = sum(row, |x| x) / count;
    let variance = sum(row, |x| (x - mean) * (x - mean)) / count;
    let factor = 1.0 / (variance + 1e-12).sqrt();
    for ((x, scale), shift) in row.iter_mut().zip(scale).zip(shift) {
        *x = (*x - mean) * factor * scale + shift;
    }
}

/// Adds a row to another.
pub(super) fn add(row: &mut [f32], other: &[f32]) {
    row.iter_mut().zip(other).for_each(|(x, y)| *x += y);
}

/// A row as bytes around [`ZERO`] of one scale, which is given back.
pub(super) fn quantize(row: &[f32], bytes: &mut Vec<u8>) -> f32 {
    let most = most(row, f32::abs, 1e-9);
    let factor = MOST / most;
    bytes.extend(row.iter().map(|x| (x * factor + (ROUND + f32::from(ZERO))).to_bits() as u8));
    most / MOST
}

/// The byte that stands for zero.
pub(super) const ZERO: u8 = 64;
/// The largest distance from it. With seven bits the products of bytes add up without loss on every processor.
const MOST: f32 = 63.0;

/// The largest number, `least` at the least.
fn most(row: &[f32], of: impl Fn(f32) -> f32, least: f32) -> f32 {
    let mut all = [least; LANES];
    let larger = |x: f32, y: f32| if x > y { x } else { y };
    let (blocks, rest) = row.as_chunks::<LANES>();
    for block in blocks {
        all.iter_mut().zip(block).for_each(|(most, &x)| *most = larger(of(x), *most));
    }
    let all = all.into_iter().chain(rest.iter().map(|&x| of(x)));
    all.fold(least, larger)
}

fn sum(row: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let mut sums = [0.0; LANES];
    let (blocks, rest) = row.as_chunks::<LANES>();
    for block in blocks {
        sums.iter_mut().zip(block).for_each(|(sum, &x)| *sum += of(x));
    }
    let rest: f32 = rest.iter().map(|&x| of(x)).sum();
    sums.iter().sum::<f32>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(a: f32, b: f32) -> bool {
        (a - b).abs() <= 2e-6 * b.abs().max(1.0)
    }

    #[test]
    fn functions_have_the_values_of_the_books() {
        for x in [-80.0f32, -3.3, -0.5, 0.0, 0.4, 2.0, 9.9] {
            assert!(close(exp(x), x.exp()), "{x}: {}", exp(x));
        }
        let mut row = [-3.0, -1.0, 0.0, 0.5, 2.0];
        gelu(&mut row);
        for (x, expected) in row.iter().zip([-0.004_049_7, -0.158_655_3, 0.0, 0.345_731_2, 1.954_499_7]) {
            assert!(close(*x, expected), "{x} {expected}");
        }
    }

    #[test]
    fn rows_are_scaled() {
        let mut row: Vec<f32> = (0..19).map(|x| x as f32).collect();
        softmax(&mut row);
        assert!(close(row.iter().sum(), 1.0) && close(row[18] / row[17], std::f32::consts::E));
        let mut row = [1.0, 2.0, 3.0];
        normalize(&mut row, &[1.0; 3], &[0.5; 3]);
        assert!(close(row[1], 0.5) && close(row[0], 0.5 - 1.224_744_9));
        let mut bytes = Vec::new();
        let scale = quantize(&[-2.0, 0.0, 1.0, 4.0], &mut bytes);
        assert!(bytes == [32, 64, 80, 127] && close(scale, 4.0 / 63.0), "{bytes:?}");
    }
}
