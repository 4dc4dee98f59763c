//! A country → where it lies: it and what is around it, cut out of the map of the world.

use model::CountryCode;
use serde::Serialize;

use super::Scene;
use crate::world::{self, Frame};

/// A small map of a country.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Locator {
    /// The part of the map that it shows, as the value of `viewBox`.
    pub(crate) view: String,
    /// What it shows, for who cannot see it.
    pub(crate) title: String,
    /// The outlines around it as path data.
    pub(crate) land: String,
    /// Its own outline.
    pub(crate) own: String,
    /// The middle and the size of a ring around a country too small to be seen.
    pub(crate) ring: Option<(i32, i32, i32)>,
}

/// How high a locator is at least, in units of the map, and how wide for its height.
const LEAST: i32 = 78;
const SHAPE: (i32, i32) = (3, 2);

/// How much of the map's height it shows besides the country: as much again.
const AROUND: i32 = 2;

/// A country lower than this has a ring around it.
const SMALL: i32 = 7;

/// The locator of a country; nothing for one that is not on the map.
pub(crate) fn view(scene: &Scene<'_>, code: CountryCode) -> Option<Locator> {
    let outlines = world::outlines();
    let own = outlines.get(&code)?;
    let largest = own.parts().map(|(_, frame)| frame).max_by_key(|frame| frame.size().0 * frame.size().1);
    let (width, height) = largest.map_or((0, 0), |frame| frame.size());
    let (center, small) = match largest {
        Some(frame) => {
            (((frame.from.0 + frame.to.0) / 2, (frame.from.1 + frame.to.1) / 2), height.max(width) < SMALL)
        }
        None => (own.middle, true),
    };
    let high = (height * AROUND).max(width * AROUND * SHAPE.1 / SHAPE.0).clamp(LEAST, world::SIZE.1);
    let wide = high * SHAPE.0 / SHAPE.1;
    let from = (
        (center.0 - wide / 2).clamp(0, world::SIZE.0 - wide),
        (center.1 - high / 2).clamp(0, world::SIZE.1 - high),
    );
    let window = Frame { from, to: (from.0 + wide, from.1 + high) };
    let seen = |outline: &world::Outline| -> String {
        outline.parts().filter(|(_, frame)| frame.meets(&window)).map(|(part, _)| part).collect()
    };
    let name = scene.graph.name(&model::EntityId::country(code));
    Some(Locator {
        view: format!("{} {} {wide} {high}", from.0, from.1),
        title: scene.language.fill("map.of", &[("name", name)]),
        land: outlines
            .iter()
            .filter(|(other, _)| **other != code)
            .map(|(_, outline)| seen(outline))
            .collect(),
        own: seen(own),
        ring: small.then_some((center.0, center.1, high / 14)),
    })
}
