//! A verb group → its [`Frame`]: whose deed it is, and how far it is a fact, through the verbs that govern it.

use super::{Actor, Clauses, Form, Group, Modality, Part, Phrase};

/// Who does it, and what the grammar says of whether it is done.
#[derive(Debug, Clone, Default)]
pub(crate) struct Frame {
    /// The grammatical subject: of a passive, who it is done to.
    pub(crate) subject: Phrase,
    /// The finite verb that the group hangs on, by its main token.
    pub(crate) anchor: Option<usize>,
    /// Planned, possible, threatened.
    pub(crate) hypothetical: bool,
    /// Announced or due.
    pub(crate) future: bool,
    pub(crate) negated: bool,
    /// Accused of, suspected of, said to.
    pub(crate) alleged: bool,
    /// `denied striking`.
    pub(crate) denied: bool,
    /// Said in passing, by the writer: `Lee, a member of the bloc,`.
    pub(crate) aside: bool,
    /// Who alleges or denies it.
    pub(crate) source: Option<Actor>,
}

/// After these the infinitive is done: `managed to strike`.
const REAL: &str = "manage begin start continue help come go proceed use dare get prove";
/// After these it is not done.
const UNDONE: &str = "refuse decline fail neglect forget";
/// After these the infinitive belongs to the object: `urged her to resign`.
const OBJECT_CONTROL: &str = "urge ask tell order force allow permit persuade invite encourage authorize authorise direct instruct warn request \
    advise enable lead push press pressure expect call convince compel cause require want help appoint elect \
    pick choose select name nominate hire recruit tap";
/// In the passive these say what others say: `is said to have struck`.
const HEARSAY: &str = "allege believe suspect think say report accuse rumor consider claim";
/// In the passive, or as adjectives, these announce: `is due to meet`.
const ANNOUNCED: &str = "due set scheduled expected slated about poised planned likely ready";
/// Adjectives that take an infinitive.
const DISPOSED: &str = "willing eager keen prepared determined reluctant unlikely free welcome hesitant";
/// Nouns that take an infinitive: `a plan to strike`.
const INTENTIONS: &str = "plan plans deal decision bid offer effort efforts move attempt attempts proposal intention intentions pledge promise threat \
    threats vow agreement desire call calls need push order orders request campaign mission chance opportunity right ability power way \
    time reason willingness refusal plot";
/// Verbs whose object is said to have done what follows `of` or `for`.
const ACCUSING: &str =
    "accuse suspect blame charge indict criticize criticise condemn denounce fault arraign";
const CONVICTING: &str = "convict sentence acquit clear jail imprison fine arrest praise commend thank applaud forgive ban sanction punish";

fn among(words: &str, word: &str) -> bool {
    !word.is_empty() && words.contains(word) && words.split_ascii_whitespace().any(|known| known == word)
}

impl Clauses<'_> {
    /// The frame of a group.
    pub(crate) fn frame(&self, group: &Group) -> Frame {
        self.framed(group, 4)
    }

    fn framed(&self, group: &Group, depth: usize) -> Frame {
        let Some(depth) = depth.checked_sub(1) else { return Frame::default() };
        let mut frame = match group.form {
            Form::Finite => Frame {
                subject: self.subject(group),
                anchor: Some(group.main),
                hypothetical: group.modality != Modality::None,
                future: group.modality == Modality::Future,
                ..Frame::default()
            },
            Form::Infinitive => self.infinitive(group, depth),
            Form::Gerund => self.gerund(group, depth),
            Form::Participle => self.participle(group, depth),
        };
        frame.negated ^= group.negated;
        frame.alleged |= group.hedged;
        frame
    }

    fn infinitive(&self, group: &Group, depth: usize) -> Frame {
        let mut at = group.start;
        let mut negated = false;
        while at > 0 && matches!(self.part(at - 1), Part::Not | Part::Adverb) {
            at -= 1;
            negated |= self.part(at) == Part::Not;
        }
        let frame = self.controlled(at, depth);
        Frame { negated: frame.negated ^ negated, ..frame }
    }

    /// The frame that the words before `at` give an infinitive that begins there.
    fn controlled(&self, at: usize, depth: usize) -> Frame {
        let Some(before) = at.checked_sub(1) else { return Frame::default() };
        let word = self.word(before);
        if let Some(governor) = self.group_at(before) {
            return self.governed(governor, depth);
        }
        let linked = |at: usize| {
            at.checked_sub(1).and_then(|at| self.groups.iter().find(|g| g.main == at && g.lemma == "be"))
        };
        if among(ANNOUNCED, word) || among(DISPOSED, word) || matches!(word, "able" | "unable") {
            let mut first = before;
            while first > 0 && matches!(self.part(first - 1), Part::Adverb | Part::Not) {
                first -= 1;
            }
            let Some(linking) = linked(first) else { return Frame::default() };
            let frame = self.framed(linking, depth);
            return Frame {
                hypothetical: frame.hypothetical || word != "able",
                future: frame.future || among(ANNOUNCED, word),
                negated: frame.negated ^ matches!(word, "unable" | "unlikely"),
                ..frame
            };
        }
        if self.part(before).is_nominal() {
            self.after_noun(before, depth)
        } else {
            self.purpose(before, depth)
        }
    }

    /// `vowed to strike`, `is expected to meet`.
    fn governed(&self, governor: &Group, depth: usize) -> Frame {
        let frame = self.framed(governor, depth);
        let lemma = governor.lemma;
        if lemma == "be" {
            // `is to meet`
            return Frame { hypothetical: true, future: true, ..frame };
        }
        if lemma == "have" {
            return Frame { hypothetical: true, ..frame };
        }
        if governor.passive && among(HEARSAY, lemma) {
            return Frame { alleged: true, ..frame };
        }
        Frame {
            hypothetical: frame.hypothetical
                || !(among(REAL, lemma) || among(UNDONE, lemma) || governor.passive && lemma == "force"),
            future: frame.future
                || matches!(
                    lemma,
                    "plan"
                        | "expect"
                        | "schedule"
                        | "slate"
                        | "agree"
                        | "promise"
                        | "vow"
                        | "pledge"
                        | "intend"
                ),
            negated: frame.negated ^ among(UNDONE, lemma),
            ..frame
        }
    }

    /// `urged her to resign`, `a plan to strike`, `flew to Oslo to meet`.
    fn after_noun(&self, last: usize, depth: usize) -> Frame {
        let Some(run) = self.run_ending(last) else { return Frame::default() };
        let verb = run.start.checked_sub(1).and_then(|at| self.group_at(at));
        if let Some(verb) = verb.filter(|verb| among(OBJECT_CONTROL, verb.lemma) && !verb.passive) {
            let outer = self.framed(verb, depth);
            let subject = self.phrase_from(run.start);
            let source = outer.subject.actors.first().copied();
            let real =
                matches!(verb.lemma, "force" | "allow" | "enable" | "help" | "compel" | "cause" | "lead");
            return Frame { subject, source, hypothetical: outer.hypothetical || !real, ..outer };
        }
        if among(INTENTIONS, self.word(last)) {
            let owner = self
                .possessor(run.clone())
                .filter(|owner| self.part(owner.at + 1) == Part::Possessive || owner.at + 1 == last);
            let outer = self.purpose(last, depth);
            let subject = match owner {
                Some(owner) => Phrase { tokens: run, actors: vec![owner], parts: 1 },
                // `supported a decision to strike`: whose decision is not said.
                None if self.makes(run.start) => outer.subject,
                None => return Frame::default(),
            };
            return Frame { subject, hypothetical: true, ..outer };
        }
        self.purpose(last, depth)
    }

    /// Whether the verb before a noun makes what the noun says its subject's: `announced a plan to`, `has vowed in a threat to`.
    fn makes(&self, start: usize) -> bool {
        let verb = start.checked_sub(1).and_then(|at| self.group_at(at));
        let making = "announce make unveil have take reach offer sign present draw hatch issue launch abandon drop repeat";
        verb.is_some_and(|verb| among(making, verb.lemma))
    }

    /// The subject of the finite verb before, when nothing comes between: `flew to Oslo to meet`.
    fn purpose(&self, before: usize, depth: usize) -> Frame {
        let Some(outer) = self.finite_before(before + 1) else { return Frame::default() };
        let parted = (outer.main + 1..before).any(|at| {
            matches!(
                self.part(at),
                Part::Break | Part::Subordinator | Part::Comma | Part::Relative | Part::That | Part::If
            )
        });
        if parted || outer.passive {
            return Frame::default();
        }
        Frame { hypothetical: true, ..self.framed(outer, depth) }
    }

    /// The frame of the clause that goes on after a participle at the head of the sentence: `Leaving Oslo, Lee met`.
    fn leading(&self, group: &Group, depth: usize) -> Frame {
        let comma = (group.main + 1..self.parts.len()).find(|&at| self.part(at) == Part::Comma);
        let next = comma.and_then(|comma| {
            self.groups.iter().find(|next| next.start > comma && next.form == Form::Finite)
        });
        let (Some(comma), Some(next)) = (comma, next) else { return Frame::default() };
        let parted = self
            .groups
            .iter()
            .any(|other| other.form == Form::Finite && other.main < comma && other.main != group.main);
        let frame = self.framed(next, depth);
        if parted || frame.subject.tokens.start != comma + 1 {
            return Frame::default();
        }
        Frame { subject: frame.subject, anchor: Some(group.main), ..Frame::default() }
    }

    fn gerund(&self, group: &Group, depth: usize) -> Frame {
        let leads = group.start == 0
            || group.start == 1
                && matches!(self.word(0), "after" | "by" | "in" | "on" | "while" | "since" | "when");
        if leads {
            return self.leading(group, depth);
        }
        let Some(before) = group.start.checked_sub(1) else { return Frame::default() };
        match self.part(before) {
            Part::Preposition if matches!(self.word(before), "of" | "for" | "with") => {
                self.accused(before, depth)
            }
            Part::Verb(form) => {
                let Some(governor) = self.group_at(before) else { return Frame::default() };
                let frame = self.framed(governor, depth);
                match form.lemma {
                    "deny" => Frame { denied: true, source: frame.subject.actors.first().copied(), ..frame },
                    "consider" | "suggest" | "propose" | "risk" | "recommend" | "contemplate" | "discuss" => {
                        Frame { hypothetical: true, ..frame }
                    }
                    "avoid" => Frame { negated: !frame.negated, ..frame },
                    _ => frame,
                }
            }
            // `Lee, visiting Oslo, praised`: nothing before it has a verb.
            Part::Comma if self.finite_before(before).is_none() => self.participle(group, depth),
            Part::Preposition | Part::Subordinator | Part::Comma => {
                let negated = self.word(before) == "without";
                let Some(outer) = self.finite_before(before) else { return Frame::default() };
                let parted = (outer.main + 1..before).any(|at| {
                    matches!(self.part(at), Part::Break | Part::Relative | Part::That | Part::Quote)
                });
                if parted || self.word(before) == "against" {
                    return Frame::default();
                }
                let frame = self.framed(outer, depth);
                Frame { negated: frame.negated ^ negated, ..frame }
            }
            part if part.is_nominal() => {
                Frame { subject: self.phrase_ending(before), anchor: Some(group.main), ..Frame::default() }
            }
            _ => Frame::default(),
        }
    }

    /// `accused Lee of striking`, `Lee, suspected of striking`: what Lee is said to have done.
    fn accused(&self, preposition: usize, depth: usize) -> Frame {
        let reach = self.groups.iter().rev().filter(|g| g.main < preposition && preposition - g.main <= 16);
        let mut verbs = reach.filter(|g| among(ACCUSING, g.lemma) || among(CONVICTING, g.lemma));
        let Some(verb) = verbs.next() else { return Frame::default() };
        let outer = self.framed(verb, depth);
        let alleged = among(ACCUSING, verb.lemma);
        let (subject, source) = if verb.passive {
            (outer.subject.clone(), None)
        } else {
            let object = self.phrase_from(verb.main + 1);
            let whom = if object.tokens.is_empty() { self.relative_object(verb) } else { object };
            (whom, outer.subject.actors.first().copied())
        };
        Frame {
            subject,
            source: source.filter(|_| alleged),
            alleged,
            anchor: outer.anchor,
            negated: outer.negated || matches!(verb.lemma, "acquit" | "clear"),
            ..Frame::default()
        }
    }

    /// `Lee, whom Kenya accuses`: the antecedent of the pronoun before the subject of a verb.
    pub(crate) fn relative_object(&self, group: &Group) -> Phrase {
        let subject = self.subject(group);
        let Some(before) = subject.tokens.start.checked_sub(1) else { return Phrase::default() };
        match self.part(before) {
            Part::Relative | Part::That if !subject.tokens.is_empty() && self.word(before) != "who" => {
                self.antecedent(before)
            }
            _ => Phrase::default(),
        }
    }

    /// `Lee, arrested by the police,` and `the man arrested by the police`.
    fn participle(&self, group: &Group, depth: usize) -> Frame {
        if group.start == 0 {
            return self.leading(group, depth);
        }
        let Some(before) = group.start.checked_sub(1) else { return Frame::default() };
        let last = match self.part(before) {
            Part::Comma => before.checked_sub(1),
            part if part.is_nominal() || part == Part::Close => Some(before),
            Part::And => {
                return self
                    .finite_before(before)
                    .filter(|outer| outer.passive)
                    .map_or_else(Frame::default, |outer| self.framed(outer, depth));
            }
            _ => None,
        };
        let Some(last) = last.filter(|&last| self.part(last).is_nominal()) else { return Frame::default() };
        Frame { subject: self.antecedent_of(last), anchor: Some(group.main), ..Frame::default() }
    }

    /// The phrase that ends at `last`, or the name in it that is nearest.
    fn antecedent_of(&self, last: usize) -> Phrase {
        let Some(run) = self.run_ending(last) else { return Phrase::default() };
        match self.head(run.clone()) {
            Some(actor) => Phrase { tokens: run, actors: vec![actor], parts: 1 },
            None => self.phrase_ending(last),
        }
    }
}
