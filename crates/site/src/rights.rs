//! [`Graph`](crate::graph::Graph) and `[publish] body` → [`Rights`]: which sentences of which article the site may show. This is
//! the one place that decides it. Every page, feed, table, description and index takes an article's words from here, so that
//! what the article's own page leaves out stands nowhere else.
//!
//! Evidence is each sentence of a quote, an office, a relation, an event or a key point, and each that the site sets against
//! another. A date or a figure alone is none: almost every sentence of the news has one, and a site of facts would be a site of
//! texts again. It is shown in its own words, with the way to its place.

use std::collections::{BTreeMap, BTreeSet};

use diag::Span;
use model::ArticleId;

use crate::config::Shown;
use crate::graph::{ArticleNode, Graph};
use crate::library::Story;

/// What stands for words that are not shown.
pub(crate) const GAP: &str = "[…]";

/// Which sentences are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Rights<'l> {
    /// The sentences that are not, by article; articles of which all is shown are not in it.
    hidden: BTreeMap<&'l ArticleId, BTreeSet<usize>>,
}

/// Decides what is shown of every article.
pub(crate) fn decide<'l>(graph: &Graph<'l>, body: Shown) -> Rights<'l> {
    if body == Shown::Full {
        return Rights::default();
    }
    let mut contested: BTreeMap<&ArticleId, BTreeSet<usize>> = BTreeMap::new();
    let sides = graph.disagreements.iter().flat_map(|found| &found.sides);
    for place in sides.flat_map(|side| &side.places) {
        contested.entry(&place.story.article.id).or_default().insert(place.sentence);
    }
    let hidden = graph.articles.iter().filter_map(|node| {
        let id = &node.story.article.id;
        let mut shown = evidence(node);
        shown.extend(contested.remove(id).into_iter().flatten());
        if body == Shown::Excerpt {
            shown.extend(first_paragraph(node.story));
        }
        let hidden: BTreeSet<usize> =
            (0..node.story.body.sentences.len()).filter(|at| !shown.contains(at)).collect();
        (!hidden.is_empty()).then_some((id, hidden))
    });
    Rights { hidden: hidden.collect() }
}

impl Rights<'_> {
    /// The sentences of an article that are not shown.
    pub(crate) fn hidden(&self, story: &Story) -> Option<&BTreeSet<usize>> {
        self.hidden.get(&story.article.id)
    }

    /// Whether a sentence is shown.
    pub(crate) fn shows(&self, story: &Story, sentence: usize) -> bool {
        self.hidden(story).is_none_or(|hidden| !hidden.contains(&sentence))
    }

    /// The words of a sentence, when it is shown.
    pub(crate) fn words<'s>(&self, story: &'s Story, sentence: usize) -> Option<&'s str> {
        let found = story.body.sentences.get(sentence).filter(|_| self.shows(story, sentence))?;
        Some(story.body.words(found.range).trim())
    }

    /// All of an article that is shown, with a mark between sentences that do not follow each other.
    pub(crate) fn text(&self, story: &Story) -> String {
        let Some(hidden) = self.hidden(story) else { return story.body.plain.trim().to_owned() };
        let mut text = String::new();
        for at in 0..story.body.sentences.len() {
            let Some(words) = self.words(story, at) else { continue };
            if !text.is_empty() {
                text.push(' ');
                if hidden.contains(&(at - 1)) {
                    text.push_str(GAP);
                    text.push(' ');
                }
            }
            text.push_str(words);
        }
        text
    }
}

/// The sentences that an article's facts are written in; a quote may take several.
fn evidence(node: &ArticleNode<'_>) -> BTreeSet<usize> {
    let spans = (node.quotes.iter().map(|told| (told.sentence, told.words)))
        .chain(node.roles.iter().map(|told| (told.sentence, told.words)))
        .chain(node.relations.iter().map(|told| (told.sentence, told.words)))
        .chain(node.events.iter().map(|told| (told.sentence, told.words)))
        .chain(node.key_points.iter().map(|told| (told.sentence, told.words)));
    spans.flat_map(|(first, words)| sentences(node.story, first, words)).collect()
}

/// The sentences from `first` on into which `words` reach.
fn sentences(story: &Story, first: usize, words: Span) -> impl Iterator<Item = usize> {
    let all = &story.body.sentences;
    (first..all.len()).take_while(move |at| *at == first || all[*at].range.start() < words.end)
}

fn first_paragraph(story: &Story) -> impl Iterator<Item = usize> {
    let all = &story.body.sentences;
    let first = all.first().map(|sentence| sentence.paragraph());
    (0..all.len()).take_while(move |at| Some(all[*at].paragraph()) == first)
}
