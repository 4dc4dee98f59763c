//! What every template prints: [`Site`] and [`Page`], the frame around a view.

use std::collections::BTreeMap;
use std::ops::Range;

use model::EntityKind;
use serde::Serialize;

use super::Scene;
use super::alternate::Feed;
use super::date::Date;
use super::piece::Link;
use crate::catalog::Order;
use crate::finder;
use crate::route::Node;
use crate::theme::Theme;

/// The site as a whole; `site` in templates.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Site {
    /// Its name.
    pub(crate) title: String,
    /// One sentence on what it is about.
    pub(crate) description: Option<String>,
    /// Its language as a BCP 47 tag.
    pub(crate) language: String,
    /// Who publishes it.
    pub(crate) author: Option<String>,
    /// How many there are of each sort, with the page that lists them; sorts without any are left out.
    pub(crate) counts: Vec<Count>,
    /// When the oldest and the newest dated article were published.
    pub(crate) span: Option<(Date, Date)>,
    /// The `[extra]` table of `site.toml`.
    pub(crate) extra: BTreeMap<String, String>,
}

/// A number with the page that shows what was counted.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Count {
    /// How many.
    pub(crate) number: usize,
    /// Of what, in the right number: `article`, `articles`.
    pub(crate) what: String,
    /// The list; empty when it has no page.
    pub(crate) href: String,
}

/// One page; `page` in templates, together with `Common`.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Page {
    /// The text of `<title>`, without the site's name.
    pub(crate) title: String,
    /// One sentence on what is on it; plain text.
    pub(crate) description: String,
    /// Whether search engines should pass it over.
    pub(crate) noindex: bool,
    /// Its absolute address, when the site has one.
    pub(crate) canonical: Option<String>,
    /// The parts of the list that this page is one of; none when the list is whole.
    pub(crate) turn: Option<Turn>,
    /// The way from the home page to this one, itself left out.
    pub(crate) crumbs: Vec<Link>,
    /// What this page has for programs: its own feeds, its `index.json`, the tables that hold its list.
    pub(crate) own: Vec<Feed>,
    /// What it is about as JSON-LD, when the site has an address.
    pub(crate) linked: Option<String>,
    /// Its sort in the words of Open Graph: `article`, `profile` or `website`.
    pub(crate) sort: &'static str,
}

/// What pages of one sort in one folder have alike; in `page` too.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Common {
    /// Whether it is the home page.
    pub(crate) is_home: bool,
    /// The home page.
    pub(crate) home: String,
    /// How the site was made; empty when there is no such page.
    pub(crate) about: String,
    /// The main pages.
    pub(crate) nav: Vec<NavItem>,
    /// The other pages that list something.
    pub(crate) more: Vec<NavItem>,
    /// The address of each asset of the theme by its name.
    pub(crate) assets: BTreeMap<String, String>,
    /// The feeds of the site.
    pub(crate) feeds: Vec<Feed>,
    /// Where a reader finds names and headlines.
    pub(crate) find: Find,
    /// The content security policy.
    pub(crate) policy: String,
}

/// What the box for finding names and headlines needs.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Find {
    /// The page of the search; empty when there is none, and then nothing can be found.
    pub(crate) action: String,
    /// The script with the names and headlines.
    pub(crate) index: String,
    /// The way to the home page's folder, which the addresses in that script begin at.
    pub(crate) root: String,
    /// What these addresses end in: `index.html` for a site that is opened from disk.
    pub(crate) file: &'static str,
    /// What tells a browser of the search, when the site has an address.
    pub(crate) description: String,
    /// Whether this page is that of the search.
    pub(crate) here: bool,
}

/// The parts of a long list.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Turn {
    /// Which part this page is, from 1.
    pub(crate) number: usize,
    /// How many there are.
    pub(crate) total: usize,
    /// The part before.
    pub(crate) previous: Option<String>,
    /// The part after.
    pub(crate) next: Option<String>,
    /// The first part, the last and those near this one, in order.
    pub(crate) parts: Vec<Part>,
}

/// A part of a long list.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Part {
    /// Which, from 1.
    pub(crate) number: usize,
    /// Its page.
    pub(crate) href: String,
    /// Whether parts before it are left out.
    pub(crate) gap: bool,
}

/// A main page.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NavItem {
    /// Its name.
    pub(crate) text: String,
    /// Where it is.
    pub(crate) href: String,
    /// Whether this page is it or lies below it.
    pub(crate) current: bool,
}

/// What a page may load, besides its style sheet and its scripts nothing from anywhere.
fn policy(from_disk: bool, full_text: bool) -> String {
    // Opened from disk a page has no origin, and `file:` has to be named for what lies beside it.
    let own = if from_disk { "'self' file:" } else { "'self'" };
    // The engine of the full text is WebAssembly, which it loads with its index; it runs in a worker.
    let (engine, worker) =
        if full_text { (" 'wasm-unsafe-eval'", format!(" worker-src {own};")) } else { ("", String::new()) };
    // Checkers that fetch robots.txt do so as the page.
    let parts = if from_disk && !full_text { worker } else { format!(" connect-src {own};{worker}") };
    format!(
        "default-src 'none'; script-src {own}{engine}; style-src {own}; img-src {own} data:;{parts} base-uri 'none'; form-action {own}"
    )
}

/// What tells one family of pages from another: their template, the kind of whom they are about, and how deep they lie.
pub(crate) type Kinship = (&'static str, Option<EntityKind>, usize);

/// What sets one page's frame apart from another's.
#[derive(Debug, Clone, Default)]
pub(crate) struct Heading {
    /// See [`Page::title`].
    pub(crate) title: String,
    /// See [`Page::description`].
    pub(crate) description: String,
    /// See [`Page::crumbs`].
    pub(crate) crumbs: Vec<Link>,
}

/// How many parts on each side of this one are named.
const NEAR: usize = 2;

impl Scene<'_> {
    /// The site as seen from this page.
    pub(crate) fn site(&self) -> Site {
        let dated = |node: &crate::graph::ArticleNode<'_>| node.story.published().map(|date| self.date(date));
        let newest = || self.graph.stories().find_map(dated);
        let oldest = || self.graph.stories().rev().find_map(dated);
        Site {
            title: self.config.title.clone(),
            description: self.config.description.clone(),
            language: self.config.default_language.clone(),
            author: self.config.author.clone(),
            counts: self.wanted_of_site("counts", || self.counts()),
            span: self.wanted_of_site("span", || oldest().zip(newest())),
            extra: self.config.extra.clone(),
        }
    }

    /// Which pages have [`Self::site`] and [`Self::common`] alike: those of one template that lie side by side, each in a folder of its
    /// own, or as deep in such folders, so that they have one way to every other page. All other pages are alone.
    pub(crate) fn family(&self) -> Option<Kinship> {
        let kind = match self.here {
            Node::Article(_) | Node::Pair(_) | Node::Source(_) | Node::Name(_) => None,
            Node::Entity(id) | Node::Facet(id, _) | Node::Speaker(id) => Some(id.kind()),
            _ => return None,
        };
        Some((self.here.template(), kind, self.path.matches('/').count()))
    }

    /// What this page has as others of its family have it.
    pub(crate) fn common(&self, theme: &Theme) -> Common {
        let from_disk = self.routes.base().is_none();
        Common {
            is_home: *self.here == Node::Home,
            home: self.href(&Node::Home, ""),
            about: self.href(&Node::About, ""),
            nav: self.nav(&self.main_pages()),
            more: self.wanted("more", || self.nav(&self.other_pages())),
            assets: self.assets(theme),
            feeds: self.feeds(),
            find: self.wanted("find", || self.find()),
            policy: policy(from_disk, *self.here == Node::Search && self.config.has_full_text()),
        }
    }

    /// The frame of this page.
    pub(crate) fn page(&self, heading: Heading) -> Page {
        Page {
            linked: self.wanted("linked", || self.linked(&heading.title, &heading.description)),
            sort: match self.here {
                Node::Article(_) => "article",
                Node::Entity(id) if id.kind() == EntityKind::Person => "profile",
                _ => "website",
            },
            own: self.own(&heading.title),
            title: heading.title,
            description: heading.description,
            noindex: matches!(self.here, Node::NotFound | Node::Review),
            canonical: if *self.here == Node::NotFound { None } else { self.routes.canonical(self.here) },
            turn: self.turn(),
            crumbs: heading.crumbs.into_iter().filter(|crumb| !crumb.href.is_empty()).collect(),
        }
    }

    /// The link to a list page as part of the way to a page below it.
    pub(crate) fn crumb(&self, text: &str, node: &Node) -> Link {
        Link::new(text, self.href(node, ""))
    }

    /// How many there are of each sort, with the page that lists them.
    pub(super) fn counts(&self) -> Vec<Count> {
        let graph = self.graph;
        let of = |kind| graph.population.get(&kind).copied().unwrap_or(0);
        let quotes = graph.sayings.len();
        let sorts = [
            (graph.articles.len(), "articles", Node::Articles),
            (of(EntityKind::Person), "people", Node::Entities(EntityKind::Person, Order::Name)),
            (of(EntityKind::Country), "countries", Node::Entities(EntityKind::Country, Order::Name)),
            (of(EntityKind::Group), "groups", Node::Entities(EntityKind::Group, Order::Name)),
            (of(EntityKind::Place), "places", Node::Entities(EntityKind::Place, Order::Name)),
            (quotes, "quotes", Node::Quotes),
            (graph.propositions.len(), "relations", Node::Relations),
            (graph.moments.len(), "dates", Node::Timeline),
        ];
        let count = |(number, what, node): (usize, &str, Node)| Count {
            number,
            what: self.language.count(&format!("what.{what}"), number, &[]),
            href: self.href(&node, ""),
        };
        sorts.into_iter().filter(|sort| sort.0 > 0).map(count).collect()
    }

    fn main_pages(&self) -> Vec<(String, Node)> {
        let kind = |kind| (self.kind(kind), Node::Entities(kind, Order::Name));
        vec![
            (self.say("nav.articles"), Node::Articles),
            kind(EntityKind::Person),
            kind(EntityKind::Country),
            kind(EntityKind::Group),
            (self.say("nav.timeline"), Node::Timeline),
            (self.say("nav.quotes"), Node::Quotes),
            (self.say("nav.claims"), Node::Claims),
        ]
    }

    fn other_pages(&self) -> Vec<(String, Node)> {
        vec![
            (self.kind(EntityKind::Place), Node::Entities(EntityKind::Place, Order::Name)),
            (self.say("nav.sources"), Node::Sources),
            (self.say("nav.relations"), Node::Relations),
            (self.say("nav.pairs"), Node::Pairs),
            (self.say("nav.disagreements"), Node::Disagreements),
            (self.say("nav.map"), Node::Map),
            (self.say("nav.graph"), Node::Graph),
            (self.say("nav.changes"), Node::Changes),
            (self.say("nav.data"), Node::Data),
            (self.say("nav.review"), Node::Review),
            (self.say("nav.about"), Node::About),
        ]
    }

    fn nav(&self, pages: &[(String, Node)]) -> Vec<NavItem> {
        let here = self.here.path();
        let item = |(text, node): &(String, Node)| NavItem {
            text: text.clone(),
            href: self.href(node, ""),
            current: *self.here != Node::NotFound && here.starts_with(&node.path()),
        };
        pages.iter().filter(|(_, node)| self.routes.has(node)).map(item).collect()
    }

    fn turn(&self) -> Option<Turn> {
        let (number, total) = (self.here.number(), self.routes.parts(self.here));
        let href = |number: usize| self.href(&self.here.part(number), "");
        let near = |part: &usize| *part == 1 || *part == total || part.abs_diff(number) <= NEAR;
        let numbers: Vec<usize> = (1..=total).filter(near).collect();
        let gap = |at: usize| at > 0 && numbers[at] > numbers[at - 1] + 1;
        let part = |(at, &number): (usize, &usize)| Part { number, href: href(number), gap: gap(at) };
        (total > 1).then(|| Turn {
            number,
            total,
            previous: (number > 1).then(|| href(number - 1)),
            next: (number < total).then(|| href(number + 1)),
            parts: numbers.iter().enumerate().map(part).collect(),
        })
    }

    /// The entries of its list that this page shows.
    pub(crate) fn range(&self) -> Range<usize> {
        self.routes.range(self.here)
    }

    /// The way to each section of a list, from its heading, its address and its first entry.
    pub(crate) fn jump(
        &self,
        list: &Node,
        sections: impl Iterator<Item = ((String, String), usize)>,
    ) -> Vec<Link> {
        let link = |((text, place), at): ((String, String), usize)| {
            Link::new(text, self.href(&self.routes.part_with(list, at), &place))
        };
        sections.map(link).collect()
    }

    fn find(&self) -> Find {
        let root = self.routes.to_file(self.here, "");
        Find {
            action: self.href(&Node::Search, ""),
            index: self.routes.to_file(self.here, finder::PATH),
            root: if root == "./" { String::new() } else { root },
            file: if self.routes.base().is_some() { "" } else { "index.html" },
            description: self.routes.to_file(self.here, "opensearch.xml"),
            here: *self.here == Node::Search,
        }
    }

    fn assets(&self, theme: &Theme) -> BTreeMap<String, String> {
        let link = |path: &str| self.routes.to_file(self.here, path);
        theme.assets().map(|(name, path, _)| (name.to_owned(), link(path))).collect()
    }
}
