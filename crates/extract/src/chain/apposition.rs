//! The words after a name → what they say its bearer is: an office, an age. Whom a later description means is not asked here.

use super::fold;
use super::scene::Scene;
use crate::mention::line::{Line, among};
use crate::token::TokenKind;

/// How many words may stand between a name and the noun that says what its bearer is.
const APPOSED: usize = 7;

/// The verbs that join a name with what its bearer is.
const COPULAS: &str = "is was became remains";

/// Words that end the search for the noun.
const ENDS: &str = "of for at in on from with to by and or but who which that whose where , . ; : ( ) — –";

/// The folded office that stands after a name: `finance minister` for `Lee, the Kenyan finance minister,`.
pub(crate) fn office(scene: &Scene, mention: usize) -> Option<String> {
    let m = &scene.mentions[mention];
    let line = &scene.lines[m.sentence];
    let head = head(scene, line, m.tokens.end)?;
    let from = (m.tokens.end..head).rev().take_while(|&at| is_plain(line, at)).last().unwrap_or(head);
    Some(fold::fold(&line.words[from..=head].join(" ")))
}

/// The noun that says after a name what its bearer is: `Lee, the Kenyan finance minister,` or `Lee is a lawyer`.
pub(crate) fn head(scene: &Scene, line: &Line, end: usize) -> Option<usize> {
    let opens = line.word(end) == "," || among(COPULAS, line.word(end));
    let from = end + 1;
    let article = among("a an the its his her their", line.word(from)) || line.word(end) == ",";
    if !opens || !article {
        return None;
    }
    let stretch = (from..line.len().min(from + APPOSED)).take_while(|&at| !ends(line.word(at)));
    stretch.filter(|&at| is_head(scene, line.word(at))).last()
}

/// Whether a word ends the description in which it stands.
pub(crate) fn ends(word: &str) -> bool {
    among(ENDS, word)
}

/// `54-year-old` for `Lee, 54,` and `Lee (54)`; nothing for a name without an age.
pub(crate) fn age(scene: &Scene, mention: usize) -> String {
    let m = &scene.mentions[mention];
    let line = &scene.lines[m.sentence];
    let end = m.tokens.end;
    let number = line.kinds.get(end + 1) == Some(&TokenKind::Number) && line.word(end + 1).len() < 4;
    let closed = match line.word(end) {
        "," => matches!(line.word(end + 2), "," | "." | ""),
        "(" => line.word(end + 2) == ")",
        _ => false,
    };
    if number && closed { format!("{}-year-old", line.word(end + 1)) } else { String::new() }
}

/// Whether a noun says what somebody is.
pub(crate) fn is_head(scene: &Scene, word: &str) -> bool {
    scene.lexicon.role_head(word)
        || scene.lexicon.title_at(&[word], 0).is_some_and(|title| title.class.is_role())
}

/// A lower-case word that may stand in a description before its noun.
fn is_plain(line: &Line, at: usize) -> bool {
    line.is_word(at)
        && line.word(at).starts_with(char::is_lowercase)
        && !among("a an the its his her their our one another some is was became remains", line.word(at))
}
