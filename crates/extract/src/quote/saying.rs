//! The words around a quotation → who says it: [`Saying`].

use diag::Span;
use model::{Basis, EntityKind};

use super::addressee::{self, Addressee};
use super::cited;
use super::cue;
use super::mark::Marked;
use super::phrase;
use super::source::source_at;
use super::subject::{self, Subject};
use super::word::{Line, Name, THINGS, Word};
use crate::chain::ChainIx;
use crate::lexicon::Lexicon;
use crate::reading::Reading;

/// A verb of saying with its subject.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Saying {
    /// The subject as printed.
    pub(super) subject: Option<Span>,
    /// Whom it stands for.
    pub(super) speaker: Option<ChainIx>,
    /// The verb.
    pub(super) cue: Option<Span>,
    /// Whom it is said to.
    pub(super) addressee: Option<Addressee>,
    /// How it was found, and how sure that is.
    pub(super) basis: Basis,
}

impl Saying {
    /// Whether its subject can speak, as far as its words tell: not `it shows that …`.
    pub(super) fn is_spoken(&self, text: &str) -> bool {
        let printed = self.subject.map(|subject| subject.of(text).to_lowercase());
        let thing = printed.is_some_and(|word| THINGS.contains(&word.as_str()));
        self.speaker.is_some() || !thing
    }
}

/// A quotation and the words of its sentences that stand outside all quotation marks.
pub(super) struct View<'a> {
    lexicon: &'a Lexicon,
    /// The words before it in its sentence, and after it in the sentence in which it ends.
    before: Vec<Word<'a>>,
    after: Vec<Word<'a>>,
    /// Whether what follows is a sentence of its own.
    apart: bool,
}

/// How many words before and after a quotation are looked at.
const WINDOW: usize = 60;

/// Words between a quotation and a verb of saying that open a clause of its own: `as a "farce" after she said so`.
const LOOSE: &[&str] = &[
    "and", "but", "which", "who", "that", "when", "while", "because", "after", "before", "since", "until",
    "unless", "although", "though", "what", "than",
];

/// The most words of a name and a title before a colon.
const HEAD: usize = 12;

/// How many words may stand between `as` and `put it`.
const PUT: usize = 8;

/// How far after a verb of citing `as saying` is looked for, in words.
const CITED: usize = 12;

/// The longest remark that may stand as a sentence of its own after a quotation: `"I will." Lee said.`
const REMARK: usize = 8;

impl<'a> View<'a> {
    pub(super) fn new(
        reading: &Reading,
        lexicon: &'a Lexicon,
        lines: &[Line<'a>],
        marked: &[Marked],
        at: usize,
    ) -> Self {
        let here = marked[at];
        let first = reading.sentences.partition_point(|s| s.span.end <= here.outer.start);
        let last = reading.sentences.partition_point(|s| s.span.start < here.outer.end).saturating_sub(1);
        let mut before = words_before(lines, first, here.outer.start);
        if before.is_empty() && first > 0 && announced(reading, lexicon, here) {
            before = words_before(lines, first - 1, here.outer.start);
        }
        // What follows the next quotation belongs to that one.
        let next = marked[at + 1..].iter().find(|m| m.outer.start >= here.outer.end);
        let next = next.map_or(usize::MAX, |next| next.outer.start);
        let mut after = words_after(lines, last, here.outer.end, next);
        let mut apart = false;
        if after.is_empty() && ends_openly(reading, here) {
            apart = true;
            let block = |at: usize| reading.sentences.get(at).and_then(|s| s.block);
            after = words_after(lines, last + 1, here.outer.end, next);
            if after.len() > REMARK || block(last + 1) != block(last) {
                after.clear();
            }
        }
        Self { lexicon, before, after, apart }
    }

    /// The verb of saying that goes with the quotation, after it or before it.
    pub(super) fn saying(&self) -> Option<Saying> {
        // `Lee said "help is needed." Ek agreed`
        let is_cue = |word: &Word| word.name.is_none() && self.lexicon.speech_verb(word.text).is_some();
        let led = self.apart && self.before.last().is_some_and(|word| word.text == "," || is_cue(word));
        let before = led.then(|| self.before_it()).flatten();
        before
            .or_else(|| self.put())
            .or_else(|| self.after_it())
            .or_else(|| self.before_it())
            .or_else(|| self.according())
            .or_else(|| self.signed())
            .or_else(|| self.introduced())
    }

    /// `, said Lee`, `, Lee said`, `, she told reporters`.
    fn after_it(&self) -> Option<Saying> {
        let start = self.after.iter().position(|word| !word.is(&[",", "-", "—", "–", ";", "--"]))?;
        let words = &self.after[start..];
        if cue::speech(words, 0, self.lexicon).is_some() {
            let subject = phrase::from(words, 1, self.lexicon)?;
            return Some(self.said(words, 0, subject, Basis::by("cue-after", 95)));
        }
        let limit = words.iter().position(|word| word.is(&[".", ";", ":"])).unwrap_or(words.len()).min(24);
        let verb = (1..limit).find(|&at| cue::speech(words, at, self.lexicon).is_some())?;
        // `…," the Osten Herald quoted Lee as saying`
        let cited = (verb + 2..words.len().min(verb + CITED))
            .find(|&at| words[at - 1].is(&["as"]) && words[at].is(&["saying", "telling"]))
            .and_then(|at| Some((at, cited::source(words, at, self.lexicon)?)));
        if let Some((at, subject)) = cited {
            return Some(self.said(words, at, subject, Basis::by("cue-after", 95)));
        }
        let subject = subject::before(words, verb, self.lexicon)?;
        // A clause between the quotation and the verb that has a verb of its own is another sentence: `…," and then left, he said`.
        let begins = words.iter().position(|word| word.span.start >= subject.span.start).unwrap_or(0);
        let inside = |at: usize| {
            words[at].is(&["and"]) && at > 0 && words[at - 1].is_capital() && words[at + 1].is_capital()
        };
        let loose = (0..begins).any(|at| words[at].is(LOOSE) && !inside(at));
        // `"We wait." Lee insists that …` goes on to something else.
        let other =
            self.apart && words[verb + 1..].iter().any(|word| word.is(&["that", ":", "he", "she", "they"]));
        (!loose && !other).then(|| self.said(words, verb, subject, Basis::by("cue-after", 95)))
    }

    /// `Lee said: `, `Lee told reporters that it was`, `, saying `.
    fn before_it(&self) -> Option<Saying> {
        let words = &self.before;
        let verb = (0..words.len()).rev().find(|&at| cue::speech(words, at, self.lexicon).is_some())?;
        // `Lee was described as "a hero"`: by whom is not said.
        if cue::is_passive(words, verb) {
            return None;
        }
        let participle =
            words[verb].text.ends_with("ing") && !words[..verb].last().is_some_and(|word| word.is(BE));
        let subject = if participle {
            cited::source(words, verb, self.lexicon)
                .or_else(|| subject::of_participle(words, verb))
                .or_else(|| subject::of_sentence(words, verb, self.lexicon))
        } else {
            subject::before(words, verb, self.lexicon).or_else(|| self.inverted_within(words, verb))
        };
        let subject = subject?;
        // `Lee says what Ek said was "a lie"`: Lee finds so.
        let first = words.partition_point(|word| word.span.start < subject.span.start);
        if let Some(what) = (first.saturating_sub(4)..first).rev().find(|&at| words[at].is(&["what"]))
            && what > 0
            && cue::speech(words, what - 1, self.lexicon).is_some()
        {
            let subject = subject::before(words, what - 1, self.lexicon)?;
            return Some(self.said(words, what - 1, subject, Basis::by("cue-before", 90)));
        }
        if let Some(member) = after_list(words, verb) {
            return member.map(|subject| self.said(words, verb, subject, Basis::by("cue-before", 75)));
        }
        Some(self.said(words, verb, subject, Basis::by("cue-before", 90)))
    }

    /// `As Lee put it, "…"`, `"…," as Lee puts it`.
    fn put(&self) -> Option<Saying> {
        [&self.after, &self.before].into_iter().find_map(|words| {
            let put = (1..words.len().saturating_sub(1))
                .find(|&at| words[at].is(&["put", "puts"]) && words[at + 1].is(&["it"]))?;
            let as_at = (put.saturating_sub(PUT)..put).rev().find(|&at| words[at].is(&["as"]))?;
            let subject = subject::before(&words[as_at + 1..], put - as_at - 1, self.lexicon)?;
            Some(self.said(words, put, subject, Basis::by("cue-before", 85)))
        })
    }

    /// `…, wrote Lee in a letter, "…"`.
    fn inverted_within(&self, words: &[Word], verb: usize) -> Option<Subject> {
        let opens = verb == 0 || words[verb - 1].is(&[",", ":"]);
        if opens { phrase::from(words, verb + 1, self.lexicon) } else { None }
    }

    /// `according to Lee`, `in the words of Lee`.
    fn according(&self) -> Option<Saying> {
        [&self.after, &self.before].into_iter().find_map(|words| {
            let (at, len) = (0..words.len()).find_map(|at| Some((at, source_at(words, at)?)))?;
            let subject = phrase::source(words, at + len, self.lexicon)?;
            Some(Saying {
                subject: Some(subject.span),
                speaker: subject.chain,
                cue: Some(super::word::span(words, at, at + len - 1)),
                addressee: None,
                basis: Basis::by("according-to", 90),
            })
        })
    }

    /// `"…" — Ann Lee`: a dash and a name, and nothing else.
    fn signed(&self) -> Option<Saying> {
        let dash = self.after.first().filter(|word| word.is(&["—", "–", "―", "-", "--"]))?;
        let name = self.after.get(1).filter(|word| word.is_person())?.name?;
        let rest = self.after[1..].iter().find(|word| word.span.start >= name.span.end);
        let ends = rest.is_none_or(|word| word.is(&[".", ",", "("]) || word.span.start > dash.span.end + 80);
        let saying = bare(Subject { span: name.span, chain: name.chain }, Basis::by("signed", 90));
        ends.then_some(saying)
    }

    /// `Lee made it clear: "…"`: a colon after a sentence about a person.
    fn introduced(&self) -> Option<Saying> {
        self.before.last().filter(|word| word.text == ":")?;
        if let Some(name) = self.headed() {
            return Some(bare(Subject { span: name.span, chain: name.chain }, Basis::by("colon", 85)));
        }
        let subject = subject::of_sentence(&self.before, self.before.len() - 1, self.lexicon)?;
        let starts = |word: &&Word| word.span.start == subject.span.start;
        let person =
            self.before.iter().find(starts).is_some_and(|word| word.is_person() || word.is(&["he", "she"]));
        person.then(|| bare(subject, Basis::by("colon", 75)))
    }

    /// `Osten coach Ann Lee: "…"`, `Ann Lee, coach of Osten: "…"`: nothing but a name and what its bearer is stands before the colon.
    fn headed(&self) -> Option<Name> {
        let words = &self.before[..self.before.len() - 1];
        let mut people = words.iter().filter(|word| word.is_person_named()).filter_map(|word| word.name);
        let name = people.next()?;
        let alone = people.all(|other| other.span == name.span);
        let verb = |word: &Word| {
            word.name.is_none()
                && (self.lexicon.finite(word.text).is_some() || self.lexicon.speech_verb(word.text).is_some())
        };
        let ends = words.last().is_some_and(|last| last.span.end == name.span.end);
        let opens = words.first().is_some_and(|first| first.span.start == name.span.start);
        let apposed = opens
            && words
                .iter()
                .find(|word| word.span.start >= name.span.end)
                .is_some_and(|word| word.is(&[",", "("]));
        (words.len() <= HEAD && alone && (ends || apposed) && !words.iter().any(verb)).then_some(name)
    }

    fn said(&self, words: &[Word], verb: usize, subject: Subject, basis: Basis) -> Saying {
        let class = cue::speech(words, verb, self.lexicon);
        let told = class.and_then(|class| addressee::find(words, verb, class, self.lexicon));
        // In `said Lee to them` the subject follows the verb.
        let addressee = told.map(|(addressee, _)| addressee).filter(|told| !told.span.overlaps(subject.span));
        Saying {
            subject: Some(subject.span),
            speaker: subject.chain,
            cue: Some(words[verb].span),
            addressee,
            basis,
        }
    }
}

/// Where a dash parts the quotation from a list of some of those who say something (`Many have said so, including Lee --`): the one
/// whom the list names, or nobody where it names more.
fn after_list(words: &[Word], verb: usize) -> Option<Option<Subject>> {
    let dash = words.len().checked_sub(1).filter(|&last| words[last].is(&["—", "–", "--", "-"]))?;
    let list = (verb + 1..dash).rev().find(|&at| words[at].is(&["including", "among"]))?;
    let mut people: Vec<Subject> = Vec::new();
    for word in words[list..dash].iter().filter(|word| word.is_person_named()) {
        let Some(name) = word.name.filter(|name| people.last().is_none_or(|p| p.span != name.span)) else {
            continue;
        };
        people.push(Subject { span: name.span, chain: name.chain });
    }
    match people[..] {
        [only] => Some(Some(only)),
        _ => Some(None),
    }
}

/// The speaker that a transcript prints before the words: `LEE: Good evening.`
pub(super) fn labeled(reading: &Reading, lines: &[Line], marked: &Marked) -> Option<Saying> {
    let label = marked.label?;
    let sentence = reading.sentences.partition_point(|s| s.span.end <= label.start);
    let line = lines.get(sentence)?;
    let word = line.iter().find(|word| label.contains(word.span) && word.is_person());
    let name = word.and_then(|word| word.name);
    Some(bare(Subject { span: label, chain: name.and_then(|name| name.chain) }, Basis::by("labeled", 90)))
}

/// Forms of `be`, after which a participle is a verb: `Lee is saying`.
const BE: &[&str] = &["is", "was", "are", "were", "been", "be", "'s", "’s"];

/// A saying without a verb.
pub(super) fn bare(subject: Subject, basis: Basis) -> Saying {
    Saying { subject: Some(subject.span), speaker: subject.chain, cue: None, addressee: None, basis }
}

/// The last words of a sentence before `end` that stand outside quotation marks.
fn words_before<'a>(lines: &[Line<'a>], sentence: usize, end: usize) -> Vec<Word<'a>> {
    let line = lines.get(sentence).map(Vec::as_slice).unwrap_or_default();
    let last = line.partition_point(|word| word.span.end <= end);
    let free = line[last.saturating_sub(2 * WINDOW)..last].iter().filter(|word| !word.quoted);
    let free: Vec<Word> = free.copied().collect();
    free[free.len().saturating_sub(WINDOW)..].to_vec()
}

/// The first words of a sentence from `start` on and before `end` that stand outside quotation marks.
fn words_after<'a>(lines: &[Line<'a>], sentence: usize, start: usize, end: usize) -> Vec<Word<'a>> {
    let line = lines.get(sentence).map(Vec::as_slice).unwrap_or_default();
    let first = line.partition_point(|word| word.span.start < start);
    line[first..]
        .iter()
        .take_while(|word| word.span.end <= end)
        .filter(|word| !word.quoted)
        .take(WINDOW)
        .copied()
        .collect()
}

/// Whether the paragraph before announces the quotation: `She said:` and a new line.
fn announced(reading: &Reading, lexicon: &Lexicon, marked: Marked) -> bool {
    let blocks = &reading.document.blocks;
    let before = marked.first_block.checked_sub(1).and_then(|block| blocks.get(block));
    marked.outer.start == blocks[marked.first_block].span.start
        && before.is_some_and(|block| {
            let text = block.span.of(&reading.document.text).trim_end();
            let says = |words: &str| {
                words.split_whitespace().last().is_some_and(|verb| lexicon.speech_verb(verb).is_some())
            };
            text.ends_with(':') || text.strip_suffix(',').is_some_and(says)
        })
}

/// Whether the quotation closes its sentence without a full stop outside: the remark on its speaker may stand in the next one.
fn ends_openly(reading: &Reading, marked: Marked) -> bool {
    let last = marked.inner.of(&reading.document.text).trim_end();
    last.ends_with(['!', '?', '…', '.'])
}

/// The subject of a sentence without a quotation, when it is a person: who goes on to speak after it.
pub(super) fn subject_of(line: &Line, lexicon: &Lexicon) -> Option<Saying> {
    let free: Vec<Word> = line.iter().filter(|word| !word.quoted).take(WINDOW).copied().collect();
    let words = free.as_slice();
    let verb =
        (1..words.len()).rev().find(|&at| !words[at].quoted && cue::speech(words, at, lexicon).is_some());
    let said = verb.and_then(|verb| {
        // `Lee, a friend, called him a master`.
        let object = words.get(verb + 1).is_some_and(|next| next.is(&["him", "her", "them", "me", "us"]));
        let inverted = words[verb - 1].text == "," && !object;
        let after = || if inverted { phrase::from(words, verb + 1, lexicon) } else { None };
        after().or_else(|| subject::before(words, verb, lexicon))
    });
    if let Some(subject) = said {
        return Some(bare(subject, Basis::by("previous-sentence", 75)));
    }
    let subject = subject::of_sentence(words, words.len(), lexicon)?;
    let starts = |word: &&Word| word.span.start == subject.span.start;
    let name = words.iter().find(starts)?.name?;
    (name.kind == EntityKind::Person).then(|| bare(subject, Basis::by("previous-sentence", 60)))
}
