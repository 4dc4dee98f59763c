//! Parties by what their members are called: `the Liberals`, `Labor's vote`. Which party it is, is not decided here.

use model::EntityKind;

use super::line::{Style, among};
use super::page::Page;
use super::spot::Spot;
use crate::token::TokenKind;

/// How sure the form makes a group, in hundredths.
const SURE: i32 = 60;
/// What the members of parties are called, when the word has a capital.
const MEMBERS: &str = "\
    Liberals Conservatives Socialists Communists Nationals Nationalists Greens Christian-Democrats";
/// Parties that are called by a common noun.
const NOUNS: &str = "Labor Labour";
/// What a party does.
const DOES: &str = "\
    won lost wins loses leads led gained holds has had would will was is said says promised pledged";

/// The parties of a sentence.
pub(crate) fn read(page: &Page, sentence: usize) -> Vec<Spot> {
    let line = &page.lines[sentence];
    let party = |at: usize| {
        let (word, next) = (line.word(at), line.word(at + 1));
        let owner = line.kinds.get(at + 1) == Some(&TokenKind::Possessive);
        let member = next.starts_with(char::is_lowercase) && page.lexicon.is_role(next);
        let capital = line.is_capital(at + 1) || at > 0 && line.is_capital(at - 1);
        let noun = among(NOUNS, word) && (owner || member || among(DOES, next));
        let is_party = !capital && !page.is_plain(sentence, at) && among(MEMBERS, word) || !capital && noun;
        is_party.then(|| Spot::new(sentence, at..at + 1, EntityKind::Group, SURE))
    };
    (0..line.len()).filter_map(party).filter(|_| line.style == Style::Prose).collect()
}
