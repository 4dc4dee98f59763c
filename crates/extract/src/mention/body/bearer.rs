//! Where the name of a body ends and that of a person begins: `University of Osten President Ann Lee`.

use std::ops::Range;

use crate::lexicon::{Hit, Target, TitleClass};
use crate::mention::line::among;
use crate::mention::page::Page;

use super::{BODIES, OF_BODIES, PLACES};

/// What makes a given name one of a saint, a school or a church.
const SAINTS: &str = "St St. Saint San Santa Santo São Sant Sainte King Queen";

/// Bodies behind which `of` may name who leads them.
const LED_BY: &str = "Party Movement Coalition Alliance Front";

/// Where the person begins with whom the capitals after `University of` go on: at a title or a given name.
pub(super) fn bearer(page: &Page, sentence: usize, run: &Range<usize>) -> Option<usize> {
    let line = &page.lines[sentence];
    let last = line.word(run.end.checked_sub(1)?);
    let headed = among(BODIES, last) || among(PLACES, last);
    let titled = |at: usize| {
        let title = page.lexicon.title_at(&line.words, at);
        title.is_some_and(|t| t.class != TitleClass::Honorific && at + t.len < run.end)
    };
    let given = |at: usize| {
        let strong = page.lexicon.first_name(line.word(at)).is_some_and(|given| !given.weak);
        let land = || !page.lexicon.names_at(&line.words, at).is_empty();
        strong && (2..4).contains(&(run.end - at)) && !among(SAINTS, line.before(at)) && !land()
    };
    let after = campus(page, sentence, run);
    // `Osten Party of Arvind Lee`: who leads it is no part of its name.
    let party = run.start > 1 && among(LED_BY, line.word(run.start - 2)) && line.before(run.start) == "of";
    let from = if party && given(run.start) && run.len() > 1 { run.start } else { run.start + 1 };
    (from..run.end).find(|&at| !headed && (titled(at) || given(at) || Some(at) == after))
}

/// Where a body's name ends that goes on with `of` and then into the name of a person, or to its members: `Trade Committee Democrats`.
pub(in crate::mention) fn end_of(page: &Page, sentence: usize, tokens: &Range<usize>) -> usize {
    let line = &page.lines[sentence];
    let last = tokens.end - 1;
    let party =
        |hit: &Hit| matches!(hit.target, Target::Group(ix) if page.lexicon.group(ix).group_type == "party");
    if tokens.len() > 2
        && among(BODIES, line.word(last - 1))
        && line.word(last).ends_with('s')
        && page.lexicon.names_at(&line.words, last).iter().any(party)
    {
        return last;
    }
    let of = (tokens.start + 1..tokens.end)
        .rev()
        .find(|&at| line.word(at) == "of" && among(OF_BODIES, line.before(at)));
    let run = of.map(|of| page.run(sentence, of + 1)).filter(|run| run.end == tokens.end);
    let person = run.and_then(|run| Some((bearer(page, sentence, &run)?, run.start)));
    person.map_or(tokens.end, |(person, first)| if person == first { first - 1 } else { person })
}

/// Past a region and a town, where a university has its campus: `Texas Arlington Osmo Jafari`. Two or three words that are names
/// alone and follow them are a person.
fn campus(page: &Page, sentence: usize, run: &Range<usize>) -> Option<usize> {
    let line = &page.lines[sentence];
    let place = |at: usize| {
        let hits = page.lexicon.names_at(&line.words, at);
        hits.iter().find(|hit| matches!(hit.target, Target::Place(_))).map(|hit| at + hit.len)
    };
    let end =
        place(run.start).and_then(place).filter(|&end| (2..4).contains(&run.end.saturating_sub(end)))?;
    let plain = |at: usize| {
        line.is_capital(at)
            && !page.is_barred(sentence, at)
            && !page.lexicon.is_common(&line.word(at).to_lowercase())
    };
    (end..run.end).all(plain).then_some(end)
}
