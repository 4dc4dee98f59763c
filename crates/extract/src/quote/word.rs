//! A reading and its quotation marks → [`Line`]s: the words of every sentence, what they name, and which stand between marks.

use diag::Span;
use model::EntityKind;

use crate::chain::ChainIx;
use crate::quote::mark::Marked;
use crate::reading::Reading;
use crate::token::TokenKind;

/// Words that open a clause as its subject.
pub(super) const SUBJECTS: &[&str] =
    &["he", "she", "it", "they", "we", "i", "you", "there", "this", "these", "those", "everyone", "nobody"];

/// Subjects that speak for nobody within the words of another: `Lee says it shows that …`.
pub(super) const THINGS: &[&str] = &["it", "this", "that", "which"];

/// Words that open a noun phrase.
pub(super) const ARTICLES: &[&str] = &[
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "no", "some", "any", "all", "both",
    "most", "many", "more", "each", "every", "such", "another", "these", "those", "this", "about", "only",
    "nearly",
];

/// Prepositions with which a verb of saying goes on before its clause: `said in a statement that`.
pub(super) const PREPOSITIONS: &[&str] = &[
    "on",
    "in",
    "at",
    "during",
    "via",
    "by",
    "after",
    "before",
    "from",
    "through",
    "to",
    "of",
    "about",
    "with",
    "following",
    "outside",
    "under",
    "over",
    "for",
    "since",
    "without",
    "against",
    "around",
    "across",
    "throughout",
];

/// The words of a sentence.
pub(super) type Line<'a> = Vec<Word<'a>>;

/// A token of a sentence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) span: Span,
    pub(super) kind: TokenKind,
    /// Whether it stands between quotation marks, or is one.
    pub(super) quoted: bool,
    /// The name, pronoun or description that it belongs to.
    pub(super) name: Option<Name>,
}

/// A name, or a word that stands for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) span: Span,
    pub(super) chain: Option<ChainIx>,
    pub(super) kind: EntityKind,
    /// Whether it is printed as a name, not as a pronoun or a description.
    pub(super) proper: bool,
}

impl Word<'_> {
    /// Whether it is one of these words, in small letters or with a capital.
    pub(super) fn is(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.text.eq_ignore_ascii_case(word))
    }

    /// Whether it has the ending of adverbs and is no noun that has it too: `the family said`.
    pub(super) fn is_adverb(&self) -> bool {
        let nouns =
            ["family", "assembly", "ally", "rally", "reply", "supply", "monopoly", "bully", "anomaly"];
        self.text.ends_with("ly") && !self.is(&nouns)
    }

    /// Whether it begins with a capital.
    pub(super) fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// A pronoun that can be the subject of a verb of saying.
    pub(super) fn is_pronoun(&self) -> bool {
        self.is(&["he", "she", "they", "it", "we", "you"]) || self.text == "I"
    }

    /// Whether it is a person's name.
    pub(super) fn is_person_named(&self) -> bool {
        self.name.is_some_and(|name| name.kind == EntityKind::Person && name.proper)
    }

    /// Whether it names or stands for a person.
    pub(super) fn is_person(&self) -> bool {
        self.name.is_some_and(|name| name.kind == EntityKind::Person)
    }
}

/// The words of every sentence. Marks, mentions and references come in the order of the text, and each is passed once.
pub(super) fn lines<'a>(reading: &'a Reading, marked: &[Marked]) -> Vec<Line<'a>> {
    let mut next = Next::default();
    let read = reading.tokens.iter().enumerate().map(|(sentence, tokens)| {
        let words = tokens.iter().enumerate().map(|(at, token)| Word {
            text: reading.word(token),
            span: token.span,
            kind: token.kind,
            quoted: next.quoted(marked, token.span),
            name: next.name(reading, sentence, at),
        });
        words.collect()
    });
    read.collect()
}

/// How far marks, mentions and references have been passed.
#[derive(Debug, Default)]
struct Next {
    mark: usize,
    mention: usize,
    reference: usize,
}

impl Next {
    fn quoted(&mut self, marked: &[Marked], span: Span) -> bool {
        while marked.get(self.mark).is_some_and(|mark| mark.outer.end <= span.start) {
            self.mark += 1;
        }
        marked.get(self.mark).is_some_and(|mark| mark.outer.contains(span))
    }

    fn name(&mut self, reading: &Reading, sentence: usize, at: usize) -> Option<Name> {
        let mentions = &reading.mentions;
        while mentions.get(self.mention).is_some_and(|m| (m.sentence, m.tokens.end) <= (sentence, at)) {
            self.mention += 1;
        }
        let references = &reading.chains.references;
        while references.get(self.reference).is_some_and(|r| (r.sentence, r.tokens.end) <= (sentence, at)) {
            self.reference += 1;
        }
        let mention = mentions.get(self.mention);
        if let Some(mention) = mention.filter(|m| m.sentence == sentence && m.tokens.contains(&at)) {
            let chain = reading.chain_of(self.mention);
            return Some(Name { span: mention.span, chain, kind: mention.kind, proper: true });
        }
        let reference = references.get(self.reference);
        let here = reference.filter(|r| r.sentence == sentence && r.tokens.contains(&at))?;
        let kind = reading.chains.chains[here.chain.0].kind;
        Some(Name { span: here.span, chain: Some(here.chain), kind, proper: false })
    }
}

/// The span from one word to another, both included.
pub(super) fn span(words: &[Word], first: usize, last: usize) -> Span {
    words[first].span.cover(words[last].span)
}
