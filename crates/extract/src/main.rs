//! The command `extract`: news articles to content files, or to annotated documents for other programs.
//!
//! Arguments, disk and terminal are dealt with here and in `cli`; the work is done by the library. Data goes to stdout, messages to
//! stderr. Exit codes: 0 done, 1 findings or a failure, 2 wrong usage.

mod cli;

use std::process::ExitCode;

/// A run makes and drops millions of small texts on all cores, which the allocators of most systems are slow at.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run()
}
