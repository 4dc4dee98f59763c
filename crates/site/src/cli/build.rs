//! `site build`: seeds to content, content to pages, pages to disk.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use diag::{Severity, Sink};
use extract::Action;
use site::{Options, Progress, Stage};

use super::Failure;
use super::args::Build;
use super::folder::{self, Changes, MANIFEST};
use super::ledger::{self, Ledger};
use super::lock;
use super::project::{Project, is_undrawn};
use super::record::{Inputs, Record};
use super::stages::Stages;
use super::terminal::{Terminal, count, grouped};

/// Builds the site; `false` when something is wrong with it.
pub(crate) fn run(options: &Build) -> Result<bool, Failure> {
    match options.place.jobs {
        None => work(options),
        Some(jobs) => {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build();
            let fail = |error| Failure::new(format!("cannot start {jobs} threads: {error}"));
            pool.map_err(fail)?.install(|| work(options))
        }
    }
}

fn work(options: &Build) -> Result<bool, Failure> {
    let start = Instant::now();
    let terminal = Terminal::new(&options.place);
    let stages = Stages::new(terminal);
    let mut sink = Sink::default();
    let project = Project::open(&options.place, &mut sink)?;
    let Some(_lock) = lock::take(&project.root, &mut sink)? else {
        terminal.show(&sink);
        return Ok(false);
    };
    if !options.work.no_extract {
        stages.begin(Stage::Extract, 0);
    }
    let report =
        if options.work.no_extract { None } else { Some(project.extract(options.work.tagger, &mut sink)?) };
    let folder = match &options.output_dir {
        Some(folder) => folder.clone(),
        None => project.root.join(&project.config.output_dir),
    };
    let done = site(&project, options, &folder, &stages, &mut sink)?;
    if let Some(report) = report.filter(|report| report.seeds > 0) {
        extracted(terminal, &report, &project.config.extract.content);
    }
    let count = |severity| sink.count(severity) + done.record.count(severity);
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if options.timings {
        terminal.say(&stages.table());
    }
    let slow = stages.slow();
    if terminal.is_verbose() && !slow.is_empty() {
        terminal.say(&format!("Slow to draw:\n{slow}"));
    }
    summary(terminal, &done, &folder, (errors, warnings), start);
    let home = folder.join("index.html");
    terminal.say(&format!("Open {}", home.strip_prefix(".").unwrap_or(&home).display()));
    Ok(errors == 0 && (!options.place.strict || warnings == 0))
}

/// A finished site on the disk.
struct Done {
    record: Record,
    /// What was written; nothing when all stood as it would be written.
    changes: Option<Changes>,
}

/// Brings the folder of the site up to date, unless it would stay as it is, and shows what was found; `sink` holds what was
/// found before.
fn site(
    project: &Project,
    options: &Build,
    folder: &Path,
    stages: &Stages,
    sink: &mut Sink,
) -> Result<Done, Failure> {
    let terminal = Terminal::new(&options.place);
    let history = project.history();
    stages.begin(Stage::Read, 0);
    let content = project.files()?;
    let inputs = Inputs::read(project, options, &content);
    let kept = inputs.as_ref().and_then(|inputs| Record::holding(project, inputs, &history, folder));
    if let Some(record) = kept {
        stages.end();
        project.settle(sink);
        terminal.show(sink);
        record.show(terminal);
        return Ok(Done { record, changes: None });
    }
    let mut found = Sink::default();
    let (drafts, review) = (options.place.drafts, options.work.review);
    let asked = Options { drafts, review, history: Arc::new(history), memory: None };
    // Of a folder without a site nothing can stand.
    let known = inputs.as_ref().filter(|_| folder.join(MANIFEST).is_file());
    let ledger = known.map(|inputs| Ledger::read(&ledger::place(project, folder), &inputs.tools));
    let ledger = ledger.unwrap_or_default();
    let staging = folder::stage(folder, &ledger, project.prefix(), options.force)?;
    let (account, history) = project.build_into(content, &staging, &asked, stages, &mut found)?;
    if !is_undrawn(&found) {
        stages.begin(Stage::Check, 0);
        staging.check(&mut found);
    }
    stages.end();
    project.settle(&mut found);
    project.settle(sink);
    terminal.show(sink);
    terminal.show(&found);
    if is_undrawn(&found) {
        return Err(Failure::new("nothing is written, because pages could not be drawn")
            .help("mend the theme's template"));
    }
    let size = staging.size();
    let (changes, files) = staging.finish(stages)?;
    stages.end();
    let ledger = Ledger::of(inputs.as_ref().map_or("", |inputs| &inputs.tools), files, folder);
    if inputs.is_some() {
        ledger.keep(project, folder);
    }
    if !options.work.review {
        project.remember(&history)?;
    }
    let left = (folder, ledger.files());
    let record = Record::of(inputs.as_ref(), (account, &history), size, &found, left);
    record.keep(project, folder);
    Ok(Done { record, changes: Some(changes) })
}

fn extracted(terminal: Terminal, report: &extract::Report, content: &str) {
    let of = |wanted: fn(&Action) -> bool| report.actions.values().filter(|action| wanted(action)).count();
    terminal.say(&format!(
        "{} read, {} words: {} in {content} written, {} removed, {} edited by hand and kept",
        count(report.seeds, "seed", "seeds"),
        report.words,
        count(report.written(), "file", "files"),
        of(|action| matches!(action, Action::Remove { .. })),
        of(|action| matches!(action, Action::Keep { .. })),
    ));
}

fn summary(terminal: Terminal, done: &Done, folder: &Path, found: (usize, usize), start: Instant) {
    let (errors, warnings) = found;
    let (account, size) = (done.record.account, done.record.size);
    let drafts = if account.drafts > 0 {
        format!(", {} left out", count(account.drafts, "draft", "drafts"))
    } else {
        String::new()
    };
    terminal.say(&format!(
        "{}, {}, {}{drafts}",
        count(account.articles, "article", "articles"),
        count(account.entities, "name", "names"),
        count(account.quotes, "quote", "quotes")
    ));
    let changes = match done.changes {
        Some(changes) => {
            format!(
                "{} written, {} removed",
                count(changes.written, "file", "files"),
                grouped(changes.removed)
            )
        }
        None => "nothing has changed since the last build".to_owned(),
    };
    terminal.say(&format!(
        "{}, {:.1} MB in {}: {changes}",
        count(size.pages, "page", "pages"),
        size.bytes as f64 / 1e6,
        folder.strip_prefix(".").unwrap_or(folder).display(),
    ));
    terminal.say(&format!(
        "{}, {}; {:.1} s",
        count(errors, "error", "errors"),
        count(warnings, "warning", "warnings"),
        start.elapsed().as_secs_f64()
    ));
}
