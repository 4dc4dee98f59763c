//! The folder `.backgrounder` beside the content folder: the lock, and what makes later runs better. It may be deleted at any
//! time between two runs.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::store::disk::Disk;
use crate::store::stamp::Stamp;
use crate::store::{Error, digest};

/// What version control is told: nothing in here is to be kept.
const IGNORE: &str = "*\n";

/// The folder.
#[derive(Debug, Clone)]
pub(super) struct State {
    folder: PathBuf,
}

/// Holds other runs off until it is dropped; the system drops it when the process is killed.
pub(super) struct Lock {
    file: File,
}

impl Lock {
    /// The clock of the file system, as the stamp of a file that was changed right now.
    pub(super) fn now(&self) -> Option<Stamp> {
        self.file.set_len(1).and_then(|()| self.file.set_len(0)).ok()?;
        Stamp::of(&self.file.metadata().ok()?)
    }
}

impl State {
    /// The folder that belongs to a content folder.
    pub(super) fn beside(content: &Path) -> Self {
        Self { folder: content.parent().unwrap_or(Path::new("")).join(".backgrounder") }
    }

    /// Its path.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Waits until no other run is at work on this content, and keeps others waiting.
    pub(super) fn lock(&self) -> Result<Lock, Error> {
        let path = self.folder.join("lock");
        let fail = |cause| Error::new(&path, cause);
        fs::create_dir_all(&self.folder).map_err(fail)?;
        let ignore = self.folder.join(".gitignore");
        if !ignore.exists() {
            fs::write(ignore, IGNORE).map_err(fail)?;
        }
        let file = File::create(&path).map_err(fail)?;
        file.lock().map_err(fail)?;
        Ok(Lock { file })
    }

    /// The text that was generated before a person edited it, when it is known.
    pub(super) fn base(&self, path: &str, digest: &str) -> Option<String> {
        let text = fs::read_to_string(self.folder.join("bases").join(path)).ok()?;
        (digest::carried(&text) == Some(digest) && digest::is_untouched(&text)).then_some(text)
    }

    /// Keeps the generated text of a file that has been edited, to tell later what changed upstream. That it cannot be kept
    /// costs no more than a better diff.
    pub(super) fn keep_base(&self, path: &str, text: &str, disk: &impl Disk) {
        let path = self.folder.join("bases").join(path);
        if matches!(disk.read(&path), Ok(Some(old)) if old == text.as_bytes()) {
            return;
        }
        let _ = path.parent().map(|folder| disk.make_folder(folder));
        let _ = disk.remove(&path);
        let _ = disk.create(&path, text.as_bytes());
    }

    /// Keeps what a person wrote in a file that is replaced because the person asked for it.
    pub(super) fn keep_replaced(&self, path: &str, bytes: &[u8], disk: &impl Disk) -> Result<PathBuf, Error> {
        let name = digest::of(bytes).replace("sha256-", "");
        let path = self.folder.join("replaced").join(format!("{path}.{}", &name[..8]));
        let fail = |cause| Error::new(&path, cause);
        disk.make_folder(path.parent().unwrap_or(&self.folder)).map_err(fail)?;
        match disk.read(&path).map_err(fail)? {
            Some(old) if old == bytes => {}
            Some(_) => {
                disk.remove(&path).map_err(fail)?;
                disk.create(&path, bytes).map_err(fail)?;
            }
            None => disk.create(&path, bytes).map_err(fail)?,
        }
        Ok(path)
    }
}
