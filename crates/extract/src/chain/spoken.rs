//! A pronoun that says something → those whom its words name, whom it does not stand for: in `"Lee was there," he said`, in `Lee was
//! there, he said`, and in `"Lee was there," said Ek. He added`.

use model::EntityKind;

use super::ChainIx;
use super::place::{Place, Spot};
use super::pronoun::Case;
use super::scene::Scene;
use crate::lexicon::{Finite, SpeechClass};
use crate::mention::line::{Line, among};

/// Words that open a clause which depends on the one behind it.
const OPENERS: &str = "\
    when after before while as if because since although though until once unless asked";

/// Words before which a reported clause ends.
const TURNS: &str = "but while whereas although though after before when";

/// The most words behind a verb that closes its sentence.
const TAIL: usize = 8;

/// Those whom the words name that the pronoun says.
pub(super) fn named(
    scene: &Scene,
    of_mention: &[Option<ChainIx>],
    places: &[Place],
    spot: &Spot,
) -> Vec<ChainIx> {
    let speaks = !spot.quoted
        && spot.pronoun.case == Case::Subject
        && scene.speaks(spot.sentence, &(spot.token..spot.token + 1));
    if !speaks {
        return Vec::new();
    }
    let mut spoken = quoted(scene, of_mention, spot.sentence);
    if is_tag(scene, spot) {
        spoken.extend(of_sentence(places, spot.sentence).filter_map(|place| place.chain));
    }
    if let Some(before) = spot.sentence.checked_sub(1).filter(|_| spot.token == 0) {
        let free = |chain: &ChainIx| {
            of_sentence(places, before).any(|place| place.chain == Some(*chain) && !place.quoted)
        };
        spoken.extend(quoted(scene, of_mention, before).into_iter().filter(|chain| !free(chain)));
        spoken.extend(reported(scene, places, before));
    }
    spoken
}

/// The places of a sentence, the last first.
fn of_sentence(places: &[Place], sentence: usize) -> impl Iterator<Item = &Place> {
    places.iter().rev().skip_while(move |p| p.sentence > sentence).take_while(move |p| p.sentence == sentence)
}

/// The people whom the words between quotation marks name in a sentence.
fn quoted(scene: &Scene, of_mention: &[Option<ChainIx>], sentence: usize) -> Vec<ChainIx> {
    let inside = |at: &usize| {
        let m = &scene.mentions[*at];
        m.kind == EntityKind::Person && scene.quoted[sentence][m.tokens.start]
    };
    scene.mentions_in(sentence).filter(inside).filter_map(|at| of_mention[at]).collect()
}

/// Whether the pronoun and its verb close a sentence that is all theirs: `Lee was there, he said.`
fn is_tag(scene: &Scene, spot: &Spot) -> bool {
    let line = &scene.lines[spot.sentence];
    line.before(spot.token) == ","
        && says(scene, line, spot.token + 1)
        && !is_dependent(line)
        && ends(scene, line, spot.token + 2)
}

/// Whether the verb at the token reports words without asking for any.
fn says(scene: &Scene, line: &Line, at: usize) -> bool {
    let verb = scene.lexicon.speech_verb(line.word(at));
    verb.is_some_and(|verb| matches!(verb.class, SpeechClass::Say | SpeechClass::Claim | SpeechClass::Write))
}

fn is_dependent(line: &Line) -> bool {
    among(OPENERS, &line.word(0).to_lowercase())
}

/// Whether nothing but a time, a place or an occasion stands between the token and the end of the sentence.
fn ends(scene: &Scene, line: &Line, at: usize) -> bool {
    let verb = |at: usize| {
        matches!(scene.lexicon.finite(line.word(at)), Some(Finite::Auxiliary | Finite::Past))
            || matches!(line.word(at), "that" | "he" | "she")
    };
    let adjunct = matches!(line.word(at), "on" | "in" | "at" | "during" | "last" | "this" | "yesterday")
        || scene.lexicon.weekday(line.word(at)).is_some();
    let closed = !line.is_word(at) && line.word(at) != ",";
    closed || adjunct && line.len() - at <= TAIL && !(at..line.len()).any(verb)
}

/// Whether the word before a verb of saying is a noun for who says it, and no name.
fn is_nameless(scene: &Scene, word: &str) -> bool {
    scene.lexicon.is_role(word)
        || scene.lexicon.speaker_noun(word)
        || scene.lexicon.title_at(&[word], 0).is_some_and(|title| title.class.is_role())
}

/// Those whom the one speaker of a sentence names in what it reports; or that speaker, who asks and is answered.
fn reported(scene: &Scene, places: &[Place], sentence: usize) -> Vec<ChainIx> {
    let line = &scene.lines[sentence];
    let mut speakers = of_sentence(places, sentence).filter(|place| place.speaks && !place.quoted);
    let (speaker, None) = (speakers.next(), speakers.next()) else { return Vec::new() };
    let Some(speaker) = speaker else {
        // `the minister said Ek had left`: who says so has no name here, and is not Ek.
        let nameless = (1..line.len()).find(|&at| {
            says(scene, line, at) && !scene.quoted[sentence][at] && is_nameless(scene, line.before(at))
        });
        let after = |place: &&Place| nameless.is_some_and(|at| place.tokens.start > at);
        return of_sentence(places, sentence).filter(after).filter_map(|place| place.chain).collect();
    };
    let Some(chain) = speaker.chain.filter(|_| !is_dependent(line)) else { return Vec::new() };
    let verb = speaker.tokens.end;
    let class = scene.lexicon.speech_verb(line.word(verb)).map(|verb| verb.class);
    let others = || of_sentence(places, sentence).filter(|other| other.chain.is_some_and(|c| c != chain));
    if class == Some(SpeechClass::Ask) {
        let hearer = others().any(|other| other.tokens.start <= verb + 3 && other.tokens.start > verb);
        return if hearer { vec![chain] } else { Vec::new() };
    }
    let last = class.is_none() || ends(scene, line, verb + 1);
    let said = |other: &&Place| {
        if last {
            return other.tokens.end <= speaker.tokens.start;
        }
        let turns = |at: usize| among(TURNS, line.word(at)) && line.before(at) == ",";
        says(scene, line, verb) && other.tokens.start > verb && !(verb..other.tokens.start).any(turns)
    };
    let free = |chain: ChainIx| others().any(|other| other.chain == Some(chain) && !said(&other));
    others().filter(said).filter_map(|other| other.chain).filter(|chain| !free(*chain)).collect()
}
