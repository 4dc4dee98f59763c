//! The sentences that say most of an entity that many articles name: chosen from them, never written.

use std::collections::BTreeSet;

use super::{EntityNode, Graph};
use crate::library::Story;

/// From how many articles and sentences on there is something to choose; below, the list of articles shows nearly all.
const ENOUGH: (usize, usize) = (2, 8);

/// How many sentences are chosen: at least, at most.
const COUNT: (usize, usize) = (3, 5);

/// The fewest and the most words of a sentence that stands well alone.
const WORDS: (usize, usize) = (7, 45);

/// What a sentence gains or loses by what it is; the figures weigh the same things as the key points of an article do.
const KEY_POINT: i64 = 4;
const OFFICE: i64 = 3;
const DEED: i64 = 3;
const SUFFERED: i64 = 1;
const FIRST: i64 = 2;
const HANGING: i64 = -4;
const UNWIELDY: i64 = -3;
/// For each sentence of its article that was chosen before.
const AGAIN: i64 = -3;

/// A share of the words, in percent, from which on two sentences say the same.
const SAME: usize = 50;

/// A sentence that names the entity.
struct Candidate<'l> {
    story: &'l Story,
    sentence: usize,
    weight: i64,
    words: BTreeSet<String>,
}

/// The sentences, in the order of time; none when there is little to choose from. `may_show` says which may stand alone.
pub(crate) fn choose<'l>(
    graph: &Graph<'l>,
    node: &EntityNode<'l>,
    may_show: impl Fn(&Story, usize) -> bool,
) -> Vec<(&'l Story, usize)> {
    let sentences: usize = node.appearances.iter().map(|found| found.sentences.len()).sum();
    if node.appearances.len() < ENOUGH.0 || sentences < ENOUGH.1 {
        return Vec::new();
    }
    let places = node.appearances.iter().flat_map(|found| found.sentences.iter().map(|&at| (found, at)));
    let mut open: Vec<Candidate<'l>> = places
        .filter(|(found, at)| may_show(found.story, *at))
        .map(|(found, at)| {
            let weight = weigh(graph, node, found.story, at);
            let first = if found.sentences.first() == Some(&at) { FIRST } else { 0 };
            Candidate {
                story: found.story,
                sentence: at,
                weight: weight + first,
                words: words(found.story, at),
            }
        })
        .collect();
    let mut chosen: Vec<Candidate<'l>> = Vec::new();
    while chosen.len() < COUNT.1 {
        let again = |open: &Candidate<'l>| {
            chosen.iter().filter(|other| other.story.article.id == open.story.article.id).count() as i64
                * AGAIN
        };
        let gain = |at: usize| open[at].weight + again(&open[at]);
        let best = (0..open.len()).max_by_key(|&at| (gain(at), std::cmp::Reverse(at)));
        let Some(best) = best.filter(|&at| gain(at) > 0) else { break };
        let best = open.remove(best);
        open.retain(|other| !repeats(&best.words, &other.words));
        chosen.push(best);
    }
    if chosen.len() < COUNT.0 {
        return Vec::new();
    }
    // The articles stand newest first.
    let rank =
        |story: &Story| node.appearances.iter().position(|found| found.story.article.id == story.article.id);
    chosen.sort_by_key(|found| (std::cmp::Reverse(rank(found.story)), found.sentence));
    chosen.into_iter().map(|found| (found.story, found.sentence)).collect()
}

/// What a sentence says of the entity.
fn weigh(graph: &Graph<'_>, node: &EntityNode<'_>, story: &Story, sentence: usize) -> i64 {
    let id = &node.profile.entity.id;
    let Some(article) = graph.articles.get(&story.article.id) else { return 0 };
    let mut weight = 0;
    if article.key_points.iter().any(|told| told.sentence == sentence) {
        weight += KEY_POINT;
    }
    if article.roles.iter().any(|told| told.sentence == sentence && told.fact.person == *id) {
        weight += OFFICE;
    }
    let relations = || article.relations.iter().filter(|told| told.sentence == sentence);
    if relations().any(|told| told.fact.subject == *id) {
        weight += DEED;
    }
    if relations().any(|told| told.fact.object == *id) {
        weight += SUFFERED;
    }
    let text = story.body.sentences.get(sentence).map_or("", |found| story.body.words(&found.range));
    let count = text.split_whitespace().count();
    if !(WORDS.0..=WORDS.1).contains(&count) || text.starts_with(['"', '“', '‘']) {
        weight += UNWIELDY;
    }
    let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
    let hanging =
        ["he", "she", "it", "they", "his", "her", "its", "their", "but", "and", "this", "that", "these"];
    if hanging.contains(&first.trim_end_matches(',')) {
        weight += HANGING;
    }
    weight
}

/// The longer words of a sentence in lower case.
fn words(story: &Story, sentence: usize) -> BTreeSet<String> {
    let text = story.body.sentences.get(sentence).map_or("", |found| story.body.words(&found.range));
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
    words.map(str::to_lowercase).collect()
}

/// Whether two sentences say much the same.
fn repeats(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let shared = a.intersection(b).count();
    shared * 100 >= SAME * a.len().min(b.len()).max(1)
}
