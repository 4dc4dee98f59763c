//! Draws a finding: path:line:column, the line, the caret, what to do.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::character::{is_unsafe, printable};
use crate::diagnostic::{Diagnostic, Location, Severity};
use crate::source::Position;

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
    let mut group = match (&excerpt, path) {
        (Some(Excerpt { position, text, range, whole }), Some(path)) => {
            let snippet = Snippet::source(text.as_str())
                .line_start(position.line)
                .annotation(AnnotationKind::Primary.span(range.clone()));
            if *whole {
                title.element(snippet.path(path))
            } else {
                // The drawing begins in the middle of the line, so it does not know the column.
                let place = Origin::path(path).line(position.line).char_column(position.column);
                title.element(place).element(snippet)
            }
        }
        _ => Group::with_title(title),
    };
    if let Some(help) = help {
        group = group.element(Level::HELP.message(help));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// A line around a place.
struct Excerpt {
    position: Position,
    /// The line, or as much of it as is drawn.
    text: String,
    /// The place in it.
    range: Range<usize>,
    /// Whether it begins where the line does.
    whole: bool,
}

/// The line on which the place begins; of a long one what is near. No more of the text is looked at than that: a hostile file has
/// a finding at every byte of its one line.
fn excerpt(location: &Location) -> Excerpt {
    let (text, span) = (location.file.text(), location.span);
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let near = text.floor_char_boundary(start.saturating_sub(EXCERPT));
    let far = text.ceil_char_boundary((start + EXCERPT).min(text.len()));
    let first = text[near..start].rfind('\n').map(|at| near + at + 1);
    let whole = first.is_some() || near == 0;
    let begin = first.unwrap_or(near);
    let end = text[start..far].find('\n').map_or(far, |at| start + at);
    let range = start - begin..span.end.clamp(start, end) - begin;
    Excerpt { position: location.position(), text: shown(&text[begin..end]), range, whole }
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
    fn of_a_long_line_what_is_near_is_drawn_with_the_true_column() {
        let text = format!("one\n{}here{}", "é".repeat(5000), "z".repeat(5000));
        let place = text.find("here").unwrap();
        let file = Arc::new(SourceFile::new("a.txt", text));
        let drawn = render(&Diagnostic::warning("w", "m").at(&file, Span::new(place, place + 4)), false);
        assert!(drawn.contains("--> a.txt:2:5001") && drawn.contains("2 | é"), "{drawn}");
        assert!(drawn.len() < 2000, "{drawn}");
        let column =
            |mark: &str| drawn.lines().find_map(|line| Some(line[..line.find(mark)?].chars().count()));
        assert_eq!((column("here"), column("here").is_some()), (column("^^^^"), true), "{drawn}");
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
