//! `portfolios.txt` → fields of government, and the words by which a minister's title goes on to his: `of Trade and Industry`.

use std::collections::HashSet;

/// The words for fields, as they are written in titles and in names of bodies.
#[derive(Debug, Default)]
pub(super) struct Portfolios {
    words: HashSet<&'static str>,
}

/// Those who have a field of government that their title names.
const MINISTERS: &[&str] = &[
    "Minister",
    "Secretary",
    "Undersecretary",
    "Under-Secretary",
    "Commissioner",
    "Undersecretary-General",
    "Director-General",
    "Director",
];

impl Portfolios {
    pub(super) fn read() -> Self {
        Self { words: include_str!("../../data/words/portfolios.txt").lines().collect() }
    }

    /// Whether a word with its capital is a field: `Fisheries`.
    pub(super) fn has(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// How many words of `after`, which follow a title, name the field of its bearer; `is_plain` tells words that are no names.
    pub(super) fn length(&self, title: &[&str], after: &[&str], is_plain: impl Fn(&str) -> bool) -> usize {
        let minister = title.iter().any(|word| MINISTERS.contains(word));
        if !minister || !matches!(after.first(), Some(&"of" | &"for")) {
            return 0;
        }
        let field = |at: usize| {
            let plain = |word: &str| self.has(word) || is_plain(word);
            after.get(at).is_some_and(|word| word.starts_with(char::is_uppercase) && plain(word))
        };
        let start = 1 + usize::from(after.get(1) == Some(&"the"));
        let mut end = start;
        while field(end)
            || end > start && matches!(after.get(end), Some(&"and" | &"&" | &",")) && field(end + 1)
        {
            end += 1;
        }
        // A list ends with `and`; a comma alone parts the title from what follows.
        let named = &after[start.min(after.len())..end.max(start).min(after.len())];
        let comma = named.iter().position(|word| *word == ",");
        let listed = named.iter().any(|word| matches!(*word, "and" | "&"));
        let count = comma.filter(|_| !listed).unwrap_or(named.len());
        if count > 0 { start + count } else { 0 }
    }
}
