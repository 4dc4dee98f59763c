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

#[cfg(test)]
mod tests {
    use super::*;

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
