//! Names of files.

use std::collections::BTreeSet;
use std::path::{Component, Path};

use crate::fixture::{NAMES, SITE, assert_built, assert_found, is_named};

#[test]
fn names_of_files_become_addresses_or_are_reported() {
    let (project, built) = &*SITE;
    let of_seed = |name: &str| {
        let seed = format!("names/{name}.txt");
        let mut articles = built.briefing.articles.values();
        articles.find(|article| article.generated.as_ref().is_some_and(|g| g.from.as_ref() == Some(&seed)))
    };
    for name in NAMES.iter().filter(|name| is_named(name)) {
        let reported = built
            .findings
            .iter()
            .any(|finding| finding.message.contains(name) && finding.code == "duplicate-seed");
        match of_seed(name) {
            Some(article) => assert_built(article.id.slug().as_str(), "It serves a name"),
            None => assert!(reported, "{name:?}"),
        }
    }
    for name in ["*", "?"] {
        assert_found(
            &project.path(&format!("seeds/names/{name}.txt")).display().to_string(),
            "nameless-seed",
        );
    }
}

#[test]
fn names_of_any_bytes_and_length_become_addresses() {
    assert_built("bad-name", "It serves Name");
    let long = SITE
        .1
        .briefing
        .articles
        .keys()
        .find(|id| id.slug().as_str().starts_with("long-"))
        .expect("it is there");
    assert!(long.slug().as_str().len() <= model::MAX_SLUG);
}

#[test]
fn findings_about_names_do_not_command_the_terminal() {
    for finding in &SITE.1.findings {
        let shown = diag::render(finding, false);
        assert!(!shown.contains(diag::is_unsafe), "{shown:?}");
        assert!(!shown.lines().any(|line| line.starts_with("line.txt")), "{shown}");
    }
}

#[test]
fn names_that_differ_only_in_case_or_normal_form_are_one_article() {
    assert_built("case-names", "It serves CASE-NAMES");
    assert_found("Case Names.txt", "duplicate-seed");
    assert_found("case names.txt", "duplicate-seed");
    assert_built("zoe-ray", "It serves Zo");
    assert_found("Zoe\u{301} Ray.txt", "duplicate-seed");
}

#[test]
fn no_address_is_a_device_of_windows_or_another_page_of_the_site() {
    let (project, built) = &*SITE;
    let devices = |stem: &str| {
        matches!(stem, "con" | "prn" | "aux" | "nul")
            || (stem.len() == 4
                && (stem.starts_with("com") || stem.starts_with("lpt"))
                && stem.ends_with(|c: char| c.is_ascii_digit()))
    };
    let paths = built.output.files.keys().map(Path::new).map(Path::to_owned);
    let content = project.tree().into_iter().filter(|path| path.starts_with("content"));
    for path in paths.chain(content) {
        for step in path.components() {
            let Component::Normal(step) = step else { panic!("{path:?}") };
            let stem = step
                .to_str()
                .expect("addresses are ASCII")
                .split('.')
                .next()
                .unwrap_or_default()
                .to_lowercase();
            assert!(!devices(&stem), "{path:?}");
        }
    }
    let folded: BTreeSet<String> = built.output.files.keys().map(|path| path.to_lowercase()).collect();
    assert_eq!(folded.len(), built.output.files.len(), "two paths differ by case alone");
    assert!(
        built.page("index.html").contains("<html") && built.page("articles/index.html").contains("<html")
    );
}
