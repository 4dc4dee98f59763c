//! [`Sheet`]: the sorts of pages and files that a theme can have or do without, as `theme.toml` names them.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// A sort of pages, or of files beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sheet {
    /// The front page.
    Home,
    /// One article.
    Article,
    /// One person, country, group or place.
    Entity,
    /// All of a kind from A to Z.
    Index,
    /// All of a kind in other orders.
    Orders,
    /// All articles, and those of a year or month.
    Articles,
    /// A whole list about an entity, whose own page then shows the beginning of it.
    Facet,
    /// A name that several bear.
    Namesake,
    /// All quotes, and those of each speaker.
    Quotes,
    /// What is somebody's word.
    Claims,
    /// All relations, and those of each kind.
    Relations,
    /// All publications, and the articles of each.
    Sources,
    /// All dates.
    Timeline,
    /// What articles do not agree on.
    Disagreements,
    /// Who is named together, and each two.
    Pairs,
    /// The world.
    Map,
    /// The main entities and their ties.
    Graph,
    /// Finding names and words, with the script of all names.
    Search,
    /// What is new.
    Changes,
    /// The files for other programs, and their page.
    Data,
    /// What a person should look at.
    Review,
    /// How the site was made.
    About,
    /// `404.html`.
    NotFound,
    /// Atom and JSON Feed of the site.
    Feed,
    /// Those of each entity.
    EntityFeed,
    /// `sitemap.xml` and `robots.txt`.
    Sitemap,
}

impl Sheet {
    /// All of them with their names.
    const NAMES: [(Self, &'static str); 26] = [
        (Self::Home, "home"),
        (Self::Article, "article"),
        (Self::Entity, "entity"),
        (Self::Index, "index"),
        (Self::Orders, "orders"),
        (Self::Articles, "articles"),
        (Self::Facet, "facet"),
        (Self::Namesake, "namesake"),
        (Self::Quotes, "quotes"),
        (Self::Claims, "claims"),
        (Self::Relations, "relations"),
        (Self::Sources, "sources"),
        (Self::Timeline, "timeline"),
        (Self::Disagreements, "disagreements"),
        (Self::Pairs, "pairs"),
        (Self::Map, "map"),
        (Self::Graph, "graph"),
        (Self::Search, "search"),
        (Self::Changes, "changes"),
        (Self::Data, "data"),
        (Self::Review, "review"),
        (Self::About, "about"),
        (Self::NotFound, "not-found"),
        (Self::Feed, "feed"),
        (Self::EntityFeed, "entity-feed"),
        (Self::Sitemap, "sitemap"),
    ];

    /// What every theme has: the pages that all others lead to.
    const ALWAYS: [Self; 3] = [Self::Home, Self::Article, Self::Entity];

    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        Self::NAMES.into_iter().find(|(sheet, _)| *sheet == self).map_or("", |(_, name)| name)
    }

    /// All of them.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        Self::NAMES.into_iter().map(|(sheet, _)| sheet)
    }
}

impl FromStr for Sheet {
    type Err = String;

    fn from_str(s: &str) -> Result<Self, String> {
        let found = Self::NAMES.into_iter().find(|(_, name)| *name == s).map(|(sheet, _)| sheet);
        found.ok_or_else(|| {
            format!("`{s}` is none of {}", Self::NAMES.map(|(_, name)| format!("`{name}`")).join(", "))
        })
    }
}

impl fmt::Display for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Which sorts a theme has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sheets(BTreeSet<Sheet>);

impl Default for Sheets {
    /// All of them.
    fn default() -> Self {
        Self(Sheet::all().collect())
    }
}

impl Sheets {
    /// These, and those that every theme has.
    pub(crate) fn of(sheets: impl IntoIterator<Item = Sheet>) -> Self {
        Self(sheets.into_iter().chain(Sheet::ALWAYS).collect())
    }

    /// Whether this sort is among them.
    pub(crate) fn has(&self, sheet: Sheet) -> bool {
        self.0.contains(&sheet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sort_has_its_name_and_some_are_always_there() {
        for (sheet, name) in Sheet::NAMES {
            assert_eq!((name.parse(), sheet.to_string()), (Ok(sheet), name.to_owned()));
            assert!(Sheets::default().has(sheet));
        }
        assert!("pages".parse::<Sheet>().is_err());
        let few = Sheets::of([Sheet::Feed]);
        assert!(few.has(Sheet::Feed) && few.has(Sheet::Home) && !few.has(Sheet::Quotes));
    }
}
