//! Words in, BIO labels out: which words of a document are part of the name of a person, an organization or a location.
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
mod crf;

pub use crf::Crf;
pub use error::{Error, ErrorKind};
pub use label::{Label, NameKind, Tagger};
