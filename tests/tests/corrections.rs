//! The worked examples of docs/corrections.md do what they say: each is run without and with its correction.

use std::fs;
use std::path::Path;

use diag::Sink;
use tempfile::TempDir;
use tests::root;

/// An example: the seeds, the correction, and the lines of content files that go and come.
struct Example<'d> {
    title: &'d str,
    seeds: Vec<(&'d str, &'d str)>,
    correction: &'d str,
    gone: Vec<&'d str>,
    come: Vec<&'d str>,
}

fn examples(guide: &str) -> Vec<Example<'_>> {
    let sections = guide.split("\n### ").skip(1);
    sections.map(|section| example(section.split("\n## ").next().unwrap_or(section))).collect()
}

fn example(section: &str) -> Example<'_> {
    let title = section.lines().next().unwrap_or_default();
    let mut example =
        Example { title, seeds: Vec::new(), correction: "", gone: Vec::new(), come: Vec::new() };
    for block in section.split("\n```").skip(1).step_by(2) {
        let (kind, text) = block.split_once('\n').expect("a block has a first line");
        match kind.split_once(' ') {
            Some(("text", name)) => example.seeds.push((name, text)),
            None if kind == "toml" => example.correction = text,
            None if kind == "diff" => {
                example.gone.extend(text.lines().filter_map(|line| line.strip_prefix("- ")));
                example.come.extend(text.lines().filter_map(|line| line.strip_prefix("+ ")));
            }
            _ => panic!("{title}: a block of sort {kind:?}"),
        }
    }
    example
}

/// All content after a run, as one text.
fn run(folder: &Path) -> String {
    let tools = extract::Tools::builtin().expect("the weights are whole");
    let options = extract::Options {
        seeds: folder.join("seeds"),
        content: folder.join("content"),
        dry_run: false,
        force: Vec::new(),
    };
    let mut sink = Sink::default();
    extract::run(&options, &tools, &mut sink).expect("the folder can be written");
    assert_eq!(sink.diagnostics(), [], "no correction of an example is stale");
    let mut all = String::new();
    for kind in ["articles", "people", "countries", "groups", "places"] {
        let Ok(files) = fs::read_dir(folder.join("content").join(kind)) else { continue };
        let mut paths: Vec<_> = files.map(|file| file.expect("it can be read").path()).collect();
        paths.sort();
        paths.iter().for_each(|path| all.push_str(&fs::read_to_string(path).expect("it is text")));
    }
    all
}

fn has_line(content: &str, wanted: &str) -> bool {
    content.lines().any(|line| line == wanted)
}

#[test]
fn every_worked_example_does_what_it_says() {
    let guide = fs::read_to_string(root().join("docs/corrections.md")).expect("the guide is there");
    let examples = examples(&guide);
    assert!(examples.len() >= 9);
    for example in examples {
        let folder = TempDir::new().expect("a folder for the test");
        fs::create_dir_all(folder.path().join("seeds")).expect("a folder for the seeds");
        for (name, text) in &example.seeds {
            fs::write(folder.path().join("seeds").join(name), text).expect("a seed");
        }
        let before = run(folder.path());
        example
            .gone
            .iter()
            .for_each(|line| assert!(has_line(&before, line), "{}: {line}\n{before}", example.title));
        let path = folder.path().join("content/corrections.toml");
        fs::write(&path, example.correction).expect("the corrections");
        let after = run(folder.path());
        example
            .come
            .iter()
            .for_each(|line| assert!(has_line(&after, line), "{}: {line}\n{after}", example.title));
        example.gone.iter().for_each(|line| assert!(!has_line(&after, line), "{}: {line}", example.title));
        assert_eq!(run(folder.path()), after, "{}: a second run changes nothing", example.title);
        assert_eq!(fs::read_to_string(&path).expect("it is there"), example.correction);
    }
}
