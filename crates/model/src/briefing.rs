//! A content folder → [`Briefing`]: all articles and entities by identifier, and the corrections.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use diag::{Diagnostic, Sink, SourceFile};
use walkdir::WalkDir;

use crate::article::Article;
use crate::content_file::ContentFile;
use crate::corrections::Corrections;
use crate::entity::Entity;
use crate::id::{ArticleId, EntityId, EntityKind};
use crate::moved::Moves;

/// Everything a content folder holds.
///
/// ```
/// let (briefing, findings) = model::Briefing::load("content".as_ref())?;
/// for person in briefing.of_kind(model::EntityKind::Person) {
///     println!("{}", person.name);
/// }
/// # assert!(!findings.has_errors());
/// # Ok::<(), model::LoadError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Briefing {
    /// The articles; who keeps several briefings shares what is the same in them.
    pub articles: BTreeMap<ArticleId, Arc<Article>>,
    /// People, countries, groups and places.
    pub entities: BTreeMap<EntityId, Entity>,
    /// What `corrections.toml` decides.
    pub corrections: Corrections,
    /// What `moved.toml` says of pages that are somewhere else now.
    pub moves: Moves,
    /// The file of each article and entity by its path in the folder, for findings about it.
    pub files: BTreeMap<String, Arc<SourceFile>>,
}

/// What one file of a content folder says. Whoever has many files can have them parsed side by side and added one after another.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// `corrections.toml`.
    Corrections(Corrections),
    /// `moved.toml`.
    Moves(Moves),
    /// An article or an entity.
    Content(ContentFile),
}

impl Part {
    /// Reads a file by its name; nothing of one that is none of these, or that is broken and reported.
    pub fn parse(file: &Arc<SourceFile>, sink: &mut Sink) -> Option<Self> {
        if is_named(file, "corrections.toml") {
            Some(Self::Corrections(Corrections::parse(file, sink)))
        } else if is_named(file, "moved.toml") {
            Some(Self::Moves(Moves::parse(file, sink)))
        } else {
            ContentFile::parse(file, sink).map(Self::Content)
        }
    }
}

/// Why a folder could not be read at all.
#[derive(Debug)]
pub struct LoadError {
    path: String,
    cause: io::Error,
}

impl Briefing {
    /// Reads a content folder. A folder that is not there is an empty one; what is wrong in a file is among the findings
    /// and does not keep the others from being read.
    pub fn load(folder: &Path) -> Result<(Self, Sink), LoadError> {
        let mut sink = Sink::default();
        let paths = Self::paths(folder, &mut sink)?;
        let files: Vec<_> = paths.iter().filter_map(|path| Self::read(path, &mut sink)).collect();
        let briefing = Self::from_files(files, &mut sink);
        Ok((briefing, sink))
    }

    /// The files of a content folder that [`read`](Self::read) is to read, in order; those that cannot be seen are reported.
    pub fn paths(folder: &Path, sink: &mut Sink) -> Result<Vec<PathBuf>, LoadError> {
        let mut paths = Vec::new();
        if !folder.exists() {
            return Ok(paths);
        }
        for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) if error.depth() == 0 => {
                    return Err(LoadError { path: folder.display().to_string(), cause: error.into() });
                }
                Err(error) => {
                    sink.push(Self::unreadable(error.path().unwrap_or(folder), &error));
                    continue;
                }
            };
            let known = entry.path().extension().is_some_and(|e| e == "md" || e == "toml");
            if entry.file_type().is_file() && known {
                paths.push(entry.into_path());
            }
        }
        Ok(paths)
    }

    /// Reads one file of a content folder; one that cannot be read or is no UTF-8 text is reported and gives none.
    pub fn read(path: &Path, sink: &mut Sink) -> Option<Arc<SourceFile>> {
        let name = path.display().to_string();
        let bytes = fs::read(path).map_err(|error| sink.push(Self::unreadable(path, &error))).ok()?;
        match String::from_utf8(bytes) {
            Ok(text) => Some(Arc::new(SourceFile::new(name, text))),
            Err(_) => {
                let message = format!("`{name}` is not UTF-8 text and is left out");
                sink.push(Diagnostic::error("not-utf-8", message).help("save it as UTF-8"));
                None
            }
        }
    }

    /// The finding for a file or folder of a content folder that cannot be read, or a link that leads in a circle.
    pub fn unreadable(path: &Path, cause: &impl std::fmt::Display) -> Diagnostic {
        let message = format!("`{}` cannot be read and is left out: {cause}", path.display());
        Diagnostic::error("unreadable-content", message).help("check its permissions, and where links lead")
    }

    /// The briefing of these files; files that are neither content nor `corrections.toml` or `moved.toml` are passed over.
    pub fn from_files(files: impl IntoIterator<Item = Arc<SourceFile>>, sink: &mut Sink) -> Self {
        let mut briefing = Self::default();
        for file in files {
            if let Some(part) = Part::parse(&file, sink) {
                briefing.add(part, file, sink);
            }
        }
        briefing
    }

    /// Adds what a file says. An article or entity that is there already is reported and left out.
    pub fn add(&mut self, part: Part, file: Arc<SourceFile>, sink: &mut Sink) {
        match part {
            Part::Corrections(corrections) => self.corrections = corrections,
            Part::Moves(moves) => self.moves = moves,
            Part::Content(content) => self.insert(content, file, sink),
        }
    }

    /// The entities of one kind, by identifier.
    pub fn of_kind(&self, kind: EntityKind) -> impl Iterator<Item = &Entity> {
        self.entities.values().filter(move |entity| entity.id.kind() == kind)
    }

    fn insert(&mut self, content: ContentFile, file: Arc<SourceFile>, sink: &mut Sink) {
        let path = content.path();
        let Entry::Vacant(free) = self.files.entry(path) else {
            let message = format!("`{}` is there twice", content.path());
            let help = "keep one of the two files";
            sink.push(Diagnostic::error("duplicate-file", message).at(&file, 0..0).help(help));
            return;
        };
        free.insert(file);
        match content {
            ContentFile::Article(article) => {
                drop(self.articles.insert(article.id.clone(), Arc::from(article)))
            }
            ContentFile::Entity(entity) => drop(self.entities.insert(entity.id.clone(), *entity)),
        }
    }
}

fn is_named(file: &SourceFile, name: &str) -> bool {
    file.path().rsplit('/').next() == Some(name)
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "cannot read `{}`", self.path)
    }
}

impl std::error::Error for LoadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}
