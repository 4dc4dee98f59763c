//! The sentences of a document → tokens that point to words, each different word looked up once.

use crate::hash::HashedMap;
use crate::shape;
use crate::table::Table;
use crate::word::Word;

/// The words of a document, and where they stand.
#[derive(Debug)]
pub(crate) struct Document {
    /// The different words.
    words: Vec<Word>,
    /// For each of them how it is used.
    uses: Vec<Use>,
    /// The numbers of the words, in the order of the text.
    tokens: Vec<u32>,
    /// For each of them, if it has a capital, the first places where it stands: sentence and place in it.
    places: Vec<Vec<(u32, u32)>>,
    /// Where each sentence begins in the tokens, and the end of the last.
    starts: Vec<usize>,
}

/// How many places of a word are kept: enough for the articles in which it matters where else a name stands.
const PLACES: usize = 8;

/// How a document uses a word.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Use {
    /// How often it stands where only names have capitals: not at the head of a sentence, a quotation, a clause after a colon.
    pub(crate) inside: u32,
    /// Whether its lower-case form occurs.
    pub(crate) lower: bool,
}

impl Document {
    /// Reads the sentences; `meet` is called for each different word, in order, with its lower-case form.
    pub(crate) fn read(
        sentences: &[Vec<&str>],
        table: &Table,
        mut meet: impl FnMut(&Word, &str),
    ) -> Document {
        let mut numbers: HashedMap<&str, u32> = HashedMap::default();
        let mut document = Document {
            words: Vec::new(),
            uses: Vec::new(),
            places: Vec::new(),
            tokens: Vec::new(),
            starts: vec![0],
        };
        let mut lower = String::new();
        for sentence in sentences {
            for word in sentence {
                let number = *numbers.entry(word).or_insert_with(|| {
                    shape::lower(word, &mut lower);
                    let read = Word::read(word, &lower, table);
                    meet(&read, &lower);
                    document.words.push(read);
                    document.words.len() as u32 - 1
                });
                document.tokens.push(number);
            }
            document.starts.push(document.tokens.len());
        }
        document.uses = document.count();
        document.places = document.locate();
        document
    }

    fn count(&self) -> Vec<Use> {
        let mut written: HashedMap<u64, ()> = HashedMap::default();
        written
            .extend(self.words.iter().filter(|word| word.exact == word.lower).map(|word| (word.exact, ())));
        let lower = |word: &Word| word.shape.capital && written.contains_key(&word.lower);
        let mut uses: Vec<Use> =
            self.words.iter().map(|word| Use { inside: 0, lower: lower(word) }).collect();
        for sentence in 0..self.len() {
            for pair in self.sentence(sentence).windows(2) {
                uses[pair[1] as usize].inside += u32::from(!self.word(pair[0]).shape.opens);
            }
        }
        uses
    }

    fn locate(&self) -> Vec<Vec<(u32, u32)>> {
        let mut places = vec![Vec::new(); self.words.len()];
        for sentence in 0..self.len() {
            for (place, &token) in self.sentence(sentence).iter().enumerate() {
                let known: &mut Vec<(u32, u32)> = &mut places[token as usize];
                if self.word(token).shape.capital && known.len() < PLACES {
                    known.push((sentence as u32, place as u32));
                }
            }
        }
        places
    }

    /// How many sentences there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// The numbers of the words of a sentence.
    pub(crate) fn sentence(&self, at: usize) -> &[u32] {
        &self.tokens[self.starts[at]..self.starts[at + 1]]
    }

    /// A word by its number.
    pub(crate) fn word(&self, number: u32) -> &Word {
        &self.words[number as usize]
    }

    /// Where a capitalized word stands, by its number: sentences and places in them, the first few.
    pub(crate) fn places(&self, number: u32) -> impl Iterator<Item = (usize, usize)> {
        self.places[number as usize].iter().map(|&(sentence, place)| (sentence as usize, place as usize))
    }

    /// How a word is used, by its number.
    pub(crate) fn usage(&self, number: u32) -> Use {
        self.uses[number as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table;

    #[test]
    fn words_know_how_the_document_uses_them() {
        let table = table::empty();
        let sentences =
            [vec!["May", "met", "Lee", "."], vec!["Lee", ":", "Lee", "may", "go", "with", "Lee"], vec![]];
        let mut met = 0;
        let document = Document::read(&sentences, &table, |_, _| met += 1);
        let usage = |at: usize, token: usize| document.usage(document.sentence(at)[token]);
        assert_eq!((met, document.len(), document.sentence(2).len()), (8, 3, 0));
        assert!(usage(0, 0).lower && !usage(0, 2).lower);
        assert_eq!((usage(0, 0).inside, usage(0, 2).inside), (0, 2));
    }
}
