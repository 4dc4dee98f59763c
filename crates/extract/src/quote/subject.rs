//! The words before a verb → its [`Subject`]: a name, a pronoun, a description, or a name before an apposition.

use diag::Span;
use model::EntityKind;

use super::word::{Word, span};
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

/// Words before a name that make it no subject.
const GOVERNORS: &[&str] = &[
    "of",
    "in",
    "on",
    "at",
    "by",
    "with",
    "from",
    "to",
    "for",
    "about",
    "against",
    "than",
    "like",
    "under",
    "over",
    "after",
    "before",
    "between",
    "into",
    "near",
    "told",
    "tells",
    "telling",
    "via",
    "including",
    "among",
    "toward",
    "towards",
    "behind",
    "without",
    "since",
    "during",
    "and/or",
];

/// The words that begin the description of a speaker.
const DETERMINERS: &[&str] = &[
    "the", "a", "an", "my", "his", "her", "our", "their", "its", "one", "another", "some", "many", "several",
    "two", "three", "four", "five", "no", "most", "both", "this", "that", "those", "these", "other", "few",
];

/// Words that end the clause before them.
const BOUNDARIES: &[&str] = &[
    ",", ";", ":", "—", "–", "-", "(", ")", "and", "but", "or", "that", "which", "when", "while", "because",
    "as", "if", "though", "although", "where", "so", "until", "before", "after", "since", "whether",
];

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
    "to",
    "be",
    "been",
    "being",
    "’s",
    "'s",
];

/// The longest description of a speaker, in words.
const DESCRIPTION: usize = 9;

/// How many words a clause before its verb may have.
const WINDOW: usize = 40;

/// The subject of the verb at `verb`.
pub(super) fn before(words: &[Word], verb: usize, lexicon: &Lexicon) -> Option<Subject> {
    let last = (verb.saturating_sub(6)..verb).rev().find(|&at| !between(words, at, verb))?;
    let word = &words[last];
    if word.text == "," || word.text == ")" || word.text == "—" {
        return apposed(words, last, lexicon);
    }
    if word.is_pronoun() {
        return Some(pronoun(word));
    }
    if word.is(&["who", "which"]) {
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
    let adverb = word.text.len() > 4 && word.text.ends_with("ly") && word.name.is_none();
    let day = word.is_capital() && word.name.is_none() && words[at].text.ends_with("day");
    // `she's said`, but not `a friend of Lee's said`.
    let possessive = word.kind == TokenKind::Possessive && at + 1 != verb;
    !possessive && (adverb || day || word.is(BETWEEN))
}

/// The name or description that ends right at `last`, or the nearest one that no preposition governs.
fn near(words: &[Word], last: usize, lexicon: &Lexicon) -> Option<Subject> {
    let from = (last.saturating_sub(WINDOW)..=last).rev().find(|&at| ends_clause(words, at));
    let from = from.map_or(last.saturating_sub(WINDOW), |at| at + 1);
    let mut at = last + 1;
    while at > from {
        at -= 1;
        let word = &words[at];
        if let Some(name) = word.name.filter(|_| !possessive_pronoun(word)) {
            let start = start_of(words, at, name.span);
            if stands(words, start, at, lexicon) && name.kind != EntityKind::Place {
                return Some(Subject { span: name.span, chain: name.chain });
            }
            at = start.max(from);
        } else if lexicon.speaker_noun(&word.text.to_lowercase()) && !governed(words, at, lexicon) {
            return Some(noun(words, from, at));
        } else if word.is_pronoun() && !governed(words, at, lexicon) {
            return Some(pronoun(word));
        }
    }
    description(words, from, last)
}

fn ends_clause(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    // The stop of `he said.` and the hyphen of `34-year-old` end nothing.
    let hyphen = word.text == "-" && at > 0 && words[at - 1].span.end == word.span.start;
    let who = word.is(&["who"]);
    !hyphen && word.name.is_none() && (word.is(BOUNDARIES) || who)
}

/// A name or noun right before a comma or bracket that the verb follows: `Lee, a lawyer in Quito, said`.
fn apposed(words: &[Word], comma: usize, lexicon: &Lexicon) -> Option<Subject> {
    let from = comma.saturating_sub(WINDOW);
    let start = (from..comma).rev().find(|&at| words[at].is(&[";", ":"])).map_or(from, |at| at + 1);
    let marks: Vec<usize> = (start..=comma).filter(|&at| words[at].is(&[",", "(", ")", "—"])).collect();
    let mut body = None;
    for (place, &mark) in marks.iter().enumerate().rev() {
        let first = place.checked_sub(1).map_or(start, |before| marks[before] + 1);
        let Some(last) = mark.checked_sub(1).filter(|last| *last >= first) else { continue };
        // `Lee, who beat Cole, said`: what stands between is about the subject.
        let about = first > start
            && (words[first].is(&["who", "which", "whose", "one", "a", "an", "the", "where", "whom"])
                || words[first].text.starts_with(char::is_lowercase));
        let Some(name) = words[last].name else { continue };
        let begin = start_of(words, last, name.span);
        if about || name.kind == EntityKind::Place || governed(words, begin, lexicon) {
            continue;
        }
        let subject = Subject { span: name.span, chain: name.chain };
        if name.kind == EntityKind::Person {
            return Some(subject);
        }
        body = Some(subject);
    }
    // `A lawyer for the family, who asked not to be named, said`.
    let first = marks.first().filter(|mark| **mark > start)?;
    let opening = (start..*first).rev().find(|&at| ends_clause(words, at)).map_or(start, |at| at + 1);
    body.or_else(|| near(words, first - 1, lexicon)).or_else(|| description(words, opening, first - 1))
}

/// The word that `who` at `at` goes on about.
fn relative(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<Subject> {
    let last = words[..at].iter().rposition(|word| word.text != ",")?;
    if let Some(name) = words[last].name.filter(|name| name.kind != EntityKind::Place) {
        return Some(Subject { span: name.span, chain: name.chain });
    }
    near(words, last, lexicon)
}

/// `Lee met them on Monday and said`: the subject of the first verb of the sentence.
fn coordinate(words: &[Word], boundary: usize, lexicon: &Lexicon) -> Option<Subject> {
    let joins = words[boundary].is(&["and", "but", "or", "while", "—", "–", "-"]);
    let verb = joins.then(|| first_verb(words, boundary, lexicon)).flatten()?;
    before(words, verb, lexicon)
}

/// The subject of the sentence, for a participle at its end: `Lee accused the firm of theft, saying`.
pub(super) fn of_sentence(words: &[Word], end: usize, lexicon: &Lexicon) -> Option<Subject> {
    first_verb(words, end, lexicon).and_then(|verb| before(words, verb, lexicon))
}

/// The first word before `end` that is the verb of a clause, with a subject before it.
fn first_verb(words: &[Word], end: usize, lexicon: &Lexicon) -> Option<usize> {
    (1..end.min(WINDOW)).find(|&at| {
        let word = &words[at];
        let noun = words[at - 1].is(&["a", "an", "the", "of", "to", "in", "by", "his", "her", "their"]);
        let form = lexicon.finite(word.text);
        let sure = matches!(form, Some(Finite::Auxiliary | Finite::Past));
        let said = lexicon.speech_verb(word.text).is_some() && !word.text.ends_with("ing");
        let present = form == Some(Finite::Present) && words[at - 1].name.is_some();
        !noun && word.name.is_none() && (sure || said || present)
    })
}

/// The first word of the name that ends at `at`.
fn start_of(words: &[Word], at: usize, name: Span) -> usize {
    (0..=at).rev().take_while(|&at| words[at].span.start >= name.start).last().unwrap_or(at)
}

/// Whether a name stands where a subject may: not as the possessor or the adjective of what follows, nor after a preposition.
fn stands(words: &[Word], start: usize, last: usize, lexicon: &Lexicon) -> bool {
    let possessor = words.get(last + 1).is_some_and(|next| next.kind == TokenKind::Possessive);
    !possessor && !governed(words, start, lexicon)
}

/// Whether a preposition stands before the word at `at`, before its article and its title.
pub(super) fn governed(words: &[Word], at: usize, lexicon: &Lexicon) -> bool {
    let mut at = title_start(words, at, lexicon);
    // Past the article and the title before a name: `of the U.S. President Ann Lee`.
    while at > 0 && (words[at - 1].is(&["the", "a", "an", "-"]) || words[at - 1].is_capital()) {
        if words[at - 1].is(GOVERNORS) {
            return true;
        }
        at = title_start(words, at - 1, lexicon);
    }
    at > 0 && words[at - 1].is(GOVERNORS)
}

/// Where the title before a name begins: `Secretary of State Ann Lee`.
fn title_start(words: &[Word], at: usize, lexicon: &Lexicon) -> usize {
    let start = at.saturating_sub(5);
    let texts: Vec<&str> = words[start..at].iter().map(|word| word.text).collect();
    let fits =
        |from: &usize| lexicon.title_at(&texts, *from).is_some_and(|title| from + title.len == texts.len());
    (0..texts.len()).find(fits).map_or(at, |from| start + from)
}

fn possessive_pronoun(word: &Word) -> bool {
    word.is(&["his", "her", "him", "their", "its", "them", "my", "our"])
}

fn pronoun(word: &Word) -> Subject {
    Subject { span: word.span, chain: word.name.and_then(|name| name.chain) }
}

/// The noun phrase whose head is the noun at `at`, from its article on.
fn noun(words: &[Word], from: usize, at: usize) -> Subject {
    let low = from.max(at.saturating_sub(4));
    let article = (low..at).rev().take_while(|&at| words[at].kind != TokenKind::Mark);
    let first = article.filter(|&at| words[at].is(DETERMINERS)).last().unwrap_or(at);
    let whole = words[at].name.filter(|name| name.span.end == words[at].span.end);
    Subject { span: span(words, first, at), chain: whole.and_then(|name| name.chain) }
}

/// A speaker without a name: `the announcer`, `a narrator in the film`, `Lee's former lawyer`, `small groups of voters`.
pub(super) fn description(words: &[Word], from: usize, last: usize) -> Option<Subject> {
    let first = (from..=last).find(|&at| words[at].kind != TokenKind::Mark)?;
    let len = last + 1 - first;
    let opens = words[first].is(DETERMINERS)
        || words[first].is_capital() && !words[first].is(GOVERNORS)
        || words[last].text.ends_with('s');
    let noun = words[first..=last].iter().any(|word| word.kind == TokenKind::Word && word.text.len() > 2);
    let alone = len == 1
        && (words[first].is(DETERMINERS) || words[first].name.is_some_and(|n| n.kind == EntityKind::Place));
    let plain = words[first..=last].iter().all(|word| word.kind != TokenKind::Mark || word.text == "-");
    let fits = len <= DESCRIPTION && opens && noun && plain && !alone && !words[first].is(GOVERNORS);
    fits.then(|| {
        let whole = words[last].name.filter(|name| name.span == span(words, first, last));
        Subject { span: span(words, first, last), chain: whole.and_then(|name| name.chain) }
    })
}

/// The person just before a participle: `footage of Ann Lee saying`, `with Ann Lee writing`.
pub(super) fn of_participle(words: &[Word], participle: usize) -> Option<Subject> {
    let name = words.get(participle.checked_sub(1)?)?.name?;
    (name.kind == EntityKind::Person).then_some(Subject { span: name.span, chain: name.chain })
}
