//! Plain text → Markdown that is drawn as that text. Whatever a seed holds, it stays text.

/// Appends `text`, every run of white space as one space, what Markdown would read as a mark with a backslash before it.
pub(super) fn text(text: &str, out: &mut String) {
    let mut space = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_whitespace() {
            space = true;
            continue;
        }
        if std::mem::take(&mut space) {
            out.push(' ');
        }
        // An ampersand is a mark only where an entity follows; `!` where a link may follow, also one that is added here.
        let mark = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '|' => true,
            '&' => chars.clone().find(|next| !next.is_ascii_alphanumeric() && *next != '#') == Some(';'),
            '!' => chars.peek().is_none_or(|next| *next == '['),
            _ => false,
        };
        if mark {
            out.push('\\');
        }
        out.push(if c == '\0' { char::REPLACEMENT_CHARACTER } else { c });
    }
    if space {
        out.push(' ');
    }
}

/// Appends a link whose text is `words`.
pub(super) fn link(words: &str, target: &str, out: &mut String) {
    out.push('[');
    text(words, out);
    out.push_str(&format!("]({target})"));
}

/// A line whose beginning Markdown does not take for a list, a heading, a quotation or a rule.
pub(super) fn line_start(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
        Some(b'#' | b'>' | b'+' | b'-' | b'=') if digits == 0 => format!("\\{line}"),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(plain: &str, markdown: &str) {
        let mut out = String::new();
        text(plain, &mut out);
        assert_eq!(line_start(&out), markdown);
    }

    #[test]
    fn marks_are_escaped_and_plain_prose_is_not() {
        check(
            "It's 70% of  the\nU.S. total (AT&T), he said!",
            "It's 70% of the U.S. total (AT&T), he said\\!",
        );
        check("a *b* [c](d) <i> `e` f_g \\ &amp;", "a \\*b\\* \\[c\\](d) \\<i> \\`e\\` f\\_g \\\\ \\&amp;");
        check("12. May", "12\\. May");
        check("- no list", "\\- no list");
        check("# no heading", "\\# no heading");
        check("2009 was", "2009 was");
        check("", "");
    }
}
