//! What articles, or those whom they quote, do not agree on → [`Disagreement`]s: every value side by side. Nothing is decided
//! here, and what two articles can both be right about is left out.

use std::collections::BTreeMap;

use model::{EntityId, Mode, PartialDate, Predicate, Relation, Role, RoleStatus, Status};

use super::harm::{Harm, HarmWords};
use super::office::exclude;
use super::toll::Toll;
use super::{Age, Articles, Proposition, Saying, Told, Wording, age, toll, variance};
use crate::library::Story;

/// Two or more values for one thing.
#[derive(Debug, Clone)]
pub(crate) struct Disagreement<'l> {
    /// Of which sort it is.
    pub(crate) sort: Sort,
    /// Who or what it is about.
    pub(crate) about: Vec<&'l EntityId>,
    /// What is in question between two, when it is that.
    pub(crate) predicate: Option<Predicate>,
    /// The values.
    pub(crate) sides: Vec<Side<'l>>,
}

/// What is in question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sort {
    /// Whether something is so: one says it, another denies it.
    Dispute,
    /// How old somebody is.
    Age,
    /// Which office somebody holds.
    Title,
    /// In which words something was said.
    Wording,
    /// How many people came to harm.
    Toll(Harm),
    /// On which day something was done.
    Date,
    /// For how much something was bought or given.
    Sum,
}

/// One value and where it is written.
#[derive(Debug, Clone)]
pub(crate) struct Side<'l> {
    /// The value.
    pub(crate) value: Value<'l>,
    /// Where it is written, newest article first.
    pub(crate) places: Vec<Place<'l>>,
}

/// What one side says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Value<'l> {
    /// That it is so, and how the article vouches for it.
    Said(Status),
    /// Words: a title, a quote.
    Words(&'l str),
    /// Years of age.
    Years(i64),
    /// A date.
    When(&'l PartialDate),
}

/// A sentence that has the value, and whose word it is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'l> {
    /// The article.
    pub(crate) story: &'l Story,
    /// The index of the sentence.
    pub(crate) sentence: usize,
    /// Whose word it is.
    pub(crate) source: Option<&'l EntityId>,
}

/// How many days may lie between two articles that speak of the same affair, and between two that give titles or tolls of one time.
const AFFAIR: i64 = 366;
const TERM: i64 = 7;

/// How many sentences after an accusation its denial may stand.
const ANSWER: usize = 3;

/// All disagreements: disputes first, each sort with the newest first.
pub(super) fn find<'l>(
    articles: &Articles<'l>,
    sayings: &[Saying<'l>],
    propositions: &[Proposition<'l>],
) -> Vec<Disagreement<'l>> {
    let nodes = || articles.newest();
    let mut found: Vec<Disagreement<'l>> = propositions.iter().filter_map(dispute).collect();
    found.extend(nodes().flat_map(|node| answers(&node.relations)));
    found.extend(ages(nodes().flat_map(age::find)));
    found.extend(titles(nodes().flat_map(|node| node.roles.iter().copied())));
    found.extend(propositions.iter().flat_map(variances));
    let harms = HarmWords::builtin();
    found.extend(tolls(nodes().flat_map(|node| toll::find(node, &harms))));
    found.extend(sayings.iter().filter_map(wordings));
    found
}

/// A proposition that one says and another denies.
fn dispute<'l>(proposition: &Proposition<'l>) -> Option<Disagreement<'l>> {
    let (denials, rest): (Vec<_>, Vec<_>) = proposition.tellings.iter().partition(|told| denies(told));
    let holds = |told: &&Told<'l, Relation>| {
        let rival = |denial: &&Told<'l, Relation>| {
            let apart = denial.fact.source.is_none() || denial.fact.source != told.fact.source;
            apart && same_affair(told, denial)
        };
        told.fact.status != Status::Hypothetical && denials.iter().any(rival)
    };
    let said: Vec<_> = rest.into_iter().filter(holds).collect();
    let answers = |denial: &&Told<'l, Relation>| said.iter().any(|told| same_affair(told, denial));
    let denied: Vec<_> = denials.iter().copied().filter(answers).collect();
    if said.is_empty() {
        return None;
    }
    let mut sides: Vec<Side<'l>> = Vec::new();
    for told in said.into_iter().chain(denied) {
        let status = if denies(told) { Status::Denied } else { told.fact.status };
        put(&mut sides, Value::Said(status), place(told, told.fact.source.as_ref()));
    }
    let about = vec![proposition.subject, proposition.object];
    Some(Disagreement { sort: Sort::Dispute, about, predicate: Some(proposition.predicate), sides })
}

/// Whether a sentence says that it is not so.
fn denies(told: &Told<'_, Relation>) -> bool {
    told.fact.status == Status::Denied || told.fact.modes.contains(&Mode::Negated)
}

/// Accusations that are rejected in the sentences after them.
fn answers<'l>(relations: &[Told<'l, Relation>]) -> Vec<Disagreement<'l>> {
    let of = |predicate| relations.iter().filter(move |told| told.fact.predicate == predicate);
    let answered = |charge: &Told<'l, Relation>| {
        let answer = of(Predicate::Deny).find(|denial| {
            let after = denial.sentence.checked_sub(charge.sentence).is_some_and(|gap| gap <= ANSWER);
            after && denial.fact.subject == charge.fact.object && denial.fact.object == charge.fact.subject
        })?;
        let side = |told: &Told<'l, Relation>, status| Side {
            value: Value::Said(status),
            places: vec![place(told, Some(&told.fact.subject))],
        };
        Some(Disagreement {
            sort: Sort::Dispute,
            about: vec![&charge.fact.subject, &charge.fact.object],
            predicate: Some(Predicate::Accuse),
            sides: vec![side(charge, Status::Alleged), side(answer, Status::Denied)],
        })
    };
    of(Predicate::Accuse).filter_map(answered).collect()
}

/// A deed with two days, or two prices.
fn variances<'l>(proposition: &Proposition<'l>) -> Vec<Disagreement<'l>> {
    let of = |sort, values: Vec<(Told<'l, Relation>, Value<'l>)>| {
        let mut sides: Vec<Side<'l>> = Vec::new();
        for (told, value) in values {
            put(&mut sides, value, place(&told, told.fact.source.as_ref()));
        }
        let about = vec![proposition.subject, proposition.object];
        let predicate = Some(proposition.predicate);
        (sides.len() > 1).then_some(Disagreement { sort, about, predicate, sides })
    };
    let dates = variance::dates(proposition).into_iter().map(|(told, date)| (told, Value::When(date)));
    let sums = variance::sums(proposition).into_iter().map(|(told, words)| (told, Value::Words(words)));
    of(Sort::Date, dates.collect()).into_iter().chain(of(Sort::Sum, sums.collect())).collect()
}

/// Ages of one person that no one year of birth explains.
fn ages<'l>(ages: impl Iterator<Item = Age<'l>>) -> Vec<Disagreement<'l>> {
    let mut by_person: BTreeMap<&EntityId, Vec<Age<'l>>> = BTreeMap::new();
    for age in ages {
        by_person.entry(age.person).or_default().push(age);
    }
    let differ = |(person, ages): (&'l EntityId, Vec<Age<'l>>)| {
        let latest = ages.iter().map(|age| age.born.0).max()?;
        let earliest = ages.iter().map(|age| age.born.1).min()?;
        let mut sides = Vec::new();
        for age in &ages {
            let place = Place { story: age.story, sentence: age.sentence, source: None };
            put(&mut sides, Value::Years(age.years), place);
        }
        let about = vec![person];
        (latest > earliest).then_some(Disagreement { sort: Sort::Age, about, predicate: None, sides })
    };
    by_person.into_iter().filter_map(differ).collect()
}

/// Titles of one person that articles of the same days give, and that are not one: `foreign minister`, `finance minister`.
fn titles<'l>(roles: impl Iterator<Item = Told<'l, Role>>) -> Vec<Disagreement<'l>> {
    let mut offices: BTreeMap<(&EntityId, &EntityId), Vec<Told<'l, Role>>> = BTreeMap::new();
    for told in roles.filter(|told| told.fact.status == RoleStatus::Current) {
        if let Some(of) = &told.fact.of {
            offices.entry((&told.fact.person, of)).or_default().push(told);
        }
    }
    let differ = |((person, _), held): (_, Vec<Told<'l, Role>>)| {
        let rival = |a: &Told<'l, Role>| {
            held.iter().any(|b| {
                let apart = a.story.article.id != b.story.article.id;
                apart && a.story.is_within(b.story, TERM) && exclude(&a.fact.title, &b.fact.title)
            })
        };
        let mut sides: Vec<Side<'l>> = Vec::new();
        for told in held.iter().filter(|told| rival(told)) {
            put(&mut sides, Value::Words(&told.fact.title), place(told, None));
        }
        let about = vec![person];
        (sides.len() > 1).then_some(Disagreement { sort: Sort::Title, about, predicate: None, sides })
    };
    offices.into_iter().filter_map(differ).collect()
}

/// Counts of those harmed in one place that articles of the same days give, and that cannot all be right.
fn tolls<'l>(tolls: impl Iterator<Item = Toll<'l>>) -> Vec<Disagreement<'l>> {
    let mut affairs: BTreeMap<(&EntityId, Harm), Vec<Toll<'l>>> = BTreeMap::new();
    for toll in tolls {
        affairs.entry((toll.place, toll.harm)).or_default().push(toll);
    }
    let differ = |((place, harm), told): (_, Vec<Toll<'l>>)| {
        let rival = |a: &Toll<'l>| {
            told.iter().any(|b| {
                let apart = a.bounds.1 < b.bounds.0 || b.bounds.1 < a.bounds.0;
                apart && a.story.article.id != b.story.article.id && a.story.is_within(b.story, TERM)
            })
        };
        let mut sides: Vec<Side<'l>> = Vec::new();
        for toll in told.iter().filter(|toll| rival(toll)) {
            let place = Place { story: toll.story, sentence: toll.sentence, source: None };
            put(&mut sides, Value::Words(toll.words), place);
        }
        (sides.len() > 1).then_some(Disagreement {
            sort: Sort::Toll(harm),
            about: vec![place],
            predicate: None,
            sides,
        })
    };
    affairs.into_iter().filter_map(differ).collect()
}

/// A quote that articles print in words that differ.
fn wordings<'l>(saying: &Saying<'l>) -> Option<Disagreement<'l>> {
    let mut sides = Vec::new();
    let lead = &saying.wordings[0];
    let other = |(at, wording): &(usize, &Wording<'l>)| *at == 0 || !wording.is_piece_of(lead);
    for (_, wording) in saying.wordings.iter().enumerate().filter(other) {
        for told in &wording.tellings {
            let words = wording.tellings[0].fact.evidence.text.as_str();
            put(&mut sides, Value::Words(words), place(told, told.fact.speaker.as_ref()));
        }
    }
    let about = saying.speaker.into_iter().collect();
    saying.differs().then_some(Disagreement { sort: Sort::Wording, about, predicate: None, sides })
}

fn place<'l, F>(told: &Told<'l, F>, source: Option<&'l EntityId>) -> Place<'l> {
    Place { story: told.story, sentence: told.sentence, source }
}

fn put<'l>(sides: &mut Vec<Side<'l>>, value: Value<'l>, place: Place<'l>) {
    match sides.iter_mut().find(|side| same_value(&side.value, &value)) {
        Some(side) => side.places.push(place),
        None => sides.push(Side { value, places: vec![place] }),
    }
}

fn same_value(a: &Value<'_>, b: &Value<'_>) -> bool {
    match (a, b) {
        (Value::Words(a), Value::Words(b)) => a.to_lowercase() == b.to_lowercase(),
        (a, b) => a == b,
    }
}

/// Whether two tellings can be of one affair: their dates touch, or their articles are not far apart.
fn same_affair(a: &Told<'_, Relation>, b: &Told<'_, Relation>) -> bool {
    if a.story.article.id == b.story.article.id {
        return true;
    }
    match (&a.fact.date, &b.fact.date) {
        (Some(a), Some(b)) => match (a.earliest().zip(a.latest()), b.earliest().zip(b.latest())) {
            (Some(a), Some(b)) => a.0 <= b.1 && b.0 <= a.1,
            _ => a == b,
        },
        _ => a.story.is_within(b.story, AFFAIR),
    }
}
