//! Arguments → calls of the library.

mod message;
mod input;
mod mark;
mod text;
mod annotate;
mod eval;
mod write;

use std::mem::ManuallyDrop;
use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use diag::Sink;

/// News articles in, content files out: who is who, who said what, what happened when, each with its place in the text.
#[derive(Debug, Parser)]
#[command(name = "extract", version, args_conflicts_with_subcommands = true)]
struct Invocation {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    write: write::Args,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Annotate articles: one JSON object a line, or text for reading
    Annotate(annotate::Args),
    /// Score what is found against gold annotations: precision, recall and F1 of every layer
    Eval(eval::Args),
}

/// Runs the command that the arguments of the process ask for.
pub(crate) fn run() -> ExitCode {
    let args = Invocation::parse();
    let tier = match &args.command {
        Some(Command::Annotate(args)) => args.tagger,
        Some(Command::Eval(args)) => args.tagger,
        None => args.write.tagger,
    };
    let tools = match extract::Tools::of(tier) {
        Ok(tools) => tools,
        Err(error) => return message::failure(&error),
    };
    let with_lists = |tools, root: &Path| {
        let mut sink = Sink::default();
        let tools = extract::with_lists(tools, root, &mut sink);
        message::show(&sink);
        tools
    };
    match args.command {
        Some(Command::Annotate(args)) => annotate::run(&args, &with_lists(tools, Path::new(""))),
        Some(Command::Eval(args)) => eval::run(&args, &tools),
        // The process ends: what the tools hold is not taken apart piece by piece.
        None => write::run(&args.write, &ManuallyDrop::new(with_lists(tools, args.write.root()))),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_fit_together() {
        Invocation::command().debug_assert();
        let of = |line: &str| Invocation::try_parse_from(line.split(' '));
        assert!(
            of("extract --seeds s --dry-run --force a --force b").is_ok_and(|args| args.command.is_none())
        );
        assert!(
            of("extract annotate a.txt - --format text --published 2025-09")
                .is_ok_and(|args| args.command.is_some())
        );
        assert!(
            of("extract --tagger accurate").is_ok_and(|args| args.write.tagger == extract::Tier::Accurate)
        );
        assert!(of("extract annotate --tagger best").is_err_and(|error| error.exit_code() == 2));
        assert!(of("extract annotate --published soon").is_err_and(|error| error.exit_code() == 2));
        assert!(of("extract --seeds s annotate").is_err());
    }
}
