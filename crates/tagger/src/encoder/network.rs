//! A row of pieces → the scores of the labels of its words: six layers of attention, in bytes where it matters.

use super::math;
use super::matrix::{Linear, Multiplier, Strided};
use super::read::{Norm, Pieces, Reader, Table};
use crate::bytes::Bytes;
use crate::clue;
use crate::error::{Error, ErrorKind};
use crate::weight::LABELS;

const WIDTH: usize = 384;
const HEADS: usize = 12;
const HEAD: usize = WIDTH / HEADS;
const INNER: usize = 1536;
const HIDDEN: usize = 256;
/// How many pieces are read at once; `training/encoder/data.py` has the same number.
pub(super) const LENGTH: usize = 128;

/// A word as the network reads it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Input<'a> {
    pub(super) pieces: &'a [u16],
    pub(super) clues: &'a [u16],
}

/// What was learned.
pub(super) struct Network {
    pieces: Pieces,
    places: Table,
    clues: Table,
    norm: Norm,
    layers: Vec<Layer>,
    hidden: Linear,
    late_clues: Table,
    labels: Vec<f32>,
    bias: Vec<f32>,
}

struct Layer {
    attention: Linear,
    out: Linear,
    attention_norm: Norm,
    up: Linear,
    down: Linear,
    norm: Norm,
}

impl Network {
    /// Reads a network whose vocabulary has `pieces` rows.
    pub(super) fn read(section: Bytes, pieces: usize) -> Result<Network, Error> {
        let multiplier = Multiplier::new();
        let mut reader = Reader::new(section, &multiplier);
        let layers = usize::from(reader.bytes(1)?[0]);
        let pieces = reader.pieces(pieces, WIDTH)?;
        let places = reader.table(LENGTH, WIDTH)?;
        let clues = reader.table(clue::COUNT, WIDTH)?;
        let norm = reader.norm(WIDTH)?;
        let layers = (0..layers).map(|_| Layer::read(&mut reader)).collect::<Result<_, _>>()?;
        let hidden = reader.linear(HIDDEN, WIDTH)?;
        let late_clues = reader.table(clue::COUNT, HIDDEN)?;
        let (labels, bias) = (reader.numbers(LABELS * HIDDEN)?, reader.numbers(LABELS)?);
        if !reader.is_done() {
            return Err(Error::new(ErrorKind::Shape, "the weights of the encoder do not fit"));
        }
        Ok(Network { pieces, places, clues, norm, layers, hidden, late_clues, labels, bias })
    }

    /// The scores of each word: logarithms of probabilities. `edges` are the pieces before the first word and after the last.
    pub(super) fn scores(&self, words: &[Input], edges: [u16; 2]) -> Vec<[f32; LABELS]> {
        let multiplier = Multiplier::new();
        let (mut x, heads) = self.embed(words, edges);
        for layer in &self.layers {
            layer.apply(&multiplier, &mut x);
        }
        let first: Vec<f32> =
            heads.iter().flat_map(|&at| &x[at * WIDTH..(at + 1) * WIDTH]).copied().collect();
        let mut hidden = multiplier.apply(&self.hidden, &first);
        let rows = words.iter().zip(hidden.chunks_exact_mut(HIDDEN));
        rows.map(|(word, row)| {
            word.clues.iter().for_each(|&clue| self.late_clues.add(usize::from(clue), row));
            math::gelu(row);
            self.label(row)
        })
        .collect()
    }

    /// What the first layer reads, and the place of each word's first piece.
    fn embed(&self, words: &[Input], edges: [u16; 2]) -> (Vec<f32>, Vec<usize>) {
        let count = words.iter().map(|word| word.pieces.len()).sum::<usize>() + 2;
        let mut x = vec![0.0; count * WIDTH];
        let mut rows = x.chunks_exact_mut(WIDTH).enumerate();
        let mut heads = Vec::with_capacity(words.len());
        let mut put = |piece: u16, clues: &[u16]| {
            let Some((place, row)) = rows.next() else { return 0 };
            self.pieces.add(usize::from(piece), row);
            self.places.add(place, row);
            clues.iter().for_each(|&clue| self.clues.add(usize::from(clue), row));
            math::normalize(row, &self.norm.scale, &self.norm.shift);
            place
        };
        put(edges[0], &[]);
        for word in words {
            let places: Vec<usize> = word.pieces.iter().map(|&piece| put(piece, word.clues)).collect();
            heads.push(places[0]);
        }
        put(edges[1], &[]);
        (x, heads)
    }

    fn label(&self, hidden: &[f32]) -> [f32; LABELS] {
        let mut scores = [0.0; LABELS];
        for (label, score) in scores.iter_mut().enumerate() {
            let weights = &self.labels[label * HIDDEN..(label + 1) * HIDDEN];
            *score = self.bias[label] + weights.iter().zip(hidden).map(|(w, x)| w * x).sum::<f32>();
        }
        math::softmax(&mut scores);
        scores.map(|share| share.max(1e-12).ln())
    }
}

impl Layer {
    fn read(reader: &mut Reader) -> Result<Layer, Error> {
        Ok(Layer {
            attention: reader.linear(3 * WIDTH, WIDTH)?,
            out: reader.linear(WIDTH, WIDTH)?,
            attention_norm: reader.norm(WIDTH)?,
            up: reader.linear(INNER, WIDTH)?,
            down: reader.linear(WIDTH, INNER)?,
            norm: reader.norm(WIDTH)?,
        })
    }

    fn apply(&self, multiplier: &Multiplier, x: &mut [f32]) {
        let seen = self.attend(multiplier, x);
        join(x, &multiplier.apply(&self.out, &seen), &self.attention_norm);
        let mut inner = multiplier.apply(&self.up, x);
        math::gelu(&mut inner);
        join(x, &multiplier.apply(&self.down, &inner), &self.norm);
    }

    /// What each piece takes from the others, head by head.
    fn attend(&self, multiplier: &Multiplier, x: &[f32]) -> Vec<f32> {
        let count = x.len() / WIDTH;
        let asked = multiplier.apply(&self.attention, x);
        let (mut shares, mut mixed) = (vec![0.0; count * count], vec![0.0; count * HEAD]);
        let mut seen = vec![0.0; x.len()];
        for head in 0..HEADS {
            let part = |third: usize| Strided {
                numbers: &asked[third * WIDTH + head * HEAD..],
                count,
                width: HEAD,
                distance: 3 * WIDTH,
            };
            multiplier.compare(part(0), part(1), (HEAD as f32).sqrt().recip(), &mut shares);
            shares.chunks_exact_mut(count).for_each(math::softmax);
            multiplier.mix(&shares, part(2), &mut mixed);
            for (to, from) in seen.chunks_exact_mut(WIDTH).zip(mixed.chunks_exact(HEAD)) {
                to[head * HEAD..(head + 1) * HEAD].copy_from_slice(from);
            }
        }
        seen
    }
}

/// Adds to each row and normalizes it.
fn join(x: &mut [f32], more: &[f32], norm: &Norm) {
    for (row, more) in x.chunks_exact_mut(WIDTH).zip(more.chunks_exact(WIDTH)) {
        math::add(row, more);
        math::normalize(row, &norm.scale, &norm.shift);
    }
}
