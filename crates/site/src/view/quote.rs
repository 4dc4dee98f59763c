//! Quotes as pages print them: the words, whose they are, and in which other words or articles they stand.

use model::{Quote, QuoteKind};
use serde::Serialize;

use super::Scene;
use super::date::Date;
use super::fact::Source;
use super::piece::{EntityLink, Excerpt, Link};
use super::prose::Marked;
use super::why::Why;
use crate::graph::{Anchored, Saying, Told, Wording};

/// Words that somebody said.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct QuoteLine {
    /// Its address in its article: `q-1a2b3c4d`.
    pub(crate) id: String,
    /// The words.
    pub(crate) words: String,
    /// Whether they stand between quotation marks, or are reported.
    pub(crate) direct: bool,
    /// Who says it, when that is certain.
    pub(crate) speaker: Option<EntityLink>,
    /// The title that the article gives the speaker; empty when it gives none.
    pub(crate) title: String,
    /// The speaker as printed.
    pub(crate) speaker_text: Option<String>,
    /// Who is spoken to, when that is somebody known.
    pub(crate) addressee: Option<EntityLink>,
    /// Who is spoken to, as printed.
    pub(crate) addressee_text: Option<String>,
    /// The sentence with these words.
    pub(crate) sentence: Excerpt,
    /// The article.
    pub(crate) article: Link,
    /// Where the article appeared.
    pub(crate) publication: Option<String>,
    /// The quote in its article.
    pub(crate) permalink: String,
    /// When the article was published.
    pub(crate) date: Option<Date>,
    /// The language of the words, when it is not that of the site.
    pub(crate) language: Option<String>,
    /// How it was found.
    pub(crate) why: Option<Why>,
    /// Other articles that print it in the same words.
    pub(crate) also: Option<Printings>,
    /// Other ways in which articles print it.
    pub(crate) wordings: Vec<WordingLine>,
}

/// Another way of printing a quote.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct WordingLine {
    /// The words.
    pub(crate) words: String,
    /// Whether it is the same with less or more of it.
    pub(crate) piece: bool,
    /// Where it is printed so.
    pub(crate) printings: Printings,
}

/// Where something is printed. The page of the article that stands for all names each place, another one the newest: a hundred copies
/// that all named each other would take ten thousand lines.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Printings {
    /// The places, newest first.
    pub(crate) sources: Vec<Source>,
    /// How many more there are.
    pub(crate) more: usize,
    /// Where all of them are named.
    pub(crate) all: String,
}

/// How many places a page names that does not name all.
pub(super) const PLACES: usize = 8;

impl Scene<'_> {
    /// What was said, as the article prints it that stands for all.
    pub(crate) fn saying(&self, saying: &Saying<'_>) -> QuoteLine {
        self.quote(&saying.lead(), saying)
    }

    /// What was said, as this article prints it.
    pub(crate) fn quote(&self, told: &Told<'_, Quote>, saying: &Saying<'_>) -> QuoteLine {
        let article = &told.story.article;
        let id = told.place();
        let here = |other: &&Told<'_, Quote>| other.story.article.id == article.id && other.place() == id;
        let has = |wording: &Wording<'_>| wording.tellings.iter().any(|other| here(&other));
        let own = saying.wordings.iter().position(has).unwrap_or(0);
        let also = saying.wordings[own].tellings.iter().filter(|other| !here(other)).collect::<Vec<_>>();
        let lead = saying.lead();
        let most = if here(&&lead) { usize::MAX } else { PLACES };
        let all = self.article_href(&lead.story.article.id, &lead.place());
        let printings = |tellings: &[&Told<'_, Quote>]| Printings {
            sources: tellings.iter().take(most).map(|told| self.printed(told)).collect(),
            more: tellings.len().saturating_sub(most),
            all: all.clone(),
        };
        let others = saying.wordings.iter().enumerate().filter(|(at, _)| *at != own);
        QuoteLine {
            words: trimmed(&told.fact.evidence.text).to_owned(),
            direct: told.fact.kind == QuoteKind::Direct,
            speaker: told.fact.speaker.as_ref().or(saying.speaker).map(|id| self.entity_id(id)),
            title: self.speakers_title(told, saying),
            speaker_text: told.fact.speaker_text.clone(),
            addressee: told.fact.addressee.as_ref().map(|id| self.entity_id(id)),
            addressee_text: told.fact.addressee_text.clone(),
            sentence: self.excerpt(told.story, told.sentence, Marked::Nothing),
            article: self.article(told.story, ""),
            publication: article.source.as_ref().map(|source| source.name.clone()),
            permalink: self.article_href(&told.story.article.id, &id),
            date: self.published(told.story),
            language: self.tongue(article),
            why: self.why(told.fact.basis()),
            also: (!also.is_empty()).then(|| printings(&also)),
            wordings: others
                .map(|(_, other)| WordingLine {
                    words: trimmed(&other.tellings[0].fact.evidence.text).to_owned(),
                    piece: other.is_piece_of(&saying.wordings[own]),
                    printings: printings(&other.tellings.iter().collect::<Vec<_>>()),
                })
                .collect(),
            id,
        }
    }

    /// The sayings of these numbers.
    pub(crate) fn sayings(&self, list: &[usize]) -> Vec<QuoteLine> {
        list.iter().map(|&at| self.saying(&self.graph.sayings[at])).collect()
    }

    /// The place of a quote.
    fn printed(&self, told: &Told<'_, Quote>) -> Source {
        Source { href: self.article_href(&told.story.article.id, &told.place()), ..self.source(told) }
    }

    fn speakers_title(&self, told: &Told<'_, Quote>, saying: &Saying<'_>) -> String {
        let cast = &self.graph.articles.of(told.story).cast;
        let speaker = cast.iter().find(|presence| Some(&presence.profile.entity.id) == saying.speaker);
        speaker
            .and_then(|presence| presence.titles.first())
            .map_or(String::new(), |title| self.title(title.words, title.of))
    }
}

/// The comma before a closing quotation mark belongs to the sentence around it.
pub(crate) fn trimmed(words: &str) -> &str {
    words.trim_end_matches([',', ' '])
}
