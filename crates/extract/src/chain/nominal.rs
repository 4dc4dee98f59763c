//! Descriptions → whom they stand for: `the foreign minister` and `the 54-year-old` for the one person called so, `the bank`
//! for the one group that is one. What fits two stays open.

use model::{EntityKind, Via};

use super::office::Offices;
use super::scene::Scene;
use super::society::Society;
use super::{ChainIx, Reference, fold, slot};
use crate::lexicon::Finite;
use crate::mention::line::{Line, among};

/// The most words of a title in a description.
const LONGEST: usize = 4;

/// The descriptions that stand for exactly one person or group named before, in the order of the text. The country that one
/// begins with (`the Italian company`) names itself and is no part of it.
pub(crate) fn resolve(scene: &Scene, of_mention: &[Option<ChainIx>]) -> Vec<Reference> {
    let offices = Offices::gather(scene, of_mention);
    let society = Society::gather(scene, of_mention);
    let mut found = Vec::new();
    for (sentence, line) in scene.lines.iter().enumerate().filter(|(at, _)| scene.blocks[*at].is_some()) {
        let opens = |at: &usize| among("the The this This", line.word(*at)) && !scene.quoted[sentence][*at];
        for at in (0..line.len()).filter(opens) {
            let person = || person(scene, &offices, sentence, at);
            let person = || aged(scene, &offices, sentence, at).or_else(person);
            let the = among("the The", line.word(at));
            let whole = |(end, chain)| (at..end, chain);
            let half = || half(scene, of_mention, sentence, at);
            let chosen = the.then(person).flatten().or_else(half).map(whole).or_else(|| {
                // `the Italian company`
                let country = country(scene, of_mention, sentence, at + 1).filter(|_| the);
                let noun = country.map_or(at + 1, |(end, _)| end);
                // `the militant group`
                let end = noun + 1 + usize::from(the && among(SORTS, &line.word(noun).to_lowercase()));
                let of = country.map(|(_, country)| country);
                let chain = society.one(scene, (sentence, at), line.word(end - 1), of)?;
                let from = if country.is_some() { noun } else { at };
                (stands_alone(scene, line, at, end) && is_free(scene, sentence, noun..end))
                    .then_some((from..end, chain))
            });
            found.extend(chosen.map(|(tokens, chain)| {
                let span = scene.spans[sentence][tokens.start].cover(scene.spans[sentence][tokens.end - 1]);
                Reference { span, sentence, tokens, via: Via::Nominal, chain }
            }));
        }
    }
    found
}

/// A description by office, with the token after it.
fn person(scene: &Scene, offices: &Offices, sentence: usize, at: usize) -> Option<(usize, ChainIx)> {
    let line = &scene.lines[sentence];
    (1..=LONGEST).rev().find_map(|len| {
        let end = at + 1 + len;
        let plain = (at + 1..end).all(|word| line.is_word(word)) && is_free(scene, sentence, at + 1..end);
        // `the minister Ann Lee`, `the president elect`, `the minister post`, `the president of Peru` say more than the title.
        let open = line.is_capital(end)
            || matches!(line.word(end), "of" | "-")
            || among(FIELDS, line.word(end))
            || scene.lexicon.role_head(line.word(end));
        if !plain || open {
            return None;
        }
        Some((end, offices.holder(scene, &fold::fold(&line.words[at + 1..end].join(" ")), sentence)?))
    })
}

/// A description by age, such as `the 54-year-old`, with the noun after it when it is one for a person.
fn aged(scene: &Scene, offices: &Offices, sentence: usize, at: usize) -> Option<(usize, ChainIx)> {
    let line = &scene.lines[sentence];
    let joined = line.word(at + 2) == "-";
    let end = if joined { at + 4 } else { at + 2 };
    if !line.words.get(end - 1)?.ends_with("year-old") {
        return None;
    }
    let chain = offices.holder(scene, &line.words[at + 1..end].concat(), sentence)?;
    let noun = among(PEOPLE, line.word(end)) || scene.lexicon.role_head(line.word(end));
    Some((if noun { end + 1 } else { end }, chain))
}

/// `the North` where a country of the North and one of the South are named: `North Korea`, `South Korea`.
fn half(
    scene: &Scene,
    of_mention: &[Option<ChainIx>],
    sentence: usize,
    at: usize,
) -> Option<(usize, ChainIx)> {
    let line = &scene.lines[sentence];
    let side = line.word(at + 1);
    let other = match side {
        "North" => "South",
        "South" => "North",
        _ => return None,
    };
    let named = |side: &str| {
        scene.of_kind(EntityKind::Country).into_iter().find_map(|mention| {
            let m = &scene.mentions[mention];
            let words = &scene.lines[m.sentence].words[m.tokens.clone()];
            (words.len() == 2 && words[0] == side).then(|| Some((words[1], of_mention[mention]?)))?
        })
    };
    let ((land, chain), (opposite, _)) = (named(side)?, named(other)?);
    let alone = !line.is_capital(at + 2) && !matches!(line.word(at + 2), "-" | "of");
    (land == opposite && alone && is_free(scene, sentence, at + 1..at + 2)).then_some((at + 2, chain))
}

/// The country that a description begins with, with the token after it.
fn country(
    scene: &Scene,
    of_mention: &[Option<ChainIx>],
    sentence: usize,
    at: usize,
) -> Option<(usize, ChainIx)> {
    let begins =
        |m: &usize| scene.mentions[*m].kind == EntityKind::Country && scene.mentions[*m].tokens.start == at;
    let mention = scene.mentions_in(sentence).find(begins)?;
    Some((scene.mentions[mention].tokens.end, of_mention[mention]?))
}

/// Whether no name covers the tokens.
fn is_free(scene: &Scene, sentence: usize, tokens: std::ops::Range<usize>) -> bool {
    scene.mentions_in(sentence).all(|m| {
        let named = &scene.mentions[m].tokens;
        named.end <= tokens.start || tokens.end <= named.start
    })
}

/// Whether the noun before `end` ends its phrase, and is no part of a longer noun: `the bank said`, not `the bank robber`.
fn stands_alone(scene: &Scene, line: &Line, start: usize, end: usize) -> bool {
    let next = line.word(end);
    if !line.is_word(end) {
        return next != "-";
    }
    let closed = among(CLOSED, next) || slot::governs(next) && next != "of" || next.ends_with("ly");
    let speaks = scene.lexicon.speech_verb(next).is_some();
    // A determiner tells that the word before it is a verb: `the bank wants a seat`.
    let verb = among("to a an the its their his her no", line.word(end + 1)) || next.ends_with("ed");
    let past = scene.lexicon.finite(next) == Some(Finite::Past) && !among(BASES, next);
    // `accused the bank of fraud` is not the bank of anything.
    let charged = next == "of" && among(CHARGING, line.before(start));
    let lower = next.starts_with(char::is_lowercase) && !scene.lexicon.role_head(next);
    lower && (closed || speaks || verb || past || charged)
}

/// What says of which sort a group is, without telling it from another of that sort.
const SORTS: &str = "\
    militant armed islamist rebel extremist jihadist insurgent terror terrorist paramilitary guerrilla \
    separatist rights advocacy aid humanitarian criminal drug environmental tech technology software oil \
    energy mining shiite shia sunni";

/// Past forms that are nouns or other forms as often.
const BASES: &str = "cut set cost hit put shut let bet bid split spread read cast run shot left";

/// Verbs after whose object `of` says what it is said to have done.
const CHARGING: &str = "\
    accuse accuses accused accusing suspect suspects suspected convict convicted clear cleared acquit \
    acquitted rob robbed strip stripped deprive deprived inform informed notify notified warn warned";

/// Nouns that a title before them only modifies: `the minister post`.
const FIELDS: &str = "\
    post office position job role candidate candidates designate elect general level residence palace house";

/// Nouns for people after an age.
const PEOPLE: &str = "man woman father mother student teacher actor actress singer teenager";

/// Words that may follow a noun phrase and belong to none.
const CLOSED: &str = "\
    is was are were has had have will would can could should may might must does did do and or but as if when \
    while because after before since until that which who whose where than so not also then never only itself \
    himself herself still now again later";
