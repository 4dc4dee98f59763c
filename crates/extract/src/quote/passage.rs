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
    let here = |sentence: usize| reading.sentences.get(sentence).is_some_and(|s| s.block == Some(block));
    let free = |span: Span| said.iter().all(|(marked, _)| !marked.outer.contains(span));
    let named = reading.mentions.iter().enumerate();
    let named = named.filter(|(_, m)| m.kind == EntityKind::Person && here(m.sentence) && free(m.span));
    named.map(|(at, _)| reading.chain_of(at)).collect()
}

/// The speakers of a paragraph; none where one of them is not known.
fn speakers(
    reading: &Reading,
    reported: &[Quote],
    said: &[(Marked, Option<ChainIx>)],
    block: usize,
) -> Option<Vec<ChainIx>> {
    let span = reading.document.blocks.get(block)?.span;
    let direct = said.iter().filter(|(marked, _)| span.contains(marked.outer)).map(|(_, speaker)| *speaker);
    let indirect = reported.iter().filter(|quote| span.contains(quote.span)).map(|quote| quote.speaker);
    direct.chain(indirect).collect()
}
