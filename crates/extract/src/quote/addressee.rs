//! The words after a verb of telling → whom it is said to: [`Addressee`], and where the phrase ends.

use diag::Span;
use model::EntityKind;

use super::word::{Word, span};
use crate::chain::ChainIx;
use crate::lexicon::{Finite, Lexicon, SpeechClass};
use crate::token::TokenKind;

/// Whom something is said to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Addressee {
    /// As printed.
    pub(super) span: Span,
    /// Whom it stands for, when the article names them.
    pub(super) chain: Option<ChainIx>,
}

/// The longest phrase, in words.
const LONGEST: usize = 10;

/// Words that open the clause and not the phrase: `asked how Lee could win`.
const OPENERS: &[&str] = &["that", "how", "why", "what", "whether", "if", "when", "where", "who", "which"];

/// The addressee of the verb at `verb`, and the index of the word after it.
pub(super) fn find(
    words: &[Word],
    verb: usize,
    class: SpeechClass,
    lexicon: &Lexicon,
) -> Option<(Addressee, usize)> {
    let takes =
        matches!(class, SpeechClass::Tell | SpeechClass::Ask | SpeechClass::Warn | SpeechClass::Promise);
    let first = match words.get(verb + 1)? {
        word if word.text == "to" => verb + 2,
        _ if takes => verb + 1,
        _ => return None,
    };
    let word = words.get(first).filter(|word| !word.quoted && !word.is(OPENERS))?;
    let end = past_bracket(words, end(words, first, lexicon));
    if word.is(&["me", "us", "them", "him", "her", "you", "myself", "himself", "herself"]) {
        let chain = word.name.and_then(|name| name.chain).filter(|_| !word.is(&["her"]) || end == first + 1);
        return Some((Addressee { span: word.span, chain }, if word.is(&["her"]) { end } else { first + 1 }));
    }
    let determined =
        word.is(&["the", "a", "an", "his", "her", "their", "its", "my", "our", "one", "two", "several"]);
    let plural = word.text.ends_with('s') && word.text.starts_with(char::is_lowercase) && word.text.len() > 3;
    let speaks = word.name.is_some_and(|name| name.kind != EntityKind::Place) || word.is_capital();
    let to = first > verb + 1;
    let people = plural
        || !to && holds(words, first, end, lexicon)
        || end > first && words[end - 1].is(&["media", "press"])
        || lexicon.speaker_noun(word.text)
        || word.is(&["congress", "lawmakers"]);
    // `said to be`, `told that`, `asked when`, `warned the plan would fail`.
    let fits =
        (speaks || people || determined && (class == SpeechClass::Tell || holds(words, first, end, lexicon)))
            && word.kind == TokenKind::Word;
    let last = end.checked_sub(1).filter(|last| *last >= first && fits)?;
    let named =
        words[first..end].iter().find(|w| w.name.is_some_and(|n| n.kind != EntityKind::Place && n.proper));
    let name = named.and_then(|word| word.name);
    let whole = name.filter(|name| name.span.end == words[last].span.end || words[first].name == Some(*name));
    let addressee = Addressee { span: span(words, first, last), chain: whole.and_then(|name| name.chain) };
    Some((addressee, end))
}

/// Past an acronym in brackets: `told the Osten Board (OB) that`.
fn past_bracket(words: &[Word], end: usize) -> usize {
    let opens = words.get(end).is_some_and(|word| word.text == "(");
    let close = words.get(end + 2).filter(|word| opens && word.text == ")");
    close.map_or(end, |_| end + 3)
}

/// Whether a phrase with an article names people or a body, and does not begin a clause.
fn holds(words: &[Word], first: usize, end: usize, lexicon: &Lexicon) -> bool {
    words[first..end].iter().any(|word| {
        let lower = word.text.to_lowercase();
        word.name.is_some_and(|name| name.kind != EntityKind::Place)
            || lexicon.speaker_noun(&lower)
            || lexicon.role_head(&lower)
            || word.is(&[
                "crowd",
                "audience",
                "rally",
                "conference",
                "hearing",
                "meeting",
                "gathering",
                "station",
                "show",
                "panel",
                "news",
                "network",
            ])
    })
}

/// The word after the phrase that begins at `first`: at a mark, a clause, a preposition that is not `of`.
fn end(words: &[Word], first: usize, lexicon: &Lexicon) -> usize {
    let stop = |at: &usize| {
        let word = &words[*at];
        let apart = word.quoted || word.kind == TokenKind::Mark && word.text != "-";
        let clause = word.is(&[
            "that",
            "he",
            "she",
            "it",
            "they",
            "we",
            "i",
            "you",
            "there",
            "who",
            "in",
            "on",
            "at",
            "during",
            "to",
            "about",
            "by",
            "after",
            "before",
            "as",
            "if",
            "whether",
            "how",
            "why",
            "what",
            "when",
            "where",
            "while",
            "for",
            "from",
            "with",
            "via",
            "last",
            "this",
            "earlier",
            "later",
            "not",
            "yesterday",
            "today",
            "outside",
        ]);
        // A second article or name begins the clause: `told reporters the plan`, `told Lee Cole had left`.
        let second = *at > first
            && (word.is(&[
                "the", "a", "an", "his", "her", "their", "its", "no", "some", "these", "those", "any", "all",
                "more",
            ]) && !words[*at - 1].is(&["of", "and"])
                || word.name.is_some() && begins_name(words, *at) && closed(words, *at, lexicon)
                || weekday(word));
        let verb = *at > first && lexicon.finite(word.text) == Some(Finite::Auxiliary);
        apart || *at > first && clause || second || verb
    };
    let last = words.len().min(first + LONGEST);
    (first..last).find(stop).unwrap_or(last)
}

fn weekday(word: &Word) -> bool {
    word.is_capital() && word.name.is_none() && word.text.ends_with("day")
}

fn begins_name(words: &[Word], at: usize) -> bool {
    words[at].name.is_some_and(|name| name.span.start == words[at].span.start)
}

/// Whether the phrase could end before the name at `at`: after another name or a plural.
fn closed(words: &[Word], at: usize, lexicon: &Lexicon) -> bool {
    let before = &words[at - 1];
    before.name.is_some()
        || before.is(&["reporters", "lawmakers", "journalists", "officials"])
        || before.text.ends_with('s')
            && !lexicon.role_head(before.text)
            && before.text.starts_with(char::is_lowercase)
}
