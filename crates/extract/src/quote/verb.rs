//! Words → whether the verb of a clause stands among them.

use std::ops::Range;

use super::word::{ARTICLES, SUBJECTS, Word};
use crate::lexicon::{Finite, Lexicon};
use crate::token::TokenKind;

/// Whether a clause's own verb stands among the words, and not only one of a relative clause.
pub(super) fn has_verb(words: &[Word], clause: Range<usize>, lexicon: &Lexicon) -> bool {
    verb_in(words, clause, lexicon, false, |form| form != Finite::Plural)
}

pub(super) fn has_auxiliary(words: &[Word], clause: Range<usize>, lexicon: &Lexicon) -> bool {
    verb_in(words, clause, lexicon, true, |form| form == Finite::Auxiliary)
}

/// Words that open a clause within the clause.
const RELATIVES: &[&str] =
    &["who", "which", "that", "whose", "where", "whether", "if", "when", "while", "because", "after", "as"];

/// Adverbs that stand between a plural and its verb.
const ADVERBS: &[&str] = &["still", "also", "now", "both", "all", "never", "often", "just"];

/// Whether a form that `takes` accepts is the verb of the clause and not of a relative clause in it.
fn verb_in(
    words: &[Word],
    clause: Range<usize>,
    lexicon: &Lexicon,
    skip_quoted: bool,
    takes: impl Fn(Finite) -> bool,
) -> bool {
    let (mut relative, mut skipped) = (false, 0);
    for at in clause.clone() {
        if at < skipped || skip_quoted && words[at].quoted {
            continue;
        }
        if words[at].is(RELATIVES) && at > clause.start {
            relative = true;
            continue;
        }
        let Some(sure) = verb_at(words, at, clause.start, lexicon, &takes) else { continue };
        if relative {
            // The verb of the relative clause, with all its parts: `could have been`.
            let part =
                |at: usize| lexicon.finite(words[at].text).is_some() || words[at].is(&["not", "been", "n't"]);
            (relative, skipped) = (false, (at..clause.end).find(|&at| !part(at)).unwrap_or(clause.end));
        } else if sure || !skip_quoted && follows_plural(words, at, clause.start) {
            return true;
        }
    }
    false
}

/// Whether the word at `at` is a verb of the clause from `start`; and whether it is one that is sought, or follows a pronoun.
fn verb_at(
    words: &[Word],
    at: usize,
    start: usize,
    lexicon: &Lexicon,
    takes: &impl Fn(Finite) -> bool,
) -> Option<bool> {
    let word = &words[at];
    let before = at.checked_sub(1).map(|at| &words[at]);
    let pronoun = before.is_some_and(|word| word.is(SUBJECTS)) && at > start;
    let short = word.kind == TokenKind::Possessive && before.is_some_and(|word| word.is(SUBJECTS));
    let noun = before.is_some_and(|word| word.is(ARTICLES) || word.is(&["to", "of", "in", "by", "for"]));
    let form = lexicon.finite(&word.text.to_lowercase());
    let stands = match form {
        Some(Finite::Auxiliary) => true,
        Some(Finite::Plural) => (pronoun || follows_plural(words, at, start)) && !noun,
        Some(form) => at > start && !noun && (pronoun || takes(form)),
        None => short || pronoun && lexicon.speech_verb(word.text).is_some(),
    };
    (stands && word.name.is_none()).then(|| pronoun || short || form.is_some_and(takes))
}

/// Whether a plural stands before the word at `at`, perhaps with adverbs between.
fn follows_plural(words: &[Word], at: usize, start: usize) -> bool {
    let adverb = |word: &Word| word.is_adverb() || word.is(ADVERBS);
    let noun = words[start..at].iter().rev().find(|word| !adverb(word));
    noun.is_some_and(|word| {
        word.text.ends_with('s') && word.text.len() > 3
            || word.is(&["people", "children", "men", "women", "police"])
    })
}
