//! Nouns that are cues: `talks between Kenya and Peru`, `Lee's visit to Oslo`, `the arrest of Lee by the police`.

use model::{Basis, Predicate};

use crate::clause::{Actor, Form, Frame, Group, Modality, Part, Phrase};
use crate::lexicon::Cue;

use super::draft::{Draft, mutual};
use super::{Line, Proposition};

/// Words before the noun that make it possible only.
const UNREAL: &str = "planned proposed possible potential expected upcoming scheduled threatened future new-found likely would-be further";
/// Words before the noun that make it an allegation.
const DOUBTED: &str = "alleged suspected reported purported";
/// Verbs whose object is not there yet.
const WANTING: &str = "plan propose seek demand want urge consider threaten oppose prevent avoid cancel postpone expect delay prepare request \
    schedule announce call";
/// Verbs whose subject does what their object says: `began talks with`.
const DOING: &str = "begin start resume continue attend conclude end finish complete make open hold have postpone cancel plan schedule announce want seek";

fn among(words: &str, word: &str) -> bool {
    !word.is_empty() && words.contains(word) && words.split_ascii_whitespace().any(|known| known == word)
}

/// The propositions of the nouns of a sentence.
pub(super) fn read(line: Line) -> Vec<Proposition> {
    let clauses = line.clauses;
    let nouns = (0..clauses.parts.len())
        .filter(|&at| clauses.part(at) == Part::Noun && !clauses.part(at + 1).is_nominal());
    let found = nouns.flat_map(|at| {
        line.sources.lexicon.noun_cues(clauses.word(at)).iter().filter_map(move |cue| phrase(line, at, cue))
    });
    found.collect()
}

fn phrase(line: Line, at: usize, cue: &Cue) -> Option<Proposition> {
    let clauses = line.clauses;
    let mut next = at + 1;
    while matches!(clauses.part(next), Part::Time | Part::Adverb) {
        next += 1;
    }
    // `an attack by Kenya on Peru`
    let by = clauses.word(next) == "by";
    let agent = if by { clauses.phrase_from(next + 1) } else { Phrase::default() };
    if by && !agent.actors.is_empty() {
        next = agent.tokens.end;
    }
    let preposition = clauses.word(next);
    if !cue.slot.prepositions.contains(&preposition) {
        return None;
    }
    let between = preposition == "between";
    let object = if between { clauses.pair_from(next + 1) } else { clauses.phrase_from(next + 1) };
    if object.tokens.is_empty() {
        return None;
    }
    let run = clauses.run_ending(at)?;
    let verb = governor(line, run.start);
    // The clause of `held talks with` is read with its verb.
    if verb.is_some_and(|verb| {
        line.sources.lexicon.verb_cues(verb.lemma).iter().any(|cue| cue.nouns.contains(&clauses.word(at)))
    }) {
        return None;
    }
    let verb = verb
        .or_else(|| journey(line, run.start, cue))
        .or_else(|| opening(line, run.start, cue))
        .or_else(|| set_off(line, run.start, object.tokens.end, cue));
    let basis = Basis::by("noun-phrase", 70);
    let frame = frame(line, run.start, at, object.tokens.end, verb);
    if between {
        let (subjects, objects) = mutual(&object.actors).filter(|_| object.parts == object.actors.len())?;
        return Some(Draft { cue, at, subjects, objects, basis }.judge(line, &frame));
    }
    let subjects = match agent.actors.is_empty() {
        true => subject(line, run.start, at, object.tokens.end, verb),
        false => agent.actors,
    };
    (!subjects.is_empty() || !object.actors.is_empty())
        .then(|| Draft { cue, at, subjects, objects: object.actors, basis }.judge(line, &frame))
}

/// The verb whose object begins at `start`.
fn governor<'l>(line: Line<'l>, start: usize) -> Option<&'l Group> {
    line.clauses.group_at(start.checked_sub(1)?)
}

/// The verb of `flew to Oslo for talks with` and of `spoke during a visit to`: its subject talks and visits.
fn journey<'l>(line: Line<'l>, start: usize, cue: &Cue) -> Option<&'l Group> {
    let clauses = line.clauses;
    let preposition = start.checked_sub(1)?;
    let verb = clauses.finite_before(preposition)?;
    let clear = (verb.main + 1..preposition).all(|at| {
        !matches!(
            clauses.part(at),
            Part::Break | Part::Subordinator | Part::Relative | Part::That | Part::Comma | Part::Quote
        )
    });
    let travels = ["travel", "fly", "arrive", "go", "come", "head", "visit", "gather"].contains(&verb.lemma)
        || clauses.groups.iter().any(|g| {
            g.main > verb.main
                && g.main < preposition
                && ["travel", "fly", "visit", "go", "head"].contains(&g.lemma)
        });
    let fits = match clauses.word(preposition) {
        "for" => cue.predicate == Predicate::Meet && travels,
        // `said after talks with`, `returned from a meeting with`
        "after" | "following" | "at" => cue.predicate == Predicate::Meet && !verb.passive,
        "from" => cue.predicate == Predicate::Meet && ["return", "emerge", "come"].contains(&verb.lemma),
        "during" => matches!(cue.predicate, Predicate::Visit | Predicate::Meet) && !verb.passive,
        "on" => cue.predicate == Predicate::Visit && !verb.passive,
        _ => false,
    };
    (clear && fits).then_some(verb)
}

/// The verb of `During a visit to Oslo, Lee said`, `After talks with Lee, Park said`: its subject visits and talks.
fn opening<'l>(line: Line<'l>, start: usize, cue: &Cue) -> Option<&'l Group> {
    let clauses = line.clauses;
    let opens = start == 1
        && match clauses.word(0) {
            "on" => cue.predicate == Predicate::Visit,
            "during" => matches!(cue.predicate, Predicate::Visit | Predicate::Meet),
            "after" | "following" | "at" => cue.predicate == Predicate::Meet,
            _ => false,
        };
    let verb = clauses.groups.iter().find(|group| group.form == Form::Finite).filter(|_| opens)?;
    (!verb.passive && clauses.part(clauses.frame(verb).subject.tokens.start.checked_sub(1)?) == Part::Comma)
        .then_some(verb)
}

/// The verb of `Lee, after talks with Park, said`: its subject talks.
fn set_off<'l>(line: Line<'l>, start: usize, end: usize, cue: &Cue) -> Option<&'l Group> {
    let clauses = line.clauses;
    let preposition = start.checked_sub(1).filter(|&at| {
        matches!(clauses.word(at), "after" | "following" | "during" | "at")
            && cue.predicate == Predicate::Meet
    })?;
    let opening = preposition.checked_sub(1).filter(|&at| clauses.part(at) == Part::Comma)?;
    let verb = clauses.groups.iter().find(|group| group.start >= end && group.form == Form::Finite)?;
    let subject = clauses.frame(verb).subject;
    (!verb.passive && subject.tokens.end == opening).then_some(verb)
}

/// Who does what the noun says: its owner, the agent behind it, or the subject of the verb before it.
fn subject(line: Line, start: usize, at: usize, end: usize, verb: Option<&Group>) -> Vec<Actor> {
    let clauses = line.clauses;
    // `Kenya's attack`, `Kenyan strikes`, `his visit`; a name further away belongs to something else: `the Oslo peace talks`.
    let near = (start..at).rev().find(|&place| matches!(clauses.part(place), Part::Name(_) | Part::Stand(_)));
    let owner = near.filter(|&place| {
        let person =
            clauses.part(place + 1) == Part::Possessive || matches!(clauses.part(place), Part::Stand(_));
        person || (place + 1..at).all(|between| clauses.part(between) == Part::Noun) && at - place <= 3
    });
    if let Some(owner) = owner.and_then(|place| clauses.possessor(place..place + 1)) {
        let place = owner.kind == model::EntityKind::Place;
        return if place { Vec::new() } else { vec![owner] };
    }
    if matches!(clauses.word(end), "by" | "from") {
        return clauses.phrase_from(end + 1).actors;
    }
    // `claimed responsibility for the attack on`
    if start > 1 && clauses.word(start - 1) == "for" && clauses.word(start - 2) == "responsibility" {
        let verb = clauses.finite_before(start - 2).filter(|verb| !verb.passive);
        return verb.map_or_else(Vec::new, |verb| clauses.frame(verb).subject.actors);
    }
    let behind = verb.is_some_and(|verb| verb.main + 1 != start);
    match verb.filter(|verb| (behind || among(DOING, verb.lemma)) && !verb.passive) {
        Some(verb) => clauses.frame(verb).subject.actors,
        None => Vec::new(),
    }
}

/// How far what the noun says is a fact.
fn frame(line: Line, start: usize, at: usize, end: usize, verb: Option<&Group>) -> Frame {
    let clauses = line.clauses;
    let mut frame = verb.map_or_else(Frame::default, |verb| {
        let outer = clauses.frame(verb);
        Frame {
            hypothetical: outer.hypothetical
                || among(WANTING, verb.lemma) && verb.main + 1 == start
                || infinitive_between(line, verb, start),
            denied: verb.lemma == "deny",
            source: outer.subject.actors.first().copied().filter(|_| verb.lemma == "deny"),
            anchor: outer.anchor,
            ..Frame { negated: outer.negated, future: outer.future, ..Frame::default() }
        }
    });
    let words = |list: &str| (start..at).any(|place| among(list, clauses.word(place)));
    frame.hypothetical |= words(UNREAL) || calls_for(line, start) || awaited(line, end);
    frame.alleged |= words(DOUBTED);
    frame.negated |= clauses.word(start) == "no";
    frame
}

/// `is due to fly to Oslo for talks`
fn infinitive_between(line: Line, verb: &Group, start: usize) -> bool {
    line.clauses
        .groups
        .iter()
        .any(|group| group.form == Form::Infinitive && group.main > verb.main && group.main < start)
}

/// `called for talks`, `a plan for a visit`.
fn calls_for(line: Line, start: usize) -> bool {
    let clauses = line.clauses;
    let preposition =
        start.checked_sub(1).filter(|&at| matches!(clauses.word(at), "for" | "of" | "against" | "about"));
    let word = preposition.and_then(|at| at.checked_sub(1)).map_or("", |at| clauses.word(at));
    among(
        "call called calls calling push pushed plan plans proposal threat threats possibility prospect hope hopes need risk fear fears \
        warned warning talk idea chance",
        word,
    )
}

/// `talks with Kenya are expected`, `a visit to Oslo will`.
fn awaited(line: Line, end: usize) -> bool {
    let next = line.clauses.groups.iter().find(|group| group.start >= end && group.start <= end + 4);
    // `a tour of Kenya that will end in Lima` goes on already.
    let next = next.filter(|group| {
        !(end..group.start).any(|at| matches!(line.clauses.part(at), Part::Relative | Part::That))
    });
    next.is_some_and(|group| group.modality != Modality::None || group.passive && among(WANTING, group.lemma))
}
