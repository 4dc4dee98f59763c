//! Noun phrases: which entity heads the words before or after a place, through prepositions, coordination and apposition.

use std::ops::Range;

use model::{EntityKind, Via};

use super::{Actor, Clauses, Part, Phrase};

/// The most words of a phrase.
const LONGEST: usize = 14;

/// Nouns that say what a group is or who is in it.
const MEMBERS: &str = "group movement party militia gang cartel organization organisation rebels insurgents guerrillas militants \
    fighters gunmen network alliance bloc";
/// Nouns in apposition to which a name follows: `her counterpart, Ann Lee`.
const PERSONS: &str = "counterpart wife husband brother sister son daughter father mother lawyer rival successor predecessor ally deputy spy suspect citizen national fugitive dissident hostage";

impl Clauses<'_> {
    /// The phrase whose last word stands at `last`, with what is joined to it on its left.
    pub(crate) fn phrase_ending(&self, last: usize) -> Phrase {
        let Some(run) = self.run_ending(last) else { return Phrase::default() };
        let head = self.head(run.clone());
        let before = run.start.checked_sub(1);
        match before.map(|at| self.part(at)) {
            Some(Part::Preposition) => self.attached(run, head),
            Some(Part::To) => Phrase::default(),
            Some(Part::And) => self.joined_before(run, head),
            _ if head.is_none() && self.is_pair(run.clone()) => {
                Phrase { tokens: run, actors: self.last_pair(last), parts: 2 }
            }
            _ => self.apposed_before(run, head),
        }
    }

    /// The phrase that begins at `first`, with what is joined to it on its right.
    pub(crate) fn phrase_from(&self, first: usize) -> Phrase {
        self.list_from(first, false)
    }

    /// The phrases of `between Kenya and Peru`: a verb behind the last has all before it for its subject.
    pub(crate) fn pair_from(&self, first: usize) -> Phrase {
        self.list_from(first, true)
    }

    fn list_from(&self, first: usize, whole: bool) -> Phrase {
        let run = self.run_from(first);
        if run.is_empty() {
            return Phrase::default();
        }
        let mut phrase = self.single_from(run);
        loop {
            let Some(next) = self.joint(&phrase) else { return phrase };
            let run = self.run_from(next);
            if run.is_empty() {
                return phrase;
            }
            let more = self.single_from(run);
            // `met Lee and Park said`: the second begins a clause of its own.
            let clause = self
                .groups
                .iter()
                .any(|group| group.start == more.tokens.end && group.form == super::Form::Finite);
            if clause && !whole || more.actors.is_empty() {
                return phrase;
            }
            phrase.tokens.end = more.tokens.end;
            phrase.actors.extend(more.actors);
            phrase.parts += 1;
        }
    }

    /// Where the next part of a list begins: after `and`, or after a comma when an `and` follows further on.
    fn joint(&self, phrase: &Phrase) -> Option<usize> {
        let end = phrase.tokens.end;
        match (self.part(end), self.part(end + 1)) {
            (Part::And, _) => Some(end + 1),
            (Part::Comma, Part::And) => Some(end + 2),
            (Part::Comma, Part::Name(_) | Part::Noun | Part::Determiner) => {
                let next = self.run_from(end + 1);
                let closes = matches!(self.part(next.end), Part::And)
                    || self.part(next.end) == Part::Comma
                        && (self.part(next.end + 1) == Part::And || self.list_goes_on(next.end));
                (!next.is_empty() && closes && self.head(next).is_some()).then_some(end + 1)
            }
            _ => None,
        }
    }

    fn list_goes_on(&self, comma: usize) -> bool {
        let next = self.run_from(comma + 1);
        !next.is_empty() && matches!(self.part(next.end), Part::And) && self.head(next).is_some()
    }

    /// One phrase going right: `the leader of Los Halcones, Ann Lee,` is Ann Lee.
    fn single_from(&self, run: Range<usize>) -> Phrase {
        if let Some(head) = self.head(run.clone()) {
            return Phrase { tokens: run, actors: vec![head], parts: 1 };
        }
        let mut end = run.end;
        while self.part(end) == Part::Preposition && matches!(self.word(end), "of" | "for" | "at" | "in") {
            let inner = self.run_from(end + 1);
            if inner.is_empty() {
                break;
            }
            // `police in Kenya`, `forces of Kenya`: the country's people.
            if self.lexicon.is_actor(self.word(run.end - 1)) {
                let owner = self.head(inner.clone()).filter(|owner| is_body(owner.kind));
                let listed = self.part(inner.end) == Part::Comma && self.lists(inner.end + 1);
                let actors: Vec<Actor> =
                    owner.map(|owner| Actor { exact: false, ..owner }).into_iter().collect();
                if !listed || !actors.is_empty() {
                    return Phrase { tokens: run.start..inner.end, actors, parts: 1 };
                }
            }
            end = inner.end;
        }
        let mut phrase = Phrase { tokens: run.start..run.end, actors: Vec::new(), parts: 1 };
        let head = self.word(run.end - 1);
        // `met leaders of the bloc, including Ann Lee and Jo Park`
        if self.part(end) == Part::Comma && self.lists(end + 1) {
            let named = self.phrase_from(end + 2);
            return Phrase { tokens: run.start..named.tokens.end.max(run.end), ..named };
        }
        // `a law firm, Norvik & Ek`
        let body =
            self.lexicon.group_noun(head).is_some() && matches!(self.word(run.start), "a" | "an" | "another");
        let describes = self.lexicon.role_head(head)
            || among(PERSONS, head)
            || self.lexicon.person_noun(head).is_some()
            || self.lexicon.is_role(head);
        if (describes || body) && self.part(end) == Part::Comma {
            let apposed = self.run_from(end + 1);
            let wanted = if body { EntityKind::Group } else { EntityKind::Person };
            let named = self.head(apposed.clone()).filter(|actor| actor.kind == wanted && actor.exact);
            let closed = matches!(
                self.part(apposed.end),
                Part::Comma | Part::Break | Part::Preposition | Part::Time | Part::Close
            );
            if let Some(actor) = named.filter(|_| closed) {
                phrase.actors.push(actor);
                phrase.tokens.end = apposed.end;
            }
        }
        phrase
    }

    /// A phrase after a preposition: what counts is the phrase before it.
    fn attached(&self, run: Range<usize>, head: Option<Actor>) -> Phrase {
        let preposition = run.start - 1;
        let Some(before) = preposition.checked_sub(1) else { return Phrase::default() };
        if !self.part(before).is_nominal() {
            return Phrase::default();
        }
        let outer = self.phrase_ending(before);
        if outer.tokens.is_empty() {
            return Phrase::default();
        }
        let tokens = outer.tokens.start..run.end;
        let people = self.lexicon.is_actor(self.word(before))
            && matches!(self.word(preposition), "of" | "from" | "in");
        if let (true, true, Some(owner)) =
            (outer.actors.is_empty(), people, head.filter(|head| is_body(head.kind)))
        {
            return Phrase { tokens, actors: vec![Actor { exact: false, ..owner }], parts: 1 };
        }
        Phrase { tokens, ..outer }
    }

    /// `Ann Lee, Kenya and Peru`, going left.
    fn joined_before(&self, run: Range<usize>, head: Option<Actor>) -> Phrase {
        let alone = Phrase { tokens: run.clone(), actors: head.into_iter().collect(), parts: 1 };
        let comma = run.start.checked_sub(2).filter(|&at| self.part(at) == Part::Comma);
        let Some(last) = comma.unwrap_or(run.start - 1).checked_sub(1) else { return alone };
        // `Lee was praised and Park was criticized`: it joins clauses.
        if matches!(self.part(last), Part::Verb(_)) {
            return alone;
        }
        let Some(mut first) = self.run_ending(last) else { return Phrase::default() };
        let mut heads: Vec<Option<Actor>> = vec![self.head(first.clone())];
        while let Some(run) = self.list_before(&first) {
            heads.push(self.head(run.clone()));
            first = run;
        }
        let before = first.start.checked_sub(1).map_or(Part::Break, |at| self.part(at));
        // `He met Lee and Park said`: Lee belongs to the verb before; `of Lee and Park`: to the preposition.
        if matches!(before, Part::Verb(_) | Part::Preposition | Part::To | Part::And) {
            return if matches!(before, Part::Verb(_)) { alone } else { Phrase::default() };
        }
        let parts = heads.len() + 1;
        let mut actors: Vec<Actor> = heads.into_iter().rev().flatten().collect();
        actors.extend(alone.actors);
        Phrase { tokens: first.start..run.end, actors, parts }
    }

    fn list_before(&self, first: &Range<usize>) -> Option<Range<usize>> {
        let comma = first.start.checked_sub(1).filter(|&at| self.part(at) == Part::Comma)?;
        let run = self.run_ending(comma.checked_sub(1)?)?;
        self.head(run.clone()).is_some().then_some(run)
    }

    /// `Ann Lee, the mayor of Oslo`: the name before the description.
    fn apposed_before(&self, run: Range<usize>, head: Option<Actor>) -> Phrase {
        let mut phrase = Phrase { tokens: run.clone(), actors: head.into_iter().collect(), parts: 1 };
        let comma = run.start.checked_sub(1).filter(|&at| self.part(at) == Part::Comma);
        let described = phrase.actors.is_empty() && self.part(run.start) == Part::Determiner;
        let Some(before) = comma.filter(|_| described).and_then(|comma| comma.checked_sub(1)) else {
            return phrase;
        };
        let named = self.run_ending(before).and_then(|run| Some((self.head(run.clone())?, run)));
        if let Some((actor, run)) = named.filter(|(actor, _)| actor.exact) {
            phrase = Phrase { tokens: run.start..phrase.tokens.end, actors: vec![actor], parts: 1 };
        }
        phrase
    }

    /// The words of one phrase without its prepositions, going left from its last word.
    pub(crate) fn run_ending(&self, last: usize) -> Option<Range<usize>> {
        if matches!(self.part(last), Part::Close) {
            let open = (0..last).rev().take(LONGEST).find(|&at| self.part(at) == Part::Open)?;
            return self.run_ending(open.checked_sub(1)?);
        }
        let mut reach =
            (0..=last).rev().take(LONGEST).take_while(|&at| self.part(at).is_nominal()).peekable();
        let mut first = *reach.peek()?;
        for at in reach {
            first = at;
            // An article begins a phrase; `all the` and `its other` are two words of one.
            if self.part(at) == Part::Determiner
                && at.checked_sub(1).is_none_or(|at| self.part(at) != Part::Determiner)
            {
                break;
            }
        }
        Some(first..last + 1)
    }

    /// The words of one phrase without its prepositions, going right from its first word.
    pub(crate) fn run_from(&self, first: usize) -> Range<usize> {
        let mut end = first;
        // `called Lee a liar`: an article begins the next phrase.
        let next = |end: usize| {
            end > first && self.part(end) == Part::Determiner && self.part(end - 1) != Part::Determiner
        };
        // `remarks Lee had made`: a clause about the noun.
        let about = |end: usize| end > first && self.opens_relative(end);
        while end < self.parts.len()
            && end - first < LONGEST
            && self.part(end).is_nominal()
            && !next(end)
            && !about(end)
        {
            end += 1;
            // A pronoun is a phrase of its own: `told him Lee`.
            if matches!(self.part(end - 1), Part::Pronoun) {
                break;
            }
        }
        first..end
    }

    /// Whether the name at a place is the subject of a clause about the plural before it: `remarks Lee had made`.
    fn opens_relative(&self, at: usize) -> bool {
        let Part::Name(index) = self.part(at) else { return false };
        let mention = &self.reading.mentions[index];
        let word = self.word(at - 1);
        mention.tokens.start == at
            && mention.kind == EntityKind::Person
            && self.part(at - 1) == Part::Noun
            && word.ends_with('s')
            && !self.lexicon.role_head(word)
            && matches!(self.part(mention.tokens.end), Part::Verb(_) | Part::Modal)
    }

    /// The entity that heads the words of one phrase: the name at their end, or the owner of `forces` and the like.
    pub(crate) fn head(&self, run: Range<usize>) -> Option<Actor> {
        let last = run.end.checked_sub(1)?;
        match self.part(last) {
            Part::Name(mention) => self.named(mention, last),
            Part::Stand(reference) => {
                let reference = &self.reading.chains.references[reference];
                let kind = self.reading.chains.chains[reference.chain.0].kind;
                // `his` alone owns something that is not said.
                let owner = matches!(self.word(last), "his" | "its" | "their" | "hers");
                (!owner).then_some(Actor { chain: reference.chain, kind, exact: true, at: last })
            }
            Part::Noun if self.lexicon.is_actor(self.word(last)) || among(MEMBERS, self.word(last)) => {
                self.owner(run)
            }
            _ => None,
        }
    }

    /// The country or group before `forces`: `Kenyan forces`, `the police of` is none.
    fn owner(&self, run: Range<usize>) -> Option<Actor> {
        let last = run.end - 1;
        let at = (run.start..last).rev().find(|&at| matches!(self.part(at), Part::Name(_)))?;
        let Part::Name(mention) = self.part(at) else { return None };
        let mention = &self.reading.mentions[mention];
        let Part::Name(index) = self.part(at) else { return None };
        let chain = self.reading.chain_of(index).filter(|_| is_body(mention.kind))?;
        // `the Shabab militia` is the group itself, `Kenyan militia` is not Kenya.
        let group = among(MEMBERS, self.word(last));
        if group && mention.kind == EntityKind::Country {
            return None;
        }
        Some(Actor { chain, kind: mention.kind, exact: group, at: last })
    }

    fn named(&self, index: usize, at: usize) -> Option<Actor> {
        let mention = &self.reading.mentions[index];
        let chain = self.reading.chain_of(index)?;
        // `Russians`, `the French`: people, not their country.
        let people = mention.via == Via::Demonym && mention.kind == EntityKind::Country;
        (!people).then_some(Actor { chain, kind: mention.kind, exact: true, at })
    }

    /// The entity that owns the words of a phrase or gives them its name: `Kenya's`, `Kenyan`, `his`.
    pub(crate) fn possessor(&self, run: Range<usize>) -> Option<Actor> {
        run.rev().find_map(|at| match self.part(at) {
            Part::Name(index) => {
                let mention = &self.reading.mentions[index];
                Some(Actor { chain: self.reading.chain_of(index)?, kind: mention.kind, exact: true, at })
            }
            Part::Stand(index) => {
                let reference = &self.reading.chains.references[index];
                let kind = self.reading.chains.chains[reference.chain.0].kind;
                Some(Actor { chain: reference.chain, kind, exact: true, at })
            }
            _ => None,
        })
    }
}

fn among(words: &str, word: &str) -> bool {
    words.contains(word) && words.split_ascii_whitespace().any(|known| known == word)
}

fn is_body(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Country | EntityKind::Group)
}
