//! A pronoun that says something and for which no clue is clear → whoever spoke last before it.

use std::collections::BTreeSet;

use super::place::{Place, Spot};
use super::pronoun::Case;
use super::scene::Scene;
use super::{ChainIx, Gender, spoken};

/// How many sentences back the last speaker may have spoken.
const REACH: usize = 4;

/// How far back the only person of an article may have spoken.
const LONG: usize = 8;

/// The last speaker before the pronoun whom it fits: the only one of the last sentence that names a person, or the only person of the
/// article so far.
pub(super) fn of(
    scene: &Scene,
    of_mention: &[Option<ChainIx>],
    places: &[Place],
    genders: &[Gender],
    spot: &Spot,
) -> Option<ChainIx> {
    let speaks = !spot.quoted
        && spot.pronoun.case == Case::Subject
        && scene.speaks(spot.sentence, &(spot.token..spot.token + 1));
    if !speaks {
        return None;
    }
    let fits = |place: &&Place| {
        let gender = place.chain.map_or(place.gender, |chain| genders[chain.0]);
        gender == Gender::Open || gender == spot.pronoun.gender
    };
    let fitting: Vec<&Place> = places.iter().filter(fits).collect();
    // `"…," he said`: in a tag, not where the pronoun opens a sentence of its own.
    let before = scene.lines[spot.sentence].before(spot.token);
    let tags = spot.token > 0 && before.chars().all(|c| !c.is_alphanumeric());
    let chain = only(&fitting, spot).or_else(|| last(&fitting, spot).filter(|_| tags))?;
    (!spoken::named(scene, of_mention, places, spot).contains(&chain)).then_some(chain)
}

/// The only person of the article so far, who has spoken not long before.
fn only(places: &[&Place], spot: &Spot) -> Option<ChainIx> {
    let unnamed = |place: &&&Place| place.chain.is_none() && place.sentence + REACH >= spot.sentence;
    let chains: BTreeSet<ChainIx> = places.iter().filter_map(|place| place.chain).collect();
    let chain = *chains.first().filter(|_| chains.len() == 1)?;
    let spoke =
        |place: &&Place| place.speaks && place.chain == Some(chain) && place.sentence + LONG >= spot.sentence;
    (places.iter().any(spoke) && !places.iter().any(|place| unnamed(&place))).then_some(chain)
}

/// The only speaker of the last sentence before that names a person outside quotation marks.
fn last(places: &[&Place], spot: &Spot) -> Option<ChainIx> {
    let before = |place: &&&&Place| place.sentence < spot.sentence && !place.quoted;
    let sentence = places.iter().rev().find(|place| before(&place)).map(|place| place.sentence)?;
    let here = |place: &&&Place| place.sentence == sentence && !place.quoted;
    let mut speakers = places.iter().filter(here).filter(|place| place.speaks);
    let speaker = speakers.next().filter(|_| speakers.next().is_none())?;
    let same = places
        .iter()
        .all(|place| place.sentence != spot.sentence || place.quoted || place.chain == speaker.chain);
    (sentence + REACH >= spot.sentence && same).then_some(speaker.chain)?
}
