//! Clauses before or around the verb that reports them: `The plan would fail, Lee said`, `The plan, Lee said, would fail`.

use std::ops::Range;

use model::Basis;

use super::cue::Cue;
use super::description::speaks;
use super::indirect::{quote, told};
use super::subject::Subject;
use super::verb::has_verb;
use super::word::{ARTICLES, Word};
use super::{Quote, addressee, bound, clause, phrase, place, subject};
use crate::lexicon::{Lexicon, SpeechClass};
use crate::token::TokenKind;

/// `The plan would fail, Lee said`, `…, said Lee`, and `The plan, Lee said, would fail`.
pub(super) fn find(words: &[Word], verb: usize, cue: Cue, lexicon: &Lexicon) -> Option<Quote> {
    let noun = lexicon.noun_verb(&words[verb].text.to_lowercase());
    let pronoun = verb > 0 && (words[verb - 1].is_pronoun() || words[verb - 1].name.is_some());
    let perfect = !words[verb].is(PARTICIPLES) || verb > 0 && words[verb - 1].is(&["has", "have", "had"]);
    // `a man who told them to go`.
    let relative = verb > 0 && words[verb - 1].is(&["who", "which"]);
    if relative
        || !perfect
        || !follows(cue, &words[verb])
        || words[verb].text.ends_with("ing")
        || noun && !pronoun
    {
        return None;
    }
    let tells = matches!(cue, Cue::Speech(SpeechClass::Tell));
    let inverted = !tells && place::is_inverted(words, verb);
    let hearer = match cue {
        Cue::Speech(class) => addressee::find(words, verb, class, lexicon).map(|(hearer, _)| hearer),
        Cue::Report(_) => None,
    };
    let quote = |clause, subject, basis| told(quote(words, clause, subject, words[verb].span, basis), hearer);
    if inverted {
        let subject = phrase::from(words, verb + 1, lexicon)?;
        if is_object(words, verb, &subject, lexicon) {
            return None;
        }
        let comma = match closing(words, verb) {
            Some(mark) => halved(words, mark, lexicon)?,
            None => verb - 1,
        };
        let after = words.partition_point(|word| word.span.start < subject.span.end);
        let rest = words.get(after).is_some_and(|word| word.text == ",").then_some(after);
        // `…, said Sgt. Ann Lee, with the sheriff's office, on Monday`: what follows is about who says it.
        let about = |rest: &usize| {
            words.get(rest + 1).is_some_and(|next| next.is(&["with", "of", "from"]))
                && !has_verb(words, rest + 1..words.len(), lexicon)
        };
        let goes_on = rest.filter(|rest| !words[rest + 1..].is_empty() && !about(rest));
        let (clause, around) = enclosed(words, comma, goes_on, lexicon)?;
        let around_cue = || Basis::by("clause-around-cue", 80);
        return Some(quote(
            clause,
            subject,
            if around { around_cue() } else { Basis::by("clause-before-cue", 85) },
        ));
    }
    let subject = subject::before(words, verb, lexicon).filter(|_| place::closes(words, verb, lexicon))?;
    if is_second(words, &subject, verb, lexicon) {
        return None;
    }
    let rest = place::rest(words, verb, lexicon);
    // `After the match, Lee said, "…"` leads to what stands between the marks.
    let opens = |word: &Word| word.quoted || matches!(word.text, "\"" | "“" | "''" | "``");
    if rest.is_some_and(|rest| words.get(rest + 1).is_some_and(opens)) {
        return None;
    }
    let first = words.partition_point(|word| word.span.start < subject.span.start);
    // `As Lee told reporters, the plan would fail`.
    if first > 0 && words[first - 1].is(&["as"]) && first <= 2 {
        let start = rest? + 1;
        let clause = start..bound::trim(words, start, bound::end(words, start, lexicon));
        let fits = clause.len() > 2 && has_verb(words, clause.clone(), lexicon);
        return fits.then(|| quote(clause, subject, Basis::by("clause-around-cue", 80)));
    }
    let comma = match closing(words, first) {
        Some(mark) => halved(words, mark, lexicon)?,
        None => comma_before(words, first, lexicon)?,
    };
    let (clause, around) = enclosed(words, comma, rest, lexicon)?;
    let around_cue = || Basis::by("clause-around-cue", 85);
    Some(quote(clause, subject, if around { around_cue() } else { Basis::by("clause-before-cue", 85) }))
}

/// Whether what follows the verb is rather its object: `Lee, who won the vote, declared an armed conflict`. After `said` nothing
/// is; after other verbs a speaker without a name is called by a word for speakers.
fn is_object(words: &[Word], verb: usize, subject: &Subject, lexicon: &Lexicon) -> bool {
    let mut phrase = words[verb + 1..].iter().take_while(|word| word.span.start < subject.span.end);
    !words[verb].is(&["said", "says", "say"])
        && !phrase.any(|word| word.is_pronoun() || word.name.is_some() || speaks(word, lexicon))
}

/// Whether another verb of the subject is joined to this one, which then goes on in its clause: `Lee said it would wait and would
/// respond, in force, by noon`.
fn is_second(words: &[Word], subject: &Subject, verb: usize, lexicon: &Lexicon) -> bool {
    let after = words.partition_point(|word| word.span.start < subject.span.end);
    let joined = (after..verb).find(|&at| words[at].is(&["and", "or"]));
    joined.is_some_and(|at| has_verb(words, after..at, lexicon))
}

/// Participles that follow a clause only after `have`: `…, the paper has learned`.
const PARTICIPLES: &[&str] = &["shown", "learned", "learnt"];

/// Whether the clause of such a verb may stand before it.
fn follows(cue: Cue, verb: &Word) -> bool {
    match cue {
        Cue::Report(_) => {
            verb.is(&["found", "finds", "showed", "shows", "show", "find", "shown", "learned", "learnt"])
        }
        Cue::Speech(class) => matches!(
            class,
            SpeechClass::Say
                | SpeechClass::Tell
                | SpeechClass::Claim
                | SpeechClass::Warn
                | SpeechClass::Write
        ),
    }
}

/// The clause that ends at `comma`, or goes on after the comma at `rest`; whether it goes on.
pub(super) fn enclosed(
    words: &[Word],
    comma: usize,
    rest: Option<usize>,
    lexicon: &Lexicon,
) -> Option<(Range<usize>, bool)> {
    let mut start = bound::opening(words);
    if comma < start + 1 {
        return None;
    }
    // `The park, which, Lee said, is full`.
    let relative = words[comma - 1].is(&["which", "who"]);
    if relative {
        start = comma - 1;
    }
    // `"We wait," Lee, a lawyer, said`: what stands outside the marks is no clause.
    let open = words[start..comma].iter().position(|word| !word.quoted).map_or(comma, |at| start + at);
    if words[start].quoted && !has_verb(words, open..comma, lexicon) {
        return None;
    }
    let whole = !relative && has_verb(words, start..comma, lexicon) && !bound::depends(words, start..comma);
    let goes_on =
        rest.filter(|&rest| words.get(rest + 1).is_some_and(|next| !whole || place::continues(next)));
    let clause = match goes_on {
        Some(rest) => start..bound::trim(words, start, bound::end(words, rest + 1, lexicon)),
        None if whole => start..bound::trim(words, start, comma),
        None => return None,
    };
    clause::is_own(words, clause.clone()).then_some((clause, goes_on.is_some()))
}

/// The mark that closes a quotation with its comma right before the word at `at`: `…," Lee said`.
fn closing(words: &[Word], at: usize) -> Option<usize> {
    let mark = at.checked_sub(1).filter(|&mark| words[mark].quoted && words[mark].kind == TokenKind::Mark)?;
    mark.checked_sub(1).filter(|&comma| words[comma].text == "," && words[comma].quoted).map(|_| mark)
}

/// The same, where the writer's words before the quotation begin its clause: `The town "has grown by half," Lee said`.
fn halved(words: &[Word], mark: usize, lexicon: &Lexicon) -> Option<usize> {
    let start = bound::opening(words);
    let open = (start..mark).find(|&at| words[at].quoted)?;
    let own = has_verb(words, start..open, lexicon) || clause::completes(words, start..mark);
    (own && open >= start + 2 && !bound::depends(words, start..open)).then_some(mark + 1)
}

/// The comma that parts a clause from the subject at `first` after it: `…, the mayor of Lima, Ann Lee, said`.
fn comma_before(words: &[Word], first: usize, lexicon: &Lexicon) -> Option<usize> {
    let comma =
        (first.saturating_sub(9)..first).rev().find(|&at| words[at].text == "," && !words[at].quoted)?;
    let open = (comma + 1..first).any(|at| {
        lexicon.finite(words[at].text).is_some()
            || words[at].is(&["and", "but", "that", "who", "yet", "while", "although"])
    });
    (!open).then(|| described(words, comma, lexicon))
}

/// The comma before the description of the speaker whose name follows the comma at `comma`: `, the bank's chief economist, Lee, said`.
fn described(words: &[Word], comma: usize, lexicon: &Lexicon) -> usize {
    let first = (2..comma).rev().take(10).find(|&at| words[at].text == "," && !words[at].quoted);
    let Some(first) = first.filter(|_| words.get(comma + 1).is_some_and(Word::is_person)) else {
        return comma;
    };
    let opens = words[first + 1].is(ARTICLES)
        || words[first + 1..comma].iter().any(|word| word.kind == TokenKind::Possessive);
    let head = words[comma - 1].name.is_none() && speaks(&words[comma - 1], lexicon);
    if opens && head && !has_verb(words, first + 1..comma, lexicon) { first } else { comma }
}
