//! Arguments → calls of the library → exit code: 0 done, 1 findings or a failed build, 2 wrong usage.

mod args;
mod terminal;
mod stages;
mod project;
mod folder;
mod record;
mod ledger;
mod lock;
mod build;
mod serve;
mod check;
mod explain;
mod init;

use std::fmt;
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use terminal::Terminal;

/// Why a command could not do its work: what was tried, on what, and the cause.
#[derive(Debug)]
pub(crate) struct Failure {
    message: String,
    help: Option<String>,
    cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// Reads the arguments and does what they ask.
pub(crate) fn run() -> ExitCode {
    let args = Args::parse();
    let done = match &args.command {
        None => build::run(&args.build),
        Some(Command::Build(options)) => build::run(options),
        Some(Command::Serve(options)) => serve::run(options),
        Some(Command::Check(options)) => check::run(options),
        Some(Command::Explain(options)) => explain::run(options),
        Some(Command::Init(options)) => init::run(options),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            Terminal::default().fail(&failure);
            ExitCode::FAILURE
        }
    }
}

impl Failure {
    /// A failure that has no cause but itself.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None, cause: None }
    }

    /// A failure on a path.
    pub(crate) fn on(what: &str, path: &Path, cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        Self { cause: Some(Box::new(cause)), ..Self::new(format!("cannot {what} `{}`", path.display())) }
    }

    /// Says what to do.
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        let mut cause: Option<&dyn std::error::Error> = self.cause.as_deref().map(|cause| cause as _);
        while let Some(error) = cause {
            write!(f, ": {error}")?;
            cause = error.source();
        }
        match &self.help {
            Some(help) => write!(f, "\n  help: {help}"),
            None => Ok(()),
        }
    }
}
