//! A paragraph that is one quotation without a word on who says it → the only person of the paragraphs around it, who speaks there.

use diag::Span;
use model::{Basis, EntityKind};

use super::Quote;
use super::mark::Marked;
use super::saying::Saying;
use crate::chain::ChainIx;
use crate::reading::Reading;

/// How many paragraphs before may lie between the quotation and the last words of its speaker.
const REACH: usize = 3;

/// The fewest words that say enough to be somebody's.
const SHORTEST: usize = 4;

/// The speaker of the passage in which the paragraph stands; `said` are the quotations between marks before it, with their speakers.
pub(super) fn speaker(
    reading: &Reading,
    reported: &[Quote],
    said: &[(Marked, Option<ChainIx>)],
    here: &Marked,
) -> Option<Saying> {
    let inner = here.inner.of(&reading.document.text).trim();
    let whole = here.is_whole(reading)
        && inner.ends_with(['.', '!', '?', '…'])
        && inner.split_whitespace().count() >= SHORTEST;
    if !whole {
        return None;
    }
    let next = people(reading, &[], here.last_block + 1);
    let mut named: Vec<Option<ChainIx>> = Vec::new();
    let mut spoken: Vec<ChainIx> = Vec::new();
    for block in (here.first_block.saturating_sub(REACH)..here.first_block).rev() {
        named.extend(people(reading, said, block));
        spoken.extend(speakers(reading, reported, said, block)?);
        let Some(chain) = named.first().copied().filter(|_| !spoken.is_empty()) else { continue };
        let chain = chain?;
        let alone = named.iter().chain(&next).all(|other| *other == Some(chain))
            && spoken.iter().all(|other| *other == chain);
        let basis = Basis::by("carried-passage", 60);
        return alone.then_some(Saying {
            subject: None,
            speaker: Some(chain),
            cue: None,
            addressee: None,
            basis,
        });
    }
    None
}

/// Those whom a paragraph names outside the quotations `said`; none for a name that is open.
fn people(reading: &Reading, said: &[(Marked, Option<ChainIx>)], block: usize) -> Vec<Option<ChainIx>> {
    let Some(span) = reading.document.blocks.get(block).map(|block| block.span) else { return Vec::new() };
    let marked: Vec<Span> = inside(said, span).map(|(marked, _)| marked.outer).collect();
    let mentions = &reading.mentions;
    let first = mentions.partition_point(|mention| mention.span.start < span.start);
    let here = (first..mentions.len()).take_while(|&at| mentions[at].span.end <= span.end);
    here.filter(|&at| mentions[at].kind == EntityKind::Person)
        .filter(|&at| !marked.iter().any(|marked| marked.contains(mentions[at].span)))
        .map(|at| reading.chain_of(at))
        .collect()
}

/// The speakers of a paragraph; none where one of them is not known.
fn speakers(
    reading: &Reading,
    reported: &[Quote],
    said: &[(Marked, Option<ChainIx>)],
    block: usize,
) -> Option<Vec<ChainIx>> {
    let span = reading.document.blocks.get(block)?.span;
    let first = reported.partition_point(|quote| quote.span.end <= span.start);
    let indirect =
        reported[first..].iter().take_while(|quote| quote.span.start < span.end).map(|quote| quote.speaker);
    inside(said, span).map(|(_, speaker)| *speaker).chain(indirect).collect()
}

/// The quotations that stand in a paragraph, of those in the order of the text.
fn inside(
    said: &[(Marked, Option<ChainIx>)],
    span: Span,
) -> impl Iterator<Item = &(Marked, Option<ChainIx>)> {
    let here = said.iter().rev().take_while(move |(marked, _)| marked.outer.end > span.start);
    here.filter(move |(marked, _)| span.contains(marked.outer))
}
