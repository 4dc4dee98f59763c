use std::sync::Arc;

use diag::SourceFile;

use super::*;

const FERRY: &str = "+++
title = \"Ferry back in service\"
published = \"2024-05-01\"
source = { name = \"Harbor Post\" }
[[quotes]]
text = \"It floats\"
speaker = \"person/ann-lee\"
speaker_text = \"Lee\"
cue = \"said\"
[[relations]]
text = \"Lee met Bo Ek.\"
subject = \"person/ann-lee\"
predicate = \"meet\"
object = \"person/bo-ek\"
+++
\"It floats,\" [Lee](../people/ann-lee.md) said.
[Lee](../people/ann-lee.md) met [Bo Ek](../people/bo-ek.md).
";

const CORRECTIONS: &str = "[[alias]]
name = \"Lee\"
entity = \"person/ann-lee\"

[[speaker]]
quote = \"It floats\"
speaker = \"person/ann-lee\"
";

fn asked(target: &str) -> Option<String> {
    let files = [
        ("content/articles/ferry.md", FERRY),
        ("content/people/ann-lee.md", "+++\nname = \"Ann Lee\"\n+++\n"),
        ("content/corrections.toml", CORRECTIONS),
    ];
    let files = files.map(|(path, text)| Arc::new(SourceFile::new(path, text)));
    let mut sink = Sink::default();
    let briefing = Briefing::from_files(files, &mut sink);
    assert_eq!(sink.diagnostics(), []);
    let config = Config { base_url: "https://example.org/b/".parse().ok(), ..Config::default() };
    let chains = explain(&briefing, &config, false, target)?;
    Some(chains.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

#[test]
fn a_fact_leads_to_its_sentence_article_file_and_corrections() {
    let place =
        asked("ferry").unwrap().split_once("[ferry#").unwrap().1.split(']').next().unwrap().to_owned();
    let shown = asked(&format!("articles/ferry/#{place}")).unwrap();
    assert_eq!(asked(&place).as_ref(), Some(&shown));
    insta::assert_snapshot!(shown);
}

#[test]
fn an_entity_shows_who_it_is_and_every_fact_about_it() {
    let shown = asked("person/ann-lee").unwrap();
    for same in [
        "people/ann-lee/",
        "/people/ann-lee",
        "public/people/ann-lee/index.html",
        "https://example.org/b/people/ann-lee/",
    ] {
        assert_eq!(asked(same).as_ref(), Some(&shown), "{same}");
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn a_sentence_and_a_name_in_it_have_their_chains() {
    insta::assert_snapshot!(asked("ferry#s2").unwrap());
    assert!(asked("ferry#m1").unwrap().starts_with("mention: Lee – Ann Lee (person/ann-lee)"));
}

#[test]
fn what_the_site_does_not_have_has_no_chain() {
    for none in ["person/nobody", "people/nobody/", "q-00000000", "nonsense#", "ferry#s99", ""] {
        assert_eq!(asked(none), None, "{none}");
    }
}
