//! A misspelt name → the known one that may be meant.

/// How like a name a known one must be to be meant by it (Jaro-Winkler, 0 to 1): a letter or two are wrong.
pub const LIKE: f64 = 0.8;

/// The name among `known` that is nearest to a misspelt one, and at least so like it; see [`LIKE`]. Of two that are as near the
/// first in the order of the alphabet.
pub fn nearest<T: AsRef<str>>(name: &str, known: impl IntoIterator<Item = T>, least: f64) -> Option<T> {
    let liken = |other: T| (strsim::jaro_winkler(name, other.as_ref()), other);
    let near = known.into_iter().map(liken).filter(|(likeness, _)| *likeness >= least);
    let nearest =
        near.max_by(|(a, left), (b, right)| a.total_cmp(b).then_with(|| right.as_ref().cmp(left.as_ref())));
    nearest.map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found_and_a_strange_one_is_not_guessed() {
        let known = ["title", "published", "draft"];
        assert_eq!(nearest("titel", known, LIKE), Some("title"));
        assert_eq!(nearest("colour", known, LIKE), None);
        assert_eq!(nearest("ab", ["abd", "abc"], LIKE), Some("abc"));
    }
}
