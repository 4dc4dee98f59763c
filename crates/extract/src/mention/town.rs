//! `a mill in Osten, Ohio,`: towns that no list has, by the state or country that is named with them.

use model::EntityKind;

use super::context::MEMBERS;
use super::line::{Style, among};
use super::page::Page;
use super::spot::Spot;
use super::state;
use crate::lexicon::Target;

/// How sure the form makes a place, in hundredths.
const SURE: i32 = 60;
/// The most words of a town's name.
const LONGEST: usize = 3;
/// What stands before a town.
const BEFORE: &str = "in of from near at to outside around";

/// The towns of a sentence.
pub(crate) fn read(page: &Page, sentence: usize) -> Vec<Spot> {
    let line = &page.lines[sentence];
    let town = |at: usize| {
        let mut run = page.run(sentence, at);
        let state =
            run.end.checked_sub(1).filter(|&last| last > at && state::is_appended(page, sentence, last));
        run.end = state.unwrap_or(run.end);
        let plain = |at: usize| {
            !page.is_barred(sentence, at) && !page.lexicon.is_common(&line.word(at).to_lowercase())
        };
        let named = (1..=LONGEST).contains(&run.len()) && run.clone().all(plain);
        let sits = line.before(at) == "for" && at > 1 && among(MEMBERS, &line.word(at - 2).to_lowercase());
        let fits = named && sits
            || named
                && (state.is_some() || line.word(run.end) == "," && is_land(page, sentence, run.end + 1));
        fits.then(|| Spot::new(sentence, run, EntityKind::Place, SURE))
    };
    let starts = (1..line.len())
        .filter(|&at| (among(BEFORE, line.before(at)) || line.before(at) == "for") && line.is_capital(at));
    starts.filter_map(town).filter(|_| line.style == Style::Prose).collect()
}

/// Whether a state or a country stands here, and then the clause goes on.
fn is_land(page: &Page, sentence: usize, at: usize) -> bool {
    let line = &page.lines[sentence];
    let closes = |end: usize| matches!(line.word(end), "," | "." | ";" | ")" | "");
    let division = |target: Target| match target {
        Target::Place(ix) => page.lexicon.place(ix).place_type == "division",
        Target::Country(_) => true,
        Target::Group(_) => false,
    };
    let hits = page.lexicon.names_at(&line.words, at);
    state::of(page, sentence, at).is_some() && closes(at + 1)
        || hits.iter().any(|hit| hit.is_region() && division(hit.target) && closes(at + hit.len))
}
