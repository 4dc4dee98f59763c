//! What earlier runs read → [`Cache`], so that an article whose seed has not changed is not read again.
//!
//! It changes how long a run takes and nothing of what comes out. It holds for one program, one tagger and one set of lists;
//! what is of another, cut or damaged is as if it were not there. It may be deleted at any time.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use model::Entity;
use rayon::prelude::*;

use crate::pack::Pack;
use crate::registry::{Links, Rolls, Vocabulary};
use crate::roll::Roll;
use crate::store::digest;
use crate::store::stamp::Stamp;
use crate::store::state::State;
use crate::tools::Tools;

/// The first bytes of the file; the digit goes up with the format.
const MAGIC: &[u8] = b"articles3\n";

/// What is known, over the bytes `'m` of the file.
#[derive(Debug, Default)]
pub(super) struct Cache<'m> {
    /// Of seeds, by path in the seeds folder.
    pub(super) seeds: HashMap<&'m str, Entry<'m>>,
    /// Of generated files that nobody edited, by where they are.
    pub(super) files: HashMap<&'m str, Record<'m>>,
    /// The texts that rolls and links name by number.
    pub(super) vocabulary: Vocabulary<'m>,
    /// The checksum of the file.
    sum: u128,
}

/// What is known of one seed.
#[derive(Debug, Clone)]
pub(super) struct Entry<'m> {
    /// The identifier of its article.
    pub(super) article: Cow<'m, str>,
    /// Of the seed and of its sidecar, when the two are known by them.
    pub(super) stamps: Option<(Stamp, Option<Stamp>)>,
    /// Of the seed's bytes.
    pub(super) digest: Cow<'m, str>,
    /// The digest of all that the reading depends on.
    pub(super) key: u128,
    /// How many words it has.
    pub(super) words: usize,
    pub(super) roll: Kept<'m, Roll>,
    /// Which of the decisions about speakers found their quotation.
    pub(super) spoken: Vec<usize>,
    /// The digest of who its names were found to be.
    pub(super) settled: u128,
    /// The digest that its content file carries.
    pub(super) file: Cow<'m, str>,
}

/// What is known of a generated file that nobody edited.
#[derive(Debug, Clone)]
pub(super) struct Record<'m> {
    /// Its path in the content folder.
    pub(super) path: Cow<'m, str>,
    pub(super) stamp: Option<Stamp>,
    /// The digest that it carries.
    pub(super) digest: Cow<'m, str>,
    /// Whether this program would print what is in it as it stands there.
    pub(super) is_current: bool,
    pub(super) content: Content<'m>,
}

/// What is known of what a generated file says.
#[derive(Debug, Clone)]
pub(super) enum Content<'m> {
    /// Of an article the digest of its seed, and whom it links to.
    Article(Option<Cow<'m, str>>, Kept<'m, Links>),
    Entity(Arc<Entity>),
}

/// Something that an earlier run packed, or that this run read.
#[derive(Debug, Clone)]
pub(super) enum Kept<'m, T> {
    Packed(&'m [u8]),
    Read(T),
}

impl<'m> Cache<'m> {
    /// The bytes that earlier runs left for a project.
    pub(super) fn bytes(state: &State) -> Vec<u8> {
        fs::read(path(state)).unwrap_or_default()
    }

    /// What the bytes say; nothing when they do not hold.
    pub(super) fn of(bytes: &'m [u8], tools: &Tools) -> Self {
        let read = || {
            let mut rest = bytes.strip_prefix(MAGIC)?.strip_prefix(fingerprint(tools)?.as_bytes())?;
            let sum = u128::unpack(&mut rest)?;
            if sum != digest::own(rest) {
                return None;
            }
            let (seeds, files) = (<&[u8]>::unpack(&mut rest)?, <&[u8]>::unpack(&mut rest)?);
            let vocabulary = || Vocabulary::unpack(&mut rest);
            let files = || rayon::join(|| unpack(files, Record::unpack), vocabulary);
            let (seeds, (files, vocabulary)) = rayon::join(|| unpack(seeds, Entry::unpack), files);
            Some(Self { seeds: seeds?, files: files?, vocabulary: vocabulary?, sum })
        };
        read().unwrap_or_default()
    }

    /// The checksum of what was read.
    pub(super) fn sum(&self) -> u128 {
        self.sum
    }
}

/// Keeps what is known for the next run, unless it is the same as `before`. That it cannot be kept costs no more than time.
pub(super) fn save(
    mut seeds: Vec<(String, Entry<'_>)>,
    mut files: Vec<(String, Record<'_>)>,
    rolls: Rolls<'_>,
    before: u128,
    state: &State,
    tools: &Tools,
) {
    let Some(print) = fingerprint(tools) else { return };
    // Where most articles of an earlier run are gone, most of its texts are: the next run begins anew.
    if rolls.used() * 2 < rolls.vocabulary.texts().len() {
        let _ = fs::remove_file(path(state));
        return;
    }
    let mut vocabulary = rolls.vocabulary;
    seeds.par_sort_unstable_by(|a, b| a.0.cmp(&b.0));
    files.par_sort_unstable_by(|a, b| a.0.cmp(&b.0));
    // What is new has to be numbered in an order; the rest is done side by side.
    let rolls: Vec<_> = seeds.iter().map(|(_, entry)| entry.roll(&mut vocabulary)).collect();
    let links: Vec<_> = files.iter().map(|(_, record)| record.links(&mut vocabulary)).collect();
    let (seeds, files) =
        rayon::join(|| table(&seeds, &rolls, Entry::pack), || table(&files, &links, Record::pack));
    let mut rest = Vec::with_capacity(seeds.len() + files.len());
    seeds.as_slice().pack(&mut rest);
    files.as_slice().pack(&mut rest);
    vocabulary.pack(&mut rest);
    let sum = digest::own(&rest);
    if sum == before {
        return;
    }
    let mut head = [MAGIC, print.as_bytes()].concat();
    sum.pack(&mut head);
    let (place, unfinished) = (path(state), path(state).with_extension("tmp"));
    let write = || {
        let mut file = fs::File::create(&unfinished)?;
        file.write_all(&head)?;
        file.write_all(&rest)?;
        fs::rename(&unfinished, place)
    };
    if write().is_err() {
        let _ = fs::remove_file(&unfinished);
    }
}

/// A table as bytes, from its rows and what of each is packed already.
fn table<T>(rows: &[(String, T)], packed: &[Cow<[u8]>], pack: fn(&T, &[u8], &mut Vec<u8>)) -> Vec<u8> {
    let mut table = Vec::new();
    rows.len().pack(&mut table);
    for ((key, one), packed) in rows.iter().zip(packed) {
        key.pack(&mut table);
        pack(one, packed, &mut table);
    }
    table
}

fn unpack<'m, T>(
    mut from: &'m [u8],
    value: impl Fn(&mut &'m [u8]) -> Option<T>,
) -> Option<HashMap<&'m str, T>> {
    let count = usize::unpack(&mut from)?;
    let mut all = HashMap::with_capacity(count.min(from.len()));
    for _ in 0..count {
        all.insert(Pack::unpack(&mut from)?, value(&mut from)?);
    }
    from.is_empty().then_some(all)
}

impl<'m> Entry<'m> {
    fn roll(&self, vocabulary: &mut Vocabulary<'_>) -> Cow<'_, [u8]> {
        self.roll.bytes(|roll, out| roll.pack(vocabulary, out))
    }

    fn pack(&self, roll: &[u8], out: &mut Vec<u8>) {
        self.article.pack(out);
        self.stamps.pack(out);
        self.digest.pack(out);
        self.key.pack(out);
        self.words.pack(out);
        roll.pack(out);
        self.spoken.pack(out);
        self.settled.pack(out);
        self.file.pack(out);
    }

    fn unpack(from: &mut &'m [u8]) -> Option<Self> {
        Some(Self {
            article: Pack::unpack(from)?,
            stamps: Pack::unpack(from)?,
            digest: Pack::unpack(from)?,
            key: Pack::unpack(from)?,
            words: Pack::unpack(from)?,
            roll: Pack::unpack(from).map(Kept::Packed)?,
            spoken: Pack::unpack(from)?,
            settled: Pack::unpack(from)?,
            file: Pack::unpack(from)?,
        })
    }
}

impl<'m> Record<'m> {
    fn links(&self, vocabulary: &mut Vocabulary<'_>) -> Cow<'_, [u8]> {
        match &self.content {
            Content::Article(_, links) => links.bytes(|links, out| links.pack(vocabulary, out)),
            Content::Entity(_) => Cow::default(),
        }
    }

    fn pack(&self, links: &[u8], out: &mut Vec<u8>) {
        self.path.pack(out);
        self.stamp.pack(out);
        self.digest.pack(out);
        self.is_current.pack(out);
        match &self.content {
            Content::Article(seed, _) => {
                true.pack(out);
                seed.pack(out);
                links.pack(out);
            }
            Content::Entity(entity) => {
                false.pack(out);
                entity.pack(out);
            }
        }
    }

    fn unpack(from: &mut &'m [u8]) -> Option<Self> {
        let (path, stamp) = (Pack::unpack(from)?, Pack::unpack(from)?);
        let (digest, is_current) = (Pack::unpack(from)?, Pack::unpack(from)?);
        let content = if bool::unpack(from)? {
            Content::Article(Pack::unpack(from)?, Pack::unpack(from).map(Kept::Packed)?)
        } else {
            Content::Entity(Pack::unpack(from)?)
        };
        Some(Self { path, stamp, digest, is_current, content })
    }

    /// The entity that the file describes.
    pub(super) fn entity(&self) -> Option<&Arc<Entity>> {
        match &self.content {
            Content::Entity(entity) => Some(entity),
            Content::Article(..) => None,
        }
    }
}

impl<T> Kept<'_, T> {
    /// Its bytes.
    pub(super) fn bytes(&self, pack: impl FnOnce(&T, &mut Vec<u8>)) -> Cow<'_, [u8]> {
        match self {
            Self::Packed(bytes) => Cow::Borrowed(bytes),
            Self::Read(read) => {
                let mut bytes = Vec::new();
                pack(read, &mut bytes);
                Cow::Owned(bytes)
            }
        }
    }
}

fn path(state: &State) -> PathBuf {
    state.folder().join("articles")
}

/// The program by its file, so that one that was built anew reads everything anew; the tagger; the lists. None where the
/// program's file is not known.
fn fingerprint(tools: &Tools) -> Option<String> {
    let program = std::env::current_exe().and_then(fs::metadata).ok()?;
    let (stamp, time) = (Stamp::of(&program), program.modified().ok()?);
    let (version, tagger) = (env!("CARGO_PKG_VERSION"), tools.tagger.version());
    let all = format!("{version} {} {time:?} {stamp:?} {tagger} {}", program.len(), tools.lists);
    Some(digest::of(all.as_bytes()))
}
