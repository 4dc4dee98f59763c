//! Where in an article something is written: [`Evidence`], found again by its words.
//!
//! Facts are anchored by their exact words and, where these stand more than once, by the words around them, as in the
//! text quote selector of the W3C Web Annotation model. So an edit elsewhere in the article does not break them. The text
//! they are sought in is the plain text of the body with every run of white space as one space.

use std::ops::Range;

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
    /// The words at a byte range of `plain`, with as much around them as makes the place unique; without context when
    /// even 128 characters do not. A range off the character boundaries gives empty words.
    pub fn at(plain: &str, range: Range<usize>) -> Self {
        let Some(text) = plain.get(range.clone()) else { return Self::default() };
        let bare = Self { text: text.to_owned(), ..Self::default() };
        if text.is_empty() || bare.locate(plain).is_ok() {
            return bare;
        }
        let (head, tail) = (&plain[..range.start], &plain[range.end..]);
        let with = |count: usize| Self {
            text: text.to_owned(),
            before: head[head.char_indices().rev().nth(count - 1).map_or(0, |(at, _)| at)..].to_owned(),
            after: tail[..tail.char_indices().nth(count).map_or(tail.len(), |(at, _)| at)].to_owned(),
        };
        CONTEXT
            .iter()
            .map(|&count| with(count))
            .find(|e| e.locate(plain) == Ok(range.clone()))
            .unwrap_or(bare)
    }

    /// The byte range of the words in `plain`.
    pub fn locate(&self, plain: &str) -> Result<Range<usize>, Unanchored> {
        if self.text.is_empty() {
            return Err(Unanchored::Missing);
        }
        let mut found = None;
        let mut from = 0;
        while let Some(at) = plain[from..].find(&self.text).map(|at| at + from) {
            let end = at + self.text.len();
            if plain[..at].ends_with(&self.before) && plain[end..].starts_with(&self.after) {
                if found.is_some() {
                    return Err(Unanchored::Ambiguous);
                }
                found = Some(at..end);
            }
            from = at + plain[at..].chars().next().map_or(1, char::len_utf8);
        }
        found.ok_or(Unanchored::Missing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unique_words_need_no_context_and_repeated_ones_get_it() {
        let plain = "She left on Monday. He said so. Nobody left on Monday but him.";
        let said = plain.find("said").unwrap();
        let unique = Evidence::at(plain, said..said + 4);
        assert_eq!((unique.text.as_str(), unique.before.as_str()), ("said", ""));
        let second = plain.rfind("Monday").unwrap();
        let evidence = Evidence::at(plain, second..second + 6);
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
        assert_eq!(Evidence::at("ab ab", 0..2).locate("ab ab"), Ok(0..2));
        assert_eq!(Evidence::at("é", 1..2), Evidence::default());
    }
}
