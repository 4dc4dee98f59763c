//! Names to checked identifiers: [`Slug`], [`EntityKind`], [`EntityId`], [`ArticleId`].
//!
//! An identifier is only made by a checking constructor, also when it is deserialized. Two things that ask for the
//! same slug are told apart by [`Slug::with_suffix`], with a suffix taken from their content, never from the order in
//! which they are read.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use deunicode::deunicode;
use serde::{Deserialize, Serialize};

use crate::country::CountryCode;
use crate::word::words;

/// The longest slug in bytes: short enough for any file system and for a readable address.
pub const MAX_SLUG: usize = 80;

/// Words that are file or folder names of the site, or that Windows does not allow as file names; so are [`PORTS`] with a digit.
const RESERVED: &[&str] = &["index", "page", "404", "assets", "con", "prn", "aux", "nul"];

/// What Windows calls its ports.
const PORTS: &[&str] = &["com", "lpt"];

/// A lower-case ASCII name for files and addresses: `[a-z0-9]+(-[a-z0-9]+)*`, at most [`MAX_SLUG`] bytes. Copies share their
/// letters, since identifiers stand in every list of a site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(Arc<str>);

/// Why a string is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdError {
    message: String,
}

impl Slug {
    /// Makes a slug of a name in any script: `Nguyễn Văn Thiệu` gives `nguyen-van-thieu`, `O'Neill` gives `oneill`.
    /// Nothing is left of a name without letters or digits; that gives `None`.
    pub fn from_name(name: &str) -> Option<Self> {
        let mut slug = String::new();
        for c in deunicode(name).chars() {
            match c {
                'a'..='z' | '0'..='9' => slug.push(c),
                'A'..='Z' => slug.push(c.to_ascii_lowercase()),
                // An apostrophe or a stop belongs to its word: `O'Neill`, `U.S.`, `Sana'a`.
                '\'' | '.' | '`' => {}
                _ if slug.ends_with('-') || slug.is_empty() => {}
                _ => slug.push('-'),
            }
        }
        let mut slug = Self::cut(slug.trim_end_matches('-'), MAX_SLUG).to_owned();
        if is_reserved(&slug) {
            slug.push_str("-name");
        }
        slug.parse().ok()
    }

    /// The slug with `-suffix` after it, shortened in front of the suffix when it would be too long. The suffix
    /// says what tells this thing from its namesake: a role, a country, a digest of its name.
    pub fn with_suffix(&self, suffix: &Self) -> Self {
        let suffix = Self::cut(&suffix.0, MAX_SLUG / 2);
        let stem = Self::cut(&self.0, MAX_SLUG - suffix.len() - 1);
        Self(format!("{stem}-{suffix}").into())
    }

    /// The slug as a string.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// At most `max` bytes of an ASCII slug, cut at a hyphen where there is one.
    fn cut(slug: &str, max: usize) -> &str {
        if slug.len() <= max {
            return slug;
        }
        let head = &slug[..max];
        let whole =
            if slug.as_bytes()[max] == b'-' { head } else { head.rsplit_once('-').map_or(head, |(h, _)| h) };
        whole.trim_end_matches('-')
    }
}

/// Whether a word means something else where slugs stand.
fn is_reserved(word: &str) -> bool {
    let is_port =
        |port: &&str| word.strip_prefix(*port).is_some_and(|n| n.len() == 1 && n.parse::<u8>().is_ok());
    RESERVED.contains(&word) || PORTS.iter().any(is_port)
}

impl FromStr for Slug {
    type Err = IdError;

    fn from_str(s: &str) -> Result<Self, IdError> {
        let words = s
            .split('-')
            .all(|w| !w.is_empty() && w.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        if words && s.len() <= MAX_SLUG && !is_reserved(s) {
            Ok(Self(s.into()))
        } else {
            Err(IdError {
                message: format!(
                    "`{s}` is not a slug: expected lower-case ASCII words joined by hyphens, at most {MAX_SLUG} bytes"
                ),
            })
        }
    }
}

words! {
    /// What an entity is.
    pub enum EntityKind {
        /// A named human being.
        Person = "person",
        /// A country or territory of ISO 3166-1.
        Country = "country",
        /// An organization, company, agency, party, armed group, medium, club, alliance or people.
        Group = "group",
        /// A city, region, river, sea, mountain or named facility.
        Place = "place",
    }
}

impl EntityKind {
    /// The folder of its files in `content/` and of its pages on the site, and its key in front matter.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Person => "people",
            Self::Country => "countries",
            Self::Group => "groups",
            Self::Place => "places",
        }
    }

    /// The kind whose files stand in `folder`.
    pub fn from_folder(folder: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.folder() == folder)
    }
}

/// Which entity: `person/marco-rubio`, `country/ec`, `group/los-lobos`, `place/quito`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EntityId {
    kind: EntityKind,
    slug: Slug,
}

impl EntityId {
    /// The entity of this kind and slug; for a country the slug must be an ISO 3166-1 alpha-2 code.
    pub fn new(kind: EntityKind, slug: Slug) -> Result<Self, IdError> {
        if kind == EntityKind::Country && CountryCode::parse(slug.as_str()).is_none() {
            return Err(IdError {
                message: format!("`{slug}` is not an ISO 3166-1 alpha-2 code, such as `ec` or `us`"),
            });
        }
        Ok(Self { kind, slug })
    }

    /// The country of this code.
    pub fn country(code: CountryCode) -> Self {
        Self { kind: EntityKind::Country, slug: Slug(code.as_str().into()) }
    }

    /// What the entity is.
    pub fn kind(&self) -> EntityKind {
        self.kind
    }

    /// Its name in addresses.
    pub fn slug(&self) -> &Slug {
        &self.slug
    }

    /// The country's code, when the entity is a country.
    pub fn country_code(&self) -> Option<CountryCode> {
        (self.kind == EntityKind::Country).then(|| CountryCode::parse(self.slug.as_str())).flatten()
    }

    /// Its file in the content folder: `people/marco-rubio.md`.
    pub fn path(&self) -> String {
        format!("{}/{}.md", self.kind.folder(), self.slug)
    }
}

impl FromStr for EntityId {
    type Err = IdError;

    fn from_str(s: &str) -> Result<Self, IdError> {
        let found = s.split_once('/').and_then(|(kind, slug)| Some((kind.parse().ok()?, slug)));
        let Some((kind, slug)) = found else {
            return Err(IdError {
                message: format!(
                    "`{s}` is not an entity: expected `person/…`, `country/…`, `group/…` or `place/…`"
                ),
            });
        };
        Self::new(kind, slug.parse()?)
    }
}

/// Which article: the name of its file in `content/articles/` without `.md`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ArticleId(Slug);

impl ArticleId {
    /// The article of this slug.
    pub fn new(slug: Slug) -> Self {
        Self(slug)
    }

    /// Its name in addresses.
    pub fn slug(&self) -> &Slug {
        &self.0
    }

    /// Its file in the content folder: `articles/2025-09-04-rubio.md`.
    pub fn path(&self) -> String {
        format!("articles/{}.md", self.0)
    }
}

impl FromStr for ArticleId {
    type Err = IdError;

    fn from_str(s: &str) -> Result<Self, IdError> {
        s.parse().map(Self)
    }
}

/// Printing and serializing through the same string.
macro_rules! as_string {
    ($type:ty, $self:ident => $($format:tt)+) => {
        impl fmt::Display for $type {
            fn fmt(&$self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, $($format)+)
            }
        }

        impl TryFrom<String> for $type {
            type Error = IdError;

            fn try_from(s: String) -> Result<Self, IdError> {
                s.parse()
            }
        }

        impl From<$type> for String {
            fn from(id: $type) -> Self {
                id.to_string()
            }
        }
    };
}

as_string!(Slug, self => "{}", self.0);
as_string!(EntityId, self => "{}/{}", self.kind.as_str(), self.slug);
as_string!(ArticleId, self => "{}", self.0);

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for IdError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, slug: &str) {
        assert_eq!(Slug::from_name(name).map(String::from).unwrap_or_default(), slug, "{name}");
    }

    #[test]
    fn names_in_any_script_become_ascii() {
        check("Nguyễn Văn Thiệu", "nguyen-van-thieu");
        check("Þór Saari", "thor-saari");
        check("Shaquille O'Neill", "shaquille-oneill");
        check("Sana’a", "sanaa");
        check("U.S. Treasury", "us-treasury");
        check("  AT&T — (Mexico) ", "at-t-mexico");
        check("Владимир Путин", "vladimir-putin");
    }

    #[test]
    fn what_cannot_be_a_file_name_is_changed_or_refused() {
        check("Index", "index-name");
        check("Con", "con-name");
        check("—!—", "");
        for bad in ["", "-a", "a-", "a--b", "Ann", "a b", "é", "../a", "index"] {
            assert!(bad.parse::<Slug>().is_err(), "{bad}");
        }
    }

    #[test]
    fn long_names_are_cut_between_words_and_keep_their_suffix() {
        let long = Slug::from_name(&"very ".repeat(40)).unwrap();
        assert!(long.as_str().len() <= MAX_SLUG && long.as_str().ends_with("very"));
        let apart = long.with_suffix(&"ecuador".parse().unwrap());
        assert!(apart.as_str().len() <= MAX_SLUG && apart.as_str().ends_with("-very-ecuador"));
        assert_eq!(apart.to_string().parse::<Slug>().unwrap(), apart);
    }

    #[test]
    fn ids_are_checked_when_deserialized() {
        let id: EntityId = serde_json::from_str("\"person/ann-lee\"").unwrap();
        assert_eq!((id.kind(), id.path().as_str()), (EntityKind::Person, "people/ann-lee.md"));
        for bad in ["\"person\"", "\"ship/argo\"", "\"person/Ann Lee\"", "\"country/zz\"", "\"country/ecu\""]
        {
            assert!(serde_json::from_str::<EntityId>(bad).is_err(), "{bad}");
        }
    }
}
