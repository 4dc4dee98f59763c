//! What a pattern found → a [`Proposition`] with status, date, place and quantity.

use model::{Basis, Mode};

use crate::clause::{Actor, Frame};
use crate::lexicon::Cue;

use super::{Claim, Line, Proposition, circumstance, kind, status};

/// A cue whose ends have been looked for.
pub(super) struct Draft<'c> {
    pub(super) cue: &'c Cue,
    /// The token of the cue.
    pub(super) at: usize,
    pub(super) subjects: Vec<Actor>,
    pub(super) objects: Vec<Actor>,
    pub(super) basis: Basis,
}

impl Draft<'_> {
    /// Whether its predicate can join some of its ends.
    pub(super) fn fits(&self) -> bool {
        let swap = self.cue.slot.swap;
        self.subjects.iter().any(|subject| {
            self.objects.iter().any(|object| {
                let (subject, object) = if swap { (object, subject) } else { (subject, object) };
                kind::fits(self.cue.predicate, subject, object)
            })
        })
    }

    /// The proposition of a draft in a clause with this frame.
    pub(super) fn judge(self, line: Line, frame: &Frame) -> Proposition {
        let verdict = status::judge(line, self.at, frame);
        let date = circumstance::date(line, self.at, verdict.saying);
        let mut modes = verdict.modes;
        modes.extend(circumstance::is_historical(line, date.as_ref()).then_some(Mode::Historical));
        let (subjects, objects) =
            if self.cue.slot.swap { (self.objects, self.subjects) } else { (self.subjects, self.objects) };
        let claim = Claim {
            span: line.sources.reading.sentences[line.clauses.sentence].span,
            predicate: self.cue.predicate,
            status: verdict.status,
            source: verdict.source,
            date,
            place: circumstance::place(line, self.at),
            quantity: circumstance::quantity(line, self.at, self.cue.predicate),
            modes,
            basis: self.basis,
        };
        Proposition { claim, event: self.cue.event, bare: self.cue.bare, subjects, objects }
    }
}

/// Pairs of a group whose members do something with each other: `Lee and Park met`.
pub(super) fn mutual(actors: &[Actor]) -> Option<(Vec<Actor>, Vec<Actor>)> {
    let (first, rest) = actors.split_first()?;
    (!rest.is_empty()).then(|| (vec![*first], rest.to_vec()))
}
