//! A place in a sentence → who says it: through quotations, `said that`, `, said Lee` and `according to`.

use model::QuoteKind;

use crate::chain::ChainIx;
use crate::clause::{Form, Group, Part};
use crate::lexicon::SpeechClass;
use crate::quote::Quote;

use super::Line;

/// Who says something, and how the writer puts it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attribution {
    pub(super) manner: Manner,
    pub(super) source: Option<ChainIx>,
    /// The verb of saying, when it stands in the sentence.
    pub(super) verb: Option<usize>,
}

/// How the writer puts what somebody says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// `said`
    Neutral,
    /// `claimed`
    Alleged,
    /// `denied`
    Denied,
    /// `vowed`
    Planned,
}

/// Who says what stands at a token, in a clause whose verb is `verb`.
pub(super) fn find(line: Line, at: usize) -> Option<Attribution> {
    let spoken = governing(line, at).or_else(|| trailing(line, at)).or_else(|| according(line, at));
    let quoted = quoted(line, at);
    match (spoken, quoted) {
        // The verb of saying tells more than the marks; the marks may know the speaker better.
        (Some(spoken), Some(quoted)) => {
            Some(Attribution { source: spoken.source.or(quoted.source), ..spoken })
        }
        (spoken, quoted) => spoken.or(quoted),
    }
}

/// The quotation around a place, the shortest of several.
fn quoted(line: Line, at: usize) -> Option<Attribution> {
    around(line, at, |quote| quote.kind == QuoteKind::Direct || !in_passing(line, quote, at))
}

/// Whether a place stands in a clause about a name in reported words, which the writer adds: `Lee said Kenya would join the bloc,
/// which includes Peru`.
fn in_passing(line: Line, quote: &Quote, at: usize) -> bool {
    let tokens = &line.sources.reading.tokens[line.clauses.sentence];
    let first = tokens.partition_point(|token| token.span.start < quote.span.start);
    let relative = (first + 1..at).rev().find(|&place| {
        line.clauses.part(place) == Part::Relative && line.clauses.part(place - 1) == Part::Comma
    });
    relative.is_some_and(|relative| (relative..at).all(|place| line.clauses.part(place) != Part::Comma))
}

/// The direct quotation around a place: what the writer says in passing is a speaker's only between marks.
pub(super) fn spoken(line: Line, at: usize) -> Option<Attribution> {
    around(line, at, |quote| quote.kind == QuoteKind::Direct)
}

fn around(line: Line, at: usize, fits: impl Fn(&Quote) -> bool) -> Option<Attribution> {
    let span = line.sources.reading.tokens[line.clauses.sentence][at].span;
    let around = line
        .sources
        .quotes
        .iter()
        .filter(|quote| fits(quote) && quote.span.start <= span.start && span.end <= quote.span.end);
    let quote = around.min_by_key(|quote| quote.span.end - quote.span.start)?;
    let text = &line.sources.reading.document.text;
    let cue = quote.cue.map(|cue| cue.of(text).to_lowercase()).unwrap_or_default();
    let verb = cue.split_whitespace().find_map(|word| line.sources.lexicon.speech_verb(word));
    let manner = verb.map_or(Manner::Neutral, |verb| manner(verb.class));
    Some(Attribution { manner, source: quote.speaker, verb: None })
}

fn manner(class: SpeechClass) -> Manner {
    match class {
        SpeechClass::Claim | SpeechClass::Accuse => Manner::Alleged,
        SpeechClass::Deny => Manner::Denied,
        SpeechClass::Promise => Manner::Planned,
        _ => Manner::Neutral,
    }
}

/// Before whom the parties to a case speak.
const COURTS: &[&str] =
    &["court", "jury", "inquest", "inquiry", "tribunal", "trial", "jurors", "judges", "judge"];

/// The class of a verb of saying that reports a clause.
fn reports(line: Line, group: &Group) -> Option<SpeechClass> {
    // `The court heard that Lee had paid`: what a party to the case says.
    if line.clauses.word(group.main) == "heard" && group.form == Form::Finite && is_court(line, group) {
        return Some(SpeechClass::Claim);
    }
    let verb = line.sources.lexicon.speech_verb(line.clauses.word(group.main))?;
    // `called`, `praised` and `accused` take no clause.
    let clause = !matches!(verb.class, SpeechClass::Accuse | SpeechClass::Praise | SpeechClass::Call);
    (clause && !group.passive && group.form != Form::Infinitive).then_some(verb.class)
}

fn is_court(line: Line, group: &Group) -> bool {
    let subject = line.clauses.frame(group).subject.tokens;
    let head = subject.last().map(|at| line.clauses.word(at).to_lowercase());
    head.is_some_and(|head| COURTS.contains(&head.as_str()))
}

fn source(line: Line, group: &Group) -> Option<ChainIx> {
    line.clauses.frame(group).subject.actors.first().map(|actor| actor.chain)
}

/// `Lee said that Kenya struck`, `told reporters on Monday Kenya had struck`.
fn governing(line: Line, at: usize) -> Option<Attribution> {
    let clauses = line.clauses;
    let before = clauses.groups.iter().rev().filter(|group| group.main < at);
    for group in before {
        let Some(class) = reports(line, group) else { continue };
        if !opens_clause(line, group.main + 1, at)
            || leaves(line, group.main + 1, at)
            || is_closed(line, group, at)
        {
            continue;
        }
        return Some(Attribution {
            manner: manner(class),
            source: source(line, group),
            verb: Some(group.main),
        });
    }
    None
}

/// Whether a clause begins after a verb of saying: with `that`, or at once with a subject that has a verb of its own.
fn opens_clause(line: Line, first: usize, at: usize) -> bool {
    let clauses = line.clauses;
    let mut place = first;
    // `told reporters`, `said on Monday in Oslo`: hearer, time and place.
    while place < at && place < first + 12 {
        match clauses.part(place) {
            Part::That => return true,
            Part::Adverb | Part::Time => place += 1,
            Part::Preposition | Part::To => place = clauses.run_from(place + 1).end.max(place + 1),
            part if part.is_nominal() => {
                let run = clauses.run_from(place);
                let verb =
                    |end: usize| clauses.groups.iter().any(|g| g.start == end && g.form == Form::Finite);
                // A subject may be long: any finite verb up to the place in question will do.
                let clear = |end: usize| {
                    (run.end..end)
                        .all(|at| !matches!(clauses.part(at), Part::Comma | Part::Break | Part::Relative))
                };
                let own = verb(run.end)
                    || clauses.groups.iter().any(|g| {
                        // `denied the claim and praised Lee`: the same subject does both.
                        let joined = clauses.part(g.start.wrapping_sub(1)) == Part::And;
                        g.form == Form::Finite
                            && g.start >= run.end
                            && g.main <= at
                            && clear(g.start)
                            && !joined
                    });
                return own || clauses.part(run.end) == Part::That;
            }
            Part::If => return true,
            _ => return false,
        }
    }
    false
}

/// Whether the verb of saying stands in a clause about a name that is closed before a place: `Lee, who denied it, left`.
fn is_closed(line: Line, saying: &Group, at: usize) -> bool {
    let clauses = line.clauses;
    let relative = saying.start.checked_sub(1).filter(|&at| clauses.part(at) == Part::Relative);
    let comma = relative.and_then(|at| at.checked_sub(1)).is_some_and(|at| clauses.part(at) == Part::Comma);
    let main = |group: &&Group| group.form == Form::Finite && group.start > saying.main && group.main <= at;
    comma && clauses.groups.iter().filter(main).any(|group| clauses.part(group.start - 1) == Part::Comma)
}

/// Whether a clause in the writer's own voice begins between two places: `said he would go, after Kenya struck`.
fn leaves(line: Line, first: usize, at: usize) -> bool {
    let clauses = line.clauses;
    (first..at).any(|place| {
        let comma = clauses.part(place) == Part::Comma;
        let own = |word: &str| {
            matches!(
                word,
                "after"
                    | "as"
                    | "while"
                    | "when"
                    | "although"
                    | "though"
                    | "but"
                    | "whereas"
                    | "hours"
                    | "days"
                    | "weeks"
            )
        };
        comma && (own(clauses.word(place + 1)) || clauses.part(place + 1) == Part::Relative)
            || clauses.part(place) == Part::Break && matches!(clauses.word(place), ";" | "—" | "–" | "-")
    })
}

/// `Kenya struck, Lee said.` and `Kenya struck, said Lee.`
fn trailing(line: Line, at: usize) -> Option<Attribution> {
    let clauses = line.clauses;
    let after = clauses.groups.iter().filter(|group| group.start > at && group.form == Form::Finite);
    for group in after {
        let Some(class) = reports(line, group) else { continue };
        let next = clauses.part(group.main + 1);
        let closes = matches!(
            next,
            Part::Break
                | Part::Comma
                | Part::Time
                | Part::Preposition
                | Part::Adverb
                | Part::Quote
                | Part::Subordinator
        );
        if clauses.part(group.start.wrapping_sub(1)) == Part::Comma
            || clauses.part(group.start.wrapping_sub(1)) == Part::Quote
        {
            // `The police, who arrested Lee, said`: in passing.
            let aside = clauses.set_off(group.start.wrapping_sub(1)).is_some_and(|opening| opening < at);
            if aside {
                continue;
            }
            // `, said Lee`; `, denied the charges` goes on with the sentence.
            let plain = group.start == group.main && matches!(class, SpeechClass::Say | SpeechClass::Write);
            if !plain {
                continue;
            }
            let phrase = clauses.phrase_from(group.main + 1);
            let source = phrase.actors.first().map(|actor| actor.chain);
            return (!phrase.tokens.is_empty()).then_some(Attribution {
                manner: manner(class),
                source,
                verb: Some(group.main),
            });
        }
        let subject = clauses.subject(group);
        let comma = subject.tokens.start.checked_sub(1).filter(|_| !subject.tokens.is_empty());
        let set_off =
            comma.is_some_and(|comma| comma > at && matches!(clauses.part(comma), Part::Comma | Part::Quote));
        if closes && set_off {
            let source = subject.actors.first().map(|actor| actor.chain);
            return Some(Attribution { manner: manner(class), source, verb: Some(group.main) });
        }
    }
    None
}

/// `According to Lee, Kenya struck` and `Kenya struck, according to Lee`.
fn according(line: Line, at: usize) -> Option<Attribution> {
    let clauses = line.clauses;
    let place = (0..clauses.parts.len())
        .find(|&place| clauses.word(place) == "according" && clauses.word(place + 1) == "to")?;
    let phrase = clauses.phrase_from(place + 2);
    let covers = at < place || phrase.tokens.end <= at;
    let source = phrase.actors.first().map(|actor| actor.chain);
    covers.then_some(Attribution { manner: Manner::Neutral, source, verb: Some(place) })
}
