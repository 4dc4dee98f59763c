//! What stands at the edges of a sentence: its first and last word, the marks that open and close it.

/// How many bytes before a stop can be its word.
const WORD: usize = 64;

/// The length of the quotation marks, brackets and reference marks (`[1]`) that close what stands before them.
pub(super) fn closers(rest: &str) -> usize {
    let mut at = 0;
    while let Some(c) = rest[at..].chars().next() {
        if matches!(c, '"' | '”' | '’' | '\'' | '»' | '›' | ')' | ']' | '}' | '＂' | '」' | '』' | '）')
        {
            at += c.len_utf8();
        } else if let Some(len) = reference(&rest[at..]) {
            at += len;
        } else {
            break;
        }
    }
    at
}

/// The length of a reference mark such as `[12]`, perhaps after a space.
fn reference(rest: &str) -> Option<usize> {
    let mark = rest.strip_prefix(' ').unwrap_or(rest);
    let digits = mark.strip_prefix('[')?.bytes().take_while(u8::is_ascii_digit).count();
    let closed = mark[1 + digits..].starts_with(']');
    (closed && (1..=3).contains(&digits)).then_some(rest.len() - mark.len() + digits + 2)
}

/// A mark before which a sentence begins.
pub(super) fn is_opener(c: char) -> bool {
    matches!(c, '"' | '“' | '‘' | '\'' | '«' | '‹' | '(' | '[' | '„' | '「')
}

/// A dash, after which a sentence goes on: `“Enough!” — Ann Lee, a nurse`.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―')
}

/// A lower-case word with a capital inside, as names are: `iPhone`, `al-Shabab`, `d’Estaing`.
pub(super) fn is_mixed(word: &str) -> bool {
    word.starts_with(char::is_lowercase) && word.contains(char::is_uppercase)
}

/// The word at the head of a text, with what is joined to it by hyphens and apostrophes.
pub(super) fn first_word(text: &str) -> &str {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
    text[..text.find(|c| !joins(c)).unwrap_or(text.len())].trim_end_matches(['-', '\'', '’'])
}

/// The word at the end of a text, stops inside it kept: `U.S` of `in the U.S`.
pub(super) fn last_word(text: &str) -> &str {
    let joins = |c: char| c.is_alphanumeric() || c == '.';
    let text = &text[text.floor_char_boundary(text.len().saturating_sub(WORD))..];
    let start = text.rfind(|c| !joins(c)).map_or(0, |at| text.ceil_char_boundary(at + 1));
    text[start..].trim_start_matches('.')
}
