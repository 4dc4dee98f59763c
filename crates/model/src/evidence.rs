//! Where in an article something is written: [`Evidence`], found again by its words.
//!
//! Facts are anchored by their exact words and, where these stand more than once, by the words around them, as in the
//! text quote selector of the W3C Web Annotation model. So an edit elsewhere in the article does not break them. The text
//! they are sought in is the plain text of the body with every run of white space as one space.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use memchr::memmem;

/// How many characters of context are tried, step by step, until the words are unique; 32 is the habit of annotation tools.
const CONTEXT: &[usize] = &[8, 16, 32, 64, 128];

/// The words of an article that say something.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Evidence {
    /// The exact words, every run of white space as one space.
    pub text: String,
    /// The words just before, as many as make the place unique; often none.
    pub before: String,
    /// The words just after, as many as make the place unique; often none.
    pub after: String,
}

/// Why words have no place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unanchored {
    /// The words are not in the text.
    Missing,
    /// The words stand there more than once and the context does not decide.
    Ambiguous,
}

impl Evidence {
    /// The byte range of the words in `plain`. Whoever seeks many in one text asks a [`Concordance`] of it.
    pub fn locate(&self, plain: &str) -> Result<Range<usize>, Unanchored> {
        Concordance::of(plain).locate(self)
    }
}

/// A text in which many words are sought. After the first few it knows where each four bytes stand, so that words are found
/// without reading it again: the time for all facts of an article grows with its length and not with the square of it.
///
/// ```
/// let plain = "She left on Monday. Nobody left on Monday but him.";
/// let concordance = model::Concordance::of(plain);
/// let evidence = concordance.evidence(35..41);
/// assert_eq!((evidence.before.as_str(), evidence.text.as_str()), ("left on ", "Monday"));
/// assert_eq!(concordance.locate(&evidence), Ok(35..41));
/// ```
#[derive(Debug, Clone)]
pub struct Concordance<'t> {
    plain: &'t str,
    /// How often words were sought.
    sought: Cell<usize>,
    grams: OnceCell<Grams>,
}

/// How often a text is read for words before it is worth an index: that takes as long as some twenty readings.
const READINGS: usize = 16;

/// Where each four bytes of a text stand.
#[derive(Debug, Clone)]
struct Grams {
    /// Where the places of each number of [`number`](Self::number) begin in `places`.
    starts: Vec<u32>,
    /// The bytes at which a gram begins, by its number, then in the order of the text.
    places: Vec<u32>,
}

/// How many bytes are looked up.
const GRAM: usize = 4;

impl Grams {
    /// Those of a text of at most 4 GiB; what is beyond is not in them.
    fn of(plain: &str) -> Self {
        let size = plain.len().next_power_of_two().clamp(256, 1 << 20);
        let mut grams = Self { starts: vec![0; size + 1], places: Vec::new() };
        let ends = u32::try_from(plain.len().saturating_sub(GRAM - 1)).unwrap_or(u32::MAX);
        let numbers = |at: u32| grams.number(&plain.as_bytes()[at as usize..]);
        let mut starts = vec![0; size + 1];
        (0..ends).for_each(|at| starts[numbers(at) + 1] += 1);
        (0..size).for_each(|number| starts[number + 1] += starts[number]);
        let (mut next, mut places) = (starts.clone(), vec![0; ends as usize]);
        for at in 0..ends {
            let next = &mut next[numbers(at)];
            places[*next as usize] = at;
            *next += 1;
        }
        (grams.starts, grams.places) = (starts, places);
        grams
    }

    /// A number for the first four bytes; others may have the same.
    fn number(&self, bytes: &[u8]) -> usize {
        let gram = bytes.first_chunk::<GRAM>().map_or(0, |gram| u32::from_le_bytes(*gram));
        // The multiplier of Knuth's multiplicative hashing.
        (gram.wrapping_mul(0x9e37_79b1) >> 12) as usize & (self.starts.len() - 2)
    }

    /// Where these bytes, four or more, stand in the text.
    fn occurrences<'a>(&'a self, plain: &'a str, words: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
        // The rarest of its grams leaves the fewest places to look at.
        let offsets = (0..=words.len() - GRAM).map(|offset| {
            let number = self.number(&words[offset..]);
            (self.starts[number] as usize..self.starts[number + 1] as usize, offset)
        });
        let (places, offset) = offsets.min_by_key(|(places, _)| places.len()).unwrap_or_default();
        let starts = self.places[places].iter().filter_map(move |&at| (at as usize).checked_sub(offset));
        starts.filter(move |&at| plain.as_bytes()[at..].starts_with(words))
    }
}

impl<'t> Concordance<'t> {
    /// The concordance of a text of at most 4 GiB; in what is beyond nothing may be found.
    pub fn of(plain: &'t str) -> Self {
        Self { plain, sought: Cell::new(0), grams: OnceCell::new() }
    }

    /// The words at a byte range, with as much around them as makes the place unique; without context when even 128
    /// characters do not. A range off the character boundaries gives empty words.
    pub fn evidence(&self, range: Range<usize>) -> Evidence {
        let plain = self.plain;
        let Some(text) = plain.get(range.clone()) else { return Evidence::default() };
        let bare = Evidence { text: text.to_owned(), ..Evidence::default() };
        if text.is_empty() || self.locate(&bare).is_ok() {
            return bare;
        }
        let (head, tail) = (&plain[..range.start], &plain[range.end..]);
        let with = |count: usize| Evidence {
            text: text.to_owned(),
            before: head[head.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at)..].to_owned(),
            after: tail[..tail.char_indices().nth(count).map_or(tail.len(), |(at, _)| at)].to_owned(),
        };
        CONTEXT
            .iter()
            .map(|&count| with(count))
            .find(|evidence| self.locate(evidence) == Ok(range.clone()))
            .unwrap_or(bare)
    }

    /// The byte range of the words.
    pub fn locate(&self, evidence: &Evidence) -> Result<Range<usize>, Unanchored> {
        if evidence.text.is_empty() {
            return Err(Unanchored::Missing);
        }
        let words = [evidence.before.as_str(), &evidence.text, &evidence.after].concat();
        let (first, second) = self.occurrences(&words);
        let first = first.ok_or(Unanchored::Missing)?;
        if second.is_some() {
            return Err(Unanchored::Ambiguous);
        }
        let start = first + evidence.before.len();
        Ok(start..start + evidence.text.len())
    }

    /// The first two places at which words stand.
    fn occurrences(&self, words: &str) -> (Option<usize>, Option<usize>) {
        self.sought.set(self.sought.get().saturating_add(1));
        if self.sought.get() > READINGS && words.len() >= GRAM {
            let grams = self.grams.get_or_init(|| Grams::of(self.plain));
            let mut found = grams.occurrences(self.plain, words.as_bytes());
            return (found.next(), found.next());
        }
        let (plain, finder) = (self.plain.as_bytes(), memmem::Finder::new(words));
        let first = finder.find(plain);
        // The words may stand in themselves: `ana` twice in `banana`.
        let after = first.map(|first| first + 1);
        (first, after.and_then(|after| Some(after + finder.find(&plain[after..])?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unique_words_need_no_context_and_repeated_ones_get_it() {
        let plain = "She left on Monday. He said so. Nobody left on Monday but him.";
        let said = plain.find("said").unwrap();
        let unique = Concordance::of(plain).evidence(said..said + 4);
        assert_eq!((unique.text.as_str(), unique.before.as_str()), ("said", ""));
        let second = plain.rfind("Monday").unwrap();
        let evidence = Concordance::of(plain).evidence(second..second + 6);
        assert_eq!((evidence.before.as_str(), evidence.after.as_str()), ("left on ", " but him"));
        assert_eq!(evidence.locate(plain), Ok(second..second + 6));
        let edited = format!("A new first sentence. {plain}");
        assert_eq!(evidence.locate(&edited), Ok(second + 22..second + 28));
    }

    #[test]
    fn what_is_gone_or_doubtful_is_said() {
        let evidence = Evidence { text: "Monday".into(), ..Evidence::default() };
        assert_eq!(evidence.locate("On Tuesday."), Err(Unanchored::Missing));
        assert_eq!(evidence.locate("Monday, Monday."), Err(Unanchored::Ambiguous));
        assert_eq!(Concordance::of("ab ab").evidence(0..2).locate("ab ab"), Ok(0..2));
        assert_eq!(Concordance::of("é").evidence(1..2), Evidence::default());
    }

    /// Evidence sought by reading all of the text.
    fn read(evidence: &Evidence, plain: &str) -> Result<Range<usize>, Unanchored> {
        let stands = |at: &usize| {
            let words = plain.get(*at..).and_then(|rest| rest.strip_prefix(&evidence.text));
            words.is_some_and(|rest| rest.starts_with(&evidence.after))
                && plain[..*at].ends_with(&evidence.before)
        };
        let found: Vec<usize> = (0..plain.len()).filter(stands).collect();
        match found[..] {
            [] => Err(Unanchored::Missing),
            [at] => Ok(at..at + evidence.text.len()),
            _ => Err(Unanchored::Ambiguous),
        }
    }

    #[test]
    fn the_concordance_finds_what_reading_finds() {
        let plain = "aa éa aaé aaaa bé ab bé aaa é".repeat(2) + "éé aab";
        let places: Vec<usize> = plain.char_indices().map(|(at, _)| at).chain([plain.len()]).collect();
        let (first, concordance) = (Concordance::of(&plain), Concordance::of(&plain));
        for (at, &start) in places.iter().enumerate() {
            for &end in places[at + 1..].iter().take(12) {
                let evidence = concordance.evidence(start..end);
                let bare = Evidence { text: plain[start..end].to_owned(), ..Evidence::default() };
                for evidence in [evidence, bare] {
                    first.sought.set(0);
                    for concordance in [&first, &concordance] {
                        assert_eq!(concordance.locate(&evidence), read(&evidence, &plain), "{evidence:?}");
                    }
                }
            }
        }
        let gone = Evidence { text: "aac".into(), ..Evidence::default() };
        assert_eq!(concordance.locate(&gone), Err(Unanchored::Missing));
    }
}
