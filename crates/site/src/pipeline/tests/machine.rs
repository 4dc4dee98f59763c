//! What the site holds for programs.

use serde_json::Value;

use super::*;

fn files(config: &Config) -> Built {
    let (built, mut sink) = made(config, &Theme::briefing());
    check::check(&built.output, "/", &mut sink);
    assert!(!sink.has_errors(), "{:#?}", sink.diagnostics());
    built
}

fn text(built: &Built, path: &str) -> String {
    String::from_utf8(built.output.files[path].clone()).unwrap()
}

fn value(built: &Built, path: &str) -> Value {
    serde_json::from_slice(&built.output.files[path]).unwrap()
}

#[test]
fn an_entity_of_several_articles_has_feeds_that_its_page_names() {
    let built = files(&config(Some("https://example.org/")));
    let atom: atom_syndication::Feed = text(&built, "people/marta-oyelaran/atom.xml").parse().unwrap();
    assert_eq!(atom.id(), "https://example.org/people/marta-oyelaran/");
    assert_eq!(atom.title().as_str(), "Marta Oyelaran – Quayside");
    let json = value(&built, "people/marta-oyelaran/feed.json");
    let items = json["items"].as_array().unwrap();
    assert!(items.len() > 1 && items.len() == atom.entries().len());
    assert!(items.iter().all(|item| item["summary"].as_str().unwrap().contains("Oyelaran")), "{items:#?}");
    let page = text(&built, "people/marta-oyelaran/index.html");
    for own in ["atom.xml", "feed.json", "index.json"] {
        assert!(page.contains(&format!("href=\"{own}\" title=\"Marta Oyelaran (")), "{own}: {page}");
    }
    let mut one = fixture();
    while one.articles.len() > 1 {
        one.articles.pop_last();
    }
    let config = config(Some("https://example.org/"));
    let built = build(&one, &config, &Theme::briefing(), &Options::default(), &mut Sink::default());
    let feeds: Vec<_> = built.output.files.keys().filter(|path| path.ends_with("atom.xml")).collect();
    assert_eq!(feeds, ["atom.xml"], "a name that one article has is not followed");
}

#[test]
fn limits_and_switches_hold() {
    let base = config(Some("https://example.org/"));
    let short = files(&Config { feed_limit: 1, ..base.clone() });
    assert_eq!(value(&short, "countries/no/feed.json")["items"].as_array().unwrap().len(), 1);
    let has = |config: &Config, ending: &str| {
        let built = files(config);
        built.output.files.keys().filter(|path| path.ends_with(ending)).count()
    };
    assert_eq!(has(&Config { entity_feeds: false, ..base.clone() }, "feed.json"), 1);
    assert_eq!(has(&Config { generate_feeds: false, ..base.clone() }, "feed.json"), 0);
    assert_eq!(has(&Config { generate_json: false, ..base.clone() }, "index.json"), 0);
    assert_eq!(has(&config(None), "feed.json"), 0);
    assert_eq!(has(&config(None), "index.json"), has(&base, "index.json"));
}

#[test]
fn the_file_beside_a_page_says_what_the_page_says_and_is_described() {
    let built = files(&config(Some("https://example.org/")));
    let article = value(&built, "articles/2024-03-11-harbor-talks/index.json");
    let quote = &article["quotes"][0];
    let sentence = usize::try_from(quote["sentence"].as_u64().unwrap()).unwrap();
    let words = article["text"][sentence - 1]["words"].as_str().unwrap();
    assert!(words.contains(quote["words"].as_str().unwrap()), "{quote} in {words}");
    let page = text(&built, "articles/2024-03-11-harbor-talks/index.html");
    assert!(page.contains(&format!("id=\"{}\"", quote["place"].as_str().unwrap())));
    let entity = value(&built, "people/marta-oyelaran/index.json");
    let said = entity["quotes"].as_array().unwrap();
    assert!(said.iter().any(|said| said["words"] == quote["words"]), "{said:#?}");
    assert_eq!(value(&built, "index.json")["articles"], built.account.articles);

    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/index-json.md");
    let docs = std::fs::read_to_string(docs).unwrap();
    for (path, _) in built.output.files.iter().filter(|(path, _)| path.ends_with("index.json")) {
        for key in value(&built, path).as_object().unwrap().keys() {
            assert!(
                docs.contains(&format!("`{key}`")),
                "docs/index-json.md does not describe `{key}` of {path}"
            );
        }
    }
}
