//! Titles before and after the names of people → [`Offices`]: what each is called besides, and since which sentence.

use std::collections::{BTreeMap, BTreeSet};

use model::EntityKind;

use super::scene::Scene;
use super::{ChainIx, fold, gender};
use crate::mention::line::{Line, among};
use crate::token::TokenKind;

/// For each description without its article those whom it may mean, with the sentence that first says so.
#[derive(Debug, Default)]
pub(crate) struct Offices {
    holders: BTreeMap<String, BTreeMap<ChainIx, usize>>,
    /// Heads that somebody without a name bears too: `a lawyer for the bank`.
    shared: BTreeSet<String>,
}

/// How many words may stand between a name and the noun that says what its bearer is.
const APPOSED: usize = 7;

/// The verbs that join a name with what its bearer is.
const COPULAS: &str = "is was became remains";

/// Words that end the search for the noun.
const ENDS: &str = "of for at in on from with to by and or but who which that whose where , . ; : ( ) — –";

impl Offices {
    /// Reads them from an article.
    pub(crate) fn gather(scene: &Scene, of_mention: &[Option<ChainIx>]) -> Self {
        let mut offices = Self::default();
        let mut named: BTreeSet<(usize, usize)> = BTreeSet::new();
        for mention in scene.of_kind(EntityKind::Person) {
            let m = &scene.mentions[mention];
            let head = head_after(scene, &scene.lines[m.sentence], m.tokens.end);
            named.extend(head.map(|head| (m.sentence, head)));
            named.insert((m.sentence, m.tokens.start.saturating_sub(1)));
            let Some(chain) = of_mention[mention] else { continue };
            if let Some(office) = gender::before(scene, mention).office {
                offices.add(scene, &office, chain, m.sentence);
            }
            if let Some(head) = head {
                let line = &scene.lines[m.sentence];
                let from =
                    (m.tokens.end..head).rev().take_while(|&at| is_plain(line, at)).last().unwrap_or(head);
                offices.add(scene, &fold::fold(&line.words[from..=head].join(" ")), chain, m.sentence);
            }
            offices.holders.entry(age(scene, mention)).or_default().entry(chain).or_insert(m.sentence);
        }
        offices.holders.remove("");
        offices.shared = shared(scene, &named);
        offices
    }

    /// The one person whom the description means, when it is named before the sentence.
    pub(crate) fn holder(&self, description: &str, sentence: usize) -> Option<ChainIx> {
        let head = description.rsplit(' ').next().unwrap_or_default();
        let holders = self.holders.get(description).filter(|_| !self.shared.contains(head))?;
        let (chain, since) = holders.first_key_value().filter(|_| holders.len() == 1)?;
        (*since < sentence).then_some(*chain)
    }

    /// Notes an office by all its words and by its last: `the minister` may be any minister of the text. A former or deputy
    /// minister is none.
    fn add(&mut self, scene: &Scene, office: &str, chain: ChainIx, sentence: usize) {
        let words: Vec<&str> = office.split(' ').filter(|word| !word.is_empty()).collect();
        let Some((head, others)) = words.split_last() else { return };
        let lesser = others.iter().find(|word| gender::is_lesser(word));
        let short = match lesser {
            Some(lesser) => format!("{lesser} {head}"),
            None if is_head(scene, head) => (*head).to_owned(),
            None => office.to_owned(),
        };
        for title in [short, office.to_owned()] {
            self.holders.entry(title).or_default().entry(chain).or_insert(sentence);
        }
    }
}

/// Whether a noun says what somebody is.
fn is_head(scene: &Scene, word: &str) -> bool {
    scene.lexicon.role_head(word)
        || scene.lexicon.title_at(&[word], 0).is_some_and(|title| title.class.is_role())
}

/// A lower-case word that may stand in a description before its noun.
fn is_plain(line: &Line, at: usize) -> bool {
    line.is_word(at)
        && line.word(at).starts_with(char::is_lowercase)
        && !among("a an the its his her their our one another some is was became remains", line.word(at))
}

/// The noun that says after a name what its bearer is: `Lee, the Kenyan finance minister,` or `Lee is a lawyer`.
fn head_after(scene: &Scene, line: &Line, end: usize) -> Option<usize> {
    let opens = line.word(end) == "," || among(COPULAS, line.word(end));
    let from = end + 1;
    let article = among("a an the its his her their", line.word(from)) || line.word(end) == ",";
    if !opens || !article {
        return None;
    }
    let stretch = (from..line.len().min(from + APPOSED)).take_while(|&at| !among(ENDS, line.word(at)));
    stretch.filter(|&at| is_head(scene, line.word(at))).last()
}

/// `54-year-old` for `Lee, 54,` and `Lee (54)`; nothing for a name without an age.
fn age(scene: &Scene, mention: usize) -> String {
    let m = &scene.mentions[mention];
    let line = &scene.lines[m.sentence];
    let end = m.tokens.end;
    let number = line.kinds.get(end + 1) == Some(&TokenKind::Number) && line.word(end + 1).len() < 4;
    let closed = match line.word(end) {
        "," => matches!(line.word(end + 2), "," | "." | ""),
        "(" => line.word(end + 2) == ")",
        _ => false,
    };
    if number && closed { format!("{}-year-old", line.word(end + 1)) } else { String::new() }
}

/// The heads that stand after `a` and belong to no name.
fn shared(scene: &Scene, named: &BTreeSet<(usize, usize)>) -> BTreeSet<String> {
    let mut shared = BTreeSet::new();
    for (sentence, line) in scene.lines.iter().enumerate() {
        for at in (0..line.len()).filter(|&at| among("a an another one A An Another One", line.word(at))) {
            let stretch = (at + 1..line.len().min(at + 5)).take_while(|&at| !among(ENDS, line.word(at)));
            let head = stretch.filter(|&at| is_head(scene, line.word(at))).last();
            if let Some(head) = head.filter(|&head| !named.contains(&(sentence, head))) {
                shared.insert(line.word(head).to_lowercase());
            }
        }
    }
    shared
}
