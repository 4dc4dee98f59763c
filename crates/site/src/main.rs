//! The command `site`: arguments, disk and terminal around the library, and the one place that joins `extract` to it.

mod cli;

use std::process::ExitCode;

/// A build makes and drops millions of small texts on all cores, which the allocators of most systems are slow at.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run()
}
