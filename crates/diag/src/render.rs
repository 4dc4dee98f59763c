//! Draws a finding: path:line:column, the line, the caret, what to do.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Location, Severity};

/// The longest piece of a line that is drawn around the place, in bytes; a seed may be one line of megabytes.
const EXCERPT: usize = 240;

/// Draws `diagnostic` for a terminal, with ANSI colors if `color`.
pub fn render(diagnostic: &Diagnostic, color: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(&diagnostic.message).id(diagnostic.code);
    let excerpt = diagnostic.location.as_ref().map(excerpt);
    let mut group = match (&diagnostic.location, &excerpt) {
        (Some(location), Some((line, text, range))) => title.element(
            Snippet::source(text.as_str())
                .line_start(*line)
                .path(location.file.path())
                .annotation(AnnotationKind::Primary.span(range.clone())),
        ),
        _ => annotate_snippets::Group::with_title(title),
    };
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// The line on which the place begins (its number and text, cut to [`EXCERPT`]) and the place within it.
fn excerpt(location: &Location) -> (usize, String, std::ops::Range<usize>) {
    let (text, span) = (location.file.text(), location.span);
    let start = span.start.min(text.len());
    let begin = text[..text.floor_char_boundary(start)].rfind('\n').map_or(0, |at| at + 1);
    let end = text[text.ceil_char_boundary(start)..].find('\n').map_or(text.len(), |at| start + at);
    let line = location.position().line;
    if end - begin <= EXCERPT {
        let marked = start - begin..span.end.clamp(start, end) - begin;
        return (line, text[begin..end].to_owned(), marked);
    }
    // The caret must point at the true column, so a cut line keeps its head; only the tail goes.
    let tail = text.ceil_char_boundary((span.end.max(start) + EXCERPT / 2).min(end)).min(end);
    (line, text[begin..tail].to_owned(), start - begin..span.end.clamp(start, tail) - begin)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{SourceFile, Span};

    #[test]
    fn shows_line_caret_and_help() {
        let file = Arc::new(SourceFile::new("content/people/ann-lee.md", "+++\nnmae = \"Ann Lee\"\n+++\n"));
        let diagnostic = Diagnostic::error("unknown-key", "unknown key `nmae`")
            .at(&file, Span::new(4, 8))
            .help("did you mean `name`?");
        insta::assert_snapshot!(render(&diagnostic, false), @r#"
        error[unknown-key]: unknown key `nmae`
         --> content/people/ann-lee.md:2:1
          |
        2 | nmae = "Ann Lee"
          | ^^^^
          |
          = help: did you mean `name`?
        "#);
    }

    #[test]
    fn an_offset_past_the_end_and_a_finding_without_a_place_are_drawn() {
        let file = Arc::new(SourceFile::new("a.txt", "é"));
        let past = Diagnostic::warning("w", "past").at(&file, Span::new(50, 60));
        assert!(render(&past, false).contains("a.txt:1"));
        assert_eq!(render(&Diagnostic::note("n", "no place"), false), "note[n]: no place");
    }
}
