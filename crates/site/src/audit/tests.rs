use diag::SourceFile;

use super::*;

const TEXT: &str = "The ferry from Quay Street has carried nobody since a storm in March tore away the landing stage. \
                    On Monday the mayor cut a ribbon, and the first boat left with forty people on board.";

fn article(title: &str, head: &str, body: &str) -> String {
    format!("+++\ntitle = \"{title}\"\n{head}+++\n{body}\n")
}

/// The codes that a briefing of these files gets, each with the path of its file.
fn found(files: &[(&str, &str)]) -> Vec<(&'static str, String)> {
    let mut sink = Sink::default();
    let files = files.iter().map(|(path, text)| Arc::new(SourceFile::new(*path, *text)));
    let briefing = Briefing::from_files(files, &mut sink);
    assert!(sink.diagnostics().is_empty(), "{:?}", sink.diagnostics());
    audit(&briefing, false, &mut sink);
    let at = |finding: &Diagnostic| finding.location.as_ref().map(|l| l.file.path().to_owned());
    sink.diagnostics().iter().map(|finding| (finding.code, at(finding).unwrap_or_default())).collect()
}

#[test]
fn a_whole_briefing_has_no_findings() {
    let head = "published = \"2025-09-04\"\npeople = [\"ann-lee\"]\n";
    let ferry = article("Ferry", head, &format!("[Ann Lee](../people/ann-lee.md) spoke. {TEXT}"));
    let files =
        [("articles/ferry.md", ferry.as_str()), ("people/ann-lee.md", "+++\nname = \"Ann Lee\"\n+++\n")];
    assert_eq!(found(&files), []);
}

#[test]
fn what_a_person_should_look_at_is_found() {
    let ferry = article("Ferry", "people = [\"ann-lee\"]\n", TEXT);
    let files =
        [("articles/ferry.md", ferry.as_str()), ("people/bo-day.md", "+++\nname = \"Bo Day\"\n+++\n")];
    assert_eq!(
        found(&files),
        [
            ("undated-article", "articles/ferry.md".to_owned()),
            ("cast-without-mention", "articles/ferry.md".to_owned()),
            ("unused-file", "people/bo-day.md".to_owned()),
        ]
    );
}

#[test]
fn a_name_that_the_text_holds_unlinked_is_a_mention() {
    let head = "published = \"2025-09-04\"\npeople = [\"ann-lee\"]\n";
    let ferry = article("Ferry", head, "Ann Lee opened the pier.");
    let files =
        [("articles/ferry.md", ferry.as_str()), ("people/ann-lee.md", "+++\nname = \"Ann Lee\"\n+++\n")];
    assert_eq!(found(&files), []);
}

#[test]
fn a_story_that_came_twice_is_found_and_one_on_the_same_subject_is_not() {
    let head = "published = \"2025-09-04\"\n";
    let first = article("Ferry", head, TEXT);
    let longer = format!("QUAY STREET (Gazette) - {} The mayor was pleased.", TEXT.replace("forty", "40"));
    let second = article("Ferry back", head, &longer);
    let other = article(
        "Pier",
        head,
        "The mayor cut a ribbon on Monday, and a ferry left Quay Street with people on board.",
    );
    let files = [
        ("articles/a.md", first.as_str()),
        ("articles/b.md", second.as_str()),
        ("articles/c.md", other.as_str()),
    ];
    assert_eq!(found(&files), [("near-duplicate", "articles/b.md".to_owned())]);
}
