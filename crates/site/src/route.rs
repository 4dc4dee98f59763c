//! [`Graph`] → [`Routes`]: one address for each page, and the links between them. All links are relative to their page but
//! those of `404.html`, which a host serves at any depth.

mod part;
mod shelf;

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use model::{ArticleId, EntityId, EntityKind, Predicate, Slug};
use rayon::prelude::*;

pub(crate) use shelf::{SOURCES, TELLINGS};

use crate::catalog::{Catalog, Order, Time, When};
use crate::config::BaseUrl;
use crate::graph::{EntityNode, Graph};
use crate::network::Network;
use crate::sheet::{Sheet, Sheets};

/// What a page is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Node {
    /// The briefing.
    Home,
    /// All articles.
    Articles,
    /// The articles of a year.
    Year(i64),
    /// The articles of a month of a year.
    Month(i64, u8),
    /// One article.
    Article(ArticleId),
    /// All entities of a kind, in an order.
    Entities(EntityKind, Order),
    /// One entity.
    Entity(EntityId),
    /// One list about an entity, when its page shows only the beginning of it.
    Facet(EntityId, Facet),
    /// A name that is not one's alone.
    Name(Slug),
    /// All quotes: the newest, and who speaks.
    Quotes,
    /// What one said.
    Speaker(EntityId),
    /// Quotes without a certain speaker.
    Unattributed,
    /// What is somebody's word or a possibility.
    Claims,
    /// What is said to be so between two, by kind.
    Relations,
    /// The relations of a kind.
    Relation(Predicate),
    /// Where articles appeared.
    Sources,
    /// The articles of a publication.
    Source(Slug),
    /// All dates.
    Timeline,
    /// The dates in a month, or on a day.
    When(When),
    /// What articles do not agree on.
    Disagreements,
    /// Who stands together.
    Pairs,
    /// Two that stand together, by the name of the page.
    Pair(String),
    /// A later part of a long list, from 2.
    Part(Box<Self>, usize),
    /// The world, by how many articles name each country.
    Map,
    /// The main entities and the ties between them.
    Graph,
    /// Finding a name, a headline or a word.
    Search,
    /// What changed since the build before.
    Changes,
    /// What the site knows as files.
    Data,
    /// What a person should look at; never published.
    Review,
    /// How the site was made.
    About,
    /// What a host shows for an address that is none.
    NotFound,
}

/// A list about an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Facet {
    /// The offices it holds or held.
    Roles,
    /// The articles that name it.
    Articles,
    /// What was said about it.
    About,
    /// What was said by people tied to it.
    Voices,
    /// What it claims.
    Claims,
    /// What it does, and what is done to it.
    Relations,
    /// The dated sentences that name it.
    Timeline,
    /// Who holds its offices, and who and what belongs to it.
    Ties,
}

impl Facet {
    /// All of them.
    pub(crate) const ALL: [Self; 8] = [
        Self::Roles,
        Self::Articles,
        Self::About,
        Self::Voices,
        Self::Claims,
        Self::Relations,
        Self::Timeline,
        Self::Ties,
    ];

    /// Its folder below that of the entity.
    fn folder(self) -> &'static str {
        match self {
            Self::Roles => "roles",
            Self::Articles => "articles",
            Self::About => "quoted-on",
            Self::Voices => "voices",
            Self::Claims => "claims",
            Self::Relations => "relations",
            Self::Timeline => "timeline",
            Self::Ties => "ties",
        }
    }
}

impl Node {
    /// Its folder in the site with a final `/`; nothing for the home page, a file for the page that is not found.
    pub(crate) fn path(&self) -> String {
        match self {
            Self::Home => String::new(),
            Self::Articles => "articles/".to_owned(),
            Self::Article(id) => article_path(id),
            Self::Year(year) => format!("articles/{year:04}/"),
            Self::Month(year, month) => format!("articles/{year:04}/{month:02}/"),
            Self::Entities(kind, order) => format!("{}/{}", kind.folder(), order.folder()),
            Self::Entity(id) => entity_path(id),
            Self::Facet(id, facet) => format!("{}/{}/{}/", id.kind().folder(), id.slug(), facet.folder()),
            Self::Name(slug) => format!("names/{slug}/"),
            Self::Quotes => "quotes/".to_owned(),
            Self::Speaker(id) if id.kind() == EntityKind::Person && id.slug().as_str() != UNATTRIBUTED => {
                format!("quotes/{}/", id.slug())
            }
            Self::Speaker(id) => format!("quotes/{}/{}/", id.kind().folder(), id.slug()),
            Self::Unattributed => format!("quotes/{UNATTRIBUTED}/"),
            Self::Claims => "claims/".to_owned(),
            Self::Relations => "relations/".to_owned(),
            Self::Relation(predicate) => format!("relations/{predicate}/"),
            Self::Sources => "sources/".to_owned(),
            Self::Source(slug) => format!("sources/{slug}/"),
            Self::Timeline => "timeline/".to_owned(),
            Self::When(When::Month(year, month)) => format!("timeline/{year:04}/{month:02}/"),
            Self::When(When::Day(day)) => {
                format!("timeline/{:04}/{:02}/{:02}/", day.year, day.month, day.day)
            }
            Self::Disagreements => "disagreements/".to_owned(),
            Self::Pairs => "pairs/".to_owned(),
            Self::Pair(name) => format!("pairs/{name}/"),
            Self::Part(list, number) => format!("{}page/{number}/", list.path()),
            Self::Map => "map/".to_owned(),
            Self::Graph => "graph/".to_owned(),
            Self::Search => "search/".to_owned(),
            Self::Changes => "changes/".to_owned(),
            Self::Data => "data/".to_owned(),
            Self::Review => "review/".to_owned(),
            Self::About => "about/".to_owned(),
            Self::NotFound => "404.html".to_owned(),
        }
    }

    /// Its sort.
    pub(crate) fn sheet(&self) -> Sheet {
        match self.list() {
            Self::Home | Self::Part(..) => Sheet::Home,
            Self::Articles | Self::Year(_) | Self::Month(..) => Sheet::Articles,
            Self::Article(_) => Sheet::Article,
            Self::Entities(_, Order::Name) => Sheet::Index,
            Self::Entities(..) => Sheet::Orders,
            Self::Entity(_) => Sheet::Entity,
            Self::Facet(..) => Sheet::Facet,
            Self::Name(_) => Sheet::Namesake,
            Self::Quotes | Self::Speaker(_) | Self::Unattributed => Sheet::Quotes,
            Self::Claims => Sheet::Claims,
            Self::Relations | Self::Relation(_) => Sheet::Relations,
            Self::Sources | Self::Source(_) => Sheet::Sources,
            Self::Timeline | Self::When(_) => Sheet::Timeline,
            Self::Disagreements => Sheet::Disagreements,
            Self::Pairs | Self::Pair(_) => Sheet::Pairs,
            Self::Map => Sheet::Map,
            Self::Graph => Sheet::Graph,
            Self::Search => Sheet::Search,
            Self::Changes => Sheet::Changes,
            Self::Data => Sheet::Data,
            Self::Review => Sheet::Review,
            Self::About => Sheet::About,
            Self::NotFound => Sheet::NotFound,
        }
    }

    /// The template that draws it, without `.html`.
    pub(crate) fn template(&self) -> &'static str {
        match self.list() {
            Self::Speaker(_) | Self::Unattributed => "speaker",
            Self::Relation(_) => "relation",
            Self::Source(_) => "source",
            Self::Pair(_) => "pair",
            Self::Entities(..) => "index",
            list => list.sheet().name(),
        }
    }

    /// The time whose articles it lists.
    pub(crate) fn time(&self) -> Option<Time> {
        match self.list() {
            Self::Articles => Some(Time::All),
            Self::Year(year) => Some(Time::Year(*year)),
            Self::Month(year, month) => Some(Time::Month(*year, *month)),
            _ => None,
        }
    }

    /// The list of which it is a part; itself when it is whole.
    pub(crate) fn list(&self) -> &Self {
        if let Self::Part(list, _) = self { list } else { self }
    }

    /// Which part of a list it is, from 1.
    pub(crate) fn number(&self) -> usize {
        if let Self::Part(_, number) = self { *number } else { 1 }
    }

    /// This part of the list, from 1.
    pub(crate) fn part(&self, number: usize) -> Self {
        if number > 1 { Self::Part(Box::new(self.list().clone()), number) } else { self.list().clone() }
    }

    /// Its file in the site.
    pub(crate) fn file(&self) -> String {
        let path = self.path();
        if path.ends_with(".html") { path } else { path + "index.html" }
    }
}

/// The folder of an article's page.
pub(crate) fn article_path(id: &ArticleId) -> String {
    ["articles/", id.slug().as_str(), "/"].concat()
}

/// The folder of an entity's page.
pub(crate) fn entity_path(id: &EntityId) -> String {
    [id.kind().folder(), "/", id.slug().as_str(), "/"].concat()
}

/// The last step of the address of quotes without a speaker; a person with that slug has one of another form.
const UNATTRIBUTED: &str = "unattributed";

/// Fewer ties than this are no picture.
const LEAST_TIES: usize = 3;

/// The pages of the site by address.
#[derive(Debug)]
pub(crate) struct Routes {
    base: Option<BaseUrl>,
    /// The sorts of pages that there are.
    sheets: Sheets,
    nodes: BTreeMap<String, Node>,
    /// Which entries of its list each part has.
    parts: BTreeMap<Node, Vec<Range<usize>>>,
    /// How many entries of the list of each facet the entity's own page shows.
    shown: HashMap<EntityId, [usize; Facet::ALL.len()]>,
}

/// Gives each node of these sorts its address. A page without content is left out. No two nodes have one address: each kind has its folder, and
/// identifiers are checked slugs.
pub(crate) fn assign(
    graph: &Graph<'_>,
    catalog: &Catalog<'_>,
    network: &Network<'_>,
    base: Option<&BaseUrl>,
    sheets: &Sheets,
) -> Routes {
    let mut routes = Routes {
        base: base.cloned(),
        sheets: sheets.clone(),
        nodes: BTreeMap::new(),
        parts: BTreeMap::new(),
        shown: HashMap::new(),
    };
    for node in [Node::Home, Node::Search, Node::About, Node::NotFound] {
        routes.put(node);
    }
    if graph.entities.iter().any(|(id, node)| id.country_code().is_some() && !node.appearances.is_empty()) {
        routes.put(Node::Map);
    }
    if network.ties.len() >= LEAST_TIES {
        routes.put(Node::Graph);
    }
    if sheets.has(Sheet::Namesake) {
        graph.names().keys().for_each(|slug| routes.put(Node::Name(slug.clone())));
    }
    for (list, parts) in shelf::lists(graph, catalog, sheets) {
        routes.shelve(list, parts);
    }
    // After the lists: an article or a group by the name of a list, such as `2024`, takes its address.
    for node in graph.articles.iter() {
        routes.put(Node::Article(node.story.article.id.clone()));
    }
    let nodes: Vec<&EntityNode<'_>> = graph.entities.values().collect();
    let facets: Vec<_> = nodes.par_iter().map(|node| facets(graph, node, sheets)).collect();
    for (node, Facets { shown, parts }) in nodes.into_iter().zip(facets) {
        let id = &node.profile.entity.id;
        routes.put(Node::Entity(id.clone()));
        for (facet, parts) in parts {
            routes.shelve(Node::Facet(id.clone(), facet), parts);
        }
        routes.shown.insert(id.clone(), shown);
    }
    routes
}

/// The lists about an entity.
struct Facets {
    /// How many entries of each the entity's own page shows.
    shown: [usize; Facet::ALL.len()],
    /// The parts of those that it does not show whole.
    parts: Vec<(Facet, Vec<Range<usize>>)>,
}

fn facets(graph: &Graph<'_>, node: &EntityNode<'_>, sheets: &Sheets) -> Facets {
    let mut parts = Vec::new();
    let shown = Facet::ALL.map(|facet| {
        // What has no page of its own is shown whole.
        if !sheets.has(Sheet::Facet) {
            return shelf::length(node, facet);
        }
        let weights = shelf::facet(graph, node, facet);
        let shown = shelf::shown(&weights, facet);
        if shown < weights.len() {
            parts.push((facet, part::split(&weights, part::ROWS)));
        }
        shown
    });
    Facets { shown, parts }
}

impl Routes {
    /// The addresses with those of pages that not every build has.
    pub(crate) fn with(mut self, nodes: impl IntoIterator<Item = Node>) -> Self {
        nodes.into_iter().for_each(|node| self.put(node));
        self
    }

    fn put(&mut self, node: Node) {
        if !self.sheets.has(node.sheet()) {
            return;
        }
        if let Some(old) = self.nodes.insert(node.path(), node) {
            self.parts.remove(&old);
        }
    }

    /// A list with a page for each of its parts.
    fn shelve(&mut self, list: Node, parts: Vec<Range<usize>>) {
        for number in 1..=parts.len() {
            self.put(list.part(number));
        }
        self.parts.insert(list, parts);
    }

    /// Which entries of its list a page shows.
    pub(crate) fn range(&self, node: &Node) -> Range<usize> {
        let parts = self.parts.get(node.list());
        parts.and_then(|parts| parts.get(node.number() - 1)).cloned().unwrap_or(0..0)
    }

    /// In how many parts a list is shown.
    pub(crate) fn parts(&self, node: &Node) -> usize {
        self.parts.get(node.list()).map_or(1, Vec::len)
    }

    /// The part of a list that has this entry.
    pub(crate) fn part_with(&self, list: &Node, entry: usize) -> Node {
        let at = self.parts.get(list).map_or(0, |parts| parts.partition_point(|range| range.end <= entry));
        list.part(at + 1)
    }

    /// How many entries of a facet's list the entity's own page shows.
    pub(crate) fn shown(&self, id: &EntityId, facet: Facet) -> usize {
        self.shown.get(id).map_or(0, |shown| shown[facet as usize])
    }

    /// All pages in the order of their addresses.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.nodes.values()
    }

    /// The page at a path of the site.
    pub(crate) fn at(&self, path: &str) -> Option<&Node> {
        self.nodes.get(path)
    }

    /// Whether pages of this sort are drawn.
    pub(crate) fn draws(&self, sheet: Sheet) -> bool {
        self.sheets.has(sheet)
    }

    /// Whether there is a page of this node.
    pub(crate) fn has(&self, node: &Node) -> bool {
        self.sheets.has(node.sheet()) && self.nodes.get(&node.path()) == Some(node)
    }

    /// Where the site is published.
    pub(crate) fn base(&self) -> Option<&BaseUrl> {
        self.base.as_ref()
    }

    /// The absolute address of a page, when the site has one.
    pub(crate) fn canonical(&self, node: &Node) -> Option<String> {
        self.base.as_ref().map(|base| base.join(&node.path()))
    }

    /// The link from one page to another, or to a place in it; empty when pages of that sort are not drawn.
    pub(crate) fn href(&self, from: &Node, to: &Node, place: &str) -> String {
        if !self.sheets.has(to.sheet()) {
            return String::new();
        }
        if from == to && !place.is_empty() {
            return format!("#{place}");
        }
        self.to_path(from, &from.path(), to.path(), place)
    }

    /// As [`Self::href`], to another page at this path, from one whose own path is known: most links of a site are made here.
    pub(crate) fn to_path(&self, from: &Node, here: &str, mut path: String, place: &str) -> String {
        if self.base.is_none() && !path.ends_with(".html") {
            path.push_str("index.html");
        }
        let mut href = match (from, &self.base) {
            (Node::NotFound, Some(base)) => base.path().to_owned() + &path,
            _ => relative(here, &path),
        };
        if !place.is_empty() {
            href.push('#');
            href.push_str(place);
        }
        href
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
    let alike = folder.bytes().zip(to.bytes()).take_while(|(a, b)| a == b).count();
    // As many whole folders as they have in common.
    let length = folder.as_bytes()[..alike].iter().rposition(|byte| *byte == b'/').map_or(0, |at| at + 1);
    let up = folder.as_bytes()[length..].iter().filter(|byte| **byte == b'/').count();
    if up == 0 && to.len() == length {
        return "./".to_owned();
    }
    let mut way = String::with_capacity(3 * up + to.len() - length + 8);
    for _ in 0..up {
        way.push_str("../");
    }
    way.push_str(&to[length..]);
    way
}

#[cfg(test)]
mod tests {
    use super::*;

    fn routes(base: Option<&str>) -> Routes {
        Routes {
            base: base.map(|url| url.parse().unwrap()),
            sheets: Sheets::default(),
            nodes: BTreeMap::new(),
            parts: BTreeMap::new(),
            shown: HashMap::new(),
        }
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
        assert_eq!(Node::Entities(EntityKind::Country, Order::Name).path(), "countries/");
        let speaker = |id: &str| Node::Speaker(id.parse().unwrap()).path();
        assert_eq!(speaker("person/ann-lee"), "quotes/ann-lee/");
        assert_eq!(speaker("group/ann-lee"), "quotes/groups/ann-lee/");
        assert_eq!(speaker("person/unattributed"), "quotes/people/unattributed/");
        assert_eq!(Node::Unattributed.path(), "quotes/unattributed/");
        assert_eq!(Node::Timeline.part(1), Node::Timeline);
        assert_eq!(Node::Timeline.part(3).part(2).path(), "timeline/page/2/");
    }
}
