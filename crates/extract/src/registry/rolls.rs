//! The rolls of all articles, each with what its file links to → [`Rolls`]: every text by its number and everything in rows, so
//! that those of ten thousand articles are at hand in milliseconds.

use std::borrow::Cow;
use std::ops::Range;

use model::{EntityId, EntityKind};

use crate::chain::Gender;
use crate::mention::Known;
use crate::pack::Pack;
use crate::registry::links::Links;
use crate::registry::vocabulary::{TextIx, Vocabulary};
use crate::roll::{Named, Roll};

/// What the articles name, in their order.
#[derive(Debug, Default)]
pub(crate) struct Rolls<'m> {
    pub(crate) vocabulary: Vocabulary<'m>,
    pub(crate) articles: Vec<Listed<'m>>,
    pub(crate) names: Vec<Name>,
    forms: Vec<TextIx>,
    titles: Vec<Title>,
    open: Vec<TextIx>,
    links: Vec<Link>,
    /// The entities that files link to, each once.
    ids: Vec<EntityId>,
    /// For each text of the vocabulary so far the one whose address it is.
    id_of: Vec<Option<IdIx>>,
}

/// An article.
#[derive(Debug)]
pub(crate) struct Listed<'m> {
    pub(crate) id: Cow<'m, str>,
    /// Its names, one for each of its chains.
    pub(crate) names: Range<usize>,
    open: Range<usize>,
    links: Range<usize>,
}

/// One thing that an article names: [`Named`] by numbers.
#[derive(Debug)]
pub(crate) struct Name {
    pub(crate) kind: EntityKind,
    pub(crate) text: TextIx,
    forms: Range<u32>,
    pub(crate) known: Option<Known>,
    pub(crate) is_shared: bool,
    pub(crate) weight: usize,
    pub(crate) gender: Gender,
    pub(crate) split: Option<usize>,
    titles: Range<u32>,
}

/// A title of a person.
#[derive(Debug)]
pub(crate) struct Title {
    pub(crate) text: TextIx,
    /// The number of the name in the article that it belongs to.
    pub(crate) of: Option<usize>,
}

/// Words that the article's file links to an entity.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) kind: EntityKind,
    /// In comparable form.
    pub(crate) words: TextIx,
    pub(crate) id: IdIx,
}

/// An identifier by its number among those that files link to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct IdIx(u32);

impl IdIx {
    /// The number as an index into [`Rolls::ids`].
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

impl Roll {
    /// Appends it as bytes, without the article's identifier.
    pub(crate) fn pack(&self, vocabulary: &mut Vocabulary<'_>, out: &mut Vec<u8>) {
        self.names.len().pack(out);
        self.names.iter().for_each(|named| named.pack(vocabulary, out));
        numbers(&self.open, vocabulary).pack(out);
    }
}

impl Named {
    fn pack(&self, vocabulary: &mut Vocabulary<'_>, out: &mut Vec<u8>) {
        self.kind.pack(out);
        vocabulary.number(&self.name).pack(out);
        numbers(&self.forms, vocabulary).pack(out);
        self.known.pack(out);
        self.is_shared.pack(out);
        self.weight.pack(out);
        self.gender.pack(out);
        self.split.pack(out);
        self.offices.len().pack(out);
        for office in &self.offices {
            vocabulary.number(&office.title).pack(out);
            office.of.pack(out);
        }
    }
}

impl Links {
    /// Appends them as bytes.
    pub(crate) fn pack(&self, vocabulary: &mut Vocabulary<'_>, out: &mut Vec<u8>) {
        self.0.len().pack(out);
        for ((kind, words), id) in &self.0 {
            kind.pack(out);
            vocabulary.number(words).pack(out);
            vocabulary.number(&id.to_string()).pack(out);
        }
    }
}

fn numbers(texts: &[String], vocabulary: &mut Vocabulary<'_>) -> Vec<TextIx> {
    texts.iter().map(|text| vocabulary.number(text)).collect()
}

impl<'m> Rolls<'m> {
    /// No articles yet, over a vocabulary.
    pub(crate) fn new(vocabulary: Vocabulary<'m>) -> Self {
        Self { vocabulary, ..Self::default() }
    }

    /// Adds an article as it was read.
    #[cfg(test)]
    pub(crate) fn add(&mut self, roll: &Roll, links: &Links) {
        let (mut names, mut linked) = (Vec::new(), Vec::new());
        roll.pack(&mut self.vocabulary, &mut names);
        links.pack(&mut self.vocabulary, &mut linked);
        let added = self.add_packed(Cow::Owned(roll.article.clone()), &names, &linked);
        assert!(added.is_some(), "what was packed is unpacked");
    }

    /// Adds an article by what was packed of its roll and of its links; none when the bytes are none.
    pub(crate) fn add_packed(&mut self, id: Cow<'m, str>, mut roll: &[u8], mut links: &[u8]) -> Option<()> {
        let (names, open, linked) = (self.names.len(), self.open.len(), self.links.len());
        for _ in 0..usize::unpack(&mut roll)? {
            let name = self.name(&mut roll)?;
            self.names.push(name);
        }
        for _ in 0..usize::unpack(&mut roll)? {
            let text = self.text_ix(&mut roll)?;
            self.open.push(text);
        }
        for _ in 0..usize::unpack(&mut links)? {
            let link = self.link(&mut links)?;
            self.links.push(link);
        }
        self.articles.push(Listed {
            id,
            names: names..self.names.len(),
            open: open..self.open.len(),
            links: linked..self.links.len(),
        });
        (roll.is_empty() && links.is_empty()).then_some(())
    }

    fn name(&mut self, from: &mut &[u8]) -> Option<Name> {
        let (kind, text) = (EntityKind::unpack(from)?, self.text_ix(from)?);
        let forms = self.forms.len() as u32;
        for _ in 0..usize::unpack(from)? {
            let form = self.text_ix(from)?;
            self.forms.push(form);
        }
        let known = Pack::unpack(from)?;
        let (is_shared, weight, gender) = (bool::unpack(from)?, usize::unpack(from)?, Gender::unpack(from)?);
        let split = Pack::unpack(from)?;
        let titles = self.titles.len() as u32;
        for _ in 0..usize::unpack(from)? {
            let title = Title { text: self.text_ix(from)?, of: Pack::unpack(from)? };
            self.titles.push(title);
        }
        let (forms, titles) = (forms..self.forms.len() as u32, titles..self.titles.len() as u32);
        Some(Name { kind, text, forms, known, is_shared, weight, gender, split, titles })
    }

    fn link(&mut self, from: &mut &[u8]) -> Option<Link> {
        let (kind, words, address) = (EntityKind::unpack(from)?, self.text_ix(from)?, self.text_ix(from)?);
        if self.id_of.len() <= address.index() {
            self.id_of.resize(self.vocabulary.texts().len(), None);
        }
        let id = match self.id_of[address.index()] {
            Some(id) => id,
            None => {
                let id = IdIx(self.ids.len() as u32);
                self.ids.push(self.vocabulary.text(address).parse().ok()?);
                self.id_of[address.index()] = Some(id);
                id
            }
        };
        Some(Link { kind, words, id })
    }

    fn text_ix(&self, from: &mut &[u8]) -> Option<TextIx> {
        TextIx::unpack(from).filter(|ix| self.vocabulary.has(*ix))
    }

    /// A text.
    pub(crate) fn text(&self, ix: TextIx) -> &str {
        self.vocabulary.text(ix)
    }

    /// Every form of a name, sorted.
    pub(crate) fn forms(&self, name: &Name) -> &[TextIx] {
        &self.forms[name.forms.start as usize..name.forms.end as usize]
    }

    /// The titles of a person, in lower case.
    pub(crate) fn titles(&self, name: &Name) -> &[Title] {
        &self.titles[name.titles.start as usize..name.titles.end as usize]
    }

    /// The names of people of which an article itself does not say who is meant, sorted.
    pub(crate) fn open(&self, article: &Listed<'_>) -> impl Iterator<Item = &str> {
        self.open[article.open.clone()].iter().map(|ix| self.text(*ix))
    }

    /// What an article's file links to.
    pub(crate) fn links(&self, article: &Listed<'_>) -> &[Link] {
        &self.links[article.links.clone()]
    }

    /// The entities that files link to.
    pub(crate) fn ids(&self) -> &[EntityId] {
        &self.ids
    }

    /// How many texts of the vocabulary something names.
    pub(crate) fn used(&self) -> usize {
        let mut used: Vec<bool> = self.id_of.iter().map(Option::is_some).collect();
        used.resize(self.vocabulary.texts().len(), false);
        let names = self.names.iter().map(|name| name.text);
        let links = self.links.iter().map(|link| link.words);
        let rows = self.forms.iter().chain(&self.open).copied().chain(self.titles.iter().map(|t| t.text));
        names.chain(links).chain(rows).for_each(|ix| used[ix.index()] = true);
        used.into_iter().filter(|used| *used).count()
    }
}
