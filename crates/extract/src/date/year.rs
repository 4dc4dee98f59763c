//! Years and longer: `in 2009`, `44 BC`, `the 1990s`, `the sixties`, `19th century`, `fiscal 2024`.

use model::PartialDate;

use super::base::of_year;
use super::line::{Form, Found, Line};

/// The date that begins at a word.
pub(super) fn read(line: &Line, at: usize) -> Option<Found> {
    era(line, at)
        .or_else(|| fiscal(line, at))
        .or_else(|| season_years(line, at))
        .or_else(|| century(line, at))
        .or_else(|| decade(line, at))
        .or_else(|| year(line, at))
}

/// A four-digit year without separators.
pub(super) fn plain_year(word: &str) -> Option<i64> {
    let digits = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    word.parse().ok().filter(|year| digits && (1000..=2199).contains(year))
}

/// `44 BC`, `AD 79`, `347 AD`, `5th century BC` is a century; `the year 3000`, `the year 12000`.
fn era(line: &Line, at: usize) -> Option<Found> {
    let figure = |at: usize| {
        let digits = line.word(at).replace(',', "");
        digits.parse::<i64>().ok().filter(|year| digits.bytes().all(|b| b.is_ascii_digit()) && *year > 0)
    };
    if matches!(line.word(at), "AD" | "A.D.") {
        let year = figure(at + 1).filter(|year| *year < 3000)?;
        return Found::whole(at, at + 1, of_year(year), Form::Year);
    }
    let year = figure(at)?;
    match line.word(at + 1) {
        "BC" | "BCE" | "B.C." | "B.C.E." => Found::whole(at, at + 1, of_year(1 - year), Form::Year),
        "AD" | "CE" | "A.D." | "C.E." if year < 3000 => Found::whole(at, at + 1, of_year(year), Form::Year),
        _ if line.before(at, 1) == "year" && line.before(at, 2) == "the" && year > 31 => {
            Found::whole(at, at, of_year(year), Form::Year)
        }
        _ => None,
    }
}

/// `fiscal 2024`, `fiscal year 2024`, `FY2024`: the year that it is called by.
fn fiscal(line: &Line, at: usize) -> Option<Found> {
    if let Some(year) = line.word(at).strip_prefix("FY").and_then(plain_year) {
        return Found::whole(at, at, of_year(year), Form::FiscalYear);
    }
    let next = match line.lower(at) {
        "fiscal" | "financial" if line.lower(at + 1) == "year" => at + 2,
        "fiscal" | "fy" => at + 1,
        _ => return None,
    };
    let year = plain_year(line.word(next))?;
    Found::whole(at, next, of_year(year), Form::FiscalYear)
}

/// `2023/24`, `2018-19`: two years that one word for both shortens.
fn season_years(line: &Line, at: usize) -> Option<Found> {
    let from = plain_year(line.word(at))?;
    let word = line.word(at + 2);
    let joined = matches!(line.word(at + 1), "/" | "-" | "–");
    let full = plain_year(word).filter(|_| line.word(at + 1) == "/");
    let short = word.parse::<i64>().ok().filter(|_| word.len() == 2).map(|end| from - from % 100 + end);
    // `2015-32` are no two years, `2010-2015-86` is a telephone number.
    let to =
        full.or(short).filter(|to| (1..=15).contains(&(to - from)) && joined && line.word(at + 3) != "-")?;
    Found::whole(at, at + 2, PartialDate::interval(&of_year(from)?, &of_year(to)?), Form::Years)
}

/// `19th century`, `nineteenth-century`, `5th century BC`.
fn century(line: &Line, at: usize) -> Option<Found> {
    const SPELLED: &[(&str, i64)] = &[
        ("twelfth", 12),
        ("thirteenth", 13),
        ("fourteenth", 14),
        ("fifteenth", 15),
        ("sixteenth", 16),
        ("seventeenth", 17),
        ("eighteenth", 18),
        ("nineteenth", 19),
        ("twentieth", 20),
        ("twenty-first", 21),
    ];
    let lower = line.lower(at);
    let (word, hyphened) = lower.strip_suffix("-century").map_or((lower, false), |word| (word, true));
    let digits =
        ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)?.parse::<i64>().ok());
    let century = digits.or_else(|| SPELLED.iter().find(|(name, _)| *name == word).map(|(_, n)| *n))?;
    let mut last = match (hyphened, line.lower(at + 1), line.lower(at + 2)) {
        (true, ..) => at,
        (_, "century" | "centuries", _) => at + 1,
        (_, "-", "century") => at + 2,
        _ => return None,
    };
    if !(1..=30).contains(&century) {
        return None;
    }
    let value = if matches!(line.word(last + 1), "BC" | "BCE" | "B.C.") {
        last += 1;
        format!("-{:02}XX", century - 1)
    } else {
        format!("{:02}XX", century - 1)
    };
    Found::whole(at, last, value.parse().ok(), Form::Century)
}

/// `1990s`, `the 90s`, `the '60s`, `the sixties`.
fn decade(line: &Line, at: usize) -> Option<Found> {
    const SPELLED: &[(&str, i64)] = &[
        ("twenties", 20),
        ("thirties", 30),
        ("forties", 40),
        ("fifties", 50),
        ("sixties", 60),
        ("seventies", 70),
        ("eighties", 80),
        ("nineties", 90),
    ];
    let word = line.lower(at);
    let digits = word.strip_suffix('s').filter(|digits| digits.ends_with('0'));
    let full = digits.filter(|digits| digits.len() == 4).and_then(plain_year);
    // `in his 80s` is an age, `highs in the 80s` are degrees.
    let before = line.before(at, 1);
    let is_part = matches!(before, "early" | "late" | "mid" | "-");
    let led = matches!(before, "the" | "and" | "or") || is_part;
    let led = matches!(before, "'" | "’" | "‘") || led && !is_age(line, at) && !is_measure(line, at);
    let short = digits.and_then(|digits| digits.parse::<i64>().ok().filter(|_| digits.len() == 2));
    // `the mid-30s` are years of life or a rate, `the mid-90s` years.
    let short = short.filter(|decade| !is_part || *decade >= 50);
    let spelled = SPELLED.iter().find(|(name, _)| *name == word).map(|(_, n)| *n);
    let short = short.or(spelled).filter(|decade| *decade >= 20 && led);
    let year = full.or(short.map(|decade| 1900 + decade))?;
    Found::whole(at, at, format!("{:03}X", year / 10).parse().ok(), Form::Decade)
}

/// Whether a possessive before a decade makes it an age: `in his early 80s`.
fn is_age(line: &Line, at: usize) -> bool {
    (1..=4).any(|steps| matches!(line.before(at, steps), "his" | "her" | "their" | "my" | "its"))
}

/// Words for what is counted in tens as decades are.
#[rustfmt::skip] // One word a line would hide the code below it.
const MEASURES: &[&str] = &[
    "temperature", "temperatures", "high", "highs", "low", "lows", "degree", "degrees", "percent", "percentage", "percentages", "rate",
    "rates", "unemployment", "polling", "polls", "approval", "turnout", "humidity", "wind", "winds", "gusts", "score", "scores", "scored",
    "shot", "shoots", "age", "ages", "aged", "price", "prices", "share", "shares", "iq", "rank", "ranked", "number", "numbers", "°", "°f", "°c", "%", "f",
];

/// Whether a decade is one of a measure: `temperatures in the 80s`, `in the 70s percent`.
fn is_measure(line: &Line, at: usize) -> bool {
    let is_one = |word: &str| MEASURES.contains(&word);
    (1..=7).any(|steps| is_one(line.before(at, steps))) || (1..=2).any(|steps| is_one(line.lower(at + steps)))
}

/// Words before a bare number that make it a year.
#[rustfmt::skip] // One word a line would hide the code below it.
const CUES: &[&str] = &[
    "in", "since", "until", "till", "by", "from", "to", "of", "before", "after", "during", "between",
    "early", "late", "mid", "year", "through", "around", "circa", "for", "back", "than", "ca.", "c.", "about",
    "throughout", "over", "election", "elections", "spring", "summer", "autumn", "winter", "-", "–", "as", "only", "past", "on",
];

/// Words after a bare number that go on after a year.
#[rustfmt::skip] // One word a line would hide the code below it.
const AFTER: &[&str] = &[
    "was", "is", "as", "has", "this", "his", "its", "was", "saw", "and", "to", "that", "when", "while", "but",
    "with", "by", "at", "in", "for", "on", "because", "after", "before", "he", "she", "they", "it", "the", "a",
    "were", "had", "from", "would", "will", "about", "over", "under", "under", "until", "amid",
];

/// `in 2009`, `the 2024 election`, `(2015)`.
fn year(line: &Line, at: usize) -> Option<Found> {
    let year = plain_year(line.word(at))?;
    let (before, after) = (line.before(at, 1), line.lower(at + 1));
    let event = is_event(line, at);
    let row = matches!(before, "and" | "," | "or")
        && (2..=4).any(|steps| plain_year(line.before(at, steps)).is_some());
    let cue = CUES.contains(&before) || row;
    // `the 1998 accord`, `Colombia's 2016 vote`.
    let determined = matches!(before, "the" | "a" | "'s" | "’s" | "its" | "his" | "her" | "their" | "this");
    let letters = after.starts_with(char::is_alphabetic);
    let bracketed = matches!(before, "(" | "[") && matches!(after, ")" | "]" | "," | "-" | "–" | ";" | ":");
    let modern = (1800..=2199).contains(&year);
    // `from 2000 troops`, and not `in 2000 voters`: only after `in` and its like a noun may follow.
    let capital = line.word(at + 1).starts_with(char::is_uppercase);
    let counted = letters
        && !capital
        && after.ends_with('s')
        && after.len() > 3
        && !AFTER.contains(&after)
        && !determined
        && after != "levels"
        && !matches!(before, "in" | "since" | "early" | "late" | "mid");
    let unit = crate::number::factor(after).is_some()
        || matches!(after, "%" | "percent" | "people" | "°")
        || line.lexicon.unit_at(line.words, at + 1).is_some() && before != "in";
    let money = line.lexicon.currency_sign(line.word(at.wrapping_sub(1))).is_some()
        || line.lexicon.currency_at(line.words, at + 1).is_some();
    if unit || money || is_code(line, at) {
        return None;
    }
    // `2014-2018`, `1980 to 2012`.
    let ranged = matches!(after, "-" | "–" | "to" | "through" | "until" | "till")
        && plain_year(line.word(at + 2)).is_some();
    let old = matches!(
        before,
        "in" | "since" | "of" | "from" | "until" | "by" | "to" | "between" | "before" | "after" | "-" | "–"
    ) || row;
    // At the head or the end of a clause: `2008 was …`, `… , 2012`.
    let head = at == 0 && (matches!(after, "was" | "is" | "will" | "has" | "saw" | "," | ":"));
    // `Aberdeen, Scotland, 1859.`
    let closing = before == ","
        && matches!(after, "." | ";" | ")")
        && line.word(at.wrapping_sub(2)).starts_with(char::is_alphabetic)
        || line.len() == 1;
    let date = cue && modern && !counted
        || determined && letters && modern
        || (bracketed || head || event || closing || ranged) && modern
        || cue
            && old
            && (1000..1800).contains(&year)
            && !counted
            && (!letters || capital || AFTER.contains(&after));
    if !date {
        return None;
    }
    Found::whole(at, at, of_year(year), Form::Year)
}

/// Whether figures and hyphens around a number make it a part of a code or a telephone number: `82-2100`, `123-12-1234`.
fn is_code(line: &Line, at: usize) -> bool {
    let figure = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && plain_year(word).is_none();
    let before = line.before(at, 1) == "-" && at >= 2 && figure(line.word(at - 2));
    let longer = line.before(at, 1) == "-" && line.before(at, 3) == "-";
    before || longer || line.word(at + 1) == "-" && figure(line.word(at + 2)) && line.word(at + 2).len() != 2
}

/// Whether the words before make it the year of a named event or of a life: `Fan Expo 2016`, `(b. 1950)`.
fn is_event(line: &Line, at: usize) -> bool {
    #[rustfmt::skip] // One word a line would hide the code below it.
    const OTHER: &[&str] = &[
        "windows", "office", "agenda", "vision", "route", "highway", "boeing", "airbus", "model", "resolution", "flight",
        "project", "no.", "no", "page", "room", "section", "article", "chapter", "area", "league", "strategy", "mission",
    ];
    #[rustfmt::skip] // One word a line would hide the code below it.
    const LIVES: &[&str] = &["b", "d", "m", "div", "c", "ca", "r", "est"];
    let name = at > 0 && line.word(at - 1).chars().filter(|c| c.is_alphabetic()).count() > 2;
    let capital =
        name && line.word(at - 1).starts_with(char::is_uppercase) && !OTHER.contains(&line.before(at, 1));
    let life = line.before(at, 1) == "." && LIVES.contains(&line.before(at, 2))
        || line.before(at, 1).strip_suffix('.').is_some_and(|word| LIVES.contains(&word));
    let after = line.word(at + 1);
    let closes = !after.starts_with(char::is_alphanumeric)
        || matches!(line.lower(at + 1), "in" | "at" | "on" | "was" | "is" | "and");
    // `Boeing Co 2000 aircraft`, `$ 2000`.
    (capital || life) && closes && !matches!(after, "%" | "°" | "/" | "-")
}
