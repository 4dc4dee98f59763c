//! [`Graph`] → [`Network`]: who is tied to whom, how closely and by what, for pictures. The lists of the pages have the same
//! with every sentence; where things stand in a picture is for `layout`.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use model::{EntityId, EventType, Predicate};

use crate::graph::{EntityNode, Graph};

/// All ties between entities that stand together in sentences, or that articles relate to each other.
#[derive(Debug, Default)]
pub(crate) struct Network<'l> {
    /// The ties in the order of the two identifiers.
    pub(crate) ties: Vec<Tie<'l>>,
    /// The ties of each, the closest first.
    of: BTreeMap<&'l EntityId, Vec<usize>>,
}

/// What ties two.
#[derive(Debug, Clone)]
pub(crate) struct Tie<'l> {
    /// The one whose identifier comes first.
    pub(crate) a: &'l EntityId,
    /// The other.
    pub(crate) b: &'l EntityId,
    /// How many sentences name both.
    pub(crate) sentences: usize,
    /// What articles say of the two, with whether `a` is the subject, each once.
    pub(crate) said: Vec<(bool, Word<'l>)>,
    /// What sort of tie it is: of several the one that divides.
    pub(crate) sort: Sort,
}

/// What one is said to do or to be to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word<'l> {
    /// What it does.
    Does(Predicate),
    /// The office that it holds there.
    Holds(&'l str),
}

/// A sort of tie, the least telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sort {
    /// They are named together.
    Beside,
    /// One holds an office of the other or belongs to it.
    Office,
    /// They talk, agree, help.
    Accord,
    /// One accuses, punishes or attacks the other.
    Conflict,
}

/// A proposition that ties two as closely as this many sentences.
const SAID: usize = 3;

impl Sort {
    /// Its name in class names.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Beside => "beside",
            Self::Office => "office",
            Self::Accord => "accord",
            Self::Conflict => "conflict",
        }
    }

    fn of(predicate: Predicate) -> Self {
        match predicate.event_type() {
            None if matches!(predicate, Predicate::SayAbout) => Self::Beside,
            None if predicate == Predicate::Ally => Self::Accord,
            None => Self::Office,
            Some(EventType::Consult | EventType::Support | EventType::Aid | EventType::Agree) => Self::Accord,
            Some(_) => Self::Conflict,
        }
    }
}

impl Tie<'_> {
    /// How close it is.
    pub(crate) fn weight(&self) -> usize {
        self.sentences + SAID * self.said.len()
    }
}

impl<'l> Tie<'l> {
    /// The other of the two.
    pub(crate) fn other(&self, id: &EntityId) -> &'l EntityId {
        if id == self.a { self.b } else { self.a }
    }
}

impl<'l> Network<'l> {
    /// The ties of one, the closest first.
    pub(crate) fn of(&self, id: &EntityId) -> impl Iterator<Item = &Tie<'l>> {
        self.of.get(id).into_iter().flatten().map(|&at| &self.ties[at])
    }

    /// The tie of two.
    pub(crate) fn between(&self, a: &EntityId, b: &EntityId) -> Option<&Tie<'l>> {
        let key = (a.min(b), a.max(b));
        self.ties.binary_search_by(|tie| (tie.a, tie.b).cmp(&key)).ok().map(|at| &self.ties[at])
    }

    /// At most `most` entities that are tied to others, the most tied first.
    pub(crate) fn main(&self, most: usize) -> Vec<&'l EntityId> {
        let weight = |ties: &Vec<usize>| ties.iter().map(|&at| self.ties[at].weight()).sum::<usize>();
        let mut main: Vec<(&EntityId, usize)> =
            self.of.iter().map(|(id, ties)| (*id, weight(ties))).collect();
        main.sort_by_key(|(id, weight)| (Reverse(*weight), *id));
        main.into_iter().take(most).map(|(id, _)| id).collect()
    }
}

/// Ties the entities of a graph.
pub(crate) fn tie<'l>(graph: &Graph<'l>) -> Network<'l> {
    let mut ties: BTreeMap<(&'l EntityId, &'l EntityId), Tie<'l>> = BTreeMap::new();
    EntityNode::count_all(graph);
    for (&id, node) in &graph.entities {
        for companion in node.companions(graph).filter(|companion| companion.sentences > 0) {
            let other = &companion.profile.entity.id;
            if id < other {
                knot(&mut ties, id, other).sentences = companion.sentences;
            }
        }
    }
    for proposition in &graph.propositions {
        let tie = knot(&mut ties, proposition.subject, proposition.object);
        tie.sort = tie.sort.max(Sort::of(proposition.predicate));
        say(tie, proposition.subject, Word::Does(proposition.predicate));
    }
    hold(graph, &mut ties);
    let ties: Vec<Tie<'_>> = ties.into_values().filter(|tie| tie.a != tie.b).collect();
    let mut of: BTreeMap<&EntityId, Vec<usize>> = BTreeMap::new();
    for (at, tie) in ties.iter().enumerate() {
        of.entry(tie.a).or_default().push(at);
        of.entry(tie.b).or_default().push(at);
    }
    for list in of.values_mut() {
        list.sort_by_key(|&at| (Reverse(ties[at].weight()), at));
    }
    Network { ties, of }
}

/// Offices tie a person to the country or group.
fn hold<'l>(graph: &Graph<'l>, ties: &mut BTreeMap<(&'l EntityId, &'l EntityId), Tie<'l>>) {
    for role in graph.entities.values().flat_map(|node| &node.roles) {
        let Some(of) = role.fact.of.as_ref() else { continue };
        let tie = knot(ties, &role.fact.person, of);
        tie.sort = tie.sort.max(Sort::Office);
        say(tie, &role.fact.person, Word::Holds(&role.fact.title));
    }
}

fn knot<'t, 'l>(
    ties: &'t mut BTreeMap<(&'l EntityId, &'l EntityId), Tie<'l>>,
    one: &'l EntityId,
    other: &'l EntityId,
) -> &'t mut Tie<'l> {
    let (a, b) = (one.min(other), one.max(other));
    ties.entry((a, b)).or_insert(Tie { a, b, sentences: 0, said: Vec::new(), sort: Sort::Beside })
}

/// Adds what is said of two, `one` being the subject, once.
fn say<'l>(tie: &mut Tie<'l>, one: &EntityId, word: Word<'l>) {
    let alike = |known: &(bool, Word<'_>)| match (known.1, word) {
        (Word::Holds(a), Word::Holds(b)) => a.eq_ignore_ascii_case(b),
        _ => *known == (one == tie.a, word),
    };
    if !tie.said.iter().any(alike) {
        tie.said.push((one == tie.a, word));
    }
}
