//! Seeds and content in, content out, on the disk: [`run`].

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use diag::{Diagnostic, Sink, SourceFile};
use model::Briefing;
use walkdir::WalkDir;

use crate::content;
use crate::pipeline;
use crate::registry;
use crate::seed::{self, Seed};
use crate::store::plan::{self, Action, Report};
use crate::tools::Tools;

/// Where seeds are and where content goes.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder of seeds; one that is not there leaves the content as it is.
    pub seeds: PathBuf,
    /// The folder of content; it is made when it is not there.
    pub content: PathBuf,
    /// Do nothing, and report what would be done.
    pub dry_run: bool,
    /// Edited files to be replaced, by path in the content folder or by name.
    pub force: Vec<String>,
}

/// Why a run could not be done.
#[derive(Debug)]
pub struct Error {
    path: PathBuf,
    cause: io::Error,
}

/// Reads all seeds and brings the content folder up to date. Findings go to the sink and stop nothing.
pub fn run(options: &Options, tools: &Tools, sink: &mut Sink) -> Result<Report, Error> {
    let (present, findings) = Briefing::load(&options.content)
        .map_err(|error| Error { path: options.content.clone(), cause: io::Error::other(error) })?;
    sink.append(findings);
    if !options.seeds.is_dir() {
        return Ok(Report::default());
    }
    let seeds = read_seeds(&options.seeds, sink)?;
    let analyses = pipeline::analyze_all(seeds, tools);
    let mut resolution = registry::resolve(&analyses, &present, &tools.lexicon, sink);
    let version = tools.tagger.version();
    let mut wanted = Vec::new();
    for (at, analysis) in analyses.iter().enumerate() {
        wanted.extend(content::article(at, analysis, &mut resolution, version));
    }
    wanted.extend(resolution.entities.values().map(content::entity));
    resolution.rules.report_stale(&resolution.entities, sink);
    let (actions, unchanged) = plan::make(wanted, &present, &options.force);
    let words = analyses.iter().flat_map(|a| a.reading.tokens.iter().flatten()).count();
    let report = Report { seeds: analyses.len(), words, actions, unchanged };
    if !options.dry_run {
        carry_out(&report, &options.content)?;
    }
    Ok(report)
}

/// The seeds of a folder and its folders, sorted by identifier; two of one identifier are reported and the first is kept.
fn read_seeds(folder: &Path, sink: &mut Sink) -> Result<Vec<Seed>, Error> {
    let mut seeds = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| Error {
            path: error.path().unwrap_or(folder).to_owned(),
            cause: error.into(),
        })?;
        if entry.file_type().is_file() && seed::is_seed(entry.path()) {
            seeds.extend(read_seed(folder, entry.path(), sink));
        }
    }
    seeds.sort_by(|a: &Seed, b: &Seed| (&a.id, &a.path).cmp(&(&b.id, &b.path)));
    seeds.dedup_by(|b, a| {
        let same = a.id == b.id;
        if same {
            let message = format!("`{}` and `{}` would be one article", a.path, b.path);
            sink.push(Diagnostic::error("duplicate-seed", message).help("rename one of the two files"));
        }
        same
    });
    Ok(seeds)
}

fn read_seed(folder: &Path, path: &Path, sink: &mut Sink) -> Option<Seed> {
    let name = path.strip_prefix(folder).unwrap_or(path).display().to_string().replace('\\', "/");
    let unreadable = |path: &Path, error: &io::Error| {
        let message = format!("`{}` cannot be read: {error}", path.display());
        Diagnostic::error("unreadable-seed", message).help("check its permissions")
    };
    let bytes = fs::read(path).map_err(|error| sink.push(unreadable(path, &error))).ok()?;
    let sidecar = path.with_extension("toml");
    let sidecar = match fs::read_to_string(&sidecar) {
        Ok(text) => Some(Arc::new(SourceFile::new(sidecar.display().to_string(), text))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => {
            sink.push(unreadable(&sidecar, &error));
            None
        }
    };
    seed::read(&name, &path.display().to_string(), &bytes, sidecar.as_ref(), sink)
}

fn carry_out(report: &Report, folder: &Path) -> Result<(), Error> {
    for (path, action) in &report.actions {
        let path = folder.join(path);
        match action {
            Action::Create(text) | Action::Update { new: text, .. } => write(&path, text)?,
            Action::Remove => fs::remove_file(&path).map_err(|cause| Error { path, cause })?,
            Action::Keep { .. } => {}
        }
    }
    Ok(())
}

/// Writes beside the file and renames, so that there is the old text or the new one and nothing between.
fn write(path: &Path, text: &str) -> Result<(), Error> {
    let failed = |cause| Error { path: path.to_owned(), cause };
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(failed)?;
    let mut file = tempfile::Builder::new().prefix(".backgrounder-").tempfile_in(folder).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A temporary file is readable by its owner alone; content is to be shared.
        file.as_file().set_permissions(fs::Permissions::from_mode(0o644)).map_err(failed)?;
    }
    file.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "cannot read or write `{}`", self.path.display())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.cause)
    }
}
