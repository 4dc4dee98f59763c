//! Descriptions that are cues: `Peru is a member of the bloc`, `Lee, an ally of Park,`, `bloc member Peru`.

use std::ops::Range;

use model::{Basis, EntityKind, Mode, Predicate, Via};

use crate::clause::{Actor, Frame, Part, Phrase};
use crate::lexicon::Cue;
use crate::mention::Known;

use super::draft::Draft;
use super::{Line, Proposition};

/// How many words behind an office may say where it is held.
const PLACED: usize = 6;

/// The propositions of the descriptions of a sentence.
pub(super) fn read(line: Line) -> Vec<Proposition> {
    let clauses = line.clauses;
    let nouns = (0..clauses.parts.len()).filter(|&at| clauses.part(at) == Part::Noun);
    let found = nouns.flat_map(|at| {
        line.sources
            .lexicon
            .state_cues(clauses.word(at))
            .iter()
            .filter_map(move |cue| describe(line, at, cue))
    });
    let belongs = (0..clauses.parts.len()).filter_map(|at| belonging(line, at));
    found.chain(belongs).collect()
}

fn describe(line: Line, at: usize, cue: &Cue) -> Option<Proposition> {
    let clauses = line.clauses;
    if matches!(clauses.part(at + 1), Part::Name(_)) {
        return before_name(line, at, cue);
    }
    let run = clauses.run_ending(at)?;
    let object = if cue.slot.prepositions.contains(&clauses.word(at + 1)) {
        alike(clauses.phrase_from(at + 2))
    } else {
        owned(line, run.clone())?
    };
    let (subjects, frame) =
        linked(line, run.start).or_else(|| apposed(line, run.start, object.tokens.end))?;
    let draft = Draft { cue, at, subjects, objects: object.actors, basis: Basis::by("description", 80) };
    Some(past(line, run.start..at, draft.judge(line, &frame)))
}

/// The first parts of a list, as far as they are of one kind: in `a member of the bloc, and Ann Lee` the second is another subject.
fn alike(mut phrase: Phrase) -> Phrase {
    let Some(first) = phrase.actors.first() else { return phrase };
    let same = phrase.actors.iter().take_while(|actor| actor.kind == first.kind).count();
    if same < phrase.actors.len() {
        phrase.tokens.end = phrase.actors[same - 1].at + 1;
        phrase.actors.truncate(same);
    }
    phrase
}

/// `Kenya's only ally`: the owner, and the words up to the description.
fn owned(line: Line, run: Range<usize>) -> Option<Phrase> {
    let clauses = line.clauses;
    let mark = run.clone().find(|&at| clauses.part(at) == Part::Possessive)?;
    let owner = clauses.possessor(run.start..mark)?;
    Some(Phrase { tokens: run, actors: vec![owner], parts: 1 })
}

/// `Lee, a Democrat,` and `Lee is a Democrat`: belonging to a party; `Lee of the World Bank`, `the Labour Party's Lee`: to a group.
fn belonging(line: Line, at: usize) -> Option<Proposition> {
    let clauses = line.clauses;
    let Part::Name(index) = clauses.part(at) else { return None };
    let group = line.sources.reading.mentions[index].tokens.start == at;
    if let Some((person, body)) = group.then(|| possessed(line, index)).flatten() {
        let cue = line.sources.lexicon.state_cues("member").first()?;
        let basis = Basis::by("belonging", 80);
        let draft = Draft { cue, at, subjects: vec![person], objects: vec![body], basis };
        return Some(draft.judge(line, &Frame { aside: true, ..Frame::default() }));
    }
    if let Some((person, body)) = group.then(|| partisan(line, index)).flatten() {
        let cue = line.sources.lexicon.state_cues("member").first()?;
        let basis = Basis::by("belonging", 80);
        let draft = Draft { cue, at, subjects: vec![person], objects: vec![body], basis };
        return Some(draft.judge(line, &Frame { aside: true, ..Frame::default() }));
    }
    let object = clauses.run_from(at);
    let object = clauses
        .head(object.clone())
        .filter(|head| group && head.kind == EntityKind::Group && head.exact && head.at + 1 == object.end)?;
    let whole = line.sources.reading.mentions[index].tokens.end == object.at + 1;
    let before = at.checked_sub(1).filter(|_| whole)?;
    let article = matches!(clauses.word(before), "a" | "an");
    let (subjects, frame) = if article {
        linked(line, before).or_else(|| apposed(line, before, object.at + 1))?
    } else {
        let preposition = if clauses.word(before) == "the" { before.checked_sub(1)? } else { before };
        let last = preposition.checked_sub(1).filter(|_| clauses.word(preposition) == "of")?;
        // `Lee, of the World Bank,`
        let last = if clauses.part(last) == Part::Comma { last.checked_sub(1)? } else { last };
        let person = clauses.head(clauses.run_ending(last)?)?;
        (vec![person], Frame { aside: true, ..Frame::default() })
    };
    let persons = subjects.iter().all(|actor| actor.kind == EntityKind::Person && actor.exact);
    let basis = Basis::by("belonging", 80);
    let cue = line.sources.lexicon.state_cues("member").first()?;
    (persons && !subjects.is_empty())
        .then(|| Draft { cue, at, subjects, objects: vec![object], basis }.judge(line, &frame))
}

/// `Ann Lee, a Labour councillor in Norvik,`: the person, and the party by whose word the office is told.
fn partisan(line: Line, index: usize) -> Option<(Actor, Actor)> {
    let clauses = line.clauses;
    let mention = &line.sources.reading.mentions[index];
    let (article, noun) = (mention.tokens.start.checked_sub(1)?, mention.tokens.end);
    let party = match mention.known {
        Some(Known::Group(ix)) => line.sources.lexicon.group(ix).group_type == "party",
        _ => mention.kind == EntityKind::Group && mention.via == Via::Demonym,
    };
    if !party || !matches!(clauses.word(article), "a" | "an") || !is_office(line, noun) {
        return None;
    }
    let close =
        (noun + 1..noun + 1 + PLACED).find(|&at| matches!(clauses.part(at), Part::Comma | Part::Break))?;
    let plain =
        (noun + 1..close).all(|at| clauses.part(at).is_nominal() || clauses.part(at) == Part::Preposition);
    let (subjects, _) = apposed(line, article, close).filter(|_| plain)?;
    let person = subjects.into_iter().find(|actor| actor.kind == EntityKind::Person)?;
    let body = clauses.head(mention.tokens.clone()).filter(|head| head.kind == EntityKind::Group)?;
    Some((person, body))
}

fn is_office(line: Line, at: usize) -> bool {
    let lexicon = line.sources.lexicon;
    lexicon.role_head(line.clauses.word(at)) || lexicon.is_role(line.clauses.word(at))
}

/// `the Labour Party's Ann Lee`: the person, and the group.
fn possessed(line: Line, index: usize) -> Option<(Actor, Actor)> {
    let clauses = line.clauses;
    let group = &line.sources.reading.mentions[index].tokens;
    if clauses.part(group.end) != Part::Possessive || line.sources.reading.mentions[index].via != Via::Name {
        return None;
    }
    let body = clauses.head(group.clone()).filter(|head| head.kind == EntityKind::Group)?;
    let run = clauses.run_from(group.end + 1);
    let named = run.clone().all(|at| matches!(clauses.part(at), Part::Name(_)));
    let person = clauses.head(run).filter(|head| named && head.kind == EntityKind::Person)?;
    Some((person, body))
}

/// `Peru is a member of`, `Peru remains an ally of`.
fn linked(line: Line, start: usize) -> Option<(Vec<Actor>, Frame)> {
    let clauses = line.clauses;
    let group = clauses.group_at(start.checked_sub(1)?)?;
    if !matches!(group.lemma, "be" | "remain" | "become") {
        return None;
    }
    let frame = clauses.frame(group);
    Some((frame.subject.actors.clone(), frame))
}

/// `Peru, a member of the bloc,`: the description is closed by a mark.
fn apposed(line: Line, start: usize, end: usize) -> Option<(Vec<Actor>, Frame)> {
    let clauses = line.clauses;
    let comma = start.checked_sub(1).filter(|&at| clauses.part(at) == Part::Comma)?;
    let run = clauses.run_ending(comma.checked_sub(1)?)?;
    let named = clauses.head(run).filter(|actor| actor.exact)?;
    let opens = matches!(clauses.part(start), Part::Determiner | Part::Name(_))
        || matches!(clauses.word(start), "former" | "member" | "owner");
    let closed =
        matches!(clauses.part(end), Part::Comma | Part::Break | Part::Close | Part::Relative | Part::And);
    (opens && closed).then(|| (vec![named], Frame { aside: true, ..Frame::default() }))
}

/// `bloc member Peru`, `the bloc's ally Peru`.
fn before_name(line: Line, at: usize, cue: &Cue) -> Option<Proposition> {
    let clauses = line.clauses;
    let mut owner = at.checked_sub(1)?;
    if clauses.part(owner) == Part::Possessive {
        owner = owner.checked_sub(1)?;
    }
    let whose = clauses.possessor(owner..owner + 1)?;
    // `Peruvian rival Apex Bank` is from Peru, and rivals somebody else.
    let from = matches!(clauses.part(owner), Part::Name(index)
        if line.sources.reading.mentions[index].via == Via::Demonym && owner + 1 == at);
    if from && cue.predicate == Predicate::Oppose {
        return None;
    }
    let run = clauses.run_from(at + 1);
    let bearer = clauses
        .head(run.clone())
        .filter(|_| run.clone().all(|place| matches!(clauses.part(place), Part::Name(_))))?;
    let draft =
        Draft { cue, at, subjects: vec![bearer], objects: vec![whose], basis: Basis::by("description", 80) };
    Some(draft.judge(line, &Frame { aside: true, ..Frame::default() }))
}

/// `a former ally of`: it lies in the past.
fn past(line: Line, mut words: Range<usize>, mut proposition: Proposition) -> Proposition {
    let former =
        words.any(|at| matches!(line.clauses.word(at), "former" | "once" | "one-time" | "then" | "ex"));
    proposition.claim.modes.extend(former.then_some(Mode::Historical));
    proposition
}
