//! What earlier runs read → [`Cache`], so that an article whose seed has not changed is not read again.
//!
//! It changes how long a run takes and nothing of what comes out. It holds for one program, one tagger and one set of lists;
//! what is of another, cut or damaged is as if it were not there. It may be deleted at any time.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use model::Entity;
use rayon::prelude::*;

use crate::pack::{Pack, packed};
use crate::registry::Links;
use crate::roll::Roll;
use crate::store::digest;
use crate::store::stamp::Stamp;
use crate::store::state::State;
use crate::tools::Tools;

/// The first bytes of the file; the digit goes up with the format.
const MAGIC: &[u8] = b"articles2\n";

/// What is known.
#[derive(Debug, Default)]
pub(super) struct Cache {
    /// Of seeds, by path in the seeds folder.
    pub(super) seeds: HashMap<String, Entry>,
    /// Of generated files that nobody edited, by where they are.
    pub(super) files: HashMap<String, Record>,
    /// The checksum of the file that it was read from.
    sum: String,
}

/// What is known of one seed.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// Of the seed and of its sidecar, when the two are known by them.
    pub(super) stamps: Option<(Stamp, Option<Stamp>)>,
    /// Of the seed's bytes.
    pub(super) digest: String,
    /// The digest of all that the reading depends on.
    pub(super) key: String,
    /// How many words it has.
    pub(super) words: usize,
    pub(super) roll: Roll,
    /// Which of the decisions about speakers found their quotation.
    pub(super) spoken: Vec<usize>,
    /// The digest of who its names were found to be.
    pub(super) settled: String,
    /// The digest that its content file carries.
    pub(super) file: String,
}

packed!(Entry { stamps, digest, key, words, roll, spoken, settled, file });

/// What is known of a generated file that nobody edited.
#[derive(Debug, Clone)]
pub(super) struct Record {
    /// Its path in the content folder.
    pub(super) path: String,
    pub(super) stamp: Option<Stamp>,
    /// The digest that it carries.
    pub(super) digest: String,
    /// Whether this program would print what is in it as it stands there.
    pub(super) is_current: bool,
    /// Of an article, the digest of its seed and its links.
    pub(super) article: Option<(Option<String>, Arc<Links>)>,
    pub(super) entity: Option<Entity>,
}

packed!(Record { path, stamp, digest, is_current, article, entity });

impl Cache {
    /// The cache of a project; an empty one when there is none that holds.
    pub(super) fn load(state: &State, tools: &Tools) -> Self {
        let read = || {
            let bytes = fs::read(path(state)).ok()?;
            let rest = bytes.strip_prefix(MAGIC)?.strip_prefix(fingerprint(tools)?.as_bytes())?;
            let (sum, rest) = rest.split_at_checked(digest::own(b"").len())?;
            let sum = std::str::from_utf8(sum).ok().filter(|sum| *sum == digest::own(rest))?;
            let (seeds, files) = rayon::join(|| unpack(rest, 0), || unpack(rest, 1));
            Some(Self { seeds: seeds?, files: files?, sum: sum.to_owned() })
        };
        read().unwrap_or_default()
    }

    /// Keeps what is known for the next run. That it cannot be kept costs no more than time.
    pub(super) fn save(
        mut seeds: Vec<(String, Entry)>,
        mut files: Vec<(String, Record)>,
        before: &str,
        state: &State,
        tools: &Tools,
    ) {
        let Some(print) = fingerprint(tools) else { return };
        seeds.par_sort_unstable_by(|a, b| a.0.cmp(&b.0));
        files.par_sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let (seeds, files) = rayon::join(|| pack(&seeds), || pack(&files));
        let mut rest = Vec::with_capacity(seeds.len() + files.len() + 16);
        seeds.len().pack(&mut rest);
        rest.extend(seeds);
        rest.extend(files);
        let sum = digest::own(&rest);
        if sum == before {
            return;
        }
        let (place, unfinished) = (path(state), path(state).with_extension("tmp"));
        let bytes = [MAGIC, print.as_bytes(), sum.as_bytes(), &rest].concat();
        if fs::write(&unfinished, bytes).and_then(|()| fs::rename(&unfinished, place)).is_err() {
            let _ = fs::remove_file(&unfinished);
        }
    }

    /// The checksum of what was read.
    pub(super) fn sum(&self) -> &str {
        &self.sum
    }
}

fn pack<T: Pack + Sync>(all: &[(String, T)]) -> Vec<u8> {
    let mut out = Vec::new();
    all.len().pack(&mut out);
    for (key, value) in all {
        key.pack(&mut out);
        value.pack(&mut out);
    }
    out
}

/// One half of the file: the seeds (0) or the files (1).
fn unpack<T: Pack>(mut bytes: &[u8], half: usize) -> Option<HashMap<String, T>> {
    let length = usize::unpack(&mut bytes)?;
    let (first, second) = bytes.split_at_checked(length)?;
    let mut from = [first, second][half];
    let count = usize::unpack(&mut from)?;
    let mut all = HashMap::with_capacity(count.min(from.len()));
    for _ in 0..count {
        all.insert(String::unpack(&mut from)?, T::unpack(&mut from)?);
    }
    from.is_empty().then_some(all)
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
