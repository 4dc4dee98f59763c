//! `the minister`, `the foreign minister` → the one person of the article whose title says so.

use std::collections::{BTreeMap, BTreeSet};

use model::{EntityKind, Via};

use super::scene::Scene;
use super::{ChainIx, Reference, gender};
use crate::mention::line::among;
use crate::token::TokenKind;

/// The most words of a title in a description.
const LONGEST: usize = 4;

/// The descriptions that name an office of exactly one person named before, in the order of the text.
pub(crate) fn resolve(scene: &Scene, of_mention: &[Option<ChainIx>]) -> Vec<Reference> {
    let holders = holders(scene, of_mention);
    let mut found = Vec::new();
    for (sentence, line) in scene.lines.iter().enumerate() {
        for at in 0..line.len() {
            if !matches!(line.word(at), "the" | "The") || scene.quoted[sentence][at] {
                continue;
            }
            let reference = (1..=LONGEST).rev().find_map(|len| describe(scene, &holders, sentence, at, len));
            found.extend(reference);
        }
    }
    found
}

/// For each office, and for its last word, who holds it and since which sentence.
fn holders(scene: &Scene, of_mention: &[Option<ChainIx>]) -> BTreeMap<String, BTreeSet<(ChainIx, usize)>> {
    let mut holders: BTreeMap<String, BTreeSet<(ChainIx, usize)>> = BTreeMap::new();
    for mention in scene.of_kind(EntityKind::Person) {
        let (Some(chain), Some(office)) = (of_mention[mention], gender::before(scene, mention).office) else {
            continue;
        };
        let head = office.rsplit(' ').next().unwrap_or_default().to_owned();
        // `the minister` may be any minister of the text, `the general` no attorney general.
        let titles = if scene.lexicon.role_head(&head) {
            BTreeSet::from([head, office])
        } else {
            BTreeSet::from([office])
        };
        for title in titles {
            let known = holders.entry(title).or_default();
            if !known.iter().any(|(holder, _)| *holder == chain) {
                known.insert((chain, scene.mentions[mention].sentence));
            }
        }
    }
    holders
}

/// The description of `len` words after the article at `at`.
fn describe(
    scene: &Scene,
    holders: &BTreeMap<String, BTreeSet<(ChainIx, usize)>>,
    sentence: usize,
    at: usize,
    len: usize,
) -> Option<Reference> {
    let line = &scene.lines[sentence];
    let end = at + 1 + len;
    let plain = (at + 1..end).all(|word| line.is_word(word))
        && scene.mentions_in(sentence).all(|m| !scene.mentions[m].tokens.contains(&(end - 1)));
    // `the president of Peru`, `the president elect`, `the minister Ann Lee` say more than the title.
    let open = line.word(end) == "of" || line.word(end) == "-" || line.is_capital(end);
    let compound = line.kinds.get(end) == Some(&TokenKind::Word) && among(FIELDS, line.word(end));
    if !plain || open || compound {
        return None;
    }
    let title = super::fold::fold(&line.words[at + 1..end].join(" "));
    let known = holders.get(&title)?;
    let (chain, since) = known.first().filter(|_| known.len() == 1)?;
    let span = scene.spans[sentence][at].cover(scene.spans[sentence][end - 1]);
    let reference = Reference { span, sentence, tokens: at..end, via: Via::Nominal, chain: *chain };
    (*since < sentence).then_some(reference)
}

/// Nouns that a title before them only modifies: `the minister post`.
const FIELDS: &str = "\
    post office position job role candidate candidates designate elect general level";
