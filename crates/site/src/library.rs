//! [`model::Briefing`] → [`Library`]: every article that is published, with its text read, and every entity that it names,
//! also those without a file of their own. Links that lead nowhere are reported here.

mod link;
mod name;

use std::collections::BTreeMap;
use std::sync::Arc;

use diag::{Severity, Sink, SourceFile};
use model::{Article, ArticleId, Briefing, Entity, EntityId, FrontMatter};

use crate::language::Language;
use crate::markdown::{self, Body};

/// All that the site is made of.
#[derive(Debug, Default)]
pub(crate) struct Library {
    /// The articles.
    pub(crate) stories: BTreeMap<ArticleId, Story>,
    /// People, countries, groups and places.
    pub(crate) profiles: BTreeMap<EntityId, Profile>,
    /// How many articles were left out as drafts.
    pub(crate) drafts: usize,
    /// How many standing corrections people wrote.
    pub(crate) corrections: usize,
}

/// An article with its text read.
#[derive(Debug)]
pub(crate) struct Story {
    /// What its file says.
    pub(crate) article: Article,
    /// Its text.
    pub(crate) body: Body,
    /// Its file, for findings.
    pub(crate) file: Arc<SourceFile>,
}

/// An entity with its profile read.
#[derive(Debug)]
pub(crate) struct Profile {
    /// Who or what it is.
    pub(crate) entity: Entity,
    /// What a person wrote about it.
    pub(crate) body: Body,
}

/// Reads every body of a briefing; drafts are left out unless `drafts`. A dead link is reported at `level`.
pub(crate) fn read(briefing: &Briefing, drafts: bool, level: Severity, sink: &mut Sink) -> Library {
    let mut library = Library { corrections: briefing.corrections.decisions.len(), ..Library::default() };
    for article in briefing.articles.values() {
        if article.draft && !drafts {
            library.drafts += 1;
            continue;
        }
        let file = file(briefing, &article.id.path(), &article.body);
        let body = markdown::parse(&article.body, "articles");
        library.stories.insert(article.id.clone(), Story { article: article.clone(), body, file });
    }
    for entity in briefing.entities.values() {
        let body = markdown::parse(&entity.profile, entity.id.kind().folder());
        library.profiles.insert(entity.id.clone(), Profile { entity: entity.clone(), body });
    }
    link::check(&library, briefing, level, sink);
    for (id, name) in name::missing(&library) {
        let entity = Entity::new(id.clone(), name);
        library.profiles.insert(id, Profile { entity, body: Body::default() });
    }
    library
}

impl Library {
    /// The library with the countries named in the language of the pages, where the content has their English names.
    pub(crate) fn named_in(mut self, language: &Language) -> Self {
        for Profile { entity, .. } in self.profiles.values_mut() {
            let Some(code) = entity.id.country_code().filter(|code| code.country().name == entity.name)
            else {
                continue;
            };
            let name = language.country(code);
            if entity.name != name {
                entity.aliases.retain(|alias| alias != name);
                entity.aliases.insert(0, std::mem::replace(&mut entity.name, name.to_owned()));
            }
        }
        self
    }
}

/// The file of a path in the content folder; one is made up for a briefing that was never on disk.
fn file(briefing: &Briefing, path: &str, body: &str) -> Arc<SourceFile> {
    briefing.files.get(path).cloned().unwrap_or_else(|| Arc::new(SourceFile::new(path, body)))
}

/// Where in its file the body of an article or profile begins, in bytes.
fn body_start(file: &SourceFile) -> usize {
    let text = file.text();
    let start = FrontMatter::find(text).map_or(0, |found| found.body.start);
    start + (text[start..].len() - text[start..].trim_start().len())
}

impl Story {
    /// The line of the file that holds a sentence: a sentence is a line of the body, and paragraphs are parted by empty ones.
    pub(crate) fn line(&self, sentence: usize) -> Option<usize> {
        let text = self.file.text();
        let start = body_start(&self.file);
        let filled = text[start..].split_inclusive('\n').scan(start, |at, line| {
            let here = *at;
            *at += line.len();
            Some((here, line))
        });
        let at = filled.filter(|(_, line)| !line.trim().is_empty()).nth(sentence)?.0;
        Some(self.file.position(at).line)
    }

    /// All entities that the article names: its cast, then those that only its text or its facts name.
    pub(crate) fn entities(&self) -> Vec<EntityId> {
        let mut ids = self.article.cast.ids();
        for id in self.named() {
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        ids
    }

    /// The entities that its text links and its facts are about, each as often as they do.
    pub(crate) fn named(&self) -> impl Iterator<Item = &EntityId> {
        let facts = &self.article;
        let spoken = facts.quotes.iter().flat_map(|quote| quote.speaker.iter().chain(&quote.addressee));
        let held = facts.roles.iter().flat_map(|role| std::iter::once(&role.person).chain(&role.of));
        let related = facts
            .relations
            .iter()
            .flat_map(|r| [&r.subject, &r.object].into_iter().chain(&r.source).chain(&r.place));
        let happened = facts.events.iter().flat_map(|event| event.participants.iter().chain(&event.place));
        let linked = self.body.mentions.iter().map(|mention| &mention.entity);
        linked.chain(spoken).chain(held).chain(related).chain(happened)
    }
}

#[cfg(test)]
mod tests;
