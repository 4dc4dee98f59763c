//! The facts of an article → [`Entry`]s: what each says, and its chain.

use model::{
    DateMention, EntityId, Event, Predicate, Quantity, Quote, QuoteKind, Relation, Role, RoleStatus, Status,
};

use super::correction::Case;
use super::{Chain, Desk};
use crate::graph::{Anchored, ArticleNode, Told};
use crate::library::Story;

/// A fact and where it comes from.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its address in the article: `q-1a2b3c4d`.
    pub(super) place: String,
    /// The index of its sentence.
    pub(super) sentence: usize,
    /// Whom it is about.
    pub(super) entities: Vec<EntityId>,
    /// Who says it, of a quote.
    pub(super) speaker: Option<EntityId>,
    /// What is between two, of a relation.
    pub(super) predicate: Option<Predicate>,
    /// Whether it is not in the article's own voice: a relation that is somebody's word, or reported words.
    pub(super) hedged: bool,
    /// Where it comes from.
    pub(super) chain: Chain,
}

impl Entry {
    /// What sort of fact it is.
    pub(super) fn letter(&self) -> char {
        self.place.chars().next().unwrap_or(' ')
    }
}

impl Desk<'_> {
    /// All facts of an article, by sort and in the order of the text.
    pub(super) fn entries(&self, node: &ArticleNode<'_>) -> Vec<Entry> {
        let mut entries: Vec<Entry> = node.quotes.iter().map(|told| self.quote(told)).collect();
        entries.extend(node.roles.iter().map(|told| self.role(told)));
        entries.extend(node.relations.iter().map(|told| self.relation(told)));
        entries.extend(node.events.iter().map(|told| self.event(told)));
        entries.extend(node.dates.iter().map(|told| self.date(told)));
        entries.extend(node.quantities.iter().map(|told| self.quantity(told)));
        entries
    }

    fn quote(&self, told: &Told<'_, Quote>) -> Entry {
        let fact = told.fact;
        let who = fact.speaker.as_ref().map_or("nobody who is certain".to_owned(), |id| self.named(id));
        let mut steps = vec![("speaker", who)];
        steps.extend(fact.speaker_text.iter().map(|words| ("as printed", words.clone())));
        steps.extend(fact.cue.iter().map(|cue| ("cue", cue.clone())));
        steps.extend(fact.addressee.iter().map(|id| ("said to", self.named(id))));
        steps.extend(fact.addressee_text.iter().map(|words| ("said to", words.clone())));
        let what = format!("{} quote: {}", fact.kind, fact.evidence.text);
        let speaker = fact.speaker.clone();
        let entities: Vec<EntityId> = fact.speaker.iter().cloned().collect();
        let hedged = fact.kind == QuoteKind::Indirect && speaker.is_some();
        Entry { speaker, hedged, ..self.entry(told, what, steps, entities) }
    }

    fn role(&self, told: &Told<'_, Role>) -> Entry {
        let fact = told.fact;
        let status = if fact.status == RoleStatus::Current { "" } else { fact.status.as_str() };
        let of = fact.of.as_ref().map_or(String::new(), |id| format!(" of {}", self.named(id)));
        let what =
            format!("role: {} {status} {}{of}", self.named(&fact.person), fact.title).replace("  ", " ");
        let steps = vec![("printed", fact.evidence.text.clone())];
        self.entry(told, what, steps, std::iter::once(&fact.person).chain(&fact.of).cloned().collect())
    }

    fn relation(&self, told: &Told<'_, Relation>) -> Entry {
        let fact = told.fact;
        let (subject, object) = (self.named(&fact.subject), self.named(&fact.object));
        let what = format!("relation: {subject} {} {object}", fact.predicate.labels().0);
        let mut steps = vec![("status", fact.status.to_string())];
        steps.extend(fact.source.iter().map(|id| ("source", self.named(id))));
        steps.extend(fact.date.iter().map(|date| ("date", date.to_string())));
        steps.extend(fact.place.iter().map(|id| ("place", self.named(id))));
        steps.extend(fact.quantity.iter().map(|words| ("how much", words.clone())));
        steps.extend(fact.modes.iter().map(|mode| ("mode", mode.to_string())));
        let entities = [&fact.subject, &fact.object].into_iter().chain(&fact.source).cloned().collect();
        Entry {
            predicate: Some(fact.predicate),
            hedged: fact.status != Status::Asserted,
            ..self.entry(told, what, steps, entities)
        }
    }

    fn event(&self, told: &Told<'_, Event>) -> Entry {
        let fact = told.fact;
        let who: Vec<_> = fact.participants.iter().map(|id| self.named(id)).collect();
        let mut steps = vec![("status", fact.status.to_string())];
        steps.extend(fact.date.iter().map(|date| ("date", date.to_string())));
        steps.extend(fact.place.iter().map(|id| ("place", self.named(id))));
        steps.extend(fact.modes.iter().map(|mode| ("mode", mode.to_string())));
        let what = format!("event: {} ({})", fact.event_type, who.join(", "));
        self.entry(told, what, steps, fact.participants.iter().chain(&fact.place).cloned().collect())
    }

    fn date(&self, told: &Told<'_, DateMention>) -> Entry {
        let value =
            told.fact.value.as_ref().map_or("not settled by the text".to_owned(), ToString::to_string);
        self.entry(told, format!("date: {} – {value}", told.fact.evidence.text), Vec::new(), Vec::new())
    }

    fn quantity(&self, told: &Told<'_, Quantity>) -> Entry {
        let fact = told.fact;
        let bounds = [("", fact.value), ("from ", fact.low), ("to ", fact.high)];
        let mut value: Vec<String> =
            bounds.iter().filter_map(|(word, bound)| bound.map(|bound| format!("{word}{bound}"))).collect();
        value.push(fact.unit.clone());
        self.entry(
            told,
            format!("figure: {} – {}", fact.evidence.text, value.join(" ")),
            Vec::new(),
            Vec::new(),
        )
    }

    /// What all facts have in common.
    fn entry<F: Anchored>(
        &self,
        told: &Told<'_, F>,
        what: String,
        mut steps: Vec<(&'static str, String)>,
        entities: Vec<EntityId>,
    ) -> Entry {
        let (story, words) = (told.story, told.words.of(&told.story.body.plain));
        let fact = told.fact;
        let basis = fact.basis().map(|basis| format!("{} (score {})", basis.rule, basis.score));
        steps.push(("rule", basis.unwrap_or_else(|| "none: written by hand".to_owned())));
        steps.extend(self.source(story, told.sentence, Some(words)));
        let about: Vec<&EntityId> = entities.iter().collect();
        let case = Case { entities: &about, words: &[words], article: Some(&story.article.id) };
        steps.extend(self.corrections(case));
        let chain = Chain { what: format!("{what} [{}#{}]", story.article.id, told.place()), steps };
        Entry {
            place: told.place(),
            sentence: told.sentence,
            entities,
            speaker: None,
            predicate: None,
            hedged: false,
            chain,
        }
    }

    /// The sentence, the article, and the file with the line of the entry that has these words, or else of the sentence.
    pub(super) fn source(
        &self,
        story: &Story,
        sentence: usize,
        entry: Option<&str>,
    ) -> Vec<(&'static str, String)> {
        let body = &story.body;
        let shown = body.sentences.get(sentence).map_or("", |sentence| body.words(sentence.range));
        let paragraph = body.sentences.get(sentence).map_or(0, |sentence| sentence.paragraph());
        let article = &story.article;
        let published = article.published.as_ref().map_or("undated".to_owned(), ToString::to_string);
        let mut title = format!("{}, {published}", article.title);
        if let Some(source) = &article.source {
            title = format!("{title}, {}", source.name);
        }
        let line = entry.and_then(|words| entry_line(story, words)).or_else(|| story.line(sentence));
        vec![
            ("sentence", format!("s{} in paragraph {paragraph}: {shown}", sentence + 1)),
            ("article", title),
            ("file", format!("{}:{}", story.file.path(), line.unwrap_or(1))),
        ]
    }

    /// An entity as people know it and as files name it.
    pub(super) fn named(&self, id: &EntityId) -> String {
        format!("{} ({id})", self.graph.name(id))
    }
}

/// The line of the front matter with these words.
fn entry_line(story: &Story, words: &str) -> Option<usize> {
    // Words with quotation marks stand there with a backslash before each.
    let words = words.replace('\\', "\\\\").replace('"', "\\\"");
    let at = story.file.text().find(&format!("\"{words}\""))?;
    Some(story.file.position(at).line)
}
