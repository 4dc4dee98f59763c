//! [`Output`]: the finished site in memory, path by path; and [`Store`], which takes the files of one that is too large for that.
//! Writing to disk is not done here.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};

use base16ct::lower::encode_string;
use sha2::{Digest, Sha256};

use crate::fingerprint::Fingerprint;
use crate::theme::Theme;

/// The files of a site by path, with `/` between folders on every system.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Output {
    /// Path and bytes, in the order of the paths.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Who takes the files of a site as they are finished: side by side, in no order, each path once.
pub trait Store: Sync {
    /// Takes a file; its path has `/` between folders.
    fn put(&self, path: String, bytes: Vec<u8>);

    /// Takes a page, with what it is made of.
    fn put_page(&self, path: String, bytes: Vec<u8>, _made_of: Fingerprint) {
        self.put(path, bytes);
    }

    /// What the page at this path is made of that an earlier build left and nobody has touched since.
    fn made_of(&self, _path: &str) -> Option<Fingerprint> {
        None
    }

    /// Takes that page as it is.
    fn keep(&self, _path: &str) {}
}

/// Keeps them.
impl Store for Mutex<Output> {
    fn put(&self, path: String, mut bytes: Vec<u8>) {
        // It grew by doubling; thousands of pages are kept at once.
        bytes.shrink_to_fit();
        self.lock().unwrap_or_else(PoisonError::into_inner).files.insert(path, bytes);
    }
}

/// The first line of a manifest.
const MARK: &str = "# The files that backgrounder wrote in this folder; a later build replaces or removes these and no others.";

impl Output {
    /// What somebody puts into a store.
    pub(crate) fn of(put: impl FnOnce(&dyn Store)) -> Self {
        let store = Mutex::new(Self::default());
        put(&store);
        store.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// How many pages the site has.
    pub fn pages(&self) -> usize {
        self.files.keys().filter(|path| path.ends_with(".html")).count()
    }

    /// How many bytes the site has.
    pub fn bytes(&self) -> usize {
        self.files.values().map(Vec::len).sum()
    }

    /// The list of all files, see [`manifest`].
    pub fn manifest(&self) -> String {
        manifest(self.files.iter().map(|(path, bytes)| (path.as_str(), Sha256::digest(bytes).into())))
    }

    /// The paths that a manifest lists; `None` for a text that is no manifest. A path that leads out of the folder is
    /// left out, so that no manifest can have a file elsewhere removed.
    pub fn listed(manifest: &str) -> Option<Vec<String>> {
        let lines = manifest.strip_prefix(MARK)?.lines();
        let path = |line: &str| line.split_once("  ").map(|(_, path)| path.to_owned());
        Some(lines.filter_map(path).filter(|path| is_inside(path)).collect())
    }
}

/// The list of files, in the order of their paths, with their SHA-256 digests, by which a later build knows what is its own.
pub fn manifest<'f>(files: impl IntoIterator<Item = (&'f str, [u8; 32])>) -> String {
    let mut manifest = format!("{MARK}\n");
    for (path, digest) in files {
        let _ = writeln!(manifest, "{}  {path}", encode_string(&digest));
    }
    manifest
}

/// Adds the assets of a theme, and the file that keeps GitHub Pages from passing the site through Jekyll.
pub(crate) fn add_assets(theme: &Theme, store: &dyn Store) {
    for (_, path, bytes) in theme.assets() {
        store.put(path.to_owned(), bytes.to_vec());
    }
    store.put(".nojekyll".to_owned(), Vec::new());
}

/// Whether a path stays inside its folder.
fn is_inside(path: &str) -> bool {
    let plain = |step: &str| !step.is_empty() && step != "." && step != "..";
    !path.contains(['\\', ':', '\0']) && path.split('/').all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_lists_what_was_written_and_nothing_outside() {
        let files = [("a/index.html", "x"), ("b.css", "")];
        let output = Output { files: files.map(|(p, b)| (p.to_owned(), b.as_bytes().to_vec())).into() };
        let manifest = output.manifest();
        assert_eq!(Output::listed(&manifest).unwrap(), ["a/index.html", "b.css"]);
        let hostile = manifest + "00  ../x\n00  /etc/passwd\n00  c:\\x\n00  a/../../x\n";
        assert_eq!(Output::listed(&hostile).unwrap().len(), 2);
        assert_eq!(Output::listed("my own notes"), None);
        assert_eq!((output.pages(), output.bytes()), (1, 1));
    }
}
