//! A word in the form under which names are looked up.

use std::borrow::Cow;

use deunicode::deunicode;

/// The word in ASCII, its case kept, without stops: `U.S.` and `US`, `Méxi­co` and `Mexico` are one.
pub(crate) fn fold(word: &str) -> Cow<'_, str> {
    let dotted = word.contains('.') && word.len() > 1;
    if word.is_ascii() && !dotted {
        return Cow::Borrowed(word);
    }
    let ascii = if word.is_ascii() { Cow::Borrowed(word) } else { Cow::Owned(deunicode(word)) };
    if dotted { Cow::Owned(ascii.replace('.', "")) } else { ascii }
}

/// A shouted word as it would stand in prose: `ECUADOR` gives `Ecuador`; short ones are acronyms and stay.
pub(super) fn unshout(word: &str) -> Option<String> {
    let shouted = word.len() > 3 && word.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
    let mut letters = word.chars();
    let first = letters.next().filter(|c| shouted && c.is_alphabetic())?;
    Some(first.to_string() + &letters.as_str().to_lowercase())
}
