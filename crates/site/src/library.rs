//! [`model::Briefing`] → [`Library`]: every article that is published, with its text read, and every entity that it names,
//! also those without a file of their own. Links that lead nowhere are reported here.

mod anchor;
mod link;
mod name;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::mem;
use std::ops::Deref;
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

use diag::{Severity, Sink, SourceFile};
use model::{Article, ArticleId, Briefing, Entity, EntityId, FrontMatter};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use crate::fingerprint::Fingerprint;
use crate::language::Language;
use crate::markdown::{self, Body, Mention};
pub(crate) use anchor::{Anchor, Anchored, Anchors};

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

/// An article among the others.
#[derive(Debug, Clone)]
pub(crate) struct Story {
    text: Arc<Text>,
    /// Its place among all articles in the order of identifiers; it sorts as they do and is compared at once.
    pub(crate) number: usize,
    /// The numbers of those whom the text names, see [`Profile::number`], in the order of [`Body::named`].
    pub(crate) who: Arc<[u32]>,
    /// The numbers of all whom the article names, in the order of [`Text::entities`].
    pub(crate) cast: Arc<[u32]>,
}

/// An article that has been read: what depends on nothing but its file.
#[derive(Debug)]
pub(crate) struct Text {
    /// What its file says, but for the text.
    pub(crate) article: Article,
    /// Its text.
    pub(crate) body: Body,
    /// Its file, for findings.
    pub(crate) file: Arc<SourceFile>,
    /// Whether the year is known in which it was published.
    pub(crate) is_dated: bool,
    /// What all that is shown of it elsewhere is drawn from: its text, and by what it is known.
    pub(crate) source: Fingerprint,
    /// The first bytes of the SHA-256 of its words, by which a later build knows whether they are the same.
    pub(crate) digest: [u8; 4],
    /// Which sentence stands for it in lists, kept when it is first asked for.
    pub(crate) lead: OnceLock<usize>,
    /// Where its facts stand in the text.
    pub(crate) anchors: Anchors,
    /// What was wrong with them.
    pub(crate) lost: Sink,
}

impl Deref for Story {
    type Target = Text;

    fn deref(&self) -> &Text {
        &self.text
    }
}

/// An entity with its profile read.
#[derive(Debug)]
pub(crate) struct Profile {
    /// Who or what it is.
    pub(crate) entity: Entity,
    /// What a person wrote about it.
    pub(crate) body: Arc<Body>,
    /// Its place among all entities in the order of identifiers; it sorts as they do and is compared at once.
    pub(crate) number: usize,
}

/// What builds of one process have read. An article whose file is still the same is not read again; nothing of what comes out depends
/// on it.
#[derive(Debug, Clone, Default)]
pub struct Memory(Arc<Mutex<Known>>);

#[derive(Debug, Default)]
struct Known {
    stories: HashMap<ArticleId, Story>,
    /// What was written of each entity.
    profiles: HashMap<EntityId, Arc<Body>>,
    /// The entities that the stories number, in their order; nothing while one of them has no file.
    entities: Option<Vec<EntityId>>,
}

/// Any two give the same site.
impl PartialEq for Memory {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Memory {}

impl Memory {
    fn take(&self) -> Known {
        mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn keep(&self, known: Known) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = known;
    }
}

/// Reads every body of a briefing; drafts are left out unless `drafts`. A dead link is reported at `level`.
pub(crate) fn read(briefing: &Briefing, drafts: bool, level: Severity, sink: &mut Sink) -> Library {
    recall(Cow::Borrowed(briefing), drafts, None, level, sink)
}

/// As [`read`], but for the texts in `memory`. Of a briefing that is given away nothing is there twice.
pub(crate) fn recall(
    mut briefing: Cow<'_, Briefing>,
    drafts: bool,
    memory: Option<&Memory>,
    level: Severity,
    sink: &mut Sink,
) -> Library {
    let mut library = Library { corrections: briefing.corrections.decisions.len(), ..Library::default() };
    let is_given = matches!(briefing, Cow::Owned(_));
    let mut shown = articles(&mut briefing);
    let all = shown.len();
    shown.retain(|(article, _)| drafts || !article.draft);
    library.drafts = all - shown.len();
    let known = memory.map(Memory::take).unwrap_or_default();
    let stories = shown.into_par_iter().map(|(article, file)| {
        let id = article.id.clone();
        let mut story = story(article, file, &known);
        // Nobody will ask for its file: another build reads it anew, and there is nothing to report.
        if is_given && memory.is_none() && is_sound(&story, &briefing) {
            story.forget_file();
        }
        (id, story)
    });
    library.stories = stories.collect();
    let entities: Vec<&Entity> = briefing.entities.values().collect();
    let profiles = entities.into_par_iter().map(|entity| {
        (entity.id.clone(), Profile { entity: entity.clone(), body: profile(entity, &known), number: 0 })
    });
    library.profiles = profiles.collect();
    // The numbers of those who are known are what they were.
    if !known.entities.as_ref().is_some_and(|known| known.iter().eq(library.profiles.keys())) {
        library.stories.values_mut().for_each(Story::forget);
    }
    link::check(&library, &briefing, level, sink);
    let missing = name::missing(&library);
    let whole = missing.is_empty();
    for (id, name) in missing {
        let entity = Entity::new(id.clone(), name);
        library.profiles.insert(id, Profile { entity, body: Arc::default(), number: 0 });
    }
    let library = library.numbered();
    if let Some(memory) = memory {
        let stories = library.stories.iter().map(|(id, story)| (id.clone(), story.clone())).collect();
        let entities = whole.then(|| library.profiles.keys().cloned().collect());
        let profiles = library.profiles.iter().map(|(id, profile)| (id.clone(), Arc::clone(&profile.body)));
        memory.keep(Known { stories, profiles: profiles.collect(), entities });
    }
    library
}

/// The articles of a briefing, each with its file; those of one that is given away are taken from it.
fn articles(briefing: &mut Cow<'_, Briefing>) -> Vec<(Arc<Article>, Arc<SourceFile>)> {
    match briefing {
        Cow::Owned(own) => {
            let articles = mem::take(&mut own.articles).into_values();
            let taken = |article: Arc<Article>| {
                let file = own.files.remove(&article.id.path());
                let file = file.unwrap_or_else(|| made_up(&article.id.path(), &article.body));
                (article, file)
            };
            articles.map(taken).collect()
        }
        Cow::Borrowed(lent) => {
            let with = |article: &Arc<Article>| file(lent, &article.id.path(), &article.body);
            lent.articles.values().map(|article| (Arc::clone(article), with(article))).collect()
        }
    }
}

/// Whether nothing in an article can be reported: its facts have their places, and all that it links is there.
fn is_sound(text: &Text, briefing: &Briefing) -> bool {
    let body = &text.body;
    text.lost.diagnostics().is_empty()
        && body.links.is_empty()
        && body.refused.is_empty()
        && body.named.iter().all(|id| briefing.entities.contains_key(id))
}

fn story(article: Arc<Article>, file: Arc<SourceFile>, known: &Known) -> Story {
    match known.stories.get(&article.id) {
        Some(same) if Arc::ptr_eq(&same.file, &file) => same.clone(),
        _ => {
            let (number, who, cast) = Default::default();
            Story { text: Arc::new(text(article, file)), number, who, cast }
        }
    }
}

fn profile(entity: &Entity, known: &Known) -> Arc<Body> {
    let (text, folder) = (entity.profile.as_str(), entity.id.kind().folder());
    let same = known.profiles.get(&entity.id).filter(|body| body.source == markdown::source(text, folder));
    same.map_or_else(|| Arc::new(markdown::parse(text, folder)), Arc::clone)
}

fn text(article: Arc<Article>, file: Arc<SourceFile>) -> Text {
    let body = markdown::parse(&article.body, "articles");
    // The text is in the body now, and in the file.
    let mut article = Arc::unwrap_or_clone(article);
    article.body = String::new();
    let publication = article.source.as_ref().map(|source| &source.name);
    let published = article.published.as_ref().map(ToString::to_string);
    let source = Fingerprint::of(&(body.source, &article.title, publication, published));
    let is_dated = article.published.as_ref().is_some_and(|date| date.earliest().is_some());
    let mut lost = Sink::default();
    let anchors = anchor::of(&article, &body, &file, &mut lost);
    let [first, second, third, fourth, ..]: [u8; 32] = Sha256::digest(&body.plain).into();
    let digest = [first, second, third, fourth];
    Text { article, body, file, is_dated, source, digest, lead: OnceLock::new(), anchors, lost }
}

impl Library {
    /// The library with everything numbered, now that all are known.
    fn numbered(mut self) -> Self {
        let numbers: HashMap<&EntityId, u32> = self.profiles.keys().zip(0..).collect();
        let mut stories: Vec<&mut Story> = self.stories.values_mut().collect();
        stories.par_iter_mut().enumerate().for_each(|(number, story)| {
            story.number = number;
            if !story.is_numbered() {
                story.who = story.body.named.iter().map(|id| numbers[id]).collect();
                story.cast = story.entities().iter().map(|id| numbers[id]).collect();
            }
        });
        for (number, profile) in self.profiles.values_mut().enumerate() {
            profile.number = number;
        }
        self
    }

    /// The library without the files of its articles, which are needed for findings alone; where another build will ask for them they
    /// stay.
    pub(crate) fn without_files(mut self) -> Self {
        self.stories.values_mut().for_each(Story::forget_file);
        self
    }

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
                entity.aliases.insert(0, mem::replace(&mut entity.name, name.to_owned()));
            }
        }
        self
    }
}

/// The file of a path in the content folder; one is made up for a briefing that was never on disk.
fn file(briefing: &Briefing, path: &str, body: &str) -> Arc<SourceFile> {
    briefing.files.get(path).cloned().unwrap_or_else(|| made_up(path, body))
}

fn made_up(path: &str, body: &str) -> Arc<SourceFile> {
    Arc::new(SourceFile::new(path, body))
}

/// Where in its file the body of an article or profile begins, in bytes.
fn body_start(file: &SourceFile) -> usize {
    let text = file.text();
    let start = FrontMatter::find(text).map_or(0, |found| found.body.start);
    start + (text[start..].len() - text[start..].trim_start().len())
}

impl Story {
    /// Whether it has the numbers of those whom it names; one that names nobody has none.
    fn is_numbered(&self) -> bool {
        !self.cast.is_empty()
    }

    /// Lets go of its file, unless somebody else has the text too.
    fn forget_file(&mut self) {
        static NONE: LazyLock<Arc<SourceFile>> = LazyLock::new(|| made_up("", ""));
        if let Some(text) = Arc::get_mut(&mut self.text) {
            text.file = Arc::clone(&NONE);
        }
    }

    /// The number of whom a mention of the text names.
    pub(crate) fn who(&self, mention: &Mention) -> usize {
        self.who[mention.who()] as usize
    }

    /// The mentions of whom has this number, with the place of each among all, in the order of the text.
    pub(crate) fn mentions_of(&self, number: usize) -> impl Iterator<Item = (usize, &Mention)> {
        let own = self.who.iter().position(|who| *who as usize == number);
        self.body.mentions.iter().enumerate().filter(move |(_, mention)| Some(mention.who()) == own)
    }

    fn forget(&mut self) {
        (self.who, self.cast) = Default::default();
    }
}

impl Text {
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

    /// The entities that its text links and its facts are about, the latter as often as they are.
    pub(crate) fn named(&self) -> impl Iterator<Item = &EntityId> {
        let facts = &self.article;
        let spoken = facts.quotes.iter().flat_map(|quote| quote.speaker.iter().chain(&quote.addressee));
        let held = facts.roles.iter().flat_map(|role| std::iter::once(&role.person).chain(&role.of));
        let related = facts
            .relations
            .iter()
            .flat_map(|r| [&r.subject, &r.object].into_iter().chain(&r.source).chain(&r.place));
        let happened = facts.events.iter().flat_map(|event| event.participants.iter().chain(&event.place));
        self.body.named.iter().chain(spoken).chain(held).chain(related).chain(happened)
    }
}

#[cfg(test)]
mod tests;
