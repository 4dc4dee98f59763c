//! Denials that do not say what they deny: `He denied the charges` answers who accused him, there or in the sentence before.

use model::{Basis, Predicate, Status};

use super::{Claim, Proposition};
use crate::chain::ChainIx;
use crate::clause::Actor;
use crate::reading::Reading;

/// Gives each open denial whom it contradicts, and each allegation that it answers its counterpart.
pub(super) fn answer(reading: &Reading, mut found: Vec<Proposition>) -> Vec<Proposition> {
    let mut answers = Vec::new();
    for at in 0..found.len() {
        let open = found[at].claim.predicate == Predicate::Deny && found[at].objects.is_empty();
        let Some(denier) = found[at].subjects.first().copied().filter(|_| open) else { continue };
        let here = sentence(reading, &found[at]);
        let near = |said: &&Proposition| (here.saturating_sub(1)..=here).contains(&sentence(reading, said));
        let charges: Vec<&Proposition> =
            found.iter().filter(near).filter(|said| charges(said, denier.chain)).collect();
        let mut accusers: Vec<Actor> =
            charges.iter().flat_map(|said| said.subjects.iter().copied()).collect();
        accusers.dedup_by_key(|actor| actor.chain);
        let deeds = found.iter().filter(near).filter(|said| is_deed(said, denier.chain));
        let (span, status) = (found[at].claim.span, Status::Denied);
        let source = Some(denier.chain);
        answers.extend(deeds.map(|deed| {
            let basis = Basis::by("denial", 70);
            Proposition { claim: Claim { span, status, source, basis, ..deed.claim.clone() }, ..deed.clone() }
        }));
        found[at].objects = accusers;
        found[at].claim.basis = Basis::by("denial", 70);
    }
    found.extend(answers);
    found.sort_by_key(|proposition| proposition.claim.span);
    found
}

fn sentence(reading: &Reading, said: &Proposition) -> usize {
    reading.sentences.partition_point(|sentence| sentence.span < said.claim.span)
}

/// Whether somebody accuses or charges this one.
fn charges(said: &Proposition, whom: ChainIx) -> bool {
    matches!(said.claim.predicate, Predicate::Accuse | Predicate::Charge)
        && said.objects.iter().any(|actor| actor.chain == whom)
}

/// Whether it is alleged that this one has done something.
fn is_deed(said: &Proposition, who: ChainIx) -> bool {
    said.claim.status == Status::Alleged
        && said.subjects.iter().any(|actor| actor.chain == who)
        && !said.objects.is_empty()
}
