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

/// `be` and `have` have forms that no rule makes.
const ODD: &[(&str, &str, fn(VerbForm) -> VerbForm)] = &[
    ("am", "be", |form| VerbForm { third: true, ..form }),
    ("is", "be", |form| VerbForm { third: true, ..form }),
    ("are", "be", |form| VerbForm { third: true, ..form }),
    ("were", "be", |form| VerbForm { past: true, ..form }),
    ("has", "have", |form| VerbForm { third: true, ..form }),
    ("shot", "shoot", |form| VerbForm { past: true, participle: true, ..form }),
];

impl Verbs {
    pub(super) fn read() -> Self {
        let mut forms: HashMap<String, VerbForm> = HashMap::new();
        for row in rows(include_str!("../../data/verbs.tsv")) {
            let lemma = cell(&row, 0);
            let none =
                VerbForm { lemma, base: false, third: false, past: false, participle: false, ing: false };
            let (past, participle) = match (cell(&row, 1), cell(&row, 2)) {
                ("", _) => (regular_past(lemma), regular_past(lemma)),
                (past, participle) => (past.to_owned(), participle.to_owned()),
            };
            let mut add = |word: String, mark: fn(VerbForm) -> VerbForm| {
                // A base form is the verb's own; another verb's past (`found`, `saw`) comes second.
                let form = forms.entry(word).or_insert(none);
                if form.lemma == lemma {
                    *form = mark(*form);
                }
            };
            add(ing(lemma, &past), |form| VerbForm { ing: true, ..form });
            add(past, |form| VerbForm { past: true, ..form });
            add(participle, |form| VerbForm { participle: true, ..form });
            add(lemma.to_owned(), |form| VerbForm { base: true, ..form });
            add(third(lemma), |form| VerbForm { third: true, ..form });
        }
        for (word, lemma, mark) in ODD {
            let none =
                VerbForm { lemma, base: false, third: false, past: false, participle: false, ing: false };
            forms.insert((*word).to_owned(), mark(none));
        }
        Self { forms }
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
