//! [`Stamp`]: by what a file is known to be as it was, without reading it.
//!
//! The size and the time of modification alone are not to be trusted: tools set that time as they like. The time of change,
//! which the system keeps and nobody sets, is. Where the system has none, there are no stamps, and files are read.

use std::fs::Metadata;
use std::time::Duration;

use crate::pack::Pack;

/// A file as the file system describes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    size: u64,
    /// In nanoseconds.
    modified: u64,
    changed: u64,
    /// The file's number in its file system: another one stands where a file was replaced.
    node: u64,
}

impl Pack<'_> for Stamp {
    fn pack(&self, out: &mut Vec<u8>) {
        [self.size, self.modified, self.changed, self.node].iter().for_each(|part| part.pack(out));
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let (size, modified) = (Pack::unpack(from)?, Pack::unpack(from)?);
        Some(Self { size, modified, changed: Pack::unpack(from)?, node: Pack::unpack(from)? })
    }
}

/// For how long after a change another may have the same times: the clock of a file system stands still between its ticks.
const TICK: Duration = Duration::from_millis(if cfg!(test) { 12 } else { 50 });

/// The same for a file system that counts in seconds.
const SLOW_TICK: Duration = Duration::from_secs(2);

impl Stamp {
    /// The stamp of a file; none for what is no file, and where stamps cannot be trusted.
    #[cfg(unix)]
    pub(super) fn of(meta: &Metadata) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        let time = |seconds: i64, nanos: i64| u64::try_from(seconds.checked_mul(1_000_000_000)? + nanos).ok();
        Some(Self {
            size: meta.size(),
            modified: time(meta.mtime(), meta.mtime_nsec())?,
            changed: time(meta.ctime(), meta.ctime_nsec())?,
            node: meta.ino(),
        })
        .filter(|_| meta.is_file())
    }

    /// The stamp of a file; none where stamps cannot be trusted.
    #[cfg(not(unix))]
    pub(super) fn of(_: &Metadata) -> Option<Self> {
        None
    }

    /// The stamp, unless the file was changed so shortly before `now`, the clock of its file system when it was looked at,
    /// that a later change might not show.
    pub(super) fn settled(self, now: Option<Self>) -> Option<Self> {
        let last = self.modified.max(self.changed);
        let coarse = last.is_multiple_of(1_000_000);
        let wait = if coarse { SLOW_TICK } else { TICK }.as_nanos() as u64;
        now.filter(|now| last + wait < now.changed).map(|_| self)
    }
}
