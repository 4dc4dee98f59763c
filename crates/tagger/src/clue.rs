//! The words of a sentence → their clues: what an encoder that reads lower case is told beside the letters.
//!
//! Case, casing of the word in large collections and in the document, lists of names, word cluster. A clue is a number
//! below `COUNT`; the weights of the encoder are trained with these very numbers. Lists may be added behind the last,
//! never moved.

use crate::document::Document;
use crate::gazetteer::Gazetteer;
use crate::mark;
use crate::word::Word;

/// How many clues there are.
#[cfg(feature = "accurate")]
pub(crate) const COUNT: usize = CLUSTER as usize + CLUSTERS as usize + 1;

/// The first clue of each sort.
const CASE: u16 = 0;
const RATIO: u16 = 10;
const FREQUENCY: u16 = 30;
const SENTENCE: u16 = 54;
const DOCUMENT: u16 = 57;
const LIST: u16 = 64;
const CLUSTER: u16 = LIST + LISTS * 8;

/// How many lists the encoder knows; clues of others are left out.
const LISTS: u16 = 48;
/// How many word clusters there are; words without one share the number after the last.
const CLUSTERS: u16 = 512;
/// Which share of a sentence's words is in capitals when the whole of it counts as such, in percent.
const ALL_CAPITALS: usize = 70;

/// The clues of each word of a sentence, in ascending order.
pub(crate) fn find(document: &Document, sentence: usize, gazetteer: &Gazetteer) -> Vec<Vec<u16>> {
    let tokens = document.sentence(sentence);
    let words: Vec<&Word> = tokens.iter().map(|&token| document.word(token)).collect();
    let upper = is_upper(&words);
    let mut clues: Vec<Vec<u16>> = words.iter().map(|word| own(word)).collect();
    for (i, clues) in clues.iter_mut().enumerate() {
        if i == 0 {
            clues.push(SENTENCE);
        }
        if upper {
            clues.push(SENTENCE + 1);
        }
        if words[i].shape.capital {
            let usage = document.usage(tokens[i]);
            let free = i > 0 && !words[i - 1].shape.opens;
            if usage.lower {
                clues.push(DOCUMENT);
            }
            clues.push(DOCUMENT + 1 + u16::from(usage.inside > u32::from(free)));
            clues.push(DOCUMENT + 3 + u16::from(free));
        }
    }
    for mark in mark::find(document, sentence, gazetteer) {
        if mark.code < LISTS * 8 {
            clues[mark.token as usize].push(LIST + mark.code);
        }
    }
    clues.iter_mut().for_each(|clues| clues.sort_unstable());
    clues
}

/// What a word says wherever it stands.
fn own(word: &Word) -> Vec<u16> {
    let cluster = word.clusters.kmeans.map_or(CLUSTERS, |[_, _, middle, _]| middle.min(CLUSTERS));
    vec![
        CASE + case(word),
        RATIO + u16::from(word.casing.ratio),
        FREQUENCY + u16::from(word.casing.frequency),
        CLUSTER + cluster,
    ]
}

/// How a word is written: a mark, digits first, lower case, small with capitals inside, a capital letter, capitals, `Xxx`.
fn case(word: &Word) -> u16 {
    let shape = &word.shape;
    match (shape.letter, shape.capital, shape.upper) {
        (false, _, true) => 0,
        (false, _, false) => {
            if shape.digit {
                1
            } else {
                2
            }
        }
        (true, false, _) => {
            if word.exact == word.lower {
                3
            } else {
                4
            }
        }
        (true, true, true) => {
            if word.long {
                5
            } else {
                6
            }
        }
        (true, true, false) => {
            if shape.humps {
                7
            } else {
                8
            }
        }
    }
}

fn is_upper(words: &[&Word]) -> bool {
    let letters = words.iter().filter(|word| word.shape.letter);
    let (upper, all) =
        letters.fold((0, 0), |(upper, all), word| (upper + usize::from(word.shape.upper), all + 1));
    upper * 100 > all * ALL_CAPITALS
}
