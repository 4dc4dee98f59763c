//! Ages as news prints them, `Ann Lee, 54,` → [`Age`]s: a number between commas behind a person's name.

use model::{EntityId, EntityKind};

use super::ArticleNode;
use crate::library::Story;

/// The age of a person as an article prints it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Age<'l> {
    /// Whose.
    pub(crate) person: &'l EntityId,
    /// How many years.
    pub(crate) years: i64,
    /// The first and the last year in which the person can have been born.
    pub(crate) born: (i64, i64),
    /// In which article.
    pub(crate) story: &'l Story,
    /// The index of the sentence.
    pub(crate) sentence: usize,
}

/// The ages that a dated article prints, in the order of the text.
pub(super) fn find<'l>(node: &ArticleNode<'l>) -> Vec<Age<'l>> {
    let (story, body) = (node.story, &node.story.body);
    let people = body.mentions.iter().filter(|mention| body.whom(mention).kind() == EntityKind::Person);
    let age = |mention: &'l crate::markdown::Mention| {
        let behind = body.plain.get(mention.range.end()..)?.strip_prefix(", ")?;
        let digits = behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let closed = behind[digits..].starts_with([',', '.', ';', ')']);
        let thousands = behind[digits..].strip_prefix(',').is_some_and(|rest| !rest.starts_with(' '));
        let years: i64 = behind[..digits].parse().ok().filter(|years| (5..=112).contains(years))?;
        let born = born(story, years).filter(|_| closed && !thousands)?;
        Some(Age { person: body.whom(mention), years, born, story, sentence: mention.sentence() })
    };
    people.filter_map(age).collect()
}

/// The first and the last year in which somebody of this age can have been born; a report may lag behind a birthday by a little.
fn born(story: &Story, years: i64) -> Option<(i64, i64)> {
    let published = story.published()?;
    Some((published.earliest()?.year - years - 1, published.latest()?.year - years))
}
