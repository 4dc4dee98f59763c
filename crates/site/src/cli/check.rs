//! `site check`: every finding in settings, content, theme and pages in one run. Findings are data and go to stdout.

use diag::{Diagnostic, Severity, Sink};

use site::{Options, Silent};

use super::Failure;
use super::args::{Check, Format};
use super::project::Project;
use super::terminal::{Terminal, count};

/// Lists all findings; `false` when there is an error, or with `--strict` a warning.
pub(crate) fn run(options: &Check) -> Result<bool, Failure> {
    let terminal = Terminal::new(&options.place);
    let mut sink = Sink::default();
    let project = Project::open(&options.place, &mut sink)?;
    let built =
        project.build(&Options { drafts: options.place.drafts, ..Options::default() }, &Silent, &mut sink)?;
    project.check(&built, &mut sink);
    sink.sort();
    let level = if terminal.is_verbose() { Severity::Note } else { Severity::Warning };
    for finding in sink.diagnostics().iter().filter(|finding| finding.severity <= level) {
        match options.format {
            Format::Text => {
                let color = anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never;
                anstream::println!("{}\n", diag::render(finding, color));
            }
            Format::Json => anstream::println!("{}", json(finding)),
        }
    }
    let (errors, warnings) = (sink.count(Severity::Error), sink.count(Severity::Warning));
    terminal.say(&format!(
        "{}, {} in {} of {}",
        count(errors, "error", "errors"),
        count(warnings, "warning", "warnings"),
        count(built.output.pages(), "page", "pages"),
        count(built.articles, "article", "articles")
    ));
    Ok(errors == 0 && !(options.place.strict && warnings > 0))
}

fn json(finding: &Diagnostic) -> String {
    let place = finding.location.as_ref().map(|location| (location.file.path(), location.position()));
    serde_json::json!({
        "code": finding.code,
        "severity": finding.severity.as_str(),
        "message": finding.message,
        "path": place.map(|(path, _)| path),
        "line": place.map(|(_, position)| position.line),
        "column": place.map(|(_, position)| position.column),
        "help": finding.help,
    })
    .to_string()
}
