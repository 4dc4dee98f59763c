//! The forms of a chain as printed → the name it is shown under.

use std::collections::BTreeMap;

use model::EntityKind;

use super::draft::Thread;
use super::fold;
use super::group::GroupName;
use super::scene::Scene;
use crate::mention::Known;
use crate::mention::line::is_upper;

/// The lexicon's name, or the fullest of the forms with the best spelling of each word.
pub(crate) fn choose(scene: &Scene, thread: &Thread, forms: &[String]) -> String {
    if let Some(known) = thread.known {
        return of_known(scene, known);
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for form in forms {
        *counts.entry(form).or_default() += 1;
    }
    let acronym = |form: &str| thread.kind == EntityKind::Group && GroupName::parse(form).is_acronym();
    let fullest = counts.iter().max_by_key(|(form, count)| {
        (
            !acronym(form),
            !shouts(form),
            form.split(' ').count(),
            form.chars().count(),
            fold::accents(form),
            **count,
            std::cmp::Reverse(**form),
        )
    });
    let Some((fullest, _)) = fullest else { return String::new() };
    let words = fullest.split(' ').map(|word| best(word, forms));
    words
        .map(|word| if shouts(fullest) && !acronym(fullest) { quiet(&word) } else { word })
        .collect::<Vec<_>>()
        .join(" ")
}

fn of_known(scene: &Scene, known: Known) -> String {
    match known {
        Known::Country(code) => code.country().name.to_owned(),
        Known::Group(ix) => scene.lexicon.group(ix).name.to_owned(),
        Known::Place(ix) => scene.lexicon.place(ix).name.to_owned(),
    }
}

/// The spelling of a word with the most accents among all forms: `Nicolás` where another form has it.
fn best(word: &str, forms: &[String]) -> String {
    let folded = fold::fold(word);
    let same = forms
        .iter()
        .flat_map(|form| form.split(' '))
        .filter(|other| fold::fold(other) == folded && (is_upper(other) == is_upper(word)));
    same.max_by_key(|other| (fold::accents(other), *other == word, std::cmp::Reverse(*other)))
        .unwrap_or(word)
        .to_owned()
}

/// Whether a name is written in capitals as a headline is, and not as an acronym.
fn shouts(form: &str) -> bool {
    let words: Vec<&str> = form.split(' ').collect();
    words.len() > 1
        && words.iter().all(|word| is_upper(word) || word.chars().count() < 3)
        && words.iter().any(|word| word.chars().count() > 3)
}

/// The word with a capital at its head and after hyphens and apostrophes only.
fn quiet(word: &str) -> String {
    let mut head = true;
    word.chars()
        .map(|c| {
            let quiet: String = if head { c.to_string() } else { c.to_lowercase().collect() };
            head = !c.is_alphanumeric();
            quiet
        })
        .collect()
}
