//! What the tests of the whole workspace share: where the project is, its files, the annotated articles, a made-up corpus of any
//! size, a briefing's folder with its site, and pages as a browser reads them.

pub mod corpus;
pub mod gold;
pub mod page;
pub mod project;

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// The root folder of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The files below a folder of the workspace with this extension, sorted, each with its path from the root and its text.
pub fn files(folder: &str, extension: &str) -> Vec<(String, String)> {
    let base = root();
    let entries = WalkDir::new(base.join(folder)).sort_by_file_name();
    let texts = entries
        .into_iter()
        .filter_map(Result::ok)
        .filter(|e| e.path().extension().is_some_and(|x| x == extension));
    texts
        .map(|entry| {
            let path = entry.path().strip_prefix(&base).unwrap_or(entry.path()).display().to_string();
            let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
            (path.replace('\\', "/"), text)
        })
        .collect()
}
