//! Tokens, labels and lexicon → [`Mention`]s: a name in a place, with a kind and a reason. Whom it names is not decided here.
//!
//! Three readers propose [`spot::Spot`]s: the tagger's labels, the lexicon's names and rules on capitalized runs. Of those that
//! overlap the longest sure one stays. Then the whole article votes on the kind of each name, and occurrences that were missed
//! are found again, in headlines too.

mod vote;
pub(crate) mod line;
mod casing;
pub(crate) mod page;
mod event;
mod spot;
mod result;
mod context;
pub(crate) mod bound;
mod body;
mod label;
mod known;
mod state;
mod firm;
mod employer;
mod business;
mod rule;
mod described;
mod holder;
mod town;
mod region;
mod party;
mod agree;
mod sense;
mod metonym;
mod sport;
mod product;
mod nobody;
mod settle;
pub(crate) mod alias;
pub(crate) mod dateline;

use std::ops::Range;

use diag::Span;
use model::{CountryCode, EntityKind, Via};

use crate::document::Document;
use crate::lexicon::{GroupIx, PlaceIx};
use crate::sentence::Sentence;
use crate::token::Token;
use crate::tools::Tools;

use agree::Names;
use line::{Line, Style};
use page::Page;
use spot::Spot;

/// A name in the text, or a word that stands for one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mention {
    /// Its bytes in the document's text, without article, title and possessive.
    pub(crate) span: Span,
    /// The index of its sentence.
    pub(crate) sentence: usize,
    /// Its tokens in that sentence.
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: EntityKind,
    pub(crate) via: Via,
    /// The lexicon entry that it names, when it is one.
    pub(crate) known: Option<Known>,
    /// How sure it is that this is a name of this kind, 0 to 1.
    pub(crate) score: f32,
}

/// An entry of the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Known {
    Country(CountryCode),
    Group(GroupIx),
    Place(PlaceIx),
}

/// Finds the names of an article, in the order of the text, never overlapping. Who reports it, in the dateline alone, is a credit.
pub(crate) fn find(
    document: &Document,
    sentences: &[Sentence],
    tokens: &[Vec<Token>],
    tools: &Tools,
) -> Vec<Mention> {
    debug_assert_eq!(sentences.len(), tokens.len());
    let lines: Vec<Line> =
        tokens.iter().map(|tokens| Line::new(&document.text, tokens, &tools.lexicon)).collect();
    let words: Vec<Vec<&str>> = lines.iter().map(|line| line.words.clone()).collect();
    let labels = tools.tagger.label(&words);
    let page = Page::new(lines, &tools.lexicon);
    let mut proposed: Vec<Spot> = labels
        .iter()
        .enumerate()
        .flat_map(|(sentence, labels)| label::read(&page, sentence, labels))
        .collect();
    let ruled: Vec<Spot> = (0..page.lines.len()).flat_map(|sentence| rule::read(&page, sentence)).collect();
    let ruled = doubt(part(&page, ruled, &proposed), &proposed);
    proposed.extend(ruled);
    proposed.extend((0..page.lines.len()).flat_map(|sentence| described::read(&page, sentence)));
    proposed.extend((0..page.lines.len()).flat_map(|sentence| business::read(&page, sentence)));
    proposed.extend((0..page.lines.len()).flat_map(|sentence| town::read(&page, sentence)));
    proposed.extend((0..page.lines.len()).flat_map(|sentence| region::read(&page, sentence)));
    proposed.extend((0..page.lines.len()).flat_map(|sentence| party::read(&page, sentence)));
    proposed.extend((0..page.lines.len()).flat_map(|sentence| known::read(&page, sentence)));
    proposed.extend((0..page.lines.len()).flat_map(|sentence| state::read(&page, sentence)));
    proposed.extend((0..page.lines.len()).flat_map(|sentence| result::read(&page, sentence)));
    for holder in (0..page.lines.len()).flat_map(|sentence| holder::read(&page, sentence)) {
        proposed.retain(|spot| !holder.is_torn_by(spot));
        proposed.extend(holder.into_spots());
    }
    let dateline = sentences.iter().position(|sentence| Some(sentence.span) == document.dateline);
    proposed.extend(dateline.into_iter().flat_map(|sentence| dateline::places(&page, sentence)));
    proposed.extend(dateline.and_then(|sentence| dateline::agency(&page, sentence)));
    let events = event::find(&page, sport::is_sport(&page));
    let is_event = |spot: &Spot| {
        let holds = |event: &Range<usize>| event.start <= spot.tokens.start && spot.tokens.end <= event.end;
        events[spot.sentence].iter().any(holds)
    };
    proposed.retain(|spot| !is_event(spot));
    let mut spots = product::cut(&page, agree_on(&page, proposed));
    // `Lee vs. Ek` is a contest as often as a case: names that are found elsewhere stay.
    let is_contest = |spot: &Spot| page.lines[spot.sentence].words.iter().any(|word| word.starts_with("vs"));
    spots.retain(|spot| !is_event(spot) || is_contest(spot));
    let names = Names::gather(&page, &spots);
    let mut settled = settle::decide(&page, &names, spots);
    if let Some(dateline) = dateline {
        settled.retain(|name| !dateline::is_byline(&page, dateline, name));
        dateline::drop_agency(&page, dateline, &mut settled);
    }
    alias::unite(&page, &mut settled);
    settled.into_iter().map(|settled| mention(tokens, settled)).collect()
}

/// Ends a body that a rule reads on into a name where the tagger begins a person: `Osten Council Sujin Ora`.
fn part(page: &Page, mut ruled: Vec<Spot>, labeled: &[Spot]) -> Vec<Spot> {
    for spot in ruled.iter_mut().filter(|spot| spot.vote.best().0 == EntityKind::Group) {
        let tail = labeled.iter().find(|other| {
            other.sentence == spot.sentence
                && other.tokens.end == spot.tokens.end
                && other.tokens.start > spot.tokens.start + 1
                && page.lines[spot.sentence].is_capital(other.tokens.start - 1)
                && other.tokens.len() > 1
                && other.vote.best().0 == EntityKind::Person
        });
        spot.tokens.end = tail.map_or(spot.tokens.end, |tail| tail.tokens.start);
    }
    ruled
}

/// Lowers what only a rule says of an article in which the tagger finds names: its silence speaks, but for what a title heads.
fn doubt(mut ruled: Vec<Spot>, labeled: &[Spot]) -> Vec<Spot> {
    for spot in &mut ruled {
        let titled = spot.vote.person >= rule::TITLED || spot.sure >= rule::GLOSSED;
        let backed =
            || labeled.iter().any(|other| other.overlaps(spot) && other.vote.best().0 == spot.vote.best().0);
        // Three capitals and a head such as `Airport` or `Commission` speak for themselves, unless the tagger says otherwise.
        let denied =
            || labeled.iter().any(|other| other.overlaps(spot) && other.vote.best().0 == EntityKind::Person);
        let long = || spot.tokens.len() > 2 && spot.sure >= rule::HEADED && !denied();
        if !labeled.is_empty() && !titled && !backed() && !long() {
            spot.sure = spot.sure.min(rule::DOUBTED);
        }
    }
    ruled
}

/// The spots that stay, with what the names of prose add in headlines and where the first reading missed them.
fn agree_on(page: &Page, proposed: Vec<Spot>) -> Vec<Spot> {
    let (prose, heads): (Vec<Spot>, Vec<Spot>) =
        proposed.into_iter().partition(|spot| page.lines[spot.sentence].style == Style::Prose);
    let weigh = |mut spot: Spot| {
        spot.context = context::weigh(page, &spot) + employer::weigh(page, &spot);
        spot
    };
    let mut spots: Vec<Spot> =
        spot::choose(prose).into_iter().map(weigh).filter(|spot| settle::stands(page, spot)).collect();
    let glosses = rule::glosses(page, &spots);
    spots.extend(glosses);
    let mut spots = spot::choose(spots);
    let names = Names::gather(page, &spots);
    let missed = names.recover(page, &spots);
    spots.extend(heads);
    spots.extend(missed.into_iter().map(weigh));
    spot::choose(spots).into_iter().filter(|spot| settle::stands(page, spot)).collect()
}

fn mention(tokens: &[Vec<Token>], settled: settle::Settled) -> Mention {
    let line = &tokens[settled.sentence];
    let span = line[settled.tokens.start].span.cover(line[settled.tokens.end - 1].span);
    Mention {
        span,
        sentence: settled.sentence,
        tokens: settled.tokens,
        kind: settled.kind,
        via: settled.via,
        known: settled.known,
        score: settled.score,
    }
}

#[cfg(test)]
mod tests;
