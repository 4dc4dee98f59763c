//! A sentence → [`Clauses`]: its words as [`Part`]s of speech, as far as relations need them, and its verb groups.
//!
//! No grammar is solved here. Words of the closed classes, forms of known verbs and names tell enough to find a verb with its
//! voice, negation and modality ([`group`]), the entity that heads a phrase ([`phrase`]), and who is the subject of a verb through
//! relative clauses, infinitives and participles ([`subject`]). What is not clear has no answer.

mod part;
mod group;
mod pair;
mod phrase;
mod subject;
mod govern;

use std::ops::Range;

use model::EntityKind;

use crate::chain::ChainIx;
use crate::lexicon::Lexicon;
use crate::reading::Reading;

pub(crate) use govern::Frame;
pub(crate) use group::{Form, Group, Modality};
pub(crate) use part::Part;

/// A sentence cut into parts of speech and verb groups.
pub(crate) struct Clauses<'a> {
    pub(crate) reading: &'a Reading,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) sentence: usize,
    /// The words in lower case.
    pub(crate) lower: Vec<String>,
    pub(crate) parts: Vec<Part>,
    /// In the order of the text.
    pub(crate) groups: Vec<Group>,
}

/// An entity in a place in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Actor {
    pub(crate) chain: ChainIx,
    pub(crate) kind: EntityKind,
    /// Whether the words name the entity itself, and not its people or means: `Kenya`, not `Kenyan police`.
    pub(crate) exact: bool,
    /// The token that heads the phrase.
    pub(crate) at: usize,
}

/// A noun phrase that has been looked at: where it stands, and whom it names.
#[derive(Debug, Clone, Default)]
pub(crate) struct Phrase {
    pub(crate) tokens: Range<usize>,
    /// One for each part of a coordination that names an entity; empty for `the storm`.
    pub(crate) actors: Vec<Actor>,
    /// How many parts the coordination has.
    pub(crate) parts: usize,
}

/// Cuts a sentence of the reading.
pub(crate) fn read<'a>(reading: &'a Reading, lexicon: &'a Lexicon, sentence: usize) -> Clauses<'a> {
    let lower: Vec<String> =
        reading.words(sentence).into_iter().map(|word| word.to_lowercase().replace('’', "'")).collect();
    let parts = part::tag(reading, lexicon, sentence, &lower);
    let groups = group::find(&parts, &lower);
    Clauses { reading, lexicon, sentence, lower, parts, groups }
}

impl Clauses<'_> {
    /// The part at a place; a break before and after the sentence.
    pub(crate) fn part(&self, at: usize) -> Part {
        self.parts.get(at).copied().unwrap_or(Part::Break)
    }

    /// The word at a place, in lower case.
    pub(crate) fn word(&self, at: usize) -> &str {
        self.lower.get(at).map_or("", String::as_str)
    }

    /// The verb group whose main verb is at a place.
    pub(crate) fn group_at(&self, main: usize) -> Option<&Group> {
        self.groups.iter().find(|group| group.main == main)
    }

    /// The last verb group that ends before a place and is finite.
    pub(crate) fn finite_before(&self, at: usize) -> Option<&Group> {
        self.groups.iter().rev().find(|group| group.main < at && group.form == Form::Finite)
    }
}

#[cfg(test)]
mod tests;
