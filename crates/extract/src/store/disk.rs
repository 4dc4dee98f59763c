//! What is done to the disk, and nothing else: [`Disk`]. Tests put their faults in here.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// The operations of a run on files.
pub(super) trait Disk {
    /// The bytes of a file; none when it is not there.
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>>;
    /// Writes a file that is not there yet.
    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Puts a file in the place of another, in one step.
    fn replace(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Puts a file where none is; one that is there stays, and that is an error.
    fn place(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Makes a folder and those above it.
    fn make_folder(&self, path: &Path) -> io::Result<()>;
    /// Whether a file is marked as one that is not to be written.
    fn is_read_only(&self, path: &Path) -> io::Result<bool>;
}

/// The beginning and the end of the names of files that are being written.
pub(super) const UNFINISHED: (&str, &str) = (".backgrounder-", ".tmp");

/// Whether a file was half written by a run that was killed.
pub(super) fn is_unfinished(entry: &walkdir::DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let is_file = entry.file_type().is_file() && !entry.path_is_symlink();
    is_file && name.starts_with(UNFINISHED.0) && name.ends_with(UNFINISHED.1)
}

/// The disk of the machine.
pub(super) struct Machine;

impl Disk for Machine {
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        match fs::read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes)
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        if let Ok(old) = fs::metadata(to) {
            fs::set_permissions(from, old.permissions())?;
        }
        fs::rename(from, to)
    }

    fn place(&self, from: &Path, to: &Path) -> io::Result<()> {
        // A hard link, unlike a rename, never replaces a file. Some file systems have none.
        match fs::hard_link(from, to) {
            Ok(()) => fs::remove_file(from),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            Err(_) if fs::symlink_metadata(to).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
            Err(_) => fs::rename(from, to),
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn is_read_only(&self, path: &Path) -> io::Result<bool> {
        Ok(fs::metadata(path)?.permissions().readonly())
    }
}
