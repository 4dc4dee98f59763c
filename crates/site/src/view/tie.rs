//! What ties two, in the words of the pages.

use model::EntityId;

use super::Scene;
use crate::network::{Sort, Tie, Word};

/// A title longer than this, in characters, is cut in a picture.
const WORDS: usize = 34;

impl Scene<'_> {
    /// What articles say of two, seen from one of them: `accused by`, `president`.
    pub(crate) fn said(&self, tie: &Tie<'_>, from: &EntityId) -> Vec<String> {
        let word = |(of_a, word): &(bool, Word<'_>)| match word {
            Word::Holds(title) => (*title).to_owned(),
            Word::Does(predicate) if *of_a == (from == tie.a) => self.say(&format!("relation.{predicate}")),
            Word::Does(predicate) => self.say(&format!("relation_reverse.{predicate}")),
        };
        let mut said: Vec<String> = Vec::new();
        for word in tie.said.iter().map(word) {
            if !said.contains(&word) {
                said.push(word);
            }
        }
        said
    }

    /// What a sort of tie means, for a legend.
    pub(crate) fn meaning(&self, sort: Sort) -> String {
        match sort {
            Sort::Beside => self.say("graph.beside"),
            Sort::Office => self.say("graph.office"),
            Sort::Accord => self.say("graph.accord"),
            Sort::Conflict => self.say("graph.conflict"),
        }
    }

    /// The name of an entity as a picture has room for it: the acronym of a long one, or its beginning.
    pub(crate) fn short(&self, id: &EntityId, most: usize) -> String {
        let Some(node) = self.graph.entities.get(id) else { return String::new() };
        let entity = &node.profile.entity;
        match &entity.detail {
            model::Detail::Group { acronym: Some(acronym), .. } if entity.name.chars().count() > most => {
                acronym.clone()
            }
            _ => cut(&entity.name, most),
        }
    }
}

/// As many of the words as there is room for.
pub(crate) fn joined(words: &[String]) -> String {
    let mut text = String::new();
    for word in words {
        let longer = if text.is_empty() { word.clone() } else { format!("{text} · {word}") };
        if !text.is_empty() && longer.chars().count() > WORDS {
            return text;
        }
        text = longer;
    }
    cut(&text, WORDS)
}

/// The beginning of a text.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let head: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", head.trim_end())
}
