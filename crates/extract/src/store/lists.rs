//! The folder `lexicons/` → [`Tools`] that know its names. The lists are read when they have changed, else the packed roster.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use diag::{Diagnostic, Sink};
use walkdir::WalkDir;

use crate::roster::Roster;
use crate::store::digest;
use crate::tools::Tools;

/// The endings of files that are lists.
const ENDINGS: [&str; 5] = ["csv", "toml", "json", "jsonl", "ftm"];

/// Adds the lists of names in the folder `lexicons` of a project. What cannot be read in them is reported.
pub fn with_lists(tools: Tools, root: &Path, sink: &mut Sink) -> Tools {
    let lists = lists(&root.join("lexicons"));
    if lists.is_empty() {
        return tools;
    }
    let packed = root.join(".backgrounder").join("roster");
    let print = fingerprint(&lists, root);
    let roster = unpacked(&packed, &print).unwrap_or_else(|| {
        let (read, count) = (read(&lists, sink), sink.diagnostics().len());
        let roster = Roster::of(&read, sink);
        // Lists with mistakes are read again each time, so that these are reported each time.
        if sink.diagnostics().len() == count {
            pack(&roster, &packed, &print);
        }
        roster
    });
    tools.with_roster(roster, print)
}

fn lists(folder: &Path) -> Vec<PathBuf> {
    let files = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let is_list = |path: &Path| path.extension().is_some_and(|e| ENDINGS.iter().any(|ending| e == *ending));
    files.filter(|e| e.file_type().is_file() && is_list(e.path())).map(|e| e.into_path()).collect()
}

/// What changes when a list does: names, sizes and times.
fn fingerprint(lists: &[PathBuf], root: &Path) -> String {
    let mut all = env!("CARGO_PKG_VERSION").to_owned();
    for path in lists {
        let stamp = fs::metadata(path).ok().map(|meta| {
            let time = meta.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
            (meta.len(), time.map(|time| time.as_nanos()))
        });
        all.push_str(&format!("\n{} {stamp:?}", path.strip_prefix(root).unwrap_or(path).display()));
    }
    digest::of(all.as_bytes())
}

fn read(lists: &[PathBuf], sink: &mut Sink) -> Vec<(String, Vec<u8>)> {
    let mut read = Vec::new();
    for path in lists {
        match fs::read(path) {
            Ok(bytes) => read.push((path.display().to_string(), bytes)),
            Err(error) => {
                let message = format!("`{}` cannot be read: {error}", path.display());
                sink.push(Diagnostic::error("bad-list", message).help("check its permissions"));
            }
        }
    }
    read
}

fn unpacked(path: &Path, print: &str) -> Option<Roster> {
    let bytes = fs::read(path).ok().filter(|bytes| bytes.starts_with(print.as_bytes()))?;
    Roster::unpack(bytes, print.len())
}

/// Keeps the roster for the next run. That it cannot be kept costs no more than time.
fn pack(roster: &Roster, path: &Path, print: &str) {
    let folder = path.parent().unwrap_or(Path::new("."));
    let unfinished = path.with_extension("tmp");
    let write = || {
        fs::create_dir_all(folder)?;
        let mut file = fs::File::create(&unfinished)?;
        file.write_all(print.as_bytes())?;
        file.write_all(roster.bytes())
    };
    let written = write();
    if written.and_then(|()| fs::rename(&unfinished, path)).is_err() {
        let _ = fs::remove_file(&unfinished);
    }
}
