//! What passed between two countries.

use std::sync::Arc;

use diag::SourceFile;

use super::*;

/// Norway and Iceland, and an article of events between them.
fn page(events: &[(&str, &str)]) -> String {
    let file = |path: &str, text: String| Arc::new(SourceFile::new(format!("content/{path}"), text));
    let mut head = "+++\ntitle = \"Harbor notes\"\n".to_owned();
    let mut body = String::new();
    for (at, (kind, rest)) in events.iter().enumerate() {
        head += &format!(
            "[[events]]\ntext = \"Notes of day {at}.\"\ntype = \"{kind}\"\nparticipants = [\"country/no\", \"country/is\"]\n{rest}"
        );
        body += &format!("Notes of day {at}. ");
    }
    let files = [
        file("countries/no.md", "+++\nname = \"Norway\"\n+++\n".to_owned()),
        file("countries/is.md", "+++\nname = \"Iceland\"\n+++\n".to_owned()),
        file("articles/notes.md", format!("{head}+++\n{body}[Norway](../countries/no.md) was named.\n")),
    ];
    let mut sink = Sink::default();
    let briefing = Briefing::from_files(files, &mut sink);
    let built = build(&briefing, &config(None), &Theme::briefing(), &Options::default(), &mut sink);
    assert!(!sink.has_errors(), "{:#?}", sink.diagnostics());
    main_of(&built, "countries/no/index.html")
}

#[test]
fn a_country_counts_words_and_deeds_of_accord_and_of_conflict() {
    let page = page(&[("agree", ""), ("consult", ""), ("sanction", ""), ("crime", "")]);
    let row = page.split("<table class=\"dealings\">").nth(1).and_then(|table| table.split("<tbody>").nth(1));
    let row = row.unwrap_or_else(|| panic!("no table in {page}"));
    let counts = row.split("<td class=\"num right\">").skip(1).map(|cell| cell.split('<').next().unwrap());
    assert_eq!(counts.collect::<Vec<_>>(), ["2", "–", "–", "1"], "{row}");
}

#[test]
fn what_was_denied_or_only_may_be_does_not_count() {
    let page = page(&[
        ("assault", "status = \"denied\"\n"),
        ("sanction", "status = \"hypothetical\"\nmodes = [\"hypothetical\"]\n"),
    ]);
    assert!(!page.contains("class=\"dealings\""), "{page}");
}
