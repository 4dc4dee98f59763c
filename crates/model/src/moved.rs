//! Where a page is that was somewhere else before: [`Moves`], the file `content/moved.toml`.
//!
//! The program adds lines to the file and removes none, so that links from outside keep working whatever is merged, renamed
//! or split. A person may add lines too.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use diag::{Diagnostic, Sink, SourceFile};

use crate::id::{ArticleId, EntityId, IdError};
use crate::table::Table;

/// The page of an article or entity: `article/2025-09-04-rubio`, `person/marco-rubio`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Address {
    /// Of an article.
    Article(ArticleId),
    /// Of an entity.
    Entity(EntityId),
}

/// Old addresses and where they lead.
///
/// ```
/// use model::{Address, Moves};
///
/// let mut moves = Moves::default();
/// let of = |id: &str| id.parse::<Address>().unwrap();
/// moves.add(of("person/ann-lee-smith"), of("person/ann-smith"));
/// moves.add(of("person/ann-smith"), of("person/ann-lee"));
/// let now = moves.follow(&of("person/ann-lee-smith"), |page| *page == of("person/ann-lee"));
/// assert_eq!(now, Some(&of("person/ann-lee")));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moves {
    of: BTreeMap<Address, Address>,
}

/// What stands at the head of a new file.
const HEAD: &str =
    "# Pages that moved: an old address and the one it leads to. Lines are added here and never removed.\n";

impl Moves {
    /// Reads the file; a line that names no page is reported and left out.
    pub fn parse(file: &Arc<SourceFile>, sink: &mut Sink) -> Self {
        let table = Table::read(file, 0..file.text().len(), sink);
        let mut moves = Self::default();
        for (from, to) in table.rest(sink) {
            match (from.parse(), to.value.parse()) {
                (Ok(from), Ok(to)) => moves.add(from, to),
                (Err(error), _) | (_, Err(error)) => {
                    let help = "write it like `\"person/old-name\" = \"person/new-name\"`";
                    sink.push(
                        Diagnostic::error("wrong-value", error.to_string()).at(file, to.span).help(help),
                    );
                }
            }
        }
        moves
    }

    /// Notes that a page is somewhere else now.
    pub fn add(&mut self, from: Address, to: Address) {
        if from != to {
            self.of.insert(from, to);
        }
    }

    /// The page that an old address leads to, over several moves; none when no page is there any more.
    pub fn follow(&self, from: &Address, exists: impl Fn(&Address) -> bool) -> Option<&Address> {
        let mut at = self.of.get(from)?;
        // Each step leads to another address; who goes in a circle has taken more steps than there are moves.
        for _ in 0..self.of.len() {
            if exists(at) {
                return Some(at);
            }
            at = self.of.get(at)?;
        }
        None
    }

    /// All old addresses and where each leads first, in sorted order.
    pub fn iter(&self) -> impl Iterator<Item = (&Address, &Address)> {
        self.of.iter()
    }

    /// Whether this was the address of a page before.
    pub fn has(&self, from: &Address) -> bool {
        self.of.contains_key(from)
    }

    /// The text of the file with lines for these moves added; what stands in it stays, byte for byte. None when every one of
    /// them is there already.
    pub fn extend(&self, text: &str, more: &BTreeMap<Address, Address>) -> Option<String> {
        let new = more.iter().filter(|(from, to)| from != to && self.of.get(from) != Some(to));
        let lines: String = new.map(|(from, to)| format!("\"{from}\" = \"{to}\"\n")).collect();
        if lines.is_empty() {
            return None;
        }
        // A page that moves a second time needs a new line, and the old one becomes a comment: TOML has each key once.
        let is_old = |line: &str| {
            let from =
                line.strip_prefix('"').and_then(|rest| rest.split('"').next()?.parse::<Address>().ok());
            from.is_some_and(|from| more.get(&from).is_some_and(|to| self.of.get(&from) != Some(to)))
        };
        let marked = |line| if is_old(line) { format!("# {line}") } else { line.to_owned() };
        let kept: String = text.split_inclusive('\n').map(marked).collect();
        let head = if kept.is_empty() { HEAD } else { "" };
        let gap = if kept.is_empty() || kept.ends_with('\n') { "" } else { "\n" };
        Some(format!("{head}{kept}{gap}{lines}"))
    }
}

impl Address {
    /// The file of the page in the content folder.
    pub fn path(&self) -> String {
        match self {
            Self::Article(id) => id.path(),
            Self::Entity(id) => id.path(),
        }
    }
}

impl FromStr for Address {
    type Err = IdError;

    fn from_str(s: &str) -> Result<Self, IdError> {
        match s.strip_prefix("article/") {
            Some(slug) => slug.parse().map(Self::Article),
            None => s.parse().map(Self::Entity),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Article(id) => write!(f, "article/{id}"),
            Self::Entity(id) => write!(f, "{id}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(id: &str) -> Address {
        id.parse().unwrap()
    }

    fn parse(text: &str) -> (Moves, Vec<&'static str>) {
        let mut sink = Sink::default();
        let moves = Moves::parse(&Arc::new(SourceFile::new("content/moved.toml", text)), &mut sink);
        (moves, sink.diagnostics().iter().map(|finding| finding.code).collect())
    }

    #[test]
    fn lines_are_added_and_the_words_of_a_person_stay() {
        let text = "# Mine.\n\"person/a\" = \"person/b\" # why";
        let (moves, findings) = parse(text);
        assert_eq!(findings, [] as [&str; 0]);
        let more = BTreeMap::from([(of("person/a"), of("person/b")), (of("article/x"), of("article/y"))]);
        let longer = moves.extend(text, &more).unwrap();
        assert_eq!(longer, format!("{text}\n\"article/x\" = \"article/y\"\n"));
        let (again, _) = parse(&longer);
        assert_eq!(again.extend(&longer, &more), None);
        assert!(Moves::default().extend("", &more).unwrap().starts_with("# Pages that moved"));
    }

    #[test]
    fn a_second_move_takes_the_place_of_the_first() {
        let text = "\"person/a\" = \"person/b\"\n\"person/c\" = \"person/b\"\n";
        let more = BTreeMap::from([(of("person/a"), of("person/d"))]);
        let longer = parse(text).0.extend(text, &more).unwrap();
        assert_eq!(
            longer,
            "# \"person/a\" = \"person/b\"\n\"person/c\" = \"person/b\"\n\"person/a\" = \"person/d\"\n"
        );
        assert_eq!(parse(&longer).1, [] as [&str; 0]);
    }

    #[test]
    fn a_circle_leads_nowhere_and_a_page_that_is_back_is_found() {
        let (moves, _) = parse("\"person/a\" = \"person/b\"\n\"person/b\" = \"person/a\"\n");
        assert_eq!(moves.follow(&of("person/a"), |_| false), None);
        assert_eq!(moves.follow(&of("person/a"), |page| *page == of("person/b")), Some(&of("person/b")));
        assert_eq!(parse("\"ship/a\" = \"person/b\"\n").1, ["wrong-value"]);
    }
}
