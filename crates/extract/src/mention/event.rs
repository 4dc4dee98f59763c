//! What has capitals and is no name of a person, country, group or place: events, laws, prizes, storms, ships.

use std::collections::BTreeSet;
use std::ops::Range;

use super::line::{Line, Style, among, is_upper};
use super::page::Page;
use super::rule;
use crate::lexicon::Target;

/// Last words of the names of what is written, ruled or measured.
const THINGS: &str = "\
    Report Order Ordinance Act Bill Law Code Agreement Treaty Accord Protocol Convention Index Scale Rate \
    Syndrome Disease Disorder Virus Test Plan Permit Licence License Certificate Memorandum Understanding";

/// What stands before `League` in the names of cups.
const CONTESTS: &str = "Champions Europa Conference Nations";

/// The most words of a ship's name.
const LONGEST: usize = 3;

/// For each sentence the stretches that name something else; names inside them are none.
pub(crate) fn find(page: &Page, sport: bool) -> Vec<Vec<Range<usize>>> {
    let mut found: Vec<Vec<Range<usize>>> =
        (0..page.lines.len()).map(|sentence| read(page, sentence)).collect();
    if !sport {
        for (sentence, found) in found.iter_mut().enumerate() {
            found.extend((1..page.lines[sentence].len()).filter_map(|at| case(page, sentence, at)));
        }
    }
    let vessels: BTreeSet<Vec<&str>> =
        (0..page.lines.len()).flat_map(|sentence| vessels(page, sentence)).collect();
    let storms: BTreeSet<&str> =
        page.lines.iter().flat_map(|line| (1..line.len()).filter_map(|at| storm(line, at))).collect();
    for (line, found) in page.lines.iter().zip(&mut found) {
        found.extend((1..line.len()).filter_map(|open| ticker(line, open)));
    }
    let letters = letters(page, &mut found);
    for (sentence, (line, found)) in page.lines.iter().zip(&mut found).enumerate() {
        let capital = |at: usize| line.is_capital(at) && !page.is_barred(sentence, at);
        let alone = |at: &usize| !capital(at + 1) && (*at == 0 || !capital(at - 1) || line.is_open(*at));
        found.extend(
            (0..line.len())
                .filter(|at| storms.contains(line.word(*at)) && alone(at) || letters.contains(line.word(*at)))
                .map(|at| at..at + 1),
        );
        for name in &vessels {
            let starts = 0..(line.len() + 1).saturating_sub(name.len());
            found.extend(
                starts.filter(|&at| line.words[at..].starts_with(name)).map(|at| at..at + name.len()),
            );
        }
    }
    found
}

/// The name of a storm behind the word for it: `Typhoon Osten`.
fn storm<'a>(line: &Line<'a>, at: usize) -> Option<&'a str> {
    let named =
        matches!(line.word(at - 1), "Typhoon" | "Hurricane" | "Cyclone" | "Storm") && line.is_capital(at);
    named.then(|| line.word(at))
}

/// The sign of a share in brackets behind a name: `(OSE:NVK)`, `(NVK.OL)`.
fn ticker(line: &Line, open: usize) -> Option<Range<usize>> {
    let close = (open + 1..line.len().min(open + 5)).find(|&at| line.word(at) == ")")?;
    let sign = |at: usize| {
        line.word(at).chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '.' | ':'))
    };
    let divided = (open + 1..close).any(|at| {
        matches!(line.word(at), "." | ":") || line.word(at).contains('.') && !line.word(at).ends_with('.')
    });
    let fits = line.word(open) == "(" && divided && (open + 1..close).all(sign) && line.is_capital(open - 1);
    fits.then_some(open + 1..close)
}

/// Letters in brackets behind the name of a paper, a law or a measure, which they stand for: `First Incident Report (FIR)`.
fn letters<'a>(page: &Page<'a>, events: &mut [Vec<Range<usize>>]) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    for (sentence, line) in page.lines.iter().enumerate() {
        for open in 2..line.len().saturating_sub(2) {
            let glossed =
                line.word(open) == "(" && line.word(open + 2) == ")" && is_upper(line.word(open + 1));
            if glossed && among(THINGS, line.word(open - 1)) && line.is_capital(open - 2) {
                found.insert(line.word(open + 1));
                let from = rule::spelled(page, sentence, open, line.word(open + 1));
                events[sentence].extend(from.map(|from| from..open));
            }
        }
    }
    found
}

fn read(page: &Page, sentence: usize) -> Vec<Range<usize>> {
    let line = &page.lines[sentence];
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let run = page.run(sentence, at);
        if run.len() > 1 && line.style == Style::Prose {
            found.extend(event(page, sentence, &run));
        }
        at = if run.is_empty() { at + 1 } else { run.end };
    }
    found.extend(
        (0..line.len()).filter_map(|at| {
            Some(at..at + page.lexicon.not_a_name_at(&line.words, at).filter(|len| *len > 1)?)
        }),
    );
    found
}

fn event(page: &Page, sentence: usize, run: &Range<usize>) -> Option<Range<usize>> {
    let line = &page.lines[sentence];
    let others = page.lexicon.other_names();
    let begins = |at: usize| others.begins(line.word(at));
    let from = run.start + usize::from(page.is_plain(sentence, run.start) && !begins(run.start));
    let long = run.end.saturating_sub(from) > 1;
    // `Summit County` and `War College` are names: the event must end the run.
    let contest = long && line.word(run.end - 1) == "League" && among(CONTESTS, line.word(run.end - 2));
    let is_event = long && (others.ends(line.word(run.end - 1)) || begins(from) || contest);
    let start = if is_event { law(page, sentence, from, run.end) } else { from };
    (is_event && !is_group(page, sentence, &(from..run.end))).then(|| start..extend(page, sentence, run.end))
}

/// Where the name of a law begins whose topics small words join: `the Justice for Victims of Fraud Act`. It stands behind an article
/// or a quotation mark.
fn law(page: &Page, sentence: usize, from: usize, end: usize) -> usize {
    let line = &page.lines[sentence];
    let is_law = matches!(line.word(end - 1), "Act" | "Bill" | "Law");
    let (mut start, mut at) = (from, from);
    while is_law
        && at > 1
        && matches!(line.word(at - 1), "of" | "for" | "against" | "and")
        && line.is_capital(at - 2)
    {
        at = page.head(sentence, at - 2);
        if matches!(line.before(at), "the" | "The" | "\"" | "“" | "‘" | "''") {
            start = at;
        }
    }
    start
}

/// The case of a court whose parties a `v.` parts: `Lee v. Board of Education`.
fn case(page: &Page, sentence: usize, at: usize) -> Option<Range<usize>> {
    let line = &page.lines[sentence];
    let stop = match (line.word(at), line.word(at + 1)) {
        ("v." | "vs.", _) => at + 1,
        ("v" | "vs", ".") => at + 2,
        _ => return None,
    };
    let right = page.run(sentence, stop);
    let more = page.run(sentence, right.end + 1);
    let end = if line.word(right.end) == "of" && !more.is_empty() { more.end } else { right.end };
    (line.is_capital(at - 1) && !right.is_empty()).then(|| page.head(sentence, at - 1)..end)
}

/// Whether the lexicon has a group of just this name.
fn is_group(page: &Page, sentence: usize, tokens: &Range<usize>) -> bool {
    let hits = page.lexicon.names_at(&page.lines[sentence].words, tokens.start);
    hits.iter().any(|hit| hit.len == tokens.len() && matches!(hit.target, Target::Group(_)))
}

/// Past what a law or treaty is about: `Convention against Torture`, `Treaty of Osten`.
fn extend(page: &Page, sentence: usize, end: usize) -> usize {
    let line = &page.lines[sentence];
    if !page.lexicon.other_names().goes_on(line.word(end - 1)) {
        return end;
    }
    let next = end + 1 + usize::from(line.word(end + 1) == "the");
    let topic = page.run(sentence, next);
    let known = || !page.lexicon.names_at(&line.words, next).is_empty();
    let about = match line.word(end) {
        "of" => !page.is_barred(sentence, next),
        "on" | "against" | "for" => !page.is_barred(sentence, next) && !known(),
        _ => false,
    };
    if about && !topic.is_empty() { topic.end } else { end }
}

/// What ships and their like are called in a sentence: `the tanker Nordic Moon`.
fn vessels<'a>(page: &Page<'a>, sentence: usize) -> Vec<Vec<&'a str>> {
    let line = &page.lines[sentence];
    let named = |at: usize| {
        let run = page.run(sentence, at);
        let heralds = |noun: usize| page.lexicon.other_names().heralds(line.word(noun));
        // `the tanker Nordic Moon`, `a sister ship, the Nordic Moon`
        let herald = heralds(at - 1)
            || at > 2 && matches!(line.before(at), "the") && line.word(at - 2) == "," && heralds(at - 3);
        let name = herald && line.style == Style::Prose && (1..=LONGEST).contains(&run.len());
        (name && !page.is_barred(sentence, at) && !is_group(page, sentence, &run))
            .then(|| line.words[run].to_vec())
    };
    (1..line.len()).filter_map(named).collect()
}
