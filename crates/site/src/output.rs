//! [`Output`]: the finished site in memory, path by path. Writing it to disk is not done here.

use std::collections::BTreeMap;
use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::theme::Theme;

/// The files of a site by path, with `/` between folders on every system.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Output {
    /// Path and bytes, in the order of the paths.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// The first line of a manifest.
const MARK: &str = "# The files that backgrounder wrote in this folder; a later build replaces or removes these and no others.";

impl Output {
    /// The assets of a theme, and the file that keeps GitHub Pages from passing the site through Jekyll.
    pub(crate) fn with_assets(theme: &Theme) -> Self {
        let mut output = Self::default();
        for (_, path, bytes) in theme.assets() {
            output.files.insert(path.to_owned(), bytes.to_vec());
        }
        output.files.insert(".nojekyll".to_owned(), Vec::new());
        output
    }

    /// How many pages the site has.
    pub fn pages(&self) -> usize {
        self.files.keys().filter(|path| path.ends_with(".html")).count()
    }

    /// How many bytes the site has.
    pub fn bytes(&self) -> usize {
        self.files.values().map(Vec::len).sum()
    }

    /// The list of all files with their SHA-256 digests, by which a later build knows what is its own.
    pub fn manifest(&self) -> String {
        let mut manifest = format!("{MARK}\n");
        for (path, bytes) in &self.files {
            for byte in Sha256::digest(bytes) {
                let _ = write!(manifest, "{byte:02x}");
            }
            let _ = writeln!(manifest, "  {path}");
        }
        manifest
    }

    /// The paths that a manifest lists; `None` for a text that is no manifest. A path that leads out of the folder is
    /// left out, so that no manifest can have a file elsewhere removed.
    pub fn listed(manifest: &str) -> Option<Vec<String>> {
        let lines = manifest.strip_prefix(MARK)?.lines();
        let path = |line: &str| line.split_once("  ").map(|(_, path)| path.to_owned());
        Some(lines.filter_map(path).filter(|path| is_inside(path)).collect())
    }
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
