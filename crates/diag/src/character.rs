//! Characters that are not what they seem: controls, those that turn the order of what is read, and those without a shape.

use std::borrow::Cow;

/// Whether a character must not reach a page or a terminal: a control other than white space, which XML forbids and terminals
/// obey, or a mark after which a text is read in another order than it is written (`\u{202e}`).
pub fn is_unsafe(c: char) -> bool {
    let is_space = matches!(c, '\t' | '\n' | '\x0b' | '\x0c' | '\r' | '\u{85}');
    (c.is_control() && !is_space) || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character has no shape, so that two names which look the same differ by it: the unsafe ones, soft hyphens, spaces
/// without width, byte order marks. Joiners are none of them, because letters of some scripts change their shape by them.
pub fn is_invisible(c: char) -> bool {
    let shapeless = matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}'
    );
    shapeless || is_unsafe(c)
}

/// A text for one line of a terminal: unsafe characters and line ends as escapes, as in `a\nb`. Names of files may hold any.
pub fn printable(text: &str) -> Cow<'_, str> {
    let is_odd = |c: char| is_unsafe(c) || matches!(c, '\n' | '\r');
    if !text.contains(is_odd) {
        return Cow::Borrowed(text);
    }
    let show = |c: char| if is_odd(c) { c.escape_debug().to_string() } else { c.to_string() };
    Cow::Owned(text.chars().map(show).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_cannot_command_a_terminal() {
        assert_eq!(printable("a\nb\u{1b}[31m\u{202e}c"), "a\\nb\\u{1b}[31m\\u{202e}c");
        assert!(matches!(printable("Zoë\tRay"), Cow::Borrowed(_)));
    }

    #[test]
    fn joiners_and_white_space_are_letters_as_others_are() {
        for c in ['\u{200c}', '\u{200d}', '\t', '\u{a0}', 'ё'] {
            assert!(!is_invisible(c), "{c:?}");
        }
        assert!(is_invisible('\u{ad}') && !is_unsafe('\u{ad}') && is_unsafe('\0'));
    }
}
