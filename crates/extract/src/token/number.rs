//! How far a number reaches: digits with separators inside, and the letters that touch them.

use super::word;

/// The length in bytes of the number at the head of `rest`, which begins with a digit.
pub(super) fn len(rest: &str) -> usize {
    let mut at = 0;
    while let Some(c) = rest[at..].chars().next() {
        if c.is_numeric() {
            at += c.len_utf8();
        } else if let Some(len) = separator(&rest[..at], &rest[at..]) {
            at += len;
        } else {
            break;
        }
    }
    at + letters(&rest[at..])
}

/// The length of a separator inside a number: a point or colon before a digit, a comma or narrow space before a group.
fn separator(before: &str, rest: &str) -> Option<usize> {
    let mark = rest.chars().next()?;
    let after = &rest[mark.len_utf8()..];
    let group = after.bytes().take_while(u8::is_ascii_digit).count();
    let inside = match mark {
        '.' | ':' => group > 0,
        ',' | '\'' | '’' if group == 3 => true,
        // Indian grouping: `12,34,000`.
        ',' if group == 2 => separator("0", &after[2..]).is_some() && after[2..].starts_with(','),
        '\u{a0}' | '\u{202f}' | '\u{2009}' => group == 3 && leads_groups(before),
        _ => false,
    };
    inside.then_some(mark.len_utf8())
}

/// Whether one to three digits, or groups set off by the same kind of space, stand before.
fn leads_groups(before: &str) -> bool {
    let last = before.rsplit(['\u{a0}', '\u{202f}', '\u{2009}']).next().unwrap_or(before);
    (1..=3).contains(&last.len()) && last.bytes().all(|b| b.is_ascii_digit())
}

/// The length of the letters and digits that touch a number, as in `1990s`, `1.2bn`, `25th`, `4x4`. `10a.m.` is two tokens.
fn letters(rest: &str) -> usize {
    let day_half =
        rest.get(..4).is_some_and(|head| matches!(head.to_ascii_lowercase().as_str(), "a.m." | "p.m."));
    if day_half { 0 } else { rest.find(|c| !word::holds(c)).unwrap_or(rest.len()) }
}
