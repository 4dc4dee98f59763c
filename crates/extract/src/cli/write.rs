//! `extract`: the seeds folder in, the content folder brought up to date.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use diag::Sink;
use extract::{Action, Options, Report, Tools};
use similar::TextDiff;

use super::message;

/// Which folders, and what is done with them.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder of raw articles
    #[arg(long, value_name = "DIR", default_value = "seeds")]
    seeds: PathBuf,
    /// The folder of content files
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
    /// Write nothing, and say what would be written
    #[arg(long)]
    dry_run: bool,
    /// Show how files would change, those that are kept because they were edited included
    #[arg(long)]
    diff: bool,
    /// Take the generated version of a file that was edited; may be given more than once
    #[arg(long, value_name = "NAME")]
    force: Vec<String>,
}

/// Brings the content folder up to date.
pub(super) fn run(args: &Args, tools: &Tools) -> ExitCode {
    let options = Options {
        seeds: args.seeds.clone(),
        content: args.content.clone(),
        dry_run: args.dry_run,
        force: args.force.clone(),
    };
    let mut sink = Sink::default();
    let report = match extract::run(&options, tools, &mut sink) {
        Ok(report) => report,
        Err(error) => return message::failure(&error),
    };
    sink.sort();
    let failed = message::show(&sink);
    if let Err(error) = list(&report, args.diff) {
        return if error.kind() == io::ErrorKind::BrokenPipe {
            ExitCode::SUCCESS
        } else {
            message::failure(&error)
        };
    }
    message::note(&summary(&report, args.dry_run));
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Writes a line for each file that is not as it should be, and how it differs.
fn list(report: &Report, diff: bool) -> io::Result<()> {
    let mut out = anstream::stdout().lock();
    for (path, action) in &report.actions {
        let (word, old, new) = match action {
            Action::Create(new) => ("new", "", new.as_str()),
            Action::Update { old, new } => ("changed", old.as_str(), new.as_str()),
            Action::Keep { old, new } => ("kept", old.as_str(), new.as_deref().unwrap_or(old)),
            Action::Remove => ("removed", "", ""),
        };
        writeln!(out, "{word:<8} {path}")?;
        if diff && old != new {
            let (before, after) = (format!("a/{path}"), format!("b/{path}"));
            write!(out, "{}", TextDiff::from_lines(old, new).unified_diff().header(&before, &after))?;
        }
    }
    Ok(())
}

fn summary(report: &Report, dry: bool) -> String {
    let would = if dry { "would be " } else { "" };
    let (seeds, words, written, unchanged) = (report.seeds, report.words, report.written(), report.unchanged);
    format!("{seeds} seeds, {words} words: {written} files {would}written, {unchanged} unchanged")
}
