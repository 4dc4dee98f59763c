//! ISO 3166-1 as data: [`CountryCode`] and [`Country`].

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use deunicode::deunicode;
use serde::{Deserialize, Serialize};

/// An ISO 3166-1 alpha-2 code in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CountryCode(u16);

/// A country or territory.
#[derive(Debug, Clone)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: CountryCode,
    /// The common English name.
    pub name: &'static str,
    /// The long form.
    pub official: &'static str,
    /// Other current names.
    pub aliases: Vec<&'static str>,
    /// Former names.
    pub former: Vec<&'static str>,
    /// Derived adjectives.
    pub adjectives: Vec<&'static str>,
    /// People nouns.
    pub demonyms: Vec<&'static str>,
    /// Capitals.
    pub capitals: Vec<&'static str>,
    /// Seats that stand for the government.
    pub seats: Vec<&'static str>,
}

static ALL: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let text = include_str!("../data/countries.tsv");
    let mut rows = text.lines();
    let header: Vec<&str> = rows.next().unwrap_or_default().split('\t').collect();
    let index = |name: &str| header.iter().position(|h| *h == name).unwrap_or(usize::MAX);
    let columns: BTreeMap<&str, usize> = header.iter().map(|name| (*name, index(name))).collect();
    rows.enumerate()
        .map(|(row, line)| {
            let cells: Vec<&'static str> = line.split('\t').collect();
            let cell =
                |name: &str| columns.get(name).and_then(|i| cells.get(*i)).copied().unwrap_or_default();
            let list = |name: &str| cell(name).split("; ").filter(|s| !s.is_empty()).collect::<Vec<_>>();
            Country {
                code: CountryCode(row as u16),
                name: cell("name"),
                official: cell("official"),
                aliases: list("aliases"),
                former: list("former"),
                adjectives: list("adjectives"),
                demonyms: list("demonyms"),
                capitals: list("capitals"),
                seats: list("seats"),
            }
        })
        .collect()
});

static CODES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    include_str!("../data/countries.tsv").lines().skip(1).filter_map(|l| l.split('\t').next()).collect()
});

impl CountryCode {
    /// The code, in any case.
    pub fn parse(s: &str) -> Option<Self> {
        let lower = s.to_ascii_lowercase();
        CODES.iter().position(|c| *c == lower).and_then(|i| u16::try_from(i).ok()).map(Self)
    }

    /// The code as a string.
    pub fn as_str(&self) -> &'static str {
        CODES[usize::from(self.0)]
    }

    /// Its country.
    pub fn country(self) -> &'static Country {
        &ALL[usize::from(self.0)]
    }
}

impl Country {
    /// All of them, by code.
    pub fn all() -> &'static [Self] {
        &ALL
    }

    /// The country of this name.
    pub fn find(name: &str) -> Option<&'static Self> {
        let key = deunicode(name).to_lowercase();
        ALL.iter().find(|c| {
            [c.name, c.official]
                .iter()
                .chain(&c.aliases)
                .chain(&c.former)
                .any(|n| deunicode(n).to_lowercase() == key)
        })
    }
}

/// Why a string is no code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryError(String);

impl fmt::Display for CountryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not an ISO 3166-1 alpha-2 code, such as `ec` or `us`", self.0)
    }
}

impl std::error::Error for CountryError {}

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
