//! Seeds and content in, content out, on the disk: [`run`].

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use diag::{Sink, SourceFile};
use model::{Address, ArticleId, ContentFile, Decision, Entity};
use rayon::prelude::*;

use crate::content;
use crate::registry::{self, Now, Resolution, Rolls};
use crate::store::cache::{self, Cache, Entry, Record};
use crate::store::disk::{Disk, Machine};
use crate::store::plan::{Action, Plan, Planner, Report};
use crate::store::present::{self, Present};
use crate::store::reading::{self, Reading};
use crate::store::stamp::Stamp;
use crate::store::state::{Lock, State};
use crate::store::write::{self, Desk};
use crate::store::{Error, Failure, digest, seeds};
use crate::tools::Tools;

/// How many articles are written at a time, so that few of them are held as they will stand in their files.
const BATCH: usize = 256;

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
    let lock = if work { Some(state.lock()?) } else { None };
    let run = Run { disk, options, tools, state: &state, lock: lock.as_ref() };
    let mut findings = Sink::default();
    let look = || survey(options, lock.as_ref());
    let bytes = OnceLock::new();
    let (cache, found) = rayon::join(|| Cache::of(bytes.get_or_init(|| Cache::bytes(&state)), tools), look);
    let mut result = run.attempt(found?, cache, &mut findings);
    if matches!(result, Err(Failure::Stale)) {
        findings = Sink::default();
        result = run.attempt(look()?, Cache::default(), &mut findings);
    }
    sink.append(findings);
    result.map_err(|failure| match failure {
        Failure::Disk(error) => error,
        Failure::Stale => {
            Error::new(&options.seeds, std::io::Error::other("files change while they are read"))
        }
    })
}

/// What a run works with.
struct Run<'w, D> {
    disk: &'w D,
    options: &'w Options,
    tools: &'w Tools,
    state: &'w State,
    lock: Option<&'w Lock>,
}

/// The files that there are, none of them read.
struct Survey {
    content: present::Listed,
    seeds: seeds::Listed,
}

fn survey(options: &Options, lock: Option<&Lock>) -> Result<Survey, Error> {
    let now = lock.and_then(Lock::now);
    let seeds =
        || if options.seeds.is_dir() { seeds::list(&options.seeds, now) } else { Ok(Default::default()) };
    let (content, seeds) = rayon::join(|| present::list(&options.content, now), seeds);
    Ok(Survey { content: content?, seeds: seeds? })
}

impl<D: Disk> Run<'_, D> {
    /// One run, as far as what the cache knows is so.
    fn attempt(&self, survey: Survey, mut cache: Cache<'_>, sink: &mut Sink) -> Result<Report, Failure> {
        let (options, before) = (self.options, cache.sum());
        let (files, mut findings) = (std::mem::take(&mut cache.files), Sink::default());
        let (present, seeds) = rayon::join(
            || present::read(survey.content, files, sink),
            || seeds::read(&options.seeds, survey.seeds, &cache.seeds, &mut findings),
        );
        if self.lock.is_some() {
            write::sweep(&present.unfinished, self.disk)?;
        }
        if !options.seeds.is_dir() {
            return Ok(Report::default());
        }
        sink.append(findings);
        let corrections = &present.past.corrections;
        let mut reading =
            reading::read(seeds, &mut cache, &present, &options.seeds, corrections, self.tools)?;
        let rolls = reading.rolls(&present, cache.vocabulary)?;
        let mut plan = self.decide(&mut reading, &rolls, &present, sink)?;
        self.note_moves(&mut plan, &present)?;
        let (seeds, words) = (reading.entries.len(), reading.words());
        let mut report = Report { seeds, words, unchanged: plan.unchanged, actions: BTreeMap::new() };
        report.actions = std::mem::take(&mut plan.actions);
        if options.dry_run {
            return Ok(report);
        }
        let places = places(&report.actions, &present, &options.content);
        let desk = Desk { disk: self.disk, folder: &options.content, state: self.state };
        report.actions = desk.carry_out(report.actions, &places, sink)?;
        plan.bases.iter().for_each(|(path, text)| self.state.keep_base(path, text, self.disk));
        for entry in &mut reading.entries {
            let printed = plan.printed.get(&content::path(&entry.article));
            entry.file = printed.map_or_else(|| std::mem::take(&mut entry.file), |new| new.digest.clone());
        }
        let entries = reading.into_entries();
        let records = self.records(plan.printed, &report.actions, present, &places);
        cache::save(entries, records, rolls, before, self.state, self.tools);
        Ok(report)
    }

    /// What should be, compared with what is.
    fn decide<'m>(
        &self,
        reading: &mut Reading<'_, 'm>,
        rolls: &Rolls<'m>,
        present: &Present<'m>,
        sink: &mut Sink,
    ) -> Result<Plan<'m>, Failure> {
        let mut resolution = registry::resolve(rolls, &present.past, &self.tools.lexicon);
        let wanted = reading.settle(&resolution, present);
        let moves = std::mem::take(&mut resolution.moves);
        let (right, new) = sorted(reading, &wanted, &resolution, present);
        let planner = Planner { present, force: &self.options.force, state: self.state };
        let mut plan = planner.begin(right, moves, &reading.articles().collect::<Vec<_>>());
        for batch in wanted.chunks(BATCH) {
            planner.add(&mut plan, reading.write(batch, &resolution)?)?;
        }
        for batch in new.chunks(BATCH) {
            planner.add(&mut plan, batch.iter().map(|entity| content::entity(entity)).collect())?;
        }
        planner.finish(&mut plan)?;
        reading.spoken().for_each(|decision| resolution.rules.note(decision));
        let articles = reading.entries.iter().map(|entry| &*entry.article).collect();
        let quotes = quotes(&plan, reading, &resolution, present)?;
        let now = Now { entities: &resolution.entities, past: &present.past, articles, quotes };
        resolution.rules.report_stale(&now, sink);
        Ok(plan)
    }

    /// Adds the pages that move to `moved.toml`.
    fn note_moves(&self, plan: &mut Plan<'_>, present: &Present<'_>) -> Result<(), Error> {
        let moves: BTreeMap<Address, Address> = std::mem::take(&mut plan.moves);
        if moves.is_empty() {
            return Ok(());
        }
        let path = self.options.content.join(write::MOVES);
        let bytes = self.disk.read(&path).map_err(|cause| Error::new(&path, cause))?;
        let Ok(old) = String::from_utf8(bytes.clone().unwrap_or_default()) else { return Ok(()) };
        let Some(new) = present.past.moves.extend(&old, &moves) else { return Ok(()) };
        let action = if bytes.is_some() { Action::Update { old, new } } else { Action::Create(new) };
        plan.actions.insert(write::MOVES.to_owned(), action);
        Ok(())
    }

    /// What is to be known of the files as they are now, each with its place.
    fn records<'m>(
        &self,
        mut printed: BTreeMap<String, Record<'m>>,
        actions: &BTreeMap<String, Action>,
        present: Present<'m>,
        places: &BTreeMap<String, PathBuf>,
    ) -> Vec<(String, Record<'m>)> {
        let mut records = Vec::new();
        for (place, mut record) in present.records() {
            if !actions.contains_key(&*record.path) {
                let same = printed.get(&*record.path).is_some_and(|new| new.digest == record.digest);
                record.is_current |= same;
                records.push((place, record));
            }
        }
        let now = self.lock.and_then(Lock::now);
        let is_written =
            |path: &str| matches!(actions.get(path), Some(Action::Create(_) | Action::Update { .. }));
        printed.retain(|path, _| is_written(path));
        let look = |(path, record): (String, Record<'m>)| {
            let place = places.get(&path).cloned().unwrap_or_else(|| self.options.content.join(&path));
            let stamp = written(&place, &record, now);
            (place.display().to_string(), Record { stamp, ..record })
        };
        records.par_extend(printed.into_par_iter().map(look));
        records
    }
}

/// Which of the known files are as they should be, and the entities whose file has to be looked at.
fn sorted<'r>(
    reading: &Reading<'_, '_>,
    wanted: &[usize],
    resolution: &'r Resolution,
    present: &Present<'_>,
) -> (Vec<bool>, Vec<&'r Entity>) {
    let mut right = vec![false; present.known.len()];
    reading.right(wanted).for_each(|file| right[file] = true);
    let own = |entity: &Entity| {
        let at = present.find(&entity.id.path())?;
        let record = Some(&present.known[at].record).filter(|record| record.is_current)?;
        record.entity().filter(|known| is_same(known, entity)).map(|_| at)
    };
    let entities: Vec<&Entity> = resolution.entities.values().collect();
    let owns: Vec<Option<usize>> = entities.par_iter().map(|entity| own(entity)).collect();
    owns.iter().flatten().for_each(|&file| right[file] = true);
    let new = entities.into_iter().zip(owns).filter(|(_, own)| own.is_none());
    (right, new.map(|(entity, _)| entity).collect())
}

/// The words of all quotations, when a decision about a speaker found none that is meant.
fn quotes(
    plan: &Plan<'_>,
    reading: &Reading<'_, '_>,
    resolution: &Resolution,
    present: &Present<'_>,
) -> Result<Vec<(ArticleId, String)>, Failure> {
    if !resolution.rules.stale().any(|decision| matches!(decision, Decision::Speaker { .. })) {
        return Ok(Vec::new());
    }
    let of = |entry: &Entry<'_>| {
        let path = content::path(&entry.article);
        let text = match plan.actions.get(&path) {
            Some(Action::Create(new) | Action::Update { new, .. }) => Some(new.clone()),
            _ => present.text(&path)?,
        };
        let file = text.map(|text| Arc::new(SourceFile::new(path, text)));
        Ok(match file.and_then(|file| ContentFile::parse(&file, &mut Sink::default())) {
            Some(ContentFile::Article(article)) => {
                let words = article.quotes.into_iter().map(|quote| quote.evidence.text);
                words.map(|words| (article.id.clone(), words)).collect()
            }
            _ => Vec::new(),
        })
    };
    let all = reading.entries.par_iter().map(of).collect::<Result<Vec<Vec<_>>, Failure>>()?;
    Ok(all.into_iter().flatten().collect())
}

/// Whether two generated entities are one but for the digest.
fn is_same(a: &Entity, b: &Entity) -> bool {
    (&a.id, &a.name, &a.aliases, &a.detail) == (&b.id, &b.name, &b.aliases, &b.detail)
        && (&a.wikidata, &a.same_as, &a.profile) == (&b.wikidata, &b.same_as, &b.profile)
}

/// The stamp of a file that was written just now, when it still holds what was written.
fn written(place: &Path, record: &Record<'_>, now: Option<Stamp>) -> Option<Stamp> {
    let stamp = Stamp::of(&std::fs::metadata(place).ok()?)?.settled(now)?;
    let text = std::fs::read_to_string(place).ok()?;
    let same = digest::carried(&text) == Some(&*record.digest) && digest::is_untouched(&text);
    same.then_some(stamp)
}

/// The files among those to be written that are not where their path says.
fn places(
    actions: &BTreeMap<String, Action>,
    present: &Present<'_>,
    folder: &Path,
) -> BTreeMap<String, PathBuf> {
    let place = |path: &String| {
        let place = present.place(path)?;
        (place != folder.join(path)).then(|| (path.clone(), place))
    };
    actions.keys().filter_map(place).collect()
}
