//! Lists of names that a user gives → [`Roster`]: a million of them and more, found in a text as fast as it is read.
//!
//! Lists are tables (`.csv`, `.toml`) or FollowTheMoney entities, a JSON object a line, as OpenSanctions publishes them. They
//! are read in pieces on all cores, and all names go into one sorted index; a packed roster is read back from its bytes without
//! a look at the lists.

mod entry;
mod key;
mod shard;
mod index;
mod table;
mod ftm;

use std::collections::BTreeMap;

use diag::Sink;
use model::{CountryCode, EntityKind};

pub(crate) use entry::Listing;
use index::Index;
use key::fits;

/// The names of all lists.
pub(crate) struct Roster(Index);

/// How many words of a text are looked at from where a name begins.
const MOST_WORDS: usize = 12;

impl Roster {
    /// The roster of lists, each with its file name and bytes. What cannot be read in them is reported.
    pub(crate) fn of(lists: &[(String, Vec<u8>)], sink: &mut Sink) -> Self {
        let mut shards = Vec::new();
        for (name, bytes) in lists {
            shards.extend(if name.ends_with(".csv") {
                table::csv(name, bytes, sink)
            } else if name.ends_with(".toml") {
                vec![table::toml(name, bytes, sink)]
            } else {
                ftm::read(name, bytes, sink)
            });
        }
        Self(Index::build(shards))
    }

    /// The roster as bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.bytes()
    }

    /// The roster of packed bytes, which begin at `from`; none when they are not one.
    pub(crate) fn unpack(bytes: Vec<u8>, from: usize) -> Option<Self> {
        Index::unpack(bytes, from).map(Self)
    }

    /// The longest name that begins at `words[at]`: how many words it has, and of what kind all its bearers are.
    pub(crate) fn name_at(&self, words: &[&str], at: usize) -> Option<(usize, EntityKind)> {
        let mut walk = self.0.walk();
        let mut found = None;
        for (count, word) in words[at..].iter().take(MOST_WORDS).enumerate() {
            if !walk.step(word) {
                break;
            }
            found = walk.name().map(|name| (count + 1, name)).or(found);
        }
        let (len, name) = found?;
        let mut kinds = self.0.bearers(name).map(|at| entry::kind(self.0.entries(), at));
        let first = kinds.next().flatten()?;
        kinds.all(|kind| kind == Some(first)).then_some((len, first))
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
        for name in names.map(key::of).filter(|key| fits(key, kind)) {
            let Some(name) = self.0.find(&name) else { continue };
            let entries =
                self.0.bearers(name).filter_map(|at| Some((at, entry::read(self.0.entries(), at)?)));
            found.extend(entries.filter(|(_, entry)| entry.kind == kind));
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
        self.0.len()
    }
}

impl std::fmt::Debug for Roster {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Roster of {} names", self.len())
    }
}

#[cfg(test)]
mod tests;
