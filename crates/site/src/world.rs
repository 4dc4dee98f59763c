//! `data/world.tsv` → [`Outline`]s: where each country lies on the map of the world and what its outline is. Which of them are
//! shaded how is not decided here.

use std::collections::BTreeMap;

use model::CountryCode;

/// A country on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Outline {
    /// The middle of its largest part.
    pub(crate) middle: (i32, i32),
    /// How large it is on the map.
    pub(crate) area: i32,
    /// Its outline as path data; empty for a country too small to have one.
    pub(crate) shape: &'static str,
}

/// How large the map is.
pub(crate) const SIZE: (i32, i32) = (1000, 434);

/// A box on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Frame {
    /// From the left and from the top.
    pub(crate) from: (i32, i32),
    /// To the right and to the bottom.
    pub(crate) to: (i32, i32),
}

/// The table; `data/README.md` says where it comes from.
const TABLE: &str = include_str!("../data/world.tsv");

/// All countries on the map by code.
pub(crate) fn outlines() -> BTreeMap<CountryCode, Outline> {
    TABLE.lines().skip(1).filter_map(row).collect()
}

fn row(line: &'static str) -> Option<(CountryCode, Outline)> {
    let mut cells = line.split('\t');
    let code = CountryCode::parse(cells.next()?)?;
    let mut number = || cells.next()?.parse::<i32>().ok();
    let (x, y, area) = (number()?, number()?, number()?);
    Some((code, Outline { middle: (x, y), area, shape: cells.next()? }))
}

impl Outline {
    /// The parts of the outline, each with its box.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (&'static str, Frame)> {
        let parts = self.shape.split_inclusive('z');
        parts.filter_map(|part| Some((part, frame(part)?)))
    }
}

impl Frame {
    /// How wide and how high it is.
    pub(crate) fn size(&self) -> (i32, i32) {
        (self.to.0 - self.from.0, self.to.1 - self.from.1)
    }

    /// Whether two have something in common.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.from.0 < other.to.0
            && other.from.0 < self.to.0
            && self.from.1 < other.to.1
            && other.from.1 < self.to.1
    }
}

/// The box of a part: a place, and from there steps.
fn frame(part: &str) -> Option<Frame> {
    let (start, steps) = part.strip_prefix('M')?.split_once('l')?;
    let mut at = pairs(start).next()?;
    let mut frame = Frame { from: at, to: at };
    for step in pairs(steps) {
        at = (at.0 + step.0, at.1 + step.1);
        frame.from = (frame.from.0.min(at.0), frame.from.1.min(at.1));
        frame.to = (frame.to.0.max(at.0), frame.to.1.max(at.1));
    }
    Some(frame)
}

/// The numbers of a text, two by two: `1-2 3 4` is (1, -2) and (3, 4).
fn pairs(text: &str) -> impl Iterator<Item = (i32, i32)> {
    let mut starts: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        let before = text[..at].chars().next_back();
        if c == '-'
            || c.is_ascii_digit() && before.is_none_or(|before| before != '-' && !before.is_ascii_digit())
        {
            starts.push(at);
        }
    }
    let digits = |at: &usize| {
        let rest = &text[*at..];
        let end = rest[1..].find(|c: char| !c.is_ascii_digit()).map_or(rest.len(), |end| end + 1);
        rest[..end].parse().unwrap_or(0)
    };
    let numbers: Vec<i32> = starts.iter().map(digits).collect();
    numbers.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_the_box_of_its_steps() {
        let shape = "M10 20l1-2 3 0-5 4zM50 60l-10-10 0 5z";
        let outline = Outline { middle: (0, 0), area: 0, shape };
        let frames: Vec<Frame> = outline.parts().map(|(_, frame)| frame).collect();
        assert_eq!(frames[0], Frame { from: (9, 18), to: (14, 22) });
        assert_eq!((frames.len(), frames[1].size()), (2, (10, 10)));
        assert!(frames[0].meets(&Frame { from: (0, 0), to: (10, 19) }) && !frames[0].meets(&frames[1]));
    }

    #[test]
    fn every_line_of_the_table_is_a_country_on_the_map() {
        let outlines = outlines();
        assert_eq!(outlines.len(), TABLE.lines().count() - 1);
        let at = |code: &str| outlines[&CountryCode::parse(code).unwrap()];
        assert!(at("ec").middle.0 < at("br").middle.0 && at("no").middle.1 < at("ng").middle.1);
        assert!(at("sg").shape.is_empty() && at("fr").shape.starts_with('M'));
        assert!(
            outlines.values().all(|o| (0..=1000).contains(&o.middle.0) && (0..=500).contains(&o.middle.1))
        );
    }
}
