//! `extract annotate`: articles in, annotated documents out, line for line in the order of the input.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::ValueEnum;
use diag::{Diagnostic, Sink, SourceFile};
use extract::{Annotate, BadLine, Offsets, Tier, Tools};
use model::{Document, PartialDate};
use rayon::prelude::*;

use super::input::{self, Input, Numbered};
use super::{message, text};

/// What is annotated, and how it is shown.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Articles (.txt, .md, .html), files with an article a line (.jsonl), folders of both, or `-` for stdin
    #[arg(value_name = "FILE")]
    paths: Vec<PathBuf>,
    /// One JSON object a line, or text with marks for reading
    #[arg(long, value_enum, default_value = "jsonl")]
    format: Format,
    /// What offsets count: bytes of the text in UTF-8, or Unicode code points
    #[arg(long, value_enum, default_value = "byte")]
    offsets: Count,
    /// When articles were published that do not say so themselves, in EDTF
    #[arg(long, value_name = "DATE")]
    published: Option<PartialDate>,
    /// Which tagger finds the names: `default`, or `accurate` in programs that are built with it
    #[arg(long, value_name = "TIER", default_value_t)]
    pub(super) tagger: Tier,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Jsonl,
    Text,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Count {
    Byte,
    Char,
}

/// An annotated document, or why there is none and under which identifier.
type Answer = Result<Document, (String, String)>;

/// Annotates what the arguments name.
pub(super) fn run(args: &Args, tools: &Tools) -> ExitCode {
    let chars = args.offsets == Count::Char && args.format == Format::Jsonl;
    let offsets = if chars { Offsets::Char } else { Offsets::Byte };
    let how = Annotate { offsets, published: args.published.clone() };
    let inputs = match input::inputs(&args.paths) {
        Ok(inputs) => inputs,
        Err(error) => return message::failure(&error),
    };
    let mut work = Work { how, tools, format: args.format, failed: false };
    match inputs.iter().try_for_each(|input| work.annotate(input)) {
        // The reader of the answers has left, as `head` does; nobody waits for the rest.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => message::failure(&error),
        Ok(()) if work.failed => ExitCode::FAILURE,
        Ok(()) => ExitCode::SUCCESS,
    }
}

/// One run of the command.
struct Work<'t> {
    how: Annotate,
    tools: &'t Tools,
    format: Format,
    /// Whether an error was shown.
    failed: bool,
}

impl Work<'_> {
    /// Annotates one input; only a failure to write is an error, what cannot be read is shown.
    fn annotate(&mut self, input: &Input) -> io::Result<()> {
        match input {
            Input::Stdin => {
                let mut reader = BufReader::new(io::stdin());
                let json = reader.fill_buf().is_ok_and(|head| head.trim_ascii_start().starts_with(b"{"));
                if json { self.lines("stdin", reader) } else { self.text(reader) }
            }
            Input::Lines(path) => match File::open(path) {
                Ok(file) => self.lines(&path.display().to_string(), BufReader::new(file)),
                Err(error) => self.unreadable(&path.display().to_string(), &error),
            },
            Input::File(path) => match fs::read(path) {
                Ok(bytes) => self.article(path, &bytes),
                Err(error) => self.unreadable(&path.display().to_string(), &error),
            },
        }
    }

    /// Annotates a stream with an article a line.
    fn lines(&mut self, name: &str, reader: impl BufRead + Send + 'static) -> io::Result<()> {
        for batch in input::batches(reader) {
            let lines = match batch {
                Ok(lines) => lines,
                Err(error) => return self.unreadable(name, &error),
            };
            let answers: Vec<(Answer, Sink)> =
                lines.par_iter().map(|line| answer(&self.how, line, name, self.tools)).collect();
            for (answer, sink) in answers {
                self.failed |= message::show(&sink);
                self.write(&answer)?;
            }
        }
        Ok(())
    }

    /// Annotates standard input as one plain text.
    fn text(&mut self, mut reader: impl BufRead) -> io::Result<()> {
        let mut bytes = Vec::new();
        match reader.read_to_end(&mut bytes) {
            Ok(_) => self.article(Path::new("stdin.txt"), &bytes),
            Err(error) => self.unreadable("stdin", &error),
        }
    }

    fn article(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut sink = Sink::default();
        let beside = path.with_extension("toml");
        let sidecar = fs::read_to_string(&beside).ok();
        let sidecar = sidecar.map(|text| Arc::new(SourceFile::new(beside.display().to_string(), text)));
        let name = path.display().to_string();
        let document = self.how.file(&name, bytes, sidecar.as_ref(), self.tools, &mut sink);
        self.failed |= message::show(&sink);
        document.map_or(Ok(()), |document| self.write(&Ok(document)))
    }

    fn unreadable(&mut self, name: &str, error: &io::Error) -> io::Result<()> {
        self.show(Diagnostic::error("unreadable-input", format!("`{name}` cannot be read: {error}")));
        Ok(())
    }

    fn show(&mut self, diagnostic: Diagnostic) {
        let mut sink = Sink::default();
        sink.push(diagnostic);
        self.failed |= message::show(&sink);
    }

    /// Writes an answer at once: the program at the other end may wait for it.
    fn write(&self, answer: &Answer) -> io::Result<()> {
        match (self.format, answer) {
            (Format::Text, Ok(document)) => {
                anstream::stdout().lock().write_all(text::render(document).as_bytes())
            }
            (Format::Text, Err(_)) => Ok(()),
            (Format::Jsonl, answer) => {
                let mut line = match answer {
                    Ok(document) => serde_json::to_vec(document)?,
                    Err((id, error)) => serde_json::to_vec(&serde_json::json!({ "id": id, "error": error }))?,
                };
                line.push(b'\n');
                let mut out = io::stdout().lock();
                out.write_all(&line).and_then(|()| out.flush())
            }
        }
    }
}

/// The answer to a line of the input `name`, and what was found wrong with it.
fn answer(how: &Annotate, (number, line): &Numbered, name: &str, tools: &Tools) -> (Answer, Sink) {
    let mut sink = Sink::default();
    let document = match std::str::from_utf8(line) {
        Ok(text) => how.line(text.trim_start_matches('\u{feff}').trim(), *number, tools, &mut sink),
        Err(error) => Err(BadLine { id: None, message: error.to_string() }),
    };
    let answer = document.map_err(|bad| {
        let finding = Diagnostic::error("bad-line", format!("`{name}`, line {number}: {}", bad.message));
        sink.push(
            finding.help("give an object with a string `text`, and perhaps `id`, `title`, `published`"),
        );
        (bad.id.unwrap_or_else(|| number.to_string()), bad.message)
    });
    (answer, sink)
}
