//! Articles by month, newest first: all of them, those of a year or those of a month. For `articles.html`.

use std::ops::Range;

use serde::Serialize;

use super::Scene;
use super::date;
use super::piece::{ArticleLine, Link};
use crate::catalog;
use crate::route::Node;

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
    let Some(list) = scene.here.time().and_then(|time| scene.catalog.articles.get(&time)) else {
        return Articles { heading: heading(scene), jump: Vec::new(), months: Vec::new(), total: 0 };
    };
    let month = |(month, here): (&catalog::Month, Range<usize>)| Month {
        label: label(scene, month),
        id: place(month),
        articles: list.nodes[here].iter().map(|node| scene.line(node.story)).collect(),
    };
    Articles {
        heading: heading(scene),
        jump: jump(scene, list),
        months: list.within(&scene.range()).map(month).collect(),
        total: list.nodes.len(),
    }
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
fn jump(scene: &Scene<'_>, list: &catalog::Articles<'_>) -> Vec<Jump> {
    let mut jump: Vec<Jump> = Vec::new();
    for month in &list.months {
        let page = match (scene.here.list(), month.of) {
            (Node::Articles, Some((year, _))) => {
                Some((Node::Year(year), date::year_of(year, scene.language)))
            }
            (Node::Year(_), Some((year, Some(month)))) => {
                Some((Node::Month(year, month), date::month_of(year, month, scene.language)))
            }
            _ => None,
        };
        let (text, href) = match page.filter(|(node, _)| scene.routes.has(node)) {
            Some((node, text)) => (text, scene.href(&node, "")),
            None => {
                let part = scene.routes.part_with(scene.here.list(), month.articles.start);
                (label(scene, month), scene.href(&part, &place(month)))
            }
        };
        match jump.iter_mut().find(|known| known.link.text == text) {
            Some(known) => known.articles += month.articles.len(),
            None => jump.push(Jump { link: Link::new(text, href), articles: month.articles.len() }),
        }
    }
    jump
}

/// What a month is called.
fn label(scene: &Scene<'_>, month: &catalog::Month) -> String {
    match month.of {
        Some((year, Some(month))) => date::month_of(year, month, scene.language),
        Some((year, None)) => date::year_of(year, scene.language),
        None => scene.say("date.undated"),
    }
}

/// The address of a month.
fn place(month: &catalog::Month) -> String {
    let place = match month.of {
        Some((year, Some(month))) => format!("{year:04}-{month:02}"),
        Some((year, None)) => format!("{year:04}"),
        None => "undated".to_owned(),
    };
    if month.round > 1 { format!("{place}-{}", month.round) } else { place }
}
