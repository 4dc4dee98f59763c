//! The content folder → [`Present`]: what stands in it. Files that are known to be as an earlier run wrote them are not read.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::hash::Hash;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use diag::{Sink, SourceFile};
use model::{ArticleId, Briefing, ContentFile};
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::registry::{Links, Past};
use crate::store::cache::{Content, Kept, Record};
use crate::store::stamp::Stamp;
use crate::store::{Error, Failure, digest, disk};

/// What the content folder holds.
#[derive(Debug, Default)]
pub(super) struct Present<'m> {
    /// The files that were read.
    pub(super) briefing: Briefing,
    /// Generated files that nobody edited, as an earlier run knew them.
    pub(super) known: Vec<Known<'m>>,
    /// Where each is among them, by path in the folder.
    place_of: HashMap<Cow<'m, str>, usize>,
    /// Of the files that were read and in which nothing is wrong the stamps, by where they are.
    stamps: BTreeMap<String, Option<Stamp>>,
    pub(super) past: Past,
    /// What a run that was killed left half written.
    pub(super) unfinished: Vec<PathBuf>,
}

/// A file that is as an earlier run knew it.
#[derive(Debug)]
pub(super) struct Known<'m> {
    /// Where it is.
    place: PathBuf,
    pub(super) record: Record<'m>,
}

/// The files of the folder, none of them read.
#[derive(Default)]
pub(super) struct Listed {
    found: Vec<Found>,
    /// The names of the folders in it, each as often as there is one.
    folders: Vec<OsString>,
    /// What a run that was killed left half written.
    unfinished: Vec<PathBuf>,
    findings: Sink,
}

/// A file of the folder.
struct Found {
    path: PathBuf,
    stamp: Option<Stamp>,
}

/// What becomes of a file of the folder.
enum Read<'m> {
    Known(Record<'m>),
    File(Arc<SourceFile>),
    Bad,
}

/// Reads what of the folder an earlier run does not know; `files` says what it knows, by where they are.
pub(super) fn read<'m>(
    listed: Listed,
    mut files: HashMap<&'m str, Record<'m>>,
    sink: &mut Sink,
) -> Present<'m> {
    let Listed { found, folders, unfinished, findings } = listed;
    sink.append(findings);
    // Of two files that would be one, the findings say more than an earlier run knows.
    let doubled =
        is_any_twice(folders.iter()) && is_any_twice(found.iter().map(|file| content_path(&file.path)));
    let known = |file: &Found| files.remove(&*file.path.to_string_lossy()).filter(|_| !doubled);
    let records: Vec<Option<Record<'m>>> = found.iter().map(known).collect();
    let read: Vec<(Read<'m>, Sink)> = found
        .par_iter()
        .zip(records)
        .map(|(file, record)| {
            let mut sink = Sink::default();
            (one(file, record, &mut sink), sink)
        })
        .collect();
    let mut present = Present { unfinished, ..Present::default() };
    present.known.reserve(read.len());
    present.place_of.reserve(read.len());
    let mut files = Vec::new();
    for (file, (read, findings)) in found.into_iter().zip(read) {
        let clean = findings.diagnostics().is_empty();
        sink.append(findings);
        match read {
            Read::Known(record) => {
                present.place_of.insert(record.path.clone(), present.known.len());
                present.known.push(Known { place: file.path, record });
            }
            Read::File(text) => {
                if clean {
                    present.stamps.insert(text.path().to_owned(), file.stamp);
                }
                files.push(text);
            }
            Read::Bad => {}
        }
    }
    let mut findings = Sink::default();
    present.briefing = Briefing::from_files(files, &mut findings);
    for finding in findings.diagnostics() {
        if let Some(place) = &finding.location {
            present.stamps.remove(place.file.path());
        }
    }
    sink.append(findings);
    present.past = past(&present);
    present
}

/// Lists the folder; `now` is the clock of its file system.
pub(super) fn list(folder: &Path, now: Option<Stamp>) -> Result<Listed, Error> {
    let (mut found, mut listed) = (Vec::new(), Listed::default());
    if folder.exists() {
        for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) if error.depth() == 0 => return Err(Error::new(folder, error.into())),
                Err(error) => {
                    listed.findings.push(Briefing::unreadable(error.path().unwrap_or(folder), &error));
                    continue;
                }
            };
            let known = entry.path().extension().is_some_and(|e| e == "md" || e == "toml");
            if entry.file_type().is_dir() {
                listed.folders.push(entry.file_name().to_owned());
            } else if entry.file_type().is_file() && known {
                found.push(entry);
            } else if disk::is_unfinished(&entry) {
                listed.unfinished.push(entry.into_path());
            }
        }
    }
    let look = |entry: walkdir::DirEntry| {
        let stamp = entry.metadata().ok().and_then(|meta| Stamp::of(&meta)?.settled(now));
        Found { path: entry.into_path(), stamp }
    };
    Ok(Listed { found: found.into_par_iter().map(look).collect(), ..listed })
}

fn one<'m>(file: &Found, record: Option<Record<'m>>, sink: &mut Sink) -> Read<'m> {
    let record = match record {
        Some(record) if record.stamp.is_some() && record.stamp == file.stamp => {
            return Read::Known(record);
        }
        record => record,
    };
    let Some(text) = Briefing::read(&file.path, sink) else { return Read::Bad };
    let is_its = |record: &Record<'_>| {
        digest::carried(text.text()) == Some(&*record.digest) && digest::is_untouched(text.text())
    };
    match record.filter(is_its) {
        Some(record) => Read::Known(Record { stamp: file.stamp, ..record }),
        None => Read::File(text),
    }
}

/// `people` and `ann-lee.md` of the place of a file, as the content format reads it.
fn content_path(path: &Path) -> (Option<&OsStr>, Option<&OsStr>) {
    (path.parent().and_then(Path::file_name), path.file_name())
}

fn text(place: PathBuf) -> String {
    place.into_os_string().into_string().unwrap_or_else(|place| place.to_string_lossy().into_owned())
}

fn is_any_twice<T: Eq + Hash>(mut all: impl Iterator<Item = T>) -> bool {
    let mut met = HashSet::new();
    all.any(|one| !met.insert(one))
}

fn past(present: &Present<'_>) -> Past {
    let known = present.known.iter().filter_map(|known| known.record.entity());
    Past::of(&present.briefing, known.cloned())
}

impl<'m> Present<'m> {
    /// Where a file is among those that are known.
    pub(super) fn find(&self, path: &str) -> Option<usize> {
        self.place_of.get(path).copied()
    }

    /// What the file of an article links to; `file` is where it is among those that are known.
    pub(super) fn links(&self, article: &str, file: Option<usize>) -> Cow<'_, Kept<'m, Links>> {
        match file.map(|file| &self.known[file].record.content) {
            Some(Content::Article(_, links)) => Cow::Borrowed(links),
            _ => {
                let file = article.parse().ok().and_then(|id| self.briefing.articles.get(&id));
                Cow::Owned(Kept::Read(file.map_or_else(Links::default, |file| Links::of(&file.body))))
            }
        }
    }

    /// Whether there is such a file.
    pub(super) fn has(&self, path: &str) -> bool {
        self.place_of.contains_key(path) || self.briefing.files.contains_key(path)
    }

    /// The text of a file. One that is not as it is known to be fails: all has to be read anew.
    pub(super) fn text(&self, path: &str) -> Result<Option<String>, Failure> {
        if let Some(file) = self.briefing.files.get(path) {
            return Ok(Some(file.text().to_owned()));
        }
        let Some(Known { place, record }) = self.find(path).map(|at| &self.known[at]) else {
            return Ok(None);
        };
        let text = fs::read_to_string(place).map_err(|_| Failure::Stale)?;
        let is_same = digest::carried(&text) == Some(&*record.digest) && digest::is_untouched(&text);
        if is_same { Ok(Some(text)) } else { Err(Failure::Stale) }
    }

    /// The files that were generated for articles and for which seeds, by identifier.
    pub(super) fn seeds(&self) -> BTreeMap<ArticleId, String> {
        let read = self.briefing.articles.values();
        let read = read.filter_map(|a| Some((a.id.clone(), a.generated.as_ref()?.seed.clone()?)));
        let known = self.known.iter().filter_map(|Known { record, .. }| match &record.content {
            Content::Article(Some(seed), _) => {
                let id = record.path.strip_prefix("articles/")?.strip_suffix(".md")?.parse().ok()?;
                Some((ArticleId::new(id), seed.to_string()))
            }
            _ => None,
        });
        read.chain(known).collect()
    }

    /// Whether a person wrote or edited a file.
    pub(super) fn is_edited(&self, path: &str) -> bool {
        self.briefing.files.get(path).is_some_and(|file| !digest::is_untouched(file.text()))
    }

    /// Where a file really is: it may stand in a folder of its own making, or be a link.
    pub(super) fn place(&self, path: &str) -> Option<PathBuf> {
        let read = self.briefing.files.get(path).map(|file| PathBuf::from(file.path()));
        let real = read.or_else(|| self.find(path).map(|at| self.known[at].place.clone()))?;
        let target = fs::canonicalize(&real).ok().filter(|_| real.is_symlink());
        Some(target.unwrap_or(real))
    }

    /// What is known of the generated files that nobody edited and that are still as they were.
    pub(super) fn records(self) -> Vec<(String, Record<'m>)> {
        let known = self.known.into_iter();
        let mut records: Vec<(String, Record<'m>)> =
            known.map(|Known { place, record }| (text(place), record)).collect();
        let Briefing { articles, entities, files, .. } = self.briefing;
        let articles = articles
            .into_values()
            .map(|article| ContentFile::Article(Box::new(Arc::unwrap_or_clone(article))));
        let entities = entities.into_values().map(|entity| ContentFile::Entity(Box::new(entity)));
        for content in articles.chain(entities) {
            let Some(file) = files.get(&content.path()) else { continue };
            if let Some(&stamp) = self.stamps.get(file.path()).filter(|_| digest::is_untouched(file.text())) {
                records.push((file.path().to_owned(), Record { stamp, ..Record::of(&content, false) }));
            }
        }
        records
    }
}

impl Record<'_> {
    /// What is to be known of a generated file.
    pub(super) fn of(content: &ContentFile, is_current: bool) -> Self {
        let generated = content.generated();
        let known = match content {
            ContentFile::Article(article) => {
                let seed = generated.and_then(|generated| generated.seed.clone());
                Content::Article(seed.map(Cow::Owned), Kept::Read(Links::of(&article.body)))
            }
            ContentFile::Entity(entity) => Content::Entity(Arc::new((**entity).clone())),
        };
        let digest = generated.map(|generated| generated.digest.clone()).unwrap_or_default();
        Self { path: content.path().into(), stamp: None, digest: digest.into(), is_current, content: known }
    }
}
