//! The words of a sentence → the bounds of the clause that a verb reports, and whether words are a clause at all.

use std::ops::Range;

use super::addressee::{self, Addressee};
use super::cue::{self, Cue};
use super::saying::source_at;
use super::word::Word;
use crate::lexicon::{Finite, Lexicon, SpeechClass};
use crate::token::TokenKind;

/// The clause after a verb.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reported {
    /// Its words, without `that`.
    pub(super) words: Range<usize>,
    /// Whom it is said to.
    pub(super) addressee: Option<Addressee>,
    /// Whether `that` or a question word opens it.
    pub(super) marked: bool,
}

/// Words that open a clause as its subject.
const SUBJECTS: &[&str] =
    &["he", "she", "it", "they", "we", "i", "you", "there", "this", "these", "those", "everyone", "nobody"];

/// Words that open a reported question.
const QUESTIONS: &[&str] = &["whether", "if", "how", "why", "what", "who", "when", "where"];

/// Words that open a noun phrase.
const ARTICLES: &[&str] = &[
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "no", "some", "any", "all", "both",
    "most", "many", "more", "each", "every", "such", "another", "these", "those", "this", "about", "only",
    "nearly",
];

/// Prepositions with which a verb of saying goes on before its clause: `said in a statement that`.
const PREPOSITIONS: &[&str] = &[
    "on",
    "in",
    "at",
    "during",
    "via",
    "by",
    "after",
    "before",
    "from",
    "through",
    "to",
    "of",
    "about",
    "with",
    "following",
    "outside",
    "under",
    "over",
    "for",
    "since",
    "without",
    "against",
];

/// Verbs after which a clause without `that` is the rule.
const STRONG: &[&str] = &[
    "said", "says", "say", "saying", "told", "tells", "telling", "insisted", "insists", "claimed", "claims",
];

/// How many words may stand between a verb and its clause.
const GAP: usize = 22;

/// The clause that the verb at `verb` reports, when one follows it.
pub(super) fn after(words: &[Word], verb: usize, cue: Cue, lexicon: &Lexicon) -> Option<Reported> {
    let mut at = verb + 1;
    let mut addressee = None;
    if let Cue::Speech(class) = cue
        && let Some((found, end)) = addressee::find(words, verb, class, lexicon)
    {
        (addressee, at) = (Some(found), end);
    }
    at = skip(words, at, lexicon)?;
    let opener = words.get(at)?;
    let that = opener.text == "that" && !opener.quoted && !demonstrative(words, at, lexicon);
    // `told reporters after the meeting that was held there`.
    if opener.text == "that"
        && !that
        && at > verb + 1
        && addressee.is_none_or(|told| told.span.end < words[at - 1].span.start)
    {
        return None;
    }
    let start = if that { at + 1 } else { at };
    let asks = opener.is(QUESTIONS) && !opener.quoted && opener.text != "when";
    let end = end(words, start, lexicon);
    let whole = start..trim(words, start, end);
    let fits = if that {
        whole.len() >= 2 && has_verb(words, whole.clone(), lexicon)
    } else if asks {
        questions(cue) && whole.len() >= 3 && has_verb(words, whole.start + 1..whole.end, lexicon)
    } else {
        plain(words, whole.clone(), cue, lexicon)
    };
    (fits && free(words, whole.clone())).then_some(Reported { words: whole, addressee, marked: that || asks })
}

/// `said that claim was false`: `that` before a noun with its verb, where it is no conjunction.
fn demonstrative(words: &[Word], at: usize, lexicon: &Lexicon) -> bool {
    words.get(at + 1).is_some_and(|next| lexicon.finite(next.text) == Some(Finite::Auxiliary))
}

fn questions(cue: Cue) -> bool {
    !matches!(
        cue,
        Cue::Report(_)
            | Cue::Speech(SpeechClass::Accuse | SpeechClass::Praise | SpeechClass::Call | SpeechClass::Deny)
    )
}

/// Whether words without `that` are a clause that a verb of this class reports.
fn plain(words: &[Word], clause: Range<usize>, cue: Cue, lexicon: &Lexicon) -> bool {
    let Some(first) = words.get(clause.start).filter(|_| clause.len() >= 3) else { return false };
    let bad = first.is(&["to", "as", "so", "than", "and", "but", "or", "for", "it's", "nothing"])
        && !first.is(&["as"])
        || first.kind == TokenKind::Mark && !first.quoted && !matches!(first.text, "$" | "£" | "€");
    if bad {
        return false;
    }
    let subject = first.is(SUBJECTS);
    let sure = subject || starts_phrase(words, clause.start);
    match cue {
        Cue::Speech(SpeechClass::Say | SpeechClass::Tell | SpeechClass::Claim | SpeechClass::Warn) => {
            let said = words[..clause.start].iter().rev().take(GAP).any(|w| w.is(STRONG));
            let own = has_verb(words, clause.clone(), lexicon);
            (subject || said) && own || sure && has_auxiliary(words, clause, lexicon)
        }
        Cue::Speech(SpeechClass::Promise | SpeechClass::Deny | SpeechClass::Write | SpeechClass::Think)
        | Cue::Report(_) => {
            let report = matches!(cue, Cue::Report(_));
            subject && has_verb(words, clause.clone(), lexicon)
                || (sure && !report) && has_auxiliary(words, clause, lexicon)
        }
        Cue::Speech(_) => false,
    }
}

fn starts_phrase(words: &[Word], at: usize) -> bool {
    let first = &words[at];
    first.is(ARTICLES)
        || first.name.is_some()
        || first.is_capital()
        || first.kind == TokenKind::Number
        || first.quoted
        || first.text.ends_with('s') && first.text.len() > 3
        || matches!(first.text, "$" | "£" | "€")
}

/// Whether nothing but the time, the place or the hearer follows the verb at `verb`, so that its clause stands before it.
pub(super) fn closes(words: &[Word], verb: usize, lexicon: &Lexicon) -> bool {
    let Some(next) = words.get(verb + 1) else { return true };
    let told = matches!(cue::speech(words, verb, lexicon), Some(class) if addressee::find(words, verb, class, lexicon).is_some());
    let phrase = next.is(PREPOSITIONS) && next.text != "to";
    told || phrase || next.kind == TokenKind::Mark && !next.quoted || time(words, verb + 1)
}

/// Words that make a clause depend on another.
const SUBORDINATORS: &[&str] = &[
    "as", "if", "when", "while", "though", "although", "because", "since", "after", "before", "lest",
    "until", "once", "unless", "despite", "asked",
];

/// Whether the words are a clause that depends on one that follows: `When the plan failed`.
pub(super) fn depends(words: &[Word], clause: Range<usize>) -> bool {
    words[clause.start].is(SUBORDINATORS)
        && !words[clause].iter().any(|word| word.text == "," && !word.quoted)
}

/// Whether enough of the clause stands outside quotation marks to be the writer's words.
fn free(words: &[Word], clause: Range<usize>) -> bool {
    let outside =
        words[clause.clone()].iter().filter(|word| !word.quoted && word.kind != TokenKind::Mark).count();
    outside >= 2 && outside * 6 >= clause.len()
}

/// Whether a clause's own verb stands among the words, and not only one of a relative clause.
pub(super) fn has_verb(words: &[Word], clause: Range<usize>, lexicon: &Lexicon) -> bool {
    verb_in(words, clause, lexicon, |form| form != Finite::Plural)
}

fn has_auxiliary(words: &[Word], clause: Range<usize>, lexicon: &Lexicon) -> bool {
    verb_in(words, clause, lexicon, |form| form == Finite::Auxiliary)
}

fn verb_in(words: &[Word], clause: Range<usize>, lexicon: &Lexicon, takes: impl Fn(Finite) -> bool) -> bool {
    let mut relative = false;
    for at in clause.start..clause.end {
        let word = &words[at];
        if word.is(&["who", "which", "that", "whose", "where"]) && at > clause.start {
            relative = true;
            continue;
        }
        let before = at.checked_sub(1).map(|at| &words[at]);
        let pronoun = before.is_some_and(|word| word.is(SUBJECTS)) && at > clause.start;
        let form = lexicon.finite(&word.text.to_lowercase());
        let short = word.kind == TokenKind::Possessive && before.is_some_and(|word| word.is(SUBJECTS));
        let noun = before.is_some_and(|word| word.is(ARTICLES) || word.is(&["to", "of", "in", "by", "for"]));
        let stands = match form {
            Some(Finite::Auxiliary) => true,
            Some(Finite::Plural) => pronoun && !noun,
            Some(form) => at > clause.start && !noun && (pronoun || takes(form)),
            None => short || pronoun && lexicon.speech_verb(word.text).is_some(),
        };
        if !stands || word.name.is_some() {
            continue;
        }
        if relative {
            relative = false;
            continue;
        }
        if pronoun || short || form.is_some_and(&takes) {
            return true;
        }
    }
    false
}

/// Past what stands between a verb and its clause: adverbs, days, `in a statement`, `, citing the report,`.
fn skip(words: &[Word], from: usize, lexicon: &Lexicon) -> Option<usize> {
    let mut at = from;
    loop {
        let word = words.get(at).filter(|_| at < from + GAP)?;
        if word.quoted {
            // `told the radio's "Morning Hour" on Friday that`.
            let show = (at..words.len().min(at + 8)).find(|&at| !words[at].quoted);
            let goes_on =
                |next: usize| words[next].text == "that" || words[next].is(PREPOSITIONS) || time(words, next);
            match show
                .filter(|&next| at > from.saturating_sub(1) && goes_on(next) && words[at + 1].is_capital())
            {
                Some(next) => at = next,
                None => return Some(at),
            }
            continue;
        }
        if time(words, at) {
            at += 1;
        } else if word.is(PREPOSITIONS) && word.text != "to" || word.text == "to" && at > from {
            at = phrase_end(words, at, lexicon)?;
        } else if word.text == "," {
            at = aside(words, at)?;
        } else {
            return Some(at);
        }
    }
}

/// Whether the word at `at` says when or how it is said.
fn time(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let next = words.get(at + 1);
    let span = |word: &Word| {
        word.is(&[
            "week",
            "month",
            "year",
            "night",
            "morning",
            "summer",
            "fall",
            "spring",
            "day",
            "afternoon",
            "evening",
            "weekend",
        ]) || word.text.ends_with("day")
    };
    let adverb = word.text.len() > 4
        && word.text.ends_with("ly")
        && word.name.is_none()
        && !word.is(&["only", "nearly", "family", "roughly", "early"]);
    let day = word.is_capital() && word.text.ends_with("day") && word.name.is_none();
    adverb
        || day
        || word.is(&[
            "later",
            "again",
            "today",
            "yesterday",
            "tonight",
            "earlier",
            "recently",
            "too",
            "then",
            "instead",
            "morning",
            "afternoon",
            "evening",
            "night",
            "week",
            "month",
        ])
        || word.is(&["last", "this", "late", "early", "that"]) && next.is_some_and(span) && at > 0
}

/// Past a parenthesis between commas, when `that` follows it.
fn aside(words: &[Word], at: usize) -> Option<usize> {
    if words.get(at + 1)?.text == "that" {
        return Some(at + 1);
    }
    let close = (at + 2..words.len().min(at + 16)).find(|&at| words[at].text == ",")?;
    (words.get(close + 1)?.text == "that").then_some(close + 1)
}

/// Past a prepositional phrase: up to `that`, a mark, or what can open a clause.
fn phrase_end(words: &[Word], at: usize, lexicon: &Lexicon) -> Option<usize> {
    let mut next = at + 2;
    while next < words.len().min(at + 14) {
        let (before, word) = (&words[next - 1], &words[next]);
        let opens =
            word.is(SUBJECTS) || word.is(ARTICLES) && !before.is(PREPOSITIONS) && !before.is(&["and", "or"]);
        let named = word.name.is_some_and(|name| name.span.start == word.span.start)
            && before.text.starts_with(char::is_lowercase)
            && !before.is(PREPOSITIONS)
            && !before.is(ARTICLES)
            && !before.is(&["and", "or", "former", "late"])
            && lexicon.finite(before.text).is_none();
        let mark = word.kind == TokenKind::Mark && word.text != "-" && word.text != ".";
        if word.quoted
            || word.text == "that"
            || word.is(QUESTIONS)
            || opens
            || named
            || mark
            || time(words, next)
        {
            return Some(next);
        }
        if lexicon.finite(word.text) == Some(Finite::Auxiliary) {
            return None;
        }
        next += 1;
    }
    (next < words.len()).then_some(next)
}

/// Where the clause that begins at `start` ends: at the end of the sentence, or where another attribution begins.
pub(super) fn end(words: &[Word], start: usize, lexicon: &Lexicon) -> usize {
    let mut at = start + 1;
    while at < words.len() {
        let word = &words[at];
        if word.quoted {
            at += 1;
            continue;
        }
        let next = words.get(at + 1);
        let participle = |word: &Word| {
            word.text.ends_with("ing")
                && word.text.starts_with(char::is_lowercase)
                && lexicon.speech_verb(word.text).is_some()
        };
        if word.text == ";" || source_at(words, at).is_some() {
            return at;
        }
        if word.text == "," && next.is_some_and(|next| participle(next) || source_at(words, at + 1).is_some())
        {
            return at;
        }
        let speaks = cue::speech(words, at, lexicon).filter(|_| !word.text.ends_with("ing"));
        if let Some(cut) = speaks.and_then(|_| attribution(words, start, at)) {
            return cut;
        }
        at += 1;
    }
    words.len()
}

/// Where the attribution whose verb stands at `verb` begins, if it is one beside the clause from `start`, and not within it.
fn attribution(words: &[Word], start: usize, verb: usize) -> Option<usize> {
    let before = &words[verb - 1];
    let join = |at: usize| words[at].is(&["and", "but", "while", "as", "though", "although", "yet"]);
    // `, and added`, `but warned`.
    if join(verb - 1) && verb - 1 > start {
        let comma = verb >= 2 && words[verb - 2].text == ",";
        return Some(if comma { verb - 2 } else { verb - 1 });
    }
    if before.text == "," {
        // `, said Lee`, or the end of `, Lee, a lawyer, said`.
        return (start + 2 < verb).then(|| first_comma(words, start, verb));
    }
    let open = |from: usize| {
        (from..verb).any(|at| words[at].is(&["that", "which", "who", "when", "if", "what", "how"]))
    };
    // `, but Lee said`: a clause of its own.
    let joined = (start + 2..verb)
        .rev()
        .take(7)
        .take_while(|&at| words[at].text != ",")
        .find(|&at| join(at) && !words[at].quoted);
    if let Some(at) = joined.filter(|at| !open(at + 1) && (words[at - 1].text == "," || words[at - 1].quoted))
    {
        return Some(if words[at - 1].text == "," { at - 1 } else { at });
    }
    // `, Lee said` at the end.
    let comma = (start..verb).rev().take(10).find(|&at| words[at].text == ",")?;
    let ends = words
        .get(verb + 1)
        .is_none_or(|next| next.kind == TokenKind::Mark || next.is_capital() || next.is(PREPOSITIONS));
    (!open(comma) && ends && comma > start + 1).then_some(comma)
}

/// The comma before the subject of `, Lee, a lawyer, said`; for `, said Lee` the one before the verb.
fn first_comma(words: &[Word], start: usize, verb: usize) -> usize {
    let person = |at: &usize| words[*at + 1].is_person() && words[*at].text == ",";
    let inverted =
        words.get(verb + 1).is_some_and(|next| next.name.is_some() || next.is_capital() || next.is(ARTICLES));
    if inverted { verb - 1 } else { (start..verb - 1).rev().take(14).find(person).unwrap_or(verb - 1) }
}

/// The end of a clause without the marks that close it.
pub(super) fn trim(words: &[Word], start: usize, end: usize) -> usize {
    let closes = |at: &usize| {
        !words[*at].quoted && words[*at].is(&[".", ",", ";", ":", "!", "?", "—", "–", "-", "…", "..."])
    };
    (start..end).rev().find(|at| !closes(at)).map_or(start, |at| at + 1)
}

/// The first word of a sentence's clause: past `But`, `And`, and marks.
pub(super) fn opening(words: &[Word]) -> usize {
    let loose = |word: &Word| {
        !word.quoted
            && (word.kind == TokenKind::Mark && !matches!(word.text, "$" | "£" | "€" | "(" | "[")
                || word.is(&["but", "and", "yet", "so", "still"]))
    };
    words.iter().position(|word| !loose(word)).unwrap_or(0)
}
