//! [`Graph`] + [`Routes`] → one view struct for each template, of the same name. A view holds all that its template prints, so
//! that a template needs no logic but loops and what is empty. Drawing is not done here.

pub(crate) mod html;
pub(crate) mod date;
pub(crate) mod strip;
pub(crate) mod marks;
pub(crate) mod prose;
pub(crate) mod lead;
pub(crate) mod piece;
pub(crate) mod why;
pub(crate) mod cite;
pub(crate) mod fact;
pub(crate) mod quote;
pub(crate) mod disagreements;
pub(crate) mod relation;
pub(crate) mod event;
pub(crate) mod linked;
pub(crate) mod alternate;
pub(crate) mod shell;
pub(crate) mod spark;
pub(crate) mod articles;
pub(crate) mod article;
pub(crate) mod timeline;
pub(crate) mod tie;
pub(crate) mod ego;
pub(crate) mod locator;
pub(crate) mod dealing;
pub(crate) mod entity;
pub(crate) mod facet;
pub(crate) mod index;
pub(crate) mod namesake;
pub(crate) mod quotes;
pub(crate) mod claims;
pub(crate) mod relations;
pub(crate) mod pairs;
pub(crate) mod sources;
pub(crate) mod news;
pub(crate) mod home;
pub(crate) mod map;
pub(crate) mod data;
pub(crate) mod web;
pub(crate) mod search;
pub(crate) mod changes;
pub(crate) mod review;
pub(crate) mod about;

use std::sync::OnceLock;

use model::{Article, ArticleId, EntityId, PartialDate};
use serde::Serialize;

use crate::catalog::Catalog;
use crate::change::Changes;
use crate::config::Config;
use crate::export::Exports;
use crate::graph::Graph;
use crate::language::Language;
use crate::library::Story;
use crate::network::Network;
use crate::rights::Rights;
use crate::route::{self, Node, Routes};
use crate::sheet::Sheet;
use crate::vocabulary::Vocabulary;

/// What every view is made from: the links, the addresses, the settings, and the page it is for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scene<'g> {
    /// Every link.
    pub(crate) graph: &'g Graph<'g>,
    /// What of each article may be shown.
    pub(crate) rights: &'g Rights<'g>,
    /// Every list in its order.
    pub(crate) catalog: &'g Catalog<'g>,
    /// Every tie.
    pub(crate) network: &'g Network<'g>,
    /// Every address.
    pub(crate) routes: &'g Routes,
    /// The settings.
    pub(crate) config: &'g Config,
    /// The words of the pages.
    pub(crate) language: &'g Language,
    /// When each article was published, by number, put into words when it is first asked for: the lists say it of one article
    /// many times.
    pub(crate) published: &'g [OnceLock<Option<date::Date>>],
    /// What changed since the build before; nothing when there was none.
    pub(crate) changes: Option<&'g Changes>,
    /// The files for other programs.
    pub(crate) exports: &'g Exports<'g>,
    /// The words that the template of the page uses.
    pub(crate) words: &'g Vocabulary<'g>,
    /// The page.
    pub(crate) here: &'g Node,
    /// Its path.
    pub(crate) path: &'g str,
    /// Whether the page is only looked at for what it is made of: then no text is drawn.
    pub(crate) is_sketch: bool,
}

/// What the template of a page prints besides `site` and `page`.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(crate) enum View {
    /// For `home.html`.
    Home(Box<home::Home>),
    /// For `articles.html`.
    Articles(articles::Articles),
    /// For `article.html`.
    Article(Box<article::Article>),
    /// For `entity.html`.
    Entity(Box<entity::Entity>),
    /// For `index.html`.
    Index(index::Index),
    /// For `facet.html`.
    Facet(Box<facet::FacetView>),
    /// For `namesake.html`.
    Namesake(namesake::Namesake),
    /// For `quotes.html`.
    Quotes(quotes::Quotes),
    /// For `speaker.html`.
    Speaker(quotes::OneSpeaker),
    /// For `claims.html`.
    Claims(claims::Claims),
    /// For `relations.html`.
    Relations(relations::Relations),
    /// For `relation.html`.
    Relation(relations::OneKind),
    /// For `disagreements.html`.
    Disagreements(disagreements::Disagreements),
    /// For `pairs.html`.
    Pairs(pairs::Pairs),
    /// For `pair.html`.
    Pair(pairs::Two),
    /// For `sources.html`.
    Sources(sources::Sources),
    /// For `source.html`.
    Source(sources::OneSource),
    /// For `timeline.html`.
    Timeline(timeline::Timeline),
    /// For `map.html`.
    Map(Box<map::Map>),
    /// For `graph.html`.
    Graph(Box<web::Web>),
    /// For `search.html`.
    Search(search::Search),
    /// For `changes.html`.
    Changes(changes::ChangesView),
    /// For `data.html`.
    Data(data::Data),
    /// For `review.html`.
    Review(review::Review),
    /// For `about.html`.
    About(about::About),
    /// For `not-found.html`, which prints nothing of its own.
    NotFound {},
}

impl Scene<'_> {
    /// What a template prints under this name, made only if it does.
    pub(crate) fn wanted<T: Default>(&self, name: &str, make: impl FnOnce() -> T) -> T {
        if self.words.has(name) { make() } else { T::default() }
    }

    /// The same for a part of `site`.
    fn wanted_of_site<T: Default>(&self, part: &str, make: impl FnOnce() -> T) -> T {
        if self.words.has_of_site(part) { make() } else { T::default() }
    }

    /// The words of the page for a key.
    pub(crate) fn say(&self, key: &str) -> String {
        self.language.say(key)
    }

    /// The link from this page to another, or to a place in it; empty when the theme has no page of that sort.
    pub(crate) fn href(&self, node: &Node, place: &str) -> String {
        self.routes.href(self.here, node, place)
    }

    /// The link from this page to an article, or to a place in it.
    pub(crate) fn article_href(&self, id: &ArticleId, place: &str) -> String {
        if !place.is_empty() && matches!(self.here, Node::Article(here) if here == id) {
            return format!("#{place}");
        }
        self.routes.to_path(self.here, self.path, route::article_path(id), place)
    }

    /// The link from this page to an entity.
    pub(crate) fn entity_href(&self, id: &EntityId) -> String {
        self.routes.to_path(self.here, self.path, route::entity_path(id), "")
    }

    /// The page of two that stand together; nothing when there is none, or when the theme has no such pages.
    pub(crate) fn pair(&self, a: &EntityId, b: &EntityId) -> Option<Node> {
        let name = self.graph.pair(a, b).filter(|_| self.routes.draws(Sheet::Pairs))?;
        Some(Node::Pair(name.to_owned()))
    }

    /// A date as pages show it.
    pub(crate) fn date(&self, date: &PartialDate) -> date::Date {
        date::show(date, self.language)
    }

    /// When an article was published.
    pub(crate) fn published(&self, story: &Story) -> Option<date::Date> {
        let date = || story.article.published.as_ref().map(|date| date::show(date, self.language));
        self.published[story.number].get_or_init(date).clone()
    }

    /// The language of an article, when it is not that of the pages.
    pub(crate) fn tongue(&self, article: &Article) -> Option<String> {
        let tag = article.language.as_deref().unwrap_or(UNNAMED);
        (tag != self.config.default_language).then(|| tag.to_owned())
    }
}

/// The language of an article that does not say in which it is.
const UNNAMED: &str = "en";
