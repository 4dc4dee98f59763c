//! A pronoun and the places of one person → the [`Clue`]s that speak for and against that person, and their weight together.
//!
//! The weights were fitted to the pronouns of annotated texts (`docs/accuracy.md` says which) and rounded; they say nothing of
//! any single name.

use std::collections::BTreeSet;

use super::place::{Place, Spot};
use super::pronoun::Case;
use super::slot::Slot;

macro_rules! clues {
    ($($(#[doc = $doc:literal])* $name:ident = $weight:literal,)*) => {
        /// What speaks for or against a person.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Clue { $($(#[doc = $doc])* $name,)* }

        /// The weight of each clue.
        const WEIGHTS: &[i32] = &[$($weight,)*];
    };
}

clues! {
    /// The nearest place is in the sentence before.
    Before1 = -3,
    /// It is two sentences back.
    Before2 = -19,
    /// It is farther back.
    Before3 = -22,
    /// It is in another paragraph.
    Paragraph = -16,
    /// No other fitting person stands nearer.
    Nearest = 19,
    /// One other does.
    Second = 10,
    /// Nobody else fits.
    Only = -1,
    /// The nearest, for a pronoun that opens its sentence.
    NearestOpens = -10,
    /// In the same sentence, many words before.
    Far = -3,
    /// Named in the same sentence as a subject; likewise below.
    SubjectHere = 17,
    /// As an object.
    ObjectHere = 11,
    /// After a preposition.
    GovernedHere = 7,
    /// As a possessor.
    PossessorHere = 4,
    /// After `by`.
    AgentHere = 6,
    /// The same for a pronoun that is a subject.
    SubjectHereS = 6,
    ObjectHereS = 10,
    GovernedHereS = 3,
    PossessorHereS = 6,
    /// The same for a pronoun that is an object.
    SubjectHereO = 10,
    ObjectHereO = -5,
    GovernedHereO = 2,
    PossessorHereO = 7,
    /// The same for a possessive.
    SubjectHereP = 10,
    ObjectHereP = 1,
    GovernedHereP = 2,
    PossessorHereP = -2,
    /// Meant in the same sentence by a pronoun that is a subject.
    HeHere = 3,
    /// By another pronoun.
    HisHere = -2,
    /// The same, in the sentence before.
    HePrev = -7,
    HisPrev = 3,
    /// Named in the sentence before as a subject; likewise below.
    SubjectPrev = 4,
    ObjectPrev = -5,
    GovernedPrev = -21,
    PossessorPrev = -9,
    /// The same for a pronoun that opens its sentence.
    SubjectPrevOpens = 27,
    ObjectPrevOpens = 9,
    /// A subject two or more sentences back.
    SubjectEarlier = 8,
    /// The first person of the sentence before.
    FirstPrev = 1,
    /// The same for a pronoun that opens its sentence.
    FirstPrevOpens = 15,
    /// The first person of the same sentence.
    FirstHere = -2,
    /// No clause begins between.
    SameClause = 13,
    /// The same for a possessive.
    SameClauseP = 8,
    /// Directly before the pronoun.
    Adjacent = -14,
    /// Named or meant twice before.
    Twice = 19,
    /// Four times.
    Often = 6,
    /// Known to be of the pronoun’s gender.
    Gender = 6,
    /// One of the two stands between quotation marks, the other does not.
    Quoted = -4,
    /// The pronoun follows a verb of saying: `Lee said he`.
    Reported = 10,
    /// Named only after the pronoun, which stands in a phrase that opens the sentence: `When he spoke, Lee`.
    AheadS = 27,
    /// The same for a possessive: `In his speech, Lee`.
    AheadP = 47,
    /// Named after the pronoun otherwise.
    AfterS = -5,
    AfterP = 3,
    /// Has no name.
    Stranger = -10,
    /// Named in the first sentence of the text.
    Lead = 9,
    /// A subject of the same sentence, in which the pronoun opens a clause.
    Continued = 5,
    /// Stands with somebody: `Lee and Ek`.
    Joined = -33,
    /// Stands in brackets.
    Bracketed = 2,
    /// The pronoun stands in what the person is asked or brought to do.
    Controlled = -3,
    /// The pronoun may stand in a clause about the person: `Lee, who`.
    Relative = 22,
    /// Stood in the sentence before as the pronoun stands.
    ParallelPrev = 4,
    /// Its name opened the sentence before.
    FirstWord = -7,
    /// Named more often than anybody else in the whole text.
    Main = 22,
    /// The same, and no other person stands between.
    MainNearest = -14,
    /// Called by one name only there, as one calls those who are known by then.
    Bare = 6,
    /// Named there for the first time.
    Fresh = 17,
    /// The same in the sentence before.
    FreshPrev = 3,
}

/// What the clues weigh together.
pub(crate) fn weigh(clues: &BTreeSet<Clue>) -> i32 {
    clues.iter().map(|clue| WEIGHTS[*clue as usize]).sum()
}

/// The clues that a person's nearest place gives, which is the `rank`th of all nearest places.
pub(crate) fn of_nearest(spot: &Spot, place: &Place, rank: usize) -> BTreeSet<Clue> {
    use Clue::*;
    let back = spot.sentence - place.sentence;
    let ahead = spot.is_before(place);
    let seen = [
        (Before1, back == 1),
        (Before2, back == 2),
        (Before3, back > 2),
        (Paragraph, place.block != spot.block),
        (Nearest, rank == 0),
        (NearestOpens, rank == 0 && spot.opens),
        (Second, rank == 1),
        (Far, back == 0 && !ahead && spot.token - place.tokens.end > 12),
        (SameClause, back == 0 && !ahead && !spot.parted(place)),
        (SameClauseP, back == 0 && !ahead && !spot.parted(place) && spot.pronoun.case == Case::Possessive),
        (Adjacent, back == 0 && !ahead && spot.token - place.tokens.end < 2),
        (Gender, place.told),
        (Stranger, place.chain.is_none()),
        (Twice, place.count > 1),
        (Often, place.count > 3),
        (Lead, place.lead),
        (Joined, place.joined),
        (Bracketed, place.bracketed),
        (Quoted, place.quoted != spot.quoted),
        (Main, place.main),
        (MainNearest, place.main && rank == 0),
        (Bare, place.bare),
        (Fresh, place.fresh && !ahead),
        (FreshPrev, place.fresh && back == 1),
    ];
    seen.into_iter().filter(|(_, holds)| *holds).map(|(clue, _)| clue).collect()
}

/// The clues that any place of a person gives.
pub(crate) fn of_place(spot: &Spot, place: &Place) -> Vec<Clue> {
    use Clue::*;
    let possessive = spot.pronoun.case == Case::Possessive;
    if spot.is_before(place) {
        let clue = match (spot.leads_to(place), possessive) {
            (true, false) => AheadS,
            (true, true) => AheadP,
            (false, false) => AfterS,
            (false, true) => AfterP,
        };
        return vec![clue];
    }
    let back = spot.sentence - place.sentence;
    let mut clues = Vec::new();
    if back == 0 {
        let (plain, s, o, p) = match place.slot {
            Slot::Subject => (SubjectHere, SubjectHereS, SubjectHereO, SubjectHereP),
            Slot::Object => (ObjectHere, ObjectHereS, ObjectHereO, ObjectHereP),
            Slot::Possessor => (PossessorHere, PossessorHereS, PossessorHereO, PossessorHereP),
            Slot::Governed | Slot::Agent => (GovernedHere, GovernedHereS, GovernedHereO, GovernedHereP),
        };
        let cased = match spot.pronoun.case {
            Case::Subject => s,
            Case::Object => o,
            Case::Possessive => p,
        };
        clues.extend(if place.pronoun {
            [if place.slot == Slot::Subject { HeHere } else { HisHere }, cased]
        } else {
            [plain, cased]
        });
        let subject = place.slot == Slot::Subject;
        let seen = [
            (FirstHere, place.first),
            (Reported, spot.reported && subject),
            (Continued, subject && spot.clause),
            (AgentHere, place.slot == Slot::Agent),
            (Controlled, spot.controlled(place)),
            (Relative, spot.related(place)),
        ];
        clues.extend(seen.into_iter().filter(|(_, holds)| *holds).map(|(clue, _)| clue));
    } else if back == 1 {
        let clue = match (place.pronoun, place.slot) {
            (true, Slot::Subject) => HePrev,
            (true, _) => HisPrev,
            (_, Slot::Subject) => SubjectPrev,
            (_, Slot::Object) => ObjectPrev,
            (_, Slot::Possessor) => PossessorPrev,
            _ => GovernedPrev,
        };
        clues.push(clue);
        let seen = [
            (SubjectPrevOpens, spot.opens && place.slot == Slot::Subject),
            (ObjectPrevOpens, spot.opens && place.slot == Slot::Object),
            (FirstPrev, place.first),
            (FirstWord, place.tokens.start == 0),
            (FirstPrevOpens, place.first && spot.opens),
            (ParallelPrev, spot.pronoun.parallels(place.slot)),
        ];
        clues.extend(seen.into_iter().filter(|(_, holds)| *holds).map(|(clue, _)| clue));
    } else if place.slot == Slot::Subject {
        clues.push(SubjectEarlier);
    }
    clues
}
