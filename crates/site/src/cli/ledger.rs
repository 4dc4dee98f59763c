//! What a build left in its folder, file by file → which pages the next one need not draw. As with the record, nothing of what comes
//! out depends on it, and it may be deleted at any time.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use site::{Fingerprint, Proof};

use super::folder;
use super::project::Project;
use super::record::{self, Stamp, stamp};

/// A file of a finished site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// What the page is made of; none for a file that is no page.
    pub(crate) made_of: Option<Fingerprint>,
    /// Its SHA-256 digest.
    pub(crate) digest: [u8; 32],
    /// How many bytes it has.
    pub(crate) size: usize,
    /// What is to be known of it to check the others.
    pub(crate) proof: Proof,
    /// How it lay on the disk when the build was over; none if it did not.
    pub(crate) stamp: Option<Stamp>,
}

/// The files of a finished site by path.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Ledger {
    /// The digest of what every page is drawn with.
    tools: String,
    files: BTreeMap<String, Entry>,
}

/// How many bytes of the file are the digest of the others.
const HEAD: usize = 32;

impl Ledger {
    /// The files of the last build whose ledger lies here, if it drew with the same `tools`; otherwise none.
    pub(crate) fn read(place: &Path, tools: &str) -> Self {
        let known = || {
            let bytes = fs::read(place).ok()?;
            let (head, body) = bytes.split_at_checked(HEAD)?;
            let ledger: Self = postcard::from_bytes(body).ok()?;
            (head == Sha256::digest(body).as_slice() && ledger.tools == tools).then_some(ledger)
        };
        known().unwrap_or_default()
    }

    /// A file of the last build that lies in `folder` as that left it.
    pub(crate) fn standing(&self, folder: &Path, path: &str) -> Option<&Entry> {
        let entry = self.files.get(path)?;
        let found = fs::metadata(folder.join(path)).ok()?;
        (entry.stamp? == stamp(&found)).then_some(entry)
    }

    /// What is known of a file of the last build.
    pub(crate) fn file(&self, path: &str) -> Option<&Entry> {
        self.files.get(path)
    }

    /// All of them.
    pub(crate) fn files(&self) -> &BTreeMap<String, Entry> {
        &self.files
    }

    /// The files of a build that is over.
    pub(crate) fn of(tools: &str, mut files: BTreeMap<String, Entry>, folder: &Path) -> Self {
        let look = |path: &str| fs::metadata(folder.join(path)).ok().map(|found| stamp(&found));
        files.par_iter_mut().for_each(|(path, entry)| entry.stamp = look(path));
        Self { tools: tools.to_owned(), files }
    }

    /// Keeps it for the next build. That it cannot be kept costs no more than time.
    pub(crate) fn keep(&self, project: &Project, folder: &Path) {
        let _ = folder::put(&place(project, folder), &self.bytes());
    }

    fn bytes(&self) -> Vec<u8> {
        let body = postcard::to_stdvec(self).unwrap_or_default();
        [Sha256::digest(&body).as_slice(), &body].concat()
    }
}

/// Where the ledger of an output folder lies: beside its record.
pub(super) fn place(project: &Project, folder: &Path) -> PathBuf {
    record::place(project, folder).with_extension("pages")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ledger(folder: &Path) -> Ledger {
        let (digest, proof) = Default::default();
        let entry = Entry { made_of: None, digest, size: 1, proof, stamp: None };
        Ledger::of("tools", BTreeMap::from([("a/index.html".to_owned(), entry)]), folder)
    }

    #[test]
    fn a_file_stands_until_somebody_touches_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a/index.html");
        fs::create_dir(folder.path().join("a")).unwrap();
        fs::write(&file, "1").unwrap();
        let ledger = ledger(folder.path());
        assert!(ledger.standing(folder.path(), "a/index.html").is_some());
        assert_eq!(ledger.standing(folder.path(), "b/index.html"), None);
        fs::write(&file, "10").unwrap();
        assert_eq!(ledger.standing(folder.path(), "a/index.html"), None);
        fs::remove_file(&file).unwrap();
        assert_eq!(ledger.standing(folder.path(), "a/index.html"), None);
    }

    #[test]
    fn it_is_read_as_it_was_written_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let (ledger, place) = (ledger(folder.path()), folder.path().join("built.pages"));
        let mut bytes = ledger.bytes();
        fs::write(&place, &bytes).unwrap();
        assert_eq!(Ledger::read(&place, "tools"), ledger);
        assert_eq!(Ledger::read(&place, "others"), Ledger::default());
        bytes[40] ^= 1;
        fs::write(&place, &bytes).unwrap();
        assert_eq!(Ledger::read(&place, "tools"), Ledger::default());
        fs::write(&place, "short").unwrap();
        assert_eq!(Ledger::read(&place, "tools"), Ledger::default());
    }
}
