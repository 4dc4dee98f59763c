//! What a person should look at before others do, with the lines that settle it. For `review.html`, which is only made when it
//! is asked for and never published.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use model::{EntityId, EntityKind, Slug};
use serde::Serialize;

use super::Scene;
use super::piece::Link;
use crate::graph::{ArticleNode, EntityNode, Told};

/// `review` in its template.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Review {
    /// What is doubtful, that which would change most first.
    pub(crate) doubts: Vec<Doubt>,
    /// How many doubts there are.
    pub(crate) total: usize,
}

/// Something to decide.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Doubt {
    /// `merge`, `surname`, `speaker`, `undated`.
    pub(crate) sort: &'static str,
    /// What it is about: a name, the words of a quote, a headline.
    pub(crate) about: String,
    /// Where to look.
    pub(crate) places: Vec<Link>,
    /// How many sentences would change.
    pub(crate) weight: usize,
    /// The lines to paste; those that begin with `#` are the other choices.
    pub(crate) lines: String,
    /// The file to paste them into.
    pub(crate) file: String,
}

/// How many doubts a page shows, and how many places a doubt.
const MOST: usize = 150;
const PLACES: usize = 4;

/// How many words of a quote a decision names.
const WORDS: usize = 8;

/// The file of standing decisions.
const CORRECTIONS: &str = "content/corrections.toml";

/// The view of the page.
pub(crate) fn view(scene: &Scene<'_>) -> Review {
    let mut doubts = merges(scene);
    doubts.extend(surnames(scene));
    doubts.extend(scene.graph.articles.iter().flat_map(|node| speakers(scene, node)));
    doubts.extend(scene.graph.articles.iter().filter_map(|node| undated(scene, node)));
    doubts.sort_by_key(|doubt| Reverse(doubt.weight));
    let total = doubts.len();
    doubts.truncate(MOST);
    Review { doubts, total }
}

fn sentences(node: &EntityNode<'_>) -> usize {
    node.sentence_count()
}

/// Two of a kind whose names could be one: people with one surname of whom one has only an initial or less, and groups and
/// places of which one has all words of the other.
fn merges(scene: &Scene<'_>) -> Vec<Doubt> {
    let mut shelves: BTreeMap<(EntityKind, String), Vec<&EntityNode<'_>>> = BTreeMap::new();
    for node in scene.graph.entities.values().filter(|node| !node.appearances.is_empty()) {
        let kind = node.profile.entity.id.kind();
        let words = words(&node.profile.entity.name);
        if let Some(last) = words.last().filter(|_| kind != EntityKind::Country) {
            shelves.entry((kind, last.clone())).or_default().push(node);
        }
    }
    let pairs = shelves.values().flat_map(|shelf| {
        shelf.iter().enumerate().flat_map(|(at, a)| shelf[at + 1..].iter().map(move |b| (*a, *b)))
    });
    pairs.filter(|(a, b)| alike(a, b)).map(|(a, b)| merge(scene, a, b)).collect()
}

fn words(name: &str) -> Vec<String> {
    let slug = Slug::from_name(name).map(String::from).unwrap_or_default();
    slug.split('-').map(str::to_owned).collect()
}

fn alike(a: &EntityNode<'_>, b: &EntityNode<'_>) -> bool {
    let (mut short, mut long) = (words(&a.profile.entity.name), words(&b.profile.entity.name));
    if short.len() > long.len() {
        std::mem::swap(&mut short, &mut long);
    }
    let mut rest = long.iter();
    let begins =
        |word: &String, other: &String| other == word || (word.len() == 1 && other.starts_with(word));
    short.len() > 1 && short != long && short.iter().all(|word| rest.any(|other| begins(word, other)))
}

fn merge(scene: &Scene<'_>, a: &EntityNode<'_>, b: &EntityNode<'_>) -> Doubt {
    let (more, less) = if sentences(a) >= sentences(b) { (a, b) } else { (b, a) };
    let (into, from) = (&more.profile.entity, &less.profile.entity);
    Doubt {
        sort: "merge",
        about: scene.language.fill("piece.and", &[("a", &into.name), ("b", &from.name)]),
        places: [more, less].into_iter().map(|node| entity(scene, node)).collect(),
        weight: sentences(less),
        lines: format!(
            "[[merge]]\ninto = \"{}\"\nfrom = [\"{}\"]\n\n# or\n# [[never_merge]]\n# entities = [\"{}\", \"{}\"]",
            into.id, from.id, into.id, from.id
        ),
        file: CORRECTIONS.to_owned(),
    }
}

fn entity(scene: &Scene<'_>, node: &EntityNode<'_>) -> Link {
    let link = scene.entity(node.profile);
    Link::new(link.name, link.href)
}

/// Names of which articles do not say who is meant.
fn surnames(scene: &Scene<'_>) -> Vec<Doubt> {
    let open = scene.graph.names().values().filter(|shared| !shared.undecided.is_empty());
    let doubt = |shared: &crate::graph::SharedName| {
        let stories: Vec<_> = shared.undecided.iter().map(|id| scene.graph.articles[id].story).collect();
        let choice = |(at, id): (usize, &EntityId)| {
            let sign = if at == 0 { "" } else { "# " };
            format!("{sign}entity = \"{id}\"")
        };
        let mut choices: Vec<String> = shared.bearers.iter().enumerate().map(choice).collect();
        if choices.is_empty() {
            choices.extend(Slug::from_name(&shared.name).map(|slug| format!("entity = \"person/{slug}\"")));
        }
        Doubt {
            sort: "surname",
            about: shared.name.clone(),
            places: stories.iter().take(PLACES).map(|story| scene.article(story, "")).collect(),
            weight: stories.iter().map(|story| story.body.plain.matches(shared.name.as_str()).count()).sum(),
            lines: format!("[[alias]]\nname = {}\n{}", quoted(&shared.name), choices.join("\n")),
            file: CORRECTIONS.to_owned(),
        }
    };
    open.map(doubt).collect()
}

/// Quotes whose speaker the text does not make certain, and that name one all the same or stand beside somebody.
fn speakers(scene: &Scene<'_>, node: &ArticleNode<'_>) -> Vec<Doubt> {
    let open = node.quotes.iter().filter(|told| told.fact.speaker.is_none());
    open.map(|told| speaker(scene, told)).collect()
}

fn speaker(scene: &Scene<'_>, told: &Told<'_, model::Quote>) -> Doubt {
    let words: Vec<&str> = told.fact.evidence.text.split_whitespace().take(WORDS).collect();
    let body = &told.story.body;
    let near: BTreeSet<&EntityId> = (told.sentence.saturating_sub(1)..=told.sentence)
        .flat_map(|sentence| body.named_in(sentence))
        .filter(|id| id.kind() == EntityKind::Person)
        .collect();
    let choice =
        |(at, id): (usize, &&EntityId)| format!("{}speaker = \"{id}\"", if at == 0 { "" } else { "# " });
    let mut choices: Vec<String> = near.iter().enumerate().map(choice).collect();
    if choices.is_empty() {
        choices.push("speaker = \"person/…\"".to_owned());
    }
    let printed = told.fact.speaker_text.as_ref().map(|words| format!(" ({words})")).unwrap_or_default();
    Doubt {
        sort: "speaker",
        about: format!("{}…{printed}", words.join(" ")),
        places: vec![scene.article(told.story, &told.place())],
        weight: 1,
        lines: format!(
            "[[speaker]]\nquote = {}\n{}\narticle = \"{}\"",
            quoted(&words.join(" ")),
            choices.join("\n"),
            told.story.article.id
        ),
        file: CORRECTIONS.to_owned(),
    }
}

/// An article without a date: no correction holds one, so the line goes into the article's own file.
fn undated(scene: &Scene<'_>, node: &ArticleNode<'_>) -> Option<Doubt> {
    let story = node.story;
    story.published().is_none().then(|| Doubt {
        sort: "undated",
        about: story.article.title.clone(),
        places: vec![scene.article(story, "")],
        weight: 1 + node.dates.len(),
        lines: "published = \"YYYY-MM-DD\"".to_owned(),
        file: format!("content/{}", story.article.id.path()),
    })
}

/// Words as a TOML string.
fn quoted(words: &str) -> String {
    toml::Value::String(words.to_owned()).to_string()
}
