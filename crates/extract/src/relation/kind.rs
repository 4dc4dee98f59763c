//! Which kinds of entities a predicate can join.

use model::{EntityKind, Predicate};

use crate::clause::Actor;

/// Whether the predicate can hold between two such entities.
pub(super) fn fits(predicate: Predicate, subject: &Actor, object: &Actor) -> bool {
    // What is done to Kenyan officials is not done to Kenya, but for blows and talks between states.
    let exact = object.exact
        || matches!(predicate, Predicate::Strike | Predicate::Meet | Predicate::Agree | Predicate::Accuse);
    joins(predicate, subject, object) && exact
}

/// Whether entities of these kinds can be the two ends of what the predicate says, they themselves or their people.
pub(super) fn joins(predicate: Predicate, subject: &Actor, object: &Actor) -> bool {
    let (subjects, objects) = kinds(predicate);
    subjects.contains(letter(subject.kind)) && objects.contains(letter(object.kind))
}

/// Whether the predicate is a state that lasts, so that saying it twice says nothing new.
pub(super) fn is_state(predicate: Predicate) -> bool {
    matches!(
        predicate,
        Predicate::Lead | Predicate::MemberOf | Predicate::PartOf | Predicate::Own | Predicate::Ally
    )
}

/// The kinds of subjects and of objects by letter: person, country, group, place (`l`).
fn kinds(predicate: Predicate) -> (&'static str, &'static str) {
    match predicate {
        Predicate::Meet
        | Predicate::SayAbout
        | Predicate::Accuse
        | Predicate::Praise
        | Predicate::Agree
        | Predicate::Oppose => ("pcg", "pcg"),
        Predicate::Deny | Predicate::Aid | Predicate::Fund | Predicate::Ally | Predicate::Sanction => {
            ("pcg", "pcg")
        }
        Predicate::Visit => ("p", "clg"),
        Predicate::Designate => ("pcg", "pg"),
        Predicate::Arrest | Predicate::Charge | Predicate::Convict => ("cg", "pg"),
        Predicate::Kill => ("pcg", "p"),
        Predicate::Strike => ("cg", "cgl"),
        Predicate::Deploy => ("pcg", "clg"),
        Predicate::Sign => ("cg", "p"),
        Predicate::Appoint => ("pcg", "p"),
        Predicate::Resign => ("p", "g"),
        Predicate::Lead => ("p", "cg"),
        Predicate::MemberOf => ("pcg", "g"),
        Predicate::PartOf => ("g", "g"),
        Predicate::Own | Predicate::Acquire => ("pcg", "g"),
        Predicate::Elect => ("cg", "p"),
        Predicate::Protest => ("pg", "pcg"),
    }
}

fn letter(kind: EntityKind) -> char {
    match kind {
        EntityKind::Person => 'p',
        EntityKind::Country => 'c',
        EntityKind::Group => 'g',
        EntityKind::Place => 'l',
    }
}
