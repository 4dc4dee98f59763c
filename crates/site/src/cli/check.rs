//! `site check`: every finding in settings, content, theme and pages in one run. Findings are data and go to stdout.

use diag::{Diagnostic, Severity, Sink};

use site::Options;

use super::Failure;
use super::args::{Check, Format};
use super::project::Project;
use super::terminal::{Terminal, count};

/// Lists all findings; `false` when there is an error, or with `--strict` a warning.
pub(crate) fn run(options: &Check) -> Result<bool, Failure> {
    let terminal = Terminal::new(&options.place);
    let mut sink = Sink::default();
    let project = Project::open(&options.place, &mut sink)?;
    let built = project.build(&Options { drafts: options.place.drafts, ..Options::default() }, &mut sink)?;
    project.check(&built, &mut sink);
    project.inspect(&built, options.place.drafts, &mut sink)?;
    project.settle(&mut sink);
    let level = if terminal.is_verbose() { Severity::Note } else { Severity::Warning };
    for finding in sink.diagnostics().iter().filter(|finding| finding.severity <= level) {
        match options.format {
            Format::Text => {
                let color = anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never;
                anstream::println!("{}\n", diag::render(finding, color));
            }
            Format::Json => anstream::println!("{}", json(finding)),
            Format::Github => anstream::println!("{}", github(finding)),
        }
    }
    let (errors, warnings) = (sink.count(Severity::Error), sink.count(Severity::Warning));
    terminal.say(&format!(
        "{}, {} in {} of {}",
        count(errors, "error", "errors"),
        count(warnings, "warning", "warnings"),
        count(built.output.pages(), "page", "pages"),
        count(built.account.articles, "article", "articles")
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

/// A workflow command of GitHub Actions. Source: GitHub's documentation, *Workflow commands for GitHub Actions*.
fn github(finding: &Diagnostic) -> String {
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let place = finding.location.as_ref().map_or_else(String::new, |location| {
        let at = location.position();
        format!("file={},line={},col={},", property(location.file.path()), at.line, at.column)
    });
    let help = finding.help.as_ref().map_or_else(String::new, |help| format!("\n{help}"));
    let message = data(&format!("{}{help}", finding.message));
    format!("::{level} {place}title={}::{message}", property(finding.code))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use diag::SourceFile;

    use super::*;

    #[test]
    fn a_workflow_command_escapes_what_would_end_it() {
        let file = Arc::new(SourceFile::new("content/a,b:c.md", "x\ny"));
        let finding = Diagnostic::warning("dead-link", "50 %\nof it").at(&file, 2..3).help("see\nbelow");
        assert_eq!(
            github(&finding),
            "::warning file=content/a%2Cb%3Ac.md,line=2,col=1,title=dead-link::50 %25%0Aof it%0Asee%0Abelow"
        );
        assert_eq!(github(&Diagnostic::note("no-feed", "none")), "::notice title=no-feed::none");
    }
}
