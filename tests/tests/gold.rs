//! The annotated articles: what is generated from them is current, and they agree with themselves.

use std::collections::BTreeSet;
use std::fs;

use model::{EntityId, EntityKind};
use tests::{gold, root};

#[test]
fn the_generated_files_are_current() {
    let articles = gold::read_all().expect("the articles are well marked");
    assert_eq!(articles.len(), 23);
    for (path, lines) in gold::layers(&articles) {
        let written = fs::read_to_string(root().join(gold::FOLDER).join(path)).unwrap_or_default();
        assert!(written == lines, "{path} is not current: run `cargo run -p tests --bin gold`");
    }
}

#[test]
fn whoever_says_or_does_something_is_mentioned() {
    for gold in gold::read_all().expect("the articles are well marked") {
        let document = gold.document;
        let named: BTreeSet<&EntityId> = document.mentions.iter().filter_map(|m| m.entity.as_ref()).collect();
        let speakers = document.quotes.iter().filter_map(|quote| quote.speaker.as_ref());
        let bearers = document.roles.iter().map(|role| &role.person);
        let actors = document.relations.iter().flat_map(|r| [&r.subject, &r.object]);
        for id in speakers.chain(bearers).chain(actors).filter(|id| id.kind() == EntityKind::Person) {
            assert!(named.contains(id), "{}: `{id}` is never mentioned", document.id);
        }
    }
}

#[test]
fn every_speaker_stands_in_the_text_as_printed() {
    for gold in gold::read_all().expect("the articles are well marked") {
        for quote in &gold.document.quotes {
            let printed = quote.speaker_text.as_deref().unwrap_or_default();
            assert!(gold.document.text.contains(printed), "{}: no `{printed}`", gold.document.id);
        }
    }
}
