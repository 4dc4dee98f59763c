//! [`Graph`] → [`Routes`]: one address for each page, and the links between them. All links are relative to their page but
//! those of `404.html`, which a host serves at any depth.

use std::collections::BTreeMap;

use model::{ArticleId, EntityId, EntityKind};

use crate::config::BaseUrl;
use crate::graph::Graph;

/// What a page is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Node {
    /// The briefing.
    Home,
    /// All articles.
    Articles,
    /// One article.
    Article(ArticleId),
    /// All entities of a kind.
    Entities(EntityKind),
    /// One entity.
    Entity(EntityId),
    /// All quotes.
    Quotes,
    /// All dates.
    Timeline,
    /// How the site was made.
    About,
    /// What a host shows for an address that is none.
    NotFound,
}

impl Node {
    /// Its folder in the site with a final `/`; nothing for the home page, a file for the page that is not found.
    pub(crate) fn path(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Articles => "articles/".to_owned(),
            Self::Article(id) => format!("articles/{id}/"),
            Self::Entities(kind) => format!("{}/", kind.folder()),
            Self::Entity(id) => format!("{}/{}/", id.kind().folder(), id.slug()),
            Self::Quotes => "quotes/".to_owned(),
            Self::Timeline => "timeline/".to_owned(),
            Self::About => "about/".to_owned(),
            Self::NotFound => "404.html".to_owned(),
        }
    }

    /// Its file in the site.
    pub(crate) fn file(&self) -> String {
        let path = self.path();
        if path.ends_with(".html") { path } else { path + "index.html" }
    }
}

/// The pages of the site by address.
#[derive(Debug)]
pub(crate) struct Routes {
    base: Option<BaseUrl>,
    nodes: BTreeMap<String, Node>,
}

/// Gives each node its address. A page without content is left out. No two nodes have one address: each kind has its folder, and
/// identifiers are checked slugs.
pub(crate) fn assign(graph: &Graph<'_>, base: Option<&BaseUrl>) -> Routes {
    let mut routes = Routes { base: base.cloned(), nodes: BTreeMap::new() };
    let mut nodes = vec![Node::Home, Node::Articles, Node::About, Node::NotFound];
    nodes.extend(graph.articles.keys().map(|id| Node::Article((*id).clone())));
    for id in graph.entities.keys() {
        nodes.push(Node::Entity((*id).clone()));
    }
    let has = |kind: &EntityKind| graph.entities.keys().any(|id| id.kind() == *kind);
    nodes.extend(EntityKind::ALL.iter().copied().filter(has).map(Node::Entities));
    nodes.extend(graph.articles.values().any(|node| !node.quotes.is_empty()).then_some(Node::Quotes));
    nodes.extend((!graph.moments.is_empty()).then_some(Node::Timeline));
    for node in nodes {
        routes.nodes.insert(node.path(), node);
    }
    routes
}

impl Routes {
    /// All pages in the order of their addresses.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.nodes.values()
    }

    /// Whether there is a page of this node.
    pub(crate) fn has(&self, node: &Node) -> bool {
        self.nodes.contains_key(&node.path())
    }

    /// Where the site is published.
    pub(crate) fn base(&self) -> Option<&BaseUrl> {
        self.base.as_ref()
    }

    /// The absolute address of a page, when the site has one.
    pub(crate) fn canonical(&self, node: &Node) -> Option<String> {
        self.base.as_ref().map(|base| base.join(&node.path()))
    }

    /// The link from one page to another, or to a place in it.
    pub(crate) fn href(&self, from: &Node, to: &Node, place: &str) -> String {
        let hash = if place.is_empty() { String::new() } else { format!("#{place}") };
        if from == to && !hash.is_empty() {
            return hash;
        }
        let target = if self.base.is_some() { to.path() } else { to.file() };
        self.to_file(from, &target) + &hash
    }

    /// The link from a page to a file of the site.
    pub(crate) fn to_file(&self, from: &Node, file: &str) -> String {
        if let (Node::NotFound, Some(base)) = (from, &self.base) {
            return format!("{}{file}", base.path());
        }
        relative(&from.path(), file)
    }
}

/// The shortest way from a file or folder to another: `a/b/` and `a/c/` give `../c/`.
fn relative(from: &str, to: &str) -> String {
    let folder = &from[..from.rfind('/').map_or(0, |at| at + 1)];
    let shared = folder
        .split_inclusive('/')
        .zip(to.split_inclusive('/'))
        .take_while(|(a, b)| a == b && a.ends_with('/'));
    let length = shared.map(|(a, _)| a.len()).sum();
    let up = "../".repeat(folder[length..].matches('/').count());
    match up + &to[length..] {
        way if way.is_empty() => "./".to_owned(),
        way => way,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn routes(base: Option<&str>) -> Routes {
        Routes { base: base.map(|url| url.parse().unwrap()), nodes: BTreeMap::new() }
    }

    fn article(id: &str) -> Node {
        Node::Article(id.parse().unwrap())
    }

    fn person(id: &str) -> Node {
        Node::Entity(id.parse().unwrap())
    }

    #[track_caller]
    fn check(from: &Node, to: &Node, place: &str, with_base: &str, without: &str) {
        assert_eq!(routes(Some("https://example.org/repo/")).href(from, to, place), with_base);
        assert_eq!(routes(None).href(from, to, place), without);
    }

    #[test]
    fn links_are_relative_and_name_the_file_only_without_a_base() {
        let (a, b, ann) = (article("a"), article("b"), person("person/ann-lee"));
        check(&a, &ann, "", "../../people/ann-lee/", "../../people/ann-lee/index.html");
        check(&a, &b, "s1", "../b/#s1", "../b/index.html#s1");
        check(&a, &a, "s1", "#s1", "#s1");
        check(&a, &a, "", "./", "index.html");
        check(&Node::Home, &Node::Home, "", "./", "index.html");
        check(&Node::Home, &a, "", "articles/a/", "articles/a/index.html");
        check(&a, &Node::Home, "", "../../", "../../index.html");
        check(&a, &Node::Articles, "", "../", "../index.html");
        check(&Node::NotFound, &a, "", "/repo/articles/a/", "articles/a/index.html");
        check(&Node::NotFound, &Node::Home, "", "/repo/", "index.html");
    }

    #[test]
    fn every_node_has_a_file_of_its_own() {
        assert_eq!(article("a").file(), "articles/a/index.html");
        assert_eq!(Node::NotFound.file(), "404.html");
        assert_eq!(Node::Entities(EntityKind::Country).path(), "countries/");
    }
}
