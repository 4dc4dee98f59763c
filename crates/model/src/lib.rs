//! Typed article entities and the content format of a briefing.
//!
//! The path of the data: names become checked identifiers ([`Slug`], [`EntityId`], [`ArticleId`]); dates are as precise as
//! the text ([`PartialDate`]) and countries are those of ISO 3166-1 ([`Country`]); an [`Article`] says things, each with its
//! [`Evidence`], of [`Entity`]s; a [`ContentFile`] is one of either as Markdown with TOML front matter; a [`Briefing`] is a
//! folder of them. A [`Document`] is an article annotated at its offsets, for other programs.
//!
//! Reading a content folder takes three lines:
//!
//! ```
//! let (briefing, findings) = model::Briefing::load("content".as_ref())?;
//! for article in briefing.articles.values() {
//!     println!("{}: {} quotes", article.title, article.quotes.len());
//! }
//! # assert!(!findings.has_errors());
//! # Ok::<(), model::LoadError>(())
//! ```
//!
//! Finding the names in a text is the work of `extract`; drawing pages is the work of `site`.

mod word;
mod table;
mod date;
mod country;
mod id;
mod evidence;
mod basis;
mod relation;
mod fact;
mod generated;
mod entity;
mod article;
mod front_matter;
mod content_file;
mod corrections;
mod moved;
mod briefing;
mod document;

pub use article::{Article, Cast, Source};
pub use basis::{Basis, BasisError, Rule, Score};
pub use briefing::{Briefing, LoadError, Part};
pub use content_file::{ContentFile, FORMAT_VERSION};
pub use corrections::{Corrections, Decision};
pub use country::{Country, CountryCode, CountryError, CountryStatus};
pub use date::{CalendarDay, DateError, PartialDate, Qualifier};
pub use document::{
    Document, DocumentDate, DocumentEvent, DocumentMention, DocumentQuantity, DocumentQuote,
    DocumentRelation, DocumentRole, Via,
};
pub use entity::{Detail, Entity, GroupType, PlaceType};
pub use evidence::{Concordance, Evidence, Unanchored};
pub use fact::{DateMention, Event, Quantity, Quote, QuoteKind, Relation, Role, RoleStatus, Status};
pub use front_matter::{FrontMatter, Printer};
pub use generated::Generated;
pub use id::{ArticleId, EntityId, EntityKind, IdError, MAX_SLUG, Slug};
pub use moved::{Address, Moves};
pub use relation::{EventType, Mode, Predicate};
pub use table::{Placed, Table};
pub use word::WordError;
