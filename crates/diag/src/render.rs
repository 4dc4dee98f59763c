//! Draws a finding: path:line:column, the line, the caret, what to do.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::character::{is_unsafe, printable};
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
    let (message, help) = (printable(&diagnostic.message), diagnostic.help.as_deref().map(printable));
    let path = diagnostic.location.as_ref().map(|location| printable(location.file.path()));
    let title = level.primary_title(message).id(diagnostic.code);
    let excerpt = diagnostic.location.as_ref().map(excerpt);
    let mut group = match (&diagnostic.location, &excerpt) {
        (Some(_), Some((line, text, range))) => title.element(
            Snippet::source(text.as_str())
                .line_start(*line)
                .path(path)
                .annotation(AnnotationKind::Primary.span(range.clone())),
        ),
        _ => annotate_snippets::Group::with_title(title),
    };
    if let Some(help) = help {
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
        return (line, shown(&text[begin..end]), marked);
    }
    // The caret must point at the true column, so a cut line keeps its head; only the tail goes.
    let tail = text.ceil_char_boundary((span.end.max(start) + EXCERPT / 2).min(end)).min(end);
    (line, shown(&text[begin..tail]), start - begin..span.end.clamp(start, tail) - begin)
}

/// A piece of a line without the characters that a terminal would obey; others as long stand for them, so that the caret does not
/// move. Those of ASCII are drawn as pictures anyway.
fn shown(text: &str) -> String {
    let stand_in = |c: char| match c.len_utf8() {
        2 if is_unsafe(c) => '\u{b7}',
        3 if is_unsafe(c) => char::REPLACEMENT_CHARACTER,
        _ => c,
    };
    text.chars().map(stand_in).collect()
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
    fn a_line_cannot_command_the_terminal() {
        let file = Arc::new(SourceFile::new("a\nb.txt", "x\u{1b}[31m\u{9b}1m\u{202e}y\u{7f}z"));
        let place = file.text().find('y').unwrap();
        let drawn = render(&Diagnostic::warning("w", "m").at(&file, Span::new(place, place + 1)), false);
        assert!(!drawn.contains(is_unsafe) && drawn.contains("a\\nb.txt:1"), "{drawn:?}");
    }

    #[test]
    fn an_offset_past_the_end_and_a_finding_without_a_place_are_drawn() {
        let file = Arc::new(SourceFile::new("a.txt", "é"));
        let past = Diagnostic::warning("w", "past").at(&file, Span::new(50, 60));
        assert!(render(&past, false).contains("a.txt:1"));
        assert_eq!(render(&Diagnostic::note("n", "no place"), false), "note[n]: no place");
    }
}
