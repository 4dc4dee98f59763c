//! Articles, front matter, names and settings written to break the site: whatever stands in them is shown as text, or not at all.
//!
//! One site is built of all of it, and looked at case by case. Each attack stands in the headline, in prose, in quotation marks, in
//! a name, in front matter and in a file's name, as plain text, Markdown and HTML, and in content written by hand.

mod attack;

use std::sync::LazyLock;

use tests::page::{self, collapse};
use tests::project::{Built, Project};

use crate::attack::{CASES, SETTINGS, UNSEEN, add, article, heavy, named};

/// The site of all attacks, and an article that is none.
static SITE: LazyLock<(Project, Built)> = LazyLock::new(|| {
    let project = Project::new();
    for (case, _) in CASES {
        named(case).iter().for_each(|(name, attack)| add(&project, name, attack));
    }
    for (at, (attack, _)) in UNSEEN.iter().enumerate() {
        add(&project, &format!("unseen-{at}"), attack);
    }
    project.write("seeds/2025-09-04-ordinary.txt", article("peace"));
    let built = project.build(SETTINGS);
    (project, built)
});

/// The attacks of a case are text wherever they stand, and their pages are safe.
fn check(case: &str) {
    let (_, built) = &*SITE;
    for (name, attack) in named(case) {
        let shown = collapse(attack);
        for form in ["text", "front", "marked", "page", "hand"] {
            let html = built.article(&format!("{form}-{name}"));
            assert_eq!(page::dangers(html), Vec::<String>::new(), "{form} {name}: {attack}");
            if form == "text" {
                let text = page::text(html, "main");
                let talks = format!("Talks on {shown} begin");
                let (quote, prose) = (format!("\"{shown} {shown},\" said"), format!(" of {shown} Bank"));
                assert!([talks, quote, prose].iter().all(|part| text.contains(part)), "{name}: {text}");
            }
        }
        let front = page::text(built.article(&format!("front-{name}")), "h1");
        assert_eq!(front, shown, "{name}");
        let person = built.page(&format!("people/hand-{name}/index.html"));
        assert_eq!(page::dangers(person), Vec::<String>::new(), "{name}: {attack}");
        assert!(page::text(person, "h1").contains(&shown), "{name}");
    }
}

#[test]
fn scripts_are_text() {
    check("script");
}

#[test]
fn event_handlers_are_text() {
    check("handler");
}

#[test]
fn addresses_that_run_something_are_no_links() {
    check("address");
}

#[test]
fn html_does_not_leave_its_place() {
    check("html");
}

#[test]
fn templates_in_articles_are_not_filled_in() {
    check("template");
}

#[test]
fn markdown_does_not_break_out_of_lists_and_links() {
    check("markdown");
}

#[test]
fn characters_without_a_shape_do_not_reach_names() {
    let (_, built) = &*SITE;
    for (at, (_, shown)) in UNSEEN.iter().enumerate() {
        for form in ["text", "marked", "page", "front", "hand"] {
            assert_eq!(page::dangers(built.article(&format!("{form}-unseen-{at}"))), Vec::<String>::new());
        }
        let front = page::text(built.article(&format!("front-unseen-{at}")), "h1");
        assert_eq!(front, *shown);
        let person = built.page(&format!("people/hand-unseen-{at}/index.html"));
        assert_eq!(page::dangers(person), Vec::<String>::new());
    }
    let codes = built.codes_about("text-unseen-0");
    assert!(codes.contains(&"hidden-characters"), "{codes:?}");
}

#[test]
fn feeds_and_data_are_well_formed() {
    let (_, built) = &*SITE;
    for (path, bytes) in &built.output.files {
        let text = String::from_utf8_lossy(bytes);
        if path.ends_with(".xml") || path.ends_with(".gexf") || path.ends_with(".graphml") {
            assert!(!text.contains(diag::is_unsafe), "{path}");
        }
        if path.ends_with(".json") {
            serde_json::from_str::<serde_json::Value>(&text)
                .unwrap_or_else(|error| panic!("{path}: {error}"));
        }
    }
    let atom = built.output.files.get("atom.xml").expect("an article has a date");
    atom_syndication::Feed::read_from(atom.as_slice()).expect("a feed");
}

#[test]
fn deep_nesting_and_repetition_end_in_time_and_cost_no_other_article() {
    let project = Project::new();
    for (at, (text, forms)) in heavy().iter().enumerate() {
        for form in *forms {
            let body =
                format!("Talks on peace begin\n\nThe talks began on Monday.\n\n{text}\n\nThey ended.\n");
            project.write(&format!("seeds/{form}-heavy-{at}.{form}"), body);
        }
    }
    for (at, piece) in ["[", "{a=", "\"", "\\", "a."].iter().enumerate() {
        let keys = format!("+++\ntitle = {}\n+++\nThey met.\n", piece.repeat(10_000));
        project.write(&format!("seeds/front-heavy-{at}.txt"), keys);
    }
    for (at, piece) in
        ["[", "{a: ", "\"", "\\", "- ", "? ", "&a ", "*a ", "!a ", "a: ", "|", "# "].iter().enumerate()
    {
        let keys = format!("---\ntitle: {}\n---\nThey met.\n", piece.repeat(10_000));
        project.write(&format!("seeds/yaml-heavy-{at}.md"), keys);
    }
    for (name, open, close) in [("lists", "[", "]"), ("tables", "{a=", "}")] {
        let value = format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
        let keys = format!("+++\ntitle = \"Deep\"\nx = {value}\n+++\n\nThey met.\n");
        project.write(&format!("seeds/deep-{name}.txt"), &keys);
        project.write(&format!("content/articles/hand-{name}.md"), &keys);
    }
    project.write("seeds/ordinary.txt", article("peace"));
    let built = project.build("");
    assert!(page::text(built.article("ordinary"), "main").contains("Talks on peace begin"));
    for name in [
        "txt-heavy-0",
        "html-heavy-0",
        "md-heavy-7",
        "front-heavy-0",
        "yaml-heavy-0",
        "deep-lists",
        "deep-tables",
    ] {
        built.article(name);
    }
}

#[test]
fn huge_numbers_and_impossible_dates_are_text() {
    let numbers = format!(
        "{0}, {0}.{0} percent, ${0} billion, $1e308 million, -{0} people, 1,{1} tons, five {2}, 10^{0}, ½{0}, 0x{0}, 1/0, NaN, inf",
        "9".repeat(400),
        "000,".repeat(100),
        "trillion ".repeat(100)
    );
    let dates = "February 30, 2025; 2025-13-45; January 1, 0000; May 32; in 99999; 00/00/0000; 1 January -5; 9999-12-31; Monday, 400 \
                 years ago; 999999999999 days ago; in 999999999999999999999999 years; noon on the 31st of June";
    let project = Project::new();
    let text = format!("Numbers rise\n\nQUITO - They counted {numbers} on {dates}, Ana Quiroga said.\n");
    project.write("seeds/numbers.txt", &text);
    let dated = [
        "\"99999-99-99\"",
        "9999999999999",
        "\"0000-01-01\"",
        "\"-9999\"",
        "\"Y-170000002\"",
        "\"9999-12-31\"",
        "0001-01-01",
        "1e400",
        "\"2025-02-30\"",
        "\"2025-01-01/0000\"",
        "9223372036854775807",
        "\"XXXX-XX-XX\"",
        "\"../..\"",
        "\"9999-12-31/..\"",
        "\"-0001\"",
    ];
    for (at, date) in dated.iter().enumerate() {
        project.write(&format!("seeds/dated-{at}.txt"), format!("+++\npublished = {date}\n+++\n{text}"));
        let fact = format!("[[quantities]]\ntext = \"They\"\nvalue = {date}\nlow = 1e308\nhigh = -1e308\n");
        let keys = format!("title = \"T\"\npublished = {date}\n\n{fact}");
        project.write(&format!("content/articles/hand-{at}.md"), format!("+++\n{keys}+++\n\nThey met.\n"));
    }
    let built = project.build(SETTINGS);
    let shown = page::text(built.article("numbers"), "main");
    assert!(shown.contains(&"9".repeat(400)) && shown.contains("February 30, 2025"), "{shown}");
    for at in 0..dated.len() {
        assert_eq!(page::dangers(built.article(&format!("dated-{at}"))), Vec::<String>::new());
        assert_eq!(page::dangers(built.article(&format!("hand-{at}"))), Vec::<String>::new());
    }
    let atom = built.output.files.get("atom.xml").expect("an article has a date");
    atom_syndication::Feed::read_from(atom.as_slice()).expect("a feed");
}

#[test]
fn every_page_is_safe_and_the_ordinary_article_is_there() {
    let (_, built) = &*SITE;
    for (path, html) in built.pages() {
        assert_eq!(page::dangers(html), Vec::<String>::new(), "{path}");
    }
    let text = page::text(built.article("2025-09-04-ordinary"), "main");
    assert!(text.contains("Talks on peace begin") && text.contains("The talks end on Friday"), "{text}");
    let broken: Vec<_> =
        built.findings.iter().filter(|f| matches!(f.code, "bad-html" | "broken-link" | "template")).collect();
    let broken: Vec<_> = broken.iter().map(|finding| &finding.message).collect();
    assert!(broken.is_empty(), "{broken:?}");
}
