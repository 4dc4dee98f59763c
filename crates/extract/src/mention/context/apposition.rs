//! What a description between commas says of a name: `a company from Hong Kong, Norvik Holdings, ...`.

use std::ops::Range;

use crate::mention::line::among;
use crate::mention::page::Page;
use crate::mention::vote::Vote;
use crate::token::TokenKind;

use super::noun::{AFTER_HEAD, FIRMS, FOLK};

/// Nouns that describe a place between commas: `Osten, the capital of the region,`.
const SETTLEMENTS: &str = "\
    capital city town village port suburb district province region municipality hamlet enclave island";

/// What a description between commas says: `a company from Hong Kong, Norvik Holdings, ...`, `Norvik, a Danish brewer, ...`.
pub(super) fn weigh(page: &Page, sentence: usize, tokens: &Range<usize>) -> Vote {
    let line = &page.lines[sentence];
    let mut vote = Vote::default();
    for head in [described_before(page, sentence, tokens.start), described_after(page, sentence, tokens.end)]
    {
        let head = head.map_or("", |at| line.word(at));
        if among(FIRMS, head) {
            vote += Vote { place: 0, country: 0, person: -20, group: 50 };
        } else if among(FOLK, head) {
            vote += Vote { place: -10, country: -10, person: 50, group: -20 };
        } else if among(SETTLEMENTS, head) {
            vote += Vote { place: 60, country: 10, person: -60, group: -20 };
        }
    }
    vote
}

/// The head of the indefinite noun phrase that ends with the comma before a name.
fn described_before(page: &Page, sentence: usize, start: usize) -> Option<usize> {
    let line = &page.lines[sentence];
    let comma = start.checked_sub(1).filter(|&at| line.word(at) == ",")?;
    // `a priest in Vigan, Ilocos Sur`: the town's land follows.
    if comma > 1 && line.is_capital(comma - 1) && matches!(line.word(comma - 2), "in" | "near" | "at") {
        return None;
    }
    let article =
        (comma.saturating_sub(8)..comma).rev().find(|&at| !line.is_word(at) || is_article(line.word(at)))?;
    let head = head(page, sentence, article, comma)?;
    is_article(line.word(article)).then_some(head)
}

/// The head of the noun phrase with an article that follows a name and a comma.
fn described_after(page: &Page, sentence: usize, end: usize) -> Option<usize> {
    let line = &page.lines[sentence];
    // `Norvik, Lee's ferry company, ...`
    let owner = (end + 2..end + 4).find(|&at| line.kinds.get(at) == Some(&TokenKind::Possessive));
    let owner =
        owner.filter(|_| line.is_capital(end + 1) || line.word(end + 1) == "the" && line.is_capital(end + 2));
    let article = is_article(line.word(end + 1)) || line.word(end + 1) == "the";
    (line.word(end) == "," && (article || owner.is_some())).then_some(())?;
    let end = owner.map_or(end, |owner| owner - 1);
    let stop =
        (end + 2..line.len().min(end + 12)).find(|&at| !line.is_word(at)).unwrap_or(line.len().min(end + 12));
    // `Norvik, the company's chairman, ...` is the chairman.
    (line.kinds.get(stop) != Some(&TokenKind::Possessive)).then(|| head(page, sentence, end + 1, stop))?
}

fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an" | "A" | "An" | "another" | "Another")
}

/// The last word of a noun phrase before what goes on after it: `a Danish brewer that ...`.
fn head(page: &Page, sentence: usize, article: usize, end: usize) -> Option<usize> {
    let line = &page.lines[sentence];
    let stop = (article + 1..end).find(|&at| among(AFTER_HEAD, line.word(at))).unwrap_or(end);
    stop.checked_sub(1).filter(|&at| at > article)
}
