//! The command `site` under faults: killed at any moment, on a full disk, where it may not write, with clocks that jump, twice at
//! once, without memory. Whatever happens, seeds and what a person wrote stay as they are, and the next build gives the site that a
//! first build gives.
//!
//! Faults inside one write are the store's own tests, on a disk that fails at each step; here is the whole program.
#![cfg(unix)]

mod project;

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant, SystemTime};

use crate::project::{Project, Tree, assert_no_half_page, errors, first, kill};

/// How many builds are killed after a time, and how many after a number of files.
const KILLS: u32 = 5;

/// A number that is as good as any, and always the same.
fn dice(number: u32) -> f64 {
    let mixed = (u64::from(number) + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 11) as f64 / (1_u64 << 53) as f64
}

/// A build is killed as soon as `now` says so, and the next one mends the rest.
fn assert_survives(first: &Tree, when: &str, now: impl Fn(&Project) -> bool) {
    let project = Project::new();
    let own = project.own();
    kill(&project, || now(&project));
    assert!(project.own() == own, "{when}");
    assert_no_half_page(&project, when, first);
    project.assert_whole(when, first);
}

#[test]
fn a_build_that_is_killed_at_any_moment_loses_nothing() {
    let start = Instant::now();
    let first = first();
    let whole = start.elapsed();
    for number in 0..KILLS {
        let delay = whole.mul_f64(dice(number));
        let start = Instant::now();
        let when = format!("killed after {} ms", delay.as_millis());
        assert_survives(&first, &when, |_| start.elapsed() >= delay);
    }
}

#[test]
fn a_build_that_is_killed_after_any_file_loses_nothing() {
    let first = first();
    for number in 0..KILLS {
        let count = (first.len() as f64 * dice(number)) as usize;
        let when = format!("killed after {count} files");
        assert_survives(&first, &when, |project| project.tree("public").len() >= count.max(1));
    }
}

#[test]
fn a_file_that_is_too_large_for_the_disk_fails_the_build_and_loses_nothing() {
    let first = first();
    // In blocks of 512 bytes; without the signal the write fails as on a full disk.
    for blocks in [0, 4, 32] {
        let project = Project::new();
        let own = project.own();
        let output = project.limited(&format!("trap '' XFSZ; ulimit -f {blocks}"));
        let shown = errors(&output);
        assert_eq!(output.status.code(), Some(1), "{blocks}: {shown}");
        assert!(shown.contains("cannot") && !shown.contains("panicked"), "{blocks}: {shown}");
        assert!(project.own() == own, "{blocks}");
        project.assert_whole(&format!("after {blocks} blocks"), &first);
    }
}

#[test]
fn a_full_disk_fails_the_build_and_loses_nothing() {
    let first = first();
    for size in ["16k", "300k"] {
        let project = Project::new();
        let own = project.own();
        fs::create_dir(project.path("public")).expect("it is ours");
        // A small disk of its own, where the machine lets us have one.
        let script = format!(
            "mount -t tmpfs -o size={size} tmpfs public && \"{}\"; code=$?; umount public; exit $code",
            env!("CARGO_BIN_EXE_site")
        );
        let mut command = Command::new("unshare");
        command.args(["--map-root-user", "--mount", "sh", "-c", &script]).current_dir(project.path(""));
        let Ok(output) = command.output() else { return };
        let shown = errors(&output);
        if !shown.contains("cannot write") {
            // The machine does not let us.
            assert!(shown.contains("unshare") || shown.contains("mount"), "{size}: {shown}");
            return;
        }
        assert_eq!(output.status.code(), Some(1), "{size}: {shown}");
        assert!(!shown.contains("panicked"), "{size}: {shown}");
        assert!(project.own() == own, "{size}");
        project.assert_whole(&format!("after a disk of {size}"), &first);
    }
}

#[test]
fn an_output_that_cannot_be_written_fails_the_build_and_loses_nothing() {
    let first = first();
    let project = Project::new();
    let own = project.own();
    // Not even root may make a folder there.
    let output =
        project.command().args(["build", "-o", "/proc/backgrounder"]).output().expect("it was built");
    assert_eq!(output.status.code(), Some(1));
    assert!(errors(&output).contains("/proc/backgrounder"), "{}", errors(&output));
    project.write("public", "a file of mine");
    let output = project.build();
    assert_eq!(output.status.code(), Some(1), "{}", errors(&output));
    assert_eq!(fs::read(project.path("public")).expect("it is there"), b"a file of mine");
    fs::remove_file(project.path("public")).expect("it is ours");
    assert!(project.own() == own);
    project.assert_whole("after a file in the way", &first);
    // A folder in the place of a page.
    fs::remove_file(project.path("public/about/index.html")).expect("every site has it");
    fs::create_dir(project.path("public/about/index.html")).expect("it is ours");
    assert_eq!(project.build().status.code(), Some(1));
    fs::remove_dir(project.path("public/about/index.html")).expect("it is ours");
    project.assert_whole("after a folder in the way", &first);
}

#[test]
fn clocks_that_jump_neither_hide_an_edit_nor_change_the_site() {
    let first = first();
    let project = Project::new();
    let times = [SystemTime::UNIX_EPOCH, SystemTime::now() + Duration::from_secs(1_000_000_000)];
    for (number, time) in times.into_iter().enumerate() {
        for folder in ["seeds", "content", "public", ".backgrounder"] {
            for path in project.tree(folder).keys() {
                let file =
                    File::options().write(true).open(project.path(folder).join(path)).expect("it is ours");
                file.set_modified(time).expect("it is ours");
            }
        }
        project.assert_whole(&format!("clock {number}"), &first);
    }
    // An edit of the same length, with the time that the file had before.
    let path = project.path("seeds/2025-09-01-manta.txt");
    let text = fs::read_to_string(&path).expect("it is there");
    let before = fs::metadata(&path).and_then(|meta| meta.modified()).expect("it is there");
    fs::write(&path, text.replace("Manta", "Macas")).expect("it is ours");
    File::options().write(true).open(&path).and_then(|file| file.set_modified(before)).expect("it is ours");
    assert!(project.build().status.success());
    let page =
        fs::read_to_string(project.path("public/articles/2025-09-01-manta/index.html")).expect("it is there");
    assert!(page.contains("Macas") && !page.contains("Port of Manta"));
}

#[test]
fn of_two_builds_at_once_one_says_who_is_at_work() {
    let first = first();
    let project = Project::new();
    project.write(".backgrounder/build", "4194999");
    // What a dead process left holds up nobody.
    project.assert_whole("beside a stale lock", &first);
    let file = File::options()
        .read(true)
        .write(true)
        .open(project.path(".backgrounder/build"))
        .expect("it is there");
    file.lock().expect("nobody holds it");
    let output = project.build();
    let shown = errors(&output);
    assert_eq!(output.status.code(), Some(1), "{shown}");
    assert!(shown.contains("error[build-at-work]: another build is at work in `.` (process "), "{shown}");
    drop(file);
    project.assert_whole("after the lock", &first);
}

#[test]
fn builds_at_the_same_time_give_one_whole_site() {
    let first = first();
    let project = Project::new();
    let own = project.own();
    let spawn =
        || project.command().stderr(Stdio::piped()).spawn().expect("the command was built with the test");
    let running: Vec<_> = (0..4).map(|_| spawn()).collect();
    let done: Vec<Output> =
        running.into_iter().map(|child| child.wait_with_output().expect("it is ours")).collect();
    assert!(done.iter().any(|output| output.status.success()));
    for output in done.iter().filter(|output| !output.status.success()) {
        assert!(errors(output).contains("build-at-work"), "{}", errors(output));
    }
    assert!(project.own() == own);
    assert!(project.tree("public") == first);
    project.assert_whole("after four at once", &first);
}

#[test]
fn a_build_without_memory_loses_nothing() {
    let first = first();
    for kilobytes in [20_000, 120_000, 250_000] {
        let project = Project::new();
        let own = project.own();
        let output = project.limited(&format!("ulimit -v {kilobytes}"));
        assert!(project.own() == own, "{kilobytes}");
        assert_no_half_page(&project, &format!("with {kilobytes} KB"), &first);
        // A site that is told to be whole is whole.
        assert!(!output.status.success() || project.tree("public") == first, "{kilobytes}");
        project.assert_whole(&format!("after {kilobytes} KB"), &first);
    }
}

#[test]
fn links_in_the_output_lead_no_file_out_of_it() {
    let project = Project::new();
    let elsewhere = tempfile::tempdir().expect("a folder for the test");
    fs::write(elsewhere.path().join("index.html"), "mine").expect("it is ours");
    assert!(project.build().status.success());
    fs::remove_dir_all(project.path("public/about")).expect("every site has it");
    symlink(elsewhere.path(), project.path("public/about")).expect("it is ours");
    let _ = project.build();
    assert_eq!(read(&elsewhere.path().join("index.html")), "mine");
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("it is there")
}
