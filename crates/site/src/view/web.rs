//! The main entities and the ties between them, as a picture and as a table. For `graph.html`.

use std::collections::BTreeMap;

use model::EntityId;
use serde::Serialize;

use super::Scene;
use super::data::{self, DataFile};
use super::piece::{EntityLink, Link};
use super::tie;
use crate::layout::{self, Point, Pull, Size};
use crate::network::{Sort, Tie};
use crate::view::prose;

/// `graph` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Web {
    /// The pictures: one for wide screens and paper, one for narrow ones.
    pub(crate) pictures: Vec<Picture>,
    /// What the lines mean.
    pub(crate) lines: Vec<Meaning>,
    /// The ties as a table, the closest first.
    pub(crate) ties: Vec<TieLine>,
    /// All ties of all entities as files for other programs.
    pub(crate) files: Vec<DataFile>,
}

/// A picture.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Picture {
    /// `wide` or `narrow`.
    pub(crate) class: &'static str,
    /// Where it begins, from above.
    pub(crate) top: f64,
    /// How wide it is.
    pub(crate) width: f64,
    /// How high.
    pub(crate) height: f64,
    /// The ties.
    pub(crate) lines: Vec<Line>,
    /// The names.
    pub(crate) boxes: Vec<NameBox>,
}

/// A tie in the picture.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Line {
    /// Where it begins.
    pub(crate) x1: f64,
    /// Where it begins.
    pub(crate) y1: f64,
    /// Where it ends.
    pub(crate) x2: f64,
    /// Where it ends.
    pub(crate) y2: f64,
    /// `beside`, `office`, `accord` or `conflict`.
    pub(crate) sort: &'static str,
    /// How strong it is, from 1 to 3.
    pub(crate) strength: usize,
    /// What is said of the two, where there is room to write it.
    pub(crate) label: Option<Label>,
}

/// Words on a line.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Label {
    /// Their middle.
    pub(crate) x: f64,
    /// Where they are written.
    pub(crate) y: f64,
    /// The words.
    pub(crate) words: String,
}

/// A name in the picture.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NameBox {
    /// Its left edge.
    pub(crate) x: f64,
    /// Its top.
    pub(crate) y: f64,
    /// Its middle.
    pub(crate) middle: f64,
    /// Where the name is written.
    pub(crate) base: f64,
    /// How wide it is.
    pub(crate) width: f64,
    /// How high.
    pub(crate) height: f64,
    /// The name.
    pub(crate) name: String,
    /// `person`, `country`, `group` or `place`.
    pub(crate) kind: &'static str,
}

/// A sort of line.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Meaning {
    /// `beside`, `office`, `accord` or `conflict`.
    pub(crate) sort: &'static str,
    /// What it means.
    pub(crate) words: String,
}

/// A tie in the table.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TieLine {
    /// The one.
    pub(crate) a: EntityLink,
    /// The other.
    pub(crate) b: EntityLink,
    /// What is said of the two, seen from the first.
    pub(crate) said: Vec<String>,
    /// How many sentences name both.
    pub(crate) sentences: usize,
    /// The page of both.
    pub(crate) pair: Option<Link>,
}

/// How large a picture is, how many names and letters of a name it has room for, and how large these are.
struct Format {
    class: &'static str,
    room: Size,
    most: usize,
    letters: usize,
    letter: f64,
    height: f64,
}

const FORMATS: [Format; 2] = [
    Format {
        class: "wide",
        room: Size { width: 1040.0, height: 680.0 },
        most: 34,
        letters: 26,
        letter: 7.2,
        height: 24.0,
    },
    Format {
        class: "narrow",
        room: Size { width: 300.0, height: 460.0 },
        most: 13,
        letters: 18,
        letter: 6.7,
        height: 22.0,
    },
];

/// How many ties of one name are lines: more are a cobweb, and each is a row of the table, of which a page bears some 120.
const LINES: usize = 4;

/// Room above the first name and below the last.
const MARGIN: f64 = 2.0;

/// Room beside the words in a box, and how wide a letter of a label is.
const PAD: f64 = 16.0;
const SMALL: f64 = 5.6;

/// The view of the graph.
pub(crate) fn view(scene: &Scene<'_>) -> Web {
    let pictures: Vec<Picture> = FORMATS.iter().filter_map(|format| picture(scene, format)).collect();
    let shown = ties(scene, &scene.network.main(FORMATS[0].most));
    let mut sorted = shown.clone();
    sorted.sort_by_key(|tie| (std::cmp::Reverse(tie.weight()), tie.a, tie.b));
    let sorts = [Sort::Conflict, Sort::Accord, Sort::Office, Sort::Beside];
    let used = sorts.into_iter().filter(|sort| shown.iter().any(|tie| tie.sort == *sort));
    Web {
        pictures,
        lines: used.map(|sort| Meaning { sort: sort.class(), words: scene.meaning(sort) }).collect(),
        ties: sorted.into_iter().map(|tie| line(scene, tie)).collect(),
        files: data::files(scene, "graph"),
    }
}

/// The ties that are drawn between these: of each the closest few.
fn ties<'g>(scene: &Scene<'g>, main: &[&EntityId]) -> Vec<&'g Tie<'g>> {
    let mut shown: BTreeMap<(&EntityId, &EntityId), &Tie<'_>> = BTreeMap::new();
    for id in main {
        let near = scene.network.of(id).filter(|tie| main.contains(&tie.other(id)));
        for tie in near.take(LINES) {
            shown.insert((tie.a, tie.b), tie);
        }
    }
    shown.into_values().collect()
}

/// The picture with as many names as find room.
fn picture(scene: &Scene<'_>, format: &Format) -> Option<Picture> {
    (3..=format.most).rev().find_map(|most| {
        let main = scene.network.main(most);
        let ties = ties(scene, &main);
        let names: Vec<String> = main.iter().map(|id| scene.short(id, format.letters)).collect();
        let sizes: Vec<Size> = names.iter().map(|name| size(name, format)).collect();
        let places = layout::place(&sizes, &pulls(&main, &ties), format.room)?;
        let (top, bottom) = extent(&places, &sizes);
        Some(Picture {
            class: format.class,
            top,
            width: format.room.width,
            height: bottom - top,
            lines: lines(scene, &main, &ties, &places, &sizes, format),
            boxes: main
                .iter()
                .zip(names)
                .zip(places.iter().zip(&sizes))
                .map(|((id, name), (place, size))| name_box(id, name, *place, *size))
                .collect(),
        })
    })
}

/// The upper and the lower edge of all names, with a little room: a picture begins where its names do.
fn extent(places: &[Point], sizes: &[Size]) -> (f64, f64) {
    let edges = || places.iter().zip(sizes).map(|(place, size)| (place.y, size.height / 2.0 + MARGIN));
    let top = edges().map(|(y, half)| y - half).fold(f64::INFINITY, f64::min);
    let bottom = edges().map(|(y, half)| y + half).fold(f64::NEG_INFINITY, f64::max);
    (top.floor(), bottom.ceil())
}

fn size(name: &str, format: &Format) -> Size {
    Size { width: (length(name) * format.letter + PAD).round(), height: format.height }
}

fn length(words: &str) -> f64 {
    f64::from(u32::try_from(words.chars().count()).unwrap_or(u32::MAX))
}

fn pulls(main: &[&EntityId], ties: &[&Tie<'_>]) -> Vec<Pull> {
    let at = |id: &EntityId| main.iter().position(|other| *other == id);
    let strength = |tie: &Tie<'_>| f64::from(u32::try_from(tie.weight().min(8)).unwrap_or(8)) / 8.0;
    let pull = |tie: &&Tie<'_>| Some(Pull { a: at(tie.a)?, b: at(tie.b)?, strength: strength(tie) });
    ties.iter().filter_map(pull).collect()
}

fn name_box(id: &EntityId, name: String, place: Point, size: Size) -> NameBox {
    NameBox {
        x: place.x - (size.width / 2.0).round(),
        y: place.y - (size.height / 2.0).round(),
        middle: place.x,
        base: place.y + 4.0,
        width: size.width,
        height: size.height,
        name,
        kind: prose::class(id.kind()),
    }
}

/// The lines, with words on those that leave room for them.
fn lines(
    scene: &Scene<'_>,
    main: &[&EntityId],
    ties: &[&Tie<'_>],
    places: &[Point],
    sizes: &[Size],
    format: &Format,
) -> Vec<Line> {
    let at = |id: &EntityId| main.iter().position(|other| *other == id);
    let mut taken: Vec<(Point, Size)> = places.iter().copied().zip(sizes.iter().copied()).collect();
    let mut lines = Vec::new();
    for tie in ties {
        let (Some(a), Some(b)) = (at(tie.a), at(tie.b)) else { continue };
        let (from, to) = (places[a], places[b]);
        // Read from left to right, as the words stand.
        let first = if from.x <= to.x { tie.a } else { tie.b };
        let words = scene.said(tie, first).into_iter().next().unwrap_or_default();
        lines.push(Line {
            x1: from.x,
            y1: from.y,
            x2: to.x,
            y2: to.y,
            sort: tie.sort.class(),
            strength: match tie.weight() {
                0..=2 => 1,
                3..=6 => 2,
                _ => 3,
            },
            label: label(tie::joined(&[words]), from, to, &mut taken, format),
        });
    }
    lines
}

/// The words on a line, at the first of a few places where nothing else stands.
fn label(
    words: String,
    from: Point,
    to: Point,
    taken: &mut Vec<(Point, Size)>,
    format: &Format,
) -> Option<Label> {
    if words.is_empty() {
        return None;
    }
    let size = Size { width: length(&words) * SMALL, height: 12.0 };
    let room = format.room;
    let place = [0.5, 0.42, 0.58, 0.34, 0.66].into_iter().find_map(|part| {
        let place = Point {
            x: (from.x + (to.x - from.x) * part).round(),
            y: (from.y + (to.y - from.y) * part).round(),
        };
        let inside = place.x - size.width / 2.0 >= 0.0 && place.x + size.width / 2.0 <= room.width;
        let free = taken.iter().all(|(other, its)| {
            (other.x - place.x).abs() >= (size.width + its.width) / 2.0
                || (other.y - place.y).abs() >= (size.height + its.height) / 2.0
        });
        (inside && free).then_some(place)
    })?;
    taken.push((place, size));
    Some(Label { x: place.x, y: place.y + 4.0, words })
}

fn line(scene: &Scene<'_>, tie: &Tie<'_>) -> TieLine {
    let pair = scene.graph.pair(tie.a, tie.b).zip(scene.pair(tie.a, tie.b)).map(|(name, node)| Link {
        text: name.to_owned(),
        language: None,
        href: scene.href(&node, ""),
    });
    TieLine {
        a: scene.entity_id(tie.a),
        b: scene.entity_id(tie.b),
        said: scene.said(tie, tie.a),
        sentences: tie.sentences,
        pair,
    }
}
