//! What a page has for programs: feeds, `index.json`, tables. For the head and the foot of every page.

use model::EntityId;
use serde::Serialize;

use super::Scene;
use crate::export;
use crate::route::Node;
use crate::sheet::Sheet;

/// A feed, or another file for programs.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Feed {
    /// Its media type.
    pub(crate) media: &'static str,
    /// Where it is.
    pub(crate) href: String,
    /// `Atom`, `JSON Feed`, `JSON`, or the name of a table.
    pub(crate) name: &'static str,
    /// What it is of: the site or the page.
    pub(crate) title: String,
}

impl Scene<'_> {
    /// The feeds of the site.
    pub(super) fn feeds(&self) -> Vec<Feed> {
        if self.routes.base().is_none() || !self.config.generate_feeds || !self.routes.draws(Sheet::Feed) {
            return Vec::new();
        }
        // Articles without a date come last.
        let is_dated = self.graph.stories().next().is_some_and(|node| node.story.day().is_some());
        self.feeds_of(&Node::Home, is_dated, &self.config.title, "JSON")
    }

    /// What this page has of its own; `title` is what it is about.
    pub(super) fn own(&self, title: &str) -> Vec<Feed> {
        let mut own = match self.here {
            Node::Entity(id) if self.has_feeds(id) => self.feeds_of(self.here, true, title, "JSON Feed"),
            _ => Vec::new(),
        };
        own.extend(self.twin(self.here).filter(|_| self.config.generate_json).map(|path| Feed {
            media: "application/json",
            href: self.routes.to_file(self.here, &path),
            name: "JSON",
            title: if title.is_empty() { self.config.title.clone() } else { title.to_owned() },
        }));
        let held = tables_of(self.here).iter().filter(|table| self.exports.has(table));
        own.extend(held.map(|table| Feed {
            media: "application/jsonl",
            href: self.routes.to_file(self.here, &export::path(table, "JSONL")),
            name: table,
            title: title.to_owned(),
        }));
        own
    }

    /// Whether an entity has feeds: from the second dated article on. A feed of one announces what its reader has just read,
    /// and most names stand in one article alone.
    pub(crate) fn has_feeds(&self, id: &EntityId) -> bool {
        let is_wanted = self.config.generate_feeds && self.config.entity_feeds;
        let wanted =
            is_wanted && [Sheet::Feed, Sheet::EntityFeed].iter().all(|sheet| self.routes.draws(*sheet));
        let node = wanted.then(|| self.graph.entities.get(id)).flatten();
        let dated = |node: &crate::graph::EntityNode<'_>| {
            node.appearances.iter().filter(|found| found.story.day().is_some()).nth(1).is_some()
        };
        self.routes.base().is_some() && self.routes.has(&Node::Entity(id.clone())) && node.is_some_and(dated)
    }

    /// The path of the `index.json` beside a page, for pages that have one.
    pub(crate) fn twin(&self, node: &Node) -> Option<String> {
        let has = matches!(node, Node::Home | Node::Article(_) | Node::Entity(_));
        (has && self.routes.draws(Sheet::Data)).then(|| format!("{}index.json", node.path()))
    }

    /// The two feeds of a page; `json` is what the second is called.
    fn feeds_of(&self, node: &Node, is_dated: bool, title: &str, json: &'static str) -> Vec<Feed> {
        let feed = |media, file: &str, name| Feed {
            media,
            href: self.routes.to_file(self.here, &format!("{}{file}", node.path())),
            name,
            title: title.to_owned(),
        };
        let atom = is_dated.then(|| feed("application/atom+xml", "atom.xml", "Atom"));
        atom.into_iter().chain([feed("application/feed+json", "feed.json", json)]).collect()
    }
}

/// The tables that hold what a page lists.
fn tables_of(node: &Node) -> &'static [&'static str] {
    match node.list() {
        Node::Articles => &["articles"],
        Node::Entities(..) => &["entities"],
        Node::Quotes => &["quotes"],
        Node::Claims | Node::Relations => &["relations"],
        Node::Timeline | Node::When(_) => &["events", "dates"],
        _ => &[],
    }
}
