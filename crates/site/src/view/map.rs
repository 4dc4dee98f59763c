//! The map of the world: how many articles name each country, in steps, with the same numbers as a table. For `map.html`.

use std::cmp::Reverse;

use model::EntityKind;
use serde::Serialize;

use super::Scene;
use super::piece::{Link, Tally};
use crate::catalog::Order;
use crate::graph::EntityNode;
use crate::route::Node;
use crate::sheet::Sheet;
use crate::world;

/// `map` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Map {
    /// The outline of all countries that no article names, as path data.
    pub(crate) land: String,
    /// The outlines of the countries that articles name.
    pub(crate) shapes: Vec<Shape>,
    /// Countries too small for an outline that shows: dots, the most named last and so on top.
    pub(crate) dots: Vec<Dot>,
    /// What the shades mean, the palest first.
    pub(crate) legend: Vec<Step>,
    /// The names of the countries that articles name most, where there is room for them.
    pub(crate) labels: Vec<Label>,
    /// The countries that most articles name, the most first.
    pub(crate) countries: Vec<Tally>,
    /// How many countries articles name.
    pub(crate) total: usize,
    /// The way to all of them, when the table has not all.
    pub(crate) all: Option<Link>,
    /// How many articles name a country.
    pub(crate) articles: usize,
}

/// A country with its outline.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Shape {
    /// Its outline as path data.
    pub(crate) path: &'static str,
    /// The number of its shade, from 1.
    pub(crate) step: usize,
    /// Its name and number, as a pointer that rests on it shows.
    pub(crate) title: String,
}

/// A country without one.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Dot {
    /// Where it is.
    pub(crate) x: i32,
    /// Where it is.
    pub(crate) y: i32,
    /// See [`Shape::step`].
    pub(crate) step: usize,
    /// See [`Shape::title`].
    pub(crate) title: String,
}

/// A shade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Step {
    /// Its number, from 1.
    pub(crate) step: usize,
    /// The least that it stands for.
    pub(crate) from: usize,
    /// The most.
    pub(crate) to: usize,
}

/// A name on the map.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Label {
    /// Where its middle is.
    pub(crate) x: i32,
    /// Where its line of writing is.
    pub(crate) y: i32,
    /// The name.
    pub(crate) name: String,
    /// The shade that it stands on.
    pub(crate) step: usize,
}

/// How many rows the table has at most: with an outline for each country it keeps the page below 1,500 elements.
const ROWS: usize = 120;

/// How many shades there are at most.
const STEPS: usize = 5;

/// A country that covers less than this is a dot too.
const SMALL: i32 = 14;

/// How many countries have their name on the map at most, and how much room a letter and a line take.
const NAMED: usize = 9;
const LETTER: i32 = 7;
const LINE: i32 = 13;

/// The view of the map.
pub(crate) fn view(scene: &Scene<'_>) -> Map {
    let outlines = world::outlines();
    let countries = countries(scene);
    let legend = steps(countries.first().map_or(0, |node| node.appearances.len()));
    let mut map = Map {
        land: String::new(),
        shapes: Vec::new(),
        dots: Vec::new(),
        labels: Vec::new(),
        countries: countries.iter().take(ROWS).map(|node| tally(scene, node)).collect(),
        total: countries.len(),
        all: (countries.len() > ROWS && scene.routes.draws(Sheet::Orders)).then(|| {
            let left = scene.language.count("count.more", countries.len() - ROWS, &[]);
            Link::new(left, scene.href(&Node::Entities(EntityKind::Country, Order::Frequency), ""))
        }),
        articles: scene.graph.stories().filter(|node| names_country(node)).count(),
        legend,
    };
    let named = |code| countries.iter().find(|node| node.profile.entity.id.country_code() == Some(code));
    for (code, outline) in &outlines {
        let Some(node) = named(*code) else {
            map.land.push_str(outline.shape);
            continue;
        };
        let (count, name) = (node.appearances.len(), node.profile.entity.name.as_str());
        let step = step(&map.legend, count);
        let title = format!("{name}: {count}");
        if outline.area < SMALL {
            map.dots.push(Dot { x: outline.middle.0, y: outline.middle.1, step, title });
        } else {
            map.shapes.push(Shape { path: outline.shape, step, title });
        }
    }
    map.dots.sort_by_key(|dot| (dot.step, dot.x, dot.y));
    for node in countries.iter().take(NAMED) {
        let outline = node.profile.entity.id.country_code().and_then(|code| outlines.get(&code));
        map.labels.extend(outline.and_then(|outline| label(&map, node, outline)));
    }
    map
}

/// The countries that articles name, the most named first.
fn countries<'g>(scene: &Scene<'g>) -> Vec<&'g EntityNode<'g>> {
    let named = |node: &&EntityNode<'_>| {
        node.profile.entity.id.kind() == EntityKind::Country && !node.appearances.is_empty()
    };
    let mut countries: Vec<&EntityNode<'_>> = scene.graph.entities.values().filter(named).collect();
    countries.sort_by_key(|node| (Reverse(node.appearances.len()), Reverse(sentences(node))));
    countries
}

fn sentences(node: &EntityNode<'_>) -> usize {
    node.sentence_count()
}

fn tally(scene: &Scene<'_>, node: &EntityNode<'_>) -> Tally {
    Tally { entity: scene.entity(node.profile), articles: node.appearances.len(), sentences: sentences(node) }
}

fn names_country(node: &crate::graph::ArticleNode<'_>) -> bool {
    node.cast.iter().any(|presence| presence.profile.entity.id.kind() == EntityKind::Country)
}

/// The shades for numbers up to `most`: each stands for about as many times more as the one before, since a few countries
/// are named far more than the others.
fn steps(most: usize) -> Vec<Step> {
    let power = |factor: usize, at: usize| factor.saturating_pow(u32::try_from(at).unwrap_or(u32::MAX));
    // The least factor with which the shades reach the most.
    let factor = (2..).find(|&factor| power(factor, STEPS) > most).unwrap_or(usize::MAX);
    let edge = |at: usize| power(factor, at);
    let edges: Vec<usize> = (0..STEPS).map(edge).filter(|edge| *edge <= most).collect();
    let step = |(at, &from): (usize, &usize)| Step {
        step: at + 1 + STEPS - edges.len(),
        from,
        to: edges.get(at + 1).map_or(most, |next| next - 1),
    };
    edges.iter().enumerate().map(step).collect()
}

fn step(legend: &[Step], count: usize) -> usize {
    legend.iter().rev().find(|step| step.from <= count).map_or(1, |step| step.step)
}

/// The name of a country on the map, unless it would stand on another.
fn label(map: &Map, node: &EntityNode<'_>, outline: &world::Outline) -> Option<Label> {
    let name = &node.profile.entity.name;
    let half = |name: &str| i32::try_from(name.chars().count()).unwrap_or(0) * LETTER / 2;
    let (x, y) = (outline.middle.0, outline.middle.1 + LINE / 3);
    let apart = |other: &Label| {
        (other.y - y).abs() >= LINE || (other.x - x).abs() >= half(name) + half(&other.name) + LETTER
    };
    map.labels.iter().all(apart).then(|| Label {
        x,
        y,
        name: name.clone(),
        step: step(&map.legend, node.appearances.len()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(most: usize) -> Vec<(usize, usize)> {
        steps(most).iter().map(|step| (step.from, step.to)).collect()
    }

    #[test]
    fn shades_cover_every_number_once_and_end_with_the_most() {
        assert_eq!(ranges(16), [(1, 1), (2, 3), (4, 7), (8, 15), (16, 16)]);
        assert_eq!(ranges(3), [(1, 1), (2, 3)]);
        assert_eq!(ranges(1), [(1, 1)]);
        assert_eq!(ranges(100), [(1, 2), (3, 8), (9, 26), (27, 80), (81, 100)]);
        assert_eq!(ranges(0), []);
        assert_eq!(steps(1)[0].step, STEPS);
    }
}
