//! An analysis → [`Roll`]: what the registry needs to know of one article, and nothing that takes room.

use model::{Corrections, EntityKind};

use crate::analysis::Analysis;
use crate::chain::Gender;
use crate::lexicon::{GroupIx, Lexicon, PlaceIx};
use crate::mention::Known;
use crate::pack::Pack;
use crate::split;

/// The names of one article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Roll {
    /// The article's identifier.
    pub(crate) article: String,
    /// One for each chain, in the order of the chains.
    pub(crate) names: Vec<Named>,
    /// Names of people of which the article itself does not say who is meant, sorted.
    pub(crate) open: Vec<String>,
}

/// One thing that an article names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) kind: EntityKind,
    /// Its fullest name in the article.
    pub(crate) name: String,
    /// Every form, sorted.
    pub(crate) forms: Vec<String>,
    pub(crate) known: Option<Known>,
    /// Whether several groups of the lexicon go by the name.
    pub(crate) is_shared: bool,
    /// How often the article names it.
    pub(crate) weight: usize,
    pub(crate) gender: Gender,
    /// The decision of a person about this name in this article.
    pub(crate) split: Option<usize>,
    /// Of a person.
    pub(crate) offices: Vec<Office>,
}

/// A title of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Office {
    /// In lower case.
    pub(crate) title: String,
    /// The index of the name that it belongs to.
    pub(crate) of: Option<usize>,
}

impl Pack<'_> for Gender {
    fn pack(&self, out: &mut Vec<u8>) {
        out.push(match self {
            Self::Open => 0,
            Self::Male => 1,
            Self::Female => 2,
        });
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        [Self::Open, Self::Male, Self::Female].get(usize::unpack(from)?).copied()
    }
}

impl Pack<'_> for Known {
    fn pack(&self, out: &mut Vec<u8>) {
        match self {
            Self::Country(code) => (0_usize, *code).pack(out),
            Self::Group(GroupIx(ix)) => (1_usize, *ix as usize).pack(out),
            Self::Place(PlaceIx(ix)) => (2_usize, *ix as usize).pack(out),
        }
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        let sort = usize::unpack(from)?;
        let mut ix = || usize::unpack(from)?.try_into().ok();
        match sort {
            1 => Some(Self::Group(GroupIx(ix()?))),
            2 => Some(Self::Place(PlaceIx(ix()?))),
            _ => Some(Self::Country(Pack::unpack(from)?)),
        }
    }
}

/// The roll of an article.
pub(crate) fn call(analysis: &Analysis, corrections: &Corrections, lexicon: &Lexicon) -> Roll {
    let reading = &analysis.reading;
    let names = reading.chains.chains.iter().enumerate().map(|(at, chain)| Named {
        kind: chain.kind,
        name: chain.name.clone(),
        forms: chain.forms.clone(),
        known: chain.known,
        is_shared: chain.kind == EntityKind::Group && chain.known.is_none() && lexicon.is_shared(&chain.name),
        weight: chain.mentions.len(),
        gender: chain.gender,
        split: split::decision(reading, at, &analysis.seed.id, corrections),
        offices: analysis
            .roles
            .iter()
            .filter(|role| role.person.0 == at)
            .map(|role| Office { title: role.title.to_lowercase(), of: role.of.map(|of| of.0) })
            .collect(),
    });
    let open = (0..reading.mentions.len()).filter(|&at| reading.chain_of(at).is_none());
    let open = open.filter(|&at| reading.mentions[at].kind == EntityKind::Person);
    let words = |at: usize| {
        let words = reading.mentions[at].span.of(&reading.document.text);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut open: Vec<String> = open.map(words).collect();
    open.sort_unstable();
    open.dedup();
    Roll { article: analysis.seed.id.clone(), names: names.collect(), open }
}
