//! The weights that are built in: they load, refuse damage, and find plain names.

use tagger::{Crf, ErrorKind, Label, NameKind, Tagger};

/// The names that are found in sentences of words, as text and kind.
fn names(sentences: &[&str]) -> Vec<(String, NameKind)> {
    let crf = Crf::builtin().expect("the weights are whole");
    let words: Vec<Vec<&str>> = sentences.iter().map(|sentence| sentence.split(' ').collect()).collect();
    let mut names: Vec<(String, NameKind)> = Vec::new();
    for (words, labels) in words.iter().zip(crf.label(&words)) {
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

fn check(sentences: &[&str], expected: &[(&str, NameKind)]) {
    let expected: Vec<(String, NameKind)> =
        expected.iter().map(|&(name, kind)| (name.to_owned(), kind)).collect();
    assert_eq!(names(sentences), expected, "{sentences:?}");
}

use NameKind::{Location as Loc, Organization as Org, Person as Per};

#[test]
fn names_in_plain_sentences_are_found() {
    check(
        &["President Amara Diallo met Foreign Minister Jens Holm in Nairobi on Tuesday ."],
        &[("Amara Diallo", Per), ("Jens Holm", Per), ("Nairobi", Loc)],
    );
    check(
        &["The World Health Organization said clinics in Sudan and Chad had closed ."],
        &[("World Health Organization", Org), ("Sudan", Loc), ("Chad", Loc)],
    );
}

#[test]
fn lower_case_text_has_no_names() {
    check(&["the minister said on monday that prices would fall .", "nobody believed it ."], &[]);
}

#[test]
fn a_document_may_be_empty() {
    check(&[], &[]);
    let crf = Crf::builtin().expect("the weights are whole");
    assert_eq!(crf.label(&[vec![], vec![""]]), [vec![], vec![Label::Outside]]);
}

#[test]
fn the_version_names_tier_and_number() {
    let crf = Crf::builtin().expect("the weights are whole");
    assert!(crf.version().strip_prefix("default-").is_some_and(|number| number.parse::<u32>().is_ok()));
}

#[test]
fn damage_is_noticed() {
    let mut bytes = include_bytes!("../data/default.bin").to_vec();
    assert!(Crf::from_bytes(&bytes).is_ok());
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    let kind = |bytes: &[u8]| Crf::from_bytes(bytes).map(drop).map_err(|error| error.kind());
    assert_eq!(kind(&bytes), Err(ErrorKind::Checksum));
    assert_eq!(kind(&bytes[..1000]), Err(ErrorKind::Checksum));
    assert_eq!(kind(b"PK\x03\x04"), Err(ErrorKind::Magic));
    assert_eq!(kind(&[]), Err(ErrorKind::Magic));
}
