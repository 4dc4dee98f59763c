//! Where in a file something is wrong, and how it is shown.
//!
//! The path of the data: a [`SourceFile`] is a text with a name; a [`Span`] is a byte range in it; a [`Diagnostic`]
//! says what is wrong there and what to do; a [`Sink`] collects them, because bad input is never a reason to stop;
//! [`render()`] draws one for a terminal, without characters that a terminal would obey ([`printable`]); [`nearest()`] finds the name
//! that a misspelt one may mean.
//!
//! ```
//! use diag::{Diagnostic, Sink, SourceFile, Span};
//! use std::sync::Arc;
//!
//! let file = Arc::new(SourceFile::new("site.toml", "titel = \"News\"\n"));
//! let mut sink = Sink::default();
//! sink.push(Diagnostic::error("unknown-key", "unknown key `titel`").at(&file, Span::new(0, 5)).help("did you mean `title`?"));
//! assert!(sink.has_errors());
//! assert!(diag::render(&sink.diagnostics()[0], false).contains("site.toml:1:1"));
//! ```

mod character;
mod span;
mod source;
mod diagnostic;
mod sink;
mod render;
mod nearest;

pub use character::{is_invisible, is_unsafe, printable};
pub use diagnostic::{Diagnostic, Location, Severity};
pub use nearest::{LIKE, nearest};
pub use render::render;
pub use sink::Sink;
pub use source::{Position, SourceFile};
pub use span::Span;
