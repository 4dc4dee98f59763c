//! `site explain`: why something is on the site. The chains are data and go to stdout.

use diag::Sink;

use super::Failure;
use super::args::Explain;
use super::project::Project;

/// Prints the evidence for what is asked; a failure when the site has no such thing.
pub(crate) fn run(options: &Explain) -> Result<bool, Failure> {
    let project = Project::open(&options.place, &mut Sink::default())?;
    let briefing = project.briefing()?;
    let Some(chains) = site::explain(&briefing, &project.config, options.place.drafts, &options.asked) else {
        let message = format!("the site has no `{}`", options.asked);
        let help = "give the address of a page (`people/ann-lee/`), of a place in an article (`articles/ferry/#s3`), \
                    an identifier (`person/ann-lee`) or that of a fact (`q-1a2b3c4d`)";
        return Err(Failure::new(message).help(help));
    };
    let shown: Vec<String> = chains.iter().map(ToString::to_string).collect();
    anstream::print!("{}", shown.join("\n"));
    Ok(true)
}
