//! The labels of a whole document → labels that agree: one name, one kind, and no mention of it left out.

use crate::gazetteer;
use crate::hash::{self, HashedMap};
use crate::label::{Label, NameKind};

/// How many votes a family name has for each full name that ends in it, and an acronym in brackets for each name before it.
const FAMILY_VOTES: u32 = 2;
const BRACKET_VOTES: u32 = 3;
/// Which share of a word's occurrences must be known names before the others are labeled as well, in percent.
const KNOWN_SHARE: u32 = 34;
/// How many words a name can have that is looked for.
const LONGEST: usize = 12;

const KINDS: [NameKind; 3] = [NameKind::Person, NameKind::Organization, NameKind::Location];

/// Makes the labels of a document agree, in three steps.
///
/// 1. Every labeled name votes for its kind; so do full names for the family name alone, and names for their acronym.
///    `is_place` names the words that are countries, states or large cities: these are no family names.
/// 2. A name with a strict majority for another kind takes that kind.
/// 3. A capitalized word outside of names takes the kind of the name that it is elsewhere in the document.
pub fn harmonize(sentences: &[Vec<&str>], labels: &mut [Vec<Label>], is_place: impl Fn(&str) -> bool) {
    let votes = vote(sentences, labels, is_place);
    for (words, labels) in sentences.iter().zip(labels.iter_mut()) {
        for (start, end, kind) in names(labels) {
            match votes.majority(name(&words[start..end])) {
                Some(other) if other != kind => paint(labels, start, end, other),
                _ => {}
            }
        }
    }
    for (words, labels) in sentences.iter().zip(labels.iter_mut()) {
        recover(words, labels, &votes);
    }
}

/// What the names of a document are taken for.
#[derive(Debug, Default)]
struct Votes {
    kinds: HashedMap<u64, [u32; 3]>,
    /// How often each word occurs.
    words: HashedMap<u64, u32>,
    /// The number of words of the longest name.
    longest: usize,
}

impl Votes {
    fn add(&mut self, name: u64, kind: NameKind, votes: u32) {
        self.kinds.entry(name).or_default()[kind as usize] += votes;
    }

    /// The kind that more than half of the votes for a name are for.
    fn majority(&self, name: u64) -> Option<NameKind> {
        let votes = self.kinds.get(&name)?;
        let all: u32 = votes.iter().sum();
        KINDS.into_iter().find(|&kind| 2 * votes[kind as usize] > all)
    }

    /// Whether a word of its own is a name often enough.
    fn is_known(&self, word: u64) -> bool {
        let votes: u32 = self.kinds.get(&word).map_or(0, |votes| votes.iter().sum());
        100 * votes >= KNOWN_SHARE * self.words.get(&word).copied().unwrap_or(0)
    }
}

fn vote(sentences: &[Vec<&str>], labels: &[Vec<Label>], is_place: impl Fn(&str) -> bool) -> Votes {
    let mut votes = Votes::default();
    for word in sentences.iter().flatten() {
        *votes.words.entry(hash::text(word)).or_default() += 1;
    }
    for (words, labels) in sentences.iter().zip(labels) {
        for (start, end, kind) in names(labels) {
            let mention = &words[start..end];
            votes.add(name(mention), kind, 1);
            votes.longest = votes.longest.max(mention.len().min(LONGEST));
            if kind == NameKind::Person {
                vote_family(mention, &is_place, &mut votes);
            } else if mention.len() > 1 {
                vote_acronyms(mention, &words[end..], kind, &mut votes);
            }
        }
    }
    votes
}

fn vote_family(mention: &[&str], is_place: impl Fn(&str) -> bool, votes: &mut Votes) {
    let last = mention[mention.len() - 1];
    if (2..=4).contains(&mention.len()) && last.chars().count() > 2 && !is_place(last) {
        votes.add(hash::text(last), NameKind::Person, FAMILY_VOTES);
    }
}

/// `World Trade Forum` votes for `WTF`, and for whatever stands in brackets after it.
fn vote_acronyms(mention: &[&str], after: &[&str], kind: NameKind, votes: &mut Votes) {
    let initials = |all: bool| -> String {
        let words = mention.iter().filter(|word| all || word.starts_with(char::is_uppercase));
        words.filter_map(|word| word.chars().next()).flat_map(char::to_uppercase).collect()
    };
    let (short, long) = (initials(false), initials(true));
    for acronym in [Some(&short), Some(&long).filter(|long| **long != short)].into_iter().flatten() {
        let hash = hash::text(acronym);
        if acronym.len() > 1 && votes.words.contains_key(&hash) {
            votes.add(hash, kind, 1);
        }
    }
    if let ["(", acronym, ")", ..] = after
        && is_acronym(acronym)
    {
        votes.add(hash::text(acronym), kind, BRACKET_VOTES);
    }
}

fn is_acronym(word: &str) -> bool {
    word.chars().count() > 1
        && word.starts_with(char::is_uppercase)
        && word.chars().filter(|c| c.is_uppercase()).count() > 1
}

/// Labels capitalized words outside of names, the longest known names first.
fn recover(words: &[&str], labels: &mut [Label], votes: &Votes) {
    for len in (1..=votes.longest.max(1).min(words.len())).rev() {
        for start in 0..=words.len() - len {
            let end = start + len;
            let free = |i: usize| labels[i] == Label::Outside;
            if !is_capital(words[start]) || !(start..end).all(free) {
                continue;
            }
            let known = name(&words[start..end]);
            let Some(kind) = votes.majority(known) else { continue };
            if len > 1 || votes.is_known(known) && stands_alone(words, labels, start) {
                paint(labels, start, end, kind);
            }
        }
    }
}

/// Whether no capitalized word outside of names touches the word: `Lee` is no person in `Lee Avenue`. The first word of a
/// sentence has its capital anyhow.
fn stands_alone(words: &[&str], labels: &[Label], at: usize) -> bool {
    let other = |i: usize| i < words.len() && labels[i] == Label::Outside && is_capital(words[i]);
    let touched = other(at + 1) || at > 1 && other(at - 1);
    !touched
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn name(words: &[&str]) -> u64 {
    gazetteer::sequence(words.iter().map(|word| hash::text(word)))
}

/// The names that labels spell, as start, end and kind.
fn names(labels: &[Label]) -> Vec<(usize, usize, NameKind)> {
    let mut found: Vec<(usize, usize, NameKind)> = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        match (label, found.last_mut()) {
            (Label::Begin(kind), _) => found.push((at, at + 1, *kind)),
            (Label::Inside(_), Some(last)) => last.1 = at + 1,
            _ => {}
        }
    }
    found
}

fn paint(labels: &mut [Label], start: usize, end: usize, kind: NameKind) {
    labels[start] = Label::Begin(kind);
    labels[start + 1..end].fill(Label::Inside(kind));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words with `/P`, `/O`, `/L` are labeled, with `+P` and so on they go on.
    fn check(marked: &[&str], expected: &[&str]) {
        let (words, mut labels) = read(marked);
        harmonize(&words, &mut labels, |word| word == "Texas");
        assert_eq!(labels, read(expected).1, "{marked:?}");
    }

    fn read<'a>(marked: &[&'a str]) -> (Vec<Vec<&'a str>>, Vec<Vec<Label>>) {
        let kind = |c: &str| match c {
            "P" => NameKind::Person,
            "O" => NameKind::Organization,
            _ => NameKind::Location,
        };
        let word = |word: &'a str| match (word.split_once('/'), word.split_once('+')) {
            (Some((word, k)), _) => (word, Label::Begin(kind(k))),
            (_, Some((word, k))) => (word, Label::Inside(kind(k))),
            _ => (word, Label::Outside),
        };
        marked.iter().map(|sentence| sentence.split(' ').map(word).unzip()).unzip()
    }

    #[test]
    fn a_family_name_is_the_person() {
        check(
            &["Ana/P Quiroga+P spoke", "Quiroga/L left", "so Quiroga said"],
            &["Ana/P Quiroga+P spoke", "Quiroga/P left", "so Quiroga/P said"],
        );
        check(&["Jo/P Texas+P sang", "in Texas/L then"], &["Jo/P Texas+P sang", "in Texas/L then"]);
    }

    #[test]
    fn an_acronym_is_its_name() {
        check(
            &["the Lima/O Port+O Council+O ( LPC/L ) met", "LPC/L and LPC/L"],
            &["the Lima/O Port+O Council+O ( LPC/O ) met", "LPC/O and LPC/O"],
        );
        check(
            &["the Port/O Council+O of+O Lima+O", "says PCL"],
            &["the Port/O Council+O of+O Lima+O", "says PCL/O"],
        );
    }

    #[test]
    fn part_of_another_name_is_left_alone() {
        check(&["Ana/P Quiroga+P", "on Quiroga Avenue"], &["Ana/P Quiroga+P", "on Quiroga Avenue"]);
        check(
            &["May/P", "May we go", "May he", "May it", "May I"],
            &["May/P", "May we go", "May he", "May it", "May I"],
        );
    }
}
