//! What a site is made of → a [`Desk`]: a thread that has the site linked and draws each page when it is asked for. A save is
//! shown as soon as the links are known again, however many pages there are; the bytes are those that `build` would write.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, OnceLock};

use diag::Sink;
use model::Briefing;
use site::{Config, Options, Output, Pages, Progress, Silent, Stage, Store, Theme};

use super::live::Files;
use crate::cli::project::is_undrawn;
use crate::cli::record::Stamp;

/// All that a site is made of.
#[derive(Debug, PartialEq)]
pub(super) struct Inputs {
    pub(super) config: Config,
    pub(super) theme: Theme,
    pub(super) briefing: Briefing,
    pub(super) options: Options,
    /// How the file lies on the disk that says what earlier builds showed.
    pub(super) builds: Option<Stamp>,
    /// What was found in the settings, the theme and the seeds.
    pub(super) found: Sink,
    /// What was found in reading the content.
    pub(super) read: Sink,
}

impl Inputs {
    /// Whether every page that one of the two draws without fault the other does as well, as far as templates go.
    pub(super) fn draws_like(&self, other: &Self) -> bool {
        self.theme.is_alike(&other.theme) && self.config == other.config
    }

    /// Whether nothing but style sheets tells the two apart.
    pub(super) fn differs_by_styles(&self, other: &Self) -> bool {
        self.theme != other.theme
            && self.draws_like(other)
            && (&self.briefing, &self.options) == (&other.briefing, &other.options)
    }
}

/// A site that is ready to be asked.
pub(super) struct Opened {
    /// Who answers; nothing when pages could not be drawn.
    pub(super) desk: Option<Desk>,
    /// How many pages there are.
    pub(super) pages: usize,
    /// What was found.
    pub(super) found: Sink,
}

/// Whom to ask for files. When the last copy is gone, the thread ends.
#[derive(Debug, Clone)]
pub(super) struct Desk(Sender<Question>);

/// A file that is asked for, and who waits for it.
struct Question {
    file: String,
    answer: Sender<Option<Vec<u8>>>,
}

/// Whether all pages are drawn once to find out what fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trial {
    /// Before anybody is answered.
    First,
    /// While others are answered.
    Beside,
    /// Not at all: these templates have drawn pages of this sort before.
    None,
}

impl Files for Desk {
    fn get(&self, file: &str) -> Option<Vec<u8>> {
        let (answer, answered) = mpsc::channel();
        self.0.send(Question { file: file.to_owned(), answer }).ok()?;
        answered.recv().ok()?
    }
}

/// Links a site on a thread of its own. `later` hears what a trial beside the answers found wrong.
pub(super) fn open(inputs: Arc<Inputs>, trial: Trial, later: impl FnOnce(Sink) + Send + 'static) -> Opened {
    let (ready, opened) = mpsc::channel();
    std::thread::spawn(move || {
        let mut sink = inputs.found.clone();
        sink.append(inputs.read.clone());
        let Inputs { briefing, config, theme, options, .. } = &*inputs;
        site::visit(briefing, config, theme, options, &mut sink, |pages, sink| {
            if trial == Trial::First {
                pages.draw(&Silent, &Nobody, sink);
            }
            let (questions, asked) = mpsc::channel();
            let desk = (!is_undrawn(sink)).then(|| Desk(questions));
            let gone = desk.is_none();
            let told = ready.send(Opened { desk, pages: pages.count(), found: sink.clone() });
            if gone || told.is_err() {
                return;
            }
            let over = AtomicBool::new(false);
            std::thread::scope(|scope| {
                if trial == Trial::Beside {
                    scope.spawn(|| try_all(pages, &over, later));
                }
                answer(pages, &asked);
                over.store(true, Ordering::Relaxed);
            });
        });
    });
    // A thread that panicked has said so, and has no site.
    opened.recv().unwrap_or(Opened { desk: None, pages: 0, found: Sink::default() })
}

/// Answers until nobody can ask any more.
fn answer(pages: &Pages<'_>, asked: &Receiver<Question>) {
    let (beside, for_programs): (OnceLock<Output>, OnceLock<Output>) = Default::default();
    for Question { file, answer } in asked {
        let mut sink = Sink::default();
        let found = pages.get(&file, &mut sink);
        let found = found.or_else(|| beside.get_or_init(|| pages.beside()).files.get(&file).cloned());
        let found = found.or_else(|| {
            // No file for programs ends so, and browsers ask for icons that are not there.
            let is_other = [".html", ".css", ".ico", ".png"].iter().any(|end| file.ends_with(end));
            let others =
                (!is_other).then(|| for_programs.get_or_init(|| pages.for_programs(&mut Sink::default())));
            others?.files.get(&file).cloned()
        });
        // Who asked may have left.
        let _ = answer.send(found);
    }
}

/// Draws every page once, until it is `over`, and tells what is wrong.
fn try_all(pages: &Pages<'_>, over: &AtomicBool, later: impl FnOnce(Sink)) {
    let mut sink = Sink::default();
    pages.draw(&Until(over), &Nobody, &mut sink);
    if !over.load(Ordering::Relaxed) && !sink.diagnostics().is_empty() {
        later(sink);
    }
}

/// Takes pages that are drawn only to see whether they can be.
struct Nobody;

impl Store for Nobody {
    fn put(&self, _: String, _: Vec<u8>) {}
}

/// Leaves the rest of the steps out when it is over.
struct Until<'o>(&'o AtomicBool);

impl Progress for Until<'_> {
    fn begin(&self, _: Stage, _: usize) {}

    fn step(&self, _: &str, work: &mut dyn FnMut()) {
        if !self.0.load(Ordering::Relaxed) {
            work();
        }
    }
}
