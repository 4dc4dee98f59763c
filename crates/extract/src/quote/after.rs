//! Clauses after a verb or a noun that reports them: `Lee said that the plan would fail`, `Lee's claim that it would`.

use std::ops::Range;

use model::{Basis, EntityKind};

use super::Quote;
use super::bound;
use super::clause::{self, Reported};
use super::cue::Cue;
use super::indirect::{quote, told};
use super::subject::{self, Subject};
use super::verb::has_verb;
use super::word::Word;
use crate::lexicon::{Lexicon, ReportClass, SpeechClass};
use crate::token::TokenKind;

/// `Lee said that the plan would fail`.
pub(super) fn find(words: &[Word], verb: usize, cue: Cue, lexicon: &Lexicon) -> Option<Quote> {
    let Reported { words: clause, addressee, marked } = clause::after(words, verb, cue, lexicon)?;
    let participle = words[verb].text.ends_with("ing");
    let own = || subject::before(words, verb, lexicon);
    let subject = if participle {
        let main = || subject::of_sentence(words, verb, lexicon);
        subject::of_participle(words, verb)
            .or_else(|| if is_progressive(words, verb) { own() } else { main() })
    } else {
        own()
    };
    let basis = match cue {
        Cue::Speech(SpeechClass::Think) | Cue::Report(ReportClass::Think) => {
            Basis::by("belief-after-cue", 60)
        }
        Cue::Report(ReportClass::Show) => Basis::by("finding-after-cue", 70),
        Cue::Speech(_) if marked => Basis::by("clause-after-that", 90),
        Cue::Speech(_) => Basis::by("clause-after-cue", 85),
    };
    let subject = subject?;
    let first = words.partition_point(|word| word.span.start < subject.span.start);
    let before = first.checked_sub(1).map(|at| &words[at]);
    // `what Lee says the plan would do` reports no whole clause; `I think` is the writer's own.
    let own = basis.rule.as_str() == "belief-after-cue" && words[first].is(&["i", "we", "you"]);
    if own || before.is_some_and(|word| word.is(&["what", "than"])) {
        return None;
    }
    let clause = match relative(words, first, &clause, lexicon) {
        Some(clause) => clause,
        // `Everything Lee says is a lie`.
        None if clause::lacks_subject(&words[clause.start], lexicon) => return None,
        None => clause,
    };
    let clause = clause.start..bound::within(words, verb, &clause);
    let quote = quote(words, clause, subject, words[verb].span, basis);
    Some(told(quote, addressee))
}

/// `which he said were at his side`: the clause begins with the relative word.
fn relative(
    words: &[Word],
    subject: usize,
    clause: &Range<usize>,
    lexicon: &Lexicon,
) -> Option<Range<usize>> {
    let at = subject.checked_sub(1).filter(|&at| words[at].is(&["which", "who", "that"]))?;
    let verb = lexicon.finite(words[clause.start].text).is_some();
    verb.then_some(at..clause.end)
}

fn is_progressive(words: &[Word], verb: usize) -> bool {
    verb > 0
        && words[verb - 1].is(&["is", "was", "are", "were", "been", "be", "'s", "’s", "not", "now", "also"])
}

/// `Lee's claim that the plan would fail`, as the object of a verb: as its subject it ends no one knows where.
pub(super) fn of_noun(words: &[Word], noun: usize, lexicon: &Lexicon) -> Option<Quote> {
    words.get(noun + 1).filter(|next| next.text == "that" && !next.quoted)?;
    let owner = (noun.saturating_sub(4)..noun)
        .rev()
        .find(|&at| words[at].is(&["his", "her", "'s", "’s", "their", "its"]))?;
    let named = if words[owner].kind == TokenKind::Possessive { owner.checked_sub(1)? } else { owner };
    let name = words[named].name.filter(|name| name.kind != EntityKind::Place);
    let subject =
        Subject { span: name.map_or(words[named].span, |name| name.span), chain: name.and_then(|n| n.chain) };
    if !has_verb(words, 0..named, lexicon) {
        return None;
    }
    let start = noun + 2;
    let clause = start..bound::trim(words, start, bound::end(words, start, lexicon));
    let fits = clause.len() >= 3
        && has_verb(words, clause.clone(), lexicon)
        && clause::is_own(words, clause.clone());
    fits.then(|| quote(words, clause, subject, words[noun].span, Basis::by("clause-after-noun", 70)))
}
