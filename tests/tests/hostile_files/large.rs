//! Much of it: long lines, many files, pages that swell.

use std::fs;

use tests::page;
use tests::project::Project;

use crate::fixture::article;

#[test]
fn a_very_long_line_is_read_whole_and_written_once() {
    let project = Project::new();
    let sentence = "Bob Ray met the harbor board in Quito on Monday and signed nothing. ";
    // With stops, without them, and without a space: the longest line that a file can be.
    let lines = [("prose", sentence), ("words", "boats and crews "), ("letters", "abcdefgh")];
    for (name, piece) in lines {
        project.write(&format!("seeds/{name}.txt"), piece.repeat((1 << 17) / piece.len()));
    }
    for (name, megabytes) in [("sparse", 8), ("huge", 200)] {
        let file = fs::File::create(project.path(&format!("seeds/{name}.txt")));
        file.and_then(|file| file.set_len(megabytes << 20)).expect("the folder is ours");
    }
    project.write("seeds/novels.txt", sentence.repeat((5 << 20) / sentence.len()));
    project.write("seeds/ordinary.txt", article("peace"));
    let built = project.build("");
    assert!(page::text(built.article("ordinary"), "main").contains("It serves peace"));
    for (name, _) in lines {
        let seed = fs::metadata(project.path(&format!("seeds/{name}.txt"))).expect("it is there").len();
        let content =
            fs::metadata(project.path(&format!("content/articles/{name}.md"))).expect("it is there").len();
        // Links, facts and marks take room, but not with the square of the length.
        assert!((seed..20 * seed).contains(&content), "{name}: {seed} bytes give {content}");
    }
    for (file, code) in
        [("sparse.txt", "empty-seed"), ("huge.txt", "large-seed"), ("novels.txt", "large-seed")]
    {
        assert!(built.codes_about(file).contains(&code), "{file}");
    }
}

#[test]
fn files_in_which_everything_is_wrong_are_reported_line_by_line_in_time() {
    let project = Project::new();
    let article = |keys: &str, body: &str| format!("+++\ntitle = \"Wrong\"\n{keys}\n+++\n\n{body}\n");
    let wrong = [
        ("one-line", article(&"x&[ \" ".repeat(5_000), "They met.")),
        ("many-lines", article(&"b c\n".repeat(5_000), "They met.")),
        ("markup", article("", &"<b>x</b> ".repeat(5_000))),
        ("dead-links", article("", &(0..5_000).map(|n| format!("[a{n}](a{n}.md) ")).collect::<String>())),
    ];
    for (name, text) in &wrong {
        project.write(&format!("content/articles/{name}.md"), text);
    }
    project.write("seeds/ordinary.txt", self::article("peace"));
    let built = project.build("");
    assert!(page::text(built.article("ordinary"), "main").contains("It serves peace"));
    let count = |name: &str, code: &str| {
        built.codes_about(&format!("{name}.md")).iter().filter(|found| **found == code).count()
    };
    // Both who extracts and who builds read the content.
    assert_eq!(count("one-line", "toml-syntax"), 2);
    assert_eq!(count("many-lines", "toml-syntax"), 2 * 5_000);
    assert!(count("markup", "not-shown") >= 5_000);
    assert_eq!(count("dead-links", "dead-link"), 5_000);
    let drawn: usize = built.findings.iter().map(|finding| diag::render(finding, false).len()).sum();
    assert!(drawn < 2000 * built.findings.len(), "{drawn} bytes for {} findings", built.findings.len());
}

#[test]
fn thousands_of_tiny_files_are_articles_as_others_are() {
    let project = Project::new();
    for number in 0..3000 {
        project.write(
            &format!("seeds/{}/tiny-{number}.txt", number % 50),
            if number % 3 == 0 { "" } else { "x" },
        );
    }
    project.write("seeds/ordinary.txt", article("peace"));
    let mut sink = diag::Sink::default();
    let briefing = tests::project::extracted(&project.path("seeds"), &project.path("content"), &mut sink);
    assert_eq!(briefing.articles.len(), 2001);
    let empty = sink.diagnostics().iter().filter(|finding| finding.code == "empty-seed").count();
    assert_eq!(empty, 1000);
}

#[test]
fn pages_that_swell_when_they_are_read_stay_small() {
    let project = Project::new();
    let page = |inner: &str| {
        format!("<html><body><article><p>{}</p>{inner}</article></body></html>", article("peace"))
    };
    let entities: String = (1..20).fold("<!DOCTYPE html [<!ENTITY e0 \"boat\">".to_owned(), |dtd, at| {
        dtd + &format!("<!ENTITY e{at} \"{}\">", format!("&e{};", at - 1).repeat(10))
    });
    for (name, html) in [
        ("entities", format!("{entities}]>{}", page("&e19;"))),
        ("tables", page(&"<table><tr><td colspan=999999999 rowspan=999999999>".repeat(2000))),
        ("formatting", page(&"<b><i><a href=x><div>".repeat(2000))),
        (
            "attributes",
            page(&format!("<div {}>", (0..20_000).map(|n| format!("a{n}=b ")).collect::<String>())),
        ),
        ("comments", page(&"<!--".repeat(20_000))),
        ("scripts", page(&"<script>".repeat(20_000))),
        ("lists", page(&"<ol start=999999999999><li value=-999999999999>boats".repeat(2000))),
        ("references", page(&"&NotEqualTilde;&#x10ffff;&#0;&#xd800;".repeat(2000))),
    ] {
        project.write(&format!("seeds/{name}.html"), &html);
        project.write(&format!("seeds/{name}-x.xhtml"), html);
    }
    project.write("seeds/ordinary.txt", article("peace"));
    let built = project.build("");
    assert!(page::text(built.article("ordinary"), "main").contains("It serves peace"));
    for name in ["entities", "tables", "formatting", "comments", "lists", "references"] {
        assert!(page::text(built.article(name), "main").contains("Quiroga"), "{name}");
        let swollen = built.article(name).len();
        assert!(swollen < 4_000_000, "{name}: {swollen} bytes");
        assert_eq!(page::dangers(built.article(name)), Vec::<String>::new(), "{name}");
    }
}
