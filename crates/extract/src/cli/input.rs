//! What is to be annotated: paths → [`Input`]s, streams → batches of lines.

use std::io::{self, BufRead};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::thread;

use walkdir::WalkDir;

/// The most lines that are annotated at once.
const BATCH: usize = 256;

/// A source of articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Input {
    /// Standard input: lines of JSON, or one plain text.
    Stdin,
    /// A file with an article a line.
    Lines(PathBuf),
    /// A file with one article.
    File(PathBuf),
}

/// The inputs that paths name; a folder stands for the seeds and line files in it, sorted by name. Without a path it is stdin.
pub(super) fn inputs(paths: &[PathBuf]) -> Result<Vec<Input>, walkdir::Error> {
    let mut inputs = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            inputs.push(Input::Stdin);
        } else if path.is_dir() {
            for entry in WalkDir::new(path).sort_by_file_name() {
                let path = entry?.into_path();
                if path.is_file() && (is_lines(&path) || extract::is_seed(&path)) {
                    inputs.push(of(path));
                }
            }
        } else {
            inputs.push(of(path.clone()));
        }
    }
    if paths.is_empty() {
        inputs.push(Input::Stdin);
    }
    Ok(inputs)
}

fn of(path: PathBuf) -> Input {
    if is_lines(&path) { Input::Lines(path) } else { Input::File(path) }
}

fn is_lines(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "jsonl" || ending == "ndjson")
}

/// A line of a stream with its number, from 1.
pub(super) type Numbered = (usize, Vec<u8>);

/// Reads a stream on a thread of its own and hands over what has come so far, so that a program that writes one line and waits
/// for its answer gets it, and one that writes many is served many at once. Blank lines are left out.
pub(super) fn batches(
    mut reader: impl BufRead + Send + 'static,
) -> impl Iterator<Item = io::Result<Vec<Numbered>>> {
    let (sender, receiver) = mpsc::sync_channel::<io::Result<Numbered>>(BATCH * 4);
    thread::spawn(move || {
        for number in 1.. {
            let mut line = Vec::new();
            let read = reader.read_until(b'\n', &mut line);
            let done = !matches!(read, Ok(1..));
            let item = match read {
                Ok(0) => break,
                Ok(_) if line.iter().all(u8::is_ascii_whitespace) => continue,
                Ok(_) => Ok((number, line)),
                Err(error) => Err(error),
            };
            if sender.send(item).is_err() || done {
                break;
            }
        }
    });
    std::iter::from_fn(move || batch(&receiver))
}

fn batch(receiver: &Receiver<io::Result<Numbered>>) -> Option<io::Result<Vec<Numbered>>> {
    let mut lines = Vec::new();
    let mut next = receiver.recv().ok();
    while let Some(item) = next {
        match item {
            Ok(line) => lines.push(line),
            Err(error) => return Some(Err(error)),
        }
        next = if lines.len() < BATCH { receiver.try_recv().ok() } else { None };
    }
    (!lines.is_empty()).then_some(Ok(lines))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_their_order_and_numbers() {
        let text: String =
            (1..=1000).map(|n| if n % 3 == 0 { "\n".to_owned() } else { format!("{n}\n") }).collect();
        let lines: Vec<Numbered> = batches(io::Cursor::new(text)).flat_map(|batch| batch.unwrap()).collect();
        assert_eq!(lines.len(), 667);
        assert!(lines.iter().all(|(number, line)| format!("{number}\n").as_bytes() == line));
    }

    #[test]
    fn the_ending_tells_line_files_from_articles() {
        let paths = ["a.jsonl", "-", "b.txt"].map(PathBuf::from);
        let expected = vec![Input::Lines("a.jsonl".into()), Input::Stdin, Input::File("b.txt".into())];
        assert_eq!(inputs(&paths).unwrap(), expected);
        assert_eq!(inputs(&[]).unwrap(), vec![Input::Stdin]);
    }
}
