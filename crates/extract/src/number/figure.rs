//! One word of digits, perhaps with letters that touch it → its value: `6,000`, `1.2bn`, `2½`, `75ml`.

/// Digits with separators and perhaps a short scale: the value and the scale. Ordinals, decades and times are no numbers.
pub(crate) fn figure(word: &str) -> Option<(f64, f64)> {
    let (plain, rest) = parts(word)?;
    match rest.to_lowercase().as_str() {
        "" => Some((plain, 1.0)),
        "½" => Some((plain + 0.5, 1.0)),
        "¼" => Some((plain + 0.25, 1.0)),
        "¾" => Some((plain + 0.75, 1.0)),
        "k" => Some((plain, 1e3)),
        "m" | "mn" | "mln" => Some((plain, 1e6)),
        "bn" | "b" | "bln" => Some((plain, 1e9)),
        "tn" | "trn" | "tln" => Some((plain, 1e12)),
        _ => None,
    }
}

/// Digits with the letters of a unit that touch them: `75ml` is 75 and `ml`.
pub(crate) fn unit_of_figure(word: &str) -> Option<(f64, &str)> {
    parts(word).filter(|(_, rest)| rest.starts_with(|c: char| c.is_alphabetic() || c == '°'))
}

/// The value of the digits at the head of a word, and what follows them.
fn parts(word: &str) -> Option<(f64, &str)> {
    let end = word
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | '\u{a0}' | '\u{202f}' | '\u{2009}')));
    let (figure, rest) = word.split_at(end.unwrap_or(word.len()));
    if !figure.starts_with(|c: char| c.is_ascii_digit()) || !grouped(figure) {
        return None;
    }
    let spaces = [',', '\u{a0}', '\u{202f}', '\u{2009}'];
    let plain = figure.trim_end_matches(['.', ',']).replace(spaces, "").parse().ok()?;
    Some((plain, rest))
}

/// Commas part groups of three; more than one point is an address or a version.
fn grouped(figure: &str) -> bool {
    let whole = figure.split('.').next().unwrap_or_default();
    let mut groups = whole.split(',');
    let first = groups.next().is_some_and(|group| whole.len() == group.len() || group.len() <= 3);
    let rest: Vec<&str> = groups.collect();
    let last = rest.last().is_none_or(|group| group.len() == 3);
    first && last && rest.iter().all(|group| matches!(group.len(), 2 | 3)) && figure.matches('.').count() <= 1
}
