//! What an article says: quotes, dates, quantities, roles, relations and events, each with its [`Evidence`] and, when a program
//! found it, the [`Basis`] on which it did.

use std::collections::BTreeSet;

use crate::basis::Basis;
use crate::date::PartialDate;
use crate::evidence::Evidence;
use crate::id::EntityId;
use crate::relation::{EventType, Mode, Predicate};
use crate::word::words;

/// Words that somebody said. Its evidence is the words between the quotation marks, or the reported clause.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// The words, and where they stand.
    pub evidence: Evidence,
    /// Whether the words are quoted or reported.
    pub kind: QuoteKind,
    /// Who says it; none for an unnamed source or one that is not certain.
    pub speaker: Option<EntityId>,
    /// The speaker as printed: `Rubio`, `a spokesman`.
    pub speaker_text: Option<String>,
    /// The words that say that it is said: `told reporters`.
    pub cue: Option<String>,
    /// Who is spoken to.
    pub addressee: Option<EntityId>,
    /// Who is spoken to, as printed: `reporters`.
    pub addressee_text: Option<String>,
    /// How it was found; none for one that a person wrote.
    pub basis: Option<Basis>,
}

words! {
    /// Whether words are quoted or reported.
    pub enum QuoteKind {
        /// Between quotation marks.
        Direct = "direct",
        /// A reported clause.
        Indirect = "indirect",
    }
}

/// A date that is written in the article.
#[derive(Debug, Clone, PartialEq)]
pub struct DateMention {
    /// The words of the date, without preposition and article.
    pub evidence: Evidence,
    /// What they mean, as far as the text settles it; `XXXX-…` when it settles no year, nothing when it settles none at all.
    pub value: Option<PartialDate>,
    /// How it was found; none for one that a person wrote.
    pub basis: Option<Basis>,
}

/// A number with its unit: money, a percentage, a count.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Number and unit as printed, without `nearly`.
    pub evidence: Evidence,
    /// The number, scale words multiplied out; none for a range.
    pub value: Option<f64>,
    /// The lower bound of a range or of `more than`.
    pub low: Option<f64>,
    /// The upper bound of a range or of `up to`.
    pub high: Option<f64>,
    /// An ISO 4217 code, `percent`, or a noun in the singular.
    pub unit: String,
    /// Whether the text says `about`, `nearly` or the like.
    pub approx: bool,
    /// How it was found; none for one that a person wrote.
    pub basis: Option<Basis>,
}

/// A title or office that a person holds or held, as the article prints it.
#[derive(Debug, Clone, PartialEq)]
pub struct Role {
    /// The words that say so.
    pub evidence: Evidence,
    /// Who has it.
    pub person: EntityId,
    /// The title as printed, without country and status word: `Secretary of State`.
    pub title: String,
    /// The country or group it belongs to.
    pub of: Option<EntityId>,
    /// Whether it is held, was held, or is held for now.
    pub status: RoleStatus,
    /// How it was found; none for one that a person wrote.
    pub basis: Option<Basis>,
}

words! {
    /// Whether a role is held.
    pub enum RoleStatus {
        /// Held when the article was written.
        Current = "current",
        /// `former`, `ex-`, `then-`.
        Former = "former",
        /// `acting`, `interim`.
        Acting = "acting",
    }
}

words! {
    /// How the article vouches for a proposition. It belongs to the proposition, not to the act of saying it; what is only
    /// possible or planned is `hypothetical`, whoever says so.
    pub enum Status {
        /// In the article's own voice.
        Asserted = "asserted",
        /// Somebody says so, neutrally.
        Attributed = "attributed",
        /// Accused, claimed, charged, suspected, linked to.
        Alleged = "alleged",
        /// Somebody rejects it.
        Denied = "denied",
        /// If, could, would, threatened to, plans to.
        Hypothetical = "hypothetical",
    }
}

/// Who does what to whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// The sentence that says so.
    pub evidence: Evidence,
    /// Who does it.
    pub subject: EntityId,
    /// What is done.
    pub predicate: Predicate,
    /// To whom or which.
    pub object: EntityId,
    /// How the article vouches for it.
    pub status: Status,
    /// Who says so, when it is not the article itself.
    pub source: Option<EntityId>,
    /// When, as far as the sentence says.
    pub date: Option<PartialDate>,
    /// Where, as far as the sentence says: a place or country.
    pub place: Option<EntityId>,
    /// How much or how many, as printed: `$20 million`.
    pub quantity: Option<String>,
    /// What keeps it from being something that simply happened.
    pub modes: BTreeSet<Mode>,
    /// How it was found; none for one that a person wrote.
    pub basis: Option<Basis>,
}

/// Something that happened, or is said to have.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The sentence that says so.
    pub evidence: Evidence,
    /// The PLOVER type.
    pub event_type: EventType,
    /// Who took part, in the order of the text.
    pub participants: Vec<EntityId>,
    /// When.
    pub date: Option<PartialDate>,
    /// Where.
    pub place: Option<EntityId>,
    /// How the article vouches for it.
    pub status: Status,
    /// What keeps it from being something that simply happened.
    pub modes: BTreeSet<Mode>,
    /// How it was found; none for one that a person wrote.
    pub basis: Option<Basis>,
}
