//! Who and what an article names: [`Entity`], the identity of a person, country, group or place.
//!
//! An entity holds what identifies it and a profile that a person wrote. What is known *about* it is never stored here:
//! it is gathered from the facts in the articles, each with its evidence.

use crate::country::CountryCode;
use crate::generated::Generated;
use crate::id::{EntityId, EntityKind};
use crate::word::words;

/// A person, country, group or place.
///
/// ```
/// use model::{Entity, EntityKind};
///
/// let entity = Entity::new("person/ann-lee".parse().unwrap(), "Ann Lee");
/// assert_eq!((entity.id.kind(), entity.name.as_str()), (EntityKind::Person, "Ann Lee"));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Its identifier, which is also its file and its address.
    pub id: EntityId,
    /// The name under which it is shown.
    pub name: String,
    /// Other names that mean it, full forms and acronyms; a bare surname is not an alias.
    pub aliases: Vec<String>,
    /// What only its kind has.
    pub detail: Detail,
    /// Its Wikidata item, `Q` and digits.
    pub wikidata: Option<String>,
    /// The addresses under which other collections describe the same thing.
    pub same_as: Vec<String>,
    /// How the file was generated; `None` for a file that a person wrote.
    pub generated: Option<Generated>,
    /// What a person wrote about it, in Markdown; empty when nobody has.
    pub profile: String,
}

/// What only one kind of entity has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// A person, with the country a person is tied to.
    Person {
        /// The country, by ISO 3166-1 alpha-2 code.
        country: Option<CountryCode>,
    },
    /// A country; its code is its slug.
    Country,
    /// A group.
    Group {
        /// What sort of group.
        group_type: Option<GroupType>,
        /// Its acronym, such as `DEA`.
        acronym: Option<String>,
        /// The country it belongs to; none for an international body.
        country: Option<CountryCode>,
    },
    /// A place.
    Place {
        /// What sort of place.
        place_type: Option<PlaceType>,
        /// The country it lies in; none when it lies in several.
        country: Option<CountryCode>,
    },
}

words! {
    /// What sort of group.
    pub enum GroupType {
        /// A body of states, such as the United Nations.
        International = "international",
        /// A government or cabinet, or the seat that speaks for it.
        Government = "government",
        /// A parliament or chamber.
        Legislature = "legislature",
        /// A ministry, department or public agency.
        Agency = "agency",
        /// An army or another armed service of a state.
        Military = "military",
        /// A police force.
        Police = "police",
        /// A court or tribunal.
        Court = "court",
        /// A political party.
        Party = "party",
        /// An armed group that is not a state's.
        Armed = "armed",
        /// A criminal gang or cartel.
        Gang = "gang",
        /// A company.
        Company = "company",
        /// A newspaper, agency or broadcaster.
        Media = "media",
        /// A sports club or team.
        Club = "club",
        /// A charity, union, association or movement.
        Ngo = "ngo",
        /// A university, school or institute.
        University = "university",
        /// A named people.
        People = "people",
        /// An alliance of states or groups.
        Alliance = "alliance",
        /// A bank or development lender.
        Bank = "bank",
        /// A church or religious order.
        Church = "church",
    }
}

words! {
    /// What sort of place.
    pub enum PlaceType {
        /// A city, town or village.
        City = "city",
        /// A state, province or department of a country.
        Division = "division",
        /// A region within or across countries, a breakaway region among them.
        Region = "region",
        /// A continent.
        Continent = "continent",
        /// An ocean, sea, gulf or bay.
        Sea = "sea",
        /// A strait or canal.
        Strait = "strait",
        /// A river.
        River = "river",
        /// A lake.
        Lake = "lake",
        /// A mountain or range.
        Mountain = "mountain",
        /// An island or archipelago.
        Island = "island",
        /// A desert.
        Desert = "desert",
        /// A building, base, port or another facility with a location.
        Facility = "facility",
    }
}

impl Entity {
    /// An entity of which nothing is known but its name.
    pub fn new(id: EntityId, name: impl Into<String>) -> Self {
        let detail = Detail::empty(id.kind());
        Self {
            id,
            name: name.into(),
            aliases: Vec::new(),
            detail,
            wikidata: None,
            same_as: Vec::new(),
            generated: None,
            profile: String::new(),
        }
    }

    /// The country it is or belongs to.
    pub fn country(&self) -> Option<CountryCode> {
        match &self.detail {
            Detail::Country => self.id.country_code(),
            Detail::Person { country } | Detail::Group { country, .. } | Detail::Place { country, .. } => {
                *country
            }
        }
    }
}

impl Detail {
    /// The detail of a kind of which nothing is known.
    pub fn empty(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::Person { country: None },
            EntityKind::Country => Self::Country,
            EntityKind::Group => Self::Group { group_type: None, acronym: None, country: None },
            EntityKind::Place => Self::Place { place_type: None, country: None },
        }
    }
}
