//! `his wife, Ann Lee` → the one whom `his wife` means later on: a noun of kin goes with whose kin it is.

use std::collections::BTreeMap;

use diag::Span;
use model::Via;

use super::scene::Scene;
use super::{ChainIx, Reference, kin};

/// For each owner and noun of kin the one who is brought in so; none when two are.
type Family<'a> = BTreeMap<(ChainIx, &'a str), Option<(usize, ChainIx)>>;

/// The nouns of kin that mean somebody who was named with them before, in the order of the text. The owner's word, `his` or
/// `Lee's`, is not part of the reference. `pronouns` are those that are resolved.
pub(crate) fn resolve(
    scene: &Scene,
    of_mention: &[Option<ChainIx>],
    pronouns: &[Reference],
) -> Vec<Reference> {
    let owners: BTreeMap<(usize, usize), ChainIx> = owners(scene, of_mention, pronouns);
    let owner = |sentence: usize, noun: usize| noun.checked_sub(1).and_then(|at| owners.get(&(sentence, at)));
    let mut family: Family = BTreeMap::new();
    let mut taken = Vec::new();
    for (mention, m) in scene.mentions.iter().enumerate() {
        let Some(chain) = of_mention[mention] else { continue };
        let Some(noun) = kin::noun(scene, mention) else { continue };
        taken.push((m.sentence, noun));
        if let Some(&owner) = owner(m.sentence, noun) {
            let word = scene.lines[m.sentence].words[noun];
            let known = family.entry((owner, word)).or_insert(Some((m.sentence, chain)));
            *known = known.filter(|(_, other)| *other == chain);
        }
    }
    let mut found = Vec::new();
    for (&(sentence, at), &owner) in &owners {
        let word = scene.lines[sentence].word(at + 1);
        let Some(&Some((since, chain))) = family.get(&(owner, word)) else { continue };
        if since < sentence && !taken.contains(&(sentence, at + 1)) {
            let span: Span = scene.spans[sentence][at + 1];
            found.push(Reference { span, sentence, tokens: at + 1..at + 2, via: Via::Nominal, chain });
        }
    }
    found
}

/// For each token that may stand before a noun of kin the one whose kin it says: `his`, the `'s` of `Lee's`.
fn owners(
    scene: &Scene,
    of_mention: &[Option<ChainIx>],
    pronouns: &[Reference],
) -> BTreeMap<(usize, usize), ChainIx> {
    let named = scene.mentions.iter().zip(of_mention);
    let named = named.filter_map(|(m, chain)| Some(((m.sentence, m.tokens.end), (*chain)?)));
    pronouns.iter().map(|r| ((r.sentence, r.tokens.start), r.chain)).chain(named).collect()
}
