//! The folder of a briefing on disk → its settings, theme and content.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use diag::{Diagnostic, Sink, SourceFile};
use extract::{Tier, Tools, UnknownTier};
use model::{Briefing, Part};
use rayon::prelude::*;
use site::{Account, Built, Config, History, Making, Options, Progress, Store, Theme};
use walkdir::WalkDir;

use super::Failure;
use super::args::Place;

/// The files of a content folder as they were read.
#[derive(Debug, Clone)]
pub(crate) struct Content {
    /// Those that could be read, in order.
    pub(crate) files: Vec<Arc<SourceFile>>,
    /// What is wrong with the others.
    pub(crate) findings: Sink,
}

/// A briefing's folder with its settings.
#[derive(Debug)]
pub(crate) struct Project {
    /// The folder.
    pub(crate) root: PathBuf,
    /// The settings, the arguments laid over the file.
    pub(crate) config: Config,
}

impl Project {
    /// Reads the settings of the folder that the arguments name.
    pub(crate) fn open(place: &Place, sink: &mut Sink) -> Result<Self, Failure> {
        if !place.root.is_dir() {
            let message = format!("there is no folder `{}`", place.root.display());
            return Err(Failure::new(message).help("give the folder of the briefing with `-r DIR`"));
        }
        let path = place.config.clone().unwrap_or_else(|| place.root.join("site.toml"));
        let mut config = match fs::read_to_string(&path) {
            Ok(text) => Config::read(&Arc::new(SourceFile::new(shown(&path, &place.root), text)), sink),
            // A folder of articles is enough; only a file that was asked for must be there.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && place.config.is_none() => {
                Config::default()
            }
            Err(error) => return Err(Failure::on("read", &path, error)),
        };
        if let Some(base) = &place.base_url {
            config.base_url = Some(base.clone());
        }
        if let Some(theme) = &place.theme {
            config.theme.clone_from(theme);
        }
        Ok(Self { root: place.root.clone(), config })
    }

    /// The theme that the settings name.
    pub(crate) fn theme(&self, sink: &mut Sink) -> Result<Theme, Failure> {
        let name = self.config.theme.as_str();
        match self.theme_folder() {
            Some(folder) => {
                let files = read_all(&folder)?;
                Ok(Theme::briefing().overlay(&shown(&folder, &self.root), files, sink))
            }
            None if name == "briefing" => Ok(Theme::briefing()),
            None => Err(Failure::new(format!("there is no theme `{name}`")).help(format!(
                "make a folder `themes/{name}` with `templates/` and `assets/`, or use `briefing`"
            ))),
        }
    }

    /// The folder of the theme; none for the one that is built in.
    pub(crate) fn theme_folder(&self) -> Option<PathBuf> {
        let name = self.config.theme.as_str();
        let own = self.root.join("themes").join(name);
        [own, self.root.join(name), PathBuf::from(name)].into_iter().find(|path| path.is_dir())
    }

    /// Brings the content up to date with the seeds.
    pub(crate) fn extract(&self, tagger: Option<Tier>, sink: &mut Sink) -> Result<extract::Report, Failure> {
        let tier = match tagger {
            Some(tier) => tier,
            None => self.config.extract.tagger.parse().map_err(|error: UnknownTier| {
                Failure::new(error.to_string()).help("mend `tagger` in the `[extract]` table of the settings")
            })?,
        };
        let fail = |error: Box<dyn std::error::Error + Send + Sync>| Failure {
            cause: Some(error),
            ..Failure::new(format!("cannot extract `{}`", self.config.extract.seeds))
        };
        let options = extract::Options {
            seeds: self.root.join(&self.config.extract.seeds),
            content: self.root.join(&self.config.extract.content),
            dry_run: false,
            force: Vec::new(),
        };
        let tools = Tools::of(tier).map_err(|error| fail(Box::new(error)))?;
        let tools = extract::with_lists(tools, &self.root, sink);
        extract::run(&options, &tools, sink).map_err(|error| fail(Box::new(error)))
    }

    /// Reads the content and builds the site in memory.
    pub(crate) fn build(&self, options: &Options, sink: &mut Sink) -> Result<Built, Failure> {
        let theme = self.theme(sink)?;
        let briefing = self.content(sink)?;
        Ok(site::build(&briefing, &self.config, &theme, options, sink))
    }

    /// Builds the site of this content, handing over each file as soon as it is finished.
    pub(crate) fn build_into(
        &self,
        content: Content,
        store: &dyn Store,
        options: &Options,
        progress: &dyn Progress,
        sink: &mut Sink,
    ) -> Result<(Account, History), Failure> {
        let theme = self.theme(sink)?;
        let briefing = Cow::Owned(self.understood(content, sink));
        let making = Making { config: &self.config, theme: &theme, options, progress };
        Ok(site::build_into(briefing, making, store, sink))
    }

    /// Reads the content that a site is made of.
    pub(crate) fn content(&self, sink: &mut Sink) -> Result<Briefing, Failure> {
        Ok(self.understood(self.files()?, sink))
    }

    /// Reads the files of the content, without looking at what they say.
    pub(crate) fn files(&self) -> Result<Content, Failure> {
        let folder = self.root.join(&self.config.extract.content);
        let mut findings = Sink::default();
        let paths = Briefing::paths(&folder, &mut findings);
        let paths = paths.map_err(|error| Failure::on("read", &folder, error))?;
        let read = paths.par_iter().map(|path| {
            let mut findings = Sink::default();
            (Briefing::read(path, &mut findings), findings)
        });
        let (files, found): (Vec<_>, Vec<_>) = read.unzip();
        found.into_iter().for_each(|found| findings.append(found));
        Ok(Content { files: files.into_iter().flatten().collect(), findings })
    }

    /// What the files of the content say.
    fn understood(&self, content: Content, sink: &mut Sink) -> Briefing {
        sink.append(content.findings);
        let briefing = briefing(content.files, sink);
        if briefing.articles.is_empty() {
            let content = self.root.join(&self.config.extract.content);
            let message = format!("there is no article in `{}`", content.display());
            let help = format!("put articles into `{}` and build again", self.config.extract.seeds);
            sink.push(Diagnostic::warning("no-articles", message).help(help));
        }
        briefing
    }

    /// What earlier builds showed; nothing when there was none, or when its file is not to be read.
    pub(crate) fn history(&self) -> History {
        let text = fs::read(self.root.join(&self.config.changes_file)).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Keeps what this build showed for the next one.
    pub(crate) fn remember(&self, history: &History) -> Result<(), Failure> {
        let path = self.root.join(&self.config.changes_file);
        let text = serde_json::to_string_pretty(history).unwrap_or_default() + "\n";
        if fs::read_to_string(&path).ok().as_deref() == Some(text.as_str()) {
            return Ok(());
        }
        super::folder::put(&path, text.as_bytes())
    }

    /// Looks through what is written in the content, and through all that is not a page of the finished site.
    pub(crate) fn inspect(&self, built: &Built, drafts: bool, sink: &mut Sink) -> Result<(), Failure> {
        let briefing = self.briefing()?;
        site::audit(&briefing, drafts, sink);
        site::inspect(&built.output, self.config.base_url.as_ref(), sink);
        Ok(())
    }

    /// Drops the findings that the settings allow and puts the others in order.
    pub(crate) fn settle(&self, sink: &mut Sink) {
        sink.retain(|finding| !self.config.allow.iter().any(|allowance| allowance.covers(finding)));
        sink.sort();
    }

    /// The content, and nothing of what is wrong in it.
    pub(crate) fn briefing(&self) -> Result<Briefing, Failure> {
        Ok(briefing(self.files()?.files, &mut Sink::default()))
    }

    /// Reads the finished pages. Where some could not be drawn, every link to them would be one more finding.
    pub(crate) fn check(&self, built: &Built, sink: &mut Sink) {
        if !is_undrawn(sink) {
            site::check(&built.output, self.prefix(), sink);
        }
    }

    /// The path at which the site lies on its host.
    pub(crate) fn prefix(&self) -> &str {
        self.config.base_url.as_ref().map_or("/", |base| base.path())
    }
}

/// As [`Briefing::from_files`], on all cores.
fn briefing(files: Vec<Arc<SourceFile>>, sink: &mut Sink) -> Briefing {
    let parsed = files.into_par_iter().map(|file| {
        let mut findings = Sink::default();
        (Part::parse(&file, &mut findings), file, findings)
    });
    let mut briefing = Briefing::default();
    for (part, file, findings) in parsed.collect::<Vec<_>>() {
        sink.append(findings);
        if let Some(part) = part {
            briefing.add(part, file, sink);
        }
    }
    briefing
}

/// Whether a page could not be drawn.
pub(crate) fn is_undrawn(sink: &Sink) -> bool {
    sink.diagnostics().iter().any(|finding| finding.code == "template")
}

/// A path as people know it: from the folder of the briefing on.
fn shown(path: &Path, root: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).display().to_string()
}

/// Every file of a theme's folder, in sorted order.
fn read_all(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| Failure::on("read", folder, error))?;
        if entry.file_type().is_file() {
            let bytes = fs::read(entry.path()).map_err(|error| Failure::on("read", entry.path(), error))?;
            let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            files.push((inside.display().to_string().replace('\\', "/"), bytes));
        }
    }
    Ok(files)
}
