//! One entity and the names closest to it, as a picture: the entity above, a line of names below it, an arc for each tie. It
//! needs no more room than a phone has, and nothing in it can overlap.

use model::EntityId;
use serde::Serialize;

use super::Scene;
use super::tie;
use crate::network::Tie;
use crate::view::prose;

/// The picture, 300 wide.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Ego {
    /// What it shows, in words.
    pub(crate) title: String,
    /// How high it is.
    pub(crate) height: usize,
    /// The ties, those between others first.
    pub(crate) arcs: Vec<Arc>,
    /// The names, its own first.
    pub(crate) names: Vec<Knot>,
}

/// A tie.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Arc {
    /// The curve as path data.
    pub(crate) path: String,
    /// `beside`, `office`, `accord` or `conflict`.
    pub(crate) sort: &'static str,
    /// How strong it is, from 1 to 3.
    pub(crate) strength: usize,
    /// Whether it is one of the entity's own.
    pub(crate) own: bool,
}

/// A name.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Knot {
    /// How far from the top its dot is.
    pub(crate) y: usize,
    /// Where its name is written.
    pub(crate) base: usize,
    /// The name, shortened to what there is room for.
    pub(crate) name: String,
    /// `person`, `country`, `group` or `place`.
    pub(crate) kind: &'static str,
    /// What is said of the two; empty when they are only named together.
    pub(crate) said: String,
}

/// How many names are shown at most and at least, besides its own.
const MOST: usize = 9;
const LEAST: usize = 2;

/// Where the dots stand, how far names are apart, and how far the widest arc swings out.
const X: usize = 80;
const ROW: usize = 36;
const TOP: usize = 18;
const SWING: usize = 70;

/// How many letters a name has room for.
const LETTERS: usize = 29;

/// The picture of an entity; nothing when it has too few ties.
pub(crate) fn view(scene: &Scene<'_>, id: &EntityId) -> Option<Ego> {
    let ties: Vec<&Tie<'_>> = scene.network.of(id).take(MOST).collect();
    if ties.len() < LEAST {
        return None;
    }
    let others: Vec<&EntityId> = ties.iter().map(|tie| tie.other(id)).collect();
    let most = others.len();
    let mut arcs = Vec::new();
    for (at, a) in others.iter().enumerate() {
        for (to, b) in others.iter().enumerate().skip(at + 1) {
            arcs.extend(scene.network.between(a, b).map(|tie| arc(tie, at + 1, to + 1, most, false)));
        }
    }
    arcs.extend(ties.iter().enumerate().map(|(at, tie)| arc(tie, 0, at + 1, most, true)));
    let own = knot(scene, id, 0, String::new());
    let others = ties
        .iter()
        .enumerate()
        .map(|(at, tie)| knot(scene, tie.other(id), at + 1, tie::joined(&scene.said(tie, id))));
    Some(Ego {
        title: scene.language.fill("graph.near", &[("name", scene.graph.name(id))]),
        height: TOP * 2 + ROW * most,
        arcs,
        names: std::iter::once(own).chain(others).collect(),
    })
}

fn y(row: usize) -> usize {
    TOP + ROW * row
}

/// A half round to the left, the wider the farther apart the two are.
fn arc(tie: &Tie<'_>, from: usize, to: usize, most: usize, own: bool) -> Arc {
    let swing = 14 + (SWING - 14) * (to - from) / most;
    // A curve of this sort reaches three quarters of the way to its control points.
    let left = i64::try_from(X).unwrap_or(0) - i64::try_from(swing * 4 / 3).unwrap_or(0);
    Arc {
        path: format!("M{X} {}C{left} {} {left} {} {X} {}", y(from), y(from), y(to), y(to)),
        sort: tie.sort.class(),
        strength: match tie.weight() {
            0..=2 => 1,
            3..=6 => 2,
            _ => 3,
        },
        own,
    }
}

fn knot(scene: &Scene<'_>, id: &EntityId, row: usize, said: String) -> Knot {
    Knot {
        y: y(row),
        base: if said.is_empty() { y(row) + 5 } else { y(row) - 2 },
        name: scene.short(id, LETTERS),
        kind: prose::class(id.kind()),
        said,
    }
}
