//! A piece of a list → [`Shard`]: its entries as bytes, and their names. Pieces are read side by side.

use crate::roster::entry::{self, Listing};
use crate::roster::key;

/// The entries of a piece of a list.
#[derive(Debug, Default)]
pub(super) struct Shard {
    /// One after the other.
    pub(super) entries: Vec<u8>,
    /// The names in comparable form, one after the other.
    pub(super) keys: String,
    /// For each name where it ends in `keys`, and where the entry that bears it begins in `entries`.
    pub(super) names: Vec<(u32, u32)>,
}

impl Shard {
    /// Adds an entry.
    pub(super) fn add(&mut self, listing: &Listing) {
        let at = self.entries.len() as u32;
        entry::write(listing, &mut self.entries);
        for name in std::iter::once(&listing.name).chain(&listing.aliases) {
            let begin = self.keys.len();
            key::write(name, &mut self.keys);
            if key::fits(&self.keys[begin..], listing.kind) {
                self.names.push((self.keys.len() as u32, at));
            } else {
                self.keys.truncate(begin);
            }
        }
    }
}
