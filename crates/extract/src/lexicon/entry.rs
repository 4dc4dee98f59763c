//! `groups.tsv` and `places.tsv` → entries.

use model::CountryCode;

/// A group that is known beforehand.
#[derive(Debug)]
pub(crate) struct GroupEntry {
    /// The name under which it is shown.
    pub(crate) name: &'static str,
    pub(crate) aliases: Vec<&'static str>,
    /// A word of `model::GroupType`.
    pub(crate) group_type: &'static str,
    pub(crate) country: Option<CountryCode>,
    /// Names that mean it only where something else says so.
    pub(crate) weak: Vec<&'static str>,
    pub(crate) wikidata: Option<&'static str>,
}

/// A place that is known beforehand.
#[derive(Debug)]
pub(crate) struct PlaceEntry {
    /// The name under which it is shown.
    pub(crate) name: &'static str,
    pub(crate) aliases: Vec<&'static str>,
    /// A word of `model::PlaceType`.
    pub(crate) place_type: &'static str,
    pub(crate) country: Option<CountryCode>,
    /// Inhabitants of a city; 0 when not known.
    pub(crate) population: u32,
    /// Whether the name alone is not enough.
    pub(crate) weak: bool,
}

#[derive(Debug)]
pub(super) struct Entries {
    pub(super) groups: Vec<GroupEntry>,
    pub(super) places: Vec<PlaceEntry>,
}

impl Entries {
    pub(super) fn read(groups: &'static str, places: &'static str) -> Self {
        Self { groups: rows(groups).map(group).collect(), places: rows(places).map(place).collect() }
    }
}

/// The rows of a table after its header, each with its cells.
pub(super) fn rows(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().skip(1).map(|line| line.split('\t').collect())
}

/// A cell of a row; one that is not there is empty.
pub(super) fn cell(row: &[&'static str], at: usize) -> &'static str {
    row.get(at).copied().unwrap_or_default()
}

/// The parts of a cell that holds a list.
pub(super) fn list(cell: &'static str) -> Vec<&'static str> {
    cell.split("; ").filter(|part| !part.is_empty()).collect()
}

fn group(row: Vec<&'static str>) -> GroupEntry {
    let wikidata = cell(&row, 5);
    GroupEntry {
        name: cell(&row, 0),
        aliases: list(cell(&row, 1)),
        group_type: cell(&row, 2),
        country: CountryCode::parse(cell(&row, 3)),
        weak: list(cell(&row, 4)),
        wikidata: (!wikidata.is_empty()).then_some(wikidata),
    }
}

fn place(row: Vec<&'static str>) -> PlaceEntry {
    PlaceEntry {
        name: cell(&row, 0),
        aliases: list(cell(&row, 1)),
        place_type: cell(&row, 2),
        country: CountryCode::parse(cell(&row, 3)),
        population: cell(&row, 4).parse().unwrap_or(0),
        weak: cell(&row, 5) == "weak",
    }
}
