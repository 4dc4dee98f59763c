//! Pages that an earlier build left are kept only when they would be drawn the same.

use std::collections::BTreeMap;
use std::fs;
use std::sync::{Arc, Mutex};

use diag::SourceFile;
use walkdir::WalkDir;

use super::*;
use crate::fingerprint::Fingerprint;

/// Files with what they are made of.
type Files = BTreeMap<String, (Option<Fingerprint>, Vec<u8>)>;

/// Keeps files as a folder on the disk does.
#[derive(Debug, Default)]
struct Folder {
    old: Files,
    new: Mutex<Files>,
    kept: Mutex<usize>,
}

impl Store for Folder {
    fn put(&self, path: String, bytes: Vec<u8>) {
        self.new.lock().unwrap().insert(path, (None, bytes));
    }

    fn put_page(&self, path: String, bytes: Vec<u8>, made_of: Fingerprint) {
        self.new.lock().unwrap().insert(path, (Some(made_of), bytes));
    }

    fn made_of(&self, path: &str) -> Option<Fingerprint> {
        self.old.get(path)?.0
    }

    fn keep(&self, path: &str) {
        *self.kept.lock().unwrap() += 1;
        self.new.lock().unwrap().insert(path.to_owned(), self.old[path].clone());
    }
}

/// The content files of the project's own briefing by path.
fn samples() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    let files = WalkDir::new(&folder).into_iter().map(|entry| entry.unwrap().into_path());
    let files = files.filter(|path| path.extension().is_some_and(|end| end == "md"));
    let path = |path: &Path| path.strip_prefix(&folder).unwrap().display().to_string().replace('\\', "/");
    let files = files.map(|file| (path(&file), fs::read_to_string(&file).unwrap()));
    // Some are enough.
    files.filter(|(path, _)| !path.starts_with("articles/20")).collect()
}

fn briefing(files: &BTreeMap<String, String>) -> Briefing {
    let file = |(path, text): (&String, &String)| Arc::new(SourceFile::new(format!("content/{path}"), text));
    Briefing::from_files(files.iter().map(file), &mut Sink::default())
}

/// Changes a file as people do, the `dice` say how.
fn edit(files: &mut BTreeMap<String, String>, dice: usize) {
    let of = |folder: &str| {
        let paths: Vec<&String> = files.keys().filter(|path| path.starts_with(folder)).collect();
        paths[dice / 8 % paths.len()].clone()
    };
    let (article, person) = (of("articles/"), of("people/"));
    let text = files[&article].clone();
    let (head, body) = text.split_at(text.rfind("+++\n").unwrap() + 4);
    let mut lines: Vec<&str> = body.lines().collect();
    let count = lines.len();
    match dice % 8 {
        0 => lines.push("\n[Ann Lee](../people/ann-lee.md) was in [Quito](../places/quito.md)."),
        1 => lines.swap(dice / 64 % count, dice / 128 % count),
        2 => drop(lines.remove(dice / 64 % count)),
        3 => lines[0] = "See [the other](1978-09-18-camp-david.md).",
        4 => {
            let head = head.replacen("title = \"", "title = \"Again: ", 1);
            files.insert(article, head + body);
            return;
        }
        5 => {
            let head = head.replacen("source = { name = \"", "source = { name = \"New ", 1);
            files.insert(article, head.replacen("[[relations]]", "[[gone]]", 1) + body);
            return;
        }
        6 => {
            let renamed = files[&person].replacen("name = \"", "name = \"Old ", 1);
            files.insert(person, renamed);
            return;
        }
        _ => {
            files.remove(&article);
            return;
        }
    }
    files.insert(article, head.to_owned() + &lines.join("\n") + "\n");
}

#[test]
fn whatever_is_edited_the_site_is_that_of_a_build_from_nothing_and_most_pages_stand() {
    let shown =
        [(Theme::briefing(), Shown::Full), (plain(), Shown::Full), (Theme::briefing(), Shown::Excerpt)];
    let mut dice = 7_usize;
    for (theme, body) in shown {
        let config = Config { body, ..config(Some("https://example.org/a")) };
        let (mut files, mut last) = (samples(), Folder::default());
        let (mut kept, mut all) = (0, 0);
        for round in 0..8 {
            if round > 0 {
                dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                edit(&mut files, dice >> 20);
            }
            let briefing = briefing(&files);
            let options = crate::Options::default();
            let folder = Folder { old: last.new.into_inner().unwrap(), ..Folder::default() };
            let lent = std::borrow::Cow::Borrowed(&briefing);
            let making = Making { config: &config, theme: &theme, options: &options, progress: &Silent };
            build_into(lent, making, &folder, &mut Sink::default());
            let fresh = build(&briefing, &config, &theme, &options, &mut Sink::default());
            let found = folder.new.lock().unwrap();
            assert!(found.keys().eq(fresh.output.files.keys()), "round {round}");
            for (path, (_, bytes)) in &*found {
                assert!(*bytes == fresh.output.files[path], "{path} in round {round}");
            }
            if round > 0 {
                kept += *folder.kept.lock().unwrap();
                all += fresh.output.pages();
            }
            drop(found);
            last = folder;
        }
        assert!(kept * 10 > all * 7, "{kept} of {all} pages were kept");
    }
}
