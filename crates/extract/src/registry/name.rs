//! Names as strings: in comparable form, the best of several, a longer and a shorter one of one person.

use std::collections::BTreeMap;

use deunicode::deunicode;

/// A name in comparable form: ASCII, lower case, without punctuation.
pub(crate) fn key(name: &str) -> String {
    let words = deunicode(name).to_lowercase();
    let kept: String = words
        .chars()
        .map(|c| if c == '-' { ' ' } else { c })
        .filter(|c| c.is_alphanumeric() || *c == ' ')
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a form is an acronym: two to eight letters, none of them lower case.
pub(crate) fn is_acronym(form: &str) -> bool {
    let letters = form.chars().filter(|c| c.is_alphabetic()).count();
    (2..=8).contains(&letters) && !form.contains(' ') && !form.chars().any(char::is_lowercase)
}

/// A place's name as it would stand in prose: `FLINT` in a dateline is Flint.
pub(crate) fn calm(name: &str) -> String {
    let shouted =
        name.chars().filter(|c| c.is_alphabetic()).count() > 3 && !name.chars().any(char::is_lowercase);
    if !shouted || name.contains('.') {
        return name.to_owned();
    }
    let mut inner = false;
    let chars = name.chars().flat_map(|c| {
        let lower = std::mem::replace(&mut inner, c.is_alphabetic()) && c.is_uppercase();
        let plain = (!lower).then_some(c);
        plain.into_iter().chain(c.to_lowercase().filter(move |_| lower))
    });
    chars.collect()
}

/// The name under which an entity is shown: the one most articles use; of equals the one with diacritics, then the longer.
pub(crate) fn best<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    if let (Some((name, _)), 1) = (counts.first_key_value(), counts.len()) {
        return (*name).to_owned();
    }
    let words = |name: &str| name.split(' ').count();
    let longest = counts.keys().map(|name| words(name)).max().unwrap_or(0);
    let full = |name: &&&str| longest < 2 || words(name) > 1;
    let rank = |name: &&&str| {
        (counts[**name], name.len() - name.chars().count(), words(name), std::cmp::Reverse(name.to_string()))
    };
    let mut name =
        counts.keys().filter(full).max_by_key(rank).map_or_else(String::new, |name| (*name).to_owned());
    // `Nicolas Maduro` in most articles and `Nicolás Maduro` in one is still spelled with its diacritics.
    let marked =
        counts.keys().filter(|other| key(other) == key(&name)).max_by_key(|n| n.len() - n.chars().count());
    if let Some(marked) = marked {
        name = (*marked).to_owned();
    }
    name
}

/// `nicolas maduro` of `nicolas maduro moros`, `george bush` of `george w bush`; a surname alone is nobody's.
pub(crate) fn is_shorter(short: &[&str], long: &[&str]) -> bool {
    match short {
        [] | [_] => false,
        [first, .., last] => {
            let initials =
                long.len() > 2 && short.len() == 2 && long[1..long.len() - 1].iter().all(|w| w.len() == 1);
            long.len() > short.len()
                && (long.starts_with(short) || initials && long[0] == *first && long.last() == Some(last))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shouted_places_are_calmed() {
        let names = ["FLINT", "PORT-AU-PRINCE", "SÃO TOMÉ", "U.S.", "Lima", "LA"];
        assert_eq!(names.map(calm), ["Flint", "Port-Au-Prince", "São Tomé", "U.S.", "Lima", "LA"]);
    }

    #[test]
    fn names_compare_without_marks() {
        assert_eq!(key("Nicolás  Maduro-Moros"), key("Nicolas Maduro Moros"));
        assert_eq!(key("Shaquille O’Neal"), "shaquille oneal");
        assert!(is_acronym("DEA") && is_acronym("U.N.") && !is_acronym("Nato") && !is_acronym("A"));
    }

    #[test]
    fn a_shorter_name_keeps_first_and_last() {
        let shorter = |a: &str, b: &str| {
            is_shorter(&a.split(' ').collect::<Vec<_>>(), &b.split(' ').collect::<Vec<_>>())
        };
        assert!(shorter("nicolas maduro", "nicolas maduro moros"));
        assert!(shorter("george bush", "george h w bush"));
        assert!(!shorter("george bush", "george walker bush"));
        assert!(!shorter("maduro", "nicolas maduro") && !shorter("raul castro", "fidel castro"));
    }
}
