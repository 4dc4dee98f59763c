//! `site build`: seeds to content, content to pages, pages to disk.

use std::time::Instant;

use diag::{Severity, Sink};
use extract::Action;
use site::{Built, Options};

use super::Failure;
use super::args::Build;
use super::folder::{self, Changes};
use super::project::{Project, is_undrawn};
use super::terminal::{Terminal, count};

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
    let mut sink = Sink::default();
    let project = Project::open(&options.place, &mut sink)?;
    let report =
        if options.work.no_extract { None } else { Some(project.extract(options.work.tagger, &mut sink)?) };
    let built = project.build(
        &Options { drafts: options.place.drafts, review: options.work.review, history: project.history() },
        &mut sink,
    )?;
    project.check(&built, &mut sink);
    sink.sort();
    terminal.show(&sink);
    if is_undrawn(&sink) {
        return Err(Failure::new("nothing is written, because pages could not be drawn")
            .help("mend the theme's template"));
    }
    let folder = match &options.output_dir {
        Some(folder) => folder.clone(),
        None => project.root.join(&project.config.output_dir),
    };
    let changes = folder::write(&built.output, &folder, options.force)?;
    if !options.work.review {
        project.remember(&built.history)?;
    }
    if let Some(report) = report.filter(|report| report.seeds > 0) {
        extracted(terminal, &report, &project.config.extract.content);
    }
    summary(terminal, &built, changes, &sink, start);
    let home = folder.join("index.html");
    terminal.say(&format!("Open {}", home.strip_prefix(".").unwrap_or(&home).display()));
    Ok(!sink.has_errors() && (!options.place.strict || sink.count(Severity::Warning) == 0))
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

fn summary(terminal: Terminal, built: &Built, changes: Changes, sink: &Sink, start: Instant) {
    let drafts = if built.drafts > 0 {
        format!(", {} left out", count(built.drafts, "draft", "drafts"))
    } else {
        String::new()
    };
    terminal.say(&format!(
        "{} and {}{drafts}",
        count(built.articles, "article", "articles"),
        count(built.entities, "entity", "entities")
    ));
    terminal.say(&format!(
        "{}, {:.1} MB: {} written, {} removed",
        count(built.output.pages(), "page", "pages"),
        built.output.bytes() as f64 / 1e6,
        changes.written,
        changes.removed
    ));
    terminal.say(&format!(
        "{}, {}; {:.1} s",
        count(sink.count(Severity::Error), "error", "errors"),
        count(sink.count(Severity::Warning), "warning", "warnings"),
        start.elapsed().as_secs_f64()
    ));
}
