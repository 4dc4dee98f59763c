//! Whether a name stands where a subject may, or a preposition, a title or a possessive governs it.

use diag::Span;
use model::EntityKind;

use super::word::Word;
use crate::lexicon::Lexicon;
use crate::token::TokenKind;

/// Words before a name that make it no subject.
pub(super) const GOVERNORS: &[&str] = &[
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
    "across",
    "around",
    "throughout",
    "outside",
    "inside",
    "within",
    "beyond",
    "alongside",
    "through",
    "and/or",
];

/// Words between an office and what it belongs to: `director of the Lima chapter of the Osten Party`.
const PARTS: &[&str] = &[
    "of",
    "the",
    "for",
    "and",
    "board",
    "chapter",
    "branch",
    "office",
    "department",
    "division",
    "faculty",
    "school",
    "wing",
];

/// The most words between an office and the name of its holder.
const OFFICE: usize = 10;

/// The most adjectives, hyphens counted, before the name of a body.
const ADJECTIVES: usize = 6;

/// Endings of adjectives that stand before the names of bodies.
const ADJECTIVE: &[&str] =
    &["ing", "ed", "al", "ist", "ive", "ian", "ic", "ical", "ary", "ent", "ish", "wing"];

/// The first word of the name that ends at `at`.
pub(super) fn start_of(words: &[Word], at: usize, name: Span) -> usize {
    (0..=at).rev().take_while(|&at| words[at].span.start >= name.start).last().unwrap_or(at)
}

/// Whether a name stands where a subject may: not as the possessor or the adjective of what follows, nor after a preposition.
pub(super) fn stands(words: &[Word], start: usize, last: usize, lexicon: &Lexicon) -> bool {
    let possessor = words.get(last + 1).is_some_and(|next| next.kind == TokenKind::Possessive);
    !possessor && !governed(words, start, lexicon)
}

/// Whether a preposition stands before the word at `at`, before its article and its title.
pub(super) fn governed(words: &[Word], at: usize, lexicon: &Lexicon) -> bool {
    if holds_office(words, at, lexicon) {
        return false;
    }
    let mut at = title_start(words, at, lexicon);
    at = described_from(words, at);
    // Past the article and the title before a name: `of the U.S. President Ann Lee`.
    while at > 0 && (words[at - 1].is(&["the", "a", "an", "-"]) || words[at - 1].is_capital()) {
        if words[at - 1].is(GOVERNORS) {
            return !of_title(words, at - 1, lexicon);
        }
        if fronted(words, at, lexicon) {
            return false;
        }
        // `Bank of Peru governor Ann Lee`: what stands inside a name governs nothing.
        let named = words[at - 1].name.filter(|name| name.proper);
        let before = named.map_or(at - 1, |name| start_of(words, at - 1, name.span));
        at = title_start(words, before, lexicon);
    }
    at > 0 && words[at - 1].is(GOVERNORS) && !of_title(words, at - 1, lexicon)
}

/// Whether the words before the one at `at` are the end of a phrase that says when or where, so that another begins there: `On
/// Monday Ann Lee said`, `In Geneva the board said`, `In Geneva Ann Lee said`.
fn fronted(words: &[Word], at: usize, lexicon: &Lexicon) -> bool {
    let Some(last) = at.checked_sub(2) else { return false };
    let before = &words[at - 1];
    // An article begins a phrase of its own.
    let capital = words[last].is_capital() && !words[last].is(GOVERNORS);
    if before.is(&["the", "a", "an"]) {
        return capital || words[last].kind == TokenKind::Number;
    }
    let time = lexicon.weekday(before.text).or(lexicon.month(before.text)).is_some();
    if time {
        return before.name.is_none();
    }
    let place = before.name.filter(|name| matches!(name.kind, EntityKind::Place | EntityKind::Country));
    let Some(place) = place.filter(|name| name.proper && words[at].name != Some(*name)) else { return false };
    let start = start_of(words, at - 1, place.span);
    start == 1 && words[0].is(&["in", "at", "from"])
}

/// Whether a person's name follows an office of what is named right before: `director of the Osten Institute Ann Lee`,
/// `Superintendent of Police Ann Lee`.
fn holds_office(words: &[Word], start: usize, lexicon: &Lexicon) -> bool {
    let passes = |word: &Word| {
        word.name.map_or(word.is_capital() || word.is(PARTS), |name| {
            name.proper && name.kind != EntityKind::Person
        })
    };
    let joined = start.checked_sub(1).is_some_and(|last| words[last].is_capital());
    let mut at = start;
    while at > 1 && passes(&words[at - 1]) && start - at < OFFICE {
        at -= 1;
        let office = lexicon.is_role(words[at - 1].text) && words[at - 1].name.is_none();
        if office && words[at].is(&["of"]) {
            return joined && words[start].is_person_named();
        }
    }
    false
}

/// Where the adjectives begin that stand between an article and the name of a body: `the left-wing Osten Party`, `the ruling Osten
/// Party`. A preposition before them governs it.
fn described_from(words: &[Word], at: usize) -> usize {
    let body = words[at].name.is_some_and(|name| name.proper && name.kind == EntityKind::Group);
    let qualifies = |word: &Word| {
        let small = word.text.starts_with(char::is_lowercase) && word.name.is_none();
        word.text == "-" || small && ADJECTIVE.iter().any(|ending| word.text.ends_with(ending))
    };
    let compound = |at: usize| {
        at > 0 && (words[at - 1].text == "-" || words.get(at + 1).is_some_and(|next| next.text == "-"))
    };
    let mut first = at;
    while body
        && first > 0
        && at - first < ADJECTIVES
        && (qualifies(&words[first - 1]) || compound(first - 1))
    {
        first -= 1;
    }
    if first > 0 && words[first - 1].is(&["the", "a", "an"]) { first } else { at }
}

/// Whether the preposition at `of` joins a title with the place before a name: `Governor of Ohio Ann Lee`.
fn of_title(words: &[Word], of: usize, lexicon: &Lexicon) -> bool {
    let place = |word: &Word| {
        word.name.is_some_and(|name| matches!(name.kind, EntityKind::Place | EntityKind::Country))
    };
    let title = of.checked_sub(1).map(|at| &words[at]);
    // `Undersecretary for Trade Mr. Lee`
    let low = of.saturating_sub(3);
    let texts: Vec<&str> = words[low..words.len().min(of + 6)].iter().map(|word| word.text).collect();
    let longer =
        |from: usize| lexicon.title_at(&texts, from).is_some_and(|title| from + title.len > of - low + 1);
    if (0..of - low).any(longer) {
        return true;
    }
    words[of].text == "of"
        && words.get(of + 1).is_some_and(place)
        && title.is_some_and(|word| word.is_capital() && lexicon.role_head(&word.text.to_lowercase()))
}

/// Where the title before a name begins: `Secretary of State Ann Lee`.
pub(super) fn title_start(words: &[Word], at: usize, lexicon: &Lexicon) -> usize {
    let start = at.saturating_sub(5);
    let texts: Vec<&str> = words[start..at].iter().map(|word| word.text).collect();
    let fits =
        |from: &usize| lexicon.title_at(&texts, *from).is_some_and(|title| from + title.len == texts.len());
    (0..texts.len()).find(fits).map_or(at, |from| start + from)
}

pub(super) fn possessive_pronoun(word: &Word) -> bool {
    word.is(&["his", "her", "him", "their", "its", "them", "my", "our"])
}
