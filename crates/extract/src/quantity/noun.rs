//! The noun that a number counts → its singular.

use crate::mention::line::among;

/// Plurals that no rule gives.
const IRREGULAR: &str = include_str!("../../data/words/irregular_plurals.tsv");

/// Words in `s` that are no plural nouns, or that end what is counted.
const NO_NOUNS: &str = include_str!("../../data/words/no_plurals.txt");

/// The singular of a plural noun; none for a word that is no plural.
pub(super) fn singular(word: &str) -> Option<String> {
    if let Some((_, one)) =
        IRREGULAR.lines().filter_map(|line| line.split_once('\t')).find(|(many, _)| *many == word)
    {
        return Some(one.to_owned());
    }
    let plural = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is");
    if !plural || among(NO_NOUNS, word) || !word.chars().all(|c| c.is_lowercase() || c == '-') {
        return None;
    }
    let stem = |ending: &str, with: &str| word.strip_suffix(ending).map(|stem| format!("{stem}{with}"));
    stem("ies", "y")
        .or_else(|| {
            ["sses", "shes", "ches", "xes", "zes"]
                .iter()
                .find(|e| word.ends_with(**e))
                .and_then(|_| stem("es", ""))
        })
        .or_else(|| stem("s", ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_become_singular_and_other_words_do_not() {
        let one = |word: &str| singular(word).unwrap_or_default();
        assert_eq!(
            [one("people"), one("gangs"), one("countries"), one("churches"), one("boxes")],
            ["person", "gang", "country", "church", "box"]
        );
        assert_eq!(
            [one("warships"), one("houses"), one("glass"), one("was"), one("Texas")],
            ["warship", "house", "", "", ""]
        );
    }
}
