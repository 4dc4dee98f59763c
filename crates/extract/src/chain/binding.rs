//! A pronoun and a place before it → whether the sentence's own build forbids that the pronoun means the person there.

use super::place::{Place, Spot};
use super::pronoun::{self, Case};
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
    // `Lee hugged him`, whatever the verb.
    let verb = here
        && spot.pronoun.case == Case::Object
        && place.tokens.end + 1 == spot.token
        && line.is_word(place.tokens.end)
        && line.word(place.tokens.end).ends_with("ed");
    beside || clause || verb || described(scene, places, place, spot) || spoken
}

/// Whether a description between commas parts the place from the verb or is the pronoun's own: `Lee, a clerk there, hugged him`, `Lee,
/// his lawyer,`.
fn described(scene: &Scene, places: &[Place], place: &Place, spot: &Spot) -> bool {
    let line = &scene.lines[spot.sentence];
    if place.sentence != spot.sentence || place.tokens.end >= spot.token || line.word(place.tokens.end) != ","
    {
        return false;
    }
    let own = spot.pronoun.case == Case::Possessive && place.tokens.end + 1 == spot.token;
    let verb = spot.token - 1;
    let alone = !places.iter().any(|other| {
        other.sentence == spot.sentence && (place.tokens.end..spot.token).contains(&other.tokens.start)
    });
    let does = spot.pronoun.case == Case::Object
        && place.first
        && line.word(verb).ends_with("ed")
        && line.before(verb) == ",";
    own && !line.word(spot.token + 1).ends_with('s') || does && alone
}

/// Whether the place follows a pronoun that is the subject of the sentence: in `She said that Lee left` she is not Lee, nor is another
/// `she` who says something of Lee there.
pub(crate) fn is_led(scene: &Scene, place: &Place, spot: &Spot) -> bool {
    let line = &scene.lines[spot.sentence];
    let first = pronoun::read(line, 0).filter(|_| !scene.quoted[spot.sentence][0]);
    let leads = first.is_some_and(|first| first.case == Case::Subject && first.gender == spot.pronoun.gender);
    let said = |at: usize| line.word(at) == "that" || scene.lexicon.speech_verb(line.word(at)).is_some();
    leads && spot.is_before(place) && (spot.token == 0 || (spot.token..place.tokens.start).any(said))
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
