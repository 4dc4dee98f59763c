//! [`Draft`]: chains while they are gathered, kind by kind. Their order and their names come last.

use model::EntityKind;

use super::Gender;
use crate::mention::Known;

/// Chains in the making.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    pub(crate) chains: Vec<Thread>,
    /// For each mention the index of its thread.
    pub(crate) of_mention: Vec<Option<usize>>,
}

/// A chain in the making.
#[derive(Debug, Clone)]
pub(crate) struct Thread {
    pub(crate) kind: EntityKind,
    pub(crate) known: Option<Known>,
    pub(crate) gender: Gender,
}

impl Draft {
    /// No chains over so many mentions.
    pub(crate) fn new(mentions: usize) -> Self {
        Self { chains: Vec::new(), of_mention: vec![None; mentions] }
    }

    /// A new, empty chain.
    pub(crate) fn open(&mut self, kind: EntityKind, known: Option<Known>) -> usize {
        self.chains.push(Thread { kind, known, gender: Gender::Open });
        self.chains.len() - 1
    }

    /// Puts a mention on a chain.
    pub(crate) fn add(&mut self, mention: usize, chain: usize) {
        self.of_mention[mention] = Some(chain);
    }

    /// The chain of a lexicon entry, opened when it is new.
    pub(crate) fn of_known(&mut self, kind: EntityKind, known: Known) -> usize {
        let found = self.chains.iter().position(|thread| thread.known == Some(known));
        found.unwrap_or_else(|| self.open(kind, Some(known)))
    }
}
