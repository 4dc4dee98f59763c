//! Articles by month, newest first: all of them, those of a year or those of a month. For `articles.html`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Scene;
use super::date;
use super::piece::{ArticleLine, Link};
use crate::graph::ArticleNode;
use crate::library::Story;
use crate::route::{self, Node};

/// `articles` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Articles {
    /// `Articles`, `Articles of 2024`, `Articles of May 2024`.
    pub(crate) heading: String,
    /// The way to each year, each with its number of articles; on the page of a year to its months.
    pub(crate) jump: Vec<Jump>,
    /// The months of this page, newest first; undated articles last.
    pub(crate) months: Vec<Month>,
    /// How many articles there are on all pages.
    pub(crate) total: usize,
}

/// The way to the articles of a time.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Jump {
    /// `2024`, `May 2024`.
    pub(crate) link: Link,
    /// How many articles.
    pub(crate) articles: usize,
}

/// The articles of a month.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Month {
    /// `September 2025`, `2009`, `Undated`.
    pub(crate) label: String,
    /// Its address on the page: `2025-09`.
    pub(crate) id: String,
    /// The articles.
    pub(crate) articles: Vec<ArticleLine>,
}

/// The view of a page of articles.
pub(crate) fn view(scene: &Scene<'_>) -> Articles {
    let nodes: Vec<_> = route::stories(scene.graph, scene.here.list()).collect();
    let places = places(scene, &nodes);
    let mut months: Vec<Month> = Vec::new();
    for at in scene.range() {
        let (label, id) = &places[at];
        if months.last().is_none_or(|month| month.id != *id) {
            months.push(Month { label: label.clone(), id: id.clone(), articles: Vec::new() });
        }
        months.last_mut().expect("just pushed").articles.push(scene.line(nodes[at]));
    }
    let jump = jump(scene, &nodes, &places);
    Articles { heading: heading(scene), jump, months, total: nodes.len() }
}

/// What a page of articles is called.
pub(crate) fn heading(scene: &Scene<'_>) -> String {
    let of = |time: &str| scene.language.fill("articles.of", &[("time", time)]);
    match scene.here.list() {
        Node::Year(year) => of(&date::year_of(*year, scene.language)),
        Node::Month(year, month) => of(&date::month_of(*year, *month, scene.language)),
        _ => scene.say("nav.articles"),
    }
}

/// The way to the pages of years or months, where there are such pages; else to the months on the pages of this list.
fn jump(scene: &Scene<'_>, nodes: &[&ArticleNode<'_>], places: &[(String, String)]) -> Vec<Jump> {
    let list = scene.here.list();
    let mut jump: Vec<(String, Jump)> = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        let day = node.story.published().and_then(model::PartialDate::earliest);
        let page = day.and_then(|day| match list {
            Node::Articles => Some((Node::Year(day.year), date::year_of(day.year, scene.language))),
            Node::Year(year) => {
                let month = node.story.published()?.month()?;
                Some((Node::Month(*year, month), date::month_of(*year, month, scene.language)))
            }
            _ => None,
        });
        let (text, href) = match page.filter(|(node, _)| scene.routes.has(node)) {
            Some((node, text)) => (text, scene.href(&node, "")),
            None => (places[at].0.clone(), scene.href(&scene.routes.part_with(list, at), &places[at].1)),
        };
        match jump.iter_mut().find(|(known, _)| *known == text) {
            Some((_, known)) => known.articles += 1,
            None => jump.push((text.clone(), Jump { link: Link::new(text, href), articles: 1 })),
        }
    }
    jump.into_iter().map(|(_, jump)| jump).collect()
}

/// The month of each article and its address. A date of a whole year stands among its months; the second part of such a month
/// gets an address of its own.
fn places(scene: &Scene<'_>, nodes: &[&ArticleNode<'_>]) -> Vec<(String, String)> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut places: Vec<(String, String)> = Vec::new();
    let mut last = String::new();
    for node in nodes {
        let (label, id) = month(scene, node.story);
        if last != id || places.is_empty() {
            *seen.entry(id.clone()).or_default() += 1;
            last.clone_from(&id);
        }
        let id = if seen[&id] > 1 { format!("{id}-{}", seen[&id]) } else { id };
        places.push((label, id));
    }
    places
}

fn month(scene: &Scene<'_>, story: &Story) -> (String, String) {
    let undated = || (scene.say("date.undated"), "undated".to_owned());
    let Some(date) = story.published() else { return undated() };
    match (date.earliest(), date.month()) {
        (Some(day), Some(month)) => {
            (date::month_of(day.year, month, scene.language), format!("{:04}-{month:02}", day.year))
        }
        (Some(day), None) => (date::year_of(day.year, scene.language), format!("{:04}", day.year)),
        (None, _) => undated(),
    }
}
