//! The files of a site → disk: only what changed, by temporary files and renames when all are there, and kept in memory no longer
//! than it takes to read their links. Files that the tool did not write are left alone; which are its own says the
//! manifest, which lies in the folder itself, so that it goes where the folder goes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use diag::Sink;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use site::{Fingerprint, Output, Progress, Proof, Stage, Store};

use super::Failure;
use super::ledger::{Entry, Ledger};
use super::record::hex;

/// The manifest's name; it begins with a dot, because the site does not need it and hosts need not publish it.
pub(super) const MANIFEST: &str = ".backgrounder-manifest";

/// Where pages are written before each goes to its place in one step; what a build that was killed left half written is there, and the
/// next one clears it.
const UNFINISHED: &str = ".backgrounder-unfinished";

/// How many files were written and removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Changes {
    /// New or different files.
    pub(crate) written: usize,
    /// Files of an earlier build that are no longer part of the site.
    pub(crate) removed: usize,
}

/// How large a site is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Size {
    /// How many pages it has.
    pub(crate) pages: usize,
    /// How many bytes in all.
    pub(crate) bytes: usize,
}

/// A folder that is being brought up to date. What is new is written beside it as soon as it is finished, and goes to its place when
/// all is there; a build that ends before leaves the folder as it was.
#[derive(Debug)]
pub(crate) struct Staging<'f> {
    folder: &'f Path,
    unfinished: PathBuf,
    /// What an earlier build wrote.
    old: BTreeSet<String>,
    /// What is known of these files.
    ledger: &'f Ledger,
    /// Whether nothing lies in the folder with which a file could be compared, and no link that could lead one astray.
    is_new: bool,
    /// At which path absolute links begin.
    prefix: &'f str,
    files: Mutex<BTreeMap<String, Finished>>,
    failure: Mutex<Option<Failure>>,
}

/// A file of the site that has been taken.
#[derive(Debug)]
struct Finished {
    entry: Entry,
    /// Whether it is there as it is to be.
    stands: bool,
}

/// Begins to bring a folder up to date, of which the ledger of the last build may know what is in it. One that holds files and no
/// manifest is refused, unless `force`.
pub(crate) fn stage<'f>(
    folder: &'f Path,
    ledger: &'f Ledger,
    prefix: &'f str,
    force: bool,
) -> Result<Staging<'f>, Failure> {
    let old = listed(folder, force)?;
    fs::create_dir_all(folder).map_err(|error| Failure::on("make", folder, error))?;
    let unfinished = folder.join(UNFINISHED);
    clear(&unfinished)?;
    fs::create_dir(&unfinished).map_err(|error| Failure::on("make", &unfinished, error))?;
    let is_new = old.is_empty() && !force;
    let (files, failure) = Default::default();
    Ok(Staging { folder, unfinished, old, ledger, is_new, prefix, files, failure })
}

impl Store for Staging<'_> {
    fn put(&self, path: String, bytes: Vec<u8>) {
        self.receive(path, &bytes, None);
    }

    fn put_page(&self, path: String, bytes: Vec<u8>, made_of: Fingerprint) {
        self.receive(path, &bytes, Some(made_of));
    }

    fn made_of(&self, path: &str) -> Option<Fingerprint> {
        self.standing(path)?.made_of
    }

    fn keep(&self, path: &str) {
        let known = self.ledger.file(path).map(|entry| Finished { entry: entry.clone(), stands: true });
        drop(known.and_then(|finished| lock(&self.files).insert(path.to_owned(), finished)));
    }
}

impl Staging<'_> {
    fn receive(&self, path: String, bytes: &[u8], made_of: Option<Fingerprint>) {
        match self.take(&path, bytes, made_of) {
            Ok(finished) => drop(lock(&self.files).insert(path, finished)),
            Err(error) => drop(lock(&self.failure).get_or_insert(error)),
        }
    }

    /// A file that an earlier build wrote and nobody has touched.
    fn standing(&self, path: &str) -> Option<&Entry> {
        if self.old.contains(path) { self.ledger.standing(self.folder, path) } else { None }
    }

    fn take(&self, path: &str, bytes: &[u8], made_of: Option<Fingerprint>) -> Result<Finished, Failure> {
        let digest: [u8; 32] = Sha256::digest(bytes).into();
        let stands = !self.is_new
            && match self.standing(path) {
                Some(known) => known.digest == digest,
                None => holds(&self.folder.join(path), bytes),
            };
        if !stands {
            let place = self.place(path);
            let fail = |error| Failure::on("write", &place, error);
            if self.is_new {
                fs::create_dir_all(place.parent().unwrap_or(&self.unfinished)).map_err(fail)?;
            }
            fs::write(&place, bytes).map_err(fail)?;
        }
        let proof = Proof::read(path, bytes, self.prefix);
        Ok(Finished { entry: Entry { made_of, digest, size: bytes.len(), proof, stamp: None }, stands })
    }

    /// Where a file waits until all are there. Those of a new site lie as they will; the path of any other may be a folder of
    /// what an earlier build wrote, or the other way round.
    fn place(&self, path: &str) -> PathBuf {
        if self.is_new {
            self.unfinished.join(path)
        } else {
            self.unfinished.join(hex(Sha256::new_with_prefix(path)))
        }
    }

    /// How large the site is.
    pub(crate) fn size(&self) -> Size {
        let files = lock(&self.files);
        let pages = files.keys().filter(|path| path.ends_with(".html")).count();
        Size { pages, bytes: files.values().map(|file| file.entry.size).sum() }
    }

    /// Checks every page.
    pub(crate) fn check(&self, sink: &mut Sink) {
        let files = lock(&self.files);
        let proofs: Vec<_> = files.iter().map(|(path, file)| (path.as_str(), &file.entry.proof)).collect();
        let again = |path: &str| {
            let place = if files[path].stands { self.folder.join(path) } else { self.place(path) };
            fs::read(place).ok()
        };
        site::compare(&proofs, self.prefix, again, sink);
    }

    /// Gives every file its place and removes those that are no longer part of the site. Gives what changed, and the files.
    pub(crate) fn finish(
        self,
        progress: &dyn Progress,
    ) -> Result<(Changes, BTreeMap<String, Entry>), Failure> {
        if let Some(failure) = lock(&self.failure).take() {
            return Err(failure);
        }
        let files = std::mem::take(&mut *lock(&self.files));
        progress.begin(Stage::Write, files.len());
        let manifest = site::manifest(files.iter().map(|(path, file)| (path.as_str(), file.entry.digest)));
        let stale: Vec<&String> = self.old.iter().filter(|path| !files.contains_key(*path)).collect();
        let mut changes = Changes::default();
        // First the list of old and new together: should the work be cut off, the next build still knows its own files.
        if !stale.is_empty() || self.old.len() != files.len() {
            let mut both = manifest.clone();
            stale.iter().for_each(|path| both.push_str(&format!("-  {path}\n")));
            put_by(&self.unfinished, &self.folder.join(MANIFEST), both.as_bytes())?;
        }
        for path in stale {
            changes.removed += usize::from(remove(self.folder, path)?);
        }
        let new: Vec<&String> = files.iter().filter(|(_, file)| !file.stands).map(|(path, _)| path).collect();
        changes.written = new.len();
        if self.is_new {
            self.settle_all()?;
        } else {
            new.into_par_iter().try_for_each(|path| {
                let mut moved = Ok(());
                progress.step(path, &mut || moved = self.settle(path));
                moved
            })?;
        }
        put_by(&self.unfinished, &self.folder.join(MANIFEST), manifest.as_bytes())?;
        clear(&self.unfinished)?;
        Ok((changes, files.into_iter().map(|(path, file)| (path, file.entry)).collect()))
    }

    /// Moves a file from where it waits to its place.
    fn settle(&self, path: &str) -> Result<(), Failure> {
        let target = self.folder.join(path);
        let fail = |error| Failure::on("write", &target, error);
        inside(self.folder, &target)?;
        fs::create_dir_all(target.parent().unwrap_or(self.folder)).map_err(fail)?;
        fs::rename(self.place(path), &target).map_err(fail)
    }

    /// Moves a new site to its place, whole folders at a time.
    fn settle_all(&self) -> Result<(), Failure> {
        let entries = fs::read_dir(&self.unfinished);
        for entry in entries.map_err(|error| Failure::on("read", &self.unfinished, error))? {
            let entry = entry.map_err(|error| Failure::on("read", &self.unfinished, error))?;
            let target = self.folder.join(entry.file_name());
            fs::rename(entry.path(), &target).map_err(|error| Failure::on("write", &target, error))?;
        }
        Ok(())
    }
}

/// A build that is given up leaves nothing behind.
impl Drop for Staging<'_> {
    fn drop(&mut self) {
        let _ = clear(&self.unfinished);
    }
}

/// What a thread that panicked has left is whole: everything is put there at once.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Fails where a link on the way to a file leads out of the folder.
fn inside(folder: &Path, target: &Path) -> Result<(), Failure> {
    let mut above = target.ancestors().skip(1).take_while(|above| *above != folder);
    match above.find(|above| above.is_symlink()) {
        None => Ok(()),
        Some(link) => Err(Failure::new(format!(
            "`{}` is a link, and pages are written to no other folder",
            link.display()
        ))
        .help("remove the link")),
    }
}

/// Removes a folder of ours with all that is in it.
fn clear(folder: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Failure::on("remove", folder, error))
        }
        _ => Ok(()),
    }
}

/// Whether a file has these bytes; one of another length is not read.
fn holds(target: &Path, bytes: &[u8]) -> bool {
    let alike = fs::metadata(target).is_ok_and(|found| found.len() == bytes.len() as u64);
    alike && fs::read(target).is_ok_and(|old| old == bytes)
}

/// The files that an earlier build wrote.
fn listed(folder: &Path, force: bool) -> Result<BTreeSet<String>, Failure> {
    let manifest = fs::read_to_string(folder.join(MANIFEST)).unwrap_or_default();
    if let Some(paths) = Output::listed(&manifest) {
        return Ok(paths.into_iter().collect());
    }
    let empty = match fs::read_dir(folder) {
        // What is left of a first build that could not even write its manifest is ours.
        Ok(mut entries) => entries.all(|entry| entry.is_ok_and(|entry| entry.file_name() == UNFINISHED)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
        Err(error) => return Err(Failure::on("read", folder, error)),
    };
    if empty || force {
        return Ok(BTreeSet::new());
    }
    let message = format!("`{}` holds files that were not written by this tool", folder.display());
    Err(Failure::new(message).help("give another folder with `-o DIR`, or `--force` to write beside them"))
}

/// Removes a file of an earlier build, and the folders that are empty without it.
fn remove(folder: &Path, path: &str) -> Result<bool, Failure> {
    let target = folder.join(path);
    inside(folder, &target)?;
    match fs::remove_file(&target) {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(Failure::on("remove", &target, error)),
    }
    let above = target.ancestors().skip(1).take_while(|above| *above != folder);
    for above in above {
        // Fails, as it should, on the first folder that still holds something.
        if fs::remove_dir(above).is_err() {
            break;
        }
    }
    Ok(true)
}

/// Writes a file by a temporary one beside it and a rename.
pub(super) fn put(target: &Path, bytes: &[u8]) -> Result<(), Failure> {
    put_by(target.parent().unwrap_or(Path::new(".")), target, bytes)
}

/// The same with the temporary file in another folder of the same disk.
fn put_by(folder: &Path, target: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let fail = |error| Failure::on("write", target, error);
    let above = target.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(above).map_err(fail)?;
    let mut file = temporary().tempfile_in(folder).map_err(fail)?;
    file.write_all(bytes).map_err(fail)?;
    file.persist(target).map_err(|error| fail(error.error))?;
    Ok(())
}

/// A temporary file that others may read once it is in its place, as hosts ask.
fn temporary() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.prefix(".backgrounder-");
    builder
}

#[cfg(test)]
mod tests {
    use site::Silent;

    use super::*;

    fn write(files: &[(&str, &str)], folder: &Path, force: bool) -> Result<Changes, Failure> {
        let ledger = Ledger::default();
        let staging = stage(folder, &ledger, "/", force)?;
        for (path, text) in files {
            staging.put((*path).to_owned(), text.as_bytes().to_vec());
        }
        staging.finish(&Silent).map(|(changes, _)| changes)
    }

    #[test]
    fn only_what_changed_is_written_and_only_its_own_files_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let first = [("a/index.html", "1"), ("b/c/index.html", "2"), ("x", "3")];
        assert_eq!(write(&first, folder.path(), false).unwrap(), Changes { written: 3, removed: 0 });
        assert_eq!(write(&first, folder.path(), false).unwrap(), Changes::default());
        fs::write(folder.path().join("a/mine.txt"), "keep").unwrap();
        // `x` was a file and is a folder now.
        let second = [("x/index.html", "3")];
        assert_eq!(write(&second, folder.path(), false).unwrap(), Changes { written: 1, removed: 3 });
        assert!(folder.path().join("a/mine.txt").exists() && !folder.path().join("b").exists());
    }

    #[test]
    fn what_is_given_up_leaves_the_folder_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        write(&[("index.html", "1")], folder.path(), false).unwrap();
        let ledger = Ledger::default();
        let staging = stage(folder.path(), &ledger, "/", false).unwrap();
        staging.put("index.html".to_owned(), b"2".to_vec());
        staging.put("b/index.html".to_owned(), b"3".to_vec());
        drop(staging);
        assert_eq!(fs::read(folder.path().join("index.html")).unwrap(), b"1");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "the page and the manifest");
    }

    #[test]
    fn links_are_followed_between_what_is_new_and_what_stands() {
        let page = |body: &str| {
            format!("<!doctype html><html><head><title>T</title></head><body><h1>T</h1>{body}</body></html>")
        };
        let (a, b) =
            (page("<p id=\"s1\">x</p>"), page("<a href=\"../a/#s1\">a</a><a href=\"../a/#s2\">a</a>"));
        let folder = tempfile::tempdir().unwrap();
        write(&[("a/index.html", &a)], folder.path(), false).unwrap();
        let ledger = Ledger::default();
        let staging = stage(folder.path(), &ledger, "/", false).unwrap();
        staging.put("a/index.html".to_owned(), a.into_bytes());
        staging.put("b/index.html".to_owned(), b.into_bytes());
        let mut sink = Sink::default();
        staging.check(&mut sink);
        let found: Vec<_> = sink.diagnostics().iter().map(|finding| finding.message.as_str()).collect();
        assert_eq!(found, ["`b/index.html`: the link `../a/#s2` leads to no place in its page"]);
    }

    #[test]
    fn a_folder_of_others_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("thesis.doc"), "years of work").unwrap();
        let site = [("index.html", "1")];
        assert!(write(&site, folder.path(), false).unwrap_err().to_string().contains("--force"));
        assert_eq!(write(&site, folder.path(), true).unwrap().written, 1);
        assert_eq!(fs::read(folder.path().join("thesis.doc")).unwrap(), b"years of work");
        assert_eq!(write(&[], folder.path(), false).unwrap().removed, 1);
    }
}
