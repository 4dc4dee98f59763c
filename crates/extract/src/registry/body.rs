//! Groups whose name many have: `Health Ministry`, `Supreme Court`, `PP`. In which country says whose it is.

use crate::registry::candidate::Corpus;
use crate::registry::evidence::Evidence;

/// Whether a name, in comparable form, may be that of a body of any country: an acronym of up to four letters, or a common
/// sort of body with no word of its own.
pub(super) fn is_anybodys(name: &str, block: &[usize], corpus: &Corpus<'_>) -> bool {
    let acronym = !name.contains(' ')
        && name.len() <= 4
        && block.iter().all(|&at| !corpus.candidates[at].name.chars().any(char::is_lowercase));
    acronym || !name.is_empty() && name.split(' ').all(is_common)
}

/// Whether a word of a body's name says what sort of body it is or what it is for.
fn is_common(word: &str) -> bool {
    include_str!("../../data/body_words.txt").lines().any(|known| known == word)
}

/// What an article shows of a body: the country it is mostly about.
pub(super) fn evidence<'r>(at: usize, corpus: &Corpus<'r>) -> Evidence<'r> {
    let mut evidence = Evidence::default();
    evidence.look_around(at, corpus);
    Evidence { countries: evidence.scenes.clone(), ..Evidence::default() }
}
