//! The content folder → [`Present`]: what stands in it. Files that are known to be as an earlier run wrote them are not read.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use diag::{Sink, SourceFile};
use model::{ArticleId, Briefing, ContentFile};
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::registry::{Links, Past};
use crate::store::cache::{Cache, Record};
use crate::store::stamp::Stamp;
use crate::store::{Error, Failure, digest, disk};

/// What the content folder holds.
#[derive(Debug, Default)]
pub(super) struct Present {
    /// The files that were read.
    pub(super) briefing: Briefing,
    /// Generated files that nobody edited, as an earlier run knew them, by path in the folder; and where each is.
    pub(super) known: BTreeMap<String, (String, Record)>,
    /// Of the files that were read and in which nothing is wrong the stamps, by where they are.
    stamps: BTreeMap<String, Option<Stamp>>,
    pub(super) past: Past,
    /// What a run that was killed left half written.
    pub(super) unfinished: Vec<PathBuf>,
}

/// The files of the folder, none of them read.
#[derive(Default)]
pub(super) struct Listed {
    found: Vec<Found>,
    /// What a run that was killed left half written.
    unfinished: Vec<PathBuf>,
    findings: Sink,
}

/// A file of the folder.
struct Found {
    path: PathBuf,
    name: String,
    stamp: Option<Stamp>,
}

/// What becomes of a file of the folder.
enum Read {
    Known(Box<Record>),
    File(Arc<SourceFile>),
    Bad,
}

/// Reads what of the folder the cache does not know.
pub(super) fn read(listed: Listed, cache: &mut Cache, sink: &mut Sink) -> Present {
    let Listed { found, unfinished, findings } = listed;
    sink.append(findings);
    let mut names = HashSet::with_capacity(found.len());
    // Of two files that would be one, the findings say more than an earlier run knows.
    let doubled = found.iter().any(|file| !names.insert(content_path(&file.path)));
    let mut records: Vec<Option<Record>> = found.iter().map(|_| None).collect();
    if !doubled {
        records = found.iter().map(|file| cache.files.remove(&file.name)).collect();
    }
    let read: Vec<(Read, Sink)> = found
        .par_iter()
        .zip(records)
        .map(|(file, record)| {
            let mut sink = Sink::default();
            (one(file, record, &mut sink), sink)
        })
        .collect();
    let mut present = Present { unfinished, ..Present::default() };
    let mut files = Vec::new();
    for (file, (read, findings)) in found.into_iter().zip(read) {
        let clean = findings.diagnostics().is_empty();
        sink.append(findings);
        match read {
            Read::Known(record) => drop(present.known.insert(record.path.clone(), (file.name, *record))),
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
            if entry.file_type().is_file() && known {
                found.push(entry);
            } else if disk::is_unfinished(&entry) {
                listed.unfinished.push(entry.into_path());
            }
        }
    }
    let look = |entry: walkdir::DirEntry| {
        let stamp = entry.metadata().ok().and_then(|meta| Stamp::of(&meta)?.settled(now));
        let path = entry.into_path();
        Found { name: path.display().to_string(), path, stamp }
    };
    Ok(Listed { found: found.into_par_iter().map(look).collect(), ..listed })
}

fn one(file: &Found, record: Option<Record>, sink: &mut Sink) -> Read {
    let record = match record {
        Some(record) if record.stamp.is_some() && record.stamp == file.stamp => {
            return Read::Known(Box::new(record));
        }
        record => record,
    };
    let Some(text) = Briefing::read(&file.path, sink) else { return Read::Bad };
    let is_its = |record: &Record| {
        digest::carried(text.text()) == Some(record.digest.as_str()) && digest::is_untouched(text.text())
    };
    match record.filter(is_its) {
        Some(record) => Read::Known(Box::new(Record { stamp: file.stamp, ..record })),
        None => Read::File(text),
    }
}

/// `people/ann-lee.md` of the place of a file, as the content format reads it.
fn content_path(path: &Path) -> String {
    let mut steps = path.components().rev().map(|step| step.as_os_str().to_string_lossy());
    let (name, folder) = (steps.next().unwrap_or_default(), steps.next().unwrap_or_default());
    format!("{folder}/{name}")
}

fn past(present: &Present) -> Past {
    let mut past = Past::of(&present.briefing);
    for (_, record) in present.known.values() {
        past.entities.extend(record.entity.clone().map(|entity| (entity.id.clone(), entity)));
        let id = record.path.strip_prefix("articles/").and_then(|name| name.strip_suffix(".md"));
        let links = record.article.as_ref().map(|(_, links)| Arc::clone(links));
        past.links.extend(id.map(str::to_owned).zip(links));
    }
    past
}

impl Present {
    /// Whether there is such a file.
    pub(super) fn has(&self, path: &str) -> bool {
        self.known.contains_key(path) || self.briefing.files.contains_key(path)
    }

    /// The text of a file. One that is not as it is known to be fails: all has to be read anew.
    pub(super) fn text(&self, path: &str) -> Result<Option<String>, Failure> {
        if let Some(file) = self.briefing.files.get(path) {
            return Ok(Some(file.text().to_owned()));
        }
        let Some((place, record)) = self.known.get(path) else { return Ok(None) };
        let text = fs::read_to_string(place).map_err(|_| Failure::Stale)?;
        let is_same = digest::carried(&text) == Some(record.digest.as_str()) && digest::is_untouched(&text);
        if is_same { Ok(Some(text)) } else { Err(Failure::Stale) }
    }

    /// The files that were generated for articles and for which seeds, by identifier.
    pub(super) fn seeds(&self) -> BTreeMap<ArticleId, String> {
        let read = self.briefing.articles.values();
        let read = read.filter_map(|a| Some((a.id.clone(), a.generated.as_ref()?.seed.clone()?)));
        let known = self.known.values().filter_map(|(_, record)| {
            let id = record.path.strip_prefix("articles/")?.strip_suffix(".md")?.parse().ok()?;
            Some((ArticleId::new(id), record.article.as_ref()?.0.clone()?))
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
        let real = read.or_else(|| self.known.get(path).map(|(place, _)| PathBuf::from(place)))?;
        let target = fs::canonicalize(&real).ok().filter(|_| real.is_symlink());
        Some(target.unwrap_or(real))
    }

    /// What is known of the generated files that nobody edited and that are still as they were.
    pub(super) fn records(self) -> Vec<(String, Record)> {
        let mut records: Vec<(String, Record)> = self.known.into_values().collect();
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

impl Record {
    /// What is to be known of a generated file.
    pub(super) fn of(content: &ContentFile, is_current: bool) -> Self {
        let generated = content.generated();
        let (article, entity) = match content {
            ContentFile::Article(article) => {
                let seed = generated.and_then(|generated| generated.seed.clone());
                (Some((seed, Arc::new(Links::of(&article.body)))), None)
            }
            ContentFile::Entity(entity) => (None, Some((**entity).clone())),
        };
        let digest = generated.map(|generated| generated.digest.clone()).unwrap_or_default();
        Self { path: content.path(), stamp: None, digest, is_current, article, entity }
    }
}
