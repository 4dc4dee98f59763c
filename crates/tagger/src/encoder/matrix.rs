//! Rows of numbers times matrices: of bytes for what was learned, of numbers for attention.

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix, QuantParams};
use rten_tensor::{Matrix, NdTensorView};

use super::math;

/// Multiplies with the widest instructions that the processor has. Cheap to make, and not to be shared by threads.
pub(super) struct Multiplier {
    bytes: GemmExecutor<u8, i8, i32>,
    numbers: GemmExecutor<f32>,
}

/// A matrix of bytes with a scale for each output, laid out for the processor, and what is added to its product.
pub(super) struct Linear {
    packed: PackedBMatrix<i8>,
    inputs: usize,
    scales: Vec<f32>,
    bias: Vec<f32>,
}

/// Rows of one width that stand at a distance from each other in a row of numbers.
#[derive(Clone, Copy)]
pub(super) struct Strided<'a> {
    pub(super) numbers: &'a [f32],
    pub(super) count: usize,
    pub(super) width: usize,
    pub(super) distance: usize,
}

impl Multiplier {
    pub(super) fn new() -> Self {
        Self { bytes: GemmExecutor::new(), numbers: GemmExecutor::new() }
    }

    /// Lays out a matrix that is given output by output.
    pub(super) fn linear(&self, weights: &[i8], scales: Vec<f32>, bias: Vec<f32>) -> Linear {
        let inputs = weights.len() / bias.len();
        let view: Matrix<i8> = NdTensorView::from_data([bias.len(), inputs], weights);
        Linear { packed: self.bytes.prepack_b(view.transposed()), inputs, scales, bias }
    }

    /// Each row times the matrix, plus what is added.
    pub(super) fn apply(&self, linear: &Linear, rows: &[f32]) -> Vec<f32> {
        let count = rows.len() / linear.inputs;
        let mut bytes = Vec::with_capacity(rows.len());
        let scales: Vec<f32> =
            rows.chunks_exact(linear.inputs).map(|row| math::quantize(row, &mut bytes)).collect();
        let zeros = vec![math::ZERO; count];
        let outputs = linear.bias.len();
        let mut sums = vec![0i32; count * outputs];
        let view: Matrix<u8> = NdTensorView::from_data([count, linear.inputs], bytes.as_slice());
        let options =
            GemmOptions { a_quant: Some(QuantParams { zero_point: &zeros }), ..GemmOptions::default() };
        self.bytes
            .gemm(&mut sums, GemmInputA::Unpacked(view), GemmInputB::Packed(&linear.packed), options)
            .expect("the sizes of the weights were checked when they were read");
        let mut numbers = vec![0.0; sums.len()];
        let sized = numbers.chunks_exact_mut(outputs).zip(sums.chunks_exact(outputs)).zip(scales);
        for ((row, sums), scale) in sized {
            let learned = sums.iter().zip(&linear.scales).zip(&linear.bias);
            for (number, ((&sum, of_output), bias)) in row.iter_mut().zip(learned) {
                *number = sum as f32 * (scale * of_output) + bias;
            }
        }
        numbers
    }

    /// Each row of the first times each row of the second.
    pub(super) fn compare(&self, first: Strided, second: Strided, factor: f32, out: &mut [f32]) {
        let options = GemmOptions { alpha: factor, ..GemmOptions::default() };
        self.numbers
            .gemm(
                out,
                GemmInputA::Unpacked(first.view()),
                GemmInputB::Unpacked(second.view().transposed()),
                options,
            )
            .expect("both have one width");
    }

    /// The rows of the second, mixed by the shares in each row of the first.
    pub(super) fn mix(&self, shares: &[f32], second: Strided, out: &mut [f32]) {
        let first =
            Strided { numbers: shares, count: second.count, width: second.count, distance: second.count };
        self.numbers
            .gemm(
                out,
                GemmInputA::Unpacked(first.view()),
                GemmInputB::Unpacked(second.view()),
                GemmOptions::default(),
            )
            .expect("a share for each row");
    }
}

impl<'a> Strided<'a> {
    fn view(self) -> Matrix<'a, f32> {
        NdTensorView::from_slice_with_strides([self.count, self.width], self.numbers, [self.distance, 1])
            .expect("rows end within the numbers")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_of_bytes_are_those_of_the_numbers_they_stand_for() {
        let multiplier = Multiplier::new();
        let weights: Vec<i8> = (0..6 * 40).map(|i| ((i * 37) % 255 - 127) as i8).collect();
        let linear = multiplier.linear(&weights, vec![0.01; 6], vec![1.0; 6]);
        // The largest of each row is 2, so its bytes count in steps of 2/63, on which all its numbers lie.
        let step = |i: i32| if i % 40 == 0 { 63 } else { (i * 29) % 127 - 63 };
        let rows: Vec<f32> = (0..3 * 40).map(|i| step(i) as f32 * 2.0 / 63.0).collect();
        for (at, found) in multiplier.apply(&linear, &rows).into_iter().enumerate() {
            let (row, output) = (at / 6, at % 6);
            let product = |i: usize| rows[row * 40 + i] * f32::from(weights[output * 40 + i]) * 0.01;
            let exact = 1.0 + (0..40).map(product).sum::<f32>();
            assert!((found - exact).abs() < 1e-4, "{found} {exact}");
        }
    }

    #[test]
    fn rows_may_stand_apart() {
        let multiplier = Multiplier::new();
        let numbers: Vec<f32> = (0..12).map(|i| i as f32).collect();
        let rows = |from: usize| Strided { numbers: &numbers[from..], count: 2, width: 2, distance: 6 };
        let mut out = [0.0; 4];
        multiplier.compare(rows(0), rows(2), 0.5, &mut out);
        assert_eq!(out, [1.5, 4.5, 16.5, 55.5]);
        multiplier.mix(&[1.0, 0.0, 0.5, 0.5], rows(4), &mut out);
        assert_eq!(out, [4.0, 5.0, 7.0, 8.0]);
    }
}
