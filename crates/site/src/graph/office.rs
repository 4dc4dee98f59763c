//! Titles of offices: whether one person can hold both.

/// Whether nobody holds both titles: one office, `minister`, of two departments, and neither is a short form of the other.
pub(super) fn exclude(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let words = |title: &str| title.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (a_words, b_words) = (words(&a), words(&b));
    let within = |a: &[String], b: &[String]| a.iter().all(|word| b.contains(word));
    head(&a) == head(&b) && !within(&a_words, &b_words) && !within(&b_words, &a_words)
}

/// The noun of a title: `secretary` of `secretary of state`, `minister` of `foreign minister`.
fn head(title: &str) -> &str {
    let front = [" of ", " for ", " to "].iter().filter_map(|cut| title.find(cut)).min();
    title[..front.unwrap_or(title.len())].split_whitespace().next_back().unwrap_or_default()
}
