//! Texts ⇄ numbers: a [`Vocabulary`] keeps each text once. What names it many times takes little room, and compares by number.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::pack::Pack;

/// The number of a text, in no order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TextIx(u32);

/// Texts, each once. A text keeps its number.
#[derive(Debug, Clone, Default)]
pub(crate) struct Vocabulary<'m> {
    texts: Vec<Cow<'m, str>>,
    of: HashMap<Cow<'m, str>, TextIx>,
}

impl TextIx {
    /// The number as an index into what is kept for each text.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

impl Pack<'_> for TextIx {
    fn pack(&self, out: &mut Vec<u8>) {
        u64::from(self.0).pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        u64::unpack(from)?.try_into().ok().map(Self)
    }
}

impl<'m> Vocabulary<'m> {
    /// The number of a text, which is given one when it has none.
    pub(crate) fn number(&mut self, text: &str) -> TextIx {
        if let Some(ix) = self.of.get(text) {
            return *ix;
        }
        let ix = TextIx(self.texts.len() as u32);
        self.texts.push(Cow::Owned(text.to_owned()));
        self.of.insert(Cow::Owned(text.to_owned()), ix);
        ix
    }

    /// The text of a number.
    pub(crate) fn text(&self, ix: TextIx) -> &str {
        &self.texts[ix.index()]
    }

    /// All texts, by number.
    pub(crate) fn texts(&self) -> &[Cow<'m, str>] {
        &self.texts
    }

    /// Whether there is a text of this number.
    pub(crate) fn has(&self, ix: TextIx) -> bool {
        ix.index() < self.texts.len()
    }
}

impl<'m> Pack<'m> for Vocabulary<'m> {
    fn pack(&self, out: &mut Vec<u8>) {
        self.texts.pack(out);
    }

    fn unpack(from: &mut &'m [u8]) -> Option<Self> {
        let texts: Vec<Cow<'m, str>> = Vec::unpack(from)?;
        let of: HashMap<_, _> = texts.iter().cloned().zip((0..).map(TextIx)).collect();
        (of.len() == texts.len()).then_some(Self { texts, of })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_number() {
        let mut words = Vocabulary::default();
        let (ann, bo) = (words.number("Ann"), words.number("Bo"));
        let mut bytes = Vec::new();
        words.pack(&mut bytes);
        let mut again = Vocabulary::unpack(&mut bytes.as_slice()).unwrap();
        assert_eq!((again.number("Bo"), again.number("Ann"), again.text(ann)), (bo, ann, "Ann"));
        let cy = again.number("Cy");
        assert!(again.has(cy) && !words.has(cy) && again.texts() == ["Ann", "Bo", "Cy"]);
    }
}
