//! A sentence and the gazetteer → marks: which words are part of an entry of which list.

use crate::document::Document;
use crate::gazetteer::{self, Gazetteer};
use crate::hash;

/// How many different marks there are for one list.
const PARTS: u16 = 8;
/// How many lists there can be.
pub(crate) const LISTS: usize = 64;
/// How many marks there can be.
pub(crate) const COUNT: usize = LISTS * PARTS as usize;

/// Where a word stands in an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    One,
    First,
    Middle,
    Last,
    /// The word is an entry, and no capitalized word stands beside it.
    OneAlone,
    /// The words of the entry, and no capitalized word stands beside them.
    Alone,
    /// A lower-case word of a list of common words.
    Common,
}

/// The mark of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Mark {
    /// The place of the word in its sentence.
    pub(crate) token: u32,
    /// List and part as one number below [`COUNT`].
    pub(crate) code: u16,
}

/// Finds the marks of a sentence, in the order of the words. An entry is looked for where a capitalized word stands; of each
/// list the longest entry counts.
pub(crate) fn find(document: &Document, sentence: usize, gazetteer: &Gazetteer) -> Vec<Mark> {
    let tokens = document.sentence(sentence);
    let mut marks = Vec::new();
    let mut ends = [0usize; LISTS];
    for start in 0..tokens.len() {
        let word = document.word(tokens[start]);
        if !word.shape.letter && !word.shape.capital {
            continue;
        }
        let Some((mask, reach)) = gazetteer.find(gazetteer::sequence([word.lower])) else { continue };
        if !word.shape.capital {
            each_list(mask & gazetteer.common, |list| push(&mut marks, start, list, Part::Common));
            continue;
        }
        let run = run(document, tokens, start);
        for (list, end) in longest(document, tokens, start, (mask, reach), gazetteer) {
            if ends[list] <= start {
                ends[list] = end;
                mark(&mut marks, list, start..end, run == (start, end));
            }
        }
    }
    marks.sort_unstable();
    marks.dedup();
    marks
}

/// The longest entry of each list that begins at `start`: the list and the end.
fn longest(
    document: &Document,
    tokens: &[u32],
    start: usize,
    (mask, reach): (u64, usize),
    gazetteer: &Gazetteer,
) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let long = document.word(tokens[start]).long;
    let take = |mask: u64, end: usize, found: &mut Vec<(usize, usize)>| {
        each_list(mask, |list| {
            found.retain(|&(other, _)| other != list);
            found.push((list, end));
        });
    };
    if long {
        take(mask, start + 1, &mut found);
    }
    let mut sequence = document.word(tokens[start]).lower;
    for end in start + 2..=(start + reach).min(tokens.len()) {
        sequence = hash::join(sequence, document.word(tokens[end - 1]).lower);
        if let Some((mask, _)) = gazetteer.find(sequence) {
            take(mask, end, &mut found);
        }
    }
    found
}

/// The unbroken capitalized words around a word, as start and end.
pub(crate) fn run(document: &Document, tokens: &[u32], at: usize) -> (usize, usize) {
    let capital = |token: &&u32| document.word(**token).shape.capital;
    let before = tokens[..at].iter().rev().take_while(capital).count();
    let after = tokens[at..].iter().take_while(capital).count();
    (at - before, at + after)
}

fn mark(marks: &mut Vec<Mark>, list: usize, words: std::ops::Range<usize>, alone: bool) {
    let last = words.end - 1;
    for token in words.clone() {
        let part = match token {
            _ if words.len() == 1 => Part::One,
            _ if token == words.start => Part::First,
            _ if token == last => Part::Last,
            _ => Part::Middle,
        };
        push(marks, token, list, part);
        if alone {
            push(marks, token, list, if words.len() == 1 { Part::OneAlone } else { Part::Alone });
        }
    }
}

fn push(marks: &mut Vec<Mark>, token: usize, list: usize, part: Part) {
    marks.push(Mark { token: token as u32, code: list as u16 * PARTS + part as u16 });
}

fn each_list(mut mask: u64, mut give: impl FnMut(usize)) {
    while mask != 0 {
        give(mask.trailing_zeros() as usize);
        mask &= mask - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bytes::Bytes;
    use crate::table;

    fn codes(sentence: &[&str]) -> Vec<(u32, u16, u16)> {
        let table = table::empty();
        let names = [("new lima", 1), ("lima", 1), ("new lima bank of trade", 2), ("baker", 4), ("x", 1)];
        let names =
            names.iter().map(|&(n, mask)| (n.split(' ').map(str::to_owned).collect(), mask)).collect();
        let gazetteer =
            Gazetteer::read(Bytes::loaded(&gazetteer::write(&names, 4, 1))).expect("it was just written");
        let document = Document::read(&[sentence.to_vec()], &table, |_, _| {});
        let marks = find(&document, 0, &gazetteer);
        marks.iter().map(|mark| (mark.token, mark.code / PARTS, mark.code % PARTS)).collect()
    }

    #[test]
    fn the_longest_entry_counts() {
        let [one, first, last, alone] =
            [Part::One, Part::First, Part::Last, Part::OneAlone].map(|part| part as u16);
        let run = Part::Alone as u16;
        assert_eq!(codes(&["in", "New", "Lima"]), [(1, 0, first), (1, 0, run), (2, 0, last), (2, 0, run)]);
        assert_eq!(codes(&["near", "Lima", "Avenue"]), [(1, 0, one)]);
        assert_eq!(codes(&["Lima"]), [(0, 0, one), (0, 0, alone)]);
        assert_eq!(
            codes(&["New", "Lima", "Bank", "of", "Trade"]).iter().filter(|mark| mark.1 == 1).count(),
            5
        );
    }

    #[test]
    fn lower_case_words_are_looked_for_in_common_lists_only() {
        assert_eq!(codes(&["a", "baker", "in", "lima"]), [(1, 2, Part::Common as u16)]);
        assert_eq!(codes(&["X", "marks", "it"]), []);
    }
}
