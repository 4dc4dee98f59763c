//! A frame and who says it → [`Verdict`]: status, source and modes of a proposition.

use std::collections::BTreeSet;

use model::{Mode, Status};

use crate::chain::ChainIx;
use crate::clause::{Frame, Part};

use super::Line;
use super::attribution::{self, Manner};

/// How the article vouches for a proposition.
#[derive(Debug, Clone)]
pub(super) struct Verdict {
    pub(super) status: Status,
    pub(super) source: Option<ChainIx>,
    pub(super) modes: BTreeSet<Mode>,
    /// The verb of saying, to which a date beside it belongs.
    pub(super) saying: Option<usize>,
}

/// The verdict on what stands at a token, in a clause with this frame.
pub(super) fn judge(line: Line, at: usize, frame: &Frame) -> Verdict {
    let place = frame.anchor.map_or(at, |anchor| anchor.min(at));
    let said = if frame.aside { attribution::spoken(line, at) } else { attribution::find(line, place) };
    let manner = said.map(|said| said.manner);
    let conditional = is_conditional(line, at, frame);
    let hypothetical = frame.hypothetical || conditional || manner == Some(Manner::Planned) && frame.future;
    let status = if frame.denied || manner == Some(Manner::Denied) {
        Status::Denied
    } else if hypothetical {
        Status::Hypothetical
    } else if frame.alleged || manner == Some(Manner::Alleged) {
        Status::Alleged
    } else if said.is_some() {
        Status::Attributed
    } else {
        Status::Asserted
    };
    let own = frame.source.map(|actor| actor.chain);
    let mut modes = BTreeSet::new();
    modes.extend(hypothetical.then_some(Mode::Hypothetical));
    modes.extend(frame.future.then_some(Mode::Future));
    modes.extend(frame.negated.then_some(Mode::Negated));
    let source = if status == Status::Asserted { None } else { own.or(said.and_then(|said| said.source)) };
    Verdict { status, source, modes, saying: said.and_then(|said| said.verb) }
}

/// Whether the clause hangs on `if`, `unless` or `whether`.
fn is_conditional(line: Line, at: usize, frame: &Frame) -> bool {
    let clauses = line.clauses;
    let first = if frame.subject.tokens.is_empty() { at } else { frame.subject.tokens.start.min(at) };
    let mut place = first;
    while place > 0 && matches!(clauses.part(place - 1), Part::Adverb | Part::Determiner) {
        place -= 1;
    }
    place > 0 && clauses.part(place - 1) == Part::If
}
