//! A word → its case and its outline: `Xxx` for `Paris`, `X.X.` for `U.S.`, `dd-xx` for `34-year`.

use crate::hash;

/// How many characters of an outline count.
const LEN: usize = 8;

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    /// The hash of the outline.
    pub(crate) outline: u64,
    /// Whether it begins with a letter.
    pub(crate) letter: bool,
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
    /// Whether it has letters, and all of them are capitals.
    pub(crate) upper: bool,
    /// Whether it begins with a digit.
    pub(crate) digit: bool,
    /// Whether a capital follows a small letter: `McAllen`, `iPhone`.
    pub(crate) humps: bool,
    /// Whether a word after it may have a capital without being a name: a quotation mark, a colon, a dash, a stop.
    pub(crate) opens: bool,
}

/// Reads the shape of a word: letters become `X` or `x`, digits `d`, and three or more of the same become two.
pub(crate) fn read(word: &str) -> Shape {
    let first = word.chars().next().unwrap_or(' ');
    let (mut outline, mut len, mut last, mut run) = (hash::EMPTY, 0, ' ', 0);
    for c in word.chars() {
        let c = outline_of(c);
        run = if c == last { run + 1 } else { 1 };
        last = c;
        if run > 2 {
            continue;
        }
        outline = hash::join(outline, u64::from(u32::from(c)));
        len += 1;
        if len == LEN {
            break;
        }
    }
    let mut letters = word.chars().filter(|c| c.is_alphabetic()).peekable();
    Shape {
        outline,
        letter: first.is_alphabetic(),
        capital: first.is_uppercase(),
        digit: first.is_numeric(),
        humps: word.chars().zip(word.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase()),
        upper: letters.peek().is_some() && letters.all(char::is_uppercase),
        opens: !word.is_empty() && word.chars().all(opens),
    }
}

fn outline_of(c: char) -> char {
    match c {
        _ if c.is_uppercase() => 'X',
        _ if c.is_alphabetic() => 'x',
        _ if c.is_numeric() => 'd',
        _ => c,
    }
}

fn opens(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '\'' | '‘' | '’' | '`' | '«' | '»' | ':' | '-' | '–' | '—' | '.')
}

/// Writes the lower-case form of a word over `buffer`.
pub(crate) fn lower(word: &str, buffer: &mut String) {
    buffer.clear();
    if word.is_ascii() {
        buffer.push_str(word);
        buffer.make_ascii_lowercase();
    } else {
        buffer.extend(word.chars().flat_map(char::to_lowercase));
    }
}

/// The word with a capital first and lower-case letters after it.
pub(crate) fn title(lower: &str) -> String {
    let mut chars = lower.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_runs_shrink() {
        assert_eq!(read("Paris").outline, read("Washington").outline);
        assert_ne!(read("Paris").outline, read("PARIS").outline);
        assert_eq!(read("1994").outline, read("20000").outline);
        assert_eq!(title("ōsaka"), "Ōsaka");
    }

    #[test]
    fn case_is_read_from_letters() {
        assert!(read("U.S.").upper && read("G7").upper && !read("7").upper && !read("McAllen").upper);
        assert!(read("Éire").capital && !read("“").letter);
    }
}
