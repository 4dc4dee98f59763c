//! Which word says that something is said: [`Cue`]s.

use super::word::Word;
use crate::lexicon::{Lexicon, ReportClass, SpeechClass};
use crate::token::TokenKind;

/// What a cue does with the words that go with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// A verb of saying of this class.
    Speech(SpeechClass),
    /// A verb of finding or holding.
    Report(ReportClass),
}

/// The verb of saying at `at`: finite, or a participle that introduces words.
pub(super) fn speech(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<SpeechClass> {
    let word = &words[at];
    // `Said Lee: "…"`, and headlines: `Minister Says Plan Will Work`.
    let opens = at == 0 && words.get(1).is_some_and(|next| next.name.is_some() || next.is_pronoun());
    let shown = at > 0 && is_headline(words) && words[at - 1].name.is_some();
    let small = word.text.starts_with(char::is_lowercase) || opens || shown;
    let verb = lexicon.speech_verb(word.text).filter(|_| small && word.name.is_none())?;
    let passive = is_passive(words, at);
    let thinks = verb.class == SpeechClass::Think;
    if verb.class == SpeechClass::Tell && tells_a_thing(words, at) || adds_a_thing(words, at) {
        return None;
    }
    let stands = !is_noun(words, at, lexicon) && !thinks && (!passive || verb.class == SpeechClass::Call);
    stands.then_some(verb.class)
}

/// Whether what is told is a thing and no words: `told an old story`.
fn tells_a_thing(words: &[Word], verb: usize) -> bool {
    let near = words.iter().skip(verb + 1).take(5);
    near.take_while(|word| word.kind != TokenKind::Mark && !word.is(&["that", "to", "of"])).any(|word| {
        word.is(&["story", "stories", "tale", "tales", "truth", "joke", "jokes", "lie", "lies", "fortunes"])
    })
}

/// Whether something is put to something, and nothing said: `by adding salt`, where no comma stands before and no `that` behind.
fn adds_a_thing(words: &[Word], at: usize) -> bool {
    let set_off = at == 0 || words[at - 1].kind == TokenKind::Mark || words[at - 1].is(&["and", "but"]);
    let opened = words.get(at + 1).is_some_and(|next| next.is(&["that", ":", ","]) || next.quoted);
    words[at].is(&["adding"]) && !set_off && !opened
}

/// The cue at `at` that a clause can follow: a verb of saying, finding or holding.
pub(super) fn reporting(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<Cue> {
    if let Some(class) = speech(words, at, lexicon) {
        return Some(Cue::Speech(class));
    }
    let word = &words[at];
    let passive = is_passive(words, at);
    if word.name.is_some() || is_noun(words, at, lexicon) || passive {
        return None;
    }
    let thinks = lexicon.speech_verb(word.text).filter(|verb| verb.class == SpeechClass::Think);
    let held = thinks.map(|_| ReportClass::Think);
    held.or_else(|| lexicon.report_verb(word.text)).map(Cue::Report)
}

/// Whether the form at `at` stands after a form of `be`, perhaps with an adverb between, and is no participle in `-ing`.
pub(super) fn is_passive(words: &[Word], at: usize) -> bool {
    let before = (at.saturating_sub(2)..at).rev().find(|&at| !words[at].is_adverb());
    before.is_some_and(|at| words[at].is(PASSIVE)) && !words[at].text.ends_with("ing")
}

/// Words after which a form is no active verb.
const PASSIVE: &[&str] = &["is", "was", "are", "were", "be", "been", "being", "as", "’re", "'re"];

/// Words after which an infinitive is what somebody does say: `went on to say`.
const LEADING: &[&str] =
    &["on", "appeared", "appears", "appear", "seemed", "seems", "seem", "began", "continued", "continues"];

/// Whether the word is used as a noun or an infinitive: `the report`, `to say`, `did not say`.
fn is_noun(words: &[Word], at: usize, lexicon: &Lexicon) -> bool {
    let Some(before) = at.checked_sub(1).map(|at| &words[at]) else { return false };
    if !shows_subject(words, at, lexicon) || lexicon.noun_verb(words[at].text) && is_rejected(words, at) {
        return true;
    }
    // `a swiftly called meeting`.
    let article = at > 1 && words[at - 2].is(&["a", "an", "the", "his", "her", "its", "their"]);
    if article && before.is_adverb() && words[at].text.ends_with("ed") {
        return true;
    }
    let gerund = words[at].text.ends_with("ing") && words.get(at + 1).is_some_and(|next| next.text == "that");
    if gerund && before.is(&["for", "of", "in", "by", "despite", "without"]) {
        return false;
    }
    let noun = before.is(&[
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "this",
        "of",
        "to",
        "no",
        "any",
        "new",
        "in",
        "my",
        "our",
        "your",
        "for",
        "’s",
        "'s",
        "such",
        "n't",
        "didn't",
        "didn’t",
        "doesn't",
        "doesn’t",
        "cannot",
        "can't",
    ]);
    let progressive = words[at].text.ends_with("ing") && at > 1 && words[at - 2].is_pronoun();
    if before.is(&["'s", "’s"]) && progressive {
        return false;
    }
    // `Lee went on to say`, `appeared to suggest`.
    let going = at > 2 && words[at - 3].text == "going";
    if before.text == "to"
        && at > 1
        && words[at - 2].is(LEADING)
        && !going
        && !words[at].is(&["think", "believe"])
    {
        return false;
    }
    // `can't`, `would not say`; but `would not, she said`.
    let not = before.text == "not" && !words[at].is(&["only"]);
    noun || not
}

/// Verbs after which a claim is what somebody will not have.
const REJECTING: &[&str] = &[
    "reject",
    "rejects",
    "rejected",
    "rejecting",
    "deny",
    "denies",
    "denied",
    "denying",
    "dismiss",
    "dismisses",
    "dismissed",
    "dismissing",
    "refute",
    "refutes",
    "refuted",
    "refuting",
    "rebut",
    "rebuts",
    "rebutted",
    "rebuffed",
    "rubbished",
    "disputed",
    "disputes",
    "dispute",
    "disputing",
    "contradicted",
    "debunked",
    "scotched",
    "quashed",
];

/// The most words between a verb of rejecting and its object.
const OBJECT: usize = 4;

/// Whether the noun at `at` is what somebody rejects: `denied persistent reports that the plan had failed`.
pub(super) fn is_rejected(words: &[Word], at: usize) -> bool {
    let verb = (at.saturating_sub(OBJECT)..at).rev().find(|&at| words[at].is(REJECTING));
    verb.is_some_and(|verb| {
        words[verb + 1..at].iter().all(|word| {
            let other = word.is(&["his", "her", "their", "its", "it", "them", "that", "and"]);
            !other && (word.kind == TokenKind::Word || word.text == "-")
        })
    })
}

/// Whether a form that is a noun as often stands after what can be its subject: `she claims`, not `recent claims`.
fn shows_subject(words: &[Word], at: usize, lexicon: &Lexicon) -> bool {
    let form = words[at].text;
    if !lexicon.noun_verb(&form.to_lowercase()) {
        return true;
    }
    let adverb = |word: &Word| word.is_adverb() || word.is(&["also", "now", "still"]);
    let Some(before) = (0..at).rev().find(|&at| !adverb(&words[at])) else { return false };
    let word = &words[before];
    let that = words.get(at + 1).is_some_and(|next| next.text == "that");
    let joined = word.is(&["and", ",", ")", "–", "—"]) && that;
    let helped = word.is(&["who", "which", "to", "will", "would", "that"]) && !form.ends_with("ing");
    let people =
        word.text.ends_with('s') && word.text.len() > 3 || word.is(&["people", "police", "men", "women"]);
    let plural = people && !form.ends_with('s');
    let being = form.ends_with("ing") && word.is(PASSIVE);
    let single = that && form.ends_with('s') && !word.text.ends_with('s') && is_noun_phrase(words, before);
    let named = form.ends_with('s') && word.name.is_some_and(|name| name.span.end == word.span.end);
    word.is_pronoun() || named || joined || helped || being || plural || single || form == "show" && that
}

/// Whether the word at `at` ends a short noun phrase with an article or begins the sentence: `the report`, `Video`.
fn is_noun_phrase(words: &[Word], at: usize) -> bool {
    let article = |word: &Word| word.is(&["the", "a", "an", "his", "her", "its", "their", "one"]);
    words[at].text.len() > 3 && (at == 0 || words[at.saturating_sub(8)..at].iter().any(article))
}

/// Whether nearly every longer word has a capital.
fn is_headline(words: &[Word]) -> bool {
    let long = |word: &&Word| word.text.chars().count() > 4;
    let head = || words.iter().take(20).filter(long);
    let capitals = head().filter(|word| word.is_capital()).count();
    words.len() <= 30 && capitals >= 3 && capitals + 1 >= head().count()
}
