//! A pronoun, and the places where a person is named or meant, as they are compared: [`Spot`] and [`Place`].

use std::ops::Range;

use super::pronoun::Pronoun;
use super::scene::Scene;
use super::slot::{self, Slot};
use super::{ChainIx, Gender};
use crate::mention::line::among;

/// A place where a person is named or meant.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) sentence: usize,
    pub(crate) block: Option<usize>,
    pub(crate) tokens: Range<usize>,
    /// None for a person without a name, or whose name is open.
    pub(crate) chain: Option<ChainIx>,
    pub(crate) gender: Gender,
    pub(crate) slot: Slot,
    pub(crate) quoted: bool,
    /// Whether it is a pronoun.
    pub(crate) pronoun: bool,
    /// Whether it says something, outside quotation marks.
    pub(crate) speaks: bool,
    /// Whether it is the first person of its sentence.
    pub(crate) first: bool,
    /// Whether an opening bracket stands before it.
    pub(crate) bracketed: bool,
    /// Whether it stands with another person: `Lee and Ek`.
    pub(crate) joined: bool,
    /// Whether its gender is known to be the pronoun's.
    pub(crate) told: bool,
    /// How often its person is named or meant up to here.
    pub(crate) count: usize,
    /// Whether its person is named in the first sentence.
    pub(crate) lead: bool,
    /// Whether nobody is named as often as its person in the whole text.
    pub(crate) main: bool,
    /// Whether it is a name of one word.
    pub(crate) bare: bool,
    /// Whether its person is named here for the first time.
    pub(crate) fresh: bool,
}

/// A pronoun in its sentence.
#[derive(Debug)]
pub(crate) struct Spot<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(crate) sentence: usize,
    pub(crate) block: Option<usize>,
    pub(crate) token: usize,
    pub(crate) pronoun: Pronoun,
    pub(crate) quoted: bool,
    /// Whether it opens its sentence.
    pub(crate) opens: bool,
    /// Whether a clause begins right before it.
    pub(crate) clause: bool,
    /// Whether a verb of saying stands right before it: `said he`, `said that he`.
    pub(crate) reported: bool,
    /// Whether nobody is named before it in the sentence.
    leading: bool,
}

impl<'a> Spot<'a> {
    /// The pronoun at a token; `leading` when nobody is named before it in the sentence.
    pub(crate) fn new(
        scene: &'a Scene<'a>,
        sentence: usize,
        token: usize,
        pronoun: Pronoun,
        leading: bool,
    ) -> Self {
        let line = &scene.lines[sentence];
        let before = line.before(token);
        let verb = if before == "that" { token.saturating_sub(2) } else { token.saturating_sub(1) };
        Self {
            scene,
            sentence,
            block: scene.blocks[sentence],
            token,
            pronoun,
            quoted: scene.quoted[sentence][token],
            opens: token == 0 || line.is_initial(token),
            clause: token > 0 && (slot::parts(line, token - 1)),
            reported: token > 0 && scene.lexicon.speech_verb(line.word(verb)).is_some(),
            leading,
        }
    }

    /// Whether a clause begins between a place before and the pronoun.
    pub(crate) fn parted(&self, place: &Place) -> bool {
        let line = &self.scene.lines[self.sentence];
        (place.tokens.end..self.token).any(|at| slot::parts(line, at))
    }

    /// Whether the pronoun stands in a phrase that opens the sentence and the place follows its comma as a subject would.
    pub(crate) fn leads_to(&self, place: &Place) -> bool {
        let line = &self.scene.lines[self.sentence];
        self.leading && (self.token..place.tokens.start).any(|at| line.word(at) == ",") && place.first
    }

    /// Whether the place follows the pronoun in its sentence.
    pub(crate) fn is_before(&self, place: &Place) -> bool {
        place.sentence == self.sentence && place.tokens.start > self.token
    }

    /// Whether the pronoun stands in what the person is asked or seen to do: `asked Lee to bring his`.
    pub(crate) fn controlled(&self, place: &Place) -> bool {
        let line = &self.scene.lines[self.sentence];
        place.slot == Slot::Object
            && among("to from into", line.word(place.tokens.end))
            && !self.parted(place)
    }

    /// Whether the pronoun stands in a clause about the person: `Lee, who`.
    pub(crate) fn related(&self, place: &Place) -> bool {
        let line = &self.scene.lines[self.sentence];
        let who = place.tokens.end + usize::from(line.word(place.tokens.end) == ",");
        among("who whose", line.word(who))
    }
}
