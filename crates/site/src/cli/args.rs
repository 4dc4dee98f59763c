//! The arguments of the command.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use site::BaseUrl;

/// News articles to a cross-linked briefing site: who is who, who said what, what happened when, and where it is written.
#[derive(Debug, Parser)]
#[command(name = "site", version, args_conflicts_with_subcommands = true, max_term_width = 100)]
pub(crate) struct Args {
    /// What to do; without a word, `build`
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) build: Build,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Extract what is new in seeds/ and build the site
    Build(Build),
    /// Show the site at a local address and build it anew on every change
    Serve(Serve),
    /// List every finding in content and pages in one run; writes nothing
    Check(Check),
    /// Say why something is on the site: its sentence, article, rule, score and corrections
    Explain(Explain),
    /// Begin a new briefing: settings, a sample article, a workflow for GitHub Pages
    Init(Init),
}

/// Where the project is and what it is called.
#[derive(Debug, clap::Args)]
pub(crate) struct Place {
    /// The folder of the briefing
    #[arg(short, long, value_name = "DIR", default_value = ".")]
    pub(crate) root: PathBuf,
    /// The settings [default: site.toml in the folder]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// The address at which the site is published
    #[arg(short = 'u', long, value_name = "URL", env = "SITE_BASE_URL")]
    pub(crate) base_url: Option<BaseUrl>,
    /// A folder of themes/, a path, or `briefing`
    #[arg(long, value_name = "NAME")]
    pub(crate) theme: Option<String>,
    /// Publish drafts too
    #[arg(long)]
    pub(crate) drafts: bool,
    /// Fail on warnings
    #[arg(long)]
    pub(crate) strict: bool,
    /// How many pages to draw at a time [default: one a core]
    #[arg(short, long, value_name = "N")]
    pub(crate) jobs: Option<usize>,
    /// Say only what is wrong
    #[arg(short, long, conflicts_with = "verbose")]
    pub(crate) quiet: bool,
    /// Say more
    #[arg(short, long)]
    pub(crate) verbose: bool,
}

/// What a site is made of, once or on every change.
#[derive(Debug, clap::Args)]
pub(crate) struct Work {
    /// Which tagger reads the articles: `default`, or `accurate` in programs that are built with it
    #[arg(long, value_name = "TIER")]
    pub(crate) tagger: Option<extract::Tier>,
    /// Make the page review/ too: what a person should look at, with the lines that settle it; not for the public
    #[arg(long)]
    pub(crate) review: bool,
    /// Build from content/ alone
    #[arg(long)]
    pub(crate) no_extract: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Build {
    #[command(flatten)]
    pub(crate) place: Place,
    /// The folder to write to [default: public]
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output_dir: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) work: Work,
    /// Show how long each part of the work took
    #[arg(long)]
    pub(crate) timings: bool,
    /// Write into a folder that holds files of others; they stay as they are
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) place: Place,
    /// The address to serve at; another than this machine's own opens the site to the network
    #[arg(short, long, value_name = "IP", default_value = "127.0.0.1")]
    pub(crate) interface: IpAddr,
    /// The port; 0 takes any that is free
    #[arg(short, long, value_name = "PORT", default_value_t = 1111)]
    pub(crate) port: u16,
    /// Open the site in the browser
    #[arg(long)]
    pub(crate) open: bool,
    #[command(flatten)]
    pub(crate) work: Work,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) place: Place,
    /// How to print the findings
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

/// How findings are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// With the line and a caret
    Text,
    /// One JSON object a line
    Json,
    /// Workflow commands, which GitHub shows beside the lines of a change
    Github,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    #[command(flatten)]
    pub(crate) place: Place,
    /// The address of a page or of a place in it (`articles/ferry/#q-1a2b3c4d`), an identifier (`person/ann-lee`, the name
    /// of an article), or that of a fact alone (`q-1a2b3c4d`)
    #[arg(value_name = "URL|ID")]
    pub(crate) asked: String,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Init {
    /// The folder to make
    #[arg(value_name = "DIR", default_value = ".")]
    pub(crate) folder: PathBuf,
    /// Write into a folder that holds other files; files that are there stay as they are
    #[arg(long)]
    pub(crate) force: bool,
}
