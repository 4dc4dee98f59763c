//! The words of a title: how far it reaches, its status, and the country or group it belongs to.

use model::{EntityKind, RoleStatus};

use crate::chain::ChainIx;
use crate::lexicon::{Lexicon, TitleClass};
use crate::reading::Reading;
use crate::token::TokenKind;

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
    pub(super) fn body(&self, at: usize) -> Option<(std::ops::Range<usize>, ChainIx)> {
        let index = self.reading.mention_at(self.sentence, at)?;
        let mention = &self.reading.mentions[index];
        let body = matches!(mention.kind, EntityKind::Country | EntityKind::Group);
        self.reading.chain_of(index).filter(|_| body).map(|chain| (mention.tokens.clone(), chain))
    }

    /// Whether a token belongs to a name of any kind.
    pub(super) fn is_named(&self, at: usize) -> bool {
        self.reading.mention_at(self.sentence, at).is_some()
    }

    pub(super) fn is_possessive(&self, at: usize) -> bool {
        self.reading.tokens[self.sentence].get(at).is_some_and(|token| token.kind == TokenKind::Possessive)
    }

    /// How many words from `at` on are a title that is a role: `secretary of state`, `deputy defence minister`.
    pub(super) fn title_len(&self, at: usize) -> Option<usize> {
        let known = |at: usize| {
            self.lexicon.title_at(self.words, at).filter(|title| title.class != TitleClass::Honorific)
        };
        if let Some(title) = known(at) {
            // `vice president`, and then `deputy police chief`: a qualifier may stand before a title that is known.
            let longer = known(at + title.len).filter(|_| self.qualifies(at));
            return Some(title.len + longer.map_or(0, |next| next.len));
        }
        let word = self.word(at);
        if self.qualifies(at) {
            return self.title_len(at + 1).map(|len| len + 1);
        }
        // `Finance and Economy Minister`, `counter-terrorism chief`: words up to a noun that heads roles.
        let plain = |at: usize| {
            !self.is_named(at)
                && self.word(at).chars().all(|c| c.is_alphabetic() || c == '-')
                && !self.word(at).is_empty()
        };
        let capital = word.starts_with(char::is_uppercase);
        let joins = |at: usize| {
            self.word(at).starts_with(char::is_uppercase) || matches!(self.word(at), "and" | "of" | "for")
        };
        let reach = (at..at + 5).take_while(|&step| plain(step) && (!capital || joins(step)));
        let head = reach.skip(1).find(|&step| self.lexicon.role_head(self.word(step)))?;
        (capital || head == at + 1 && self.is_noun(at)).then_some(head + 1 - at)
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
                | "top"
                | "junior"
                | "special"
                | "federal"
                | "principal"
                | "executive"
                | "national"
        )
    }

    /// A lower-case word that may qualify a head: not a verb, a preposition or an article.
    fn is_noun(&self, at: usize) -> bool {
        const OTHERS: &[&str] = &[
            "the", "a", "an", "its", "his", "her", "their", "told", "said", "as", "of", "by", "with", "and",
            "to", "for", "from", "in", "on", "is", "was", "new", "another", "one", "first", "who", "that",
        ];
        let word = self.word(at);
        word.len() > 3
            && word.chars().all(|c| c.is_lowercase() || c == '-')
            && !OTHERS.contains(&word)
            && !word.ends_with("ed")
            && !word.ends_with("ly")
    }
}

/// What a word says of whether a role is held.
pub(super) fn status(word: &str) -> Option<RoleStatus> {
    match word.to_lowercase().as_str() {
        "former" | "ex" | "then" | "late" | "ousted" | "deposed" | "retired" | "onetime" | "one-time"
        | "ex-president" | "erstwhile" => Some(RoleStatus::Former),
        "acting" | "interim" | "caretaker" => Some(RoleStatus::Acting),
        _ => None,
    }
}
