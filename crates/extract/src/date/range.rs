//! Dates that stand beside others: the first of `May 4 to June 2, 1999` takes its year from the second; and the words that
//! lead a date into it: `early 2019`, `end of last year`, `around 1850`.
//!
//! The two ends of a range are two dates, as TimeML has it; one interval is only what shares words: `May 4-8`, `2018-19`.

use model::{PartialDate, Qualifier};

use super::line::{Form, Found, Line};

/// The first of two dates anew, when the year of the second is that of both.
pub(super) fn share(line: &Line, first: &Found, second: &Found) -> Option<Found> {
    let joint = first.last + 1;
    let joined = second.first == joint + 1
        && matches!(line.lower(joint), "-" | "–" | "—" | "to" | "until" | "till" | "through" | "and" | "or");
    let monthly = |found: &Found| matches!(found.form, Form::Day | Form::Month | Form::MonthYear);
    if !joined || first.dated || !second.dated || !monthly(first) || !monthly(second) {
        return None;
    }
    let (start, end) = (first.value.as_ref()?, second.value.as_ref()?);
    let text = start.to_string();
    let with = |year: i64| format!("{year:04}{}", text.get(4..)?).parse::<PartialDate>().ok();
    let year = end.year()?;
    // `from November to February 1999` begins in the year before.
    let value = with(year).filter(|start| start <= end).or_else(|| with(year - 1));
    Some(Found { value, dated: true, ..first.clone() })
}

/// The second of two dates that stand as a range without years (`from August to October`), not before the first.
pub(super) fn follow(line: &Line, first: &Found, second: Found) -> Found {
    let joined = second.first == first.last + 2
        && matches!(line.lower(first.last + 1), "-" | "–" | "to" | "until" | "till" | "through")
        || second.first == first.last + 2
            && line.lower(first.last + 1) == "and"
            && line.before(first.first, 1) == "between";
    let monthly = |found: &Found| matches!(found.form, Form::Day | Form::Month) && !found.dated;
    let next = || {
        let (start, end) = (first.value.as_ref()?, second.value.as_ref()?);
        let year = end.year().filter(|_| end < start)?;
        format!("{:04}{}", year + 1, end.to_string().get(4..)?).parse::<PartialDate>().ok()
    };
    match next().filter(|_| joined && monthly(first) && monthly(&second)) {
        Some(value) => Found { value: Some(value), ..second },
        None => second,
    }
}

/// The date with the words before it that belong to it, and marked as approximate after words that say so.
pub(super) fn widen(line: &Line, found: Found) -> Found {
    let before = |steps: usize| line.before(found.first, steps);
    let about =
        matches!(before(1), "around" | "about" | "circa" | "c." | "ca." | "approximately" | "roughly")
            || before(1) == "." && matches!(before(2), "c" | "ca");
    let steps = match (before(1), before(2)) {
        ("early" | "late" | "mid", _) => 1,
        ("-", "early" | "late" | "mid") => 2,
        ("of", "end" | "beginning" | "start" | "middle") => 2,
        ("the", "of") if matches!(before(3), "end" | "beginning" | "start" | "middle") => 3,
        _ => 0,
    };
    // `the early 1990s` are some of ten years; `early 2019` is a year all the same.
    let long = matches!(found.form, Form::Decade | Form::Century)
        && matches!(before(steps), "early" | "late" | "mid");
    let value = match found.value {
        Some(value) if about || long => Some(value.with_qualifier(Qualifier::Approximate)),
        value => value,
    };
    // `early today` is a time of day, `early 2019` is a part of the year.
    let timely = matches!(
        found.form,
        Form::Today
            | Form::Weekday
            | Form::Day
            | Form::IsoDay
            | Form::Ago
            | Form::Later
            | Form::SameTime
            | Form::Beside
    );
    Found { first: if timely { found.first } else { found.first - steps }, value, ..found }
}
