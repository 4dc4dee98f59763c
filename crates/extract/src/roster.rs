//! Lists of names that a user gives → [`Roster`]: a million of them and more, found in a text as fast as it is read.
//!
//! Lists are tables (`.csv`, `.toml`) or FollowTheMoney entities, a JSON object a line, as OpenSanctions publishes them. All
//! names go into one finite-state transducer; a packed roster is read back from its bytes without a look at the lists.

mod entry;
mod table;
mod ftm;

use std::collections::BTreeMap;

use deunicode::deunicode_char;
use diag::Sink;
use fst::raw::Output;
use fst::{Map, MapBuilder};
use model::{CountryCode, EntityKind};
use rayon::prelude::*;

pub(crate) use entry::Listing;

/// The names of all lists.
pub(crate) struct Roster {
    names: Map<Vec<u8>>,
    /// For each name, at the place that the map gives, how many entries bear it and where each stands; and the entries.
    entries: Vec<u8>,
}

/// The first bytes of a packed roster; the digit goes up with the format.
const MAGIC: &[u8] = b"roster1\n";

/// How many words of a text are looked at from where a name begins.
const MOST_WORDS: usize = 12;

impl Roster {
    /// The roster of lists, each with its file name and bytes. What cannot be read in them is reported.
    pub(crate) fn of(lists: &[(String, Vec<u8>)], sink: &mut Sink) -> Self {
        let mut listings = Vec::new();
        for (name, bytes) in lists {
            if name.ends_with(".csv") {
                listings.extend(table::csv(name, bytes, sink));
            } else if name.ends_with(".toml") {
                listings.extend(table::toml(name, bytes, sink));
            } else {
                listings.extend(ftm::read(name, bytes, sink));
            }
        }
        Self::build(&listings)
    }

    fn build(listings: &[Listing]) -> Self {
        let mut entries = Vec::new();
        let places = listings.iter().map(|listing| {
            let at = u32::try_from(entries.len()).unwrap_or(u32::MAX);
            entry::write(listing, &mut entries);
            at
        });
        let places: Vec<u32> = places.collect();
        let keys = |(listing, at): (&Listing, u32)| {
            let all = std::iter::once(&listing.name).chain(&listing.aliases);
            let keys = all.map(|name| key(name)).filter(|key| fits(key, listing.kind));
            keys.map(|key| (key, at)).collect::<Vec<_>>()
        };
        let mut names: Vec<(String, u32)> = listings.par_iter().zip(places).flat_map_iter(keys).collect();
        names.par_sort_unstable();
        names.dedup();
        let mut map = MapBuilder::memory();
        for same in names.chunk_by(|a, b| a.0 == b.0) {
            let place = entries.len() as u64;
            entries.extend(u16::try_from(same.len()).unwrap_or(u16::MAX).to_le_bytes());
            same.iter().take(usize::from(u16::MAX)).for_each(|(_, at)| entries.extend(at.to_le_bytes()));
            map.insert(&same[0].0, place).expect("keys are sorted and each is there once");
        }
        let names = map.into_inner().and_then(Map::new).expect("a map in memory is whole");
        Self { names, entries }
    }

    /// The roster as bytes.
    pub(crate) fn pack(&self) -> Vec<u8> {
        let map = self.names.as_fst().as_bytes();
        let mut bytes = MAGIC.to_vec();
        bytes.extend((map.len() as u64).to_le_bytes());
        bytes.extend(map);
        bytes.extend(&self.entries);
        bytes
    }

    /// The roster of packed bytes; none when they are not one.
    pub(crate) fn unpack(mut bytes: Vec<u8>) -> Option<Self> {
        let head = MAGIC.len() + 8;
        let length = bytes.strip_prefix(MAGIC)?.get(..8)?;
        let length = usize::try_from(u64::from_le_bytes(length.try_into().ok()?)).ok()?;
        let entries = bytes.get(head.checked_add(length)?..)?.to_vec();
        bytes.truncate(head + length);
        bytes.drain(..head);
        Some(Self { names: Map::new(bytes).ok()?, entries })
    }

    /// The longest name that begins at `words[at]`: how many words it has, and of what kind all its bearers are.
    pub(crate) fn name_at(&self, words: &[&str], at: usize) -> Option<(usize, EntityKind)> {
        let fst = self.names.as_fst();
        let (mut node, mut out) = (fst.root(), Output::zero());
        let mut found = None;
        for (count, word) in words[at..].iter().take(MOST_WORDS).enumerate() {
            let gap = if count == 0 { "" } else { " " };
            for byte in gap.bytes().chain(key(word).into_bytes()) {
                let Some(step) = node.find_input(byte) else { return self.kind(found) };
                let step = node.transition(step);
                out = out.cat(step.out);
                node = fst.node(step.addr);
            }
            if node.is_final() {
                found = Some((count + 1, out.cat(node.final_output()).value()));
            }
        }
        self.kind(found)
    }

    fn kind(&self, found: Option<(usize, u64)>) -> Option<(usize, EntityKind)> {
        let (len, place) = found?;
        let mut kinds = self.places(place).into_iter().map(|at| entry::kind(&self.entries, at));
        let first = kinds.next().flatten()?;
        kinds.all(|kind| kind == Some(first)).then_some((len, first))
    }

    fn places(&self, place: u64) -> Vec<usize> {
        let from = place as usize;
        let bytes = |from: usize, len: usize| self.entries.get(from..from + len);
        let count = bytes(from, 2).map_or(0, |b| u16::from_le_bytes([b[0], b[1]]));
        let at = |n: usize| {
            bytes(from + 2 + 4 * n, 4).map(|b| u32::from_le_bytes([b[0], b[1], b[2], b[3]]) as usize)
        };
        (0..usize::from(count)).filter_map(at).collect()
    }

    /// The one entry of this kind that bears one of the names and belongs to no other country. Of several, the one that is
    /// known to belong to this country; else none, for a name alone says nothing of who of them it is.
    pub(crate) fn find<'n>(
        &self,
        kind: EntityKind,
        names: impl Iterator<Item = &'n str>,
        country: Option<CountryCode>,
    ) -> Option<Listing> {
        let mut found: BTreeMap<usize, Listing> = BTreeMap::new();
        for name in names.map(key).filter(|key| fits(key, kind)) {
            let Some(place) = self.names.get(&name) else { continue };
            for at in self.places(place) {
                found.extend(
                    entry::read(&self.entries, at).filter(|entry| entry.kind == kind).map(|e| (at, e)),
                );
            }
        }
        let foreign =
            |entry: &Listing| entry.country.is_some() && country.is_some() && entry.country != country;
        found.retain(|_, entry| !foreign(entry));
        if found.len() > 1 {
            found.retain(|_, entry| entry.country.is_some() && entry.country == country);
        }
        found.pop_first().filter(|_| found.is_empty()).map(|(_, entry)| entry)
    }

    /// How many different names there are.
    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }
}

impl std::fmt::Debug for Roster {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Roster of {} names", self.len())
    }
}

/// A name in the form under which it is looked up: ASCII, lower case, without marks, one space between words.
fn key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    let mut gap = false;
    let mut push = |c: char| match c {
        'a'..='z' | '0'..='9' => {
            if std::mem::take(&mut gap) && !key.is_empty() {
                key.push(' ');
            }
            key.push(c);
        }
        'A'..='Z' => {
            if std::mem::take(&mut gap) && !key.is_empty() {
                key.push(' ');
            }
            key.push(c.to_ascii_lowercase());
        }
        '-' | ' ' => gap = true,
        _ => {}
    };
    for c in name.chars() {
        if c.is_ascii() {
            push(c);
        } else if c.is_whitespace() {
            push(' ');
        } else {
            deunicode_char(c).unwrap_or_default().chars().for_each(&mut push);
        }
    }
    key
}

/// Whether a name says enough: a person has two words and more, everything three letters.
fn fits(key: &str, kind: EntityKind) -> bool {
    key.len() > 2 && (kind != EntityKind::Person || key.contains(' '))
}

#[cfg(test)]
mod tests;
