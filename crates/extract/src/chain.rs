//! Mentions → [`Chains`]: which mentions of one article name the same thing. Other articles are not looked at.
//!
//! Lexicon entries are one thing by identity. People are told by the parts of their names, titles and what the context
//! names last; groups by legal forms, acronyms and short forms; places by their words. What two things compete for stays open.
//! Pronouns and descriptions that clearly stand for one person or body come out as [`Reference`]s.

mod fold;
mod person;
mod group;
mod bodies;
mod scene;
mod gender;
mod slot;
mod pronoun;
mod apposition;
mod kin;
mod hint;
mod naming;
mod rival;
mod people;
mod draft;
mod thing;
mod name;
mod stranger;
mod place;
mod clue;
mod binding;
mod spoken;
mod speaker;
mod antecedent;
mod office;
mod society;
mod nominal;
mod family;
mod expletive;
mod thing_place;
mod between;
mod neuter;

use std::ops::Range;

use diag::Span;
use model::{EntityKind, Via};

use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::mention::{Known, Mention};
use crate::sentence::Sentence;
use crate::token::Token;

use draft::Draft;
use scene::Scene;

/// The index of a chain in its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ChainIx(pub(crate) usize);

/// The things that an article names, and which mention names which.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chains {
    /// In the order of their first mention.
    pub(crate) chains: Vec<Chain>,
    /// For each mention its chain; `None` when that cannot be decided.
    pub(crate) of_mention: Vec<Option<ChainIx>>,
    /// Pronouns and descriptions that clearly stand for a person, in the order of the text; they overlap no mention.
    pub(crate) references: Vec<Reference>,
}

/// One thing that an article names.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chain {
    pub(crate) kind: EntityKind,
    /// Its fullest name in this article, or the lexicon's.
    pub(crate) name: String,
    /// The forms that stand in the text, sorted, each once.
    pub(crate) forms: Vec<String>,
    /// The lexicon entry, when it is one.
    pub(crate) known: Option<Known>,
    /// The mentions, in the order of the text.
    pub(crate) mentions: Vec<usize>,
    /// For a person, as far as first name, titles and pronouns settle it.
    pub(crate) gender: Gender,
}

/// A word that stands for a person named elsewhere in the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reference {
    /// Its bytes in the document's text.
    pub(crate) span: Span,
    /// The index of its sentence.
    pub(crate) sentence: usize,
    /// Its tokens in that sentence.
    pub(crate) tokens: Range<usize>,
    /// By a pronoun or by a description.
    pub(crate) via: Via,
    /// Whom it stands for.
    pub(crate) chain: ChainIx,
}

/// A person's grammatical gender as the text shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Gender {
    Male,
    Female,
    #[default]
    Open,
}

/// Tells which mentions of an article name the same thing.
pub(crate) fn link(
    document: &Document,
    sentences: &[Sentence],
    tokens: &[Vec<Token>],
    mentions: &[Mention],
    lexicon: &Lexicon,
) -> Chains {
    let scene = Scene::new(document, sentences, tokens, mentions, lexicon);
    let mut draft = Draft::new(mentions.len());
    thing::countries(&scene, &mut draft);
    thing::people(&scene, &mut draft);
    thing::groups(&scene, &mut draft);
    thing::places(&scene, &mut draft);
    finish(&scene, &draft)
}

/// Orders the chains by their first mention, names them and resolves the pronouns.
fn finish(scene: &Scene, draft: &Draft) -> Chains {
    let mut rank: Vec<Option<usize>> = vec![None; draft.chains.len()];
    let mut order: Vec<usize> = Vec::new();
    for chain in draft.of_mention.iter().flatten() {
        rank[*chain].get_or_insert_with(|| {
            order.push(*chain);
            order.len() - 1
        });
    }
    let of_mention: Vec<Option<ChainIx>> =
        draft.of_mention.iter().map(|of| of.and_then(|chain| rank[chain]).map(ChainIx)).collect();
    let mut genders: Vec<Gender> = order.iter().map(|&chain| draft.chains[chain].gender).collect();
    let nominals = nominal::resolve(scene, &of_mention);
    let mut references = antecedent::resolve(scene, &of_mention, &nominals, &mut genders);
    references.extend(family::resolve(scene, &of_mention, &references));
    references.extend(nominals);
    references.sort_by_key(|reference| reference.span);
    let pronouns = neuter::resolve(scene, &of_mention, &references);
    references.extend(pronouns);
    references.sort_by_key(|reference| reference.span);
    let chains = order.iter().zip(&genders).enumerate().map(|(at, (&chain, &gender))| {
        let mentions: Vec<usize> =
            (0..of_mention.len()).filter(|&m| of_mention[m] == Some(ChainIx(at))).collect();
        let thread = &draft.chains[chain];
        let mut forms: Vec<String> = mentions.iter().map(|&m| scene.name(m)).collect();
        let name = name::choose(scene, thread, &forms);
        forms.sort_unstable();
        forms.dedup();
        Chain { kind: thread.kind, name, forms, known: thread.known, mentions, gender }
    });
    Chains { chains: chains.collect(), of_mention, references }
}

#[cfg(test)]
mod tests;
