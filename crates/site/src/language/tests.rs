use std::collections::BTreeSet;

use model::{EntityKind, EventType, GroupType, Mode, PlaceType, Predicate, Status};

use super::*;

fn language(tag: &str) -> Language {
    let mut sink = Sink::default();
    let language = read(&Theme::briefing(), tag, &mut sink);
    assert_eq!(sink.diagnostics(), []);
    language
}

/// The words of one file alone.
fn alone(name: &str) -> Language {
    let mut language = Language::default();
    for file in Theme::briefing().strings(name) {
        language.add(file, &mut Sink::default());
    }
    language
}

/// The `{names}` in a text.
fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).collect()
}

#[test]
fn every_language_says_everything_with_the_same_places() {
    let english = alone("en");
    for other in ["es", "fr"].map(alone) {
        let (countries, rest): (BTreeSet<&str>, BTreeSet<&str>) =
            other.keys().partition(|key| key.starts_with("country."));
        assert_eq!(english.keys().collect::<BTreeSet<_>>(), rest);
        let all = model::Country::all().iter().map(|country| format!("country.{}", country.code));
        assert!(all.collect::<BTreeSet<_>>().iter().eq(countries));
        for key in &rest {
            match (&english.entries[*key], &other.entries[*key]) {
                (Entry::Text(a), Entry::Text(b)) => assert_eq!(places(a), places(b), "{key}"),
                (Entry::Forms { other: a, .. }, Entry::Forms { other: b, .. }) => {
                    assert_eq!(places(a), places(b), "{key}")
                }
                (Entry::List(a), Entry::List(b)) => {
                    assert!(*key == "plural.one" || a.len() == b.len(), "{key}")
                }
                _ => panic!("`{key}` has two forms in one language only"),
            }
        }
    }
}

/// The keys that are made of the words of a closed set.
fn of_sets() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    let mut add = |table: &str, words: Vec<&str>| {
        keys.extend(words.iter().map(|word| format!("{table}.{word}")));
    };
    let predicates: Vec<&str> = Predicate::ALL.iter().map(|word| word.as_str()).collect();
    for table in ["relation", "relation_reverse", "relation_verb"] {
        add(table, predicates.clone());
    }
    add("kind", EntityKind::ALL.iter().flat_map(|kind| [kind.as_str(), kind.folder()]).collect());
    add("sort", GroupType::ALL.iter().map(|word| word.as_str()).collect());
    add("sort", PlaceType::ALL.iter().map(|word| word.as_str()).collect());
    add("event", EventType::ALL.iter().map(|word| word.as_str()).collect());
    add("badge", Mode::ALL.iter().map(|word| word.as_str()).collect());
    let hedges = Status::ALL.iter().filter(|status| **status != Status::Asserted);
    add("badge", hedges.map(|word| word.as_str()).collect());
    add("badge", vec!["former", "acting"]);
    add("dispute", vec!["dispute", "age", "title", "wording", "date", "sum"]);
    add("dispute", vec!["killed", "injured", "missing", "arrested", "displaced"]);
    add("dispute", vec!["killed_of", "injured_of", "missing_of", "arrested_of", "displaced_of"]);
    add(
        "data",
        vec![
            "articles",
            "entities",
            "mentions",
            "quotes",
            "relations",
            "roles",
            "events",
            "dates",
            "figures",
            "graph",
        ],
    );
    add("article", vec!["shown_excerpt", "shown_facts"]);
    add("review", vec!["merge", "surname", "speaker", "undated"]);
    add("what", vec!["articles", "people", "countries", "groups", "places", "quotes", "relations", "dates"]);
    keys
}

#[test]
fn every_key_is_used_and_every_used_key_is_there() {
    let sets = of_sets();
    let mut text = String::new();
    for entry in walkdir::WalkDir::new(env!("CARGO_MANIFEST_DIR").to_owned() + "/src") {
        let path = entry.unwrap().into_path();
        if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("language/tests.rs")
        {
            text.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    for file in Theme::briefing().templates().values() {
        text.push_str(file.text());
    }
    let english = alone("en");
    let keys: BTreeSet<&str> = english.keys().collect();
    for key in &sets {
        assert!(keys.contains(key.as_str()), "no words for `{key}`");
    }
    for key in &keys {
        assert!(sets.contains(*key) || text.contains(&format!("\"{key}\"")), "nobody says `{key}`");
    }
}

#[test]
fn numbers_choose_their_form() {
    let [en, es, fr] = ["en", "es", "fr-CA"].map(language);
    assert_eq!(en.count("count.articles", 1, &[]), "1 article");
    assert_eq!(en.count("count.articles", 12_345, &[]), "12,345 articles");
    assert_eq!(es.count("count.articles", 0, &[]), "0 artículos");
    assert_eq!(fr.count("count.articles", 0, &[]), "0 article");
    assert_eq!(fr.digits("-1234.5"), "-1\u{202f}234,5");
}

#[test]
fn places_are_filled_and_unknown_ones_stay() {
    assert_eq!(fill("{a} and {b} {c}", &[("a", "{b}"), ("b", "x")]), "{b} and x {c}");
    assert_eq!(fill("{", &[]), "{");
}

#[test]
fn a_theme_adds_words_and_a_language_without_words_is_reported() {
    let mut sink = Sink::default();
    let files = [("strings/eo.toml".to_owned(), b"[nav]\nhome = \"Hejmo\"\n".to_vec())];
    let theme = Theme::briefing().overlay("themes/mine", files, &mut sink);
    let esperanto = read(&theme, "eo", &mut sink);
    assert_eq!(
        (esperanto.say("nav.home").as_str(), esperanto.say("nav.quotes").as_str()),
        ("Hejmo", "Quotes")
    );
    assert_eq!(sink.diagnostics(), []);
    read(&theme, "de", &mut sink);
    assert_eq!(sink.diagnostics()[0].code, "unknown-language");
}
