//! `extract`: the seeds folder in, the content folder brought up to date.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use diag::Sink;
use extract::{Action, Options, Report, Tier, Tools, Why};
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
    /// Which tagger finds the names: `default`, or `accurate` in programs that are built with it
    #[arg(long, value_name = "TIER", default_value_t)]
    pub(super) tagger: Tier,
}

impl Args {
    /// The folder of the project: the one in which the content folder is.
    pub(super) fn root(&self) -> &Path {
        self.content.parent().unwrap_or(Path::new(""))
    }
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
        let (word, note) = said(action);
        writeln!(out, "{word:<8} {path}{note}")?;
        if diff {
            show(&mut out, path, action)?;
        }
    }
    Ok(())
}

/// What is said of a file: a word, and why.
fn said(action: &Action) -> (&'static str, String) {
    match action {
        Action::Create(_) => ("new", String::new()),
        Action::Update { .. } => ("changed", String::new()),
        Action::Remove { moved: None, .. } => ("removed", String::new()),
        Action::Remove { moved: Some(place), .. } => ("moved", format!(" to {place}")),
        Action::Keep { new, why, .. } => {
            let news = if new.is_some() { "; there is something new for it, see --diff" } else { "" };
            let why = match why {
                Why::Edited => "edited by hand",
                Why::Orphan => "edited by hand, and no seed asks for it any more",
                Why::Renamed => "edited by hand, and its seed has another name now",
                Why::ReadOnly => "marked as read-only",
                Why::Meanwhile => "changed while this run was at work",
                Why::Failed => "could not be written",
            };
            ("kept", format!(" ({why}{news})"))
        }
    }
}

/// The change as a unified diff that `patch -p1` in the content folder takes.
fn show(out: &mut impl Write, path: &str, action: &Action) -> io::Result<()> {
    let (old, new) = match action {
        Action::Create(new) => ("", new.as_str()),
        Action::Update { old, new } | Action::Keep { old, new: Some(new), .. } => {
            (old.as_str(), new.as_str())
        }
        Action::Remove { old, .. } => (old.as_str(), ""),
        Action::Keep { new: None, .. } => return Ok(()),
    };
    let (before, after) = (format!("a/{path}"), format!("b/{path}"));
    let diff = TextDiff::from_lines(old, new).unified_diff().header(&before, &after).to_string();
    for line in diff.split_inclusive('\n') {
        let (text, end) = line.split_at(line.trim_end_matches('\n').len());
        match color(text) {
            Some(code) => write!(out, "\u{1b}[{code}m{text}\u{1b}[0m{end}")?,
            None => write!(out, "{text}{end}")?,
        }
    }
    Ok(())
}

/// The color of a line of a diff; `anstream` leaves it out where no terminal is.
fn color(line: &str) -> Option<u8> {
    match line.as_bytes() {
        [b'+', b'+', b'+', ..] | [b'-', b'-', b'-', ..] => Some(1),
        [b'@', ..] => Some(36),
        [b'+', ..] => Some(32),
        [b'-', ..] => Some(31),
        _ => None,
    }
}

fn summary(report: &Report, dry: bool) -> String {
    let would = if dry { "would be " } else { "" };
    let of = |wanted: fn(&Action) -> bool| report.actions.values().filter(|action| wanted(action)).count();
    let (seeds, words, written, unchanged) = (report.seeds, report.words, report.written(), report.unchanged);
    let removed = of(|action| matches!(action, Action::Remove { .. }));
    let kept = of(|action| matches!(action, Action::Keep { .. }));
    format!(
        "{seeds} seeds, {words} words: {written} files {would}written, {removed} {would}removed, {kept} kept, \
         {unchanged} unchanged"
    )
}
