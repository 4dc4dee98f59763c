//! The facts of an article → [`Anchors`]: where in the text the words of each stand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use diag::{Diagnostic, Sink, SourceFile, Span};
use model::{
    Article, Basis, Concordance, DateMention, Event, Evidence, Quantity, Quote, Relation, Role, Unanchored,
};
use sha2::{Digest, Sha256};

use crate::markdown::Body;

/// Where the facts of an article stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Anchors {
    /// Offices.
    pub(crate) roles: Vec<Anchor>,
    /// Who says what.
    pub(crate) quotes: Vec<Anchor>,
    /// Dates.
    pub(crate) dates: Vec<Anchor>,
    /// Figures.
    pub(crate) quantities: Vec<Anchor>,
    /// Relations.
    pub(crate) relations: Vec<Anchor>,
    /// Events.
    pub(crate) events: Vec<Anchor>,
    /// The sentences that say most.
    pub(crate) key_points: Vec<Anchor>,
}

/// Where a fact stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Anchor {
    /// Which fact of its sort, as the file lists them.
    pub(crate) fact: usize,
    /// What sets its address in the article apart from those of other facts of its sort.
    pub(crate) key: u32,
    /// The index of the sentence.
    pub(crate) sentence: usize,
    /// Where its words stand in the plain text.
    pub(crate) words: Span,
}

/// A text in which the words of facts are sought.
struct Ground<'t> {
    body: &'t Body,
    file: &'t Arc<SourceFile>,
    words: Concordance<'t>,
}

/// Finds where the facts of an article stand in its text.
pub(super) fn of(article: &Article, body: &Body, file: &Arc<SourceFile>, sink: &mut Sink) -> Anchors {
    let ground = Ground { body, file, words: Concordance::of(&body.plain) };
    Anchors {
        roles: anchor(&ground, &article.roles, sink),
        quotes: anchor(&ground, &article.quotes, sink),
        dates: anchor(&ground, &article.dates, sink),
        quantities: anchor(&ground, &article.quantities, sink),
        relations: anchor(&ground, &article.relations, sink),
        events: anchor(&ground, &article.events, sink),
        key_points: anchor(&ground, &article.key_points, sink),
    }
}

/// What is anchored by its words.
pub(crate) trait Anchored {
    /// What a person calls it.
    const WHAT: &'static str;

    /// What its addresses begin with.
    const LETTER: char;

    /// Its words.
    fn evidence(&self) -> &Evidence;

    /// How it was found; none for one that a person wrote.
    fn basis(&self) -> Option<&Basis>;
}

impl Anchored for Evidence {
    const WHAT: &'static str = "key point";
    const LETTER: char = 'k';

    fn evidence(&self) -> &Evidence {
        self
    }

    fn basis(&self) -> Option<&Basis> {
        None
    }
}

macro_rules! anchored {
    ($($type:ty: $what:literal $letter:literal)+) => {
        $(impl Anchored for $type {
            const WHAT: &'static str = $what;
            const LETTER: char = $letter;

            fn evidence(&self) -> &Evidence {
                &self.evidence
            }

            fn basis(&self) -> Option<&Basis> {
                self.basis.as_ref()
            }
        })+
    };
}

anchored! {
    Quote: "quote" 'q' DateMention: "date" 'd' Quantity: "figure" 'f' Role: "role" 'o' Relation: "relation" 'r' Event: "event" 'e'
}

/// Finds the sentence of each fact, in the order of the text. One whose words are gone is reported and left out; one
/// whose words stand in several places is reported and stands at the first.
fn anchor<F: Anchored>(ground: &Ground<'_>, facts: &[F], sink: &mut Sink) -> Vec<Anchor> {
    let found = facts.iter().enumerate();
    let mut anchors = Vec::with_capacity(facts.len());
    anchors.extend(found.filter_map(|(at, fact)| locate(ground, at, fact, sink)));
    anchors.sort_by_key(|anchor| anchor.words);
    let (mut taken, mut next) = (BTreeSet::new(), BTreeMap::new());
    for anchor in &mut anchors {
        // Two facts of one sort in the same words get addresses side by side; all before the next one are taken.
        let next = next.entry(anchor.key).or_insert(anchor.key);
        while !taken.insert(*next) {
            *next = next.wrapping_add(1);
        }
        anchor.key = *next;
    }
    anchors
}

/// A number for the words of a fact.
fn key<F: Anchored>(evidence: &Evidence) -> u32 {
    let parts = [evidence.before.as_str(), evidence.text.as_str(), evidence.after.as_str()];
    let digest = Sha256::digest(format!("{}\n{}", F::LETTER, parts.join("\n")));
    digest.iter().take(4).fold(0, |key, byte| key << 8 | u32::from(*byte))
}

fn locate<F: Anchored>(ground: &Ground<'_>, at: usize, fact: &F, sink: &mut Sink) -> Option<Anchor> {
    let (evidence, plain) = (fact.evidence(), ground.body.plain.as_str());
    let words = match ground.words.locate(evidence) {
        Ok(range) => Span::from(range),
        Err(Unanchored::Ambiguous) => {
            sink.push(
                report::<F>(ground.file, evidence, "stand in the text more than once")
                    .help("add the words just before or after as `before = \"…\"` or `after = \"…\"`"),
            );
            let start = plain.find(&evidence.text)?;
            Span::new(start, start + evidence.text.len())
        }
        Err(Unanchored::Missing) => {
            sink.push(
                report::<F>(ground.file, evidence, "are not in the text; it is left out")
                    .help("copy the words from the text as they stand there, or delete the entry"),
            );
            return None;
        }
    };
    let sentence = ground.body.sentence_at(words.start)?;
    Some(Anchor { fact: at, key: key::<F>(evidence), sentence, words })
}

fn report<F: Anchored>(file: &Arc<SourceFile>, evidence: &Evidence, what: &str) -> Diagnostic {
    let shown: String = evidence.text.chars().take(60).collect();
    let dots = if shown.len() < evidence.text.len() { "…" } else { "" };
    let message = format!("the words of this {}, `{shown}{dots}`, {what}", F::WHAT);
    // The front matter comes before the body, so the first place is that of the fact.
    let start = file.text().find(shown.as_str());
    let span = start.map_or(Span::new(0, 0), |start| Span::new(start, start + shown.len()));
    Diagnostic::warning("lost-evidence", message).at(file, span)
}
