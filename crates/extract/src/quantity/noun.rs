//! The noun that a number counts → its singular.

/// Plurals that no rule gives.
const IRREGULAR: &[(&str, &str)] = &[
    ("people", "person"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("policemen", "policeman"),
    ("servicemen", "serviceman"),
    ("gunmen", "gunman"),
    ("fishermen", "fisherman"),
    ("feet", "foot"),
    ("lives", "life"),
    ("wives", "wife"),
    ("knives", "knife"),
    ("aircraft", "aircraft"),
    ("troops", "troop"),
    ("police", "police officer"),
    ("personnel", "member of personnel"),
    ("dead", "dead"),
    ("injured", "injured"),
    ("wounded", "wounded"),
    ("buses", "bus"),
    ("gases", "gas"),
    ("crises", "crisis"),
    ("series", "series"),
    ("species", "species"),
    ("hostages", "hostage"),
    ("percent", "percent"),
    ("livestock", "livestock"),
    ("cattle", "cattle"),
    ("members", "member"),
    ("headquarters", "headquarters"),
    ("oxen", "ox"),
    ("mice", "mouse"),
    ("teeth", "tooth"),
];

/// Words in `s` that are no plural nouns, or that end what is counted.
const NO_NOUNS: &[&str] = &[
    "is",
    "was",
    "has",
    "this",
    "its",
    "his",
    "hers",
    "as",
    "us",
    "yes",
    "thus",
    "less",
    "plus",
    "across",
    "towards",
    "afterwards",
    "besides",
    "perhaps",
    "always",
    "others",
    "years'",
    "various",
    "serious",
    "previous",
    "religious",
    "famous",
    "dangerous",
    "indigenous",
    "numerous",
    "such",
    "does",
    "says",
    "goes",
    "ours",
    "yours",
];

/// The singular of a plural noun; none for a word that is no plural.
pub(super) fn singular(word: &str) -> Option<String> {
    if let Some((_, one)) = IRREGULAR.iter().find(|(many, _)| *many == word) {
        return Some((*one).to_owned());
    }
    let plural = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is");
    if !plural || NO_NOUNS.contains(&word) || !word.chars().all(|c| c.is_lowercase() || c == '-') {
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
