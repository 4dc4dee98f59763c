//! The words of a title: how far it reaches, its status, and the country or group it belongs to.

use std::ops::Range;

use model::{EntityKind, RoleStatus};

use crate::chain::ChainIx;
use crate::lexicon::{Lexicon, TitleClass};
use crate::reading::Reading;
use crate::token::TokenKind;

/// Forms of address that are no office: `Dr. Lee`.
const COURTESY: &[&str] = &[
    "dr", "dr.", "rev", "rev.", "reverend", "fr", "fr.", "lord", "lady", "dame", "sheikh", "sheik", "baron",
    "baroness", "prince", "princess", "duke", "duchess", "count", "saint", "st.", "imam",
];

/// Words before a title that are no part of it: `both President Lee`, `under President Lee`.
const NO_TITLE: &[&str] = &[
    "the",
    "a",
    "an",
    "its",
    "his",
    "her",
    "their",
    "our",
    "my",
    "told",
    "said",
    "says",
    "as",
    "of",
    "by",
    "with",
    "and",
    "or",
    "but",
    "to",
    "for",
    "from",
    "in",
    "on",
    "at",
    "is",
    "was",
    "be",
    "are",
    "were",
    "new",
    "another",
    "one",
    "two",
    "first",
    "last",
    "who",
    "that",
    "both",
    "under",
    "then",
    "when",
    "where",
    "while",
    "after",
    "before",
    "since",
    "until",
    "about",
    "against",
    "between",
    "like",
    "unlike",
    "than",
    "not",
    "also",
    "if",
    "because",
    "this",
    "these",
    "those",
    "some",
    "many",
    "most",
    "any",
    "each",
    "every",
    "over",
    "into",
    "including",
    "such",
    "via",
    "per",
    "during",
    "among",
    "without",
    "within",
    "behind",
    "current",
    "called",
    "named",
    "how",
    "what",
    "why",
    "so",
    "yet",
    "just",
    "even",
    "only",
    "still",
    "our",
    "your",
    "did",
    "does",
    "do",
    "had",
    "has",
    "have",
    "will",
    "would",
    "could",
    "can",
    "may",
];

/// A sentence as the patterns see it.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) reading: &'a Reading,
    pub(super) lexicon: &'a Lexicon,
    pub(super) sentence: usize,
    pub(super) words: &'a [&'a str],
}

impl<'a> Line<'a> {
    pub(super) fn word(&self, at: usize) -> &'a str {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// The country or group that a token names, with its tokens.
    pub(super) fn body(&self, at: usize) -> Option<(Range<usize>, ChainIx)> {
        let body = |kind| matches!(kind, EntityKind::Country | EntityKind::Group);
        self.named(at).filter(|(_, _, kind)| body(*kind)).map(|(tokens, chain, _)| (tokens, chain))
    }

    /// The country, group or place that a token names, with its tokens: `the mayor of Oslo`.
    pub(super) fn seat(&self, at: usize) -> Option<(Range<usize>, ChainIx)> {
        self.named(at)
            .filter(|(_, _, kind)| *kind != EntityKind::Person)
            .map(|(tokens, chain, _)| (tokens, chain))
    }

    /// The person that a token names or stands for: `Lee` of `Lee's lawyer`, `her` of `her lawyer`.
    pub(super) fn person(&self, at: usize) -> Option<ChainIx> {
        let named =
            self.named(at).filter(|(_, _, kind)| *kind == EntityKind::Person).map(|(_, chain, _)| chain);
        let references = &self.reading.chains.references;
        let is_person = |chain: &ChainIx| self.reading.chains.chains[chain.0].kind == EntityKind::Person;
        let stands = || {
            let meant = references.iter().find(|r| r.sentence == self.sentence && r.tokens.contains(&at));
            meant.map(|r| r.chain).filter(is_person)
        };
        named.or_else(stands)
    }

    fn named(&self, at: usize) -> Option<(Range<usize>, ChainIx, EntityKind)> {
        let index = self.reading.mention_at(self.sentence, at)?;
        let mention = &self.reading.mentions[index];
        Some((mention.tokens.clone(), self.reading.chain_of(index)?, mention.kind))
    }

    /// Whether a token belongs to a name of any kind.
    pub(super) fn is_named(&self, at: usize) -> bool {
        self.reading.mention_at(self.sentence, at).is_some()
    }

    pub(super) fn is_possessive(&self, at: usize) -> bool {
        self.reading.tokens[self.sentence].get(at).is_some_and(|token| token.kind == TokenKind::Possessive)
    }

    /// The words from one token up to another, with single spaces.
    pub(super) fn printed(&self, tokens: Range<usize>) -> String {
        let span = self.reading.span(self.sentence, tokens.start, tokens.end - 1);
        span.of(&self.reading.document.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// How many words from `at` on are a title that is a role: `secretary of state`, `deputy defence minister`.
    pub(super) fn title_len(&self, at: usize) -> Option<usize> {
        let first = self.word(at).to_lowercase();
        let known = |at: usize| self.lexicon.title_at(self.words, at);
        let honorific = known(at).is_some_and(|title| title.class == TitleClass::Honorific);
        if honorific
            || COURTESY.contains(&first.as_str())
            || NO_TITLE.contains(&first.as_str())
            || status(&first).is_some()
        {
            return None;
        }
        if self.lexicon.is_kin(&first) {
            return None;
        }
        let long = known(at).map(|title| title.len);
        let qualified = if self.qualifies(at) { self.title_len(at + 1).map(|len| len + 1) } else { None };
        long.max(qualified).max(self.headed(at)).filter(|len| !self.lexicon.is_kin(self.word(at + len - 1)))
    }

    /// Words up to a noun that heads roles: `Finance and Economy Minister`, `counter-terrorism chief`.
    fn headed(&self, at: usize) -> Option<usize> {
        let plain = |at: usize| {
            let word = self.word(at);
            !self.is_named(at) && !word.is_empty() && word.chars().all(|c| c.is_alphabetic() || c == '-')
        };
        let capital = self.word(at).starts_with(char::is_uppercase);
        let joins = |at: usize| {
            self.word(at).starts_with(char::is_uppercase) || matches!(self.word(at), "and" | "of" | "for")
        };
        if plain(at) && self.lexicon.is_role(self.word(at)) {
            return Some(1);
        }
        let reach = (at..at + 5).take_while(|&step| plain(step) && (!capital || joins(step)));
        let head = reach.skip(1).find(|&step| self.lexicon.is_role(self.word(step)))?;
        // A title is written in one case: in `he met President Lee` the title begins with its capital.
        if !capital && self.word(head).starts_with(char::is_uppercase) {
            return None;
        }
        let near = head == at + 1 && self.is_noun(at);
        let far = head == at + 2 && self.is_noun(at) && self.is_noun(at + 1);
        (capital || near || far).then_some(head + 1 - at)
    }

    /// How many words behind a title belong to it: `of the board` of `chairman of the board`, with no name among them.
    pub(super) fn extension(&self, at: usize) -> usize {
        if self.word(at) != "of" {
            return 0;
        }
        let first = if matches!(self.word(at + 1), "the" | "its" | "their" | "his" | "her") {
            at + 2
        } else {
            at + 1
        };
        let lower = |at: usize| {
            let word = self.word(at);
            let plain = word.len() > 2 && word.chars().all(|c| c.is_lowercase() || c == '-');
            plain && !self.is_named(at) && (word == "and" || !NO_TITLE.contains(&word))
        };
        let last = (first..first + 6).take_while(|&at| lower(at)).last();
        let closes = |at: usize| {
            matches!(
                self.word(at),
                "," | "."
                    | ";"
                    | ")"
                    | "at"
                    | "of"
                    | "in"
                    | "for"
                    | "who"
                    | "and"
                    | "since"
                    | "until"
                    | ""
                    | "—"
                    | "–"
            )
        };
        last.filter(|&last| closes(last + 1)).map_or(0, |last| last + 1 - at)
    }

    /// Words that stand before a title and belong to it.
    fn qualifies(&self, at: usize) -> bool {
        matches!(
            self.word(at).to_lowercase().as_str(),
            "deputy"
                | "vice"
                | "senior"
                | "assistant"
                | "associate"
                | "chief"
                | "junior"
                | "special"
                | "federal"
                | "principal"
                | "executive"
                | "national"
                | "general"
                | "crown"
                | "lead"
                | "honorary"
        )
    }

    /// A lower-case word that may qualify a head: not a verb, a preposition or an article.
    fn is_noun(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() > 2
            && word.chars().all(|c| c.is_lowercase() || c == '-')
            && !NO_TITLE.contains(&word)
            && !self.lexicon.is_role_adjective(word)
            && !self.lexicon.is_kin(word)
            && status(word).is_none()
            && !word.ends_with("ed")
            && !word.ends_with("ly")
    }
}

/// What a word says of whether a role is held.
pub(super) fn status(word: &str) -> Option<RoleStatus> {
    match word.to_lowercase().as_str() {
        "former" | "ex" | "then" | "late" | "ousted" | "deposed" | "retired" | "onetime" | "one-time"
        | "ex-president" | "erstwhile" | "sometime" => Some(RoleStatus::Former),
        "acting" | "interim" | "caretaker" => Some(RoleStatus::Acting),
        _ => None,
    }
}
