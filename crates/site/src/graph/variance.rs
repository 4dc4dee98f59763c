//! A deed of which articles tell different days or sums → the tellings that cannot all be right.
//!
//! Only what happens once between two is compared, for a second meeting or a second grant is no contradiction.

use model::{EntityKind, Mode, PartialDate, Predicate, Quantity, Relation, Status};

use super::toll::bounds;
use super::{Proposition, Told};

/// What somebody does to somebody once.
const ONCE: [Predicate; 8] = [
    Predicate::Kill,
    Predicate::Arrest,
    Predicate::Charge,
    Predicate::Convict,
    Predicate::Appoint,
    Predicate::Elect,
    Predicate::Resign,
    Predicate::Acquire,
];

/// How many days may lie between two articles that date one deed, and between two that price one.
const NEWS: i64 = 31;
const TERM: i64 = 7;

/// The tellings of a deed whose days differ, each with its date.
pub(super) fn dates<'l>(proposition: &Proposition<'l>) -> Vec<(Told<'l, Relation>, &'l PartialDate)> {
    // Countries and places are taken and lost more than once.
    let whole = matches!(proposition.object.kind(), EntityKind::Person | EntityKind::Group);
    if !whole || !ONCE.contains(&proposition.predicate) {
        return Vec::new();
    }
    let dated = happened(proposition).filter_map(|told| Some((told, told.fact.date.as_ref()?)));
    let dated: Vec<_> = dated.filter(|(_, date)| is_settled(date)).collect();
    let rival = |(a, date): &(Told<'l, Relation>, &PartialDate)| {
        dated.iter().any(|(b, other)| are_apart(a, b, NEWS) && cannot_be(date, other))
    };
    dated.iter().copied().filter(rival).collect()
}

/// The tellings of a purchase whose prices differ, each with the price as printed; of a grant, when both name the same day.
pub(super) fn sums<'l>(proposition: &Proposition<'l>) -> Vec<(Told<'l, Relation>, &'l str)> {
    let is_grant = matches!(proposition.predicate, Predicate::Aid | Predicate::Fund);
    if !is_grant && proposition.predicate != Predicate::Acquire {
        return Vec::new();
    }
    let priced = happened(proposition).filter_map(|told| {
        let words = told.fact.quantity.as_deref()?;
        let figures = &told.story.article.quantities;
        Some((told, words, figures.iter().find(|figure| figure.evidence.text == words)?))
    });
    let priced: Vec<(Told<'l, Relation>, &'l str, &Quantity)> = priced.collect();
    let rival = |(a, _, sum): &(Told<'l, Relation>, &str, &Quantity)| {
        priced.iter().any(|(b, _, other)| {
            let day = |told: &Told<'l, Relation>| told.fact.date.as_ref().and_then(PartialDate::day);
            let same_day = day(a).is_some() && day(a) == day(b);
            let differ = bounds(sum).zip(bounds(other)).is_some_and(|(a, b)| a.1 < b.0 || b.1 < a.0);
            sum.unit == other.unit && differ && (!is_grant || same_day) && are_apart(a, b, TERM)
        })
    };
    let rivals = priced.iter().filter(|told| rival(told));
    rivals.map(|(told, words, _)| (*told, *words)).collect()
}

/// The tellings of what is said to have happened.
fn happened<'p, 'l>(
    proposition: &'p Proposition<'l>,
) -> impl Iterator<Item = Told<'l, Relation>> + use<'p, 'l> {
    let real = |told: &&Told<'l, Relation>| {
        let off = [Mode::Negated, Mode::Future, Mode::Hypothetical];
        matches!(told.fact.status, Status::Asserted | Status::Attributed)
            && !off.iter().any(|mode| told.fact.modes.contains(mode))
    };
    proposition.tellings.iter().filter(real).copied()
}

/// Whether two tellings are of two articles that appeared at most so many days apart.
fn are_apart(a: &Told<'_, Relation>, b: &Told<'_, Relation>, days: i64) -> bool {
    a.story.article.id != b.story.article.id && a.story.is_within(b.story, days)
}

/// Whether a date says when, without `about`.
fn is_settled(date: &PartialDate) -> bool {
    date.earliest().is_some() && date.latest().is_some() && !date.to_string().contains(['~', '?', '%'])
}

/// Whether no day is both; a day is not far enough, since a night has two and the world several.
fn cannot_be(a: &PartialDate, b: &PartialDate) -> bool {
    if let (Some(a), Some(b)) = (a.day(), b.day()) {
        return a.since(b).is_ok_and(|span| span.get_days().abs() > 1);
    }
    a.latest() < b.earliest() || b.latest() < a.earliest()
}
