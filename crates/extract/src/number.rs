//! Words → [`Number`]s: digits, number words, scale words. What is counted is not read here.

/// A number that begins at a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Number {
    /// How many words it has.
    pub(crate) len: usize,
    pub(crate) value: f64,
    /// What a scale word multiplied it with; 1 when there is none.
    pub(crate) scale: f64,
    /// Whether it is four bare digits, which may be a year.
    pub(crate) year_like: bool,
}

const UNITS: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The number that begins at `words[at]`: `20`, `1.2bn`, `twenty-five`, `three hundred thousand`, `half a million`.
pub(crate) fn read(words: &[&str], at: usize) -> Option<Number> {
    let first = *words.get(at)?;
    let (mut len, mut value, mut scale, year_like) = match digits(first) {
        Some((value, scale)) => {
            let bare = first.len() == 4 && first.bytes().all(|b| b.is_ascii_digit());
            (1, value * scale, scale, bare)
        }
        None => spelled(words, at).map(|(len, value)| (len, value, 1.0, false))?,
    };
    while let Some(factor) = words.get(at + len).and_then(|word| factor(word)) {
        value *= factor;
        scale *= factor;
        len += 1;
    }
    value.is_finite().then_some(Number { len, value: tidy(value), scale, year_like: year_like && len == 1 })
}

/// The factor of a scale word.
pub(crate) fn factor(word: &str) -> Option<f64> {
    match word {
        "hundred" => Some(1e2),
        "thousand" => Some(1e3),
        "million" | "mn" | "mln" => Some(1e6),
        "billion" | "bn" | "bln" => Some(1e9),
        "trillion" | "tn" => Some(1e12),
        _ => None,
    }
}

/// Digits with separators and perhaps a short scale: `6,000`, `1.2bn`, `2½`. Ordinals, decades and times are no numbers.
fn digits(word: &str) -> Option<(f64, f64)> {
    let end = word.find(|c: char| !(c.is_ascii_digit() || c == ',' || c == '.')).unwrap_or(word.len());
    let (figure, rest) = word.split_at(end);
    if !figure.starts_with(|c: char| c.is_ascii_digit()) || !grouped(figure) {
        return None;
    }
    let plain: f64 = figure.trim_end_matches(['.', ',']).replace(',', "").parse().ok()?;
    match rest.to_lowercase().as_str() {
        "" => Some((plain, 1.0)),
        "½" => Some((plain + 0.5, 1.0)),
        "¼" => Some((plain + 0.25, 1.0)),
        "¾" => Some((plain + 0.75, 1.0)),
        "k" => Some((plain, 1e3)),
        "m" | "mn" | "mln" => Some((plain, 1e6)),
        "bn" | "b" | "bln" => Some((plain, 1e9)),
        "tn" => Some((plain, 1e12)),
        _ => None,
    }
}

/// Commas part groups of three; more than one point is an address or a version.
fn grouped(figure: &str) -> bool {
    let whole = figure.split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let first = groups.next().is_some_and(|group| whole.len() == group.len() || group.len() <= 3);
    first && groups.all(|group| group.len() == 3 || group.len() == 2) && figure.matches('.').count() <= 1
}

fn spelled(words: &[&str], at: usize) -> Option<(usize, f64)> {
    let lower = |at: usize| words.get(at).map(|word| word.to_lowercase());
    let first = lower(at)?;
    let next = lower(at + 1).unwrap_or_default();
    if first == "half" && next == "a" {
        return lower(at + 2).filter(|word| factor(word).is_some()).map(|_| (2, 0.5));
    }
    if first == "a" || first == "an" {
        let dozen = next == "dozen" && lower(at + 2).is_some_and(|word| word != "or");
        return if dozen { Some((2, 12.0)) } else { factor(&next).map(|_| (1, 1.0)) };
    }
    let value = small(&first)?;
    Some(if next == "dozen" { (2, value * 12.0) } else { (1, value) })
}

/// `seven`, `thirty`, `twenty-five`.
fn small(word: &str) -> Option<f64> {
    let unit = |word: &str| UNITS.iter().position(|unit| *unit == word).map(|n| n as f64);
    let ten = |word: &str| TENS.iter().position(|ten| *ten == word).map(|n| (n as f64 + 2.0) * 10.0);
    let pair = || {
        word.split_once('-').and_then(|(a, b)| Some(ten(a)? + unit(b).filter(|n| (1.0..10.0).contains(n))?))
    };
    unit(word).or_else(|| ten(word)).or_else(pair)
}

/// `1.2 * 1e9` is 1200000000 and not a hair beside it.
fn tidy(value: f64) -> f64 {
    if value.abs() >= 100.0 { (value * 100.0).round() / 100.0 } else { value }
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
    fn what_is_no_number_is_left() {
        for text in ["25th day", "1990s", "10:30", "1.2.3", "a man", "half of", "people", "", "12,34,5 x"] {
            check(text, None);
        }
    }
}
