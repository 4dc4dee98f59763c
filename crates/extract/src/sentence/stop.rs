//! Whether a stop ends a sentence: `J.`, `U.S.`, `3.5`, `No. 5`, `"Why?" she asked`.

use super::abbreviation;
use super::edge::{closers, first_word, is_dash, is_mixed, is_opener, last_word};
use crate::lexicon::Lexicon;

/// How many words after a closed question are looked through for its speech verb: `"Why?" Foreign Minister Ann Lee asked`.
const SPEAKER_WORDS: usize = 7;

/// How many bytes around a stop are looked at in search of a bracket or quotation mark.
const NEAR: usize = 1500;

/// Whether a character can end a sentence.
pub(super) fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‽' | '。' | '！' | '？' | '؟' | '।' | '۔')
}

/// The length in bytes of the stops at the head of `rest`.
pub(super) fn run(rest: &str) -> usize {
    rest.find(|c| !is_stop(c)).unwrap_or(rest.len())
}

/// The end of the sentence that began at `start`, when the stops at `place` end it: after the marks that close it.
pub(super) fn end(text: &str, start: usize, place: usize, lexicon: &Lexicon) -> Option<usize> {
    let stops = &text[place..place + run(&text[place..])];
    let end = place + stops.len() + closers(&text[place + stops.len()..]);
    let closed = end > place + stops.len();
    let (before, after) = (&text[start..place], &text[end..]);
    let Some(next) = after.chars().next() else { return Some(end) };
    if !next.is_whitespace() {
        return (wide(stops) || runs_on(before, stops, closed, after, lexicon)).then_some(end);
    }
    let after = after.trim_start();
    let head = after.trim_start_matches(is_opener);
    let word = first_word(head);
    let Some(first) = head.chars().next() else { return Some(end) };
    let lower = first.is_lowercase() && !(stops == "." && is_mixed(word));
    if lower || is_dash(first) || inside_bracket(before, after) {
        return None;
    }
    let goes_on = match stops {
        "." => abbreviation::goes_on(before, closed, head, word, lexicon),
        _ if closed => is_spoken(head, lexicon),
        _ => false,
    };
    (!goes_on).then_some(end)
}

/// Stops of scripts that put no space after them.
fn wide(stops: &str) -> bool {
    stops.ends_with(['。', '！', '？'])
}

/// Whether the space after a stop has been forgotten: `it ended.The next`, `it ended.”The next`.
fn runs_on(before: &str, stops: &str, closed: bool, after: &str, lexicon: &Lexicon) -> bool {
    let last = last_word(before);
    let next = first_word(after.trim_start_matches(is_opener));
    let mut letters = next.chars();
    let capitalized =
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(char::is_lowercase);
    let plain =
        last.chars().count() > 2 && last.chars().all(char::is_lowercase) && !lexicon.abbreviation(last);
    let host = ["com", "org", "net", "www"].contains(&last);
    stops == "." && plain && !host && capitalized && next.chars().count() > 1
        || closed && capitalized && !after.starts_with('\'')
}

/// Whether a quotation that ends in `?` or `!` is followed by who said it: `"Why now?" Foreign Minister Ann Lee asked`.
fn is_spoken(head: &str, lexicon: &Lexicon) -> bool {
    let bare = |word: &'_ str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    // `States` is a name, `states` the verb.
    let verb =
        |word: &str| word.starts_with(char::is_lowercase) && lexicon.speech_verb(&bare(word)).is_some();
    let words: Vec<&str> = head.split_whitespace().take(SPEAKER_WORDS).collect();
    let Some(at) = words.iter().position(|word| verb(word)) else { return false };
    // A stop that is not an abbreviation's lies between: the verb belongs to another sentence.
    let whole =
        |word: &&str| !word.ends_with(is_stop) || lexicon.abbreviation(&bare(word)) || word.len() == 2;
    at > 0 && words[..at].iter().all(whole)
}

/// Whether the stop stands inside a bracket that opened within the sentence and is closed later.
fn inside_bracket(before: &str, after: &str) -> bool {
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(NEAR))..];
    let ahead = &after[..after.floor_char_boundary(NEAR.min(after.len()))];
    [('(', ')'), ('[', ']')].iter().any(|&(open, close)| {
        // No open bracket, `None`, is less than any.
        near.rfind(open) > near.rfind(close)
            && !before.trim_start().starts_with(open)
            && ahead.contains(close)
    })
}
