//! A page, an entity or a fact → [`Chain`]s: why it is on the site. Each chain leads from what is shown to its sentence, its
//! article, the file and the line that hold it, the rule that found it with its score, and the corrections that apply to it.

mod target;
mod correction;
mod fact;
mod entity;

use std::collections::BTreeSet;
use std::fmt;

use diag::{Severity, Sink};
use model::Briefing;

use crate::catalog::Catalog;
use crate::config::Config;
use crate::graph::{ArticleNode, Graph};
use crate::route::Node;
use crate::sheet::Sheets;
use crate::{catalog, graph, library, network, route};

use fact::Entry;
use target::Asked;

/// The evidence for one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// What is shown.
    pub what: String,
    /// Where it comes from: a label and what stands there, from the nearest to the farthest.
    pub steps: Vec<(&'static str, String)>,
}

/// Why something is on the site. It is asked for by the address of a page (with or without the base URL, also as a file), the
/// address of a place in an article (`articles/ferry/#q-1a2b3c4d`), an identifier (`person/ann-lee`, an article's name) or the
/// identifier of a fact alone (`q-1a2b3c4d`). `None` when the site has no such thing.
pub fn explain(briefing: &Briefing, config: &Config, drafts: bool, asked: &str) -> Option<Vec<Chain>> {
    let mut unheard = Sink::default();
    let library = library::read(briefing, drafts, Severity::Error, &mut unheard);
    let graph = graph::link(&library, graph::Wanted::all(config), &mut unheard);
    let catalog = catalog::make(&graph, &Sheets::default());
    let routes =
        route::assign(&graph, &catalog, &network::tie(&graph), config.base_url.as_ref(), &Sheets::default());
    let desk = Desk { briefing, graph: &graph, catalog: &catalog };
    let asked = target::resolve(asked, &graph, &routes)?;
    let chains = match &asked {
        Asked::Page(node) => desk.page(node.list()),
        Asked::Place(id, place) => desk.place(graph.articles.get(id)?, place),
        Asked::Fact(place) => graph.articles.iter().flat_map(|node| desk.place(node, place)).collect(),
    };
    (!chains.is_empty()).then_some(chains)
}

/// What every answer is made from.
#[derive(Debug, Clone, Copy)]
struct Desk<'g> {
    briefing: &'g Briefing,
    graph: &'g Graph<'g>,
    catalog: &'g Catalog<'g>,
}

impl Desk<'_> {
    /// The chains of a page: all that it shows.
    fn page(&self, node: &Node) -> Vec<Chain> {
        let entries = || self.graph.stories().flat_map(|node| self.entries(node));
        let those =
            |wanted: &dyn Fn(&Entry) -> bool| entries().filter(wanted).map(|entry| entry.chain).collect();
        match node {
            Node::Article(id) => self.article(&self.graph.articles[id]),
            Node::Entity(id) | Node::Facet(id, _) => self.entity(id),
            Node::Speaker(id) => those(&|entry| entry.letter() == 'q' && entry.speaker.as_ref() == Some(id)),
            Node::Unattributed => those(&|entry| entry.letter() == 'q' && entry.speaker.is_none()),
            Node::Quotes => those(&|entry| entry.letter() == 'q'),
            Node::Claims => those(&|entry| entry.hedged),
            Node::Relations => those(&|entry| entry.letter() == 'r'),
            Node::Relation(predicate) => those(&|entry| entry.predicate == Some(*predicate)),
            Node::Timeline => those(&|entry| "de".contains(entry.letter())),
            Node::When(when) => {
                let moments = self.catalog.whens.get(when).into_iter().flatten();
                let sentences: BTreeSet<_> = moments.map(|m| (&m.story.article.id, m.sentence)).collect();
                let facts =
                    |(id, at): (_, usize)| self.place(&self.graph.articles[id], &format!("s{}", at + 1));
                sentences.into_iter().flat_map(facts).collect()
            }
            Node::Name(slug) => self.graph.names()[slug].bearers.iter().map(|id| self.identity(id)).collect(),
            Node::Pair(name) => self.pair(name),
            Node::Disagreements => self.disagreements(),
            Node::Year(_) | Node::Month(..) => {
                let listed = node.time().and_then(|time| self.catalog.articles.get(&time));
                listed.into_iter().flat_map(|list| &list.nodes).map(|node| self.head(node)).collect()
            }
            Node::Home | Node::Articles | Node::Sources => {
                self.graph.stories().map(|node| self.head(node)).collect()
            }
            Node::Source(slug) => {
                let articles = self.graph.publications[slug].articles.iter();
                articles.map(|id| self.head(&self.graph.articles[*id])).collect()
            }
            Node::Entities(kind, order) => {
                let listed = self.catalog.names.get(&(*kind, *order));
                let nodes = listed.into_iter().flat_map(|names| &names.nodes);
                nodes.map(|node| self.identity(&node.profile.entity.id)).collect()
            }
            Node::Pairs => self.graph.pairs.keys().flat_map(|name| self.pair(name)).collect(),
            Node::Map
            | Node::Graph
            | Node::Search
            | Node::Changes
            | Node::Data
            | Node::Review
            | Node::About
            | Node::NotFound
            | Node::Part(..) => Vec::new(),
        }
    }

    /// The chains of an article: where it comes from, then its facts.
    fn article(&self, node: &ArticleNode<'_>) -> Vec<Chain> {
        let facts = self.entries(node).into_iter().map(|entry| entry.chain);
        std::iter::once(self.head(node)).chain(facts).collect()
    }

    /// The chains of a place in an article: a fact, or all facts of a sentence, a paragraph or a mention.
    fn place(&self, node: &ArticleNode<'_>, place: &str) -> Vec<Chain> {
        let body = &node.story.body;
        let number =
            |letter: char| place.strip_prefix(letter).and_then(|digits| digits.parse::<usize>().ok());
        let entries = || self.entries(node).into_iter();
        if let Some(at) =
            number('s').and_then(|number| number.checked_sub(1)).filter(|at| *at < body.sentences.len())
        {
            let facts = entries().filter(|entry| entry.sentence == at).map(|entry| entry.chain);
            let names = body.mentions_of(at).iter().map(|mention| self.mention(node, mention));
            return std::iter::once(self.sentence(node, at)).chain(names).chain(facts).collect();
        }
        if let Some(mention) = number('m').and_then(|number| body.mentions.get(number.checked_sub(1)?)) {
            return vec![self.mention(node, mention), self.identity(body.whom(mention))];
        }
        if let Some(paragraph) = number('p') {
            let inside = |entry: &Entry| body.sentences[entry.sentence].paragraph() == paragraph;
            return entries().filter(inside).map(|entry| entry.chain).collect();
        }
        entries().filter(|entry| entry.place == place).map(|entry| entry.chain).collect()
    }

    fn disagreements(&self) -> Vec<Chain> {
        let sides = self.graph.disagreements.iter().flat_map(|disagreement| {
            let names: Vec<_> = disagreement.about.iter().map(|id| self.graph.name(id)).collect();
            let what = disagreement.predicate.map_or("", |predicate| predicate.labels().0);
            let title =
                format!("disagreement ({:?}): {}", disagreement.sort, names.join(&format!(" {what} ")));
            disagreement.sides.iter().flat_map(move |side| {
                let title = title.clone();
                side.places.iter().map(move |place| (title.clone(), side.value, place))
            })
        });
        let chain = |(title, value, place): (String, crate::graph::Value<'_>, &crate::graph::Place<'_>)| {
            let node = &self.graph.articles.of(place.story);
            let mut chain = self.sentence(node, place.sentence);
            chain.what = format!("{title} – {value:?}");
            chain
        };
        sides.map(chain).collect()
    }

    fn pair(&self, name: &str) -> Vec<Chain> {
        let pair = &self.graph.pairs[name];
        let sentence =
            |(story, at): &(&crate::library::Story, usize)| self.sentence(self.graph.articles.of(story), *at);
        pair.sentences.iter().map(sentence).collect()
    }
}

impl fmt::Display for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.what)?;
        for (label, text) in &self.steps {
            writeln!(f, "  {label:<11} {text}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
