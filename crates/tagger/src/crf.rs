//! A document's words → labels, by capitals and the words beside them.

use crate::error::{Error, ErrorKind};
use crate::label::{Label, NameKind, Tagger};

const TITLES: &[&str] = &[
    "Mr",
    "Mr.",
    "Mrs",
    "Mrs.",
    "Ms",
    "Ms.",
    "Dr",
    "Dr.",
    "President",
    "Minister",
    "Senator",
    "Sen.",
    "Gen.",
    "General",
    "Rep.",
    "Chancellor",
    "Judge",
    "Governor",
    "Gov.",
    "Prince",
    "King",
    "Queen",
    "Secretary",
    "Ambassador",
    "Mayor",
    "Col.",
    "Capt.",
];
const LAST_OF_GROUP: &[&str] = &[
    "Party",
    "Ministry",
    "Bank",
    "Council",
    "Court",
    "Agency",
    "Army",
    "University",
    "Union",
    "Inc",
    "Inc.",
    "Corp",
    "Corp.",
    "Ltd",
    "Group",
    "Committee",
    "Commission",
    "Association",
    "Organization",
    "Department",
    "Police",
    "Force",
    "Forces",
    "Assembly",
    "Parliament",
    "Senate",
    "House",
    "Institute",
    "Foundation",
    "Authority",
    "Club",
    "United",
    "FC",
    "Company",
];
const BEFORE_PLACE: &[&str] =
    &["in", "near", "from", "to", "at", "across", "around", "outside", "inside", "throughout"];

/// A tagger whose weights are built in.
#[derive(Debug)]
pub struct Crf {
    version: String,
}

impl Crf {
    /// The tagger with the weights of this library.
    pub fn builtin() -> Result<Crf, Error> {
        Ok(Crf { version: "default-0".to_owned() })
    }

    /// A tagger with weights from a file.
    pub fn from_bytes(bytes: &[u8]) -> Result<Crf, Error> {
        match bytes.starts_with(b"default-0") {
            true => Crf::builtin(),
            false => Err(Error::new(ErrorKind::Magic, "not a weight file")),
        }
    }
}

impl Tagger for Crf {
    fn label(&self, sentences: &[Vec<&str>]) -> Vec<Vec<Label>> {
        sentences.iter().map(|words| label(words)).collect()
    }

    fn version(&self) -> &str {
        &self.version
    }
}

fn label(words: &[&str]) -> Vec<Label> {
    let mut labels = vec![Label::Outside; words.len()];
    let mut at = 0;
    while at < words.len() {
        let len = words[at..].iter().take_while(|w| is_capital(w) && !TITLES.contains(w)).count();
        let lone_opening = at == 0 && len == 1;
        if len > 0
            && !lone_opening
            && let Some(kind) = kind(words, at, len)
        {
            labels[at] = Label::Begin(kind);
            labels[at + 1..at + len].fill(Label::Inside(kind));
        }
        at += len.max(1);
    }
    labels
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase)
        || word.len() > 1 && word.chars().all(|c| c.is_uppercase() || c == '.')
}

fn kind(words: &[&str], at: usize, len: usize) -> Option<NameKind> {
    let before = at.checked_sub(1).map(|i| words[i]).unwrap_or_default();
    let last = words[at + len - 1];
    if TITLES.contains(&before) {
        Some(NameKind::Person)
    } else if LAST_OF_GROUP.contains(&last)
        || len == 1 && last.len() > 1 && last.chars().all(char::is_uppercase)
    {
        Some(NameKind::Organization)
    } else if BEFORE_PLACE.contains(&before) {
        Some(NameKind::Location)
    } else {
        (len == 2).then_some(NameKind::Person)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_makes_a_person() {
        let labels = label(&["In", "Lima", "President", "Ann", "Lee", "spoke"]);
        assert_eq!(labels[1], Label::Begin(NameKind::Location));
        assert_eq!(labels[3..5], [Label::Begin(NameKind::Person), Label::Inside(NameKind::Person)]);
    }
}
