//! A sentence → [`ThingPlace`]s: where it names or means a group, country or place, as `it` and `they` look back on them.

use std::ops::Range;

use model::{EntityKind, Via};

use super::scene::Scene;
use super::slot::{self, Slot};
use super::{ChainIx, Reference};
use crate::mention::line::among;
use crate::token::TokenKind;

/// A place where a thing is named or meant.
#[derive(Debug, Clone)]
pub(crate) struct ThingPlace {
    pub(crate) sentence: usize,
    pub(crate) tokens: Range<usize>,
    /// None for a name that is open.
    pub(crate) chain: Option<ChainIx>,
    pub(crate) slot: Slot,
    /// Whether it is a group or a country, which can do something.
    pub(crate) body: bool,
    pub(crate) group: bool,
    /// Whether its name means many: `the Republicans`.
    pub(crate) many: bool,
    pub(crate) quoted: bool,
    /// Whether it ends its phrase: not the `Norvik` of `Norvik's new ferry` or of `Norvik Average`.
    pub(crate) whole: bool,
}

impl ThingPlace {
    /// The place of a group or country that a pronoun or description stands for.
    pub(crate) fn meant(scene: &Scene, reference: &Reference, group: bool) -> Self {
        let slot = slot::of_phrase(scene, reference.sentence, reference.tokens.clone());
        Self {
            sentence: reference.sentence,
            tokens: reference.tokens.clone(),
            chain: Some(reference.chain),
            slot,
            body: true,
            group,
            many: false,
            quoted: scene.quoted[reference.sentence][reference.tokens.start],
            whole: slot != Slot::Possessor,
        }
    }

    /// The place of a name that is no person's and that more than describes the noun after it.
    pub(crate) fn named(scene: &Scene, mention: usize, chain: Option<ChainIx>) -> Option<Self> {
        let m = &scene.mentions[mention];
        let line = scene.line(mention);
        let (end, people) = (m.tokens.end, names_many(scene, mention));
        if m.kind == EntityKind::Person || m.via == Via::Demonym && !people || modifies(scene, mention) {
            return None;
        }
        let group = m.kind == EntityKind::Group;
        Some(Self {
            sentence: m.sentence,
            tokens: m.tokens.clone(),
            chain,
            slot: slot::of(scene, mention),
            body: (group || m.kind == EntityKind::Country) && m.via != Via::Demonym,
            group,
            many: group && people,
            quoted: scene.quoted[m.sentence][m.tokens.start],
            whole: line.kinds.get(end) != Some(&TokenKind::Possessive) && !line.is_capital(end),
        })
    }
}

/// Whether a name means many people: `the Republicans`, `Houthis`.
fn names_many(scene: &Scene, mention: usize) -> bool {
    let m = &scene.mentions[mention];
    let last = scene.line(mention).word(m.tokens.end - 1);
    let plural = last.ends_with('s') && !last.ends_with("ss") && !last.ends_with("us") && last.len() > 4;
    m.tokens.len() == 1
        && plural
        && (m.via == Via::Demonym || among("the The", scene.line(mention).before(m.tokens.start)))
}

/// Whether a name only describes the noun after it: `the US carmaker`, `the Labour candidate`.
fn modifies(scene: &Scene, mention: usize) -> bool {
    let m = &scene.mentions[mention];
    let line = scene.line(mention);
    let next = line.word(m.tokens.end);
    line.is_word(m.tokens.end)
        && next.starts_with(char::is_lowercase)
        && scene.lexicon.finite(next).is_none()
        && scene.lexicon.verb(next).is_none()
        && scene.lexicon.function_word(next).is_none()
        && !next.ends_with("ly")
        && !among("today yesterday tomorrow", next)
        && !slot::governs(next)
        && !slot::parts(line, m.tokens.end)
}
