//! Where articles appeared: all publications for `sources.html`, one of them for `source.html`.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use model::{EntityId, EntityKind, Slug};
use serde::Serialize;

use super::Scene;
use super::date::Date;
use super::piece::{ArticleLine, EntityLink, Kind, Link};
use crate::graph::{ArticleNode, Publication};
use crate::route::Node;

/// `sources` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Sources {
    /// The publications of this page, those with most articles first.
    pub(crate) rows: Vec<SourceRow>,
    /// How many there are on all pages.
    pub(crate) total: usize,
    /// How many articles do not say where they appeared.
    pub(crate) unnamed: usize,
}

/// A publication in the list.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct SourceRow {
    /// Its page.
    pub(crate) link: Link,
    /// How many articles.
    pub(crate) articles: usize,
    /// How many quotes stand in them.
    pub(crate) quotes: usize,
    /// When the oldest dated one was published.
    pub(crate) first: Option<Date>,
    /// When the newest dated one was published.
    pub(crate) latest: Option<Date>,
}

/// `source` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OneSource {
    /// The name of the publication.
    pub(crate) name: String,
    /// How many articles it has on all pages.
    pub(crate) total: usize,
    /// How many quotes stand in them.
    pub(crate) quotes: usize,
    /// When the oldest dated one was published.
    pub(crate) first: Option<Date>,
    /// When the newest dated one was published.
    pub(crate) latest: Option<Date>,
    /// Whom it quotes most; on the first page.
    pub(crate) quoted: Vec<Counted>,
    /// Whom it names in most articles; on the first page.
    pub(crate) named: Vec<Kind<Counted>>,
    /// The articles of this page, newest first.
    pub(crate) articles: Vec<ArticleLine>,
}

/// An entity with a number.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Counted {
    /// Who or what.
    pub(crate) entity: EntityLink,
    /// How many.
    pub(crate) number: usize,
}

/// How many are shown of whom a publication quotes, and of whom it names, of each kind.
const MOST: usize = 8;

/// The view of the page of all publications.
pub(crate) fn view(scene: &Scene<'_>) -> Sources {
    let all = &scene.catalog.publications;
    let named: usize = all.iter().map(|(_, publication)| publication.articles.len()).sum();
    Sources {
        rows: all[scene.range()].iter().map(|(slug, publication)| row(scene, slug, publication)).collect(),
        total: all.len(),
        unnamed: scene.graph.articles.len() - named,
    }
}

fn row(scene: &Scene<'_>, slug: &Slug, publication: &Publication<'_>) -> SourceRow {
    let (first, latest) = span(scene, publication);
    SourceRow {
        link: Link::new(publication.name, scene.href(&Node::Source(slug.clone()), "")),
        articles: publication.articles.len(),
        quotes: nodes(scene, publication).map(|node| node.quotes.len()).sum(),
        first,
        latest,
    }
}

/// The view of the page of one publication.
pub(crate) fn one(scene: &Scene<'_>, slug: &Slug) -> OneSource {
    let publication = &scene.graph.publications[slug];
    let first_page = scene.here.number() == 1;
    let (first, latest) = span(scene, publication);
    let lines =
        publication.articles[scene.range()].iter().map(|id| scene.line(scene.graph.articles[*id].story));
    OneSource {
        name: publication.name.to_owned(),
        total: publication.articles.len(),
        quotes: nodes(scene, publication).map(|node| node.quotes.len()).sum(),
        first,
        latest,
        quoted: if first_page { quoted(scene, publication) } else { Vec::new() },
        named: if first_page { named(scene, publication) } else { Vec::new() },
        articles: lines.collect(),
    }
}

fn nodes<'s, 'l>(
    scene: &'s Scene<'l>,
    publication: &'s Publication<'l>,
) -> impl DoubleEndedIterator<Item = &'s ArticleNode<'l>> {
    publication.articles.iter().map(|id| &scene.graph.articles[*id])
}

/// When its oldest and its newest dated article were published.
fn span(scene: &Scene<'_>, publication: &Publication<'_>) -> (Option<Date>, Option<Date>) {
    let date = |node: &ArticleNode<'_>| node.story.published().map(|date| scene.date(date));
    (nodes(scene, publication).rev().find_map(date), nodes(scene, publication).find_map(date))
}

fn quoted(scene: &Scene<'_>, publication: &Publication<'_>) -> Vec<Counted> {
    let speakers = nodes(scene, publication).flat_map(|node| &node.quotes);
    most(scene, speakers.filter_map(|told| told.fact.speaker.as_ref()))
}

fn named(scene: &Scene<'_>, publication: &Publication<'_>) -> Vec<Kind<Counted>> {
    let all = || nodes(scene, publication).flat_map(|node| &node.cast).map(|found| &found.profile.entity.id);
    scene.kinds(|kind: EntityKind| most(scene, all().filter(|id| id.kind() == kind)))
}

/// Those that come most often.
fn most<'i>(scene: &Scene<'_>, ids: impl Iterator<Item = &'i EntityId>) -> Vec<Counted> {
    let mut counts: BTreeMap<&EntityId, usize> = BTreeMap::new();
    for id in ids {
        *counts.entry(id).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    let counted =
        |(id, number): &(&EntityId, usize)| Counted { entity: scene.entity_id(id), number: *number };
    counts.iter().take(MOST).map(counted).collect()
}
