//! Files that change while they are read.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};

use tests::project::Project;

use crate::fixture::article;

#[test]
fn seeds_that_change_while_they_are_read_lose_nothing() {
    let project = Project::new();
    let write = |round: usize| {
        for at in 0..8 {
            let path = format!("seeds/changing-{at}.txt");
            match (round + at) % 5 {
                0 => drop(fs::remove_file(project.path(&path))),
                1 => project.write(&path, ""),
                round => project.write(&path, article("Name").repeat(round)),
            }
        }
    };
    write(2);
    project.write("seeds/ordinary.txt", article("peace"));
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for round in 0.. {
                if stop.load(Ordering::Relaxed) {
                    break;
                }
                write(round);
            }
        });
        for _ in 0..6 {
            let built = project.build("");
            assert!(built.article("ordinary").contains("peace"));
        }
        stop.store(true, Ordering::Relaxed);
    });
    write(3);
    let after = project.build("").output;
    let first = clean_of(&project);
    for (path, bytes) in &first.files {
        assert!(after.files.get(path) == Some(bytes), "{path} is not what a first build gives");
    }
    // A seed that had the text of one that was removed in the same moment was taken for it under another name.
    for path in after.files.keys().filter(|path| !first.files.contains_key(*path)) {
        assert!(String::from_utf8_lossy(&after.files[path]).contains("http-equiv=\"refresh\""), "{path}");
    }
}

/// What a first build of the same seeds gives.
fn clean_of(project: &Project) -> ::site::Output {
    let clean = Project::new();
    for entry in fs::read_dir(project.path("seeds")).expect("it is there") {
        let path = entry.expect("it is there").path();
        let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
        clean.write(&format!("seeds/{name}"), fs::read(&path).expect("it is there"));
    }
    clean.build("").output
}
