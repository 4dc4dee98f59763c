//! A reading and the `[[split]]` corrections → the reading in which a name that a person says is somebody else's stands apart.
//!
//! A decision about a fullest name moves all that the article calls so; one about a shorter form, or about certain sentences
//! (`near`), moves those mentions alone. The facts are read afterwards, so they follow.

use model::{ArticleId, Corrections, Decision, EntityId};

use crate::chain::{Chain, ChainIx, Gender};
use crate::lexicon::fold;
use crate::reading::Reading;

/// A decision about this article.
struct Split<'c> {
    /// Its index among all decisions.
    at: usize,
    name: &'c str,
    near: Option<&'c str>,
    entity: &'c EntityId,
}

/// Gives the mentions of each decision a chain of their own.
pub(crate) fn apart(mut reading: Reading, article: &str, corrections: &Corrections) -> Reading {
    for split in splits(article, corrections) {
        for at in 0..reading.chains.chains.len() {
            let moved = moved(&split, &reading, at);
            if !moved.is_empty() && moved.len() < reading.chains.chains[at].mentions.len() {
                move_out(&mut reading, at, moved);
            }
        }
    }
    reading
}

/// The decision that is about a whole chain, and the entity that it names.
pub(crate) fn decision(
    reading: &Reading,
    chain: usize,
    article: &str,
    corrections: &Corrections,
) -> Option<usize> {
    let all = reading.chains.chains[chain].mentions.len();
    let mut splits = splits(article, corrections);
    splits.find(|split| all > 0 && moved(split, reading, chain).len() == all).map(|split| split.at)
}

fn splits<'c>(article: &str, corrections: &'c Corrections) -> impl Iterator<Item = Split<'c>> {
    let is_in =
        move |articles: &[ArticleId], article: &str| articles.iter().any(|id| id.slug().as_str() == article);
    let article = article.to_owned();
    corrections.decisions.iter().enumerate().filter_map(move |(at, (decision, _))| match decision {
        Decision::Split { name, entity, articles, near } if is_in(articles, &article) => {
            Some(Split { at, name, near: near.as_deref(), entity })
        }
        _ => None,
    })
}

/// The mentions of a chain that a decision moves.
fn moved(split: &Split<'_>, reading: &Reading, at: usize) -> Vec<usize> {
    let chain = &reading.chains.chains[at];
    let text = &reading.document.text;
    if split.near.is_none() && same(&chain.name, split.name) {
        return chain.mentions.clone();
    }
    let fits = |mention: &usize| {
        let mention = &reading.mentions[*mention];
        let sentence = reading.sentences[mention.sentence].span.of(text);
        same(mention.span.of(text), split.name) && split.near.is_none_or(|near| holds(sentence, near))
    };
    let moved: Vec<usize> = chain.mentions.iter().copied().filter(fits).collect();
    // Of another kind than the decision's entity it is something else of the name, when it is not all that is moved.
    let other =
        chain.kind != split.entity.kind() && moved.len() < chain.mentions.len() && split.near.is_none();
    if other { Vec::new() } else { moved }
}

fn move_out(reading: &mut Reading, from: usize, moved: Vec<usize>) {
    let new = ChainIx(reading.chains.chains.len());
    let text = &reading.document.text;
    let words =
        |&at: &usize| reading.mentions[at].span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let forms_of = |mentions: &[usize]| {
        let mut forms: Vec<String> = mentions.iter().map(words).collect();
        forms.sort_unstable();
        forms.dedup();
        forms
    };
    let old = &reading.chains.chains[from];
    let left: Vec<usize> = old.mentions.iter().copied().filter(|at| !moved.contains(at)).collect();
    let (forms, left_forms) = (forms_of(&moved), forms_of(&left));
    let name = forms.iter().max_by_key(|form| form.len()).cloned().unwrap_or_default();
    let chain =
        Chain { kind: old.kind, name, forms, known: None, mentions: moved.clone(), gender: Gender::Open };
    moved.iter().for_each(|&at| reading.chains.of_mention[at] = Some(new));
    let old = &mut reading.chains.chains[from];
    (old.mentions, old.forms) = (left, left_forms);
    reading.chains.chains.push(chain);
}

/// Whether two names are the same but for case, marks and white space.
fn same(a: &str, b: &str) -> bool {
    let words =
        |name: &str| name.split_whitespace().map(|word| fold(word).to_lowercase()).collect::<Vec<_>>();
    words(a) == words(b)
}

/// Whether a sentence holds these words, white space aside.
fn holds(sentence: &str, words: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    plain(sentence).contains(&plain(words))
}
