//! A reading and its quotations → the `I`, `my` and `we` in direct quotations that stand for the speaker.
//!
//! `I` is the speaker when that is a person, `we` when it is a group or a country; a person's `we` may be anybody and stays
//! open, and so do words that the speaker quotes from others.

use diag::Span;
use model::{EntityKind, QuoteKind, Via};

use crate::chain::{ChainIx, Reference};
use crate::quote::Quote;
use crate::reading::Reading;

/// The forms that stand for one speaker, and those for a speaking body.
const ONE: &[&str] = &["i", "me", "my", "mine", "myself"];
const MANY: &[&str] = &["we", "us", "our", "ours", "ourselves"];

/// The words of speakers that stand for themselves, in the order of the text.
pub(crate) fn find(reading: &Reading, quotes: &[Quote]) -> Vec<Reference> {
    let direct = quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct);
    let mut found: Vec<Reference> = direct
        .filter_map(|quote| Some((quote, quote.speaker?)))
        .flat_map(|(quote, speaker)| of_quote(reading, quote.span, speaker))
        .collect();
    found.sort_by_key(|reference| reference.span);
    found.dedup_by_key(|reference| reference.span);
    found
}

fn of_quote(reading: &Reading, span: Span, speaker: ChainIx) -> Vec<Reference> {
    let forms = match reading.chains.chains[speaker.0].kind {
        EntityKind::Person => ONE,
        EntityKind::Group | EntityKind::Country => MANY,
        EntityKind::Place => &[],
    };
    let mut found = Vec::new();
    let mut inner = false;
    let first = reading.sentences.partition_point(|sentence| sentence.span.end <= span.start);
    for sentence in first..reading.sentences.len() {
        if reading.sentences[sentence].span.start >= span.end {
            break;
        }
        for (at, token) in reading.tokens[sentence].iter().enumerate().filter(|(_, t)| span.contains(t.span))
        {
            let word = reading.word(token);
            inner = match word {
                "‘" => true,
                "’" | "'" => false,
                _ => inner,
            };
            // `I'm` and `we've` are one token each.
            let stem = word.split(['\'', '’']).next().unwrap_or_default();
            if !inner && is_form(forms, stem) && reading.mention_at(sentence, at).is_none() {
                let span = Span::new(token.span.start, token.span.start + stem.len());
                let tokens = at..at + 1;
                found.push(Reference { span, sentence, tokens, via: Via::Pronoun, chain: speaker });
            }
        }
    }
    found
}

/// Whether a word is one of the forms; `US` and a lone `i` are none.
fn is_form(forms: &[&str], word: &str) -> bool {
    let shouted = word.len() > 1 && word.chars().all(char::is_uppercase);
    !shouted && word != "i" && forms.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use crate::tools::Tools;
    use crate::{pipeline, quote};

    /// The forms that stand for a speaker, each with the speaker's name.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let tools = Tools::builtin().expect("the built-in weights are whole");
        let reading = pipeline::read(text, None, None, &tools);
        let quotes = quote::find(&reading, &tools.lexicon);
        let found = super::find(&reading, &quotes);
        let shown: Vec<String> = found
            .iter()
            .map(|r| format!("{}={}", r.span.of(text), reading.chains.chains[r.chain.0].name))
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_person_is_i_and_a_body_is_we() {
        check(
            "“I'm tired of my boat,” Maria Lopez said on Friday. “We sold it.”",
            &["I=Maria Lopez", "my=Maria Lopez"],
        );
        check("“We regret it,” the United Nations said in Geneva.", &["We=United Nations"]);
    }

    #[test]
    fn others_quoted_by_the_speaker_are_not_the_speaker() {
        check("“They asked, ‘Why am I here?’ again,” Maria Lopez said.", &[]);
    }
}
