//! What earlier runs read changes nothing of what comes out: beside each project stands one that forgets it before each run.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::sleep;
use std::time::Duration;

use super::*;

/// A project that remembers, and one that is the same and does not.
struct Twins {
    one: Project,
    other: Project,
    tools: Tools,
}

/// What a run tells.
#[derive(Debug, PartialEq)]
struct Told {
    seeds: usize,
    words: usize,
    unchanged: usize,
    actions: BTreeMap<String, Action>,
    findings: Vec<String>,
}

impl Twins {
    fn new(seeds: &[(&str, &str)]) -> Self {
        Self { one: Project::new(seeds), other: Project::new(seeds), tools: Tools::builtin().unwrap() }
    }

    fn write(&self, path: &str, text: &str) {
        self.one.write(path, text);
        self.other.write(path, text);
    }

    fn remove(&self, path: &str) {
        drop(fs::remove_file(self.one.path(path)));
        drop(fs::remove_file(self.other.path(path)));
    }

    fn told(&self, project: &Project) -> Told {
        let mut sink = Sink::default();
        let report = run(&project.options(), &self.tools, &mut sink).unwrap();
        sink.sort();
        let root = project.path("").display().to_string();
        let findings = sink.diagnostics().iter().map(|f| format!("{f:?}").replace(&root, "")).collect();
        let Report { seeds, words, unchanged, actions } = report;
        Told { seeds, words, unchanged, actions, findings }
    }

    /// Runs both, and says what is different.
    fn run(&self) -> Result<(), TestCaseError> {
        // Longer than a tick of the clock of the file system, so that files are known by their stamps.
        sleep(Duration::from_millis(15));
        drop(fs::remove_file(self.other.path(CACHE)));
        let (one, other) = (self.told(&self.one), self.told(&self.other));
        prop_assert_eq!(one, other);
        prop_assert_eq!(self.one.tree("content"), self.other.tree("content"));
        Ok(())
    }
}

const CACHE: &str = ".backgrounder/articles";

const TEXTS: [&str; 8] = [
    "Paul Okoro, the finance minister of Ghana, spoke in Accra. “We will wait,” Okoro said.\n",
    "Paul Okoro, goalkeeper of Chile, left Santiago on Monday.\n",
    "Okoro was not there. Ann Lee met Carl Dunn in Lima.\n",
    "Ann B. Lee, a minister of Peru, opened the Grey Harbor Trust in Lima.\n",
    "The Grey Harbor Trust paid Carl Dunn, a lawyer. “No,” said Ann Lee.\n",
    "+++\ntitle = \"A head\"\nunknown = 1\n+++\nCarl Dunn left Oslo.\n",
    "  \n",
    "Nick Balaguer, the prime minister of Peru, met Paul Okoro of Ghana.\n",
];

const DECISIONS: [&str; 9] = [
    "",
    "[[drop]]\nname = \"Carl Dunn\"\n",
    "[[drop]]\nname = \"Nobody\"\n[[split]]\nname = \"Ann Lee\"\nentity = \"person/ann-other\"\narticles = [\"s2\"]\n",
    "[[split]]\nname = \"Ann Lee\"\nentity = \"person/ann-other\"\narticles = [\"s2\", \"s4\"]\n",
    "[[speaker]]\nquote = \"We will\"\nspeaker = \"person/carl-dunn\"\n",
    "[[speaker]]\nquote = \"No\"\narticle = \"s4\"\n[[speaker]]\nquote = \"We\"\n",
    "[[merge]]\ninto = \"person/ann-lee\"\nfrom = [\"person/carl-dunn\"]\n",
    "[[rename]]\nentity = \"person/ann-lee\"\nname = \"Dame Ann Lee\"\n[[country]]\nentity = \"person/carl-dunn\"\ncountry = \"no\"\n",
    "[[retype]]\nname = \"Carl Dunn\"\nkind = \"group\"\n[[alias]]\nname = \"Okoro\"\nentity = \"person/paul-okoro\"\n",
];

/// What happens between two runs.
#[derive(Debug, Clone)]
enum Step {
    Seed(usize, usize),
    Sidecar(usize, bool),
    Move(usize),
    Delete(usize),
    Correct(usize),
    Edit(usize),
    DeleteContent(usize),
    /// A copy of a content file in a folder of the same name below another, or none any more.
    Double(usize, bool),
    Damage(usize, u8),
    Cut(usize),
}

fn steps() -> impl Strategy<Value = Vec<Vec<Step>>> {
    let step = prop_oneof![
        6 => (0..7_usize, 0..TEXTS.len()).prop_map(|(name, text)| Step::Seed(name, text)),
        1 => (0..7_usize, any::<bool>()).prop_map(|(name, there)| Step::Sidecar(name, there)),
        1 => (0..7_usize).prop_map(Step::Move),
        1 => (0..7_usize).prop_map(Step::Delete),
        3 => (0..DECISIONS.len()).prop_map(Step::Correct),
        1 => any::<usize>().prop_map(Step::Edit),
        1 => any::<usize>().prop_map(Step::DeleteContent),
        1 => (any::<usize>(), any::<bool>()).prop_map(|(at, there)| Step::Double(at, there)),
        1 => (any::<usize>(), 1..255_u8).prop_map(|(at, by)| Step::Damage(at, by)),
        1 => any::<usize>().prop_map(Step::Cut),
    ];
    prop::collection::vec(prop::collection::vec(step, 0..3), 1..9)
}

fn take(step: Step, twins: &Twins) {
    let seed = |name: usize| format!("seeds/s{name}.txt");
    let file = |at: usize| {
        let files: Vec<String> =
            twins.one.tree("content").into_keys().filter(|path| path.ends_with(".md")).collect();
        files.get(at % files.len().max(1)).cloned()
    };
    let cache = || fs::read(twins.one.path(CACHE)).ok().filter(|bytes| !bytes.is_empty());
    match step {
        Step::Seed(name, text) => twins.write(&seed(name), TEXTS[text]),
        Step::Sidecar(name, true) => twins.write(&format!("seeds/s{name}.toml"), "author = \"Cy Roe\"\n"),
        Step::Sidecar(name, false) => twins.remove(&format!("seeds/s{name}.toml")),
        Step::Move(name) => {
            if let Ok(text) = fs::read_to_string(twins.one.path(&seed(name))) {
                twins.remove(&seed(name));
                twins.write(&format!("seeds/below/s{name}.txt"), &text);
            }
        }
        Step::Delete(name) => {
            twins.remove(&seed(name));
            twins.remove(&format!("seeds/below/s{name}.txt"));
        }
        Step::Correct(at) => twins.write("content/corrections.toml", DECISIONS[at]),
        Step::Edit(at) => {
            if let Some(path) = file(at) {
                twins.one.append(&path, "\nBy hand.\n");
                twins.other.append(&path, "\nBy hand.\n");
            }
        }
        Step::DeleteContent(at) => {
            if let Some(path) = file(at) {
                twins.remove(&path);
            }
        }
        Step::Double(at, there) => {
            if let Some(path) = file(at) {
                let other = format!("content/more/{}", path.trim_start_matches("content/"));
                match there {
                    true => twins.write(&other, &twins.one.read(&path)),
                    false => twins.remove(&other),
                }
            }
        }
        Step::Damage(at, by) => {
            if let Some(mut bytes) = cache() {
                let at = at % bytes.len();
                bytes[at] ^= by;
                fs::write(twins.one.path(CACHE), bytes).unwrap();
            }
        }
        Step::Cut(at) => {
            if let Some(bytes) = cache() {
                fs::write(twins.one.path(CACHE), &bytes[..at % bytes.len()]).unwrap();
            }
        }
    }
}

#[test]
fn in_any_order_of_changes_a_run_that_remembers_does_what_one_from_scratch_does() {
    let config = ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(steps in steps())| {
        let twins = Twins::new(&[("s0.txt", TEXTS[0]), ("s2.txt", TEXTS[2]), ("s4.txt", TEXTS[4])]);
        twins.run()?;
        for some in steps {
            some.into_iter().for_each(|step| take(step, &twins));
            twins.run()?;
        }
        twins.run()?;
    });
}

/// A tagger that counts how many articles it reads.
struct Counting(tagger::Crf, Arc<AtomicUsize>);

impl tagger::Tagger for Counting {
    fn label(&self, sentences: &[Vec<&str>]) -> Vec<Vec<tagger::Label>> {
        self.1.fetch_add(1, Ordering::Relaxed);
        self.0.label(sentences)
    }

    fn version(&self) -> &str {
        self.0.version()
    }
}

#[test]
fn a_run_reads_only_the_articles_that_are_new() {
    let count = Arc::new(AtomicUsize::new(0));
    let tools = Tools::with(Box::new(Counting(tagger::Crf::builtin().unwrap(), Arc::clone(&count))));
    let project = Project::new(&[("a.txt", TEXTS[0]), ("b.txt", TEXTS[3]), ("c.txt", TEXTS[4])]);
    let read = |why: &str, wanted: usize| {
        project.run(&tools);
        assert_eq!(count.swap(0, Ordering::Relaxed), wanted, "{why}");
    };
    read("all are new", 3);
    read("nothing has changed", 0);
    project.write("seeds/d.txt", TEXTS[4]);
    read("one more", 1);
    project.write("seeds/a.txt", TEXTS[1]);
    read("one is another", 1);
    project.write("seeds/a.txt", TEXTS[1]);
    read("one was saved as it was", 0);
    fs::rename(project.path("seeds/d.txt"), project.path("seeds/e.txt")).unwrap();
    read("one has another name", 1);
    project.write(
        "content/corrections.toml",
        "[[split]]\nname = \"Carl Dunn\"\nentity = \"person/bo\"\narticles = [\"c\"]\n",
    );
    read("a decision about one", 1);
    project.write("content/corrections.toml", "[[drop]]\nname = \"Carl Dunn\"\n");
    read("it is about that one no more, and another names Carl Dunn too", 2);
    fs::remove_file(project.path(CACHE)).unwrap();
    read("nothing is remembered", 4);
}

#[test]
fn where_most_of_what_is_remembered_is_gone_the_next_run_begins_anew() {
    let tools = Tools::builtin().unwrap();
    let seeds = ["a.txt", "b.txt", "c.txt", "d.txt"].into_iter().zip([0, 3, 4, 7]);
    let project = Project::new(&seeds.map(|(name, text)| (name, TEXTS[text])).collect::<Vec<_>>());
    project.run(&tools);
    fs::remove_file(project.path("seeds/a.txt")).unwrap();
    project.run(&tools);
    assert!(project.path(CACHE).exists(), "most of it is there");
    fs::remove_file(project.path("seeds/b.txt")).unwrap();
    fs::remove_file(project.path("seeds/c.txt")).unwrap();
    project.run(&tools);
    assert!(!project.path(CACHE).exists(), "most of it is gone");
    let before = project.tree("content");
    project.run(&tools);
    assert!(project.path(CACHE).exists() && project.tree("content") == before);
}
