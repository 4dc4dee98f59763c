//! A pronoun and a place before it → whether the sentence's own build forbids that the pronoun means the person there.

use super::place::{Place, Spot};
use super::pronoun::Case;
use super::scene::Scene;
use super::slot::Slot;

/// Whether the place is the subject of the clause in which an object pronoun stands (`Lee told him` is not Lee), or stands
/// beside the pronoun (`he and Lee`).
pub(crate) fn binds(scene: &Scene, places: &[Place], place: &Place, spot: &Spot) -> bool {
    let line = &scene.lines[spot.sentence];
    let here = place.sentence == spot.sentence;
    // Whom a speaker calls `he` is somebody else.
    let spoken = spot.quoted && place.speaks && spot.sentence.abs_diff(place.sentence) < 2;
    let beside = here
        && (place.tokens.start == spot.token + 2 && line.word(spot.token + 1) == "and"
            || place.tokens.end + 1 == spot.token
                && line.word(place.tokens.end) == "and"
                && spot.pronoun.case != Case::Possessive);
    let clause = spot.pronoun.case == Case::Object
        && here
        && place.tokens.end <= spot.token
        && place.slot == Slot::Subject
        && !spot.parted(place)
        && !hands_on(scene, places, place, spot);
    beside || clause || spoken
}

/// Whether somebody else does what stands between the place and the pronoun: `Lee asked Ek to tell him`.
fn hands_on(scene: &Scene, places: &[Place], place: &Place, spot: &Spot) -> bool {
    let line = &scene.lines[spot.sentence];
    places.iter().any(|other| {
        other.sentence == spot.sentence
            && other.chain != place.chain
            && (place.tokens.end..spot.token).contains(&other.tokens.end)
            && line.word(other.tokens.end) == "to"
    })
}
