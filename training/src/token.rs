//! Text → sentences of words, as `extract` cuts them: marks stand alone, abbreviations keep their stop, `’s` is a word.
//!
//! A line break always ends a sentence.

use std::ops::Range;

/// A sentence: the bytes of its words in the text.
pub(crate) type Sentence = Vec<Range<usize>>;

const ABBREVIATIONS: &[&str] = &[
    "adm", "apr", "aug", "ave", "brig", "bros", "capt", "cmdr", "co", "col", "corp", "cpl", "dec", "dept",
    "dr", "est", "etc", "feb", "fr", "ft", "gen", "gov", "hon", "inc", "jan", "jr", "jul", "jun", "lt",
    "ltd", "maj", "mar", "messrs", "mr", "mrs", "ms", "mt", "no", "nov", "oct", "ph", "pres", "prof", "rep",
    "reps", "rev", "sen", "sens", "sep", "sept", "sgt", "sr", "st", "supt", "univ", "vs", "viz",
];
const AFTER_NAME: &[&str] = &[
    "based", "led", "backed", "born", "run", "owned", "held", "wide", "style", "era", "like", "made",
    "built", "area", "only", "friendly", "inspired", "trained", "related", "bound", "ally", "allies",
    "majority",
];
const BEFORE_NAME: &[&str] =
    &["anti", "ex", "former", "mid", "non", "post", "pre", "pro", "then", "semi", "quasi", "early", "late"];

/// Cuts a text into sentences.
pub(crate) fn sentences(text: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = words(line).into_iter().map(|word| word.start + start..word.end + start).collect();
        split(text, words, &mut sentences);
        start += line.len();
    }
    sentences
}

/// Cuts the words of a line where a stop ends a sentence and a capital, a quotation or a number follows.
fn split(text: &str, words: Vec<Range<usize>>, sentences: &mut Vec<Sentence>) {
    let mut sentence: Sentence = Vec::new();
    let mut stopped = false;
    for word in words {
        let written = &text[word.clone()];
        let closes = matches!(written, ")" | "]" | "”" | "’" | "\"" | "'");
        let adjoins = sentence.last().is_some_and(|last| last.end == word.start);
        if stopped && !(closes && adjoins) {
            let begins = |c: char| c.is_uppercase() || c.is_numeric() || "\"“‘'([«".contains(c);
            if written.starts_with(begins) {
                sentences.push(std::mem::take(&mut sentence));
            }
            stopped = false;
        }
        stopped |= matches!(written, "." | "!" | "?" | "…" | "...");
        sentence.push(word);
    }
    if !sentence.is_empty() {
        sentences.push(sentence);
    }
}

/// Cuts a line, or a name of a list, into words.
pub(crate) fn words(line: &str) -> Sentence {
    let mut words: Sentence = Vec::new();
    let mut at = 0;
    while let Some(first) = line[at..].chars().next() {
        if first.is_whitespace() || first.is_control() {
            at += first.len_utf8();
            continue;
        }
        let rest = &line[at..];
        let len = if holds(first) {
            word(rest)
        } else if let Some(len) = possessive(rest) {
            len
        } else if rest.starts_with("...") {
            3
        } else {
            first.len_utf8()
        };
        words.push(at..at + len);
        at += len;
    }
    words
}

fn holds(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || ('\u{300}'..='\u{36f}').contains(&c)
}

/// The length of the word at the head of a text.
fn word(rest: &str) -> usize {
    let (mut part, mut at) = (0, 0);
    loop {
        at += run(&rest[at..]);
        let Some(mark) = rest[at..].chars().next() else { return at };
        let after = &rest[at + mark.len_utf8()..];
        let follows = after.starts_with(holds);
        let digits = rest[..at].ends_with(char::is_numeric) && after.starts_with(char::is_numeric);
        match mark {
            '.' => match stop(&rest[part..at], after) {
                Some(true) => return at + 1,
                Some(false) => {}
                None => return at,
            },
            ',' | ':' if digits => {}
            '-' if follows && !divides(&rest[part..at], &after[..run(after)]) => part = at + 1,
            '&' if rest[..at].ends_with(char::is_uppercase) && after.starts_with(char::is_uppercase) => {}
            '\'' | '’' if follows && possessive(&rest[at..]).is_none() => {}
            _ => return at,
        }
        at += mark.len_utf8();
    }
}

/// Whether a stop belongs to the word: as its end, within it, or not.
fn stop(part: &str, after: &str) -> Option<bool> {
    let letters = part.rsplit('.').next().unwrap_or(part);
    let single = letters.chars().count() == 1;
    let abbreviated = ABBREVIATIONS.contains(&letters.to_lowercase().as_str());
    let next = &after[..run(after)];
    if next.is_empty() {
        let dotted =
            part.contains('.') && part.split('.').all(|piece| (1..=2).contains(&piece.chars().count()));
        let initial = single && letters.starts_with(char::is_uppercase) && after.contains(holds);
        return (dotted || initial || abbreviated && letters.starts_with(char::is_uppercase)).then_some(true);
    }
    let digits = letters.ends_with(char::is_numeric) && next.starts_with(char::is_numeric);
    if digits || next.starts_with(char::is_lowercase) || single && next.chars().count() == 1 {
        return Some(false);
    }
    (single || abbreviated).then_some(true)
}

/// Whether the hyphen of a compound divides it: `US-led`, `anti-American`.
fn divides(left: &str, right: &str) -> bool {
    let lower = right.starts_with(char::is_lowercase);
    if left.starts_with(char::is_lowercase) {
        return !lower && BEFORE_NAME.contains(&left);
    }
    let capitals =
        left.chars().filter(|c| c.is_alphabetic()).count() > 1 && !left.contains(char::is_lowercase);
    let participle = right.ends_with("ed") && right.len() > 4 || right.ends_with("ing") && right.len() > 5;
    lower && (capitals && !left.contains(char::is_numeric) || AFTER_NAME.contains(&right) || participle)
}

fn possessive(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let mark = chars.next().filter(|c| matches!(c, '\'' | '’'))?;
    let s = chars.next().filter(|c| matches!(c, 's' | 'S'))?;
    (!chars.next().is_some_and(holds)).then_some(mark.len_utf8() + s.len_utf8())
}

fn run(rest: &str) -> usize {
    rest.find(|c| !holds(c)).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let join = |sentence: &Sentence| {
            sentence.iter().map(|word| &text[word.clone()]).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(sentences(text).iter().map(join).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn words_and_marks() {
        check("The U.S.-led bloc's aid, $6,000.", &["The U.S. - led bloc 's aid , $ 6,000 ."]);
        check("Gen. J. O'Hara-Diaz (AT&T) didn’t.", &["Gen. J. O'Hara-Diaz ( AT&T ) didn’t ."]);
        check(
            "US-led, Lima-based, anti-Roman, Jong-un",
            &["US - led , Lima - based , anti - Roman , Jong-un"],
        );
    }

    #[test]
    fn sentences_end_at_stops_and_lines() {
        check(
            "He left. \"Why?\" Ann asked.\nNobody knew",
            &["He left .", "\" Why ? \"", "Ann asked .", "Nobody knew"],
        );
    }
}
