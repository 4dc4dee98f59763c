//! News articles to content files.
//!
//! The path of the data, per article, pure and in parallel: a seed's bytes → [`seed::Seed`] → [`document::Document`]
//! (title, dateline, paragraphs) → [`sentence::Sentence`]s → [`token::Token`]s → labels → [`mention::Mention`]s →
//! [`chain::Chains`] (who each mention in this article is) → facts (quotes and the voices in them, dates, quantities, roles, relations, events, key points) =
//! [`analysis::Analysis`]. Over the whole corpus, in sorted order: [`registry::Resolution`] (which chains of different
//! articles are one entity, with the content folder and the corrections as authority) → content files.
//! `pipeline.rs` shows all stages on one screen; only `store.rs` touches the disk.

mod pack;
mod roster;
mod lexicon;
mod seed;
mod document;
mod sentence;
mod token;
mod tools;
mod mention;
mod chain;
mod reading;
mod split;
mod clause;
mod number;
mod quote;
mod voice;
mod date;
mod quantity;
mod role;
mod relation;
mod event;
mod key_point;
mod analysis;
mod roll;
mod registry;
mod content;
mod credit;
mod annotation;
mod pipeline;
mod eval;
mod store;

pub use annotation::Offsets;
pub use eval::{Evaluation, Score, Scores, evaluate};
pub use pipeline::{Annotate, Words};
pub use seed::{BadLine, is_seed};
pub use store::{Action, Error, Options, Report, Why, run, with_lists};
pub use tools::{Tier, Tools, ToolsError, UnknownTier};
