//! `extract eval`: gold annotations in, a table of scores out.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use diag::{Diagnostic, Sink};
use extract::{Evaluation, Tier, Tools};
use walkdir::WalkDir;

use super::message;

/// The file that has all layers; where it is, the other files of a folder only repeat it.
const WHOLE: &str = "documents.jsonl";

/// What is scored.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Gold annotations: a .jsonl file with an article a line, or a folder of such files
    #[arg(long, value_name = "DIR")]
    gold: PathBuf,
    /// Which tagger finds the names: `default`, or `accurate` in programs that are built with it
    #[arg(long, value_name = "TIER", default_value_t)]
    pub(super) tagger: Tier,
}

/// Scores every file of gold.
pub(super) fn run(args: &Args, tools: &Tools) -> ExitCode {
    let files = match files(&args.gold) {
        Ok(files) if files.is_empty() => {
            let error = io::Error::new(
                io::ErrorKind::NotFound,
                format!("no .jsonl file in `{}`", args.gold.display()),
            );
            return message::failure(&error);
        }
        Ok(files) => files,
        Err(error) => return message::failure(&error),
    };
    let mut failed = false;
    for path in &files {
        match fs::read_to_string(path) {
            Ok(text) => {
                let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
                let evaluation = extract::evaluate(&lines, tools);
                failed |= message::show(&findings(path, &evaluation));
                if let Err(error) = io::stdout().write_all(table(path, &evaluation).as_bytes()) {
                    return message::failure(&error);
                }
            }
            Err(error) => {
                return message::failure(&io::Error::new(
                    error.kind(),
                    format!("`{}`: {error}", path.display()),
                ));
            }
        }
    }
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// The files of gold at or below a path, sorted.
fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let whole = path.join(WHOLE);
    if whole.is_file() {
        return Ok(vec![whole]);
    }
    let mut files = Vec::new();
    for entry in WalkDir::new(path).sort_by_file_name() {
        let entry = entry?;
        if entry.path().extension().is_some_and(|extension| extension == "jsonl") {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// What is wrong with the lines of a file.
fn findings(path: &Path, evaluation: &Evaluation) -> Sink {
    let mut sink = Sink::default();
    for (line, message) in &evaluation.bad_lines {
        let finding = Diagnostic::error("bad-gold", format!("`{}`, line {line}: {message}", path.display()));
        sink.push(finding.help("give an annotated document, or `id`, `text` and the annotations of a layer"));
    }
    sink
}

/// The scores of a file, a line for each layer.
fn table(path: &Path, evaluation: &Evaluation) -> String {
    let mut table =
        format!("{}: {} articles, {} words\n", path.display(), evaluation.articles, evaluation.words);
    let _ = writeln!(
        table,
        "{:30} {:>9} {:>7} {:>7} {:>7} {:>7}",
        "layer", "precision", "recall", "F1", "found", "gold"
    );
    for (layer, score) in evaluation.scores.iter() {
        let (precision, recall, f1) = (score.precision(), score.recall(), score.f1());
        let (found, gold) = (score.found, score.gold);
        let _ =
            writeln!(table, "{layer:30} {precision:>9.1} {recall:>7.1} {f1:>7.1} {found:>7.0} {gold:>7.0}");
    }
    table.push('\n');
    table
}
