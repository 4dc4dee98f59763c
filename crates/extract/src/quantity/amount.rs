//! Words → [`Amount`]: a number or a range of numbers with what it counts.

use crate::lexicon::Lexicon;
use crate::number::{self, Number};
use crate::quantity::noun;
use crate::reading::Reading;
use model::Via;

/// A number with its unit, as token indices of its sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Amount {
    pub(super) first: usize,
    pub(super) last: usize,
    /// The number, or the lower one of a range.
    pub(super) value: f64,
    /// The higher one of a range.
    pub(super) high: Option<f64>,
    pub(super) unit: String,
}

/// One or two numbers, and the token after them.
struct Figures {
    value: f64,
    high: Option<f64>,
    end: usize,
    year_like: bool,
}

/// The amount that begins at a word.
pub(super) fn read(
    reading: &Reading,
    sentence: usize,
    words: &[&str],
    at: usize,
    lexicon: &Lexicon,
) -> Option<Amount> {
    if let Some((len, code)) = sign(words, at, lexicon) {
        return money(words, at, len, code, lexicon);
    }
    if no_amount(words, at, lexicon) {
        return None;
    }
    let figures = figures(words, at, lexicon)?;
    let amount = |last: usize, unit: String| Amount {
        first: at,
        last,
        value: figures.value,
        high: figures.high,
        unit,
    };
    if let Some((len, code)) =
        lexicon.currency_at(words, figures.end).filter(|(_, code)| named(words, figures.end, code))
    {
        return Some(amount(figures.end + len - 1, code.to_owned()));
    }
    if let Some((len, unit)) = lexicon.unit_at(words, figures.end) {
        let old = words.get(figures.end + len).is_some_and(|word| *word == "old");
        return (!old).then(|| amount(figures.end + len - 1, unit.to_owned()));
    }
    if figures.year_like && (1900.0..2100.0).contains(&figures.value) {
        return None;
    }
    let (last, unit) = counted(reading, sentence, words, figures.end)?;
    Some(amount(last, unit))
}

/// A currency sign, of one token or two (`US` `$`): how many tokens, and the code.
fn sign(words: &[&str], at: usize, lexicon: &Lexicon) -> Option<(usize, &'static str)> {
    let first = words.get(at)?;
    let joined = words.get(at + 1).and_then(|next| lexicon.currency_sign(&format!("{first}{next}")));
    joined.map(|code| (2, code)).or_else(|| lexicon.currency_sign(first).map(|code| (1, code)))
}

/// `$20 million`, `$25 million to $50 million`, `$5-10 million`.
fn money(words: &[&str], at: usize, sign_len: usize, code: &str, lexicon: &Lexicon) -> Option<Amount> {
    let low = number::read(words, at + sign_len)?;
    let mut last = at + sign_len + low.len - 1;
    let mut amount = Amount { first: at, last, value: low.value, high: None, unit: code.to_owned() };
    if let Some((from, joint)) = joint(words, at, last + 1) {
        let second = sign(words, from, lexicon).map_or(0, |(len, _)| len);
        // After a bare hyphen or `to` the sign may be left out; after `and` it may not, or two sums become one.
        if let Some(high) = number::read(words, from + second)
            .filter(|high| (second > 0 || joint != "and") && !high.year_like)
        {
            let value = inherit(low, high);
            if value < high.value {
                last = from + second + high.len - 1;
                amount = Amount { last, value, high: Some(high.value), ..amount };
            }
        }
    }
    // `$1.5 million US dollars` names its currency twice.
    let end = amount.last;
    Some(Amount {
        last: lexicon
            .currency_at(words, end + 1)
            .filter(|(_, c)| c == &code)
            .map_or(end, |(len, _)| end + len),
        ..amount
    })
}

fn figures(words: &[&str], at: usize, lexicon: &Lexicon) -> Option<Figures> {
    let low = number::read(words, at)?;
    let end = at + low.len;
    // `5 percent to 7 percent` says its unit twice.
    let unit = lexicon.unit_at(words, end).map_or(0, |(len, _)| len);
    for skip in [0, unit] {
        let Some((from, _)) = joint(words, at, end + skip) else { continue };
        let Some(high) = number::read(words, from).filter(|high| high.year_like == low.year_like) else {
            continue;
        };
        let value = inherit(low, high);
        if value < high.value && (skip == 0 || lexicon.unit_at(words, from + high.len).is_some()) {
            return Some(Figures {
                value,
                high: Some(high.value),
                end: from + high.len,
                year_like: low.year_like,
            });
        }
    }
    Some(Figures { value: low.value, high: None, end, year_like: low.year_like })
}

/// In `5 to 10 million` the scale belongs to both.
fn inherit(low: Number, high: Number) -> f64 {
    if low.scale == 1.0 && high.scale > 1.0 && low.value < high.value / high.scale {
        low.value * high.scale
    } else {
        low.value
    }
}

/// The word that joins a range at `end`, and where the second number begins: `to`, a dash, or `and` after `between`.
fn joint<'w>(words: &[&'w str], first: usize, end: usize) -> Option<(usize, &'w str)> {
    let word = *words.get(end)?;
    let between = first.checked_sub(1).is_some_and(|before| words[before].eq_ignore_ascii_case("between"));
    let joins = matches!(word, "to" | "-" | "–" | "—") || word == "and" && between;
    joins.then_some((end + 1, word))
}

/// Whether the number at `at` belongs to a date, a time, a name or another number.
fn no_amount(words: &[&str], at: usize, lexicon: &Lexicon) -> bool {
    let before = at.checked_sub(1).map_or("", |before| words[before]);
    let after = words.get(at + 1).copied().unwrap_or_default();
    let small = words[at].len() <= 2 || words[at].len() == 4;
    let date = small && (is_month(before, lexicon) || is_month(after, lexicon));
    let numbered = matches!(
        before,
        "No" | "No."
            | "Article"
            | "Chapter"
            | "Group"
            | "Resolution"
            | "Highway"
            | "Route"
            | "Flight"
            | "aged"
            | "age"
            | "#"
            | "."
            | "/"
            | ":"
    );
    let time = matches!(after, "a.m." | "p.m." | "am" | "pm" | "GMT" | "/" | ":" | "o'clock");
    let one = words[at].eq_ignore_ascii_case("one")
        && !matches!(
            after,
            "million"
                | "billion"
                | "percent"
                | "hundred"
                | "thousand"
                | "person"
                | "day"
                | "year"
                | "week"
                | "month"
                | "hour"
        );
    date || numbered || time || one
}

fn is_month(word: &str, lexicon: &Lexicon) -> bool {
    word.starts_with(char::is_uppercase) && lexicon.month(word).is_some()
}

/// `pounds` and `real` and `won` are also other things: `four pounds of sugar`, `three real friends`, `two won medals`.
fn named(words: &[&str], at: usize, code: &str) -> bool {
    let word = words[at];
    let of = words.get(at + 1).is_some_and(|next| *next == "of");
    match code {
        "GBP" => !of || word == "sterling",
        "BRL" | "KRW" | "PEN" => word != "real" && word != "sol",
        _ => true,
    }
}

/// Words between a number and the noun it counts, which are no nouns themselves.
const STOPS: &[&str] = &[
    "of", "in", "on", "at", "to", "from", "by", "for", "with", "and", "or", "but", "than", "that", "which",
    "who", "as", "were", "was", "are", "is", "be", "had", "has", "have", "will", "would", "after", "before",
    "when", "while", "the", "a", "an", "his", "her", "their", "its", "out", "into", "over", "under", "since",
    "until", "per", "said", "not",
];

/// The noun that a number at `end - 1` counts: its token and its singular. Up to three words may stand between.
fn counted(reading: &Reading, sentence: usize, words: &[&str], end: usize) -> Option<(usize, String)> {
    for (at, &word) in words.iter().enumerate().skip(end).take(4) {
        let demonym = reading.mention_at(sentence, at).is_some_and(|m| {
            reading.mentions[m].via == Via::Demonym || reading.mentions[m].kind == model::EntityKind::Country
        });
        if demonym {
            continue;
        }
        if STOPS.contains(&word)
            || !word.chars().all(|c| c.is_lowercase() || c == '-' || c == '’' || c == '\'')
        {
            return None;
        }
        if let Some(one) = noun::singular(word) {
            // `seven warships` ends there; in `two years ago` the unit is a duration, which the lexicon has.
            return Some((at, one));
        }
    }
    None
}
