//! The command `site`: arguments, disk and terminal around the library, and the one place that joins `extract` to it.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
