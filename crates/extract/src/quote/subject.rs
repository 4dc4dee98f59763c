//! The words before a verb → its [`Subject`]: a name, a pronoun, a description, or a name before an apposition.

use diag::Span;
use model::EntityKind;

use super::apposition::{self, BOUNDARIES, ends_clause, is_hyphen};
use super::description::{description, noun, speaks};
use super::governor::{governed, possessive_pronoun, stands, start_of, title_start};
use super::word::{Name, Word};
use crate::chain::ChainIx;
use crate::lexicon::{Finite, Lexicon};
use crate::token::TokenKind;

/// Who or what says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Subject {
    /// As printed.
    pub(super) span: Span,
    /// Whom it stands for.
    pub(super) chain: Option<ChainIx>,
}

/// Words that may stand between a subject and its verb.
const BETWEEN: &[&str] = &[
    "also",
    "often",
    "once",
    "then",
    "has",
    "have",
    "had",
    "later",
    "never",
    "still",
    "now",
    "just",
    "again",
    "first",
    "once",
    "even",
    "both",
    "all",
    "did",
    "does",
    "will",
    "would",
    "could",
    "can",
    "not",
    "is",
    "are",
    "was",
    "were",
    "may",
    "might",
    "further",
    "already",
    "always",
    "soon",
    "himself",
    "herself",
    "themselves",
    "itself",
    "do",
    "ever",
    "went",
    "on",
    "appeared",
    "appears",
    "seemed",
    "seems",
    "began",
    "continued",
    "continues",
    "to",
    "be",
    "been",
    "being",
    "’s",
    "'s",
];

/// Nouns behind the name of a body that say what it is.
const SORTS: &[&str] = &[
    "newspaper",
    "daily",
    "weekly",
    "tabloid",
    "magazine",
    "agency",
    "radio",
    "television",
    "tv",
    "broadcaster",
    "network",
    "channel",
    "station",
    "website",
    "portal",
    "outlet",
    "newswire",
    "paper",
    "party",
    "union",
    "charity",
    "airline",
    "group",
];

/// Endings of nouns for those who do something.
const AGENTS: &[&str] = &["tor", "er", "ist", "ian", "man", "woman", "ant", "ee"];

/// How many words a clause before its verb may have.
pub(super) const WINDOW: usize = 40;

/// The subject of the verb at `verb`.
pub(super) fn before(words: &[Word], verb: usize, lexicon: &Lexicon) -> Option<Subject> {
    let last = (verb.saturating_sub(6)..verb).rev().find(|&at| !between(words, at, verb))?;
    let word = &words[last];
    if word.is(&[",", ")", "—", "–"]) || word.text == "-" && !is_hyphen(words, last) {
        return apposition::head(words, last, lexicon);
    }
    if word.is_pronoun() {
        return Some(pronoun(word));
    }
    if word.is(&["who", "which"]) {
        return relative(words, last, lexicon);
    }
    // `a letter that says`.
    if word.text == "that" && last + 1 == verb && last > 0 && speaks(&words[last - 1], lexicon) {
        return relative(words, last, lexicon);
    }
    if word.is(BOUNDARIES) {
        return coordinate(words, last, lexicon);
    }
    near(words, last, lexicon)
}

/// Whether the word at `at` may stand between a subject and the verb at `verb`.
fn between(words: &[Word], at: usize, verb: usize) -> bool {
    let word = &words[at];
    let adverb = word.is_adverb() && word.text.len() > 4 && word.name.is_none();
    let day = word.is_capital() && word.name.is_none() && words[at].text.ends_with("day");
    // `she's said`, but not `a friend of Lee's said`.
    let possessive = word.kind == TokenKind::Possessive && at + 1 != verb;
    !possessive && (adverb || day || word.is(BETWEEN))
}

/// The name or description that ends right at `last`, or the nearest one that no preposition governs.
pub(super) fn near(words: &[Word], last: usize, lexicon: &Lexicon) -> Option<Subject> {
    let reports =
        |at: usize| words[at].text.ends_with("ing") && lexicon.speech_verb(words[at].text).is_some();
    let from = (last.saturating_sub(WINDOW)..=last).rev().find(|&at| ends_clause(words, at) || reports(at));
    let from = from.map_or(last.saturating_sub(WINDOW), |at| at + 1);
    if let Some(unnamed) = of_body(words, from, last, lexicon) {
        return Some(unnamed);
    }
    let mut at = last + 1;
    while at > from {
        at -= 1;
        let word = &words[at];
        if let Some(name) = word.name.filter(|_| !possessive_pronoun(word)) {
            let start = start_of(words, at, name.span);
            let clause = at == last && opens_clause(words, start, lexicon);
            if (clause || stands(words, start, at, lexicon)) && name.kind != EntityKind::Place {
                if let Some(both) = together(words, start, name, lexicon) {
                    return Some(both);
                }
                return Some(Subject { span: name.span, chain: name.chain });
            }
            at = start.max(from);
        } else if speaks(word, lexicon) && !owns(words, at) && !governed(words, at, lexicon) {
            return Some(sorted(words, at).unwrap_or_else(|| noun(words, from, at)));
        } else if word.is_pronoun() && !governed(words, at, lexicon) {
            return Some(pronoun(word));
        }
    }
    // `who in June said`.
    let who = from.checked_sub(1).filter(|&at| words[at].is(&["who"]));
    who.and_then(|at| relative(words, at, lexicon)).or_else(|| description(words, from, last, lexicon))
}

/// Somebody of a body who is not named: `the Osten Party communicator`. The body does not speak.
fn of_body(words: &[Word], from: usize, last: usize, lexicon: &Lexicon) -> Option<Subject> {
    let word = &words[last];
    let agent = AGENTS.iter().any(|ending| word.text.len() > ending.len() + 3 && word.text.ends_with(ending));
    let small = word.name.is_none() && word.text.starts_with(char::is_lowercase);
    let listed = speaks(word, lexicon) || word.is(SORTS) || lexicon.finite(word.text).is_some();
    let body = last.checked_sub(1).filter(|at| *at >= from).and_then(|at| words[at].name)?;
    let fits = agent && small && !listed && body.proper && body.kind != EntityKind::Person;
    let start = start_of(words, last - 1, body.span);
    (fits && !governed(words, start, lexicon)).then(|| noun(words, from, last))
}

/// The body that the noun at `at` says the sort of: `Osten Pravda newspaper`, `Norvik news agency`.
fn sorted(words: &[Word], at: usize) -> Option<Subject> {
    let last = at.checked_sub(1 + usize::from(at > 1 && words[at - 1].text == "news"))?;
    let body = words[last].name.filter(|name| name.proper && name.kind == EntityKind::Group)?;
    (words[at].is(SORTS) && body.span.end == words[last].span.end)
        .then_some(Subject { span: body.span, chain: body.chain })
}

/// Whether the word before a name that a verb follows opens a clause: `after Lee said`.
fn opens_clause(words: &[Word], start: usize, lexicon: &Lexicon) -> bool {
    let mut first = title_start(words, start, lexicon);
    while first > 0
        && (words[first - 1].is_capital() && words[first - 1].name.is_some()
            || words[first - 1].text == "the")
    {
        first -= 1;
    }
    first > 0 && words[first - 1].is(&["after", "before", "since", "than", "as", "until"])
}

/// `Lee and Ek said`: two who say it together are no one speaker. The first must stand where a subject begins; in `Lee met Ek and
/// Cole said` one of them speaks.
fn together(words: &[Word], start: usize, second: Name, lexicon: &Lexicon) -> Option<Subject> {
    let and = title_start(words, start, lexicon).checked_sub(1).filter(|&and| words[and].is(&["and"]))?;
    let last = and.checked_sub(1)?;
    let first =
        words[last].name.filter(|first| first.kind != EntityKind::Place && first.chain != second.chain)?;
    if possessive_pronoun(&words[last]) || first.span.end != words[last].span.end {
        return None;
    }
    let head = title_start(words, start_of(words, last, first.span), lexicon);
    let opens =
        head == 0 || words[head - 1].is(&[",", ";", ":", "that", "but", "But", "and", "And", "—", "–"]);
    opens.then(|| Subject { span: words[head].span.cover(second.span), chain: None })
}

/// Whether the word is the possessor of what follows: `the mayor's office`.
fn owns(words: &[Word], at: usize) -> bool {
    words.get(at + 1).is_some_and(|next| next.kind == TokenKind::Possessive)
}

/// The word that `who` at `at` goes on about.
fn relative(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<Subject> {
    let mut last = words[..at].iter().rposition(|word| word.text != ",")?;
    // `Ann Lee (N.Y.), who`.
    if words[last].text == ")" {
        last = (last.saturating_sub(8)..last).rev().find(|&at| words[at].text == "(")?.checked_sub(1)?;
    }
    let named = words[last].name.filter(|name| name.kind != EntityKind::Place);
    // `a clerk at the ministry who told them`, but `an aide to Lee, who told them`.
    let apart = last + 1 < at;
    let head = |name: &Name| apart || !governed(words, start_of(words, last, name.span), lexicon);
    match named.filter(head) {
        Some(name) => Some(Subject { span: name.span, chain: name.chain }),
        None => near(words, last, lexicon),
    }
}

/// `Lee met them on Monday and said`: the subject of the first verb of the sentence.
fn coordinate(words: &[Word], boundary: usize, lexicon: &Lexicon) -> Option<Subject> {
    let joins = words[boundary].is(&["and", "but", "or", "while", "—", "–", "-"]);
    let verb = joins.then(|| first_verb(words, boundary, lexicon)).flatten()?;
    // `Lee left after she met them and said`: joined to the clause that depends, unless a comma stands before.
    let near = (words[boundary - 1].text != ",")
        .then(|| (verb..boundary).rev().find(|&at| opens_dependent(words, at)))
        .flatten()
        .and_then(|at| Some(at + 1 + first_verb(&words[at + 1..], boundary - at - 1, lexicon)?));
    near.and_then(|verb| before(words, verb, lexicon)).or_else(|| before(words, verb, lexicon))
}

/// Whether a clause that depends on the one before begins at `at` with its own subject: `after she met`.
fn opens_dependent(words: &[Word], at: usize) -> bool {
    let subject = words.get(at + 1).is_some_and(|next| next.is_pronoun() || next.is_person());
    words[at].is(&["after", "before", "when", "while", "because", "although", "though"]) && subject
}

/// The subject of the sentence, for a participle at its end: `Lee accused the firm of theft, saying`.
pub(super) fn of_sentence(words: &[Word], end: usize, lexicon: &Lexicon) -> Option<Subject> {
    let said = |at: &usize| {
        let word = &words[*at];
        !word.quoted
            && !word.text.ends_with("ing")
            && word.name.is_none()
            && lexicon.speech_verb(word.text).is_some()
    };
    let free = |verb: &usize| !is_embedded(words, *verb, lexicon);
    let near = (end.saturating_sub(WINDOW)..end)
        .rev()
        .filter(said)
        .filter(free)
        .find_map(|verb| before(words, verb, lexicon));
    near.or_else(|| first_verb(words, end, lexicon).and_then(|verb| before(words, verb, lexicon)))
}

/// Whether the verb stands in a clause that depends on an earlier verb: `asked` in `Lee denied that Ek had asked for it`.
fn is_embedded(words: &[Word], verb: usize, lexicon: &Lexicon) -> bool {
    let joins = |at: &usize| {
        words[*at].is(&[";", "while"]) || words[*at].text == "," && words[*at + 1].is(&["and", "but"])
    };
    let from = (0..verb).rev().find(joins).map_or(0, |at| at + 1);
    let opener = (from..verb).find(|&at| words[at].is(&["that", "whether", "what"]) && !words[at].quoted);
    opener.is_some_and(|opener| first_verb(&words[from..], opener - from, lexicon).is_some())
}

/// The first word before `end` that is the verb of a clause, with a subject before it.
fn first_verb(words: &[Word], end: usize, lexicon: &Lexicon) -> Option<usize> {
    (1..end.min(WINDOW)).find(|&at| {
        let word = &words[at];
        let adverb = at > 1 && words[at - 1].is_adverb();
        let noun = words[if adverb { at - 2 } else { at - 1 }]
            .is(&["a", "an", "the", "of", "to", "in", "by", "his", "her", "their"]);
        let form = lexicon.finite(word.text);
        let sure = matches!(form, Some(Finite::Auxiliary | Finite::Past));
        let said = lexicon.speech_verb(word.text).is_some() && !word.text.ends_with("ing");
        let present = form == Some(Finite::Present) && words[at - 1].name.is_some();
        !noun && !word.quoted && word.name.is_none() && (sure || said || present)
    })
}

fn pronoun(word: &Word) -> Subject {
    Subject { span: word.span, chain: word.name.and_then(|name| name.chain) }
}

/// The person just before a participle: `footage of Ann Lee saying`, `with Ann Lee writing`.
pub(super) fn of_participle(words: &[Word], participle: usize) -> Option<Subject> {
    let name = words.get(participle.checked_sub(1)?)?.name?;
    (name.kind == EntityKind::Person).then_some(Subject { span: name.span, chain: name.chain })
}
