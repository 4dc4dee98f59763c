//! The weights that are built in, of each tier: they load, refuse damage, find plain names, and say which they are.

use tagger::{Crf, ErrorKind, Label, NameKind, Tagger};

use NameKind::{Location as Loc, Organization as Org, Person as Per};

/// The tiers of this build.
fn tiers() -> Vec<Box<dyn Tagger>> {
    vec![
        Box::new(crf()),
        #[cfg(feature = "accurate")]
        Box::new(accurate::encoder()),
    ]
}

fn crf() -> Crf {
    Crf::builtin().expect("the weights are whole")
}

fn cut<'a>(sentences: &[&'a str]) -> Vec<Vec<&'a str>> {
    sentences.iter().map(|sentence| sentence.split(' ').collect()).collect()
}

/// The names that a tier finds in sentences of words, as text and kind.
fn names(tier: &dyn Tagger, sentences: &[&str]) -> Vec<(String, NameKind)> {
    let words = cut(sentences);
    let mut names: Vec<(String, NameKind)> = Vec::new();
    for (words, labels) in words.iter().zip(tier.label(&words)) {
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

#[track_caller]
fn check(sentences: &[&str], expected: &[(&str, NameKind)]) {
    let expected: Vec<(String, NameKind)> =
        expected.iter().map(|&(name, kind)| (name.to_owned(), kind)).collect();
    for tier in tiers() {
        assert_eq!(names(&*tier, sentences), expected, "{}: {sentences:?}", tier.version());
    }
}

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
    for tier in tiers() {
        assert!(tier.label(&[]).is_empty());
        assert_eq!(tier.label(&[vec![], vec![""]]), [vec![], vec![Label::Outside]]);
    }
}

#[test]
fn the_version_names_tier_and_number() {
    assert!(crf().version().strip_prefix("default-").is_some_and(|number| number.parse::<u32>().is_ok()));
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

#[cfg(feature = "accurate")]
mod accurate {
    use tagger::{Encoder, ErrorKind, Tagger};

    use super::{crf, cut};

    pub(super) fn encoder() -> Encoder {
        Encoder::builtin().expect("the weights are whole")
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
            let pool =
                rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be had");
            pool.install(|| encoder.label(&words))
        };
        assert_eq!(with(1), with(3));
    }

    #[test]
    fn the_version_names_both_tiers() {
        let encoder = encoder();
        let (own, tables) = encoder.version().split_once('+').expect("two versions");
        assert!(own.strip_prefix("accurate-").is_some_and(|number| number.parse::<u32>().is_ok()), "{own}");
        assert_eq!(tables, crf().version());
    }

    #[test]
    fn damage_is_noticed() {
        let kind = |bytes: &[u8]| Encoder::from_bytes(bytes, crf()).map(drop).map_err(|error| error.kind());
        let mut bytes = include_bytes!("../data/accurate.bin").to_vec();
        assert_eq!(kind(&bytes), Ok(()));
        assert!(bytes.len() <= 16_000_000);
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        assert_eq!(kind(&bytes), Err(ErrorKind::Checksum));
        assert_eq!(kind(include_bytes!("../data/default.bin")), Err(ErrorKind::Magic));
    }
}
