//! A name as printed → its folded words, in which `Nicolás` and `NICOLAS` are the same.

use deunicode::deunicode;

/// The name in lower-case ASCII, without stops and apostrophes: `U.S. Côte d'Ivoire` gives `us cote divoire`.
pub(crate) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in deunicode(name).chars() {
        match c {
            '.' | '\'' | '`' | '"' | ',' => {}
            c if c.is_whitespace() => {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            c => folded.push(c.to_ascii_lowercase()),
        }
    }
    folded.trim_end().to_owned()
}

/// The folded words of a name, cut at spaces and hyphens: `Kim Jong-un` and `Kim Jong Un` have the same.
pub(crate) fn words(name: &str) -> Vec<String> {
    fold(name).split([' ', '-', '/']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// How many letters of a name are not ASCII: of two spellings the one with more is the better.
pub(crate) fn accents(name: &str) -> usize {
    name.chars().filter(|c| c.is_alphabetic() && !c.is_ascii()).count()
}
