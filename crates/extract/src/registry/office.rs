//! The titles of a name in one article → [`Offices`]: the trades, the states and the bodies that they speak of.

use std::collections::BTreeSet;

use model::CountryCode;

use crate::lexicon::Lexicon;
use crate::mention::Known;
use crate::registry::field::{FieldSet, Fields};
use crate::registry::rolls::{Name, Rolls};
use crate::role;

/// What the titles of a candidate say in one article.
#[derive(Debug, Clone, Default)]
pub(crate) struct Offices<'r> {
    pub(crate) titles: Vec<&'r str>,
    pub(crate) fields: FieldSet,
    pub(crate) countries: BTreeSet<CountryCode>,
    /// The candidates that the titles belong to.
    pub(crate) bodies: Vec<usize>,
}

impl<'r> Offices<'r> {
    /// The titles of a name among the names of its article; `body` is the candidate that a group of them is.
    pub(crate) fn of(
        name: &Name,
        names: &[Name],
        rolls: &'r Rolls<'r>,
        fields: &Fields,
        lexicon: &Lexicon,
        body: impl Fn(usize) -> Option<usize>,
    ) -> Self {
        let mut offices = Self::default();
        for title in rolls.titles(name) {
            let text = rolls.text(title.text);
            offices.titles.push(text);
            offices.fields |= fields.of(text);
            if let Some(of) = title.of {
                offices.countries.extend(state(&names[of], text, lexicon));
                offices.bodies.extend(body(of));
            }
        }
        offices
    }
}

/// The state that an office belongs to: a country, or that of one of its bodies, or that of the town whose mayor somebody is. A club
/// says nothing of a player's country, nor a town of that of its lawyers.
fn state(of: &Name, title: &str, lexicon: &Lexicon) -> Option<CountryCode> {
    match of.known? {
        Known::Country(code) => Some(code),
        Known::Group(ix) => lexicon.group(ix).country.filter(|_| {
            matches!(
                lexicon.group(ix).group_type,
                "government" | "legislature" | "agency" | "military" | "police" | "court" | "party"
            )
        }),
        Known::Place(ix) => lexicon.place(ix).country.filter(|_| role::is_local(title)),
    }
}
