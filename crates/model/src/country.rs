//! ISO 3166-1 as data: [`CountryCode`] and [`Country`], with the names that news prose uses.
//!
//! The table is `data/countries.tsv`: the 249 entries of ISO 3166-1 and the user-assigned `xk` (Kosovo). Its sources are
//! named in `data/README.md`. Which of two countries a shared word means (`Congolese`) is decided by who reads a text.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use deunicode::deunicode;
use serde::{Deserialize, Serialize};

/// An ISO 3166-1 alpha-2 code; only made for a code of the table. Shown in lower case.
///
/// ```
/// let code = model::CountryCode::parse("EC").unwrap();
/// assert_eq!((code.as_str(), code.country().name), ("ec", "Ecuador"));
/// assert_eq!(model::CountryCode::parse("zz"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CountryCode([u8; 2]);

/// A country or territory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: CountryCode,
    /// ISO 3166-1 alpha-3 in lower case.
    pub alpha3: &'static str,
    /// ISO 3166-1 numeric; 0 for a user-assigned code.
    pub numeric: u16,
    /// The name that English news prose uses.
    pub name: &'static str,
    /// The long form.
    pub official: &'static str,
    /// Other current names and abbreviations, with and without diacritics.
    pub aliases: Vec<&'static str>,
    /// Former names of the same country.
    pub former: Vec<&'static str>,
    /// Derived adjectives; a few are shared by two countries.
    pub adjectives: Vec<&'static str>,
    /// Nouns for its people, singular and plural.
    pub demonyms: Vec<&'static str>,
    /// Capitals and seats of government that are cities; they stand for the government in prose.
    pub capitals: Vec<&'static str>,
    /// Buildings and the like that stand for the government.
    pub seats: Vec<&'static str>,
    /// Countries with a land border.
    pub neighbors: Vec<CountryCode>,
    /// The continent.
    pub continent: &'static str,
    /// The region of the United Nations' M49 standard.
    pub subregion: &'static str,
    /// ISO 4217 code of its currency; empty where there is none.
    pub currency: &'static str,
    /// Its Wikidata item.
    pub wikidata: &'static str,
    /// Its GeoNames id.
    pub geonames: Option<u32>,
    /// What sort of entry it is.
    pub status: CountryStatus,
    /// The state a territory belongs to.
    pub sovereign: Option<CountryCode>,
}

/// What sort of entry of ISO 3166-1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountryStatus {
    /// A state.
    State,
    /// A territory with a code of its own.
    Territory,
    /// A code that the standard leaves to its users.
    UserAssigned,
}

/// Why a string is not a country code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryError(String);

/// The table, parsed at first use; it never changes.
static ALL: LazyLock<Vec<Country>> = LazyLock::new(|| TABLE.lines().skip(1).filter_map(row).collect());

const TABLE: &str = include_str!("../data/countries.tsv");

impl CountryCode {
    /// The code of a country of the table, in any case.
    pub fn parse(code: &str) -> Option<Self> {
        let code = Self::read(&code.to_ascii_lowercase())?;
        ALL.binary_search_by_key(&code, |country| country.code).is_ok().then_some(code)
    }

    /// The code in lower case.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Its country.
    pub fn country(self) -> &'static Country {
        let at = ALL.binary_search_by_key(&self, |country| country.code);
        &ALL[at.expect("a code is only made for a country of the table")]
    }

    /// Two small letters, whether or not the table has them.
    fn read(code: &str) -> Option<Self> {
        let letters: [u8; 2] = code.as_bytes().try_into().ok()?;
        letters.iter().all(u8::is_ascii_lowercase).then_some(Self(letters))
    }
}

impl Country {
    /// All of them, by code.
    pub fn all() -> &'static [Self] {
        &ALL
    }

    /// The country of this name, whatever its case and diacritics; also by alpha-3 code in capitals. Of two countries that
    /// share a name, the one whose code comes first.
    pub fn find(name: &str) -> Option<&'static Self> {
        let fold = |name: &str| deunicode(name).to_lowercase();
        let key = fold(name);
        let alpha3 = name.len() == 3 && name.bytes().all(|b| b.is_ascii_uppercase());
        let bears = |country: &&Self| {
            country.names().any(|known| fold(known) == key) || alpha3 && country.alpha3 == key
        };
        ALL.iter().find(bears)
    }

    /// Its name, long form, other and former names.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.name, self.official].into_iter().chain(self.aliases.iter().chain(&self.former).copied())
    }
}

fn row(line: &'static str) -> Option<Country> {
    let cells: Vec<&'static str> = line.split('\t').collect();
    let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
    let list = |at: usize| cell(at).split("; ").filter(|part| !part.is_empty()).collect::<Vec<_>>();
    Some(Country {
        code: CountryCode::read(cell(0))?,
        alpha3: cell(1),
        numeric: cell(2).parse().unwrap_or(0),
        name: cell(3),
        official: cell(4),
        aliases: list(5),
        former: list(6),
        adjectives: list(7),
        demonyms: list(8),
        capitals: list(9),
        seats: list(10),
        neighbors: list(11).into_iter().filter_map(CountryCode::read).collect(),
        continent: cell(12),
        subregion: cell(13),
        currency: cell(14),
        wikidata: cell(15),
        geonames: cell(16).parse().ok(),
        status: match cell(17) {
            "territory" => CountryStatus::Territory,
            "user-assigned" => CountryStatus::UserAssigned,
            _ => CountryStatus::State,
        },
        sovereign: CountryCode::read(cell(18)),
    })
}

impl FromStr for CountryCode {
    type Err = CountryError;

    fn from_str(s: &str) -> Result<Self, CountryError> {
        Self::parse(s).ok_or_else(|| CountryError(s.to_owned()))
    }
}

impl TryFrom<String> for CountryCode {
    type Error = CountryError;

    fn try_from(s: String) -> Result<Self, CountryError> {
        s.parse()
    }
}

impl From<CountryCode> for String {
    fn from(code: CountryCode) -> Self {
        code.as_str().to_owned()
    }
}

impl fmt::Display for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CountryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CountryCode({self})")
    }
}

impl fmt::Display for CountryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not an ISO 3166-1 alpha-2 code, such as `ec` or `us`", self.0)
    }
}

impl std::error::Error for CountryError {}

#[cfg(test)]
mod tests;
