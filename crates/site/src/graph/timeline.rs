//! Dates and dated events of all articles → [`Moment`]s in the order of time.

use std::collections::BTreeMap;

use diag::Span;
use model::{ArticleId, Event, PartialDate};

use super::ArticleNode;
use crate::library::Story;

/// A sentence that says when something was or will be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Moment<'l> {
    /// When, as precisely as the text says.
    pub(crate) date: &'l PartialDate,
    /// In which article.
    pub(crate) story: &'l Story,
    /// The index of the sentence.
    pub(crate) sentence: usize,
    /// Where the words of the date stand; none for an event whose date is told elsewhere.
    pub(crate) words: Option<Span>,
    /// The event, when the article says what happened.
    pub(crate) event: Option<&'l Event>,
}

/// Every date with a value, one moment for each date of a sentence; an event of the sentence on that date is joined to it.
pub(super) fn collect<'l>(articles: &BTreeMap<&ArticleId, ArticleNode<'l>>) -> Vec<Moment<'l>> {
    let mut moments: Vec<Moment<'l>> = articles.values().flat_map(of_article).collect();
    // Same day, same order of articles as their identifiers, then the order of the text.
    moments.sort_by(|a, b| {
        let place = |m: &Moment<'l>| (&m.story.article.id, m.sentence, m.words);
        a.date.cmp(b.date).then_with(|| place(a).cmp(&place(b)))
    });
    moments
}

fn of_article<'l>(node: &ArticleNode<'l>) -> Vec<Moment<'l>> {
    let mut moments: Vec<Moment<'l>> = Vec::new();
    for told in &node.dates {
        let Some(date) = &told.fact.value else { continue };
        let known = |m: &Moment<'_>| m.sentence == told.sentence && m.date == date;
        if !moments.iter().any(known) {
            let words = Some(told.words);
            moments.push(Moment { date, story: node.story, sentence: told.sentence, words, event: None });
        }
    }
    for told in &node.events {
        let Some(date) = &told.fact.date else { continue };
        let event = Some(told.fact);
        match moments.iter_mut().find(|m| m.sentence == told.sentence && m.date == date) {
            Some(moment) => moment.event = moment.event.or(event),
            None => {
                moments.push(Moment { date, story: node.story, sentence: told.sentence, words: None, event })
            }
        }
    }
    moments
}
