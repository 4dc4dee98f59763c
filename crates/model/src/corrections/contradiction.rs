//! Decisions that cannot all hold → which of them do, and a finding for each that does not.
//!
//! Of two decisions that clash the one that is applied first holds: tables are applied in the order of [`Decision`]'s variants,
//! within a table the narrower first, of equals the first in the file. Nothing here looks at the articles; whether a decision
//! still matches anything is another question.

use std::collections::{BTreeMap, BTreeSet};

use crate::corrections::Decision;
use crate::id::{ArticleId, EntityId, Slug};

/// For each entity that a `[[merge]]` takes away the index of the decision, and what it becomes.
pub(super) type Merges = BTreeMap<EntityId, (usize, EntityId)>;

/// A decision that has no effect because of another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Contradiction {
    /// The index of the decision.
    pub(super) at: usize,
    /// The index of the decision that holds.
    pub(super) with: usize,
    /// Why not both can hold; none when both say the same.
    pub(super) why: Option<String>,
}

/// What each entity becomes. A merge that would close a circle, or take an entity a second time, is left out.
pub(super) fn merges<'d>(decisions: impl Iterator<Item = &'d Decision>) -> (Merges, Vec<Contradiction>) {
    let (mut merges, mut contradictions) = (Merges::new(), Vec::new());
    for (at, decision) in decisions.enumerate() {
        let Decision::Merge { into, from } = decision else { continue };
        for id in from {
            if let Some(&(with, ref other)) = merges.get(id) {
                let why = (end(other, &merges) != end(into, &merges))
                    .then(|| format!("it makes `{id}` one with `{other}`, and here it is one with `{into}`"));
                contradictions.push(Contradiction { at, with, why });
            } else if let Some(&(with, _)) = path(into, &merges).iter().find(|(_, step)| *step == id) {
                let why = Some(format!("it makes `{into}` one with `{id}`, so this one closes a circle"));
                contradictions.push(Contradiction { at, with, why });
            } else if into != id {
                merges.insert(id.clone(), (at, into.clone()));
            }
        }
    }
    (merges, contradictions)
}

/// The steps by which an entity becomes another one: the index of each decision, and what it leads to.
pub(super) fn path<'m>(mut id: &'m EntityId, merges: &'m Merges) -> Vec<(usize, &'m EntityId)> {
    let mut steps = Vec::new();
    while let Some((at, into)) = merges.get(id) {
        steps.push((*at, into));
        id = into;
    }
    steps
}

fn end<'m>(id: &'m EntityId, merges: &'m Merges) -> &'m EntityId {
    path(id, merges).last().map_or(id, |(_, end)| end)
}

/// Every decision that has no effect because of another one, in the order of the decisions.
pub(super) fn find(decisions: &[&Decision]) -> Vec<Contradiction> {
    let (merges, mut found) = merges(decisions.iter().copied());
    let mut about: BTreeMap<Subject<'_>, Vec<usize>> = BTreeMap::new();
    for (at, decision) in decisions.iter().enumerate() {
        for subject in subjects(decision) {
            about.entry(subject).or_default().push(at);
        }
        found.extend(against_merges(at, decision, &merges));
    }
    for same in about.values() {
        for (nth, &at) in same.iter().enumerate() {
            let clash = same[..nth].iter().find_map(|&with| {
                let why = clash(decisions[with], decisions[at], &merges)?;
                Some(Contradiction { at, with, why: why.words() })
            });
            found.extend(clash);
        }
    }
    let mut seen = BTreeSet::new();
    found.sort_by_key(|found| (found.at, found.why.is_none(), found.with));
    found.retain(|found| seen.insert(found.at));
    found
}

/// What a decision is about; two that are about different things cannot clash.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Subject<'d> {
    Name(Slug),
    Entity(&'d EntityId),
    Quote(&'d str),
}

fn subjects(decision: &Decision) -> Vec<Subject<'_>> {
    match decision {
        Decision::Drop { name, .. }
        | Decision::Retype { name, .. }
        | Decision::Alias { name, .. }
        | Decision::Split { name, .. } => Slug::from_name(name).map(Subject::Name).into_iter().collect(),
        // Who drops the name `Ann Lee` takes what `person/ann-lee` is about.
        Decision::Rename { entity, .. } | Decision::Country { entity, .. } => {
            vec![Subject::Entity(entity), Subject::Name(entity.slug().clone())]
        }
        Decision::Speaker { quote, .. } => vec![Subject::Quote(quote)],
        Decision::Merge { .. } | Decision::NeverMerge { .. } => Vec::new(),
    }
}

/// A decision about entities that a `[[merge]]` makes one, or takes away.
fn against_merges(at: usize, decision: &Decision, merges: &Merges) -> Option<Contradiction> {
    let (with, why) = match decision {
        Decision::NeverMerge { entities } => {
            let mut ends: BTreeMap<&EntityId, &EntityId> = BTreeMap::new();
            entities.iter().find_map(|id| {
                let other = *ends.entry(end(id, merges)).or_insert(id);
                let step = path(id, merges).into_iter().chain(path(other, merges)).next()?;
                let why = || format!("by it `{other}` and `{id}` are one, and here they never are");
                (other != id).then(|| (step.0, why()))
            })?
        }
        Decision::Rename { entity, .. } | Decision::Country { entity, .. } => {
            let (at, _) = merges.get(entity)?;
            (*at, format!("by it `{entity}` is `{}`", end(entity, merges)))
        }
        _ => return None,
    };
    Some(Contradiction { at, with, why: Some(why) })
}

/// How two decisions about one thing are to each other.
enum Clash {
    /// They say the same.
    Repeats,
    Contradicts(String),
}

impl Clash {
    fn words(self) -> Option<String> {
        match self {
            Self::Repeats => None,
            Self::Contradicts(why) => Some(why),
        }
    }
}

/// Why `later` has no effect beside `first`, which is applied before it.
fn clash(first: &Decision, later: &Decision, merges: &Merges) -> Option<Clash> {
    use Decision::{Alias, Country, Drop, Rename, Retype, Speaker, Split};
    let differ = |same: bool, why: String| if same { Clash::Repeats } else { Clash::Contradicts(why) };
    let one = |a: &EntityId, b: &EntityId| end(a, merges) == end(b, merges);
    match (first, later) {
        (Drop { article: a, .. }, Drop { article: b, .. }) => covers(a, b.as_ref()).then_some(Clash::Repeats),
        (Drop { name, article }, Retype { article: only, .. }) => {
            covers(article, only.as_ref()).then(|| Clash::Contradicts(dropped(name)))
        }
        (Drop { name, article }, Split { articles, .. }) => {
            let all = !articles.is_empty() && articles.iter().all(|only| covers(article, Some(only)));
            all.then(|| Clash::Contradicts(dropped(name)))
        }
        (Drop { name, article: None }, Alias { .. } | Rename { .. } | Country { .. }) => {
            Some(Clash::Contradicts(dropped(name)))
        }
        (Retype { kind, article: a, name }, Retype { kind: other, article: b, .. }) => (a == b).then(|| {
            let why = format!("it makes `{name}` a {}, this one a {}", kind.as_str(), other.as_str());
            differ(kind == other, why)
        }),
        (Retype { kind, article: None, name }, Alias { entity, .. }) => (*kind != entity.kind())
            .then(|| Clash::Contradicts(format!("it makes `{name}` a {}, not `{entity}`", kind.as_str()))),
        (Alias { entity, name }, Alias { entity: other, .. }) => (entity.kind() == other.kind()).then(|| {
            differ(one(entity, other), format!("by it `{name}` means `{entity}`, by this one `{other}`"))
        }),
        (
            Split { entity, articles, near, name },
            Split { entity: other, articles: elsewhere, near: words, .. },
        ) => {
            let shared = elsewhere.iter().find(|id| articles.contains(id)).filter(|_| near == words)?;
            let why = || format!("by it `{name}` means `{entity}` in `{shared}`, by this one `{other}`");
            let same = one(entity, other);
            let all = elsewhere.iter().all(|id| articles.contains(id));
            (!same || all).then(|| differ(same, why()))
        }
        (Rename { name, entity }, Rename { name: other, entity: same }) => (entity == same)
            .then(|| differ(name == other, format!("it calls `{entity}` `{name}`, this one `{other}`"))),
        (Country { country, entity }, Country { country: other, entity: same }) => {
            (entity == same).then(|| {
                differ(country == other, format!("it puts `{entity}` in `{country}`, this one in `{other}`"))
            })
        }
        (Speaker { speaker, article: a, .. }, Speaker { speaker: other, article: b, .. }) => {
            (a == b).then(|| {
                let who =
                    |id: &Option<EntityId>| id.as_ref().map_or("nobody".to_owned(), |id| format!("`{id}`"));
                let same = match (speaker, other) {
                    (Some(a), Some(b)) => one(a, b),
                    (a, b) => a == b,
                };
                differ(same, format!("by it {} says this, by this one {}", who(speaker), who(other)))
            })
        }
        _ => None,
    }
}

fn dropped(name: &str) -> String {
    format!("by it `{name}` is no name, so nothing is left to decide")
}

/// Whether what holds in `all` articles, or in this one, holds in `one`.
fn covers(all: &Option<ArticleId>, one: Option<&ArticleId>) -> bool {
    all.is_none() || all.as_ref() == one
}
