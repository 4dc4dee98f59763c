//! What people are known for: a title → the [`Field`]s it speaks of, by `data/fields.tsv`.

use std::collections::BTreeMap;

/// The fields of the table, each a bit.
pub(crate) type FieldSet = u16;

/// The words of titles and their fields.
#[derive(Debug)]
pub(crate) struct Fields {
    of: BTreeMap<&'static str, FieldSet>,
}

impl Fields {
    /// The table that is built in.
    pub(crate) fn builtin() -> Self {
        let mut names: Vec<&str> = Vec::new();
        let mut of: BTreeMap<&'static str, FieldSet> = BTreeMap::new();
        let rows = include_str!("../../data/fields.tsv").lines().skip(1);
        for (word, field) in rows.filter_map(|row| row.split_once('\t')) {
            let at = names.iter().position(|name| *name == field).unwrap_or_else(|| {
                names.push(field);
                names.len() - 1
            });
            *of.entry(word).or_default() |= 1 << at;
        }
        Self { of }
    }

    /// The fields of a title: those of its last word that has any, so that a `police union lawyer` is a lawyer.
    pub(crate) fn of(&self, title: &str) -> FieldSet {
        let words = title.rsplit([' ', '-']);
        words.filter_map(|word| self.of.get(word)).next().copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_says_what_a_title_is() {
        let fields = Fields::builtin();
        assert_eq!(fields.of("prime minister"), fields.of("senator"));
        assert_ne!(fields.of("striker"), fields.of("senator"));
        assert_eq!(fields.of("left-back"), fields.of("goalkeeper"));
        assert_eq!(fields.of("sage"), 0);
    }
}
