//! `verbs.tsv` → every form of each verb with its lemma. Regular forms are made, irregular ones listed.

use std::collections::HashMap;

use super::entry::{cell, rows};

/// What a form of a verb can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct VerbForm {
    pub(crate) lemma: &'static str,
    /// `strike`: after `to` and `will`, and in the present.
    pub(crate) base: bool,
    /// `strikes`.
    pub(crate) third: bool,
    /// `struck`, of the past.
    pub(crate) past: bool,
    /// `struck`, `written`: after `have` and `be`.
    pub(crate) participle: bool,
    /// `striking`.
    pub(crate) ing: bool,
}

#[derive(Debug)]
pub(super) struct Verbs {
    forms: HashMap<String, VerbForm>,
}

/// A mark of a form.
#[derive(Debug, Clone, Copy)]
enum Mark {
    Base,
    Third,
    Past,
    Participle,
    Ing,
}

/// Forms of `be` and `have` that no rule makes.
const ODD: &[(&str, &str, Mark)] = &[
    ("am", "be", Mark::Third),
    ("is", "be", Mark::Third),
    ("are", "be", Mark::Third),
    ("were", "be", Mark::Past),
    ("has", "have", Mark::Third),
];

impl VerbForm {
    /// A past form, of which it is not known whether it is the participle.
    pub(crate) fn past(lemma: &'static str) -> Self {
        Self { lemma, base: false, third: false, past: true, participle: true, ing: false }
    }

    fn mark(&mut self, mark: Mark) {
        match mark {
            Mark::Base => self.base = true,
            Mark::Third => self.third = true,
            Mark::Past => self.past = true,
            Mark::Participle => self.participle = true,
            Mark::Ing => self.ing = true,
        }
    }
}

impl Verbs {
    pub(super) fn read() -> Self {
        let mut verbs = Self { forms: HashMap::new() };
        for row in rows(include_str!("../../data/verbs.tsv")) {
            let lemma = cell(&row, 0);
            let (past, participle) = match (cell(&row, 1), cell(&row, 2)) {
                ("", _) => (regular_past(lemma), regular_past(lemma)),
                (past, participle) => (past.to_owned(), participle.to_owned()),
            };
            verbs.add(ing(lemma, &past), lemma, Mark::Ing);
            verbs.add(past, lemma, Mark::Past);
            verbs.add(participle, lemma, Mark::Participle);
            verbs.add(lemma.to_owned(), lemma, Mark::Base);
            verbs.add(third(lemma), lemma, Mark::Third);
        }
        for (word, lemma, mark) in ODD {
            verbs.add((*word).to_owned(), lemma, *mark);
        }
        verbs
    }

    /// Adds a form; one that another verb has already (`found`, `saw`) stays with it.
    fn add(&mut self, word: String, lemma: &'static str, mark: Mark) {
        let none = VerbForm { lemma, base: false, third: false, past: false, participle: false, ing: false };
        let form = self.forms.entry(word).or_insert(none);
        if form.lemma == lemma {
            form.mark(mark);
        }
    }

    pub(super) fn form(&self, lower: &str) -> Option<VerbForm> {
        self.forms.get(lower).copied()
    }
}

fn is_vowel(c: Option<char>) -> bool {
    matches!(c, Some('a' | 'e' | 'i' | 'o' | 'u'))
}

/// The lemma without a final `y` that stands after a consonant: `carr-`, and nothing for `play`.
fn y_stem(lemma: &str) -> Option<&str> {
    let stem = lemma.strip_suffix('y')?;
    (!is_vowel(stem.chars().last())).then_some(stem)
}

fn third(lemma: &str) -> String {
    if let Some(stem) = y_stem(lemma) {
        return format!("{stem}ies");
    }
    let hissing = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| lemma.ends_with(end));
    if hissing { format!("{lemma}es") } else { format!("{lemma}s") }
}

fn regular_past(lemma: &str) -> String {
    match (lemma.ends_with('e'), y_stem(lemma)) {
        (true, _) => format!("{lemma}d"),
        (_, Some(stem)) => format!("{stem}ied"),
        _ => format!("{lemma}ed"),
    }
}

fn ing(lemma: &str, past: &str) -> String {
    // `planned` shows that the last letter is doubled.
    if let Some(doubled) = past.strip_suffix("ed").filter(|stem| stem.len() == lemma.len() + 1) {
        return format!("{doubled}ing");
    }
    const DOUBLED: &[&str] = &[
        "begin", "bet", "cut", "dig", "forget", "get", "hit", "let", "put", "quit", "run", "set", "shut",
        "sit", "split", "swim", "win", "bid",
    ];
    if DOUBLED.contains(&lemma) {
        return format!("{lemma}{}ing", lemma.chars().last().unwrap_or_default());
    }
    match lemma {
        "be" => "being".to_owned(),
        "die" => "dying".to_owned(),
        "lie" => "lying".to_owned(),
        _ => match lemma.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o'])) {
            Some(stem) => format!("{stem}ing"),
            None => format!("{lemma}ing"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_lead_to_their_lemma() {
        let verbs = Verbs::read();
        let lemma = |word: &str| verbs.form(word).map(|form| form.lemma);
        for (word, expected) in [
            ("struck", "strike"),
            ("striking", "strike"),
            ("planned", "plan"),
            ("denies", "deny"),
            ("accused", "accuse"),
            ("met", "meet"),
            ("were", "be"),
            ("attacks", "attack"),
        ] {
            assert_eq!(lemma(word), Some(expected), "{word}");
        }
        assert_eq!(lemma("table"), None);
        let struck = verbs.form("struck").unwrap();
        assert!(struck.past && struck.participle && !struck.base);
    }
}
