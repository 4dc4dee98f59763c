//! One build at a time in the folder of a briefing: two would remove each other's pages. The system lets go of the lock when the
//! process ends, however it ends, so that a build that was killed holds up nobody.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Seek, Write};
use std::path::Path;

use diag::{Diagnostic, Sink};

use super::Failure;

/// Where the lock lies in the folder of a briefing.
const PLACE: &str = ".backgrounder/build";

/// Holds other builds off until it is dropped.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: Option<File>,
}

/// Takes the lock of a folder; none, and a finding, when another build holds it. A folder in which nothing may be written has no lock:
/// nobody else writes there either.
pub(crate) fn take(root: &Path, sink: &mut Sink) -> Result<Option<Lock>, Failure> {
    let path = root.join(PLACE);
    let fail = |error| Failure::on("lock", &path, error);
    let opened = fs::create_dir_all(path.parent().unwrap_or(root))
        .and_then(|()| OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path));
    let mut file = match opened {
        Ok(file) => file,
        Err(error) if matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem) => {
            return Ok(Some(Lock { _file: None }));
        }
        Err(error) => return Err(fail(error)),
    };
    match file.try_lock() {
        Ok(()) => {
            // Who holds it; that it cannot be noted costs no more than a number in a message.
            let _ = file
                .set_len(0)
                .and_then(|()| file.rewind())
                .and_then(|()| write!(file, "{}", std::process::id()));
            Ok(Some(Lock { _file: Some(file) }))
        }
        Err(TryLockError::WouldBlock) => {
            sink.push(at_work(root, &mut file));
            Ok(None)
        }
        // Some file systems of networks have no locks.
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
            Ok(Some(Lock { _file: None }))
        }
        Err(TryLockError::Error(error)) => Err(fail(error)),
    }
}

fn at_work(root: &Path, file: &mut File) -> Diagnostic {
    let mut holder = String::new();
    let _ = file.read_to_string(&mut holder);
    let holder = holder.parse::<u32>().map_or(String::new(), |process| format!(" (process {process})"));
    let message = format!("another build is at work in `{}`{holder}", root.display());
    Diagnostic::error("build-at-work", message).help("wait until it is done, and build again")
}
