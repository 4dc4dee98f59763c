//! What a tagger says of a word, and what a tagger is.

/// What a word is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A human being.
    Person,
    /// A company, party, ministry, armed force, team, court: people organized under a name.
    Organization,
    /// A country, region, city, building, sea.
    Location,
}

/// BIO label of one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    /// In no name.
    Outside,
    /// The first word of a name.
    Begin(NameKind),
    /// A later word of the name that began before it.
    Inside(NameKind),
}

impl Label {
    /// What the word is part of; `None` outside of names.
    pub fn kind(self) -> Option<NameKind> {
        match self {
            Label::Outside => None,
            Label::Begin(kind) | Label::Inside(kind) => Some(kind),
        }
    }
}

/// Labels the words of one document.
///
/// Every sentence is a slice of words as written, every mark of punctuation a word of its own; the answer has the same
/// shape. An inside label always follows a begin or inside label of its kind.
pub trait Tagger: Send + Sync {
    /// The label of each word of each sentence. Sentences are read together: they should be one document, title included.
    fn label(&self, sentences: &[Vec<&str>]) -> Vec<Vec<Label>>;

    /// Tier and version of the weights, such as `default-2`: equal versions give equal labels.
    fn version(&self) -> &str;
}
