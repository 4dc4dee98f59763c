//! Content files to a cross-linked static briefing site, in memory.
//!
//! The path of the data: settings are a [`Config`] and templates a [`Theme`], which says what pages there are (`sheet`) and what of each is printed (`vocabulary`); each Markdown body becomes blocks of sentences
//! with the mentions in them (`markdown`); with them a [`model::Briefing`] becomes a library of all that is published
//! (`library`) and a graph of every link, both ways, computed once (`graph`), with its lists in their order (`catalog`), and for each article what of its text may be shown (`rights`). Then each node has its address (`route`), names and
//! headlines are an index to find them by (`finder`), each page its view (`view`, `page`), each view its `fingerprint` and, where that is new, its HTML (`render`), and
//! all of it, with an index of the words (`fulltext`), feeds (`feed`), a file for programs beside each page (`twin`) and a
//! sitemap (`signpost`), is an [`Output`]: paths and bytes. [`build`] shows the stages on one screen, and tells a [`Progress`] how
//! far it is; [`check()`] reads the finished pages; [`explain()`] says why something is on them.
//!
//! Nothing here reads or writes the disk, and nothing fails: what is wrong goes to a [`diag::Sink`]. The command `site`, in
//! `main.rs` and `cli/`, is the edge, and the only place that knows `extract`.
//!
//! ```
//! use diag::{Sink, SourceFile};
//! use std::sync::Arc;
//!
//! let text = "+++\ntitle = \"Ferry back in service\"\n+++\n[Ann Lee](../people/ann-lee.md) opened the pier.\n";
//! let mut sink = Sink::default();
//! let file = Arc::new(SourceFile::new("content/articles/ferry.md", text));
//! let briefing = model::Briefing::from_files([file], &mut sink);
//! let built = site::build(&briefing, &site::Config::default(), &site::Theme::briefing(), &site::Options::default(), &mut sink);
//! assert!(built.output.files.contains_key("people/ann-lee/index.html"));
//! ```

mod allow;
mod config;
mod sheet;
mod theme;
mod vocabulary;
mod language;
mod world;
mod fingerprint;
mod markdown;
mod library;
mod audit;
mod graph;
mod rights;
mod catalog;
mod network;
mod layout;
mod route;
mod finder;
mod change;
mod export;
mod view;
mod page;
mod render;
mod footnote;
mod output;
mod fulltext;
mod feed;
mod twin;
mod signpost;
mod moved;
mod check;
mod explain;
mod progress;
mod pipeline;

pub use allow::{Allowance, UnknownCode};
pub use audit::audit;
pub use change::{History, Snapshot};
pub use check::{Proof, check, compare, inspect};
pub use config::{BaseUrl, BaseUrlError, Config, Shown, Sources};
pub use explain::{Chain, explain};
pub use fingerprint::Fingerprint;
pub use library::Memory;
pub use output::{Output, Store, manifest};
pub use pipeline::{Account, Built, Making, Options, Pages, build, build_into, visit};
pub use progress::{Progress, Silent, Stage};
pub use theme::Theme;
