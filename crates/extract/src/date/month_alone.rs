//! Whether a month without a day and a year is a time: `in May`, but not `May said`.

use super::line::Line;

/// `May` and `March` are also verbs and names: alone they need a word before them that makes them a time.
pub(super) fn stands_alone(line: &Line, at: usize) -> bool {
    #[rustfmt::skip] // One word a line would hide the code below it.
    const BEFORE: &[&str] = &[
        "in", "since", "until", "till", "by", "last", "next", "this", "of", "early", "late", "mid", "from", "to",
        "between", "and", "during", "before", "after", "through", "every", "each", "previous", "following", "-",
        "their", "its", "'s", "’s", "for", "on", "throughout", "around", "past", "coming", "the",
    ];
    #[rustfmt::skip] // One word a line would hide the code below it.
    const PLAIN: &[&str] = &[
        "in", "since", "until", "till", "by", "last", "next", "this", "early", "late", "mid", "during", "throughout",
    ];
    let led = BEFORE.contains(&line.before(at, 1));
    // `by the end of March`, `in the 12 months to June`.
    let whole = line.before(at, 1) == "of"
        && matches!(line.before(at, 2), "end" | "start" | "beginning" | "middle" | "month")
        || line.before(at, 1) == "to"
            && matches!(line.before(at, 2), "months" | "year" | "quarter" | "weeks");
    // `Sen. June Lee`, `in May and Simpson`.
    let name = line.word(at + 1).starts_with(char::is_uppercase);
    // `May`, `March`, `April`, `June`, `August` are names or verbs too.
    let doubtful = matches!(line.word(at), "May" | "March" | "April" | "June" | "Mar" | "Jan" | "Jun");
    let row = follows(line, at);
    (led || row)
        && (!name || line.word(at).len() > 5)
        && (!doubtful || whole || row || PLAIN.contains(&line.before(at, 1)))
}

/// Whether a month that may be a name stands in a row of dates: `in April and May`, `from March to June`.
fn follows(line: &Line, at: usize) -> bool {
    let other = |steps: usize| at.checked_sub(steps).is_some_and(|at| line.month(at).is_some());
    let joined = matches!(line.before(at, 1), "and" | "to" | "-" | "through" | "until") && other(2);
    joined
        || matches!(line.lower(at + 1), "to" | "and" | "-" | "through" | "until" | "till")
            && line.month(at + 2).is_some()
}
