//! The corpus to measure with: the same numbers give the same files, and each layout is one that its program reads.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use diag::{Sink, SourceFile};
use model::Briefing;
use site::{Config, Options, Theme};
use tests::corpus::{Corpus, Layout};

fn files(articles: usize, seed: u64, layout: Layout) -> BTreeMap<String, String> {
    Corpus::new(articles, seed).files(layout).collect()
}

#[test]
fn the_same_numbers_give_the_same_files_and_another_seed_others() {
    for layout in [Layout::Seeds, Layout::Content, Layout::Zola, Layout::Hugo] {
        let one = files(40, 1, layout);
        assert_eq!(one, files(40, 1, layout));
        assert_ne!(one, files(40, 2, layout));
    }
}

#[test]
fn an_article_is_as_long_and_names_as_many_as_one_of_the_news() {
    let corpus = files(500, 1, Layout::Content);
    let articles: Vec<&String> =
        corpus.iter().filter(|(path, _)| path.contains("/articles/")).map(|(_, text)| text).collect();
    assert_eq!(articles.len(), 500);
    let body = |text: &&String| text.split("+++\n\n").nth(1).unwrap_or_default().to_owned();
    let mentions: usize = articles.iter().map(|text| body(text).matches("](../").count()).sum();
    let words: usize = articles.iter().map(|text| body(text).split_whitespace().count()).sum();
    assert!((11 * 500..=13 * 500).contains(&mentions), "{mentions}");
    assert!((560 * 500..=640 * 500).contains(&words), "{words}");
    // A few are in very many articles and most are in few.
    let mut people: BTreeMap<String, usize> = BTreeMap::new();
    for text in &articles {
        let body = body(text);
        let links = body.split("](../people/").skip(1).filter_map(|rest| rest.split_once(')'));
        for (person, _) in links {
            *people.entry(person.to_owned()).or_default() += 1;
        }
    }
    let mut often: Vec<usize> = people.into_values().collect();
    often.sort_unstable();
    let (median, most) = (often[often.len() / 2], often[often.len() - 1]);
    assert!(most > 50 * median, "{median} {most}");
}

#[test]
fn no_two_names_share_an_address() {
    let corpus = files(120_000 / 8, 1, Layout::Content);
    let entities = corpus.keys().filter(|path| !path.contains("/articles/")).collect::<BTreeSet<_>>();
    assert_eq!(entities.len(), 1 + 7500 + 1500 + 195);
}

#[test]
fn a_small_corpus_builds_without_a_finding() {
    let corpus = files(60, 1, Layout::Content);
    let content = corpus.iter().filter(|(path, _)| path.starts_with("content/"));
    let files: Vec<_> =
        content.map(|(path, text)| Arc::new(SourceFile::new(path.clone(), text.clone()))).collect();
    let mut sink = Sink::default();
    let briefing = Briefing::from_files(files, &mut sink);
    let settings = Arc::new(SourceFile::new("site.toml", corpus["site.toml"].clone()));
    let config = Config::read(&settings, &mut sink);
    let built = site::build(&briefing, &config, &Theme::briefing(), &Options::default(), &mut sink);
    site::check(&built.output, "/", &mut sink);
    let findings: Vec<_> = sink.diagnostics().iter().take(5).map(|finding| &finding.message).collect();
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!(built.account.articles, 60);
    assert!(built.output.files.contains_key("people/alma-belmont/index.html"));
}
