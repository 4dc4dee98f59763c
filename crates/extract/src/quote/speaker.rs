//! Who says a quotation: the verb of saying around it, and the verb's subject.

use diag::Span;
use model::EntityKind;

use crate::chain::ChainIx;
use crate::lexicon::{Lexicon, SpeechClass};
use crate::quote::mark::Marked;
use crate::reading::Reading;
use crate::token::TokenKind;

/// A verb of saying with its subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Saying {
    /// The subject as printed.
    pub(super) subject: Option<Span>,
    /// Whom it stands for.
    pub(super) speaker: Option<ChainIx>,
    /// The verb.
    pub(super) cue: Option<Span>,
}

/// A quotation and the words of its sentences that stand outside all quotation marks.
pub(super) struct View<'a> {
    reading: &'a Reading,
    lexicon: &'a Lexicon,
    /// The words before it in its sentence, and after it in the sentence in which it ends.
    before: Vec<Word<'a>>,
    after: Vec<Word<'a>>,
}

/// A word outside quotation marks.
#[derive(Debug, Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    sentence: usize,
    token: usize,
}

/// A subject: its span, and the chain that it stands for.
#[derive(Debug, Clone, Copy)]
struct Subject {
    span: Span,
    chain: Option<ChainIx>,
}

/// Nouns for a speaker who is not named.
const UNNAMED: &[&str] = &[
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "official",
    "officials",
    "source",
    "sources",
    "aide",
    "aides",
    "analyst",
    "analysts",
    "expert",
    "experts",
    "diplomat",
    "diplomats",
    "witness",
    "witnesses",
    "resident",
    "residents",
    "lawyer",
    "lawyers",
    "police",
    "man",
    "woman",
    "statement",
    "report",
    "letter",
    "document",
    "decree",
    "reporter",
    "soldier",
    "officer",
    "authorities",
    "activist",
    "activists",
    "critics",
    "supporters",
    "protesters",
    "ministry",
    "government",
    "company",
    "army",
    "military",
    "group",
    "minister",
    "president",
    "judge",
    "prosecutors",
    "prosecutor",
    "charter",
    "text",
    "caption",
    "headline",
    "sign",
    "banner",
    "placard",
    "poster",
    "post",
    "tweet",
    "indictment",
    "court",
    "ruling",
];

/// Words before a name that make it no subject.
const GOVERNORS: &[&str] = &[
    "of", "in", "on", "at", "by", "with", "from", "to", "for", "about", "against", "than", "like", "under",
    "over", "after", "before", "between", "into", "near", "told", "tells", "telling", "as", "that",
];

/// The words that begin the description of a speaker.
const DETERMINERS: &[&str] = &[
    "the", "The", "a", "A", "an", "An", "my", "My", "his", "His", "her", "Her", "our", "Our", "their",
    "Their", "one", "One", "another", "Another", "some", "Some", "many", "Many", "several", "Several",
];

/// The longest description of a speaker, in words.
const DESCRIPTION: usize = 9;

impl<'a> View<'a> {
    pub(super) fn new(reading: &'a Reading, lexicon: &'a Lexicon, marked: &[Marked], at: usize) -> Self {
        let here = marked[at];
        let first = reading.sentences.partition_point(|s| s.span.end <= here.outer.start);
        let last = reading.sentences.partition_point(|s| s.span.start < here.outer.end).saturating_sub(1);
        let outside = |sentence: usize, keep: &dyn Fn(Span) -> bool| -> Vec<Word<'a>> {
            let tokens = reading.tokens.get(sentence).map(Vec::as_slice).unwrap_or_default();
            let free = tokens
                .iter()
                .enumerate()
                .filter(|(_, t)| keep(t.span) && !marked.iter().any(|m| m.outer.contains(t.span)));
            free.map(|(token, t)| Word { text: reading.word(t), sentence, token }).collect()
        };
        // What follows the next quotation belongs to that one, unless only a comma and a verb stand between.
        let next = marked.get(at + 1).map_or(usize::MAX, |next| next.outer.start);
        let mut before = outside(first, &|span| span.end <= here.outer.start);
        if before.is_empty() && first > 0 && announced(reading, here) {
            before = outside(first - 1, &|_| true);
        }
        let mut after = outside(last, &|span| span.start >= here.outer.end && span.end <= next);
        if after.is_empty() && ends_openly(reading, here) {
            after = outside(last + 1, &|span| span.end <= next);
            // `"I will." Lee said.` is cut after the quotation; what follows must be no more than the remark.
            if after.len() > 8
                || reading.sentences.get(last + 1).map(|s| s.block)
                    != reading.sentences.get(last).map(|s| s.block)
            {
                after.clear();
            }
        }
        Self { reading, lexicon, before, after }
    }

    /// The verb of saying that goes with the quotation, after it or before it.
    pub(super) fn saying(&self) -> Option<Saying> {
        self.after_it().or_else(|| self.before_it()).or_else(|| self.according()).or_else(|| self.signed())
    }

    /// `, said Lee`, `, Lee said`, `, she told reporters`.
    fn after_it(&self) -> Option<Saying> {
        let start = self.after.iter().position(|word| !matches!(word.text, "," | "-" | "—" | "–" | ";"))?;
        let words = &self.after[start..];
        if self.is_verb(words, 0) {
            let subject = self.inverted(words)?;
            return Some(self.saying_of(Some(subject), words[0]));
        }
        let limit =
            words.iter().position(|word| matches!(word.text, "." | ";" | ":")).unwrap_or(words.len()).min(24);
        let verb = (1..limit).find(|&at| self.is_verb(words, at))?;
        // A clause between the quotation and the verb that has a verb of its own is another sentence: `…," and then left, he said`.
        let subject = self.subject_before(words, verb)?;
        let begins = words.iter().position(|word| self.span(*word).start >= subject.span.start).unwrap_or(0);
        let loose = words[..begins].iter().any(|word| {
            matches!(word.text, "and" | "but" | "which" | "who" | "that" | "when" | "while" | "because")
        });
        (!loose).then(|| self.saying_of(Some(subject), words[verb]))
    }

    /// `Lee said: `, `Lee told reporters that it was`, `, saying `.
    fn before_it(&self) -> Option<Saying> {
        let words = &self.before;
        let verb = (0..words.len()).rev().find(|&at| self.is_verb(words, at))?;
        let participle = words[verb].text.ends_with("ing");
        let subject = if participle {
            self.footage(words, verb).or_else(|| self.main_subject(words, verb))
        } else {
            self.subject_before(words, verb).or_else(|| self.inverted_within(words, verb))
        };
        let subject = subject?;
        Some(self.saying_of(Some(subject), words[verb]))
    }

    /// `according to Lee`.
    fn according(&self) -> Option<Saying> {
        for words in [&self.after, &self.before] {
            let found = words
                .windows(2)
                .position(|pair| pair[0].text.eq_ignore_ascii_case("according") && pair[1].text == "to");
            if let Some(subject) = found.and_then(|at| self.noun_phrase(words, at + 2)) {
                let at = found.unwrap_or_default();
                let cue = self.span(words[at]).cover(self.span(words[at + 1]));
                return Some(Saying { subject: Some(subject.span), speaker: subject.chain, cue: Some(cue) });
            }
        }
        None
    }

    /// `"…" — Ann Lee`: a dash and a name, and nothing else.
    fn signed(&self) -> Option<Saying> {
        let dash = self.after.first().filter(|word| matches!(word.text, "—" | "–" | "―" | "-" | "--"))?;
        let name = self.named(*self.after.get(1)?)?;
        let person =
            name.chain.is_some_and(|chain| self.reading.chains.chains[chain.0].kind == EntityKind::Person);
        let rest = self.after[1..].iter().find(|word| self.span(**word).start >= name.span.end);
        let ends =
            rest.is_none_or(|word| matches!(word.text, "." | "," | "(") || word.sentence != dash.sentence);
        (person && ends).then_some(Saying { subject: Some(name.span), speaker: name.chain, cue: None })
    }

    fn saying_of(&self, subject: Option<Subject>, verb: Word) -> Saying {
        Saying {
            subject: subject.map(|s| s.span),
            speaker: subject.and_then(|s| s.chain),
            cue: Some(self.span(verb)),
        }
    }

    /// Whether the word is a finite verb of saying or a participle that introduces words.
    fn is_verb(&self, words: &[Word], at: usize) -> bool {
        let word = words[at].text;
        // `Said Lee: "…"`.
        let opens = at == 0 && words.get(1).is_some_and(|next| self.named(*next).is_some());
        let Some(verb) =
            self.lexicon.speech_verb(word).filter(|_| word.starts_with(char::is_lowercase) || opens)
        else {
            return false;
        };
        let before = at.checked_sub(1).map_or("", |at| words[at].text);
        let noun = matches!(
            before,
            "the" | "a" | "an" | "his" | "her" | "their" | "its" | "this" | "of" | "to" | "no"
        );
        let passive = matches!(before, "is" | "was" | "are" | "were" | "be" | "been" | "being");
        let thinks = verb.class == SpeechClass::Think;
        !noun && !thinks && (!passive || verb.class == SpeechClass::Call)
    }

    /// The noun phrase after a verb that begins its clause: `said U.S. Secretary of State Ann Lee`.
    fn inverted(&self, words: &[Word]) -> Option<Subject> {
        self.noun_phrase(words, 1)
    }

    /// `…, wrote Lee in a letter, "…"`.
    fn inverted_within(&self, words: &[Word], verb: usize) -> Option<Subject> {
        let opens = verb == 0 || matches!(words[verb - 1].text, "," | ":");
        if opens { self.noun_phrase(words, verb + 1) } else { None }
    }

    /// The person, or else the body, that the words from `at` on name, up to a comma or a verb.
    fn noun_phrase(&self, words: &[Word], at: usize) -> Option<Subject> {
        let mut body = None;
        for (step, word) in words.iter().enumerate().skip(at).take(12) {
            if matches!(
                word.text,
                "," | "."
                    | ";"
                    | ":"
                    | "who"
                    | "which"
                    | "that"
                    | "and"
                    | "while"
                    | "after"
                    | "on"
                    | "in"
                    | "at"
                    | "during"
                    | "to"
            ) && step > at
            {
                break;
            }
            if let Some(subject) = self.named(*word) {
                let person = subject
                    .chain
                    .is_some_and(|chain| self.reading.chains.chains[chain.0].kind == EntityKind::Person);
                if person || self.is_pronoun(*word) {
                    return Some(subject);
                }
                body = body.or(Some(subject));
            } else if UNNAMED.contains(&word.text) {
                return Some(self.unnamed(words, at, step));
            } else if word.text == "of" || word.text == "for" {
                break;
            }
        }
        body.or_else(|| self.described_from(words, at))
    }

    /// A speaker without a name after the verb: `said a friend of the family`.
    fn described_from(&self, words: &[Word], at: usize) -> Option<Subject> {
        words.get(at).filter(|word| DETERMINERS.contains(&word.text))?;
        let plain = |at: &usize| {
            let word = words[*at];
            let kind = self.reading.tokens[word.sentence][word.token].kind;
            kind == TokenKind::Word
                && !GOVERNORS.contains(&word.text)
                && !matches!(word.text, "who" | "and" | "while" | "during")
        };
        let to = (at + 1..words.len().min(at + DESCRIPTION)).take_while(plain).last()?;
        Some(self.phrase(words, at, to))
    }

    /// The subject of the verb at `verb`: the nearest name, pronoun or speaking noun before it that no preposition governs.
    fn subject_before(&self, words: &[Word], verb: usize) -> Option<Subject> {
        let mut at = verb;
        while at > 0 {
            at -= 1;
            let word = words[at];
            if matches!(word.text, ";" | ":" | "\"") {
                return None;
            }
            if word.text == "who" {
                // `Lee, who teaches law, said`: the clause between is about the subject, and does not have it.
                at = words[..at].iter().rposition(|w| w.text != ",").map_or(0, |last| last + 1);
                continue;
            }
            if self.is_pronoun(word) {
                return self.named(word);
            }
            if let Some(subject) = self.named(word) {
                let start = words
                    .iter()
                    .position(|w| w.sentence == word.sentence && self.span(*w).start >= subject.span.start)
                    .unwrap_or(at);
                if !self.governed(words, start) && self.begins_clause(words, start) {
                    return Some(subject);
                }
                at = start;
            } else if UNNAMED.contains(&word.text) && !self.governed(words, at) {
                let named = self.apposed(words, at, verb);
                return Some(named.unwrap_or_else(|| self.unnamed(words, at.saturating_sub(2), at)));
            }
        }
        self.described(words, verb)
    }

    /// A speaker without a name: `the announcer said`, `a narrator in the film asks`, `my father often said`.
    fn described(&self, words: &[Word], verb: usize) -> Option<Subject> {
        let from = (verb.saturating_sub(DESCRIPTION)..verb)
            .rev()
            .take_while(|&at| {
                !matches!(words[at].text, "," | ";" | ":" | "." | "and" | "but" | "that" | "who" | "which")
            })
            .filter(|&at| DETERMINERS.contains(&words[at].text) && !self.governed(words, at))
            .last()?;
        let opens =
            from == 0 || matches!(words[from - 1].text, "," | ";" | ":" | "and" | "but" | "that" | "as");
        let adverb = |at: usize| {
            words[at].text.ends_with("ly")
                || matches!(words[at].text, "often" | "also" | "once" | "then" | "has" | "had")
        };
        let to = (from + 1..verb).rev().find(|&at| !adverb(at))?;
        let plain = |at: usize| {
            self.reading.tokens[words[at].sentence][words[at].token].kind == TokenKind::Word
                && !self.is_pronoun(words[at])
        };
        let noun = words[from + 1].text.chars().any(char::is_alphabetic)
            && (from + 1..=to).all(|at| plain(at) || words[at].text.starts_with(['\'', '’', '-']));
        (opens && noun).then(|| self.phrase(words, from, to))
    }

    /// The noun phrase at these words, and the chain that it refers to as a whole.
    fn phrase(&self, words: &[Word], from: usize, to: usize) -> Subject {
        let span = self.span(words[from]).cover(self.span(words[to]));
        let chain =
            self.reference(words[to]).filter(|(whole, _)| whole.end == span.end).map(|(_, chain)| chain);
        Subject { span, chain }
    }

    /// The subject of the sentence for a participle at its end: `Lee accused the firm of theft, saying`.
    fn main_subject(&self, words: &[Word], participle: usize) -> Option<Subject> {
        let verb = (0..participle).find(|&at| self.is_verb(words, at) || self.is_finite(words, at))?;
        self.subject_before(words, verb)
    }

    /// The person just before a participle: `footage of Ann Lee saying`.
    fn footage(&self, words: &[Word], participle: usize) -> Option<Subject> {
        let subject = self.named(*words.get(participle.checked_sub(1)?)?)?;
        let person = |chain: ChainIx| self.reading.chains.chains[chain.0].kind == EntityKind::Person;
        subject.chain.filter(|chain| person(*chain)).map(|_| subject)
    }

    /// A verb form that news uses in the past tense.
    fn is_finite(&self, words: &[Word], at: usize) -> bool {
        let word = words[at].text;
        word.len() > 4
            && word.ends_with("ed")
            && word.starts_with(char::is_lowercase)
            && at > 0
            && self.named(words[at - 1]).is_some()
    }

    /// Whether a name stands where a subject may: not as the possessor or the adjective of what follows.
    fn begins_clause(&self, words: &[Word], start: usize) -> bool {
        let Some(mention) = self.reading.mention_at(words[start].sentence, words[start].token) else {
            return true;
        };
        let end = self.reading.mentions[mention].tokens.end;
        let next = self.reading.tokens[words[start].sentence].get(end);
        next.is_none_or(|token| token.kind != TokenKind::Possessive)
    }

    fn governed(&self, words: &[Word], at: usize) -> bool {
        let mut at = at;
        // Past the article and the title before a name: `of the U.S. President Ann Lee`.
        while at > 0
            && (matches!(words[at - 1].text, "the" | "a" | "an" | "-")
                || words[at - 1].text.starts_with(char::is_uppercase))
        {
            at -= 1;
        }
        at > 0 && GOVERNORS.contains(&words[at - 1].text)
    }

    /// A name right after a speaking noun: `the spokesman, Ann Lee, said`; not `the spokesman for Ann Lee`.
    fn apposed(&self, words: &[Word], noun: usize, verb: usize) -> Option<Subject> {
        let apposed = |at: &usize| *at == noun + 1 || words[*at - 1].text == ",";
        let names = (noun + 1..verb).filter(apposed).filter_map(|at| self.named(words[at]));
        names
            .into_iter()
            .find(|s| s.chain.is_some_and(|c| self.reading.chains.chains[c.0].kind == EntityKind::Person))
    }

    fn unnamed(&self, words: &[Word], from: usize, to: usize) -> Subject {
        let from = (from..=to).find(|&at| matches!(words[at].text, "a" | "an" | "the" | "one")).unwrap_or(to);
        let span = self.span(words[from]).cover(self.span(words[to]));
        let chain = self.reference(words[to]).map(|(_, chain)| chain);
        Subject { span, chain }
    }

    /// The name or pronoun that a word belongs to.
    fn named(&self, word: Word) -> Option<Subject> {
        if let Some(at) = self.reading.mention_at(word.sentence, word.token) {
            let mention = &self.reading.mentions[at];
            let speaks = mention.kind != EntityKind::Place;
            return speaks.then(|| Subject { span: mention.span, chain: self.reading.chain_of(at) });
        }
        if let Some((span, chain)) = self.reference(word) {
            return Some(Subject { span, chain: Some(chain) });
        }
        self.is_pronoun(word).then(|| Subject { span: self.span(word), chain: None })
    }

    fn reference(&self, word: Word) -> Option<(Span, ChainIx)> {
        let found = self
            .reading
            .chains
            .references
            .iter()
            .find(|r| r.sentence == word.sentence && r.tokens.contains(&word.token));
        found.filter(|_| !matches!(word.text, "his" | "her" | "him")).map(|r| (r.span, r.chain))
    }

    fn is_pronoun(&self, word: Word) -> bool {
        matches!(word.text, "he" | "she" | "they" | "He" | "She" | "They" | "it" | "It" | "who")
    }

    fn span(&self, word: Word) -> Span {
        self.reading.tokens[word.sentence][word.token].span
    }
}

/// Whether the paragraph before announces the quotation: `She said:` and a new line.
fn announced(reading: &Reading, marked: Marked) -> bool {
    let blocks = &reading.document.blocks;
    let before = marked.first_block.checked_sub(1).and_then(|block| blocks.get(block));
    marked.outer.start == blocks[marked.first_block].span.start
        && before.is_some_and(|block| block.span.of(&reading.document.text).trim_end().ends_with(':'))
}

/// Whether the quotation closes its sentence without a full stop outside: the remark on its speaker may stand in the next one.
fn ends_openly(reading: &Reading, marked: Marked) -> bool {
    let last = marked.inner.of(&reading.document.text).trim_end();
    last.ends_with(['!', '?', '…', '.'])
}
