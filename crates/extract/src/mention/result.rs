//! Lines of results and tables: `Leeds 2 Chelsea 0`, `Leeds v Chelsea`, `Leeds 12 9 2 1 30`. The names in them are teams, or countries.

use std::ops::Range;

use model::EntityKind;

use super::page::Page;
use super::spot::Spot;
use super::vote::Vote;
use crate::lexicon::Target;
use crate::token::TokenKind;

/// The most words of a team's name.
const LONGEST: usize = 4;
/// How many figures after a name make a line of a table.
const FIGURES: usize = 4;
/// How sure a line of results makes its teams, in hundredths.
const SURE: i32 = 60;

/// The teams of the sentence that no country has the name of.
pub(crate) fn read(page: &Page, sentence: usize) -> Vec<Spot> {
    let teams = teams(page, sentence).into_iter().filter(|team| !is_country(page, sentence, team));
    teams.map(|team| Spot::new(sentence, team, EntityKind::Group, SURE)).collect()
}

/// What the place of a stretch in such a line says of its kind.
pub(crate) fn weigh(page: &Page, sentence: usize, tokens: &Range<usize>) -> Vote {
    let here = teams(page, sentence).contains(tokens) && !is_country(page, sentence, tokens);
    if here { Vote { person: 0, country: 0, place: -80, group: 20 } } else { Vote::default() }
}

/// Whether the number at this token stands between two teams, which are no one name.
pub(crate) fn parts(page: &Page, sentence: usize, at: usize) -> bool {
    is_figure(page, sentence, at) && teams(page, sentence).iter().any(|team| team.end == at)
}

/// The names of a line of results or of a table.
fn teams(page: &Page, sentence: usize) -> Vec<Range<usize>> {
    let line = &page.lines[sentence];
    let Some(first) = name(page, sentence, 0) else { return Vec::new() };
    let figures = (first.end..line.len()).take_while(|&at| is_figure(page, sentence, at)).count();
    if figures >= FIGURES {
        return vec![first];
    }
    let versus = matches!(line.word(first.end), "v" | "vs" | "vs." | "V" | "VS");
    if figures != 1 && !versus {
        return Vec::new();
    }
    let Some(second) = name(page, sentence, first.end + 1) else { return Vec::new() };
    let after = second.end;
    let closed = matches!(line.word(after), "" | "." | "(" | "," | ";" | "postponed" | "abandoned");
    let scored =
        is_figure(page, sentence, after) && matches!(line.word(after + 1), "" | "." | "(" | "," | ";");
    if versus && closed || figures == 1 && scored { vec![first, second] } else { Vec::new() }
}

fn name(page: &Page, sentence: usize, at: usize) -> Option<Range<usize>> {
    let line = &page.lines[sentence];
    let run = page.run(sentence, at);
    let first = line.word(at).to_lowercase();
    let sense = run.clone().any(|at| !page.is_barred(sentence, at)) && page.lexicon.weekday(&first).is_none();
    (sense && (1..=LONGEST).contains(&run.len())).then_some(run)
}

fn is_figure(page: &Page, sentence: usize, at: usize) -> bool {
    page.lines[sentence].kinds.get(at) == Some(&TokenKind::Number)
}

fn is_country(page: &Page, sentence: usize, team: &Range<usize>) -> bool {
    let hits = page.lexicon.names_at(&page.lines[sentence].words, team.start);
    hits.iter().any(|hit| {
        hit.len == team.len() && matches!(hit.target, Target::Country(_)) && hit.via != model::Via::Metonym
    })
}
