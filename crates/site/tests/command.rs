//! The command `site` as a shell runs it, where the folder it works in decides.

use std::path::Path;
use std::process::{Command, Output};

fn site(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_site"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the command was built with the test")
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_folder_without_articles_gives_a_site_and_a_warning() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let output = site(&["build"], folder.path());
    assert!(output.status.success(), "{}", errors(&output));
    assert!(errors(&output).contains("[no-articles]"), "{}", errors(&output));
    assert!(folder.path().join("public/index.html").is_file());
    assert!(!site(&["build", "--strict"], folder.path()).status.success());
}

#[test]
fn a_new_folder_builds_without_a_finding() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let output = site(&["init", "."], folder.path());
    assert!(output.status.success(), "{}", errors(&output));
    let output = site(&["build", "--strict"], folder.path());
    assert!(output.status.success(), "{}", errors(&output));
    assert!(site(&["check", "--strict"], folder.path()).status.success());
}

#[test]
fn a_misspelt_setting_is_shown_with_its_place() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    std::fs::write(folder.path().join("site.toml"), "titel = \"Harbor Watch\"\n").expect("it is ours");
    let output = site(&["build", "--strict"], folder.path());
    assert!(!output.status.success());
    let shown = errors(&output);
    assert!(shown.contains("site.toml:1:1") && shown.contains("did you mean `title`?"), "{shown}");
}
