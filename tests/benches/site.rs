//! How fast content becomes pages, over a made-up corpus: `cargo bench -p tests --bench site`. Which part of a build takes how
//! long says `site build --timings`. Read the fastest round: other programs only slow a round.

use std::path::Path;
use std::sync::Arc;

use diag::{Sink, SourceFile};
use divan::Bencher;
use divan::counter::ItemsCount;
use model::Briefing;
use site::{Built, Config, Options, Theme};
use tests::corpus::{Corpus, Layout};

const ARTICLES: usize = 200;

fn main() {
    divan::main();
}

/// The files of the corpus.
fn files() -> Vec<Arc<SourceFile>> {
    let corpus = Corpus::new(ARTICLES, 1);
    let content = corpus.files(Layout::Content).filter(|(path, _)| path.starts_with("content/"));
    content.map(|(path, text)| Arc::new(SourceFile::new(path, text))).collect()
}

fn briefing() -> Briefing {
    Briefing::from_files(files(), &mut Sink::default())
}

fn config() -> Config {
    Config { base_url: "https://example.org/".parse().ok(), ..Config::default() }
}

fn plain() -> Theme {
    let folder = tests::root().join("themes/plain");
    let mut files = vec!["theme.toml".to_owned(), "assets/plain.css".to_owned()];
    files.extend(tests::files("themes/plain/templates", "html").into_iter().map(|(path, _)| {
        let name = Path::new(&path).file_name().and_then(|name| name.to_str()).unwrap_or_default();
        format!("templates/{name}")
    }));
    let read = |path: String| (path.clone(), std::fs::read(folder.join(path)).expect("the theme is there"));
    Theme::briefing().overlay("themes/plain", files.into_iter().map(read), &mut Sink::default())
}

fn build(briefing: &Briefing, theme: &Theme) -> Built {
    site::build(briefing, &config(), theme, &Options::default(), &mut Sink::default())
}

#[divan::bench]
fn read(bencher: Bencher<'_, '_>) {
    let files = files();
    bencher
        .counter(ItemsCount::new(ARTICLES))
        .bench_local(|| Briefing::from_files(files.iter().cloned(), &mut Sink::default()));
}

#[divan::bench(args = ["plain", "briefing"], sample_count = 10)]
fn pages(bencher: Bencher<'_, '_>, theme: &str) {
    let briefing = briefing();
    let theme = if theme == "plain" { plain() } else { Theme::briefing() };
    bencher.counter(ItemsCount::new(ARTICLES)).bench_local(|| build(&briefing, &theme));
}

#[divan::bench]
fn check(bencher: Bencher<'_, '_>) {
    let built = build(&briefing(), &plain());
    bencher
        .counter(ItemsCount::new(built.output.pages()))
        .bench_local(|| site::check(&built.output, "/", &mut Sink::default()));
}
