//! A name → the form under which it is looked up: ASCII, lower case, without marks, one space between words.

use deunicode::deunicode_char;
use model::EntityKind;

/// The form of a name.
pub(super) fn of(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    write(name, &mut key);
    key
}

/// Appends the form of a name.
pub(super) fn write(name: &str, key: &mut String) {
    let begin = key.len();
    let mut gap = false;
    let mut push = |c: char| match c {
        'a'..='z' | '0'..='9' | 'A'..='Z' => {
            if std::mem::take(&mut gap) && key.len() > begin {
                key.push(' ');
            }
            key.push(c.to_ascii_lowercase());
        }
        '-' | ' ' => gap = true,
        _ => {}
    };
    for c in name.chars() {
        if c.is_ascii() {
            push(c);
        } else if c.is_whitespace() {
            push(' ');
        } else {
            deunicode_char(c).unwrap_or_default().chars().for_each(&mut push);
        }
    }
}

/// Whether a name says enough: a person has two words and more, everything three letters.
pub(super) fn fits(key: &str, kind: EntityKind) -> bool {
    key.len() > 2 && (kind != EntityKind::Person || key.contains(' '))
}
