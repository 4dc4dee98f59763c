//! Clauses after a verb that reports them: `Lee said that the plan would fail`.

use std::ops::Range;

use model::Basis;

use super::Quote;
use super::bound;
use super::cited;
use super::clause::{self, Reported};
use super::cue::Cue;
use super::indirect::{quote_by, told};
use super::subject;
use super::word::Word;
use crate::lexicon::{Lexicon, ReportClass, SpeechClass};

/// `Lee said that the plan would fail`.
pub(super) fn find(words: &[Word], verb: usize, cue: Cue, lexicon: &Lexicon) -> Option<Quote> {
    let Reported { words: clause, addressee, marked } = clause::after(words, verb, cue, lexicon)?;
    let participle = words[verb].text.ends_with("ing");
    // `It goes without saying that`, `It is worth noting that`: nobody is reported.
    if participle && verb > 0 && words[verb - 1].is(&["without", "worth"]) {
        return None;
    }
    let own = || subject::before(words, verb, lexicon);
    let subject = if participle {
        let main = || subject::of_sentence(words, verb, lexicon);
        cited::source(words, verb, lexicon)
            .or_else(|| subject::of_participle(words, verb))
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
    // `A letter went round saying that …`: whose words they are stays open.
    let opener = &words[clause.start];
    let heard = words[clause.start - 1].text == "that" || !marked && clause::opens_with_pronoun(opener);
    let sure = heard && basis.rule.as_str() != "belief-after-cue";
    if subject.is_none() && !sure {
        return None;
    }
    let first = subject.map_or(verb, |s| words.partition_point(|word| word.span.start < s.span.start));
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
    let basis = if subject.is_some() { basis } else { Basis::by("clause-no-speaker", 60) };
    let quote = quote_by(words, clause, subject, words[verb].span, basis);
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
