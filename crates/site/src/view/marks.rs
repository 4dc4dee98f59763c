//! An article → what its text shows besides the words: who says a sentence that does not name its speaker, what a date means,
//! and which sentences are left out.

use std::collections::{BTreeMap, BTreeSet};

use diag::Span;
use model::EntityId;

use super::Scene;
use super::date::Date;
use crate::graph::{ArticleNode, Told};

/// The marks of a text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Marks<'l> {
    /// Sentences that are not shown.
    pub(crate) hidden: BTreeSet<usize>,
    /// Who says something in a sentence, with the address of the quote, behind that sentence.
    pub(crate) speakers: BTreeMap<usize, Vec<(&'l EntityId, String)>>,
    /// Where dates stand that the text settles, in its order.
    pub(crate) dates: Vec<(Span, Date)>,
}

/// The marks of an article's text.
pub(crate) fn of<'l>(scene: &Scene<'_>, node: &ArticleNode<'l>) -> Marks<'l> {
    let dates =
        node.dates.iter().filter_map(|told| Some((told.words, scene.date(told.fact.value.as_ref()?))));
    let mut dates: Vec<(Span, Date)> = dates.collect();
    dates.sort_by_key(|(span, _)| (span.start, span.end));
    let hidden = scene.rights.hidden(node.story).cloned().unwrap_or_default();
    Marks { hidden, speakers: speakers(node), dates }
}

fn speakers<'l>(node: &ArticleNode<'l>) -> BTreeMap<usize, Vec<(&'l EntityId, String)>> {
    let mut speakers: BTreeMap<usize, Vec<(&EntityId, String)>> = BTreeMap::new();
    for told in &node.quotes {
        let Some(speaker) = &told.fact.speaker else { continue };
        let last = last_sentence(node, told);
        let named = (told.sentence..=last).any(|at| names(node, at, speaker));
        let said = speakers.entry(last).or_default();
        if !named && said.iter().all(|(known, _)| *known != speaker) {
            said.push((speaker, told.place()));
        }
    }
    speakers
}

/// The sentence in which a quote ends.
fn last_sentence<T>(node: &ArticleNode<'_>, told: &Told<'_, T>) -> usize {
    let sentences = &node.story.body.sentences;
    let within = |at: &usize| sentences[*at].range.start() < told.words.end;
    (told.sentence..sentences.len()).take_while(within).last().unwrap_or(told.sentence)
}

/// Whether a sentence has the name of an entity.
fn names(node: &ArticleNode<'_>, sentence: usize, id: &EntityId) -> bool {
    node.story.body.named_in(sentence).any(|named| named == id)
}
