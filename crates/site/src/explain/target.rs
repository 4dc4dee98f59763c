//! What a person asks for → the page, place or fact that is meant.

use model::{ArticleId, EntityId};

use crate::graph::Graph;
use crate::route::{Node, Routes};

/// What is meant.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// A page.
    Page(Node),
    /// A place in an article's page.
    Place(ArticleId, String),
    /// A fact, by its address in whatever article.
    Fact(String),
}

/// Finds what is meant by an address or identifier.
pub(super) fn resolve(asked: &str, graph: &Graph<'_>, routes: &Routes) -> Option<Asked> {
    let (address, place) = asked.split_once('#').unwrap_or((asked, ""));
    let node = page(address, routes).or_else(|| named(address, graph));
    match (node, place) {
        (Some(Node::Article(id)), place) if !place.is_empty() => Some(Asked::Place(id, place.to_owned())),
        (Some(node), _) => Some(Asked::Page(node)),
        (None, place) => {
            let fact = if address.is_empty() { place } else { address };
            is_fact(fact).then(|| Asked::Fact(fact.to_owned()))
        }
    }
}

/// The page at an address: a URL of the site, a path in it, or a file of a built site.
fn page(address: &str, routes: &Routes) -> Option<Node> {
    if address.is_empty() {
        return None;
    }
    let base = routes.base().map_or("", |base| base.as_str());
    let path = address.strip_prefix(base).unwrap_or(address);
    let path = path.split_once("://").map_or(path, |(_, rest)| rest);
    let path = path.strip_suffix("index.html").unwrap_or(path).trim_start_matches("./").trim_matches('/');
    // A file has folders before it that the site does not know of: `public/people/ann-lee/index.html`.
    let mut rest = path;
    loop {
        let folder = if rest.is_empty() { String::new() } else { format!("{rest}/") };
        if let Some(node) = routes.at(&folder) {
            return Some(node.clone());
        }
        rest = rest.split_once('/')?.1;
    }
}

/// The page of an identifier.
fn named(identifier: &str, graph: &Graph<'_>) -> Option<Node> {
    if let Ok(id) = identifier.parse::<EntityId>() {
        return graph.entities.contains_key(&id).then_some(Node::Entity(id));
    }
    let id = identifier.parse::<ArticleId>().ok()?;
    graph.articles.has(&id).then_some(Node::Article(id))
}

/// A letter, a hyphen, eight hex digits.
fn is_fact(text: &str) -> bool {
    let digits = text.get(2..).unwrap_or_default();
    text.get(1..2) == Some("-") && digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_hexdigit())
}
