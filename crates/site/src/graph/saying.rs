//! Quotes of all articles → [`Saying`]s: the copies of one quote in several articles, folded, with its wordings side by side.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use model::{ArticleId, EntityId, Quote, QuoteKind};
use rayon::prelude::*;

use super::{ArticleNode, Told};

/// Words that were said once, wherever they are printed.
#[derive(Debug, Clone)]
pub(crate) struct Saying<'l> {
    /// How they are printed: the wording of most articles first, of as many the longer one.
    pub(crate) wordings: Vec<Wording<'l>>,
    /// Who says it, when an article makes that certain.
    pub(crate) speaker: Option<&'l EntityId>,
}

/// One way of printing a quote.
#[derive(Debug, Clone)]
pub(crate) struct Wording<'l> {
    /// Where it is printed so, newest article first.
    pub(crate) tellings: Vec<Told<'l, Quote>>,
    /// The words in lower case, without marks.
    words: Vec<String>,
}

/// Words in a row that two quotes share before they are compared at all.
const SHINGLE: usize = 3;

/// A row of words that more quotes than this share says nothing about them.
const COMMON: usize = 64;

/// Folds the quotes of `articles`, taken in the order `newest`.
pub(super) fn fold<'l>(
    newest: &[&'l ArticleId],
    articles: &BTreeMap<&'l ArticleId, ArticleNode<'l>>,
) -> Vec<Saying<'l>> {
    let quotes: Vec<Told<'l, Quote>> =
        newest.iter().flat_map(|id| articles[id].quotes.iter().copied()).collect();
    let words: Vec<Vec<String>> = quotes.par_iter().map(|told| words(&told.fact.evidence.text)).collect();
    let mut first: Vec<usize> = (0..quotes.len()).collect();
    for (a, b) in candidates(&words) {
        let apart = quotes[a].story.article.id != quotes[b].story.article.id;
        if apart && same(&quotes[a], &quotes[b], &words[a], &words[b]) {
            let (a, b) = (root(&first, a), root(&first, b));
            first[a.max(b)] = a.min(b);
        }
    }
    let mut folded: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..quotes.len() {
        folded.entry(root(&first, at)).or_default().push(at);
    }
    folded.into_values().map(|members| saying(&members, &quotes, &words)).collect()
}

/// For each article, which of `sayings` each of its quotes is.
pub(super) fn back<'l>(
    articles: &BTreeMap<&'l ArticleId, ArticleNode<'l>>,
    sayings: &[Saying<'l>],
) -> Vec<(&'l ArticleId, Vec<usize>)> {
    let address = |told: &Told<'l, Quote>| (told.story.number, told.key());
    let mut found: HashMap<(usize, u32), usize> = HashMap::new();
    for (at, saying) in sayings.iter().enumerate() {
        found.extend(saying.tellings().map(|told| (address(told), at)));
    }
    let of = |node: &ArticleNode<'l>| {
        node.quotes.iter().filter_map(|told| found.get(&address(told)).copied()).collect()
    };
    articles.iter().map(|(&id, node)| (id, of(node))).collect()
}

impl<'l> Saying<'l> {
    /// The quote that stands for all.
    pub(crate) fn lead(&self) -> Told<'l, Quote> {
        self.wordings[0].tellings[0]
    }

    /// Every place where it is printed.
    pub(crate) fn tellings(&self) -> impl Iterator<Item = &Told<'l, Quote>> {
        self.wordings.iter().flat_map(|wording| &wording.tellings)
    }

    /// Whether articles print it in words that differ, and not only more or less of it.
    pub(crate) fn differs(&self) -> bool {
        self.wordings.iter().skip(1).any(|wording| !wording.is_piece_of(&self.wordings[0]))
    }
}

impl Wording<'_> {
    /// Whether one of the two is the other with less of it.
    pub(crate) fn is_piece_of(&self, other: &Self) -> bool {
        let (a, b) = (&self.words, &other.words);
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        short.is_empty() || long.windows(short.len()).any(|row| row == short.as_slice())
    }
}

/// The words of a text in lower case, without marks.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase().replace(['’', '\''], "");
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Pairs of quotes that share a few words in a row.
fn candidates(words: &[Vec<String>]) -> Vec<(usize, usize)> {
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut rows: Vec<([usize; SHINGLE], usize)> = Vec::new();
    for (at, words) in words.iter().enumerate() {
        let number = |word| {
            let next = numbers.len();
            *numbers.entry(word).or_insert(next)
        };
        let numbered: Vec<usize> = words.iter().map(String::as_str).map(number).collect();
        let found = numbered.windows(SHINGLE).filter_map(|row| row.try_into().ok());
        rows.extend(found.map(|row| (row, at)));
    }
    rows.sort_unstable();
    rows.dedup();
    let mut pairs = Vec::new();
    for found in rows.chunk_by(|a, b| a.0 == b.0).filter(|found| found.len() <= COMMON) {
        for (at, (_, a)) in found.iter().enumerate() {
            pairs.extend(found[at + 1..].iter().map(|(_, b)| (*a, *b)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Whether two quotes are copies of one.
fn same(a: &Told<'_, Quote>, b: &Told<'_, Quote>, left: &[String], right: &[String]) -> bool {
    if a.fact.kind != b.fact.kind {
        return false;
    }
    let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    // What one article leaves open has to be made up for by more words.
    let certain = match (&a.fact.speaker, &b.fact.speaker) {
        (Some(a), Some(b)) if a != b => return false,
        (Some(_), Some(_)) => 0,
        _ => 3,
    };
    let least = |words: usize| short.len() >= words + certain;
    let reported = a.fact.kind == QuoteKind::Indirect;
    match (short == long, long.windows(short.len()).any(|row| row == short)) {
        (true, _) => least(4),
        (_, true) => !reported && least(5),
        _ => !reported && least(6) && shared(short, long) * 10 >= (short.len() + long.len()) * 4,
    }
}

/// How many words two texts have in the same order.
fn shared(a: &[String], b: &[String]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for word in a {
        let mut diagonal = 0;
        for (at, other) in b.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if word == other { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

fn root(first: &[usize], mut at: usize) -> usize {
    while first[at] != at {
        at = first[at];
    }
    at
}

fn saying<'l>(members: &[usize], quotes: &[Told<'l, Quote>], words: &[Vec<String>]) -> Saying<'l> {
    let mut ways: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
    for &at in members {
        ways.entry(&words[at]).or_default().push(at);
    }
    let mut ways: Vec<(&[String], Vec<usize>)> = ways.into_iter().collect();
    ways.sort_by_key(|(words, found)| (Reverse(found.len()), Reverse(words.len()), found[0]));
    let wordings = ways.iter().map(|(words, found)| Wording {
        tellings: found.iter().map(|&at| quotes[at]).collect(),
        words: words.to_vec(),
    });
    let speaker = members.iter().find_map(|&at| quotes[at].fact.speaker.as_ref());
    Saying { wordings: wordings.collect(), speaker }
}
