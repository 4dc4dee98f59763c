//! Ages as news prints them, `Ann Lee, 54,` → [`Age`]s: a number between commas behind a person's name.

use model::{CalendarDay, EntityId, EntityKind};

use super::ArticleNode;
use crate::library::Story;

/// The age of a person as an article prints it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Age<'l> {
    /// Whose.
    pub(crate) person: &'l EntityId,
    /// How many years.
    pub(crate) years: i64,
    /// In which article.
    pub(crate) story: &'l Story,
    /// The index of the sentence.
    pub(crate) sentence: usize,
}

/// The ages that an article prints, in the order of the text.
pub(super) fn find<'l>(node: &ArticleNode<'l>) -> Vec<Age<'l>> {
    let (story, body) = (node.story, &node.story.body);
    let people = body.mentions.iter().filter(|mention| mention.entity.kind() == EntityKind::Person);
    let age = |mention: &'l crate::markdown::Mention| {
        let behind = body.plain.get(mention.range.end..)?.strip_prefix(", ")?;
        let digits = behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let closed = behind[digits..].starts_with([',', '.', ';', ')']);
        let thousands = behind[digits..].strip_prefix(',').is_some_and(|rest| !rest.starts_with(' '));
        let years: i64 = behind[..digits].parse().ok().filter(|years| (5..=112).contains(years))?;
        (closed && !thousands).then_some(Age {
            person: &mention.entity,
            years,
            story,
            sentence: mention.sentence,
        })
    };
    people.filter_map(age).collect()
}

impl Age<'_> {
    /// The first and the last year in which this person can have been born; none when the article has no date.
    pub(crate) fn born(&self) -> Option<(i64, i64)> {
        let published = self.story.published()?;
        let years = |day: CalendarDay| day.year - self.years;
        // A report may lag behind a birthday by a little.
        Some((years(published.earliest()?) - 1, years(published.latest()?)))
    }
}
