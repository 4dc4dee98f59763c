//! One article with all that was found in it, at its offsets: [`Document`], a line of `extract annotate`.
//!
//! This is the format for other programs; its JSON Schema is `docs/schema/document.schema.json`. All offsets index `text`,
//! in UTF-8 bytes or in Unicode code points as the caller asked, end exclusive.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::basis::{Rule, Score};
use crate::date::PartialDate;
use crate::fact::{QuoteKind, RoleStatus, Status};
use crate::id::{EntityId, EntityKind};
use crate::relation::{EventType, Mode, Predicate};
use crate::word::words;

/// An annotated article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
pub struct Document {
    /// The identifier that came in, or the name of the file.
    pub id: String,
    /// The headline, when there is one.
    pub title: Option<String>,
    /// When it was published.
    pub published: Option<PartialDate>,
    /// A BCP 47 tag.
    pub language: Option<String>,
    /// The text of the seed, unchanged, after its front matter.
    pub text: String,
    /// Start and end of each sentence.
    pub sentences: Vec<(usize, usize)>,
    /// Names, and words that stand for them.
    pub mentions: Vec<DocumentMention>,
    /// Who says what.
    pub quotes: Vec<DocumentQuote>,
    /// Dates.
    pub dates: Vec<DocumentDate>,
    /// Money, percentages, counts.
    pub quantities: Vec<DocumentQuantity>,
    /// Titles and offices.
    pub roles: Vec<DocumentRole>,
    /// Who does what to whom.
    pub relations: Vec<DocumentRelation>,
    /// What happened.
    pub events: Vec<DocumentEvent>,
    /// Start and end of the sentences that say most of it.
    #[serde(default)]
    pub key_points: Vec<(usize, usize)>,
}

words! {
    /// How a mention names its entity.
    pub enum Via {
        /// By its name, also as an adjective (`US forces`).
        Name = "name",
        /// By an adjective or people-word made from it (`Ecuadorean`).
        Demonym = "demonym",
        /// By a capital or seat that stands for it (`Beijing accused`).
        Metonym = "metonym",
        /// By a pronoun.
        Pronoun = "pronoun",
        /// By a description (`the president`).
        Nominal = "nominal",
    }
}

/// A name in the text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentMention {
    /// Offset of the first character.
    pub start: usize,
    /// Offset after the last.
    pub end: usize,
    /// The words.
    pub text: String,
    /// What it names.
    pub kind: EntityKind,
    /// Whom it names; none when that cannot be decided.
    pub entity: Option<EntityId>,
    /// How it names it.
    pub via: Via,
    /// How sure this is, 0 to 1.
    pub score: f64,
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentQuote {
    /// Offset of the first character between the marks.
    pub start: usize,
    /// Offset after the last.
    pub end: usize,
    /// The words between the marks.
    pub text: String,
    /// Direct or indirect.
    pub kind: QuoteKind,
    /// Who says it.
    pub speaker: Option<EntityId>,
    /// The speaker as printed.
    pub speaker_text: Option<String>,
    /// The words that say that it is said.
    pub cue: Option<String>,
    /// Who is spoken to.
    #[serde(default)]
    pub addressee: Option<EntityId>,
    /// Who is spoken to, as printed.
    #[serde(default)]
    pub addressee_text: Option<String>,
    /// The rule that found it.
    #[serde(default)]
    pub rule: Option<Rule>,
    /// How sure that rule is, 0 to 1.
    #[serde(default)]
    pub score: Option<Score>,
}

/// A date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentDate {
    /// Offset of the first character.
    pub start: usize,
    /// Offset after the last.
    pub end: usize,
    /// The words.
    pub text: String,
    /// EDTF; none when the text settles nothing.
    pub value: Option<PartialDate>,
    /// The rule that found it.
    #[serde(default)]
    pub rule: Option<Rule>,
    /// How sure that rule is, 0 to 1.
    #[serde(default)]
    pub score: Option<Score>,
}

/// A number with its unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentQuantity {
    /// Offset of the first character.
    pub start: usize,
    /// Offset after the last.
    pub end: usize,
    /// The words.
    pub text: String,
    /// The number.
    pub value: Option<f64>,
    /// The lower bound.
    pub low: Option<f64>,
    /// The upper bound.
    pub high: Option<f64>,
    /// An ISO 4217 code, `percent`, or a noun in the singular.
    pub unit: String,
    /// Whether the text says `nearly` or the like.
    pub approx: bool,
    /// The rule that found it.
    #[serde(default)]
    pub rule: Option<Rule>,
    /// How sure that rule is, 0 to 1.
    #[serde(default)]
    pub score: Option<Score>,
}

/// A role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentRole {
    /// Offset of the evidence.
    pub start: usize,
    /// Offset after it.
    pub end: usize,
    /// Who.
    pub person: EntityId,
    /// The title as printed.
    pub title: String,
    /// Of which country or group.
    pub of: Option<EntityId>,
    /// Current, former or acting.
    pub status: RoleStatus,
    /// The rule that found it.
    #[serde(default)]
    pub rule: Option<Rule>,
    /// How sure that rule is, 0 to 1.
    #[serde(default)]
    pub score: Option<Score>,
}

/// A relation; its span is the evidence sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentRelation {
    /// Offset of the sentence.
    pub start: usize,
    /// Offset after it.
    pub end: usize,
    /// Who.
    pub subject: EntityId,
    /// Does what.
    pub predicate: Predicate,
    /// To whom.
    pub object: EntityId,
    /// How the article vouches for it.
    pub status: Status,
    /// Who says so.
    pub source: Option<EntityId>,
    /// When.
    #[serde(default)]
    pub date: Option<PartialDate>,
    /// Where.
    #[serde(default)]
    pub place: Option<EntityId>,
    /// How much or how many, as printed.
    #[serde(default)]
    pub quantity: Option<String>,
    /// What keeps it from being something that simply happened.
    #[serde(default)]
    pub modes: BTreeSet<Mode>,
    /// The rule that found it.
    #[serde(default)]
    pub rule: Option<Rule>,
    /// How sure that rule is, 0 to 1.
    #[serde(default)]
    pub score: Option<Score>,
}

/// An event; its span is the evidence sentence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentEvent {
    /// Offset of the sentence.
    pub start: usize,
    /// Offset after it.
    pub end: usize,
    /// The PLOVER type.
    pub event_type: EventType,
    /// Who took part.
    pub participants: Vec<EntityId>,
    /// When.
    pub date: Option<PartialDate>,
    /// Where.
    pub place: Option<EntityId>,
    /// How the article vouches for it.
    pub status: Status,
    /// What keeps it from being something that simply happened.
    #[serde(default)]
    pub modes: BTreeSet<Mode>,
    /// The rule that found it.
    #[serde(default)]
    pub rule: Option<Rule>,
    /// How sure that rule is, 0 to 1.
    #[serde(default)]
    pub score: Option<Score>,
}
