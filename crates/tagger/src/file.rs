//! A weight file → its sections, once magic, format version and checksum are right.
//!
//! Layout, little-endian: 8 bytes magic, u32 format version, u32 number of sections, u64 checksum of all that follows;
//! for each section u32 length; then the sections.

use crate::bytes::Bytes;
use crate::error::{Error, ErrorKind};
use crate::hash;

const MAGIC: &[u8; 8] = b"BGTAGGER";
/// Goes up when the layout, a hash function or a feature template changes.
const FORMAT_VERSION: u32 = 1;
const HEAD: usize = 24;

/// The parts of a weight file, in their order.
#[derive(Debug)]
pub(crate) struct Sections {
    /// The version of the weights, as text.
    pub(crate) version: Bytes,
    pub(crate) table: Bytes,
    pub(crate) clusters: Bytes,
    pub(crate) gazetteer: Bytes,
    pub(crate) weights: Bytes,
}

/// Checks the file of the default tier and takes it apart.
pub(crate) fn read(file: &Bytes) -> Result<Sections, Error> {
    let [version, table, clusters, gazetteer, weights] = sections(file, MAGIC)?;
    Ok(Sections { version, table, clusters, gazetteer, weights })
}

/// Checks a file that begins with `magic` and takes it apart.
pub(crate) fn sections<const N: usize>(file: &Bytes, magic: &[u8; 8]) -> Result<[Bytes; N], Error> {
    if file.get(..8).is_none_or(|found| found != magic) {
        return Err(Error::new(ErrorKind::Magic, "this is no weight file"));
    }
    let version = u32_at(file, 8)?;
    if version != FORMAT_VERSION {
        let message = format!("format {version} was found, format {FORMAT_VERSION} is needed");
        return Err(Error::new(ErrorKind::Version, message));
    }
    let sum = u64::from(u32_at(file, 16)?) | u64::from(u32_at(file, 20)?) << 32;
    if sum != checksum(&file[HEAD..]) {
        return Err(Error::new(ErrorKind::Checksum, "the checksum is wrong, the file is damaged"));
    }
    let count = u32_at(file, 12)? as usize;
    if count != N {
        return Err(Error::new(ErrorKind::Shape, format!("{count} sections were found, {N} are needed")));
    }
    let mut start = HEAD + 4 * N;
    let mut parts = Vec::with_capacity(N);
    for at in 0..N {
        let end = start + u32_at(file, HEAD + 4 * at)? as usize;
        parts.push(cut(file, start, end)?);
        start = end;
    }
    parts.try_into().map_err(|_| Error::new(ErrorKind::Shape, "sections are missing"))
}

/// Puts the sections into one file, in the order of [`Sections`].
#[cfg(any(test, feature = "train"))]
pub(crate) fn write(sections: [&[u8]; 5]) -> Vec<u8> {
    let mut body: Vec<u8> =
        sections.iter().flat_map(|section| (section.len() as u32).to_le_bytes()).collect();
    body.extend(sections.concat());
    let count = sections.len() as u32;
    let head =
        [&MAGIC[..], &FORMAT_VERSION.to_le_bytes(), &count.to_le_bytes(), &checksum(&body).to_le_bytes()];
    [head.concat(), body].concat()
}

fn cut(file: &Bytes, start: usize, end: usize) -> Result<Bytes, Error> {
    let short = || Error::new(ErrorKind::Shape, "a section reaches beyond the file");
    file.part(start..end).ok_or_else(short)
}

fn u32_at(bytes: &[u8], at: usize) -> Result<u32, Error> {
    let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
    four.map(u32::from_le_bytes)
        .ok_or_else(|| Error::new(ErrorKind::Shape, "the head of the file is cut off"))
}

/// Four interleaved sums, so that a file of megabytes is checked in a millisecond.
fn checksum(bytes: &[u8]) -> u64 {
    let mut sums = [1u64, 2, 3, 4];
    let mut blocks = bytes.chunks_exact(32);
    for block in &mut blocks {
        for (sum, eight) in sums.iter_mut().zip(block.chunks_exact(8)) {
            let value = u64::from_le_bytes(eight.try_into().expect("eight bytes"));
            *sum = (*sum ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
        }
    }
    let rest = blocks.remainder().iter().fold(bytes.len() as u64, |sum, &byte| hash::step(sum, byte));
    sums.iter().fold(rest, |sum, &next| hash::join(sum, next))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        write([b"default-9", b"table", b"", b"places and people, forty bytes and more of them", b"w"])
    }

    fn kind(bytes: Vec<u8>) -> Option<ErrorKind> {
        read(&Bytes::loaded(&bytes)).err().map(|error| error.kind())
    }

    #[test]
    fn what_is_written_is_read() {
        let sections = read(&Bytes::loaded(&sample())).expect("it was just written");
        assert_eq!((&*sections.version, &*sections.weights), (&b"default-9"[..], &b"w"[..]));
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        for at in 0..sample().len() {
            let mut bytes = sample();
            bytes[at] ^= 0x10;
            assert!(kind(bytes).is_some(), "byte {at}");
        }
        assert_eq!(kind(b"GIF89a".to_vec()), Some(ErrorKind::Magic));
        assert_eq!(kind(sample()[..60].to_vec()), Some(ErrorKind::Checksum));
    }
}
