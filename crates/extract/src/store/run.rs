//! Seeds and content in, content out, on the disk: [`run`].

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use diag::Sink;
use model::{Address, Briefing};

use crate::content;
use crate::pipeline;
use crate::registry;
use crate::roll::{self, Roll};
use crate::store::disk::{Disk, Machine};
use crate::store::plan::{self, Action, Plan, Report};
use crate::store::state::State;
use crate::store::write::{self, Desk};
use crate::store::{Error, seeds};
use crate::tools::Tools;

/// Where seeds are and where content goes.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder of seeds; one that is not there leaves the content as it is.
    pub seeds: PathBuf,
    /// The folder of content; it is made when it is not there.
    pub content: PathBuf,
    /// Do nothing, and report what would be done.
    pub dry_run: bool,
    /// Edited files to be replaced, by path in the content folder or by name.
    pub force: Vec<String>,
}

/// Reads all seeds and brings the content folder up to date. Findings go to the sink and stop nothing.
pub fn run(options: &Options, tools: &Tools, sink: &mut Sink) -> Result<Report, Error> {
    run_on(&Machine, options, tools, sink)
}

/// The same on a disk that may fail.
pub(super) fn run_on(
    disk: &impl Disk,
    options: &Options,
    tools: &Tools,
    sink: &mut Sink,
) -> Result<Report, Error> {
    let state = State::beside(&options.content);
    let work = options.seeds.is_dir() && !options.dry_run;
    let _lock = if work { Some(state.lock()?) } else { None };
    if work {
        write::sweep(&options.content, disk)?;
    }
    let present = load(&options.content, sink)?;
    if !options.seeds.is_dir() {
        return Ok(Report::default());
    }
    let (mut plan, mut report) = decide(options, &present, &state, tools, sink)?;
    note_moves(&mut plan, &present, &options.content, disk)?;
    report.actions = if options.dry_run {
        plan.actions
    } else {
        let places = places(&present, &options.content);
        let desk = Desk { disk, folder: &options.content, state: &state };
        let done = desk.carry_out(plan.actions, &places, sink)?;
        plan.bases.iter().for_each(|(path, text)| state.keep_base(path, text, disk));
        done
    };
    Ok(report)
}

fn load(content: &Path, sink: &mut Sink) -> Result<Briefing, Error> {
    let (present, findings) =
        Briefing::load(content).map_err(|error| Error::new(content, std::io::Error::other(error)))?;
    sink.append(findings);
    Ok(present)
}

/// What should be, compared with what is.
fn decide(
    options: &Options,
    present: &Briefing,
    state: &State,
    tools: &Tools,
    sink: &mut Sink,
) -> Result<(Plan, Report), Error> {
    let seeds = seeds::read(&options.seeds, sink)?;
    let analyses = pipeline::analyze_all(seeds, &present.corrections, tools);
    let rolls: Vec<Roll> =
        analyses.iter().map(|analysis| roll::call(analysis, &present.corrections, &tools.lexicon)).collect();
    let mut resolution = registry::resolve(&rolls, present, &tools.lexicon);
    let version = tools.tagger.version();
    let mut wanted = Vec::new();
    for (at, analysis) in analyses.iter().enumerate() {
        wanted.extend(content::article(at, analysis, &mut resolution, version));
    }
    wanted.extend(resolution.entities.values().map(content::entity));
    resolution.rules.report_stale(&resolution.entities, sink);
    let plan = plan::make(wanted, std::mem::take(&mut resolution.moves), present, &options.force, state);
    let words = analyses.iter().flat_map(|a| a.reading.tokens.iter().flatten()).count();
    let report = Report { seeds: analyses.len(), words, unchanged: plan.unchanged, actions: BTreeMap::new() };
    Ok((plan, report))
}

/// Adds the pages that move to `moved.toml`.
fn note_moves(plan: &mut Plan, present: &Briefing, folder: &Path, disk: &impl Disk) -> Result<(), Error> {
    let moves: BTreeMap<Address, Address> = std::mem::take(&mut plan.moves);
    if moves.is_empty() {
        return Ok(());
    }
    let path = folder.join(write::MOVES);
    let bytes = disk.read(&path).map_err(|cause| Error::new(&path, cause))?;
    let Ok(old) = String::from_utf8(bytes.clone().unwrap_or_default()) else { return Ok(()) };
    let Some(new) = present.moves.extend(&old, &moves) else { return Ok(()) };
    let action = if bytes.is_some() { Action::Update { old, new } } else { Action::Create(new) };
    plan.actions.insert(write::MOVES.to_owned(), action);
    Ok(())
}

/// Where the files of the content folder really are: a file may stand in a folder of its own making, or be a link.
fn places(present: &Briefing, folder: &Path) -> BTreeMap<String, PathBuf> {
    let place = |(path, file): (&String, &std::sync::Arc<diag::SourceFile>)| {
        let real = PathBuf::from(file.path());
        let target = std::fs::canonicalize(&real).ok().filter(|_| real.is_symlink());
        let place = target.unwrap_or(real);
        (place != folder.join(path)).then(|| (path.clone(), place))
    };
    present.files.iter().filter_map(place).collect()
}
