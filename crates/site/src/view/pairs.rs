//! Who stands together in sentences: all pairs for `pairs.html`, two of them for `pair.html`.

use model::EntityId;
use serde::Serialize;

use super::Scene;
use super::date::Date;
use super::piece::{EntityLink, Excerpt, Link};
use super::prose::Marked;
use super::relation::Claim;
use crate::graph::Pair;
use crate::library::Story;
use crate::route::Node;

/// `pairs` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Pairs {
    /// The pairs of this page, those with most sentences first.
    pub(crate) pairs: Vec<PairLine>,
    /// How many there are on all pages.
    pub(crate) total: usize,
    /// How many sentences two share at least.
    pub(crate) least: usize,
}

/// Two in a list.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct PairLine {
    /// Their page, by both names.
    pub(crate) link: Link,
    /// How many sentences name both.
    pub(crate) sentences: usize,
    /// How many articles have such a sentence.
    pub(crate) articles: usize,
    /// What is said to be so between them.
    pub(crate) labels: Vec<String>,
}

/// `pair` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Two {
    /// The one.
    pub(crate) a: EntityLink,
    /// The other.
    pub(crate) b: EntityLink,
    /// How many sentences name both.
    pub(crate) total: usize,
    /// What is said to be so between them.
    pub(crate) relations: Vec<Claim>,
    /// The sentences of this page, oldest article first.
    pub(crate) sentences: Vec<Together>,
}

/// The sentences of an article that name both.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Together {
    /// The article.
    pub(crate) article: Link,
    /// When it was published.
    pub(crate) date: Option<Date>,
    /// Where it appeared.
    pub(crate) publication: Option<String>,
    /// The sentences.
    pub(crate) sentences: Vec<Excerpt>,
}

/// The view of the page of all pairs.
pub(crate) fn view(scene: &Scene<'_>) -> Pairs {
    let all = &scene.catalog.pairs;
    let pairs = all[scene.range()].iter().map(|(name, pair)| line(scene, name, pair)).collect();
    Pairs { pairs, total: all.len(), least: scene.config.pair_sentences }
}

/// The view of the page of two.
pub(crate) fn two(scene: &Scene<'_>, name: &str) -> Two {
    let pair = &scene.graph.pairs[name];
    let first = scene.here.number() == 1;
    let propositions = pair.propositions.iter().filter(|_| first).map(|&at| &scene.graph.propositions[at]);
    Two {
        a: scene.entity_id(pair.a),
        b: scene.entity_id(pair.b),
        total: pair.sentences.len(),
        relations: propositions.map(|proposition| scene.claim(proposition)).collect(),
        sentences: together(scene, &pair.sentences[scene.range()], &[pair.a, pair.b]),
    }
}

/// The names of two as the title of their page.
pub(crate) fn title(scene: &Scene<'_>, pair: &Pair<'_>) -> String {
    scene.language.fill("piece.and", &[("a", scene.graph.name(pair.a)), ("b", scene.graph.name(pair.b))])
}

fn line(scene: &Scene<'_>, name: &str, pair: &Pair<'_>) -> PairLine {
    let mut articles: Vec<_> = pair.sentences.iter().map(|(story, _)| &story.article.id).collect();
    articles.dedup();
    let mut labels: Vec<String> = Vec::new();
    for &at in &pair.propositions {
        let label = scene.verb(scene.graph.propositions[at].predicate);
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    let href = scene.href(&Node::Pair(name.to_owned()), "");
    PairLine {
        link: Link::new(title(scene, pair), href),
        sentences: pair.sentences.len(),
        articles: articles.len(),
        labels,
    }
}

fn together(scene: &Scene<'_>, sentences: &[(&Story, usize)], both: &[&EntityId]) -> Vec<Together> {
    let mut found: Vec<Together> = Vec::new();
    let mut last = None;
    for (story, at) in sentences {
        if last != Some(&story.article.id) {
            last = Some(&story.article.id);
            found.push(Together {
                article: scene.article(story, ""),
                date: scene.published(story),
                publication: story.article.source.as_ref().map(|source| source.name.clone()),
                sentences: Vec::new(),
            });
        }
        let excerpt = scene.excerpt(story, *at, Marked::Entities(both));
        found.last_mut().expect("just pushed").sentences.push(excerpt);
    }
    found
}
