//! Findings that need a folder or a whole site to show; the others are shown beside the code that makes them.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use diag::{Sink, SourceFile};
use model::{Briefing, Corrections};
use site::{Config, Output, Theme};
use tempfile::TempDir;

const ARTICLE: &str = "+++\ntitle = \"Ferry back in service\"\n+++\nAnn Lee opened the pier.\n";

#[track_caller]
fn assert_codes(sink: &Sink, codes: &[&str]) {
    let found: Vec<&str> = sink.diagnostics().iter().map(|finding| finding.code).collect();
    assert_eq!(found, codes, "{:?}", sink.diagnostics());
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a folder for the test");
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("it is below the folder")).expect("its folder");
        fs::write(path, bytes).expect("the file");
    }
    folder
}

fn extract(folder: &Path) -> (extract::Report, Sink) {
    let mut sink = Sink::default();
    let options = extract::Options {
        seeds: folder.join("seeds"),
        content: folder.join("content"),
        dry_run: false,
        force: Vec::new(),
    };
    let tools = extract::Tools::builtin().expect("the weights are whole");
    let report = extract::run(&options, &tools, &mut sink).expect("the folder is readable");
    (report, sink)
}

fn build(files: &[(&str, &str)], config: &Config) -> Sink {
    let mut sink = Sink::default();
    let files = files.iter().map(|(path, text)| Arc::new(SourceFile::new(*path, *text)));
    let briefing = Briefing::from_files(files, &mut sink);
    let built = site::build(&briefing, config, &Theme::briefing(), &site::Options::default(), &mut sink);
    let prefix = config.base_url.as_ref().map_or("/", |base| base.path());
    site::check(&built.output, prefix, &mut sink);
    sink
}

/// What a build and the check of its pages report besides the missing address of the site.
#[track_caller]
fn assert_body(body: &str, codes: &[&str]) {
    let article = format!("+++\ntitle = \"Ferry back in service\"\n+++\n{body}\n");
    let sink = build(&[("content/articles/ferry.md", &article)], &Config::default());
    let found = sink.diagnostics().iter().map(|finding| finding.code).filter(|code| *code != "no-base-url");
    assert_eq!(found.collect::<Vec<_>>(), codes, "{:?}", sink.diagnostics());
}

#[test]
fn a_language_that_no_theme_has_is_reported() {
    let config = Config { default_language: "tlh".to_owned(), ..Config::default() };
    let sink = build(&[("content/articles/ferry.md", ARTICLE)], &config);
    assert_codes(&sink, &["unknown-language", "no-base-url"]);
}

#[test]
fn of_two_seeds_with_one_identifier_the_first_is_read() {
    let folder = folder(&[("seeds/ferry.txt", b"Ann Lee spoke."), ("seeds/ferry.md", b"Bo Day spoke.")]);
    let (report, sink) = extract(folder.path());
    assert_codes(&sink, &["duplicate-seed"]);
    assert_eq!(report.seeds, 1);
    let text = fs::read_to_string(folder.path().join("content/articles/ferry.md")).expect("it is written");
    assert!(text.contains("Bo Day"), "{text}");
}

#[test]
fn two_seeds_whose_names_give_one_address_are_reported() {
    let folder =
        folder(&[("seeds/The Ferry.txt", b"Ann Lee spoke."), ("seeds/the_ferry.txt", b"Bo Day spoke.")]);
    let (report, sink) = extract(folder.path());
    assert_codes(&sink, &["duplicate-seed"]);
    assert_eq!(report.seeds, 1);
}

#[test]
fn a_seed_whose_name_gives_no_address_is_reported_and_the_others_are_read() {
    let folder = folder(&[("seeds/ferry.txt", b"Ann Lee spoke."), ("seeds/!!!.txt", b"Bo Day spoke.")]);
    let (report, sink) = extract(folder.path());
    assert_codes(&sink, &["nameless-seed"]);
    assert_eq!(report.seeds, 1);
}

#[test]
fn a_sidecar_that_is_no_text_is_named_and_its_seed_read() {
    let folder = folder(&[("seeds/ferry.txt", b"Ann Lee spoke."), ("seeds/ferry.toml", b"\xff\xfe")]);
    let (report, sink) = extract(folder.path());
    assert_codes(&sink, &["unreadable-seed"]);
    assert_eq!(report.seeds, 1);
}

#[test]
fn a_content_file_that_is_no_text_is_named_and_the_others_are_loaded() {
    let folder = folder(&[("articles/a.md", b"\xff\xfe"), ("articles/ferry.md", ARTICLE.as_bytes())]);
    let (briefing, sink) = Briefing::load(folder.path()).expect("the folder is readable");
    assert_codes(&sink, &["not-utf-8"]);
    assert_eq!(briefing.articles.len(), 1);
}

#[test]
fn a_link_of_the_content_folder_that_leads_in_a_circle_is_named_and_the_others_are_loaded() {
    let folder = folder(&[("articles/ferry.md", ARTICLE.as_bytes())]);
    std::os::unix::fs::symlink("..", folder.path().join("articles/loop")).expect("the folder is ours");
    let (briefing, sink) = Briefing::load(folder.path()).expect("the folder is readable");
    assert_codes(&sink, &["unreadable-content"]);
    assert_eq!(briefing.articles.len(), 1);
}

#[test]
fn two_files_of_one_article_are_named() {
    let twice = [("a/articles/ferry.md", ARTICLE), ("b/articles/ferry.md", ARTICLE)];
    let sink = build(&twice, &Config::default());
    assert!(
        sink.diagnostics().iter().any(|finding| finding.code == "duplicate-file"),
        "{:?}",
        sink.diagnostics()
    );
}

#[test]
fn a_correction_that_matches_nothing_is_named() {
    let text: &[u8] = b"[[drop]]\nname = \"Grey Harbor\"\n";
    let folder = folder(&[("seeds/ferry.txt", b"Ann Lee spoke."), ("content/corrections.toml", text)]);
    let (_, sink) = extract(folder.path());
    assert_codes(&sink, &["stale-correction"]);
    let file = Arc::new(SourceFile::new("corrections.toml", String::from_utf8_lossy(text)));
    assert_eq!(Corrections::parse(&file, &mut Sink::default()).decisions.len(), 1);
}

#[test]
fn corrections_that_cannot_both_hold_or_say_the_same_are_named() {
    let text = "[[merge]]\ninto = \"person/a\"\nfrom = [\"person/b\"]\n[[never_merge]]\nentities = [\"person/a\", \"person/b\"]\n\
        [[drop]]\nname = \"Cup\"\n[[drop]]\nname = \"Cup\"\n";
    let sink = build(
        &[("content/articles/ferry.md", ARTICLE), ("content/corrections.toml", text)],
        &Config::default(),
    );
    let of = |code| sink.diagnostics().iter().filter(|finding| finding.code == code).count();
    assert_eq!(
        (of("contradicting-correction"), of("repeated-correction")),
        (1, 1),
        "{:?}",
        sink.diagnostics()
    );
}

#[test]
fn links_of_a_body_lead_somewhere_harmless() {
    assert_body("See [the strike](2020-strike.md).", &["dead-link"]);
    assert_body("See [this](javascript:alert(1)).", &["forbidden-link"]);
    assert_body("See the pier.<br>", &["not-shown"]);
    assert_body("See [this](https://example.org/).", &[]);
}

#[test]
fn a_site_of_undated_articles_has_no_atom_feed() {
    let mut sink = Sink::default();
    let file = Arc::new(SourceFile::new("site.toml", "base_url = \"https://example.org/\"\n"));
    let config = Config::read(&file, &mut sink);
    assert_codes(&sink, &[]);
    assert_codes(&build(&[("content/articles/ferry.md", ARTICLE)], &config), &["no-feed"]);
}

#[test]
fn pages_that_break_a_rule_are_found() {
    let page = |body: &str| {
        format!("<!doctype html><html><head><title>T</title></head><body><h1>T</h1>{body}</body></html>")
    };
    let mut output = Output::default();
    output.files.insert("index.html".to_owned(), page("<a href=\"gone/\">x</a>").into_bytes());
    output.files.insert("a/index.html".to_owned(), page("<p style=\"color:red\">x</p>").into_bytes());
    output.files.insert("feed.json".to_owned(), b"{".to_vec());
    let mut sink = Sink::default();
    site::check(&output, "/", &mut sink);
    site::inspect(&output, None, &mut sink);
    assert_codes(&sink, &["bad-html", "broken-link", "bad-data"]);
}
