//! Titles before and after the names of people → [`Offices`]: what each is called besides, and since which sentence.

use std::collections::{BTreeMap, BTreeSet};

use model::EntityKind;

use super::scene::Scene;
use super::{ChainIx, apposition, fold, gender};
use crate::mention::line::among;

/// For each description without its article those whom it may mean, with the sentence that first says so.
#[derive(Debug, Default)]
pub(crate) struct Offices {
    holders: BTreeMap<String, BTreeMap<ChainIx, usize>>,
    /// Heads that somebody without a name bears too: `a lawyer for the bank`.
    shared: BTreeSet<String>,
}

impl Offices {
    /// Reads them from an article.
    pub(crate) fn gather(scene: &Scene, of_mention: &[Option<ChainIx>]) -> Self {
        let mut offices = Self::default();
        let mut named: BTreeSet<(usize, usize)> = BTreeSet::new();
        for mention in scene.of_kind(EntityKind::Person) {
            let m = &scene.mentions[mention];
            let head = apposition::head(scene, &scene.lines[m.sentence], m.tokens.end);
            named.extend(head.map(|head| (m.sentence, head)));
            named.insert((m.sentence, m.tokens.start.saturating_sub(1)));
            let Some(chain) = of_mention[mention] else { continue };
            if let Some(office) = gender::before(scene, mention).office {
                offices.add(scene, &office, chain, m.sentence);
                let whole = qualified(scene, mention, &office);
                offices.holders.entry(whole).or_default().entry(chain).or_insert(m.sentence);
            } else if let Some(office) = seated(scene, mention) {
                offices.add(scene, &office, chain, m.sentence);
            }
            if let Some(office) = apposition::office(scene, mention) {
                offices.add(scene, &office, chain, m.sentence);
            }
            offices
                .holders
                .entry(apposition::age(scene, mention))
                .or_default()
                .entry(chain)
                .or_insert(m.sentence);
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
            None if apposition::is_head(scene, head) => (*head).to_owned(),
            None => office.to_owned(),
        };
        for title in [short, office.to_owned()] {
            self.holders.entry(title).or_default().entry(chain).or_insert(sentence);
        }
    }
}

/// The office before a name with the capitals that qualify it: `Government Spokesman Ann Lee` for `spokesman`.
fn qualified(scene: &Scene, mention: usize, office: &str) -> String {
    let m = &scene.mentions[mention];
    let line = &scene.lines[m.sentence];
    let named = |at: usize| scene.mentions_in(m.sentence).any(|m| scene.mentions[m].tokens.contains(&at));
    let end = gender::title_start(scene, mention);
    let plain = |at: usize| {
        line.is_capital(at) && !named(at) && scene.lexicon.is_common(&line.word(at).to_lowercase())
    };
    let start = (end.saturating_sub(2)..end).rev().take_while(|&at| plain(at)).last().unwrap_or(end);
    let before = line.words[start..end].iter().map(|word| fold::fold(word));
    before.chain([office.to_owned()]).collect::<Vec<_>>().join(" ")
}

/// The office of what is named between it and the name: `the justice minister of Osten Ann Lee`, `director of the Osten Board (OB) Ann
/// Lee`.
fn seated(scene: &Scene, mention: usize) -> Option<String> {
    let m = &scene.mentions[mention];
    let line = &scene.lines[m.sentence];
    let mut end = m.tokens.start;
    if line.before(end) == ")" && end > 2 && line.word(end - 3) == "(" {
        end -= 3;
    }
    let seat = scene
        .mentions_in(m.sentence)
        .find(|&at| scene.mentions[at].tokens.end == end && scene.mentions[at].kind != EntityKind::Person)?;
    let mut of = scene.mentions[seat].tokens.start.checked_sub(1)?;
    of -= usize::from(line.word(of) == "the" && of > 0);
    let title = |from: usize| scene.lexicon.title_at(&line.words, from).is_some_and(|t| from + t.len == of);
    let from = (of.saturating_sub(5)..of).find(|&from| title(from)).filter(|_| line.word(of) == "of")?;
    Some(fold::fold(&line.words[from..of].join(" ")))
}

/// The heads that stand after `a` and belong to no name.
fn shared(scene: &Scene, named: &BTreeSet<(usize, usize)>) -> BTreeSet<String> {
    let mut shared = BTreeSet::new();
    for (sentence, line) in scene.lines.iter().enumerate() {
        for at in (0..line.len()).filter(|&at| among("a an another one A An Another One", line.word(at))) {
            let stretch = (at + 1..line.len().min(at + 5)).take_while(|&at| !apposition::ends(line.word(at)));
            let head = stretch.filter(|&at| apposition::is_head(scene, line.word(at))).last();
            if let Some(head) = head.filter(|&head| !named.contains(&(sentence, head))) {
                shared.insert(line.word(head).to_lowercase());
            }
        }
    }
    shared
}
