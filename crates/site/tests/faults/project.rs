//! The folder of a briefing, the command in it, and what has to hold afterwards.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use tempfile::TempDir;

/// Files by path.
pub(crate) type Tree = BTreeMap<PathBuf, Vec<u8>>;

/// The folder of a briefing: some articles, and a page that a person wrote.
pub(crate) struct Project {
    folder: TempDir,
}

impl Project {
    pub(crate) fn new() -> Self {
        let project = Self { folder: tempfile::tempdir().expect("a folder for the test") };
        for (number, name) in ["Manta", "Cuenca", "Loja", "Tena", "Puyo"].iter().enumerate() {
            let text = format!(
                "Port of {name} opens\n\nQUITO, Ecuador (Wire) - President Ana Quiroga opened the port of {name} on Monday.\n\n\
                 \"It serves {number} provinces,\" said Bob Ray of the Coast Bank.\n"
            );
            project.write(&format!("seeds/2025-09-0{}-{}.txt", number + 1, name.to_lowercase()), &text);
        }
        project.write("content/articles/by-hand.md", "+++\ntitle = \"By hand\"\n+++\n\nWords of a person.\n");
        project.write("site.toml", "base_url = \"https://example.org/\"\n");
        project
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().expect("it has a folder")).expect("it is ours");
        fs::write(self.path(path), text).expect("it is ours");
    }

    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_site"));
        command.current_dir(self.folder.path()).stdin(Stdio::null()).env_remove("SITE_BASE_URL");
        command
    }

    pub(crate) fn build(&self) -> Output {
        self.command().output().expect("the command was built with the test")
    }

    /// The command in a shell after `limits`.
    pub(crate) fn limited(&self, limits: &str) -> Output {
        let script = format!("{limits}; exec \"{}\"", env!("CARGO_BIN_EXE_site"));
        Command::new("sh").args(["-c", &script]).current_dir(self.folder.path()).output().expect("a shell")
    }

    /// The files below a folder.
    pub(crate) fn tree(&self, folder: &str) -> Tree {
        let base = self.path(folder);
        let below = walkdir::WalkDir::new(&base).into_iter().filter_map(Result::ok);
        let files = below.filter(|entry| entry.file_type().is_file());
        files
            .filter_map(|entry| {
                let inside = entry.path().strip_prefix(&base).ok()?.to_owned();
                Some((inside, fs::read(entry.path()).ok()?))
            })
            .collect()
    }

    /// What nobody but a person may change.
    pub(crate) fn own(&self) -> (Tree, Vec<u8>, Vec<u8>) {
        let read = |path: &str| fs::read(self.path(path)).expect("it is there");
        (self.tree("seeds"), read("content/articles/by-hand.md"), read("site.toml"))
    }

    /// The next build succeeds and gives the site of a first build.
    pub(crate) fn assert_whole(&self, when: &str, first: &Tree) {
        let output = self.build();
        assert!(output.status.success(), "{when}: {}", errors(&output));
        let site = self.tree("public");
        for path in site.keys().chain(first.keys()) {
            assert!(
                site.get(path) == first.get(path),
                "{when}: {} is not what a first build gives",
                path.display()
            );
        }
    }
}

pub(crate) fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The site of a first build.
pub(crate) fn first() -> Tree {
    let project = Project::new();
    let output = project.build();
    assert!(output.status.success(), "{}", errors(&output));
    project.tree("public")
}

/// Kills a build as soon as `now` says so.
pub(crate) fn kill(project: &Project, mut now: impl FnMut() -> bool) {
    let mut command = project.command();
    let mut child = command.stderr(Stdio::null()).spawn().expect("the command was built with the test");
    while !now() && child.try_wait().expect("it is our child").is_none() {
        std::thread::sleep(Duration::from_millis(1));
    }
    child.kill().expect("it is our child");
    child.wait().expect("it is our child");
}

/// Every page that stands in the output is whole.
pub(crate) fn assert_no_half_page(project: &Project, when: &str, whole: &Tree) {
    for (path, bytes) in project.tree("public") {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let known = whole.get(&path).is_none_or(|page| *page == bytes);
        assert!(name.starts_with(".backgrounder-") || known, "{when}: {} is half written", path.display());
    }
}
