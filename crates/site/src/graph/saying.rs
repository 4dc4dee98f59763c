//! Quotes of all articles → [`Saying`]s: the copies of one quote in several articles, folded, with its wordings side by side.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use model::{EntityId, Quote, QuoteKind};
use rayon::prelude::*;

use super::{ArticleNode, Articles, Told};

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
}

/// Words in a row that two quotes share before they are compared at all.
const SHINGLE: usize = 3;

/// A row of words that more quotes than this share says nothing about them.
const COMMON: usize = 64;

/// Folds the quotes of `articles`, newest first.
pub(super) fn fold<'l>(articles: &Articles<'l>) -> Vec<Saying<'l>> {
    let quotes: Vec<Told<'l, Quote>> =
        articles.newest().flat_map(|node| node.quotes.iter().copied()).collect();
    let words: Vec<String> = quotes.par_iter().map(|told| words(&told.fact.evidence.text)).collect();
    let mut first: Vec<usize> = (0..quotes.len()).collect();
    for (a, b) in candidates(&words) {
        let apart = quotes[a].story.number != quotes[b].story.number;
        if apart && same(&quotes[a], &quotes[b], &split(&words[a]), &split(&words[b])) {
            let (a, b) = (root(&first, a), root(&first, b));
            first[a.max(b)] = a.min(b);
        }
    }
    let mut rooted: Vec<(usize, usize)> = (0..quotes.len()).map(|at| (root(&first, at), at)).collect();
    rooted.sort_unstable();
    let groups: Vec<&[(usize, usize)]> = rooted.chunk_by(|a, b| a.0 == b.0).collect();
    groups.into_par_iter().map(|members| saying(members, &quotes, &words)).collect()
}

/// For each article in the order of identifiers, which of `sayings` each of its quotes is.
pub(super) fn back<'l>(articles: &Articles<'l>, sayings: &[Saying<'l>]) -> Vec<Vec<usize>> {
    let mut found: Vec<Vec<(u32, usize)>> = vec![Vec::new(); articles.len()];
    for (at, saying) in sayings.iter().enumerate() {
        for told in saying.tellings() {
            found[told.story.number].push((told.key(), at));
        }
    }
    let of = |node: &ArticleNode<'l>| {
        let known = &found[node.story.number];
        let of_quote = |told: &Told<'l, Quote>| known.iter().find(|(key, _)| *key == told.key());
        node.quotes.iter().filter_map(of_quote).map(|(_, at)| *at).collect()
    };
    articles.iter().map(of).collect()
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
        let [a, b] = [self, other].map(|wording| words(&wording.tellings[0].fact.evidence.text));
        let (a, b) = (split(&a), split(&b));
        let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
        short.is_empty() || long.windows(short.len()).any(|row| row == short.as_slice())
    }
}

/// The words of a text in lower case, without marks, a space between two.
fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut is_apart = false;
    for c in text.chars().filter(|c| !matches!(c, '’' | '\'')) {
        if !c.is_alphanumeric() {
            is_apart = true;
            continue;
        }
        if is_apart && !words.is_empty() {
            words.push(' ');
        }
        is_apart = false;
        words.extend(c.to_lowercase());
    }
    words
}

fn split(words: &str) -> Vec<&str> {
    words.split(' ').filter(|word| !word.is_empty()).collect()
}

/// Pairs of quotes that share a few words in a row, and a few that do not: rows are told apart by a number.
fn candidates(words: &[String]) -> Vec<(usize, usize)> {
    let number = |word: &str| {
        let mut hasher = DefaultHasher::new();
        word.hash(&mut hasher);
        hasher.finish()
    };
    let of = |(at, words): (usize, &String)| {
        let numbers: Vec<u64> = words.split(' ').map(number).collect();
        let row = |row: &[u64]| row.iter().fold(0_u64, |sum, word| sum.rotate_left(21) ^ word);
        numbers.windows(SHINGLE).map(|found| (row(found), at)).collect::<Vec<_>>()
    };
    let mut rows: Vec<(u64, usize)> = words.par_iter().enumerate().flat_map_iter(of).collect();
    rows.par_sort_unstable();
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
fn same(a: &Told<'_, Quote>, b: &Told<'_, Quote>, left: &[&str], right: &[&str]) -> bool {
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
fn shared(a: &[&str], b: &[&str]) -> usize {
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

/// The saying of these quotes, each with the first of them.
fn saying<'l>(members: &[(usize, usize)], quotes: &[Told<'l, Quote>], words: &[String]) -> Saying<'l> {
    let speaker = members.iter().find_map(|&(_, at)| quotes[at].fact.speaker.as_ref());
    if let [(_, only)] = members {
        return Saying { wordings: vec![Wording { tellings: vec![quotes[*only]] }], speaker };
    }
    let mut ways: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &(_, at) in members {
        ways.entry(&words[at]).or_default().push(at);
    }
    let mut ways: Vec<(&str, Vec<usize>)> = ways.into_iter().collect();
    ways.sort_by_key(|(words, found)| (Reverse(found.len()), Reverse(split(words).len()), found[0]));
    let wordings =
        ways.iter().map(|(_, found)| Wording { tellings: found.iter().map(|&at| quotes[at]).collect() });
    Saying { wordings: wordings.collect(), speaker }
}
