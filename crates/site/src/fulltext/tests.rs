use std::path::Path;
use std::sync::OnceLock;

use diag::Sink;
use model::Briefing;

use super::*;
use crate::config::{Config, Shown};
use crate::export::Exports;
use crate::output::Output;
use crate::sheet::Sheets;
use crate::theme::Theme;
use crate::vocabulary::Vocabulary;
use crate::{catalog, graph, language, library, network, rights, route};

/// What `take` makes of the sample briefing.
fn with<T>(config: &Config, take: impl FnOnce(&Scene<'_>) -> T) -> T {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/content");
    let (briefing, mut sink) = Briefing::load(&folder).unwrap();
    let library = library::read(&briefing, false, config.internal_level, &mut sink);
    let graph = graph::link(&library, graph::Wanted::all(config), &mut sink);
    let network = network::tie(&graph);
    let catalog = catalog::make(&graph, &Sheets::default());
    let rights = rights::decide(&graph, config.body);
    let language = language::read(&Theme::briefing(), "en", &mut sink);
    take(&Scene {
        graph: &graph,
        rights: &rights,
        catalog: &catalog,
        network: &network,
        routes: &route::assign(&graph, &catalog, &network, None, &Sheets::default()),
        config,
        language: &language,
        published: &vec![OnceLock::new(); library.stories.len()],
        changes: None,
        exports: &Exports::default(),
        words: &Vocabulary::default(),
        here: &Node::Home,
        path: "",
        is_sketch: false,
    })
}

/// What is indexed of a page.
fn html(config: &Config, path: &str) -> String {
    let records = with(config, records);
    records.into_iter().find(|record| record.path == path).unwrap().html
}

#[test]
fn an_article_is_indexed_paragraph_by_paragraph_with_its_filters() {
    let html = html(&Config::default(), "articles/2024-03-11-harbor-talks/");
    insta::assert_snapshot!(html.replace("><", ">\n<"));
}

#[test]
fn an_entity_is_indexed_by_its_names_offices_and_profile() {
    let html = html(&Config::default(), "people/marta-oyelaran/");
    insta::assert_snapshot!(html.replace("><", ">\n<"));
}

#[test]
fn what_a_page_does_not_show_is_not_found_either() {
    let has = |body, words: &str| {
        html(&Config { body, ..Config::default() }, "articles/2024-03-11-harbor-talks/").contains(words)
    };
    let (first, evidence, rest) =
        ("Norway and Iceland on Monday", "who lift the boxes", "A question of who pays");
    assert!(has(Shown::Full, first) && has(Shown::Full, evidence) && has(Shown::Full, rest));
    assert!(has(Shown::Excerpt, first) && has(Shown::Excerpt, evidence) && !has(Shown::Excerpt, rest));
    assert!(has(Shown::Facts, evidence) && !has(Shown::Facts, rest));
}

/// The index, and the codes of what is reported.
fn added(full_text: bool) -> (Output, Vec<&'static str>) {
    let mut sink = Sink::default();
    let output = Output::of(|store| {
        with(&Config { full_text, ..Config::default() }, |scene| add(scene, store, &mut sink));
    });
    (output, sink.diagnostics().iter().map(|finding| finding.code).collect())
}

#[test]
fn a_site_that_does_not_ask_for_it_has_no_index() {
    assert_eq!(added(false), (Output::default(), Vec::new()));
}

#[test]
#[cfg(not(feature = "search"))]
fn a_program_without_the_index_says_so() {
    assert_eq!(added(true), (Output::default(), vec!["full-text"]));
}

#[test]
#[cfg(feature = "search")]
fn the_index_is_the_same_bytes_each_time_and_holds_what_a_search_loads() {
    let (output, findings) = added(true);
    assert_eq!(findings, Vec::<&str>::new());
    assert_eq!(output, added(true).0);
    let has = |start: &str, end: &str| {
        output.files.keys().any(|path| path.starts_with(start) && path.ends_with(end))
    };
    for (start, end) in [
        ("pagefind/pagefind.js", ""),
        ("pagefind/pagefind-worker.js", ""),
        ("pagefind/wasm.en", ""),
        ("pagefind/fragment/", ".pf_fragment"),
        ("pagefind/index/", ".pf_index"),
        ("pagefind/filter/", ".pf_filter"),
    ] {
        assert!(has(start, end), "{start}…{end} of {:?}", output.files.keys());
    }
    assert!(!has("pagefind/pagefind-ui", ""), "{:?}", output.files.keys());
}
