//! All articles by month, newest first. For `articles.html`.

use serde::Serialize;

use super::Scene;
use super::date;
use super::piece::ArticleLine;
use crate::library::Story;

/// `articles` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Articles {
    /// The months, newest first; undated articles last.
    pub(crate) months: Vec<Month>,
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

/// The view of the page of all articles.
pub(crate) fn view(scene: &Scene<'_>) -> Articles {
    let mut months: Vec<Month> = Vec::new();
    for node in scene.graph.stories() {
        let (label, id) = month(node.story);
        if months.last().is_none_or(|month| month.id != id) {
            // A date of a whole year stands among its months; the second part of such a month gets an address of its own.
            let again = months.iter().filter(|month| month.label == label).count();
            let id = if again == 0 { id } else { format!("{id}-{}", again + 1) };
            months.push(Month { label, id, articles: Vec::new() });
        }
        months.last_mut().expect("just pushed").articles.push(scene.line(node));
    }
    Articles { months }
}

fn month(story: &Story) -> (String, String) {
    let Some(date) = story.published() else { return ("Undated".to_owned(), "undated".to_owned()) };
    match (date.earliest(), date.month()) {
        (Some(day), Some(month)) => (date::month_of(day.year, month), format!("{:04}-{month:02}", day.year)),
        (Some(day), None) => (day.year.to_string(), format!("{:04}", day.year)),
        (None, _) => ("Undated".to_owned(), "undated".to_owned()),
    }
}
