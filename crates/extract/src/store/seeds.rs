//! The seeds folder → [`Found`] seeds, sorted by identifier: here that of the content file, the file's name as a slug. Those that
//! are known to be as an earlier run read them are not read.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

use diag::{Diagnostic, Sink, SourceFile};
use model::Slug;
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::seed::{self, Seed};
use crate::store::cache::Entry;
use crate::store::stamp::Stamp;
use crate::store::{Error, Failure, digest};

/// The most bytes of a file that is read: pages that were saved with their pictures have some.
const LARGEST: u64 = 64 << 20;

/// How the names of files end that hold texts as seeds do, in formats that are not read.
const DOCUMENTS: &[&str] = &[
    "pdf",
    "doc",
    "docx",
    "odt",
    "rtf",
    "pages",
    "epub",
    "eml",
    "msg",
    "mht",
    "mhtml",
    "webarchive",
    "json",
    "jsonl",
];

/// How many of them are named.
const NAMED: usize = 3;

/// One seed of the folder.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) id: String,
    /// Its path in the seeds folder.
    pub(super) path: String,
    /// Where it is.
    place: PathBuf,
    pub(super) digest: String,
    /// Of the seed and its sidecar, where they are enough to know it again by.
    pub(super) stamps: Option<(Stamp, Option<Stamp>)>,
    /// What it holds, when it was read.
    pub(super) seed: Option<Box<Seed>>,
}

/// The regular files of a folder and its folders, none of them read.
#[derive(Default)]
pub(super) struct Listed {
    files: Vec<(PathBuf, Option<Stamp>)>,
    findings: Sink,
}

/// The seeds of a folder and its folders, sorted by identifier; two of one identifier are reported and the first is kept.
pub(super) fn read(
    folder: &Path,
    listed: Listed,
    entries: &HashMap<&str, Entry<'_>>,
    sink: &mut Sink,
) -> Vec<Found> {
    let Listed { files, findings } = listed;
    sink.append(findings);
    let sidecars: BTreeMap<String, Option<Stamp>> = files
        .iter()
        .filter(|(path, _)| is_sidecar(path))
        .map(|(path, stamp)| (plain(path), *stamp))
        .collect();
    let seeds: Vec<_> = files.iter().filter(|(path, _)| seed::is_seed(path)).collect();
    let beside = |path: &Path| {
        let all = Some(&sidecars).filter(|all| !all.is_empty())?;
        all.get(&plain(&path.with_extension("toml")))
    };
    let stamps = |path: &Path, own: Option<Stamp>| match beside(path) {
        None => Some((own?, None)),
        Some(beside) => Some((own?, Some((*beside)?))),
    };
    let read = |(path, own): &(PathBuf, Option<Stamp>)| {
        let mut sink = Sink::default();
        let stamps = stamps(path, *own);
        let found = known(folder, path, stamps, entries).or_else(|| read_one(folder, path, &mut sink));
        // What is wrong with a seed is told in each run.
        let clean = sink.diagnostics().is_empty();
        (found.map(|found| Found { stamps: stamps.filter(|_| clean), ..found }), sink)
    };
    let read: Vec<(Option<Found>, Sink)> = seeds.into_par_iter().map(read).collect();
    let mut seeds = Vec::new();
    for (found, findings) in read {
        sink.append(findings);
        seeds.extend(found);
    }
    seeds.sort_by(|a: &Found, b: &Found| (&a.id, &a.path).cmp(&(&b.id, &b.path)));
    unique(seeds, sink)
}

/// Lists a folder in the order of the names, each file with its stamp; `now` is the clock of the file system. What else has the name
/// of a seed is reported, and never opened: a pipe would have us wait, a device never end.
pub(super) fn list(folder: &Path, now: Option<Stamp>) -> Result<Listed, Error> {
    let (mut files, mut sink) = (Vec::new(), Sink::default());
    for entry in WalkDir::new(folder).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_file() || is_sidecar(entry.path()) => files.push(entry),
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) if seed::is_seed(entry.path()) || entry.path().is_dir() => {
                sink.push(no_file(entry.path()));
            }
            Ok(_) => {}
            Err(error) if error.depth() == 0 => return Err(Error::new(folder, error.into())),
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                sink.push(unreadable(&path, &error.into()));
            }
        }
    }
    let documents: Vec<&Path> =
        files.iter().map(walkdir::DirEntry::path).filter(|path| is_document(path)).collect();
    unread(&documents).into_iter().for_each(|finding| sink.push(finding));
    let look = |entry: walkdir::DirEntry| {
        let stamp = entry.metadata().ok().and_then(|meta| Stamp::of(&meta)?.settled(now));
        (entry.into_path(), stamp)
    };
    Ok(Listed { files: files.into_par_iter().map(look).collect(), findings: sink })
}

/// Whether a file may say something of the seed beside it. It may be a link, which has no stamp.
fn is_sidecar(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml")) && !path.is_dir()
}

fn is_document(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let is_hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    DOCUMENTS.contains(&extension.to_ascii_lowercase().as_str()) && !is_hidden
}

/// The finding for documents of other formats, which somebody may have taken for seeds.
fn unread(documents: &[&Path]) -> Option<Diagnostic> {
    let mut named: Vec<String> =
        documents.iter().take(NAMED).map(|path| format!("`{}`", path.display())).collect();
    match documents.len() - named.len() {
        0 => {}
        1 => named.push("one more".to_owned()),
        others => named.push(format!("{others} more")),
    }
    let (last, before) = named.split_last()?;
    let all = if before.is_empty() { last.clone() } else { format!("{} and {last}", before.join(", ")) };
    let what = if documents.len() == 1 { "is no seed and is" } else { "are no seeds and are" };
    let help = "save articles as text (`.txt`), Markdown (`.md`) or a page (`.html`)";
    Some(Diagnostic::note("unread-document", format!("{all} {what} passed over")).help(help))
}

fn no_file(path: &Path) -> Diagnostic {
    let message = format!("`{}` is a link, a pipe or a device and is not read", path.display());
    Diagnostic::warning("not-a-file", message).help("put the file itself into the folder")
}

fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    let message = format!("`{}` cannot be read: {error}", path.display());
    Diagnostic::error("unreadable-seed", message).help("check its permissions")
}

/// A path without its case: some file systems have none.
fn plain(path: &Path) -> String {
    path.display().to_string().to_lowercase()
}

fn known(
    folder: &Path,
    path: &Path,
    stamps: Option<(Stamp, Option<Stamp>)>,
    entries: &HashMap<&str, Entry<'_>>,
) -> Option<Found> {
    let name = name(folder, path);
    let entry = entries.get(name.as_str()).filter(|entry| stamps.is_some() && entry.stamps == stamps)?;
    let (id, digest) = (entry.article.to_string(), entry.digest.to_string());
    Some(Found { id, path: name, place: path.to_owned(), digest, stamps, seed: None })
}

/// Of seeds that would be one article the first.
fn unique(mut seeds: Vec<Found>, sink: &mut Sink) -> Vec<Found> {
    seeds.dedup_by(|b, a| {
        let same = a.id == b.id;
        if same {
            let message = format!("`{}` and `{}` would be one article", a.path, b.path);
            sink.push(Diagnostic::error("duplicate-seed", message).help("rename one of the two files"));
        }
        same
    });
    seeds
}

impl Found {
    /// What the seed holds, read now; it must be what it was.
    pub(super) fn again(&self, folder: &Path) -> Result<Box<Seed>, Failure> {
        let found = read_one(folder, &self.place, &mut Sink::default()).filter(|f| f.digest == self.digest);
        found.and_then(|found| found.seed).ok_or(Failure::Stale)
    }
}

fn name(folder: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(folder).unwrap_or(path).to_string_lossy();
    if MAIN_SEPARATOR == '/' { inside.into_owned() } else { inside.replace(MAIN_SEPARATOR, "/") }
}

fn read_one(folder: &Path, path: &Path, sink: &mut Sink) -> Option<Found> {
    let name = name(folder, path);
    if let Some(found) = fs::metadata(path).ok().filter(|found| found.len() > LARGEST) {
        sink.push(seed::too_large(&path.display().to_string(), found.len()));
        return None;
    }
    let mut bytes = fs::read(path).map_err(|error| sink.push(unreadable(path, &error))).ok()?;
    let sidecar = beside(folder, path, sink);
    let seed = seed::read(&name, &path.display().to_string(), &bytes, sidecar.as_ref(), sink)?;
    let Some(slug) = Slug::from_name(&seed.id) else {
        let message =
            format!("`{}` has no letter or digit in its name to make an address of", path.display());
        sink.push(Diagnostic::error("nameless-seed", message).help("rename the file"));
        return None;
    };
    bytes.extend(sidecar.iter().flat_map(|file| file.text().bytes()));
    let digest = digest::of(&bytes);
    let id = slug.to_string();
    let seed = Some(Box::new(Seed { id: id.clone(), digest: digest.clone(), ..seed }));
    Some(Found { id, path: name, place: path.to_owned(), digest, stamps: None, seed })
}

/// The file `NAME.toml` beside a seed. It may be a link to a file of the seeds folder, and to no other.
fn beside(folder: &Path, path: &Path, sink: &mut Sink) -> Option<Arc<SourceFile>> {
    let path = path.with_extension("toml");
    let target = match path.canonicalize() {
        Ok(target) => target,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
        Err(error) => {
            sink.push(unreadable(&path, &error));
            return None;
        }
    };
    let is_inside =
        !path.is_symlink() || folder.canonicalize().is_ok_and(|folder| target.starts_with(folder));
    if !target.is_file() || !is_inside {
        sink.push(no_file(&path));
        return None;
    }
    match fs::read_to_string(&target) {
        Ok(text) => Some(Arc::new(SourceFile::new(path.display().to_string(), text))),
        Err(error) => {
            sink.push(unreadable(&path, &error));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_of_other_formats_are_named_and_pictures_are_not() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.txt", "a.toml", "b.PDF", "page_files/x.png", "page_files/x.js", ".c.pdf"] {
            fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
            fs::write(folder.path().join(name), "x").unwrap();
        }
        let found = |folder: &Path| {
            let listed = list(folder, None).unwrap();
            let findings = listed.findings.diagnostics().iter();
            findings
                .inspect(|found| assert_eq!(found.code, "unread-document"))
                .map(|found| found.message.clone())
                .collect::<Vec<_>>()
        };
        let pdf = folder.path().join("b.PDF");
        assert_eq!(found(folder.path()), [format!("`{}` is no seed and is passed over", pdf.display())]);
        for at in 0..4 {
            fs::write(folder.path().join(format!("c{at}.docx")), "x").unwrap();
        }
        let all = found(folder.path());
        assert!(
            all.len() == 1 && all[0].ends_with("c1.docx` and 2 more are no seeds and are passed over"),
            "{all:?}"
        );
    }
}
