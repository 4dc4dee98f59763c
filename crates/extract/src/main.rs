//! The command `extract`: news articles to content files, or to annotated documents for other programs.
//!
//! Arguments, disk and terminal are dealt with here and in `cli`; the work is done by the library. Data goes to stdout, messages to
//! stderr. Exit codes: 0 done, 1 findings or a failure, 2 wrong usage.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
