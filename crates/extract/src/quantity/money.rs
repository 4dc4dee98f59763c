//! Words → an [`Amount`] of money: `$20 million`, `US$ 40 billion`, `€1.2bn`, `USD 200`, `500 crore rupees`, `26 cents`.

use super::amount::{Amount, Kind, joint};
use super::scene::Scene;
use crate::number::{self, Number};

/// The sum of money that begins at a word with a sign or a code.
pub(super) fn signed(scene: &Scene, at: usize) -> Option<Amount> {
    let (len, code) = sign(scene, at)?;
    let low = scaled(scene, at + len)?;
    let mut last = at + len + low.len - 1;
    let mut sum =
        Amount { first: at, last, value: low.value, high: None, unit: code.to_owned(), kind: Kind::Money };
    if let Some((from, joint)) = joint(scene, at, last + 1) {
        let second = sign(scene, from).map_or(0, |(len, _)| len);
        // After a bare hyphen or `to` the sign may be left out; after `and` it may not, or two sums become one.
        if let Some(high) = scaled(scene, from + second).filter(|high| {
            (second > 0 || joint != "and") && !high.year_like && !is_other(scene, from + second + high.len)
        }) {
            let value = inherit(low, high);
            if value < high.value {
                last = from + second + high.len - 1;
                sum = Amount { last, value, high: Some(high.value), ..sum };
            }
        }
    }
    Some(renamed(scene, sum))
}

/// Whether a number before `at` counts something else than money.
fn is_other(scene: &Scene, at: usize) -> bool {
    matches!(scene.word(at), "percent" | "%" | "people" | "years" | "months" | "days")
}

/// `$1.5 million US dollars` names its currency twice, `C$5 Canadian` too.
fn renamed(scene: &Scene, sum: Amount) -> Amount {
    let name = scene.lexicon.currency_at(scene.words, sum.last + 1).filter(|(_, code)| *code == sum.unit);
    Amount { last: name.map_or(sum.last, |(len, _)| sum.last + len), ..sum }
}

/// A number after a currency sign, where single letters are scales too: `$ 5 m`, `$2.5 b`.
fn scaled(scene: &Scene, at: usize) -> Option<Number> {
    let number = grouped(scene, at, number::read(scene.words, at)?);
    let next = at + number.len;
    // `$7.4-billion`
    if let Some(scale) =
        number::factor(scene.word(next + 1)).filter(|_| scene.word(next) == "-" && number.scale == 1.0)
    {
        let value = number.value * scale;
        return Some(Number { len: number.len + 2, value, scale, year_like: false });
    }
    let scale = match scene.word(next) {
        "m" | "M" | "MM" if number.scale == 1.0 => 1e6,
        "b" | "B" | "BN" if number.scale == 1.0 => 1e9,
        _ => return Some(number),
    };
    Some(Number { len: number.len + 1, value: number.value * scale, scale, year_like: false })
}

/// A number with the groups of three digits that spaces set off: `$10 500`.
fn grouped(scene: &Scene, at: usize, number: Number) -> Number {
    let digits = |at: usize, most: usize| {
        let word = scene.word(at);
        (1..=most).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
    };
    let group = |at: usize| digits(at, 3) && scene.word(at).len() == 3;
    if number.len != 1 || !digits(at, 3) || !group(at + 1) {
        return number;
    }
    let groups = (at + 1..).take_while(|&at| group(at));
    groups.fold(number, |sum, at| {
        let value = sum.value * 1000.0 + scene.word(at).parse::<f64>().unwrap_or_default();
        Number { len: sum.len + 1, value, ..sum }
    })
}

/// A currency sign or code of one token or two (`US` `$`, `HK` `$`, `USD`, `Rs`) before a number: how many tokens, and the code.
fn sign(scene: &Scene, at: usize) -> Option<(usize, &'static str)> {
    let (first, next) = (scene.word(at), scene.word(at + 1));
    let lexicon = scene.lexicon;
    if matches!(next, "$" | "£" | "#" | "€" | "¥") && first.chars().all(|c| c.is_alphabetic() || c == '.')
    {
        let upper = first.to_uppercase();
        // `A$5` is Australian, `a $5 note` is not.
        let single = first.chars().count() == 1 && !scene.touches(at);
        let code = lexicon
            .currency_sign(&format!("{first}{next}"))
            .or_else(|| lexicon.currency_sign(&format!("{upper}{next}")))
            .or_else(|| lexicon.currency_code(&upper));
        if let Some(code) = code.filter(|_| !single && starts_number(scene, at + 2)) {
            return Some((2, code));
        }
    }
    // The pound sign of texts that passed through a narrow character set.
    if first == "#" {
        let number = number::read(scene.words, at + 1).filter(|number| number.scale >= 1e3)?;
        return (number.value > 0.0).then_some((1, "GBP"));
    }
    let code = lexicon.currency_sign(first).or_else(|| lexicon.currency_code(first))?;
    starts_number(scene, at + 1).then_some((1, code))
}

fn starts_number(scene: &Scene, at: usize) -> bool {
    number::read(scene.words, at).is_some()
}

/// In `5 to 10 million` the scale belongs to both.
pub(super) fn inherit(low: Number, high: Number) -> f64 {
    if low.scale == 1.0 && high.scale > 1.0 && low.value < high.value / high.scale {
        low.value * high.scale
    } else {
        low.value
    }
}

/// A code that touches its number: `USD115`, `115USD`, `30 MUSD`.
pub(super) fn glued(scene: &Scene, at: usize) -> Option<Amount> {
    let word = scene.word(at);
    let digit = word.find(|c: char| c.is_ascii_digit())?;
    let (code, value, end) = if digit == 3 {
        // `USD115`, cut as `USD115` and what follows the point as `.5`.
        (scene.lexicon.currency_code(&word[..3])?, number::figure(&word[3..])?, at)
    } else {
        let letters = word.find(|c: char| c.is_alphabetic()).filter(|_| digit == 0)?;
        (scene.lexicon.currency_code(&word[letters..])?, number::figure(&word[..letters])?, at)
    };
    Some(Amount {
        first: at,
        last: end,
        value: value.0 * value.1,
        high: None,
        unit: code.to_owned(),
        kind: Kind::Money,
    })
}

/// The currency that is named after a number ending before `at`: how many tokens, the code, and what the number is
/// multiplied with (`cents`, `USD million`).
pub(super) fn named(scene: &Scene, at: usize) -> Option<(usize, &'static str, f64)> {
    let word = scene.word(at);
    if let Some(hundredth) = hundredth(scene, at) {
        return Some(hundredth);
    }
    if let Some((len, code)) = scene.currency_at(at).filter(|(_, code)| is_meant(scene, at, code)) {
        return Some((len, code, 1.0));
    }
    let code = scene.lexicon.currency_code(word);
    if let Some(code) = code {
        return Some(match number::factor(scene.word(at + 1)) {
            Some(factor) => (2, code, factor),
            None => (1, code, 1.0),
        });
    }
    if let Some(code) = word.strip_prefix('M').and_then(|code| scene.lexicon.currency_code(code)) {
        return Some((1, code, 1e6));
    }
    // `100 €`; `10 $ 30` could belong to either number.
    let sign = scene.lexicon.currency_sign(word).filter(|_| !word.starts_with(char::is_alphabetic))?;
    let free = !starts_number(scene, at + 1);
    free.then_some((1, sign, 1.0))
}

/// `26 cents`, `84.5 pence`, `two euro cents`.
fn hundredth(scene: &Scene, at: usize) -> Option<(usize, &'static str, f64)> {
    match (scene.word(at), scene.word(at + 1)) {
        ("cent" | "cents", _) => Some((1, "USD", 0.01)),
        ("euro", "cent" | "cents") => Some((2, "EUR", 0.01)),
        ("U.S." | "US", "cent" | "cents") => Some((2, "USD", 0.01)),
        ("pence" | "penny" | "p", _) if scene.word(at) != "p" => Some((1, "GBP", 0.01)),
        _ => None,
    }
}

/// `pounds` and `real` and `won` are also other things: `four pounds of sugar`, `three real friends`, `two won medals`.
fn is_meant(scene: &Scene, at: usize, code: &str) -> bool {
    let word = scene.word(at);
    match code {
        "GBP" if word.starts_with("pound") => {
            #[rustfmt::skip] // One word a line would hide the code below it.
            const WEIGHT: &[&str] = &[
                "weigh", "weighs", "weighed", "weighing", "lose", "lost", "losing", "gain", "gained", "drop", "dropped",
                "shed", "catch", "bench", "lift", "lifted", "weight",
            ];
            let of = matches!(scene.word(at + 1), "of" | "per" | "each" | "heavier" | "lighter");
            let sterling = scene.word(at + 1) == "sterling";
            let weighed = (1..8).any(|steps| at >= steps && WEIGHT.contains(&scene.words[at - steps]));
            sterling || !of && !weighed
        }
        "BRL" | "PEN" | "BGN" | "PGK" | "ALL" => !matches!(word, "real" | "sol" | "kina" | "lek"),
        "KRW" => {
            matches!(
                scene.word(at + 1),
                "," | "."
                    | ")"
                    | "("
                    | ""
                    | "in"
                    | "a"
                    | "for"
                    | "to"
                    | "and"
                    | "from"
                    | "on"
                    | "at"
                    | "by"
                    | "of"
                    | "worth"
                    | "per"
                    | "this"
                    | "last"
                    | ";"
            ) || number::factor(scene.word(at.wrapping_sub(1))).is_some()
        }
        _ => true,
    }
}

/// `3 dollars 50 cents`, `thirteen dollars and forty-five cents`: the sum with its hundredths.
pub(super) fn with_hundredths(scene: &Scene, sum: Amount) -> Amount {
    let from = sum.last + if scene.word(sum.last + 1) == "and" { 2 } else { 1 };
    let Some(part) = number::read(scene.words, from).filter(|part| part.value < 100.0) else { return sum };
    match hundredth(scene, from + part.len) {
        Some((len, code, _)) if code == sum.unit || code == "USD" => {
            let value = ((sum.value + part.value / 100.0) * 100.0).round() / 100.0;
            Amount { last: from + part.len + len - 1, value, ..sum }
        }
        _ => sum,
    }
}
