//! The accurate tier: its weights load, refuse damage, find plain names, and decide alike at any number of threads.
#![cfg(feature = "accurate")]

use tagger::{Crf, Encoder, ErrorKind, Label, NameKind, Tagger};

fn encoder() -> Encoder {
    Encoder::builtin().expect("the weights are whole")
}

fn cut<'a>(sentences: &[&'a str]) -> Vec<Vec<&'a str>> {
    sentences.iter().map(|sentence| sentence.split(' ').collect()).collect()
}

/// The names that are found in sentences of words, as text and kind.
fn names(sentences: &[&str]) -> Vec<(String, NameKind)> {
    let words = cut(sentences);
    let mut names: Vec<(String, NameKind)> = Vec::new();
    for (words, labels) in words.iter().zip(encoder().label(&words)) {
        assert_eq!(words.len(), labels.len());
        for (word, label) in words.iter().zip(labels) {
            match (label, names.last_mut()) {
                (Label::Begin(kind), _) => names.push(((*word).to_owned(), kind)),
                (Label::Inside(_), Some((name, _))) => *name = format!("{name} {word}"),
                _ => {}
            }
        }
    }
    names
}

#[test]
fn names_in_plain_sentences_are_found() {
    let found = names(&[
        "President Amara Diallo met Foreign Minister Jens Holm in Nairobi on Tuesday .",
        "The World Health Organization said clinics in Sudan and Chad had closed .",
    ]);
    let found: Vec<(&str, NameKind)> = found.iter().map(|(name, kind)| (name.as_str(), *kind)).collect();
    assert_eq!(
        found,
        [
            ("Amara Diallo", NameKind::Person),
            ("Jens Holm", NameKind::Person),
            ("Nairobi", NameKind::Location),
            ("World Health Organization", NameKind::Organization),
            ("Sudan", NameKind::Location),
            ("Chad", NameKind::Location),
        ]
    );
}

#[test]
fn lower_case_text_has_no_names_and_a_document_may_be_empty() {
    assert_eq!(names(&["the minister said on monday that prices would fall .", "nobody believed it ."]), []);
    assert_eq!(encoder().label(&[vec![], vec![""]]), [vec![], vec![Label::Outside]]);
    assert!(encoder().label(&[]).is_empty());
}

#[test]
fn a_sentence_longer_than_a_pack_is_read() {
    let words = vec!["Okello"; 700];
    assert_eq!(encoder().label(&[words])[0].len(), 700);
}

#[test]
fn the_number_of_threads_decides_nothing() {
    let sentence =
        "Gen. Paul Okello of the Third Brigade told Lima 's council that Ana Quiroga had left Peru .";
    let text: Vec<&str> = vec![sentence; 40];
    let words = cut(&text);
    let encoder = encoder();
    let with = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be had");
        pool.install(|| encoder.label(&words))
    };
    assert_eq!(with(1), with(3));
}

#[test]
fn the_version_names_both_tiers() {
    let encoder = encoder();
    let (own, tables) = encoder.version().split_once('+').expect("two versions");
    assert!(own.strip_prefix("accurate-").is_some_and(|number| number.parse::<u32>().is_ok()), "{own}");
    assert_eq!(tables, Crf::builtin().expect("the weights are whole").version());
}

#[test]
fn damage_is_noticed() {
    let kind = |bytes: &[u8]| {
        let tables = Crf::builtin().expect("the weights are whole");
        Encoder::from_bytes(bytes, tables).map(drop).map_err(|error| error.kind())
    };
    let mut bytes = include_bytes!("../data/accurate.bin").to_vec();
    assert_eq!(kind(&bytes), Ok(()));
    assert!(bytes.len() <= 16_000_000);
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    assert_eq!(kind(&bytes), Err(ErrorKind::Checksum));
    assert_eq!(kind(include_bytes!("../data/default.bin")), Err(ErrorKind::Magic));
}
