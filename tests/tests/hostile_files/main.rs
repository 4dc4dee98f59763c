//! Files that are no articles, or hardly: whatever lies in the seeds folder, the ordinary articles are built, nothing is written
//! outside, and a finding names the file.
//!
//! One site is built of most of them, and looked at case by case.
#![cfg(unix)]
mod changing;
mod fixture;
mod large;
mod names;

use std::fs;
use std::path::{Component, Path};

use crate::fixture::{SECRET, SITE, assert_built, assert_found, is_absent};

#[test]
fn ordinary_articles_are_built_whatever_lies_beside_them() {
    assert_built("ordinary-one", "It serves ordinary-one");
    assert_built("ordinary-two", "It serves sub/ordinary-two");
}

#[test]
fn nul_bytes_are_left_out_and_reported() {
    assert_built("nul-inside", "It serves Name");
    assert_found("nul-inside.txt", "hidden-characters");
    assert!(is_absent("nul-alone"));
    assert_found("nul-alone.txt", "empty-seed");
}

#[test]
fn invalid_utf_8_is_read_and_reported() {
    assert_built("invalid", "end of it.");
    assert_found("invalid.txt", "not-utf-8");
    assert_found("bytes.txt", "not-utf-8");
}

#[test]
fn utf_16_is_read_with_and_without_a_mark() {
    assert_built("utf16-le", "It serves Zoë");
    assert_built("utf16-be", "It serves Zoë");
    assert_built("utf16-unmarked", "QUITO, Ecuador (Wire)");
    assert_found("utf16-odd.txt", "not-utf-8");
}

#[test]
fn empty_files_are_reported() {
    for file in ["empty.txt", "blank.html", "white.md", "front-alone.txt"] {
        assert_found(file, "empty-seed");
    }
}

#[test]
fn broken_front_matter_costs_no_article() {
    assert_built("front-broken", "It serves Name");
    assert_found("front-broken.txt", "toml-syntax");
}

#[test]
fn files_without_permission_to_read_are_reported() {
    let (project, _) = &*SITE;
    // Root may read all.
    if fs::read(project.path("seeds/closed.txt")).is_ok() {
        assert_built("closed", "It serves Name");
    } else {
        assert_found("closed.txt", "unreadable-seed");
        assert_found("seeds/closed", "unreadable-seed");
    }
}

#[test]
fn pipes_devices_and_sockets_are_not_opened() {
    for file in ["pipe.txt", "zero.txt", "socket.txt", "piped.toml", "zeroed.toml"] {
        assert_found(file, "not-a-file");
    }
    assert_built("piped", "It serves Name");
    assert_built("zeroed", "It serves Name");
}

#[test]
fn links_are_neither_followed_in_circles_nor_out_of_the_tree() {
    for file in
        ["seeds/loop", "self.txt", "dangling.txt", "out.txt", "seeds/outside", "inside.txt", "lent.toml"]
    {
        assert_found(file, "not-a-file");
    }
    assert_built("lent", "It serves Name");
    let (project, built) = &*SITE;
    for (path, bytes) in &built.output.files {
        assert!(!String::from_utf8_lossy(bytes).contains("Quillon"), "{path}");
    }
    assert_eq!(fs::read_to_string(project.path("outside/secret.txt")).expect("it is there"), SECRET);
}

#[test]
fn nothing_is_written_outside() {
    let (project, built) = &*SITE;
    for path in project.tree() {
        let inside =
            ["seeds", "content", ".backgrounder", "outside"].iter().any(|folder| path.starts_with(folder));
        assert!(inside, "{path:?}");
    }
    assert_eq!(project.tree().iter().filter(|path| path.starts_with("outside")).count(), 2);
    for path in built.output.files.keys() {
        let plain = Path::new(path).components().all(|step| matches!(step, Component::Normal(_)));
        assert!(plain && !path.contains(['\\', ':']), "{path}");
    }
}
