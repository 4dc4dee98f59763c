//! What a build was made of and what it left in its folder → whether a build now would make the same. It changes how long a
//! build takes and nothing of what comes out; it may be deleted at any time.
//!
//! What a site is made of is known by its bytes: times of modification say nothing after a checkout. The pages, which are many
//! and which nobody is to edit, are known by their size and time.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use base16ct::lower::encode_string;
use diag::{Severity, Sink, SourceFile};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use site::{Account, History, Output};
use twox_hash::XxHash3_128;
use walkdir::WalkDir;

use super::args::Build;
use super::folder::{self, MANIFEST, Size};
use super::ledger::Entry;
use super::project::{Content, Project};
use super::terminal::Terminal;

/// A build that was finished.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Record {
    /// The digest of all that it was made of, when that could be read.
    inputs: Option<String>,
    /// The digest of how its files lay on the disk.
    outputs: Option<String>,
    /// What it said of the site.
    pub(crate) account: Account,
    /// How large it is.
    pub(crate) size: Size,
    /// What it found, as it was shown.
    findings: Vec<Shown>,
}

/// A finding as it was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Shown {
    /// `error`, `warning` or `note`.
    severity: String,
    /// With its colors.
    text: String,
}

/// What a build is made of, but for what earlier builds showed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Inputs {
    /// The digest of what every page is drawn with: the program, the settings, the theme.
    pub(crate) tools: String,
    /// The digest of the content.
    content: String,
}

impl Inputs {
    /// What a build with this content is made of; nothing when the rest cannot be read, and then the build says why.
    pub(crate) fn read(project: &Project, options: &Build, content: &Content) -> Option<Self> {
        let mut tools = Sha256::new();
        // A program that was built anew may draw otherwise under the same version.
        let program = std::env::current_exe().and_then(fs::metadata).ok()?;
        let settings = format!("{:?}", project.config);
        let drawn = (options.place.drafts, options.work.review);
        tools.update(format!("{} {:?} {settings} {drawn:?}", env!("CARGO_PKG_VERSION"), stamp(&program)));
        if let Some(theme) = project.theme_folder() {
            tools.update(contents(&theme)?);
        }
        Some(Self { tools: hex(tools), content: content_digest(content) })
    }

    /// The digest of this and of what earlier builds showed.
    fn with(&self, history: &History) -> String {
        let mut digest = Sha256::new();
        digest.update(&self.tools);
        digest.update(&self.content);
        digest.update(serde_json::to_vec(history).unwrap_or_default());
        hex(digest)
    }
}

impl Record {
    /// The record of the last build into a folder, if a build now would make the same and nobody has touched what it made.
    pub(crate) fn holding(
        project: &Project,
        inputs: &Inputs,
        history: &History,
        folder: &Path,
    ) -> Option<Self> {
        let record: Self = serde_json::from_slice(&fs::read(place(project, folder)).ok()?).ok()?;
        let same =
            record.inputs.as_ref()? == &inputs.with(history) && record.outputs.as_ref()? == &outputs(folder)?;
        same.then_some(record)
    }

    /// The record of a build that was just written.
    pub(crate) fn of(
        inputs: Option<&Inputs>,
        (account, history): (Account, &History),
        size: Size,
        findings: &Sink,
        (folder, files): (&Path, &BTreeMap<String, Entry>),
    ) -> Self {
        let shown = |finding: &diag::Diagnostic| Shown {
            severity: finding.severity.as_str().to_owned(),
            text: diag::render(finding, true),
        };
        Self {
            inputs: inputs.map(|inputs| inputs.with(history)),
            outputs: as_left(folder, files),
            account,
            size,
            findings: findings.diagnostics().iter().map(shown).collect(),
        }
    }

    /// Keeps it for the next build. That it cannot be kept costs no more than time.
    pub(crate) fn keep(&self, project: &Project, folder: &Path) {
        if let Ok(text) = serde_json::to_vec(self) {
            let _ = folder::put(&place(project, folder), &text);
        }
    }

    /// Shows its findings again.
    pub(crate) fn show(&self, terminal: Terminal) {
        for shown in &self.findings {
            let severity =
                [Severity::Error, Severity::Warning].into_iter().find(|s| s.as_str() == shown.severity);
            terminal.show_one(severity.unwrap_or(Severity::Note), &shown.text);
        }
    }

    /// How many of its findings are of this severity.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|shown| shown.severity == severity.as_str()).count()
    }
}

/// Where the record of an output folder lies: with what else the program remembers of the project.
pub(super) fn place(project: &Project, folder: &Path) -> PathBuf {
    let full = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    let name = hex(Sha256::new_with_prefix(full.display().to_string()));
    let changes = project.root.join(&project.config.changes_file);
    changes.with_file_name(format!("built-{}.json", &name[..16]))
}

/// The digest of how the files that the manifest of a folder lists, and the manifest itself, lie on the disk; nothing when one
/// of them is missing.
fn outputs(folder: &Path) -> Option<String> {
    let manifest = fs::read_to_string(folder.join(MANIFEST)).ok()?;
    let paths = Output::listed(&manifest)?;
    let look = |path: &String| fs::metadata(folder.join(path)).ok().map(|found| stamp(&found));
    let stamps = paths.par_iter().map(look).collect::<Option<Vec<_>>>()?;
    Some(laid(&manifest, &stamps))
}

/// The same of a folder that was just written, how whose files lie has been looked at.
fn as_left(folder: &Path, files: &BTreeMap<String, Entry>) -> Option<String> {
    let manifest = fs::read_to_string(folder.join(MANIFEST)).ok()?;
    let stamps = files.values().map(|entry| entry.stamp).collect::<Option<Vec<_>>>()?;
    Some(laid(&manifest, &stamps))
}

fn laid(manifest: &str, stamps: &[Stamp]) -> String {
    let mut digest = Sha256::new_with_prefix(manifest);
    for (size, modified) in stamps {
        digest.update(size.to_le_bytes());
        digest.update(modified.to_le_bytes());
    }
    hex(digest)
}

/// The size of a file, and when it was modified, in nanoseconds.
pub(crate) type Stamp = (u64, u64);

/// How a file lies on the disk.
pub(crate) fn stamp(found: &fs::Metadata) -> Stamp {
    let modified = found.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    (found.len(), modified.and_then(|time| time.as_nanos().try_into().ok()).unwrap_or_default())
}

/// The digest of the files of the content, and of what is wrong with those that could not be read.
fn content_digest(content: &Content) -> String {
    // Nobody else compares them.
    let of = |file: &Arc<SourceFile>| XxHash3_128::oneshot(file.text().as_bytes());
    let digests: Vec<u128> = content.files.par_iter().map(of).collect();
    let mut digest = Sha256::new();
    for (file, text) in content.files.iter().zip(digests) {
        digest.update(file.path());
        digest.update(text.to_le_bytes());
    }
    for finding in content.findings.diagnostics() {
        digest.update(&finding.message);
    }
    hex(digest)
}

/// The digest of all files below a folder, with their paths in it; nothing when one cannot be read.
fn contents(folder: &Path) -> Option<String> {
    let paths = files(folder)?;
    let read = |path: &PathBuf| Some(Sha256::digest(fs::read(path).ok()?));
    let bytes = paths.par_iter().map(read).collect::<Option<Vec<_>>>()?;
    let mut digest = Sha256::new();
    for (path, bytes) in paths.iter().zip(bytes) {
        digest.update(path.strip_prefix(folder).unwrap_or(path).display().to_string());
        digest.update(bytes);
    }
    Some(hex(digest))
}

/// All files below a folder, in order; none of a folder that is not there.
fn files(folder: &Path) -> Option<Vec<PathBuf>> {
    if !folder.exists() {
        return Some(Vec::new());
    }
    let entries = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
    let entries = entries.collect::<Result<Vec<_>, _>>().ok()?;
    Some(
        entries
            .into_iter()
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| entry.into_path())
            .collect(),
    )
}

/// A digest in hexadecimal digits.
pub(super) fn hex(digest: Sha256) -> String {
    encode_string(&digest.finalize())
}
