//! The number of a day in its month: `4`, `4th`, `the fourth`; and whether a number counts something instead.

use super::line::Line;

/// 1 to 31 in digits, as an ordinal, or in words: how many words, and the day.
pub(super) fn day(line: &Line, at: usize) -> Option<(usize, u8)> {
    if let Some(day) = day_number(line.word(at)) {
        return Some((1, day));
    }
    #[rustfmt::skip] // One word a line would hide the code below it.
    const ORDINALS: &[&str] = &[
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];
    let word = line.lower(at);
    let plain = |word: &str| ORDINALS.iter().position(|ordinal| *ordinal == word);
    let (tens, rest) = word.split_once('-').unwrap_or((word, ""));
    let day = match (tens, rest) {
        ("thirtieth", "") => 30,
        ("thirty", "first") => 31,
        ("twenty", rest) => 21 + plain(rest).filter(|place| *place < 9)?,
        (word, "") => plain(word)? + 1,
        _ => return None,
    };
    Some((1, u8::try_from(day).ok()?))
}

/// 1 to 31 in digits, also as an ordinal.
pub(super) fn day_number(word: &str) -> Option<u8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    let day = digits.parse::<u8>().ok().filter(|day| (1..=31).contains(day) && digits.len() <= 2);
    day.filter(|_| digits.bytes().all(|b| b.is_ascii_digit()))
}

/// `May 20 people came`? A number with a scale or a unit after it counts something.
pub(super) fn starts_count(line: &Line, at: usize) -> bool {
    let next = line.lower(at + 1);
    let percent =
        matches!(next, "percent" | "people" | "%" | "years" | "days" | "times" | "points" | "seats");
    // `May 20:30`, a time; in `May 20: "Yes"` the words follow.
    let time = line.word(at + 1) == ":" && line.word(at + 2).starts_with(|c: char| c.is_ascii_digit());
    crate::number::factor(next).is_some() || percent || time
}

/// Up to four digits.
pub(super) fn number(word: &str) -> Option<i64> {
    word.parse().ok().filter(|_| word.bytes().all(|b| b.is_ascii_digit()) && word.len() <= 4)
}
