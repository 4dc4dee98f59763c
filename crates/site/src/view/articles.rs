//! All articles by month, newest first. For `articles.html`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Scene;
use super::date;
use super::piece::{ArticleLine, Link};
use crate::graph::ArticleNode;
use crate::library::Story;
use crate::route::Node;

/// `articles` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Articles {
    /// The way to each month.
    pub(crate) jump: Vec<Link>,
    /// The months of this page, newest first; undated articles last.
    pub(crate) months: Vec<Month>,
    /// How many articles there are on all pages.
    pub(crate) total: usize,
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

/// How many months the way to them may name; of more only the years are named.
const MONTHS: usize = 36;

/// The view of a page of articles.
pub(crate) fn view(scene: &Scene<'_>) -> Articles {
    let nodes: Vec<_> = scene.graph.stories().collect();
    let places = places(scene, &nodes);
    let mut months: Vec<Month> = Vec::new();
    for at in scene.range() {
        let (label, id) = &places[at];
        if months.last().is_none_or(|month| month.id != *id) {
            months.push(Month { label: label.clone(), id: id.clone(), articles: Vec::new() });
        }
        months.last_mut().expect("just pushed").articles.push(scene.line(nodes[at]));
    }
    let mut jump = scene.jump(&Node::Articles, places.into_iter());
    if jump.len() > MONTHS {
        let year = |link: &Link| link.text.rsplit(' ').next().unwrap_or_default().to_owned();
        jump.dedup_by_key(|link| year(link));
        jump.iter_mut().for_each(|link| link.text = year(link));
    }
    Articles { jump, months, total: nodes.len() }
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
    let Some(date) = story.published() else { return (scene.say("date.undated"), "undated".to_owned()) };
    match (date.earliest(), date.month()) {
        (Some(day), Some(month)) => {
            (date::month_of(day.year, month, scene.language), format!("{:04}-{month:02}", day.year))
        }
        (Some(day), None) => (day.year.to_string(), format!("{:04}", day.year)),
        (None, _) => (scene.say("date.undated"), "undated".to_owned()),
    }
}
