//! What has capitals and is no name of a person, country, group or place: events, laws, prizes, storms, ships.

use std::ops::Range;

use super::line::{Style, among};
use super::page::Page;

/// Last words of the names of events, laws and prizes.
const EVENTS: &str = "\
    Agreement Agreements Accord Accords Treaty Summit Olympics Games Cup Prize Award Awards Act Protocol \
    War Wars Marathon Festival Convention Declaration Pact Revolution Uprising Massacre Championship \
    Championships Prix Amendment Bill Day Week Memorandum Conference Derby Doctrine Crisis Dream Medal \
    Tournament Trophy Resolution Formula Constitution Offensive";

/// First words of the names of storms, ships, operations and laws.
const HEADS: &str = "\
    Hurricane Typhoon Cyclone Storm Tropical Operation USS HMS MV Title Article Section Proposition \
    Nobel";

/// The stretches of a sentence that name something else; names inside them are none.
pub(crate) fn find(page: &Page, sentence: usize) -> Vec<Range<usize>> {
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
    let from =
        run.start + usize::from(page.is_plain(sentence, run.start) && !among(HEADS, line.word(run.start)));
    let long = run.end.saturating_sub(from) > 1;
    // `Summit County` and `War College` are names: the event must end the run.
    (long && (among(EVENTS, line.word(run.end - 1)) || among(HEADS, line.word(from))))
        .then_some(from..run.end)
}
