//! Writes a made-up corpus to measure with: `cargo run -p tests --bin corpus -- --articles 10000 --seed 1 DIR`.
#![allow(clippy::print_stderr, reason = "the command's own messages")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use tests::corpus::{Corpus, Layout};

/// A made-up corpus of articles of 600 words, the same for the same numbers.
#[derive(Debug, Parser)]
struct Args {
    /// How many articles
    #[arg(long, default_value_t = 1000)]
    articles: usize,
    /// Another number gives other articles
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// What to read them with
    #[arg(long, value_enum, default_value_t = Layout::Content)]
    layout: Layout,
    /// The folder to make; it must not be there
    folder: PathBuf,
}

fn main() -> ExitCode {
    let args = Args::parse();
    match write(&args) {
        Ok(files) => {
            eprintln!("{files} files in {}", args.folder.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: cannot write `{}`: {error}", args.folder.display());
            ExitCode::FAILURE
        }
    }
}

fn write(args: &Args) -> std::io::Result<usize> {
    if let Some(above) = args.folder.parent() {
        fs::create_dir_all(above)?;
    }
    fs::create_dir(&args.folder)?;
    let mut files = 0;
    for (path, text) in Corpus::new(args.articles, args.seed).files(args.layout) {
        let path = args.folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
        fs::write(path, text)?;
        files += 1;
    }
    Ok(files)
}
