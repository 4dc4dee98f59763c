//! The words of a title: how far it reaches, and its status.

use model::RoleStatus;

use super::line::Line;
use crate::lexicon::{Finite, TitleClass};

impl Line<'_> {
    /// How many words from `at` on are a title that is a role: `secretary of state`, `deputy defence minister`.
    pub(super) fn title_len(&self, at: usize) -> Option<usize> {
        let first = self.word(at).to_lowercase();
        let known = |at: usize| self.lexicon.title_at(self.words, at);
        let honorific = known(at).is_some_and(|title| title.class == TitleClass::Honorific);
        if honorific
            || self.lexicon.is_courtesy(&first)
            || self.lexicon.not_a_title(&first)
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
            plain && !self.is_named(at) && (word == "and" || !self.lexicon.not_a_title(word))
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
            && !self.lexicon.not_a_title(word)
            && !self.lexicon.is_role_adjective(word)
            && !self.lexicon.is_kin(word)
            && status(word).is_none()
            && !word.ends_with("ed")
            && !word.ends_with("ly")
            && self.lexicon.finite(word) != Some(Finite::Past)
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
