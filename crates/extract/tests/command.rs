//! The commands `extract annotate` and `extract eval` as a shell runs it: exit codes, and findings that only the command can make.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn annotate(arguments: &[&str], input: &str) -> Output {
    let mut child = extract("annotate")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command was built with the test");
    let mut stdin = child.stdin.take().expect("it is piped");
    // A command that fails early does not read what it was given.
    drop(stdin.write_all(input.as_bytes()));
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

fn extract(command: &str) -> Command {
    let mut extract = Command::new(env!("CARGO_BIN_EXE_extract"));
    extract.arg(command);
    extract
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_text_on_standard_input_becomes_one_line() {
    let output = annotate(&["-"], "Ann Lee spoke in Kenya.\n");
    assert!(output.status.success(), "{}", text(&output.stderr));
    let lines = text(&output.stdout);
    assert_eq!(lines.lines().count(), 1);
    assert!(lines.contains("country/ke"), "{lines}");
}

#[test]
fn a_line_that_is_no_object_is_answered_in_its_place() {
    let output = annotate(&["-"], "{\"id\": \"a\", \"text\": \"Ann Lee spoke.\"}\nno object\n");
    assert!(text(&output.stderr).contains("[bad-line]"), "{}", text(&output.stderr));
    let answers = text(&output.stdout);
    assert_eq!(answers.lines().count(), 2, "{answers}");
    assert!(answers.lines().nth(1).is_some_and(|line| line.contains("\"error\"")), "{answers}");
}

#[test]
fn a_path_that_is_not_there_is_named() {
    let output = annotate(&["no-such-file.txt"], "");
    assert!(!output.status.success());
    assert!(text(&output.stderr).contains("[unreadable-input]"), "{}", text(&output.stderr));
}

#[test]
fn gold_gives_a_table_and_a_line_that_is_none_is_named() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let gold = folder.path().join("names.jsonl");
    let line = r#"{"id": "a", "text": "Angela Merkel spoke.", "entities": [{"start": 0, "end": 13, "type": "PER"}]}"#;
    std::fs::write(&gold, format!("{line}\nno gold\n")).expect("the file");
    let output = extract("eval").arg("--gold").arg(folder.path()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("[bad-gold]"), "{}", text(&output.stderr));
    let table = text(&output.stdout);
    let names = table.lines().find(|line| line.starts_with("names: PER")).expect("the layer has gold");
    assert!(names.contains("100.0"), "{table}");
    assert!(!table.contains("dates"), "{table}");
}
