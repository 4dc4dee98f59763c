//! When, where and how much: the date, place and quantity of the clause around a token.

use diag::Span;
use model::{EntityKind, PartialDate, Predicate};

use crate::chain::ChainIx;
use crate::clause::{Form, Part};
use crate::lexicon::Finite;

use super::Line;

/// How near a date must stand to a verb of saying to be the day on which it is said.
const BESIDE: usize = 3;

/// The tokens of the clause around `at`: from the finite verb before to the one after.
fn clause(line: Line, at: usize) -> (usize, usize) {
    let finite = |main: &usize| *main != at;
    let mains = line
        .clauses
        .groups
        .iter()
        .filter(|group| group.form == Form::Finite)
        .map(|group| group.main)
        .filter(finite);
    let before = mains.clone().rfind(|&main| main < at).map_or(0, |main| main + 1);
    let after = mains.clone().find(|&main| main > at).unwrap_or(line.clauses.parts.len());
    (before, after)
}

fn tokens_of(line: Line, span: Span) -> Option<(usize, usize)> {
    let tokens = &line.sources.reading.tokens[line.clauses.sentence];
    let first =
        tokens.iter().position(|token| token.span.start >= span.start && token.span.start < span.end)?;
    let last = tokens.iter().rposition(|token| token.span.end <= span.end)?;
    Some((first, last))
}

/// The date of the clause: the nearest after its verb, else the nearest before; `saying` keeps the date beside it.
pub(super) fn date(line: Line, at: usize, saying: Option<usize>) -> Option<PartialDate> {
    let sentence = line.sources.reading.sentences[line.clauses.sentence].span;
    let inside = line.sources.dates.iter().filter(|date| sentence.contains(date.span));
    let placed: Vec<_> =
        inside.filter_map(|date| Some((tokens_of(line, date.span)?, date.value.clone()))).collect();
    let (from, to) = clause(line, at);
    let said = |first: usize, last: usize| {
        saying.is_some_and(|verb| first > verb && first - verb <= BESIDE || last < verb && verb - last < 2)
    };
    let free: Vec<_> = placed.into_iter().filter(|((first, last), _)| !said(*first, *last)).collect();
    let after = free
        .iter()
        .filter(|((first, last), _)| {
            *first > at && *first < to && !is_modifier(line, *first, *last) && !is_bound(line, at, *first)
        })
        .min_by_key(|((first, _), _)| *first);
    let before = || {
        free.iter()
            .filter(|((first, last), _)| *first >= from && *first < at && !is_parted(line, *last, at))
            .max_by_key(|((first, _), _)| *first)
    };
    // A day that cannot be told is the clause's all the same, and no other is.
    after.or_else(before).and_then(|(_, value)| value.clone())
}

/// Whether the date is of what bounds the time of the clause: `their first talks since the vote in April`. What has been so since a day
/// began on it.
fn is_bound(line: Line, at: usize, date: usize) -> bool {
    (at + 1..date).any(|place| match line.clauses.word(place) {
        "before" | "until" => true,
        "since" => place + 1 < date,
        _ => false,
    })
}

/// Whether the date says which of several a noun means, and not when something is done: `after the 2015 vote`.
fn is_modifier(line: Line, first: usize, last: usize) -> bool {
    let clauses = line.clauses;
    let article =
        first > 0 && matches!(clauses.word(first - 1), "the" | "a" | "an" | "its" | "his" | "her" | "their");
    let next = clauses.word(last + 1);
    let verb = matches!(line.sources.lexicon.finite(next), Some(Finite::Auxiliary | Finite::Past));
    let noun = next.starts_with(char::is_alphabetic) && line.sources.lexicon.function_word(next).is_none();
    article && noun && !verb
}

/// Whether a clause of its own begins between a date and the verb at `at`: `came on Monday, a year after she was arrested`, `met in 2009
/// and accused`. What is done when, while or as something else is done has its date.
fn is_parted(line: Line, date: usize, at: usize) -> bool {
    let clauses = line.clauses;
    let opens = |place: usize| {
        matches!(clauses.part(place), Part::Subordinator | Part::Relative)
            && !matches!(clauses.word(place), "when" | "while" | "as")
    };
    let told = clauses.groups.iter().any(|group| group.form == Form::Finite && group.main < date);
    let joins = |place: usize| told && matches!(clauses.word(place), "and" | "but");
    (date + 1..at).any(|place| opens(place) || joins(place))
}

/// The place of the clause: after `in`, `at` or `near`, behind the verb or at the head of the sentence.
pub(super) fn place(line: Line, at: usize) -> Option<ChainIx> {
    let clauses = line.clauses;
    let (_, to) = clause(line, at);
    let head = if matches!(clauses.word(0), "in" | "at" | "near") { Some(0) } else { None };
    let behind =
        (at + 1..to).filter(|&place| matches!(clauses.word(place), "in" | "at" | "near" | "outside"));
    let mut prepositions = behind.chain(head);
    prepositions.find_map(|place| {
        let run = clauses.run_from(place + 1);
        let actor = clauses.head(run)?;
        (actor.exact && matches!(actor.kind, EntityKind::Place | EntityKind::Country)).then_some(actor.chain)
    })
}

/// How much money, how many people: behind the verb in its clause, for predicates that count something.
pub(super) fn quantity(line: Line, at: usize, predicate: Predicate) -> Option<Span> {
    let counts = matches!(
        predicate,
        Predicate::Aid
            | Predicate::Fund
            | Predicate::Deploy
            | Predicate::Acquire
            | Predicate::Sanction
            | Predicate::Convict
            | Predicate::Own
    );
    if !counts {
        return None;
    }
    let (_, to) = clause(line, at);
    let sentence = line.sources.reading.sentences[line.clauses.sentence].span;
    let mut inside = line.sources.quantities.iter().filter(|quantity| sentence.contains(quantity.span));
    let found = inside.find(|quantity| {
        tokens_of(line, quantity.span).is_some_and(|(first, _)| {
            let broken = (at..first).any(|place| {
                matches!(line.clauses.part(place), Part::Break | Part::Relative | Part::Subordinator)
            });
            first > at && first < to && !broken
        })
    });
    found.map(|quantity| quantity.span)
}

/// Whether a date lies well before the publication: another year that is past.
pub(super) fn is_historical(line: Line, date: Option<&PartialDate>) -> bool {
    let year = |date: &PartialDate| date.to_string().get(..4).and_then(|year| year.parse::<i32>().ok());
    let published = line.sources.reading.published.as_ref().and_then(year);
    matches!((date.and_then(year), published), (Some(then), Some(now)) if then + 1 < now)
}
