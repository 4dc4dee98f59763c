//! How far a build is: on a terminal a bar for each stage, otherwise a line; and how long each stage took.

use std::fmt::Write;
use std::io::IsTerminal;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressState, ProgressStyle};
use site::{Progress, Stage};

use super::terminal::{Terminal, grouped};

/// A page that takes longer than this to draw is slow, and how many of them are named.
const SLOW: Duration = Duration::from_millis(20);
const NAMED: usize = 10;

/// Fewer steps are done before a bar can be seen.
const LEAST: usize = 500;

/// Listens to a build.
#[derive(Debug)]
pub(crate) struct Stages {
    terminal: Terminal,
    heard: Mutex<Heard>,
}

#[derive(Debug, Default)]
struct Heard {
    now: Option<Timed>,
    bar: Option<ProgressBar>,
    past: Vec<Timed>,
    slow: Vec<(Duration, String)>,
}

/// A stage, when it began, and at last how long it took.
#[derive(Debug, Clone, Copy)]
struct Timed {
    stage: Stage,
    steps: usize,
    start: Instant,
    took: Duration,
}

impl Stages {
    /// For a build that says so much.
    pub(crate) fn new(terminal: Terminal) -> Self {
        Self { terminal, heard: Mutex::default() }
    }

    fn heard(&self) -> MutexGuard<'_, Heard> {
        self.heard.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends the last stage.
    pub(crate) fn end(&self) {
        let mut heard = self.heard();
        if let Some(bar) = heard.bar.take() {
            bar.finish_and_clear();
        }
        let Some(mut timed) = heard.now.take() else { return };
        timed.took = timed.start.elapsed();
        heard.past.push(timed);
        if !std::io::stderr().is_terminal() {
            let steps = if timed.steps > 0 { format!(" {}", grouped(timed.steps)) } else { String::new() };
            self.terminal.say(&format!("{}{steps}: {:.1} s", timed.stage, timed.took.as_secs_f64()));
        }
    }

    /// How long each stage took, as a table.
    pub(crate) fn table(&self) -> String {
        let heard = self.heard();
        let total: f64 = heard.past.iter().map(|timed| timed.took.as_secs_f64()).sum();
        let mut table =
            format!("{:<12}{:>10}{:>10}{:>8}{:>12}\n", "stage", "steps", "seconds", "share", "a second");
        for Timed { stage, steps, took, .. } in &heard.past {
            let seconds = took.as_secs_f64();
            let rate = if *steps > 0 && seconds > 0.0 {
                grouped((*steps as f64 / seconds) as usize)
            } else {
                String::new()
            };
            let share = 100.0 * seconds / total.max(f64::MIN_POSITIVE);
            let _ = writeln!(
                table,
                "{:<12}{:>10}{seconds:>10.3}{share:>7.0}%{rate:>12}",
                stage.to_string(),
                grouped(*steps)
            );
        }
        let _ = write!(table, "{:<12}{:>10}{total:>10.3}", "all", "");
        table
    }

    /// The pages that took longest to draw; empty when none was slow.
    pub(crate) fn slow(&self) -> String {
        let mut slow = std::mem::take(&mut self.heard().slow);
        slow.sort_by(|a, b| b.cmp(a));
        let lines = slow.iter().take(NAMED).map(|(took, path)| format!("{:>6} ms  {path}", took.as_millis()));
        lines.collect::<Vec<_>>().join("\n")
    }
}

impl Progress for Stages {
    fn begin(&self, stage: Stage, steps: usize) {
        self.end();
        let mut heard = self.heard();
        heard.now = Some(Timed { stage, steps, start: Instant::now(), took: Duration::ZERO });
        if self.terminal.is_quiet() || !std::io::stderr().is_terminal() {
            return;
        }
        // Only of these each step is told.
        let is_told = matches!(stage, Stage::Draw | Stage::Write);
        let template = if is_told && steps >= LEAST {
            "{msg:>11} {bar:30} {human_pos:>9} of {human_len}{rate}"
        } else {
            "{msg:>11} {spinner}"
        };
        let style = ProgressStyle::with_template(template).expect("the template is ours");
        let bar = ProgressBar::new(steps as u64).with_style(style.with_key("rate", rate));
        let bar = bar.with_message(stage.to_string());
        bar.enable_steady_tick(Duration::from_millis(100));
        heard.bar = Some(bar);
    }

    fn step(&self, path: &str, work: &mut dyn FnMut()) {
        let start = Instant::now();
        work();
        let took = start.elapsed();
        let mut heard = self.heard();
        if let Some(bar) = &heard.bar {
            bar.inc(1);
        }
        let is_page = heard.now.is_some_and(|timed| timed.stage == Stage::Draw);
        if is_page && took > SLOW {
            heard.slow.push((took, path.to_owned()));
        }
    }
}

/// Steps a second, in whole numbers, once there are any.
fn rate(state: &ProgressState, line: &mut dyn Write) {
    let each = state.per_sec() as usize;
    if each > 0 {
        let _ = write!(line, ", {} a second", grouped(each));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stage_has_its_row_and_slow_pages_are_named() {
        let stages = Stages::new(Terminal::default());
        stages.begin(Stage::Read, 0);
        stages.begin(Stage::Draw, 2);
        stages.step("a/index.html", &mut || {});
        stages.step("b/index.html", &mut || std::thread::sleep(SLOW * 2));
        stages.begin(Stage::Write, 2);
        stages.step("c/index.html", &mut || std::thread::sleep(SLOW * 2));
        stages.end();
        let table = stages.table();
        let rows: Vec<&str> = table.lines().map(|line| line.split(' ').next().unwrap_or_default()).collect();
        assert_eq!(rows, ["stage", "reading", "drawing", "writing", "all"]);
        let slow = stages.slow();
        assert!(slow.ends_with("ms  b/index.html") && slow.lines().count() == 1, "{slow}");
    }
}
