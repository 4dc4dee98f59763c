//! The subject of a finite verb: the phrase before it, over what is set off by commas, through `who`, and across `and`.

use model::EntityKind;

use super::{Clauses, Form, Group, Part, Phrase};

/// How far back the comma may stand that opens what is set off.
const REACH: usize = 30;

impl Clauses<'_> {
    /// The phrase that is the grammatical subject of a finite group: of a passive, who it is done to.
    pub(crate) fn subject(&self, group: &Group) -> Phrase {
        self.subject_before(group.start)
    }

    fn subject_before(&self, start: usize) -> Phrase {
        let mut at = start;
        while let Some(before) = at.checked_sub(1) {
            at = match self.part(before) {
                Part::Adverb => before,
                Part::Time => self.before_time(before),
                Part::Comma => match (self.introduced(before), self.set_off(before)) {
                    (Some(named), _) => return named,
                    // `Unions, including the Norvik Federation, met`: those that are named.
                    (None, Some(opening)) if self.lists(opening + 1) => {
                        let whole = self.phrase_before_comma(opening);
                        if !whole.actors.is_empty() {
                            return whole;
                        }
                        let named = self.phrase_from(opening + 2);
                        return Phrase { tokens: whole.tokens.start..before, ..named };
                    }
                    (None, Some(opening)) => opening,
                    (None, None) => return Phrase::default(),
                },
                Part::Close => match (0..before).rev().find(|&open| self.part(open) == Part::Open) {
                    Some(open) => open,
                    None => return Phrase::default(),
                },
                Part::Relative | Part::That => return self.antecedent(before),
                Part::And => return self.shared(before),
                Part::Pronoun => return self.sayer(before),
                part if part.is_nominal() => return self.phrase_ending(before),
                _ => return Phrase::default(),
            };
        }
        Phrase::default()
    }

    /// `The foreign minister, Ann Lee,`: the name that a description introduces, between the comma at `closing` and the one before.
    fn introduced(&self, closing: usize) -> Option<Phrase> {
        let run = self.run_ending(closing.checked_sub(1)?)?;
        let named = self.head(run.clone()).filter(|actor| actor.exact && actor.kind == EntityKind::Person)?;
        let opening = run.start.checked_sub(1).filter(|&at| self.part(at) == Part::Comma)?;
        let described = self.phrase_ending(opening.checked_sub(1)?);
        let first = described.tokens.start;
        let article = matches!(self.part(first), Part::Determiner | Part::Stand(_));
        // `Kenya's army chief, Ann Lee,`
        let office = opening.checked_sub(1).is_some_and(|at| self.lexicon.role_head(self.word(at)));
        let owned = office && (first..opening).any(|at| self.part(at) == Part::Possessive);
        (owned || described.actors.is_empty() && article).then(|| Phrase {
            tokens: described.tokens.start..closing,
            actors: vec![named],
            parts: 1,
        })
    }

    /// Whether a word begins a list of some of those before it: `including`.
    pub(super) fn lists(&self, at: usize) -> bool {
        self.word(at) == "including"
    }

    fn phrase_before_comma(&self, comma: usize) -> Phrase {
        comma.checked_sub(1).map_or_else(Phrase::default, |last| self.phrase_ending(last))
    }

    /// Where an expression of time that ends at `last` begins, with its preposition.
    fn before_time(&self, last: usize) -> usize {
        let mut at = last;
        while at > 0 && matches!(self.part(at - 1), Part::Time | Part::Number) {
            at -= 1;
        }
        if at > 0 && self.part(at - 1) == Part::Preposition { at - 1 } else { at }
    }

    /// The comma that opens what the comma at `closing` closes: `Ann Lee, the mayor of Oslo, met`.
    pub(crate) fn set_off(&self, closing: usize) -> Option<usize> {
        let commas = (0..closing).rev().take(REACH).filter(|&at| self.part(at) == Part::Comma);
        commas.take(3).find(|&opening| {
            opening > 0 && self.is_aside(opening + 1, closing) && self.part(opening - 1).is_nominal()
        })
    }

    /// Whether words between commas only say more of what stands before them.
    fn is_aside(&self, first: usize, closing: usize) -> bool {
        let finite = self
            .groups
            .iter()
            .any(|group| group.main >= first && group.main < closing && group.form == Form::Finite);
        match self.part(first) {
            Part::Relative => true,
            _ if matches!(self.word(first), "whose" | "according" | "as" | "where") => true,
            _ if finite => false,
            Part::Determiner | Part::Number | Part::Adverb | Part::Time | Part::Preposition => true,
            // `Ann Lee, after talks in Oslo, said`
            Part::Subordinator => {
                matches!(self.word(first), "after" | "before" | "since" | "until" | "while" | "when")
            }
            Part::Verb(form) => form.participle || form.ing,
            Part::Noun => {
                matches!(
                    self.word(first),
                    "former" | "then" | "head" | "chief" | "leader" | "chairman" | "president"
                ) || self.lexicon.role_head(self.word(closing - 1))
                    || (first..closing).any(|at| self.lexicon.role_head(self.word(at)))
            }
            Part::Name(_) => {
                let owns = (first..closing).any(|at| self.part(at) == Part::Possessive);
                owns || (first..closing)
                    .any(|at| self.part(at) == Part::Noun && self.lexicon.role_head(self.word(at)))
            }
            _ => false,
        }
    }

    /// `The company Apex said it would buy`: what speaks and then is `it`.
    fn sayer(&self, pronoun: usize) -> Phrase {
        if !matches!(self.word(pronoun), "it" | "they") {
            return Phrase::default();
        }
        let Some(verb) = self
            .finite_before(pronoun)
            .filter(|verb| self.lexicon.speech_verb(self.word(verb.main)).is_some())
        else {
            return Phrase::default();
        };
        let between = verb.main + 1..pronoun;
        let direct = between.clone().all(|at| {
            matches!(self.part(at), Part::That | Part::Time | Part::Adverb | Part::Number)
                || self.word(at) == "on"
        });
        let mut phrase = if direct { self.subject(verb) } else { Phrase::default() };
        phrase.actors.retain(|actor| matches!(actor.kind, EntityKind::Group | EntityKind::Country));
        phrase
    }

    /// Whom a relative pronoun stands for: the phrase before it.
    pub(crate) fn antecedent(&self, relative: usize) -> Phrase {
        let Some(mut before) = relative.checked_sub(1) else { return Phrase::default() };
        if self.part(before) == Part::Comma && self.word(relative) != "that" {
            let Some(further) = before.checked_sub(1) else { return Phrase::default() };
            before = further;
        }
        // `one of whom`, `said that`
        if !self.part(before).is_nominal() && self.part(before) != Part::Close {
            return Phrase::default();
        }
        let whole = self.phrase_ending(before);
        if whole.parts > 1 {
            // `Ann Lee and Jo Park, who`: the last one alone.
            let last = self.run_ending(before).and_then(|run| Some((self.head(run.clone())?, run)));
            return last.map_or_else(Phrase::default, |(actor, run)| Phrase {
                tokens: run,
                actors: vec![actor],
                parts: 1,
            });
        }
        // `the mayor of Oslo, who`: the nearest person or body before `who` when the head names nobody.
        if whole.actors.is_empty() && self.word(relative) != "that" {
            let near = self.run_ending(before).and_then(|run| Some((self.head(run.clone())?, run)));
            let person = self.word(relative) == "who";
            let fits = near.filter(|(actor, _)| actor.exact && (actor.kind == EntityKind::Person) == person);
            return fits.map_or_else(Phrase::default, |(actor, run)| Phrase {
                tokens: run,
                actors: vec![actor],
                parts: 1,
            });
        }
        whole
    }

    /// The subject of the verb before `and`, when a verb follows it at once: `She visited Oslo and met`.
    fn shared(&self, and: usize) -> Phrase {
        let Some(earlier) = self.finite_before(and) else { return Phrase::default() };
        let breaks = (earlier.main..and)
            .any(|at| matches!(self.part(at), Part::Break | Part::Subordinator | Part::That));
        if breaks { Phrase::default() } else { self.subject(earlier) }
    }
}
