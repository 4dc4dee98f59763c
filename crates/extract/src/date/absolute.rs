//! Dates that name a year, a month or a day: `26 October 1998`, `Sept. 4`, `in 2009`, `the 1990s`, `third quarter of 2024`.

use model::{PartialDate, Qualifier};

use super::{Found, Line};

/// The date that begins at a word.
pub(super) fn read(line: Line, at: usize) -> Option<Found> {
    iso(line, at)
        .or_else(|| day_month(line, at))
        .or_else(|| month_first(line, at))
        .or_else(|| part_of_year(line, at))
        .or_else(|| season(line, at))
        .or_else(|| feast(line, at))
        .or_else(|| years(line, at))
        .or_else(|| decade(line, at))
        .or_else(|| year(line, at))
}

/// `2025-09-04`, and `25/12/2024` where only one order is possible.
fn iso(line: Line, at: usize) -> Option<Found> {
    let word = line.word(at);
    let found =
        |last: usize, value: String| Some(Found { first: at, last, value: Some(value.parse().ok()?) });
    if word.len() == 10 && word.as_bytes()[4] == b'-' {
        return found(at, word.to_owned());
    }
    // Marks are tokens of their own: `2025` `-` `09` `-` `04`.
    let (joint, again) = (line.word(at + 1), line.word(at + 3));
    if joint != again || !matches!(joint, "-" | "/") {
        return None;
    }
    let (a, b, c) = (number(word)?, number(line.word(at + 2))?, number(line.word(at + 4))?);
    let (year, month, day) = match joint {
        "-" if word.len() == 4 => (a, b, c),
        "/" if line.word(at + 4).len() == 4 && a > 12 => (c, b, a),
        "/" if line.word(at + 4).len() == 4 && b > 12 => (c, a, b),
        _ => return None,
    };
    found(at + 4, format!("{year:04}-{month:02}-{day:02}"))
}

/// `26 October 1998`, `26th of October`, `4-5 May`.
fn day_month(line: Line, at: usize) -> Option<Found> {
    let day = day(line.word(at))?;
    let mut next = at + 1;
    let mut until = None;
    if matches!(line.word(next), "-" | "–" | "to" | "and") {
        until = self::day(line.word(next + 1)).filter(|until| *until > day);
        next += usize::from(until.is_some()) * 2;
    }
    if line.word(next) == "of" {
        next += 1;
    }
    let month = month(line, next)?;
    let (last, year) = match year_after(line, next + 1) {
        Some((last, year)) => (last, Some(year)),
        None => (next, None),
    };
    Some(Found { first: at, last, value: days(line, year, month, day, until) })
}

/// `October 26, 1998`, `Oct. 26-28`, `October 1998`, `October`.
fn month_first(line: Line, at: usize) -> Option<Found> {
    let month = month(line, at)?;
    if let Some(day) = day(line.word(at + 1)).filter(|_| !starts_count(line, at + 1)) {
        let mut last = at + 1;
        let mut until = None;
        if matches!(line.word(last + 1), "-" | "–" | "to") {
            until = self::day(line.word(last + 2)).filter(|until| *until > day);
            last += usize::from(until.is_some()) * 2;
        }
        let (last, year) = match year_after(line, last + 1) {
            Some((last, year)) => (last, Some(year)),
            None => (last, None),
        };
        return Some(Found { first: at, last, value: days(line, year, month, day, until) });
    }
    if let Some((last, year)) = year_after(line, at + 1) {
        return Some(Found { first: at, last, value: format!("{year:04}-{month:02}").parse().ok() });
    }
    is_month_alone(line, at).then(|| Found { first: at, last: at, value: month_alone(line, month) })
}

fn days(line: Line, year: Option<i64>, month: u8, day: u8, until: Option<u8>) -> Option<PartialDate> {
    let year = year.or_else(|| line.clock.year_of(month, Some(day)));
    let date = |day: u8| -> Option<PartialDate> {
        let year = year.map_or("XXXX".to_owned(), |year| format!("{year:04}"));
        format!("{year}-{month:02}-{day:02}").parse().ok()
    };
    match until {
        Some(until) => PartialDate::interval(&date(day)?, &date(until)?),
        None => date(day),
    }
}

fn month_alone(line: Line, month: u8) -> Option<PartialDate> {
    let year = line.clock.year_of(month, None);
    year.map_or(format!("XXXX-{month:02}"), |year| format!("{year:04}-{month:02}")).parse().ok()
}

/// `May` and `March` are also verbs and names: alone they need a word before them that makes them a time.
fn is_month_alone(line: Line, at: usize) -> bool {
    const BEFORE: &[&str] = &[
        "in",
        "since",
        "until",
        "till",
        "by",
        "last",
        "next",
        "this",
        "of",
        "early",
        "late",
        "mid",
        "from",
        "to",
        "between",
        "and",
        "during",
        "before",
        "after",
        "through",
        "every",
        "each",
        "previous",
        "following",
        "-",
    ];
    let led = BEFORE.contains(&line.before(at, 1).to_lowercase().as_str());
    // `Sen. June Lee`, `in May and Simpson`.
    let name = line.word(at + 1).starts_with(char::is_uppercase);
    led && (!name || line.word(at).len() > 5)
}

/// `third quarter of 2024`, `first half of the year`.
fn part_of_year(line: Line, at: usize) -> Option<Found> {
    let (which, sort) = (line.lower(at), line.lower(at + 1));
    let which = ["first", "second", "third", "fourth"].iter().position(|word| *word == which)?;
    let months = match sort.as_str() {
        "quarter" => 3,
        "half" if which < 2 => 6,
        _ => return None,
    };
    let mut last = at + 1;
    let mut year = None;
    let next = if line.word(at + 2) == "of" { at + 3 } else { at + 2 };
    if let Some(named) = plain_year(line.word(next)) {
        (last, year) = (next, Some(named));
    } else if line.word(at + 2) == "of" && line.word(next) == "this" && line.word(next + 1) == "year" {
        (last, year) = (next + 1, line.clock.year());
    } else if line.word(at + 2) == "of" {
        // `the first half of the match`.
        let yearly = line.word(next) == "the" && line.word(next + 1) == "year";
        if !yearly {
            return None;
        }
        (last, year) = (next + 1, line.clock.year());
    } else if sort == "half" {
        return None;
    }
    let first = which * months + 1;
    let value = year
        .and_then(|year| format!("{year:04}-{first:02}/{year:04}-{:02}", first + months - 1).parse().ok());
    Some(Found { first: at, last, value })
}

/// `summer of 2025`, `late summer 2025`.
fn season(line: Line, at: usize) -> Option<Found> {
    let season = match line.lower(at).as_str() {
        "spring" => 21,
        "summer" => 22,
        "autumn" | "fall" => 23,
        "winter" => 24,
        _ => return None,
    };
    let next = if line.word(at + 1) == "of" { at + 2 } else { at + 1 };
    let year = plain_year(line.word(next))?;
    Some(Found { first: at, last: next, value: format!("{year:04}-{season}").parse().ok() })
}

/// Days that have a name and a fixed date.
fn feast(line: Line, at: usize) -> Option<Found> {
    const FEASTS: &[(&[&str], u8, u8)] = &[
        (&["New", "Year", "'s", "Day"], 1, 1),
        (&["New", "Year", "’s", "Day"], 1, 1),
        (&["New", "Year", "'s", "Eve"], 12, 31),
        (&["New", "Year", "’s", "Eve"], 12, 31),
        (&["Christmas", "Eve"], 12, 24),
        (&["Christmas", "Day"], 12, 25),
        (&["Boxing", "Day"], 12, 26),
        (&["Valentine", "'s", "Day"], 2, 14),
        (&["Valentine", "’s", "Day"], 2, 14),
    ];
    let (name, month, day) =
        FEASTS.iter().find(|(name, ..)| line.words.get(at..at + name.len()) == Some(name))?;
    let last = at + name.len() - 1;
    let named = year_after(line, last + 1);
    let value = days(line, named.map(|(_, year)| year), *month, *day, None);
    Some(Found { first: at, last: named.map_or(last, |(last, _)| last), value })
}

/// `1999-2009`, `1999 to 2009` after `from`.
fn years(line: Line, at: usize) -> Option<Found> {
    let from = plain_year(line.word(at))?;
    let joint = line.word(at + 1);
    let led = line.before(at, 1).eq_ignore_ascii_case("from");
    let joined = matches!(joint, "-" | "–" | "/") || led && matches!(joint, "to" | "until" | "through");
    let word = line.word(at + 2);
    let short = || word.parse::<i64>().ok().filter(|_| word.len() == 2).map(|end| from - from % 100 + end);
    let to = plain_year(word).or_else(short).filter(|to| *to > from && joined)?;
    Some(Found { first: at, last: at + 2, value: format!("{from:04}/{to:04}").parse().ok() })
}

/// `1990s`, `mid-1990s`, `19th century`.
fn decade(line: Line, at: usize) -> Option<Found> {
    let word = line.word(at);
    if let Some(digits) = word.strip_suffix('s').filter(|digits| digits.len() == 4 && digits.ends_with('0')) {
        let value = format!("{}X", &digits[..3]).parse::<PartialDate>().ok()?;
        let qualified = matches!(line.before(at, 1).to_lowercase().as_str(), "mid" | "early" | "late" | "-");
        let value = if qualified { value.with_qualifier(Qualifier::Approximate) } else { value };
        return Some(Found { first: at, last: at, value: Some(value) });
    }
    let century = word
        .trim_end_matches(['s', 't', 'n', 'd', 'r', 'h'])
        .parse::<i64>()
        .ok()
        .filter(|n| (2..=30).contains(n) && word.len() <= 4)?;
    let named = line.lower(at + 1) == "century" && word.ends_with(char::is_alphabetic);
    named.then(|| Found { first: at, last: at + 1, value: format!("{:02}XX", century - 1).parse().ok() })
}

/// Words before a bare number that make it a year.
const YEAR_CUES: &[&str] = &[
    "in", "since", "until", "till", "by", "from", "to", "of", "before", "after", "during", "between",
    "early", "late", "mid", "year", "through", "around", "circa", "for", "back", "than",
];

/// `in 2009`, `the 2024 election`, `44 BC`.
fn year(line: Line, at: usize) -> Option<Found> {
    if let Some(value) = line
        .word(at)
        .parse::<i64>()
        .ok()
        .filter(|y| (1..10_000).contains(y))
        .filter(|_| matches!(line.word(at + 1), "BC" | "BCE"))
    {
        return Some(Found { first: at, last: at + 1, value: format!("{:05}", 1 - value).parse().ok() });
    }
    let year = plain_year(line.word(at))?;
    let before = line.before(at, 1).to_lowercase();
    let after = line.word(at + 1);
    let cue = YEAR_CUES.contains(&before.as_str())
        || before == "and"
            && YEAR_CUES.contains(&line.before(at, 4).to_lowercase().as_str())
            && plain_year(line.before(at, 2)).is_some();
    // `the 1998 accord`, `Colombia's 2016 vote`.
    let determined =
        matches!(before.as_str(), "the" | "a" | "'s" | "’s" | "its" | "his" | "her" | "their" | "(");
    let noun = after.starts_with(char::is_alphabetic) || before == "(";
    let modern = (1800..=2100).contains(&year);
    let counted = after.starts_with(char::is_lowercase)
        && after.ends_with('s')
        && !determined
        && !matches!(after, "was" | "is" | "as" | "has" | "this");
    let date = (cue && !counted || determined && noun) && modern
        || cue
            && (1000..1800).contains(&year)
            && !counted
            && matches!(before.as_str(), "in" | "since" | "of" | "from" | "until" | "by");
    date.then(|| Found { first: at, last: at, value: format!("{year:04}").parse().ok() })
}

/// A four-digit year without separators.
fn plain_year(word: &str) -> Option<i64> {
    let digits = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|year| digits && (1000..=2199).contains(year))
}

/// The year after a month or a day, perhaps after a comma: its token and value.
fn year_after(line: Line, at: usize) -> Option<(usize, i64)> {
    let at = if matches!(line.word(at), "," | "of") { at + 1 } else { at };
    plain_year(line.word(at)).map(|year| (at, year))
}

fn month(line: Line, at: usize) -> Option<u8> {
    let word = line.word(at);
    word.starts_with(char::is_uppercase).then(|| line.lexicon.month(word)).flatten()
}

/// 1 to 31, also as an ordinal.
fn day(word: &str) -> Option<u8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    let day = digits.parse::<u8>().ok().filter(|day| (1..=31).contains(day) && digits.len() <= 2);
    day.filter(|_| digits.bytes().all(|b| b.is_ascii_digit()))
}

/// `May 20 people came`? A number with a scale or a unit after it counts something.
fn starts_count(line: Line, at: usize) -> bool {
    let next = line.word(at + 1);
    crate::number::factor(next).is_some() || matches!(next, "percent" | "people" | "%")
}

fn number(word: &str) -> Option<i64> {
    word.parse().ok().filter(|_| word.bytes().all(|b| b.is_ascii_digit()) && word.len() <= 4)
}
