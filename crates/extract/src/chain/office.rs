//! Titles before and after the names of people → [`Offices`]: what each is called besides, and since which sentence.

use std::collections::{BTreeMap, BTreeSet};

use model::EntityKind;

use super::scene::Scene;
use super::{ChainIx, apposition, gender};
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
