//! The noun that a number counts, and the numbers that count nothing: of a date, a name, a line in a list.

use super::money;
use super::noun;
use super::scene::Scene;
use crate::mention::line::among;
use crate::number;

/// Words between a number and the noun it counts, which are no nouns themselves.
#[rustfmt::skip] // One word a line would hide the code below it.
pub(super) const STOPS: &str = include_str!("../../data/words/count_stops.txt");

/// The noun that a number ending before `end` counts: its token and its singular. Up to four words may stand between, among
/// them names (`500 Apple engineers`), adjectives of faiths and parties (`40 Muslim pilgrims`) and the number of a model (`five new 737 aircraft`).
pub(super) fn noun_of(scene: &Scene, end: usize) -> Option<(usize, String)> {
    for at in end..scene.words.len().min(end + 5) {
        let word = scene.words[at];
        let model = at > end && word.len() == 3 && word.bytes().all(|b| b.is_ascii_digit());
        if scene.is_owner(at)
            || is_capital_adjective(scene, at)
            || model
            || word == ","
                && at > end
                && scene.word(at + 1).starts_with(char::is_lowercase)
                && adjectives(scene, end, at)
        {
            continue;
        }
        if among(STOPS, word) || !word.chars().all(|c| c.is_lowercase() || c == '-' || c == '’' || c == '\'')
        {
            return None;
        }
        if let Some(one) = noun::singular(word) {
            return Some((at, one));
        }
    }
    None
}

/// Whether a word in capitals is neither a name nor a day: `Muslim` before `pilgrims`.
fn is_capital_adjective(scene: &Scene, at: usize) -> bool {
    let word = scene.words[at];
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && word.len() > 3
        && letters.all(char::is_lowercase)
        && !scene.in_name(at)
        && scene.lexicon.weekday(word).is_none()
        && scene.lexicon.month(word).is_none()
}

/// Whether the words between are a row of adjectives: `three small, wooden boats`.
fn adjectives(scene: &Scene, from: usize, to: usize) -> bool {
    to == from + 1
        && scene.word(from).starts_with(char::is_lowercase)
        && noun::singular(scene.word(to + 2)).is_some()
}

/// Whether a number belongs to the name of a product, an index or a channel before it: `DAX 30`, `iPhone 4`.
pub(super) fn is_of_name(scene: &Scene, at: usize) -> bool {
    let word = scene.before(at);
    let short = scene.words[at].len() <= 3 && scene.words[at].bytes().all(|b| b.is_ascii_digit());
    let named = at > 1 && word.contains(char::is_uppercase) && scene.lexicon.weekday(word).is_none();
    let other = scene.in_name(at.saturating_sub(1)) && !scene.is_group(at - 1);
    short && named && !other
}

/// Whether the number at `at` is the lesser of a score: `voted 19-15`.
fn is_score(scene: &Scene, at: usize) -> bool {
    let value = |at: usize| number::figure(scene.words[at]).map(|(value, scale)| value * scale);
    let first = (at > 1 && matches!(scene.before(at), "-" | "–")).then(|| value(at - 2)).flatten();
    first.zip(value(at)).is_some_and(|(first, second)| first >= second)
}

/// Whether the number at `at` belongs to a date, a time, a name or another number.
pub(super) fn is_none(scene: &Scene, at: usize) -> bool {
    let (before, after) = (scene.before(at), scene.word(at + 1));
    let small = scene.words[at].len() <= 2 || scene.words[at].len() == 4;
    let month = |word: &str| word.starts_with(char::is_uppercase) && scene.lexicon.month(word).is_some();
    let date = small && (month(before) || month(after));
    #[rustfmt::skip] // One word a line would hide the code below it.
    const NUMBERED: &str = include_str!("../../data/words/numbered.txt");
    let time = matches!(after, "a.m." | "p.m." | "am" | "pm" | "GMT" | "/" | ":" | "o'clock");
    // `one` is rather a pronoun than a number.
    let one = scene.words[at].eq_ignore_ascii_case("one")
        && scene.lexicon.unit_at(scene.words, at + 1).is_none()
        && money::named(scene, at + 1).is_none()
        && number::factor(after).is_none()
        && !matches!(after, "person" | "and" | "-");
    let inner = matches!(before, "." | "/" | ":") && at > 1 && number::figure(scene.words[at - 2]).is_some();
    inner || is_score(scene, at) || date || among(NUMBERED, before) || time || one
}
