//! Facts → [`Told`]: each fact with the sentence in which its words stand.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, Sink, Span};
use model::{Basis, Concordance, DateMention, Event, Evidence, Quantity, Quote, Relation, Role, Unanchored};
use sha2::{Digest, Sha256};

use crate::library::{Anchor, Story};

/// A fact and where it is written.
#[derive(Debug)]
pub(crate) struct Told<'l, F> {
    /// What is said.
    pub(crate) fact: &'l F,
    /// In which article.
    pub(crate) story: &'l Story,
    /// Its address in the article, see [`Told::place`].
    key: u32,
    /// The index of the sentence.
    pub(crate) sentence: usize,
    /// Where the words stand in the plain text.
    pub(crate) words: Span,
}

impl<F> Clone for Told<'_, F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F> Copy for Told<'_, F> {}

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
pub(super) fn anchor<F: Anchored>(
    story: &Story,
    words: &Concordance<'_>,
    facts: &[F],
    sink: &mut Sink,
) -> Vec<Anchor> {
    let found = facts.iter().enumerate();
    let mut anchors: Vec<_> = found.filter_map(|(at, fact)| locate(story, words, at, fact, sink)).collect();
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

/// The facts that stand there.
pub(super) fn tell<'l, F>(story: &'l Story, facts: &'l [F], anchors: &[Anchor]) -> Vec<Told<'l, F>> {
    let told = |anchor: &Anchor| Told {
        fact: &facts[anchor.fact],
        story,
        key: anchor.key,
        sentence: anchor.sentence,
        words: anchor.words,
    };
    anchors.iter().map(told).collect()
}

impl<F: Anchored> Told<'_, F> {
    /// What sets its address apart from those of other facts of its sort in the article.
    pub(super) fn key(&self) -> u32 {
        self.key
    }

    /// Its address in the article's page: `q-1a2b3c4d`. It is made of the words and not of their number, so that it stays
    /// while these words stay, whatever else the article comes to say.
    pub(crate) fn place(&self) -> String {
        format!("{}-{:08x}", F::LETTER, self.key)
    }
}

/// A number for the words of a fact.
fn key<F: Anchored>(evidence: &Evidence) -> u32 {
    let parts = [evidence.before.as_str(), evidence.text.as_str(), evidence.after.as_str()];
    let digest = Sha256::digest(format!("{}\n{}", F::LETTER, parts.join("\n")));
    digest.iter().take(4).fold(0, |key, byte| key << 8 | u32::from(*byte))
}

fn locate<F: Anchored>(
    story: &Story,
    words: &Concordance<'_>,
    at: usize,
    fact: &F,
    sink: &mut Sink,
) -> Option<Anchor> {
    let (evidence, plain) = (fact.evidence(), story.body.plain.as_str());
    let words = match words.locate(evidence) {
        Ok(range) => Span::from(range),
        Err(Unanchored::Ambiguous) => {
            sink.push(
                report::<F>(story, evidence, "stand in the text more than once")
                    .help("add the words just before or after as `before = \"…\"` or `after = \"…\"`"),
            );
            let start = plain.find(&evidence.text)?;
            Span::new(start, start + evidence.text.len())
        }
        Err(Unanchored::Missing) => {
            sink.push(
                report::<F>(story, evidence, "are not in the text; it is left out")
                    .help("copy the words from the text as they stand there, or delete the entry"),
            );
            return None;
        }
    };
    let sentence = story.body.sentence_at(words.start)?;
    Some(Anchor { fact: at, key: key::<F>(evidence), sentence, words })
}

fn report<F: Anchored>(story: &Story, evidence: &Evidence, what: &str) -> Diagnostic {
    let shown: String = evidence.text.chars().take(60).collect();
    let dots = if shown.len() < evidence.text.len() { "…" } else { "" };
    let message = format!("the words of this {}, `{shown}{dots}`, {what}", F::WHAT);
    // The front matter comes before the body, so the first place is that of the fact.
    let start = story.file.text().find(shown.as_str());
    let span = start.map_or(Span::new(0, 0), |start| Span::new(start, start + shown.len()));
    Diagnostic::warning("lost-evidence", message).at(&story.file, span)
}
