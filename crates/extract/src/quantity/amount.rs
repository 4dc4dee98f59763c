//! Words → [`Amount`]: a number or a range of numbers with what it counts.

use super::counted::{self, STOPS};
use super::money;
use super::scene::Scene;
use crate::mention::line::among;
use crate::number;

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
    pub(super) kind: Kind,
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Money,
    Percentage,
    Duration,
    Measure,
    Count,
}

impl Kind {
    fn of(unit: &str) -> Self {
        match unit {
            "percent" | "percentage point" | "basis point" => Self::Percentage,
            "second" | "minute" | "hour" | "day" | "week" | "fortnight" | "month" | "year" | "decade"
            | "century" => Self::Duration,
            "person" => Self::Count,
            _ => Self::Measure,
        }
    }
}

/// One or two numbers, and the token after them.
struct Figures {
    value: f64,
    high: Option<f64>,
    end: usize,
    year_like: bool,
}

/// The amount that begins at a word.
pub(super) fn read(scene: &Scene, at: usize) -> Option<Amount> {
    if let Some(sum) = money::signed(scene, at).or_else(|| money::glued(scene, at)) {
        return Some(money::with_hundredths(scene, sum));
    }
    if scene.in_name(at) {
        return None;
    }
    if let Some(amount) = joined(scene, at) {
        return Some(amount);
    }
    if counted::is_none(scene, at) {
        return None;
    }
    let figures = figures(scene, at)?;
    let amount = |last: usize, factor: f64, unit: String, kind: Kind| Amount {
        first: at,
        last,
        value: hundredths(figures.value * factor),
        high: figures.high.map(|high| hundredths(high * factor)),
        unit,
        kind,
    };
    if let Some((len, code, factor)) = money::named(scene, figures.end) {
        let sum = amount(figures.end + len - 1, factor, code.to_owned(), Kind::Money);
        return Some(money::with_hundredths(scene, sum));
    }
    if let Some((len, unit)) = unit_at(scene, figures.end) {
        let last = figures.end + len - 1;
        // `the 2018 day of rest`
        if figures.year_like && Kind::of(unit) == Kind::Duration && !scene.word(last).ends_with('s') {
            return None;
        }
        return is_duration_or_other(scene, last, unit)
            .then(|| amount(last, 1.0, unit.to_owned(), Kind::of(unit)));
    }
    if figures.year_like && (1900.0..2100.0).contains(&figures.value) {
        return None;
    }
    if counted::is_of_name(scene, at) {
        return None;
    }
    let (last, unit) = counted::noun_of(scene, figures.end)?;
    Some(amount(last, 1.0, unit, Kind::Count))
}

/// `$5 billion on top of the four billion`: large figures after a sum of money are money too.
pub(super) fn elliptic(scene: &Scene, at: usize, sum: Option<&'static str>) -> Option<Amount> {
    let number = number::read(scene.words, at).filter(|number| number.scale >= 1e6)?;
    let last = at + number.len - 1;
    let alone = among(STOPS, scene.word(last + 1))
        || !scene.word(last + 1).starts_with(char::is_alphanumeric)
        || matches!(scene.word(last + 1), "it" | "he" | "she" | "they" | "already" | "more");
    let free = alone && !scene.in_name(at) && !counted::is_none(scene, at);
    sum.filter(|_| free).map(|code| Amount {
        first: at,
        last,
        value: number.value,
        high: None,
        unit: code.to_owned(),
        kind: Kind::Money,
    })
}

/// Sums of hundredths (`12.5 cents`) without the dust of binary fractions.
fn hundredths(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

/// The unit at a word. `m` after a number is a scale as often as a unit.
fn unit_at(scene: &Scene, at: usize) -> Option<(usize, &'static str)> {
    let (len, unit) = scene.lexicon.unit_at(scene.words, at)?;
    (scene.word(at) != "m" || is_size(scene, at + 1)).then_some((len, unit))
}

/// Whether a word says that a length stands before it: `1.8m tall`.
fn is_size(scene: &Scene, at: usize) -> bool {
    #[rustfmt::skip] // One word a line would hide the code below it.
    const SIZES: &[&str] = &[
        "tall", "high", "long", "wide", "deep", "away", "above", "below", "thick", "sprint", "hurdles", "freestyle",
        "from", "north", "south", "east", "west", "off", "up", "down",
    ];
    SIZES.contains(&scene.word(at))
}

/// An age (`60 years old`) and a date (`two years ago`) are no durations.
fn is_duration_or_other(scene: &Scene, last: usize, unit: &str) -> bool {
    if Kind::of(unit) != Kind::Duration {
        return true;
    }
    let (next, after) = (scene.word(last + 1), scene.word(last + 2));
    let dated =
        matches!(next, "ago" | "later" | "earlier") || next == "from" && matches!(after, "now" | "today");
    !dated && next != "old" && !(next == "of" && after == "age")
}

/// A number and a unit in one word or with a hyphen between: `75ml`, `45-acre`, `three-foot`, `10-day`.
fn joined(scene: &Scene, at: usize) -> Option<Amount> {
    let word = scene.word(at);
    let unit = |word: &str| {
        let known = scene.lexicon.unit_at(&[word], 0).map(|(_, unit)| unit);
        known.filter(|_| word.len() > 1)
    };
    let amount = |last: usize, value: f64, unit: &str| {
        Some(Amount { first: at, last, value, high: None, unit: unit.to_owned(), kind: Kind::of(unit) })
    };
    if let Some((value, letters)) = number::unit_of_figure(word) {
        let scale = number::figure(word).is_some();
        if !scale && let Some(unit) = unit(letters) {
            return amount(at, value, unit);
        }
        if letters == "m" && is_size(scene, at + 1) {
            return amount(at, value, "meter");
        }
        if letters == "t" && !scene.word(at + 1).starts_with(char::is_alphanumeric) {
            return amount(at, value, "tonne");
        }
        return None;
    }
    // `10-day`: three tokens; `10-year-old` is an age, `10-year` before `-old` too.
    let (value, unit_word, last) = if scene.word(at + 1) == "-" {
        (number::figure(word).map(|(value, scale)| value * scale)?, scene.word(at + 2), at + 2)
    } else {
        let (left, right) = word.split_once('-')?;
        (number::small(&left.to_lowercase())?, right, at)
    };
    let age = scene.word(last + 1) == "-" && matches!(scene.word(last + 2), "old" | "olds")
        || scene.word(last + 1) == "old";
    let age = age || unit_word.contains("-old");
    // `a 12-cent-a-share dividend`.
    let unit_word = unit_word.split('-').next().unwrap_or(unit_word);
    if age || scene.before(at) == "-" || unit_word.ends_with("ies") {
        return None;
    }
    if matches!(unit_word, "cent" | "dollar" | "euro" | "pound" | "yen" | "yuan") && unit_word != "pound" {
        let (code, factor) = match unit_word {
            "cent" => ("USD", 0.01),
            word => (scene.lexicon.currency_at(&[word], 0)?.1, 1.0),
        };
        let value = hundredths(value * factor);
        return Some(Amount { first: at, last, value, high: None, unit: code.to_owned(), kind: Kind::Money });
    }
    amount(last, value, unit(unit_word)?)
}

fn figures(scene: &Scene, at: usize) -> Option<Figures> {
    let words = scene.words;
    let low = number::read(words, at)?;
    let end = at + low.len;
    // `5 percent to 7 percent` says its unit twice.
    let unit = scene.lexicon.unit_at(words, end);
    let name = money::named(scene, end);
    for skip in [0, unit.map_or(0, |(len, _)| len), name.map_or(0, |(len, ..)| len)] {
        let Some((from, _)) = joint(scene, at, end + skip) else { continue };
        let Some(high) = number::read(words, from).filter(|high| high.year_like == low.year_like) else {
            continue;
        };
        let value = money::inherit(low, high);
        let again = scene.lexicon.unit_at(words, from + high.len);
        let same = skip == 0
            || unit.is_some() && again.map(|(_, unit)| unit) == unit.map(|(_, unit)| unit)
            || name.is_some()
                && money::named(scene, from + high.len).map(|(_, code, by)| (code, by))
                    == name.map(|(_, code, by)| (code, by));
        if value < high.value && same {
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

/// The word that joins a range at `end`, and where the second number begins: `to`, a dash, or `and` after `between`.
pub(super) fn joint<'a>(scene: &Scene<'a>, first: usize, end: usize) -> Option<(usize, &'a str)> {
    let word = scene.words.get(end).copied()?;
    let between = scene.before(first).eq_ignore_ascii_case("between");
    let joins = matches!(word, "to" | "-" | "–" | "—") || word == "and" && between;
    joins.then_some((end + 1, word))
}
