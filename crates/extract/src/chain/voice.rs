//! A pronoun that says something → who spoke last, where that alone tells whom it means: `Lee said that Ek had left. He added`.
//! Where it does not, the clues decide.

use std::ops::Range;

use super::ChainIx;
use super::place::{Place, Spot};
use super::pronoun::{self, Case};
use super::scene::Scene;
use super::slot::{self, Slot};
use crate::lexicon::SpeechClass;
use crate::mention::line::{Line, among};

/// What the last speaker tells of the pronoun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    /// It means this person.
    Of(ChainIx),
    /// It may mean two.
    Open,
    /// Nothing.
    Silent,
}

/// How many sentences back the last speaker is sought.
const REACH: usize = 4;

/// The most words of a title between a verb of saying and the name after it.
const TITLE: usize = 8;

/// The most words of a description with what it belongs to.
const PHRASE: usize = 9;

/// The most words of a description with its article.
const DESCRIPTION: usize = 5;

/// How many paragraphs back.
const PARAGRAPHS: usize = 2;

/// Words between a subject and its verb of saying.
const LIGHT: &str = "also has had have later then now again further himself herself did on still";

/// Words with which a phrase or clause begins that leads to the main clause after its comma: `When Lee came, he said it was late`.
const LEADING: &str = "\
    when while as if after before since because although though once until unless in on at by with during for \
    from despite asked speaking writing given under over upon like unlike without through amid following";

/// Verbs of asking: the next to speak is the one who is asked.
const ASKING: &str = "asked asks questioned pressed quizzed challenged grilled";

/// Verbs with which one goes on who has been speaking.
const GOING_ON: &str = "added adds continued continues concluded concludes asked asks";

/// Who spoke last; `fits` tells whether the pronoun may mean the person at a place, `named` are those whom the words name that it says.
pub(crate) fn last(
    scene: &Scene,
    places: &[Place],
    spot: &Spot,
    named: &[ChainIx],
    fits: impl Fn(&Place) -> bool,
) -> Voice {
    let line = &scene.lines[spot.sentence];
    let Some(verb) = verb(scene, line, spot.token + 1).filter(|_| says(scene, spot)) else {
        return Voice::Silent;
    };
    let beside =
        in_sentence(places, spot.sentence).iter().filter(|place| !place.quoted && !spot.is_before(place));
    if beside.filter_map(|place| place.chain).any(|chain| !named.contains(&chain)) {
        return Voice::Silent;
    }
    let (mut paragraphs, mut passed) = (0, 0);
    let mut about = None;
    for before in (0..spot.sentence).rev() {
        paragraphs += usize::from(scene.blocks[before] != scene.blocks[before + 1]);
        if paragraphs > PARAGRAPHS || passed > REACH {
            break;
        }
        if scene.quoted[before].iter().filter(|quoted| !**quoted).count() < 3 {
            continue;
        }
        passed += 1;
        let here = in_sentence(places, before);
        let people: Vec<&Place> = here.iter().filter(|place| !place.quoted).collect();
        let speakers: Vec<&Place> = people.iter().copied().filter(|place| speaks(scene, place)).collect();
        let Some(speaker) = speakers.last() else {
            if people.is_empty() && !speaks_unnamed(scene, before) {
                continue;
            }
            let only = unsaid(scene, line.word(verb), before, &people, passed, &fits);
            // `Lee left. "He is tired," he added`: Lee, if he spoke before.
            if let (Voice::Of(chain), true) = (only, among(GOING_ON, line.word(verb))) {
                about = Some(chain);
                continue;
            }
            return only;
        };
        if speakers.iter().any(|other| other.chain != speaker.chain) {
            break;
        }
        let Some(chain) = speaker.chain else {
            return if fits(speaker) { Voice::Open } else { Voice::Silent };
        };
        if named.contains(&chain) {
            return Voice::Open;
        }
        if !fits(speaker) {
            break;
        }
        if about.is_some_and(|about| about != chain) {
            return Voice::Open;
        }
        return answer(scene, line.word(verb), speaker, &people, fits).unwrap_or(Voice::Of(chain));
    }
    Voice::Silent
}

/// What a pronoun means after a sentence in which nobody of those whom it names says anything: the only one it is about, where no other
/// says something; and nobody named, where it goes on from what another says.
fn unsaid(
    scene: &Scene,
    verb: &str,
    sentence: usize,
    people: &[&Place],
    passed: usize,
    fits: impl Fn(&Place) -> bool,
) -> Voice {
    if speaks_unnamed(scene, sentence) {
        let other = among(GOING_ON, verb) || says_description(scene, sentence);
        return if passed == 1 && other { Voice::Open } else { Voice::Silent };
    }
    let Some(first) =
        people.first().filter(|first| passed == 1 && first.slot == Slot::Subject && fits(first))
    else {
        return Voice::Silent;
    };
    let alone = people.iter().all(|other| other.chain == first.chain);
    first.chain.filter(|_| alone).map_or(Voice::Silent, Voice::Of)
}

/// What a pronoun means after somebody asks somebody else: the one who is asked.
fn answer(
    scene: &Scene,
    verb: &str,
    speaker: &Place,
    people: &[&Place],
    fits: impl Fn(&Place) -> bool,
) -> Option<Voice> {
    let line = &scene.lines[speaker.sentence];
    let asks = self::verb(scene, line, slot::after(line, speaker.tokens.end))
        .filter(|&at| among(ASKING, line.word(at)))?;
    let asked = people.iter().find(|place| {
        let from = place.tokens.start;
        from > asks && (asks + 1..from).all(|at| line.is_capital(at) || among("the", line.word(at)))
    })?;
    // `asked Ek to leave`: no question.
    if among(GOING_ON, verb) || !fits(asked) || line.word(asked.tokens.end) == "to" {
        return None;
    }
    Some(asked.chain.map_or(Voice::Open, Voice::Of))
}

/// The places of a sentence.
fn in_sentence(places: &[Place], sentence: usize) -> &[Place] {
    let from = places.partition_point(|place| place.sentence < sentence);
    let to = places.partition_point(|place| place.sentence <= sentence);
    &places[from..to]
}

/// Whether the pronoun is the subject of a verb of saying and opens its sentence, or stands behind what it says.
fn says(scene: &Scene, spot: &Spot) -> bool {
    !spot.quoted
        && spot.pronoun.case == Case::Subject
        && (spot.opens || is_tag(scene, spot) || follows_mark(scene, spot))
}

/// Whether a quotation mark stands before the pronoun: `"…," he said`.
fn follows_mark(scene: &Scene, spot: &Spot) -> bool {
    among("” \" » ’ ' ''", scene.lines[spot.sentence].before(spot.token))
}

/// Whether a clause in the writer's words stands before the pronoun, which says it: `Lee had left, he said.`
pub(crate) fn is_tag(scene: &Scene, spot: &Spot) -> bool {
    let line = &scene.lines[spot.sentence];
    let first = line.word(0).to_lowercase();
    if spot.quoted
        || spot.pronoun.case != Case::Subject
        || line.before(spot.token) != ","
        || among(LEADING, &first)
    {
        return false;
    }
    let Some(verb) = verb(scene, line, spot.token + 1) else { return false };
    let next = line.word(verb + 1);
    let closed = next.is_empty()
        || among(". , ; : ! ?", next)
        || slot::governs(next)
        || scene.lexicon.weekday(next).is_some();
    let participle = spot.token > 1 && first.ends_with("ing");
    closed && !participle && next != "that"
}

/// The verb of saying that begins at a token, past adverbs and auxiliaries.
fn verb(scene: &Scene, line: &Line, from: usize) -> Option<usize> {
    let light = |at: &usize| {
        among(LIGHT, line.word(*at))
            || line.word(*at).ends_with("ly")
            || scene.lexicon.weekday(line.word(*at)).is_some()
    };
    let at = (from..line.len().min(from + 4)).find(|at| !light(at))?;
    scene.lexicon.speech_verb(line.word(at)).map(|_| at)
}

/// Whether the person at a place says something, before the verb or after it.
fn speaks(scene: &Scene, place: &Place) -> bool {
    let line = &scene.lines[place.sentence];
    let Range { start, end } = place.tokens;
    let owner = place.slot == Slot::Possessor;
    let before = place.slot != Slot::Governed && verb(scene, line, slot::after(line, end)).is_some();
    let title = |at: &usize| {
        line.is_word(*at)
            && !slot::parts(line, *at)
            && !slot::governs(line.word(*at))
            && scene.lexicon.speech_verb(line.word(*at)).is_none()
    };
    let first = (start.saturating_sub(TITLE)..start).rev().take_while(title).last().unwrap_or(start);
    let inverted = first > 0
        && scene.lexicon.speech_verb(line.word(first - 1)).is_some_and(|verb| {
            !matches!(
                verb.class,
                SpeechClass::Tell
                    | SpeechClass::Ask
                    | SpeechClass::Accuse
                    | SpeechClass::Praise
                    | SpeechClass::Call
            )
        })
        && among(", ” \" » ’ '", line.before(first - 1));
    !owner && (before || inverted)
}

/// Whether somebody says something in a sentence, outside quotation marks, though it names nobody: `The official said`.
fn speaks_unnamed(scene: &Scene, sentence: usize) -> bool {
    let line = &scene.lines[sentence];
    let free = |at: &usize| !scene.quoted[sentence][*at];
    (0..line.len()).filter(free).any(|at| {
        scene.lexicon.speech_verb(line.word(at)).is_some()
            || pronoun::read(line, at).is_some_and(|pronoun| pronoun.case == Case::Subject)
    })
}

/// Whether somebody new and without a name says something in a sentence: `An official said`, `said an official`.
fn says_description(scene: &Scene, sentence: usize) -> bool {
    let line = &scene.lines[sentence];
    let noun = |at: usize| {
        let word = line.word(at);
        let person = scene.lexicon.role_head(word) || scene.lexicon.person_noun(word).is_some();
        person && word.starts_with(char::is_lowercase) && !line.is_capital(at + 1)
    };
    let new = |at: usize| among("a an another A An Another", line.word(at));
    let said =
        |at: &usize| !scene.quoted[sentence][*at] && scene.lexicon.speech_verb(line.word(*at)).is_some();
    // `A spokesman for Lee said`
    let of = |at: usize, verb: usize| {
        slot::governs(line.word(at + 1)) && !(at + 1..verb).any(|at| slot::parts(line, at))
    };
    let opens = |at: usize| (at.saturating_sub(DESCRIPTION)..at).any(new);
    let before = |verb: usize| {
        (verb.saturating_sub(PHRASE)..verb)
            .rev()
            .any(|at| noun(at) && opens(at) && (at + 1 == verb || of(at, verb)))
    };
    let after = |at: usize| new(at + 1) && (at + 2..at + DESCRIPTION).any(noun);
    (0..line.len()).filter(said).any(|at| before(at) || after(at))
}
