//! The groups of an article → [`Society`]: which of them `the bank` or `the party` may mean.

use std::collections::{BTreeMap, BTreeSet};

use model::EntityKind;

use super::ChainIx;
use super::group;
use super::scene::Scene;
use crate::mention::Known;

/// How many sentences back a group is near.
const NEAR: usize = 2;

/// The groups that are named, each with its nouns.
#[derive(Debug, Default)]
pub(crate) struct Society {
    /// For each naming its sentence and its group, in the order of the text.
    named: Vec<(usize, ChainIx)>,
    /// The words that may stand for a group: from its names, and its type.
    nouns: BTreeMap<ChainIx, BTreeSet<String>>,
}

impl Society {
    /// Reads it from an article.
    pub(crate) fn gather(scene: &Scene, of_mention: &[Option<ChainIx>]) -> Self {
        let mut society = Self::default();
        for mention in scene.of_kind(EntityKind::Group) {
            let Some(chain) = of_mention[mention] else { continue };
            let m = &scene.mentions[mention];
            society.named.push((m.sentence, chain));
            let nouns = society.nouns.entry(chain).or_default();
            nouns.extend(group::nouns(&scene.name(mention)));
            if let Some(Known::Group(ix)) = m.known {
                let entry = scene.lexicon.group(ix);
                nouns.extend(group::nouns(entry.name));
                nouns.insert(format!("={}", entry.group_type));
            }
        }
        society
    }

    /// The one group that the noun means in a sentence: the only one that is near, or else the only one of the text so far.
    pub(crate) fn one(&self, scene: &Scene, sentence: usize, noun: &str) -> Option<ChainIx> {
        let types = scene.lexicon.group_noun(noun)?;
        let fits = |chain: &ChainIx| {
            self.nouns.get(chain).is_some_and(|nouns| {
                nouns.contains(noun) || types.iter().any(|kind| nouns.contains(&format!("={kind}")))
            })
        };
        let before = self.named.iter().filter(|(at, chain)| *at < sentence && fits(chain));
        let near: BTreeSet<ChainIx> =
            before.clone().filter(|(at, _)| at + NEAR >= sentence).map(|(_, chain)| *chain).collect();
        let all: BTreeSet<ChainIx> = before.map(|(_, chain)| *chain).collect();
        let from = if near.is_empty() { all } else { near };
        from.first().copied().filter(|_| from.len() == 1)
    }
}
