//! Nothing a person wrote is lost: on a disk that fails at any step, in any order of edits and runs.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use diag::Sink;
use proptest::prelude::*;
use tempfile::TempDir;

use super::disk::{Disk, Machine};
use super::run::run_on;
use super::{Action, Options, Report, Why, run};
use crate::tools::Tools;

mod cached;

/// How a disk fails.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Fault {
    /// The process is killed: what it was writing is half there, and it does nothing more.
    Killed,
    /// There is no room for another byte.
    Full,
    /// The operation, and no other, is refused.
    Refused,
    /// A person saves the file just before it is replaced.
    Saved,
}

/// A disk on which the operation number `at` fails.
struct Faulty {
    at: usize,
    fault: Fault,
    count: Cell<usize>,
}

const BY_HAND: &str = "Saved by hand at the last moment.\n";

impl Faulty {
    fn new(at: usize, fault: Fault) -> Self {
        Self { at, fault, count: Cell::new(0) }
    }

    /// Whether this operation fails; `writes` when it needs room.
    fn strikes(&self, writes: bool) -> io::Result<()> {
        let now = self.count.replace(self.count.get() + 1);
        let later = now >= self.at;
        match self.fault {
            Fault::Killed if later => Err(io::Error::other("killed")),
            Fault::Full if later && writes => Err(io::ErrorKind::StorageFull.into()),
            Fault::Refused if now == self.at => Err(io::ErrorKind::PermissionDenied.into()),
            _ => Ok(()),
        }
    }

    fn save_by_hand(&self, path: &Path) {
        if self.fault == Fault::Saved && self.count.get() == self.at + 1 && path.exists() {
            fs::write(path, BY_HAND).unwrap();
        }
    }
}

impl Disk for Faulty {
    fn read(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        self.strikes(false)?;
        self.save_by_hand(path);
        Machine.read(path)
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let result = self.strikes(true);
        if result.is_err() && self.fault != Fault::Refused && !path.exists() {
            drop(fs::write(path, &bytes[..bytes.len() / 2]));
        }
        result?;
        Machine.create(path, bytes)
    }

    fn replace(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.strikes(false)?;
        Machine.replace(from, to)
    }

    fn place(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.strikes(true)?;
        Machine.place(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.strikes(false)?;
        Machine.remove(path)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.strikes(true)?;
        Machine.make_folder(path)
    }

    fn is_read_only(&self, path: &Path) -> io::Result<bool> {
        self.strikes(false)?;
        Machine.is_read_only(path)
    }
}

/// A folder with seeds and content.
struct Project {
    folder: TempDir,
}

impl Project {
    fn new(seeds: &[(&str, &str)]) -> Self {
        let project = Self { folder: TempDir::new().unwrap() };
        fs::create_dir_all(project.path("seeds")).unwrap();
        seeds.iter().for_each(|(name, text)| project.write(&format!("seeds/{name}"), text));
        project
    }

    fn copy(&self) -> Self {
        let copy = Self::new(&[]);
        for (path, bytes) in self.tree("") {
            fs::create_dir_all(copy.path(&path).parent().unwrap()).unwrap();
            fs::write(copy.path(&path), bytes).unwrap();
        }
        copy
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    fn append(&self, path: &str, text: &str) -> String {
        let edited = self.read(path) + text;
        self.write(path, &edited);
        edited
    }

    /// All files below a folder of the project.
    fn tree(&self, below: &str) -> BTreeMap<String, Vec<u8>> {
        let files = walkdir::WalkDir::new(self.path(below)).into_iter().filter_map(Result::ok);
        let files = files.filter(|entry| entry.file_type().is_file());
        let name = |path: &Path| path.strip_prefix(self.folder.path()).unwrap().display().to_string();
        files.map(|entry| (name(entry.path()), fs::read(entry.path()).unwrap())).collect()
    }

    fn options(&self) -> Options {
        let force = Vec::new();
        Options { seeds: self.path("seeds"), content: self.path("content"), dry_run: false, force }
    }

    fn run(&self, tools: &Tools) -> Report {
        run(&self.options(), tools, &mut Sink::default()).unwrap()
    }

    fn force(&self, name: &str, tools: &Tools) -> Report {
        let options = Options { force: vec![name.to_owned()], ..self.options() };
        run(&options, tools, &mut Sink::default()).unwrap()
    }

    /// A run on a disk that fails; how many operations it took, and whether it came to its end.
    fn fail(&self, at: usize, fault: Fault, tools: &Tools) -> (usize, bool) {
        let disk = Faulty::new(at, fault);
        let result = run_on(&disk, &self.options(), tools, &mut Sink::default());
        (disk.count.get(), result.is_ok())
    }
}

const FERRY: &str = "Ann Lee opened the pier in Quito. “We waited,” Ann Lee said.\n";
const BRIDGE: &str = "Bo Day closed the bridge. Ann Lee objected.\n";

/// A project with edits of every sort, one run after which all is to change: a seed is new, one is changed, one renamed, one gone.
fn busy(tools: &Tools) -> (Project, BTreeMap<String, String>) {
    let project = Project::new(&[
        ("ferry.txt", FERRY),
        ("bridge.txt", BRIDGE),
        ("gone.txt", "Cy Roe left Lima.\n"),
        ("gone-edited.txt", "Di Fay left Oslo.\n"),
        ("old-name.txt", "Ed Kay sang in Lima on May 5, 2020.\n"),
        ("old-edited.txt", "Flo Ray sang in Oslo.\n"),
    ]);
    project.run(tools);
    let mut edited = BTreeMap::new();
    let paths =
        ["articles/bridge.md", "articles/gone-edited.md", "articles/old-edited.md", "people/ann-lee.md"];
    for path in paths {
        let path = format!("content/{path}");
        edited.insert(path.clone(), project.append(&path, "\nMy own words.\n"));
    }
    fs::remove_file(project.path("seeds/gone.txt")).unwrap();
    fs::remove_file(project.path("seeds/gone-edited.txt")).unwrap();
    fs::rename(project.path("seeds/old-name.txt"), project.path("seeds/new-name.txt")).unwrap();
    fs::rename(project.path("seeds/old-edited.txt"), project.path("seeds/new-edited.txt")).unwrap();
    project.write("seeds/ferry.txt", "Ann Lee shut the pier in Quito.\n");
    project.write("seeds/bridge.txt", "Bo Day closed the old bridge. Ann Lee objected.\n");
    project.write("seeds/added.txt", "Guy Moe met Ann Lee.\n");
    (project, edited)
}

#[track_caller]
fn assert_kept(project: &Project, edited: &BTreeMap<String, String>, when: &str) {
    for (path, text) in edited {
        let now = fs::read_to_string(project.path(path)).unwrap_or_default();
        assert_eq!(&now, text, "{path} {when}");
    }
}

#[test]
fn a_run_that_fails_at_any_step_loses_nothing_and_the_next_one_finishes() {
    let tools = Tools::builtin().unwrap();
    let (project, edited) = busy(&tools);
    let whole = project.copy();
    let (steps, finished) = whole.fail(usize::MAX, Fault::Killed, &tools);
    assert!(finished && steps > 30, "{steps}");
    assert_kept(&whole, &edited, "after a whole run");
    for fault in [Fault::Killed, Fault::Full, Fault::Refused] {
        for at in 0..steps {
            let broken = project.copy();
            broken.fail(at, fault, &tools);
            assert_kept(&broken, &edited, &format!("after {fault:?} at {at}"));
            broken.run(&tools);
            assert_kept(&broken, &edited, &format!("after {fault:?} at {at} and another run"));
            assert!(broken.tree("content") == whole.tree("content"), "{fault:?} at {at}");
        }
    }
}

#[test]
fn what_is_saved_while_a_run_is_at_work_stays() {
    let tools = Tools::builtin().unwrap();
    let (project, _) = busy(&tools);
    let (steps, _) = project.copy().fail(usize::MAX, Fault::Killed, &tools);
    let mut saved = 0;
    for at in 0..steps {
        let copy = project.copy();
        copy.fail(at, Fault::Saved, &tools);
        let by_hand =
            |files: BTreeMap<String, Vec<u8>>| files.values().filter(|b| *b == BY_HAND.as_bytes()).count();
        let before = by_hand(copy.tree("content"));
        saved += before;
        copy.run(&tools);
        assert_eq!(by_hand(copy.tree("content")), before);
    }
    assert!(saved > 3, "{saved}");
}

#[test]
fn runs_at_the_same_time_wait_for_each_other() {
    let tools = Tools::builtin().unwrap();
    let (project, edited) = busy(&tools);
    let whole = project.copy();
    whole.run(&tools);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| project.run(&tools));
        }
    });
    assert_kept(&project, &edited, "after four runs at once");
    assert_eq!(project.tree("content"), whole.tree("content"));
}

#[test]
fn every_file_is_told_what_becomes_of_it() {
    let tools = Tools::builtin().unwrap();
    let (project, edited) = busy(&tools);
    let dry = run(&Options { dry_run: true, ..project.options() }, &tools, &mut Sink::default()).unwrap();
    assert!(!project.path(".backgrounder/replaced").exists());
    let report = project.run(&tools);
    assert_eq!(dry.actions, report.actions);
    let why = |path: &str| match &report.actions[path] {
        Action::Keep { why, new, .. } => (Some(*why), new.is_some()),
        _ => (None, false),
    };
    assert_eq!(why("articles/bridge.md"), (Some(Why::Edited), true));
    assert_eq!(why("people/ann-lee.md"), (Some(Why::Edited), false));
    assert_eq!(why("articles/gone-edited.md"), (Some(Why::Orphan), false));
    assert_eq!(why("articles/old-edited.md").0, Some(Why::Renamed));
    assert!(!report.actions.contains_key("articles/new-edited.md"));
    assert!(matches!(&report.actions["articles/gone.md"], Action::Remove { moved: None, .. }));
    let moved = Some("articles/new-name.md".to_owned());
    assert!(
        matches!(&report.actions["articles/old-name.md"], Action::Remove { moved: to, .. } if *to == moved)
    );
    assert!(project.read("content/moved.toml").contains("\"article/old-name\" = \"article/new-name\"\n"));
    // What an edited file names stays, and so does the edited file in every later run.
    assert!(project.path("content/people/di-fay.md").exists());
    let again = project.run(&tools);
    assert_eq!(again.written(), 0, "{:?}", again.actions.keys());
    assert_kept(&project, &edited, "after another run");
}

#[test]
fn a_forced_file_is_replaced_and_the_words_are_put_aside() {
    let tools = Tools::builtin().unwrap();
    let (project, edited) = busy(&tools);
    project.force("bridge", &tools);
    assert!(!project.read("content/articles/bridge.md").contains("My own words"));
    let aside = project.tree(".backgrounder/replaced");
    let words = edited["content/articles/bridge.md"].as_bytes();
    assert!(aside.len() == 1 && aside.values().all(|bytes| bytes == words));
}

#[test]
fn what_is_new_upstream_is_offered_beside_the_edit() {
    let tools = Tools::builtin().unwrap();
    let project = Project::new(&[("ferry.txt", FERRY)]);
    project.run(&tools);
    let path = "content/articles/ferry.md";
    let edited = project.read(path).replace("opened the pier", "opened the new pier");
    project.write(path, &edited);
    assert!(matches!(&project.run(&tools).actions["articles/ferry.md"], Action::Keep { new: None, .. }));
    project.write("seeds/ferry.toml", "author = \"Bo Day\"\n");
    let report = project.run(&tools);
    let Action::Keep { new: Some(new), why: Why::Edited, .. } = &report.actions["articles/ferry.md"] else {
        panic!("{:?}", report.actions)
    };
    assert!(new.contains("opened the new pier") && new.contains("author = \"Bo Day\""), "{new}");
    // Taken over, it is an edited file like any other, and nothing is new for it.
    project.write(path, new);
    assert!(matches!(&project.run(&tools).actions["articles/ferry.md"], Action::Keep { new: None, .. }));
    assert_eq!(project.read(path), *new);
}

#[cfg(unix)]
#[test]
fn files_that_are_not_to_be_written_or_not_to_be_read_stay() {
    use std::os::unix::fs::PermissionsExt;
    let tools = Tools::builtin().unwrap();
    let project =
        Project::new(&[("ferry.txt", FERRY), ("bridge.txt", BRIDGE), ("link.txt", "Ann Lee left Lima.\n")]);
    project.run(&tools);
    let ferry = project.path("content/articles/ferry.md");
    let before = fs::read(&ferry).unwrap();
    fs::set_permissions(&ferry, fs::Permissions::from_mode(0o444)).unwrap();
    let latin = b"+++\ntitle = \"caf\xe9\"\n+++\n";
    fs::write(project.path("content/articles/bridge.md"), latin).unwrap();
    fs::rename(project.path("content/articles/link.md"), project.path("elsewhere.md")).unwrap();
    std::os::unix::fs::symlink(project.path("elsewhere.md"), project.path("content/articles/link.md"))
        .unwrap();
    std::os::unix::fs::symlink("..", project.path("content/articles/loop")).unwrap();
    project.write("seeds/ferry.txt", "Ann Lee shut the pier.\n");
    project.write("seeds/link.txt", "Ann Lee left Oslo.\n");
    let mut sink = Sink::default();
    let report = run(&project.options(), &tools, &mut sink).unwrap();
    assert_eq!(fs::read(&ferry).unwrap(), before);
    assert!(matches!(&report.actions["articles/ferry.md"], Action::Keep { why: Why::ReadOnly, .. }));
    assert_eq!(fs::read(project.path("content/articles/bridge.md")).unwrap(), latin);
    let codes: Vec<&str> = sink.diagnostics().iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["unreadable-content", "not-utf-8", "unwritable-file"]);
    assert!(project.path("content/articles/link.md").is_symlink());
    assert!(project.read("elsewhere.md").contains("Oslo"));
}

/// What a person or the world may do between two runs.
#[derive(Debug, Clone)]
enum Step {
    Edit(usize, String),
    Write(usize, usize),
    Delete(usize),
    Rename(usize, usize),
    Fail(usize, bool),
    Run,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        3 => (0..40_usize, "[a-z ]{1,9}").prop_map(|(at, text)| Step::Edit(at, text)),
        2 => (0..4_usize, 0..4_usize).prop_map(|(name, text)| Step::Write(name, text)),
        1 => (0..4_usize).prop_map(Step::Delete),
        1 => (0..4_usize, 0..4_usize).prop_map(|(from, to)| Step::Rename(from, to)),
        2 => (0..40_usize, any::<bool>()).prop_map(|(at, full)| Step::Fail(at, full)),
        2 => Just(Step::Run),
    ];
    prop::collection::vec(step, 1..10)
}

#[test]
fn in_any_order_of_edits_and_runs_the_last_edit_of_each_file_stays() {
    let tools = Tools::builtin().unwrap();
    let texts = [FERRY, BRIDGE, "Bo Day met Cy Roe in Lima.\n", "Ann Lee, a minister, met Bo Day.\n"];
    let config = ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(steps in steps())| {
        let project = Project::new(&[("s0.txt", FERRY), ("s1.txt", BRIDGE)]);
        project.run(&tools);
        let seed = |at: usize| project.path(&format!("seeds/s{at}.txt"));
        let mut edited = BTreeMap::new();
        for step in steps {
            match step {
                Step::Edit(at, text) => {
                    let files: Vec<String> = project.tree("content").into_keys().filter(|p| p.ends_with(".md")).collect();
                    if let Some(path) = files.get(at % files.len().max(1)) {
                        edited.insert(path.clone(), project.append(path, &format!("\nAdded: {text}.\n")));
                    }
                }
                Step::Write(name, text) => fs::write(seed(name), texts[text]).unwrap(),
                Step::Delete(name) => drop(fs::remove_file(seed(name))),
                Step::Rename(from, to) => drop(fs::rename(seed(from), seed(to))),
                Step::Fail(at, full) => drop(project.fail(at, if full { Fault::Full } else { Fault::Killed }, &tools)),
                Step::Run => drop(project.run(&tools)),
            }
            for (path, text) in &edited {
                prop_assert_eq!(&project.read(path), text);
            }
        }
        project.run(&tools);
        prop_assert_eq!(project.run(&tools).written(), 0);
    });
}

/// Two people of one name: only the files of the articles tell whose address it is.
#[test]
fn seeds_of_any_name_keep_the_addresses_they_gave() {
    let tools = Tools::builtin().unwrap();
    let project = Project::new(&[
        ("Harbor, open!.txt", "Peruvian Finance Minister Ann Lee opened a harbor near Lima. Lee smiled.\n"),
        ("Cup_Final.txt", "Norwegian goalkeeper Ann Lee saved a penalty in Oslo. Lee smiled.\n"),
    ]);
    project.run(&tools);
    let before = project.tree("content");
    let people = before.keys().filter(|path| path.starts_with("content/people")).count();
    assert!(before.contains_key("content/articles/harbor-open.md") && people == 2, "{:?}", before.keys());
    assert_eq!(project.run(&tools).written(), 0);
    assert_eq!(project.tree("content"), before);
}

#[test]
fn a_correction_for_one_article_reaches_a_seed_of_any_name() {
    let tools = Tools::builtin().unwrap();
    let project = Project::new(&[("Steel Day.txt", "Ann Lee closed a mill near Lima.\n")]);
    project.write("content/corrections.toml", "[[drop]]\nname = \"Ann Lee\"\narticle = \"steel-day\"\n");
    project.run(&tools);
    assert!(!project.read("content/articles/steel-day.md").contains("ann-lee"));
}
