//! An entity, an article's head, a sentence or a mention → its [`Chain`].

use model::{EntityId, Generated};

use super::correction::Case;
use super::{Chain, Desk};
use crate::graph::ArticleNode;
use crate::markdown::Mention;

impl Desk<'_> {
    /// The chains of an entity: who it is, where it is named, then the facts that are about it.
    pub(super) fn entity(&self, id: &EntityId) -> Vec<Chain> {
        let Some(node) = self.graph.entities.get(id) else { return Vec::new() };
        let mut chains = vec![self.identity(id)];
        let stories = node.appearances.iter().map(|found| &found.story.article.id);
        let entries = stories.flat_map(|article| self.entries(&self.graph.articles[article]));
        chains.extend(entries.filter(|entry| entry.entities.contains(id)).map(|entry| entry.chain));
        chains
    }

    /// Who an entity is: its file, its names, and the sentences that name it.
    pub(super) fn identity(&self, id: &EntityId) -> Chain {
        let node = &self.graph.entities[id];
        let entity = &node.profile.entity;
        let mut steps = match self.briefing.files.get(&id.path()) {
            Some(file) => vec![("file", file.path().to_owned())],
            None => vec![("file", "none: it is known from articles alone".to_owned())],
        };
        steps.push(("made", made(entity.generated.as_ref())));
        if !entity.aliases.is_empty() {
            steps.push(("aliases", entity.aliases.join(", ")));
        }
        let names: Vec<_> = node.names().iter().map(|(words, count)| format!("{words} {count}")).collect();
        if !names.is_empty() {
            steps.push(("names used", names.join(", ")));
        }
        for found in &node.appearances {
            let places: Vec<_> = found.sentences().map(|at| format!("s{}", at + 1)).collect();
            let places = if places.is_empty() { "in its facts alone".to_owned() } else { places.join(" ") };
            steps.push(("named in", format!("{}: {places}", found.story.article.id)));
        }
        let words: Vec<&str> = node.names().iter().map(|(words, _)| words.as_str()).collect();
        steps.extend(self.corrections(Case { entities: &[id], words: &words, article: None }));
        Chain { what: format!("{}: {}", id.kind(), self.named(id)), steps }
    }

    /// Where an article comes from.
    pub(super) fn head(&self, node: &ArticleNode<'_>) -> Chain {
        let article = &node.story.article;
        let mut steps = vec![("file", node.story.file.path().to_owned())];
        steps.push(("made", made(article.generated.as_ref())));
        if let Some(source) = &article.source {
            let url = source.url.as_deref().unwrap_or_default();
            steps.push(("source", format!("{} {url}", source.name).trim_end().to_owned()));
        }
        Chain { what: format!("article: {} ({})", article.title, article.id), steps }
    }

    /// Where a sentence stands.
    pub(super) fn sentence(&self, node: &ArticleNode<'_>, at: usize) -> Chain {
        let story = node.story;
        let what = format!("sentence {} of {}", at + 1, story.article.id);
        Chain { what, steps: self.source(story, at, None) }
    }

    /// Whom the words of a mention name.
    pub(super) fn mention(&self, node: &ArticleNode<'_>, mention: &Mention) -> Chain {
        let story = node.story;
        let (words, whom) = (story.body.words(mention.range), story.body.whom(mention));
        let mut steps = self.source(story, mention.sentence(), None);
        let case = Case { entities: &[whom], words: &[words], article: Some(&story.article.id) };
        steps.extend(self.corrections(case));
        Chain { what: format!("mention: {words} – {}", self.named(whom)), steps }
    }
}

/// How a file came about.
fn made(generated: Option<&Generated>) -> String {
    match generated {
        None => "by hand".to_owned(),
        Some(Generated { from, tagger, .. }) => {
            let from = from.as_ref().map_or(String::new(), |seed| format!(" from {seed}"));
            let tagger = tagger.as_ref().map_or(String::new(), |tagger| format!(" with the tagger {tagger}"));
            format!("by the program{from}{tagger}")
        }
    }
}
