//! Clauses whose verb is a cue: active, passive, infinitive, participle and relative.

use model::{Basis, EntityKind, Predicate};

use crate::clause::{Actor, Form, Frame, Group, Part, Phrase};
use crate::lexicon::Cue;

use super::draft::{Draft, mutual};
use super::{Line, Proposition};

/// How far behind a passive verb `by` may stand.
const AGENT: usize = 14;

/// How far behind the object of `put` the list stands: `on its list of groups`.
const LISTING: usize = 7;

/// The propositions of the verbs of a sentence.
pub(super) fn read(line: Line) -> Vec<Proposition> {
    let mut found = Vec::new();
    for group in &line.clauses.groups {
        let cues = line.sources.lexicon.verb_cues(group.lemma);
        // The first cue that finds an object is the most special one: `hold talks with` before `hold`.
        let drafts =
            cues.iter().filter_map(|cue| ends(line, group, cue)).filter(|(draft, _)| happens(group, draft));
        let mut drafts: Vec<(Draft, Frame)> = drafts.collect();
        drafts.sort_by_key(|(draft, _)| (draft.objects.is_empty(), draft.subjects.is_empty(), !draft.fits()));
        found.extend(drafts.into_iter().next().map(|(draft, frame)| draft.judge(line, &frame)));
    }
    found
}

/// Whether what has no predicate is done to somebody: `released Lee`, not `released his report`.
fn happens(group: &Group, draft: &Draft) -> bool {
    let person = |actor: &Actor| actor.kind == EntityKind::Person;
    let done = match group.lemma {
        "release" | "free" | "deport" => draft.objects.iter().any(person),
        "brief" => true,
        _ => !draft.objects.is_empty(),
    };
    !draft.cue.bare || !draft.cue.nouns.is_empty() || done
}

/// The ends of a cue in the clause of its verb; none when the verb is used in another way.
fn ends<'c>(line: Line, group: &Group, cue: &'c Cue) -> Option<(Draft<'c>, Frame)> {
    let next = group.main + 1;
    let clauses = line.clauses;
    if !cue.particles.iter().enumerate().all(|(step, word)| clauses.word(next + step) == *word) {
        return None;
    }
    let next = skip(line, next + cue.particles.len());
    let frame = clauses.frame(group);
    let basis = basis(group);
    let at = group.main;
    if cue.slot.pair {
        return paired(line, group, cue, next, frame);
    }
    if !cue.nouns.is_empty() {
        let (subjects, objects) = light(line, group, cue, next, &frame)?;
        return Some((Draft { cue, at, subjects, objects, basis }, frame));
    }
    if cue.slot.direct && group.passive {
        let subjects = agent(line, next).actors;
        let objects = frame.subject.actors.clone();
        return fits(line, cue, next, next).then_some((Draft { cue, at, subjects, objects, basis }, frame));
    }
    if group.passive {
        return None;
    }
    if cue.slot.direct {
        let object = match cue.predicate {
            Predicate::Appoint => person(line, next),
            _ => direct(line, group, next),
        };
        if fits(line, cue, object.tokens.start, object.tokens.end) && !object.tokens.is_empty() {
            let (subjects, objects) = (frame.subject.actors.clone(), object.actors);
            return Some((Draft { cue, at, subjects, objects, basis }, frame));
        }
    }
    if let Some(object) = prepositional(line, cue, next) {
        // `Kenya and Peru agreed on a truce`
        let both = mutual(&frame.subject.actors).filter(|_| object.actors.is_empty());
        let both = both.filter(|_| cue.predicate.is_symmetric());
        let (subjects, objects) = both.unwrap_or((frame.subject.actors.clone(), object.actors));
        return Some((Draft { cue, at, subjects, objects, basis }, frame));
    }
    // `Lee and Park met`
    let alone = cue.predicate == Predicate::Meet && cue.slot.direct && !clauses.part(next).is_nominal();
    // `the bloc will meet in Lima`: with whom is not said.
    let body = frame.subject.actors.iter().all(|actor| actor.kind != EntityKind::Place);
    let held = alone
        && body
        && group.lemma == "meet"
        && matches!(clauses.part(group.main + 1), Part::Preposition | Part::Time | Part::Break);
    let single = || (frame.subject.actors.clone(), Vec::new());
    let ends = mutual(&frame.subject.actors).filter(|_| alone).or_else(|| held.then(single))?;
    let (subjects, objects) = ends;
    Some((Draft { cue, at, subjects, objects, basis }, frame))
}

fn basis(group: &Group) -> Basis {
    match (group.form, group.passive) {
        (Form::Finite, false) => Basis::by("active-verb", 85),
        (Form::Finite, true) => Basis::by("passive-verb", 85),
        (Form::Infinitive, _) => Basis::by("infinitive", 75),
        (Form::Gerund, _) => Basis::by("gerund", 70),
        (Form::Participle, _) => Basis::by("participle", 75),
    }
}

/// The next place that is no adverb and no expression of time.
fn skip(line: Line, mut at: usize) -> usize {
    let clauses = line.clauses;
    loop {
        match clauses.part(at) {
            Part::Adverb | Part::Time => at += 1,
            Part::Preposition if clauses.part(at + 1) == Part::Time => at += 2,
            _ => return at,
        }
    }
}

/// What stands right behind an active verb, or before its subject: `Lee, whom Kenya accuses`.
fn direct(line: Line, group: &Group, next: usize) -> Phrase {
    let object = line.clauses.phrase_from(next);
    if !object.tokens.is_empty() {
        return object;
    }
    line.clauses.relative_object(group)
}

/// The person at the head of `Lee chief executive` and `director Lee`.
fn person(line: Line, next: usize) -> Phrase {
    let clauses = line.clauses;
    let run = clauses.run_from(next);
    let named = run
        .clone()
        .find_map(|at| clauses.head(next..at + 1).filter(|actor| actor.kind == EntityKind::Person));
    let Some(mut actor) = named else { return clauses.phrase_from(next) };
    while actor.at + 1 < run.end && clauses.part(actor.at + 1) == clauses.part(actor.at) {
        actor.at += 1;
    }
    Phrase { tokens: next..actor.at + 1, actors: vec![actor], parts: 1 }
}

/// `by the police`, behind a passive verb.
fn agent(line: Line, next: usize) -> Phrase {
    let clauses = line.clauses;
    let ends = |at: usize| {
        let verb = clauses.groups.iter().any(|group| group.form == Form::Finite && group.start == at);
        // `was designated as a terrorist group by Kenya`
        let clause =
            matches!(clauses.part(at), Part::Break | Part::Relative | Part::Subordinator | Part::That);
        verb || clause && clauses.word(at) != "as"
    };
    let place = (next..next + AGENT).take_while(|&at| !ends(at)).find(|&at| clauses.word(at) == "by");
    place.map_or_else(Phrase::default, |at| clauses.phrase_from(at + 1))
}

/// What stands behind one of the cue's prepositions.
fn prepositional(line: Line, cue: &Cue, next: usize) -> Option<Phrase> {
    let clauses = line.clauses;
    let next = past_aside(line, cue, next);
    let word = clauses.word(next);
    if !cue.slot.prepositions.contains(&word) {
        return None;
    }
    if word != "as" {
        let phrase = clauses.phrase_from(next + 1);
        let end = phrase.tokens.end;
        // `resigned from the board of Apex`, `sits on the board of Apex`
        // `gave $2 million for schools in Kenya`
        let link = match cue.predicate {
            Predicate::Resign | Predicate::MemberOf => "of",
            Predicate::Fund | Predicate::Aid => "in",
            _ => "",
        };
        let inner = phrase.actors.is_empty() && !link.is_empty() && clauses.word(end) == link;
        let phrase = if inner { clauses.phrase_from(end + 1) } else { phrase };
        return Some(phrase).filter(|phrase| !phrase.tokens.is_empty());
    }
    // `resigned as leader of the party`
    let office = clauses.run_from(next + 1);
    let owner = clauses.possessor(office.clone());
    if matches!(clauses.word(office.end), "of" | "at" | "for") {
        return Some(clauses.phrase_from(office.end + 1));
    }
    Some(Phrase { tokens: office, actors: owner.into_iter().collect(), parts: 1 })
}

/// Past a phrase between the verb and the cue's preposition: `flew from Oslo to Lima`, `spoke by phone with Lee`.
fn past_aside(line: Line, cue: &Cue, next: usize) -> usize {
    let clauses = line.clauses;
    let takes = |word: &str| cue.slot.prepositions.contains(&word);
    let fits = match clauses.word(next) {
        "from" => cue.predicate == Predicate::Visit,
        "by" | "in" | "on" | "at" | "over" => cue.predicate == Predicate::Meet,
        _ => false,
    };
    if !fits || takes(clauses.word(next)) {
        return next;
    }
    let end = clauses.run_from(next + 1).end;
    if takes(clauses.word(end)) { end } else { next }
}

/// `held talks with Lee`, `imposed new sanctions on Kenya`, `talks were held with Lee`.
fn light(
    line: Line,
    group: &Group,
    cue: &Cue,
    next: usize,
    frame: &Frame,
) -> Option<(Vec<Actor>, Vec<Actor>)> {
    let clauses = line.clauses;
    let is_cue = |last: usize| cue.nouns.contains(&clauses.word(last));
    if group.passive {
        let last = frame.subject.tokens.end.checked_sub(1)?;
        let (last, sender) = if is_cue(last) { (last, None) } else { sent(line, frame, is_cue)? };
        let owner = sender.or_else(|| clauses.run_ending(last).and_then(|run| clauses.possessor(run)));
        let Some(object) = prepositional(line, cue, next) else {
            // `a treaty was signed by Kenya and Peru`
            return mutual(&agent(line, next).actors).filter(|_| cue.predicate.is_symmetric());
        };
        let by = agent(line, object.tokens.end).actors;
        return Some((if by.is_empty() { owner.into_iter().collect() } else { by }, object.actors));
    }
    let run = measured(line, cue, next);
    let last = run.end.checked_sub(1).filter(|_| !run.is_empty())?;
    let subjects = frame.subject.actors.clone();
    if !is_cue(last) {
        return None;
    }
    let mut end = run.end;
    // `food and medicine to Kenya`
    let more = clauses.run_from(end + 1);
    if clauses.part(end) == Part::And && !more.is_empty() && clauses.head(more.clone()).is_none() {
        end = more.end;
    }
    // `$20 million in aid to Kenya`
    while matches!(clauses.word(end), "in" | "of") && !cue.slot.prepositions.contains(&clauses.word(end)) {
        let more = clauses.run_from(end + 1);
        if more.is_empty() {
            break;
        }
        end = more.end;
    }
    if let Some(object) = prepositional(line, cue, skip(line, end)) {
        // `sanctions on Kenya's oil`: not on Kenya, so that its object stays open.
        let mut objects = object.actors;
        // `struck Shabab positions in Kenya` strikes both.
        let owner = clauses.possessor(run.start..last).filter(|owner| owner.kind == EntityKind::Group);
        objects
            .extend(owner.filter(|_| cue.predicate == Predicate::Strike && cue.nouns.contains(&"targets")));
        return Some((subjects, objects));
    }
    let both = cue.predicate.is_symmetric().then(|| mutual(&subjects)).flatten();
    both.or_else(|| {
        // `offered Kenya help`, `lent Kenya $2 billion`
        let named = (run.start..last).take_while(|&at| clauses.part(at) == clauses.part(run.start)).count();
        let first = clauses.head(run.start..run.start + named);
        let given = clauses.head(run.start..last).or(first).filter(|actor| match cue.predicate {
            Predicate::Aid | Predicate::Fund => actor.exact && actor.at < last,
            // `rejected Kenya's claim`
            Predicate::Deny => clauses.part(actor.at + 1) == Part::Possessive,
            _ => false,
        });
        Some((subjects, given.into_iter().collect()))
    })
}

/// `Troops from Kenya` before a passive verb: the noun, and whose they are.
fn sent(line: Line, frame: &Frame, is_cue: impl Fn(usize) -> bool) -> Option<(usize, Option<Actor>)> {
    let clauses = line.clauses;
    let from = frame.subject.tokens.clone().find(|&at| matches!(clauses.word(at), "from" | "of"))?;
    let noun = from.checked_sub(1).filter(|&at| is_cue(at))?;
    let owner = clauses.head(clauses.run_from(from + 1)).filter(|actor| actor.kind != EntityKind::Person)?;
    Some((noun, Some(owner)))
}

/// The phrase that the cue's noun heads, behind what counts it: `some of the sanctions`, `$3 billion in aid`.
fn measured(line: Line, cue: &Cue, next: usize) -> std::ops::Range<usize> {
    let clauses = line.clauses;
    let first = clauses.run_from(next);
    let is_cue =
        |run: &std::ops::Range<usize>| !run.is_empty() && cue.nouns.contains(&clauses.word(run.end - 1));
    if is_cue(&first) || first.is_empty() || !matches!(clauses.word(first.end), "of" | "in") {
        return first;
    }
    let inner = clauses.run_from(first.end + 1);
    if is_cue(&inner) { inner } else { first }
}

/// `linked Lee to the cartel`, `Lee has been linked to the cartel`: an allegation of the verb's subject.
fn paired<'c>(
    line: Line,
    group: &Group,
    cue: &'c Cue,
    next: usize,
    frame: Frame,
) -> Option<(Draft<'c>, Frame)> {
    let clauses = line.clauses;
    let basis = basis(group);
    let (subject, end, source) = if group.passive {
        (frame.subject.clone(), next, None)
    } else {
        let object = clauses.phrase_from(next);
        (object.clone(), object.tokens.end, frame.subject.actors.first().copied())
    };
    let object = prepositional(line, cue, end)?;
    let frame = Frame { subject: subject.clone(), alleged: true, source, ..frame };
    Some((Draft { cue, at: group.main, subjects: subject.actors, objects: object.actors, basis }, frame))
}

/// Whether the words around an object allow the sense that the cue means.
fn fits(line: Line, cue: &Cue, first: usize, end: usize) -> bool {
    let clauses = line.clauses;
    let verb = clauses.word(first.saturating_sub(1));
    let after = clauses.part(end);
    match (cue.predicate, verb) {
        // `named Lee chief executive`, not `named Lee`.
        (Predicate::Appoint, "named" | "names" | "name" | "naming" | "tapped") => {
            matches!(clauses.word(end), "as" | "to") || matches!(after, Part::Noun | Part::Determiner)
        }
        // `called Lee a liar`, not `called Lee`.
        (Predicate::SayAbout, "called" | "calls" | "calling" | "call") => {
            matches!(after, Part::Determiner | Part::Quote) && clauses.word(end) != "this"
        }
        (
            Predicate::SayAbout,
            "described" | "describes" | "describing" | "characterized" | "characterised" | "characterizes"
            | "characterizing" | "portrayed" | "portrays" | "portraying" | "depicted" | "depicts"
            | "dismissed" | "dismisses" | "dismissing",
        ) => clauses.word(end) == "as",
        // `attacked Lee over his taxes`, not `attacked Lee with a knife`.
        (Predicate::SayAbout, "attacked" | "attacks" | "attacking" | "attack") => {
            matches!(clauses.word(end), "for" | "over" | "as" | "on") || spoken_in(line, end)
        }
        (
            Predicate::SayAbout,
            "dubbed" | "labeled" | "labelled" | "branded" | "dubs" | "labels" | "brands",
        ) => {
            matches!(after, Part::Determiner | Part::Quote | Part::Noun)
        }
        // `asked Lee to sign`, `pressed Lee for an answer`, not `asked Lee about his taxes`.
        (
            Predicate::SayAbout,
            "asked" | "asks" | "ask" | "asking" | "pressed" | "presses" | "press" | "pressing",
        ) => matches!(clauses.word(end), "to" | "for"),
        // `took Lee into custody`, `found Lee guilty`, `put Lee on a blacklist`: not without these words.
        (Predicate::Arrest, "took" | "takes" | "take" | "taken" | "taking") => {
            clauses.word(end) == "into" && clauses.word(end + 1) == "custody"
        }
        (Predicate::Convict, "found" | "finds" | "find" | "finding") => clauses.word(end) == "guilty",
        (Predicate::Designate, "added" | "adds" | "add" | "placed" | "places" | "place" | "put" | "puts") => {
            matches!(clauses.word(end), "to" | "on")
                && (end..end + LISTING).any(|at| matches!(clauses.word(at), "list" | "lists" | "blacklist"))
        }
        // `hosted Lee`, not `hosted the summit in Oslo`.
        (Predicate::Meet, "hosted" | "hosts" | "hosting" | "received" | "receives" | "host" | "receive") => {
            clauses.head(first..end).is_some_and(|head| head.kind == EntityKind::Person)
        }
        (Predicate::Appoint, "picked" | "picks" | "chose" | "chosen" | "chooses" | "selected" | "hired") => {
            matches!(clauses.word(end), "as" | "to" | "for") || after == Part::Determiner
        }
        // `challenged Lee for the job`, not `challenged Lee to explain`.
        (Predicate::Oppose, "challenged" | "challenges" | "challenging" | "challenge") => {
            clauses.word(end) == "for" || matches!(after, Part::Break | Part::Comma | Part::Time)
        }
        // `helped Lee win`: no aid.
        (Predicate::Aid, _) => !matches!(after, Part::Verb(_) | Part::To),
        // `led Kenya 2-0`, `led Kenya to`, `led Kenya with two goals`.
        (Predicate::Lead, _) => !matches!(after, Part::Number | Part::To) && clauses.word(end) != "with",
        _ => true,
    }
}

/// Whether what is done is done in words: `in a series of tweets`, `in an interview`.
fn spoken_in(line: Line, at: usize) -> bool {
    const WORDS: &str = "tweet tweets speech speeches interview interviews statement post posts debate ad ads letter column video rally";
    let clauses = line.clauses;
    let first = clauses.run_from(at + 1);
    let further = clauses.run_from(first.end + 1);
    let said = |run: &std::ops::Range<usize>| {
        run.end.checked_sub(1).is_some_and(|last| WORDS.split(' ').any(|word| word == clauses.word(last)))
    };
    matches!(clauses.word(at), "in" | "at" | "during")
        && (said(&first) || clauses.word(first.end) == "of" && said(&further))
}
