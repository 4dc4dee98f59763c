//! The sections of a weight file → the parts of a network, their sizes checked.
//!
//! Numbers are little-endian. A table of bytes is its rows (i8) and a scale (f32) for each; a matrix is a table and a number
//! (f32) that is added for each row. `training/encoder/pack.py` writes them.

use super::matrix::{Linear, Multiplier};
use crate::bytes::Bytes;
use crate::error::{Error, ErrorKind};

/// Rows of bytes with a scale each.
pub(super) struct Table {
    bytes: Bytes,
    scales: Vec<f32>,
    width: usize,
}

/// The embeddings of the pieces: four bits a number, a scale (the upper half of an f32) for each [`GROUP`] numbers.
pub(super) struct Pieces {
    nibbles: Bytes,
    scales: Bytes,
    width: usize,
}

/// A scale and a shift for each place of a row.
pub(super) struct Norm {
    pub(super) scale: Vec<f32>,
    pub(super) shift: Vec<f32>,
}

const GROUP: usize = 32;

/// Takes parts off the head of a section.
pub(super) struct Reader<'m> {
    rest: Bytes,
    multiplier: &'m Multiplier,
}

impl<'m> Reader<'m> {
    pub(super) fn new(section: Bytes, multiplier: &'m Multiplier) -> Self {
        Self { rest: section, multiplier }
    }

    pub(super) fn bytes(&mut self, len: usize) -> Result<Bytes, Error> {
        let all = self.rest.len();
        let (Some(head), Some(rest)) = (self.rest.part(0..len), self.rest.part(len.min(all)..all)) else {
            return Err(Error::new(ErrorKind::Shape, "the weights of the encoder are cut off"));
        };
        self.rest = rest;
        Ok(head)
    }

    pub(super) fn numbers(&mut self, count: usize) -> Result<Vec<f32>, Error> {
        let bytes = self.bytes(4 * count)?;
        let four = |four: &[u8]| f32::from_le_bytes([four[0], four[1], four[2], four[3]]);
        Ok(bytes.chunks_exact(4).map(four).collect())
    }

    pub(super) fn table(&mut self, rows: usize, width: usize) -> Result<Table, Error> {
        Ok(Table { bytes: self.bytes(rows * width)?, scales: self.numbers(rows)?, width })
    }

    pub(super) fn linear(&mut self, outputs: usize, inputs: usize) -> Result<Linear, Error> {
        let table = self.table(outputs, inputs)?;
        let weights: Vec<i8> = table.bytes.iter().map(|&byte| byte as i8).collect();
        let bias = self.numbers(outputs)?;
        Ok(self.multiplier.linear(&weights, table.scales, bias))
    }

    pub(super) fn norm(&mut self, width: usize) -> Result<Norm, Error> {
        Ok(Norm { scale: self.numbers(width)?, shift: self.numbers(width)? })
    }

    pub(super) fn pieces(&mut self, rows: usize, width: usize) -> Result<Pieces, Error> {
        let nibbles = self.bytes(rows * width / 2)?;
        Ok(Pieces { nibbles, scales: self.bytes(rows * width / GROUP * 2)?, width })
    }

    /// Whether everything has been taken.
    pub(super) fn is_done(&self) -> bool {
        self.rest.is_empty()
    }
}

impl Table {
    /// Adds a row; one that the table does not have is zero.
    pub(super) fn add(&self, row: usize, to: &mut [f32]) {
        if let (Some(scale), Some(bytes)) = (self.scales.get(row), self.bytes.get(row * self.width..)) {
            to.iter_mut().zip(bytes).for_each(|(x, &byte)| *x += f32::from(byte as i8) * scale);
        }
    }
}

impl Pieces {
    /// Adds the embedding of a piece.
    pub(super) fn add(&self, piece: usize, to: &mut [f32]) {
        let nibbles = self.nibbles.get(piece * self.width / 2..).unwrap_or_default();
        let scales = self.scales.get(piece * self.width / GROUP * 2..).unwrap_or_default();
        let groups =
            to.chunks_exact_mut(GROUP).zip(nibbles.chunks_exact(GROUP / 2)).zip(scales.chunks_exact(2));
        for ((to, nibbles), scale) in groups {
            let scale = f32::from_bits(u32::from(scale[1]) << 24 | u32::from(scale[0]) << 16);
            for (two, byte) in to.chunks_exact_mut(2).zip(nibbles) {
                two[0] += f32::from((byte & 15) as i8 - 8) * scale;
                two[1] += f32::from((byte >> 4) as i8 - 8) * scale;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_read_and_a_cut_one_is_refused() {
        let multiplier = Multiplier::new();
        let scale = [0.5f32.to_le_bytes(), 2.0f32.to_le_bytes()].concat();
        let section = [&[1, 2, 255, 4][..], &scale].concat();
        let mut reader = Reader::new(Bytes::loaded(&section), &multiplier);
        let table = reader.table(2, 2).expect("it fits");
        let mut row = [1.0, 1.0];
        table.add(1, &mut row);
        table.add(7, &mut row);
        assert_eq!((row, reader.is_done()), ([-1.0, 9.0], true));
        let mut reader = Reader::new(Bytes::loaded(&section[..9]), &multiplier);
        assert_eq!(reader.table(2, 2).map(drop).map_err(|error| error.kind()), Err(ErrorKind::Shape));
    }

    #[test]
    fn pieces_have_four_bits_a_number() {
        let multiplier = Multiplier::new();
        let half = (0.5f32.to_bits() >> 16) as u16;
        let section = [&[0x80; 16][..], &[0xf7; 16], &half.to_le_bytes(), &half.to_le_bytes()].concat();
        let mut reader = Reader::new(Bytes::loaded(&section), &multiplier);
        let pieces = reader.pieces(2, 32).expect("it fits");
        let mut row = [0.0; 32];
        pieces.add(1, &mut row);
        assert_eq!((row[0], row[1], row[31]), (-0.5, 3.5, 3.5));
    }
}
