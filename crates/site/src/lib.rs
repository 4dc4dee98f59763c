//! Content files to a static briefing site.

mod config;
mod theme;
mod markdown;
mod library;
mod graph;
mod route;
mod view;
mod page;
mod render;
mod output;
mod feed;
mod check;
mod pipeline;

pub use check::check;
pub use config::{BaseUrl, BaseUrlError, Config, Sources};
pub use output::Output;
pub use pipeline::{Built, build};
pub use theme::Theme;
