//! The words of a title: how far it reaches, and its status.

use model::RoleStatus;

use super::line::Line;
use crate::lexicon::{Finite, TitleClass};

/// The offices of towns and regions.
const LOCAL: &[&str] = &[
    "alderman",
    "archbishop",
    "bishop",
    "congressman",
    "congresswoman",
    "councillor",
    "councilman",
    "councilor",
    "councilwoman",
    "gov.",
    "governor",
    "lawmaker",
    "legislator",
    "mayor",
    "mp",
    "premier",
    "prosecutor",
    "rep.",
    "sen.",
    "senator",
    "sheriff",
];

/// Whether a title is an office of a town or region: `deputy mayor`.
pub(crate) fn is_local(title: &str) -> bool {
    let head = title.rsplit(' ').next().unwrap_or_default();
    LOCAL.contains(&head.to_lowercase().as_str())
}

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
        // A field of government is none where a name stands: `General Secretary of the New Harbor Party`.
        let own = |len: usize| {
            let link = (at..at + len).position(|at| matches!(self.word(at), "of" | "for"));
            let name = |link: usize| at + link + 1 + usize::from(self.word(at + link + 1) == "the");
            link.filter(|&link| self.is_named(name(link))).unwrap_or(len)
        };
        let long = known(at).map(|title| own(title.len));
        let qualified = if self.qualifies(at) { self.title_len(at + 1).map(|len| len + 1) } else { None };
        long.max(qualified).max(self.headed(at)).filter(|len| !self.lexicon.is_kin(self.word(at + len - 1)))
    }

    /// Words up to a noun that heads roles: `Finance and Economy Minister`, `counter-terrorism chief`.
    fn headed(&self, at: usize) -> Option<usize> {
        let plain = |at: usize| {
            let word = self.word(at);
            !self.is_named(at) && !word.is_empty() && word.chars().all(|c| c.is_alphabetic() || c == '-')
        };
        // The capital of a sentence is none of a title: `Opposition spokesman`.
        let opens = at == 0 && self.word(1).starts_with(char::is_lowercase) && self.is_common(0);
        let capital = self.word(at).starts_with(char::is_uppercase) && !opens;
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
        let first = opens || self.is_noun(at);
        let near = head == at + 1 && first;
        let far = head == at + 2 && first && self.is_noun(at + 1);
        (capital || near || far).then_some(head + 1 - at)
    }

    /// How many words behind a title belong to it, with no name among them: `of the board` of `chairman of the board`,
    /// `for trade` of `director for trade`.
    pub(super) fn extension(&self, at: usize) -> usize {
        let owned = matches!(self.word(at + 1), "the" | "its" | "their" | "his" | "her");
        let first = match self.word(at) {
            "of" if owned => at + 2,
            "of" => at + 1,
            "for" | "on" if !owned => at + 1,
            _ => return 0,
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

    /// Whether a word is an office of a region: a governor of New York is none of the city.
    pub(super) fn is_regional(&self, at: usize) -> bool {
        matches!(self.word(at).to_lowercase().as_str(), "gov." | "governor" | "sen." | "senator" | "premier")
    }

    /// Whether the words behind a title say what it is about: `for trade`.
    pub(super) fn is_topic(&self, at: usize) -> bool {
        matches!(self.word(at), "for" | "on") && self.extension(at) > 0
    }

    /// Whether a word is an office of a town or region.
    pub(super) fn is_local(&self, at: usize) -> bool {
        is_local(self.word(at))
    }

    /// Whether a word is one that prose writes with a small letter, and may qualify a title.
    fn is_common(&self, at: usize) -> bool {
        let lower = self.word(at).to_lowercase();
        self.lexicon.is_common(&lower)
            && !self.lexicon.not_a_title(&lower)
            && !self.lexicon.is_role_adjective(&lower)
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
            && self.lexicon.finite(word) != Some(Finite::Past)
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
