//! [`Spot`]: a stretch of tokens that may be a name, with what speaks for it; [`choose`] keeps those that do not overlap.

use std::ops::Range;

use model::{EntityKind, Via};

use super::Known;
use super::vote::Vote;

/// A stretch of a sentence that may be a name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Spot {
    pub(crate) sentence: usize,
    pub(crate) tokens: Range<usize>,
    /// How much speaks for its being a name with these bounds, in hundredths.
    pub(crate) sure: i32,
    /// What its words say of its kind, wherever they stand in the article.
    pub(crate) vote: Vote,
    /// What the words around it say of its kind, here alone.
    pub(crate) context: Vote,
    /// The lexicon's entries of this name.
    pub(crate) known: Vec<Entry>,
    /// The country or group that a capital or seat of this name can stand for.
    pub(crate) stands_for: Option<Known>,
    /// How it names its thing, when the word alone says so.
    pub(crate) via: Option<Via>,
}

/// A sense of a spot's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) known: Known,
    /// Whether the name means it only where something else says so.
    pub(crate) weak: bool,
}

/// The least that a name needs to hold its bounds against shorter ones inside it.
const HOLDS: i32 = 45;

impl Spot {
    /// A stretch that is a name of this kind with this certainty.
    pub(crate) fn new(sentence: usize, tokens: Range<usize>, kind: EntityKind, sure: i32) -> Self {
        Self {
            sentence,
            tokens,
            sure,
            vote: Vote::one(kind, sure),
            context: Vote::default(),
            known: Vec::new(),
            stands_for: None,
            via: None,
        }
    }

    /// Whether it shares a token with `other`.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        self.sentence == other.sentence
            && self.tokens.start < other.tokens.end
            && other.tokens.start < self.tokens.end
    }

    /// Whether the lexicon has its name without doubt.
    pub(crate) fn is_known(&self) -> bool {
        self.known.iter().any(|entry| !entry.weak)
    }

    /// Adds a sense of its name; one that is there stays one, and is sure when either says so.
    pub(crate) fn learn(&mut self, entry: Entry) {
        match self.known.iter_mut().find(|known| known.known == entry.known) {
            Some(known) => known.weak &= entry.weak,
            None => self.known.push(entry),
        }
    }

    /// Takes over what another reading of the same stretch says.
    fn join(&mut self, other: Self) {
        // Two sources that agree on the bounds are surer than each alone.
        self.sure = self.sure.max(other.sure) + self.sure.min(other.sure) / 4;
        self.vote += other.vote;
        other.known.into_iter().for_each(|entry| self.learn(entry));
        self.stands_for = self.stands_for.or(other.stands_for);
        self.via = self.via.or(other.via);
    }
}

/// Joins the spots of the same stretch and keeps, of those that overlap, the longest that is sure enough, then the surest.
/// What comes out is in the order of the text.
pub(crate) fn choose(mut spots: Vec<Spot>) -> Vec<Spot> {
    spots.sort_by_key(|spot| (spot.sentence, spot.tokens.start, spot.tokens.end));
    let mut joined: Vec<Spot> = Vec::new();
    for spot in spots {
        match joined.last_mut() {
            Some(last) if last.sentence == spot.sentence && last.tokens == spot.tokens => last.join(spot),
            _ => joined.push(spot),
        }
    }
    joined.sort_by_key(|spot| {
        (spot.sentence, spot.sure < HOLDS, usize::MAX - spot.tokens.len(), -spot.sure, spot.tokens.start)
    });
    let mut kept: Vec<Spot> = Vec::new();
    for spot in joined {
        let from = kept.partition_point(|k| k.sentence < spot.sentence);
        if !kept[from..].iter().any(|k| k.overlaps(&spot)) {
            kept.push(spot);
        }
    }
    kept.sort_by_key(|spot| (spot.sentence, spot.tokens.start));
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(tokens: Range<usize>, kind: EntityKind, sure: i32) -> Spot {
        Spot::new(0, tokens, kind, sure)
    }

    #[test]
    fn the_longest_sure_stretch_stays_and_readings_of_one_stretch_join() {
        let kept = choose(vec![
            spot(2..3, EntityKind::Country, 90),
            spot(0..3, EntityKind::Group, 60),
            spot(5..7, EntityKind::Person, 60),
            spot(5..7, EntityKind::Group, 40),
            spot(6..9, EntityKind::Place, 20),
        ]);
        let ranges: Vec<_> = kept.iter().map(|s| (s.tokens.clone(), s.vote.best().0)).collect();
        assert_eq!(ranges, [(0..3, EntityKind::Group), (5..7, EntityKind::Person)]);
        assert_eq!(kept[1].sure, 70);
    }
}
