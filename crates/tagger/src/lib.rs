//! Words in, BIO labels out: which words of a document are part of the name of a person, an organization or a location.
//!
//! The path of the data: the words of a document are interned and looked up in a table of word clusters (`document`,
//! `word`, `table`); features of single words, of their neighbors and of lists of names (`feature`, `mark`, `gazetteer`)
//! add integer weights to the score of each label (`weight`); the best sequence of labels of each sentence (`viterbi`) is
//! made to agree over the document ([`harmonize`]). Tables and weights are one file with magic, version and checksum
//! (`file`), built in. With the cargo feature `accurate` there is a second tier, an encoder (`encoder`). How both were made
//! says `training/README.md`; what they are made of and how good they are, `CARD.md` and `CARD-accurate.md`.
//!
//! ```
//! use tagger::{Crf, Label, NameKind, Tagger};
//!
//! let crf = Crf::builtin()?;
//! let labels = crf.label(&[vec!["President", "Ann", "Lee", "flew", "to", "Lima", "."]]);
//! assert_eq!(labels[0][1], Label::Begin(NameKind::Person));
//! assert_eq!(labels[0][2], Label::Inside(NameKind::Person));
//! # Ok::<(), tagger::Error>(())
//! ```

mod label;
mod error;
mod bytes;
mod hash;
mod shape;
mod fingerprint;
mod file;
mod table;
mod gazetteer;
mod word;
mod document;
mod mark;
mod feature;
#[cfg(any(feature = "accurate", feature = "train"))]
mod clue;
#[cfg(any(feature = "accurate", feature = "train"))]
mod piece;
mod weight;
mod viterbi;
mod consistency;
mod crf;
#[cfg(feature = "accurate")]
mod encoder;
#[cfg(feature = "train")]
pub mod train;

pub use consistency::harmonize;
pub use crf::Crf;
#[cfg(feature = "accurate")]
pub use encoder::Encoder;
pub use error::{Error, ErrorKind};
pub use label::{Label, NameKind, Tagger};
#[cfg(any(feature = "accurate", feature = "train"))]
pub use piece::Pieces;
