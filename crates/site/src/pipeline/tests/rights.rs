//! What `[publish] body` keeps back stands in no file of the site.

use std::sync::Arc;

use diag::SourceFile;

use super::*;

/// A quote over two sentences, a relation; and around them a date, a figure, a pair of names and a name, each in a sentence that
/// is evidence of nothing.
const ARTICLE: &str = r#"+++
title = "Ferry to Vardø comes back"
published = "2024-06-07"
[[quotes]]
text = "We waited for a year. Nobody told us why the boat was gone"
speaker = "person/ann-lee"
[[relations]]
text = "Lee accused Bo Dahl of selling the ferry."
subject = "person/ann-lee"
predicate = "accuse"
object = "person/bo-dahl"
[[dates]]
text = "12 May 2023"
value = "2023-05-12"
[[quantities]]
text = "412 crates"
value = 412
unit = "crate"
+++

The opening lines of this report belong to the paper alone.
[Ann Lee](../people/ann-lee.md) waved to the crowd from the upper deck.

Flags hung from every window on 12 May 2023 in the harbor street.
The hold took 412 crates of salted fish on its first crossing.

"We waited for a year. Nobody told us why the boat was gone," [Lee](../people/ann-lee.md) said.
[Lee](../people/ann-lee.md) accused [Bo Dahl](../people/bo-dahl.md) of selling the ferry.

[Ann Lee](../people/ann-lee.md) and [Bo Dahl](../people/bo-dahl.md) left by different doors.
[Ann Lee](../people/ann-lee.md) and [Bo Dahl](../people/bo-dahl.md) did not look back at the pier.
"#;

const FIRST: &[&str] = &[
    "The opening lines of this report belong to the paper alone.",
    "waved to the crowd from the upper deck.",
];
const EVIDENCE: &[&str] =
    &["We waited for a year.", "Nobody told us why the boat was gone", "of selling the ferry."];
const REST: &[&str] = &[
    "Flags hung from every window on",
    "The hold took",
    "of salted fish on its first crossing.",
    "left by different doors.",
    "did not look back at the pier.",
];

/// The text files of a site that shows `body` of the article, without their tags and with their entities read.
fn files(body: Shown) -> Vec<(String, String)> {
    let file = Arc::new(SourceFile::new("content/articles/ferry.md", ARTICLE));
    let mut sink = Sink::default();
    let briefing = Briefing::from_files([file], &mut sink);
    let config = Config { body, pair_sentences: 2, ..config(Some("https://example.org/")) };
    let options = Options { review: true, ..Options::default() };
    let built = build(&briefing, &config, &Theme::briefing(), &options, &mut sink);
    check::check(&built.output, "/", &mut sink);
    assert!(!sink.has_errors(), "{:#?}", sink.diagnostics());
    let text = |(path, bytes): (String, Vec<u8>)| Some((path, bare(&String::from_utf8(bytes).ok()?)));
    built.output.files.into_iter().filter_map(text).collect()
}

fn bare(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, behind)| behind));
    }
    let text = text.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The files in which some of the words stand.
fn with<'f>(files: &'f [(String, String)], words: &[&str]) -> Vec<&'f str> {
    // Attributes fall with their tags: descriptions are looked for as they are.
    let has = |text: &str| words.iter().any(|words| text.contains(words));
    files.iter().filter(|(_, text)| has(text)).map(|(path, _)| path.as_str()).collect()
}

#[test]
fn words_that_are_not_published_stand_in_no_file() {
    let full = files(Shown::Full);
    let everywhere = with(&full, REST);
    for file in [
        "articles/ferry/index.html",
        "articles/ferry/index.json",
        "data/dates.jsonl",
        "data/figures.csv",
        "feed.json",
        "pairs/ann-lee--bo-dahl/index.html",
        "people/ann-lee/index.html",
        "people/ann-lee/index.json",
        "timeline/index.html",
    ] {
        assert!(everywhere.contains(&file), "{file} tells nothing of the text: {everywhere:?}");
    }
    for (body, hidden) in [(Shown::Excerpt, [REST, &[]]), (Shown::Facts, [REST, FIRST])] {
        let files = files(body);
        assert_eq!(with(&files, &hidden.concat()), [""; 0], "{body:?}");
        for words in EVIDENCE {
            assert!(with(&files, &[words]).contains(&"articles/ferry/index.html"), "{body:?}: {words}");
        }
        let timeline = with(&files, &["May 12, 2023", "12 May 2023"]);
        assert!(timeline.contains(&"timeline/index.html"), "a date is shown without its sentence");
    }
}

#[test]
fn the_description_of_an_article_is_of_what_is_shown() {
    let file = Arc::new(SourceFile::new("content/articles/ferry.md", ARTICLE));
    let briefing = Briefing::from_files([file], &mut Sink::default());
    for (body, begins) in
        [(Shown::Excerpt, "The opening lines"), (Shown::Facts, "&quot;We waited for a year.")]
    {
        let config = Config { body, ..config(Some("https://example.org/")) };
        let built = build(&briefing, &config, &Theme::briefing(), &Options::default(), &mut Sink::default());
        let html = String::from_utf8(built.output.files["articles/ferry/index.html"].clone()).unwrap();
        assert!(html.contains(&format!("<meta name=\"description\" content=\"{begins}")), "{body:?}: {html}");
        assert!(!html.contains("Flags hung"), "{body:?}");
    }
}
