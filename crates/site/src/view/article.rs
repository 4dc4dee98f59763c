//! One article: whom it names, its text, what it says. For `article.html`.

use serde::Serialize;

use super::Scene;
use super::cite::{self, Citation};
use super::date::Date;
use super::event::EventLine;
use super::fact::{Figure, RoleLine};
use super::html::Html;
use super::marks;
use super::piece::{EntityLink, Excerpt, Kind, Link};
use super::prose::{self, Marked};
use super::quote::QuoteLine;
use super::relation::RelationLine;
use super::why::Why;
use crate::graph::{Anchored, ArticleNode, Presence, Related};
use crate::library::Story;
use crate::markdown;
use crate::route::Node;

/// Words that a reader takes in within a minute.
const WORDS_A_MINUTE: usize = 230;

/// `article` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Article {
    /// The headline.
    pub(crate) title: String,
    /// When it was published.
    pub(crate) date: Option<Date>,
    /// Who wrote it.
    pub(crate) author: Option<String>,
    /// Where it appeared.
    pub(crate) source: Option<String>,
    /// The address of the original.
    pub(crate) original: Option<String>,
    /// The language, when it is not that of the site.
    pub(crate) language: Option<String>,
    /// How many minutes it takes to read.
    pub(crate) minutes: usize,
    /// The sentences that say most of it.
    pub(crate) key_points: Vec<Excerpt>,
    /// Whom it names.
    pub(crate) cast: Vec<Kind<Member>>,
    /// The text as HTML.
    pub(crate) text: Html,
    /// Who says what.
    pub(crate) quotes: Vec<QuoteLine>,
    /// Who holds which office.
    pub(crate) roles: Vec<RoleLine>,
    /// Who does what to whom.
    pub(crate) relations: Vec<RelationLine>,
    /// What happened, or may.
    pub(crate) events: Vec<EventLine>,
    /// The numbers.
    pub(crate) figures: Vec<Figure>,
    /// The dates.
    pub(crate) dates: Vec<Dated>,
    /// The notes on it that the settings name, in their order there.
    pub(crate) notes: Vec<Note>,
    /// How it is cited, by style.
    pub(crate) citations: Vec<Citation>,
    /// How much of the text is shown: `full`, `excerpt` or `facts`.
    pub(crate) shown: &'static str,
    /// Articles on the same.
    pub(crate) related: Vec<RelatedLine>,
    /// The next older article.
    pub(crate) older: Option<Link>,
    /// The next newer article.
    pub(crate) newer: Option<Link>,
}

/// An entity in the box of an article.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Member {
    /// Who or what.
    pub(crate) entity: EntityLink,
    /// The titles that the article gives a person, each with whose it is: `President, Peru`.
    pub(crate) titles: Vec<String>,
    /// How often the text names it.
    pub(crate) mentions: usize,
    /// The first place where it does.
    pub(crate) first: Option<String>,
}

/// A date that is written in an article.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Dated {
    /// Its address in its article: `d-1a2b3c4d`.
    pub(crate) id: String,
    /// As printed.
    pub(crate) words: String,
    /// What it means, as far as the text settles it.
    pub(crate) date: Option<Date>,
    /// The sentence.
    pub(crate) sentence: Excerpt,
    /// How it was found.
    pub(crate) why: Option<Why>,
}

/// What somebody noted about an article, and wants shown.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Note {
    /// What it is about: `context`.
    pub(crate) name: String,
    /// The note.
    pub(crate) text: String,
}

/// Another article with the reason why it is shown.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RelatedLine {
    /// The article.
    pub(crate) article: Link,
    /// When it was published.
    pub(crate) date: Option<Date>,
    /// What both name.
    pub(crate) shared: Vec<String>,
    /// How many more both name.
    pub(crate) more: usize,
}

/// How many shared names are given as the reason.
const REASONS: usize = 3;

/// The view of an article's page.
pub(crate) fn view(scene: &Scene<'_>, node: &ArticleNode<'_>) -> Article {
    let (article, body) = (&node.story.article, &node.story.body);
    let sayings = &scene.graph.sayings;
    let neighbor = |id: Option<&model::ArticleId>| {
        id.and_then(|id| scene.graph.articles.get(id)).map(|node| scene.article(node.story, ""))
    };
    Article {
        title: article.title.clone(),
        date: scene.published(node.story),
        author: article.author.clone(),
        source: article.source.as_ref().map(|source| source.name.clone()),
        original: article
            .source
            .as_ref()
            .and_then(|source| source.url.clone())
            .filter(|url| markdown::is_web(url)),
        language: scene.tongue(article),
        minutes: scene.wanted("minutes", || body.plain.split(' ').count().div_ceil(WORDS_A_MINUTE)),
        key_points: scene.wanted("key_points", || {
            let points = node.key_points.iter();
            points.map(|told| scene.excerpt(told.story, told.sentence, Marked::Nothing)).collect()
        }),
        cast: scene.kinds(|kind| {
            let of_kind = node.cast.iter().filter(|presence| presence.profile.entity.id.kind() == kind);
            of_kind.map(|presence| member(scene, node.story, presence)).collect()
        }),
        text: prose::article(scene, node.story, &marks::of(scene, node)),
        shown: scene.config.body.as_str(),
        notes: notes(scene, article),
        citations: scene.wanted("citations", || cite::make(scene, article)),
        quotes: scene.wanted("quotes", || {
            let quotes = node.quotes.iter().zip(&node.sayings);
            quotes.map(|(told, &at)| scene.quote(told, &sayings[at])).collect()
        }),
        roles: scene.wanted("roles", || scene.roles(&node.roles)),
        relations: scene
            .wanted("relations", || node.relations.iter().map(|told| scene.relation(told)).collect()),
        events: scene.wanted("events", || node.events.iter().map(|told| scene.event(told)).collect()),
        figures: scene.wanted("figures", || node.quantities.iter().map(|told| scene.figure(told)).collect()),
        dates: scene.wanted("dates", || dates(scene, node)),
        related: scene.wanted("related", || {
            scene.graph.related(node).iter().map(|related| line(scene, related)).collect()
        }),
        older: scene.wanted("older", || neighbor(node.older)),
        newer: scene.wanted("newer", || neighbor(node.newer)),
    }
}

/// The notes on an article that the settings name.
fn notes(scene: &Scene<'_>, article: &model::Article) -> Vec<Note> {
    let named = scene.config.notes.iter().filter_map(|name| article.notes.get_key_value(name));
    named.map(|(name, text)| Note { name: name.clone(), text: text.clone() }).collect()
}

fn member(scene: &Scene<'_>, story: &Story, presence: &Presence<'_>) -> Member {
    let here = Node::Article(story.article.id.clone());
    Member {
        entity: scene.entity(presence.profile),
        titles: presence.titles.iter().map(|title| scene.title(title.words, title.of)).collect(),
        mentions: presence.mentions,
        first: scene.wanted("first", || presence.first.map(|at| scene.href(&here, &format!("m{}", at + 1)))),
    }
}

fn dates(scene: &Scene<'_>, node: &ArticleNode<'_>) -> Vec<Dated> {
    let dated = |told: &crate::graph::Told<'_, model::DateMention>| Dated {
        id: told.place(),
        words: told.fact.evidence.text.clone(),
        date: told.fact.value.as_ref().map(|date| scene.date(date)),
        sentence: scene.excerpt(told.story, told.sentence, Marked::Words(told.words)),
        why: scene.why(told.fact.basis()),
    };
    node.dates.iter().map(dated).collect()
}

fn line(scene: &Scene<'_>, related: &Related<'_>) -> RelatedLine {
    RelatedLine {
        article: scene.article(related.story, ""),
        date: scene.published(related.story),
        shared: related.shared.iter().take(REASONS).map(|profile| profile.entity.name.clone()).collect(),
        more: related.shared.len().saturating_sub(REASONS),
    }
}
