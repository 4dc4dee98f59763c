//! A folder of seeds → its content → its site in memory, with all that was found to say about them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use diag::{Diagnostic, Severity, Sink, SourceFile};
use extract::Tools;
use model::Briefing;
use site::{Config, Output, Theme};
use tempfile::TempDir;
use walkdir::WalkDir;

/// The folder of a briefing, gone with the value.
#[derive(Debug)]
pub struct Project {
    folder: TempDir,
}

/// What a build of a folder gave.
#[derive(Debug)]
pub struct Built {
    /// The content.
    pub briefing: Briefing,
    /// The site.
    pub output: Output,
    /// What was found to say about seeds, content and pages, but for notes.
    pub findings: Vec<Diagnostic>,
}

impl Project {
    /// An empty folder.
    ///
    /// # Panics
    /// When the machine has no room for temporary folders.
    #[expect(clippy::new_without_default, reason = "it makes a folder on disk")]
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder for the test") }
    }

    /// A path in the folder.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.folder.path().join(inside)
    }

    /// Writes a file, and the folders above it.
    ///
    /// # Panics
    /// When the file cannot be written.
    pub fn write(&self, inside: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(inside);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("the folder is ours");
        fs::write(path, bytes).expect("the folder is ours");
    }

    /// Everything below the folder, links not followed, without the folder itself.
    pub fn tree(&self) -> BTreeSet<PathBuf> {
        let below = WalkDir::new(self.folder.path()).min_depth(1).into_iter().filter_map(Result::ok);
        below
            .map(|entry| entry.path().strip_prefix(self.folder.path()).unwrap_or(entry.path()).to_owned())
            .collect()
    }

    /// Seeds to content to site, with `settings` as `site.toml`.
    ///
    /// # Panics
    /// When the disk fails; what is in the files is no reason.
    pub fn build(&self, settings: &str) -> Built {
        let mut sink = Sink::default();
        let briefing = extracted(&self.path("seeds"), &self.path("content"), &mut sink);
        let output = built(&briefing, settings, &mut sink);
        site::check(&output, "/", &mut sink);
        let spoken = sink.diagnostics().iter().filter(|finding| finding.severity != Severity::Note);
        Built { briefing, findings: spoken.cloned().collect(), output }
    }
}

impl Built {
    /// The page of an article.
    ///
    /// # Panics
    /// When it was not built.
    pub fn article(&self, id: &str) -> &str {
        self.page(&format!("articles/{id}/index.html"))
    }

    /// A page by its path.
    ///
    /// # Panics
    /// When it was not built.
    pub fn page(&self, path: &str) -> &str {
        let bytes = self.output.files.get(path);
        let bytes = bytes.unwrap_or_else(|| panic!("no {path} in {:#?}", self.output.files.keys()));
        std::str::from_utf8(bytes).expect("pages are UTF-8")
    }

    /// All pages with their paths.
    pub fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        let pages = self.output.files.iter().filter(|(path, _)| path.ends_with(".html"));
        pages.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("pages are UTF-8")))
    }

    /// The codes of the findings that name a file, by their message or their place.
    pub fn codes_about(&self, file: &str) -> Vec<&'static str> {
        let about = |finding: &&Diagnostic| {
            let place = finding.location.as_ref().map_or("", |location| location.file.path());
            finding.message.contains(file) || place.contains(file)
        };
        self.findings.iter().filter(about).map(|finding| finding.code).collect()
    }
}

/// Extracts a folder of seeds into `content` and loads what was written.
///
/// # Panics
/// When a folder cannot be read or written.
pub fn extracted(seeds: &Path, content: &Path, sink: &mut Sink) -> Briefing {
    static TOOLS: OnceLock<Tools> = OnceLock::new();
    let tools = TOOLS.get_or_init(|| Tools::builtin().expect("the weights are whole"));
    let (seeds, content) = (seeds.to_owned(), content.to_owned());
    let options = extract::Options { seeds, content, dry_run: false, force: Vec::new() };
    extract::run(&options, tools, sink).expect("the seeds are readable");
    let (briefing, findings) = Briefing::load(&options.content).expect("the content is readable");
    sink.append(findings);
    briefing
}

/// The site of a briefing, with `settings` as `site.toml` and the built-in theme.
pub fn built(briefing: &Briefing, settings: &str, sink: &mut Sink) -> Output {
    site::build(
        briefing,
        &self::settings(settings, sink),
        &Theme::briefing(),
        &site::Options::default(),
        sink,
    )
    .output
}

/// The settings that a `site.toml` of this text gives.
pub fn settings(text: &str, sink: &mut Sink) -> Config {
    Config::read(&Arc::new(SourceFile::new("site.toml", text)), sink)
}
