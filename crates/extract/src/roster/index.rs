//! Shards → [`Index`]: every name once, sorted, with the entries that bear it; one run of bytes, as it is kept on the disk.
//!
//! The bytes: [`MAGIC`]; how many names there are, how long the names are together; where each name ends; where each name's
//! bearers stand; for the three first letters of a name the first that has them; the names; the entries, and after them for
//! each name how many bear it and where they begin. Numbers are little-endian, of four bytes, but for the two lengths (eight)
//! and the count of bearers (two).

use rayon::prelude::*;

use crate::roster::key;
use crate::roster::shard::Shard;

/// The first bytes; the digit goes up with the format.
const MAGIC: &[u8] = b"roster2\n";

/// The length of what stands before the first section.
const HEAD: usize = MAGIC.len() + 16;

/// How many signs a name is made of, and nothing.
const SIGNS: usize = 37;

/// How many beginnings of three signs there are.
const BEGINNINGS: usize = SIGNS * SIGNS * SIGNS;

/// The most bytes that entries may have, and names, so that every place in the index can be told with four bytes. A million
/// entries have some fifty million; shards beyond are left out.
const MOST: usize = u32::MAX as usize / 4;

/// The names of all lists and their entries.
pub(super) struct Index {
    bytes: Vec<u8>,
    /// How many names there are.
    count: usize,
    /// Where each section begins.
    ends: usize,
    bearers: usize,
    beginnings: usize,
    keys: usize,
    entries: usize,
    /// Where the bytes of the index begin; before that stands what is not its own.
    from: usize,
}

/// A name while all are sorted: its first eight bytes, where it is, and where its entry begins.
type Spot = (u64, u32, u32, u32);

impl Index {
    /// The index of all entries of these pieces.
    pub(super) fn build(shards: Vec<Shard>) -> Self {
        let (mut entries, mut keys, mut spots) = (Vec::new(), Vec::new(), Vec::<Spot>::new());
        for shard in shards {
            if entries.len() + shard.entries.len() > MOST || keys.len() + shard.keys.len() > MOST {
                break;
            }
            let (entry, key) = (entries.len() as u32, keys.len() as u32);
            let mut begin = 0;
            for (end, at) in shard.names {
                let first = first_bytes(&shard.keys.as_bytes()[begin as usize..end as usize]);
                spots.push((first, key + begin, key + end, entry + at));
                begin = end;
            }
            entries.extend(shard.entries);
            keys.extend(shard.keys.into_bytes());
        }
        let of = |spot: &Spot| &keys[spot.1 as usize..spot.2 as usize];
        spots.par_sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| of(a).cmp(of(b))).then(a.3.cmp(&b.3)));
        let (mut sorted, mut ends, mut bearers) =
            (Vec::<u8>::with_capacity(keys.len()), Vec::new(), Vec::new());
        let mut beginnings = vec![0_u32; BEGINNINGS + 1];
        for same in spots.chunk_by(|a, b| of(a) == of(b)) {
            sorted.extend(of(&same[0]));
            ends.push(sorted.len() as u32);
            bearers.push(entries.len() as u32);
            beginnings[beginning(of(&same[0]), 0) + 1] += 1;
            let mut all: Vec<u32> = same.iter().map(|spot| spot.3).collect();
            all.dedup();
            all.truncate(usize::from(u16::MAX));
            entries.extend((all.len() as u16).to_le_bytes());
            all.iter().for_each(|at| entries.extend(at.to_le_bytes()));
        }
        (1..=BEGINNINGS).for_each(|at| beginnings[at] += beginnings[at - 1]);
        let mut bytes =
            Vec::with_capacity(HEAD + 4 * (2 * ends.len() + BEGINNINGS + 1) + sorted.len() + entries.len());
        bytes.extend(MAGIC);
        bytes.extend((ends.len() as u64).to_le_bytes());
        bytes.extend((sorted.len() as u64).to_le_bytes());
        [ends, bearers, beginnings].iter().flatten().for_each(|number| bytes.extend(number.to_le_bytes()));
        bytes.extend(sorted);
        bytes.extend(entries);
        Self::unpack(bytes, 0).expect("what is written is read")
    }

    /// The index of its bytes, which begin at `from`; none when they are not one.
    pub(super) fn unpack(bytes: Vec<u8>, from: usize) -> Option<Self> {
        let head = bytes.get(from..)?.strip_prefix(MAGIC)?;
        let number = |at: usize| usize::try_from(u64::from_le_bytes(*head.get(at..)?.first_chunk()?)).ok();
        let (count, length) = (number(0)?, number(8)?);
        let ends = from + HEAD;
        let bearers = count.checked_mul(4)?.checked_add(ends)?;
        let beginnings = bearers.checked_add(4 * count)?;
        let keys = beginnings.checked_add(4 * (BEGINNINGS + 1))?;
        let entries = keys.checked_add(length)?;
        (entries <= bytes.len()).then_some(Self {
            bytes,
            count,
            ends,
            bearers,
            beginnings,
            keys,
            entries,
            from,
        })
    }

    /// All of it as bytes.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes[self.from..]
    }

    /// How many names there are.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// The entries, at the places that [`Index::bearers`] gives.
    pub(super) fn entries(&self) -> &[u8] {
        &self.bytes[self.entries..]
    }

    /// Where the entries stand that bear a name.
    pub(super) fn bearers(&self, name: usize) -> impl Iterator<Item = usize> {
        let place = self.entries + self.number(self.bearers, name);
        let count = self.bytes.get(place..).and_then(|bytes| bytes.first_chunk()).copied();
        (0..usize::from(count.map_or(0, u16::from_le_bytes))).map(move |nth| self.number(place + 2, nth))
    }

    /// The number of a name that is one of the index.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let (low, high) = self.beginning(name.as_bytes());
        let at = self.first_from(low, high, name.as_bytes());
        (at < high && self.key(at) == name.as_bytes()).then_some(at)
    }

    /// A walk along the words of a text.
    pub(super) fn walk(&self) -> Walk<'_> {
        Walk { index: self, words: String::new(), low: 0, high: 0 }
    }

    fn number(&self, section: usize, at: usize) -> usize {
        let bytes = self.bytes.get(section + 4 * at..).and_then(|bytes| bytes.first_chunk()).copied();
        u32::from_le_bytes(bytes.unwrap_or_default()) as usize
    }

    fn key(&self, name: usize) -> &[u8] {
        let begin = if name == 0 { 0 } else { self.number(self.ends, name - 1) };
        self.bytes.get(self.keys + begin..self.keys + self.number(self.ends, name)).unwrap_or_default()
    }

    /// The first name in a range, and the end of it, in which all names stand that begin so.
    fn beginning(&self, words: &[u8]) -> (usize, usize) {
        let low = self.number(self.beginnings, beginning(words, 0));
        (low, self.number(self.beginnings, beginning(words, SIGNS - 1) + 1).min(self.count))
    }

    /// The first name in a range that is not before these words.
    fn first_from(&self, mut low: usize, mut high: usize, words: &[u8]) -> usize {
        while low < high {
            let middle = low.midpoint(high);
            if self.key(middle) < words { low = middle + 1 } else { high = middle }
        }
        low
    }
}

/// Words of a text, as long as a name begins with them.
pub(super) struct Walk<'i> {
    index: &'i Index,
    /// In comparable form.
    words: String,
    /// The first name that is not before the words.
    low: usize,
    /// The end of the names that may begin with them.
    high: usize,
}

impl Walk<'_> {
    /// Takes the next word; whether any name begins so.
    pub(super) fn step(&mut self, word: &str) -> bool {
        let is_first = self.words.is_empty();
        if !is_first {
            self.words.push(' ');
        }
        key::write(word, &mut self.words);
        if is_first {
            (self.low, self.high) = self.index.beginning(self.words.as_bytes());
        }
        self.low = self.index.first_from(self.low, self.high, self.words.as_bytes());
        self.low < self.high && self.index.key(self.low).starts_with(self.words.as_bytes())
    }

    /// The name that the words are.
    pub(super) fn name(&self) -> Option<usize> {
        let is_it = self.low < self.high && self.index.key(self.low) == self.words.as_bytes();
        is_it.then_some(self.low)
    }
}

/// The first eight bytes as a number of the same order.
fn first_bytes(key: &[u8]) -> u64 {
    let mut first = [0; 8];
    let length = key.len().min(8);
    first[..length].copy_from_slice(&key[..length]);
    u64::from_be_bytes(first)
}

/// The number of the first three signs; what is not there counts as `missing`.
fn beginning(key: &[u8], missing: usize) -> usize {
    let sign = |at: usize| match key.get(at) {
        None => missing,
        Some(digit @ b'0'..=b'9') => usize::from(digit - b'0') + 1,
        Some(letter @ b'a'..=b'z') => usize::from(letter - b'a') + 11,
        Some(_) => 0,
    };
    (sign(0) * SIGNS + sign(1)) * SIGNS + sign(2)
}
