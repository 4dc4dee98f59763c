//! Chains of names → the pronouns that clearly stand for one of their people: [`resolve`], and [`antecedent`] for one.
//!
//! A pronoun goes to the person who is nearest and in the place of a subject, of its gender, and clearly before all others;
//! when two compete, to none. Pronouns inside quotation marks are left alone: whom a speaker means is the speaker's affair.

use std::collections::BTreeMap;

use model::{EntityKind, Via};

use super::scene::Scene;
use super::{ChainIx, Gender, Reference};
use crate::mention::line::among;

/// The words that stand for one man or one woman.
const PRONOUNS: &[(&str, Gender, Case)] = &[
    ("he", Gender::Male, Case::Subject),
    ("him", Gender::Male, Case::Object),
    ("his", Gender::Male, Case::Possessive),
    ("himself", Gender::Male, Case::Possessive),
    ("she", Gender::Female, Case::Subject),
    ("her", Gender::Female, Case::Possessive),
    ("hers", Gender::Female, Case::Possessive),
    ("herself", Gender::Female, Case::Possessive),
];

/// Words before a name that make it no subject.
const GOVERNORS: &str = "\
    of in on at by with from to for about against than like under over after before between behind near \
    toward towards including via without despite around into through and or as";

/// Words that open a clause with a subject of its own.
const CLAUSES: &str = "\
    that when while because although though after before as if but until since whether where";

/// People without a name, who may be meant as well.
const STRANGERS: &[(&str, Gender)] = &[
    ("man", Gender::Male),
    ("boy", Gender::Male),
    ("father", Gender::Male),
    ("husband", Gender::Male),
    ("son", Gender::Male),
    ("brother", Gender::Male),
    ("spokesman", Gender::Male),
    ("uncle", Gender::Male),
    ("grandfather", Gender::Male),
    ("nephew", Gender::Male),
    ("boyfriend", Gender::Male),
    ("woman", Gender::Female),
    ("girl", Gender::Female),
    ("mother", Gender::Female),
    ("wife", Gender::Female),
    ("daughter", Gender::Female),
    ("sister", Gender::Female),
    ("spokeswoman", Gender::Female),
    ("aunt", Gender::Female),
    ("grandmother", Gender::Female),
    ("niece", Gender::Female),
    ("girlfriend", Gender::Female),
    ("suspect", Gender::Open),
    ("victim", Gender::Open),
    ("driver", Gender::Open),
    ("resident", Gender::Open),
    ("spokesperson", Gender::Open),
    ("student", Gender::Open),
    ("patient", Gender::Open),
    ("teenager", Gender::Open),
    ("attacker", Gender::Open),
    ("gunman", Gender::Male),
    ("child", Gender::Open),
    ("teacher", Gender::Open),
    ("witness", Gender::Open),
    ("neighbor", Gender::Open),
    ("neighbour", Gender::Open),
];

/// How far ahead of its rivals an antecedent must be.
const MARGIN: i32 = 18;

/// How many sentences back a pronoun reaches.
const REACH: usize = 3;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Subject,
    Object,
    /// `his`, and reflexives, which also look back to the subject of their own clause; `her` may be either.
    Possessive,
}

/// A place where a person is named or meant.
#[derive(Debug, Clone, Copy)]
struct Place {
    sentence: usize,
    token: usize,
    /// None for a person without a name.
    chain: Option<ChainIx>,
    gender: Gender,
    subject: bool,
    quoted: bool,
}

/// The pronouns that clearly stand for a person, in the order of the text. Genders that only pronouns show are noted in `genders`.
pub(crate) fn resolve(
    scene: &Scene,
    of_mention: &[Option<ChainIx>],
    genders: &mut [Gender],
) -> Vec<Reference> {
    let mut walk = Walk { scene, genders, places: Vec::new(), counts: BTreeMap::new(), found: Vec::new() };
    for sentence in 0..scene.lines.len() {
        walk.sentence(sentence, of_mention);
    }
    walk.found
}

struct Walk<'a> {
    scene: &'a Scene<'a>,
    genders: &'a mut [Gender],
    places: Vec<Place>,
    counts: BTreeMap<Option<ChainIx>, i32>,
    found: Vec<Reference>,
}

impl Walk<'_> {
    fn sentence(&mut self, sentence: usize, of_mention: &[Option<ChainIx>]) {
        let scene = self.scene;
        let mut mentions = scene.mentions_in(sentence).peekable();
        let mut subject = true;
        for token in 0..scene.lines[sentence].len() {
            if let Some(at) = mentions.next_if(|&at| scene.mentions[at].tokens.start == token) {
                if scene.mentions[at].kind == EntityKind::Person {
                    let role = self.is_subject(at, subject);
                    subject = subject && !role;
                    self.note(sentence, token, of_mention[at], Gender::Open, role);
                }
            } else if let Some((gender, case)) = pronoun(scene.lines[sentence].word(token)) {
                self.pronoun(sentence, token, gender, case);
            } else if let Some(gender) = self.stranger(sentence, token) {
                self.note(sentence, token, None, gender, token < 4);
            }
        }
    }

    fn note(&mut self, sentence: usize, token: usize, chain: Option<ChainIx>, gender: Gender, subject: bool) {
        let quoted = self.scene.quoted[sentence][token];
        *self.counts.entry(chain).or_default() += i32::from(chain.is_some());
        self.places.push(Place { sentence, token, chain, gender, subject, quoted });
    }

    /// A noun for a person without a name: not `spokesman Bo Ek`, not `Bo Ek, a father of two`.
    fn stranger(&self, sentence: usize, token: usize) -> Option<Gender> {
        let scene = self.scene;
        let word = scene.lines[sentence].word(token);
        let (_, gender) = STRANGERS.iter().find(|(noun, _)| *noun == word)?;
        let named = scene.mentions_in(sentence).any(|at| {
            let tokens = &scene.mentions[at].tokens;
            let apposed =
                tokens.end < token && token - tokens.end < 6 && scene.lines[sentence].word(tokens.end) == ",";
            tokens.start == token + 1 || apposed
        });
        (!named).then_some(*gender)
    }

    /// Whether the mention is the first of its sentence that no preposition governs, or has a verb of speech beside it.
    fn is_subject(&self, mention: usize, first: bool) -> bool {
        let m = &self.scene.mentions[mention];
        let line = &self.scene.lines[m.sentence];
        let speaks = |at: usize| self.scene.lexicon.speech_verb(line.word(at)).is_some();
        if speaks(m.tokens.end) || m.tokens.start > 0 && speaks(m.tokens.start - 1) {
            return true;
        }
        let mut before = m.tokens.start;
        while before > 0 && line.is_capital(before - 1) {
            before -= 1;
        }
        let word = line.before(before).to_lowercase();
        let governed = among(GOVERNORS, &word);
        // `when Lee took over`: the first word of a later clause, with a verb after it.
        let clause = among(CLAUSES, &word)
            && line.word(m.tokens.end).chars().all(|c| c.is_lowercase())
            && !among(GOVERNORS, line.word(m.tokens.end));
        (first && !governed || clause)
            && line.kinds.get(m.tokens.end) != Some(&crate::token::TokenKind::Possessive)
    }

    fn pronoun(&mut self, sentence: usize, token: usize, gender: Gender, case: Case) {
        if self.scene.quoted[sentence][token] {
            return;
        }
        let Some(chain) = self.nearest(sentence, token, gender, case) else { return };
        if self.genders[chain.0] == Gender::Open {
            self.genders[chain.0] = gender;
        }
        self.note(sentence, token, Some(chain), gender, case == Case::Subject);
        let span = self.scene.spans[sentence][token];
        self.found.push(Reference { span, sentence, tokens: token..token + 1, via: Via::Pronoun, chain });
    }

    /// The person who is clearly ahead as the antecedent.
    fn nearest(&self, sentence: usize, token: usize, gender: Gender, case: Case) -> Option<ChainIx> {
        let mut scores: BTreeMap<Option<ChainIx>, i32> = BTreeMap::new();
        for place in self.places.iter().rev().take_while(|p| p.sentence + REACH >= sentence) {
            let told = place.chain.map_or(place.gender, |chain| self.genders[chain.0]);
            if told != Gender::Open && told != gender
                || case == Case::Object && self.binds(place, sentence, token)
            {
                continue;
            }
            let count = self.counts.get(&place.chain).copied().unwrap_or_default();
            let score = 100 - 30 * (sentence - place.sentence) as i32 + 20 * i32::from(place.subject)
                - 40 * i32::from(place.quoted)
                + 15 * i32::from(told == gender)
                + 2 * count.min(6);
            let best = scores.entry(place.chain).or_insert(score);
            *best = score.max(*best);
        }
        let mut ranked: Vec<(i32, Option<ChainIx>)> =
            scores.into_iter().map(|(chain, score)| (score, chain)).collect();
        ranked.sort_unstable_by(|a, b| b.cmp(a));
        match ranked[..] {
            [(_, only)] => only,
            [(first, chain), (second, _), ..] if first - second >= MARGIN => chain,
            _ => None,
        }
    }

    /// Whether the place is the subject of the clause in which an object pronoun stands: `Lee told him` is not Lee.
    fn binds(&self, place: &Place, sentence: usize, token: usize) -> bool {
        let line = &self.scene.lines[sentence];
        let clause = |at: usize| {
            matches!(
                line.word(at),
                "," | ";"
                    | "—"
                    | "–"
                    | "that"
                    | "who"
                    | "and"
                    | "but"
                    | "when"
                    | "after"
                    | "because"
                    | "as"
                    | "if"
            )
        };
        place.sentence == sentence && place.subject && !(place.token..token).any(clause)
    }
}

fn pronoun(word: &str) -> Option<(Gender, Case)> {
    let lower = word.to_lowercase();
    PRONOUNS.iter().find(|(form, ..)| *form == lower).map(|(_, gender, case)| (*gender, *case))
}
