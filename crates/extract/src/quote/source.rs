//! Sources without a verb and the clauses that go with them: `According to Lee, the plan would fail`.

use model::Basis;

use super::before::enclosed;
use super::indirect::quote;
use super::verb::has_verb;
use super::word::{Name, Word, span};
use super::{Quote, bound, clause, phrase};
use crate::lexicon::Lexicon;

/// How many words at `at` name a source: `according to`, `in the words of`.
pub(super) fn source_at(words: &[Word], at: usize) -> Option<usize> {
    const PHRASES: &[&[&str]] = &[&["according", "to"], &["in", "the", "words", "of"]];
    let fits = |phrase: &&&[&str]| {
        phrase
            .iter()
            .enumerate()
            .all(|(step, part)| words.get(at + step).is_some_and(|word| word.is(&[part])))
    };
    PHRASES.iter().find(fits).map(|phrase| phrase.len())
}

/// `According to Lee, the plan would fail`, and `The plan would fail, according to Lee`.
pub(super) fn find(words: &[Word], at: usize, len: usize, lexicon: &Lexicon) -> Option<Quote> {
    let subject = phrase::source(words, at + len, lexicon)?;
    let start = bound::opening(words);
    let cue = span(words, at, at + len - 1);
    let after = words.iter().position(|word| word.span.start >= subject.span.end).unwrap_or(words.len());
    if at <= start {
        let first = after_source(words, after, lexicon)?;
        let end = bound::trim(words, first, bound::end(words, first, lexicon));
        let fits = end > first + 2 && has_verb(words, first..end, lexicon);
        return fits.then(|| quote(words, first..end, subject, cue, Basis::by("according-to", 90)));
    }
    let comma = if words[at - 1].text == "," { at - 1 } else { at };
    // `Osten has learned that, according to Lee, …`: no clause ends with `that`.
    if words[comma.saturating_sub(1)].is(&["that"]) {
        return None;
    }
    let rest = words.get(after).is_some_and(|word| word.text == ",").then_some(after);
    let whole = rest.is_none() && comma >= start + 4;
    let whole = whole
        .then(|| start..bound::trim(words, start, comma))
        .filter(|clause| clause::is_own(words, clause.clone()));
    let clause = enclosed(words, comma, rest, lexicon).map(|(clause, _)| clause).or(whole)?;
    Some(quote(words, clause, subject, cue, Basis::by("according-to", 90)))
}

/// The first word after a source at the head of a sentence and its apposition: `According to Lee, a lawyer, the plan …`.
fn after_source(words: &[Word], from: usize, lexicon: &Lexicon) -> Option<usize> {
    let comma = |from: usize| {
        (from..words.len().min(from + 30)).find(|&at| words[at].text == "," && !words[at].quoted)
    };
    let first = comma(from)?;
    let second = comma(first + 1).filter(|&second| {
        let about = words[first + 1].is(&["a", "an", "the", "who", "which", "one"])
            || words[first + 1].text.starts_with(char::is_lowercase);
        let named = words[first + 1].name.is_some_and(|name| name.span.end == words[second - 1].span.end);
        // `According to Lee, the Osten Party, led by Ek, won`: a body is no description.
        let ends = |name: Name| name.proper && name.span.end == words[second - 1].span.end;
        let body = words[first + 1].is(&["the"])
            && words.get(first + 2).and_then(|word| word.name).is_some_and(ends);
        let clause = has_verb(words, first + 1..second, lexicon) && !words[first + 1].is(&["who", "which"]);
        named || about && !clause && !body && !words[first + 1].is(&["he", "she", "it", "they"])
    });
    Some(second.unwrap_or(first) + 1)
}
