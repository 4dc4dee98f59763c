//! Words → [`Number`]s: digits, number words, scale words. What is counted is not read here.

mod figure;

pub(crate) use figure::{figure, unit_of_figure};

/// A number that begins at a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Number {
    /// How many words it has.
    pub(crate) len: usize,
    pub(crate) value: f64,
    /// What scale words multiplied it with; 1 when there is none.
    pub(crate) scale: f64,
    /// Whether it is four bare digits, which may be a year.
    pub(crate) year_like: bool,
}

#[rustfmt::skip] // One word a line would hide the code below it.
const UNITS: &[&str] = &[
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
];
const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The number that begins at `words[at]`: `20`, `1.2bn`, `twenty-five`, `a hundred and five`, `half a million`, `two and a half`.
pub(crate) fn read(words: &[&str], at: usize) -> Option<Number> {
    let first = group(words, at)?;
    let (mut number, mut last) = (first, first.scale);
    // `two thousand three hundred`, `a hundred and five`: lower groups follow higher ones.
    while let Some((skip, next)) = lower_group(words, at + number.len, last, first.spelled) {
        number.value += next.value;
        number.len += skip + next.len;
        last = next.scale.min(next.value);
    }
    let value = tidy(number.value);
    let year_like = first.year_like && number.len == 1;
    value.is_finite().then_some(Number { len: number.len, value, scale: number.scale, year_like })
}

/// The factor of a scale word.
pub(crate) fn factor(word: &str) -> Option<f64> {
    match word {
        "hundred" => Some(1e2),
        "thousand" => Some(1e3),
        "lakh" => Some(1e5),
        "million" | "mn" | "mln" => Some(1e6),
        "crore" => Some(1e7),
        "billion" | "bn" | "bln" => Some(1e9),
        "trillion" | "tn" | "trn" | "tln" => Some(1e12),
        _ => None,
    }
}

/// A number without lower groups after it.
#[derive(Debug, Clone, Copy)]
struct Group {
    len: usize,
    value: f64,
    scale: f64,
    year_like: bool,
    spelled: bool,
}

/// `20`, `1.2bn`, `three hundred`, `half a million`, `five and a half million`, `two dozen`, `40 000`.
fn group(words: &[&str], at: usize) -> Option<Group> {
    let word = *words.get(at)?;
    let (mut len, mut value, mut scale, spelled) = match figure(word) {
        Some((value, scale)) => {
            let (len, value) = spaced(words, at).unwrap_or((1, value * scale));
            (len, value, scale, false)
        }
        None => spelled(words, at).map(|(len, value)| (len, value, 1.0, true))?,
    };
    let year_like = len == 1 && word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    if let Some((more, part)) = fraction(words, at + len) {
        (len, value) = (len + more, value + part);
    }
    while let Some(factor) = words.get(at + len).and_then(|word| factor(&word.to_lowercase())) {
        value *= factor;
        scale *= factor;
        len += 1;
    }
    if scale > 1.0
        && let Some((more, part)) = fraction(words, at + len)
    {
        (len, value) = (len + more, value + part * scale);
    }
    // `three dozen`, `2 dozens`; `a dozen or so` is as vague as `some`.
    if scale == 1.0 && matches!(words.get(at + len), Some(&("dozen" | "dozens"))) {
        (len, value) = (len + 1, value * 12.0);
    }
    Some(Group { len, value, scale, year_like: year_like && len == 1, spelled })
}

/// The group that goes on a number: how many words stand between, and the group. After digits only a group with a scale of
/// its own goes on, or two counts that stand side by side would be one.
fn lower_group(words: &[&str], at: usize, last: f64, spelled: bool) -> Option<(usize, Group)> {
    let and = usize::from(words.get(at) == Some(&"and"));
    let next = group(words, at + and).filter(|next| last >= 100.0 && next.value < last)?;
    let one = words.get(at + and).is_some_and(|word| matches!(*word, "a" | "an"));
    let fits = match (and, next.spelled) {
        (1, true) => spelled && (last == 100.0 && next.value < 100.0 || last > 100.0 && next.value < 1000.0),
        (1, false) => last == 100.0 && next.value < 100.0 && next.scale == 1.0,
        (_, true) => spelled,
        (_, false) => next.scale > 1.0,
    };
    (fits && !one && next.value >= 1.0 && next.value.fract() == 0.0).then_some((and, next))
}

/// `and a half`, `and a quarter`: how many words, and the part of one.
fn fraction(words: &[&str], at: usize) -> Option<(usize, f64)> {
    match words.get(at..at + 3)? {
        ["and", "a" | "one", "half"] => Some((3, 0.5)),
        ["and", "a" | "one", "quarter"] => Some((3, 0.25)),
        ["and", "three", "quarters"] => Some((3, 0.75)),
        _ => None,
    }
}

/// Groups of three digits with spaces between: `40 000`, `1 414 021 100`.
fn spaced(words: &[&str], at: usize) -> Option<(usize, f64)> {
    let plain = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let first = words.get(at).filter(|word| word.len() <= 3 && plain(word) && !word.starts_with('0'))?;
    let rest: Vec<&str> =
        words[at + 1..].iter().copied().take_while(|word| word.len() == 3 && plain(word)).collect();
    // `in row 12 100 people sat`: one group of digits that are not zeros may be a number of its own.
    let joined = rest.len() > 1 || rest.first() == Some(&"000");
    let value = format!("{first}{}", rest.concat()).parse().ok()?;
    joined.then_some((1 + rest.len(), value))
}

/// `seven`, `twenty-five`, `half a`, `a quarter`, `a` before a scale: how many words, and the value.
fn spelled(words: &[&str], at: usize) -> Option<(usize, f64)> {
    let lower = |at: usize| words.get(at).map(|word| word.to_lowercase()).unwrap_or_default();
    let scaled = |at: usize| factor(&lower(at)).is_some() || lower(at) == "dozen";
    let (first, next) = (lower(at), lower(at + 1));
    match (first.as_str(), next.as_str()) {
        ("half", "a" | "an") if scaled(at + 2) => return Some((2, 0.5)),
        ("half", _) if scaled(at + 1) => return Some((1, 0.5)),
        ("half", "a")
            if matches!(lower(at + 2).as_str(), "percent" | "percentage" | "point" | "%" | "per") =>
        {
            return Some((2, 0.5));
        }
        ("a", "quarter") if scaled(at + 2) => return Some((2, 0.25)),
        ("a", "quarter")
            if next == "quarter" && lower(at + 2) == "of" && lower(at + 3) == "a" && scaled(at + 4) =>
        {
            return Some((4, 0.25));
        }
        ("quarter", _) if scaled(at + 1) => return Some((1, 0.25)),
        ("three", "quarters") if scaled(at + 2) => return Some((2, 0.75)),
        ("a" | "an", "dozen") => return (lower(at + 2) != "or").then_some((1, 1.0)),
        ("a" | "an", _) => return factor(&next).map(|_| (1, 1.0)),
        ("hundred" | "thousand", _) if at == 0 || words[at - 1] != "a" => {
            // `hundred thousand`, `thousand five hundred`; a bare scale word alone counts nothing.
            return scaled(at + 1).then(|| (1, factor(&first).unwrap_or(1.0)));
        }
        _ => {}
    }
    let value = small(&first)?;
    // `thirty one` in two words.
    let unit = (value >= 20.0 && value % 10.0 == 0.0).then(|| small(&next)).flatten();
    match unit.filter(|unit| (1.0..10.0).contains(unit)) {
        Some(unit) => Some((2, value + unit)),
        None => Some((1, value)),
    }
}

/// `seven`, `thirty`, `twenty-five`.
pub(crate) fn small(word: &str) -> Option<f64> {
    let unit = |word: &str| UNITS.iter().position(|unit| *unit == word).map(|n| n as f64);
    let ten = |word: &str| TENS.iter().position(|ten| *ten == word).map(|n| (n as f64 + 2.0) * 10.0);
    let pair = || {
        word.split_once('-').and_then(|(a, b)| Some(ten(a)? + unit(b).filter(|n| (1.0..10.0).contains(n))?))
    };
    unit(word).or_else(|| ten(word)).or_else(pair)
}

/// `1.2 * 1e9` is 1200000000 and not a hair beside it.
fn tidy(value: f64) -> f64 {
    if value.abs() >= 100.0 { (value * 100.0).round() / 100.0 } else { (value * 1e6).round() / 1e6 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(usize, f64)>) {
        let words: Vec<&str> = text.split(' ').collect();
        assert_eq!(read(&words, 0).map(|n| (n.len, n.value)), expected, "{text}");
    }

    #[test]
    fn numbers_are_read_in_digits_and_words() {
        check("20 million dollars", Some((2, 20e6)));
        check("1.2bn euros", Some((1, 1.2e9)));
        check("6,000 men", Some((1, 6000.0)));
        check("twenty-five ships", Some((1, 25.0)));
        check("three hundred thousand people", Some((3, 3e5)));
        check("half a million people", Some((3, 5e5)));
        check("a hundred people", Some((2, 100.0)));
        check("two dozen ships", Some((2, 24.0)));
        check("a dozen ships", Some((2, 12.0)));
    }

    #[test]
    fn groups_are_added_and_parts_too() {
        check("a hundred and five ships", Some((4, 105.0)));
        check("two thousand three hundred ships", Some((4, 2300.0)));
        check("four thousand three hundred and twenty-one ships", Some((6, 4321.0)));
        check("two and a half years", Some((4, 2.5)));
        check("five and a half million eggs", Some((5, 5.5e6)));
        check("one million and a half eggs", Some((5, 1.5e6)));
        check("40 000 men", Some((2, 40_000.0)));
        check("1 414 021 100 people", Some((4, 1_414_021_100.0)));
        check("12,34,567 rupees", Some((1, 1_234_567.0)));
        check("500 crore rupees", Some((2, 5e9)));
        check("three lakh crore rupees", Some((3, 3e12)));
        check("quarter million men", Some((2, 250_000.0)));
        check("half a dozen men", Some((3, 6.0)));
        check("thirty one men", Some((2, 31.0)));
    }

    #[test]
    fn two_counts_side_by_side_stay_two() {
        check("3 million and 400 jobs", Some((2, 3e6)));
        check("two hundred and two thousand", Some((2, 200.0)));
        check("12 100 men", Some((1, 12.0)));
        check("twenty and two", Some((1, 20.0)));
    }

    #[test]
    fn what_is_no_number_is_left() {
        for text in [
            "25th day",
            "1990s",
            "10:30",
            "1.2.3",
            "a man",
            "half of",
            "people",
            "",
            "12,34,5 x",
            "thousand of",
        ] {
            check(text, None);
        }
    }
}
